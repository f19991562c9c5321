"""Kinds of evidence that two dates are of one event: how they are stated, where they lie, how they differ."""

from crosscheck.align.levels import band
from crosscheck.align.pair import Pair
from crosscheck.values import Moment
from crosscheck.values.moment import one_end_apart

LEAST_NEAR = 4.0  # bits from which words say that two sentences tell of one thing
YEARS_APART = 12  # two years of one event are seldom further apart
GAPS = (45.0, 200.0, 400.0, 1100.0, 3000.0)  # days between two dates


def grain(pair: Pair) -> str:
    """Whether two dates are stated alike: both as weekdays, days, months or years."""
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return "none"
    mine, other = _grain(a), _grain(b)
    return mine if mine == other else "other"


def slip(pair: Pair) -> str:
    """In which one part two dates differ: year, month or day; "more" for several, "years" for years alone.

    A part that only one of them states is no difference. "end" are two periods that begin or end alike.
    """
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment) or a.relative or b.relative:
        return "none"
    if one_end_apart(a, b):
        return "end"
    if a.ends and len(a.ends) == len(b.ends):
        unlike = [(_calendar(x), _calendar(y)) for x, y in zip(a.ends, b.ends, strict=True) if x != y]
        if len(unlike) == 1:
            return "end" if len(a.ends) > 1 else _unlike(*unlike[0])
        return "more"
    return _unlike((a.stated_year, *a.month_day), (b.stated_year, *b.month_day))


def _calendar(stated: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a date in EDTF, each None where it is left open."""
    parts = [int(part) if part.isdigit() else None for part in stated.strip("~?").split("-")[:3]]
    year, month, day = (*parts, None, None, None)[:3]
    return year, month, day


def _unlike(
    mine: tuple[int | None, int | None, int | None], other: tuple[int | None, int | None, int | None]
) -> str:
    (year, month, day), (other_year, other_month, other_day) = mine, other
    apart = None not in (year, other_year) and year != other_year
    if month is None or other_month is None:
        return "years" if apart else "none"
    if apart:
        if (month, day) == (other_month, other_day):
            return "year"
        one_day = month == other_month and None in (day, other_day)
        return "year" if one_day and abs((year or 0) - (other_year or 0)) <= YEARS_APART else "more"
    if month != other_month:
        return "month" if day == other_day is not None else "more"
    return "day"


def _grain(value: Moment) -> str:
    if value.relative:
        return "words" if value.weekday is None else "weekday"
    if None not in value.month_day:
        return "day"
    if value.stated[:4].isdigit():
        return "month" if len(value.stated) > 4 else "year"
    return "month"


def gap(pair: Pair) -> str:
    """How far apart two dates are in their likeliest readings, by days."""
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment) or a.relative or b.relative:
        return "none"
    one, two = a.earliest or a.floor, b.earliest or b.floor
    return "unknown" if one is None or two is None else band(float(abs((one - two).days)), GAPS)


def lie(pair: Pair) -> str:
    """Whether two dates lie alike to the days from which the articles speak: ahead, lately, long ago."""
    return pair.lie


def nothing_shared(pair: Pair) -> bool:
    """Whether no telling word, name, value or class of predicate stands in both sentences of two dates."""
    a, b = pair.left, pair.right
    if not isinstance(a.mention.value, Moment) or pair.near >= LEAST_NEAR or pair.rest >= LEAST_NEAR:
        return False
    return not pair.shared_values and a.names.isdisjoint(b.names) and a.classes.isdisjoint(b.classes)
