"""From what the words say to a `Moment`: the likeliest reading, and the days that are certain.

The likeliest reading of a date without a year, of a weekday or of "last week" comes from
the article's as-of day, the tense of the verb and the dates told before it, and `basis`
says so. The hard bounds use only what the words and a known as-of day allow.
"""

from datetime import date, timedelta
from typing import Final

from attrs import evolve

from crosscheck.extraction.time import periods
from crosscheck.extraction.time.calendar_words import day_of
from crosscheck.extraction.time.counting import away, day_number, on_weekday, within
from crosscheck.extraction.time.events import noun_follows
from crosscheck.extraction.time.frame import Frame, Placed, exactly
from crosscheck.extraction.time.periods import around
from crosscheck.extraction.time.stated import Stated, Stretch, edtf
from crosscheck.extraction.time.yearless import in_year
from crosscheck.values import Moment

LOOSE: Final = 3  # days by which an as-of day read off captions may be wrong
BOUNDS: Final = frozenset(("before", "after", "by", "since", "until", "till"))


OPEN: Final = frozenset(("before", "after", "by", "until", "till"))


def place(frame: Frame, item: Stated | Stretch) -> Moment:
    """The moment that a stated date or stretch names."""
    if isinstance(item, Stretch):
        return stretch(frame, item)
    placed = find(frame, item)
    if placed is None:
        return evolve(bare(item), hedge=hedge_of(frame, item))
    frame.tell(item, placed)
    value = loosened(moment(item, placed), hedge_of(frame, item))
    # What is only a pattern ("Sept. 12" of any year) owes nothing to the day that was read off.
    leaning = frame.loose and frame.label in placed.basis and value.floor is not None
    return value.widened(LOOSE) if leaning else value


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
        if _names_an_event(frame, s):
            return s.part
    if j >= 0 and lower[j] in BOUNDS:
        return lower[j]
    if j >= 0 and lower[j] in ("around", "about", "circa", "roughly", "approximately"):
        return "about"
    return s.hedge if s.hedge in ("fiscal", "century", "earlier", "later") else s.part


def _names_an_event(frame: Frame, s: Stated) -> bool:
    """Whether a date behind "the" is part of a thing's name: "after the July 24, 2016, release"."""
    if s.level not in ("day", "month", "year"):
        return False
    behind = s.last + 1 + (frame.words.lower[s.last + 1] == ",")
    return noun_follows(frame.words, behind)


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
    outer = find(frame, s.anchor) if isinstance(s.anchor, Stated) else None
    if s.named is not None or s.month is not None or (s.level == "season" and s.number is not None):
        return in_year(frame, s, outer)
    if s.weekday is not None:
        return on_weekday(frame, s, s.weekday, outer)
    if s.shift is not None or s.count is not None:
        return away(frame, s, outer)
    if isinstance(s.anchor, Stated):
        return outer and within(s, s.anchor.level, outer)
    if s.level in ("quarter", "half", "season"):
        return in_year(frame, s, None)
    if s.level == "day" and s.day is not None and s.year is None:
        return day_number(frame, s, s.day)
    if s.year is None:
        return None
    whole = around(date(max(1, s.year), 1, 1), s.level)
    found = exactly(whole, part=s.part)
    if found is not None and s.hedge == "century":
        return evolve(found, inferred=("century",), basis=("the decade of this or the last century",))
    return found


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
    between = frame.words.lower[item.first] == "between"
    if left is None or right is None or right.high < left.low:
        return Moment(stated, None, None, span=True, hedge="between" if between else None)
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
        hedge="between" if between else None,
    )


def next_numbered(left: Placed, number: int) -> Placed | None:
    """As in "from April 27 to the 3rd": that day in the month after."""
    month = periods.months_on(date(left.low.year, left.low.month, 1), 1)
    day = None if month is None else day_of(month.year, month.month, number)
    return None if day is None else evolve(left, low=day, high=day, floor=day, ceiling=day)


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
