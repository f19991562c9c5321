"""Where known phrases stand in a text: one pass over its tokens, however many phrases there are.

The phrases make a tree of words; from each token that begins one, the tree is walked as far
as the text goes along. No phrase is longer than `LONGEST` words, so the work grows with the
text alone. The longest phrase wins, and none overlaps another.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from crosscheck.extraction.tokens import Tokens, bare

LONGEST = 16  # words of a phrase; further ones are not looked at

Key = Callable[[str], str]
_END = ""  # no word is empty: the labels of the phrases that end at a node


class Hit(NamedTuple):
    """A phrase in a text: its first and last token, and the labels it was given."""

    first: int
    last: int
    labels: tuple[Any, ...]


class Phrases:
    """A tree of phrases, each with a label; `key` makes the comparable form of a lower-case word.

    A word that the phrase writes with a capital must stand with one in the text, the first
    of several excepted where `opening` is false.
    """

    def __init__(self, phrases: Iterable[tuple[str, Any]], key: Key = bare, *, opening: bool = True) -> None:
        self._key = key
        self._tree: dict[str, Any] = {}
        for phrase, label in phrases:
            tokens = Tokens(phrase)
            places = _words(tokens)[:LONGEST]
            node = self._tree
            for i in places:
                node = node.setdefault(self._form(tokens.lower[i]), {})
            if places:
                big = tuple(tokens.words[i][0] != tokens.lower[i][0] for i in places)
                needed = big if opening or len(big) == 1 else (False, *big[1:])
                node.setdefault(_END, []).append((needed, label))

    def _form(self, word: str) -> str:
        return self._key(word).replace("’", "'").replace(".", "") or word

    def find(self, tokens: Tokens) -> Iterator[Hit]:
        """The phrases in a text, in order, the longest where several begin at one token."""
        if not self._tree:
            return
        places = _words(tokens)
        forms = [self._form(tokens.lower[i]) for i in places]
        at = 0
        while at < len(places):
            found = self._longest(tokens, places, forms, at)
            if found is None:
                at += 1
            else:
                size, labels = found
                yield Hit(places[at], places[at + size - 1], labels)
                at += size

    def _longest(
        self, tokens: Tokens, places: Sequence[int], forms: Sequence[str], at: int
    ) -> tuple[int, tuple[Any, ...]] | None:
        node = self._tree.get(forms[at])
        found, size = None, 0
        while node is not None:
            size += 1
            labels = tuple(
                label
                for needed, label in node.get(_END, ())
                if all(
                    not big or tokens.words[i][0] != tokens.lower[i][0]
                    for big, i in zip(needed, places[at : at + size], strict=True)
                )
            )
            if labels:
                found = (size, labels)
            node = node.get(forms[at + size]) if at + size < len(forms) else None
        return found


def _words(tokens: Tokens) -> list[int]:
    """The tokens that count: all but the full stop of an initial."""
    words = tokens.words
    return [
        i
        for i, word in enumerate(words)
        if not (word == "." and i and len(words[i - 1]) == 1 and words[i - 1].isalpha())
    ]
