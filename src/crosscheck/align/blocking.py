"""Candidate pairs through an inverted index over telling words.

Cost grows with the claims times a bounded number of partners, never with their square:
a word that stands beside more than `MOST_CLAIMS` claims of one kind is no key, and every
claim keeps its `MOST_PARTNERS` best partners only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim
from crosscheck.values import Quantity

MOST_CLAIMS = 60
MOST_PARTNERS = 16
LEAST_BITS = 7.0  # a key word's rarity; the commonest 128 words are no keys
LEAST_SHARED = 14.0  # the rarity that two claims' key words must share in all


def family(claim: Claim) -> str:
    """The kind of value within which claims can be about one fact."""
    value = claim.mention.value
    if isinstance(value, Quantity):
        return f"quantity/{_dimension(value)}"
    return claim.mention.kind


def _dimension(value: Quantity) -> str:
    if value.unit and len(value.unit) == 3 and value.unit.isupper():
        return "money"
    return value.dimension or "count"


def keys(claim: Claim) -> set[str]:
    """The words by which a claim is found: those beside the value and its subject."""
    words = {*claim.left, *claim.right, *claim.names}
    if claim.subject:
        words.add(claim.subject)
    return {w for w in words if rarity(w) >= LEAST_BITS}


def candidates(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) of indexes into `claims`, of one family and two articles, that share telling words."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    own = [keys(claim) for claim in claims]
    families = [family(claim) for claim in claims]
    for i, words in enumerate(own):
        for word in words:
            index[families[i], word].append(i)
    seen: set[tuple[int, int]] = set()
    for i, words in enumerate(own):
        shared: Counter[int] = Counter()
        for word in words:
            holders = index[families[i], word]
            if len(holders) <= MOST_CLAIMS:
                bits = rarity(word)
                for j in holders:
                    shared[j] += bits  # type: ignore[assignment]
        partners = [
            (bits, j) for j, bits in shared.items() if bits >= LEAST_SHARED and claims[j].article != claims[i].article
        ]
        partners.sort(key=lambda pair: (-pair[0], pair[1]))
        seen.update((min(i, j), max(i, j)) for _, j in partners[:MOST_PARTNERS])
    yield from sorted(seen)
