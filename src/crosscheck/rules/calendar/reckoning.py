"""The part of D105 within one article: times that have passed, beside the day or year they lead back to."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Final

from crosscheck.model import Conflict, Group
from crosscheck.reading import Figure, Match, matches, passages
from crosscheck.rules.common import said
from crosscheck.values import Age, Moment, Ordinal

# By how many days a count of such units may be off.
ROOM: Final = {"year": 365, "month": 30, "week": 6, "day": 1, "night": 1, "decade": 3652}
PAST: Final = ("ago", "earlier", "before", "later", "after", "afterwards")


def reckoned(group: Group) -> Iterator[Conflict]:
    """Times said to have passed that do not lead to the day beside them."""
    seen: set[int] = set()
    for passage in chain(passages(group.claims), passages(group.claims, 2)):
        for match in matches("elapsed", passage):
            told, stated = match["told"].claim, match["stated"].claim
            reason = None if id(told) in seen else _misfit(match)
            if reason:
                seen.add(id(told))
                yield Conflict(
                    f"{said(told)} does not fit {said(stated)}",
                    ((told, "a"), (stated, "b")),
                    (reason,),
                    0.85,
                )


def _misfit(match: Match) -> str | None:
    op = match.phrase.options["op"]
    return _years(match, op) if op in ("anniversary", "age") else _days(match, op)


def _moment(figure: Figure) -> Moment | None:
    value = figure.claim.mention.value
    return value if isinstance(value, Moment) else None


def _days(match: Match, op: str) -> str | None:
    """Why "five years ago" or "eight days later" is not the stated day, or None where it can be."""
    told, stated = _moment(match["told"]), _moment(match["stated"])
    text = match["told"].claim.mention.text.lower()
    ending = text.rsplit(" ", maxsplit=1)[-1]
    if told is None or stated is None or told.hedge is not None or ending not in PAST:
        return None
    if (ending == "ago") != (op == "ago") or not told.relative or stated.relative or told.earliest is None:
        return None
    if op == "ago" and match["told"].claim.as_of.source == "text":
        return None
    room = next((timedelta(days=n) for unit, n in ROOM.items() if unit in text), None)
    span = _span(stated, told.earliest.year)
    if room is None or span is None or told.latest is None:
        return None
    if told.earliest - room <= span[1] and span[0] <= told.latest + room:
        return None
    shown = told.earliest.isoformat() if told.earliest == told.latest else f"{told.earliest.year}"
    return f"{said(match['told'].claim)} leads to {shown}, not to {said(match['stated'].claim)}"


def _span(stated: Moment, year: int) -> tuple[date, date] | None:
    """The days that a stated date may mean; a yearless one is left alone unless it names a day."""
    if stated.stated[:4].isdecimal() and stated.floor is not None and stated.ceiling is not None:
        return stated.floor, stated.ceiling
    month, day = stated.month_day
    if month is None or day is None:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found, found


def _years(match: Match, op: str) -> str | None:
    """Why an anniversary or an age is not that of what began in a year, a year more or less."""
    figure, stated = match["told"], _moment(match["stated"])
    value, today = figure.claim.mention.value, figure.claim.as_of
    if stated is None or today.day is None or today.source == "text" or not stated.stated[:4].isdecimal():
        return None
    if stated.floor is None or stated.ceiling is None or stated.hedge is not None or "/" in stated.stated:
        return None
    if op == "anniversary" and isinstance(value, Ordinal):
        count = value.rank
    elif op == "age" and isinstance(value, Age) and value.low == value.high:
        count = int(value.low)
    else:
        return None
    words = figure.claim.wording.lower if figure.claim.wording else ()
    years = {w for w in words if len(w) == 4 and w.isdecimal()} - {stated.stated[:4], str(today.day.year)}
    passed = today.day.year - stated.floor.year
    if years or abs(passed - count) <= 1 or passed <= 0:
        return None
    return f"from {stated.floor.year} to {today.day.year} are {passed} years"
