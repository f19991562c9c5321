"""The frame of a value in its sentence: the verb, the noun before it, the thing it is a value of.

Without a parser: clauses end at closed-class words and marks, verbs are words that WordNet
knows mostly as verbs, and a noun stands right before or behind the value or its preposition.
"""

from functools import cache, cached_property
from sys import intern

from crosscheck.extraction.document import Document
from crosscheck.extraction.layout.items import EMPHASIS
from crosscheck.extraction.time.calendar_words import MONTHS, WEEKDAYS
from crosscheck.lexicon import table
from crosscheck.lexicon.senses import verbal
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.model import Wording

HEADING = 18  # tokens of a question or a heading, its marks included
BARE = 4  # tokens of an answer that says no more than yes or no
SHORTEST = 3  # letters of a noun
TIE = 4  # tokens before a value among which its preposition is looked for
FAR = 14  # tokens behind a value among which its verb is looked for
CLAUSE = 200  # tokens of a clause before a value that are looked at
COMPOUND = 3  # words of a noun phrase behind a value that are followed to its head
OF = frozenset(("of", "in", "on", "for", "at", "from"))


class SentenceWords:
    """The content words of one sentence with their token indexes, computed once for its claims."""

    def __init__(self, document: Document, number: int) -> None:
        self.document = document
        self.number = number
        self.first, self.stop = document.sentences[number]

    @cached_property
    def words(self) -> list[tuple[int, str, str, bool]]:
        """(token index, canonical form, lower-case form, whether it is capitalised within the sentence)."""
        tokens = self.document.tokens
        out = []
        for i in range(self.first, min(self.stop, self.first + 120)):
            low = tokens.lower[i]
            if low in STOP or not (low[0].isalpha() and len(low) > 1):
                continue
            capital = tokens.words[i][0].isupper()
            out.append((i, canonical(low), low, capital))
        return out

    @cached_property
    def context(self) -> frozenset[str]:
        """The content words in canonical form, those of the question that it answers included."""
        return frozenset([word for _, word, _, _ in self.words]).union(self.heading)

    @cached_property
    def heading(self) -> tuple[str, ...]:
        """The content words, nearest first, of the question or bold heading right before this sentence.

        After a bare "Yes." or "Not yet." the next sentence answers it as well.
        """
        number = self.number - 1
        if number > 0 and self._bare(number):
            number -= 1
        if number < 1 or not self._heads(number):
            return ()
        before = SentenceWords(self.document, number)
        return tuple([word for _, word, _, _ in reversed(before.words)])

    def _bare(self, number: int) -> bool:
        first, stop = self.document.sentences[number]
        return stop - first <= BARE and not self._heads(number)

    def _heads(self, number: int) -> bool:
        first, stop = self.document.sentences[number]
        words = self.document.tokens.words[first:stop]
        if not 1 < len(words) <= HEADING:
            return False
        bold = words[0] in EMPHASIS and words[-1] in EMPHASIS
        return bold or words[-1] == "?" or words[-2:] == ["?", "*"]

    @cached_property
    def names(self) -> frozenset[str]:
        """Those of them that are capitalised, the first word of the sentence and the calendar left out."""
        return frozenset(
            [
                word
                for i, word, low, capital in self.words
                if capital and i != self.first and low not in MONTHS and low not in WEEKDAYS
            ]
        )

    @cached_property
    def span(self) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens.starts[self.first], tokens.ends[self.stop - 1]

    @cached_property
    def wording(self) -> Wording:
        tokens = self.document.tokens
        start, end = self.span
        within = slice(self.first, self.stop)
        return Wording(
            start,
            tokens.text[start:end],
            tuple(map(intern, tokens.lower[within])),
            tuple(tokens.starts[within]),
        )

    @cached_property
    def lowers(self) -> frozenset[str]:
        return frozenset(self.document.tokens.lower[self.first : self.stop])

    @cached_property
    def speaker(self) -> str | None:
        """The last capitalised word beside a verb of saying, or after 'according to'."""
        tokens = self.document.tokens
        verbs = words_of("saying")
        for i in range(self.first, self.stop):
            low = tokens.lower[i]
            if low == "according" and i + 1 < self.stop and tokens.lower[i + 1] == "to":
                name = _capital(tokens.words[i + 2 : min(i + 10, self.stop)])
                if name:
                    return name
            if low in verbs:
                after = _capital(tokens.words[i + 1 : min(i + 4, self.stop)])
                before = _capital(tokens.words[max(self.first, i - 3) : i][::-1])
                if before or after:
                    return before or after
        return None


def _capital(words: list[str]) -> str | None:
    weekdays = words_of("weekdays")
    for word in words:
        if word[0].isupper() and len(word) > 2 and word.lower() not in STOP and word.lower() not in weekdays:
            return canonical(word.lower())
    return None


@cache
def words_of(row: str) -> frozenset[str]:
    """A closed word class of the table `modality`."""
    return frozenset(table("modality")[row]["words"])


def said_of(sentence: SentenceWords, first: int, end: int) -> tuple[str | None, str | None]:
    """The verb nearest to a value within its clause and the noun before it, None where there is none.

    A verb before the value is preferred to one behind it: "joblessness sank to 6.2 percent" gives
    ("sink", "joblessness").
    """
    tokens, words = sentence.document.tokens, sentence.words
    lower, clause = tokens.lower, words_of("clause")
    least = max(sentence.first, first - CLAUSE)
    floor = next((i + 1 for i in range(first - 1, least - 1, -1) if lower[i] in clause), least)
    left = [row for row in words if floor <= row[0] < first]
    for at in range(len(left) - 1, -1, -1):
        _, word, _, capital = left[at]
        if not capital and verbal(word):
            noun = next((w for _, w, _, _ in reversed(left[:at]) if not verbal(w)), None)
            return word, noun
    before = left[-1][1] if left else None
    for i, word, _, capital in words:
        if tokens.starts[i] >= end:
            if i - first > FAR or lower[i] in clause:
                break
            if not capital and verbal(word):
                return word, before
    return None, before


def relation_word(sentence: SentenceWords, first: int) -> str | None:
    """The preposition by which a value is tied to its clause: "rose [to] 12", "[since] May"; None for none.

    Hedges, articles and adjectives between the two are passed over.
    """
    lower = sentence.document.tokens.lower
    ties = words_of("ties")
    for i in range(first - 1, max(sentence.first, first - TIE) - 1, -1):
        if lower[i] in ties:
            hedge = lower[i] in ("at", "as") and lower[i + 1] in ("least", "most", "many")
            if lower[i] != "than" and not hedge:
                return lower[i]
        elif lower[i] not in words_of("loose"):
            return None
    return None


def about(sentence: SentenceWords, first: int, end: int) -> str | None:
    """The noun that a value is a value of, where it stands right beside it; None where none does.

    "a [72-hour] truce", "the [May 29] letter", "a charge of [$28.5 million]", "[12%] of the workforce".
    """
    tokens, lower = sentence.document.tokens, sentence.document.tokens.lower
    after = first
    while after < sentence.stop and tokens.starts[after] < end:
        after += 1
    if after < sentence.stop:
        start = after + 1 if lower[after] in ("of", "in") else after
        while start > after and start < sentence.stop and lower[start] in words_of("loose"):
            start += 1
        head = _head(sentence, start)
        if head is not None:
            return head
    for i in range(first - 1, max(sentence.first, first - TIE) - 1, -1):
        if lower[i] in OF:
            return _noun(sentence, i - 1)
        if lower[i] not in words_of("loose"):
            return None
    return None


def _head(sentence: SentenceWords, start: int) -> str | None:
    """The last noun of the run of plain words from token `start`."""
    found = None
    for i in range(start, min(start + COMPOUND, sentence.stop)):
        word = _noun(sentence, i)
        if word is None:
            break
        found = word
    return found


def plain_word(low: str) -> bool:
    """Whether a lower-case token can be a noun or a verb: no closed word class, adverb or figure."""
    if not low.isalpha() or len(low) < SHORTEST or low in STOP or low.endswith("ly"):
        return False
    return low not in words_of("ties") and low not in words_of("loose")


def _noun(sentence: SentenceWords, i: int) -> str | None:
    """Token i in canonical form where it may be a common noun."""
    if i < sentence.first:
        return None
    low = sentence.document.tokens.lower[i]
    if not plain_word(low) or sentence.document.tokens.words[i][0].isupper():
        return None
    word = canonical(low)
    return None if verbal(word) or low.endswith(("ed", "ing")) else word
