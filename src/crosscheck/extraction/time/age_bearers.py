"""An age in a text and whose it is: the name right before or behind it, or a "woman" or "boy"."""

from typing import Final

from attrs import frozen

from crosscheck.extraction.time.calendar_words import DASHES, FULL_WEEKDAYS
from crosscheck.extraction.time.tense import past
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import wordset
from crosscheck.lexicon.gazetteer import demonyms
from crosscheck.values import Age

PARTICLES: Final = frozenset("bin ibn al el abu van von de der den di da dos del la le ten ter".split())
LINKS: Final = frozenset((",", "a", "an", "the", "who", "is", "was", "just", "recently", "has"))
PLACES_BEFORE: Final = frozenset("in at from near of to inside outside across".split())
NOT_NOUNS: Final = frozenset(
    "who with to from that and or in at on of for is are were will as but when than".split()
)
KIN: Final = frozenset(
    "man woman boy girl child son daughter brother sister baby male female teenager".split()
)
# Capitalised words that are no part of a person's name.
NOT_NAMES: Final = frozenset(
    "the a an in on at and but or of for by as when while if after before since he she it".split()
)


@frozen(slots=True)
class Found:
    """An age by tokens `first` to `last`.

    `noun` is the singular word for who is so old ("woman"), "" where the age stands beside a name or
    alone; `further` are the ages that follow in a list ("men of 27, 34 and 41").
    """

    first: int
    last: int
    value: Age
    noun: str = ""
    further: tuple["Found", ...] = ()


def after_suffix(t: Words, j: int) -> bool:
    """Whether token j is the full stop of "Jr." or "Sr."."""
    return t.lower[j] == "." and j > 0 and t.lower[j - 1] in ("jr", "sr")


def name_before(t: Words, i: int) -> str | None:
    """The name that ends before token i, over a comma and "a", "who has just" and the like."""
    j = i - 1
    while j > 0 and i - j < 6 and t.lower[j] in LINKS:
        j -= 1
    if after_suffix(t, j):
        j -= 1
    last = j
    while j >= 0 and last - j < 10 and continues(t, j, last):
        if j < last and "\n" in t.tokens.gap(j):
            break
        j -= 1
    first = j + 1
    while first <= last and not named(t, first):
        first += 1
    owned = first
    while first < last and t.words[first].endswith(("'s", "’s")):  # "Norway's Ada Brown"
        first += 1
    if (
        first > last
        or t.words[last].endswith(("'s", "’s"))
        or (first == owned and first and t.lower[first - 1] in PLACES_BEFORE)
    ):
        return None
    return t.tokens.slice(first, last)


def name_over_place(t: Words, i: int) -> str | None:
    """The full name before ", of Norwick" or ", from New Norwick", which ends before token i."""
    j = i - 1
    while j > 1 and i - j < 4 and named(t, j):
        j -= 1
    if j < 2 or t.lower[j] not in ("of", "from") or t.lower[j - 1] != "," or not named(t, j - 2):
        return None
    person = name_before(t, j - 1)
    return person if person is not None and " " in person else None


def person_after(t: Words, i: int) -> str | None:
    """The name from token i where it is no nationality: "the 31-year-old Swede" names nobody."""
    name = name_after(t, i)
    if name is not None and " " not in name and nationality(name.lower()):
        return None
    return name


def nationality(word: str) -> bool:
    """Whether a lower-case word tells where somebody is from."""
    return word in demonyms() or word in wordset("organisations", "nations")


def continues(t: Words, j: int, last: int) -> bool:
    """Whether token j can stand in a name that ends at token `last`: a name, particle, initial or hyphen."""
    if named(t, j):
        return True
    if j in (last, 0):
        return False
    if t.lower[j] == ".":
        return len(t.words[j - 1]) == 1 or t.lower[j - 1] in ("jr", "sr", "dr", "mr", "mrs", "ms")
    return (t.lower[j] in DASHES and t.glued(j) and t.glued(j + 1)) or (
        t.lower[j] in PARTICLES and named(t, j - 1)
    )


def name_after(t: Words, i: int) -> str | None:
    """The name from token i, with up to two plain nouns before it ("61-year-old singer Ada Brown")."""
    first = i
    while first < t.size and first - i < 2 and t.words[first].isalpha() and not t.capital(first):
        if t.lower[first] in NOT_NOUNS or past(t.lower[first]):
            return None
        first += 1
    if first >= t.size or not named(t, first) or "\n" in t.tokens.gap(first - 1):
        return None
    j = first
    while j + 1 < t.size and j - first < 10 and follows(t, j + 1):
        if "\n" in t.tokens.gap(j):
            break
        j += 1
    while not named(t, j):
        j -= 1
    name = t.tokens.slice(first, j)
    return None if name.lower() in KIN or name.endswith(("'s", "’s")) else name


def follows(t: Words, j: int) -> bool:
    """Whether token j can go on a name that began before it."""
    if named(t, j):
        return True
    if t.lower[j] == ".":
        return len(t.words[j - 1]) == 1
    ahead = j + 1 < t.size and named(t, j + 1)
    return ahead and ((t.lower[j] in DASHES and t.glued(j)) or t.lower[j] in PARTICLES)


def named(t: Words, i: int) -> bool:
    """Whether token i can belong to a person's name."""
    word = t.words[i]
    return word[0].isupper() and t.lower[i] not in NOT_NAMES and t.lower[i] not in FULL_WEEKDAYS
