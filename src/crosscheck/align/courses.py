"""One course of events told by several articles: its length here, its beginning and end there.

"A 31-hour evacuation" cannot be true of one ordered at ten past midnight on Friday and lifted
at ten past five on Saturday afternoon, nor of one of 41 hours. Lengths, beginnings and ends are of one
course where they are of one sort (`reading.courses`) in articles of one story that tell of no
second such course; of sorts that a story can have several of the sentences must share a name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, groupby, product
from typing import Final

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.stories import Stories
from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.reading.courses import Sort, course_of, goes_on, placed, times
from crosscheck.reading.spans import Point, fits, length_relation, point, same
from crosscheck.values import Duration, Relation

BITS: Final = 3.0  # match weight of a length and the two ends of its course
NEAR: Final = 3  # sentences between a beginning and its end
TELLING: Final = 6.0  # rarity of a name that two sentences share
SEASON: Final = 45  # days between two articles of one story
YEAR: Final = 4  # digits
SAYING: Final = frozenset("said says told according recalled added".split())
MOST: Final = 30  # times of one sort that are looked at


def course_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "course" from claims in canonical order: a length, and what excludes it.

    The claims behind the length are the beginning and the end of the course ("course"), or
    another length of it ("course/length").
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    known: dict[str, Sort] = {}
    for claim in claims:
        if isinstance(claim.mention.value, Duration) and (sort := course_of(claim)) is not None:
            told[sort.name].append(claim)
            known[sort.name] = sort
    if not told:
        return
    own = {n: tuple(some) for n, some in groupby(claims, key=lambda c: c.article)}
    reader = _Reader(own, stories)
    for name, lengths in sorted(told.items()):
        yield from _of_sort(known[name], lengths, reader)


class _Reader:
    """The articles of a corpus, and the times at which they place what begins or ends."""

    def __init__(self, own: Mapping[int, tuple[Claim, ...]], stories: Stories) -> None:
        self.own = own
        self.stories = stories
        self._times: dict[int, list[tuple[Claim, ...]]] = {}
        self._points: dict[tuple[int, str, bool], list[Point]] = {}

    def names(self, claim: Claim) -> set[str]:
        """The telling names beside a claim in its sentence, without those of who says so."""
        words, (first, stop) = (claim.wording.lower if claim.wording else ()), claim.at
        low = max((i + 1 for i in range(first) if words[i] in SAYING), default=0)
        high = next((i for i in range(stop, len(words)) if words[i] in SAYING), len(words))
        if high < len(words):
            high = max((i for i in range(stop, high) if words[i] == ","), default=high)
        found = {canonical(word) for word in words[low:high]}
        known = found & (self.stories.names[claim.article] | claim.names)
        return {name for name in known if rarity(name) >= TELLING}

    def near(self, article: int) -> list[int]:
        """The articles of the story of one, itself first."""
        alike = self.stories.likeness
        return [article, *(o for o in self.stories.related(article) if alike(article, o) >= ONE_STORY)]

    def points(self, article: int, sort: Sort, *, end: bool) -> list[Point]:
        """The times at which an article places the beginnings of a sort of course, or the ends."""
        key = (article, sort.name, end)
        if key not in self._points:
            phrases = sort.ends if end else sort.begins
            self._points[key] = list(self._placed(article, phrases) if phrases else ())
        return self._points[key]

    def _placed(self, article: int, phrases: Sequence[tuple[frozenset[str] | None, ...]]) -> Iterator[Point]:
        if article not in self._times:
            self._times[article] = list(times(self.own.get(article, ())))
        for _, some in groupby(self._times[article], key=lambda time: time[0].sentence):
            listed = list(some)[:MOST]
            spans = [claim.at for time in listed for claim in time]
            for time in listed:
                mine = {claim.at for claim in time}
                others = [span for span in spans if span not in mine]
                if placed(time, others, phrases) and (found := point(time)) is not None:
                    yield found


def _of_sort(sort: Sort, lengths: Sequence[Claim], reader: _Reader) -> Iterator[Group]:
    by_article = {n: list(some) for n, some in groupby(lengths, key=lambda c: c.article)}
    single = {n: some for n, some in by_article.items() if _one(some)}
    flagged: set[int] = set()
    for article in sorted(single):
        length = single[article][0]
        pairs = _course(sort, length, reader)
        if not pairs or any(fits(length, *ends) for ends in pairs):
            continue
        best = min(pairs, key=lambda ends: (ends[0].width + ends[1].width, ends[0].where, ends[1].where))
        agree = [c for n in reader.near(article) for c in single.get(n, ()) if fits(c, *best)]
        flagged |= {id(length), *map(id, agree)}
        yield _group("course", length, (*best[0].claims[:1], *best[1].claims[:1]), agree)
    for one, two in combinations(sorted(single), 2):
        a, b = single[one][0], single[two][0]
        if {id(a), id(b)} <= flagged or two not in reader.near(one) or not _of_one(sort, reader, a, [b]):
            continue
        if length_relation(a, b) is Relation.DISJOINT and not (_of_other_years(a, b) or _grown(sort, a, b)):
            flagged |= {id(a), id(b)}
            yield _group("course/length", a, (b,), ())


def _one(lengths: Sequence[Claim]) -> bool:
    """Whether the lengths that an article tells of a sort of course can all be one."""
    return all(length_relation(a, b) is not Relation.DISJOINT for a, b in combinations(lengths, 2))


def _grown(sort: Sort, one: Claim, two: Claim) -> bool:
    """Whether a course may have gone on after the shorter of two lengths was told, or two are long apart."""
    a, b = one.as_of.day, two.as_of.day
    if a is not None and b is not None and abs((a - b).days) > SEASON:
        return True
    return bool(sort.ends) and (goes_on(one) or goes_on(two))


def _group(kind: str, length: Claim, ends: Sequence[Claim], agree: Sequence[Claim]) -> Group:
    links = tuple(Link(length, end, BITS) for end in ends)
    return Group(kind, (length, *ends, *agree), links)


def _course(sort: Sort, length: Claim, reader: _Reader) -> list[tuple[Point, Point]]:
    """The beginnings and ends that the articles of a story tell of a course; none of several courses."""
    near = reader.near(length.article)
    starts = [p for n in near for p in reader.points(n, sort, end=False) if _of_time(p, length)]
    ends = [p for n in near for p in reader.points(n, sort, end=True) if _of_time(p, length)]
    pairs = [
        (a, b)
        for a, b in product(starts[:MOST], ends[:MOST])
        if (sort.one or _joined(a, b)) and _of_one(sort, reader, length, [*a.claims, *b.claims])
    ]
    if not all(_of_the_year(length, point) for pair in pairs for point in pair):
        return []
    return pairs if all(_one_time([pair[end] for pair in pairs]) for end in (0, 1)) else []


def _one_time(points: Sequence[Point]) -> bool:
    """Whether times can all be one."""
    return all(same(a, b) for a, b in combinations({id(p): p for p in points}.values(), 2))


def _years(claim: Claim) -> frozenset[int]:
    """The years that the sentence of a claim names."""
    words = claim.wording.lower if claim.wording else ()
    return frozenset(int(w) for w in words if len(w) == YEAR and w.isdecimal() and w[:2] in ("19", "20"))


def _of_the_year(length: Claim, time: Point) -> bool:
    """Whether a time is of a year that the sentence of a length names, if it names one."""
    years = _years(length)
    if not years or time.days is None:
        return not years
    return not years.isdisjoint(
        range(date.fromordinal(time.days[0]).year, date.fromordinal(time.days[1]).year + 1)
    )


def _of_other_years(one: Claim, two: Claim) -> bool:
    """Whether two lengths are told with other years, or one of them with one that is not the article's."""
    a, b = _years(one), _years(two)
    if a and b:
        return a.isdisjoint(b)
    told, other = (one, two) if a else (two, one)
    return (
        bool(a or b) and (told.as_of.day is None or told.as_of.day.year not in (a or b)) and other is not told
    )


def _of_time(time: Point, length: Claim) -> bool:
    """Whether a time is as fine as a length: hours are not reckoned from days."""
    value = length.mention.value
    clocked = isinstance(value, Duration) and value.stated.startswith("PT")
    return time.minutes is not None if clocked else time.days is not None


def _joined(start: Point, end: Point) -> bool:
    """Whether a beginning and an end are told close to each other, or in two articles."""
    one, two = start.claims[0], end.claims[0]
    return one.article != two.article or 0 <= two.sentence - one.sentence <= NEAR


def _of_one(sort: Sort, reader: _Reader, length: Claim, others: Iterable[Claim]) -> bool:
    """Whether a length and times are of one course: a story has one, or a telling name is told with both."""
    return sort.one or any(reader.names(length) & reader.names(claim) for claim in others)
