"""Candidate pairs: two mentions of places that may fill one slot of one statement."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import fsum

from attrs import frozen

from crosscheck.align.places.apart import two_places
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Weights, shared_bits
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, place_of
from crosscheck.values import Relation

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
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    keys = [sorted((w, rarity(w)) for w in {*c.left, *c.right} if rarity(w) >= KEY_BITS) for c in own]
    for i, words in enumerate(keys):
        for word, _ in words:
            index[own[i].article, word].append(i)
    found: dict[tuple[int, int], float] = {}
    agreed: dict[tuple[int, int], float] = defaultdict(float)
    for i, words in enumerate(keys):
        for article in stories.related(own[i].article):
            shared: dict[int, float] = defaultdict(float)
            for word, bits in words:
                holders = index.get((article, word), ())
                for j in holders if len(holders) <= MOST_HOLDERS else ():
                    shared[j] += bits
            best = sorted(shared, key=lambda j: (-shared[j], j))
            agreed[i, article] = max((shared[j] for j in best if _agree(own[i], own[j])), default=0.0)
            apart = [j for j in best if shared[j] >= agreed[i, article] and _apart(own[i], own[j])]
            found.update(((min(i, j), max(i, j)), shared[j]) for j in apart[:MOST_PARTNERS])
    return sorted(
        (i, j)
        for (i, j), bits in found.items()
        if bits >= max(agreed[i, own[j].article], agreed[j, own[i].article])
    )


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two mentions are of places of which neither can contain the other, nor be its suburb."""
    return two_places(place_of(a), place_of(b))


def _agree(a: Claim, b: Claim) -> bool:
    """Whether two mentions are of one place."""
    one, two = place_of(a), place_of(b)
    return one.key == two.key or one.relation(two) is Relation.EQUAL
