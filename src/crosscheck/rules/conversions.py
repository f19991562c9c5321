"""Family N within one sentence: a figure against its conversion, and words against figures."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import said
from crosscheck.values import Quantity, plain
from crosscheck.values.relations import EXACT

NEAR: Final = 16  # characters between two figures that are read together
OPENERS: Final = frozenset(
    {"(", "or", "about", "some", "roughly", "approximately", "nearly", "almost", "just", "around", "/", "["}
)
MARKS: Final = frozenset(("(", "/", "["))
MARGIN: Final = Decimal("0.02")  # beyond rounding, as a part of the figure
MOST_ROUNDED: Final = Decimal("0.05")  # what trailing zeros may hide, as a part of the figure
DEGREE: Final = Decimal("0.5")

DIFFERENCES: Final = frozenset(
    "warmer cooler hotter colder higher lower above below difference more less rise fall drop gap".split()
)

Interval = tuple[Decimal, Decimal]


def quantity(claim: Claim) -> Quantity | None:
    """The claim's value where it is one exact or hedged figure, no open bound."""
    value = claim.mention.value
    return value if isinstance(value, Quantity) and value.point is not None else None


def _neighbours(group: Group) -> Iterator[tuple[Claim, Claim, Quantity, Quantity]]:
    """Figures that stand side by side in one sentence."""
    for left, right in pairwise(group.claims):
        a, b = quantity(left), quantity(right)
        gap = right.mention.start - left.mention.end
        if a and b and left.sentence == right.sentence and 0 <= gap <= NEAR:
            yield left, right, a, b


def conversion_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A figure and its conversion in brackets do not fit.

    Either may be the original and the other rounded, as news conversions are: to the
    digits shown, round figures by up to a twentieth. Currencies have no fixed rate and are
    left alone.

    Flagged:
        - The tunnel is five miles (11 km) long, the agency said.
        - The glider came down from 10,000ft (3,500m) in six minutes.
        - Calder had 31.4C (90.1F) at noon, its warmest day in May.

    Not flagged:
        - The tunnel is five miles (8 km) long, the agency said.
        - The glider came down from 10,000ft (3,000m) in six minutes.
        - Calder had 31.4C (88.5F) at noon, its warmest day in May.
    """
    for left, right, a, b in _neighbours(group):
        if a.dimension is None or a.dimension != b.dimension or a.unit == b.unit:
            continue
        if a.offset != b.offset and (DIFFERENCES & {*right.after[:3], *left.before[:4]}):
            continue  # "3 degrees Celsius (5.4 Fahrenheit) warmer"
        if _converts(left, right) and _strays(a, b):
            yield Conflict(
                f"{said(left)} is {_in_unit(a, b)}, not {said(right)}",
                ((left, "a"), (right, "b")),
                (f"{said(left)} converted to {b.unit} is {_in_unit(a, b)}",),
                0.92,
            )


def _converts(left: Claim, right: Claim) -> bool:
    """Whether the words put the second figure as the first one in another unit."""
    before = right.before[:2]
    if not OPENERS & set(before[:1]) or "by" in (*left.before[:1], *right.after[:1]):
        return False
    if before[0] not in MARKS and left.after[:1] not in ((",",), ("or",), ("(",)):
        return False  # "90 metres of cable, some two miles inland"
    return before[0] != "or" or before[1:] == (",",)


def _strays(a: Quantity, b: Quantity) -> bool:
    """Whether no rounding explains the two figures."""
    one, two = _base(a), _base(b)
    if a.offset or b.offset:
        return one[1] + DEGREE < two[0] or two[1] + DEGREE < one[0]
    middle = max(abs(one[0]), abs(one[1]), abs(two[0]), abs(two[1]))
    return max(one[0], two[0]) - min(one[1], two[1]) > MARGIN * middle


def _base(value: Quantity) -> Interval:
    """What a figure may mean, in the base unit of its dimension."""
    low = high = value.point or Decimal(0)
    if value.low is not None and value.high is not None:
        low, high = value.low, value.high
    room = _room(value)
    factor, offset = value.factor, value.offset
    return EXACT.fma(low - room, factor, offset), EXACT.fma(high + room, factor, offset)


def _room(value: Quantity) -> Decimal:
    """By how much a figure may have been rounded: half of its last digit that is no trailing zero."""
    point = abs(value.point or Decimal(0))
    digits = point.normalize(EXACT).as_tuple()
    exponent = digits.exponent
    if not isinstance(exponent, int) or not point:
        return Decimal(0)
    written = value.low.as_tuple().exponent if value.low is not None else exponent
    if isinstance(written, int) and written < 0:
        exponent = written  # "1.50" shows its zero
    half = Decimal((0, (5,), exponent - 1))
    if value.offset:
        return min(half, Decimal(2))
    return half if exponent <= 0 else min(half, point * MOST_ROUNDED)


def _in_unit(a: Quantity, b: Quantity) -> str:
    point = a.point or Decimal(0)
    converted = EXACT.divide(EXACT.subtract(EXACT.fma(point, a.factor, a.offset), b.offset), b.factor)
    return f"{plain(round(converted, 1))} {b.unit}"


def words_against_figures(group: Group) -> Iterator[Conflict | Refusal]:
    """A number in words and the figure in brackets behind it differ.

    Flagged:
        - The lease runs for twelve (15) years, the clerk read out.

    Not flagged:
        - The lease runs for twelve (12) years, the clerk read out.
    """
    for left, right, a, b in _neighbours(group):
        bracketed = right.before[:1] == ("(",) == left.after[:1] and right.after[:1] == (")",)
        if not bracketed or not a.exact or not b.exact or (a.dimension, a.unit) != (b.dimension, b.unit):
            continue
        if left.mention.text[:1].isalpha() and right.mention.text[:1].isdecimal() and a.low != b.low:
            yield Conflict(
                f"{said(left)} in words and {said(right)} in figures are two numbers",
                ((left, "a"), (right, "b")),
                (f"{said(left)} is {plain(a.low)}, the figure is {plain(b.low)}",),
                0.9,
            )


RULES = (
    Rule("N206", "conversion-mismatch", conversion_mismatch, Severity.ERROR, "0.1", "W", ("article",)),
    Rule("N210", "words-against-figures", words_against_figures, Severity.ERROR, "0.1", "W", ("article",)),
)
