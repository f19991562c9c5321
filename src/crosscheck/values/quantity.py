"""Amounts."""

from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from crosscheck.values.relations import EXACT, ZERO, Relation, intervals, plain, stretched

# How far a bound reaches: of 113 pairs of a bound and another figure in real clusters those that are of one
# thing, by the words beside them, were at most 2.5 times apart; nobody says "more than 8,000" of 25,000.
REACH = Decimal(3)
LEAST_BOUND = Decimal(10)  # below, a bound says little: "at least one", later ten


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
        return EXACT.divide(EXACT.add(self.low, self.high), Decimal(2))

    @property
    def figure(self) -> Decimal | None:
        """The figure that the words show, that of a bound included ("more than 200")."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        return self.point

    def bounds(self) -> tuple[Decimal | None, Decimal | None, bool]:
        """The set in base units, as (low, high, whether rounding widened it)."""
        return self._based(self.low, self.high)

    def within_reason(self) -> tuple[Decimal | None, Decimal | None, bool]:
        """`bounds`, but what is worded as a bound ends where nobody would word it so (`REACH`)."""
        figure = None if self.hedge is None else self.figure
        if figure is None or figure < LEAST_BOUND:
            return self.bounds()
        if self.high is None:
            return self._based(self.low, EXACT.multiply(figure, REACH))
        if self.low is None:
            return self._based(EXACT.divide(figure, REACH), self.high)
        return self.bounds()

    def _based(
        self, low: Decimal | None, high: Decimal | None
    ) -> tuple[Decimal | None, Decimal | None, bool]:
        low, high, rounded = stretched(low, high, self.slack)
        if self.factor != 1 or self.offset:
            low = None if low is None else EXACT.fma(low, self.factor, self.offset)
            high = None if high is None else EXACT.fma(high, self.factor, self.offset)
        return low, high, rounded

    def relation(self, other: "Quantity") -> Relation:
        """How this amount stands to another; amounts of two dimensions are incomparable."""
        if self.dimension != other.dimension:
            return Relation.INCOMPARABLE
        return intervals(self.within_reason(), other.within_reason())

    def widened(self, by: Decimal) -> "Quantity":
        """The same amount with `by` more slack on either side."""
        return evolve(self, slack=EXACT.add(self.slack, by))

    def to_dict(self) -> dict[str, Any]:
        return {
            "low": plain(self.low),
            "high": plain(self.high),
            "unit": self.unit,
            "stated": self.stated,
            "hedge": self.hedge,
        }
