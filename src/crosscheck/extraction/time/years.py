"""Years and the periods that go by them: "2023", "the 1990s", "Q3 2021", "Thanksgiving 2016"."""

from typing import Final

from attrs import evolve

from crosscheck.extraction.time.calendar_words import (
    DASHES,
    DAYS,
    DECADES,
    MONTHS,
    NAMED,
    SEASONS,
    SHIFTS,
    YEARS,
)
from crosscheck.extraction.time.stated import Stated, Stretch
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.time.written import COUNTED, MONEY, Found, spelt_year, with_part, with_year
from crosscheck.lexicon import table, wordset

CLOCKS: Final = frozenset((*table("clock")["zones"], *table("clock")["american"]))
DETERMINERS: Final = frozenset("the a an his her its their our my your this that 's".split())


def year(t: Words, i: int) -> Found:
    """A year at token i, alone or as the start of "2023-10-07", "2016 Q3", "1990s"."""
    number = YEARS[t.lower[i]]
    after = t.lower[i + 1]
    if t.before(i) == "/" and t.glued(i) and t.glued(i - 1) and DAYS.get(t.lower[i - 2], 13) < 13:
        single = i < 3 or not t.glued(i - 2)  # "10/2023", no part of "5/10/2023"
        return Stated(i - 2, i, "month", year=number, month=DAYS[t.lower[i - 2]]) if single else None
    if number % 10 == 0 and (
        after == "s" or (after in ("'", "’") and t.lower[i + 2] == "s" and t.glued(i + 2))
    ):
        return with_part(t, Stated(i, i + 1 if after == "s" else i + 2, "decade", year=number))
    if after in MONTHS and t.capital(i + 1) and t.lower[i + 2] not in DAYS and after not in ("may", "march"):
        return Stated(i, i + 1, "month", year=number, month=MONTHS[after])
    if after in ("q", "h") and t.lower[i + 2] in ("1", "2", "3", "4"):
        return evolve(period_code(t, i + 1) or Stated(i, i, "year"), first=i, year=number)
    if after in DASHES and t.lower[i + 2] in ("q", "h") and t.lower[i + 3] in ("1", "2", "3", "4"):
        return evolve(period_code(t, i + 2) or Stated(i, i, "year"), first=i, year=number)
    if (
        after in DASHES
        and t.glued(i + 1)
        and t.glued(i + 2)
        and t.lower[i + 2].isdecimal()
        and len(t.lower[i + 2]) == 2
    ):
        second = int(t.lower[i + 2])
        if second == number % 100 + 1 or second > 12:  # the season 2013-14
            high = number - number % 100 + second
            left = Stated(i, i, "year", year=number)
            return Stretch(i, i + 2, left, Stated(i + 2, i + 2, "year", year=high)) if high > number else None
        if t.lower[i + 3] in DASHES and t.glued(i + 3):
            return None
        return Stated(i, i + 2, "month", year=number, month=second) if 1 <= second <= 12 else None
    return with_part(t, bare_year(t, i, number)) if is_year(t, i, number) else None


def in_words(t: Words, i: int) -> Found:
    """A year in words at token i, behind a word that years stand behind: "in nineteen seventy-eight"."""
    found = spelt_year(t, i)
    if found is None or t.lower[found[1] + 1] in COUNTED or t.lower[found[1] + 1] in ("and", "point"):
        return None
    named = t.before(i) in ("in", "since", "of", "until", "by", "year", "from") and i + 1 < found[1]
    return with_part(t, Stated(i, found[1], "year", year=found[0])) if named and found[0] > 1500 else None


def opens_year(t: Words, i: int) -> bool:
    """Whether a year may stand glued to what is before it: "(1789", "1861-1863"; not "32-2015"."""
    before = t.lower[i - 1]
    if before in DASHES or before in ("/", "."):
        return i < 2 or not t.lower[i - 2].isdecimal() or t.lower[i - 2] in YEARS
    return before in ("(", "[", "'", "’", "‘", '"', "“", "—", ",")


def bare_year(t: Words, i: int, number: int) -> Stated:
    """The year, with "fiscal (year)" or "the year" before it."""
    j = i
    if t.before(j) == "year":
        j -= 1
    fiscal = t.before(j) in ("fiscal", "financial")
    return Stated(j - fiscal, i, "year", year=number, hedge="fiscal" if fiscal else None)


def is_year(t: Words, i: int, number: int) -> bool:
    """Whether four digits are a year rather than an amount, by the words on either side."""
    before, after = t.before(i), t.lower[i + 1]
    if (before in MONEY and before) or after in COUNTED - {"of"} or (after == "%"):
        return False
    if after in CLOCKS and number // 100 < 24 and number % 100 < 60 and t.words[i + 1].isupper():
        return False  # "1920 GMT"
    if (t.glued(i) and not opens_year(t, i)) or (
        t.glued(i + 1) and (after in ("/", "@", "_") or after.isalpha())
    ):
        return False
    plural = after.endswith("s") and after.isalpha() and not t.capital(i + 1) if i + 1 < t.size else False
    if before in (
        "in",
        "since",
        "by",
        "until",
        "during",
        "circa",
        "year",
        "fiscal",
        "early",
        "late",
        "mid",
        "before",
    ):
        return 1000 <= number < 2100 and not (plural and not 1900 <= number <= 2039)
    if not 1900 <= number <= 2039:
        return former(t, i, plural=plural)
    if before in (
        "than",
        "some",
        "over",
        "nearly",
        "approximately",
        "room",
        "flight",
        "no",
        "no.",
        "highway",
        "route",
    ):
        return False
    return not plural or before in DETERMINERS or before.endswith("'s")


def former(t: Words, i: int, *, plural: bool) -> bool:
    """Whether four digits are a year before 1900 (or after 2039): in brackets, in a pair, after "of"."""
    before, after = t.before(i), t.lower[i + 1]
    if before in ("(", "between", "from", "to", "till", "around") and after in (
        "and",
        "to",
        ".",
        ",",
        "-",
        "–",
        ")",
        "until",
    ):
        return True
    pair = (after in DASHES and t.lower[i + 2] in YEARS) or (before in DASHES and t.lower[i - 2] in YEARS)
    if pair:
        low, high = (t.lower[i], t.lower[i + 2]) if after in DASHES else (t.lower[i - 2], t.lower[i])
        return len(low) == len(high) == 4 and 1500 <= int(low) < int(high) < int(low) + 150
    noun = after.isalpha() and i + 1 < t.size and not t.capital(i + 1) and after not in STARTS_CLAUSE
    if before == "of":
        return 1500 <= int(t.lower[i]) <= 1899 and not noun
    return before == "the" and 1600 <= int(t.lower[i]) <= 1899 and not plural


STARTS_CLAUSE: Final = wordset("time_cues", "starts_clause")


def period_code(t: Words, i: int) -> Stated | None:
    """As in "Q3", "H1" at token i, with the year after it."""
    level = "quarter" if t.lower[i] == "q" else "half"
    number = t.lower[i + 1]
    if not t.glued(i + 1) or number not in ("1", "2", "3", "4") or (level == "half" and number > "2"):
        return None
    return with_year(t, Stated(i, i + 1, level, number=int(number)))


def code(t: Words, i: int) -> Found:
    """A quarter or half by its code, where a year stands beside it."""
    s = period_code(t, i)
    return s if s is not None and (s.year is not None or (s.level == "quarter" and t.capital(i))) else None


def season(t: Words, i: int) -> Found:
    """As in "summer of 2019", "the winter of 2010-11", "last summer"."""
    s = with_year(t, Stated(i, i, "season", number=SEASONS[t.lower[i]]))
    if s.year is not None or s.anchor is not None:
        return with_part(t, s)
    before = t.before(i)
    if before in SHIFTS:
        return with_part(t, evolve(s, first=i - 1, shift=SHIFTS[before], anchor="as_of"))
    return None


PARTS_OF_LIFE: Final = frozenset({"early", "mid", "late"})
OWNERS: Final = frozenset("his her their my our your its".split())


def tens(t: Words, i: int) -> Found:
    """A decade without its century at token i: "the sixties", "the '90s", "the nineteen seventies"."""
    if t.lower[i] == "s":
        k = i - 1 - (t.before(i) in ("'", "’"))
        number = t.lower[k] if k > t.done else ""
        if len(number) != 2 or number[1] != "0" or not number.isdecimal() or not t.glued(i):
            return None
        first, tenth = k - (t.before(k) in ("'", "’", "‘") and t.before(k) != ""), int(number)
    else:
        first, tenth = i, DECADES[t.lower[i]]
    if t.before(first) == "nineteen":
        return with_part(t, Stated(first - 1, i, "decade", year=1900 + tenth))
    if t.before(first) not in ("the", "early", "mid", "late") and t.before(first) not in DASHES:
        return None
    part = first - 1 - (t.before(first) in DASHES)
    if part != first - 1 and t.lower[part] not in PARTS_OF_LIFE:
        return None
    if part > 0 and t.lower[part] in PARTS_OF_LIFE and t.lower[part - 1] in OWNERS:
        return None  # "in her late thirties" is an age
    return with_part(
        t, Stated(first, i, "decade", year=(2000 if tenth in (0, 10) else 1900) + tenth, hedge="century")
    )


def named(t: Words, i: int) -> Found:
    """A named day at token i: "Christmas Eve", "Thanksgiving 2016"."""
    for form, entry in NAMED[t.lower[i]]:
        last = i + len(form) - 1
        if [w.replace("’", "'") for w in t.lower[i : last + 1]] == form:
            before = t.before(i)
            s = with_year(t, Stated(i, last, "day", named=entry))
            if before in SHIFTS and s.year is None:
                return evolve(s, first=i - 1, shift=SHIFTS[before], anchor="as_of")
            bare = s.year is None and s.anchor is None
            cued = before in (
                "on",
                "before",
                "after",
                "since",
                "by",
                "until",
                "till",
                "from",
                "at",
                "last",
                "next",
                "this",
            )
            return None if bare and entry.get("cue") and not cued else s
    return None
