"""What is said of a value: the class of the predicate nearest to it, whatever its part of speech.

"Built in 1928", "the construction of 1928" and "erected in 1928" date one sort of thing. The
classes are those of `lexicon/predicates.toml`.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import zip_longest

from crosscheck.lexicon import table
from crosscheck.lexicon.words import canonical
from crosscheck.values import Duration, Moment, Ordinal, Quantity

REACH = 5  # content words on either side among which a predicate is looked for
NONE: frozenset[str] = frozenset()
MONEY = 3  # letters of a currency's code


@cache
def _classes(kind: str) -> dict[str, frozenset[str]]:
    """Stem -> the classes of this kind of value that it stands for."""
    found: dict[str, set[str]] = {}
    for name, row in table("predicates").items():
        if kind in row["kinds"]:
            for word in row["words"]:
                for form in (word, f"{word}s") if word.endswith("ing") else (word,):  # meeting, meetings
                    found.setdefault(canonical(form), set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


def kind_of(value: object) -> str | None:
    """The kind of value that predicates are listed for, None where there are none.

    >>> kind_of(Ordinal(2))
    'ordinal'
    """
    match value:
        case Quantity(unit=str(unit)) if len(unit) == MONEY and unit.isupper():
            return "money"
        case Quantity(unit="percent"):
            return "percent"
        case Quantity():
            return "measure" if value.dimension else "count"
        case Moment():
            return "date"
        case Duration():
            return "length"
        case Ordinal():
            return "ordinal"
    return None


def predicate_classes(
    value: object, frame: Iterable[str | None], left: tuple[str, ...], right: tuple[str, ...]
) -> frozenset[str]:
    """The classes of the nearest word that says something of a value; empty where none is near.

    `frame` are the words tied to the value, the closest first; `left` and `right` the content
    words beside it, nearest first; all as stems.
    """
    kind = kind_of(value)
    if kind is None:
        return NONE
    known = _classes(kind)
    near = _before(left, right) if kind == "date" else _nearest(frame, left, right)
    return next((known[word] for word in near if word in known), NONE)


def _before(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[str]:
    """The words before a date, and behind one that opens its sentence ("In 2015, when she was elected")."""
    yield from left[:REACH] or right


def _nearest(frame: Iterable[str | None], left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[str]:
    yield from (word for word in frame if word)
    for pair in zip_longest(left[:REACH], right[:REACH]):
        yield from (word for word in pair if word)
