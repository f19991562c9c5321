"""Dates that the words write out: "Oct. 7, 2023", "7th of October", "the 1990s", "Q3 2021".

Each production takes the words and the token that triggered it and gives what it read:
a `Stated`, a `Stretch` of two, or None. Nothing is placed in time here.
"""

from collections.abc import Callable
from typing import Final

from attrs import evolve

from crosscheck.extraction.time.calendar_words import (
    DASHES,
    DAYS,
    MONTHS,
    PARTS,
    RANKS,
    SHIFTS,
    SUFFIXES,
    UNSURE,
    WEEKDAYS,
    YEARS,
    day_of,
    rank_ending,
    rank_of,
)
from crosscheck.extraction.time.stated import Stated, Stretch
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import table, wordset

TO: Final = frozenset("to through thru until till ~".split()) | DASHES


CUES: Final = wordset("time_cues", "cues")


MONEY: Final = frozenset("$£€¥₹₪#№")


COUNTED: Final = wordset("time_cues", "counted")


NUMBERS: Final = {w: int(n) for name in ("units", "tens") for w, n in table("numbers")[name].items()}
CENTURIES: Final = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "two": 0}

Found = Stated | Stretch | None


Production = Callable[[Words, int], Found]


def year_at(t: Words, i: int, *, sure: bool = False) -> tuple[int, int] | None:
    """A year at token i: (year, last token): "2023", "'96"; `sure` where a day and a comma precede."""
    word = t.lower[i]
    if word in YEARS:
        counts = t.lower[i + 1] in COUNTED and t.lower[i + 1] != "of" and "\n" not in t.tokens.gap(i)
        return None if counts and not (sure and 1900 <= YEARS[word] < 2100) else (YEARS[word], i)
    if word in CENTURIES:
        return spelt_year(t, i)
    if word in "'’‘" and word and t.lower[i + 1].isdecimal() and len(t.lower[i + 1]) == 2 and t.glued(i + 1):
        return century_of(int(t.lower[i + 1])), i + 1
    return None


def spelt_year(t: Words, i: int) -> tuple[int, int] | None:
    """A year in words at token i: "nineteen seventy-eight", "two thousand and ten", "nineteen oh one"."""
    j, base = i + 1, CENTURIES[t.lower[i]] * 100
    if t.lower[i] == "two":
        if t.lower[j] != "thousand":
            return None
        j += 1 + (t.lower[j + 1] == "and")
        low = below_hundred(t, j)
        return (2000 + low[0], low[1]) if low else (2000, i + 1)
    if t.lower[j] == "hundred":
        low = below_hundred(t, j + 1 + (t.lower[j + 1] == "and"))
        return (base + low[0], low[1]) if low else None
    if t.lower[j] in ("oh", "zero", "o"):
        low = below_hundred(t, j + 1)
        return (base + low[0], low[1]) if low and low[0] < 10 else None
    low = below_hundred(t, j)
    return (base + low[0], low[1]) if low and low[0] > 9 else None


def below_hundred(t: Words, i: int) -> tuple[int, int] | None:
    """A number word from 1 to 99 at token i: (value, last token)."""
    value = NUMBERS.get(t.lower[i], 0)
    if not value or value % 10 or value < 20:
        return (value, i) if value else None
    j = i + 2 if t.lower[i + 1] in DASHES else i + 1
    unit = NUMBERS.get(t.lower[j], 0)
    return (value + unit, j) if 0 < unit < 10 else (value, i)


def century_of(two: int) -> int:
    """The year that two digits mean: 00 to 39 in this century, else in the last."""
    return two + (2000 if two < 40 else 1900)


def day_at(t: Words, i: int) -> tuple[int, int] | None:
    """A day of the month at token i: (day, last token): "7", "07", "7th", "seventh", "twenty-first"."""
    word = t.lower[i]
    if word in DAYS:
        if t.lower[i + 1] in SUFFIXES and t.glued(i + 1):
            return DAYS[word], i + 1
        after = t.lower[i + 1]
        if after in COUNTED and after != "of":
            return None
        clock = (
            (after == ":" or (after == "." and t.lower[i + 2].isdecimal()))
            and t.glued(i + 1)
            and t.glued(i + 2)
        )
        return None if clock or (after in ("am", "pm")) else (DAYS[word], i)
    return rank_of(t.lower, i) if word in RANKS or word in ("twenty", "thirty") else None


def day_ending(t: Words, i: int) -> tuple[int, int] | None:
    """A day of the month whose last token is i: (day, first token)."""
    if i <= t.done:
        return None
    if t.lower[i] in DAYS:
        return None if t.before(i) in MONEY and t.before(i) else (DAYS[t.lower[i]], i)
    return rank_ending(t.lower, i)


def month(t: Words, i: int) -> Found:
    """A date around a month's name at token i."""
    number = MONTHS[t.lower[i]]
    after = t.dotted(i) if len(t.lower[i]) < 5 else i + 1
    return month_day(t, i, after, number) or day_month(t, i, after, number) or bare_month(t, i, after, number)


def with_year(t: Words, s: Stated) -> Stated:
    """The date with the year that follows it: ", 2023", " 2023", " of 2023", " of last year"."""
    i = s.last + 1
    if t.lower[i] in (",", "of", "in"):
        i += 1
    if t.lower[i] == "the" and t.lower[i + 1] == "year":
        i += 2
    found = year_at(t, i, sure=s.day is not None and t.lower[i - 1] == ",")
    if found and not (t.lower[s.last + 1] == "in" and s.level != "day"):
        return evolve(s, year=found[0], last=found[1])
    if t.lower[i] in SHIFTS and t.lower[i + 1] == "year":
        return evolve(
            s, last=i + 1, anchor=Stated(i, i + 1, "year", shift=SHIFTS[t.lower[i]], anchor="as_of")
        )
    return s


def possible(s: Stated) -> bool:
    """Whether the calendar has such a day (in a leap year where the year is not given)."""
    if s.month is None or s.day is None:
        return True
    return day_of(s.year or 2000, s.month, s.day) is not None


def month_day(t: Words, i: int, after: int, number: int) -> Found:
    """As in "Oct. 7", "October the 7th, 2023", "March 3-5", "Jan-1"."""
    k = after
    if t.lower[k] in DASHES or t.lower[k] == "/":
        if not (t.glued(k) and t.glued(k + 1)) or t.lower[k + 1] not in DAYS or day_ending(t, i - 1):
            return None
        k += 1
    elif t.lower[k] == "the":
        k += 1
    found = day_at(t, k)
    if found is None or "\n\n" in t.tokens.gap(i):
        return None
    day, last = found
    if (
        last == k
        and t.lower[k] in RANKS
        and t.capital(k)
        and t.capital(i)
        and t.lower[k - 1] == "the"
        and k + 1 < t.size
        and t.capital(k + 1)
    ):
        return None  # "by the end of May the Second Fleet"
    if t.lower[i] in ("may", "march", "mar") and not t.capital(i) and last == k and t.lower[k] in DAYS:
        return None
    s = Stated(i, last, "day", month=number, day=day)
    return stretched(t, s) or opened(t, with_year(t, s))


def stretched(t: Words, s: Stated) -> Stretch | None:
    """As in "March 3 to 5": the second day of a stretch within the month."""
    j = s.last + 1
    if t.lower[j] not in TO and not (t.lower[j] == "and" and t.before(s.first) == "between"):
        return None
    k = j + 2 if t.lower[j + 1] == "the" else j + 1
    found = day_at(t, k)
    if (
        found is None
        or MONTHS.get(t.lower[found[1] + 1])
        or (t.lower[found[1] + 1] == "of" and t.lower[found[1] + 2] in MONTHS)
    ):
        return None
    if t.lower[found[1] + 1] in ("/", ":") or (t.lower[j] in DASHES and t.lower[found[1] + 1] in DASHES):
        return None
    left = opened(t, s)
    right = with_year(t, evolve(s, first=k, last=found[1], day=found[0]))
    if left is None or not possible(right):
        return None
    if right.day is not None and left.day is not None and right.day <= left.day:
        right = evolve(right, month=None)  # "from April 27 to the 3rd"
    return Stretch(left.first, right.last, evolve(left, year=right.year, anchor=right.anchor), right)


def opened(t: Words, s: Stated | None) -> Stated | None:
    """The date with a weekday, "the" or a part ("early") that stands before it."""
    if s is None:
        return None
    j = s.first - 1
    if t.lower[j] in (",", ".") and j - 1 > t.done:
        j -= 2 if t.lower[j] == "," and t.lower[j - 1] == "." else 1
    if j > t.done and t.lower[j] == "the":
        j -= 1
    if j > t.done and t.lower[j] in WEEKDAYS and s.level == "day" and s.weekday is None:
        return evolve(s, first=j, weekday=WEEKDAYS[t.lower[j]])
    return with_part(t, s)


def with_part(t: Words, s: Stated) -> Stated:
    """The period with "early", "mid-", "late", "the end of" before it."""
    j = s.first - 1
    if j <= t.done:
        return s
    word = t.lower[j]
    if word in DASHES and t.glued(j) and t.before(j) in ("mid", "early", "late"):
        return evolve(s, first=j - 1, part=PARTS[t.lower[j - 1]])
    if word in ("early", "mid", "late"):
        return evolve(s, first=j, part=PARTS[word])
    if word in ("of", "in", "the"):
        j -= 1 if word != "the" or t.before(j) not in ("of", "in") else 2
        if (
            j > t.done
            and t.lower[j] in ("beginning", "start", "middle", "end", "late", "early")
            and s.level != "day"
        ):
            by = "by" in (t.before(j), t.before(j - 1))  # "by the end of 1954": at any time in it
            return evolve(s, first=j, part="late" if by and t.lower[j] == "end" else PARTS[t.lower[j]])
    return s


def day_month(t: Words, i: int, after: int, number: int) -> Found:
    """As in "7 October 2023", "the 7th of October", "3-5 March", "16. Nov. 2016", "1-jan"."""
    j = i - 1
    if (j > t.done and t.lower[j] in ("of", ".", "/")) or (
        j > t.done and t.lower[j] in DASHES and t.glued(j) and t.glued(i)
    ):
        j -= 1
    found = day_ending(t, j)
    if found is None or "\n\n" in t.tokens.gap(j):
        return None
    day, first = found
    if (t.lower[j] == "second" and t.lower[i - 1] != "of") or (
        t.lower[i] == "may" and not t.capital(i) and i - 1 == j
    ):
        return None
    s = with_year(
        t,
        Stated(
            first,
            after - 1 if t.lower[after - 1] == "." and year_at(t, after) else i,
            "day",
            month=number,
            day=day,
        ),
    )
    s = evolve(s, last=max(s.last, i))
    return stretch_back(t, s, first) or opened(t, s)


def stretch_back(t: Words, s: Stated, first: int) -> Stretch | None:
    """As in "3-5 March", "from the 13th to the 15th of July": the first day before `first`."""
    j = first - 1
    if j > t.done and t.lower[j] == "the":
        j -= 1
    between = j > t.done and t.lower[j] == "and"
    if j <= t.done or (t.lower[j] not in TO and not between):
        return None
    found = day_ending(t, j - 1)
    if found is None or (j - 2 > t.done and t.lower[j - 2] in DASHES and t.glued(j - 1) and t.glued(j)):
        return None
    opener = t.before(found[1] - (t.before(found[1]) == "the"))
    if between and opener != "between":
        return None
    left = opened(t, evolve(s, first=found[1], last=j - 1, day=found[0]))
    if left is None or s.day is None or found[0] >= s.day:
        return None
    return Stretch(left.first, s.last, left, s)


def bare_month(t: Words, i: int, after: int, number: int) -> Found:
    """As in "October 2023", "2016, Nov", "last October", "mid-March", "in May"."""
    last = after - 1 if after - 1 > i and year_at(t, after) else i
    s = with_year(t, Stated(i, last, "month", month=number))
    if (
        s.year is None
        and s.anchor is None
        and t.lower[i + 1] in ("-", "/")
        and t.lower[i + 2] in YEARS
        and t.glued(i + 2)
    ):
        s = evolve(s, year=YEARS[t.lower[i + 2]], last=i + 2)
    if s.year is not None or s.anchor is not None:
        return opened(t, s) if t.capital(i) or t.lower[i] not in ("may", "march") else None
    comma = t.before(i) == ","
    j = i - 2 if comma else i - 1
    if (
        j > t.done
        and t.lower[j] in YEARS
        and t.lower[i] not in ("may", "march")
        and (comma or not t.glued(i))
    ):
        return evolve(s, year=YEARS[t.lower[j]], first=j)
    return lone_month(t, s)


def lone_month(t: Words, s: Stated) -> Found:
    """A month with neither day nor year, where it is no other word and no name."""
    i = s.first
    before = t.before(i)
    if before in SHIFTS:
        s = evolve(s, first=i - 1, shift=SHIFTS[before], anchor="as_of")
        return with_part(t, s) if t.capital(i) or t.lower[i] not in ("may", "march") else None
    s = with_part(t, s)
    if t.capital(i) and t.lower[i + 1] in TO and t.lower[i + 2] in MONTHS and t.lower[i + 2] != t.lower[i]:
        return s
    if (
        s.part is None
        and t.lower[i] in UNSURE
        and (not t.capital(i) or (before not in CUES and before not in TO) or before == "and")
    ):
        return None
    if t.words[i].isupper() and len(t.words[i]) == 3 and s.part is None:
        return None
    if t.words[i] == "May" and before in ("and", "as", "to", "or", "of"):
        return None
    if s.part is None and t.lower[i] in UNSURE and i + 1 < t.size and t.capital(i + 1) and not t.glued(i + 1):
        return None  # a given name
    return s if t.capital(i) else None
