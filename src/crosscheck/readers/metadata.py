"""Fields of an article as files give them, to an `Article`."""

import re
import warnings
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from crosscheck.model import Article
from crosscheck.readers.source import Source

SURROGATE = re.compile("[\ud800-\udfff]")
NAMES = {
    "id": ("id",),
    "title": ("title", "headline"),
    "source": ("source", "publisher"),
    "published": ("published", "date", "published_at"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
NUMERIC = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")


def article(source: Source, text: str, fields: Mapping[str, object], lines: Mapping[str, int]) -> Article:
    """An article of a text and its fields; `lines` says on which line of the file a field stands.

    Raises `InputError` where a field is no text or `published` is no date. Lone surrogates,
    which no file can hold, become U+FFFD, one for one.
    """
    values: dict[str, str] = {}
    for name, keys in NAMES.items():
        for key in keys:
            value = fields.get(key)
            if value is None or value == "" or name in values:
                continue
            if not isinstance(value, str | int) or isinstance(value, bool):
                raise source.error(f"{key} must be text, not {type(value).__name__}", lines.get(key))
            values[name] = clean(str(value))
    stated = values.pop("published", None)
    language = values.pop("language", "en")
    try:
        published = parse_date(stated, language) if stated else None
    except ValueError as problem:
        key = next(key for key in NAMES["published"] if fields.get(key))
        raise source.error(f"{key}: {problem}", lines.get(key)) from problem
    return Article(
        clean(text),
        id=values.get("id", source.name),
        title=values.get("title"),
        source=values.get("source"),
        url=values.get("url"),
        published=published,
        language=language,
    )


def clean(text: str) -> str:
    """The text with U+FFFD for each lone surrogate; offsets stay."""
    return SURROGATE.sub("\ufffd", text)


@lru_cache(maxsize=1024)
def parse_date(text: str, language: str = "en") -> date | datetime:
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
