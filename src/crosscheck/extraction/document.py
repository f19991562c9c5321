"""One article on its way through extraction: its tokens, zones, sentences and as-of day.

Readers (`numerals`, `dates`, `names` ...) take a `Document` and give mentions. Each marks
the tokens it used in `claimed`, so that a later reader leaves them alone; their order is
the order of `crosscheck.extraction.READERS`.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from crosscheck.extraction.tokens import Tokens
from crosscheck.model import Article, AsOf, Mention

if TYPE_CHECKING:
    from crosscheck.extraction.layout.zones import Zones
    from crosscheck.extraction.numbers.numerals import Numerals
    from crosscheck.extraction.time.stated import Item
    from crosscheck.extraction.time.words import Words


class Document:
    """An article, its tokens and what the readers share about it."""

    def __init__(self, article: Article, as_of: AsOf | None = None) -> None:
        self.article = article
        self.text = article.text
        self.tokens = Tokens(article.text)
        self.claimed = bytearray(len(self.tokens))
        self._as_of = as_of

    @cached_property
    def numerals(self) -> "Numerals":
        """Every number of the text, in digits or words, before anybody knows what it counts."""
        from crosscheck.extraction.numbers.numerals import numerals

        return numerals(self.tokens)

    @cached_property
    def zones(self) -> "Zones":
        """Which stretch of the text is headline, byline, caption, boilerplate ..."""
        from crosscheck.extraction.layout.zones import Zones

        return Zones(self.tokens, self.article.title)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token ranges (first, last + 1) of the sentences, in order, covering every token."""
        from crosscheck.extraction.layout.sentences import sentences

        return sentences(self.tokens)

    @cached_property
    def dated(self) -> "tuple[Words, list[Item]]":
        """What the words say of dates, not yet placed in time: (the words, the dates)."""
        from crosscheck.extraction.time.dates import stated
        from crosscheck.extraction.time.words import Words

        words = Words(self)
        return words, stated(words)

    @cached_property
    def names(self) -> "tuple[Mention, ...]":
        """The persons, organisations and places of the text."""
        from crosscheck.extraction.names.names import find

        return tuple(find(self))

    @cached_property
    def dated_at(self) -> "dict[int, Item]":
        """The dates of `dated` by their first token."""
        return {item.first: item for item in self.dated[1]}

    @cached_property
    def dated_ending(self) -> "dict[int, Item]":
        """The dates of `dated` by their last token."""
        return {item.last: item for item in self.dated[1]}

    def claim(self, first: int, last: int) -> None:
        """Mark tokens `first` to `last` (inclusive) as used."""
        for i in range(first, last + 1):
            self.claimed[i] = 1

    @cached_property
    def as_of(self) -> AsOf:
        """The day the article speaks from: given, else found in metadata, dateline or text."""
        from crosscheck.extraction.time.asof import as_of

        return self._as_of or as_of(self)
