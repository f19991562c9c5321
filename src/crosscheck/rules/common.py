"""What several rules share: sides, reasons, how a claim is named."""

import math
from collections.abc import Sequence

from attrs import evolve

from crosscheck.lexicon import table
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Instant, Post, Relation


def probability(bits: float) -> float:
    """The probability that belongs to log-odds in bits."""
    return 1.0 / (1.0 + math.exp2(-max(-60.0, min(60.0, bits))))


UNLABELLED_BITS = 1.0


def confidence(bits: float) -> float:
    """The probability that a careful editor would agree with a clash of this match weight.

    The fit takes every clash in texts as published for no discrepancy; read by eye, about
    half of those that weigh most are real ones that nobody has labelled, which is one bit.
    """
    return probability(bits + UNLABELLED_BITS)


def settled(code: str) -> float:
    """The confidence of a rule that weighs no evidence in bits, fitted by `benchmarks/reliability.py`."""
    value: float = table("confidence")[code]
    return value


def related(left: Claim, right: Claim) -> Relation:
    """How two claims' values stand to each other; incomparable where they have no relation."""
    a, b = left.mention.value, right.mention.value
    if type(a) is not type(b) or not hasattr(a, "relation"):
        return Relation.INCOMPARABLE
    found: Relation = a.relation(b)  # type: ignore[arg-type]
    return found


def sides(claims: Sequence[Claim]) -> list[tuple[Claim, str | None]]:
    """Which claims agree: a letter for each side, None for a claim that fits several.

    The most exact claims come first; a claim joins the one side with all of whose members
    it can be true, opens a new side where there is none, and belongs to none where it fits several.
    """
    out: dict[int, str | None] = {}
    open_sides: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (width(c), c.where)):
        fits = [
            i for i, side in enumerate(open_sides)
            if all(related(claim, other) in (Relation.EQUAL, Relation.COMPATIBLE) for other in side)
        ]  # fmt: skip
        if not fits:
            open_sides.append([claim])
            out[id(claim)] = chr(ord("a") + min(len(open_sides) - 1, 25))
        elif len(fits) == 1:
            open_sides[fits[0]].append(claim)
            out[id(claim)] = chr(ord("a") + min(fits[0], 25))
        else:
            out[id(claim)] = None
    return [(claim, out[id(claim)]) for claim in claims]


def torn(group: Group, link: Link) -> bool:
    """Whether one article of the group states both values of a clash: then they are of two things.

    Only claims that clash with each other count as two values; a bound or a rounded
    figure that fits both says nothing.
    """
    agree = (Relation.EQUAL, Relation.COMPATIBLE)
    held: dict[int, set[str]] = {}
    for claim in group.claims:
        fits = [
            name for name, end in (("left", link.left), ("right", link.right)) if related(claim, end) in agree
        ]
        if len(fits) == 1:
            held.setdefault(claim.article, set()).update(fits)
    return any(len(sides_held) > 1 for sides_held in held.values())


def width(claim: Claim) -> float:
    """How much a value leaves open, in its own unit: 0 for a point, infinity for an open end."""
    value = claim.mention.value
    if isinstance(value, Instant):
        return float(value.minutes)
    bounds = getattr(value, "bounds", None)
    if bounds is None:
        return 0.0
    low, high, _ = bounds()
    return float("inf") if low is None or high is None else float(high - low)


def shorten(
    claims: Sequence[tuple[Claim, str | None]], most: int = 12
) -> tuple[tuple[Claim, str | None], ...]:
    """At most `most` claims, every side kept, those of other articles first."""
    if len(claims) <= most:
        return tuple(claims)
    seen: set[tuple[int, str | None]] = set()
    first: list[tuple[Claim, str | None]] = []
    rest: list[tuple[Claim, str | None]] = []
    for claim, side in claims:
        key = (claim.article, side)
        (rest if key in seen or side is None else first).append((claim, side))
        seen.add(key)
    kept = (first + rest)[:most]
    return tuple(sorted(kept, key=lambda pair: pair[0].where))


def over_role(claim: Claim, post: Post) -> Claim:
    """The claim with its span on a role of its name, and on the name too where that follows directly."""
    return evolve(claim, mention=evolve(claim.mention, start=post.start, end=post.end, text=post.text))


def said(claim: Claim) -> str:
    """The value as the article words it, in quotation marks."""
    return f"“{claim.mention.text}”"
