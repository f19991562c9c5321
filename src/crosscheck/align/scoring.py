"""From candidate pairs to match weights."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from crosscheck.align.blocking import Keys, candidates, family, keys
from crosscheck.align.competition import compete
from crosscheck.align.evidence import CONTEXT, STANDING, Pair
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Surroundings, Weights
from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.values import Age, Duration, Moment, Name, Place, Quantity, Quotation, Relation


def relation(left: Claim, right: Claim) -> Relation:
    """How the values of two claims of one family stand to each other."""
    a, b = left.mention.value, right.mention.value
    if isinstance(a, Quotation) or type(a) is not type(b):
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


def telling(value: object) -> float:
    """How telling it is that two sentences state a value, in bits: four digits tell more than "two"."""
    kind = value[0] if isinstance(value, tuple) else "other"
    if kind == "quantity":
        figure = str(value[1]) if isinstance(value, tuple) else ""
        digits = len(figure.replace(".", "").strip("0-"))
        return PLAIN_NUMBER[min(max(digits, 1), len(PLAIN_NUMBER)) - 1]
    return PLAIN_BITS.get(str(kind), 5.0)


Evidence = tuple[tuple[str, Callable[[Pair], str]], ...]
PLAIN_NUMBER = (3.0, 6.0, 10.0, 13.0)
PLAIN_BITS = {"date": 7.0, "relative": 2.0, "age": 4.0, "person": 0.0, "place": 0.0, "organisation": 0.0}


class Corpus:
    """What stands around every claim, and what the articles state, computed once."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.weights = Weights(claims)
        self.around = [Surroundings.of(claim, self.weights) for claim in claims]
        self.identities = [identity(claim) for claim in claims]
        self.families = [family(claim) for claim in claims]
        self.stated: dict[tuple[int, int], dict[object, float]] = defaultdict(dict)
        self.choices: dict[tuple[int, str, str], set[object]] = defaultdict(set)
        for claim, value, kind in zip(claims, self.identities, self.families, strict=True):
            self.stated[claim.article, claim.sentence][value] = telling(value)
            self.choices[claim.article, kind, claim.subject].add(value)
        self.crowd = Counter((c.article, c.sentence, f) for c, f in zip(claims, self.families, strict=True))
        self.norms = {(c.article, c.sentence): self.weights.norm(c.context) for c in claims}

    def keys(self) -> list[Keys]:
        """What each claim is found by."""
        return [
            keys(claim, around, self.weights, self._others(claim, value))
            for claim, around, value in zip(self.claims, self.around, self.identities, strict=True)
        ]

    def _others(self, claim: Claim, value: object) -> dict[object, float]:
        stated = self.stated[claim.article, claim.sentence]
        return {other: bits for other, bits in stated.items() if other != value}

    def pair(self, i: int, j: int) -> Pair:
        """Two claims with the evidence that stands in their own sentences and articles."""
        left, right = self.claims[i], self.claims[j]
        a, b, weights = self.around[i], self.around[j], self.weights
        akin = sum(bits for bits, _, _ in a.akin(b))
        near = a.shared(b) + akin
        both = sorted(left.context & right.context)
        norm = self.norms[left.article, left.sentence] * self.norms[right.article, right.sentence]
        mine, other = self.stated[left.article, left.sentence], self.stated[right.article, right.sentence]
        own = (self.identities[i], self.identities[j])
        shared = sorted(bits for value, bits in mine.items() if value in other and value not in own)
        return Pair(
            left,
            right,
            near=near,
            ratio=a.ratio(b, near),
            akin=akin,
            head_bits=weights(left.subject) if left.subject else 0.0,
            rest=sum(weights(w) for w in both if w not in a.words and w not in b.words),
            shared_values=sum(shared),
            cosine=sum(weights(w) ** 2 for w in both) / norm if norm else 0.0,
            alone=all(self.crowd[c.article, c.sentence, self.families[i]] == 1 for c in (left, right)),
            choices=max(len(self.choices[c.article, self.families[i], c.subject]) for c in (left, right)),
        )


def pairs(claims: Sequence[Claim], stories: Stories) -> list[Pair]:
    """Candidate pairs with all that their evidence needs."""
    corpus = Corpus(claims)
    found = []
    for i, j in candidates(claims, corpus.keys(), stories):
        pair = corpus.pair(i, j)
        pair.likeness = stories.likeness(pair.left.article, pair.right.article)
        pair.agrees = agree(pair)
        pair.parts = _parts(pair, CONTEXT)
        pair.context = sum(bits for _, _, bits in pair.parts)
        found.append(pair)
    compete(found)
    return found


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


def group(pair: Pair) -> str:
    """The kind of value by which evidence weighs differently: count, measure, date, weekday, age or other."""
    kind, _, dimension = family(pair.left).partition("/")
    if kind == "quantity":
        return "count" if dimension == "count" else "measure"
    values = (pair.left.mention.value, pair.right.mention.value)
    if all(isinstance(value, Moment) and value.relative for value in values):
        return "weekday"  # "on Friday", "yesterday"
    return kind if kind in ("date", "age") else "other"


def _parts(pair: Pair, evidence: Evidence) -> tuple[tuple[str, str, float], ...]:
    kind = group(pair)
    return tuple([_part(name, look(pair), kind) for name, look in evidence])


@cache
def _part(name: str, level: str, kind: str) -> tuple[str, str, float]:
    """One part, the same object for all pairs: there are a few hundred, and millions of places for them."""
    return name, level, weights(name, kind).get(level, 0.0)


@cache
def weights(evidence: str, kind: str) -> dict[str, float]:
    """The bits of every level of a kind of evidence, for one kind of value."""
    row: dict[str, float] = table("match_weights").get(evidence, {}).get(kind, {})
    return row


def prior(pair: Pair) -> float:
    """The log-odds in bits that a candidate pair of such values is about one fact, before any evidence."""
    bits: dict[str, float] = table("match_weights")["prior"]
    return bits.get(family(pair.left).split("/")[0], bits["other"])


def weigh(pair: Pair) -> tuple[float, tuple[tuple[str, str, float], ...]]:
    """The match weight of a pair in bits, prior included, and its parts as (evidence, level, bits)."""
    parts = (*pair.parts, *_parts(pair, STANDING))
    return prior(pair) + sum(bits for _, _, bits in parts), parts
