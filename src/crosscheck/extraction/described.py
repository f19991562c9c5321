"""Whose age it is where no pronoun tells: an apposition, a death, a description of somebody named before.

"Ana Roe, a nurse, 62", "Ana Roe has died at 88", "the captain, who is 44" where one person is a
captain, and "The former cook, who is 81" or "The 31-year-old Swede" behind a sentence that names one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from crosscheck.extraction.document import Document
from crosscheck.extraction.time.age_bearers import nationality
from crosscheck.model import Mention
from crosscheck.values import Name

RELATIVES = frozenset(
    "son daughter wife husband mother father brother sister parents children partner fiance fiancee friend "
    "uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather boyfriend girlfriend "
    "widow mum dad mom".split()
)
LONGEST = 60  # characters of a description
# Between a name and an age: ", a nurse, ", ", MP, ", ", a retired nurse aged ".
APPOSED = re.compile(
    r", (?:[A-Z]{2,5}|an? [a-z-]+(?: [a-z-]+){0,3}(?: (?:of|from|in) [A-Z][\w’'-]+)?)(?:, | who is | )$"
)
OPEN = frozenset(", . ; ) who was is has had".split())  # what may follow an age in apposition
ANOTHER = frozenset("his her their and whose the on by to with when as for after".split())
DYING = frozenset("died dies dead dying".split())
DEATH = 5  # tokens before an age to the word of dying
START = 6  # tokens from the start of a sentence to who has died
LONG = 60  # tokens of a sentence that are looked at
PHRASE = 6  # tokens of "the former works minister"
SAYING = frozenset("said says told tells asked added according".split())


def described(document: Document, mention: Mention, people: Sequence[Mention], at: int) -> Mention | None:
    """The mention of the person whose age is told; `at` is the number of the first person behind it."""
    before = people[at - 1] if at else None
    if before is not None and before.end <= mention.start and _in_apposition(document, mention, before):
        return before
    tokens = document.tokens
    first = bisect_left(tokens.starts, mention.start)
    last = bisect_left(tokens.starts, mention.end) - 1
    start, _ = document.sentences[bisect_right(document.sentences, (first, len(tokens))) - 1]
    dead = _dead(document, first, start, people, at) if mention.counted is None else None
    return dead or _same(document, first, last, people, at)


def _in_apposition(document: Document, mention: Mention, person: Mention) -> bool:
    """Whether nothing but a description stands between a name and an age."""
    gap = document.text[person.end : mention.start]
    if len(gap) > LONGEST or not APPOSED.match(gap):
        return False
    words = gap.lower().replace(",", " ").split()
    if not ANOTHER.isdisjoint(words) or (words[-1:] == ["aged"]):
        return False
    lower, after = document.tokens.lower, bisect_left(document.tokens.starts, mention.end)
    ends = after >= len(lower) or lower[after] in OPEN
    return ends or mention.text.lower().startswith("aged")


def _dead(document: Document, first: int, start: int, people: Sequence[Mention], at: int) -> Mention | None:
    """The only person named before "has died aged 88", with whom the sentence opens."""
    lower = document.tokens.lower
    if first - start > LONG or DYING.isdisjoint(lower[max(start, first - DEATH) : first]):
        return None
    if not RELATIVES.isdisjoint(lower[start:first]):
        return None
    named = [p for p in people[max(0, at - 5) : at] if p.start >= document.tokens.starts[start]]
    if not named or len({p.value.name for p in named if isinstance(p.value, Name)}) != 1:
        return None
    token = bisect_left(document.tokens.starts, named[0].start)
    owner = document.text[named[-1].end : named[-1].end + 2] in ("'s", "’s")
    return None if owner or token - start > START else named[0]


def _same(document: Document, first: int, last: int, people: Sequence[Mention], at: int) -> Mention | None:
    """Whom a description means: the one person of that role, else the only one of the sentence before."""
    found = _phrase(document, first, last)
    if found is None:
        return None
    start, words = found
    if words:
        fits = {p.value.name: p for p in people if isinstance(p.value, Name) and _has_role(p.value, words)}
        if len(fits) == 1:
            return next(iter(fits.values()))
        if fits:
            return None
    return _only_before(document, start, people, at)


def _has_role(name: Name, words: Sequence[str]) -> bool:
    """Whether a name is given the role of a description: "former works minister", "works minister"."""
    return any(role.lower().split()[-len(words) :] == [*words] for role in name.roles)


def _phrase(document: Document, first: int, last: int) -> tuple[int, tuple[str, ...]] | None:
    """A definite description that an age belongs to: its first token, and its words without "the"."""
    lower, words = document.tokens.lower, document.tokens.words
    if lower[last] == "old":
        people = last + 1 < len(lower) and words[last + 1][0].isupper() and nationality(lower[last + 1])
        return (first - 1, ()) if people and first and lower[first - 1] == "the" else None
    if first < 4 or lower[first - 1] not in ("is", "was", "turned") or lower[first - 2] != "who":
        return None
    end = first - 3 - (lower[first - 3] == ",")
    for k in range(end, max(end - PHRASE, -1), -1):
        if lower[k] == "the":
            return (k, tuple(lower[k + 1 : end + 1])) if k < end else None
        if not words[k].isalpha() or words[k] != lower[k]:
            return None
    return None


def _only_before(document: Document, start: int, people: Sequence[Mention], at: int) -> Mention | None:
    """The only person of the sentence before the one that a description opens; nobody who speaks."""
    tokens, sentences = document.tokens, document.sentences
    number = bisect_right(sentences, (start, len(tokens))) - 1
    if not number or sentences[number][0] != start:
        return None
    first, stop = sentences[number - 1]
    words = tokens.lower[first:stop]
    if stop - first > LONG or not SAYING.isdisjoint(words) or not RELATIVES.isdisjoint(words):
        return None
    low, high = tokens.starts[first], tokens.ends[stop - 1]
    found = [p for p in people[max(0, at - 5) : at] if low <= p.start < high]
    names = {p.value.name for p in found if isinstance(p.value, Name)}
    return found[0] if len(names) == 1 else None
