"""Ordinals: places in an order, in words ("twenty-first") and in digits ("21st")."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers import counted as counting
from crosscheck.extraction.numbers.figures import RANKS
from crosscheck.extraction.numbers.labels import STREETS
from crosscheck.extraction.numbers.nonquantities import MONTHS
from crosscheck.extraction.numbers.phrases import VERBS
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset
from crosscheck.model import Mention
from crosscheck.values import Ordinal

SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
DASHES: Final = frozenset("-‐‑–—")
DETERMINERS: Final = frozenset("the a his her its their our my your this that whose every".split())
PAST: Final = wordset("number_cues", "ordinals", "past")
LARGEST: Final = 10**24
IDIOMS: Final = frozenset(
    "hand class degree rate ever time person half name aid responder responders guess".split()
)


def ordinals(document: Document, view: View, spots: list[int]) -> Iterator[Mention]:
    """The ordinals at the tokens `spots` that no other reader has claimed."""
    lower, claimed = document.tokens.lower, document.claimed
    ranks, suffixes = RANKS, SUFFIXES
    for i in [i for i in spots if lower[i] in ranks or lower[i] in suffixes]:
        if claimed[i]:
            continue
        found = _digits(view, i) if lower[i] in suffixes else _words(view, i)
        if found is None:
            continue
        first, rank = found
        if claimed[first] or not 0 < rank < LARGEST or _elsewhere(view, first, i):
            continue
        tokens = document.tokens
        what = counting.counted(view, first, i, one=True)
        start, end = tokens.starts[first], tokens.ends[i]
        document.claim(first, i)
        yield Mention(start, end, tokens.text[start:end], "ordinal", Ordinal(int(rank)), what and what[0])


def _digits(view: View, i: int) -> tuple[int, Decimal] | None:
    """Digits with their suffix: "21st", "9th"."""
    n = view.numerals.ending.get(i - 1)
    if (
        n is None
        or n.words
        or n.first != n.last
        or not view.glued(i - 1)
        or (view.glued(i) and view.lower[i + 1].isalnum())
    ):
        return None
    return (n.first, n.value) if n.value == n.value.to_integral_value() and n.value > 0 else None


def _words(view: View, i: int) -> tuple[int, Decimal] | None:
    """A rank with the number words before it: "third", "twenty-first", "one hundredth"."""
    rank = RANKS[view.lower[i]]
    j = i - 1
    if j > 0 and view.lower[j] in DASHES and view.glued(j):
        j -= 1
    n = view.numerals.ending.get(j)
    if n is not None and n.words and not n.loose and not n.fraction and not view.breaks(j):
        if rank >= 100:
            return n.first, n.value * rank
        if rank < n.scale or (n.value % (100 if rank > 9 else 10) == 0 and n.value >= 20):
            return n.first, n.value + rank
    if view.numerals.ending.get(i) is not None or n is not None:  # "two thirds"; "one second", "30-second"
        return (i, rank) if view.numerals.ending.get(i) is None and view.lower[i] != "second" else None
    return None if _fraction_or_time(view, i) else (i, rank)


def _fraction_or_time(view: View, i: int) -> bool:
    """No rank: "a third of", "per second", "for a second"."""
    lower, before = view.lower, view.lower[i - 1] if i else ""
    if before == "a" and lower[i] != "first" and lower[i] != "second" and lower[i + 1] == "of":
        return True
    if lower[i] != "second":
        return False
    return before in ("per", "split", "every", "/") or (before == "a" and not lower[i + 1].isalpha())


def _elsewhere(view: View, first: int, i: int) -> bool:
    """A day of a month, a street, an idiom: "7th of October", "July 4th", "Fifth Avenue", "first-hand"."""
    lower, words = view.lower, view.words
    before = lower[first - 1] if first else ""
    if before == "." and first > 1:
        before = lower[first - 2]
    if (before in MONTHS and words[first - 1][:1].isupper()) or (
        lower[i + 1] in MONTHS and words[i + 1][:1].isupper()
    ):
        return True
    if lower[i + 1] == "of" and lower[i + 2] in MONTHS:
        return True
    if lower[i + 1] in STREETS and words[i + 1][:1].isupper():
        return True
    if lower[i + 1] in DASHES and view.glued(i) and lower[i + 2] in IDIOMS:
        return True
    return lower[i] == "first" and (before == "at" or _adverb(lower[i + 1], before))


def _adverb(after: str, before: str) -> bool:
    """Whether "first" says when: "was first reported", "when it first met"; not "the first armed man"."""
    return before not in DETERMINERS and (
        after in VERBS or after in PAST or (after.endswith("ed") and len(after) > 4)
    )
