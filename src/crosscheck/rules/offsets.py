"""Two dates that one of the sentences sets apart itself: "on May 20, a day after the vote", "May 19"."""

from datetime import date
from functools import cache
from typing import Final

from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.values import Moment

REACH: Final = 6  # tokens behind a date among which the time to another event stands
DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
SLACK: Final = {"month": 4, "year": 3}  # days that such a time is off at most
TURNS: Final = {"after": -1, "later": -1, "before": 1, "earlier": 1}  # where the other event lies
ONE: Final = frozenset(("a", "the", "one"))
LEAP_YEAR: Final = 2000  # in which two days without a year are set against each other


def set_apart(one: Claim, two: Claim) -> bool:
    """Whether the words behind one of two dates tell of another event, on the very day of the other date."""
    first, second = _day(one), _day(two)
    if first is None or second is None:
        return False
    apart = (second - first).days
    return _fits(_told(one), apart) or _fits(_told(two), -apart)


def _fits(told: tuple[int, int] | None, apart: int) -> bool:
    return told is not None and abs(apart - told[0]) <= told[1]


def _day(claim: Claim) -> date | None:
    value = claim.mention.value
    if not isinstance(value, Moment):
        return None
    month, day = value.month_day
    try:
        return None if month is None or day is None else date(value.stated_year or LEAP_YEAR, month, day)
    except ValueError:
        return None


def _told(claim: Claim) -> tuple[int, int] | None:
    """The days from a date to another event that its sentence names, and how many they may be off."""
    if claim.wording is None:
        return None
    behind = claim.wording.lower[claim.at[1] : claim.at[1] + REACH]
    for i, word in enumerate(behind[1:], 1):
        unit = word.removesuffix("s")
        if unit in DAYS and behind[i + 1 : i + 2] and behind[i + 1] in TURNS:
            number = _number(behind[i - 1])
            turn = TURNS[behind[i + 1]]
            return None if number is None else (turn * number * DAYS[unit], SLACK.get(unit, 0))
    return None


@cache
def _number(word: str) -> int | None:
    """A small whole number in words or figures."""
    if word in ONE:
        return 1
    found = table("numbers")["units"].get(word, word)
    return int(found) if found.isdecimal() and len(found) < 4 else None
