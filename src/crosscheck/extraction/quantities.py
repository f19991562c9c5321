"""To be read here."""

from collections.abc import Iterator

from crosscheck.extraction.document import Document
from crosscheck.model import Mention


def read(document: Document) -> Iterator[Mention]:
    """No mentions yet."""
    yield from ()
