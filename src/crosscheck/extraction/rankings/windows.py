"""From when on a place in an order is counted: "since 2019", "in seven years", "this season", "in a row"."""

from typing import Final

from crosscheck.extraction.rankings.spots import Spot
from crosscheck.extraction.time.calendar_words import MONTHS
from crosscheck.lexicon import wordset

REACH: Final = 16  # tokens behind an ordinal
NEAR: Final = 6  # tokens from "since" to its year
SPANS: Final = wordset("ranks", "windows", "spans")
DECADES: Final = wordset("ranks", "windows", "decades")
NOW: Final = wordset("ranks", "windows", "now")
RUN: Final = wordset("ranks", "streaks", "behind")
AFTER: Final = wordset("ranks", "streaks", "after")
MARKS: Final = frozenset(", ; . ( – —".split())
LONGEST: Final = 200  # years that news counts back

Years = tuple[int, int]


def streak(spot: Spot) -> bool:
    """Whether the count is of an unbroken run: "third straight", "third in a row", "a third time running"."""
    lower, last = spot.lower, spot.last
    behind = lower[last + 1 : min(last + REACH, spot.stop)]
    if behind[:1] and behind[0] in RUN:
        return True
    for k in range(len(behind) - 1):
        if behind[k] == "time" and behind[k + 1] == "running":
            return True
        if behind[k] in ("in", "on") and behind[k + 2 : k + 3] and behind[k + 2] in AFTER:
            return True
    return False


def years(spot: Spot) -> Years | None:
    """The first and the last year in which the count can begin, None where the words do not tell."""
    lower, day = spot.lower, spot.document.as_of.day
    stop = min(spot.last + REACH, spot.stop)
    for k in range(spot.last + 1, stop):
        word = lower[k]
        if word in MARKS:
            return None
        if word == "since":
            return _since(spot, k + 1)
        if day is None:
            continue
        if word in NOW and lower[k - 1] in ("this", "the", "current") and _now(lower, k):
            return day.year, day.year
        if word in SPANS or word in DECADES:
            span = _span(spot, k)
            if span is not None:
                return day.year - span - 1, day.year - span + 1
    return None


def _now(lower: list[str], k: int) -> bool:
    """As in "this year", "of the season"; not "the third year", "in the season of 1998"."""
    return lower[k - 1] == "this" or lower[k - 2 : k - 1] == ["of"]


def _since(spot: Spot, k: int) -> Years | None:
    lower, day = spot.lower, spot.document.as_of.day
    for i in range(k, min(k + NEAR, spot.stop)):
        word = lower[i]
        if len(word) == 4 and word.isascii() and word.isdecimal() and "1500" < word < "2100":
            return int(word), int(word)
        if word in MONTHS and i == k and day is not None:
            year = day.year - (MONTHS[word] > day.month)
            return year, year
        if word in ".;,":
            return None
    return None


def _span(spot: Spot, k: int) -> int | None:
    """The years of "in seven years", "in as many years" excluded, where token k is the unit."""
    lower = spot.lower
    n = spot.document.numerals.ending.get(k - 1)
    many = DECADES if lower[k] in DECADES else SPANS
    tens = 10 if many is DECADES else 1
    if n is not None and not (n.loose or n.fraction) and lower[n.first - 1] in ("in", "over", "within"):
        return int(n.value) * tens if 0 < n.value * tens < LONGEST else None
    return tens if lower[k - 2 : k] == ["in", "a"] and many is DECADES else None
