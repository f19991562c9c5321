"""Sentences as token ranges.

A sentence ends with its block, or at a stop that white space and the start of another
sentence follow. What decides about abbreviations is in `lexicon/abbreviations.toml`.
"""

from functools import cache

from crosscheck.extraction.layout.blocks import blocks
from crosscheck.extraction.layout.items import EMPHASIS
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table

STOPS = frozenset(".!?…")
CLOSERS = frozenset("\"'”’»)]}*_")
LABEL = 9  # tokens, the marks included, of a figure that a box of key figures opens an item with
REACH = 8  # tokens: so many stops and closing marks at most end one sentence
OPENERS = frozenset("\"'“‘«([{*_-–—•")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("abbreviations")[name]["words"].split())


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges (first, last + 1) of the sentences, in order, covering every token."""
    uncased = tokens.text.islower()
    return [piece for first, last in blocks(tokens) for piece in split(tokens, first, last, uncased=uncased)]


def split(tokens: Tokens, first: int, last: int, *, uncased: bool = False) -> list[tuple[int, int]]:
    """The sentences of one block, given and returned as token ranges.

    In an `uncased` text a sentence may open with a small letter.
    """
    out: list[tuple[int, int]] = []
    words = tokens.words[first:last]
    candidates = [i for i, word in enumerate(words, first) if word[-1] in STOPS]
    start = first
    for i in candidates:
        if i >= start and (end := _end(tokens, i, last, uncased)):
            if out and not any(map(str.isalnum, tokens.words[start:end])):
                out[-1] = (out[-1][0], end)  # marks alone: a stray "..." or closing quotation mark
            else:
                out.append((start, end))
            start = end
    if len(out) > 1 and _labels(tokens, *out[0]):
        out[:2] = [(out[0][0], out[1][1])]
    if start < last:
        stray = out and last - start <= REACH and not any(map(str.isalnum, tokens.words[start:last]))
        out.append((out.pop()[0] if stray else start, last))
    return out


def _labels(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a piece is but a figure in bold, which the next sentence explains: "**83.** Homes without"."""
    words = tokens.words[first:last]
    if last - first > LABEL or words[0] not in EMPHASIS or words[-1] not in EMPHASIS:
        return False
    return any(word[0].isdigit() for word in words)


def _end(tokens: Tokens, i: int, last: int, uncased: bool) -> int:
    """Where the sentence that may stop at token i ends (exclusive), or 0 where it goes on."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    j, reach = i + 1, min(last, i + REACH)
    while j < reach and ends[j - 1] == starts[j] and (words[j] in CLOSERS or words[j] in STOPS):
        j += 1
    if j >= last:
        return last
    if ends[j - 1] == starts[j]:
        return j if j == i + 1 and _run_together(words, i, j) else 0
    if words[i] == "." and j == i + 1 and _abbreviates(tokens, i, j):
        return 0
    if len(words[i]) > 1 and not _starter(words[j]):  # a dotted acronym: "U.S. officials"
        return 0
    return j if _opens(words, j, last) or uncased else 0


def _run_together(words: list[str], stop: int, follows: int) -> bool:
    """Whether a space was lost between two sentences: "fell.The", "Roe.She"."""
    if words[stop] != "." or not stop:
        return False
    before, after = words[stop - 1], words[follows]
    capitalised = len(after) > 1 and after[0].isupper() and after[1:].islower()
    return len(before) > 2 and before.isalpha() and capitalised and (before.islower() or _starter(after))


def _opens(words: list[str], j: int, last: int) -> bool:
    """Whether a sentence can begin at token j."""
    k = j
    while k < last - 1 and k < j + 3 and words[k] in OPENERS:
        k += 1
    return not words[k][0].islower()


def _starter(word: str) -> bool:
    return word[0].isupper() and word.lower() in _words("starters")


def _abbreviates(tokens: Tokens, i: int, j: int) -> bool:
    """Whether the full stop at token i belongs to the word before it."""
    if not i or tokens.ends[i - 1] != tokens.starts[i]:
        return False
    word, lower, after = tokens.words[i - 1], tokens.lower[i - 1], tokens.words[j]
    if len(word) == 1 and word.isalpha():  # an initial, or the end of "a.m."
        return not _starter(after) or (word.isupper() and _initial(tokens, i - 1))
    if lower in _words("names"):
        return True
    if lower in _words("numbers"):
        return after[0].isdigit()
    if lower in _words("dates"):
        return word[0].isupper() and not _starter(after)
    return lower in _words("trailing") and not _starter(after)


def _initial(tokens: Tokens, i: int) -> bool:
    """Whether the single capital at token i follows another initial: "J. R. In" is a name."""
    return i > 1 and tokens.words[i - 1] == "." and len(tokens.words[i - 2]) == 1
