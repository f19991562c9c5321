"""Dates told in units: "last week", "two days ago", "the following month", "the past three years"."""

from decimal import Decimal
from typing import Final

from attrs import evolve

from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.time.calendar_words import (
    DASHES,
    DEICTIC,
    ECHOES,
    FULL_WEEKDAYS,
    MONTHS,
    NAMED,
    PLURALS,
    SHIFTS,
    UNITS,
)
from crosscheck.extraction.time.ranked import held, ranked, yeared
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.tense import direction
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import Found, day_at, with_part, with_year

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


FUTURE: Final = frozenset("will shall 'll ’ll would could may expected due going plans".split())


KINDS_OF_YEAR: Final = frozenset("fiscal financial calendar school academic".split())
ARTICLES: Final = frozenset(("a", "an", "one"))


def unit(t: Words, i: int) -> Found:
    """What a unit of time at token i tells of a date, or None where it is a mere length."""
    level = UNITS[t.lower[i]]
    if level in ("hour", "minute"):
        return None  # of "36 hours ago" the day is not certain
    numeral = t.document.numerals.ending.get(i - 1) if i - 1 > t.done else None
    if numeral is None and t.before(i) in DASHES and t.glued(i):
        return ranked(t, i, level)
    if numeral is not None and numeral.first > t.done:
        found = counted(t, i, level, numeral)
        return found if found is not None else stretch_of(t, i, level, numeral)
    return single(t, i, level)


def single(t: Words, i: int, level: str) -> Found:
    """A unit without a number: "last week", "the following day", "a year ago", "the end of the year"."""
    before = t.before(i)
    if before in KINDS_OF_YEAR and t.before(i - 1) in SHIFTS and level in ("year", "quarter"):
        hedge, shift = None if before == "calendar" else "fiscal", SHIFTS[t.before(i - 1)]
        return Stated(i - 2, i, level, shift=shift, anchor="as_of", hedge=hedge)
    if before == "the" and t.lower[i + 1] == "after":
        return after_next(t, i, level) or (eve(t, i) if level == "day" else None)
    if before in SHIFTS:
        return shifted(t, i, level, before)
    if before in ECHOES:
        return echoed(t, i, level, before)
    if before in ARTICLES or before in ("few", "several", "couple"):
        return counted(t, i, level, None)
    if level == "weekend" and t.lower[i] == "weekend" and before in ("the", "over", "at", "on"):
        return Stated(i - (before == "the"), i, "weekend", shift=0, anchor="as_of")
    if level == "day" and before == "the" and t.lower[i + 1] == "before":
        return eve(t, i)
    return whole(t, i, level, before)


def after_next(t: Words, i: int, level: str) -> Found:
    """As in "the week after next"."""
    last = i + 2 + (t.lower[i + 2] == "the")
    if t.lower[last] != "next" or level not in ("week", "weekend", "month", "year"):
        return None
    return Stated(i - 1, last, level, shift=2, anchor="as_of")


def whole(t: Words, i: int, level: str, before: str) -> Found:
    """A unit that names the running one, or one by its rank: "the end of the month", "the third quarter"."""
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
    if word not in ("next", "previous") or (t.before(i - 1) not in ("the", "very") and not t.opens(i - 1)):
        return None
    first = i - 2 if t.before(i - 1) == "the" else i - 1
    return Stated(first, i, "day", shift=SHIFTS[word], anchor="text")


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
    """The date at token i from which another is counted: "January 15", "Christmas", "next Friday"."""
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


def compound(t: Words, first: int) -> tuple[int, tuple[tuple[int, str], ...]]:
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
        first, steps = compound(t, first)
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
