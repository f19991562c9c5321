"""Clock times and lengths of time."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from crosscheck.values.relations import EXACT, ZERO, Relation, intervals, plain, stretched

WITHIN_REASON = Decimal("1.5")
CENTURY = 36600  # days
DAY = 24 * 60  # minutes
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
        """How this time stands to another: in UTC where both zones are known, else in one zone.

        Times without a zone are local ones, of one place if they are about one thing. Where
        the day of either is unknown the clock alone is compared. A time with a zone and one
        without, or in another that has no known offset, cannot be compared.
        """
        stretches = self._beside(other)
        if stretches is None:
            return Relation.INCOMPARABLE
        mine, theirs = stretches
        if self.dated and other.dated:
            (a, b), (c, d) = mine, theirs
            return intervals((Decimal(a), Decimal(b), False), (Decimal(c), Decimal(d), False))
        same = self.dated == other.dated and (mine[0] - theirs[0]) % DAY == 0
        if same and mine[1] - mine[0] == theirs[1] - theirs[0]:
            return Relation.EQUAL
        return Relation.DISJOINT if _apart(mine, theirs) else Relation.COMPATIBLE

    def minutes_apart(self, other: "Instant") -> int | None:
        """The minutes between two times by the clock alone, 0 where they meet; None where incomparable."""
        stretches = self._beside(other)
        return None if stretches is None else _apart(*stretches)

    def _beside(self, other: "Instant") -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Both stretches in minutes of one zone, or None where there is none."""
        mine, theirs = self.offset_minutes, other.offset_minutes
        if mine is not None and theirs is not None:
            return self.stretch(mine), other.stretch(theirs)
        if self.zone != other.zone or (self.zone is None and mine is not theirs):
            return None
        return self.stretch(0), other.stretch(0)

    @property
    def dated(self) -> bool:
        """Whether the day is known."""
        return not self.earliest.startswith("T") and not self.latest.startswith("T")

    @property
    def minutes(self) -> int:
        """How long the stretch is."""
        start, end = self.stretch(0)
        return end - start

    def stretch(self, shift: int) -> tuple[int, int]:
        """First and last minute of 1970 on, or of any day, in a zone `shift` minutes from this one."""
        start, end = _minute(self.earliest), _minute(self.latest)
        return start - shift, (end if self.dated or end >= start else end + DAY) - shift

    def to_dict(self) -> dict[str, Any]:
        return {"earliest": self.earliest, "latest": self.latest, "zone": self.zone}


def _minute(stamp: str) -> int:
    """The minute of an ISO local time, from 1970 on or from midnight; the hour may be 24 or more."""
    day, _, time = stamp.partition("T")
    hour, minute = (int(part) for part in time.split(":")[:2])
    days = date.fromisoformat(day).toordinal() - _ORIGIN.toordinal() if day else 0
    return days * DAY + hour * 60 + minute


def _apart(mine: tuple[int, int], theirs: tuple[int, int]) -> int:
    """The minutes between two stretches by the time of day alone, 0 where they meet."""
    (a, b), (c, d) = mine, theirs
    if (c - a) % DAY <= b - a or (a - c) % DAY <= d - c:
        return 0
    return min((c - b) % DAY, (a - d) % DAY)


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
        return stretched(self.low_days, self.high_days, self.slack_days)

    @property
    def count(self) -> tuple[Decimal, str] | None:
        """The number and the ISO unit of a length in one unit, (12, "W"); None for one in several."""
        number, unit = self.stated.lstrip("PT")[:-1], self.stated[-1:]
        if not number.isdecimal() or not int(number[:9]):
            return None
        return Decimal(number), f"T{unit}" if self.stated.startswith("PT") else unit

    def relation(self, other: "Duration") -> Relation:
        """How this length stands to another."""
        return intervals(self.bounds(), other.bounds())

    def back_from(self, day: date) -> tuple[date, date] | None:
        """The first and last day on which something began that had lasted so long on `day`.

        An open end is taken within reason: "more than two years" is hardly said of more than
        three. None beyond a century or before the first year of the calendar.
        """
        low, high, _ = self.bounds()
        low = max(low or ZERO, ZERO)
        high = low * WITHIN_REASON if high is None else high
        if not low <= high <= CENTURY or (day - date.min).days < high:
            return None
        return day - timedelta(days=round(high)), day - timedelta(days=round(low))

    def widened(self, days: Decimal) -> "Duration":
        """The same length with `days` more slack on either side."""
        return evolve(self, slack_days=EXACT.add(self.slack_days, days))

    def to_dict(self) -> dict[str, Any]:
        return {
            "low_days": plain(self.low_days),
            "high_days": plain(self.high_days),
            "stated": self.stated,
            "hedge": self.hedge,
        }
