"""Two figures that have changed places between two articles: "64 held, 19 hurt" and "19 held, 64 hurt".

Both articles state the same two figures side by side, so the facts are the same two; which figure is
whose is told by the words of its part of the sentence. They have changed places where the words
of each figure are found with the other one, and with none of its own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import Final

from crosscheck.align.blocking import family
from crosscheck.align.scoring import identity, relation, telling
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import SYNONYM, WIDER
from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import STOP, canonical, rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Quantity, Relation

MOST: Final = 8  # figures of one kind in a sentence; more are a table
RECENT: Final = 40  # mentions of the same two figures that a further one is held against
LEAST_TELLING: Final = 9.0  # bits of two figures that meet by chance hardly ever
LEAST_SHARED: Final = 8.0  # bits of the words that the figures have exchanged
LEAST_SIDE: Final = 1.0  # of these, bits on each side
LEAST_RARE: Final = 5.0  # rarity from which a word's sense is looked at
WEIGHT: Final = 4.0  # bits
CLOSE: Final = 6  # tokens between two figures of which one tells how the other was
AFTER: Final = frozenset(("from", "after"))
LOOSE: Final = frozenset(table("modality")["loose"]["words"])
STRONG: Final = wordset("tellings", "parts", "strong")
JOINING: Final = wordset("tellings", "parts", "joining")
WEAK: Final = wordset("tellings", "parts", "weak")

Two = tuple[Claim, Claim]


def exchanged_figures(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """One group of kind "figures" for two figures that one article gives the other way round.

    `claims` are those of a corpus in canonical order. The links tie each figure to the one that the
    other article has in its place.
    """
    seen: dict[tuple[str, object, object], list[Two]] = defaultdict(list)
    for article, own in groupby(claims, key=lambda c: c.article):
        for key, here in _side_by_side(list(own)):
            for there in seen[key][-RECENT:]:
                if there[0].article == article or not stories.likeness(there[0].article, article):
                    continue
                if _turned(there, here):
                    links = (Link(there[0], here[1], WEIGHT), Link(there[1], here[0], WEIGHT))
                    yield Group("figures", (*there, *here), links)
                    break
            seen[key].append(here)


def _side_by_side(claims: Sequence[Claim]) -> Iterator[tuple[tuple[str, object, object], Two]]:
    """Two figures of one kind in one sentence or in two that follow each other, by their values."""
    sentences: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Quantity) and value.exact and claim.wording is not None:
            sentences[claim.sentence, family(claim)].append(claim)
    for (number, kind), own in sentences.items():
        following = sentences.get((number + 1, kind), [])
        if len(own) > MOST or len(following) > MOST:
            continue
        for pair in (*combinations(own, 2), *((a, b) for a in own for b in following)):
            if relation(*pair) is Relation.DISJOINT:
                one, two = sorted(pair, key=lambda c: repr(identity(c)))
                values = identity(one), identity(two)
                if sum(map(telling, values)) >= LEAST_TELLING:
                    yield (kind, *values), (one, two)


def _turned(there: Two, here: Two) -> bool:
    """Whether one article has two figures the other way round: "up to 9 from 7" and "7, after 9".

    Which of them was so before decides where both articles tell it, else the words of each.
    """
    before = _before(there), _before(here)
    return _exchanged(there, here) if None in before else before[0] != before[1]


def _before(two: Two) -> int | None:
    """Which of two figures of a sentence is the earlier one, by the words between them; None for unknown."""
    one, other = sorted(two, key=lambda c: c.where)
    if one.sentence != other.sentence or one.wording is None:
        return None
    between = [w for w in one.wording.lower[one.at[1] : other.at[0]] if w not in LOOSE]
    if not 0 < len(between) <= CLOSE:
        return None
    if between == ["("] or between[-1] in AFTER or between[-2:] == ["compared", "with"]:
        return two.index(other)
    return two.index(one) if between[-1] == "to" and one.before[:1] == ("from",) else None


def _exchanged(there: Two, here: Two) -> bool:
    """Whether the words of each of two figures stand with the other one in the other article."""
    (a, b), (c, d) = _parts(there), _parts(here)
    if _shared(a, c) or _shared(b, d):
        return False
    sides = _shared(a, d), _shared(b, c)
    return min(sides) >= LEAST_SIDE and sum(sides) >= LEAST_SHARED


def _parts(two: Two) -> tuple[Mapping[str, float], Mapping[str, float]]:
    one, other = two
    if one.sentence != other.sentence:
        return _part(one, ()), _part(other, ())
    return _part(one, (other,)), _part(other, (one,))


def _part(claim: Claim, others: Sequence[Claim]) -> Mapping[str, float]:
    """The telling words, with their bits, of that part of a sentence that belongs to a figure."""
    if claim.wording is None:
        return {}
    lower = claim.wording.lower
    first, stop = 0, len(lower)
    for other in others:
        if other.at[0] >= claim.at[1]:
            stop = _cut(lower, claim.at[1], other.at[0])
        elif other.at[1] <= claim.at[0]:
            first = _cut(lower, other.at[1], claim.at[0])
    found = {}
    for i in (*range(first, claim.at[0]), *range(claim.at[1], stop)):
        word = lower[i]
        if word.isalpha() and len(word) > 2 and word not in STOP:
            found[canonical(word)] = rarity(canonical(word))
    return found


def _cut(lower: Sequence[str], first: int, stop: int) -> int:
    """Where of the tokens between two figures the part of the second begins."""
    for marks in (STRONG, JOINING, WEAK):
        found = [i for i in range(first, stop) if lower[i] in marks]
        if found:
            return found[-1]
    return stop


def _shared(mine: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Bits of the words of two parts that are the same or can name one thing."""
    bits = sum([min(mine[word], other[word]) for word in sorted(mine.keys() & other.keys())])
    for word in sorted(mine.keys() - other.keys()):
        for twin in sorted(other.keys() - mine.keys()):
            if min(mine[word], other[twin]) >= LEAST_RARE:
                alike = {"synonym": SYNONYM, "wider": WIDER}.get(likeness(word, twin), 0.0)
                bits += alike * min(mine[word], other[twin])
    return bits
