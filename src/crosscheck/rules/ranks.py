"""Places in an order: two that cannot both be true of one holder, or counted of one thing."""

from collections.abc import Iterator
from typing import Final

from crosscheck.model import Conflict, Group
from crosscheck.rules.common import confidence, said, shorten, sides
from crosscheck.values import Rank

WHAT: Final = {
    "seed": "seedings of one player",
    "ranking": "places in one ranking",
    "place": "finishing places of one",
    "term": "terms of one holder",
    "edition": "editions of one event",
    "anniversary": "anniversaries of one event",
    "occasion": "counts of one occasion",
    "streak": "lengths of one run",
    "size": "places by size of one thing",
    "person": "places of one person in an order",
    "century": "centuries of one thing",
    "time": "counts of one occasion",
    "round": "rounds of one event",
    "attempt": "counts of one attempt",
}


def rank_conflict(group: Group) -> Iterator[Conflict]:
    """The part of N208 that compares places of which the words tell the order and the holder."""
    link = group.links[0]
    value = link.left.mention.value
    what = WHAT[value.order] if isinstance(value, Rank) else "places"
    yield Conflict(
        f"{said(link.left)} and {said(link.right)} are two {what}",
        shorten(sides(group.claims)),
        ("both articles give a place in the same order", "neither gives the other's place"),
        confidence(link.weight),
    )
