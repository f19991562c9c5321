"""How a candidate pair stands among the others: is it the best one, and is the value stated elsewhere?

A claim that clashes with one statement of an article and agrees with another that fits as
well is settled by the second; two claims are the likelier about one fact if neither finds a
better partner.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter

from crosscheck.align.pair import Pair
from crosscheck.model import Claim

MARGIN = 2.0  # bits by which one pair must fit better than another to count as closer
ACROSS = "consensus"  # the evidence that pairs of other articles tell too


def compete(found: Sequence[Pair]) -> None:
    """Set `best`, `rival` and `consensus` of every pair from the context bits of all."""
    compete_within(found)
    compete_across(found, found)


def compete_within(found: Sequence[Pair]) -> None:
    """Set `best` and `rival`, which only the pairs of the same two articles tell: they are all here."""
    _rank(found)
    _find_rivals(found)


def _ends(pair: Pair) -> tuple[tuple[Claim, Claim], tuple[Claim, Claim]]:
    return (pair.left, pair.right), (pair.right, pair.left)


def _rank(found: Iterable[Pair]) -> None:
    """Whether a pair is the closest for both, one or neither of its claims."""
    top: dict[tuple[int, int], float] = defaultdict(lambda: -99.0)
    for pair in found:
        for claim, other in _ends(pair):
            key = (id(claim), other.article)
            top[key] = max(top[key], pair.context)
    for pair in found:
        count = sum(pair.context >= top[id(claim), other.article] for claim, other in _ends(pair))
        pair.best = ("neither", "one", "both")[count]


def _find_rivals(found: Sequence[Pair]) -> None:
    """Whether another claim of the other article states the same value, and how well it fits."""
    agreeing: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for pair in found:
        if pair.agrees:
            for claim, other in _ends(pair):
                agreeing[id(claim), other.article].append((pair.context, id(other)))
    nearest = {key: nlargest(2, rows, key=itemgetter(0)) for key, rows in agreeing.items()}
    for pair in found:
        rivals = [
            bits
            for claim, other in _ends(pair)
            for bits, who in nearest.get((id(claim), other.article), ())
            if who != id(other)
        ]
        if rivals:
            lead = max(rivals) - pair.context
            pair.rival = "closer" if lead > MARGIN else "near" if lead > -MARGIN else "looser"


def compete_across(found: Sequence[Pair], known: Iterable[Pair]) -> None:
    """Set `consensus` of pairs: how many further articles state the value of one claim where the
    other claim has its counterpart.

    `known` are all pairs, or at least those that share a claim with one of `found`.
    """
    linked: dict[tuple[int, int], float] = {}
    twins: dict[int, list[Claim]] = defaultdict(list)
    for pair in known:
        left, right = id(pair.left), id(pair.right)
        linked[left, right] = linked[right, left] = pair.context
        if pair.agrees:
            twins[left].append(pair.right)
            twins[right].append(pair.left)
    for pair in found:
        pair.consensus = max(
            len(
                {
                    twin.article
                    for twin in twins.get(id(claim), ())
                    if twin.article != other.article
                    and linked.get((id(other), id(twin)), -99.0) >= pair.context - MARGIN
                }
            )
            for claim, other in _ends(pair)
        )
