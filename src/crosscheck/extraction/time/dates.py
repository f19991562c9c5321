"""Dates and clock times of an article.

The words that can open a date are looked up in one table; each leads to the production
that reads what stands around it (`written`, `relative`). `ranges` joins what belongs
together, `placing` turns what the words say into moments.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from crosscheck.extraction.document import Document
from crosscheck.extraction.time import numeric_dates, relative, time_units, written, years
from crosscheck.extraction.time.calendar_words import (
    DECADES,
    DEICTIC,
    FULL_WEEKDAYS,
    MONTHS,
    NAMED,
    PARTS_OF_DAY,
    SEASONS,
    SUFFIXES,
    UNITS,
    YEARS,
)
from crosscheck.extraction.time.frame import Frame
from crosscheck.extraction.time.numeric_dates import EMBEDDED, NUMERIC
from crosscheck.extraction.time.placing import place
from crosscheck.extraction.time.ranges import joined
from crosscheck.extraction.time.stated import Item, Stated
from crosscheck.extraction.time.times import times
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import CENTURIES, Production
from crosscheck.model import Mention
from crosscheck.values import Moment

# Every word that can open a date, with the productions to try in turn.
TRIGGERS: Final[dict[str, tuple[Production, ...]]] = {
    **dict.fromkeys(SUFFIXES, (relative.day_alone, relative.on_the)),
    **dict.fromkeys(PARTS_OF_DAY, (relative.part_of_day,)),
    "now": (relative.now,),
    **dict.fromkeys(UNITS, (time_units.unit,)),
    **dict.fromkeys(YEARS, (years.year,)),
    **dict.fromkeys(CENTURIES, (years.in_words,)),
    **dict.fromkeys(MONTHS, (written.month,)),
    **dict.fromkeys(FULL_WEEKDAYS, (relative.weekday,)),
    **dict.fromkeys(DEICTIC, (relative.deictic,)),
    **dict.fromkeys(SEASONS, (years.season,)),
    **dict.fromkeys([*DECADES, "s"], (years.tens,)),
    **dict.fromkeys(["q", "h"], (years.code,)),
}
for _word in NAMED:
    TRIGGERS[_word] = (years.named, *TRIGGERS.get(_word, ()))


def stated(words: Words) -> list[Item]:
    """What the words say of dates, in the order of the text, not yet placed in time."""
    figures = in_figures(words)
    triggers = TRIGGERS
    items: list[Item] = []
    for i, productions in [(i, triggers[w]) for i, w in enumerate(words.tokens.lower) if w in triggers]:
        if i <= words.done:
            continue
        for read in productions:
            found = read(words, i)
            if found is not None:
                break
        else:
            continue
        items.append(found)
        words.done = found.last
    if figures:
        items = merged(items, figures)
    return joined(words, items)


def in_figures(words: Words) -> list[Item]:
    """Dates in figures, found over the text itself: "07/10/2023", "2023-10-07"."""
    tokens = words.tokens
    found: list[Item] = []
    for pattern in (NUMERIC, EMBEDDED):
        for match in pattern.finditer(tokens.text):
            first = bisect_right(tokens.starts, match.start()) - 1
            last = bisect_left(tokens.ends, match.end())
            if pattern is EMBEDDED:
                year, month, day = map(int, match.groups())
                item = numeric_dates.proper(Stated(first, last, "day", year=year, month=month, day=day))
            else:
                item = numeric_dates.numeric(first, last, match)
            if item is not None and tokens.ends[last] == match.end():
                found.append(item)
    return found


def merged(items: list[Item], figures: list[Item]) -> list[Item]:
    """Both lists in the order of the text; a date in figures wins over what lies inside it."""
    taken = {i for item in figures for i in range(item.first, item.last + 1)}
    kept = [item for item in items if item.first not in taken and item.last not in taken]
    return sorted(kept + figures, key=lambda item: item.first)


def told_by_length(item: Item) -> bool:
    """Whether the words state a length as well: "eight years from now", "the past decade"; "ago" does not."""
    if not isinstance(item, Stated) or item.anchor != "as_of":
        return False
    return (
        item.count is not None
        or (item.exact and (item.shift or 0) > 0)
        or item.level in ("decade", "year", "week", "month", "century")
    )


def read(document: Document) -> Iterator[Mention]:
    """The dates and times of an article; their tokens are claimed."""
    words, items = document.dated
    frame = Frame(words, document.as_of, items)
    tokens = document.tokens
    placed: list[tuple[int, int, Moment]] = []
    for item in items:
        document.claim(item.first, item.last)
        if told_by_length(item):
            document.claimed[item.first : item.last + 1] = b"\2" * (item.last + 1 - item.first)
        placed.append((item.first, item.last, place(frame, item)))
    for first, last, moment in placed:
        start, end = tokens.starts[first], tokens.ends[last]
        yield Mention(start, end, document.text[start:end], "date", moment)
    for first, last, instant in times(words, placed):
        document.claim(first, last)
        start, end = tokens.starts[first], tokens.ends[last]
        yield Mention(start, end, document.text[start:end], "time", instant)
