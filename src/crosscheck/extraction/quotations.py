"""Quotations and who is said to have spoken them.

The speaker is named beside a verb of saying, right behind the closing mark or right before
the opening one; "the envoy said" and "he said" point to the one person whom the words just
before name. Anything less certain leaves the speaker open.
"""

from bisect import bisect_left
from collections.abc import Iterator

from crosscheck.extraction.document import Document
from crosscheck.extraction.people import SAYING
from crosscheck.model import Mention
from crosscheck.values import Name, Quotation

LEAST_WORDS = 4  # shorter passages are names, titles and scare quotes
NEAR = 12  # tokens between the quotation marks and the speaker
POINTING = frozenset("he she the".split())
SPEAKING = SAYING | frozenset("telling saying adding asking writing according warning quoted".split())


def read(document: Document) -> Iterator[Mention]:
    """The quoted passages of four words or more, marks left out, with their speakers."""
    tokens = document.tokens
    speakers = _Speakers(document)
    for first, stop in document.zones.quotations:
        while stop > first and tokens.words[stop - 1] in ",":
            stop -= 1
        if sum(tokens.words[i][0].isalnum() for i in range(first, stop)) < LEAST_WORDS:
            continue
        start, end = tokens.starts[first], tokens.ends[stop - 1]
        words = tokens.text[start:end]
        yield Mention(start, end, words, "quotation", Quotation(words, speakers.of(first, stop)))


class _Speakers:
    """The people of a document by their place, for finding who speaks."""

    def __init__(self, document: Document) -> None:
        self.tokens = document.tokens
        self.people = sorted((m for m in document.names if m.kind == "person"), key=lambda m: m.start)
        self.starts = [m.start for m in self.people]
        self.quoted = document.zones.quoted

    def of(self, first: int, stop: int) -> str | None:
        """Who speaks the passage over tokens first to stop - 1: a full name where the article has it."""
        return self._behind(stop, first) or self._before(first)

    def _between(self, start: int, end: int) -> list[str]:
        """The people named from one offset to another."""
        found = self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [m.value.name for m in found if isinstance(m.value, Name)]

    def _behind(self, stop: int, first: int) -> str | None:
        """The speaker behind the closing mark: '," said X', '," X said', '," the envoy said'."""
        tokens = self.tokens
        i = stop
        while i < len(tokens) and tokens.words[i] in ",\"”’'":
            i += 1
        last = min(i + NEAR, len(tokens))
        last = next((k for k in range(i, last) if tokens.words[k] in ".;:\"“" or "\n" in tokens.gap(k - 1)), last)
        verb = next((k for k in range(i, last) if tokens.lower[k] in SPEAKING), -1)
        if i >= last or verb < 0:
            return None
        named = self._between(tokens.starts[i], tokens.ends[last - 1])
        if named:
            return named[0]
        pointing = tokens.lower[i] in POINTING or tokens.lower[verb + 1 : verb + 2] in (["he"], ["she"], ["the"])
        return self._last_before(first) if pointing else None

    def _before(self, first: int) -> str | None:
        """The speaker before the opening mark: 'X said: "', 'X told reporters that "'."""
        tokens = self.tokens
        last = first - 2
        begin = max(0, last - NEAR)
        for k in range(last, begin - 1, -1):
            if tokens.words[k] in ".;\"”" and tokens.gap(k) or "\n" in tokens.gap(k):
                begin = k + 1
                break
        verb = next((k for k in range(last, begin - 1, -1) if tokens.lower[k] in SPEAKING), -1)
        if verb < 0:
            return None
        named = self._between(tokens.starts[begin], tokens.ends[max(verb, begin)])
        return named[-1] if len(named) == 1 else None

    def _last_before(self, first: int) -> str | None:
        """The one person named in the forty tokens before the opening mark, in the same paragraph."""
        tokens = self.tokens
        begin = first - 1
        while begin > 0 and first - begin < 40 and "\n" not in tokens.gap(begin - 1):
            begin -= 1
        named = set(self._between(tokens.starts[begin], tokens.starts[first]))
        return named.pop() if len(named) == 1 else None
