"""Families P and E, places and organisations: one slot of one statement filled with two names."""

from collections.abc import Iterator

from crosscheck.model import Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides
from crosscheck.values import Relation

FLAG_BITS = 0.5


def _two_names(group: Group, what: str) -> Iterator[Conflict | Refusal]:
    clashes = [x for x in group.links if related(x.left, x.right) is Relation.DISJOINT]
    if not clashes:
        return
    link = max(clashes, key=lambda x: x.weight)
    if link.weight < FLAG_BITS:
        yield Refusal("thin-evidence", (link.left, link.right))
        return
    yield Conflict(
        message=f"{said(link.left)} and {said(link.right)} are given as the {what} of one statement",
        claims=shorten(sides(group.claims)),
        reasons=link.reasons,
        confidence=confidence(link.weight),
    )


def place_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles put one thing into two places.

    Looked at where the words around the two names are nearly the same; without a gazetteer
    nothing else tells two places from a place and the region that holds it.

    Flagged:
        - The injured skipper was flown to the university hospital in Lisbon with burns to his hands.
        - The injured skipper was flown to the university hospital in Madrid with burns to his hands.

    Not flagged:
        - The injured skipper was flown to the university hospital in Lisbon with burns to his hands.
        - The injured skipper lives in Madrid, where his brother runs the chandlery.
    """
    yield from _two_names(group, "place")


def organisation_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one organisation names that differ in a word.

    Flagged:
        - The contract for the ferry ramp went to Harbourview Marine Group in March, the port of Norwick said.
        - The contract for the ferry ramp went to Harbourside Marine Group in March, the port of Norwick said.

    Not flagged:
        - The contract for the ferry ramp went to Harbourview Marine Group in March, the port of Norwick said.
        - The contract for the ferry ramp went to Harbourview Marine in March, the port of Norwick said.
    """
    yield from _two_names(group, "body")


RULES = (
    Rule("P601", "place-conflict", place_conflict, Severity.WARNING, since="0.1", takes=("place",)),
    Rule(
        "E406",
        "organisation-conflict",
        organisation_conflict,
        Severity.WARNING,
        "0.1",
        takes=("organisation",),
    ),
)
