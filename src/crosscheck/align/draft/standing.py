"""How each value of a draft stands before any rule has spoken.

A `Standing` holds the sources' claims that bear a value out, the links that clash with it,
and why it cannot be compared. As a group of kind "draft" it goes to the rules that look at
drafts; with their findings it becomes a row of the tick sheet (`ticks`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from crosscheck.align.draft.backing import Backing
from crosscheck.align.groups import Links, dates_the_article
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Instant, Moment

DRAFT = "draft"  # the kind of group that a standing makes


@frozen(slots=True, eq=False)
class Standing:
    """A claim of the draft.

    `others` are the dates that its sentence states besides, `people` the sources' claims
    that name the same person.
    """

    claim: Claim
    backing: tuple[Claim, ...]
    clashes: tuple[Link, ...]
    incomparable: str | None
    others: tuple[Claim, ...] = ()
    people: tuple[Claim, ...] = ()


def standings(claims: Sequence[Claim], links: Links, backing: Backing) -> list[Standing]:
    """How each claim of the draft stands, in the order of its text."""
    own = [claim for claim in claims if claim.article == backing.draft]
    clashing: dict[int, list[Link]] = defaultdict(list)
    for link in links.clashes:
        for claim in (link.left, link.right):
            if claim.article == backing.draft:
                clashing[id(claim)].append(link)
    dates: dict[int, list[Claim]] = defaultdict(list)
    for claim in own:
        if isinstance(claim.mention.value, Moment):
            dates[claim.sentence].append(claim)
    return [
        Standing(
            claim,
            backed := backing.of(claim),
            tuple(sorted(clashing[id(claim)], key=lambda link: -link.weight)),
            None if backed else _incomparable(claim),
            tuple(other for other in dates[claim.sentence] if other is not claim),
            backing.namesakes(claim),
        )
        for claim in own
    ]


def draft_groups(found: Sequence[Standing]) -> Iterator[Group]:
    """A group for each value that can be compared: its claim, then those that bear it out.

    The links are those that clash with it, heaviest first. Values that stand in a sentence
    with a date of their own are history told as history, and make no group with clashes.
    """
    for one in found:
        if one.incomparable is None:
            yield Group(DRAFT, (one.claim, *one.backing), () if one.others else one.clashes)


def _incomparable(claim: Claim) -> str | None:
    """Why a value that nothing bears out cannot be compared at all, or None."""
    value = claim.mention.value
    if dates_the_article(claim):
        return "it dates the draft itself"
    if claim.as_of.day is None and isinstance(value, Moment) and value.relative:
        return "the day the draft speaks from is not known"
    if isinstance(value, Instant) and value.bounds() is None:
        return "a time of day without a known day and zone"
    if claim.modality == "hypothetical":
        return "it is only supposed"
    return None
