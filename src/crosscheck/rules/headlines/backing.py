"""Whether the body backs a figure of the headline: as it is, rounded, bounded, or as a sum of its parts.

Of 350 figures in headlines as published the body has nine in ten as they are, and nearly all others in
another form ("dies at 77" and "was 77", "3 dead" and three sentences of one each).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, groupby

from attrs import frozen

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim
from crosscheck.rules.common import related
from crosscheck.values import Age, Duration, Ordinal, Quantity, Relation
from crosscheck.values.relations import EXACT, ZERO

FIGURES = Quantity | Age | Duration | Ordinal
SUMMANDS = 8  # figures of one sort that are added up at most
VAGUE = Decimal("1.4")  # times that the upper end of a hedge is its lower one in "several", "dozens"
LOOSE = Decimal("1.25")  # times that a hedged figure is the one meant at most
ROUNDED = Decimal("1.12")  # the same for a figure that is rounded
LESS = frozenset("less lower fewer cheaper below under short shy smaller shorter".split())
SMALL = 20  # below, figures of other things are the same by chance
PEOPLE = wordset("headlines", "people")
CALLINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant", "ent", "eer", "ese", "ish")


@frozen(slots=True)
class Story:
    """What one article states: the figures of its headline, and those of everything below it."""

    heads: tuple[Claim, ...]
    body: tuple[Claim, ...]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> "Story":
        """The figures of one article's claims, sorted by zone."""
        figures = [c for c in claims if isinstance(c.mention.value, FIGURES)]
        heads = tuple(c for c in figures if c.zone == "headline")
        return cls(heads, tuple(c for c in figures if c.zone != "headline"))


def vague(value: object) -> bool:
    """Whether an amount is a word such as "several" or "dozens"."""
    if not isinstance(value, Quantity) or value.hedge is None or value.low is None or value.high is None:
        return False
    return value.high >= EXACT.multiply(value.low, VAGUE)


def number(claim: Claim) -> Decimal | None:
    """The figure of an amount, an age or a rank, in the base unit; None for none and for a vague one."""
    value = claim.mention.value
    match value:
        case Quantity():
            figure = value.low if value.hedge is None else _shown(value)
            return None if figure is None else EXACT.fma(figure, value.factor, value.offset)
        case Age():
            return value.low
        case Ordinal():
            return Decimal(value.rank)
    return None


def _shown(value: Quantity) -> Decimal | None:
    """The figure behind a hedge: 95 of "nearly 95"."""
    if vague(value):
        return None
    shown = (value.stated or "").strip(".")
    return Decimal(shown) if shown.isdecimal() else value.figure


@cache
def _kinds() -> dict[str, str]:
    """Noun -> the class of like nouns: "teenager" and "boy" are of one."""
    return {noun: name for name, row in table("nouns")["classes"].items() for noun in row.split()}


@cache
def _personal_verbs() -> frozenset[str]:
    return frozenset(canonical(word) for word in wordset("verbs", "personal", "words"))


def thing(claim: Claim) -> str:
    """What a figure counts, one word for people in general; "" where the words do not tell."""
    counted = claim.mention.counted
    head = counted.head if counted else ""
    if head in PEOPLE or (not head and not claim.subject and claim.predicate in _personal_verbs()):
        return "person"
    return _kinds().get(head, claim.subject)


def backed(claim: Claim, story: Story) -> bool:
    """Whether the body has the figure, one that fits it, or figures of its sort that make it."""
    if any(_backs(claim, c) for c in story.body):
        return True
    mine = number(claim)
    if mine is None:
        return False
    rank = _nth(claim, mine, story.body)
    return rank or _made_of(claim, mine, story) or _one_after_another(mine, story.body)


def _backs(claim: Claim, other: Claim) -> bool:
    mine, its = number(claim), number(other)
    if mine is None or its is None:
        return related(claim, other) in (Relation.EQUAL, Relation.COMPATIBLE) and not vague(
            other.mention.value
        )
    if mine != its and not near(claim, other):
        return False
    if type(claim.mention.value) is not type(other.mention.value):
        return _bare(other) or (_bare(claim) and not isinstance(other.mention.value, Duration))
    return mine >= SMALL or _could_be_one(claim, other)


def _bare(claim: Claim) -> bool:
    """Whether a figure is a number of nothing that is said: it may be an age or a rank."""
    value = claim.mention.value
    return isinstance(value, Quantity) and value.dimension is None and not thing(claim)


def near(a: Claim, b: Claim) -> bool:
    """Whether one of two figures may be the other, rounded or hedged."""
    x, y = a.mention.value, b.mention.value
    if related(a, b) not in (Relation.EQUAL, Relation.COMPATIBLE):
        return False
    if not isinstance(x, Quantity) or not isinstance(y, Quantity):
        return True
    mine, its = number(a), number(b)
    if mine is None or its is None or vague(x) or vague(y):
        return x.hedge is y.hedge is None  # ranges
    low, high = sorted((abs(mine), abs(its)))
    return high <= EXACT.multiply(low, ROUNDED if x.hedge is y.hedge is None else LOOSE)


def _could_be_one(a: Claim, b: Claim) -> bool:
    """Whether two small counts can be of one thing, by their nouns."""
    one, two = thing(a), thing(b)
    if not one or not two or one == two:
        return True
    return personal(a) == personal(b) or not (personal(a) or personal(b))


def personal(claim: Claim) -> bool:
    """Whether a figure counts people, by its noun."""
    counted = claim.mention.counted
    head = counted.head if counted else ""
    return thing(claim) == "person" or head.endswith(CALLINGS) or head in wordset("headlines", "persons")


def _made_of(claim: Claim, mine: Decimal, story: Story) -> bool:
    """Whether two or three figures of one sort, or one less another, make the headline's."""
    sort = [c for c in story.body if _one_sort(claim, c) and c.modality == "asserted" and not less(c)]
    points = list(dict.fromkeys(n for c in sort if (n := number(c)) is not None and n != ZERO))[:SUMMANDS]
    return mine in set(_sums(points))


def _sums(points: Sequence[Decimal]) -> Iterator[Decimal]:
    for a, b in combinations(points, 2):
        yield a + b
        yield abs(a - b)
    yield from (a + b + c for a, b, c in combinations(points, 3))


def less(claim: Claim) -> bool:
    """Whether an amount says how much less something is: no part of anything ("25 cents less than")."""
    return not LESS.isdisjoint(claim.after[:1])


def _one_sort(a: Claim, b: Claim) -> bool:
    """Whether two amounts are of one unit, or of one thing of which one thing is said."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    if x.dimension is not None:
        return True
    told = a.classes & b.classes or a.predicate == b.predicate
    return bool(told) and (thing(a) == thing(b) or personal(a) or personal(b))


def _one_after_another(mine: Decimal, body: Sequence[Claim]) -> bool:
    """Whether two counts of one sentence make the figure: "120 rebels and 60 hired men were killed"."""
    counts = [c for c in body if isinstance(c.mention.value, Quantity) and c.mention.value.dimension is None]
    for _, row in groupby(counts, key=lambda c: c.sentence):
        points = [n for c in row if (n := number(c)) is not None][:SUMMANDS]
        if any(a + b == mine for a, b in combinations(points, 2)):
            return True
    return False


def _nth(claim: Claim, mine: Decimal, body: Sequence[Claim]) -> bool:
    """Whether the body counts up to a rank or the one before it: a "sixth suspect", and five others."""
    counts = [c for c in body if isinstance(c.mention.value, Quantity) and thing(c) in ("", thing(claim))]
    return isinstance(claim.mention.value, Ordinal) and any(number(c) in (mine, mine - 1) for c in counts)
