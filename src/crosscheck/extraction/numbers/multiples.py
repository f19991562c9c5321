"""Amounts without a numeral: multiples ("threefold", "tripled", "twice the size"), "a small percentage"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers import hedges
from crosscheck.extraction.numbers.figures import SMALL
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset
from crosscheck.model import Mention
from crosscheck.values import Quantity, plain

VERBS: Final = {
    form: Decimal(factor)
    for factor, forms in (
        ("0.5", "halve halves halved halving"),
        ("2", "double doubles doubled doubling"),
        ("3", "triple triples tripled tripling treble trebled"),
        ("4", "quadruple quadrupled quadrupling"),
    )
    for form in forms.split()
}
ADVERBS: Final = {"twice": Decimal(2), "thrice": Decimal(3)}
FOLDS: Final = {f"{word}fold": value for word, value in SMALL.items() if value > 1}
AFTER: Final = wordset("number_cues", "multiples", "after")
NOUNS: Final = wordset("number_cues", "multiples", "nouns")
DEGREES: Final = wordset("number_cues", "multiples", "degrees")
NOT_BEHIND: Final = frozenset("it them down up back as".split())
PERCENTS: Final = frozenset("percent percentage cent".split())
SMALL_WORDS: Final = frozenset("small tiny minuscule smallish low".split())
TRIGGERS: Final = frozenset(VERBS | ADVERBS | FOLDS) | {"fold", "times"}


def multiples(document: Document, view: View, spots: list[int]) -> Iterator[Mention]:
    """The multiples at the tokens `spots` of a document, as quantities with the unit "times"."""
    for i in [i for i in spots if view.lower[i] in TRIGGERS]:
        if document.claimed[i]:
            continue
        found = _multiple(view, i)
        if found is None:
            continue
        first, value, slack = found
        if document.claimed[first]:
            continue
        tokens = document.tokens
        start, end = tokens.starts[first], tokens.ends[i]
        document.claim(first, i)
        hedge = hedges.before(tokens, first)
        low, high = hedge.band(value, slack) if hedge is not None else (value, value)
        words = hedge.words if hedge is not None else None
        amount = Quantity(low, high, "times", plain(value), words, slack, "times")
        yield Mention(start, end, tokens.text[start:end], "quantity", amount)


def small_shares(document: Document, view: View, spots: list[int]) -> Iterator[Mention]:
    """Percentages without a figure that are said to be small: less than half, "a small percentage"."""
    tokens = document.tokens
    for i in [i for i in spots if view.lower[i] in PERCENTS]:
        first = i - 1 - (view.lower[i] == "cent" and view.lower[i - 1] == "per")
        if first < 1 or document.claimed[i] or view.lower[first] not in SMALL_WORDS:
            continue
        if view.lower[first - 1] not in ("a", "an", "the", "very", "only"):
            continue
        start, end = tokens.starts[first], tokens.ends[i]
        document.claim(first, i)
        amount = Quantity(Decimal(0), Decimal(50), "percent", None, view.lower[first], dimension="percent")
        yield Mention(start, end, tokens.text[start:end], "quantity", amount)


def _multiple(view: View, i: int) -> tuple[int, Decimal, Decimal] | None:
    """The multiple that ends at token i: (its first token, factor, slack)."""
    word, after = view.lower[i], view.lower[i + 1]
    if word in FOLDS:
        return i, FOLDS[word], Decimal("0.5")
    if word in ADVERBS:
        degree = view.lower[i + 2] in DEGREES if after == "as" else after in AFTER
        return (i, ADVERBS[word], Decimal("0.5")) if degree else None
    if word in VERBS:
        base = word in ("double", "triple", "treble", "quadruple", "halve")
        plain_noun = (
            after in NOT_BEHIND
            or after in NOUNS
            or after == "-"
            or (base and after not in AFTER and after.isalpha())
        )
        return None if plain_noun or view.words[i][:1].isupper() else (i, VERBS[word], Decimal("0.5"))
    hyphen = view.lower[i - 1] == "-"
    n = view.numerals.ending.get(i - 2 if hyphen else i - 1)
    if n is None or n.loose or n.value <= 0 or (word == "times" and (hyphen or after not in AFTER)):
        return None
    return n.first, n.value, n.slack or Decimal("0.5")
