"""Dates told from another day: "on Tuesday", "last week", "two days ago", "the following month".

Each production takes the words and the token that triggered it and gives what it read,
without placing it in time.
"""

from decimal import Decimal
from typing import Final

from attrs import evolve

from crosscheck.extraction.calendar_words import (
    DASHES,
    DEICTIC,
    ECHOES,
    FULL_WEEKDAYS,
    MONTHS,
    NAMED,
    PARTS,
    PLURALS,
    SHIFTS,
    SUFFIXES,
    UNITS,
    UNSURE,
    day_of,
    rank_ending,
)
from crosscheck.extraction.numerals import Numeral
from crosscheck.extraction.stated import Stated
from crosscheck.extraction.tense import direction
from crosscheck.extraction.written import DAYS, Found, Words, day_at, with_part, with_year

STEPS: Final = {
    "day": 1,
    "week": 1,
    "fortnight": 1,
    "month": 1,
    "quarter": 1,
    "year": 1,
    "decade": 1,
    "century": 1,
}
NAMES: Final = frozenset(
    "super black bloody cyber fat giving sheffield palm casual every each ruby ash good".split()
)
PAPERS: Final = frozenset("times telegraph mirror mail express herald post people world night live".split())
FUTURE: Final = frozenset("will shall 'll ’ll would could may expected due going plans".split())
LATER: Final = frozenset(("later", "after", "afterward", "afterwards"))
EARLIER: Final = frozenset(("earlier", "before", "previously"))
ARTICLES: Final = frozenset(("a", "an", "one"))


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
    ranked = (
        rank_ending(t.lower, i - 1)
        if before in SUFFIXES or before in ("first", "second", "third", "fourth")
        else None
    )
    if before == "last" or ranked:
        inner = held(t, i + 1)
        if inner is not None and inner.level in ("month", "year"):
            rank, first = ranked or (-1, i - 1)
            return evolve(s, first=first, last=inner.last, number=rank, anchor=inner)
    if before in SHIFTS:
        week = t.lower[i + 1] if t.lower[i + 1] == "week" else ""
        return evolve(s, first=i - 1, last=i + bool(week), shift=SHIFTS[before], anchor="as_of")
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
    if (
        found is None
        or not (the or found[1] > k)
        or (the and found[1] == k + the and t.lower[k + the] in ("first", "second"))
    ):
        return s
    return evolve(s, last=found[1], day=found[0])


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


def unit(t: Words, i: int) -> Found:
    """What a unit of time at token i tells of a date, or None where it is a mere length."""
    level = UNITS[t.lower[i]]
    if level in ("hour", "minute"):
        return hours(t, i)
    numeral = t.document.numerals.ending.get(i - 1) if i - 1 > t.done else None
    if numeral is None and t.before(i) in DASHES and t.glued(i):
        return ranked(t, i, level)
    if numeral is not None and numeral.first > t.done:
        found = counted(t, i, level, numeral)
        return found if found is not None else stretch_of(t, i, level, numeral)
    return single(t, i, level)


def hours(t: Words, i: int) -> Found:
    """As in "36 hours ago" is no date; its day is not certain."""
    return None


def single(t: Words, i: int, level: str) -> Found:
    """A unit without a number: "last week", "the following day", "a year ago", "the end of the year"."""
    before = t.before(i)
    if (
        before in ("fiscal", "financial", "calendar", "school", "academic")
        and t.before(i - 1) in SHIFTS
        and level in ("year", "quarter")
    ):
        return Stated(
            i - 2,
            i,
            level,
            shift=SHIFTS[t.before(i - 1)],
            anchor="as_of",
            hedge="fiscal" if before != "calendar" else None,
        )
    if (
        before == "the"
        and t.lower[i + 1] == "after"
        and (t.lower[i + 2] == "next" or t.lower[i + 2 : i + 4] == ["the", "next"])
    ):
        if level in ("week", "weekend", "month", "year"):
            return Stated(i - 1, i + 2 + (t.lower[i + 2] == "the"), level, shift=2, anchor="as_of")
    if before in SHIFTS:
        return shifted(t, i, level, before)
    if before in ECHOES:
        return echoed(t, i, level, before)
    if before in ARTICLES or before in ("few", "several", "couple"):
        return counted(t, i, level, None)
    if level == "weekend" and t.lower[i] == "weekend":
        first = i - 1 if before in ("the", "this") else i
        return (
            Stated(first, i, "weekend", shift=0, anchor="as_of", hedge=None)
            if before in ("the", "over", "at", "on")
            else None
        )
    if level == "day" and before == "the" and t.lower[i + 1] in ("after", "before"):
        return eve(t, i)
    if level == "year" and (before in {"the", "of"}):
        return whole_year(t, i)
    if level in ("month", "week") and before == "the" and t.before(i - 1) == "of":
        s = with_part(t, Stated(i, i, level, shift=0, anchor="running"))
        return s if s.part and t.lower[i + 1] not in DASHES else ranked(t, i, level)
    return ranked(t, i, level)


def whole_year(t: Words, i: int) -> Found:
    """As in "the end of the year", "later in the year", "the year 2008"."""
    s = with_part(t, Stated(i, i, "year", shift=0, anchor="running"))
    if s.part:
        return (
            s if t.lower[i + 1] not in ("old", "of") and not (i + 1 < t.size and t.capital(i + 1)) else None
        )
    if t.before(i - 1) == "in" and t.before(i - 2) in ("later", "earlier"):
        return evolve(
            s, first=i - 3, part="late" if t.before(i - 2) == "later" else "early", hedge=t.before(i - 2)
        )
    return None


def shifted(t: Words, i: int, level: str, word: str) -> Found:
    """As in "last week", "this month", "late last year", "earlier this week", "next year's third quarter"."""
    if level in ("half", "season") or t.lower[i] in PLURALS:
        return None
    if level == "day":
        return next_day(t, i, word)
    first = i - 1
    if word == "last" and level in ("week", "weekend", "month"):
        inner = held(t, i + 1) or yeared(t, i + 1)
        if (
            inner is not None
            and inner.level in ("month", "year")
            and inner.level != level
            and t.lower[i + 1] in ("of", "in")
        ):
            return Stated(first, inner.last, level, number=-1, anchor=inner)
    s = Stated(first, i, level, shift=SHIFTS[word], anchor="as_of")
    if word in ("next", "previous") and t.before(first) == "the" and level in ("week", "month", "year"):
        # "The next year" of a story; "over the next year" looks ahead from today.
        return with_part(
            t, evolve(s, first=first - 1, anchor="text" if direction(t, first, i) < 0 else "as_of")
        )
    k = i + 2 if t.lower[i + 1] in ("on", "-", ",") else i + 1
    if level == "week" and t.lower[k] in FULL_WEEKDAYS and t.lower[i + 1] != ",":
        return Stated(first, k, "day", weekday=FULL_WEEKDAYS[t.lower[k]], anchor=s)
    if (
        t.before(first) == "the"
        and word in ("last", "past")
        and level in ("week", "month", "year", "quarter")
    ):
        s = evolve(s, first=first - 1)
    if t.before(s.first) in ("earlier", "later"):
        word = t.before(s.first)
        return evolve(s, first=s.first - 1, part="early" if word == "earlier" else "late", hedge=word)
    return with_part(t, s)


def next_day(t: Words, i: int, word: str) -> Found:
    """As in "the next day", "the next morning", "the previous day": by the date told before."""
    if word not in ("next", "previous") or (t.before(i - 1) not in ("the", "very") and not opens(t, i - 1)):
        return None
    first = i - 2 if t.before(i - 1) == "the" else i - 1
    return Stated(first, i, "day", shift=SHIFTS[word], anchor="text")


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


def opens(t: Words, i: int) -> bool:
    """Whether token i begins a sentence."""
    return i <= 0 or t.lower[i - 1] in (".", "!", "?", "”", '"') or "\n" in t.tokens.gap(i - 1)


def now(t: Words, i: int) -> Found:
    """As in "between now and November", "from 2019 until now": the as-of day as the end of a range."""
    s = Stated(i, i, "day", shift=0, anchor="as_of")
    if t.before(i) in ("between", "from") and t.lower[i + 1] in ("and", "to", "until", "till", "through"):
        return s
    if t.lower[i - 1 : i] in (["and"], ["to"], ["until"], ["till"]) and t.done == i - 2:
        return s
    return None


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


def echoed(t: Words, i: int, level: str, word: str) -> Found:
    """As in "the following day", "that month", "the same year"."""
    if level == "day" and word == "same" and t.lower[i + 1] in ("sex", "day", "service"):
        return None
    if level in ("half", "season", "quarter", "decade", "century") or t.lower[i] in PLURALS:
        return None
    if word in ("that", "same") and t.lower[i + 1] in ("that", "as"):
        return None
    first = i - 1
    if t.before(first) in ("the", "that"):
        first -= 1
    elif word == "same":
        return None
    return Stated(first, i, level, shift=ECHOES[word], anchor="text")


def eve(t: Words, i: int) -> Found:
    """As in "the day after Christmas", "the day before" something the text dates or not."""
    sign = 1 if t.lower[i + 1] == "after" else -1
    base = base_at(t, i + 2)
    s = Stated(i - 1, i + 1, "day", shift=sign, anchor="text", hedge="event")
    if base is not None:
        return evolve(s, last=base.last, anchor=base, hedge=None)
    if t.lower[i + 2] in ("", ".", ",", ";") or i + 2 >= t.size:
        return evolve(s, hedge=None)
    return s if t.lower[i + 2] != "day" else None


def base_at(t: Words, i: int) -> Stated | None:
    """The date at token i from which another is counted: "January 15", "Christmas", "today", "next Friday"."""
    word = t.lower[i]
    if word == "the" and t.lower[i + 1] in MONTHS:
        i, word = i + 1, t.lower[i + 1]
    if word in DEICTIC:
        return Stated(i, i, "day", shift=DEICTIC[word], anchor="as_of")
    if word == "now":
        return Stated(i, i, "day", shift=0, anchor="as_of")
    if word in MONTHS and i < t.size and t.capital(i):
        after = t.dotted(i) if len(word) < 5 else i + 1
        found = day_at(t, after)
        if found is not None:
            return with_year(t, Stated(i, found[1], "day", month=MONTHS[word], day=found[0]))
    if word in NAMED:
        for form, entry in NAMED[word]:
            if t.lower[i : i + len(form)] == form:
                return with_year(t, Stated(i, i + len(form) - 1, "day", named=entry))
    if word in ("next", "last", "this") and t.lower[i + 1] in FULL_WEEKDAYS:
        return Stated(
            i, i + 1, "day", weekday=FULL_WEEKDAYS[t.lower[i + 1]], shift=SHIFTS[word], anchor="as_of"
        )
    return None


def amount(t: Words, i: int, numeral: Numeral | None) -> tuple[int, int | None] | None:
    """How many units stand before token i: (first token, count or None where it is vague)."""
    if numeral is None:
        before = t.before(i)
        if before in ARTICLES:
            return i - 1, 1
        first = i - 2 if t.before(i - 1) in ARTICLES else i - 1
        return (first - 0, None)
    if numeral.loose is not None or numeral.value != numeral.value.to_integral_value():
        return numeral.first, 2 if numeral.loose and "couple" in numeral.loose else None
    return (numeral.first, int(numeral.value)) if numeral.value < Decimal(10000) else None


def compound(t: Words, first: int, level: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Longer units before a count: "2 years 1 month (21 days)": (first token, their steps)."""
    steps: list[tuple[int, str]] = []
    while len(steps) < 4:
        j = first - 1
        if t.lower[j] in ("and", ",") and j > t.done:
            j -= 1
        unit_ = UNITS.get(t.lower[j], "") if j > t.done else ""
        numeral = t.document.numerals.ending.get(j - 1) if unit_ else None
        if (
            numeral is None
            or numeral.value != numeral.value.to_integral_value()
            or numeral.first <= t.done
            or numeral.value > 9999
        ):
            break
        steps.append((int(numeral.value), unit_))
        first = numeral.first
    return first, tuple(steps)


def counted(t: Words, i: int, level: str, numeral: Numeral | None) -> Found:
    """As in "two days ago", "a year earlier", "three weeks after Christmas", "two months from today"."""
    found = amount(t, i, numeral)
    if found is None:
        return None
    first, count = found
    j, word = i + 1, t.lower[i + 1]
    steps: tuple[tuple[int, str], ...] = ()
    if numeral is not None:
        first, steps = compound(t, first, level)
    s = Stated(
        first, i, level, shift=count, anchor="as_of", count=None if count else 0, steps=steps, exact=True
    )
    if word in ("ago", "hence"):
        return evolve(s, last=j, shift=s.shift and (-s.shift if word == "ago" else s.shift))
    if word == "from" and t.lower[j + 1] in ("now", "today", "tomorrow"):
        base = base_at(t, j + 1)
        return evolve(s, last=j + 1, anchor="as_of" if t.lower[j + 1] != "tomorrow" else base or "as_of")
    if word in ("earlier", "later", "before", "after", "from", "since") and (level in STEPS):
        return stepped(t, s, j, word)
    if (
        t.before(first) == "in"
        and count is not None
        and level in ("day", "week", "month")
        and future(t, first - 1)
    ):
        return evolve(s, first=first - 1)
    return None


def stepped(t: Words, s: Stated, j: int, word: str) -> Found:
    """A count before or after a named date, or from the date told before ("a day earlier")."""
    sign = -1 if word in ("earlier", "before") else 1
    if t.before(s.first) in ("lasting", "lasted", "for", "last", "lasts"):
        return None
    base = base_at(t, j + 1) if word in ("before", "after", "from") else None
    shift = s.shift and s.shift * sign
    if base is not None:
        return evolve(s, last=base.last, shift=shift, anchor=base)
    if (
        word in ("earlier", "later")
        and t.lower[j + 1] != "than"
        and t.before(s.first) not in ("than", "is", "was")
    ):
        return evolve(s, last=j, shift=shift, anchor="text")
    return None


def future(t: Words, i: int) -> bool:
    """Whether a verb before token i looks ahead, so that "in two weeks" is a date."""
    return any(w in FUTURE for w in t.lower[max(i - 8, 0) : i])


def stretch_of(t: Words, i: int, level: str, numeral: Numeral) -> Found:
    """As in "the last 3 months", "the next two years": so many units up to or from the as-of day."""
    found = amount(t, i, numeral)
    if found is None or level in ("weekend", "half", "season", "hour"):
        return None
    first, count = found
    word = t.before(first)
    if word not in ("last", "past", "next", "coming", "previous", "upcoming"):
        return None
    first -= 1
    if t.before(first) == "the":
        first -= 1
    return Stated(first, i, level, shift=SHIFTS[word], anchor="as_of", count=count or 0)


def ranked(t: Words, i: int, level: str) -> Found:
    """As in "the third quarter of 2023", "first half of last year", "the 15th century", "second week of May"."""
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


def day_alone(t: Words, i: int) -> Found:
    """As in "the 20th of next month": a day of a month that is told from the as-of day."""
    found = rank_ending(t.lower, i)
    if found is None:
        return None
    inner = held(t, i + 1)
    if inner is None or inner.level != "month" or inner.month is not None:
        return None
    return Stated(found[1], inner.last, "day", day=found[0], anchor=inner)


__all__ = ["DAYS", "PARTS", "STEPS", "day_alone", "day_of", "deictic", "unit", "weekday"]
