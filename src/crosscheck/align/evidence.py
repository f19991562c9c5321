"""Kinds of evidence that two claims are about one fact, each a level with a weight in a data file.

Every function looks at a pair and names the level of one kind of evidence; the weight of
a level is its log2 likelihood ratio (Fellegi-Sunter), and the sum of the weights with the
names of their levels is the explanation that a report shows. The values themselves are no
evidence: likeness of digits says nothing about what two figures count.
"""

from collections.abc import Callable
from functools import lru_cache

from attrs import define

from crosscheck.lexicon.words import changing, rarity
from crosscheck.model import Claim

NEAR_BITS = (8.0, 16.0, 28.0, 44.0, 70.0)
SENTENCE_BITS = (20.0, 45.0, 80.0, 130.0)


@define(slots=True)
class Pair:
    """Two claims of different articles, with what only the whole corpus can tell about them."""

    left: Claim
    right: Claim
    near: float = 0.0  # bits shared beside the values
    ratio: float = 0.0  # the share of the poorer side that this is
    best: str = "neither"  # both / one / neither: whether each is the other's closest claim there
    rival: str = "none"  # whether the other article states this value too: none / looser / closer
    shared_values: int = 0  # other values that both sentences state


@lru_cache(maxsize=16384)
def _surroundings(left: tuple[str, ...], right: tuple[str, ...], subject: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for side in (left, right):
        for position, word in enumerate(side):
            bits = rarity(word) * (1.0 - 0.07 * position)
            weights[word] = max(bits, weights.get(word, 0.0))
    if subject:
        weights[subject] = max(rarity(subject), weights.get(subject, 0.0))
    return weights


def nearness(left: Claim, right: Claim) -> tuple[float, float]:
    """Bits of the words that stand beside both values, and their share of the poorer side."""
    mine = _surroundings(left.left, left.right, left.subject)
    other = _surroundings(right.left, right.right, right.subject)
    if len(mine) > len(other):
        mine, other = other, mine
    shared = sum(min(bits, other[word]) for word, bits in mine.items() if word in other)
    poorer = min(sum(mine.values()), sum(other.values()))
    return shared, shared / max(poorer, 30.0)


def _band(value: float, edges: tuple[float, ...]) -> str:
    return str(sum(value >= edge for edge in edges))


def near(pair: Pair) -> str:
    """How much of the words beside the values is shared, in bits."""
    return _band(pair.near, NEAR_BITS)


def share(pair: Pair) -> str:
    """Which part of the words beside the values is shared."""
    return _band(pair.ratio, (0.2, 0.35, 0.5, 0.7, 0.9))


def sentence(pair: Pair) -> str:
    """Rare words shared by the two sentences outside the values' surroundings, in bits."""
    beside = {*pair.left.left, *pair.left.right}
    return _band(sum(rarity(w) for w in pair.left.context & pair.right.context if w not in beside), SENTENCE_BITS)


def names(pair: Pair) -> str:
    """Whether the sentences share capitalised words."""
    a, b = pair.left.names, pair.right.names
    if not a or not b:
        return "unknown"
    shared = len(a & b)
    return "none" if not shared else "one" if shared == 1 else "several"


def neighbours(pair: Pair) -> str:
    """Whether the very next words on either side are the same."""
    same = (pair.left.before == pair.right.before != "") + (pair.left.after == pair.right.after != "")
    return ("none", "one", "both")[same]


def head(pair: Pair) -> str:
    """Whether both count the same kind of thing."""
    a, b = pair.left.subject, pair.right.subject
    return "unknown" if not a or not b else "same" if a == b else "other"


def predicate(pair: Pair) -> str:
    """Whether the same is said of it."""
    a, b = pair.left.predicate, pair.right.predicate
    return "unknown" if not a or not b else "same" if a == b else "other"


def time(pair: Pair) -> str:
    """How far apart the days are from which the articles speak."""
    a, b = pair.left.as_of.day, pair.right.as_of.day
    if a is None or b is None:
        return "unknown"
    days = abs((a - b).days)
    return "same" if days <= 1 else "near" if days <= 7 else "far"


def manner(pair: Pair) -> str:
    """Whether both are asserted, planned, hypothetical or negated alike."""
    return "same" if pair.left.modality == pair.right.modality else "other"


def extent(pair: Pair) -> str:
    """Whether both are a total, a part or a further number alike."""
    return "same" if pair.left.scope == pair.right.scope else "other"


def speaker(pair: Pair) -> str:
    """Whether the same person or body is named as the source."""
    a, b = pair.left.speaker, pair.right.speaker
    return "unknown" if not a or not b else "same" if a == b else "other"


def values(pair: Pair) -> str:
    """How many other values the two sentences share."""
    return ("none", "one", "several")[min(pair.shared_values, 2)]


def best(pair: Pair) -> str:
    """Whether each claim is the closest one to the other in its article."""
    return pair.best


def rival(pair: Pair) -> str:
    """Whether one article states the other's value as well, in looser or closer surroundings."""
    return pair.rival


def person(pair: Pair) -> str:
    """Whether two ages are said of one person, by the name beside them."""
    a, b = getattr(pair.left.mention.value, "person", None), getattr(pair.right.mention.value, "person", None)
    if not a or not b:
        return "unknown"
    mine, other = _name_words(a), _name_words(b)
    if mine <= other or other <= mine:
        return "same" if min(len(mine), len(other)) > 1 else "surname"
    return "other"


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,") for word in name.split() if len(word.strip(".,")) > 1)


def change(pair: Pair) -> str:
    """Whether counts of this thing move while a story runs, so that two figures may be an update."""
    words = {pair.left.subject, pair.right.subject, pair.left.predicate, pair.right.predicate}
    if changing().isdisjoint(words):
        return "settled"
    return "moving"


EVIDENCE: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("near", near),
    ("share", share),
    ("sentence", sentence),
    ("names", names),
    ("neighbours", neighbours),
    ("head", head),
    ("predicate", predicate),
    ("time", time),
    ("manner", manner),
    ("extent", extent),
    ("speaker", speaker),
    ("values", values),
    ("best", best),
    ("rival", rival),
    ("person", person),
    ("change", change),
)
