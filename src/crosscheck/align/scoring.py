"""From candidate pairs to match weights."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from math import inf
from operator import attrgetter
from typing import Any

from attrs import fields, frozen

from crosscheck.align.blocking import Keys, Meeting, Shelves, family, keys
from crosscheck.align.competition import ACROSS, MARGIN, compete_across, compete_within
from crosscheck.align.evidence import CONTEXT, REPEATED, STANDING, TELLING_HEAD, schema
from crosscheck.align.evidence_dates import nothing_shared
from crosscheck.align.pair import Pair
from crosscheck.align.repeats import repeated
from crosscheck.align.schemas import OTHER_MONTH, Shared, Told, options
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Surroundings, Weights
from crosscheck.align.tenses import AHEAD, days_of
from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.processes import mapped_with
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


Part = tuple[str, str, float]  # (evidence, level, bits)
PLAIN_NUMBER = (3.0, 6.0, 10.0, 13.0)
PLAIN_BITS = {"date": 7.0, "relative": 2.0, "age": 4.0, "person": 0.0, "place": 0.0, "organisation": 0.0}


class Corpus:
    """What stands around every claim, and what the articles state, computed once."""

    def __init__(self, claims: Sequence[Claim], stories: Stories | None = None) -> None:
        self.claims = claims
        self.weights = Weights(claims)
        self.around = [Surroundings.of(claim, self.weights) for claim in claims]
        self.identities = [identity(claim) for claim in claims]
        self.families = [family(claim) for claim in claims]
        self.stated: dict[tuple[int, int], dict[object, float]] = defaultdict(dict)
        self.anywhere: dict[int, set[object]] = defaultdict(set)
        self.choices: dict[tuple[int, str, str], set[object]] = defaultdict(set)
        for claim, value, kind in zip(claims, self.identities, self.families, strict=True):
            self.stated[claim.article, claim.sentence][value] = telling(value)
            self.anywhere[claim.article].add(value)
            self.choices[claim.article, kind, claim.subject].add(value)
        crowd = Counter((c.article, c.sentence, f) for c, f in zip(claims, self.families, strict=True))
        self.alone = [
            crowd[c.article, c.sentence, f] == 1 for c, f in zip(claims, self.families, strict=True)
        ]
        self.told = Told(claims, self.families, self.identities, days_of(claims, stories))
        length = {c.article: c.sentence + 1 for c in claims}  # claims come in the order of their articles
        # an article ends, for this, with its last sentence that states a value
        self.depth = [c.sentence / length[c.article] for c in claims]
        norms = {(c.article, c.sentence): self.weights.norm(c.context) for c in claims}
        self.norms = [norms[c.article, c.sentence] for c in claims]

    def keys(self) -> Iterator[Keys]:
        """What each claim is found by."""
        rows = zip(self.claims, self.around, self.identities, strict=True)
        for i, (claim, around, value) in enumerate(rows):
            when = self.told.day_of_month(i)
            yield keys(claim, around, self.weights, self._others(claim, value), when)

    def _others(self, claim: Claim, value: object) -> dict[object, float]:
        stated = self.stated[claim.article, claim.sentence]
        return {other: bits for other, bits in stated.items() if other != value}

    def pair(self, i: int, j: int) -> Pair:
        """Two claims with the evidence that stands in their own sentences and articles."""
        left, right = self.claims[i], self.claims[j]
        a, b, bits = self.around[i], self.around[j], self.weights.bits
        akin = sum(row[0] for row in a.akin(b))
        near = a.shared(b) + akin
        both = sorted(left.context & right.context)
        norm = self.norms[i] * self.norms[j]
        ratio, (figures, base) = a.ratio(b, near), self._shared_values(i, j)
        agrees = self.identities[i] == self.identities[j] or _compatible(left, right)
        stated = "none" if agrees else self._stated_too(i, j)
        head_bits = self.weights(left.subject) if left.subject else 0.0
        choices = max(len(self.choices[c.article, self.families[i], c.subject]) for c in (left, right))
        one_thing = left.subject == right.subject and head_bits >= TELLING_HEAD
        common = Shared(
            self.told.tenses(i, j),
            self.told.choices(i, j),
            self.told.all_choices(i, j),
            ratio,
            figures,
            base,
            stated == "nowhere",
            choices if one_thing else 0,
        )
        cosine = sum(bits[w] ** 2 for w in both) / norm if norm else 0.0
        return Pair(
            left,
            right,
            near=near,
            ratio=ratio,
            akin=akin,
            head_bits=head_bits,
            rest=sum(bits[w] for w in both if w not in a.words and w not in b.words),
            shared_values=figures,
            options=() if stated == BESIDE else options(left, right, common),
            both_known=stated in ("one", "both") and common.tenses == {AHEAD},
            cosine=cosine,
            repeated=stated not in ("none", BESIDE)
            and left.mention.kind in REPEATABLE
            and cosine >= LIKE_SENTENCES
            and (figures >= PLAIN_NUMBER[0] or not isinstance(left.mention.value, Age))
            and repeated(left, right),
            stated=stated,
            depth=abs(self.depth[i] - self.depth[j]),
            lie=self.told.lie(i, j),
            alone=self.alone[i] and self.alone[j],
            choices=choices,
            agrees=agrees,
        )

    def _stated_too(self, i: int, j: int) -> str:
        """Where the value of one claim stands in the article of the other: beside it, elsewhere, nowhere."""
        ends = ((self.identities[i], self.claims[j]), (self.identities[j], self.claims[i]))
        if any(value in self.stated[other.article, other.sentence] for value, other in ends):
            return BESIDE
        found = sum(value in self.anywhere[other.article] for value, other in ends)
        return ("nowhere", "one", "both")[found]

    def _shared_values(self, i: int, j: int) -> tuple[float, float]:
        """Bits of the other values that two claims' sentences both state, and of those in their unit."""
        left, right = self.claims[i], self.claims[j]
        mine, other = self.stated[left.article, left.sentence], self.stated[right.article, right.sentence]
        if mine.keys().isdisjoint(other):
            return 0.0, 0.0
        own, unit = (self.identities[i], self.identities[j]), _unit(self.identities[i])
        shared = [(bits, _unit(v) == unit) for v, bits in mine.items() if v in other and v not in own]
        like = sorted(bits for bits, same in shared if same and unit is not None)
        return sum(sorted(bits for bits, _ in shared)), sum(like)


def _unit(value: object) -> object:
    """The unit of an amount's identity, None where it has none."""
    return value[2] if isinstance(value, tuple) and value[0] == "quantity" else None


@frozen(slots=True)
class Least:
    """The match weights below which pairs are of no use: of claims that agree, and of others."""

    agreeing: float
    other: float

    def reached(self, pair: Pair) -> bool:
        """Whether a pair whose standing in its two articles is known can still have such a weight."""
        least = (self.agreeing if pair.agrees else self.other) - ROUNDING
        if schema_bits(schema(pair)) >= least:
            return True
        kind = group(pair)
        bits = prior(pair) + pair.context
        if bits + _most_standing(kind) < least:
            return False
        known = sum([bits for _, _, bits in _parts(pair, kind, "within")])
        return bits + known + _most(ACROSS, kind) >= least


BESIDE = "beside"
REPEATABLE = frozenset(("date", "quantity", "duration", "age", "ordinal"))
LIKE_SENTENCES = 0.4  # likeness of two sentences from which they can be one told twice
# Schemas that nearly always weigh enough without a floor, so that none can be counted: of one fact are
# eleven of the eleven labelled days of another month (cases and short texts), and the four dates
# and amounts told twice in published texts.
SET_BITS = {REPEATED: 1.0, OTHER_MONTH: 1.0}
FROM_BITS = {"backed": -4.0}  # the weight below which a schema makes two statements no one fact
NOTHING_BITS = -1.0  # the most that two dates weigh whose sentences share nothing
ROUNDING = 1e-6  # bits by which a sum may be off
Row = tuple[int, int, tuple[Any, ...]]  # a pair without its claims: their numbers, the other fields
FIELDS = tuple(f.name for f in fields(Pair) if f.name not in ("left", "right"))
fields_of = attrgetter(*FIELDS)


@frozen(slots=True)
class Met:
    """The candidate pairs of one article: those of use whole, of all what others must know of them."""

    rows: list[Row]
    lefts: "array[int]"
    rights: "array[int]"
    contexts: "array[float]"
    agreeing: "array[int]"


@frozen(slots=True)
class Matching:
    """All that the pairs of any two articles are found and weighed by."""

    corpus: Corpus
    shelves: Shelves
    stories: Stories
    least: Least | None

    def met(self, one: int, others: Iterable[Meeting]) -> Met:
        """The candidate pairs of an article with those behind it that it meets."""
        ends: list[tuple[int, int]] = []
        found: list[Pair] = []
        for other in others:
            likeness = self.stories.likeness(one, other[0])
            for i, j in self.shelves.candidates(one, other):
                pair = self.corpus.pair(i, j)
                pair.likeness = likeness
                pair.parts = _parts(pair, group(pair), "context")
                pair.context = sum([bits for _, _, bits in pair.parts])
                ends.append((i, j))
                found.append(pair)
        compete_within(found)
        kept = [
            (i, j, fields_of(pair))
            for (i, j), pair in zip(ends, found, strict=True)
            if self.least is None or self.least.reached(pair)
        ]
        return Met(
            kept,
            array("l", [i for i, _ in ends]),
            array("l", [j for _, j in ends]),
            array("d", [pair.context for pair in found]),
            array("b", [pair.agrees for pair in found]),
        )


def _met(matching: Matching, item: tuple[int, list[Meeting]]) -> Met:
    return matching.met(*item)


def pairs(
    claims: Sequence[Claim], stories: Stories, *, least: Least | None = None, jobs: int = 1
) -> list[Pair]:
    """Candidate pairs with all that their evidence needs, in canonical order.

    With `least` those are left out that cannot have such a match weight. The work is done in
    so many processes (0: one for each core), which changes nothing else.
    """
    corpus = Corpus(claims, stories)
    shelves = Shelves(claims, corpus.keys())
    matching = Matching(corpus, shelves, stories, least)
    met = list(mapped_with(matching, _met, shelves.meetings(stories), jobs))
    rows = sorted((row for one in met for row in one.rows), key=lambda row: row[:2])
    found = [Pair(claims[i], claims[j], *values) for i, j, values in rows]
    compete_across(found, _known(claims, met, found))
    return found


def _known(claims: Sequence[Claim], met: Iterable[Met], found: Sequence[Pair]) -> Iterator[Pair]:
    """The pairs that can back one of those found: they share a claim with it, and agree or fit as well."""
    wanted = {id(claim) for pair in found for claim in (pair.left, pair.right)}
    least = min((pair.context for pair in found), default=0.0) - MARGIN
    for one in met:
        for i, j, context, agrees in zip(one.lefts, one.rights, one.contexts, one.agreeing, strict=True):
            left, right = claims[i], claims[j]
            if (agrees or context >= least) and (id(left) in wanted or id(right) in wanted):
                yield Pair(left, right, context=context, agrees=bool(agrees))


def agree(pair: Pair) -> bool:
    """Whether both claims state one value: the same, or one inside the other ("1962", "August 1962")."""
    return identity(pair.left) == identity(pair.right) or _compatible(pair.left, pair.right)


def _compatible(left: Claim, right: Claim) -> bool:
    """Whether of two values that are not written alike one is, or lies inside, the other."""
    for claim in (left, right):
        value = claim.mention.value
        if isinstance(value, Moment) and value.relative:
            return False
        if isinstance(value, Quantity) and value.point is None:
            return False
    if not _told_alike(left.mention.value, right.mention.value):
        return False
    return relation(left, right) in (Relation.EQUAL, Relation.COMPATIBLE)


def _told_alike(a: object, b: object) -> bool:
    """Whether two dates share a part of the calendar: "Feb. 3" fits "1928", and states it in no way."""
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return True
    parts = zip((a.stated_year, *a.month_day), (b.stated_year, *b.month_day), strict=True)
    return any(mine == other is not None for mine, other in parts)


def group(pair: Pair) -> str:
    """The kind of value by which evidence weighs differently: count, measure, date, weekday, age or other."""
    kind, _, dimension = family(pair.left).partition("/")
    if kind == "quantity":
        return "count" if dimension == "count" else "measure"
    values = (pair.left.mention.value, pair.right.mention.value)
    if all(isinstance(value, Moment) and value.relative for value in values):
        return "weekday"  # "on Friday", "yesterday"
    return kind if kind in ("date", "age") else "other"


LOOKS = {
    "context": CONTEXT,
    "standing": STANDING,
    "within": tuple(row for row in STANDING if row[0] != ACROSS),  # what pairs of two articles tell
}


def _parts(pair: Pair, kind: str, which: str) -> tuple[Part, ...]:
    return tuple([levels[look(pair)] for look, levels in _rows(which, kind)])


class _Levels(dict[str, Part]):
    """The parts that a kind of evidence can have, by level; each is one object for all pairs."""

    def __init__(self, name: str, kind: str) -> None:
        self.name = name
        self.bits = weights(name, kind)

    def __missing__(self, level: str) -> Part:
        self[level] = part = (self.name, level, self.bits.get(level, 0.0))
        return part


@cache
def _rows(which: str, kind: str) -> tuple[tuple[Callable[[Pair], str], _Levels], ...]:
    return tuple((look, _Levels(name, kind)) for name, look in LOOKS[which])


@cache
def _most(name: str, kind: str) -> float:
    """The most bits that a kind of evidence can add."""
    return max(0.0, *weights(name, kind).values(), 0.0)


@cache
def _most_standing(kind: str) -> float:
    return sum(_most(name, kind) for name, _ in STANDING)


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
    """The match weight of a pair in bits, prior included, and its parts as (evidence, level, bits).

    Two dates with nothing in common beside them are not held to be of one event, however their
    parts agree; nor are two to come of which one article knows both: a match that was moved.
    """
    parts = (*pair.parts, *_parts(pair, group(pair), "standing"))
    bits = prior(pair) + sum(bits for _, _, bits in parts)
    level = schema(pair)
    if bits > NOTHING_BITS and pair.both_known:
        return NOTHING_BITS, (*parts, ("shared", "both known", NOTHING_BITS - bits))
    if bits > NOTHING_BITS and not pair.agrees and level != OTHER_MONTH and nothing_shared(pair):
        return NOTHING_BITS, (*parts, ("shared", "nothing", NOTHING_BITS - bits))
    least = schema_bits(level, bits)
    return (least, (*parts, ("schema", level, least - bits))) if least > bits else (bits, parts)


def schema_bits(level: str, bits: float = 0.0) -> float:
    """The weight that a pair has at least that fits a schema (`bits`: its own); minus infinity for none."""
    if bits < FROM_BITS.get(level, -inf):
        return -inf
    if level in SET_BITS:
        return SET_BITS[level]
    least: float = table("match_weights")["schema"]["least"].get(level, -inf)
    return least
