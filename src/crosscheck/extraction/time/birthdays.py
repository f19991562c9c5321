"""Ages told by a birthday, kept or missed: "short of her 91st birthday", "would have been 80"."""

from decimal import Decimal
from typing import Final

from crosscheck.extraction.time.age_bearers import Found, name_before
from crosscheck.extraction.time.age_told import OLDEST, PRONOUNS, whole
from crosscheck.extraction.time.calendar_words import DASHES, SUFFIXES, rank_ending
from crosscheck.extraction.time.words import Words
from crosscheck.values import Age

OWNERS: Final = frozenset({"his", "her"})
BEFORE: Final = frozenset({"before", "of", "from"})  # "a week before", "short of", "days away from"
LACKING: Final = frozenset({"short", "shy", "away"})
KEEPING: Final = frozenset("celebrated celebrates celebrating marked marks marking".split())
OF_LATE: Final = frozenset("on this last yesterday today earlier".split())
PARTS_OF_YEARS: Final = frozenset("day days week weeks fortnight month months hours".split())
DYING: Final = frozenset("died dies death dead passed killed drowned murdered shot collapsed".split())
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
ROUND: Final = {"hundredth": 100, **{f"{word[:-1]}ieth": tens for word, tens in TENS.items()}}
GROWN_UP: Final = 2  # a first birthday is told of events, too
REACH: Final = 25  # tokens back to the word of dying


def birthday(t: Words, i: int) -> Found | None:
    """As in "days before her 91st birthday", "celebrated his 80th birthday": the last word is token i.

    Who died before a birthday was a year younger. What happened before or on a birthday
    otherwise was perhaps long ago and tells no age of these days.
    """
    rank, first = _rank(t, i)
    if not GROWN_UP <= rank <= OLDEST or first < 3 or t.lower[first - 1] not in OWNERS:
        return None
    before, behind = t.lower[first - 2], t.lower[i + 1]
    if before in BEFORE:
        start = first - 3 if t.lower[first - 3] in LACKING else first - 2
        if (before != "before" and start != first - 3) or t.lower[start - 1] not in PARTS_OF_YEARS:
            return None
        if DYING.isdisjoint(t.lower[max(0, start - REACH) : start]):
            return None
        return _found(start, i, rank - 1)
    if before in KEEPING and (behind in ("", ".", ",") or behind in OF_LATE):
        return _found(first - 1, i, rank)
    return None


def _rank(t: Words, i: int) -> tuple[int, int]:
    """The rank before token i, in figures or words, and its first token; (0, 0) for none."""
    word, before = t.lower[i - 1], t.lower[i - 2]
    if i < 3:
        return 0, 0
    if word in SUFFIXES and t.glued(i - 1) and before.isdecimal() and len(before) < 4:
        return int(before), i - 2
    if word in ROUND:
        return ROUND[word], i - 1
    unit, dash = rank_ending(t.lower, i - 1), before in DASHES
    tens = TENS.get(t.lower[i - 3] if dash else before, 0)
    if unit is None or unit[1] != i - 1:
        return unit or (0, 0)
    return (tens + unit[0], i - 3 if dash else i - 2) if tens and unit[0] < 10 else unit


def _found(first: int, last: int, years: int) -> Found:
    return Found(first, last, Age(Decimal(years), Decimal(years)))


def short_of(t: Words, i: int) -> Found | None:
    """As in "he was two years short of 60": the word "short" or "shy" is token i."""
    if t.lower[i + 1] != "of" or t.lower[i - 1 : i] not in (["year"], ["years"]):
        return None
    numeral = whole(t, i + 2)
    if numeral is None or t.lower[numeral.last + 1] not in ("", ".", ",", ";", "when"):
        return None
    less = whole(t, i - 2) if t.lower[i - 2] not in ("a", "one") else None
    missing = Decimal(1) if t.lower[i - 2] in ("a", "one") else less.value if less is not None else Decimal(0)
    if not missing or PRONOUNS.isdisjoint(t.lower[max(0, i - 6) : i]):
        return None
    told = numeral.value - missing
    return Found(less.first if less else i - 2, numeral.last, Age(told, told)) if told > 0 else None


def would_have_been(t: Words, i: int) -> Found | None:
    """As in "Ana Roe, who would have been 80 in June": the word "been" is token i."""
    numeral = whole(t, i + 1)
    if t.lower[max(0, i - 2) : i] != ["would", "have"] or numeral is None:
        return None
    behind, after = t.lower[numeral.last + 1], t.lower[numeral.last + 2]
    if behind not in ("", ".", ",", "in", "on", "next", "this", "today", "tomorrow") or after == "the":
        return None
    return Found(numeral.first, numeral.last, Age(numeral.value - 1, numeral.value, name_before(t, i - 2)))
