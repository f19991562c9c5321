"""Clock times and lengths of time."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from crosscheck.values.relations import EXACT, ZERO, Relation, intervals, plain, stretched

WITHIN_REASON = Decimal("1.5")
CENTURY = 36600  # days
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
        return stretched(self.low_days, self.high_days, self.slack_days)

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
