"""The date of an event is what all its mentions allow; where that is nothing, one of them is wrong.

Mentions (`happenings`, `counted`) of one story are of one event where what happened is of one class
and enough of the names beside it are the same. Each has its counterpart in another article: the
mention that is worded most like it. Two of one event clash where no day can be that of both.

Whether two mentions are of one event is asked of the words alone, never of how far apart their
dates are, and what could be two events for some day that the words allow is taken for two. So a
date that says less ("May" for "May 3") makes no clash where there was none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from attrs import evolve

from crosscheck.align.groups import Links
from crosscheck.align.happenings import Happening, every
from crosscheck.align.stories import Stories
from crosscheck.lexicon import table
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim, Link
from crosscheck.values import Moment

NAMES: Final = 2  # shared names from which two mentions are of one event
MANY: Final = 3  # names that make up for what the words leave open
MOST: Final = 40  # mentions looked at in one article
OPENING: Final = 5  # the last sentence of an opening, the headline being 0
FRESH: Final = 3  # days between two articles of one day's news
NEWS: Final = 31  # days for which an event is news
EVENT_BITS: Final = 2.0  # match weight of two dates of one event: 9 of 10 such clashes are errors

Pair = tuple[Happening, Happening]
End = tuple[int, int, bool]


class Events:
    """The mentions of events in a corpus, by article; of each article the first `MOST`."""

    def __init__(self, mentions: Sequence[Happening], stories: Stories) -> None:
        self._stories = stories
        self._told: dict[int, list[Happening]] = defaultdict(list)
        for mention in mentions:
            own = self._told[mention.claim.article]
            if len(own) < MOST:
                own.append(mention)

    def pairs(self) -> list[Pair]:
        """Two mentions each of one kind and names, each the other's counterpart, in canonical order."""
        alike = [(pair, _likeness(*pair)) for pair in self._met() if _of_a_kind(*pair)]
        best: dict[End, tuple[int, int]] = defaultdict(lambda: (0, 0))
        for pair, likeness in alike:
            for key in _ends(*pair):
                best[key] = max(best[key], likeness)
        return [pair for pair, likeness in alike if all(best[key] == likeness for key in _ends(*pair))]

    def clashes(self) -> list[Pair]:
        """The pairs of which no day can be that of both, in canonical order.

        A mention is settled with an article where it can agree with one of its counterparts there.
        """
        pairs = self.pairs()
        settled = {key for pair in pairs if pair[0].fits(pair[1]) for key in _ends(*pair)}
        return [p for p in pairs if settled.isdisjoint(_ends(*p)) and _telling(*p) and _one_event(*p)]

    def _met(self) -> Iterator[Pair]:
        """The mentions of related articles, two and two."""
        told = {n for n, own in self._told.items() if own}
        met = {(min(n, o), max(n, o)) for n in told for o in self._stories.related(n) if o in told}
        for one, two in sorted(met):
            yield from product(self._told[one], self._told[two])


def _telling(one: Happening, two: Happening) -> bool:
    return one.telling and two.telling


def _ends(one: Happening, two: Happening) -> tuple[End, End]:
    """Either mention with where its counterpart is: the dates of an article, or its times since an event."""
    return (id(one), two.claim.article, two.elapsed), (id(two), one.claim.article, one.elapsed)


def _names(one: Happening, two: Happening) -> int:
    return len(one.names.keys() & two.names.keys())


def _likeness(one: Happening, two: Happening) -> tuple[int, int]:
    """The names that two mentions share, and the words of their sentences but for those of the calendar."""
    words = (one.claim.context & two.claim.context) - _calendar()
    return _names(one, two), sum(len(word) > 2 and word.isalpha() for word in words)


@cache
def _calendar() -> frozenset[str]:
    """The stems of months and weekdays."""
    listed = table("calendar")
    return frozenset(canonical(form) for row in (*listed["months"], *listed["weekdays"]) for form in row)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(table("happenings")[name]["classes"])


def _of_a_kind(one: Happening, two: Happening) -> bool:
    """Whether what happened is of one class, with names enough, and not in two places.

    Weekdays are compared with weekdays only, and times since an event with its dates.
    """
    if one.value.relative is not two.value.relative or (one.elapsed and two.elapsed):
        return False
    if one.sites and two.sites and one.sites.isdisjoint(two.sites):
        return False
    return not one.classes.isdisjoint(two.classes) and _names(one, two) >= NAMES


def _one_event(one: Happening, two: Happening) -> bool:
    """Whether two mentions of a kind are of one event, on whatever days that their dates allow.

    Two words of a class that has steps (convicted, sentenced) are not, and of what a story has many
    of (talks, letters) it takes more names, or that one of them is definite.
    """
    shared = one.classes & two.classes
    if one.word != two.word and shared.isdisjoint(_listed("alike")):
        return False
    if every(shared, "vague") and _names(one, two) < MANY and not (one.definite or two.definite):
        return False
    return not _comes_round(one, two) and not _own_news(one, two)


def _comes_round(one: Happening, two: Happening) -> bool:
    """Whether two of what a story has every year or so can be of two years: the words give no one year."""
    years = _year(one.value), _year(two.value)
    return (one.classes & two.classes) <= _listed("comes_round") and (None in years or years[0] != years[1])


def _year(value: Moment) -> int | None:
    """The one year that the words give, or None."""
    low, high = value.floor, value.ceiling
    if value.relative or low is None or high is None or low.year != high.year:
        return None
    return low.year


def _own_news(one: Happening, two: Happening) -> bool:
    """Whether each article can tell of a day of its own time, the two being of other days."""
    first, second = one.claim.as_of.day, two.claim.as_of.day
    gap = NEWS if first is None or second is None else abs((first - second).days)
    return gap > FRESH and _fresh(one, min(gap, NEWS)) and _fresh(two, min(gap, NEWS))


def _fresh(mention: Happening, within: int) -> bool:
    """Whether a date can be news: less than so many days away, without a year, in the article's opening.

    A weekday is news wherever it stands.
    """
    value, today = mention.value, mention.claim.as_of.day
    if value.stated_year is not None or (mention.claim.sentence > OPENING and not value.relative):
        return False
    return today is None or any(value.admits(day) for day in _about(today, within))


def _about(today: date, within: int) -> Iterator[date]:
    """The days less than so many from one."""
    for number in range(today.toordinal() - within + 1, today.toordinal() + within):
        if 0 < number <= date.max.toordinal():
            yield date.fromordinal(number)


def dated_events(links: Links, clashes: Sequence[Pair]) -> Links:
    """The links of a corpus, with those between two dates of one event that exclude each other.

    `clashes` are those of its events; those with the time since an event make no links (`since_events`).
    """
    known = {(id(x.left), id(x.right)): x for x in links.clashes}
    for one, two in clashes:
        key = id(one.claim), id(two.claim)
        if not (one.elapsed or two.elapsed) and (key not in known or known[key].weight < EVENT_BITS):
            known[key] = Link(one.claim, two.claim, EVENT_BITS, (f"{_reason(one, two)} (+{EVENT_BITS})",))
    return evolve(links, clashes=tuple(known.values()))


def since_events(clashes: Sequence[Pair]) -> list[tuple[Claim, Claim, str]]:
    """The dates of events that the time told to have passed since excludes: both claims, why they meet."""
    found = []
    for pair in clashes:
        dated, since = sorted(pair, key=lambda one: one.elapsed)
        if since.elapsed:
            found.append((dated.claim, since.claim, _reason(dated, since)))
    return found


def _reason(one: Happening, two: Happening) -> str:
    names = [one.names[name] for name in one.names if name in two.names]
    told = f"“{one.told}”" if one.told == two.told else f"“{one.told}” and “{two.told}”"
    return f"both date one event, {told}, beside the names {', '.join(names[:-1])} and {names[-1]}"
