"""When a date lies, seen from the day on which it was written: ahead, lately, in that year, long ago.

An article that does not say from which day it speaks borrows that of the article that is
most like it; enough to tell what is to come from what has been, and for nothing else.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from crosscheck.align.stories import Stories
from crosscheck.lexicon import wordset
from crosscheck.model import Claim
from crosscheck.values import Moment

OLD_DAYS = 370  # from which a day is no longer of the story's year
RECENT_DAYS = 14
SAID, OPEN, AHEAD, OLD, YEAR, LATELY = "said", "open", "ahead", "old", "year", "lately"


def days_of(claims: Sequence[Claim], stories: Stories | None) -> dict[int, date]:
    """The day from which each article speaks: its own, else that of the most alike article of its story."""
    own = {claim.article: claim.as_of.day for claim in claims}
    days = {article: day for article, day in own.items() if day is not None}
    if stories is None or len(days) == len(own):
        return days
    for article in own.keys() - days.keys():
        near = [other for other in stories.related(article) if own.get(other) is not None]
        best = max(near, key=lambda other: (stories.likeness(article, other), -other), default=None)
        day = None if best is None else own[best]
        if day is not None:
            days[article] = day
    return days


def tense(claim: Claim, today: date | None) -> str:
    """How a date lies to the day from which its article speaks; "" for what is no date.

    "said" stands for days told by other days ("on Friday"), "open" for what cannot be told.
    """
    value = claim.mention.value
    if not isinstance(value, Moment):
        return ""
    if value.relative:
        return SAID
    if today is None:
        return OPEN
    first, last = value.earliest, value.latest
    if first is None and last is None and value.month is not None:
        first = last = _nearest(value.month, value.day, today, ahead=_looks_ahead(claim))
    if first is not None and first > today:
        return AHEAD
    return OPEN if last is None else _ago((today - last).days)


def _looks_ahead(claim: Claim) -> bool:
    return claim.modality == "planned" or not _ahead().isdisjoint(claim.before)


@cache
def _ahead() -> frozenset[str]:
    return wordset("tense", "ahead")


def _ago(days: int) -> str:
    return OLD if days > OLD_DAYS else YEAR if days > RECENT_DAYS else LATELY


def _nearest(month: int, day: int | None, today: date, *, ahead: bool) -> date | None:
    """The day of a date without a year next to another: behind it where it lies `ahead`, else before it."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day or 15))
        except ValueError:  # February 29, or a year that there is not
            continue
    found = [when for when in found if (when >= today if ahead else when <= today)]
    return min(found, key=lambda when: abs(when - today), default=None)
