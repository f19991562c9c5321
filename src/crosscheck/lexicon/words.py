"""What surrounds a value: content words in a canonical form, and how telling each is."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from math import log2

from crosscheck.lexicon import table
from crosscheck.lexicon.senses import regular

STOP = frozenset(
    """
    a about after again against all also although am an and any are as at be became because
    been before being between both but by can come could did do does doing down during each
    either even ever every few for from further get gets getting go goes going gone got had
    has have having he her here hers him his how i if in into is it its itself just last let
    like made make makes making many may me might more most much must my near nearly neither
    next no nor not now of off on once one only onto or other others our out over own per put
    said same saw say saying says see seen shall she should since so some still such take
    taken than that the their theirs them then there these they this those though through till
    to told too took toward towards under until up upon us very via was we well went were what
    when where whether which while who whom whose why will with within without would yet you
    your according around among another across along already amid total ago later earlier
    early late
    """.split()
)

UNKNOWN_BITS = 14.0
ANOTHER = frozenset("another elsewhere similar different separate".split())


@cache
def ranks() -> dict[str, int]:
    """The common words of English to their ranks, 1 for the commonest."""
    text = resources.files("crosscheck.lexicon").joinpath("common_words.txt").read_text(encoding="utf-8")
    words = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {word: rank for rank, word in enumerate(words, 1)}


@cache
def _classes() -> dict[str, str]:
    """Form -> canonical word, from the small synonym classes of the lexicon."""
    return {form: name for name, row in table("synonyms").items() for form in row["forms"]}


@cache
def changing() -> frozenset[str]:
    """Canonical words of which counts move while a story runs: tolls, arrests, evacuations."""
    return frozenset(name for name, row in table("synonyms").items() if row.get("changes"))


@cache
def rising() -> frozenset[str]:
    """Those of them of which a count in all can only rise: deaths, injuries, arrests."""
    return frozenset(name for name, row in table("synonyms").items() if row.get("rises_only"))


def of_another(words: Iterable[str]) -> bool:
    """Whether a sentence, in lower-case words, says that it tells of another thing than the story's.

    >>> of_another("a similar bridge fell elsewhere".split()), of_another("the bridge fell".split())
    (True, False)
    """
    return not ANOTHER.isdisjoint(words)


INDIAN_SCALES = frozenset(("lakh", "lakhs", "crore", "crores", "cr"))


def in_lakhs(*texts: str) -> bool:
    """Whether one of some figures, as they are written, is counted in lakhs or crores.

    >>> in_lakhs("Rs 480 crore", "4.8 billion rupees"), in_lakhs("500 crowns")
    (True, False)
    """
    return any(not INDIAN_SCALES.isdisjoint(text.lower().split()) for text in texts)


WHOLES = frozenset(("the", "its", "their", "his", "her", "our", "all", "these", "those", "both"))


def of_a_whole(before: Iterable[str]) -> bool:
    """Whether the lower-case words before a figure say that it is that of a known whole.

    >>> of_a_whole(["norwick's"]), of_a_whole(["all"]), of_a_whole(["about"])
    (True, True, False)
    """
    return any(word in WHOLES or word.endswith(("'s", "’s", "s’", "s'")) for word in before)


@lru_cache(maxsize=65536)
def canonical(word: str) -> str:
    """A lower-case word without possessive and inflection, or its synonym class.

    >>> canonical("hostages"), canonical("killed"), canonical("attacks")
    ('captive', 'kill', 'attack')
    """
    for mark in ("'s", "’s", "'", "’"):
        word = word.removesuffix(mark)
    root = regular(word) or stem(word)
    return _classes().get(word) or _classes().get(root) or root


def stem(word: str) -> str:
    """A word without its commonest English endings; the same for all forms, not always a word.

    >>> stem("stopped"), stem("stopping"), stem("cities"), stem("crashes"), stem("used")
    ('stop', 'stop', 'city', 'crash', 'us')
    """
    if len(word) <= 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            root = word[: -len(ending)]
            if ending in ("ing", "ed") and len(root) > 3 and root[-1] == root[-2] and root[-1] not in "sl":
                root = root[:-1]
            return root
    return word


@lru_cache(maxsize=65536)
def rarity(word: str) -> float:
    """How telling a lower-case word is, in bits: the log of its rank among English words (Zipf's law)."""
    rank = ranks().get(word)
    return UNKNOWN_BITS if rank is None else max(0.0, log2(rank))
