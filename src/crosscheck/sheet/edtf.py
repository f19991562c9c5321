"""Dates of record: EDTF (ISO 8601-2) as far as a desk writes it, and TOML's own dates."""

import re
from datetime import date, datetime, timedelta

from crosscheck.values import Moment

FORMS = '"2023-10-07", "2023-10", "2023", a period "2023-11-24/2023-11-30", or with ~ for about: "2023-10~"'
_ONE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_SLACK = {4: 365, 7: 31, 10: 3}  # days that "about" allows, by the length of what is written


def moment(value: object) -> Moment | None:
    """The day or period that a value of a sheet states, or None where it is no date.

    A period may be open at one end ("2021-03-19/..").

    >>> moment("2023-10").latest.isoformat(), moment("2023-11-24/..").ceiling
    ('2023-10-31', None)
    >>> moment("October 7") is None
    True
    """
    if isinstance(value, date):  # a datetime too
        value = (value.date() if isinstance(value, datetime) else value).isoformat()
    if not isinstance(value, str):
        return None
    text = value.strip()
    if "/" not in text:
        found = _days(text)
        return _made(text, *found, span=False) if found else None
    first, last = (_end(part) for part in text.split("/", 1))
    if first is None or last is None or not (first or last):
        return None
    floor = first[0] if first else None
    ceiling = last[1] if last else None
    if floor and ceiling and floor > ceiling:
        return None
    return _made(text, floor, ceiling, span=True)


def day(value: object) -> date | None:
    """The one day that a value of a sheet states, or None."""
    found = moment(value)
    return found.single if found else None


def _made(text: str, floor: date | None, ceiling: date | None, *, span: bool) -> Moment:
    hedge = "about" if text[-1:] in ("~", "?", "%") else None
    return Moment(text, floor, ceiling, floor=floor, ceiling=ceiling, span=span, hedge=hedge)


def _end(text: str) -> tuple[()] | tuple[date, date] | None:
    """One end of a period: its days, nothing for an open one, None for what is no date."""
    return () if text.strip() in ("", "..") else _days(text.strip())


def _days(text: str) -> tuple[date, date] | None:
    """The first and the last day of "2023", "2023-10" or "2023-10-07", widened by a ~."""
    found = _ONE.fullmatch(text)
    if found is None:
        return None
    year, month, number = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    try:
        first = date(year, month, number)
        if found[3]:
            last = first
        elif found[2]:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            last = date(year, 12, 31)
        slack = timedelta(days=_SLACK[len(text.rstrip("~?%"))] if found[4] else 0)
        return first - slack, last + slack
    except (ValueError, OverflowError):
        return None
