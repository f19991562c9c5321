"""Offices by their titles: which of the lexicon's a title names, and whose it is."""

from functools import cache
from typing import NamedTuple

from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold

LONGEST = 5  # words of a role


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
    for size in range(min(LONGEST, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            name = _forms().get(" ".join(words[first : first + size]))
            if name is not None:
                around = words[:first] + words[first + size :]
                return Titled(name, frozenset(map(fold, around)) - {"of", "the", "for", "to", ""})
    return Titled("", frozenset())
