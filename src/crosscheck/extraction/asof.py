"""The day from which an article speaks."""

from datetime import datetime
from typing import TYPE_CHECKING

from crosscheck.model import AsOf

if TYPE_CHECKING:
    from crosscheck.extraction.document import Document


def as_of(document: "Document") -> AsOf:
    """The as-of day of an article: its metadata, else what its text shows, else unknown."""
    published = document.article.published
    if published is None:
        return AsOf(None, "unknown")
    return AsOf(published.date() if isinstance(published, datetime) else published, "metadata")
