"""Candidate pairs: two mentions of places that may fill one slot of one statement."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import fsum

from attrs import frozen

from crosscheck.align.places.apart import two_places
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Weights, shared_bits
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, place_of
from crosscheck.values import Place, Relation

SILENT = frozenset({"dateline", "byline", "credit"})  # where an article was written is no event's place
KEY_BITS = 7.0  # rarity from which a word finds partners
MOST_HOLDERS = 60  # places of one article beside one word; a word with more finds nothing
MOST_PARTNERS = 3  # in one article
LEAST_NEAR = 4.0  # bits shared beside the two names


@frozen(slots=True)
class Slot:
    """Two mentions of places with what the words around them share."""

    left: Claim
    right: Claim
    near: float  # bits shared beside the names
    cosine: float  # likeness of the sentences


def slots(claims: Sequence[Claim], stories: Stories) -> Iterator[Slot]:
    """The candidate pairs, each once, in a fixed order."""
    own = [c for c in claims if c.mention.kind == "place" and c.zone not in SILENT]
    weights = Weights(own)
    beside = [weights.surroundings(c) for c in own]
    norms = {(c.article, c.sentence): weights.norm(c.context) for c in own}
    for i, j in _partners(own, stories):
        left, right = own[i], own[j]
        bits = shared_bits(_without(beside[i], right), _without(beside[j], left))
        if bits < LEAST_NEAR:
            continue
        shared = fsum(weights(w) ** 2 for w in sorted(left.context & right.context))
        norm = norms[left.article, left.sentence] * norms[right.article, right.sentence]
        yield Slot(left, right, bits, shared / norm if norm else 0.0)


def _without(beside: dict[str, float], other: Claim) -> dict[str, float]:
    """The words beside a name, the other name left out."""
    words = place_of(other).key.split()
    return {w: bits for w, bits in beside.items() if w not in words}


def _partners(own: Sequence[Claim], stories: Stories) -> list[tuple[int, int]]:
    """The pairs of places told apart whose surroundings are the most alike, by telling words they share.

    Where the article of one also names the other's place in words that are closer, it tells of
    two things.
    """
    index: dict[int, dict[str, list[int]]] = defaultdict(dict)
    keys = [sorted((w, rarity(w)) for w in {*c.left, *c.right} if rarity(w) >= KEY_BITS) for c in own]
    for i, words in enumerate(keys):
        for word, _ in words:
            index[own[i].article].setdefault(word, []).append(i)
    agree, apart = _relations([place_of(c) for c in own])
    found: dict[tuple[int, int], float] = {}
    agreed: dict[tuple[int, int], float] = defaultdict(float)
    for i, words in enumerate(keys):
        for article in stories.related(own[i].article) if words else ():
            shared = _shared(words, index.get(article, {}))
            best = sorted(shared, key=lambda j: (-shared[j], j))
            closest = next((j for j in best if agree(i, j)), None)
            agreed[i, article] = least = shared[closest] if closest is not None else 0.0
            others = (j for j in best if shared[j] >= least and apart(i, j))
            found.update(((min(i, j), max(i, j)), shared[j]) for j in islice(others, MOST_PARTNERS))
    return sorted(
        (i, j)
        for (i, j), bits in found.items()
        if bits >= max(agreed[i, own[j].article], agreed[j, own[i].article])
    )


def _shared(words: Sequence[tuple[str, float]], index: Mapping[str, list[int]]) -> dict[int, float]:
    """The places of an article that some words stand beside, with the bits of those words."""
    shared: dict[int, float] = {}
    for word, bits in words:
        holders = index.get(word, ())
        for j in holders if len(holders) <= MOST_HOLDERS else ():
            shared[j] = shared.get(j, 0.0) + bits
    return shared


Test = Callable[[int, int], bool]


def _relations(places: Sequence[Place]) -> tuple[Test, Test]:
    """Whether two of some places (by index) are one, and whether neither can contain the other.

    Each two different places are looked at once.
    """
    numbers: dict[Place, int] = {}
    kind = [numbers.setdefault(place, len(numbers)) for place in places]
    distinct = list(numbers)

    @cache
    def one(a: int, b: int) -> bool:
        x, y = distinct[a], distinct[b]
        return x.key == y.key or x.relation(y) is Relation.EQUAL

    @cache
    def two(a: int, b: int) -> bool:
        return two_places(distinct[a], distinct[b])

    return lambda i, j: one(kind[i], kind[j]), lambda i, j: two(kind[i], kind[j])
