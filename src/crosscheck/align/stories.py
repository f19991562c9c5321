"""Which articles tell one story: only their claims are compared.

A story is known by its rare names, weighted by how rare each is among the articles at
hand. Articles with hardly a name are compared with all others of a small corpus.
"""

from collections import defaultdict
from collections.abc import Sequence
from math import log2

LEAST_SHARE = 0.08  # of the poorer article's names; 97 % of article pairs of one story share more
FEW_NAMES = 2  # an article with fewer tells nothing about its story
MOST_HOLDERS = 400  # a name in more articles than this is no way to find them
MOST_RELATED = 24  # related articles kept for one
SMALL = 40  # articles up to which those without names are compared with all


class Stories:
    """The related articles of each article, from the rare names of every one (by article number)."""

    def __init__(self, names: Sequence[frozenset[str]]) -> None:
        self.names = names
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(names):
            for word in words:
                self._holders[word].append(number)
        total = len(names) + 8
        self._bits = {word: log2(total / (len(holders) + 0.5)) for word, holders in self._holders.items()}
        self._sums = [sum(sorted(self._bits[word] for word in words)) for words in names]
        self._related: dict[int, tuple[int, ...]] = {}
        self._likeness: dict[tuple[int, int], float] = {}

    def likeness(self, one: int, two: int) -> float:
        """The share of the poorer article's names that two articles have in common, 0 to 1, by weight.

        An article with hardly a name counts as half alike: nothing is known of its story.
        """
        key = (min(one, two), max(one, two))
        if key not in self._likeness:
            self._likeness[key] = self._compare(*key)
        return self._likeness[key]

    def _compare(self, one: int, two: int) -> float:
        poorer = min(self._sums[one], self._sums[two])
        if min(len(self.names[one]), len(self.names[two])) < FEW_NAMES:
            return 0.5
        return sum(sorted(self._bits[word] for word in self.names[one] & self.names[two])) / poorer

    def related(self, number: int) -> tuple[int, ...]:
        """The numbers of the other articles that tell the story of this one, in rising order."""
        if number not in self._related:
            self._related[number] = self._find(number)
        return self._related[number]

    def _find(self, number: int) -> tuple[int, ...]:
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(self.names[number]):
            holders = self._holders[word]
            if len(holders) <= MOST_HOLDERS:
                for other in holders:
                    shared[other] += self._bits[word]
        likeness = {
            other: bits / min(self._sums[number], self._sums[other])
            for other, bits in shared.items()
            if other != number
        }
        if len(self.names) <= SMALL:
            nameless = len(self.names[number]) < FEW_NAMES
            for other in range(len(self.names)):
                if other != number and (nameless or len(self.names[other]) < FEW_NAMES):
                    likeness[other] = 1.0
        near = sorted(
            (o for o, share in likeness.items() if share >= LEAST_SHARE), key=lambda o: (-likeness[o], o)
        )
        return tuple(sorted(near[:MOST_RELATED]))
