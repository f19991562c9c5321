"""What may stand in a facts sheet: the tables, their keys, and how each value is read.

`TABLES` is the whole grammar: a table's keys with the reader of each. A reader takes a raw
TOML value and gives what it means, or raises `Wrong` with what to write instead.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from crosscheck.sheet.edtf import FORMS, moment
from crosscheck.values import Moment

LONGEST = 2_000  # characters of a name, quotation or figure
MOST = 1_000  # names in one list
DIGITS = 60  # of a number


class Wrong(Exception):  # noqa: N818 - what is wrong with one value, caught where its place is known
    """A value that cannot be what its key asks for; the message says what to write."""


def text(value: object) -> str:
    """A string that is not blank."""
    if not isinstance(value, str):
        raise Wrong(f"must be text in quotation marks, not {_kind(value)}")
    if not value.strip():
        raise Wrong("is empty: fill it in or leave the key out")
    if len(value) > LONGEST:
        raise Wrong(f"is longer than {LONGEST:,} characters")
    return " ".join(value.split())


def name(value: object) -> str:
    """A name: text with a letter in it."""
    found = text(value)
    if not any(c.isalpha() for c in found):
        raise Wrong(f"{found!r} has no letter: write a name as it stands in a text")
    return found


def names(value: object) -> tuple[str, ...]:
    """A list of names, or one name."""
    if isinstance(value, str):
        return (name(value),)
    if not isinstance(value, list):
        raise Wrong(f'must be a list of names, such as ["one", "another"], not {_kind(value)}')
    if len(value) > MOST:
        raise Wrong(f"has more than {MOST:,} names")
    return tuple(name(one) for one in value)


def when(value: object) -> Moment:
    """A day or period."""
    found = moment(value)
    if found is None:
        raise Wrong(f"{_shown(value)} is no date: write {FORMS}")
    return found


def first_day(value: object) -> date:
    """The day on which a term begins: that of a day, the first of a month or year."""
    found = when(value).floor
    if found is None:
        raise Wrong(f"{_shown(value)} has no beginning: write a day, a month or a year")
    return found


def last_day(value: object) -> date:
    """The day on which a term ends: that of a day, the last of a month or year."""
    found = when(value).ceiling
    if found is None:
        raise Wrong(f"{_shown(value)} has no end: write a day, a month or a year, or leave the key out")
    return found


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"must be true or false without quotation marks, not {_kind(value)}")
    return value


def amount(value: object) -> str:
    """A figure, as a number or in words ("about 1,200")."""
    if isinstance(value, str):
        return text(value)
    return str(_number(value))


def tolerance(value: object) -> tuple[Decimal, bool]:
    """How far off a figure may be: in its own unit (50), or in per cent ("5%")."""
    percent = isinstance(value, str) and value.strip().endswith("%")
    try:
        found = Decimal(value.strip().removesuffix("%").strip()) if isinstance(value, str) else _number(value)
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite() or found < 0 or abs(found.adjusted()) > DIGITS:
        raise Wrong(f'{_shown(value)} is no tolerance: write a number such as 50, or a share such as "5%"')
    return found, percent


def anything(value: object) -> object:
    """A note that is kept and not read."""
    return value


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Wrong(f'must be a number, or words such as "about 1,200", not {_kind(value)}')
    if isinstance(value, int) and abs(value) >= 10**DIGITS:
        raise Wrong(f"has more than {DIGITS} digits")
    found = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not found.is_finite():
        raise Wrong(f"{value} is no figure")
    return found


def _kind(value: object) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a number"),
        (float, "a number"),
        (str, "text"),
        (list, "a list"),
        (dict, "a table"),
        (datetime, "a time"),
        (date, "a date"),
    )
    return next((said for kind, said in kinds if isinstance(value, kind)), type(value).__name__)


def _shown(value: object) -> str:
    shown = repr(value) if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


Reader = Callable[[object], Any]
Keys = Mapping[str, Reader]

KEPT: Keys = {"note": anything, "source": anything, "by": anything, "added": anything, "id": anything}
OFFICE: Keys = {"title": name, "of": names, "from": first_day, "to": last_day, "acting": flag, **KEPT}
_NAMED: Keys = {"name": name, "aliases": names, "misspellings": names, **KEPT}
TABLES: Mapping[str, Keys] = {
    "events": {"name": name, "aliases": names, "date": when, "place": name, **KEPT},
    "people": {**_NAMED, "born": when, "died": when, "offices": anything},
    "organisations": _NAMED,
    "places": _NAMED,
    "figures": {
        "what": text, "value": amount, "about": names, "as-of": when, "tolerance": tolerance, **KEPT,
    },
    "quotations": {"words": text, "speaker": name, **KEPT},
}  # fmt: skip
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "events": ("name",),
    "people": ("name",),
    "organisations": ("name",),
    "places": ("name",),
    "figures": ("what", "value"),
    "quotations": ("words",),
    "offices": ("title",),
}
