"""Roles and offices of the lexicon: their forms, and which of them a title names."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from attrs import frozen

from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold

LONGEST = 4  # words in the longest role of the lexicon
LONGEST_TITLED = 5  # of a role within a title


class Titled(NamedTuple):
    """An office by its canonical name ("" where the lexicon has none), and the words around it, folded."""

    office: str
    around: frozenset[str]


@cache
def _forms() -> dict[str, str]:
    rows = table("roles").items()
    return {form: name for name, row in rows if "marker" not in row for form in row["forms"]}


@cache
def titled(title: str) -> Titled:
    """The longest role within a title.

    >>> titled("Prime Minister of Norway")
    Titled(office='prime-minister', around=frozenset({'norway'}))
    >>> titled("Night Owl of the Valley").office
    ''
    """
    words = title.lower().replace(".", "").split()
    for size in range(min(LONGEST_TITLED, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            name = _forms().get(" ".join(words[first : first + size]))
            if name is not None:
                around = words[:first] + words[first + size :]
                return Titled(name, frozenset(map(fold, around)) - {"of", "the", "for", "to", ""})
    return Titled("", frozenset())


@frozen(slots=True)
class Office:
    """What the lexicon says of a role: its name, whether it is weak evidence, whether it is shown."""

    name: str
    weak: bool
    shown: bool = True


@cache
def offices() -> dict[str, Office]:
    """Every form of every role, lower case with single spaces, to its office."""
    out: dict[str, Office] = {}
    for name, row in table("roles").items():
        if "marker" not in row:
            office = _office(name, row)
            for form in row["forms"]:
                out.setdefault(form, office)
                if row.get("weak") and not form.endswith("s"):
                    out.setdefault(form + "s", office)
    return out


def _office(name: str, row: dict[str, Any]) -> Office:
    return Office(name, row.get("weak", False), row.get("shown", True))


@cache
def marker(name: str) -> frozenset[str]:
    """The words of one marker row: "past", "future" or "lesser"."""
    return frozenset(table("roles")[name]["forms"])


@cache
def states() -> frozenset[str]:
    """The words of all markers: what makes a role past, to come or a deputy's."""
    return marker("past") | marker("lesser") | marker("future")


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.rsplit(" ", 1)[-1] for form in offices())


def ending_at(keys: Sequence[str], last: int, floor: int = 0) -> int:
    """Where the longest role that ends at `last` begins, or -1."""
    if keys[last] not in _last_words():
        return -1
    for size in range(min(LONGEST, last - floor + 1), 0, -1):
        if " ".join(keys[last - size + 1 : last + 1]) in offices():
            return last - size + 1
    return -1
