"""How rules read the sentences of one article: their figures in place, and phrases that relate them."""

from crosscheck.rules.reading.passages import Figure, Passage, passages
from crosscheck.rules.reading.phrases import Match, Phrase, matches, phrases, words

__all__ = ["Figure", "Match", "Passage", "Phrase", "matches", "passages", "phrases", "words"]
