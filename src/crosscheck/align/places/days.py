"""Which sentences are dated, and whether two of them are told of different days."""

from collections import defaultdict
from collections.abc import Sequence

from crosscheck.model import Claim
from crosscheck.values import Moment, Relation

MOST_DATES = 6  # dates of one sentence; more are a list


class Days:
    """The dates of every sentence, over the claims of a corpus."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._stated: dict[tuple[int, int], list[Moment]] = defaultdict(list)
        for claim in claims:
            if isinstance(claim.mention.value, Moment):
                self._stated[claim.article, claim.sentence].append(claim.mention.value)

    def apart(self, left: Claim, right: Claim) -> bool:
        """Whether the sentences of two claims are both dated, and none of their dates can be one."""
        one, two = (self._stated.get((c.article, c.sentence), ())[:MOST_DATES] for c in (left, right))
        return bool(one) and bool(two) and all(a.relation(b) is Relation.DISJOINT for a in one for b in two)
