"""Dates that stand by themselves: in metadata, not in running text.

Running text has its own grammar (`extraction.dates`); dateparser is kept to isolated
strings, where it cannot take "80%" or "may" for a date.
"""

import re
import warnings
from datetime import date, datetime
from functools import lru_cache

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")


@lru_cache(maxsize=1024)
def parse_metadata_date(text: str, language: str = "en") -> date | datetime:
    """A date or time of publication from a metadata string.

    ISO 8601 first; other forms go to dateparser with the language given, and only where
    they have a year of four digits, so that "80%" is never 1980. Raises `ValueError`
    with what to write instead, also where day and month cannot be told apart.
    """
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    remedy = "write it as 2024-04-03 or 2024-04-03T09:30:00+00:00"
    if len(text) > 80 or not YEAR.search(text):
        raise ValueError(f"{text[:80]!r} is no date: {remedy}")
    numbers = NUMERIC.search(text)
    if numbers and _ambiguous(numbers[0]):
        raise ValueError(f"{text!r} can be read in two ways: {remedy}")
    found = _dateparser(text, language)
    if found is None:
        raise ValueError(f"{text!r} is no date: {remedy}")
    return found if ":" in text else found.date()


def _ambiguous(numbers: str) -> bool:
    """Whether 03/04/2024 could be a day in March or in April."""
    first, second = (int(part) for part in re.split(r"[./-]", numbers)[:2])
    return first <= 12 and second <= 12 and first != second


def _dateparser(text: str, language: str) -> datetime | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own dependencies' deprecations
        import dateparser

        try:
            found: datetime | None = dateparser.parse(
                text, languages=[language], settings={"STRICT_PARSING": True}
            )
        except ValueError:  # a language it does not know
            found = None
    return found
