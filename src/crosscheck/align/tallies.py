"""Tallies of one vote or one match: those of a class of which an article tells a single one.

An article that tells two votes, or the scores of two matches, says of neither which one another
article means; then nothing is compared. Headlines are compared with the body of their article.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Final

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Relation, Tally

SEASON: Final = 60  # days between two articles of one season's news
WEIGHT: Final = 2.0  # bits for two tallies of which each article tells one
AGREE: Final = (Relation.EQUAL, Relation.COMPATIBLE)

Key = tuple[str, frozenset[str]]


def tally_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "tally" across articles and "tally/headline" within one, from tallies in their order."""
    told: dict[Key, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.modality == "asserted" and not claim.quoted:
            value = tally(claim)
            told[value.of, value.frame][claim.article].append(claim)
    for key in sorted(told, key=lambda k: (k[0], sorted(k[1]))):
        for own in told[key].values():
            yield from _headline(own)
        yield from _across(told[key], stories)


def outside(claims: Sequence[Claim], tallies: Sequence[Claim]) -> list[Claim]:
    """The claims whose values are no part of a tally: the 7 of "7-2" is no count by itself."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for claim in tallies:
        spans[claim.article].append((claim.mention.start, claim.mention.end))
    reach: dict[int, list[int]] = {}  # the furthest end of a span and of those before it
    for article, own in spans.items():
        own.sort()
        reach[article] = list(accumulate((high for _, high in own), max))

    def inside(claim: Claim) -> bool:
        start, end = claim.mention.start, claim.mention.end
        before = bisect_right(spans.get(claim.article, []), start, key=itemgetter(0))
        return before > 0 and reach[claim.article][before - 1] >= end

    return [claim for claim in claims if not inside(claim)]


def tally(claim: Claim) -> Tally:
    """The value of a claim that states a tally."""
    value = claim.mention.value
    if not isinstance(value, Tally):
        raise TypeError("no tally")
    return value


def _relation(one: Claim, two: Claim) -> Relation:
    return tally(one).relation(tally(two))


def _parts(own: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The tallies of the headline, and those of the body."""
    heads = [c for c in own if c.zone == "headline"]
    return heads, [c for c in own if c.zone != "headline"]


def _single(own: Sequence[Claim]) -> Claim | None:
    """The one tally that claims of an article tell, the fullest first; None for several."""
    whole = max(own, key=lambda c: len(tally(c).counts), default=None)
    return whole if whole is not None and all(_relation(whole, c) in AGREE for c in own) else None


def _headline(own: Sequence[Claim]) -> Iterator[Group]:
    heads, body = _parts(own)
    told, stated = _single(heads), _single(body)
    if told is not None and stated is not None and _relation(told, stated) is Relation.DISJOINT:
        yield Group("tally/headline", (told, stated), (Link(told, stated, WEIGHT),))


def _across(told: dict[int, list[Claim]], stories: Stories) -> Iterator[Group]:
    """The single tallies of articles of one story that cannot both be true, with those that agree."""
    single = {}
    for article, own in told.items():
        heads, body = _parts(own)
        stated = _single(body or heads)
        if stated is not None:
            single[article] = stated
    near = {one: [two for two in stories.related(one) if two in single] for one in single}
    links = [
        (one, two, Link(single[one], single[two], WEIGHT))
        for one, two in sorted({(min(one, two), max(one, two)) for one in near for two in near[one]})
        if _relation(single[one], single[two]) is Relation.DISJOINT
        and stories.likeness(one, two) >= ONE_STORY
        and _one_season(single[one], single[two])
    ]
    for some in components(links):
        ends = {c.where: c for link in some for c in (link.left, link.right)}
        agree = [
            c
            for article in sorted({a for end in ends.values() for a in (end.article, *near[end.article])})
            for c in told[article]
            if any(_relation(c, end) is Relation.EQUAL for end in ends.values())
        ]
        members = ends | {c.where: c for c in agree}
        yield Group("tally", tuple(members[w] for w in sorted(members)), tuple(some))


def _one_season(one: Claim, two: Claim) -> bool:
    a, b = one.as_of.day, two.as_of.day
    return a is None or b is None or abs((a - b).days) <= SEASON
