"""Which statements of the sources bear out a draft's.

A name is borne out where the cast of the articles has it for the same person, body or place;
a quotation by a source's quotation that holds its words; every other value by a claim that is
linked to it and agrees (`groups.link`), or by the same value in another article of the story,
in surroundings that share the more words the less telling the value itself is.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from attrs import evolve

from crosscheck.align.blocking import family
from crosscheck.align.cast import KINDS, Cast
from crosscheck.align.draft.support import bears_out, letters
from crosscheck.align.groups import Links, dates_the_article, order
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Weights
from crosscheck.model import Claim
from crosscheck.values import Age, Duration, Instant, Moment, Name, Ordinal, Place, Quantity, Quotation

MOST = 5  # statements given as evidence for one tick
MOST_EQUAL = 400  # claims of one value that are looked at
LEAST_BITS = 10.0  # of value and shared words together
LEAST_LETTERS = 8  # of a quotation
BITS_A_DIGIT = 3.0  # of a figure, trailing zeros left out; small counts are common
SMALL_BITS = -1.5
MEASURED_BITS = 2.0  # a unit, currency or per cent sign beside the figure
LARGE, LARGE_BITS = 100_000, 2.0  # where a figure has so many of something
DAY_BITS, MONTH_BITS, YEAR_BITS, WEEKDAY_BITS = 9.0, 4.0, 5.0, 4.0


class Backing:
    """The sources' statements that bear out those of a draft (by its article number)."""

    def __init__(
        self,
        claims: Sequence[Claim],
        links: Links,
        stories: Stories,
        cast: Cast,
        texts: Sequence[str],
        draft: int,
    ) -> None:
        self.draft = draft
        self._texts = texts
        self.cast = cast
        self._related = frozenset(stories.related(draft))
        self._weights = Weights(claims)
        self._linked = _linked(links, draft)
        self._equal: dict[Hashable, list[Claim]] = defaultdict(list)
        self._named: dict[int, list[Claim]] = defaultdict(list)
        self._quoted: list[tuple[str, Claim]] = []
        for claim in claims:
            if claim.article != draft:
                self._keep(claim)

    def _keep(self, claim: Claim) -> None:
        """Put a source's claim where it is looked for."""
        value = claim.mention.value
        if isinstance(value, Name | Place):
            member = self.cast.of(claim)
            if member is not None:
                self._named[member].append(claim)
        elif isinstance(value, Quotation):
            self._quoted.append((letters(value.words), claim))
        elif claim.article in self._related and not dates_the_article(claim):
            for key, _ in meanings(claim):
                self._equal[key].append(claim)

    def of(self, claim: Claim) -> tuple[Claim, ...]:
        """The sources' claims that bear out a claim of the draft, one an article, in canonical order."""
        value = claim.mention.value
        if isinstance(value, Name | Place):
            found = list(self.namesakes(claim)) or list(self._written(claim))
        elif isinstance(value, Quotation):
            words = letters(value.words)
            long = len(words) >= LEAST_LETTERS
            found = [other for text, other in self._quoted if words in text] if long else []
        else:
            found = [*self._linked.get(id(claim), ()), *self._alike(claim)]
        first: dict[int, Claim] = {}
        for other in sorted(found, key=order):
            if other.article not in first and bears_out(other, claim):
                first[other.article] = other
        return tuple(first.values())

    def namesakes(self, claim: Claim) -> tuple[Claim, ...]:
        """The sources' claims that name the same person, body or place; none for other values."""
        member = self.cast.of(claim) if claim.mention.kind in KINDS else None
        return tuple(self._named.get(member, ())) if member is not None else ()

    def _written(self, claim: Claim) -> Iterator[Claim]:
        """Where a source has the very name, though it was not read as one there."""
        name = re.compile(rf"(?<!\w){re.escape(claim.mention.text)}(?!\w)")
        for number in sorted(self._related):
            if claim.mention.text[:1].isupper() and (at := name.search(self._texts[number])):
                yield evolve(
                    claim, article=number, mention=evolve(claim.mention, start=at.start(), end=at.end())
                )

    def _alike(self, claim: Claim) -> Iterator[Claim]:
        """Claims of the same value in surroundings that fit."""
        mine = self._weights.surroundings(claim)
        for key, bits in meanings(claim):
            for other in self._equal.get(key, ())[:MOST_EQUAL]:
                if counted_apart(claim, other):
                    continue
                shared = sum(
                    max(self._weights(word), mine.get(word, 0.0)) for word in claim.context & other.context
                )
                if bits + shared >= LEAST_BITS:
                    yield other


def _linked(links: Links, draft: int) -> dict[int, list[Claim]]:
    """The claims of sources by the claim of the draft that they are linked to and agree with."""
    linked: dict[int, list[Claim]] = defaultdict(list)
    for found in links.support:
        for mine, other in ((found.left, found.right), (found.right, found.left)):
            if mine.article == draft != other.article:
                linked[id(mine)].append(other)
    return linked


def counted_apart(one: Claim, two: Claim) -> bool:
    """Whether two counts are of things with different names."""
    return (
        family(one) == "quantity/count" and bool(one.subject and two.subject) and one.subject != two.subject
    )


def meanings(claim: Claim) -> Iterator[tuple[Hashable, float]]:
    """What a value says, as keys that equal values share, each with how telling it is in bits."""
    value = claim.mention.value
    match value:
        case Quantity():
            yield from _amount(value, family(claim))
        case Moment():
            yield from _day(value)
        case Duration():
            yield ("duration", value.low_days, value.high_days), 4.0
        case Age():
            yield ("age", value.low, value.high), 4.0
        case Ordinal():
            yield ("ordinal", value.rank), 2.0
        case Instant():
            yield ("time", value.earliest[-5:], value.latest[-5:]), 6.0


def _amount(value: Quantity, kind: str) -> Iterator[tuple[Hashable, float]]:
    point = value.point
    if point is None or not point.is_finite():
        ends = value.bounds()[:2]
        yield ("bound", kind, value.unit if kind == "quantity/money" else None, *ends), 3.0
        return
    digits = len("".join(map(str, point.normalize().as_tuple().digits)))
    measured = kind != "quantity/count" or value.unit == "percent"
    unit = value.unit if kind == "quantity/money" or value.unit == "percent" else None
    bits = BITS_A_DIGIT * digits + (MEASURED_BITS if measured else SMALL_BITS)
    bits += LARGE_BITS if abs(point) >= LARGE else 0.0
    yield ("amount", kind, unit, value.factor * point + value.offset), bits


def _day(value: Moment) -> Iterator[tuple[Hashable, float]]:
    month, day = value.month_day
    if month is not None and day is not None:
        yield ("day", month, day), DAY_BITS
    if value.earliest is not None and value.latest is not None:
        days = (value.latest - value.earliest).days
        bits = (
            WEEKDAY_BITS
            if value.relative
            else DAY_BITS
            if days == 0
            else MONTH_BITS
            if days < 40
            else YEAR_BITS
        )
        yield ("days", value.earliest, value.latest), bits
    if month is not None and day is None:
        yield ("month", month), MONTH_BITS
