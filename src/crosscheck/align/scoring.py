"""From candidate pairs to match weights."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crosscheck.align.blocking import candidates, family
from crosscheck.align.evidence import EVIDENCE, Pair, Weights, nearness
from crosscheck.align.stories import Stories
from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.values import Age, Duration, Instant, Moment, Name, Place, Quantity, Quotation, Relation

LEAST_NEAR = 4.0  # bits shared beside the values; with fewer no other evidence makes a match


def relation(left: Claim, right: Claim) -> Relation:
    """How the values of two claims of one family stand to each other."""
    a, b = left.mention.value, right.mention.value
    if isinstance(a, (Quotation, Instant)) or type(a) is not type(b):
        return Relation.INCOMPARABLE
    return a.relation(b)  # type: ignore[arg-type]


def identity(claim: Claim) -> object:
    """What makes two values the same statement, for spotting a value stated elsewhere in an article."""
    value = claim.mention.value
    match value:
        case Quantity():
            measured = value.dimension is not None or (value.unit or "").isupper() or value.unit == "percent"
            return ("quantity", value.stated or (value.low, value.high), value.unit if measured else None)
        case Moment() if value.relative:
            words = claim.mention.text.lower() if value.weekday is None else value.weekday
            return ("relative", words)
        case Moment():
            return ("date", value.floor, value.ceiling, *value.pattern)
        case Duration():
            return ("duration", value.stated)
        case Name() | Place():
            return (value.kind, value.name.lower())
        case Age():
            return ("age", value.low, value.high)
    return value


def pairs(claims: Sequence[Claim], stories: Stories) -> list[Pair]:
    """Candidate pairs with all that their evidence needs."""
    found = []
    stated: dict[tuple[int, int], set[object]] = defaultdict(set)
    for claim in claims:
        if claim.mention.kind != "place":  # places count among the shared names
            stated[claim.article, claim.sentence].add(identity(claim))
    weights = Weights(claims)
    beside = [weights.surroundings(claim) for claim in claims]
    norms = {(c.article, c.sentence): weights.norm(c.context) for c in claims}
    crowd = Counter((c.article, c.sentence, family(c)) for c in claims)
    for i, j in candidates(claims, stories):
        left, right = claims[i], claims[j]
        bits, ratio = nearness(beside[i], beside[j])
        if bits < LEAST_NEAR:
            continue
        rest = sum(
            weights(w) for w in left.context & right.context if w not in beside[i] and w not in beside[j]
        )
        both = stated[left.article, left.sentence] & stated[right.article, right.sentence]
        others = len(both - {identity(left), identity(right)})
        shared = sum(weights(w) ** 2 for w in left.context & right.context)
        norm = norms[left.article, left.sentence] * norms[right.article, right.sentence]
        alone = all(crowd[c.article, c.sentence, family(c)] == 1 for c in (left, right))
        found.append(
            Pair(
                left,
                right,
                near=bits,
                ratio=ratio,
                rest=rest,
                shared_values=others,
                cosine=shared / norm if norm else 0.0,
                alone=alone,
                likeness=stories.likeness(left.article, right.article),
            )
        )
    _rank(found)
    _find_rivals(found)
    _find_consensus(found)
    return found


def _rank(found: Iterable[Pair]) -> None:
    """Set `best`: whether a pair is the closest for both, one or neither of its claims."""
    top: dict[tuple[int, int], float] = defaultdict(float)
    for pair in found:
        for claim, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (id(claim), other.article)
            top[key] = max(top[key], pair.near)
    for pair in found:
        count = (pair.near >= top[id(pair.left), pair.right.article]) + (
            pair.near >= top[id(pair.right), pair.left.article]
        )
        pair.best = ("neither", "one", "both")[count]


def agree(pair: Pair) -> bool:
    """Whether both claims state one value: the same, or one inside the other ("1962", "August 1962")."""
    if identity(pair.left) == identity(pair.right):
        return True
    for claim in (pair.left, pair.right):
        value = claim.mention.value
        if isinstance(value, Moment) and value.relative:
            return False
        if isinstance(value, Quantity) and value.point is None:
            return False
    return relation(pair.left, pair.right) in (Relation.EQUAL, Relation.COMPATIBLE)


def _find_rivals(found: Iterable[Pair]) -> None:
    """Set `rival`: whether the other article states the same value, closer or looser than this pair."""
    agreeing: dict[tuple[int, int], float] = defaultdict(float)
    clashing = []
    for pair in found:
        if not agree(pair):
            clashing.append(pair)
            continue
        for claim, other in ((pair.left, pair.right), (pair.right, pair.left)):
            key = (id(claim), other.article)
            agreeing[key] = max(agreeing[key], pair.near)
    for pair in clashing:
        rival = max(agreeing[id(pair.left), pair.right.article], agreeing[id(pair.right), pair.left.article])
        if rival:
            pair.rival = "closer" if rival > 0.8 * pair.near else "looser"


def _find_consensus(found: Iterable[Pair]) -> None:
    """Set `consensus`: how many further articles state one of the two values in like surroundings."""
    backers: dict[tuple[int, object], dict[int, float]] = defaultdict(dict)
    for pair in found:
        for claim, other in ((pair.left, pair.right), (pair.right, pair.left)):
            near = backers[id(claim), identity(other)]
            near[other.article] = max(near.get(other.article, 0.0), pair.near)
    for pair in found:
        own = {pair.left.article, pair.right.article}
        pair.consensus = max(
            sum(
                bits >= 0.5 * pair.near
                for article, bits in backers[id(claim), identity(other)].items()
                if article not in own
            )
            for claim, other in ((pair.left, pair.right), (pair.right, pair.left))
        )


def levels(pair: Pair) -> dict[str, str]:
    """The level of every kind of evidence for a pair."""
    return {name: look(pair) for name, look in EVIDENCE}


def weigh(pair: Pair) -> tuple[float, tuple[tuple[str, str, float], ...]]:
    """The match weight of a pair in bits, prior included, and its parts as (evidence, level, bits)."""
    weights = table("match_weights")
    kind = family(pair.left).split("/")[0]
    total = weights["prior"].get(kind, weights["prior"]["other"])
    parts = []
    for name, level in levels(pair).items():
        bits = weights[name].get(level, 0.0)
        total += bits
        parts.append((name, level, bits))
    return total, tuple(parts)
