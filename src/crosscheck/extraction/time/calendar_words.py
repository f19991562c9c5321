"""The words of the calendar as look-up tables, and days of the year that rules give.

Everything comes from `lexicon/calendar.toml`, which opens with its grammar.
"""

from datetime import date, timedelta
from typing import Any, Final, TypeVar

from crosscheck.lexicon import table
from crosscheck.values import last_day

V = TypeVar("V")
_TABLE: Final = table("calendar")


def owned(forms: dict[str, V]) -> dict[str, V]:
    """The forms and their possessives, which are one token: "Friday's", "last year’s"."""
    return forms | {form + mark: value for form, value in forms.items() for mark in ("'s", "’s")}


MONTHS: Final = owned({form: n for n, forms in enumerate(_TABLE["months"], 1) for form in forms})
WEEKDAYS: Final = {form: n for n, forms in enumerate(_TABLE["weekdays"]) for form in forms}
FULL_WEEKDAYS: Final = owned({forms[0]: n for n, forms in enumerate(_TABLE["weekdays"])})
PLURAL_WEEKDAYS: Final = {forms[0] + "s": n for n, forms in enumerate(_TABLE["weekdays"])}
UNSURE: Final = frozenset(owned(dict.fromkeys(_TABLE["unsure"], True)))
SEASONS: Final[dict[str, int]] = owned(_TABLE["seasons"])
UNITS: Final[dict[str, str]] = owned(_TABLE["units"])
PLURALS: Final = frozenset(form for form in _TABLE["units"] if form.endswith("s") and form != "yrs")
SHIFTS: Final[dict[str, int]] = _TABLE["shifts"]
ECHOES: Final[dict[str, int]] = _TABLE["echoes"]
DEICTIC: Final[dict[str, int]] = owned(_TABLE["deictic"])
PARTS: Final[dict[str, str]] = _TABLE["parts"]
DECADES: Final[dict[str, int]] = _TABLE["decades"]
DASHES: Final = frozenset("-‐‑–—−")
PARTS_OF_DAY: Final = frozenset("morning afternoon evening night".split())
RANKS: Final[dict[str, int]] = _TABLE["ordinals"]
SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
YEARS: Final = {str(n): n for n in range(1000, 2200)}
DAYS: Final = {str(n): n for n in range(1, 32)} | {f"0{n}": n for n in range(1, 10)}

SEASON_MONTHS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}  # northern, by the calendar


def _named() -> dict[str, list[tuple[list[str], dict[str, Any]]]]:
    """Named days by their first word, longest form first."""
    found: dict[str, list[tuple[list[str], dict[str, Any]]]] = {}
    for entry in _TABLE["days"]:
        for form in entry["forms"]:
            words = form.split()
            found.setdefault(words[0], []).append((words, entry))
    for forms in found.values():
        forms.sort(key=lambda pair: -len(pair[0]))
    return found


NAMED: Final = _named()


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's algorithm).

    >>> easter(2013)
    datetime.date(2013, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, rank: int) -> date | None:
    """The rank-th such weekday of a month (-1: the last), or None where there is none.

    >>> nth_weekday(2023, 11, 3, 4)
    datetime.date(2023, 11, 23)
    """
    if rank < 0:
        end = date(year, month, last_day(year, month))
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (rank - 1)
    return date(year, month, day) if day <= last_day(year, month) else None


def named_day(entry: dict[str, Any], year: int) -> date | None:
    """The date of a named day (an entry of the table) in a year."""
    if not 1583 <= year <= 9000:  # before the Gregorian calendar the rules do not hold
        return None
    if "on" in entry:
        return date(year, *entry["on"])
    found = (
        easter(year) + timedelta(days=entry["easter"])
        if "easter" in entry
        else nth_weekday(year, *entry["nth"])
    )
    return found and found + timedelta(days=entry.get("after", 0))


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    return date(year, month, day) if 1 <= day <= last_day(year, month) else None


def rank_of(lower: list[str], i: int) -> tuple[int, int] | None:
    """An ordinal below 32 in words at token i: (rank, last token); "twenty-first" is three tokens."""
    word = lower[i]
    if word in RANKS:
        return RANKS[word], i
    tens = 20 if word == "twenty" else 30 if word == "thirty" else 0
    if tens:
        j = i + 2 if lower[i + 1] in DASHES else i + 1
        unit = RANKS.get(lower[j], 99)
        if unit < 10 and tens + unit < 32:
            return tens + unit, j
    return None


def rank_ending(lower: list[str], i: int) -> tuple[int, int] | None:
    """An ordinal below 32 whose last token is i, in words or digits: (rank, first token)."""
    word = lower[i]
    if word in SUFFIXES and i and lower[i - 1] in DAYS:
        return DAYS[lower[i - 1]], i - 1
    if word not in RANKS:
        return None
    rank, j = RANKS[word], i - 1
    if j > 0 and lower[j] in DASHES:
        j -= 1
    if rank < 10 and j >= 0 and lower[j] in ("twenty", "thirty"):
        tens = 20 if lower[j] == "twenty" else 30
        if tens + rank < 32:
            return tens + rank, j
    return rank, i
