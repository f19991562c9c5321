"""How long it is from one time to another, with the grain of each: minutes, days, months or years."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Final

from attrs import evolve, frozen

from crosscheck.model import Claim
from crosscheck.values import Duration, Instant, Moment, Relation
from crosscheck.values.relations import intervals

DAY: Final = 24 * 60
WEEK: Final = 7
HALF: Final = DAY // 2
WIDEST: Final = 400  # days of a time that is no narrower than a year
LOOSE_HOURS: Final = Decimal("0.2") / 24  # days by which a length in hours may be off besides
LOOSE_PART: Final = Decimal("0.02")  # the same as a part of it


@frozen(slots=True, eq=False)
class Point:
    """A time, as the claims tell it that stand side by side.

    `minutes` are the first and last minute of a day that it can be, `days` the first and last
    day as ordinals, `weekday` is 0 for Monday; each None where the words do not tell. `half` says that it
    may be before or after noon.
    """

    claims: tuple[Claim, ...]
    minutes: tuple[int, int] | None
    days: tuple[int, int] | None
    weekday: int | None
    zone: str | None = None
    half: bool = False

    @property
    def readings(self) -> tuple["Point", ...]:
        """The time before noon and the one after, where the words do not say which."""
        if self.minutes is None or not self.half:
            return (self,)
        low = self.minutes[0] % HALF
        return tuple(evolve(self, minutes=(at, at), half=False) for at in (low, low + HALF))

    @property
    def where(self) -> tuple[int, int]:
        return self.claims[0].where

    @property
    def width(self) -> int:
        """How much it leaves open, in minutes; what is not known of the day counts as a week."""
        low, high = self.minutes or (0, DAY)
        first, last = self.days or (0, WEEK if self.weekday is None else 1)
        return high - low + (last - first) * DAY


def point(time: Sequence[Claim]) -> Point | None:
    """The time that claims side by side tell; None for one that is no point, or half a day wide."""
    minutes: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    weekday: int | None = None
    zone: str | None = None
    half = False
    for claim in time:
        value = claim.mention.value
        if isinstance(value, Instant):
            if minutes is None:
                minutes, half = _minutes(value), _either(claim, value)
                zone = None if value.offset_minutes is None else value.zone
        elif isinstance(value, Moment):
            if value.hedge is not None or "/" in value.stated:
                return None
            weekday = value.weekday if weekday is None else weekday
            days = days or _days(claim, value)
    if minutes is None and days is None and weekday is None:
        return None
    return Point(tuple(time), minutes, days, weekday, zone, half)


def _either(claim: Claim, value: Instant) -> bool:
    """Whether a clock time may be before or after noon: "at 3:16"."""
    return value.minutes == HALF and any(map(str.isdigit, claim.mention.text))


def _minutes(value: Instant) -> tuple[int, int] | None:
    low, high = value.stretch(0)
    return (low % DAY, low % DAY + high - low) if high - low <= HALF else None


def _days(claim: Claim, value: Moment) -> tuple[int, int] | None:
    """The days of a date with its year or one that its article is near; a weekday that is past."""
    first, last = value.earliest, value.latest
    if first is None or last is None or (last - first).days > WIDEST:
        return None
    today = claim.as_of.day
    if value.relative and (today is None or first > today or (today - first).days >= WEEK):
        return None
    return first.toordinal(), last.toordinal()


def same(one: Point, two: Point) -> bool:
    """Whether two times can be one: nothing that both tell differs."""
    if one.zone == two.zone and not any(
        a.minutes is None or b.minutes is None or _meet(a.minutes, b.minutes)
        for a, b in product(one.readings, two.readings)
    ):
        return False
    if one.days and two.days:
        return _meet(one.days, two.days)
    return None in (one.weekday, two.weekday) or one.weekday == two.weekday


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def between(start: Point, end: Point) -> tuple[Decimal, Decimal, int] | None:
    """The days from one time to another: least, most, and after how many it comes round (0: never)."""
    if start.zone != end.zone and start.minutes and end.minutes:
        return None
    if start.minutes and end.minutes:
        least, most = end.minutes[0] - start.minutes[1], end.minutes[1] - start.minutes[0]
        apart, round_ = _days_apart(start, end)
        return Decimal(least) / DAY + apart[0], Decimal(most) / DAY + apart[1], round_
    if start.days is None or end.days is None:
        return None
    least = max(end.days[0] - start.days[1] - 1, 0)
    return Decimal(least), Decimal(end.days[1] - start.days[0] + 1), 0


def _days_apart(start: Point, end: Point) -> tuple[tuple[int, int], int]:
    """The whole days from one clock time to another, and after how many they come round."""
    if start.days and end.days:
        return (end.days[0] - start.days[1], end.days[1] - start.days[0]), 0
    first, last = weekday(start), weekday(end)
    if first is not None and last is not None:
        return ((last - first) % WEEK,) * 2, WEEK
    return (0, 0), 1


def weekday(time: Point) -> int | None:
    """The weekday of a time, 0 for Monday; None where it is not known."""
    if time.weekday is not None:
        return time.weekday
    known = time.days is not None and time.days[0] == time.days[1]
    return date.fromordinal(time.days[0]).weekday() if known and time.days else None


def length(claim: Claim) -> tuple[Decimal | None, Decimal | None]:
    """The least and most days that a length can be, a little more than its words allow."""
    value = claim.mention.value
    if not isinstance(value, Duration):
        raise TypeError("no length of time")
    if value.stated.endswith("D") and value.hedge is None and value.count is not None:
        return value.low_days, value.high_days
    return _loosened(value)


def _loosened(value: Duration) -> tuple[Decimal | None, Decimal | None]:
    low, high, _ = value.bounds()
    slack = LOOSE_HOURS if value.stated.startswith("PT") and "H" in value.stated else Decimal(0)
    off = [max(slack, (bound or Decimal(0)) * LOOSE_PART) for bound in (low, high)]
    return (None if low is None else low - off[0]), (None if high is None else high + off[1])


def fits(claim: Claim, start: Point, end: Point) -> bool:
    """Whether a length can be that from one time to another; true where that cannot be told."""
    return any(_fits(claim, a, b) for a, b in product(start.readings, end.readings))


def _fits(claim: Claim, start: Point, end: Point) -> bool:
    gap = between(start, end)
    if gap is None:
        return True
    low, high = length(claim)
    least, most, round_ = gap
    if not round_:
        return most < 0 or ((high is None or least <= high) and (low is None or low <= most))
    if high is None:
        return True
    while most < (low or 0):
        least, most = least + round_, most + round_
    return least <= high and (low is None or low <= most)


def length_relation(one: Claim, two: Claim) -> Relation:
    """How two lengths of one course stand to each other; one in hours may be a little off."""
    a, b = one.mention.value, two.mention.value
    if not isinstance(a, Duration) or not isinstance(b, Duration):
        return Relation.INCOMPARABLE
    a, b = _given(a), _given(b)
    found = a.relation(b)
    if found is not Relation.DISJOINT or not a.stated.endswith("H") or not b.stated.endswith("H"):
        return found
    return intervals((*_loosened(a), True), (*_loosened(b), True))


def _given(value: Duration) -> Duration:
    """The time that somebody has: "within six weeks" is six weeks."""
    return evolve(value, low_days=value.high_days, hedge=None) if value.hedge == "within" else value
