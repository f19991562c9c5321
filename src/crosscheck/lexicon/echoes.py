"""How much of one sentence is told again in another: what speaks for one statement about two names."""

from math import fsum

from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim

LEAST_BITS = 6.0  # rarity from which a word says anything


def echo(one: Claim, two: Claim) -> float:
    """The rarity in bits of the words that two sentences share, the names of the claims left out.

    Words are content words in canonical form; sentences of one article do not echo each other.
    """
    if one.article == two.article:
        return 0.0
    shared = sorted((one.context & two.context) - _own(one) - _own(two))
    return fsum(bits for word in shared if (bits := rarity(word)) >= LEAST_BITS)


def _own(claim: Claim) -> frozenset[str]:
    return frozenset(canonical(word) for word in claim.mention.text.lower().split())
