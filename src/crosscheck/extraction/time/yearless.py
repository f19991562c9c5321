"""Dates that need a year: stated with them, told in the text, or read off the as-of day and the verb."""

from collections.abc import Callable
from datetime import date
from typing import Final

from crosscheck.extraction.time.calendar_words import day_of, named_day
from crosscheck.extraction.time.frame import Frame, Placed, exactly
from crosscheck.extraction.time.periods import Range, days_on, month_range, numbered, part_of
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.tense import direction

FAR: Final = 300  # days
PHRASE: Final = 12  # tokens; a text no longer than that is a note
NEAR: Final = 40  # tokens within which a dated neighbour lends its year


def maker(s: Stated) -> Callable[[int], Range | None]:
    """The range of a stated date in a given year."""

    def make(year: int) -> Range | None:
        if not 1 <= year <= 9998:
            return None
        if s.named is not None:
            found = named_day(s.named, year)
            return None if found is None else (found, found)
        if s.month is not None and s.day is not None:
            day = day_of(year, s.month, s.day)
            return None if day is None else (day, day)
        if s.month is not None:
            return month_range(year, s.month)
        return numbered(s.level, year, s.number) if s.number is not None else None

    return make


def in_year(frame: Frame, s: Stated, outer: Placed | None) -> Placed | None:
    """A month, day, quarter or named day with its year: stated, that of `outer`, or inferred."""
    make = maker(s)
    if s.year is not None:
        return swapped(frame, s, s.year) if s.swapped else exactly(make(s.year), part=s.part)
    if isinstance(s.anchor, Stated):
        whole = make(outer.low.year) if outer else None
        if outer is None or whole is None:
            return None
        floor, ceiling = whole if outer.certain else (None, None)
        low, high = part_of(whole, s.part)
        inferred = ("year",) if outer.inferred else ()
        return Placed(low, high, inferred, outer.basis, floor, ceiling, outer.certain)
    if s.shift is not None:
        return beside(frame, s, make)
    year_basis = told_year(frame, s) or from_as_of(frame, s, make)
    if year_basis is None:
        return None
    whole = make(year_basis[0])
    return None if whole is None else Placed(*part_of(whole, s.part), ("year",), (year_basis[1],))


def swapped(frame: Frame, s: Stated, year: int) -> Placed | None:
    """03/04/2024: both readings are in the set; the text's own order of day and month decides."""
    month, day = s.month or 1, s.day or 1
    first, other = date(year, month, day), date(year, day, month)
    order = frame.day_first
    chosen = other if order else first
    basis = (
        "day first, as in the text"
        if order
        else "month first, as in the text"
        if order is False
        else "month first by default"
    )
    return Placed(chosen, chosen, ("order",), (basis,), min(first, other), max(first, other))


def beside(frame: Frame, s: Stated, make: Callable[[int], Range | None]) -> Placed | None:
    """As in "last October", "this spring", "next March": by the as-of day."""
    day = frame.day
    if day is None:
        return None
    found = [whole for year in range(day.year - 2, day.year + 3) if (whole := make(year))]
    past = [w for w in found if w[0] < day and not w[0] <= day <= w[1]] or [w for w in found if w[1] < day]
    if s.shift == 0:
        same = [w for w in found if w[0].year == day.year] or found
        whole = same[0]
        if s.level == "season":
            whole = min(
                found,
                key=lambda w: (
                    0 if w[0] <= day <= w[1] else min(abs((w[0] - day).days), abs((w[1] - day).days))
                ),
            )
        bounds = (days_on(day, -366), days_on(day, 366))
    elif s.shift == -1:
        whole = [w for w in past if w[1] < day][-1]
        bounds = (days_on(day, -2 * 366), day)
    else:
        whole = next(w for w in found if w[0] > day)
        bounds = (day, days_on(day, 2 * 366))
    return Placed(*part_of(whole, s.part), ("year",), (frame.label,), *bounds)


def told_year(frame: Frame, s: Stated) -> tuple[int, str] | None:
    """A year that the text itself gives: with the same day elsewhere, or to a neighbour."""
    if s.month is not None and s.day is not None and (s.month, s.day) in frame.years and not frame.history:
        year = frame.years[s.month, s.day]
        return year, f"{year} with the same day in the text"
    if not frame.history and direction(frame.words, s.first, s.last) > 0:
        return None  # "the choir meets again on June 3", whatever years were told
    near = frame.before("year" if frame.history else "month", s.first, 10**9 if frame.history else NEAR)
    if near is None or (
        not frame.history and (not near.certain or (frame.day and near.low.year == frame.day.year))
    ):
        return None
    return near.low.year, f"{near.low.year} told before it"


def from_as_of(frame: Frame, s: Stated, make: Callable[[int], Range | None]) -> tuple[int, str] | None:
    """The year on the side of the as-of day to which the verb points, without a verb the nearer one."""
    day = frame.day
    if day is None:
        return None
    found = [(year, whole) for year in range(day.year - 8, day.year + 9) if (whole := make(year))]
    past = [(year, (day - low).days) for year, (low, _) in found if low <= day]
    coming = [(year, (low - day).days) for year, (low, high) in found if high >= day]
    if not past or not coming:
        return None
    (last, back), (first, ahead) = past[-1], coming[0]
    since = s.first > 0 and frame.words.lower[s.first - 1] == "since"
    tense = -1 if since else direction(frame.words, s.first, s.last)
    if tense == 0:  # a phrase by itself announces, a text tells of what is near
        tense = 1 if frame.words.size <= PHRASE or ahead <= back else -1
    elif tense < 0 and back > FAR and ahead <= 40:
        tense = 1  # the verb is of another clause, or the text was dated a day too early
    elif tense > 0 and ahead > FAR and back <= 40:
        tense = -1
    return (last if tense < 0 else first), frame.label
