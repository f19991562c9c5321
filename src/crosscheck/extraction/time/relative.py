"""Dates told from another day: "on Tuesday", "last week", "two days ago", "the following month".

Each production takes the words and the token that triggered it and gives what it read,
without placing it in time.
"""

from typing import Final

from attrs import evolve

from crosscheck.extraction.time.calendar_words import (
    DEICTIC,
    ECHOES,
    FULL_WEEKDAYS,
    MONTHS,
    SHIFTS,
    SUFFIXES,
    rank_ending,
)
from crosscheck.extraction.time.ranked import held
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import Found, day_at
from crosscheck.lexicon import wordset

NAMES: Final = wordset("time_cues", "names")


FEW: Final = frozenset(("first", "second", "third", "fourth"))
STARTS_CLAUSE: Final = wordset("time_cues", "starts_clause")
PAPERS: Final = wordset("time_cues", "papers")


def deictic(t: Words, i: int) -> Found:
    """As in "today", "yesterday", "the day after tomorrow", "later today"."""
    word = t.lower[i]
    if (t.before(i) in ("usa", "russia") and t.before(i)) or (
        i + 1 < t.size and t.glued(i + 1) and t.lower[i + 1] == "." and t.lower[i + 2] in ("com", "co")
    ):
        return None
    s = Stated(i, i, "day", shift=DEICTIC[word], anchor="as_of")
    step = 1 if t.before(i) == "after" else -1 if t.before(i) == "before" else 0
    if step and t.before(i - 1) == "day" and word != "today":
        first = i - 3 if t.before(i - 2) == "the" else i - 2
        return evolve(s, first=first, shift=DEICTIC[word] + step)
    return s


def weekday(t: Words, i: int) -> Found:
    """As in "Tuesday", "last Friday", "Monday of next week", "Thursday the 21st", "that Friday"."""
    before, after = t.before(i), t.lower[i + 1]
    if before in NAMES or (after in PAPERS and i + 1 < t.size and t.capital(i + 1)):
        return None
    if month_follows(t, i + 1):
        return None
    s = Stated(i, i, "day", weekday=FULL_WEEKDAYS[t.lower[i]])
    ranked = rank_ending(t.lower, i - 1) if before in SUFFIXES or before in FEW else None
    if before == "last" or ranked:
        inner = held(t, i + 1)
        if inner is not None and inner.level in ("month", "year"):
            rank, first = ranked or (-1, i - 1)
            return evolve(s, first=first, last=inner.last, number=rank, anchor=inner)
    if before in SHIFTS:
        last = i + (t.lower[i + 1] == "week")
        return evolve(s, first=i - 1, last=last, shift=SHIFTS[before], anchor="as_of")
    if before in ("that", "following", "same"):
        first = i - 2 if t.before(i - 1) in ("the", "that") else i - 1
        return evolve(s, first=first, shift=1 if before == "following" else 0, anchor="text")
    inner = held(t, i + 1)
    if inner is not None and inner.level == "week":
        return evolve(s, last=inner.last, anchor=inner)
    if before == "week" and t.before(i - 1) in SHIFTS:
        week = Stated(i - 2, i - 1, "week", shift=SHIFTS[t.before(i - 1)], anchor="as_of")
        return evolve(s, first=i - 2, anchor=week)
    return dated(t, s)


def month_follows(t: Words, i: int) -> bool:
    """Whether a date with a month's name starts at token i, to which the weekday before it belongs."""
    for _ in range(2):
        i += t.lower[i] in (",", ".", "the")
    if t.lower[i] in MONTHS:
        return t.capital(i) and day_at(t, t.dotted(i)) is not None
    found = day_at(t, i)
    if found is None:
        return False
    k = found[1] + 1
    return t.lower[k + (t.lower[k] == "of")] in MONTHS


def dated(t: Words, s: Stated) -> Stated:
    """A weekday with a day of the month behind it: "Friday the 22nd", "Tuesday 19th"."""
    k = s.last + 1
    if t.lower[k] == ",":
        k += 1
    the = t.lower[k] == "the"
    found = day_at(t, k + the)
    if found is None or not (the or found[1] > k) or counts(t, found[1] + 1):
        return s
    if the and found[1] == k + the and t.lower[k + the] in ("first", "second"):
        return s
    return evolve(s, last=found[1], day=found[0])


def counts(t: Words, i: int) -> bool:
    """Whether the noun at token i is what the ordinal counts: "Monday, the 25th anniversary"."""
    return t.lower[i].isalpha() and not t.capital(i) and t.lower[i] not in STARTS_CLAUSE


def day_alone(t: Words, i: int) -> Found:
    """As in "the 20th of next month": a day of a month that is told from the as-of day."""
    found = rank_ending(t.lower, i)
    if found is None:
        return None
    inner = held(t, i + 1)
    if inner is None or inner.level != "month" or inner.month is not None:
        return None
    return Stated(found[1], inner.last, "day", day=found[0], anchor=inner)


def on_the(t: Words, i: int) -> Found:
    """As in "on the 15th": a day of the month told before; the suffix is token i."""
    found = rank_ending(t.lower, i)
    if (
        found is None
        or t.before(found[1]) != "the"
        or t.before(found[1] - 1) not in ("on", "by", "until", "since", "for", "before")
    ):
        return None
    after = t.lower[i + 1]
    if after.isalpha() and after not in ("and", "at", "in", "with", "when", "to", "from", "as", "but", "for"):
        return None
    return Stated(found[1] - 1, i, "day", day=found[0])


def now(t: Words, i: int) -> Found:
    """As in "between now and November", "from 2019 until now": the as-of day as the end of a range."""
    s = Stated(i, i, "day", shift=0, anchor="as_of")
    if t.before(i) in ("between", "from") and t.lower[i + 1] in ("and", "to", "until", "till", "through"):
        return s
    if t.lower[i - 1 : i] in (["and"], ["to"], ["until"], ["till"]) and t.done == i - 2:
        return s
    return None


def part_of_day(t: Words, i: int) -> Found:
    """As in "the next morning", "the following night", "that evening": the day that holds it."""
    before = t.before(i)
    if before in ("next", "following", "previous"):
        if t.before(i - 1) != "the":
            return None
        return Stated(i - 2, i, "day", shift=ECHOES.get(before, SHIFTS.get(before, 0)), anchor="text")
    if before == "that":
        return Stated(i - 1, i, "day", shift=0, anchor="text")
    if before == "this" and t.lower[i] != "night":
        return Stated(i - 1, i, "day", shift=0, anchor="as_of")
    if before == "last" and t.lower[i].startswith("night"):
        return Stated(i - 1, i, "day", shift=-1, anchor="as_of")
    return None
