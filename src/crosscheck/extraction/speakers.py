"""Who speaks a quoted passage.

The speaker is named beside a verb of saying: behind the closing mark in the same sentence
('," X said'), before the opening one ('X said: "', 'X called it "'), or in the passage before, where
the speech goes on ('," X said. "'). "He said" and "the envoy said" point to the one person whom the
words before name as their subject. Anything less certain leaves the speaker open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from crosscheck.extraction.document import Document
from crosscheck.extraction.layout.blocks import blocks
from crosscheck.extraction.names.capitals import abbreviated
from crosscheck.extraction.names.people import SAYING
from crosscheck.lexicon import wordset
from crosscheck.lexicon.offices import offices
from crosscheck.model import Mention
from crosscheck.values import Name

INTRODUCING = 6  # tokens before a colon that ends the paragraph before a quotation
NEAR = 14  # tokens behind a closing mark in which its speaker is looked for
FAR = 40  # tokens before an opening mark that are looked at
BETWEEN = 24  # tokens between two passages of one speech
BACK = 6  # sentences of a paragraph in which "he" and "she" are looked for
ROLE = 3  # words of a role behind "the"
SPEAKING = SAYING | wordset("quotations", "participles")
CALLING = wordset("quotations", "calling")
BESIDE = wordset("quotations", "beside")
FOLLOWING = wordset("quotations", "following")
PRONOUNS = frozenset({"he", "she"})
ANSWERING = frozenset({"replied", "answered", "replies", "answers"})
OTHERS = frozenset("they we it i you who".split())
BREAKS = frozenset("\"“”‘’',;:")
COURTESY = wordset("titles", "courtesy") | wordset("titles", "rank")
ENDS = frozenset('.;:"“”')
MARKS = frozenset("\"“”‘’'*_,-–—")


class Passage(NamedTuple):
    """A quoted passage: its first token, the end of its words (exclusive), and its closing mark."""

    first: int
    stop: int
    close: int


class Speakers:
    """The people of a document by their place, and the passages whose speakers are asked for."""

    def __init__(self, document: Document, passages: Sequence[Passage]) -> None:
        self.tokens = document.tokens
        self.passages = passages
        self.people = sorted((m for m in document.names if m.kind == "person"), key=lambda m: m.start)
        self.starts = [m.start for m in self.people]
        self.sentences = [first for first, _ in document.sentences]
        self.found: list[str | None] = []
        self._inferred = False
        self._bearers: dict[tuple[str, ...], str | None] = {}

    @cached_property
    def blocks(self) -> list[int]:
        """The first token of every paragraph."""
        return [first for first, _ in blocks(self.tokens)]

    def all(self) -> list[tuple[str | None, bool]]:
        """The speaker of each passage, and whether he or she is named right beside it.

        A full name where the article has it; None where the speaker is not plain.
        """
        out = []
        for number in range(len(self.passages)):
            self._inferred = False
            who = self._behind(number) or self._before(number)
            named = who is not None and not self._inferred
            self.found.append(who or self._goes_on(number))
            out.append((self.found[-1], named))
        return out

    def _block(self, i: int) -> int:
        return bisect_right(self.blocks, i) - 1

    def _limit(self, number: int) -> int:
        """The token at which the words behind a passage end: the next passage or paragraph."""
        close = self.passages[number].close
        following = (
            self.passages[number + 1].first - 1 if number + 1 < len(self.passages) else len(self.tokens)
        )
        block = self._block(close - 1) + 1
        end = self.blocks[block] if block < len(self.blocks) else len(self.tokens)
        return min(following, end)

    # Behind the closing mark

    def _behind(self, number: int) -> str | None:
        """The speaker behind the closing mark: '," X said', '," said X', '," the envoy said'."""
        tokens, passage = self.tokens, self.passages[number]
        if tokens.words[passage.close - 1] == "." and not abbreviated(tokens.lower[passage.close - 2]):
            return None
        first = passage.close
        limit = min(self._limit(number), first + NEAR)
        while first < limit and tokens.words[first] in MARKS:
            first += 1
        last = next((k for k in range(first, limit) if self._ends(k)), limit)
        verb = next((k for k in range(first, last) if tokens.lower[k] in SPEAKING), -1)
        if verb < 0 or OTHERS & set(tokens.lower[first:verb]):
            return None
        beside = {*tokens.lower[max(first, verb - 2) : verb], *tokens.lower[verb + 1 : min(verb + 2, last)]}
        if beside & PRONOUNS:
            who = self._pointed(passage.first)
            self._inferred = True
            answers = tokens.lower[verb] in ANSWERING and number and who == self.found[number - 1]
            return None if answers else who
        named = self._subjects(first, verb) or self._subjects(verb + 1, last)
        if named:
            return named[0]
        return self._holder(tokens.lower[first:last], passage.first)

    def _ends(self, k: int) -> bool:
        """Whether the clause behind a quotation ends at token k; the stop of "Mr." ends nothing."""
        tokens = self.tokens
        before = tokens.lower[k - 1]
        return tokens.words[k] in ENDS and not (
            tokens.words[k] == "." and before.isalpha() and abbreviated(before)
        )

    # Before the opening mark

    def _before(self, number: int) -> str | None:
        """The speaker before the opening mark, in its sentence: 'X said: "', 'X called it "'."""
        tokens, passage = self.tokens, self.passages[number]
        last = passage.first - 2
        begin = self._sentence(last, number)
        if last < begin:
            return None
        if self._block(last) != self._block(passage.first):
            begin = max(begin, last - INTRODUCING) if tokens.words[last] == ":" else last + 1
        verbs = SPEAKING | CALLING
        verb = next((k for k in range(last, begin - 1, -1) if tokens.lower[k] in verbs), -1)
        if verb < 0 or OTHERS & set(tokens.lower[max(begin, verb - 2) : verb]):
            return None
        if PRONOUNS & set(tokens.lower[max(begin, verb - 2) : verb]):
            self._inferred = True
            return self._pointed(begin)
        named = self._subjects(begin, verb)
        if named:
            return named[-1] if len(set(named)) == 1 or self._near(named[-1], verb) else None
        return self._holder(tokens.lower[begin : verb + 1], begin)

    def _sentence(self, last: int, number: int) -> int:
        """The first token of the sentence that holds token `last`, behind the passage before."""
        if last < 0 or self.tokens.words[last] in ".!?":
            return last + 1
        begin = self.sentences[max(0, bisect_right(self.sentences, last) - 1)]
        floor = self.passages[number - 1].close + 1 if number else 0
        return max(begin, floor, last - FAR)

    def _near(self, name: str, verb: int) -> bool:
        """Whether a person is named right before a verb."""
        start = self.tokens.starts[max(0, verb - 4)]
        return name in self._named(start, self.tokens.starts[verb])

    # In the passage before

    def _goes_on(self, number: int) -> str | None:
        """The speaker of the passage before, where nobody else comes between: '," X said. "'."""
        if not number or self.found[number - 1] is None:
            return None
        tokens, passage, before = self.tokens, self.passages[number], self.passages[number - 1]
        gap = range(min(before.close + 1, passage.first - 1), passage.first - 1)
        unclosed = self._block(before.close) != self._block(before.close - 1)
        apart = self._block(before.close - 1) != self._block(passage.first)
        if apart and not (unclosed and len(gap) <= 1):
            return None
        if len(gap) > BETWEEN or (gap and tokens.words[gap[-1]] not in ".,:;?!"):
            return None
        named = self._named(tokens.starts[before.close - 1], tokens.starts[passage.first])
        spoken = not gap or any(tokens.lower[k] in SPEAKING for k in gap)
        return self.found[number - 1] if spoken and set(named) <= {self.found[number - 1]} else None

    # Whom words point to

    def _pointed(self, before: int) -> str | None:
        """Whom "he" or "she" means: the subject of the nearest sentence before a token that has one.

        Beyond the paragraph it must be the only subject of the one before.
        """
        block = self._block(before)
        sentence, end = bisect_right(self.sentences, before) - 1, before
        least = max(0, sentence - BACK)
        while sentence >= least and end > self.blocks[block]:
            begin = self.sentences[sentence]
            named = set(self._subjects(begin, end))
            if named:
                return named.pop() if len(named) == 1 else None
            if (role := self._role(begin, end)) is not None:
                return role or None
            if spoken := self._spoken(begin, end):
                self._inferred = True
                return spoken
            end, sentence = begin, sentence - 1
        self._inferred = True
        named = set(self._subjects(self.blocks[block - 1], self.blocks[block])) if block else set()
        return named.pop() if len(named) == 1 else None

    def _spoken(self, begin: int, end: int) -> str | None:
        """The speaker of the last passage that ends in a stretch of tokens."""
        for number in range(len(self.found) - 1, -1, -1):
            if begin <= self.passages[number].close <= end:
                return self.found[number]
            if self.passages[number].close < begin:
                return None
        return None

    def _role(self, begin: int, end: int) -> str | None:
        """Who is meant by "the mayor" as a subject: at the beginning, or beside a verb of saying.

        None where no role is the subject, "" where one is whose holder is not known.
        """
        lower = self.tokens.lower
        for k in range(begin, min(end, begin + FAR)):
            if lower[k] != "the" or self._covered(k):
                continue
            size = next((n for n in range(1, ROLE + 1) if k + n < end and lower[k + n] in offices()), 0)
            if size and (
                k == begin or (lower[k + size + 1 : k + size + 2] and lower[k + size + 1] in SPEAKING)
            ):
                return self._bearer(lower[k + 1 : k + size + 1]) or ""
        return None

    def _bearer(self, phrase: Sequence[str]) -> str | None:
        """The one person of the document who has a role of these words."""
        key = tuple(phrase)
        if key not in self._bearers:
            self._bearers[key] = self._find_bearer(set(key))
        return self._bearers[key]

    def _find_bearer(self, wanted: set[str]) -> str | None:
        posts = [(m.value.name, set(p.words.split())) for m in self.people if isinstance(m.value, Name)
                 for p in m.value.posts]  # fmt: skip
        for least in (wanted, wanted & set(offices())):
            holders = {name for name, words in posts if least and least <= words}
            if holders:
                return holders.pop() if len(holders) == 1 else None
        return None

    def _holder(self, words: Sequence[str], before: int) -> str | None:
        """Whom "the envoy" means: the one person of that role, or the one just named if it is weak."""
        for k, word in enumerate(words):
            size = next(
                (n for n in range(1, ROLE + 1) if words[k + n : k + n + 1] and words[k + n] in offices()), 0
            )
            if word == "the" and size and (not k or words[k - 1] not in ("for", "of", "at")):
                phrase = words[k + 1 : k + size + 1]
                weak = offices()[phrase[-1]].weak
                return self._bearer(phrase) or (self._pointed(before) if weak else None)
        return None

    # The people in a stretch of text

    def _between(self, start: int, end: int) -> list[Mention]:
        return self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _named(self, start: int, end: int) -> list[str]:
        """The people named from one offset to another."""
        return [m.value.name for m in self._between(start, end) if isinstance(m.value, Name)]

    def _subjects(self, first: int, last: int) -> list[str]:
        """The people named from one token to another outside quotations who can be the subject."""
        first = max(first, last - 2 * FAR)
        if first >= last:
            return []
        starts, ends = self.tokens.starts, self.tokens.ends
        found = self._between(starts[first], ends[last - 1])
        return [
            m.value.name for m in found
            if isinstance(m.value, Name) and not self._quoted(m.start) and not self._beside(m.start, m.end)
        ]  # fmt: skip

    def _quoted(self, start: int) -> bool:
        """Whether an offset lies in one of the passages."""
        return self._covered(bisect_left(self.tokens.starts, start))

    def _covered(self, token: int) -> bool:
        """Whether a token lies in one of the passages."""
        number = bisect_right(self._firsts, token) - 1
        return number >= 0 and token < self.passages[number].close

    @cached_property
    def _firsts(self) -> list[int]:
        return [passage.first for passage in self.passages]

    def _beside(self, start: int, end: int) -> bool:
        """Whether a name is no subject: behind a preposition, possessive, or before a noun ("the X camp")."""
        tokens, text = self.tokens, self.tokens.text
        first = bisect_left(tokens.starts, start)
        before: list[str] = []
        for k in range(first - 1, max(-1, first - 6), -1):
            word = tokens.lower[k]
            if word in BREAKS or len(before) == 2 or (word == "." and tokens.lower[k - 1] not in COURTESY):
                break
            if word[0].isalpha() and word not in COURTESY:
                before.insert(0, word)
        if any(word in BESIDE for word in before) or text[end : end + 2] in ("'s", "’s"):
            return True
        after = text[end : end + 24].split(maxsplit=1)
        if not after or text[end : end + 1] != " " or not (after[0].isalpha() and after[0].islower()):
            return False
        if after[0] in SPEAKING | CALLING or after[0] in FOLLOWING:
            return False
        return before[-1:] in (["the"], ["a"], ["this"]) or after[0].endswith("s")
