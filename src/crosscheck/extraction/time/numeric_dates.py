"""Dates in figures, found over the text itself: "07/10/2023", "2023-10-07", "7-Oct-2023"."""

import re
from typing import Final

from crosscheck.extraction.time.calendar_words import MONTHS, day_of
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.written import century_of

NUMERIC: Final = re.compile(
    r"(?<![\w/.,$€£:])(?<![\d][-])(?P<a>\d{1,4})(?P<mark>[/.-])(?P<b>\d{1,2}|[A-Za-z]{3,9})(?P=mark)(?P<c>\d{4}|\d{1,2})"
    r"(?![\w/:]|[.,]\d)"
    r"|(?<![\w/.,$€£:])(?<=\d{4}-)(?P<d>\d{1,2})/(?P<e>\d{1,2})/(?P<f>\d{4})(?![\w/:]|[.,]\d)"
)


EMBEDDED: Final = re.compile(r"(?<=[\w]-)((?:19|20)\d\d)-(0[1-9]|1[0-2])-([0-3]\d)(?!\d)")


def numeric(first: int, last: int, match: "re.Match[str]") -> Stated | None:
    """A date in figures: "07/10/2023", "2023-10-07", "7-Oct-2023"."""
    a, b, c = (match["a"], match["b"], match["c"]) if match["a"] else (match["d"], match["e"], match["f"])
    if not b.isdecimal():
        number = MONTHS.get(b.lower())
        if number is None:
            return None
        y, d = (a, c) if len(a) == 4 else (c, a)
        return proper(Stated(first, last, "day", year=full(y), month=number, day=int(d)))
    if len(a) == 4:
        y, m, d = int(a), int(b), int(c)
        if m > 12 and d <= 12:
            m, d = d, m
        return proper(Stated(first, last, "day", year=y, month=m, day=d)) if len(c) <= 2 else None
    if len(a) > 2 or (len(c) < 4 and match["mark"] not in ("/", None)) or len(c) == 1:
        return None
    x, y = int(a), int(b)
    if x > 12 or y > 12:
        m, d = (y, x) if x > 12 else (x, y)
        return proper(Stated(first, last, "day", year=full(c), month=m, day=d))
    return proper(Stated(first, last, "day", year=full(c), month=x, day=y, swapped=x != y))


def full(figures: str) -> int:
    """The year that figures state, of two digits or four."""
    return int(figures) if len(figures) > 2 else century_of(int(figures))


def proper(s: Stated) -> Stated | None:
    """The date where the calendar has it."""
    if (
        s.year is None
        or s.month is None
        or s.day is None
        or not (1000 <= s.year < 2200 and 1 <= s.month <= 12)
    ):
        return None
    return s if day_of(s.year, s.month, s.day) else None
