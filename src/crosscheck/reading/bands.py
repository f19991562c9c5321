"""Interval arithmetic: what figures may mean, and what their sums, differences, products and ratios may."""

from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from crosscheck.reading import Figure
from crosscheck.values import Age, Duration, Quantity, plain
from crosscheck.values.relations import EXACT

ENDLESS: Final = Decimal("Infinity")
HUNDRED: Final = Decimal(100)
COUNTED: Final = Decimal(1000)
CURRENCY: Final = 3  # letters of an ISO 4217 code
SCALES: Final = ((Decimal(10**9), "billion"), (Decimal(10**6), "million"))


@frozen(slots=True)
class Band:
    """A closed interval of numbers; an open end is infinite."""

    low: Decimal
    high: Decimal

    def __add__(self, other: "Band") -> "Band":
        return Band(EXACT.add(self.low, other.low), EXACT.add(self.high, other.high))

    def __sub__(self, other: "Band") -> "Band":
        return Band(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def __mul__(self, other: "Band") -> "Band":
        """The product of two intervals of positive numbers."""
        return Band(EXACT.multiply(self.low, other.low), EXACT.multiply(self.high, other.high))

    def over(self, other: "Band") -> "Band":
        """The ratio of two intervals of positive numbers; endless where the divisor may be zero."""
        high = EXACT.divide(self.high, other.low) if other.low > 0 else ENDLESS
        return Band(EXACT.divide(self.low, other.high) if other.high > 0 else Decimal(0), high)

    def magnitude(self) -> "Band":
        """The interval of absolute values."""
        if self.low >= 0:
            return self
        ends = sorted((abs(self.low), abs(self.high)))
        return Band(Decimal(0) if self.high >= 0 else ends[0], ends[1])

    def widened(self, by: Decimal) -> "Band":
        """The interval with as much added at either end."""
        return Band(EXACT.subtract(self.low, by), EXACT.add(self.high, by))

    def apart(self, other: "Band") -> bool:
        """Whether no number is in both."""
        return self.high < other.low or other.high < self.low

    @property
    def usable(self) -> bool:
        """Whether both ends are finite numbers."""
        return self.low.is_finite() and self.high.is_finite()


def point(number: Decimal | int) -> Band:
    """The interval of one number."""
    exact = Decimal(number)
    return Band(exact, exact)


def band(figure: Figure) -> Band:
    """What a figure may mean, in base units, rounding and hedge included; a length of time in days.

    Counts and prices below a thousand that are told with their parts were hardly rounded: a
    tenth of what their zeros allow is left to them.
    """
    value = figure.claim.mention.value
    if isinstance(value, Age):
        return Band(value.low, value.high)
    if not isinstance(value, Quantity | Duration):
        raise TypeError(f"{figure.claim.mention.text!r} is no amount")
    if (
        figure.kind == "n"
        and isinstance(value, Quantity)
        and value.exact
        and value.high
        and value.high < COUNTED
    ):
        value = evolve(value, slack=value.slack / 10)
    if figure.kind == "x" and isinstance(value, Quantity):
        value = evolve(value, slack=Decimal(0))
    low, high, _ = value.bounds()
    return Band(-ENDLESS if low is None else low, ENDLESS if high is None else high)


def priced(figure: Figure) -> Figure:
    """A figure; a price in whole units below a thousand as one hardly rounded ("$2" beside "$2.50")."""
    value = figure.claim.mention.value
    if figure.kind != "m" or not isinstance(value, Quantity) or not value.exact or value.high is None:
        return figure
    unit = value.unit or ""
    if len(unit) != CURRENCY or not unit.isupper() or value.high >= COUNTED:
        return figure
    exact = evolve(value, slack=value.slack / 10)
    return Figure(evolve(figure.claim, mention=evolve(figure.claim.mention, value=exact)), figure.kind)


def share(figure: Figure) -> Band:
    """What a stated share may mean, as a part of one.

    Per cents may be rounded up or down in their last digit; "half", "a third" and "one in
    five" are said loosely and stand for a tenth more or less.
    """
    value = figure.quantity
    found = band(figure)
    if figure.kind == "p":
        last = last_digit(value)
        found = found.widened(last - value.slack if value.exact else last / 2)
        return Band(EXACT.divide(found.low, HUNDRED), EXACT.divide(found.high, HUNDRED))
    loose = (value.low if value.low is not None else value.high or Decimal(0)) / 10
    return found.widened(loose)


def last_digit(value: Quantity) -> Decimal:
    """One unit in the last place that a figure shows: 1 for 12, 0.1 for 12.5."""
    stated = value.low if value.low is not None else value.high
    exponent = stated.as_tuple().exponent if stated is not None else 0
    return Decimal((0, (1,), min(exponent, 0))) if isinstance(exponent, int) else Decimal(1)


def shown(figure: Figure) -> str:
    """A figure as a sum shows it: the number alone, or as the text has it for a length of time."""
    value = figure.claim.mention.value
    if isinstance(value, Quantity) and value.point is not None:
        return _worded(value.point, 6)
    return figure.claim.mention.text


def told(found: Band, places: int = 1) -> str:
    """An interval in words: one figure, or from the least to the most."""
    ends = [_worded(end, places) for end in (found.low, found.high)]
    return f"{ends[0]}" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _worded(number: Decimal, places: int) -> str:
    """A number, millions and billions in words: 2.5, 613.5 million."""
    for scale, word in SCALES:
        if number.is_finite() and scale <= abs(number) < scale * 1000:
            return f"{plain(_rounded(EXACT.divide(number, scale), max(places, 2)))} {word}"
    return f"{plain(_rounded(number, places))}"


def _rounded(number: Decimal, places: int) -> Decimal:
    return number if not number.is_finite() or number == number.to_integral_value() else round(number, places)
