"""An age in the headline ("Boy, 7", "dies at 91") against the one of the lead for somebody like that."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from crosscheck.lexicon import table, wordset
from crosscheck.model import Claim, Conflict
from crosscheck.rules.headlines.backing import Story, backed
from crosscheck.rules.headlines.telling import conflict
from crosscheck.values import Age

LEAD = 6  # sentences of the body that tell who it is
APART = 15  # years that a slip makes at most, where no noun tells how old somebody can be
BANDS = {"baby": (0, 5), "child": (0, 17), "teen": (10, 20), "grown": (15, 125), "old": (50, 125)}
CHILD = 18
DEAD = frozenset({"kill", "death"})


def unbacked_age(claim: Claim, story: Story) -> Iterator[Conflict]:
    """The age of the lead in the place of one of the headline that the body does not back."""
    if backed(claim, story) or sum(isinstance(c.mention.value, Age) for c in story.heads) > 1:
        return
    lead = [c for c in story.body if isinstance(c.mention.value, Age) and c.sentence <= claim.sentence + LEAD]
    like = [c for c in lead if c.zone in ("body", "dateline") and _alike(claim, c)]
    if like and all(_years(c) == _years(like[0]) for c in like):
        who = _noun(claim) or "person"
        yield conflict(
            claim, like[0], f"the body has the headline's age nowhere, and this one of the {who}", 0.75
        )


def _years(claim: Claim) -> tuple[Decimal, Decimal]:
    value = claim.mention.value
    return (value.low, value.high) if isinstance(value, Age) else (Decimal(0), Decimal(0))


def _alike(claim: Claim, rival: Claim) -> bool:
    """Whether the age of the body can be that of the person whom the headline means."""
    (low, high), mine = _years(rival), _years(claim)[0]
    one, two = _noun(claim), _noun(rival)
    if low != high or low != int(low) or _sex(one) | _sex(two) == {"male", "female"}:
        return False
    if claim.predicate in DEAD and not one:
        return rival.predicate in (*DEAD, None) and abs(low - mine) <= APART
    band = _bands().get(one)
    if band is not None:
        least, most = band
        return least <= low <= most and (not two or _bands().get(two, band) == band)
    return abs(low - mine) <= APART and (low < CHILD) == (mine < CHILD) and (one == two or not one or not two)


@cache
def _bands() -> dict[str, tuple[int, int]]:
    """A word for a person -> the years between which its age lies."""
    rows = table("time_cues")["bearers"]
    return {word: band for name, band in BANDS.items() for word in rows[name].split()}


def _noun(claim: Claim) -> str:
    """The word for the person so old, "" for none."""
    counted = claim.mention.counted
    return counted.head if counted else claim.subject


def _sex(noun: str) -> set[str]:
    return {sex for sex in ("male", "female") if noun in wordset("headlines", sex)}
