"""Days and periods as sets of days."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen

from crosscheck.values.relations import Relation


def last_day(year: int, month: int) -> int:
    """The number of days in a month."""
    return calendar.monthrange(year, month)[1]


DEADLINES = frozenset(("until", "till", "by"))  # words after which a date is an end and no bound


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
    def stated_year(self) -> int | None:
        """The year that the words themselves give, or None."""
        head = self.stated.lstrip("[~-")[:4]
        return int(head) if head.isdigit() else None

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

    @property
    def ends(self) -> tuple[str, ...]:
        """What the words fix in EDTF: both ends of a whole period, or the end that "until" names."""
        if self.hedge in DEADLINES:
            return (self.stated,)
        start, slash, end = self.stated.partition("/")
        return (start, end) if slash and self.span and self.hedge is None else ()

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
        """How this set of days stands to another; a day that does not exist stands to none.

        Two whole periods stand apart where they begin or end on different days, though they overlap.
        """
        mine = (self.floor, self.ceiling, self.pattern)
        if mine == (other.floor, other.ceiling, other.pattern):
            return Relation.EQUAL
        if _ends_apart(self.ends, other.ends) or one_end_apart(self, other):
            return Relation.DISJOINT
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


def _ends_apart(mine: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two periods, or two deadlines, differ in what both state of an end: "2021-09", "2021-10-05"."""
    if len(mine) != len(other):
        return False
    digits = (pair for a, b in zip(mine, other, strict=True) for pair in zip(a, b, strict=False))
    return any(x != y and x.isdigit() and y.isdigit() for x, y in digits)


def one_end_apart(a: Moment, b: Moment) -> bool:
    """Whether a whole period and one told with "between" share one end alone: both tell of one period."""
    if {a.hedge, b.hedge} != {None, "between"}:
        return False
    mine, other = (x.stated.partition("/") for x in (a, b))
    if not mine[1] or not other[1]:
        return False
    same = mine[0] == other[0], mine[2] == other[2]
    return same[0] != same[1] and _ends_apart((mine[0], mine[2]), (other[0], other[2]))


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


def in_another_year(day: date, low: date, high: date, years: int = 3) -> date | None:
    """The same day of the year in the nearest other year that lies from `low` to `high`, or None.

    Years are tried up to `years` away, earlier ones first.
    """
    for away in sorted((n for n in range(-years, years + 1) if n), key=abs):
        try:
            other = day.replace(year=day.year + away)
        except ValueError:  # February 29, or beyond the calendar
            continue
        if low <= other <= high:
            return other
    return None
