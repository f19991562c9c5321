"""Two dates that name one stretch: "from March 3 to April 5", "2011-2013", "between May and July"."""

from typing import Final

from attrs import evolve

from crosscheck.extraction.time.calendar_words import DASHES
from crosscheck.extraction.time.stated import Item, Stated, Stretch
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import TO
from crosscheck.lexicon import wordset

# What is moved from one day to another does not last from the one to the other.
MOVED: Final = wordset("time_cues", "moved")
LEVELS: Final = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")


def joined(t: Words, items: list[Item]) -> list[Item]:
    """The dates of a text with those joined that name a stretch together."""
    out: list[Item] = []
    for item in items:
        left = out[-1] if out else None
        if isinstance(left, Stated) and isinstance(item, Stated):
            stretch = join(t, left, item)
            if stretch is not None:
                out[-1] = stretch
                continue
        out.append(opened(t, item) if isinstance(item, Stretch) else item)
    return out


def opened(t: Words, s: Stretch) -> Stretch:
    """The stretch with "from" or "between" (and "the") before it."""
    first = s.first
    if first and t.lower[first - 1] == "the":
        first -= 1
    return evolve(s, first=first - 1) if first and t.lower[first - 1] in ("from", "between") else s


def join(t: Words, left: Stated, right: Stated) -> Stretch | None:
    """The stretch that two neighbouring dates name, or None."""
    gap = right.first - left.last - 1
    if not 1 <= gap <= 2 or (gap == 2 and t.lower[right.first - 1] != "the"):
        return None
    link = t.lower[left.last + 1]
    opener = t.lower[left.first - 1] if left.first else ""
    if opener == "the" and left.first > 1:
        opener = t.lower[left.first - 2]
    if (left.weekday is None) != (right.weekday is None) and (left.month is None) != (right.month is None):
        return None
    if link in DASHES or link == "~":
        if right.anchor == "text" or left.level != right.level or "\n" in t.tokens.gap(left.last):
            return None
    elif link == "and":
        if opener != "between":
            return None
    elif (
        link not in TO
        or right.hedge == "event"
        or (opener != "from" and left.level == "year" and not numeric(t, left, right))
    ):
        return None
    if opener == "from" and MOVED.intersection(t.lower[max(0, left.first - 8) : left.first]):
        return None
    return opened(t, fitted(left, right))


def numeric(t: Words, left: Stated, right: Stated) -> bool:
    """Whether both are plain years: "1994 to 1998"."""
    return left.first == left.last and right.first == right.last and t.words[left.first].isdecimal()


def fitted(left: Stated, right: Stated) -> Stretch:
    """The stretch, with the year that only one of its ends states given to both."""
    first, last = left.first, right.last
    if left.year is None and left.anchor is None and right.year is not None and left.level != "decade":
        early = (left.month or 0) > (right.month or 12)  # "Nov. 20 to Feb. 5, 2017"
        left = evolve(left, year=right.year - early)
    elif right.year is None and right.anchor is None and left.year is not None and right.level != "decade":
        late = (right.month or 12) < (left.month or 0)
        right = evolve(right, year=left.year + late)
    return Stretch(first, last, left, right)
