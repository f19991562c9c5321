"""What a figure counts that stands in bold, opens an item of a list, or follows a label: "Staff: 412"."""

from typing import Final

from crosscheck.extraction.layout.items import EMPHASIS, JOINTS, before_colon, behind_joint
from crosscheck.extraction.numbers.counted import FATAL, FELLED
from crosscheck.extraction.numbers.phrases import CLASSES, STOPS, VERBS, singular
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon.senses import senses, verbal
from crosscheck.lexicon.words import canonical
from crosscheck.model import Counted

AMOUNTS: Final = frozenset("share proportion percentage number total count amount part".split())
ARTICLES: Final = frozenset({"the", "a", "an"})
UTMOST: Final = frozenset("top peak maximum minimum average median preliminary estimated official".split())


def thing(view: View, first: int, last: int) -> int:
    """The token behind which the words stand that say what the figure in tokens `first` to `last` counts."""
    lower, j = view.lower, last
    if lower[j + 1] in EMPHASIS or lower[j + 1] in JOINTS:
        j = behind_joint(view.tokens, first, last)
    if j == last:
        return j
    if lower[j + 1] in ARTICLES and view.words[j + 1][0].isupper():
        j += 1  # "**12 million** The fine"
    if lower[j + 1] in AMOUNTS and lower[j + 2] == "of":
        return j + 1  # "**12%** - Share of the passengers"
    return j + 1 if lower[j + 1] in UTMOST else j  # "**145 mph** - Top wind"


def label(view: View, first: int) -> Counted | None:
    """The thing that the label before a figure names: "Staff: 412", "**Orders received:** 12", "Dead: 3"."""
    if view.lower[first - 1] not in EMPHASIS and view.lower[first - 1] != ":":
        return None
    found = before_colon(view.tokens, first)
    if found is None:
        return None
    words: list[str] = []
    for word in view.lower[found[0] : found[1] + 1]:
        if word in STOPS and words:
            break
        if word.isalpha() and word not in STOPS:
            words.append(word)
    if words and words[-1] in FELLED:
        felled = VERBS[words[-1]]
        return Counted("person", FATAL.get(felled, "person"), tuple(words[:-1]), felled)
    while words and (words[-1] in VERBS and words[-1] not in CLASSES):
        words.pop()  # "orders received"
    if not words or not _common(words[-1]):
        return None
    noun = singular(words[-1])
    return Counted(noun, CLASSES.get(noun, noun), tuple(words[:-1]))


def _common(word: str) -> bool:
    """Whether a word is known as a common noun."""
    stem = canonical(word)
    return bool(senses(stem)[0]) and not verbal(stem)
