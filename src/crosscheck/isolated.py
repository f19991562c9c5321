"""Dates that stand by themselves: in metadata, bylines and other languages.

ISO 8601 is read by the standard library; everything else goes to dateparser, with the
language given, guarded and cached. It is never shown running text: it finds a date in
"80%" (1980), in "we" and in "may". Nothing here depends on the machine's clock, locale
or time zone: a string that does not state day, month and year gives None.
"""

import re
import unicodedata
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

LONGEST: Final = 80  # characters; a longer string is no date
YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20|21)\d\d(?!\d)")
DIGITS: Final = re.compile(r"\d+")
RFC: Final = re.compile(
    r"^(?:[A-Za-z]{3},\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|GMT|UTC|UT)$"
)
EITHER_WAY: Final = re.compile(r"^(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}\b")
CLOCK: Final = re.compile(r"\d:\d\d|\d\s?[ap]\.?m|\dh\d\d")
COMPACT: Final = re.compile(r"^((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)$")


@lru_cache(maxsize=4096)
def parse_metadata_date(text: str, language: str = "en") -> datetime | date | None:
    """The date or time that a whole string states, or None where it states no full date.

    `text` is the string alone ("2024-04-03T09:30:00Z", "3 avril 2024", "April 3, 2024 9:30
    pm"); `language` an ISO 639-1 code. A datetime is aware exactly where the string gives a
    zone; a string without a clock time gives a date. "03/04/2024" is March 4 for one reader
    and April 3 for another, so in English it gives None, unless the figures decide.

    >>> parse_metadata_date("2024-04-03T09:30:00Z").isoformat()
    '2024-04-03T09:30:00+00:00'
    >>> parse_metadata_date("3 avril 2024", "fr")
    datetime.date(2024, 4, 3)
    >>> parse_metadata_date("80%") is None
    True
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    if not text.isascii():  # digits of other scripts
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
    iso = from_iso(text)
    if iso is not None:
        return iso
    if RFC.match(text):
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(text)
        except (TypeError, ValueError):
            return None
    # A year, a day and a month in figures or letters: dateparser guesses what is missing.
    if not YEAR.search(text) or (len(DIGITS.findall(text)) < 2 and not text.isalnum()):
        return None
    unclear = EITHER_WAY.match(text)
    if unclear and language.lower().startswith("en") and int(unclear[1]) != int(unclear[2]):
        return None
    return from_dateparser(text, language)


def from_iso(text: str) -> datetime | date | None:
    """An ISO 8601 date or time, extended or compact ("20240403"), or None."""
    compact = COMPACT.match(text)
    if compact:
        text = "-".join(compact.groups())
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        if len(text) > 10 and text[4] == "-" and text[10] in "T ":
            return datetime.fromisoformat(text)
    except ValueError:
        return None
    return None


def from_dateparser(text: str, language: str) -> datetime | date | None:
    """What dateparser reads in an isolated string that states day, month and year, or None."""
    try:
        parser = _parser(language.lower()[:2])
        if parser is None:
            return None
        found = parser.get_date_data(text)
    except (ValueError, OverflowError, RecursionError):  # dateparser lets these through on odd input
        return None
    when: datetime | None = found.date_obj
    if when is None or found.period not in ("day", "time"):
        return None
    return when if clocked(text) else when.date()


def clocked(text: str) -> bool:
    """Whether a string gives a time of day."""
    return CLOCK.search(text.lower()) is not None


@cache
def _parser(language: str) -> "DateDataParser | None":
    """The parser of one language, or None where dateparser does not know it."""
    from dateparser.date import DateDataParser

    settings = {
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001 - never the machine's clock
        "NORMALIZE": True,
    }
    try:
        return DateDataParser(languages=[language], settings=settings)
    except ValueError:
        return None
