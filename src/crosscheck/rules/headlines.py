"""Family M: the headline against the body of one article."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import related, said
from crosscheck.values import Quantity, Relation

LEAST_COUNT = 10  # smaller headline counts are often put together from several sentences
LEAST_BITS = 18.0  # rarity of the words that headline and body must share around the figure


def headline_against_body(group: Group) -> Iterator[Conflict | Refusal]:
    """The headline gives a figure for something of which the body gives another one.

    Nothing is said where the body states the headline's figure, one that fits it, or
    two figures that add up to it.

    Flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 23 people on Thursday, the coastguard said.

    Not flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 34 people on Thursday, the coastguard said.
    """
    stated = [c for c in group.claims if isinstance(c.mention.value, Quantity)]
    body = [c for c in stated if c.zone in ("body", "dateline")]
    for claim in stated:
        if claim.zone != "headline" or claim.mention.value.point is None:  # type: ignore[union-attr]
            continue
        same = [c for c in body if _one_unit(claim, c)]
        if any(related(claim, c) in (Relation.EQUAL, Relation.COMPATIBLE) for c in same) or _adds_up(
            claim, same
        ):
            continue
        rivals = [(_shared(claim, c), c) for c in same if _one_thing(claim, c)]
        slips = [(bits, c) for bits, c in rivals if _same_digits(claim, c)]
        rivals = slips or rivals
        if len({c.mention.text for _, c in rivals}) > 1:
            yield Refusal("part-of-whole", (claim, rivals[0][1]))
            continue
        if rivals and rivals[0][0] >= LEAST_BITS:
            rival = rivals[0][1]
            yield Conflict(
                message=f"the headline has {said(claim)}, the body {said(rival)}",
                claims=((claim, "a"), (rival, "b")),
                reasons=(f"headline and sentence share {', '.join(sorted(_words(claim) & _words(rival)))}",),
                confidence=0.75,
            )


def _one_unit(a: Claim, b: Claim) -> bool:
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    return x.dimension is not None or not a.subject or not b.subject or a.subject == b.subject


def _one_thing(a: Claim, b: Claim) -> bool:
    """Whether both count the same noun, or measure in the same unit."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.hedge or y.hedge or b.scope == "part":
        return False
    small = x.point is not None and x.point < LEAST_COUNT
    if x.dimension is None and (small or not a.predicate or a.predicate != b.predicate):
        return False
    return a.subject == b.subject != "" if a.subject and b.subject else x.unit == y.unit is not None


def _same_digits(a: Claim, b: Claim) -> bool:
    """Whether both give one figure in two magnitudes (900 million, 900 billion)."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not x.point or not y.point:
        return False
    return x.point.normalize().as_tuple().digits == y.point.normalize().as_tuple().digits


def _words(claim: Claim) -> set[str]:
    return {*claim.left, *claim.right, *claim.context, *claim.names} - {""}


def _shared(a: Claim, b: Claim) -> float:
    return sum(rarity(word) for word in _words(a) & _words(b))


def _adds_up(claim: Claim, parts: Sequence[Claim]) -> bool:
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None:
        return False
    points = [c.mention.value.point for c in parts if isinstance(c.mention.value, Quantity)][:20]
    return any(a + b == value.point for a, b in combinations([p for p in points if p is not None], 2))


RULES = (
    Rule(
        "M801",
        "headline-against-body",
        headline_against_body,
        Severity.WARNING,
        "0.1",
        scope="W",
        takes=("article",),
    ),
)
