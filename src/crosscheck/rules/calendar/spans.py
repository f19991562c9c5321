"""D106: a length of time against the period that it is said to be the length of."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading import Figure, Match, matches, passages
from crosscheck.rules.calendar.clocks import Clocked, clock, courses, minutes_between
from crosscheck.rules.calendar.elsewhere import of_one_course
from crosscheck.rules.common import said
from crosscheck.rules.numbers import length_conflict
from crosscheck.values import Duration, Moment, last_day

DAY: Final = 24 * 60


def span_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A length of time does not fit the period that it is the length of, or two articles differ on it.

    A length may be half a unit off, and both ends of a period be counted or not. Times
    of day may be before or after noon where the words do not say.

    Flagged:
        - The rail strike in Norwick will last 48 hours, the drivers' union said.
        - The rail strike in Norwick will last 72 hours, the drivers' union said.

    Across articles, when a thing began and when it ended are told in one or in two, and its
    length in another: a siege, a strike, a fire, an evacuation, a stay in prison and the like.

    Flagged:
        - At the Halden care home residents spent 36 hours without power. Matron Ines Farrow sang.
        - At the Halden care home the lights went out at 7 p.m. on Friday. Power returned at 5 p.m.
          on Saturday, matron Ines Farrow said.

    Flagged:
        - The 12-day Penmoor book fair runs from June 3 to June 10.

    Flagged:
        - The ferry left at 08:15 and docked at 11:05 after a two-hour crossing.

    Not flagged:
        - The rail strike in Norwick will last 48 hours, the drivers' union said.
        - The rail strike in Norwick will last two days, the drivers' union said.

    Not flagged:
        - At the Halden care home residents spent 22 hours without power. Matron Ines Farrow sang.
        - At the Halden care home the lights went out at 7 p.m. on Friday. Power returned at 5 p.m.
          on Saturday, matron Ines Farrow said.

    Not flagged:
        - The eight-day Penmoor book fair runs from June 3 to June 10.

    Not flagged:
        - The ferry left at 08:15 and docked at 11:05 after a crossing of nearly three hours.
    """
    if group.kind == "duration":
        yield from length_conflict(group)
        return
    if group.kind != "article":
        yield from of_one_course(group)
        return
    seen: set[int] = set()
    for passage in passages(group.claims):
        for match in matches("span", passage):
            length = match["length"].claim
            reason = None if id(length) in seen else _misfit(match)
            if reason:
                seen.add(id(length))
                others = [f.claim for role, f in match.figures.items() if role != "length"]
                yield _conflict(length, others, reason)
    for course in courses(group.claims):
        if id(course.length) not in seen and (
            reason := _by_the_clock(course.length, course.start, course.end)
        ):
            seen.add(id(course.length))
            yield _conflict(course.length, [course.start.claim, course.end.claim], reason)


def _conflict(length: Claim, others: list[Claim], reason: str) -> Conflict:
    period = " to ".join(said(claim) for claim in others)
    claims = ((length, "a"), *((claim, "b") for claim in others))
    return Conflict(f"{said(length)} is not the length of {period}", claims, (reason,), 0.88)


def _misfit(match: Match) -> str | None:
    """Why a length does not fit its period, or None where it can."""
    if "range" in match.figures:
        return _of_range(match["length"], match["range"])
    if match["start"].kind == "y":
        return _of_days(match["length"], match["start"], match["end"])
    start, end = clock(match["start"].claim), clock(match["end"].claim)
    return None if start is None or end is None else _by_the_clock(match["length"].claim, start, end)


def _length(claim: Claim) -> tuple[Duration, str] | None:
    """A length with the letter of the unit it is said in (Y, M, W, D, or T for clock units)."""
    value = claim.mention.value
    if not isinstance(value, Duration) or value.low_days is None or value.high_days is None:
        return None
    stated = value.stated.upper()
    return value, "T" if stated.startswith("PT") else stated[-1]


@frozen(slots=True)
class _Edge:
    """One end of a period: the first and the last day that it may mean."""

    first: date
    last: date


def _of_range(length: Figure, period: Figure) -> str | None:
    value = period.claim.mention.value
    text = period.claim.mention.text.lower()
    if not isinstance(value, Moment) or value.hedge is not None or "between" in text:
        return None
    start, _, end = value.stated.partition("/")
    edges = _edge(start), _edge(end)
    return None if edges[0] is None or edges[1] is None else _fits(length, edges[0], edges[1])


def _of_days(length: Figure, start: Figure, end: Figure) -> str | None:
    a, b = start.claim.mention.value, end.claim.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return None
    edges = _edge(a.stated) or _told(a), _edge(b.stated) or _told(b)
    return None if edges[0] is None or edges[1] is None else _fits(length, edges[0], edges[1])


def _told(value: Moment) -> _Edge | None:
    """The likeliest day of a weekday beside another ("opened on Monday and closes on Friday")."""
    if value.weekday is None or value.earliest is None or value.earliest != value.latest:
        return None
    return _Edge(value.earliest, value.earliest)


def _edge(stated: str) -> _Edge | None:
    """The days of one end in EDTF: a year, a month or a day; without a year, in a common one."""
    year, _, rest = stated.partition("-")
    month, _, day = rest.partition("-")
    if year == "XXXX":
        year = "2023"
        if not month.isdecimal():
            return None
    if not year.isdecimal() or (month and not month.isdecimal()) or (day and not day.isdecimal()):
        return None
    y, m = int(year), int(month or 1)
    if not 1 <= m <= 12 or y < 1 or (day and not 1 <= int(day) <= last_day(y, m)):
        return None
    if day:
        return _Edge(date(y, m, int(day)), date(y, m, int(day)))
    last = int(month) if month else 12
    return _Edge(date(y, m, 1), date(y, last, last_day(y, last)))


def _fits(length: Figure, start: _Edge, end: _Edge) -> str | None:
    stated = _length(length.claim)
    if stated is None or stated[1] == "T":
        return None
    if end.last < start.first:
        if end.last.year != start.first.year or end.first.year == date.max.year:
            return None  # D107's
        end = _Edge(_next_year(end.first), _next_year(end.last))
    least, most = max((end.first - start.last).days, 0), (end.last - start.first).days + 1
    low, high, _ = stated[0].bounds()
    if low is None or high is None or (high >= least and low <= most):
        return None
    span = f"{least} to {most} days" if most < 400 else f"{least / 365.25:.1f} to {most / 365.25:.1f} years"
    return f"the period is {span} long, both ends counted or not"


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1) if (day.month, day.day) != (2, 29) else day + timedelta(days=365)


def _by_the_clock(length: Claim, start: Clocked, end: Clocked) -> str | None:
    """Why a length in hours or minutes does not fit two times of day, in any half of the day."""
    stated = _length(length)
    if stated is None or stated[1] != "T":
        return None
    low, high, _ = stated[0].bounds()
    gaps = minutes_between(start, end)
    if low is None or high is None or not gaps:
        return None
    least, most = low * DAY - 1, high * DAY + 1
    if any(least <= gap <= most for gap in gaps):
        return None
    shown = min(gaps, key=lambda gap: abs(gap - least))
    return f"from {said(start.claim)} to {said(end.claim)} are {shown} minutes, or {shown / 60:.1f} hours"
