"""The place where the headline has the event against the one place of the lead."""

from collections.abc import Iterator, Sequence

from crosscheck.lexicon.gazetteer import neighbours
from crosscheck.model import Claim, Conflict, Refusal
from crosscheck.rules.common import related
from crosscheck.rules.headlines.telling import LEAST_BITS, conflict, shared, words
from crosscheck.values import Place, Relation

LEAD = 3  # sentences of the body that tell what the headline tells
LOCATIVE = frozenset({"in", "near", "at", "outside"})


def place(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """The place where the headline has the event against the one place of the lead.

    Nothing is said where the body names the headline's place, or one that fits it, anywhere.
    """
    if not claim.before or claim.before[0] not in LOCATIVE or not body:
        return
    if any(related(claim, c) is not Relation.DISJOINT for c in body) or _named(claim, body):
        return
    lead = [c for c in body if c.sentence <= claim.sentence + LEAD and c.zone == "body"]
    lead = [c for c in lead if c.before and c.before[0] in LOCATIVE]
    if len({c.mention.text for c in lead}) != 1 or not _kin(claim, lead[0]):
        return
    rival = lead[0]
    if shared(claim, rival) >= LEAST_BITS:
        common = ", ".join(sorted(words(claim) & words(rival)))
        yield conflict(claim, rival, f"the lead tells of the headline's event: both have {common}", 0.7)


def _named(claim: Claim, body: Sequence[Claim]) -> bool:
    """Whether the body has the headline's place inside another name or as a plain word."""
    value = claim.mention.value
    return isinstance(value, Place) and any(set(value.key.split()) & {*c.names, *c.context} for c in body)


def _kin(a: Claim, b: Claim) -> bool:
    """Whether two places are of one size, a city and a city, and no neighbours."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Place) or not isinstance(y, Place):
        return False
    same = {min(map(len, x.chains)) > 1, min(map(len, y.chains)) > 1}
    return len(same) == 1 and not neighbours(x.key, y.key)
