"""How much of one sentence is told again in another: what speaks for one statement about two names."""

from collections import defaultdict
from collections.abc import Sequence
from math import fsum

from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim

MOST = 12  # sentences that one is held against
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


def clearest_first(claims: Sequence[Claim], others: Sequence[Claim]) -> list[Claim]:
    """Each article's clearest mention, then the second of each, and so on.

    Clearest is the one whose sentence tells most of what the sentences of `others` tell.
    """
    told = {id(c): max((echo(c, other) for other in others[:MOST]), default=0.0) for c in claims}
    nth: dict[int, int] = defaultdict(int)
    ranked = []
    for claim in sorted(claims, key=lambda c: (-told[id(c)], c.where)):
        ranked.append((nth[claim.article], claim.article, claim.mention.start, claim))
        nth[claim.article] += 1
    return [claim for *_, claim in sorted(ranked, key=lambda r: r[:3])]
