"""Kinds of evidence that two claims are about one fact, each a level with a weight in a data file.

Every function looks at a pair and names the level of one kind of evidence; the weight of
a level is its log2 likelihood ratio (Fellegi-Sunter), and the sum of the weights with the
names of their levels is the explanation that a report shows. The values themselves are no
evidence: likeness of digits says nothing about what two figures count.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from math import log2, sqrt

from attrs import define

from crosscheck.lexicon.words import UNKNOWN_BITS, changing, rarity
from crosscheck.model import Claim
from crosscheck.values import Moment, Quantity

NEAR_BITS = (6.0, 12.0, 18.0, 24.0, 31.0, 39.0, 50.0, 65.0)
SENTENCE_BITS = (5.0, 12.0, 25.0, 50.0)
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)


@define(slots=True)
class Pair:
    """Two claims of different articles, with what only the whole corpus can tell about them."""

    left: Claim
    right: Claim
    near: float = 0.0  # bits shared beside the values
    ratio: float = 0.0  # the share of the poorer side that this is
    best: str = "neither"  # both / one / neither: whether each is the other's closest claim there
    rival: str = "none"  # whether the other article states this value too: none / looser / closer
    cosine: float = 0.0  # likeness of the two sentences' content words, 0 to 1
    alone: bool = False  # each is the only value of its family in its sentence
    consensus: int = 0  # further articles that state one of the two values in surroundings like these
    likeness: float = 1.0  # share of the rare names that the two articles have in common
    rest: float = 0.0  # bits shared by the rest of the sentences
    shared_values: int = 0  # other values that both sentences state


class Weights:
    """How telling each word is in this corpus, in bits.

    A word tells as much as it is rare in English and as it is rare among the claims at
    hand: where every sentence names the president, the president tells facts apart no more.
    """

    SAMPLE = 300  # sentences of general English that the corpus is mixed with

    def __init__(self, claims: Iterable[Claim]) -> None:
        holders: dict[str, set[tuple[int, int]]] = defaultdict(set)
        sentences: set[tuple[int, int]] = set()
        for claim in claims:
            key = (claim.article, claim.sentence)
            if key not in sentences:
                sentences.add(key)
                for word in claim.context:
                    holders[word].add(key)
        self._total = len(sentences) + self.SAMPLE
        self._bits = {word: self._weight(word, len(keys)) for word, keys in holders.items()}

    def _weight(self, word: str, count: int) -> float:
        bits = rarity(word)
        expected = self.SAMPLE * 2.0 ** (1.0 - bits)
        return bits / UNKNOWN_BITS * log2(self._total / (count + expected))

    def __call__(self, word: str) -> float:
        return self._bits.get(word) or self._weight(word, 1)

    def surroundings(self, claim: Claim) -> dict[str, float]:
        """The words beside a value with their weights, nearer ones heavier."""
        weights: dict[str, float] = {}
        for side in (claim.left, claim.right):
            for position, word in enumerate(side):
                bits = self(word) * (1.0 - 0.07 * position)
                weights[word] = max(bits, weights.get(word, 0.0))
        if claim.subject:
            weights[claim.subject] = max(self(claim.subject), weights.get(claim.subject, 0.0))
        return weights

    def norm(self, words: frozenset[str]) -> float:
        """The length of a sentence's word vector."""
        return sqrt(sum(self(word) ** 2 for word in words))


def nearness(mine: dict[str, float], other: dict[str, float]) -> tuple[float, float]:
    """Bits of the words that stand beside both values, and their share of the poorer side."""
    if len(mine) > len(other):
        mine, other = other, mine
    shared = sum(min(bits, other[word]) for word, bits in mine.items() if word in other)
    poorer = min(sum(mine.values()), sum(other.values()))
    return shared, shared / max(poorer, 24.0)


def _band(value: float, edges: tuple[float, ...]) -> str:
    return str(sum(value >= edge for edge in edges))


def near(pair: Pair) -> str:
    """How much of the words beside the values is shared, in bits."""
    return _band(pair.near, NEAR_BITS)


def share(pair: Pair) -> str:
    """Which part of the words beside the values is shared."""
    return _band(pair.ratio, SHARES)


def sentence(pair: Pair) -> str:
    """Telling words shared by the two sentences outside the values' surroundings, in bits."""
    return _band(pair.rest, SENTENCE_BITS)


def names(pair: Pair) -> str:
    """Whether the sentences share capitalised words."""
    a, b = pair.left.names, pair.right.names
    if not a or not b:
        return "unknown"
    shared = len(a & b)
    return "none" if not shared else "one" if shared == 1 else "several"


def run(pair: Pair) -> str:
    """How many of the very next words are the same on both sides of the value, without a gap."""
    a, b = pair.left, pair.right
    same = _same_run(a.before, b.before), _same_run(a.after, b.after)
    both = "both" if all(same) else "one"
    return f"{both} {_band(sum(same), (2, 4, 7))}" if any(same) else "none"


def _same_run(mine: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for a, b in zip(mine, other, strict=False):
        if a != b:
            break
        count += 1
    return count


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


def cosine(pair: Pair) -> str:
    """How alike the two sentences are in their content words."""
    return _band(pair.cosine, (0.1, 0.2, 0.3, 0.4, 0.55, 0.7))


def slot(pair: Pair) -> str:
    """Whether each value is the only one of its family in its sentence."""
    return "alone" if pair.alone else "several"


def figure(pair: Pair) -> str:
    """Whether one and the same figure stands in two units or magnitudes.

    Not the likeness of digits: the very same figure, whose unit or scale alone differs, is
    a coincidence between unrelated facts the rarer the more digits it has.
    """
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or not a.point or not b.point:
        return "none"
    mine, other = _digits(a.point), _digits(b.point)
    if mine != other or (a.unit == b.unit and a.point == b.point):
        return "other"
    same_unit = a.unit == b.unit
    if a.point != b.point and not same_unit:
        return "other"
    return "rare" if len(mine) >= 3 else "telling" if len(mine) == 2 else "common"


def _digits(point: Decimal) -> str:
    return "".join(map(str, point.normalize().as_tuple().digits))


def consensus(pair: Pair) -> str:
    """Whether further articles back one of the two values in like surroundings."""
    return ("none", "one", "several")[min(pair.consensus, 2)]


def grain(pair: Pair) -> str:
    """Whether two dates are stated alike: both as weekdays, days, months or years."""
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return "none"
    mine, other = _grain(a), _grain(b)
    return mine if mine == other else "other"


def _grain(value: Moment) -> str:
    if value.relative:
        return "words" if value.weekday is None else "weekday"
    if None not in value.month_day:
        return "day"
    if value.stated[:4].isdigit():
        return "month" if len(value.stated) > 4 else "year"
    return "month"


def story(pair: Pair) -> str:
    """How much the two articles tell one story, by the rare names they share."""
    return _band(pair.likeness, (0.12, 0.18, 0.25, 0.35))


def person(pair: Pair) -> str:
    """Whether two ages are said of one person, by the name beside them."""
    a, b = getattr(pair.left.mention.value, "person", None), getattr(pair.right.mention.value, "person", None)
    if not a or not b:
        return "unknown"
    mine, other = _name_words(a), _name_words(b)
    if mine <= other or other <= mine:
        return "same" if min(len(mine), len(other)) > 1 else "surname"
    return "alike" if mine & other and _jaro_winkler(" ".join(mine), " ".join(other)) > 0.9 else "other"


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,") for word in name.split() if len(word.strip(".,")) > 1)


def _jaro_winkler(a: str, b: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(" ".join(sorted(a.split())), " ".join(sorted(b.split())))


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
    ("run", run),
    ("head", head),
    ("predicate", predicate),
    ("time", time),
    ("manner", manner),
    ("extent", extent),
    ("speaker", speaker),
    ("values", values),
    ("best", best),
    ("rival", rival),
    ("cosine", cosine),
    ("slot", slot),
    ("figure", figure),
    ("consensus", consensus),
    ("grain", grain),
    ("story", story),
    ("person", person),
    ("change", change),
)
