"""Quoted passages: token ranges between quotation marks."""

from collections.abc import Iterator

from crosscheck.extraction.tokens import Tokens

OPENING = {"“": "”", "«": "»", "„": "“"}
MARKS = frozenset("\"“”«»„‘’'")
LONGEST = 400  # tokens: a passage that runs on longer has lost its closing mark


def quotations(tokens: Tokens, blocks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Token ranges (first, last + 1) inside quotation marks, marks left out, in order.

    A passage ends with its block, also where its closing mark is missing, as in
    a quotation of several paragraphs. Quotations inside quotations are part of the outer one.
    """
    words = tokens.words
    marks = [i for i, word in enumerate(words) if word in MARKS]
    out: list[tuple[int, int]] = []
    at = 0
    for first, last in blocks:
        held = at
        while at < len(marks) and marks[at] < last:
            at += 1
        if held < at:
            out.extend(_in_block(tokens, first, last, marks[held:at]))
    return out


def _in_block(tokens: Tokens, first: int, last: int, marks: list[int]) -> Iterator[tuple[int, int]]:
    """The quoted passages of one block, from its quotation marks."""
    opened, closing = -1, ""
    for i in marks:
        mark = tokens.words[i]
        if opened < 0:
            if _opens(tokens, i, first):
                opened, closing = i, OPENING.get(mark, "’" if mark == "‘" else mark)
        elif _closes(tokens, i, mark, closing):
            if i > opened + 1:
                yield opened + 1, i
            opened = -1
        elif mark == tokens.words[opened] and mark in OPENING:  # the closing mark was lost
            opened = i
    if opened >= 0 and closing not in "'’" and opened + 1 < last:
        yield opened + 1, min(last, opened + LONGEST)


def _opens(tokens: Tokens, i: int, first: int) -> bool:
    """Whether the mark at token i opens a passage."""
    mark = tokens.words[i]
    if mark in OPENING:
        return True
    spaced = i == first or tokens.ends[i - 1] < tokens.starts[i] or tokens.words[i - 1] in '([{—–-“"*_'
    if mark in "‘'":
        return spaced and tokens.adjacent(i) and tokens.words[i + 1][0].isalpha()
    return mark == '"' and (spaced or not tokens.words[i - 1][0].isdigit())


def _closes(tokens: Tokens, i: int, mark: str, closing: str) -> bool:
    """Whether the mark at token i closes a passage that asks for the mark `closing`.

    Two single marks in a row are a typewriter's double one.
    """
    if mark == "'" and closing == '"':
        return tokens.adjacent(i) and tokens.words[i + 1] == "'" and not tokens.adjacent(i + 1)
    if mark != closing:
        return False
    if closing in "'’":  # not the apostrophe of a plural: "the hostages' release"
        return tokens.words[i - 1] in ",.?!…" or not tokens.words[i - 1].lower().endswith("s")
    return True
