"""JSON Lines: one article, as in JSON, on each line; empty lines are passed over."""

from collections.abc import Iterator

from crosscheck.readers.json import of, parse
from crosscheck.readers.source import Loaded, Source


def read(source: Source) -> Iterator[Loaded]:
    """The articles of a file; those without an id get the number of their line.

    Raises `InputError` where a line is no article, or the file holds none.
    """
    found = False
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip():
            found = True
            yield of(source, parse(source, line, number), number, number)
    if not found:
        raise source.error("the file holds no articles")
