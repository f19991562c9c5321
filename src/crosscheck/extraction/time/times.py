"""Clock times: "5 p.m.", "17:00 GMT", "noon", "7:30-9 a.m. local time", "Saturday morning".

A time takes its day from the date beside it; where the zone has a known distance from
UTC, `offset_minutes` gives it, so that two times are compared in UTC and only then.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.layout.items import JOINTS, behind_marks, opens_item
from crosscheck.extraction.time.calendar_words import DASHES, nth_weekday
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import table
from crosscheck.values import Instant, Moment

_TABLE: Final = table("clock")
ZONES: Final[dict[str, int]] = _TABLE["zones"]
AMERICAN: Final[dict[str, int]] = _TABLE["american"]
PARTS: Final[dict[str, tuple[int, int]]] = {
    word: (low, high) for word, (low, high) in _TABLE["parts"].items()
}
NEAR: Final = 6  # tokens between a time and the date it belongs to
ABOUT: Final = frozenset("about around approximately roughly circa".split())
CUES: Final = frozenset(
    "at by until till from to around about before after since between approximately".split()
)
SPELT: Final = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
DAY_MINUTES: Final = 24 * 60

Placed = tuple[int, int, Moment]  # first token, last token and value of a date


@frozen(slots=True)
class Clock:
    """A clock time by tokens `first` to `last`, from `low` to `high` minutes after midnight.

    `half` is true where the words leave open whether it is before or after noon.
    """

    first: int
    last: int
    low: int
    high: int
    zone: str | None = None
    offset: int | None = None
    american: int | None = None
    part: bool = False


def times(t: Words, dates: Sequence[Placed]) -> list[tuple[int, int, Instant]]:
    """The clock times of a text as (first token, last token, value)."""
    triggers, claimed = TRIGGERS, t.document.claimed
    found: list[Clock] = []
    done = -1
    for i in [i for i, w in enumerate(t.tokens.lower) if w in triggers]:
        if i <= done or claimed[i]:
            continue
        clock = triggers[t.lower[i]](t, i)
        if clock is None or clock.first <= done or (claimed[clock.first] and not clock.part):
            continue
        clock = ranged(t, zoned(t, clock), done)
        found.append(clock)
        done = clock.last
    return [(c.first, c.last, instant(t, c, dates)) for c in found]


# -- productions -----------------------------------------------------------------------------


def figures(t: Words, j: int) -> tuple[int, int, int] | None:
    """The hour and minute whose last token is j: (first token, hour, minute)."""
    word = t.lower[j] if j >= 0 else ""
    if (
        j >= 2
        and t.lower[j - 1] == ":"
        and len(word) == 2
        and word.isdecimal()
        and t.glued(j)
        and t.glued(j - 1)
    ):
        hour = t.lower[j - 2]
        if hour.isdecimal() and len(hour) <= 2 and int(hour) < 24 and int(word) < 60:
            return j - 2, int(hour), int(word)
        return None
    if (
        word.isdecimal()
        and len(word) <= 2
        and int(word) < 24
        and not (j and t.lower[j - 1] in (":", "/", "$", "£", "€") and t.glued(j))
    ):
        return j, int(word), 0
    hour, dot, minute = word.partition(".")
    if (
        dot
        and hour.isdecimal()
        and minute.isdecimal()
        and len(minute) == 2
        and len(hour) <= 2
        and int(hour) < 24
        and int(minute) < 60
    ):
        return j, int(hour), int(minute)
    return (j, SPELT[word], 0) if word in SPELT else None


def meridian(t: Words, i: int) -> Clock | None:
    """As in "5 p.m.", "5:30 pm", "five p.m.": the token of "m", "pm" or "P.M." is i."""
    word, j, last = t.lower[i], i - 1, i
    if word == "m":
        if i < 3 or t.lower[j] != "." or t.lower[j - 1] not in ("a", "p") or not (t.glued(i) and t.glued(j)):
            return None
        word, j = t.lower[j - 1] + "m", j - 2
        if t.lower[i + 1] == "." and t.glued(i + 1):
            last = i + 1
    found = figures(t, j)
    if found is None or not 1 <= found[1] <= 12:
        return None
    first, hour, minute = found
    minutes = (hour % 12 + (12 if word.startswith("p") else 0)) * 60 + minute
    return Clock(first, last, minutes, minutes)


def colon(t: Words, i: int) -> Clock | None:
    """As in "17:00", "at 5:30": the colon is token i; a score, a ratio or a race time is none.

    Where the words do not say whether it is before or after noon, it is some time from the one to the other.
    """
    found = figures(t, i + 1)
    if (
        found is None
        or found[0] != i - 1
        or (t.lower[i + 2] in (":", ".") and t.glued(i + 2) and t.lower[i + 3].isdecimal())
    ):
        return None
    if i > 1 and t.glued(i - 1) and t.lower[i - 2] not in ("(", "-", "–", "*"):
        return None
    if t.lower[i + 2] in ("am", "pm", "a", "p", "a.m.", "p.m."):
        return None  # read at its meridian
    first, hour, minute = found
    before = t.lower[first - 1] if first else ""
    sure = hour > 12 or len(t.lower[first]) == 2 or zone_at(t, i + 2) is not None
    if zone_at(t, i + 2) is None and before not in CUES and not _heads(t, first, i + 1):
        return None
    if not sure or (hour <= 12 and len(t.lower[first]) == 1):
        return Clock(first, i + 1, hour * 60 + minute, (hour + 12) * 60 + minute) if 0 < hour < 12 else None
    return Clock(first, i + 1, hour * 60 + minute, hour * 60 + minute)


def stamped(t: Words, i: int) -> Clock | None:
    """As in "**17.04** The players": a time in bold at the head of a line; token i is a star."""
    if t.lower[i + 1] == t.lower[i] or not _heads(t, i + 1, i + 1):
        return None
    found = figures(t, i + 1)
    if found is None or "." not in t.lower[i + 1]:
        return None
    minutes = found[1] * 60 + found[2]
    return Clock(i + 1, i + 1, minutes, minutes)


def _heads(t: Words, first: int, last: int) -> bool:
    """Whether tokens `first` to `last` stand alone in bold at the head of a line of text."""
    behind = behind_marks(t.tokens, last) + 1
    if behind == last + 1 or behind >= t.size or not opens_item(t.tokens, first):
        return False
    return t.lower[behind] not in JOINTS and "\n" not in t.tokens.gap(behind - 1)


def by_zone(t: Words, i: int) -> Clock | None:
    """As in "1700 GMT", "(1430 GMT)", "9 GMT": the zone is token i."""
    word = t.lower[i - 1] if i else ""
    if len(word) == 4 and word.isdecimal() and int(word[:2]) < 24 and int(word[2:]) < 60:
        minutes = int(word[:2]) * 60 + int(word[2:])
        return Clock(i - 1, i - 1, minutes, minutes)
    return None


def worded(t: Words, i: int) -> Clock | None:
    """As in "noon", "midnight", "2 o'clock"."""
    word = t.lower[i]
    if word in ("noon", "midday"):
        return Clock(i, i, 720, 720)
    if word == "midnight":
        return Clock(i, i, 0, DAY_MINUTES)
    return None


def part(t: Words, i: int) -> Clock | None:
    """A part of a day that follows its date: "Saturday morning", "early Tuesday evening"."""
    if i == 0 or not t.document.claimed[i - 1] or "\n" in t.tokens.gap(i - 1):
        return None
    low, high = PARTS[t.lower[i]]
    first = i - 1
    while first > 0 and t.document.claimed[first - 1] and i - first < 8:
        first -= 1
    return Clock(first, i, low * 60, high * 60, part=True)


# -- what surrounds a time ---------------------------------------------------------------------


def zone_at(t: Words, i: int) -> tuple[int, str, int | None, int | None] | None:
    """A zone at token i: (last token, name, minutes from UTC, American standard offset)."""
    if t.lower[i] == "(":
        i += 1
    two = f"{t.lower[i]} {t.lower[i + 1]}"
    for words, last in ((two, i + 1), (t.lower[i], i)):
        if words in ZONES and (last > i or t.words[i].isupper()):
            return last, t.tokens.slice(i, last), ZONES[words], None
        if words in AMERICAN and (last > i or t.capital(i)):
            return last, t.tokens.slice(i, last), None, AMERICAN[words]
        if words in ("local time", "local"):
            return last, "local", None, None
    return None


def zoned(t: Words, c: Clock) -> Clock:
    """The time with the zone behind it, and its offset sign ("GMT+3")."""
    found = zone_at(t, c.last + 1)
    if found is None:
        return c
    last, name, offset, american = found
    sign = t.lower[last + 1]
    if (
        offset == 0
        and sign in ("+", *DASHES)
        and t.lower[last + 2].isdecimal()
        and len(t.lower[last + 2]) <= 2
        and t.glued(last + 2)
    ):
        hours = int(t.lower[last + 2])
        if hours <= 14:
            offset, last = 60 * (hours if sign == "+" else -hours), last + 2
            name = f"{name}{'+' if offset >= 0 else '-'}{hours}"
    return evolve(c, last=last, zone=name, offset=offset, american=american)


def ranged(t: Words, c: Clock, done: int) -> Clock:
    """The time with the one before it that it closes a range with: "7 to 9 a.m.", "from 9 a.m. to noon"."""
    j = c.first - 1
    if c.part or j <= done + 1 or t.lower[j] not in ("to", "and", "until", "till", *DASHES):
        return c
    opener = figures(t, j - 1)
    if opener is None or opener[0] <= done or t.document.claimed[opener[0]]:
        return c
    first, hour, minute = opener
    before = t.lower[first - 1] if first else ""
    tight = t.lower[j] in DASHES
    if not (tight or before in ("from", "between")):
        return c
    low = (hour % 12) * 60 + minute
    if c.low >= 720 and low + 720 < c.low and hour <= 12:
        low += 720
    return evolve(c, first=first - (before in ("from", "between")), low=low) if low < c.high else c


def hedged(t: Words, c: Clock) -> tuple[int, int]:
    """The first and last minute with the words before it: "about", "shortly after", "before"."""
    j = c.first - 1
    word = t.lower[j] if j >= 0 else ""
    near = t.lower[j - 1] in ("just", "shortly", "soon", "minutes") if j > 0 else False
    if word in ABOUT:
        return c.low - 30, c.high + 30
    if word == "after":
        return c.low, c.high + 30 if near else max(c.high, DAY_MINUTES - 1)
    if word in ("before", "by"):
        return (c.low - 30 if near else min(c.low, 0)), c.high
    return c.low, c.high


def instant(t: Words, c: Clock, dates: Sequence[Placed]) -> Instant:
    """The time on the day of the date beside it, where that is one day."""
    low, high = hedged(t, c)
    day = day_of_time(t, c, dates)
    offset = c.offset
    if c.american is not None and day is not None:
        offset = c.american + 60 * summer(day)
    return Instant(stamp(day, low), stamp(day, high), c.zone, offset)


def day_of_time(t: Words, c: Clock, dates: Sequence[Placed]) -> date | None:
    """The single day of the nearest date within a few tokens of the same sentence."""
    at = bisect_right(dates, c.first, key=lambda p: p[0])
    best: tuple[int, date] | None = None
    for first, last, moment in dates[max(0, at - 1) : at + 1]:
        if first <= c.last and c.first <= last:  # "Saturday morning" holds its date
            return moment.earliest if moment.earliest == moment.latest else None
        gap = c.first - last if last < c.first else first - c.last
        lo, hi = (last, c.first) if last < c.first else (c.last, first)
        same = gap <= NEAR and not any(
            w in (".", "!", "?") and t.tokens.gap(lo + 1 + k) for k, w in enumerate(t.lower[lo + 1 : hi])
        )
        same = same and not any("\n" in t.tokens.gap(k) for k in range(lo, hi))
        if (
            same
            and moment.earliest is not None
            and moment.earliest == moment.latest
            and (best is None or gap < best[0])
        ):
            best = gap, moment.earliest
    return best and best[1]


def summer(day: date) -> bool:
    """Whether American daylight saving time is in force on a day (the rule since 2007)."""
    start, end = nth_weekday(day.year, 3, 6, 2), nth_weekday(day.year, 11, 6, 1)
    return start is not None and end is not None and start <= day < end


def stamp(day: date | None, minutes: int) -> str:
    """ISO 8601 local time of so many minutes after midnight: "2024-04-03T17:00" or "T17:00"."""
    if day is None:
        minutes = max(0, min(minutes, DAY_MINUTES))
        return f"T{minutes // 60:02d}:{minutes % 60:02d}"
    try:
        when = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001 - local, zone apart
    except OverflowError:
        return f"{day.isoformat()}T00:00"
    return when.isoformat(timespec="minutes")


TRIGGERS: Final[dict[str, Callable[[Words, int], Clock | None]]] = {
    **dict.fromkeys(("am", "pm", "m", "a.m.", "p.m."), meridian),
    ":": colon,
    "*": stamped,
    **{zone: by_zone for zone in (*ZONES, *AMERICAN, "hours", "hrs") if " " not in zone},
    **dict.fromkeys(("noon", "midday", "midnight"), worded),
    **dict.fromkeys(PARTS, part),
}
