"""Plain text and Markdown, with front matter for title, source, published, url, id, language.

Front matter is a first block between two lines `---` of lines `key: value`. The text of
the article is what follows it, untouched: line ends, spaces and marks stay as they are.
"""

import re
from collections.abc import Iterator

from crosscheck.readers.metadata import article
from crosscheck.readers.source import Loaded, Source

FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*$")
PAIR = re.compile(r"([A-Za-z][\w -]*?)[ \t]*:(?:[ \t]+(.*))?$")
LONGEST = 200  # lines of front matter


def read(source: Source) -> Iterator[Loaded]:
    """One article: the file, without the front matter that it may open with.

    Raises `InputError` where it holds no text, or a field of the front matter cannot be read.
    """
    fields, lines, start = _front_matter(source)
    text = source.text[start:]
    if not text.strip():
        raise source.error("the file holds no text")
    yield Loaded(article(source, text, fields, lines), source.name, lines.get("", 1))


def _front_matter(source: Source) -> tuple[dict[str, object], dict[str, int], int]:
    """The fields, the line each stands on ("" for the text), and where the text begins.

    A rule `---` that no `key: value` follows is text.
    """
    nothing: tuple[dict[str, object], dict[str, int], int] = ({}, {"": 1}, 0)
    if not source.text.startswith("---"):
        return nothing
    rows = source.text[:100_000].splitlines(keepends=True)
    if not FENCE.match(rows[0].rstrip("\r\n")) or len(rows) < 2 or not PAIR.match(rows[1].rstrip("\r\n")):
        return nothing
    fields: dict[str, object] = {}
    lines: dict[str, int] = {}
    for number, row in enumerate(rows[1 : LONGEST + 1], 2):
        line = row.rstrip()
        if FENCE.match(line):
            start = sum(map(len, rows[:number]))
            blank = len(source.text[start:]) - len(source.text[start:].lstrip("\r\n"))
            lines[""] = number + 1 + source.text.count("\n", start, start + blank)
            return fields, lines, start + blank
        pair = PAIR.match(line)
        if pair:
            key = pair[1].lower()
            fields[key], lines[key] = _unquoted(pair[2] or ""), number
        elif line and not line.startswith(("#", "-", " ", "\t")):
            raise source.error("front matter holds lines 'key: value' and ends with a line '---'", number)
    raise source.error("front matter that begins here has no closing line '---'", 1)


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
    return value
