"""Figures of one quantity over time: what articles of one story give for the same thing.

For showing, not for judging: a toll that rises from day to day is one series.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from decimal import Context, Decimal

from crosscheck.align.groups import JOINING_BITS, Links, order
from crosscheck.align.joining import Joined
from crosscheck.align.stories import Stories
from crosscheck.lexicon.words import canonical, changing
from crosscheck.model import Claim, Figure, Series
from crosscheck.values import Quantity
from crosscheck.values.relations import EXACT, plain

ROUNDED = Context(prec=6, Emin=EXACT.Emin, Emax=EXACT.Emax, traps=[])  # for showing
# Rare names that two articles share before tolls in both are shown as one: of pairs of real articles
# that count the same thing, 9 of 625 of different stories share as much, and all 28 of one story do.
LEAST_LIKENESS = 0.2
MOST_FIGURES = 60  # shown of one quantity
PER_SIDE = frozenset({"vote"})  # these move too, but each side has its own count of them


def series(claims: Sequence[Claim], links: Links, stories: Stories, ids: Sequence[str]) -> list[Series]:
    """The quantities that two articles or more give different figures for, in the order of the corpus.

    Two figures belong together where they are linked as being about one fact, or where they
    count the same thing of a kind that moves while a story runs (killed, freed, arrested).
    What is only planned stays out, as does what has another dimension.
    `ids` are the articles' ids by number.
    """
    counted = [claim for claim in claims if _counts(claim)]
    joined = Joined()
    for one, two in (*_linked(links), *_counting_alike(counted, stories)):
        joined.join(id(one), id(two))
    found: dict[Hashable, list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim in counted:
        if isinstance(value := claim.mention.value, Quantity):
            found[joined.root(id(claim)), value.dimension].append((claim, value))
    several = (own for own in found.values() if _moves(own))
    return [_shown(own, ids) for own in sorted(several, key=lambda own: order(own[0][0]))]


def _moves(own: Sequence[tuple[Claim, Quantity]]) -> bool:
    """Whether two articles or more give figures, and not the same ones all."""
    articles = {claim.article for claim, _ in own}
    return len(articles) > 1 and len({value.bounds() for _, value in own}) > 1


def _shown(own: Sequence[tuple[Claim, Quantity]], ids: Sequence[str]) -> Series:
    """The first figures of one quantity, in the unit of the very first."""
    model = own[0][1]
    figures = []
    for claim, value in own[:MOST_FIGURES]:
        mention, day = claim.mention, claim.as_of.day
        figures.append(
            Figure(
                article=ids[claim.article],
                start=mention.start,
                end=mention.end,
                text=mention.text,
                low=plain(_turned(value.low, value, model)),
                high=plain(_turned(value.high, value, model)),
                as_of=day.isoformat() if day else None,
            )
        )
    return Series(model.unit, tuple(figures))


def _turned(end: Decimal | None, value: Quantity, model: Quantity) -> Decimal | None:
    """One end of an amount in the unit of another amount of the same dimension."""
    if end is None or (value.factor, value.offset) == (model.factor, model.offset):
        return end
    base = EXACT.fma(end, value.factor, value.offset)
    return ROUNDED.divide(EXACT.subtract(base, model.offset), model.factor)


def _counts(claim: Claim) -> bool:
    value = claim.mention.value
    return (
        isinstance(value, Quantity)
        and (value.low is not None or value.high is not None)
        and claim.modality == "asserted"
        and PER_SIDE.isdisjoint((claim.subject, claim.predicate))
    )


def _linked(links: Links) -> Iterable[tuple[Claim, Claim]]:
    for link in (*links.support, *links.clashes):
        if link.weight >= JOINING_BITS and _counts(link.left) and _counts(link.right):
            yield link.left, link.right


def _counting_alike(claims: Iterable[Claim], stories: Stories) -> Iterable[tuple[Claim, Claim]]:
    """Pairs that count one moving thing: each claim with the first such one of each related article."""
    first: dict[tuple[str, str], dict[int, Claim]] = defaultdict(dict)
    for claim in claims:
        thing = _moving(claim)
        if thing is None:
            continue
        held = first[thing]
        yield claim, held.setdefault(claim.article, claim)
        for other in stories.related(claim.article):
            if other in held and stories.likeness(claim.article, other) >= LEAST_LIKENESS:
                yield claim, held[other]


def _moving(claim: Claim) -> tuple[str, str] | None:
    """What a claim counts in all and what is said of it, where counts of it move; else None."""
    if claim.scope in ("part", "further"):
        return None
    subject, predicate = canonical(claim.subject), canonical(claim.predicate or "")
    moving = changing() - PER_SIDE
    if predicate in moving:
        return predicate, "" if subject in (predicate, "person") else subject
    return (subject, "") if subject in moving else None
