"""The one relation of two values, and of the intervals that most values are."""

import enum
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

ZERO = Decimal(0)

# Arithmetic of its own: exact enough for any figure in print, no exception on absurd ones,
# and untouched by the decimal context that the calling program has set.
EXACT = Context(prec=60, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


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


def rounding(value: Decimal) -> Decimal:
    """Half a unit in the last place that a figure shows.

    Decimals: half of the last digit; integers from 100 on: half of the last digit that is
    no trailing zero (1,200 was rounded to 100), but never over a fifth; smaller ones are exact.
    """
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return Decimal(0)
    if exponent < 0:
        return Decimal((0, (5,), exponent - 1))
    if len(digits) + exponent < 3:
        return Decimal(0)
    zeros = exponent
    for digit in reversed(digits):
        if digit:
            break
        zeros += 1
    return min(Decimal((0, (5,), zeros - 1)), abs(value) / 5) if zeros else Decimal(0)


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


def stretched(
    low: Decimal | None, high: Decimal | None, slack: Decimal
) -> tuple[Decimal | None, Decimal | None, bool]:
    """An interval widened by its rounding on either side, as `intervals` takes it."""
    if not slack:
        return low, high, False
    return (
        None if low is None else EXACT.subtract(low, slack),
        None if high is None else EXACT.add(high, slack),
        True,
    )
