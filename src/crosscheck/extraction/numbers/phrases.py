"""The noun phrase behind a number: its head noun and the words before the head.

No parser: a phrase is followed over a few tokens by closed word classes and endings.
"""

from functools import lru_cache
from typing import Final

from crosscheck.extraction.numbers.figures import UNITS
from crosscheck.extraction.numbers.view import View
from crosscheck.extraction.tokens import unowned
from crosscheck.lexicon import table, wordset


def idioms(rows: dict[str, list[str]]) -> dict[str, tuple[tuple[str, list[str]], ...]]:
    """The first word of each idiom -> the classes and whole wordings of those that open with it."""
    told = [(name, phrase.split()) for name, phrases in rows.items() for phrase in phrases]
    return {first: tuple(row for row in told if row[1][0] == first) for first in {w[0] for _, w in told}}


_NOUNS: Final = table("nouns")
_VERBS: Final = table("verbs")
CLASSES: Final[dict[str, str]] = {w: name for name, row in _NOUNS["classes"].items() for w in row.split()}
IRREGULAR: Final[dict[str, str]] = _NOUNS["irregular"]
SINGULAR: Final[frozenset[str]] = frozenset(_NOUNS["singular"]["words"].split())
VERBS: Final[dict[str, str]] = {w: name for name, row in _VERBS["classes"].items() for w in row.split()}
PERSONAL: Final = frozenset(_VERBS["personal"]["words"].split())
IDIOMS: Final = idioms(_VERBS["idioms"])
STOPS: Final = wordset("number_cues", "phrases", "stops")
SKIPPED: Final = wordset("number_cues", "phrases", "skipped")
MEASURE_ENDS: Final = wordset("number_cues", "phrases", "measure_ends")
WHOLES: Final = frozenset("time place day week month year term hour floor half quarter round".split())
DEEDS: Final = wordset("number_cues", "phrases", "deeds")
OBJECTS: Final = frozenset("the a an his her their its our him them us that".split())
COLLECTIVES: Final = wordset("number_cues", "phrases", "collectives")


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a lower-case plural noun.

    >>> singular("hostages"), singular("people"), singular("families"), singular("crashes")
    ('hostage', 'person', 'family', 'crash')
    """
    known = IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss") or word in SINGULAR:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> plural("hostages"), plural("children"), plural("famous"), plural("was")
    (True, True, False, False)
    """
    if word in IRREGULAR:
        return True
    return (
        len(word) > 3 and word[-1] == "s" and word.isalpha() and not word.endswith(("ss", "ous", "us", "is"))
        and word not in SINGULAR and word not in STOPS
    )  # fmt: skip


class Phrase:
    """A noun phrase behind a number: its head's token, its noun and the words before the head."""

    __slots__ = ("last", "modifiers", "noun")

    def __init__(self, last: int, noun: str, modifiers: tuple[str, ...]) -> None:
        self.last = last
        self.noun = noun
        self.modifiers = modifiers


def phrase(view: View, i: int, *, one: bool) -> Phrase | None:
    """The noun phrase counted by a number that ends at token i; `one` asks for a singular noun."""
    lower, j = view.lower, i + 1
    if lower[j] in ("-", "‐", "‑") and view.glued(i) and view.glued(j):
        if lower[j + 1].endswith(("est", "ed")):  # "second-largest city", "third-ranked team"
            return _singular(view, j + 2)
        return _hyphened(view, j + 1)
    for _ in range(4):
        if lower[j] not in SKIPPED or view.breaks(j - 1):
            break
        if lower[j] == "of":
            one = False
        j += 1
    if view.breaks(j - 1) or j >= view.size or (lower[j] == "one" and lower[j - 1] == "of"):
        return None
    if lower[j - 1] in ("more", "others", "other") and lower[j].endswith("ed") and not plural(lower[j + 1]):
        return None  # "dozens more suffered burns"
    return _singular(view, j) if one else _plural(view, j)


def _hyphened(view: View, j: int) -> Phrase | None:
    """In "16-member crew" the head is "member", what is counted, and the noun behind it a modifier."""
    lower = view.lower
    if not lower[j].isalpha():
        return None
    outer = [lower[k] for k in (j + 1, j + 2) if lower[k].isalpha() and lower[k] not in STOPS][:1]
    return Phrase(j, singular(lower[j]), tuple(outer))


def _plural(view: View, j: int) -> Phrase | None:
    """The first plural within a few tokens, with the words before it."""
    modifiers: list[str] = []
    lower = view.lower
    for k in range(j, j + 7):
        word = lower[k]
        if word in ("and", "or") and modifiers and lower[k + 1] not in STOPS and lower[k + 1] not in UNITS:
            continue  # "eight Democratic and Republican leaders"
        if not word or _stops(view, word, k) or (k > j and view.breaks(k - 1)) or _finite(lower, k):
            return None
        if _heads(view, k):
            return Phrase(k, singular(word), tuple(modifiers))
        if word[0].isalnum():
            modifiers.append(unowned(word))
    return None


def _heads(view: View, k: int) -> bool:
    """Whether token k is the head: the last of the plurals ("sports cars"), or a word like "population"."""
    lower, word, after = view.lower, view.lower[k], view.lower[k + 1]
    if word in COLLECTIVES:
        return after in STOPS or after in VERBS or not after.isalpha()
    if not plural(word) or (plural(after) and view.words[k + 1].islower() and not view.breaks(k)):
        return False
    return not (word in ("dead", "wounded", "injured") and lower[k + 1].isalpha() and plural(after))


def _finite(lower: list[str], k: int) -> bool:
    """Whether token k is no part of a noun phrase: a verb, or a mark other than a dash or a comma."""
    word, after = lower[k], lower[k + 1]
    if word in VERBS and word not in CLASSES:
        return not _attributive(lower, k) if not plural(word) else VERBS[word] in PERSONAL
    if word == ",":
        return after in UNITS or after[:1].isdigit()
    return not word[0].isalnum() and word not in "-'’\"“”‘"


def _stops(view: View, word: str, k: int) -> bool:
    """Whether token k ends a noun phrase; "18 IS fighters" and "5,000 US troops" go on."""
    return word in STOPS and not (word in ("us", "is", "it") and view.words[k].isupper())


def _attributive(lower: list[str], k: int) -> bool:
    """Whether a participle stands before the noun it describes ("12 trapped miners")."""
    return plural(lower[k + 1]) or (lower[k + 1] not in STOPS and plural(lower[k + 2]))


def _singular(view: View, j: int) -> Phrase | None:
    """The last word of a short run of content words: "one local store", "a third man"."""
    lower = view.lower
    run: list[str] = []
    last = k = j
    while k < j + 7 and len(run) < 4:
        word = lower[k]
        if not word.isalpha() or word in STOPS or (run and view.breaks(k - 1)):
            break
        if run and word in VERBS:
            if word in DEEDS and lower[k + 1] not in OBJECTS:  # "a third major release of"
                run.append(word)
                last = k
            break
        if run and word.endswith(("ed", "ly")):
            break
        run.append(word)
        last = k
        if lower[k + 1] == "-" and view.glued(k) and view.glued(k + 1):
            k += 1
        elif word in CLASSES or word in WHOLES:
            break
        k += 1
    if not run:
        return None
    return Phrase(last, singular(run[-1]), tuple(run[:-1]))


def apposed(view: View, j: int) -> Phrase | None:
    """The noun that a price or measure describes: "a $150 million deal", "a 51 percent stake"."""
    if view.breaks(j - 1) or not view.lower[j].isalpha():
        return None
    return _singular(view, j) if view.lower[j] not in VERBS and view.lower[j] not in MEASURE_ENDS else None
