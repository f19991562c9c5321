"""Whether the words around a date look back or ahead. The words are in `lexicon/tense.toml`."""

from typing import Final

from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import wordset

AHEAD: Final = wordset("tense", "ahead")
BACK: Final = wordset("tense", "back")
ARRANGED: Final = wordset("tense", "arranged")
WAS: Final = frozenset(("had", "was", "were"))
NOT_VERBS: Final = wordset("tense", "not_verbs")
STOPS: Final = frozenset(".?!;")
WILL_HAVE: Final = (["will", "have"], ["shall", "have"], ["’ll", "have"], ["'ll", "have"])
REACH: Final = 18  # tokens looked at on either side


def past(word: str) -> bool:
    """Whether a word looks like a past tense or participle."""
    return word in BACK or (word.endswith("ed") and len(word) > 4 and word not in NOT_VERBS)


def _look(word: str) -> int:
    return 1 if word in AHEAD else -1 if past(word) else 0


def direction(t: Words, first: int, last: int) -> int:
    """-1 where the verb nearest to a date is past, 1 where it looks ahead, 0 where there is none.

    The verb before the date counts before the one after it; the sentence's end ends the search.
    """
    return _before(t, first) or _after(t, last)


def _arranged(t: Words, first: int) -> bool:
    """Whether a date is one for which something is called: "a vote has been [called for] June 3"."""
    lower = t.lower
    if first < 2 or lower[first - 1] not in ("for", "until", "till", "to"):
        return False
    at = next((i for i in range(first - 2, max(first - 4, -1), -1) if lower[i] in ARRANGED), None)
    return at is not None and WAS.isdisjoint(lower[max(0, at - 3) : at])


def _before(t: Words, first: int) -> int:
    if _arranged(t, first):
        return 1
    lower = t.lower
    for i in range(first - 1, max(first - REACH, -1), -1):
        gap = t.tokens.gap(i)
        if (lower[i] in STOPS and gap and len(lower[i - 1]) > 3) or "\n" in gap:
            return 0
        found = _look(lower[i])
        if found < 0 and i and (lower[i - 1] == "be" or lower[i - 1 : i + 1] in WILL_HAVE):
            return 1  # "could be released as early as Thursday"
        if found < 0 and i and lower[i - 1] in ("is", "are", "being"):
            continue  # "is held", "are charged": no tense of its own
        if found > 0 and (lower[i + 1] == "have" or lower[i - 1] == "had"):
            return -1  # "would have", "had planned"
        if found:
            return found
    return 0


def _after(t: Words, last: int) -> int:
    for i in range(last + 1, min(last + REACH, t.size)):
        if t.lower[i] in STOPS or "\n" in t.tokens.gap(i - 1):
            return 0
        found = _look(t.lower[i])
        if found:
            return found
    return 0
