"""Interval arithmetic: what is true of the numbers is true of the intervals that hold them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.reading.bands import Band, point, told

NUMBERS = st.integers(min_value=0, max_value=10**9)
WIDTHS = st.integers(min_value=0, max_value=1000)


def band(number, width):
    return Band(Decimal(number - min(width, number)), Decimal(number + width))


@given(NUMBERS, WIDTHS, NUMBERS, WIDTHS)
def test_what_the_numbers_give_lies_in_what_the_intervals_give(a, wide_a, b, wide_b):
    one, two = band(a, wide_a), band(b, wide_b)
    assert not (one + two).apart(point(a + b))
    assert not (one - two).apart(point(a - b))
    assert not (one * two).apart(point(a * b))
    assert not (one - two).magnitude().apart(point(abs(a - b)))
    if b:
        ratio = Decimal(a) / Decimal(b)
        assert not one.over(two).widened(Decimal("1e-12")).apart(point(ratio))


@given(NUMBERS, WIDTHS, NUMBERS, WIDTHS, WIDTHS)
def test_widening_never_sets_two_intervals_apart(a, wide_a, b, wide_b, more):
    one, two = band(a, wide_a), band(b, wide_b)
    assert one.apart(two) or not one.widened(Decimal(more)).apart(two)
    assert one.apart(two) == two.apart(one)


def test_a_divisor_that_may_be_zero_gives_an_endless_ratio():
    assert not point(5).over(Band(Decimal(0), Decimal(2))).usable


def test_an_interval_is_told_as_one_figure_or_two():
    assert told(point(6)) == "6"
    assert told(Band(Decimal("11.26"), Decimal("18.94"))) == "11.3 to 18.9"
