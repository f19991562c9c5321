"""A percentage of one article against the two figures of another from which it follows.

"The catch was up 38 per cent" and "340,000 tonnes from 210,000" are statements of one fact where the
words say so: what they share beside the figures, weighed by how telling it is among the articles at hand.
A slip of reckoning is strong evidence besides: where a percentage is exactly what the two figures give
on the wrong base, or the count itself, less of the words need be the same. Days, years and the
other percentages of either article must not speak against it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeVar

from attrs import frozen

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import LEAST_MEANT, SYNONYM, WIDER, Weights
from crosscheck.lexicon import wordset
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import STOP, canonical, rarity, stem
from crosscheck.model import Claim, Group, Link, Wording
from crosscheck.reading.bands import Band
from crosscheck.reading.ratios import Ratio, Told, percentage, ratios, slip, told

MOST: Final = 40  # percentages, and pairs of figures, that an article in sentences states
NUMBER_BITS: Final = (1.0, 4.5, 7.0)  # of a number that both sentences tell besides, by its digits
LEAST: Final = 4.0  # bits that speak for one fact beside a slip of reckoning
LEAST_WORD: Final = 2.0  # bits of one word that both have, no name and no date
SEASON: Final = 60  # days between two articles of one piece of news
EARLIER: Final = frozenset("from than with against after".split())  # "up from 31 per cent"
YEAR: Final = 4  # digits

Statement = TypeVar("Statement", Told, Ratio)


@frozen(slots=True)
class _Words:
    """What the sentences of a statement say beside its own figures.

    `plain` are their lower-case words, `content` the telling ones among them with their canonical
    form, `small` the forms of those without a capital, `numbers` the other figures.
    """

    plain: frozenset[str]
    content: Mapping[str, str]
    small: frozenset[str]
    numbers: frozenset[str]
    months: frozenset[str]

    @property
    def dates(self) -> tuple[frozenset[str], ...]:
        """The months, days of the week and years that are told."""
        years = frozenset(w for w in self.numbers if len(w) == YEAR and w[:2] in ("19", "20"))
        return self.months, self.plain & _class("days"), years


def ratio_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """One group of kind "share", "level" or "change" for a percentage that two figures elsewhere exclude.

    `claims` are those of a corpus in canonical order. A group's claims are the percentage, the part (or
    the newer figure) and the whole (or the older one); its `subject` is the slip, if there is one.
    """
    own = {number: tuple(some) for number, some in groupby(claims, key=lambda c: c.article)}
    stated = {n: _few([t for c in some if (t := told(c)) and not _earlier(c)]) for n, some in own.items()}
    near = {n: stories.related(n) for n, some in stated.items() if some}
    wanted = sorted({other for some in near.values() for other in some} & own.keys())
    worked = {n: _few(list(ratios(own[n]))) for n in wanted}
    if not any(worked.values()):
        return
    weigher = _Weigher(claims, own)
    for n, others in near.items():
        told_there = [worked.get(o, ()) for o in others if stories.likeness(n, o) >= ONE_STORY]
        for one in stated[n]:
            found = [row for some in told_there for ratio in some if (row := weigher.slipped(one, ratio))]
            if found:
                yield max(found, key=lambda row: row[0])[1]
        yield from weigher.turnouts(stated[n], told_there)


class _Weigher:
    """Weighs percentages against pairs of figures by the words of their sentences."""

    def __init__(self, claims: Sequence[Claim], own: Mapping[int, tuple[Claim, ...]]) -> None:
        self.weights = Weights(claims)
        self.own = own
        self.known: dict[int, list[Band]] = {}

    def slipped(self, stated: Told, ratio: Ratio) -> tuple[float, Group] | None:
        """The bits and the group of a percentage that a slip makes of two figures; None for none."""
        if (stated.of, stated.way or ratio.way) != (ratio.of, ratio.way):
            return None
        reason = slip(stated, ratio) if stated.value.apart(ratio.value) else None
        if reason is None or self._stated(stated, ratio):
            return None
        here, there = _words([stated.claim]), _words([ratio.part, ratio.whole])
        bits, reasons = self._evidence(here, there)
        if not reasons or _of_other_days(stated.claim, ratio.part, here, there):
            return None
        return bits, _group(stated, ratio, bits, reasons, reason)

    def turnouts(self, stated: Sequence[Told], told_there: Sequence[Sequence[Ratio]]) -> Iterator[Group]:
        """The group of the one turnout that an article states and the one that another's figures give."""
        mine = [one for one in stated if one.of == "share" and _turnout(_words([one.claim]), "turnout")]
        if len(mine) != 1:
            return
        one, here = mine[0], _words([mine[0].claim])
        for some in told_there:
            found = [r for r in some if r.of == "share" and _turnout(_words([r.part, r.whole]))]
            if len(found) != 1 or not one.value.apart(found[0].value) or self._stated(one, found[0]):
                continue
            there = _words([found[0].part, found[0].whole])
            if not _of_other_days(one.claim, found[0].part, here, there):
                yield _group(one, found[0], LEAST, ("both tell how many of those who could vote did",))
                return

    def _stated(self, stated: Told, ratio: Ratio) -> bool:
        """Whether the article of one of the two states what follows from the other as well."""
        return self._told(stated.claim, ratio.value) or self._told(ratio.part, stated.value)

    def _told(self, claim: Claim, value: Band) -> bool:
        """Whether the article of a claim states a percentage that can be this one."""
        if claim.article not in self.known:
            some = (percentage(c) for c in self.own[claim.article])
            self.known[claim.article] = list({found for found in some if found is not None})
        return any(not found.apart(value) for found in self.known[claim.article])

    def _evidence(self, here: _Words, there: _Words) -> tuple[float, tuple[str, ...]]:
        """The bits that speak for one fact, and why; no reason where they are too few."""
        same, akin = self._shared(here, there)
        numbers = sorted(here.numbers & there.numbers)
        bits = sum((*same.values(), *akin.values())) + sum(
            NUMBER_BITS[min(len(n), len(NUMBER_BITS)) - 1] for n in numbers
        )
        listed = ", ".join([*(f"“{word}”" for word in (*same, *akin)), *numbers])
        reasons = (f"both tell of {listed}",) if listed else ()
        small = here.small | there.small
        plain = [
            bits for word, bits in same.items() if not small.isdisjoint((here.content[word], stem(word)))
        ]
        telling = numbers or max(plain, default=0.0) >= LEAST_WORD
        return bits, reasons if telling and bits >= LEAST else ()

    def _shared(self, here: _Words, there: _Words) -> tuple[dict[str, float], dict[str, float]]:
        """The words here that are there too, and those of which one of their sense is, with their bits."""
        forms = set(there.content.values()), {stem(word) for word in there.content}
        same: dict[str, float] = {}
        akin: dict[str, float] = {}
        for word, form in here.content.items():
            bits = min(self.weights(form), self.weights(word))
            if form in forms[0] or stem(word) in forms[1]:
                same[word] = bits
            elif share := max((_sense(form, twin) for twin in forms[0]), default=0.0):
                akin[word] = share * bits
        return same, akin


def _few(found: list[Statement]) -> list[Statement]:
    """What an article states, none where it is so much that it is a table."""
    return found if len(found) <= MOST else []


def _sense(word: str, twin: str) -> float:
    """The part of a word's bits that another one of its sense has."""
    if min(rarity(word), rarity(twin)) < LEAST_MEANT:
        return 0.0
    return {"synonym": SYNONYM, "wider": WIDER}.get(likeness(word, twin), 0.0)


def _words(claims: Sequence[Claim]) -> _Words:
    """What the sentences of claims say, their own figures left out."""
    plain: set[str] = set()
    months: set[str] = set()
    small: set[str] = set()
    for number, some in groupby(sorted(claims, key=lambda c: c.where), key=lambda c: c.sentence):
        wording = next(some).wording
        ends = [c.at for c in claims if c.sentence == number]
        if wording is None:
            continue
        lower = enumerate(wording.lower)
        plain.update(_bare(word) for i, word in lower if not any(a <= i < b for a, b in ends))
        large = [_capital(wording, at) for at in wording.starts]
        months |= {word for word, capital in zip(wording.lower, large, strict=True) if capital}
        small |= {_bare(word) for word, capital in zip(wording.lower, large, strict=True) if not capital}
    content = {w: canonical(w) for w in sorted(plain) if w.isalpha() and len(w) > 2 and w not in STOP}
    generic = _class("generic")
    return _Words(
        frozenset(plain),
        {word: form for word, form in content.items() if form not in generic and word not in generic},
        frozenset(form for word in small for form in (canonical(word), stem(word))),
        frozenset(word.rstrip("stndrh") for word in plain if word[:1].isdigit()),
        frozenset(months & _class("months")),
    )


def _capital(wording: Wording, at: int) -> bool:
    return wording.text[at - wording.start].isupper()


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _class(name: str) -> frozenset[str]:
    return wordset("figures", "ratios", name)


def _of_other_days(one: Claim, two: Claim, here: _Words, there: _Words) -> bool:
    """Whether two statements name days, months or years of which they share none, or are long apart."""
    a, b = one.as_of.day, two.as_of.day
    if a is not None and b is not None and abs((a - b).days) > SEASON:
        return True
    return any(x and y and x.isdisjoint(y) for x, y in zip(here.dates, there.dates, strict=True))


def _turnout(side: _Words, enough: str | None = None) -> bool:
    """Whether a sentence tells how many of those who could vote did; one word may be enough for it."""
    if not _class("sides").isdisjoint(side.plain):
        return False
    both = not (_class("entitled").isdisjoint(side.plain) or _class("ballots").isdisjoint(side.plain))
    return both or enough in side.plain


def _group(
    stated: Told, ratio: Ratio, bits: float, reasons: tuple[str, ...], slipped: str | None = None
) -> Group:
    ends = stated.claim, ratio.part, ratio.whole
    links = tuple(Link(stated.claim, end, bits, reasons) for end in ends[1:])
    return Group(ratio.of, ends, links, subject=(slipped,) if slipped else ())


def _earlier(claim: Claim) -> bool:
    """Whether a percentage is told as what was before: "up from 31 per cent"."""
    return not EARLIER.isdisjoint(claim.before[:1])
