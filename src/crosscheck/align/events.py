"""Dated events and the elapsed times that count from them.

"Nearly six months into the war", said on a known day, puts the war's start into a band of
days. Another article's full date of that event must lie in the band; where the same day of
another year does, the year is what is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log2

from attrs import frozen

from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Duration, Moment, in_another_year

LEAST_BITS = 3.0  # lighter pairs of a date and an elapsed time are not about one event
KNOWN_BITS = 7.0  # what happened is of one class, and two names stand with both
MOST_ELAPSED = 100  # elapsed times looked at in one article


@frozen(slots=True)
class Story:
    """What the articles as a whole show: who tells one story, and who mentions which day of the year.

    `known` says of which dates and elapsed times (by the ids of their claims) it is known how they meet.
    """

    stories: Stories
    days: dict[tuple[int, int], frozenset[int]]
    known: dict[tuple[int, int], str]


def full_date(claim: Claim) -> date | None:
    """The day that the words give with its year, or None."""
    value = claim.mention.value
    if not isinstance(value, Moment) or value.inferred or value.floor is None or value.floor != value.ceiling:
        return None
    return (
        value.floor if value.stated[:4].isdigit() and value.weekday in (None, value.floor.weekday()) else None
    )


def band(claim: Claim) -> tuple[date, date] | None:
    """The days on which the event can have begun, by an elapsed time said on a known day."""
    value = claim.mention.value
    if not isinstance(value, Duration) or claim.counted_to is None:
        return None
    return value.back_from(claim.counted_to)


def event_groups(
    claims: Sequence[Claim],
    elapsed: Sequence[Claim],
    stories: Stories,
    known: Sequence[tuple[Claim, Claim, str]] = (),
) -> Iterator[Group]:
    """Groups of kind "event": a date, the elapsed times that count from it, its other mentions.

    `claims` and `elapsed` come in canonical order. Only articles of one story meet, and
    only groups in which an elapsed time and the date exclude each other are given. The date is a
    full one, or one that is `known` to be that of the event that an elapsed time counts from: the two
    claims, and how it is known.
    """
    dated = _by_day(claims)
    counting = by_article(elapsed)
    days = {key: frozenset(c.article for c in some) for key, some in dated.items()}
    story = Story(stories, days, {(id(one), id(two)): how for one, two, how in known})
    full: dict[date, list[Claim]] = defaultdict(list)
    for claim in claims:
        day = full_date(claim)
        if day is not None:
            full[day].append(claim)
    for day in sorted(full):
        links = [
            x
            for c in full[day]
            for article in sorted((c.article, *stories.related(c.article)))
            for e in counting.get(article, ())
            if (x := _link(c, e, day, story)) is not None
        ]
        for component in components((id(x.left), id(x.right), x) for x in links):
            yield _group(component, dated[day.month, day.day], full, story)
    yield from _vaguer(known, story)


def _vaguer(known: Iterable[tuple[Claim, Claim, str]], story: Story) -> Iterator[Group]:
    """The groups of dates that are no full ones and known to be those of an event."""
    links = [
        Link(one, two, *_weighed((*_known(one, two, story), *_likeness(one, two, story))))
        for one, two, _ in known
        if full_date(one) is None
    ]
    for component in components((id(x.left), id(x.right), x) for x in links):
        yield _joined(component, ())


def _weighed(parts: Iterable[tuple[str, float]]) -> tuple[float, tuple[str, ...]]:
    """The weight of evidence, and its parts as reasons."""
    listed = list(parts)
    return sum(bits for _, bits in listed), tuple(f"{text} ({bits:+.1f})" for text, bits in listed)


def _by_day(claims: Iterable[Claim]) -> dict[tuple[int, int], list[Claim]]:
    """The claims that name a day of the year, by month and day."""
    days: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Moment) and not value.relative:
            month, number = value.month_day
            if month and number:
                days[month, number].append(claim)
    return days


def by_article(elapsed: Iterable[Claim]) -> dict[int, list[Claim]]:
    """The elapsed times of each article, one of each event and band, at most `MOST_ELAPSED`."""
    found: dict[int, dict[object, Claim]] = defaultdict(dict)
    for claim in elapsed:
        own = found[claim.article]
        if len(own) < MOST_ELAPSED:
            own.setdefault((claim.subject, band(claim), claim.names), claim)
    return {article: list(own.values()) for article, own in found.items()}


def _group(
    links: Sequence[Link], same_day: Sequence[Claim], full: dict[date, list[Claim]], story: Story
) -> Group:
    related = {a for x in links for a in (x.left.article, *story.stories.related(x.left.article))}
    more = [c for c in same_day if c.article in related]
    for link in links:
        spoken = full.get(link.right.counted_to, ()) if link.right.counted_to else ()
        more += [c for c in spoken if c.article == link.right.article]
    return _joined(links, more)


def _joined(links: Sequence[Link], more: Iterable[Claim]) -> Group:
    """The group of the claims that links join, and of more."""
    members = {id(c): c for c in (*(c for x in links for c in (x.left, x.right)), *more)}
    ordered = sorted(members.values(), key=lambda c: (c.article, c.mention.start, c.mention.end))
    return Group("event", tuple(ordered), tuple(sorted(links, key=lambda x: -x.weight)))


def _link(claim: Claim, elapsed: Claim, day: date, story: Story) -> Link | None:
    """The evidence that an elapsed time counts from this date, where the two exclude each other."""
    window = band(elapsed)
    if window is None or window[0] <= day <= window[1]:
        return None
    if elapsed.article not in (claim.article, *story.stories.related(claim.article)):
        return None
    other = in_another_year(day, *window)
    parts = list(_evidence(claim, elapsed, day, story))
    if other is not None:
        width = (window[1] - window[0]).days + 1
        parts.append(
            (
                f"{other.isoformat()}, the same day of another year, fits",
                min(6.0, log2(365 / min(width, 365))),
            )
        )
    weight, reasons = _weighed(parts)
    return None if weight < LEAST_BITS else Link(claim, elapsed, weight, reasons)


def _evidence(claim: Claim, elapsed: Claim, day: date, story: Story) -> Iterator[tuple[str, float]]:
    yield from _known(claim, elapsed, story) or _anchored(claim, elapsed)
    own = elapsed.names & claim.context
    if own:
        yield f"both sentences share {len(own)} of the event's names", min(4.0, 2.0 * len(own))
    yield from _likeness(claim, elapsed, story)
    holders = story.days.get((day.month, day.day), frozenset()) & {*story.stories.related(claim.article)}
    if holders:
        who = "another article names" if len(holders) == 1 else f"{len(holders)} other articles name"
        yield f"{who} that day of the year", min(3.0, 1.5 * len(holders))


def _known(claim: Claim, elapsed: Claim, story: Story) -> list[tuple[str, float]]:
    how = story.known.get((id(claim), id(elapsed)))
    return [] if how is None else [(how, KNOWN_BITS)]


def _likeness(claim: Claim, elapsed: Claim, story: Story) -> Iterator[tuple[str, float]]:
    """How much of one story the two articles are."""
    if claim.article != elapsed.article:
        likeness = story.stories.likeness(claim.article, elapsed.article)
        bits = -6.0 if likeness < 0.12 else -3.0 if likeness < 0.2 else 1.0 if likeness < 0.35 else 2.0
        yield f"the articles share {likeness:.0%} of their rare names", bits


def _anchored(claim: Claim, elapsed: Claim) -> Iterator[tuple[str, float]]:
    """Whether the date is said of the event that the elapsed time counts from."""
    anchor = elapsed.subject
    if not anchor:
        return
    if anchor in claim.left[:3] or anchor in claim.right[:2]:
        yield "the event stands right beside the date", 5.0 + rarity(anchor) / 8
    elif anchor in claim.left or anchor in claim.right:
        yield "the event stands near the date", 4.0 + rarity(anchor) / 8
    elif anchor in claim.context:
        yield "the event stands in the sentence of the date", 2.0
