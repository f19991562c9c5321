"""What stands around a value, weighted by how telling each word is.

A word tells as much as it is rare in English and as it is rare among the claims at hand.
Words that differ and can name one thing ("detainees", "prisoners") share a part of it.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from math import log2, sqrt

from attrs import frozen

from crosscheck.lexicon.senses import senses
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim

SYNONYM = 0.6  # of a word's weight that another word of its sense shares
WIDER = 0.4  # the same for a word of a wider sense
LEAST_MEANT = 5.0  # rarity from which a word's sense is looked at
PLAIN_SHARE = 24.0  # bits below which a poor surrounding is not held to be poorer

Key = Hashable


class Weights:
    """How telling each word is in this corpus, in bits.

    Where every sentence names the president, the president tells facts apart no more.
    """

    SAMPLE = 300  # sentences of general English that the corpus is mixed with

    def __init__(self, claims: Iterable[Claim]) -> None:
        holders: dict[str, int] = defaultdict(int)
        sentences: set[tuple[int, int]] = set()
        for claim in claims:
            key = (claim.article, claim.sentence)
            if key not in sentences:
                sentences.add(key)
                for word in claim.context:
                    holders[word] += 1
        self.total = len(sentences) + self.SAMPLE
        self.bits = {
            word: self._weight(word, count) or self._weight(word, 1) for word, count in holders.items()
        }

    def _weight(self, word: str, count: int) -> float:
        bits = rarity(word)
        expected = self.SAMPLE * 2.0 ** (1.0 - bits)
        return bits / UNKNOWN_BITS * log2(self.total / (count + expected))

    def __call__(self, word: str) -> float:
        bits = self.bits.get(word)
        return self._weight(word, 1) if bits is None else bits

    def surroundings(self, claim: Claim) -> dict[str, float]:
        """The words beside a value and what it counts, with their weights, nearer ones heavier."""
        words: dict[str, float] = {}
        for side in (claim.left, claim.right):
            for position, word in enumerate(side):
                bits = self(word) * (1.0 - 0.07 * position)
                words[word] = max(bits, words.get(word, 0.0))
        if claim.subject:
            words[claim.subject] = max(self(claim.subject), words.get(claim.subject, 0.0))
        return words

    def norm(self, words: frozenset[str]) -> float:
        """The length of a sentence's word vector."""
        return sqrt(sum(self(word) ** 2 for word in sorted(words)))


@frozen(slots=True)
class Surroundings:
    """The words beside a value with their weights (nearer ones heavier), and what they can mean.

    `own` and `wider` map senses to the word that has them.
    """

    words: Mapping[str, float]
    own: Mapping[str, str]
    wider: Mapping[str, str]
    total: float

    @classmethod
    def of(cls, claim: Claim, weights: Weights) -> "Surroundings":
        words = weights.surroundings(claim)
        if claim.predicate:
            words[claim.predicate] = max(weights(claim.predicate), words.get(claim.predicate, 0.0))
        own: dict[str, str] = {}
        wider: dict[str, str] = {}
        for word in words:
            if rarity(word) >= LEAST_MEANT:
                mine, above = senses(word)
                own.update(dict.fromkeys(mine, word))
                wider.update(dict.fromkeys(above, word))
        return cls(words, own, wider, sum(words.values()))

    def shared(self, other: "Surroundings") -> float:
        """Bits of the words that stand beside both values."""
        return shared_bits(self.words, other.words)

    def akin(self, other: "Surroundings") -> list[tuple[float, str, str]]:
        """(bits, word here, word there) of different words that can name one thing, each word once."""
        found = []
        for share, a, b in (
            (SYNONYM, self.own, other.own),
            (WIDER, self.own, other.wider),
            (WIDER, self.wider, other.own),
        ):
            for sense in a.keys() & b.keys() if a and b else ():
                one, two = a[sense], b[sense]
                if one not in other.words and two not in self.words:
                    found.append((share * min(self.words[one], other.words[two]), one, two))
        if not found:
            return found
        found.sort(key=lambda row: (-row[0], row[1], row[2]))
        used: set[str] = set()
        kept = []
        for row in found:
            if row[1] not in used and row[2] not in used:
                used.update(row[1:])
                kept.append(row)
        return kept

    def ratio(self, other: "Surroundings", bits: float) -> float:
        """The share of the poorer side that `bits` are, 0 to 1."""
        return bits / max(min(self.total, other.total), PLAIN_SHARE)


def shared_bits(mine: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Bits of the words that stand beside both values, each with the lesser of its two weights."""
    return sum([min(mine[word], other[word]) for word in sorted(mine.keys() & other.keys())])
