"""The part of D108 within one article: a sentence told twice, with another day."""

from collections.abc import Iterator
from typing import Final

from crosscheck.model import Claim, Conflict, Group
from crosscheck.rules.common import said
from crosscheck.values import Moment

ALIKE: Final = 10  # tokens before the day that are the same
LEAST_WORDS: Final = 8  # of them, words


def told_twice(group: Group) -> Iterator[Conflict]:
    """The weekdays of one article behind the same ten words that are not the same, once each pair."""
    first: dict[tuple[str, ...], Claim] = {}
    for claim in group.claims:
        value, wording = claim.mention.value, claim.wording
        if not isinstance(value, Moment) or not value.relative or value.weekday is None or wording is None:
            continue
        at = claim.at[0]
        before = wording.lower[max(0, at - ALIKE) : at]
        if len(before) < ALIKE or sum(word[0].isalnum() for word in before) < LEAST_WORDS:
            continue
        other = first.setdefault(before, claim)
        told = other.mention.value
        if isinstance(told, Moment) and told.weekday != value.weekday:
            first[before] = claim
            yield Conflict(
                f"{said(other)} and {said(claim)} stand behind the same words: “{' '.join(before)}”",
                ((other, "a"), (claim, "b")),
                (f"the article tells one thing twice, in {ALIKE} same words and with two weekdays",),
                0.85,
            )
