"""Quotations and who is said to have spoken them.

The speaker is named beside a verb of saying, right behind the closing mark or right before
the opening one; "the envoy said" and "he said" point to the one person whom the words just
before name. Anything less certain leaves the speaker open.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from crosscheck.extraction.document import Document
from crosscheck.extraction.names.capitals import abbreviated
from crosscheck.extraction.names.people import SAYING
from crosscheck.extraction.names.roles import offices
from crosscheck.model import Mention
from crosscheck.values import Name, Quotation

LEAST_WORDS = 4  # shorter passages are names, titles and scare quotes
NEAR = 12  # tokens between the quotation marks and the speaker
POINTING = frozenset("he she the".split())
MARKS = re.compile('["“”‘’]')
ENDS = frozenset('.;:"“')
BESIDE = frozenset("with alongside of to by from for against about told and beside than".split())
FOLLOWING = frozenset(
    "who also later then has had in on at and as after during when while is was have told would".split()
)
PRONOUNS = frozenset("he she they we it i you who".split())
FAR = 30  # tokens of a sentence that are looked at
SPEAKING = SAYING | frozenset("telling saying adding asking writing according warning quoted".split())


def read(document: Document) -> Iterator[Mention]:
    """The quoted passages of four words or more, marks left out, with their speakers."""
    tokens = document.tokens
    speakers = _Speakers(document)
    for first, close in document.zones.quotations:
        stop = close - (tokens.words[close - 1] == ",")
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

    def _named(self, start: int, end: int) -> list[str]:
        """The people named from one offset to another."""
        found = self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [m.value.name for m in found if isinstance(m.value, Name)]

    def _between(self, start: int, end: int) -> list[str]:
        """The people named from one offset to another, those left out that cannot be the subject."""
        found = self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [m.value.name for m in found if isinstance(m.value, Name) and not self._beside(m.start, m.end)]

    def _beside(self, start: int, end: int) -> bool:
        """Whether a name is no subject: behind a preposition, possessive, or before a noun ("the X camp")."""
        text = self.tokens.text
        before = MARKS.split(text[max(0, start - 24) : start])[-1].lower().split()[-2:]
        if any(word in BESIDE for word in before) or text[end : end + 2] in ("'s", "’s"):
            return True
        after = text[end : end + 24].split(maxsplit=1)
        noun = bool(after) and text[end] == " " and after[0].isalpha() and after[0].islower()
        return noun and after[0] not in SPEAKING and after[0] not in FOLLOWING

    def _behind(self, stop: int, first: int) -> str | None:
        """The speaker behind the closing mark: '," said X', '," X said', '," the envoy said'."""
        tokens = self.tokens
        i = stop
        while i < len(tokens) and tokens.words[i] in ",\"”’'":
            i += 1
        last = min(i + NEAR, len(tokens))
        last = next((k for k in range(i, last) if self._ends(k)), last)
        verb = next((k for k in range(i, last) if tokens.lower[k] in SPEAKING), -1)
        if i >= last or verb < 0:
            return None
        if tokens.lower[i] in POINTING or tokens.lower[verb + 1 : verb + 2] in (["he"], ["she"], ["the"]):
            named = self._between(tokens.starts[i], tokens.starts[verb]) if tokens.lower[i] == "the" else []
            return named[0] if named else self._pointed(tokens.lower[i:last], first)
        named = self._between(tokens.starts[i], tokens.ends[last - 1])
        return named[0] if named else None

    def _ends(self, k: int) -> bool:
        """Whether the clause behind a quotation ends before token k; the stop of "Mr." ends nothing."""
        tokens = self.tokens
        if "\n" in tokens.gap(k - 1):
            return True
        return tokens.words[k] in ENDS and not (tokens.words[k] == "." and abbreviated(tokens.lower[k - 1]))

    def _pointed(self, words: list[str], first: int) -> str | None:
        """Whom "he" or "the envoy" means: the one person of that role, else the one just named."""
        nouns = {word for word in words if word not in POINTING and word not in SPEAKING}
        holders = {
            m.value.name for m in self.people
            if isinstance(m.value, Name) and any(nouns & set(p.words.split()) for p in m.value.posts)
        }  # fmt: skip
        if words[0] == "the" and not any(noun in offices() for noun in nouns):
            return None
        if holders or any(noun in offices() and not offices()[noun].weak for noun in nouns):
            return holders.pop() if len(holders) == 1 else None
        return self._last_before(first)

    def _before(self, first: int) -> str | None:
        """The speaker before the opening mark: 'X said: "', 'X told reporters that "'."""
        tokens = self.tokens
        last = first - 2
        if last < 0 or "\n" in tokens.gap(last) or tokens.words[last] in ".!?":
            return None
        begin = self._sentence_start(last)
        verb = next((k for k in range(last, max(begin, last - 5) - 1, -1) if tokens.lower[k] in SPEAKING), -1)
        if verb < 0 or PRONOUNS & set(tokens.lower[max(begin, verb - 2) : verb]):
            return None
        named = self._between(tokens.starts[begin], tokens.ends[verb])
        return named[0] if len(named) == 1 else None

    def _sentence_start(self, last: int) -> int:
        """The first token of the sentence that holds token `last`, at most thirty tokens before it."""
        tokens = self.tokens
        for k in range(last, max(0, last - FAR), -1):
            if "\n" in tokens.gap(k - 1) or (tokens.words[k - 1] in '.!?”"' and tokens.gap(k - 1)):
                return k
        return max(0, last - FAR)

    def _last_before(self, first: int) -> str | None:
        """The one person named in the sentence before the opening mark, in the same paragraph."""
        tokens = self.tokens
        if first < 3 or "\n" in tokens.gap(first - 2):
            return None
        begin = self._sentence_start(first - 2)
        named = set(self._named(tokens.starts[begin], tokens.starts[first]))
        return named.pop() if len(named) == 1 else None
