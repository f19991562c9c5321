"""What the checks of a headline share: the words that it has in common with a sentence, and the finding."""

from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Conflict
from crosscheck.rules.common import said
from crosscheck.values import Relation

AGREE = (Relation.EQUAL, Relation.COMPATIBLE)
LEAST_BITS = 18.0  # rarity of the words that headline and body must share around the figure


def conflict(claim: Claim, rival: Claim, why: str, confidence: float) -> Conflict:
    """The finding that a headline or caption has one value and the body another."""
    return Conflict(
        message=f"the {claim.zone} has {said(claim)}, the body {said(rival)}",
        claims=((claim, "a"), (rival, "b")),
        reasons=(why,),
        confidence=confidence,
    )


def words(claim: Claim) -> set[str]:
    """The content words beside a value and of its sentence, names included."""
    return {*claim.left, *claim.right, *claim.context, *claim.names} - {""}


def shared(a: Claim, b: Claim) -> float:
    """The rarity, in bits, of the words that two claims have in common."""
    return sum(rarity(word) for word in sorted(words(a) & words(b)))
