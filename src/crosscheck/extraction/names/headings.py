"""Runs of capitalised words in which names can be looked for: those of headings cut up.

In a heading that capitalises every word ("Trump Orders Review", "FERRY SINKS OFF PORT OSTREY") a run is no
name; it falls apart at its common words.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.extraction.document import Document
from crosscheck.extraction.names import evidence
from crosscheck.extraction.names.capitals import Part
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import wordset

OWNERS = frozenset("people women men children workers attorney sheriff veterans".split())
CREDITS = [
    [w]
    for w in "pictures photographs photos photography illustrations illustration graphics reporting".split()
]
LEAST_RUN = 3  # parts from which a run may be a heading rather than a name
LEAST_SHARE = 0.7  # of the words of a heading that are capitalised


def pieces(document: Document, runs: Iterable[Sequence[Part]]) -> Iterator[Sequence[Part]]:
    """The runs of stretches that state something, those of headings in pieces."""
    states = document.zones.states
    heading = _Headings(document)
    for run in _whole(document.tokens, runs):
        if not states(run[0].first) or _credited(document.tokens, run) or _ship(document.tokens, run):
            continue
        if len(run) >= LEAST_RUN and not _titled(run) and heading(run[0].first):
            yield from _shouted(run) if document.tokens.words[run[0].first].isupper() else _cut(run)
        else:
            yield run


def _whole(tokens: Tokens, runs: Iterable[Sequence[Part]]) -> Iterator[Sequence[Part]]:
    """The runs, those joined that a possessive parts: "St. Brendan's | Hospital", "Seafarers' | Alliance"."""
    held: Sequence[Part] | None = None
    for run in runs:
        joins = held is not None and run[0].key in wordset("organisations", "heads")
        if held is not None and joins and run[0].first - held[-1].last in (1, 2):
            held = [*held, *run]
            continue
        if held is not None:
            yield held
        held = None
        if _possessor(tokens, run):
            held = run
        else:
            yield run
    if held is not None:
        yield held


def _possessor(tokens: Tokens, run: Sequence[Part]) -> bool:
    """Whether a run can be the owner in a body's name: a saint, a plural ("Seafarers'", "Women's")."""
    last = run[-1].last
    low = tokens.lower[last]
    if run[0].key in ("st", "saint"):
        return low.endswith(("'s", "’s"))
    plural = last + 1 < len(tokens) and tokens.words[last + 1] in "'’" and low.endswith("s")
    return plural or low[:-2] in OWNERS or low[:-2].endswith("men")


def _credited(tokens: Tokens, run: Sequence[Part]) -> bool:
    """Whether a run stands in brackets beside a slash: "(Lin Wu/Northern Press)"."""
    first, last = run[0].first, run[-1].last
    if (
        tokens.lower[max(0, first - 1) : first] == ["by"]
        and tokens.lower[max(0, first - 2) : first - 1] in CREDITS
    ):
        return True
    slash = tokens.words[last + 1 : last + 2] == ["/"] or tokens.words[max(0, first - 1) : first] == ["/"]
    return slash and "(" in tokens.words[max(0, first - 6) : first]


def _ship(tokens: Tokens, run: Sequence[Part]) -> bool:
    """Whether a ship is named: "the ferry Morning Star"."""
    first = run[0].first
    return first > 0 and tokens.lower[first - 1] in wordset("organisations", "vessels")


def _titled(run: Sequence[Part]) -> bool:
    """Whether a title stands within a run: then it is no mere heading."""
    return any(p.key in wordset("titles", "courtesy") or p.key in wordset("titles", "rank") for p in run)


def _cut(run: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """A run without its common words, in the pieces between them."""
    piece: list[Part] = []
    for part in run:
        if _plain(part.key):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(part)
    if piece:
        yield piece


def _shouted(run: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """The words of a run in capitals one by one, a given name with the word behind it."""
    i = 0
    while i < len(run):
        size = 2 if evidence.is_given(run[i].key) and i + 1 < len(run) else 1
        piece = [part for part in run[i : i + size] if not _plain(part.key)]
        if piece:
            yield piece
        i += size


def _plain(key: str) -> bool:
    """Whether a word of a heading is a common word and no part of a name."""
    if evidence.given(key) or key in wordset("organisations", "lead") or evidence.is_place_word(key):
        return False
    return evidence.is_common(key) and key not in wordset("titles", "rank")


class _Headings:
    """Whether a token stands in a sentence that capitalises nearly every word."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._known: dict[int, bool] = {}

    def __call__(self, i: int) -> bool:
        sentences = self.document.sentences
        number = bisect_right(sentences, (i, len(self.document.tokens))) - 1
        if number not in self._known:
            first, stop = sentences[number]
            long = [
                w
                for w in self.document.tokens.words[first : min(stop, first + 40)]
                if len(w) > 3 and w[0].isalpha()
            ]
            capitals = sum(w[0].isupper() for w in long)
            stopped = self.document.tokens.words[stop - 1] == "."
            self._known[number] = not stopped and len(long) > 3 and capitals >= LEAST_SHARE * len(long)
        return self._known[number]
