"""One fact told in other words: both articles say one sort of thing, and say it once.

"Built in 1928" and "commissioned in 1982" share no word. But where each of two articles dates
one construction, and neither gives the other's year, the two are likely that of one building.
A schema asks for much at once - one class of predicate (`Claim.classes`), a value that is the
only one of its class in its article, the closest statement to the other, like values - where
the kinds of evidence in `evidence` each add what they say by themselves.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from attrs import frozen

from crosscheck.align.evidence_amounts import digits
from crosscheck.align.evidence_dates import YEARS_APART
from crosscheck.align.tenses import AHEAD, LATELY, OLD, OPEN, SAID, YEAR, tense
from crosscheck.lexicon import table
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import of_another
from crosscheck.model import Claim
from crosscheck.values import Duration, Moment, Ordinal, Quantity

SEASON_DAYS = 60  # between two articles of one season's news
LIKE_AGES = 1.5  # unless the older is not much longer ago than the other
FEW = 2  # values of one class that an article may state for an amount or a length
LIKE = 1.7  # two lengths of one thing seldom differ by more
CLOSE = 1.3  # the same of amounts
SEVERAL = 4  # dates of one tense
STEPS = 2  # and of places in an order
FIGURES = 8.0  # bits of the values that two sentences share from which they tell one thing
SOME_FIGURES = 5.0
BASE = 6.0  # bits of the shared amounts of one unit from which two amounts are set against one base
SLIGHTLY_ALIKE = 0.1  # the share of the words beside two values
MUCH_ALIKE = 0.4
BEHIND = 14  # tokens behind a place in an order
YEARLY = frozenset(("the", "a", "its", "his", "her", "their"))
ABOUT = 8  # tokens on either side of a value
MUCH = 4.0  # two numbers of one thing that is counted hardly ever differ by more
TEN = 10
TENFOLD = 10.0
THOUSANDS = (1000.0, 1_000_000.0)
LEAST_WHOLE = 5  # a whole of which parts are told: "three of five"
RECENT = frozenset((LATELY, YEAR))
OTHER_MONTH = "other month"  # the schema of which days to come need share no word
ANY = ""  # every class
Option = tuple[str, str]  # a schema, and how the pair must stand among the others (`evidence.schema`)


class Told:
    """How many values of each class of predicate every article states, and how its dates lie."""

    def __init__(
        self,
        claims: Sequence[Claim],
        families: Sequence[str],
        identities: Sequence[object],
        days: Mapping[int, date],
    ) -> None:
        self._tenses = [tense(claim, days.get(claim.article)) for claim in claims]
        self._claims, self._families = claims, families
        self._values: dict[tuple[int, str, str, str], set[object]] = defaultdict(set)
        for claim, kind, value, when in zip(claims, families, identities, self._tenses, strict=True):
            for name in (*claim.classes, ANY):
                self._values[claim.article, kind, name, when].add(value)

    def tenses(self, i: int, j: int) -> frozenset[str]:
        """How the dates of two claims lie to the days from which their articles speak (`tenses.tense`)."""
        return frozenset((self._tenses[i], self._tenses[j]))

    def day_of_month(self, i: int) -> tuple[str, int] | None:
        """How a date lies, and its day of the month: what a wrong month leaves alone."""
        value = self._claims[i].mention.value
        day = value.month_day[1] if isinstance(value, Moment) else None
        when = YEAR if self._tenses[i] == LATELY else self._tenses[i]
        return None if day is None or when in (SAID, OPEN) else (when, day)

    def lie(self, i: int, j: int) -> str:
        """Whether two dates lie alike: same, apart or open (one cannot be placed); none for others."""
        one, two = self._tenses[i], self._tenses[j]
        if not one or not two:
            return "none"
        return "open" if {one, two} & {OPEN, SAID} else "same" if one == two else "apart"

    def choices(self, i: int, j: int) -> int:
        """Values of the class that two claims share, in the article that states more; 0 for none."""
        left, right, kind = self._claims[i], self._claims[j], self._families[i]
        counts = (
            max(
                len(self._values[left.article, kind, name, self._tenses[i]]),
                len(self._values[right.article, kind, name, self._tenses[j]]),
            )
            for name in left.classes & right.classes
        )
        return min(counts, default=0)

    def all_choices(self, i: int, j: int) -> int:
        """Values of one family and tense, whatever is said of them, in the article that states more."""
        return max(
            len(self._values[self._claims[n].article, self._families[n], ANY, self._tenses[n]])
            for n in (i, j)
        )


@frozen(slots=True)
class Shared:
    """What two claims have in common beside their values.

    `tenses` are those of two dates, `told` is how many values of their class of predicate the
    articles state (`Told.choices`), `among` how many of their family and tense, `ratio` the
    share of the words beside the values that is alike, `figures` the bits of the other values
    that both sentences state, `base` of those in the same unit; `unknown` says that neither article
    gives the other's value, `things` how many values of the one telling thing that both count the
    article states that states more, 0 where they count no such thing.
    """

    tenses: frozenset[str]
    told: int
    among: int
    ratio: float
    figures: float
    base: float
    unknown: bool = True
    things: int = 0


def options(left: Claim, right: Claim, shared: Shared) -> tuple[Option, ...]:
    """The schemas that two claims fit if they stand well enough among the others, the strictest first."""
    if _another(left) != _another(right) or _of_other_times(left, right, shared.tenses):
        return ()
    a, b = left.mention.value, right.mention.value
    if isinstance(a, Moment) and isinstance(b, Moment):
        apart = len(shared.tenses - {OPEN}) > 1 and not shared.tenses <= RECENT
        if SAID in shared.tenses or apart or not _near_in_time(left, right):
            return ()
        return tuple(_dated(left, right, a, b, shared))
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return tuple(_counted(left, right, a, b, shared))
    if isinstance(a, Ordinal) and isinstance(b, Ordinal):
        return tuple(_in_order(left, right, a, b, shared))
    if 1 <= shared.told <= FEW and _once(left.classes & right.classes):
        return tuple(_lasting(a, b))
    return ()


def _another(claim: Claim) -> bool:
    """Whether the words about a value say that it is one of another thing than the story's."""
    if claim.wording is None:
        return False
    first, stop = claim.at
    return of_another(claim.wording.lower[max(0, first - ABOUT) : stop + ABOUT])


def _of_other_times(left: Claim, right: Claim, tenses: frozenset[str]) -> bool:
    """Whether the articles are so far apart that each speaks of the news of its own time."""
    one, two = left.as_of.day, right.as_of.day
    apart = one is not None and two is not None and abs((one - two).days) > SEASON_DAYS
    return apart and tenses != {OLD}


@cache
def _once(classes: frozenset[str]) -> bool:
    return any(table("predicates")[name].get("once", False) for name in classes)


@cache
def _every(classes: frozenset[str], flag: str) -> bool:
    return all(table("predicates")[name].get(flag, False) for name in classes)


def _dated(left: Claim, right: Claim, a: Moment, b: Moment, shared: Shared) -> Iterator[Option]:
    if _other_things(left, right):
        return
    classes, told = left.classes & right.classes, shared.told
    alike = _alike(shared) or not left.names.isdisjoint(right.names)
    enough = _named(left, right) if _every(classes, "personal") else alike
    apart = _one_part_apart(a, b)
    lasting = apart or RECENT.isdisjoint(shared.tenses)
    if told == 1 and enough and lasting and not _every(classes, "vague"):
        yield "dated", "settled"
    elif told == FEW and a.stated_year and b.stated_year and len(left.names & right.names) > 1:
        yield "dated by names", "settled"
    other = left.classes and right.classes and not classes
    if a.stated_year and b.stated_year and _same_names(left, right) and shared.ratio >= MUCH_ALIKE:
        yield "dated with names", "settled"
    if apart:
        yield from _apart(a, b, shared, alike=alike, other=bool(other))
    if shared.figures >= FIGURES and not other:
        yield "dated by figures", "settled"
    if shared.ratio >= MUCH_ALIKE:
        yield "dated alike", "settled"


def _apart(a: Moment, b: Moment, shared: Shared, *, alike: bool, other: bool) -> Iterator[Option]:
    """The schemas of two dates that differ in one part alone."""
    one = len(shared.tenses) == 1
    ahead = shared.tenses == {AHEAD}
    of_one_time = one or shared.tenses <= RECENT
    if of_one_time and (ahead or alike) and shared.among <= FEW and shared.unknown and _other_month(a, b):
        yield OTHER_MONTH, "closest"
    if ahead:
        if alike:
            yield "to come", "closest"
    elif one and shared.among <= SEVERAL and not other:
        yield "one part apart", "settled"


def _alike(shared: Shared) -> bool:
    return shared.ratio >= SLIGHTLY_ALIKE or shared.figures >= SOME_FIGURES


def _one_part_apart(a: Moment, b: Moment) -> bool:
    """Whether two days, or two months with their years, differ in their year, month or day alone."""
    mine, other = ((x.stated_year, *x.month_day) for x in (a, b))
    known = [x is not None for x in mine], [x is not None for x in other]
    if not mine[1] or known[0][1:] != known[1][1:] or (not mine[2] and not all(x[0] for x in known)):
        return False
    return sum(x != y for x, y in zip(mine, other, strict=True) if None not in (x, y)) == 1


def _other_month(a: Moment, b: Moment) -> bool:
    """Whether two dates are the same day of two months."""
    return a.month_day[0] != b.month_day[0] and a.month_day[1] == b.month_day[1] is not None


def _same_names(left: Claim, right: Claim) -> bool:
    """Whether all names of one sentence, two at least, stand in the other one as well."""
    return len(left.names & right.names) >= max(2, min(len(left.names), len(right.names)))


def _named(left: Claim, right: Claim) -> bool:
    """Whether one name stands beside both values."""
    return not (left.names & {*left.left, *left.right}).isdisjoint(right.names & {*right.left, *right.right})


def _other_things(left: Claim, right: Claim) -> bool:
    """Whether two dates are those of two things, by the nouns behind: "a 1972 movie", "the 1974 book"."""
    if left.subject and right.subject:
        return likeness(left.subject, right.subject) == "other"
    return any(claim.subject and claim.tie is None for claim in (left, right))


def _near_in_time(left: Claim, right: Claim) -> bool:
    """Whether the years of two dates are like: some years apart, or long ago and as long ago."""
    one, two = (claim.mention.value.stated_year for claim in (left, right))  # type: ignore[union-attr]
    if one is None or two is None or abs(one - two) <= YEARS_APART:
        return True
    today = left.as_of.day or right.as_of.day
    if today is None:
        return False
    return 0 < _ratio(today.year - one, today.year - two) <= LIKE_AGES and max(one, two) < today.year


def _counted(left: Claim, right: Claim, a: Quantity, b: Quantity, shared: Shared) -> Iterator[Option]:
    apart = _ratio(a.point, b.point)
    whole = _whole(left)
    if whole is not None and whole == _whole(right):
        yield "of one whole", "closest"
    once = _once(left.classes & right.classes)
    if once and a.unit == "percent" and shared.told == 1 and 0 < apart <= LIKE:
        yield "share", "settled"
    reach = {1: LIKE, FEW: CLOSE}.get(shared.told, 0.0)
    if once and a.dimension and a.unit != "percent" and 0 < apart <= reach:
        yield "amount", "closest"
    if shared.base >= BASE and 0 < apart <= LIKE and a.unit == b.unit:
        yield "base", "best"
    several = _more_than_a_few(a) and _more_than_a_few(b) and a.unit == b.unit
    if shared.unknown and 1 <= shared.things <= FEW and several and 0 < apart <= MUCH:
        yield "backed", "backed"
    if shared.unknown and shared.ratio >= SLIGHTLY_ALIKE and _other_scale(a, b):
        yield "other scale", "settled"


def _more_than_a_few(value: Quantity) -> bool:
    """Whether a plain count is of ten or more: of two and three things there are many in a story."""
    return value.dimension is None and value.point is not None and value.point >= TEN


def _other_scale(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are one figure, a zero or a thousand times apart; 5 and 50 are a coincidence."""
    if a.unit != b.unit or a.unit == "percent" or not a.figure or not b.figure:
        return False
    if digits(a.figure) != digits(b.figure):
        return False
    times = _ratio(a.figure, b.figure)
    return times in THOUSANDS or (times == TENFOLD and len(digits(a.figure)) > 1)


def _whole(claim: Claim) -> str | None:
    """The whole of which a number is told as a part: "9" for the 7 of "7 of the 9 masts"."""
    words = claim.after
    at = next((i for i, word in enumerate(words[:1]) if word == "of"), None)
    if at is None:
        return None
    rest = [word for word in words[1:4] if word not in ("the", "its", "his", "her", "their", "all")]
    whole = rest[0] if rest else ""
    return whole if whole.isdigit() and int(whole[:6]) >= LEAST_WHOLE else None


def _lasting(a: object, b: object) -> Iterator[Option]:
    if isinstance(a, Duration) and isinstance(b, Duration) and 0 < _ratio(a.low_days, b.low_days) <= LIKE:
        yield "lasting", "best"


def _in_order(left: Claim, right: Claim, a: Ordinal, b: Ordinal, shared: Shared) -> Iterator[Option]:
    if not _near_in_order(a, b):
        return
    if shared.told == 1 and _once(left.classes & right.classes):
        yield "in order", "alone" if _alike(shared) else "settled"
    elif _counts_occasions(left) and _counts_occasions(right):
        yield "occasion", "settled"


def _counts_occasions(claim: Claim) -> bool:
    """Whether a place in an order counts how often something has happened: "the third crash since 2010"."""
    if claim.wording is None:
        return False
    behind = claim.wording.lower[claim.at[1] : claim.at[1] + BEHIND]
    if "since" in behind:
        return True
    years = any(one == "in" and two not in YEARLY for one, two in pairwise(behind))
    return years and not {"years", "months", "decades", "decade"}.isdisjoint(behind)


def _near_in_order(a: Ordinal, b: Ordinal) -> bool:
    return min(a.rank, b.rank) > 1 and abs(a.rank - b.rank) <= STEPS


def _ratio(one: object, two: object) -> float:
    """The greater of two amounts over the lesser; 0 where that says nothing."""
    a, b = (abs(float(x)) if x is not None else 0.0 for x in (one, two))  # type: ignore[arg-type]
    return max(a, b) / min(a, b) if a and b else 0.0
