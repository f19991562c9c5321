"""The part of R503 that compares articles: one office of one person, present here and past there."""

from collections.abc import Iterator
from typing import Final

from crosscheck.lexicon import table
from crosscheck.lexicon.callings import place_of, same_place
from crosscheck.model import Claim, Conflict, Group, Refusal, Severity, name_of
from crosscheck.rules.common import over_role
from crosscheck.values import Post

LONGEST_GAP: Final = 45  # days back from a present holder to one called former already
MOST: Final = 40  # posts of one person and event that are compared

Held = tuple[Claim, Post]


def former_and_present(group: Group) -> Iterator[Conflict | Refusal]:
    """An article calls a person the former holder of an office that a later or same-day one gives as present.

    Offices whose title is kept for life are left alone, and so is a person to whom one
    article gives the office both ways. News so often calls a former holder by the office, as of
    the time it tells of, that this is information only.
    """
    held = [(c, p) for c in group.claims[:MOST] for p in name_of(c).posts]
    now = [h for h in held if h[1].state is None and _lasting(h[1])]
    past = [h for h in held if h[1].state == "past" and _lasting(h[1])]
    for (one, a), (two, b) in ((x, y) for x in now for y in past):
        if a.office != b.office or not _one_place(a, b):
            continue
        if _both_ways(held, a.office):
            yield Refusal("different-as-of", (one, two))
            return
        days = one.as_of.day, two.as_of.day
        if days[0] is None or days[1] is None:
            yield Refusal("unknown-as-of", (one, two))
            return
        if not 0 <= (days[0] - days[1]).days <= LONGEST_GAP:
            yield Refusal("different-as-of", (one, two))
            return
        yield _conflict((one, a), (two, b))
        return


def _lasting(post: Post) -> bool:
    """Whether an office is one that a person has or has not: of one line or seat, its title not kept."""
    row = table("roles").get(post.office, {})
    return ("seat" in row or "line" in row) and "kept" not in row


def _one_place(a: Post, b: Post) -> bool:
    one, two = place_of(a), place_of(b)
    return not one or not two or same_place(one, two)


def _both_ways(held: list[Held], office: str) -> bool:
    """Whether one article gives an office as present and as past: then it tells a life."""
    states: dict[int, set[str | None]] = {}
    for claim, post in held:
        if post.office == office:
            states.setdefault(claim.article, set()).add(post.state)
    return any(len(some) > 1 for some in states.values())


def _conflict(now: Held, past: Held) -> Conflict:
    name = name_of(now[0]).name
    shown = sorted(((over_role(*now), "a"), (over_role(*past), "b")), key=lambda s: s[0].where)
    return Conflict(
        message=f"{name} is called “{now[1].words}” as present in one article and as past in another",
        claims=tuple(shown),
        reasons=(
            "the same given name and surname, and the same office",
            f"the article that calls it past is of {past[0].as_of.day}, the other of {now[0].as_of.day}",
        ),
        confidence=0.3,
        severity=Severity.INFO,
    )
