"""Votes and scores: two tallies that cannot both be true of one vote or match."""

from collections.abc import Iterator

from crosscheck.model import Conflict, Group
from crosscheck.rules.common import confidence, said, shorten, sides
from crosscheck.values import Tally

NAMES = {"vote": "vote", "shoot-out": "shoot-out", "half-time": "half", "result": "match"}


def tally_conflict(group: Group) -> Iterator[Conflict]:
    """The part of N201 that compares tallies of two articles."""
    link = group.links[0]
    yield Conflict(
        f"{said(link.left)} and {said(link.right)} cannot both be true of one {_name(group)}",
        shorten(sides(group.claims)),
        (f"each article tells one {_name(group)} of this sort", "the counts differ"),
        confidence(link.weight),
    )


def headline_tally(group: Group) -> Iterator[Conflict]:
    """The part of M801 that compares the tally of a headline with that of the body."""
    head, body = group.claims
    yield Conflict(
        message=f"the headline has {said(head)}, the body {said(body)}",
        claims=((head, "a"), (body, "b")),
        reasons=(f"headline and body each tell one {_name(group)}",),
        confidence=confidence(group.links[0].weight),
    )


def _name(group: Group) -> str:
    value = group.claims[0].mention.value
    return NAMES[value.of] if isinstance(value, Tally) else "count"
