"""Dates that need a day to count from: "on Tuesday", "last week", "two days later", "on the 15th"."""

from datetime import date, timedelta
from typing import Final

from attrs import evolve

from crosscheck.extraction.time import periods
from crosscheck.extraction.time.calendar_words import day_of, nth_weekday
from crosscheck.extraction.time.frame import WHOLE, Frame, Placed, exactly
from crosscheck.extraction.time.periods import DAY, Range, around, days_on, month_range, numbered, part_of
from crosscheck.extraction.time.stated import Stated
from crosscheck.extraction.time.tense import direction

PART: Final = ("year", "month")
ANTECEDENT: Final = 80  # tokens within which "a day later" looks for the day before it


NEAR: Final = 40  # tokens within which a dated neighbour lends its year


def day_number(frame: Frame, s: Stated, number: int) -> Placed | None:
    """As in "on the 15th": of the month told before, else the one to which the verb points."""
    told = frame.before("month", s.first, NEAR)
    if told is not None and told.low.month == told.high.month:
        day = day_of(told.low.year, told.low.month, number)
        return None if day is None else Placed(day, day, PART, (f"{day:%Y-%m} told before it",))
    if frame.day is None:
        return None
    back = direction(frame.words, s.first, s.last) < 0
    for n in range(3):
        month = periods.months_on(frame.day.replace(day=1), -n if back else n)
        day = None if month is None else day_of(month.year, month.month, number)
        if day is not None and (day <= frame.day if back else day >= frame.day):
            return Placed(day, day, PART, (frame.label,))
    return None


def on_weekday(frame: Frame, s: Stated, weekday: int, outer: Placed | None) -> Placed | None:
    """A day of the week: of a stated week or month (`outer`), or the one the verb points to."""
    if isinstance(s.anchor, Stated):
        return outer and weekday_within(s, weekday, s.anchor.level, outer)
    if s.anchor == "text":
        return weekday_after(frame, s, weekday)
    day = frame.day
    if day is None:
        return None
    if s.day is not None:
        return weekday_numbered(frame, s, day)
    low, high = days_on(day, -7), days_on(day, 7)
    if s.shift:  # "last Tuesday" is that of last week, whatever today is
        found = day + timedelta(days=7 * s.shift + weekday - day.weekday())
        low, high = (days_on(day, -13), day - DAY) if s.shift < 0 else (day + DAY, days_on(day, 13))
    elif direction(frame.words, s.first, s.last) < 0:
        found = day - timedelta(days=(day.weekday() - weekday) % 7)
    else:
        found = day + timedelta(days=(weekday - day.weekday()) % 7)
    return Placed(found, found, WHOLE, (frame.label,), low, high)


def weekday_within(s: Stated, weekday: int, level: str, outer: Placed) -> Placed | None:
    """As in "Friday of next week", "the first Monday of October 2018"."""
    found = None
    if level == "week":
        found = days_on(outer.low, weekday)
    elif s.number is not None and level == "month":
        found = nth_weekday(outer.low.year, outer.low.month, weekday, s.number)
    if found is None:
        return None
    return (
        evolve(outer, low=found, high=found, inferred=WHOLE, certain=False)
        if outer.inferred
        else exactly(found)
    )


def weekday_after(frame: Frame, s: Stated, weekday: int) -> Placed | None:
    """As in "that Friday", "the following Monday": by the date told before."""
    told = frame.before("day", s.first, ANTECEDENT)
    if told is None:
        return None
    gap = (weekday - told.high.weekday()) % 7
    found = days_on(told.high, gap or (7 if s.shift else 0))
    return None if found is None else Placed(found, found, WHOLE, (f"{told.high} told before it",))


def weekday_numbered(frame: Frame, s: Stated, day: date) -> Placed | None:
    """As in "Friday the 22nd": the nearest month in which the two agree, on the side of the verb."""
    back = direction(frame.words, s.first, s.last) < 0
    for n in range(13):
        month = periods.months_on(day.replace(day=1), -n if back else n)
        found = None if month is None else day_of(month.year, month.month, s.day or 0)
        if found is not None and found.weekday() == s.weekday:
            return Placed(found, found, PART, (frame.label,))
    return None


def away(frame: Frame, s: Stated, base: Placed | None) -> Placed | None:
    """So many days, weeks, months ... from the as-of day, the date told before or a stated date (`base`)."""
    if isinstance(s.anchor, Stated):
        return base and from_date(s, s.anchor.level, base)
    told, day = None, frame.day
    if s.anchor == "running":  # "the end of the year": in a history, of the year it tells of
        told = frame.before(s.level, s.first, 10**9) if frame.history else None
    elif s.anchor == "text":
        level = s.level if s.level in ("month", "year") else "day"
        told, day = frame.before(level, s.first, ANTECEDENT), None
    if told is None and ended(frame, s):
        s = evolve(s, shift=-1)
    if told is not None:
        return step(s, told.high, (f"{told.high} told before it",), certain=False)
    return None if day is None else step(s, day, (frame.label,), certain=True)


def ended(frame: Frame, s: Stated) -> bool:
    """Whether the running period is the one before, by a past tense.

    "By the end of the year", said before July, was last year; "this weekend", said on a
    weekday, was the one that is over.
    """
    if frame.day is None or s.shift != 0 or s.exact:
        return False
    year = s.anchor == "running" and s.level == "year" and s.part in ("end", "late") and frame.day.month < 7
    weekend = s.level == "weekend" and frame.day.weekday() < 5
    return (year or weekend) and direction(frame.words, s.first, s.last) < 0


def from_date(s: Stated, level: str, base: Placed) -> Placed | None:
    """As in "two weeks after January 15": months and years are counted to the day."""
    if level != "day" or s.shift is None or s.level not in ("month", "year"):
        return step(s, base.high, base.basis, certain=base.certain)
    found = periods.stepped(base.high, s.level, s.shift)
    return (
        None
        if found is None
        else evolve(base, low=found, high=found, floor=None, ceiling=None, certain=False)
    )


def step(s: Stated, day: date, basis: tuple[str, ...], *, certain: bool) -> Placed | None:
    """The range that lies `shift` units from a day, or covers `count` of them."""
    if s.count is not None:
        return covering(s, day, basis)
    found = None if s.shift is None else periods.stepped(day, s.level, s.shift)
    for amount, level in s.steps:
        found = found and periods.stepped(found, level, amount if (s.shift or 0) >= 0 else -amount)
    if found is None:
        return None
    inferred = WHOLE if basis else ()
    if s.level == "day" or s.steps or (s.exact and s.level in ("week", "fortnight")):
        return a_day(s, found, inferred, basis, certain=certain and not s.steps)
    whole = around(found, "year" if s.exact and s.level in ("decade", "century") else s.level)
    if s.level == "weekend" and s.shift == 0 and whole[1] < day:
        whole = (whole[0] + 7 * DAY, whole[1] + 7 * DAY)
    narrow = part_of(whole, s.part)
    if s.hedge in ("earlier", "later") and s.shift == 0 and whole[0] <= day <= whole[1]:
        narrow = (whole[0], day) if s.hedge == "earlier" else (day, whole[1])
    floor, ceiling = loosely(s, whole) if certain else (None, None)
    return Placed(narrow[0], narrow[1], inferred, basis, floor, ceiling, certain)


def a_day(
    s: Stated, found: date, inferred: tuple[str, ...], basis: tuple[str, ...], *, certain: bool
) -> Placed:
    """One day, certain where days were counted, give or take some where weeks were."""
    few = s.level == "day" and abs(s.shift or 0) < 10
    slack = 0 if few else 3 if s.level in ("week", "fortnight") else 1
    floor, ceiling = (days_on(found, -slack), days_on(found, slack)) if certain else (None, None)
    return Placed(found, found, inferred, basis, floor, ceiling, certain and few)


def loosely(s: Stated, whole: Range) -> tuple[date | None, date | None]:
    """The days that a counted or loosely used period surely lies in."""
    if s.exact and s.level in periods.YEARS_OF:
        return periods.months_on(whole[0], -6), periods.months_on(whole[1], 6)
    spread = 15 if s.exact else 5 if s.level == "week" else 0
    return days_on(whole[0], -spread), days_on(whole[1], spread)


def covering(s: Stated, day: date, basis: tuple[str, ...]) -> Placed | None:
    """As in "the last 3 months", "the next two years": up to the day, or from the day after it."""
    if not s.count:
        return None
    if s.level in ("quarter", "decade", "century"):
        return whole_periods(s, day, basis)
    edge = periods.stepped(day, s.level, s.count * (s.shift or 1))
    if edge is None:
        return None
    low, high = (edge, day - DAY) if edge < day else (day + DAY, edge)
    return Placed(low, high, WHOLE, basis, low, high) if low <= high else None


def whole_periods(s: Stated, day: date, basis: tuple[str, ...]) -> Placed | None:
    """As in "the next 7 quarters": calendar periods, for they are hardly counted from a day."""
    sign = s.shift or 1
    near, far = (periods.stepped(day, s.level, sign * n) for n in (1, s.count or 1))
    if near is None or far is None:
        return None
    low, high = sorted((near, far))
    return Placed(around(low, s.level)[0], around(high, s.level)[1], WHOLE, basis)


def within(s: Stated, level: str, outer: Placed) -> Placed | None:
    """A day, week, month, quarter or half of a stated period of that level."""
    whole: Range | None = None
    year, number = outer.low.year, s.number
    if s.level == "day" and level == "month":
        day = day_of(year, outer.low.month, s.day or number or 0)
        whole = None if day is None else (day, day)
    elif number is None:
        return None
    elif s.level in ("quarter", "half", "season"):
        whole = numbered(s.level, year, number)
    elif s.level == "week":
        whole = periods.week_of((outer.low, outer.high), number)
    elif s.level == "month" and 1 <= number <= 12 and level == "year":
        whole = month_range(year, number)
    if whole is None:
        return None
    floor, ceiling = whole if outer.certain else (None, None)
    low, high = part_of(whole, s.part)
    return Placed(low, high, outer.inferred, outer.basis, floor, ceiling, outer.certain)
