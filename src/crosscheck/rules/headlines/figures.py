"""A figure of the headline against those of the body, by its label, its noun or its size."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from crosscheck.lexicon import table
from crosscheck.model import Claim, Conflict, Refusal
from crosscheck.rules.common import related
from crosscheck.rules.headlines.telling import AGREE, LEAST_BITS, conflict, shared, words
from crosscheck.values import Quantity, Relation
from crosscheck.values.relations import EXACT

LEAST_COUNT = 10  # smaller headline counts are often put together from several sentences
SIZE = 2  # times that one figure is the other at most, to be one of its size
LEAST_BARE = 100  # figures of three digits or more: smaller ones are of too many things
RANGED = ".."  # what the normal form of an amount shows that is but a range
BARE_LEAD = 5  # sentences of the body in which such a figure is looked for


def figure(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """What a figure of a headline or caption clashes with among those of the body."""
    label = _label(claim)
    if claim.before[:1] == ("at",) and not label:
        return  # "dies at 77"
    if any(related(claim, c) is Relation.EQUAL for c in body if _one_unit(claim, c) or _one_class(claim, c)):
        return
    if label is not None:
        same = [c for c in body if _label(c) == label and c.scope != "further" and _one_unit(claim, c)]
        yield from _labelled(claim, same, label)
    elif claim.zone == "headline":
        same = [c for c in body if _one_unit(claim, c)]
        found = list(_counted(claim, same))
        yield from found or _bare(claim, same)


@cache
def _labels() -> dict[str, str]:
    return {word: name for name, words in table("headlines")["labels"].items() for word in words.split()}


def _label(claim: Claim) -> str | None:
    """The one word under which a figure stands ("toll", "turnout"), None where there is none or are two."""
    near = (*claim.before, *claim.after[:4])
    found = {_labels()[word] for word in near if word in _labels()}
    return found.pop() if len(found) == 1 else None


def _labelled(claim: Claim, same: Sequence[Claim], label: str) -> Iterator[Conflict | Refusal]:
    """A figure under one word against the figures of the body under that word."""
    if not same or any(related(claim, c) is not Relation.DISJOINT for c in same):
        return
    if len({c.mention.text for c in same}) > 1:
        yield Refusal("part-of-whole", (claim, same[0]))
        return
    yield conflict(claim, same[0], f"both figures stand under “{label}”", 0.8)


def _counted(claim: Claim, same: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """A counted or measured figure of the headline against all figures of its unit."""
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None:
        return
    if any(related(claim, c) in AGREE for c in same) or _adds_up(claim, same):
        return
    rivals = [(shared(claim, c), c) for c in same if _one_thing(claim, c)]
    slips = [(bits, c) for bits, c in rivals if _same_digits(claim, c)]
    rivals = slips or rivals
    if len({c.mention.text for _, c in rivals}) > 1:
        yield Refusal("part-of-whole", (claim, rivals[0][1]))
    elif rivals and rivals[0][0] >= LEAST_BITS:
        rival = rivals[0][1]
        common = ", ".join(sorted(words(claim) & words(rival)))
        yield conflict(claim, rival, f"headline and sentence share {common}", 0.75)


def _bare(claim: Claim, same: Sequence[Claim]) -> Iterator[Conflict]:
    """A figure whose noun the headline leaves out against the one of its size in the lead.

    What makes the match is that the headline sums up the lead and the body has its figure nowhere.
    """
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None or value.point < LEAST_BARE:
        return
    vague = RANGED in (value.stated or "")  # "thousands"
    if vague or claim.subject or any(related(claim, c) in AGREE for c in same) or _adds_up(claim, same):
        return
    lead = [c for c in same if c.sentence <= claim.sentence + BARE_LEAD and c.subject]
    near = [c for c in lead if _of_one_size(value, c.mention.value)]
    if near and len({c.mention.text for c in near}) == 1:
        why = "the body has the headline's figure nowhere, and this one of its size in the lead"
        yield conflict(claim, near[0], why, 0.75)


def _of_one_size(a: Quantity, b: object) -> bool:
    if not isinstance(b, Quantity) or not a.point or not b.point:
        return False
    low, high = sorted((a.point, b.point))
    return low > 0 and EXACT.divide(high, low) <= SIZE


def _one_unit(a: Claim, b: Claim) -> bool:
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    return x.dimension is not None or not a.subject or not b.subject or a.subject == b.subject


def _one_class(a: Claim, b: Claim) -> bool:
    """Whether what both count has a word in common, as noun or as verb ("34 dead", "34 deaths")."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    return not {a.subject, a.predicate or ""}.isdisjoint({b.subject, b.predicate} - {"", None})


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
    """Whether both give one figure in two magnitudes (700 million, 700 billion)."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not x.point or not y.point:
        return False
    return x.point.normalize().as_tuple().digits == y.point.normalize().as_tuple().digits


def _adds_up(claim: Claim, parts: Sequence[Claim]) -> bool:
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None:
        return False
    points = [c.mention.value.point for c in parts if isinstance(c.mention.value, Quantity)][:20]
    return any(a + b == value.point for a, b in combinations([p for p in points if p is not None], 2))
