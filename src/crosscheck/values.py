"""Values as sets of possibilities, and the one relation between two of them.

A stated value is never a bare point: "about 100" is a band, "3.2 million" is 3.15 to
3.25 million, "Oct. 7" is that day in every year. Two statements about one fact conflict
exactly where their sets are disjoint, so rounding, hedges, partial dates and units are
no special cases in the rules: they are how wide a value is.

Laws (property-tested): the relation is symmetric; widening a value never turns a
compatible pair into a disjoint one; a value is compatible with its own rounding.
"""

import calendar
import enum
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import Any

from attrs import evolve, frozen

ZERO = Decimal(0)

# Arithmetic of its own: exact enough for any figure in print, no exception on absurd ones,
# and untouched by the decimal context that the calling program has set.
_EXACT = Context(prec=60, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


class Relation(enum.Enum):
    """How two values stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DISJOINT = "disjoint"
    INCOMPARABLE = "incomparable"


def plain(number: Decimal | None) -> str | None:
    """A decimal as a string without exponent or trailing zeros: 1E+3 is "1000", 2.50 is "2.5".

    Beyond 60 digits the scientific form is kept, so that "1e999999999" cannot exhaust memory.
    """
    if number is None:
        return None
    if not number:
        return "0"
    if not number.is_finite() or abs(number.adjusted()) > 60:
        return str(number)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def intervals(
    a: tuple[Decimal | None, Decimal | None, bool], b: tuple[Decimal | None, Decimal | None, bool]
) -> Relation:
    """Relate two intervals given as (low, high, rounded); None is an open end.

    Where the two only touch, they are disjoint if both bounds come from rounding
    (1,200 ends where 1,300 begins) and compatible otherwise (125 rounds to 120 or 130).
    """
    if a[:2] == b[:2]:
        return Relation.EQUAL
    both_rounded = a[2] and b[2]
    for high, low in ((a[1], b[0]), (b[1], a[0])):
        if high is not None and low is not None and (high < low or (both_rounded and high == low)):
            return Relation.DISJOINT
    return Relation.COMPATIBLE


def _stretched(
    low: Decimal | None, high: Decimal | None, slack: Decimal
) -> tuple[Decimal | None, Decimal | None, bool]:
    if not slack:
        return low, high, False
    return (
        None if low is None else _EXACT.subtract(low, slack),
        None if high is None else _EXACT.add(high, slack),
        True,
    )


@frozen(slots=True)
class Quantity:
    """An amount: a closed interval of numbers in a unit.

    `low` and `high` are what the words say, hedge included (None: open end); `slack` is
    half a unit in the last place that the figure shows, by which rounding may have moved
    it (statcheck's rule: a reported 2.0 means 1.95 to 2.05). `dimension`, `factor` and
    `offset` convert to the base unit: base = amount * factor + offset. `factor` is positive;
    a base unit is best chosen so that the factors are exact decimals.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    stated: str | None = None
    hedge: str | None = None
    slack: Decimal = ZERO
    dimension: str | None = None
    factor: Decimal = Decimal(1)
    offset: Decimal = ZERO

    @property
    def exact(self) -> bool:
        """Whether the words give one figure without a hedge or a bound."""
        return self.low is not None and self.low == self.high and self.hedge is None

    @property
    def point(self) -> Decimal | None:
        """The figure itself, or the middle of a closed range; None where an end is open."""
        if self.low is None or self.high is None:
            return None
        if self.low == self.high:
            return self.low
        return _EXACT.divide(_EXACT.add(self.low, self.high), Decimal(2))

    def bounds(self) -> tuple[Decimal | None, Decimal | None, bool]:
        """The set in base units, as (low, high, whether rounding widened it)."""
        low, high, rounded = _stretched(self.low, self.high, self.slack)
        if self.factor != 1 or self.offset:
            low = None if low is None else _EXACT.fma(low, self.factor, self.offset)
            high = None if high is None else _EXACT.fma(high, self.factor, self.offset)
        return low, high, rounded

    def relation(self, other: "Quantity") -> Relation:
        """How this amount stands to another; amounts of two dimensions are incomparable."""
        if self.dimension != other.dimension:
            return Relation.INCOMPARABLE
        return intervals(self.bounds(), other.bounds())

    def widened(self, by: Decimal) -> "Quantity":
        """The same amount with `by` more slack on either side."""
        return evolve(self, slack=_EXACT.add(self.slack, by))

    def to_dict(self) -> dict[str, Any]:
        return {
            "low": plain(self.low),
            "high": plain(self.high),
            "unit": self.unit,
            "stated": self.stated,
            "hedge": self.hedge,
        }


def last_day(year: int, month: int) -> int:
    """The number of days in a month."""
    return calendar.monthrange(year, month)[1]


@frozen(slots=True)
class Moment:
    """A day or period: a set of days.

    The set, with which rules reason, is every day from `floor` to `ceiling` (None: open)
    that fits the pattern of `month`, `day` (of the month) and `weekday` (Monday is 0);
    "Oct. 7" is month 10, day 7 and no bounds. Where `span` is true the words name the
    whole period ("from March 3 to 5"), else some day within it ("in March").

    `earliest` to `latest` is the likeliest reading, `inferred` says which parts of it the
    words do not state, `basis` what it was inferred from. `stated` is EDTF (ISO 8601-2).
    """

    stated: str
    earliest: date | None
    latest: date | None
    inferred: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    floor: date | None = None
    ceiling: date | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: bool = False
    hedge: str | None = None

    @property
    def single(self) -> date | None:
        """The one day that the words name with its year, or None."""
        return self.floor if self.floor is not None and self.floor == self.ceiling else None

    @property
    def month_day(self) -> tuple[int | None, int | None]:
        """The month and the day of the month that the words name, each None where they do not."""
        if self.single is not None:
            return self.single.month, self.single.day
        if self.month is None and self.floor and self.ceiling:
            month = (self.floor.year, self.floor.month) == (self.ceiling.year, self.ceiling.month)
            return (self.floor.month if month and self.stated[5:7].isdigit() else None), self.day
        return self.month, self.day

    @property
    def relative(self) -> bool:
        """Whether the words place it by another day ("on Tuesday", "last week"): no year, no month."""
        return not self.stated[:4].isdigit() and not self.stated[5:7].isdigit()

    @property
    def pattern(self) -> tuple[int | None, int | None, int | None]:
        return self.month, self.day, self.weekday

    def admits(self, when: date) -> bool:
        """Whether this day is in the set."""
        return (
            (self.floor is None or self.floor <= when)
            and (self.ceiling is None or when <= self.ceiling)
            and (self.month is None or when.month == self.month)
            and (self.day is None or when.day == self.day)
            and (self.weekday is None or when.weekday() == self.weekday)
        )

    def relation(self, other: "Moment") -> Relation:
        """How this set of days stands to another; a day that does not exist stands to none."""
        mine = (self.floor, self.ceiling, self.pattern)
        if mine == (other.floor, other.ceiling, other.pattern):
            return Relation.EQUAL
        if _share_a_day(self, other):
            return Relation.COMPATIBLE
        real = _share_a_day(self, self) and _share_a_day(other, other)
        return Relation.DISJOINT if real else Relation.INCOMPARABLE

    def widened(self, days: int) -> "Moment":
        """A set with bounds `days` further out on either side, and then without a pattern."""
        if days <= 0:
            return self
        step = timedelta(days=days)
        return evolve(
            self,
            floor=None if self.floor is None else _clamped(self.floor, -step),
            ceiling=None if self.ceiling is None else _clamped(self.ceiling, step),
            month=None,
            day=None,
            weekday=None,
        )

    def to_dict(self) -> dict[str, Any]:
        return {
            "earliest": self.earliest and self.earliest.isoformat(),
            "latest": self.latest and self.latest.isoformat(),
            "stated": self.stated,
            "inferred": list(self.inferred),
            "basis": list(self.basis),
        }


def _clamped(when: date, step: timedelta) -> date:
    try:
        return when + step
    except OverflowError:
        return date.max if step > timedelta(0) else date.min


_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _share_a_day(a: Moment, b: Moment) -> bool:
    """Whether some day is in both sets, exactly (an open end is without end)."""
    for x, y in zip(a.pattern, b.pattern, strict=True):
        if x is not None and y is not None and x != y:
            return False
    month, day, weekday = (y if x is None else x for x, y in zip(a.pattern, b.pattern, strict=True))
    if day is not None and not 1 <= day <= (_LONGEST_MONTH[month - 1] if month else 31):
        return False
    floors = [x for x in (a.floor, b.floor) if x is not None]
    ceilings = [x for x in (a.ceiling, b.ceiling) if x is not None]
    if not floors or not ceilings:
        return True  # every pattern of a possible day comes round on every weekday
    low, high = max(floors), min(ceilings)
    if low <= high and month is day is weekday is None:
        return True
    return any(
        (month is None or when.month == month) and (weekday is None or when.weekday() == weekday)
        for when in _days(low, high, month, day)
    )


def _days(low: date, high: date, month: int | None, day: int | None) -> Iterator[date]:
    """The days from `low` to `high` with this day of the month, if one is given.

    Without one, 400 days hold every month and weekday, so no more are given.
    """
    if day is None:
        for n in range(min((high - low).days, 400) + 1):
            yield low + timedelta(days=n)
        return
    for year in range(low.year, high.year + 1):
        for m in (month,) if month else range(1, 13):
            if day <= last_day(year, m) and low <= (when := date(year, m, day)) <= high:
                yield when


_ORIGIN = datetime(1970, 1, 1)  # noqa: DTZ001 - local times; the offset is subtracted by hand


@frozen(slots=True)
class Instant:
    """A clock time, perhaps on a known day: a closed range of minutes.

    `earliest` and `latest` are ISO 8601 local times ("2024-04-03T17:00", or "T17:00" where
    the day is unknown); `offset_minutes` is the distance from UTC where the zone is known.
    """

    earliest: str
    latest: str
    zone: str | None = None
    offset_minutes: int | None = None

    def bounds(self) -> tuple[Decimal, Decimal, bool] | None:
        """The range in minutes of UTC; None where the day or the zone is unknown."""
        if self.offset_minutes is None or self.earliest.startswith("T") or self.latest.startswith("T"):
            return None
        start, end = (
            Decimal((datetime.fromisoformat(t) - _ORIGIN) // timedelta(minutes=1) - self.offset_minutes)
            for t in (self.earliest, self.latest)
        )
        return start, end, False

    def relation(self, other: "Instant") -> Relation:
        """How this time stands to another; without day and zone they cannot be compared."""
        mine, theirs = self.bounds(), other.bounds()
        return Relation.INCOMPARABLE if mine is None or theirs is None else intervals(mine, theirs)

    def to_dict(self) -> dict[str, Any]:
        return {"earliest": self.earliest, "latest": self.latest, "zone": self.zone}


@frozen(slots=True)
class Duration:
    """A length of time: a closed interval of days, `stated` as an ISO 8601 duration."""

    low_days: Decimal | None
    high_days: Decimal | None
    stated: str
    hedge: str | None = None
    slack_days: Decimal = ZERO

    def bounds(self) -> tuple[Decimal | None, Decimal | None, bool]:
        """The set in days, as (low, high, whether rounding widened it)."""
        return _stretched(self.low_days, self.high_days, self.slack_days)

    def relation(self, other: "Duration") -> Relation:
        """How this length stands to another."""
        return intervals(self.bounds(), other.bounds())

    def widened(self, days: Decimal) -> "Duration":
        """The same length with `days` more slack on either side."""
        return evolve(self, slack_days=_EXACT.add(self.slack_days, days))

    def to_dict(self) -> dict[str, Any]:
        return {
            "low_days": plain(self.low_days),
            "high_days": plain(self.high_days),
            "stated": self.stated,
            "hedge": self.hedge,
        }


@frozen(slots=True)
class Ordinal:
    """A place in an order: 2 for "second"."""

    rank: int

    def relation(self, other: "Ordinal") -> Relation:
        """How this place stands to another."""
        return Relation.EQUAL if self.rank == other.rank else Relation.DISJOINT

    def to_dict(self) -> dict[str, Any]:
        return {"rank": self.rank}


_MONTH = Decimal("0.08")  # of a year, rounded down, so that 23 months end before 2 years begin


@frozen(slots=True)
class Age:
    """Completed years of life, as a closed interval; fractions for "18 months old" (1.5).

    Who is 61 has lived 61 to just under 62 years; who is 18 months old, to just under 19.
    """

    low: Decimal
    high: Decimal
    person: str | None = None

    def relation(self, other: "Age") -> Relation:
        """How this age stands to another: a one-year-old may be 18 months old."""
        return intervals(self.bounds(), other.bounds())

    def bounds(self) -> tuple[Decimal, Decimal, bool]:
        """The years lived, as (low, high, whether they end where the next age begins)."""
        whole = self.high == self.high.to_integral_value()
        return self.low, _EXACT.add(self.high, Decimal(1) if whole else _MONTH), True

    def to_dict(self) -> dict[str, Any]:
        def years(value: Decimal) -> int | float:
            return int(value) if value == value.to_integral_value() else float(value)

        return {"low": years(self.low), "high": years(self.high)}


@frozen(slots=True)
class Post:
    """An office or calling that the text gives a person.

    `office` is its canonical name in the lexicon ("foreign-minister"), `words` the words of
    the role, `place` what it is the office of ("douglas county"; "" where unsaid), lower
    case; `state` is "past", "future", "lesser" (deputy, acting) or None for the present
    full holder. `start` to `end` is the role in the text, up to the end of the name where
    the name follows directly, and `text` those words.
    """

    office: str
    words: str
    start: int
    end: int
    text: str
    place: str = ""
    state: str | None = None


@frozen(slots=True)
class Name:
    """A person, organisation or place by the names that the text gives it.

    For a person `given` holds the given names and initials as written, `family` the
    surname with its particles; for others `aliases` holds acronyms and short forms.
    `posts` are the offices behind `roles`, `age` the years of life stated right beside the
    name, `kin` whether it is introduced as someone's relative. Where only the surname is
    written, `linked` is true and the rest comes from the full name in the same article.
    """

    name: str
    given: tuple[str, ...] = ()
    family: str | None = None
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    posts: tuple[Post, ...] = ()
    age: int | None = None
    kin: bool = False
    linked: bool = False

    def relation(self, other: "Name") -> Relation:
        """How two names of places or organisations stand to each other.

        Places without a word in common are two; organisations are two where they share a
        word and each has one that the other lacks ("Lakeshore Paper", "Lakeland Paper").
        People are told apart by alignment and have no relation here.
        """
        if "person" in (self.kind, other.kind) or self.kind != other.kind:
            return Relation.INCOMPARABLE
        mine, theirs = self.words(), other.words()
        if mine == theirs:
            return Relation.EQUAL
        if mine <= theirs or theirs <= mine:
            return Relation.COMPATIBLE
        shared = bool(mine & theirs)
        return Relation.DISJOINT if shared == (self.kind == "organisation") else Relation.COMPATIBLE

    def words(self) -> frozenset[str]:
        text = " ".join((self.name, *self.aliases))
        bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
        return frozenset(word.strip(".,'’") for word in bare.replace("-", " ").split()) - {"the", "of", ""}

    def to_dict(self) -> dict[str, Any]:
        if self.kind != "person":
            return {"name": self.name, "aliases": list(self.aliases)}
        return {
            "name": self.name,
            "given": " ".join(self.given) or None,
            "family": self.family,
            "titles": list(self.titles),
            "roles": list(self.roles),
        }


@frozen(slots=True)
class Quotation:
    """Quoted words and who is said to have spoken them."""

    words: str
    speaker: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"words": self.words, "speaker": self.speaker}


Value = Quantity | Moment | Instant | Duration | Ordinal | Age | Name | Quotation
