"""Periods of the calendar as closed ranges of days: weeks from Monday, quarters, halves, seasons."""

from datetime import date, timedelta
from typing import Final

from crosscheck.extraction.time.calendar_words import SEASON_MONTHS
from crosscheck.values import last_day

Range = tuple[date, date]
DAY: Final = timedelta(days=1)
MONTHS_OF: Final = {"month": 1, "quarter": 3, "half": 6}
YEARS_OF: Final = {"year": 1, "decade": 10, "century": 100}


def months_on(day: date, months: int) -> date | None:
    """The same day `months` later, or the last of a shorter month; None at the calendar's edges."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def days_on(day: date, days: int) -> date | None:
    """`days` later, or None at the edges of the calendar."""
    try:
        found = day + timedelta(days=days)
    except OverflowError:
        return None
    return found if 2 <= found.year <= 9998 else None


def stepped(day: date, level: str, steps: int) -> date | None:
    """The day so many units later: a month is a calendar month, a year a calendar year."""
    if abs(steps) > 100_000:
        return None
    if level in MONTHS_OF:
        return months_on(day, steps * MONTHS_OF[level])
    if level in YEARS_OF:
        return months_on(day, steps * 12 * YEARS_OF[level])
    return days_on(day, steps * {"week": 7, "weekend": 7, "fortnight": 14}.get(level, 1))


def around(day: date, level: str) -> Range:
    """The period of that size that holds the day.

    >>> around(date(2024, 4, 3), "week")
    (datetime.date(2024, 4, 1), datetime.date(2024, 4, 7))
    """
    if level in ("week", "fortnight", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return (monday + 5 * DAY if level == "weekend" else monday), monday + 6 * DAY
    if level in MONTHS_OF:
        size = MONTHS_OF[level]
        first = (day.month - 1) // size * size + 1
        return date(day.year, first, 1), date(
            day.year, first + size - 1, last_day(day.year, first + size - 1)
        )
    if level in YEARS_OF:
        size = YEARS_OF[level]
        first = max(1, day.year // size * size)
        return date(first, 1, 1), date(min(9999, day.year // size * size + size - 1), 12, 31)
    return day, day


def month_range(year: int, month: int) -> Range:
    """A month, first to last day."""
    return date(year, month, 1), date(year, month, last_day(year, month))


def numbered(level: str, year: int, number: int) -> Range:
    """A quarter, half or season (EDTF 21 to 24, northern) of a year."""
    if level == "season":
        first, last = SEASON_MONTHS[number]
        end = year + (last < first)
        return date(year, first, 1), date(end, last, last_day(end, last))
    size = MONTHS_OF[level]
    return date(year, size * number - size + 1, 1), month_range(year, size * number)[1]


def week_of(within: Range, number: int) -> Range | None:
    """The number-th week of a year (ISO 8601) or month (the week with its first Thursday is first)."""
    first = within[0] + timedelta(days=(3 - within[0].weekday()) % 7) - 3 * DAY
    monday = (
        days_on(first, 7 * (number - 1)) if number > 0 else within[1] - timedelta(days=within[1].weekday())
    )
    return None if monday is None else (monday, monday + 6 * DAY)


def part_of(whole: Range, part: str | None) -> Range:
    """The start, middle or end of a period: thirds of a year, month or week.

    "Early", "mid" and "late" leave the whole: newsrooms use them too loosely to narrow it.
    """
    length = (whole[1] - whole[0]).days + 1
    if part not in ("start", "middle", "end") or length < 7:
        return whole
    cuts = {365: (120, 243), 366: (121, 244), 7: (3, 4)}.get(
        length, (10, 20) if 28 <= length <= 31 else (length // 3, length * 2 // 3)
    )
    low, high = {"start": (0, cuts[0]), "middle": cuts, "end": (cuts[1], length)}[part]
    return whole[0] + timedelta(days=low), whole[0] + timedelta(days=high - 1)
