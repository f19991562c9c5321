"""Parts of a known whole: two that cannot both be true, and two wholes of one thing."""

from collections.abc import Iterator

from crosscheck.model import Conflict, Group
from crosscheck.rules.common import confidence, said, shorten, sides
from crosscheck.values import Part


def part_conflict(group: Group) -> Iterator[Conflict]:
    """The part of N201 that compares parts of one whole."""
    link = group.links[0]
    a, b = link.left.mention.value, link.right.mention.value
    wholes = isinstance(a, Part) and isinstance(b, Part) and a.whole != b.whole
    yield Conflict(
        f"{said(link.left)} and {said(link.right)} cannot both be true of one whole",
        shorten(sides(group.claims)),
        (
            "both articles count the same things",
            "their numbers in all differ" if wholes else "the same is said of two parts",
        ),
        confidence(link.weight),
    )
