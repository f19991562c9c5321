"""What happened years ago, dated in one article and counted back to in another.

"The yard was sold in 2016" and "bought the yard nine years ago", said in 2022, cannot both be
true. The two are of one thing where their sentences share what tells it apart in this story: rare words,
names and figures, more than either shares with another such sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Final

from attrs import frozen

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Weights
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Duration, Moment

LEAST: Final = 7.0  # bits of what two sentences share
APART: Final = 3.0  # bits by which it must be more than with any other sentence
TELLING: Final = 3.0  # bits from which a word tells anything
YEAR: Final = 4  # digits
FIGURE: Final = 5.0  # bits of a figure
WORDS: Final = 2  # telling words that both sentences have at least
RECENT: Final = 300  # days for which something is news
MOST: Final = 40  # such dates of one article
SEASON: Final = 45  # days between the articles of a story from which an undated one may borrow its day
ROOM: Final = {"Y": 180, "M": 20}  # days by which a count of such units may be off besides


@frozen(slots=True, eq=False)
class _Past:
    """A day of years ago: its first and last, counted back to or dated."""

    claim: Claim
    first: date
    last: date
    counted: bool

    def fits(self, other: "_Past") -> bool:
        return self.first <= other.last and other.first <= self.last


def past_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "past": a time counted back, and the date that another article gives for the same."""
    told: dict[int, list[_Past]] = defaultdict(list)
    days = {c.article: c.as_of.day for c in claims if c.as_of.day is not None}
    today = {n: _today(n, days, stories) for n in sorted({c.article for c in claims})}
    for claim in claims:
        if len(told[claim.article]) < MOST and (found := _past(claim, today[claim.article])) is not None:
            told[claim.article].append(found)
    if not any(one.counted for own in told.values() for one in own):
        return
    weigher = _Weigher(claims, stories)
    for article, own in sorted(told.items()):
        near = [o for o in _near(article, today, stories) if o in told]
        dated = {past.claim.sentence for past in own if not past.counted}
        counted = [past for past in own if past.counted and past.claim.sentence not in dated]
        for one, other in product(counted, near):
            if (best := _counterpart(one, own, told[other], weigher)) is not None:
                two, bits, words = best
                listed = ", ".join(f"“{word}”" for word in words)
                reasons = (f"both tell of {listed} (+{bits:.1f})",)
                yield Group("past", (one.claim, two.claim), (Link(one.claim, two.claim, bits, reasons),))


def _past(claim: Claim, today: date | None) -> _Past | None:
    """What a claim tells of years ago, seen from `today`; None for news, bounds and periods."""
    value = claim.mention.value
    if claim.modality != "asserted" or claim.zone in ("dateline", "byline"):
        return None
    if isinstance(value, Duration):
        return _counted(claim, value, today)
    if not isinstance(value, Moment) or value.stated_year is None or value.hedge is not None:
        return None
    first, last = value.earliest, value.latest
    if claim.before[:1] == ("the",) or claim.mention.text.lower().endswith("ago"):
        return None  # "the 2016 election" is a name, and may be told of any day
    if first is None or last is None or "/" in value.stated:
        return None
    return None if today is not None and (today - last).days < RECENT else _Past(claim, first, last, False)


def _counted(claim: Claim, value: Duration, today: date | None) -> _Past | None:
    """The days that "eight years ago" allows, half a year more than it says on either side."""
    band = value.back_from(today) if claim.after[:1] == ("ago",) and today is not None else None
    if band is None or value.count is None or value.count[1] not in ROOM or value.hedge is not None:
        return None
    room = timedelta(ROOM[value.count[1]])
    if today is None or (today - band[1]).days < RECENT:
        return None
    return _Past(claim, band[0] - room, band[1] + room, True)


def _today(article: int, days: dict[int, date], stories: Stories) -> date | None:
    """The day of an article, or of one of its story."""
    if article in days:
        return days[article]
    alike = (o for o in stories.related(article) if stories.likeness(article, o) >= ONE_STORY)
    near = [days[o] for o in alike if o in days]
    return min(near) if near and (max(near) - min(near)).days <= SEASON else None


def _near(article: int, today: Mapping[int, date | None], stories: Stories) -> list[int]:
    """The articles of the story and the time of one."""
    here = today.get(article)
    alike = (o for o in stories.related(article) if stories.likeness(article, o) >= ONE_STORY)
    days = ((o, today.get(o)) for o in alike)
    return [o for o, there in days if here and there and abs((here - there).days) <= SEASON]


def _counterpart(
    one: _Past, own: Sequence[_Past], others: Sequence[_Past], weigher: "_Weigher"
) -> tuple[_Past, float, list[str]] | None:
    """The date of another article whose sentence shares most with that of a time counted back, by far."""
    rows = [(*weigher.shared(one.claim, two.claim), two) for two in others if not two.counted]
    rows.sort(key=lambda row: (-row[0], row[2].claim.where))
    if not rows or rows[0][0] < LEAST or any(row[0] and one.fits(row[2]) for row in rows):
        return None
    bits, words, best = rows[0]
    rivals = [row[0] for row in rows[1:] if not row[2].fits(best)]
    mine = [weigher.shared(c.claim, best.claim)[0] for c in own if c is not one and c.fits(best)]
    return None if max((*rivals, *mine), default=0.0) > bits - APART else (best, bits, words)


class _Weigher:
    """Weighs what two sentences share."""

    def __init__(self, claims: Sequence[Claim], stories: Stories) -> None:
        self.weights = Weights(claims)
        self.names = stories.names

    def shared(self, one: Claim, two: Claim) -> tuple[float, list[str]]:
        """The bits of the telling words of both sentences, and these; a name or a figure must be one."""
        kept = {word: self._bits(word) for word in _words(one) & _words(two)}
        kept = {word: bits for word, bits in kept.items() if bits >= TELLING}
        names = self.names[one.article] | self.names[two.article]
        if len(kept) < WORDS or not any(word in names or word.isdecimal() for word in kept):
            return 0.0, []
        return sum(sorted(kept.values())), sorted(kept)

    def _bits(self, word: str) -> float:
        return FIGURE if word.isdecimal() else self.weights(word)


def _words(claim: Claim) -> frozenset[str]:
    """The content words and the figures of the sentence of a claim."""
    words = claim.wording.lower if claim.wording else ()
    figures = {w for w in words if w.isdecimal() and len(w) > 1}
    years = {w for w in figures if len(w) == YEAR and w[:2] in ("19", "20")}
    return (claim.context | figures | {canonical(w) for w in words[:1]}) - years
