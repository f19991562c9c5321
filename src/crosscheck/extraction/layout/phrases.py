"""Phrases of the word list `furniture`, found by their longest word."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table

CHOICE = re.compile(r"\{([^}]*)\}")


class Cue(NamedTuple):
    """A phrase as a sequence of lower-case tokens, and what it marks."""

    words: tuple[str, ...]
    trigger: int  # the place in `words` of the word to look for first
    zone: str
    scope: str


class Hit(NamedTuple):
    """A phrase found: its cue and its token range (last exclusive)."""

    cue: Cue
    first: int
    last: int


def find(tokens: Tokens) -> Iterator[Hit]:
    """The phrases in a text, in the order of their trigger words."""
    cues = _cues()
    lower = tokens.lower
    for i in [i for i, word in enumerate(lower) if word in cues]:
        for cue in cues[lower[i]]:
            first = i - cue.trigger
            last = first + len(cue.words)
            if first >= 0 and _fits(cue.words, lower[first:last]):
                yield Hit(cue, first, last)


def _fits(phrase: tuple[str, ...], words: list[str]) -> bool:
    """Whether words are the phrase; `#` stands for any number, `*` for any token."""
    return len(words) == len(phrase) and all(
        want in (word, "*") or (want == "#" and word[0].isdigit())
        for want, word in zip(phrase, words, strict=True)
    )


@cache
def _cues() -> dict[str, tuple[Cue, ...]]:
    """The cues of the word list by trigger word."""
    out: dict[str, list[Cue]] = {}
    for zone, scopes in table("furniture").items():
        for scope, phrases in scopes.items():
            for words in dict.fromkeys(_spellings(phrases)):
                trigger = max(range(len(words)), key=[len(word.strip("#*")) for word in words].__getitem__)
                out.setdefault(words[trigger], []).append(Cue(words, trigger, zone, scope))
    return {word: tuple(cues) for word, cues in out.items()}


def _spellings(phrases: list[str]) -> Iterator[tuple[str, ...]]:
    """Every phrase with its choices made, with either apostrophe, cut into tokens."""
    for phrase in phrases:
        parts = CHOICE.split(phrase)
        choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
        for made in product(*choices):
            words = "".join(made).split()
            yield tuple(words)
            if "'" in phrase:
                yield tuple(word.replace("'", "’") for word in words)
