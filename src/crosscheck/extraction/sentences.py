"""Sentences as token ranges."""

from crosscheck.extraction.tokens import Tokens


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges (first, last + 1) of the sentences, in order, covering every token."""
    out: list[tuple[int, int]] = []
    first = 0
    for i, word in enumerate(tokens.words):
        if (word in ".!?" and tokens.gap(i)) or "\n" in tokens.gap(i):
            out.append((first, i + 1))
            first = i + 1
    if first < len(tokens):
        out.append((first, len(tokens)))
    return out
