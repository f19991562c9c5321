"""A text laid out for zoning: its tokens, blocks and sentences, and a code for each token."""

from bisect import bisect_right

from crosscheck.extraction.layout.blocks import blocks
from crosscheck.extraction.layout.sentences import split
from crosscheck.extraction.tokens import Tokens

ZONES = (
    "body",
    "headline",
    "dateline",
    "caption",
    "byline",
    "credit",
    "boilerplate",
    "related",
    "correction",
)
CODES = {zone: code for code, zone in enumerate(ZONES)}


class Layout:
    """What the zoning passes share: they read `tokens` and `blocks` and paint `codes`."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.blocks = blocks(tokens)
        self.codes = bytearray(len(tokens))
        self._firsts = [first for first, _ in self.blocks]
        self._pieces: dict[int, list[tuple[int, int]]] = {}

    def paint(self, first: int, last: int, zone: str) -> None:
        """Put tokens `first` up to but without `last` into a zone."""
        self.codes[first:last] = bytes((CODES[zone],)) * (last - first)

    def zone(self, block: int) -> str:
        """The zone of the first token of a block."""
        return ZONES[self.codes[self.blocks[block][0]]]

    def block_of(self, i: int) -> int:
        """The number of the block that holds token i."""
        return bisect_right(self._firsts, i) - 1

    def sentence_of(self, i: int) -> tuple[int, int]:
        """The token range of the sentence that holds token i."""
        number = self.block_of(i)
        if number not in self._pieces:
            self._pieces[number] = split(self.tokens, *self.blocks[number])
        pieces = self._pieces[number]
        return pieces[bisect_right(pieces, (i, len(self.tokens))) - 1]

    def stopped(self, block: int) -> bool:
        """Whether a block ends as a sentence does, closing marks aside."""
        first, last = self.blocks[block]
        i = last - 1
        while i > max(first, last - 4) and self.tokens.words[i] in CLOSING:
            i -= 1
        return self.tokens.words[i][-1] in ".!?…:;"


CLOSING = frozenset("\"'”’»)]*_")
