"""Ratings on a scale: "Category 4", "a 7.1-magnitude quake", "magnitude of 7.1", "grade II listed"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers.phrases import CLASSES, STOPS, VERBS
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import table
from crosscheck.model import Counted, Mention
from crosscheck.values import ZERO, Quantity, plain

ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
SCALES: Final = frozenset(table("ratings"))
TIES: Final = frozenset({"of", "-", "–"})


class _Scale(NamedTuple):
    most: int
    behind: frozenset[str]
    before: frozenset[str]
    bare: bool


@cache
def _scale(word: str) -> _Scale:
    row = table("ratings")[word]
    behind, before = (frozenset(row.get(key, "").split()) for key in ("behind", "before"))
    return _Scale(row["most"], behind, before, row.get("bare", False))


def ratings(document: Document, view: View, spots: Sequence[int]) -> Iterator[Mention]:
    """The ratings of a text, in order; `spots` are tokens among which the words of scales are."""
    tokens = document.tokens
    for i in [i for i in spots if view.lower[i] in SCALES]:
        found = _figure(view, i)
        if found is None or any(document.claimed[found[0] : found[1] + 1]):
            continue
        first, last, value = found
        scale, behind = _scale(view.lower[i]), view.lower[last + 1]
        rated = behind if behind in scale.behind and not view.breaks(last) else ""
        told = rated or view.lower[i - 1] in scale.before or (scale.bare and _ends(view, last + 1))
        if not told or not 0 <= value <= scale.most:
            continue
        slack = Decimal("0.05") if value != value.to_integral_value() else ZERO
        quantity = Quantity(value, value, view.lower[i], plain(value), None, slack, view.lower[i])
        what = Counted(rated, CLASSES.get(rated, rated)) if rated else None
        document.claim(first, last)
        yield Mention(
            tokens.starts[first], tokens.ends[last], tokens.slice(first, last), "quantity", quantity, what
        )


def _figure(view: View, i: int) -> tuple[int, int, Decimal] | None:
    """The rating beside the word of a scale at token i: (first token, last token, figure)."""
    j = i + 1
    if view.lower[j] in TIES:
        j += 1
    if view.breaks(i):
        return None
    if j == i + 1 and view.words[j] in ROMAN:
        return i, j, Decimal(ROMAN[view.words[j]])
    numeral = view.numerals.at.get(j)
    if numeral is not None and not numeral.loose and not numeral.fraction:
        return i, numeral.last, numeral.value
    dashed = view.numerals.ending.get(i - 2) if i > 1 and view.lower[i - 1] in "-–" else None
    if dashed is None and i > 0:
        dashed = view.numerals.ending.get(i - 1) if view.lower[i] == "magnitude" else None
    return None if dashed is None or dashed.loose else (dashed.first, i, dashed.value)


def _ends(view: View, j: int) -> bool:
    """Whether token j is no noun that the figure would name: "Category 5 cable"."""
    word = view.lower[j]
    return not word.isalpha() or word in STOPS or word in VERBS or view.breaks(j - 1)
