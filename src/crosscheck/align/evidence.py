"""Kinds of evidence that two claims are about one fact, each a level with a weight in a data file.

Every function looks at a pair and names the level of one kind of evidence; the weight of
a level is its log2 likelihood ratio (Fellegi-Sunter), and the sum of the weights with the
names of their levels is the explanation that a report shows. The values themselves are no
evidence: likeness of digits says nothing about what two figures count.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from attrs import define

from crosscheck.align.levels import band, same_run
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import canonical, changing, of_a_whole
from crosscheck.model import Claim
from crosscheck.values import Duration, Moment, Quantity
from crosscheck.values.relations import EXACT

NEAR_BITS = (3.0, 6.0, 9.0, 12.0, 16.0, 20.0, 25.0, 31.0, 39.0, 50.0)
SENTENCE_BITS = (5.0, 12.0, 25.0, 50.0)
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)
VALUE_BITS = (0.5, 4.0, 8.0, 14.0)
TELLING_HEAD = 4.0  # bits from which a counted thing is no "people" that everything counts
RARE_HEAD = 7.0
NO_SCHEMA = "none"
ONE_STORY = 0.12  # the share of their rare names that two articles of one story have in common at least
OPENING = 3  # sentences that tell the news itself
FEW = 3
SCALES_APART = 1000  # a scale word left out or mistaken: "5" is hardly ever written for 5 million
LEAST_SCALED = 1000
SCALES = frozenset(map(Decimal, (10, 1000, 10**6, 10**9)))  # a zero, or a thousand for a million
INDIAN = frozenset(("lakh", "lakhs", "crore", "crores", "cr"))
SCALES_INDIAN = frozenset(map(Decimal, (100, 10**5, 10**7)))
GAPS = (45.0, 200.0, 400.0, 1100.0, 3000.0)  # days between two dates
UNITS_APART = 12  # square feet in a square metre are 10.8; units further apart are not mistaken
LOOSE = frozenset(("of", "the", "-", "a"))
MOST_FLOAT = 150  # digits of a figure beyond which ratios of floats fail
MOST_DIGITS = 30  # of a figure that can be a power of two
LENGTHS_APART = 62.0  # the same of lengths of time: seconds, minutes and hours; not minutes and years


@define(slots=True)
class Pair:
    """Two claims of different articles, with what only the whole corpus can tell about them."""

    left: Claim
    right: Claim
    near: float = 0.0  # bits shared beside the values
    ratio: float = 0.0  # the share of the poorer side that this is
    akin: float = 0.0  # the part of `near` from different words that can name one thing
    head_bits: float = 0.0  # how telling the counted thing is
    agrees: bool = False  # both state one value
    parts: tuple[tuple[str, str, float], ...] = ()  # that evidence, as (name, level, bits)
    context: float = 0.0  # bits of the evidence in the two sentences themselves
    best: str = "neither"  # both / one / neither: whether each is the other's closest claim there
    rival: str = "none"  # whether the other article states this value too: none / looser / near / closer
    cosine: float = 0.0  # likeness of the two sentences' content words, 0 to 1
    alone: bool = False  # each is the only value of its family in its sentence
    choices: int = 1  # values that the articles state of this counted thing, of the richer one
    consensus: int = 0  # further articles that state one of the two values in surroundings like these
    likeness: float = 1.0  # share of the rare names that the two articles have in common
    rest: float = 0.0  # bits shared by the rest of the sentences
    depth: float = 0.0  # how far apart the two stand in their articles, 0 to 1
    stated: str = "none"  # where one's value stands in the other's article: beside it, one or both of them
    lie: str = "none"  # how two dates lie to the days of their articles: none, same, open, apart
    shared_values: float = 0.0  # bits of the other values that both sentences state
    options: tuple[tuple[str, str], ...] = ()  # schemas that fit, each with the standing that it needs


def near(pair: Pair) -> str:
    """How much of the words beside the values is shared, in bits."""
    return band(pair.near, NEAR_BITS)


def akin(pair: Pair) -> str:
    """How much of that is from different words that can name one thing."""
    return band(pair.akin, (0.5, 3.0, 7.0))


def share(pair: Pair) -> str:
    """Which part of the words beside the values is shared."""
    return band(pair.ratio, SHARES)


def sentence(pair: Pair) -> str:
    """Telling words shared by the two sentences outside the values' surroundings, in bits."""
    return band(pair.rest, SENTENCE_BITS)


def names(pair: Pair) -> str:
    """Whether the sentences share capitalised words."""
    a, b = pair.left.names, pair.right.names
    if not a or not b:
        return "unknown"
    shared = len(a & b)
    return "none" if not shared else "one" if shared == 1 else "several"


def run(pair: Pair) -> str:
    """How many of the very next words are the same on both sides of the value, without a gap."""
    a, b = pair.left, pair.right
    same = same_run(a.before, b.before), same_run(a.after, b.after)
    both = "both" if all(same) else "one"
    return f"{both} {band(sum(same), (2, 4, 7))}" if any(same) else "none"


def head(pair: Pair) -> str:
    """Whether both count the same kind of thing, and how telling that is."""
    a, b = pair.left.subject, pair.right.subject
    if not a or not b:
        return "unknown"
    alike = likeness(a, b)
    if alike != "same":
        return alike
    return (
        "rare" if pair.head_bits >= RARE_HEAD else "telling" if pair.head_bits >= TELLING_HEAD else "common"
    )


def whole(pair: Pair) -> str:
    """Whether the figures are those of known wholes: "the city's 118 precincts", "all nine judges"."""
    a, b = pair.left, pair.right
    if not isinstance(a.mention.value, Quantity):
        return "none"
    known = sum(of_a_whole(c.before[:1]) for c in (a, b))
    thing = "thing" if a.subject and a.subject == b.subject else "other"
    return f"{known} {thing}" if known else "none"


def predicate(pair: Pair) -> str:
    """Whether the same is said of it."""
    a, b = pair.left.predicate, pair.right.predicate
    return "unknown" if not a or not b else likeness(a, b)


def actor(pair: Pair) -> str:
    """Whether the noun before the verb is the same."""
    a, b = pair.left.actor, pair.right.actor
    return "unknown" if not a or not b else likeness(a, b)


def crossed(pair: Pair) -> str:
    """How many words of the two frames are the same, in whatever part: "a cut", "was cut"."""
    mine, other = ({c.subject, c.predicate, c.actor} - {"", None} for c in (pair.left, pair.right))
    return str(min(2, len(mine & other))) if mine and other else "unknown"


def sort(pair: Pair) -> str:
    """Whether the predicates nearest to the values are of one class."""
    a, b = pair.left.classes, pair.right.classes
    return "unknown" if not a or not b else "other" if a.isdisjoint(b) else "same"


def tie(pair: Pair) -> str:
    """Whether the same preposition ties the values to their clauses ("to", "by", "since")."""
    a, b = pair.left.tie, pair.right.tie
    if a is None or b is None:
        return "none" if a is b else "one"
    return "same" if a == b else "other"


def only(pair: Pair) -> str:
    """Whether each article states but one value of what is counted, or chooses from several."""
    number = "one" if pair.choices == 1 else "few" if pair.choices <= FEW else "many"
    return f"{number} thing" if pair.left.subject and pair.left.subject == pair.right.subject else number


def opening(pair: Pair) -> str:
    """Whether both stand where articles tell the news itself."""
    return str(sum(claim.sentence < OPENING for claim in (pair.left, pair.right)))


def magnitude(pair: Pair) -> str:
    """Whether two amounts or lengths of time are of one order; nothing about their digits."""
    a, b = pair.left.mention.value, pair.right.mention.value
    mine, other = size_of(a), size_of(b)
    if not mine or not other:
        return "none"
    ratio = abs(mine / other)
    return band(max(ratio, 1.0 / ratio), (1.25, 1.6, 2.5, 4.0, 20.0))


def size_of(value: object) -> float | None:
    """An amount in the unit that it is told in, a length of time in days; None for what has no size."""
    if isinstance(value, Duration):
        days = value.high_days if value.low_days is None else value.low_days
        return None if days is None else float(days)
    if not isinstance(value, Quantity) or value.figure is None:
        return None
    return float(value.figure) if abs(value.figure.adjusted()) < MOST_FLOAT else None


def time(pair: Pair) -> str:
    """How far apart the days are from which the articles speak."""
    a, b = pair.left.as_of.day, pair.right.as_of.day
    if a is None or b is None:
        return "unknown"
    days = abs((a - b).days)
    return "same" if days <= 1 else "near" if days <= 7 else "far"


def manner(pair: Pair) -> str:
    """Whether both are asserted, planned, hypothetical or negated alike, or what the two are."""
    return _alike_or_both(pair.left.modality, pair.right.modality)


def extent(pair: Pair) -> str:
    """Whether both are a total, a part or a further number alike, or what the two are."""
    return _alike_or_both(pair.left.scope or "plain", pair.right.scope or "plain")


def _alike_or_both(mine: str, other: str) -> str:
    return "same" if mine == other else " ".join(sorted((mine, other)))


def sort_of(pair: Pair) -> str:
    """Whether the words between the figures and what both count tell one sort of it: "[assault] rifles"."""
    a, b = pair.left, pair.right
    if not a.subject or a.subject != b.subject or not isinstance(a.mention.value, Quantity):
        return "none"
    mine, other = _before_head(a.after, a.subject), _before_head(b.after, b.subject)
    if mine is None or other is None:
        return "unknown"
    if not mine or not other:
        return "bare" if mine == other else "one"
    return "same" if mine == other else "some" if mine & other else "other"


@lru_cache(maxsize=16384)
def _before_head(after: tuple[str, ...], head: str) -> frozenset[str] | None:
    """The words between a value and the noun it counts; None where that does not follow it."""
    found: set[str] = set()
    for word in after:
        if canonical(word) == head:
            return frozenset(found)
        if word in LOOSE:
            continue
        if not word[0].isalnum():
            return None
        found.add(canonical(word))
    return None


def gap(pair: Pair) -> str:
    """How far apart two dates are in their likeliest readings, by days."""
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment) or a.relative or b.relative:
        return "none"
    one, two = a.earliest or a.floor, b.earliest or b.floor
    return "unknown" if one is None or two is None else band(float(abs((one - two).days)), GAPS)


def depth(pair: Pair) -> str:
    """How far apart the two stand in the order of their articles."""
    return band(pair.depth, (0.25, 0.5, 0.75))


def stated(pair: Pair) -> str:
    """Whether the other article states a claim's value too, and that in the very sentence."""
    return pair.stated


def lie(pair: Pair) -> str:
    """Whether two dates lie alike to the days from which the articles speak: ahead, lately, long ago."""
    return pair.lie


def speaker(pair: Pair) -> str:
    """Whether the same person or body is named as the source."""
    a, b = pair.left.speaker, pair.right.speaker
    return "unknown" if not a or not b else "same" if a == b else "other"


def values(pair: Pair) -> str:
    """How telling the other values are that both sentences state, in bits."""
    return band(pair.shared_values, VALUE_BITS)


def best(pair: Pair) -> str:
    """Whether each claim is the closest one to the other in its article."""
    return pair.best


def rival(pair: Pair) -> str:
    """Whether one article states the other's value as well, where that fits looser, as near or closer."""
    return pair.rival


def cosine(pair: Pair) -> str:
    """How alike the two sentences are in their content words."""
    return band(pair.cosine, (0.1, 0.2, 0.3, 0.4, 0.55, 0.7))


def slot(pair: Pair) -> str:
    """Whether each value is the only one of its family in its sentence."""
    return "alone" if pair.alone else "several"


def figure(pair: Pair) -> str:
    """Whether one and the same figure stands in two units or magnitudes.

    Not the likeness of digits: the very same figure, whose unit or scale alone differs, is
    a coincidence between unrelated facts the rarer the more digits it has.
    """
    a, b = figure_of(pair.left.mention.value), figure_of(pair.right.mention.value)
    if a is None or b is None:
        return "none"
    mine, other = digits(a[0]), digits(b[0])
    if mine != other or a == b or (a[0] != b[0] and a[1] != b[1]) or not _mistaken(pair):
        return "other"
    return "telling" if len(mine) > 1 else "common"


def _mistaken(pair: Pair) -> bool:
    """Whether the one unit is ever written for the other: kilometres for miles, not inches for miles.

    Nor are percentages mistaken by their zeros.
    """
    a, b = pair.left.mention.value, pair.right.mention.value
    if isinstance(a, Duration) and isinstance(b, Duration):
        ratio = (size_of(a) or 1.0) / (size_of(b) or 1.0)
        return max(ratio, 1.0 / ratio) <= LENGTHS_APART if ratio else False
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension == "percent":
        return False
    if a.dimension == "data":  # memory of any size comes in powers of two
        return not _power_of_two(a.figure)
    if a.dimension != b.dimension:
        return True
    if a.unit == b.unit:
        low, high = sorted((abs(a.figure or Decimal(0)), abs(b.figure or Decimal(0))))
        times = EXACT.divide(high, low)
        indian = any(not INDIAN.isdisjoint(c.mention.text.lower().split()) for c in (pair.left, pair.right))
        slip = times in SCALES or (indian and times in SCALES_INDIAN)
        return slip and (low >= LEAST_SCALED or times <= SCALES_APART)
    return max(a.factor / b.factor, b.factor / a.factor) <= UNITS_APART


def _power_of_two(figure: Decimal | None) -> bool:
    if figure is None or figure.adjusted() > MOST_DIGITS or figure != figure.to_integral_value():
        return False
    whole = int(figure)
    return whole > 1 and whole & (whole - 1) == 0


def figure_of(value: object) -> tuple[Decimal, str | None] | None:
    """The figure that an amount or a length of time shows, with its unit; None for zero and none."""
    if isinstance(value, Quantity):
        return (value.figure, value.unit) if value.figure else None
    return value.count if isinstance(value, Duration) else None


def digits(point: Decimal) -> str:
    """The digits of a figure without its zeros at the end: "12" of 1,200."""
    return "".join(map(str, point.normalize().as_tuple().digits))


def consensus(pair: Pair) -> str:
    """Whether further articles back one of the two values in like surroundings."""
    return ("none", "one", "several")[min(pair.consensus, 2)]


def grain(pair: Pair) -> str:
    """Whether two dates are stated alike: both as weekdays, days, months or years."""
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return "none"
    mine, other = _grain(a), _grain(b)
    return mine if mine == other else "other"


def slip(pair: Pair) -> str:
    """In which one part two dates differ: year, month or day; "more" for several, "years" for years alone.

    "end" are two periods that begin or end alike.
    """
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment) or a.relative or b.relative:
        return "none"
    if a.ends and len(a.ends) == len(b.ends):
        unlike = [(_calendar(x), _calendar(y)) for x, y in zip(a.ends, b.ends, strict=True) if x != y]
        if len(unlike) == 1:
            return "end" if len(a.ends) > 1 else _unlike(*unlike[0])
        return "more"
    return _unlike((a.stated_year, *a.month_day), (b.stated_year, *b.month_day))


def _calendar(stated: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a date in EDTF, each None where it is left open."""
    parts = [int(part) if part.isdigit() else None for part in stated.strip("~?").split("-")[:3]]
    year, month, day = (*parts, None, None, None)[:3]
    return year, month, day


def _unlike(
    mine: tuple[int | None, int | None, int | None], other: tuple[int | None, int | None, int | None]
) -> str:
    (year, month, day), (other_year, other_month, other_day) = mine, other
    apart = None not in (year, other_year) and year != other_year
    if month is None or other_month is None:
        return "years" if apart else "none"
    if apart:
        return "year" if (month, day) == (other_month, other_day) else "more"
    if month != other_month:
        return "month" if day == other_day is not None else "more"
    return "day"


def _grain(value: Moment) -> str:
    if value.relative:
        return "words" if value.weekday is None else "weekday"
    if None not in value.month_day:
        return "day"
    if value.stated[:4].isdigit():
        return "month" if len(value.stated) > 4 else "year"
    return "month"


def story(pair: Pair) -> str:
    """How much the two articles tell one story, by the rare names they share."""
    return band(pair.likeness, (0.12, 0.18, 0.25, 0.35))


def schema(pair: Pair) -> str:
    """Which schema of one fact told in other words the two fit (`schemas`), `NO_SCHEMA` for none.

    A schema needs a pair whose values are "alone" of their class, or that is the "closest" to one of
    the two, the "best" to both, or that and "settled": neither article gives the other's value as well.
    """
    if not pair.options or pair.agrees or pair.rival == "closer" or pair.likeness < ONE_STORY:
        return NO_SCHEMA
    stands = {"alone"} if pair.best == "neither" else {"alone", "closest"}
    if pair.best == "both":
        stands |= {"best", "settled"} if pair.rival in ("none", "looser") else {"best"}
    return next((name for name, need in pair.options if need in stands), NO_SCHEMA)


def person(pair: Pair) -> str:
    """Whether two ages are said of one person, by the name beside them."""
    a, b = getattr(pair.left.mention.value, "person", None), getattr(pair.right.mention.value, "person", None)
    if not a or not b:
        return "unknown"
    mine, other = _name_words(a), _name_words(b)
    if mine <= other or other <= mine:
        return "same" if min(len(mine), len(other)) > 1 else "surname"
    return "alike" if mine & other and _jaro_winkler(" ".join(mine), " ".join(other)) > 0.9 else "other"


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,") for word in name.split() if len(word.strip(".,")) > 1)


def _jaro_winkler(a: str, b: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(" ".join(sorted(a.split())), " ".join(sorted(b.split())))


def change(pair: Pair) -> str:
    """Whether counts of this thing move while a story runs, so that two figures may be an update."""
    words = {pair.left.subject, pair.right.subject, pair.left.predicate, pair.right.predicate}
    if changing().isdisjoint(words):
        return "settled"
    return "moving"


# Evidence in the two sentences themselves, for which claims that agree are examples too.
CONTEXT: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("near", near),
    ("share", share),
    ("akin", akin),
    ("sentence", sentence),
    ("cosine", cosine),
    ("names", names),
    ("run", run),
    ("head", head),
    ("kind", sort_of),
    ("whole", whole),
    ("predicate", predicate),
    ("actor", actor),
    ("crossed", crossed),
    ("sort", sort),
    ("tie", tie),
    ("manner", manner),
    ("extent", extent),
    ("speaker", speaker),
    ("values", values),
    ("slot", slot),
    ("only", only),
    ("opening", opening),
    ("depth", depth),
    ("person", person),
)
# Evidence that looks at the other candidates, the articles, the days and the kinds of value.
STANDING: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("best", best),
    ("rival", rival),
    ("consensus", consensus),
    ("story", story),
    ("stated", stated),
    ("slip", slip),
    ("lie", lie),
    ("gap", gap),
    ("time", time),
    ("change", change),
    ("figure", figure),
    ("magnitude", magnitude),
    ("grain", grain),
)
EVIDENCE = CONTEXT + STANDING
