"""The tokens of a document with room to look ahead, as the number readers use them."""

from crosscheck.extraction.numbers.currencies import Currencies
from crosscheck.extraction.numbers.numerals import Numerals
from crosscheck.extraction.tokens import Tokens

ROOM = 12


class View:
    """Tokens padded with empty ones, so that looking ahead a few tokens needs no bound check."""

    __slots__ = ("claimed", "currencies", "lower", "numerals", "size", "sterling_cue", "tokens", "words")

    def __init__(self, tokens: Tokens, numerals: Numerals, claimed: bytearray) -> None:
        self.tokens = tokens
        self.claimed = claimed
        self.numerals = numerals
        self.currencies = Currencies(tokens)
        self.size = len(tokens)
        self.sterling_cue: bool | None = None
        self.words: list[str] = tokens.words + [""] * ROOM
        self.lower: list[str] = tokens.lower + [""] * ROOM

    def glued(self, i: int) -> bool:
        """Whether token i + 1 follows token i without white space."""
        tokens = self.tokens
        return 0 <= i < self.size - 1 and tokens.ends[i] == tokens.starts[i + 1]

    def breaks(self, i: int) -> bool:
        """Whether a line ends between token i and token i + 1."""
        return "\n" in self.tokens.gap(i)

    def sterling(self) -> bool:
        """Whether the text shows pounds sterling; looked up once."""
        if self.sterling_cue is None:
            text = self.tokens.text
            self.sterling_cue = "£" in text or "sterling" in text or " pence" in text
        return self.sterling_cue

    def opens(self, i: int) -> bool:
        """Whether token i opens a line or a sentence."""
        return i == 0 or self.words[i - 1] in ".!?" or self.breaks(i - 1)
