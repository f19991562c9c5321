"""A year, or a month of one, in a headline or a caption against the dates of the body."""

from collections.abc import Iterator, Sequence

from crosscheck.lexicon import wordset
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Conflict, Refusal
from crosscheck.rules.common import related
from crosscheck.rules.headlines.telling import AGREE, conflict, words
from crosscheck.values import Moment, Relation

DATE_BITS = 20.0  # rarity of the words that a headline and the dated sentence must share


def date(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """A year, or a month of one, against the one dated sentence of the body that tells of the same thing.

    A full day under a photograph is the day when it was taken.
    """
    if not _dated(claim) or not wordset("headlines", "archive").isdisjoint(claim.context):
        return
    if claim.zone == "caption" and None not in claim.mention.value.month_day:  # type: ignore[union-attr]
        return
    stated = [c for c in body if _dated(c)]
    if any(related(claim, c) in AGREE for c in stated):
        return
    close = [c for c in stated if _common(claim, c) >= DATE_BITS and related(claim, c) is Relation.DISJOINT]
    if close and len({c.mention.text for c in close}) == 1:
        common = ", ".join(sorted(words(claim) & words(close[0])))
        yield conflict(claim, close[0], f"{claim.zone} and sentence share {common}", 0.7)


def _dated(claim: Claim) -> bool:
    """Whether the words date something by a year ("in October 2020")."""
    value = claim.mention.value
    if not isinstance(value, Moment) or value.relative or not value.stated[:4].isdigit():
        return False
    return claim.before[:1] in (("in",), ("on",), ("since",))


def _common(a: Claim, b: Claim) -> float:
    """The rarity of the words, names left out, that two sentences share."""
    return sum(rarity(word) for word in sorted((a.context & b.context) - a.names - b.names))
