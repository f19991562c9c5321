"""The sentences of an article with their figures in place, phrases that relate them, and reckoning."""

from crosscheck.reading.passages import Figure, Passage, passages
from crosscheck.reading.phrases import Match, Phrase, matches, phrases, words

__all__ = ["Figure", "Match", "Passage", "Phrase", "matches", "passages", "phrases", "words"]
