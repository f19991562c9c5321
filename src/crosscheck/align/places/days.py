"""Which sentences are dated, and whether two of them are told of different days."""

from collections import defaultdict
from collections.abc import Sequence

from crosscheck.align.tenses import OLD, SAID, YEAR, tense
from crosscheck.model import Claim
from crosscheck.values import Moment, Relation

PAST = frozenset((OLD, YEAR))  # of dates that are no news
MOST_DATES = 6  # dates of one sentence; more are a list


class Days:
    """The dates of every sentence, over the claims of a corpus."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._stated: dict[tuple[int, int], list[Moment]] = defaultdict(list)
        self._tenses: dict[tuple[int, int], set[str]] = defaultdict(set)
        for claim in claims:
            if isinstance(claim.mention.value, Moment):
                self._stated[claim.article, claim.sentence].append(claim.mention.value)
                self._tenses[claim.article, claim.sentence].add(tense(claim, claim.as_of.day))

    def apart(self, left: Claim, right: Claim) -> bool:
        """Whether the sentences of two claims are both dated, and none of their dates can be one.

        The news of a day ("on Tuesday") is not what is told of another month.
        """
        places = [(c.article, c.sentence) for c in (left, right)]
        one, two = (self._stated.get(place, ())[:MOST_DATES] for place in places)
        told = [self._tenses.get(place, set()) for place in places]
        if {SAID} in told and any(tenses and tenses <= PAST for tenses in told):
            return True
        return bool(one) and bool(two) and all(a.relation(b) is Relation.DISJOINT for a in one for b in two)
