"""Kinds of evidence that two amounts are of one thing: size, figure and unit, what sort of it is counted.

Of the digits only their sameness counts, in another unit or scale: likeness says nothing.
"""

from decimal import Decimal
from functools import lru_cache

from crosscheck.align.levels import band
from crosscheck.align.pair import Pair
from crosscheck.lexicon.words import canonical, in_lakhs, of_a_whole
from crosscheck.values import Duration, Quantity
from crosscheck.values.relations import EXACT

SCALES_APART = 1000  # a scale word left out or mistaken: "5" is hardly ever written for 5 million
LEAST_SCALED = 1000
SCALES = frozenset(map(Decimal, (10, 1000, 10**6, 10**9)))  # a zero, or a thousand for a million
SCALES_INDIAN = frozenset(map(Decimal, (100, 10**5, 10**7)))
UNITS_APART = 12  # square feet in a square metre are 10.8; units further apart are not mistaken
LOOSE = frozenset(("of", "the", "-", "a"))
MOST_FLOAT = 150  # digits of a figure beyond which ratios of floats fail
MOST_DIGITS = 30  # of a figure that can be a power of two
LENGTHS_APART = 62.0  # the same of lengths of time: seconds, minutes and hours; not minutes and years


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
        indian = in_lakhs(pair.left.mention.text, pair.right.mention.text)
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


def whole(pair: Pair) -> str:
    """Whether the figures are those of known wholes: "the town's 14 schools", "all six wells"."""
    a, b = pair.left, pair.right
    if not isinstance(a.mention.value, Quantity):
        return "none"
    known = sum(of_a_whole(c.before[:1]) for c in (a, b))
    thing = "thing" if a.subject and a.subject == b.subject else "other"
    return f"{known} {thing}" if known else "none"


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
