"""Shares, levels and changes: as words state them in per cent, and as they follow from two figures."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from attrs import frozen

from crosscheck.model import Claim
from crosscheck.reading.bands import Band, band, point, priced, share
from crosscheck.reading.passages import Figure, kind, passages
from crosscheck.reading.phrases import matches, words
from crosscheck.values import Quantity
from crosscheck.values.relations import EXACT

LEAST_WHOLE: Final = 8  # of fewer, shares are not told in per cent
UNSAID: Final = frozenset(("negated", "hypothetical"))
BEFORE: Final = 6  # tokens before a percentage among which the words stand that tell what it is of
NOUN: Final = 3  # tokens behind it among which "rise" or "cut" is said of it
TYING: Final = frozenset("of in on at to for by from with and or but that , . ; : ( )".split())
FAR: Final = 12  # the same for "by 12 per cent"
OPENING: Final = 16  # tokens back to the "Of the ..." of its clause
BREAKS: Final = frozenset((",", ";", ":", ".", "(", "while", "whereas", "but", "and"))


@frozen(slots=True, eq=False)
class Told:
    """A percentage as an article states it, as a part of one.

    `of` is "share", "level" (of a capacity) or "change"; `way` is 1 up, -1 down, 0 neither.
    """

    claim: Claim
    of: str
    way: int
    value: Band


@frozen(slots=True, eq=False)
class Ratio:
    """What follows from two figures: the share of `part` in `whole`, or the change from `whole` to `part`.

    `slips` are what comes out of them by slips of reckoning (see `slip`).
    """

    part: Claim
    whole: Claim
    of: str
    way: int
    value: Band
    slips: tuple[tuple[str, Band], ...] = ()


def percentage(claim: Claim) -> Band | None:
    """What a claim states in per cent or as a fraction, as a part of one; None for bounds and others."""
    letter, value = kind(claim), claim.mention.value
    if letter not in ("p", "f") or not isinstance(value, Quantity) or value.low is None or value.high is None:
        return None
    found = share(Figure(claim, letter))
    return found if found.usable else None


def told(claim: Claim) -> Told | None:
    """An exact percentage with what it is of; None where the words beside it do not tell."""
    if kind(claim) != "p" or claim.wording is None or claim.modality in UNSAID:
        return None
    value, found = percentage(claim), _meant(claim.wording.lower, *claim.at)
    number = claim.mention.value
    if value is None or found is None or not isinstance(number, Quantity) or number.low != number.high:
        return None
    return Told(claim, *found, value)


def _meant(lower: Sequence[str], first: int, stop: int) -> tuple[str, int] | None:
    """What the percentage of tokens `first` to `stop` is of, and which way it goes."""
    tied = lower[first - 1 : first] == ("by",)
    before, behind = lower[max(0, first - (FAR if tied else BEFORE)) : first], lower[stop : stop + 5]
    if not words("level").isdisjoint((*behind[:4], *before[-2:])):
        return "level", 0
    for cues, way in ((words("higher") | words("above"), 1), (words("lower") | words("below"), -1)):
        if cues & set(behind[:1]):
            return "change", way
    noun = next((word for word in behind[:NOUN] if word in words("higher") | words("lower") | TYING), "")
    if noun not in TYING | {""}:
        return "change", 1 if noun in words("higher") else -1  # "a 12 per cent pay rise"
    if behind[:1] == ("of",):
        return None if tied else ("share", 0)
    clause = max((i for i, word in enumerate(before) if word in BREAKS), default=-1)
    for word in reversed(before[clause + 1 :]):
        if word in words("up") | words("higher") | words("gained"):
            return "change", 1
        if word in words("down") | words("lower") | words("lost"):
            return "change", -1
    if tied:
        return "change", 0
    opened = lower[max(0, first - OPENING) : first]
    parts = [i for i, w in enumerate(opened) if w == "of" and (i == 0 or opened[i - 1] in BREAKS)]
    shared = parts and "," in opened[parts[-1] :]
    return ("share", 0) if shared or not words("share").isdisjoint((*before, *behind)) else None


def ratios(claims: Sequence[Claim]) -> Iterator[Ratio]:
    """What follows from the pairs of figures of one article, by the phrases of the table "ratio"."""
    seen: set[tuple[int, int]] = set()
    for passage in chain(passages(claims), passages(claims, 2)):
        for match in matches("ratio", passage):
            part, whole = match["part"], match["whole"]
            key = part.claim.mention.start, whole.claim.mention.start
            found = None if key in seen else follows(match.phrase.options["of"], part, whole)
            seen.add(key)
            if found is not None:
                yield found


def follows(of: str, part: Figure, whole: Figure) -> Ratio | None:
    """The share, level or change that follows from two exact figures; None where none does."""
    a, b = part.quantity, whole.quantity
    if (a.dimension != b.dimension and None not in (a.unit, b.unit)) or not a.exact or not b.exact:
        return None
    mine, other = _bands(part, whole)
    if mine.low <= 0 or other.low <= 0 or {part.claim.modality, whole.claim.modality} & UNSAID:
        return None
    if of != "change":
        outside = of == "share" and (mine.high > other.low or other.low < LEAST_WHOLE)
        return None if outside else _ratio(of, 0, part, whole, mine.over(other), (mine, other))
    if not mine.apart(other):
        return None
    way = 1 if mine.low > other.high else -1
    return _ratio(of, way, part, whole, (mine - other).magnitude().over(other), (mine, other))


def _ratio(of: str, way: int, part: Figure, whole: Figure, value: Band, bands: tuple[Band, Band]) -> Ratio:
    return Ratio(part.claim, whole.claim, of, way, value, tuple(_slips(of, value, *bands)))


def _bands(part: Figure, whole: Figure) -> tuple[Band, Band]:
    """What two figures may mean; one without a unit is in the other's, prices in whole units are exact."""
    both = []
    for figure, other in ((part, whole), (whole, part)):
        found, factor = band(priced(figure)), other.quantity.factor
        if figure.quantity.unit is None and factor != 1:
            found = Band(EXACT.multiply(found.low, factor), EXACT.multiply(found.high, factor))
        both.append(found)
    return both[0], both[1]


def _slips(of: str, value: Band, mine: Band, other: Band) -> Iterator[tuple[str, Band]]:
    """What comes of two figures by a slip of reckoning, each under the name of the slip."""
    if of == "level":
        yield "excess", value - point(1)
    elif of == "change":
        yield "base", (mine - other).magnitude().over(mine)
        yield "multiple", mine.over(other)


def slip(stated: Told, ratio: Ratio) -> str | None:
    """By which slip of reckoning a stated percentage can have come from two figures; None for none.

    "base": a change as a part of the newer figure; "multiple": the newer figure as a part of the older;
    "excess": what is above the capacity; "count": the part itself. What is left of a whole is no slip:
    it is the share of something else ("40 per cent were women", "5,400 of the 9,000 were men").
    """
    number, part = stated.claim.mention.value, ratio.part.mention.value
    if ratio.of == "share" and isinstance(number, Quantity) and isinstance(part, Quantity):
        return "count" if number.low == part.low else None
    return next((name for name, found in ratio.slips if not found.apart(stated.value)), None)
