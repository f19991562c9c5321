"""Family N: numbers that cannot both be true."""

from collections.abc import Iterator

from crosscheck.model import Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import probability, related, said, shorten, sides
from crosscheck.values import Quantity, Relation

FLAG_BITS = 2.0


def _clashes(group: Group, relation: Relation) -> list[Link]:
    found = [x for x in group.links if related(x.left, x.right) is relation]
    return sorted(found, key=lambda link: -link.weight)


def count_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give amounts that cannot both be true.

    After conversion to one unit, and after allowing for rounding ("1.2" covers
    1.15 to 1.25) and hedges ("about"), the two ranges do not overlap.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $54 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost about $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $44.8 million to repair.
    """
    clashes = _clashes(group, Relation.DISJOINT)
    if not clashes:
        return
    link = clashes[0]
    if link.weight < FLAG_BITS:
        yield Refusal("thin-evidence", (link.left, link.right))
        return
    hedged = [c for c in (link.left, link.right) if not _exact(c.mention.value)]
    if len(hedged) == 2:
        yield Refusal("approximate", (link.left, link.right))
        return
    shown = shorten(sides([c for c in group.claims]))
    yield Conflict(
        message=f"{said(link.left)} and {said(link.right)} cannot both be true of one {link.left.subject or 'fact'}",
        claims=shown,
        reasons=link.reasons,
        confidence=probability(link.weight),
    )


def _exact(value: object) -> bool:
    return isinstance(value, Quantity) and value.exact


RULES = (Rule("N201", "count-conflict", count_conflict, Severity.WARNING, since="0.1", takes=("quantity",)),)
