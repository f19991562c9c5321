"""Candidate pairs through inverted indexes over telling words.

Claims are compared where their articles tell one story (`stories`). Cost grows with the
claims times a bounded number of related articles, never with their square: in each of
those a claim keeps its `MOST_PARTNERS` best partners only.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.align.stories import Stories
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim
from crosscheck.values import Quantity

MOST_PARTNERS = 4
MOST_CLAIMS = 100  # a word beside more claims of one article than this tells none of them apart
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


def candidates(claims: Sequence[Claim], stories: Stories) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) of indexes into `claims` that share telling words.

    Both are of one family and stand in two articles of one story.
    """
    index: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    own = [sorted((word, rarity(word)) for word in keys(claim)) for claim in claims]
    families = [family(claim) for claim in claims]
    for i, words in enumerate(own):
        for word, _ in words:
            index[claims[i].article, families[i], word].append(i)
    seen: set[tuple[int, int]] = set()
    for i, words in enumerate(own):
        for article in stories.related(claims[i].article):
            shared: dict[int, float] = defaultdict(float)
            for word, bits in words:
                holders = index.get((article, families[i], word), ())
                for j in holders if len(holders) <= MOST_CLAIMS else ():
                    shared[j] += bits
            partners = sorted((-bits, j) for j, bits in shared.items() if bits >= LEAST_SHARED)
            seen.update((min(i, j), max(i, j)) for _, j in partners[:MOST_PARTNERS])
    yield from sorted(seen)
