"""Fields of an article as files give them, to an `Article`."""

import re
from collections.abc import Mapping

from crosscheck.isolated import parse_metadata_date
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
    published = parse_metadata_date(stated, language) if stated else None
    if stated and published is None:
        key = next(key for key in NAMES["published"] if fields.get(key))
        raise source.error(f"{key}: {stated[:60]!r} is no date: write it as 2024-04-03", lines.get(key))
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
