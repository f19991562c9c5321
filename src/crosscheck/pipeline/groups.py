"""All groups of claims that rules look at, in the order in which their findings are told."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from crosscheck.align.ages import one_persons_ages, swapped_ages
from crosscheck.align.courses import course_groups
from crosscheck.align.exchanged import exchanged_figures
from crosscheck.align.groups import Links, groups
from crosscheck.align.organisations import organisation_groups
from crosscheck.align.past import past_groups
from crosscheck.align.people.groups import people_groups
from crosscheck.align.people.lives import life_groups
from crosscheck.align.places import place_groups
from crosscheck.align.places.bearings import bearing_groups
from crosscheck.align.quotes import quote_groups
from crosscheck.align.ratios import ratio_groups
from crosscheck.align.repeats import told_again
from crosscheck.align.stories import Stories
from crosscheck.model import Claim, Group


def all_groups(
    claims: Sequence[Claim],
    events: Iterable[Group],
    links: Links,
    stories: Stories,
    quotations: Sequence[Claim] = (),
    held: Sequence[Group] = (),
) -> Iterator[Group]:
    """The groups of every kind, from claims in canonical order and the links between them.

    `events` are the groups of dates and elapsed times. With a facts sheet `quotations`
    are those of record, and `held` the groups of claims about each of its facts.
    """
    exchanged = list(swapped_ages(claims, stories))
    told = {id(claim) for group in exchanged for claim in group.claims}
    yield from exchanged
    linked = list(groups(links))
    compared = {id(claim) for group in linked if group.kind == "age" for claim in group.claims} | told
    yield from one_persons_ages(claims, stories, compared)
    for group in linked:
        if group.kind != "age" or not any(id(claim) in told for claim in group.claims):
            yield group
    yield from exchanged_figures(claims, stories)
    yield from ratio_groups(claims, stories)
    yield from course_groups(claims, stories)
    yield from past_groups(claims, stories)
    yield from events
    yield from people_groups(claims, stories)
    yield from organisation_groups(claims)
    yield from place_groups(claims, stories)
    yield from bearing_groups(claims, stories)
    yield from quote_groups([*claims, *quotations], stories)
    yield from held
    yield from life_groups(claims, stories)
    for _, own in groupby(claims, key=lambda claim: claim.article):
        stated = tuple(own)
        yield Group("article", stated, told_again(stated))
