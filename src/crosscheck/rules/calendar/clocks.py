"""Times of day: how far apart two are, and events told with when they began and ended."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.values import Duration, Instant

DAY: Final = 24 * 60
REACH: Final = 9  # words between an event and its time
NEAR: Final = 2  # sentences from the beginning to the end


@frozen(slots=True, eq=False)
class Clocked:
    """A time of day in minutes after midnight, on a known day or none.

    `half` says that it may be before or after noon.
    """

    claim: Claim
    minute: int
    day: int | None = None
    half: bool = False


@frozen(slots=True, eq=False)
class Course:
    """An event with its length, and the times at which it began and ended."""

    length: Claim
    start: Clocked
    end: Clocked


def clock(claim: Claim) -> Clocked | None:
    """A claim's time of day, where it is one minute, or one of two, half a day apart."""
    value = claim.mention.value
    if not isinstance(value, Instant):
        return None
    (day, minute), (last, other) = _parts(value.earliest), _parts(value.latest)
    if day != last or other - minute not in (0, DAY // 2):
        return None
    return Clocked(claim, minute, day, half=other != minute)


def _parts(stamp: str) -> tuple[int | None, int]:
    """The day (as an ordinal) and the minute of an ISO local time."""
    day, _, time = stamp.partition("T")
    hour, minute = (int(part) for part in time.split(":")[:2])
    return (date.fromisoformat(day).toordinal() if day else None), hour * 60 + minute


def minutes_between(start: Clocked, end: Clocked) -> list[int]:
    """The minutes from one time to another, one for each way to read them; empty where they run backward."""
    if start.day is not None and end.day is not None and start.day != end.day:
        gaps = [(end.day - start.day) * DAY + end.minute - start.minute]
    else:
        gaps = [(end.minute - start.minute) % DAY]
    if start.half or end.half:
        gaps = sorted({(gap + turn) % DAY for gap in gaps for turn in (0, DAY // 2)})
    return [gap for gap in gaps if gap > 0]


@frozen(slots=True, eq=False)
class _Kind:
    nouns: frozenset[str]
    begins: tuple[tuple[str, ...], ...]
    ends: tuple[tuple[str, ...], ...]


@cache
def _kinds() -> tuple[_Kind, ...]:
    def listed(words: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(word.split("_")) for word in words.split())

    rows = table("figures")["course"]
    return tuple(_Kind(frozenset(r["nouns"].split()), listed(r["begins"]), listed(r["ends"])) for r in rows)


def courses(claims: Sequence[Claim]) -> Iterator[Course]:
    """The events to which an article gives a length, one beginning and, soon after, one end by the clock."""
    lengths = [c for c in claims if isinstance(c.mention.value, Duration) and c.after]
    if not lengths:
        return
    times: list[Clocked] | None = None
    for kind in _kinds():
        told = [c for c in lengths if c.after[0] in kind.nouns]
        if not told:
            continue
        times = [t for c in claims if (t := clock(c)) is not None] if times is None else times
        pairs = [
            (a, b)
            for a, b in pairwise(times)
            if _after(a, kind.begins) and _after(b, kind.ends) and b.claim.sentence - a.claim.sentence <= NEAR
        ]
        if len({(a.minute, b.minute) for a, b in pairs}) == 1:
            yield from (Course(length, *pairs[0]) for length in told)


def _after(time: Clocked, events: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a time stands a few words behind one of the events, nearer than any other time."""
    wording = time.claim.wording
    if wording is None:
        return False
    at = time.claim.at[0]
    before = wording.lower[max(0, at - REACH) : at]
    for i in range(len(before) - 1, -1, -1):
        if before[i] in (";", ":"):
            return False
        if any(before[i : i + len(event)] == event for event in events):
            return True
    return False
