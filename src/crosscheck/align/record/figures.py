"""Amounts that articles give for figures of record."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.facts import Figure
from crosscheck.held import Held, Sighting
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.model import Claim, Counted, Group, Link
from crosscheck.values import Quantity


def figure_groups(held: Held, claims: Sequence[Claim], sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each figure of record and each amount that articles give for it.

    The amount counts the same thing with the same verb, in a sentence that names what the
    figure is about.
    """
    amounts: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.mention.value, Quantity):
            amounts[claim.article].append(claim)
    sentences = {article: [c.sentence for c in own] for article, own in amounts.items()}
    bound: dict[tuple[Figure, str], dict[tuple[int, int], Link]] = defaultdict(dict)
    for sighting in sightings:
        figure, seen = sighting.fact, sighting.claim
        if not isinstance(figure, Figure) or (figure, "value") not in held.stated:
            continue
        stated = held.stated[figure, "value"]
        numbers = sentences.get(seen.article, [])
        first, stop = bisect_left(numbers, seen.sentence), bisect_right(numbers, seen.sentence)
        for claim in amounts.get(seen.article, [])[first : min(stop, first + 24)]:
            if _same(claim, stated, figure):
                key = (figure, str(claim.mention.value.to_dict()))
                why = f"“{seen.mention.text}” stands in the sentence, and it counts the same"
                bound[key].setdefault(claim.where, Link(claim, stated, 1.0, (why,)))
    for (figure, _), links in bound.items():
        ordered = tuple(links[place] for place in sorted(links))
        stated = held.stated[figure, "value"]
        yield Group("record/figure", (*(x.left for x in ordered), stated), ordered, figure)


def _same(claim: Claim, stated: Claim, figure: Figure) -> bool:
    """Whether an amount counts what the figure counts: one unit, one thing, one verb, its words beside it."""
    a, b = claim.mention.value, stated.mention.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.dimension != b.dimension:
        return False
    one, two = claim.mention.counted, stated.mention.counted
    if (one is None) != (two is None):
        return False
    beside = {*claim.left, *claim.right}
    words = {canonical(word) for word in figure.what.lower().split() if word not in STOP}
    if one is None or two is None:
        return bool(words) and words <= beside
    return _things(one) == _things(two) and words <= beside | _things(one) | _verbs(one)


def _things(counted: Counted) -> frozenset[str]:
    return frozenset({canonical(counted.kind)})


def _verbs(counted: Counted) -> frozenset[str]:
    return frozenset(
        canonical(word) for word in (counted.head, counted.verb or "", *counted.modifiers) if word
    )
