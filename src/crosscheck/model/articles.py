"""Articles, the day from which one speaks, and the values that its words state."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from crosscheck.errors import InputError
from crosscheck.values import Value


def _text(_instance: Any, _attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise InputError(f"Article.text must be a str, not {type(value).__name__}; decode bytes first")


def _blank_for_none(given: str | None) -> str:
    return given or ""


def _published(_instance: Any, _attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, date):
        raise InputError(
            f"Article.published must be a date, a datetime or None, not {value!r}; "
            "use datetime.fromisoformat for a string"
        )


@frozen(slots=True)
class Article:
    """One text and what is known about it. Offsets everywhere are code-point indexes into `text`.

    `published` is an aware or naive datetime, a date, or None for unknown. Without an `id`
    the article gets a stable digest of its content. With no `title` the first block of the
    text is the headline where it looks like one.

    Raises `InputError` where `text` is no string or `published` is neither date nor None.
    """

    text: str = field(validator=_text)
    id: str = field(default="", kw_only=True, converter=_blank_for_none)
    title: str | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    published: date | datetime | None = field(default=None, kw_only=True, validator=_published)
    url: str | None = field(default=None, kw_only=True)
    language: str = field(default="en", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            published = self.published and self.published.isoformat()
            parts = (self.text, self.title, self.source, published, self.url)
            digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
            object.__setattr__(self, "id", digest)


@frozen(slots=True)
class AsOf:
    """The day from which an article speaks, and where that is known from.

    `source` is "metadata", "dateline", "text" or "unknown" (then `day` is None).
    """

    day: date | None
    source: str


@frozen(slots=True)
class Counted:
    """What a number counts.

    `head` is the singular head noun ("hostage"; empty where only the verb is known), `kind`
    its word class in the lexicon ("captive") or the head itself, `modifiers` the words
    before it ("Israeli"), `verb` the lemma or class of the predicate over it ("free"); all
    lower case.
    """

    head: str
    kind: str
    modifiers: tuple[str, ...] = ()
    verb: str | None = None


@frozen(slots=True)
class Mention:
    """A stretch of an article with the value it states; `text[start:end]` is `text`."""

    start: int
    end: int
    text: str
    kind: str
    value: Value
    counted: Counted | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "value": self.value.to_dict(),
        }
