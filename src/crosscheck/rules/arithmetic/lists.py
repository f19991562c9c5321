"""A306: a count against the list of what it counts."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final

from attrs import frozen

from crosscheck.lexicon import table
from crosscheck.model import Claim, Conflict, Group, Refusal, Wording
from crosscheck.reading.passages import LONGEST
from crosscheck.rules.common import said
from crosscheck.values import Age, Moment, Quantity

REACH: Final = 6  # tokens from a count to the mark that opens its list
LONG: Final = 5  # tokens of one name
MOST: Final = 12  # items that a sentence lists by name
BACK: Final = 3  # sentences from a count of people to their names
_DEFINITE: Final = frozenset("the his her its their our these those".split())
WEAK: Final = frozenset({"who", "which", "that", "were", "was", "are", "is", "in", "on", "at", "for", "by"})
INNER: Final = frozenset("of de del la le von van der bin al and & the".split())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(table("figures")["lists"][name]).split())


@cache
def _field(name: str) -> frozenset[str]:
    return frozenset(str(table("figures")["lists"]["fields"][name]).split())


def list_count_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A count is not that of the names or years listed behind it.

    Lists that do not claim to be complete ("including", "among them") are left alone, and
    so is a name that is not surely one item.

    Flagged:
        - Three suspects, Ana Bell, Cyril Dorr, Edna Fox and Gil Hart, were led into court.
        - The treaty binds four countries: Norway, Chile and Japan.
        - She won the race three times, in 1992, 1999, 2012 and 2019.

    Not flagged:
        - Four suspects, Ana Bell, Cyril Dorr, Edna Fox and Gil Hart, were led into court.
        - The treaty binds four countries, including Norway, Chile and Japan.
        - She won the race four times, in 1992, 1999, 2012 and 2019.
    """
    sentences = [(n, list(members)) for n, members in groupby(group.claims, key=lambda c: c.sentence)]
    for _, members in sentences:
        for claim in members:
            if (counted := _count(claim)) is None:
                continue
            found = _years(counted, members) or _names(counted, members)
            if found is not None and len(found.items) != counted.number:
                yield _conflict(counted, found)
    yield from _named_later(sentences)


@frozen(slots=True, eq=False)
class _Counted:
    claim: Claim
    number: int
    head: str
    wording: Wording


@frozen(slots=True, eq=False)
class _List:
    """What is listed: the items as written, and claims that show them."""

    items: tuple[str, ...]
    shown: tuple[Claim, ...]


def _conflict(counted: _Counted, found: _List) -> Conflict:
    number = len(found.items)
    return Conflict(
        f"{said(counted.claim)} are told, {number} are listed",
        ((counted.claim, "a"), *((claim, "b") for claim in found.shown[:11])),
        (f"listed are {number}: {'; '.join(found.items)}", f"told are {counted.number}"),
        0.8,
    )


def _count(claim: Claim) -> _Counted | None:
    """A small exact count of a noun in the plural that is not taken from a larger one."""
    value, wording, counted = claim.mention.value, claim.wording, claim.mention.counted
    if not isinstance(value, Quantity) or not value.exact or value.dimension is not None or counted is None:
        return None
    if wording is None or len(wording.lower) > LONGEST or value.low is None or not counted.head:
        return None
    if not 2 <= value.low <= MOST or value.low != value.low.to_integral_value():
        return None
    if "of" in claim.before[:2] or {"other", "more", "another", "least"} & set(claim.before[:1]):
        return None
    return _Counted(claim, int(value.low), counted.head, wording)


# -- years -------------------------------------------------------------------------------------


def _years(counted: _Counted, members: Sequence[Claim]) -> _List | None:
    """The years behind "three times, in 1992, 1999 and 2019"."""
    if counted.head not in _words("times"):
        return None
    at, lower = counted.claim.at[1], counted.wording.lower
    years = {c.at[0]: c for c in members if isinstance(c.mention.value, Moment) and _is_year(c)}
    first = next((i for i in range(at, min(at + REACH, len(lower))) if i in years), None)
    if first is None or lower[first - 1] not in ("in", ":", "(", "—", "–") or lower[first - 2] not in ",:(—–":
        return None
    run, i = [years[first]], first + 1
    closed = False
    while i < len(lower) and lower[i] in (",", "and"):
        closed = closed or lower[i] == "and"
        if i + 1 in years:
            run.append(years[i + 1])
            i += 1
        i += 1
    return _List(tuple(c.mention.text for c in run), tuple(run)) if closed and len(run) > 1 else None


def _is_year(claim: Claim) -> bool:
    return len(claim.mention.text) == 4 and claim.mention.text.isdecimal()


# -- names -------------------------------------------------------------------------------------


def _names(counted: _Counted, members: Sequence[Claim]) -> _List | None:
    """The names behind "three suspects, A, B and C", each surely one item; None where they are not."""
    lower = counted.wording.lower
    at = counted.claim.at[1]
    start = next((i for i in range(at, min(at + REACH, len(lower))) if lower[i] in ",:—–("), None)
    if start is None or WEAK & set(lower[at:start]) or _words("open") & set(lower[at : start + 3]):
        return None
    definite = not _DEFINITE.isdisjoint(counted.claim.before[:1])
    near = definite or counted.head in _words("people") | _words("places")
    if lower[start] == "," and not near:
        return None
    reader = _Reader(counted.wording, start + 1, members)
    items = reader.read()
    if items is None or len(items) < 2:
        return None
    texts = tuple(counted.wording.text[a:b] for a, b in items)
    base = counted.wording.start
    spans = [(base + a, base + b) for a, b in items]
    shown = tuple(
        c for c in members
        if c.mention.kind in ("person", "place", "organisation")
        and any(a <= c.mention.start < b for a, b in spans)
    )  # fmt: skip
    return _List(texts, shown) if shown else None


class _Reader:
    """Reads names parted by commas and a last "and", with ages behind them, from one token on."""

    def __init__(self, wording: Wording, at: int, members: Sequence[Claim]) -> None:
        self.wording = wording
        self.at = at
        self.ages = {c.at[0]: c.at[1] for c in members if isinstance(c.mention.value, Age)}

    def read(self) -> list[tuple[int, int]] | None:
        """The spans of the items in the sentence; None where the list is not surely whole."""
        lower = self.wording.lower
        items: list[tuple[int, int]] = []
        closed = False
        while True:
            item = self._name()
            if item is None:
                return None
            items.append(item)
            self._skip_age()
            if closed:
                return items if self._ends() else None
            if self.at < len(lower) and lower[self.at] == ",":
                self.at += 1
            if self.at < len(lower) and lower[self.at] == "and":
                closed = True
                self.at += 1
            if len(items) > MOST:
                return None

    def _name(self) -> tuple[int, int] | None:
        """One name: capitalised words, small ones inside them only."""
        first, last = self.at, self.at - 1
        i = first
        while i < len(self.wording.lower) and i - first < LONG:
            if self._capital(i):
                last = i
            elif self.wording.lower[i] not in INNER or self.wording.lower[i] == "and" or i == first:
                break
            i += 1
        if last < first:
            return None
        self.at = last + 1
        start = self.wording.starts[first] - self.wording.start
        end = self.wording.starts[last] - self.wording.start + len(self.wording.lower[last])
        return start, end

    def _capital(self, i: int) -> bool:
        char = self.wording.text[self.wording.starts[i] - self.wording.start]
        return char.isupper()

    def _skip_age(self) -> None:
        if (
            self.at < len(self.wording.lower)
            and self.wording.lower[self.at] == ","
            and self.at + 1 in self.ages
        ):
            self.at = self.ages[self.at + 1]

    def _ends(self) -> bool:
        """Whether no further item can follow: neither "and" nor another name."""
        lower, i = self.wording.lower, self.at
        if i >= len(lower):
            return True
        if lower[i] in (".", "!", "?", ";", ")", "—", "–", ":"):
            return True
        if lower[i] == ",":
            following = i + 1 < len(lower) and (lower[i + 1] in ("and", "as") or self._capital(i + 1))
            return not following
        return lower[i] in (
            "were",
            "was",
            "are",
            "is",
            "have",
            "had",
            "will",
            "said",
            "on",
            "in",
            "at",
            "for",
        )


# -- names in a later sentence -------------------------------------------------------------------


def _named_later(sentences: Sequence[tuple[int, list[Claim]]]) -> Iterator[Conflict]:
    """More people named, with their ages, than the article has counted in the sentences before."""
    counts = [(n, c) for n, members in sentences for claim in members if (c := _count(claim)) is not None]
    for number, members in sentences:
        ages = [c for c in members if isinstance(c.mention.value, Age) and c.mention.value.person]
        wording = members[0].wording
        if len(ages) < 3 or wording is None or not _field("naming") & set(wording.lower):
            continue
        if "including" in wording.lower or len({c.mention.value.person for c in ages}) != len(ages):  # type: ignore[union-attr]
            continue
        for name in ("accused", "victims"):
            other = _field("victims" if name == "accused" else "accused")
            if not _field(name) & set(wording.lower) or other & set(wording.lower):
                continue
            of_field = [(n, c) for n, c in counts if _about(c, _field(name))]
            near = [c for n, c in of_field if 0 < number - n <= BACK]
            if near and all(c.number < len(ages) for _, c in of_field):
                people = tuple(c.mention.value.person for c in ages)  # type: ignore[union-attr]
                yield _conflict(near[-1], _List(tuple(p or "" for p in people), tuple(ages)))


def _about(counted: _Counted, field: frozenset[str]) -> bool:
    return bool({counted.head, f"{counted.head}s"} & field) and counted.head in _words("people")
