"""Candidate pairs through inverted indexes over what stands around the values.

Claims are compared where their articles tell one story (`stories`). Cost grows with the
claims times a bounded number of related articles, never with their square: in each of
those a claim keeps its `MOST_PARTNERS` best partners only.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import SYNONYM, Surroundings, Weights
from crosscheck.model import Claim
from crosscheck.values import Quantity

MOST_PARTNERS = 4
MOST_CLAIMS = 60  # a key that more claims of one article have tells none of them apart
LEAST_KEY = 0.8  # bits from which a word is a key
LEAST_SHARED = 5.0  # bits that two claims' keys must share in all
LEAST_IN_ARCHIVE = 8.0  # the same in an archive, where chance shares more and time counts
ARCHIVE = 40  # articles from which a corpus is one
NAME_SHARE = 0.5  # of a word's bits that count where it stands elsewhere in the sentence


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


Keys = list[tuple[Hashable, float]]


def keys(claim: Claim, around: Surroundings, weights: Weights, stated: dict[object, float]) -> Keys:
    """What a claim is found by, with bits: words beside it, their senses, its sentence's names and values.

    `stated` holds the other values of its sentence.
    """
    found: dict[Hashable, float] = {}
    for word in claim.names:
        found[word] = NAME_SHARE * weights(word)
    for word, bits in around.words.items():
        found[word] = max(bits, found.get(word, 0.0))
    for senses in (around.own, around.wider):
        several = Counter(senses.values())
        for sense, word in senses.items():
            found["sense", sense] = SYNONYM * around.words[word] / several[word]
    for value, bits in stated.items():
        found["value", value] = bits
    return [(key, bits) for key, bits in found.items() if bits >= LEAST_KEY]


def candidates(claims: Sequence[Claim], own: Sequence[Keys], stories: Stories) -> Iterator[tuple[int, int]]:
    """Pairs (i < j) of indexes into `claims` whose keys (`own`, by claim) share enough bits.

    Both are of one family and stand in two articles of one story.
    """
    index: dict[tuple[int, str], dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    families = [family(claim) for claim in claims]
    for i, mine in enumerate(own):
        shelf = index[claims[i].article, families[i]]
        for key, _ in mine:
            shelf[key].append(i)
    seen: set[tuple[int, int]] = set()
    least = LEAST_IN_ARCHIVE if len({claim.article for claim in claims}) >= ARCHIVE else LEAST_SHARED
    for i, mine in enumerate(own):
        for article in stories.related(claims[i].article):
            room = index.get((article, families[i]), {})
            shared: dict[int, float] = defaultdict(float)
            for key, bits in mine:
                holders = room.get(key, ())
                for j in holders if len(holders) <= MOST_CLAIMS else ():
                    shared[j] += bits
            partners = sorted((-bits, j) for j, bits in shared.items() if bits >= least)
            seen.update((min(i, j), max(i, j)) for _, j in partners[:MOST_PARTNERS])
    yield from sorted(seen)
