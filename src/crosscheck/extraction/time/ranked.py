"""Periods by their rank in a longer one: "the third quarter of 2023", "the first week of May"."""

from attrs import evolve

from crosscheck.extraction.time.calendar_words import (
    DASHES,
    ECHOES,
    MONTHS,
    SHIFTS,
    UNITS,
    UNSURE,
    rank_ending,
)
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import Found, with_part, with_year


def held(t: Words, i: int) -> Stated | None:
    """The period that holds what stands before token i: "of next week", "in October 2018", ", last week"."""
    if t.lower[i] in ("of", "in", ","):
        i += 1
    elif t.lower[i] not in SHIFTS:
        return None
    if t.lower[i] in ("the", "this", "that") and t.lower[i] == "the":
        i += 1
    word, unit = t.lower[i], UNITS.get(t.lower[i + 1], "")
    if word in SHIFTS and unit in ("week", "month", "year"):
        return Stated(i, i + 1, unit, shift=SHIFTS[word], anchor="as_of")
    if word in ECHOES and unit in ("week", "month", "year"):
        return Stated(i, i + 1, unit, shift=ECHOES[word], anchor="text")
    if word in ("week", "month", "year") and t.lower[i - 1] == "the":
        return Stated(i, i, word, shift=0, anchor="as_of")
    if word in MONTHS and (t.capital(i) or word not in UNSURE):
        return with_year(t, Stated(i, i, "month", month=MONTHS[word]))
    return None


def ranked(t: Words, i: int, level: str) -> Found:
    """As in "the third quarter of 2023", "first half of last year", "the 15th century"."""
    j = i - 1
    if t.lower[j] in DASHES and j > t.done and t.glued(i):
        j -= 1
    found = rank_ending(t.lower, j) if j > t.done else None
    if found is None:
        return week_number(t, i) if level == "week" else None
    rank, first = found
    first = first if first > t.done else j
    if level == "century":
        s = Stated(first, i, "century", year=100 * (rank - 1)) if 1 < rank < 23 else None
        return s and with_part(t, s)
    if level in ("quarter", "half") and rank <= (4 if level == "quarter" else 2):
        return part_of_year(t, Stated(first, i, level, number=rank))
    if level in ("week", "month", "day"):
        inner = held(t, i + 1) or yeared(t, i + 1)
        if inner is not None and inner.level in ("month", "year") and inner.level != level:
            return Stated(first, inner.last, level, number=rank, anchor=inner)
    return None


def yeared(t: Words, i: int) -> Stated | None:
    """As in "of 2015" at token i, as a period."""
    s = with_year(t, Stated(i - 1, i - 1, "day"))
    return Stated(i, s.last, "year", year=s.year) if s.year is not None else None


def part_of_year(t: Words, s: Stated) -> Found:
    """A quarter or half with its year: "of 2023", "of last year", "this year", or the running one."""
    placed = with_year(t, s)
    if placed.year is not None or placed.anchor is not None:
        return placed
    i = s.last + 1
    if t.lower[i] == "of" and t.lower[i + 1] == "the" and t.lower[i + 2] == "year":
        return evolve(s, last=i + 2, anchor=Stated(i, i + 2, "year", shift=0, anchor="as_of"))
    j = s.first - 1
    if t.before(s.first) in ("year's", "year’s") and t.before(j) in SHIFTS:
        return evolve(
            s, first=j - 1, anchor=Stated(j - 1, j, "year", shift=SHIFTS[t.before(j)], anchor="as_of")
        )
    return s if s.level == "quarter" and t.before(s.first) in ("the", "in") else None


def week_number(t: Words, i: int) -> Found:
    """As in "week 23 of 2018": the week by its number, with its year."""
    number = t.lower[i + 1]
    if not number.isdecimal() or len(number) > 2 or not 1 <= int(number) <= 53:
        return None
    year = yeared(t, i + 2) if t.lower[i + 2] in ("of", ",") else None
    if year is None:
        return None
    return Stated(i, year.last, "week", number=int(number), anchor=year)
