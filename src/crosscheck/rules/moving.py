"""N203: figures over time; counts that can only rise."""

from collections.abc import Iterator
from typing import Final

from crosscheck.lexicon import wordset
from crosscheck.lexicon.words import rising
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.amounts import FLAG_BITS, weighed
from crosscheck.rules.common import confidence, said, shorten, sides
from crosscheck.values import Quantity

REVISED: Final = wordset("figures", "falls", "revised")
PARTIAL: Final = wordset("figures", "falls", "partial")
PRESENT: Final = wordset("figures", "falls", "present")
GUESSED: Final = wordset("figures", "falls", "guessed")
DAYS: Final = wordset("figures", "falls", "days")


def cumulative_falls(group: Group) -> Iterator[Conflict | Refusal]:
    """A count that can only rise is lower in a later article than in an earlier one.

    Deaths, injuries, arrests and people freed or evacuated add up as a story runs, so of two
    articles that appeared more than a day apart the later one has the same count or a higher
    one. What may fall is left alone: people missing, held, displaced or in hospital. So are
    figures that a sentence calls revised, counts of part of a time, and estimates.

    Flagged:
        - [2024-04-03] The rebels in Darvane have freed 112 miners so far, the governor said.
        - [2024-04-08] The rebels in Darvane have freed 98 miners so far, the governor said.

    Not flagged:
        - [2024-04-03] The rebels in Darvane have freed 98 miners so far, the governor said.
        - [2024-04-08] The rebels in Darvane have freed 112 miners so far, the governor said.

    Not flagged:
        - [2024-04-03] The rebels in Darvane have freed 112 miners so far, the governor said.
        - [2024-04-08] The rebels in Darvane have freed 98 miners so far, the governor said,
          correcting an earlier count.
    """
    for link in weighed(group, "count", FLAG_BITS, still=False):
        if isinstance(link, Refusal) or not lower_later(link):
            continue  # the rule on counts says why
        earlier, later = in_time(link)
        if reason := explained(earlier, later):
            yield Refusal(reason, (link.left, link.right))
        else:
            yield Conflict(
                message=f"a count that can only rise falls from {said(earlier)} to {said(later)}",
                claims=shorten(sides(group.claims)),
                reasons=(*link.reasons, f"of {earlier.as_of.day} and {later.as_of.day}"),
                confidence=confidence(link.weight),
            )


def fallen(link: Link) -> bool:
    """Whether a clash is of a count that can only rise and has fallen, with nothing to explain it."""
    return lower_later(link) and explained(*in_time(link)) is None


def in_time(link: Link) -> tuple[Claim, Claim]:
    """The ends of a link whose days are known, the earlier one first."""
    one, two = link.left.as_of.day, link.right.as_of.day
    return (link.right, link.left) if one and two and two < one else (link.left, link.right)


def lower_later(link: Link) -> bool:
    """Whether a count of one rising thing is lower in the article of the later day, more than a day on."""
    earlier, later = in_time(link)
    before, after = earlier.mention.value, later.mention.value
    if earlier.as_of.day is None or later.as_of.day is None:
        return False
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return False
    low, high = before.bounds()[0], after.bounds()[1]
    return (
        (later.as_of.day - earlier.as_of.day).days > 1
        and not _rises(earlier).isdisjoint(_rises(later))
        and before.dimension is after.dimension is None
        and low is not None
        and high is not None
        and high < low
    )


def _rises(claim: Claim) -> frozenset[str]:
    """The classes of rising counts to which a claim's subject and what is said of it belong."""
    return rising() & {claim.subject, claim.predicate or ""}


def explained(earlier: Claim, later: Claim) -> str | None:
    """Why a count may be lower later on, as a reason to decline; None where nothing explains it."""
    mine, other = _words(earlier), _words(later)
    both = mine | other
    if {earlier.modality, later.modality} != {"asserted"} or both & GUESSED:
        return "approximate"
    if both & REVISED:
        return "different-as-of"
    if earlier.speaker and later.speaker and earlier.speaker != later.speaker:
        return "different-speaker"
    if {earlier.scope, later.scope} & {"part", "further"} or both & (PARTIAL | PRESENT):
        return "part-of-whole"
    days = mine & DAYS, other & DAYS
    return "different-scope" if all(days) and days[0].isdisjoint(days[1]) else None


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(claim.wording.lower if claim.wording else ())


RULES = (
    Rule(
        "N203",
        "cumulative-falls",
        cumulative_falls,
        Severity.WARNING,
        since="0.1",
        takes=("quantity",),
    ),
)
