"""Numbers that name something: flights, models, telephone numbers, addresses, shirts."""

from typing import Final

from crosscheck.extraction.numbers.figures import Numeral
from crosscheck.extraction.numbers.hedges import LEFT
from crosscheck.extraction.numbers.phrases import VERBS
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset

LABELS: Final = wordset("nouns", "labels", "words")
EDITIONS: Final = wordset("nouns", "editions", "words")
STREETS: Final = wordset("number_cues", "labels", "streets")


def is_labelled(view: View, n: Numeral) -> bool:
    """A number in a name: "page 3", "Boeing 737", "Big 12", "No. 1", "Flight 370"."""
    i, words, lower = n.first - 1, view.words, view.lower
    if i < 0 or view.breaks(i):
        return False
    k = i - 1 if lower[i] == "." and i else i
    if lower[k] in LABELS and (
        k == i or lower[k] in ("no", "nos", "fig", "vol", "sec", "art", "apt", "ext", "hwy", "bldg")
    ):
        return lower[k] not in ("no", "number", "age", "day", "group") or k != i or not n.words
    if n.words:
        return _named(view, n)
    if n.value < 0 and words[i].isupper() and len(words[i]) > 2:
        return True
    if k != i or n.scale != 1 or n.fraction or "," in words[n.first] or "." in words[n.first]:
        return False
    code = words[i].isupper() and 2 <= len(words[i]) <= 3 and words[i].isalpha() and n.value < 1000
    if code and words[i] not in NO_CODES and words[n.last + 1].islower() and lower[i] not in STOPS:
        return lower[i] not in NOT_NAMES
    if words[n.last + 1] in ROADS or words[n.last + 1] in EDITIONS:
        return True
    if words[i] == "Top" or not words[i][:1].isupper() or lower[i] in NOT_NAMES or view.opens(i):
        return False
    return not counts(view, n.last + 1)


def _named(view: View, n: Numeral) -> bool:
    """A number word in a name: "Kick Six", but not in a headline ("Gunman Kills Six in Almira")."""
    i, words, lower = n.first - 1, view.words, view.lower
    name = words[n.first][:1].isupper() and words[i][:1].isupper() and words[i].isalpha()
    if not name or n.first != n.last or view.opens(i) or lower[i] in VERBS or lower[i] in LEFT:
        return False
    return not counts(view, n.last + 1) and not words[n.last + 1][:1].isupper()


NOT_NAMES: Final = wordset("number_cues", "labels", "not_names")


def counts(view: View, j: int) -> bool:
    """Whether a lower-case plural, or an adjective before one, follows at token j."""
    for k in range(j, j + 3):
        word = view.words[k]
        if not word.isalpha() or word in ("is", "was", "has", "as", "this", "its"):
            return False
        if word in ("people", "men", "women", "children") or (
            len(word) > 3 and word[-1] == "s" and word.islower()
        ):
            return True
        if word in STOPS:
            return False
    return False


ROADS: Final = frozenset("Freeway Highway Expressway Turnpike Motorway Interstate".split())
NO_CODES: Final = frozenset("US UN UK EU IS TV".split())
STOPS: Final = wordset("number_cues", "labels", "stops")


def is_phone(view: View, n: Numeral) -> bool:
    """Part of a chain of digits: "202-555-0123", "(020) 7946 0958", "+44 20", "1-800-..."."""
    if n.words:
        return False
    i, j, lower = n.first - 1, n.last + 1, view.lower
    word = view.words[n.first]
    if len(word) > 4 and word[0] == "0" and word.isdecimal():
        return True
    if word == "911" and not counts(view, n.last + 1):
        return True
    if _chained(lower, n.first):
        return True
    if lower[i] == "+" and view.glued(i):
        return not (i and lower[i - 1][-1:].isdigit())
    near = lower[j] in ("-", "–", ")") and lower[j + 1].isdecimal() and len(lower[j + 1]) >= 3
    if near and len(word) == 3 and word.isdecimal() and len(lower[j + 1]) in (3, 4):
        return (len(lower[j + 1]) == 4 and not lower[j + 2].isalpha()) or (
            lower[j + 2] == "-" and lower[j + 3].isdecimal()
        )
    return (
        i >= 1 and lower[i] in "-–" and view.glued(i) and lower[i - 1].isdecimal() and len(word) == 4
        and len(lower[i - 1]) == 3 and word.isdecimal() and not lower[j].isalpha()
    )  # fmt: skip


def _chained(lower: list[str], i: int) -> bool:
    """Three or more runs of digits joined by dashes, "907 - 745 - 4811", the last of four digits."""
    for first in (i, i - 2, i - 4):
        if first >= 0 and lower[first + 1] == lower[first + 3] and lower[first + 1] in ("-", "–", "."):
            parts = lower[first], lower[first + 2], lower[first + 4]
            if [len(p) for p in parts] == [3, 3, 4] and all(p.isdecimal() for p in parts):
                return True
    return False


def is_address(view: View, n: Numeral) -> bool:
    """A house number: "1600 Pennsylvania Avenue"."""
    words = view.words
    if view.lower[n.last + 1] == "block" and not n.words and n.value >= 100:
        return True
    if n.words or not words[n.last + 1][:1].isupper():
        return False
    for k in range(n.last + 1, n.last + 6):
        word = words[k]
        if word.lower() in STREETS and k > n.last + 1:
            return word[:1].isupper()
        if not word[:1].isupper() and not word[:1].isdigit() and word not in ("th", "nd", "rd", "st", "."):
            return False
    return False


def is_shirt_number(view: View, n: Numeral) -> bool:
    """A bare number in brackets behind a name: "Prescott (4)"."""
    i, words = n.first - 1, view.words
    return (
        not n.words and i >= 1 and words[i] == "(" and words[n.last + 1] == ")" and words[i - 1][:1].isupper()
    )
