"""From what the words say to a `Moment`: the likeliest reading, and the days that are certain.

The likeliest reading of a date without a year, of a weekday or of "last week" comes from
the article's as-of day, the tense of the verb and the dates told before it, and `basis`
says so. The hard bounds use only what the words and a known as-of day allow.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction import periods
from crosscheck.extraction.calendar_words import DAYS, MONTHS, day_of, named_day, nth_weekday
from crosscheck.extraction.periods import DAY, Range, around, days_on, month_range, numbered, part_of
from crosscheck.extraction.stated import Stated, edtf
from crosscheck.extraction.tense import direction
from crosscheck.extraction.written import Stretch, Words
from crosscheck.model import AsOf
from crosscheck.values import Moment

NEAR: Final = 40  # tokens within which a dated neighbour lends its year
ANTECEDENT: Final = 80  # tokens within which "a day later" looks for the day before it
BOUNDS: Final = frozenset(("before", "after", "by", "since", "until", "till"))
OPEN: Final = frozenset(("before", "after", "by", "until", "till"))
FROM_LABEL: Final = {"metadata": "published"}


@frozen(slots=True)
class Placed:
    """A likeliest range of days, with what was inferred for it and from what, and the hard set."""

    low: date
    high: date
    inferred: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    floor: date | None = None
    ceiling: date | None = None
    certain: bool = False


def exactly(whole: Range | date | None, *, part: str | None = None) -> Placed | None:
    """A range that the words state in full."""
    if whole is None:
        return None
    low, high = whole if isinstance(whole, tuple) else (whole, whole)
    narrow = part_of((low, high), part)
    return Placed(*narrow, floor=low, ceiling=high, certain=True)


class Frame:
    """What places the dates of one article: its as-of day and the dates told so far."""

    def __init__(self, words: Words, as_of: AsOf, items: list[Stated | Stretch]) -> None:
        self.words = words
        # Counting from the calendar's edges leads out of it, and no article speaks from there.
        self.day = as_of.day if as_of.day is not None and 100 <= as_of.day.year <= 9900 else None
        self.label = f"{FROM_LABEL.get(as_of.source, as_of.source)} {as_of.day}"
        self.told: dict[str, tuple[int, Placed]] = {}  # level -> (token, the last date of that size)
        self.years: dict[tuple[int, int], int] = {}  # (month, day) -> the year stated with it
        flat = [
            s for item in items for s in ((item.left, item.right) if isinstance(item, Stretch) else (item,))
        ]
        for s in flat:
            if s.year is not None and s.month is not None and s.day is not None and not s.swapped:
                self.years.setdefault((s.month, s.day), s.year)
        self.history = self._history(flat)

    def _history(self, flat: list[Stated]) -> bool:
        """Whether the text tells of former years, dated in full, rather than of these days."""
        recent = self.day.year - 1 if self.day else 10_000
        former = sum(
            1 for s in flat if s.year is not None and s.level in ("day", "month", "year") and s.year < recent
        )
        present = sum(1 for s in flat if s.anchor == "as_of" or (s.weekday is not None and s.month is None))
        return former >= 3 and former > 2 * present

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the text writes the day before the month; None where it does not tell."""
        lower, day, month = self.words.lower, 0, 0
        for i, word in enumerate(self.words.tokens.lower):
            if word in MONTHS:
                day += i > 0 and lower[i - 1] in DAYS
                month += lower[i + 1] in DAYS
        return None if day == month else day > month

    def tell(self, s: Stated, placed: Placed) -> None:
        """Remember a placed date as the antecedent of what follows."""
        for level in {"day": ("day", "month", "year"), "month": ("month", "year")}.get(s.level, ("year",)):
            self.told[level] = (s.last, placed)

    def before(self, level: str, i: int, reach: int) -> Placed | None:
        """The last date of at least this precision told within `reach` tokens before token i."""
        at, placed = self.told.get(level, (-1, None))
        return placed if placed is not None and i - at <= reach else None


def place(frame: Frame, item: Stated | Stretch) -> Moment:
    """The moment that a stated date or stretch names."""
    if isinstance(item, Stretch):
        return stretch(frame, item)
    placed = find(frame, item)
    if placed is None:
        return evolve(bare(item), hedge=hedge_of(frame, item))
    frame.tell(item, placed)
    return loosened(moment(item, placed), hedge_of(frame, item))


def moment(s: Stated, placed: Placed) -> Moment:
    """The placed date as a value: bounds where they are certain, else the pattern of the words."""
    base = bare(s)
    if placed.certain and not s.swapped:
        base = evolve(base, month=None, day=None, weekday=s.weekday if s.level == "day" else None)
    return evolve(
        base,
        earliest=placed.low,
        latest=placed.high,
        inferred=placed.inferred,
        basis=placed.basis,
        floor=placed.floor,
        ceiling=placed.ceiling,
    )


def bare(s: Stated) -> Moment:
    """What the words alone say: a pattern of month, day and weekday."""
    month, day = (s.month, s.day) if not s.swapped else (None, None)
    if s.named is not None and "on" in s.named:
        month, day = s.named["on"]
    return Moment(edtf(s), None, None, month=month, day=day, weekday=s.weekday, span=s.count is not None)


def hedge_of(frame: Frame, s: Stated) -> str | None:
    """The word that loosens a date: its part ("early"), or "since", "before", "about" before it."""
    lower, j = frame.words.lower, s.first - 1
    if j >= 0 and lower[j] == "the":
        j -= 1
    if j >= 0 and lower[j] in BOUNDS:
        return lower[j]
    if j >= 0 and lower[j] in ("around", "about", "circa", "roughly", "approximately"):
        return "about"
    return s.hedge if s.hedge in ("fiscal", "century", "earlier", "later") else s.part


def loosened(value: Moment, hedge: str | None) -> Moment:
    """A date with its hedge: "before March 3" and "by 2020" leave one end open."""
    value = evolve(value, hedge=hedge)
    if hedge in OPEN:
        floor = value.floor if hedge == "after" else None
        ceiling = None if hedge == "after" else value.ceiling
        return evolve(value, floor=floor, ceiling=ceiling, month=None, day=None, weekday=None)
    if hedge == "about" and value.floor is not None and value.ceiling is not None:
        return value.widened(max(1, (value.ceiling - value.floor).days // 2))
    if hedge == "fiscal" and value.floor is not None:
        return value.widened(275)
    return value


def find(frame: Frame, s: Stated) -> Placed | None:
    """The likeliest range of a stated date, or None where nothing tells."""
    if s.anchor == "text" and s.hedge == "event":
        return None
    if s.named is not None or s.month is not None or (s.level == "season" and s.number is not None):
        return in_year(frame, s)
    if s.weekday is not None:
        return on_weekday(frame, s)
    if s.shift is not None or s.count is not None:
        return shifted(frame, s)
    if isinstance(s.anchor, Stated):
        return within(frame, s, s.anchor)
    if s.level in ("quarter", "half", "season"):
        return in_year(frame, s)
    if s.level == "day" and s.day is not None and s.year is None:
        return day_number(frame, s, s.day)
    if s.year is None:
        return None
    whole = around(date(max(1, s.year), 1, 1), s.level)
    found = exactly(whole, part=s.part)
    if found is not None and s.hedge == "century":
        return evolve(found, inferred=("century",), basis=("the decade of this or the last century",))
    return found


def day_number(frame: Frame, s: Stated, number: int) -> Placed | None:
    """As in "on the 15th": of the month told before, else the one to which the verb points."""
    told = frame.before("month", s.first, NEAR)
    if told is not None and told.low.month == told.high.month:
        day = day_of(told.low.year, told.low.month, number)
        return day and Placed(day, day, ("year", "month"), (f"{told.low:%Y-%m} told before it",))
    if frame.day is None:
        return None
    back = direction(frame.words, s.first, s.last) < 0
    for n in range(3):
        month = periods.months_on(frame.day.replace(day=1), -n if back else n)
        day = month and day_of(month.year, month.month, number)
        if day and (day <= frame.day if back else day >= frame.day):
            return Placed(day, day, ("year", "month"), (frame.label,))
    return None


# -- dates that need a year --------------------------------------------------------------


def maker(s: Stated) -> Callable[[int], Range | None]:
    """The range of a stated date in a given year."""

    def make(year: int) -> Range | None:
        if not 1 <= year <= 9998:
            return None
        if s.named is not None:
            found = named_day(s.named, year)
            return found and (found, found)
        if s.month is not None and s.day is not None:
            day = day_of(year, s.month, s.day)
            return day and (day, day)
        if s.month is not None:
            return month_range(year, s.month)
        return numbered(s.level, year, s.number) if s.number is not None else None

    return make


def in_year(frame: Frame, s: Stated) -> Placed | None:
    """A month, day, quarter or named day with its year, stated or inferred."""
    make = maker(s)
    if s.year is not None:
        return swapped(frame, s) if s.swapped else exactly(make(s.year), part=s.part)
    if isinstance(s.anchor, Stated):
        year = find(frame, s.anchor)
        whole = make(year.low.year) if year else None
        if year is None or whole is None:
            return None
        return Placed(
            *part_of(whole, s.part),
            ("year",),
            year.basis,
            *(whole if year.certain else (None, None)),
            certain=year.certain,
        )
    if s.shift is not None:
        return beside(frame, s, make)
    year_basis = told_year(frame, s) or from_as_of(frame, s, make)
    if year_basis is None:
        return None
    whole = make(year_basis[0])
    return whole and Placed(*part_of(whole, s.part), ("year",), (year_basis[1],))


def swapped(frame: Frame, s: Stated) -> Placed | None:
    """03/04/2024: both readings are in the set; the text's own order of day and month decides."""
    assert s.year is not None
    assert s.month is not None
    assert s.day is not None
    first, other = date(s.year, s.month, s.day), date(s.year, s.day, s.month)
    order = frame.day_first
    chosen = other if order else first
    basis = (
        "day first, as in the text"
        if order
        else "month first, as in the text"
        if order is False
        else "month first by default"
    )
    return Placed(chosen, chosen, ("order",), (basis,), min(first, other), max(first, other))


def beside(frame: Frame, s: Stated, make: Callable[[int], Range | None]) -> Placed | None:
    """As in "last October", "this spring", "next March": by the as-of day."""
    day = frame.day
    if day is None:
        return None
    found = [whole for year in range(day.year - 2, day.year + 3) if (whole := make(year))]
    past = [w for w in found if w[0] < day and not w[0] <= day <= w[1]] or [w for w in found if w[1] < day]
    if s.shift == 0:
        same = [w for w in found if w[0].year == day.year] or found
        whole = same[0]
        if s.level == "season":
            whole = min(
                found,
                key=lambda w: (
                    0 if w[0] <= day <= w[1] else min(abs((w[0] - day).days), abs((w[1] - day).days))
                ),
            )
        bounds = (days_on(day, -366), days_on(day, 366))
    elif s.shift == -1:
        whole = [w for w in past if w[1] < day][-1]
        bounds = (days_on(day, -2 * 366), day)
    else:
        whole = next(w for w in found if w[0] > day)
        bounds = (day, days_on(day, 2 * 366))
    return Placed(*part_of(whole, s.part), ("year",), (frame.label,), *bounds)


def told_year(frame: Frame, s: Stated) -> tuple[int, str] | None:
    """A year that the text itself gives: with the same day elsewhere, or to a neighbour."""
    if s.month is not None and s.day is not None and (s.month, s.day) in frame.years and not frame.history:
        year = frame.years[s.month, s.day]
        return year, f"{year} with the same day in the text"
    near = frame.before("year" if frame.history else "month", s.first, 10**9 if frame.history else NEAR)
    if near is None or (
        not frame.history and (not near.certain or (frame.day and near.low.year == frame.day.year))
    ):
        return None
    return near.low.year, f"{near.low.year} told before it"


def from_as_of(frame: Frame, s: Stated, make: Callable[[int], Range | None]) -> tuple[int, str] | None:
    """The year on the side of the as-of day to which the verb points; without a verb the next to come."""
    day = frame.day
    if day is None:
        return None
    found = [(year, whole) for year in range(day.year - 8, day.year + 9) if (whole := make(year))]
    tense = direction(frame.words, s.first, s.last)
    if frame.words.lower[s.first - 1 : s.first] == ["since"]:
        tense = -1
    past = [year for year, w in found if w[0] <= day]
    coming = [year for year, w in found if w[1] >= day]
    if not past or not coming:
        return None
    year = past[-1] if tense < 0 else coming[0]
    back, ahead = (
        (day - found[-1][1][0]).days
        for found in ([p for p in found if p[0] == past[-1]], [p for p in found if p[0] == coming[0]])
    )
    if tense < 0 and back > 300 and -40 <= ahead <= 0:
        year = coming[0]  # the verb is of another clause, or the text was dated a day too early
    elif tense > 0 and ahead < -300 and 0 <= back <= 40:
        year = past[-1]
    return year, frame.label


# -- dates that need a day to count from ---------------------------------------------------


def on_weekday(frame: Frame, s: Stated) -> Placed | None:
    """A day of the week: of a stated week or month, or the one the verb points to."""
    assert s.weekday is not None
    if isinstance(s.anchor, Stated):
        return weekday_within(frame, s, s.anchor)
    if s.anchor == "text":
        return weekday_after(frame, s)
    day = frame.day
    if day is None:
        return None
    if s.day is not None:
        return weekday_numbered(frame, s, day)
    low, high = days_on(day, -7), days_on(day, 7)
    back = day - timedelta(days=(day.weekday() - s.weekday) % 7)
    ahead = day + timedelta(days=(s.weekday - day.weekday()) % 7)
    if s.shift is None or s.shift == 0:
        tense = direction(frame.words, s.first, s.last)
        found = back if tense < 0 else ahead
    else:
        monday = day - timedelta(days=day.weekday())
        found = monday + timedelta(days=7 * s.shift + s.weekday)
        low, high = (days_on(day, -13), day - DAY) if s.shift < 0 else (day + DAY, days_on(day, 13))
    return Placed(found, found, ("year", "month", "day"), (frame.label,), low, high)


def weekday_within(frame: Frame, s: Stated, anchor: Stated) -> Placed | None:
    """As in "Friday of next week", "the first Monday of October 2018"."""
    outer = find(frame, anchor)
    if outer is None or s.weekday is None:
        return None
    if anchor.level == "week":
        found = days_on(outer.low, s.weekday)
    elif s.number is not None and anchor.level == "month":
        found = nth_weekday(outer.low.year, outer.low.month, s.weekday, s.number)
    else:
        found = None
    return found and evolve(outer, low=found, high=found, inferred=("year", "month", "day"), certain=False)


def weekday_after(frame: Frame, s: Stated) -> Placed | None:
    """As in "that Friday", "the following Monday": by the date told before."""
    told = frame.before("day", s.first, ANTECEDENT)
    if told is None or s.weekday is None:
        return None
    gap = (s.weekday - told.high.weekday()) % 7
    found = days_on(told.high, gap or (7 if s.shift else 0))
    return found and Placed(found, found, ("year", "month", "day"), (f"{told.high} told before it",))


def weekday_numbered(frame: Frame, s: Stated, day: date) -> Placed | None:
    """As in "Friday the 22nd": the nearest month in which the two agree, on the side of the verb."""
    back = direction(frame.words, s.first, s.last) < 0
    for n in range(13):
        month = periods.months_on(date(day.year, day.month, 1), -n if back else n)
        found = month and day_of(month.year, month.month, s.day or 0)
        if found and found.weekday() == s.weekday:
            return Placed(found, found, ("year", "month"), (frame.label,))
    return None


def shifted(frame: Frame, s: Stated) -> Placed | None:
    """So many days, weeks, months ... from the as-of day, the date told before or a stated date."""
    if isinstance(s.anchor, Stated):
        base = find(frame, s.anchor)
        if (
            base is not None
            and s.anchor.level == "day"
            and s.shift is not None
            and s.level in ("month", "year")
        ):
            found = periods.stepped(base.high, s.level, s.shift)
            return found and evolve(base, low=found, high=found, floor=None, ceiling=None, certain=False)
        return base and step(s, base.high, base.basis, certain=base.certain)
    if s.anchor == "running":
        told = frame.before(s.level, s.first, 10**9) if frame.history else None
        day = told.high if told else frame.day
        return day and step(s, day, (f"{day} told before it" if told else frame.label,), certain=not told)
    if s.anchor == "text":
        level = s.level if s.level in ("day", "month", "year") else "day"
        told = frame.before(level, s.first, ANTECEDENT)
        return told and step(s, told.high, (f"{told.high} told before it",), certain=False)
    if frame.day is None:
        return None
    return step(s, frame.day, (frame.label,), certain=True)


def step(s: Stated, day: date, basis: tuple[str, ...], *, certain: bool) -> Placed | None:
    """The range that lies `shift` units from a day, or covers `count` of them."""
    if s.count is not None:
        return covering(s, day, basis)
    if s.shift is None:
        return None
    found = periods.stepped(day, s.level, s.shift)
    sign = 1 if s.shift >= 0 else -1
    for amount, level in s.steps:
        found = found and periods.stepped(found, level, sign * amount)
    if found is None:
        return None
    inferred = ("year", "month", "day")
    if s.level == "day" or s.steps or (s.exact and s.level in ("week", "fortnight")):
        slack = 0 if s.level == "day" and abs(s.shift) < 10 else 3 if s.level in ("week", "fortnight") else 1
        bounds = (days_on(found, -slack), days_on(found, slack)) if certain and not s.steps else (None, None)
        return Placed(found, found, inferred, basis, *bounds, certain=certain and slack == 0 and not s.steps)
    whole = around(found, "year" if s.exact and s.level in ("decade", "century") else s.level)
    if s.level == "weekend" and s.shift == 0 and whole[1] < day:
        whole = (whole[0] + 7 * DAY, whole[1] + 7 * DAY)
    if s.hedge in ("earlier", "later") and s.shift == 0 and whole[0] <= day <= whole[1]:
        narrow = (whole[0], day) if s.hedge == "earlier" else (day, whole[1])
        return Placed(*narrow, inferred, basis, *(whole if certain else (None, None)), certain=certain)
    low, high = whole if not s.exact and s.level != "week" else (days_on(whole[0], -5), days_on(whole[1], 5))
    if s.exact and s.level in ("year", "decade", "century"):
        low, high = periods.months_on(whole[0], -6), periods.months_on(whole[1], 6)
    if s.exact and s.level == "month":
        low, high = days_on(whole[0], -15), days_on(whole[1], 15)
    return Placed(
        *part_of(whole, s.part), inferred, basis, *((low, high) if certain else (None, None)), certain=certain
    )


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
    return Placed(low, high, ("year", "month", "day"), basis, low, high) if low <= high else None


def whole_periods(s: Stated, day: date, basis: tuple[str, ...]) -> Placed | None:
    """As in "the next 7 quarters": calendar periods, since quarters and decades are hardly counted from a day."""
    sign = s.shift or 1
    near, far = (periods.stepped(day, s.level, sign * n) for n in (1, s.count or 1))
    if near is None or far is None:
        return None
    low, high = sorted((near, far))
    return Placed(around(low, s.level)[0], around(high, s.level)[1], ("year", "month", "day"), basis)


def within(frame: Frame, s: Stated, anchor: Stated) -> Placed | None:
    """A day, week, month, quarter or half of a stated period."""
    outer = find(frame, anchor)
    if outer is None:
        return None
    whole: Range | None = None
    if s.level in ("quarter", "half", "season") and s.number is not None:
        whole = numbered(s.level, outer.low.year, s.number)
    elif s.level == "week" and s.number is not None:
        whole = periods.week_of((outer.low, outer.high), s.number)
    elif s.level == "month" and s.number is not None and s.number <= 12 and anchor.level == "year":
        whole = month_range(outer.low.year, s.number)
    elif s.level == "day":
        day = (
            day_of(outer.low.year, outer.low.month, s.day or s.number or 0)
            if anchor.level == "month"
            else None
        )
        whole = day and (day, day)
    if whole is None:
        return None
    bounds = whole if outer.certain else (None, None)
    return Placed(*part_of(whole, s.part), outer.inferred, outer.basis, *bounds, certain=outer.certain)


# -- stretches ---------------------------------------------------------------------------


def stretch(frame: Frame, item: Stretch) -> Moment:
    """A range of two dates as one moment that covers both."""
    right = find(frame, item.right)
    if (
        right is not None
        and item.left.year is None
        and item.left.month is not None
        and item.left.anchor is None
    ):
        # "from Nov. 20 to Feb. 5": the start lies before the end, in its year or the one before.
        frame.told.setdefault("year", (item.left.first, right))
    left = find(frame, item.left)
    if right is not None and item.right.month is None and item.right.day is not None and left is not None:
        right = None
    if (
        left is not None
        and right is None
        and item.right.day is not None
        and item.right.month is None
        and item.right.weekday is None
    ):
        right = next_numbered(left, item.right.day)
    if left is not None and right is not None and right.high < left.low:
        left, right = turned(item, left, right)
    stated = f"{edtf(item.left)}/{edtf(item.right)}"
    if left is None or right is None or right.high < left.low:
        return Moment(stated, None, None, span=True)
    for s, placed in ((item.left, left), (item.right, right)):
        frame.tell(s, placed)
    certain = left.certain and right.certain
    return Moment(
        stated,
        left.low,
        right.high,
        inferred=tuple(dict.fromkeys(left.inferred + right.inferred)),
        basis=tuple(dict.fromkeys(left.basis + right.basis)),
        floor=left.floor if certain else None,
        ceiling=right.ceiling if certain else None,
        span=True,
    )


def next_numbered(left: Placed, number: int) -> Placed | None:
    """As in "from April 27 to the 3rd": that day in the month after."""
    month = periods.months_on(date(left.low.year, left.low.month, 1), 1)
    day = month and day_of(month.year, month.month, number)
    return day and evolve(left, low=day, high=day, floor=day, ceiling=day)


def turned(item: Stretch, left: Placed, right: Placed) -> tuple[Placed, Placed]:
    """Two ends in the wrong order, where a year or week was inferred for one of them."""
    if "year" not in left.inferred and "year" not in right.inferred:
        return left, right
    size = 7 if item.right.weekday is not None and item.left.weekday is not None else 0
    if size:
        return left, evolve(
            right, low=right.low + timedelta(days=size), high=right.high + timedelta(days=size)
        )
    low, high = periods.months_on(right.low, 12), periods.months_on(right.high, 12)
    return (left, evolve(right, low=low, high=high)) if low and high else (left, right)
