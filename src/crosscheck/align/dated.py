"""The date of an event is what all its mentions allow; where that is nothing, one of them is wrong.

Mentions (`happenings`) of one story are of one event where what happened is of one class and
enough of the names beside it are the same. Two that clash are two events all the same where
their days have nothing in common, where one article dates the like to both days, where the
story tells of more days of the kind, or where the event is one that comes round.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Final

from attrs import evolve

from crosscheck.align.groups import Links
from crosscheck.align.happenings import Happening, every
from crosscheck.align.stories import Stories
from crosscheck.lexicon import table
from crosscheck.model import Link
from crosscheck.values import Moment

NAMES: Final = 2  # shared names from which two mentions are of one event
MANY: Final = 3  # names that make up for what the words leave open
MOST: Final = 40  # mentions looked at in one article
OTHERS: Final = 1  # mentions of a third day that two of one event may have beside them
FRESH: Final = 3  # days between two articles of one day's news
NEWS: Final = 31  # days for which an event is news
EVENT_BITS: Final = 2.0  # match weight of two dates of one event: 9 of 10 such clashes are errors


def slip(one: Moment, two: Moment) -> str | None:
    """The one part in which two dates differ, "year", "month" or "day"; None where they differ in more.

    Two days that have nothing in common are more likely those of two events.
    """
    (month, day), (other_month, other_day) = one.month_day, two.month_day
    years = one.stated_year, two.stated_year
    alike = None in (day, other_day) or day == other_day
    if None not in years and years[0] != years[1]:
        return "year" if month == other_month and alike else None
    if month != other_month:
        return "month" if day == other_day else None
    return None if alike else "day"


class Events:
    """The dated mentions of events of a corpus, by article; of each article the first `MOST`."""

    def __init__(self, mentions: Sequence[Happening], stories: Stories) -> None:
        self._stories = stories
        self._told: dict[int, list[Happening]] = defaultdict(list)
        for mention in mentions:
            own = self._told[mention.claim.article]
            if len(own) < MOST:
                own.append(mention)

    def clashes(self) -> list[tuple[Happening, Happening]]:
        """Two mentions each of one event that cannot both be right, in canonical order."""
        found = [pair for pair in self._pairs() if slip(pair[0].value, pair[1].value)]
        best: dict[tuple[int, int], int] = defaultdict(int)
        for pair in found:
            for key in _sides(*pair):
                best[key] = max(best[key], _shared(*pair))
        closest = (p for p in found if all(best[key] == _shared(*p) for key in _sides(*p)))
        return [pair for pair in closest if self._one_event(*pair)]

    def _pairs(self) -> Iterator[tuple[Happening, Happening]]:
        """The mentions of related articles that share a class and names enough, in canonical order."""
        told = {n for n, own in self._told.items() if own}
        met = {(min(n, o), max(n, o)) for n in told for o in self._stories.related(n) if o in told}
        for one, two in sorted(met):
            for pair in product(self._told[one], self._told[two]):
                if not pair[0].classes.isdisjoint(pair[1].classes) and _names(*pair) >= NAMES:
                    yield pair

    def _one_event(self, one: Happening, two: Happening) -> bool:
        what = slip(one.value, two.value)
        if one.fits(two) or _own_news(one, two) or (what == "year" and _comes_round(one, two)):
            return False
        peers = self._peers(one, two)
        if _told_of_both(one, two, peers) or _told_of_both(two, one, peers):
            return False
        close = [m for m in peers if _names(m, one) >= NAMES or _names(m, two) >= NAMES]
        backed = any(sum(m.fits(end) for m in close) > 1 for end in (one, two))
        third = {m.value for m in close if not m.fits(one) and not m.fits(two)}
        return len(third) <= OTHERS and _clear(one, two, backed=backed)

    def _peers(self, one: Happening, two: Happening) -> list[Happening]:
        """The mentions of the story of the classes that two mentions share, with any of their names."""
        articles = one.claim.article, two.claim.article
        story = {*articles}.union(*map(self._stories.related, articles))
        shared = one.classes & two.classes
        return [
            m
            for article in sorted(story & self._told.keys())
            for m in self._told[article]
            if not m.classes.isdisjoint(shared) and (_names(m, one) or _names(m, two))
        ]


def _sides(one: Happening, two: Happening) -> tuple[tuple[int, int], tuple[int, int]]:
    return (id(one), two.claim.article), (id(two), one.claim.article)


def _names(one: Happening, two: Happening) -> int:
    return len(one.names.keys() & two.names.keys())


def _shared(one: Happening, two: Happening) -> int:
    """The words that two sentences have in common."""
    return len(one.claim.context & two.claim.context)


def _comes_round(one: Happening, two: Happening) -> bool:
    return (one.classes & two.classes) <= frozenset(table("happenings")["comes_round"]["classes"])


def _told_of_both(one: Happening, two: Happening, peers: Sequence[Happening]) -> bool:
    """Whether the article of `one` dates something of the kind to the day of `two` as well."""
    return any(
        m.claim.article == one.claim.article and m.fits(two) and not m.fits(one) and _names(m, two)
        for m in peers
    )


def _clear(one: Happening, two: Happening, *, backed: bool) -> bool:
    """Whether one event is told of, where a story has many of a kind or the dates name no day."""
    shared = one.classes & two.classes
    same = one.word == two.word
    if not same and shared.isdisjoint(table("happenings")["alike"]["classes"]):
        return False
    many = _names(one, two) >= MANY
    if every(shared, "vague"):
        return many or backed or one.definite or two.definite
    return same or many or None not in (one.value.month_day[1], two.value.month_day[1])


def _own_news(one: Happening, two: Happening) -> bool:
    """Whether each article tells of a day of its own time: then they are two events."""
    first, second = one.claim.as_of.day, two.claim.as_of.day
    if first is None or second is None:
        return False
    gap = abs((first - second).days)
    return gap > FRESH and max(_away(one, first), _away(two, second)) < min(gap, NEWS)


def _away(mention: Happening, today: date) -> int:
    """The days between an article's and the nearest day that a date can mean."""
    ends = (mention.value.earliest, mention.value.latest)
    return min((abs((today - day).days) for day in ends if day is not None), default=NEWS)


def dated_events(links: Links, mentions: Sequence[Happening], stories: Stories) -> Links:
    """The links of a corpus, with those between two dates of one event that exclude each other.

    `mentions` are the corpus's, in canonical order of their claims.
    """
    known = {(id(x.left), id(x.right)): x for x in links.clashes}
    for one, two in Events(mentions, stories).clashes():
        key = id(one.claim), id(two.claim)
        if key not in known or known[key].weight < EVENT_BITS:
            known[key] = Link(one.claim, two.claim, EVENT_BITS, (_reason(one, two),))
    return evolve(links, clashes=tuple(known.values()))


def _reason(one: Happening, two: Happening) -> str:
    names = [one.names[name] for name in one.names if name in two.names]
    told = f"“{one.told}”" if one.told == two.told else f"“{one.told}” and “{two.told}”"
    named = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"both date one event, {told}, beside the names {named} (+{EVENT_BITS})"
