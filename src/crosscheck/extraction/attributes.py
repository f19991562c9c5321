"""What a measured amount is the value of: "profit" in "net profit at the group rose 26% to 212 million".

A count has the noun behind it; of a sum, a share or a length the noun stands elsewhere: before the
verb of a level ("reserves stood at"), behind the verb that gives it ("put the cost at"), or behind
a fronted amount ("At 31 metres, the mast"). Words and their order decide, without a parser.
"""

from typing import Final

from crosscheck.extraction.frames import SentenceWords, plain_word
from crosscheck.extraction.tellings import LEVELS, MARKS, VERBS
from crosscheck.lexicon import wordset
from crosscheck.lexicon.senses import verbal
from crosscheck.lexicon.words import canonical

REACH: Final = 12  # tokens between an amount and its verb
CLAUSE: Final = 24  # tokens of a clause before its verb
GIVING: Final = wordset("tellings", "levels", "giving")
TIED: Final = wordset("tellings", "levels", "tied")
MOVED: Final = wordset("tellings", "changes", "moved")
EMPTY: Final = wordset("tellings", "levels", "empty")
JOINTS: Final = "that which who whose when while but if because as and or after before than"
BREAKS: Final = MARKS | frozenset(JOINTS.split())
PLACES: Final = "of in at for from on to by with among between per under over across against about within"
PREPOSITIONS: Final = frozenset(PLACES.split())
ARTICLES: Final = frozenset("the its this their his her".split())
PRONOUNS: Final = frozenset("it them this that those these".split())
PHRASE: Final = 6  # tokens of a noun phrase behind a fronted amount


def attribute(sentence: SentenceWords, first: int, stop: int) -> str | None:
    """The noun, in canonical form, that the amount in tokens `first` to `stop` is a value of, if any.

    Example: "cost" for the 8 million of "the agency put the cost of the clearing at 8 million".
    """
    lower = sentence.document.tokens.lower
    tie = lower[first - 1] if first > sentence.first else ""
    if tie == "at" and first - 1 <= sentence.first + 1:
        return _fronted(sentence, stop)
    for i in range(first - 1, max(sentence.first, first - REACH) - 1, -1):
        low = lower[i]
        if low in GIVING and tie in ("at", "as"):
            if lower[i + 1] in PRONOUNS:
                return None  # "put it at"
            return _phrase(sentence, i + 1, first - 1) or _behind(sentence, stop) or _subject(sentence, i)
        if low in LEVELS or low in VERBS or (low in TIED and tie in ("at", "to")):
            return _subject(sentence, i)
        if low in MOVED and tie in ("to", "by", "from"):
            return _phrase(sentence, i + 1, first - 1) or _subject(sentence, i)
        if low in BREAKS:
            return None
    return None


def _subject(sentence: SentenceWords, verb: int) -> str | None:
    """The head of the noun phrase before the verb at token `verb`."""
    lower = sentence.document.tokens.lower
    start = max(sentence.first, verb - CLAUSE)
    for i in range(verb - 1, start - 1, -1):
        if lower[i] in BREAKS:
            start = i + 1
            break
    return _phrase(sentence, start, verb)


def _phrase(sentence: SentenceWords, start: int, stop: int) -> str | None:
    """The head of the first noun phrase in tokens `start` to `stop`: what is counted of "the number of"."""
    head = None
    for i in range(start, stop):
        low = sentence.document.tokens.lower[i]
        if low in PREPOSITIONS and head is not None:
            if head in EMPTY and low == "of":
                return _phrase(sentence, i + 1, stop)
            return head
        noun = _noun(sentence, i)
        head = noun or head
    return head


def _fronted(sentence: SentenceWords, stop: int) -> str | None:
    """The head behind an amount that opens its sentence: "At 31 metres, the mast is ..."."""
    lower = sentence.document.tokens.lower
    last = sentence.stop
    comma = next((i for i in range(stop, min(stop + 4, last)) if lower[i] == ","), None)
    if comma is None or comma + 1 >= last or lower[comma + 1] not in ARTICLES:
        return None
    start = comma + 2
    end = min(start + 1, last)  # right behind an article stands no verb: "the demand"
    while end < min(start + PHRASE, last) and not _ends(lower[end]):
        end += 1
    return _phrase(sentence, start, end)


def _ends(low: str) -> bool:
    return low in BREAKS or low in PREPOSITIONS or _verb(low)


def _behind(sentence: SentenceWords, stop: int) -> str | None:
    """The head behind an amount that stands before what it is given for: "puts at 37 the number of"."""
    if stop >= sentence.stop or sentence.document.tokens.lower[stop] != "the":
        return None
    return _phrase(sentence, stop + 1, min(stop + 8, sentence.stop))


def _verb(low: str) -> bool:
    return low in LEVELS or low in VERBS or verbal(canonical(low))


def _noun(sentence: SentenceWords, i: int) -> str | None:
    """Token i in canonical form where it may be a noun, one that is a verb too ("the charge") included."""
    tokens = sentence.document.tokens
    low = tokens.lower[i]
    if not plain_word(low) or (tokens.words[i][0].isupper() and i > sentence.first):
        return None
    word = canonical(low)
    return None if low.endswith(("ed", "ing")) and verbal(word) else word
