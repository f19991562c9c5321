"""Quotations: the quoted passages that somebody says, with their speakers.

A passage of four words or more is a quotation. A shorter one is, where a mark of speech ends it and
a speaker stands beside it ("Objection," said X); else it is a name, a title or a scare quote.
"""

from collections.abc import Iterator

from crosscheck.extraction.document import Document
from crosscheck.extraction.speakers import Passage, Speakers
from crosscheck.model import Mention
from crosscheck.values import Quotation

LEAST_WORDS = 4
SPOKEN = frozenset(",.?!…")


def read(document: Document) -> Iterator[Mention]:
    """The quotations of a document in order, marks left out, each with its speaker where that is plain."""
    tokens = document.tokens
    passages = [_passage(document, first, close) for first, close in document.zones.quotations]
    passages = [passage for passage in passages if passage.first < passage.stop]
    for passage, (speaker, named) in zip(passages, Speakers(document, passages).all(), strict=True):
        first, stop = passage.first, passage.stop
        spoken = speaker is not None and tokens.words[passage.close - 1] in SPOKEN
        if spoken or sum(tokens.words[i][0].isalnum() for i in range(first, stop)) >= LEAST_WORDS:
            start, end = tokens.starts[first], tokens.ends[stop - 1]
            words = tokens.text[start:end]
            yield Mention(start, end, words, "quotation", Quotation(words, speaker, named))


def _passage(document: Document, first: int, close: int) -> Passage:
    return Passage(first, close - (document.tokens.words[close - 1] == ","), close)
