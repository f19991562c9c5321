"""Blocks: the paragraphs and lines of a text, as token ranges.

A line break ends a block, unless the paragraph is hard-wrapped: there every line holds
as many words as fit, so the first word of the next line would not have fitted on it.
"""

from bisect import bisect_left
from itertools import pairwise

from crosscheck.extraction.tokens import Tokens

WIDEST = 120  # characters; longer lines are paragraphs, not wrapped lines


def blocks(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges (first, last + 1) of the blocks, in order, covering every token."""
    edges = [bisect_left(tokens.starts, start) for start in _starts(tokens.text)]
    edges.append(len(tokens))
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _starts(text: str) -> list[int]:
    """The offsets at which blocks begin."""
    starts: list[int] = []
    paragraph: list[tuple[int, str]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            paragraph.append((offset, line.strip()))
        elif paragraph:
            starts.extend(_firsts(paragraph))
            paragraph = []
        offset += len(line)
    if paragraph:
        starts.extend(_firsts(paragraph))
    return starts


def _firsts(lines: list[tuple[int, str]]) -> list[int]:
    """Where the blocks of one paragraph begin: its first line if it is wrapped, else each line."""
    if len(lines) > 1 and _wrapped([line for _, line in lines]):
        return [lines[0][0]]
    return [start for start, _ in lines]


def _wrapped(lines: list[str]) -> bool:
    """Whether each line is as full as its words allow, and a third of the breaks cut sentences."""
    width = max(map(len, lines))
    if width > WIDEST:
        return False
    follows = lines[1:]
    room = (width - len(line) - 1 for line in lines)
    if any(len(line.split(maxsplit=1)[0]) <= space for line, space in zip(follows, room, strict=False)):
        return False
    return sum(line[0].islower() for line in follows) * 3 >= len(follows)
