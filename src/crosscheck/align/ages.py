"""Ages of one full name in two articles, and those of two people that have changed places."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, groupby
from typing import Final

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.stories import Stories
from crosscheck.lexicon.naming import fold
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Age

MOST: Final = 24  # people with ages in one article that are paired; more are a table
SUFFIXES: Final = frozenset({"jr", "sr"})
WEIGHT: Final = 5.0  # bits; two ages are exchanged by chance hardly ever

FORMER: Final = frozenset("when then since until till before after aged age turned turns".split())

Pair = tuple[str, str]


def swapped_ages(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """One group of kind "ages" for two people whose ages one article gives the other way round.

    `claims` are those of a corpus in canonical order. The group holds the four ages, those of
    one article on the one side of the links and those of the other on the other.
    """
    seen: dict[tuple[Pair, tuple[Decimal, Decimal]], tuple[Claim, Claim]] = {}
    for number, own in groupby(claims, key=lambda c: c.article):
        stated = _stated(own)
        for one, two in combinations(sorted(stated)[:MOST], 2):
            ages = _years(stated[one]), _years(stated[two])
            if ages[0] == ages[1]:
                continue
            other = seen.get(((one, two), ages[::-1]))
            if other is not None and stories.likeness(other[0].article, number) > 0:
                here = stated[one], stated[two]
                links = tuple(Link(a, b, WEIGHT) for a, b in zip(other, here, strict=True))
                yield Group("ages", (*other, *here), links, subject=(one, two))
            seen.setdefault(((one, two), ages), (stated[one], stated[two]))


def one_persons_ages(claims: Sequence[Claim], stories: Stories, known: Container[int]) -> Iterator[Group]:
    """Groups of kind "age" for a full name to which two articles of a story give two ages of these days.

    They need no sentence in common: the name tells whose they are. `known` are the `id`s of the
    claims that are compared already. Ages by the way of a life ("at the age of 19", "since he was
    17", "was 27 when she won") are left out, and a name with several ages in one article.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for _, own in groupby(claims, key=lambda c: c.article):
        for name, claim in _stated(c for c in own if _of_these_days(c)).items():
            told[name].append(claim)
    for name, found in told.items():
        for left, right in combinations(found[:MOST], 2):
            apart = _years(left) != _years(right) and not (id(left) in known and id(right) in known)
            if apart and stories.likeness(left.article, right.article) >= ONE_STORY:
                link = Link(left, right, WEIGHT, (f"both are of {name.title()}",))
                yield Group("age", (left, right), (link,), subject=(name,))


def _of_these_days(claim: Claim) -> bool:
    """Whether an age is told as that of the day, by its form and the words around it."""
    text = claim.mention.text
    if claim.mention.kind != "age" or claim.modality != "asserted":
        return False
    if not (text.isdecimal() or text.endswith("-old")):
        return False
    before, after = claim.before[:3], claim.after[:1]
    return FORMER.isdisjoint(before) and after not in (("when",), ("in",)) and before[:1] != ("at",)


def _stated(claims: Iterable[Claim]) -> dict[str, Claim]:
    """The one age of each full name in an article; people with two ages are left out."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Age) and value.person and value.low == value.high:
            words = [w for w in map(fold, value.person.split()) if w not in SUFFIXES]
            if len(words) > 1:
                found[" ".join(words)].append(claim)
    return {name: some[0] for name, some in found.items() if len({_years(c) for c in some}) == 1}


def _years(claim: Claim) -> Decimal:
    value = claim.mention.value
    return value.low if isinstance(value, Age) else Decimal(0)
