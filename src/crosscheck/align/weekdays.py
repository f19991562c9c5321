"""What a story's other days say of two weekdays that clash: which of them it knows, which is news.

News is told on the day it happens or on the next, in the opening sentences. Where of two
openings of one story one names a day that the story knows well and the other a day long
past that nobody else names, one of them has slipped, even if the sentences have few words
in common. Read off clusters of real articles: among 126 pairs of weekdays that differ
there, none of different events is of this kind.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Final

from attrs import evolve

from crosscheck.align.groups import Links
from crosscheck.align.stories import Stories
from crosscheck.model import Claim, Link
from crosscheck.values import Moment

OPENING: Final = 3  # the last sentence of an opening, the headline being 0
FRESH: Final = 1  # days before (or after) the article on which news happens
STALE: Final = 3  # days before the article from which it is no news
FUTURE: Final = -4  # the same for what is to come
UNKNOWN_BITS: Final = 0.7  # one day hardly named in the story, the other well known to it
OPENING_BITS: Final = 4.5  # the same in two openings, the unknown day being stale, the other news
SELDOM: Final = 4  # a day is hardly named where the other is named so many times as often

Place = tuple[int, int]  # article, sentence


def _day(claim: Claim) -> date | None:
    """The day that a date likeliest means."""
    value = claim.mention.value
    if not isinstance(value, Moment) or value.earliest is None or value.earliest != value.latest:
        return None
    return value.earliest


def known_days(links: Links, claims: Sequence[Claim], stories: Stories) -> Links:
    """The links of a corpus, clashes of two weekdays weighed up where the story knows one of them only.

    `claims` are those of the corpus. Reasons say what was added.
    """
    if not any(_weekdays(link) for link in links.clashes):
        return links
    named: dict[date, set[Place]] = defaultdict(set)
    for claim in claims:
        day = _day(claim)
        if day is not None:
            named[day].add((claim.article, claim.sentence))
    return evolve(links, clashes=tuple(_weighed(link, named, stories) for link in links.clashes))


def _weekdays(link: Link) -> bool:
    """Whether a link is between two days told from the days of their articles, both known."""
    return all(
        isinstance(value := claim.mention.value, Moment)
        and value.relative
        and value.weekday is not None
        and claim.as_of.day is not None
        for claim in (link.left, link.right)
    )


def _weighed(link: Link, named: dict[date, set[Place]], stories: Stories) -> Link:
    if not _weekdays(link):
        return link
    one, two = (_times(claim, named, stories) for claim in (link.left, link.right))
    if one is None or two is None or min(one, two) * SELDOM >= max(one, two) or max(one, two) < 2:
        return link
    odd, known = (link.left, link.right) if one < two else (link.right, link.left)
    opening = odd.sentence <= OPENING and known.sentence <= OPENING
    news = opening and _stale(odd) and abs(_since(known)) <= FRESH
    bits = OPENING_BITS if news else UNKNOWN_BITS
    what = "opens with a day long past" if news else "names a day"
    reason = f"one article {what} that the story hardly knows, the other one that it names often (+{bits})"
    return evolve(link, weight=link.weight + bits, reasons=(*link.reasons, reason))


def _times(claim: Claim, named: dict[date, set[Place]], stories: Stories) -> int | None:
    """In how many other sentences of its story the day of a claim is named."""
    day = _day(claim)
    if day is None:
        return None
    story = {claim.article, *stories.related(claim.article)}
    return sum(place[0] in story for place in named[day] - {(claim.article, claim.sentence)})


def _since(claim: Claim) -> int:
    """How many days before its article the day of a claim is."""
    day, today = _day(claim), claim.as_of.day
    return (today - day).days if day is not None and today is not None else 0


def _stale(claim: Claim) -> bool:
    return _since(claim) >= STALE or _since(claim) <= FUTURE
