"""The tokens of a document as the readers of time look at them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.extraction.document import Document


class Words:
    """Tokens with look-ahead and a mark of what is read.

    `lower` ends in empty strings so that looking ahead needs no bound check; `done` is the
    last token already read, behind which no production looks.
    """

    __slots__ = ("document", "done", "lower", "size", "tokens", "words")

    def __init__(self, document: "Document") -> None:
        self.document = document
        self.tokens = document.tokens
        self.words = document.tokens.words
        self.size = len(self.words)
        self.lower = [*document.tokens.lower, "", "", "", "", "", "", "", ""]
        self.done = -1

    def before(self, i: int) -> str:
        """The word before token i, or "" at the start or behind what is read."""
        return self.lower[i - 1] if i - 1 > self.done else ""

    def capital(self, i: int) -> bool:
        """Whether token i starts with a capital letter."""
        return self.words[i][:1].isupper()

    def glued(self, i: int) -> bool:
        """Whether token i stands against the token before it."""
        return i > 0 and self.tokens.adjacent(i - 1)

    def dotted(self, i: int) -> int:
        """The token after token i and the full stop of its abbreviation."""
        return i + 2 if self.lower[i + 1] == "." and self.tokens.adjacent(i) else i + 1

    def opens(self, i: int) -> bool:
        """Whether token i begins a sentence."""
        return i <= 0 or self.lower[i - 1] in _ENDS or "\n" in self.tokens.gap(i - 1)


_ENDS = frozenset((".", "!", "?", "”", '"'))
