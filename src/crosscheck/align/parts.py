"""Parts of one whole: "seven of the nine masts" and "8 of the 9 masts"; two wholes of one thing.

Two parts are compared where both articles tell a whole of the same number, of like things, and like
things are said of the part. Two wholes are, where each article tells a single one of the thing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.lexicon import wordset
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import canonical, changing, rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Part, Relation

WEIGHT: Final = 2.0  # bits
SEASON: Final = 60  # days between two articles of one season's news
DAYS: Final = 7  # the same for parts, which may grow
TELLING: Final = 5.0  # bits of a word that is said of both
LIKE: Final = 1.25  # two wholes of one thing seldom differ by more
LEAST: Final = 5  # of two wholes that are compared
MOVING: Final = frozenset(canonical(word) for word in wordset("parts", "sets", "moving"))

Told = dict[int, list[Claim]]


def part_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "part" of parts that cannot both be true, from claims in canonical order."""
    told: Told = defaultdict(list)
    for claim in claims:
        planned = claim.modality == "planned" and part(claim).negated  # "have still to be finished"
        if (claim.modality in ("asserted", "negated") or planned) and not claim.quoted:
            told[claim.article].append(claim)
    for some in components(_links(told, stories)):
        members = {c.where: c for link in some for c in (link.left, link.right)}
        yield Group("part", tuple(members[w] for w in sorted(members)), tuple(some))


def other_parts(claims: Sequence[Claim]) -> Callable[[Claim, Claim], bool]:
    """Whether two counts are parts of one whole of which other things are said: jurors by vote, by sex.

    `claims` are those of parts; counts that are none are not judged.
    """
    known: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        known[claim.article].append(claim)

    def told(claim: Claim) -> Part | None:
        start, end = claim.mention.start, claim.mention.end
        spans = (c for c in known.get(claim.article, ()) if c.mention.start <= start and end <= c.mention.end)
        return next((part(c) for c in spans), None)

    def apart(left: Claim, right: Claim) -> bool:
        one, two = told(left), told(right)
        if one is None or two is None or one.whole != two.whole:
            return False
        return bool(one.of == two.of != "" and one.said and two.said) and not _said_alike(one, two)

    return apart


def part(claim: Claim) -> Part:
    """The value of a claim that states a part of a known whole."""
    value = claim.mention.value
    if not isinstance(value, Part):
        raise TypeError("no part of a whole")
    return value


def _links(told: Told, stories: Stories) -> list[tuple[object, object, Link]]:
    met = {(min(a, b), max(a, b)) for a in told for b in stories.related(a) if b in told}
    return [
        (left.where, right.where, Link(left, right, WEIGHT))
        for one, two in sorted(met)
        for left in told[one]
        for right in told[two]
        if part(left).relation(part(right)) is Relation.DISJOINT
        and (
            _two_parts(left, right, told)
            or (stories.likeness(one, two) >= ONE_STORY and _two_wholes(left, right, told))
        )
    ]


def _two_parts(left: Claim, right: Claim, told: Told) -> bool:
    a, b = part(left), part(right)
    if a.whole != b.whole or not _within(left, right, DAYS) or not _alike(a, b):
        return False
    if _moves(a, b) and not _within(left, right, 0):
        return False
    ends = ((left, right), (right, left))
    return not any(_fits(claim, other) for mine, other in ends for claim in told[mine.article])


def _alike(a: Part, b: Part) -> bool:
    """Whether two parts are of like things, and like things are said of them."""
    if a.of and b.of and likeness(a.of, b.of) == "other":
        return False
    return _said_alike(a, b)


def _said_alike(a: Part, b: Part) -> bool:
    return any(
        likeness(one, two) in ("same", "synonym")
        for one in a.said
        if rarity(one) >= TELLING
        for two in b.said
    )


def _fits(claim: Claim, other: Claim) -> bool:
    """Whether a claim of one article says what that of the other does, or fits it."""
    a, b = part(claim), part(other)
    return a.whole == b.whole and a.relation(b) is not Relation.DISJOINT and _alike(a, b)


def _moves(a: Part, b: Part) -> bool:
    """Whether one thing after the other is done to the whole: precincts counted, homes repaired."""
    said = a.said | b.said
    return not MOVING.isdisjoint(said) or not changing().isdisjoint(said)


def _two_wholes(left: Claim, right: Claim, told: Told) -> bool:
    """Whether two articles give one definite thing two numbers: "all 86 wards", "86 of 94 wards"."""
    a, b = part(left), part(right)
    if (
        not a.of
        or a.of != b.of
        or a.whole == b.whole
        or min(a.whole, b.whole) < LEAST
        or not _within(left, right, SEASON)
    ):
        return False
    if max(a.whole, b.whole) > LIKE * min(a.whole, b.whole):
        return False
    own = [{part(c).whole for c in told[m.article] if part(c).of == a.of} for m in (left, right)]
    alone = len(own[0]) == len(own[1]) == 1
    return alone and (_alike(a, b) or _whole_for_part(a, b) or _whole_for_part(b, a))


def _whole_for_part(a: Part, b: Part) -> bool:
    """Whether the one gives as all what the other gives as a part."""
    return a.part == a.whole == b.part


def _within(left: Claim, right: Claim, days: int) -> bool:
    one, two = left.as_of.day, right.as_of.day
    return one is None or two is None or abs((one - two).days) <= days
