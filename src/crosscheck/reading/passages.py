"""One sentence, or a few in a row, with each value replaced by a mark, so that phrases can be looked for.

"Of the 318 people, about 342 were" becomes "of the {n0} people , {n1} were": the letter
says what kind of value it is, the number which one. Hedges, quotation marks and filler
words before a value fall out.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from typing import Final

from attrs import evolve, frozen

from crosscheck.lexicon import wordset
from crosscheck.model import Claim, Wording
from crosscheck.values import Age, Duration, Instant, Moment, Ordinal, Quantity
from crosscheck.values.relations import EXACT

LONGEST: Final = 160  # tokens; a longer sentence is a table or a list, and is not read
DROPPED: Final = frozenset("\"“”„«»*_'‘’")
STOPS: Final = frozenset(".!?")
SHARED: Final = frozenset("by or about nearly almost roughly around some over than more".split())
SPECIAL: Final = {"percent": "p", "times": "x"}
KINDS: Final[dict[type, str]] = {Age: "a", Duration: "d", Moment: "y", Instant: "k", Ordinal: "o"}


@frozen(slots=True, eq=False)
class Figure:
    """A value in a passage: its claim and what kind of value it is.

    Kinds: n count, f fraction, p per cent, t percentage points, m measure or money, d length
    of time, a age, y day or period, k time of day, o place in an order.
    """

    claim: Claim
    kind: str

    @property
    def quantity(self) -> Quantity:
        """The value of a figure of kind n, f, p, t, x or m."""
        value = self.claim.mention.value
        if not isinstance(value, Quantity):
            raise TypeError(f"{self.claim.mention.text!r} is no quantity")
        return value

    @property
    def noun(self) -> str:
        """The class of what is counted, or "" where the words do not say."""
        counted = self.claim.mention.counted
        return counted.kind if counted and counted.head else ""


def kind(claim: Claim) -> str | None:
    """The letter of a claim's kind (see `Figure`), or None for a name or a quotation."""
    value = claim.mention.value
    if isinstance(value, Ordinal) and _fraction(claim, value):
        return "f"
    if isinstance(value, Quantity):
        if value.unit in SPECIAL:
            return SPECIAL[value.unit]
        if value.dimension not in (None, "share", "vote"):
            return "t" if value.dimension == "points" else "m"
        size = value.low if value.low is not None else value.high
        fraction = size is not None and 0 < size < 1 and not claim.mention.text[:1].isdecimal()
        return "f" if fraction or value.dimension == "share" else "n"
    return KINDS.get(type(value))


def _fraction(claim: Claim, value: Ordinal) -> bool:
    """Whether an ordinal is a part: "by a third", "about a fifth of"."""
    if claim.before[:1] not in (("a",), ("one",)) or not 3 <= value.rank <= 10:
        return False
    return claim.after[:1] == ("of",) or not SHARED.isdisjoint(claim.before[1:2])


def as_share(claim: Claim) -> Claim:
    """A claim of kind f with its value as an amount, where the reader took it for a place in an order."""
    value = claim.mention.value
    if not isinstance(value, Ordinal):
        return claim
    part = EXACT.divide(Decimal(1), Decimal(value.rank))
    amount = Quantity(part, part, stated=str(round(part, 3)))
    return evolve(claim, mention=evolve(claim.mention, kind="quantity", value=amount))


class Passage:
    """One or more sentences in a row: `figures` in order, and `text` with their marks.

    `words` are the words of the sentences, hedges included, and `kinds` the kinds of values
    they may hold: enough to know that a phrase cannot stand in it, before it is read.
    """

    def __init__(self, sentences: Sequence[tuple[Wording, Sequence[Claim]]]) -> None:
        self.sentences = sentences

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(wording.lower for wording, _ in self.sentences))

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(letter for _, claims in self.sentences for c in claims if (letter := kind(c)))

    @cached_property
    def _read(self) -> tuple[list[str], list[Figure]]:
        tokens: list[str] = []
        figures: list[Figure] = []
        for wording, claims in self.sentences:
            _add(tokens, figures, wording, claims)
        return tokens, figures

    @property
    def tokens(self) -> list[str]:
        return self._read[0]

    @property
    def figures(self) -> list[Figure]:
        return self._read[1]

    @cached_property
    def text(self) -> str:
        return "".join(f"{token} " for token in self.tokens)


def _add(out: list[str], figures: list[Figure], wording: Wording, claims: Sequence[Claim]) -> None:
    """Read one sentence: its words and marks behind `out`, its values behind `figures`."""
    lower = wording.lower
    last = len(lower) - 1
    while last > 0 and lower[last] in DROPPED:
        last -= 1
    at = 0
    for claim in sorted(claims, key=lambda c: (c.at[0], -c.at[1])):
        letter = kind(claim)
        if letter is None or claim.at[0] < at:
            continue
        out.extend(_plain(lower, at, claim.at[0], last))
        _drop(out, claim)
        if letter == "f" and isinstance(claim.mention.value, Ordinal):
            del out[-1:]  # the "a" of "a third"
            while out and out[-1] in SHARED - {"by", "or"}:
                out.pop()
        out.append(f"{{{letter}{len(figures)}}}")
        figures.append(Figure(as_share(claim) if letter == "f" else claim, letter))
        at = claim.at[1]
    out.extend(_plain(lower, at, len(lower), last))


def _plain(lower: Sequence[str], first: int, stop: int, last: int) -> Iterator[str]:
    """Words as they stand; a full stop inside the sentence belongs to an abbreviation."""
    for i in range(first, stop):
        word = lower[i]
        if word not in DROPPED and (word not in STOPS or i >= last) and word[0] not in "{}":
            yield word


def _drop(out: list[str], claim: Claim) -> None:
    """Take the hedge and the fillers before a value out again."""
    hedge = (getattr(claim.mention.value, "hedge", None) or "").split()
    fillers = wordset("figures", "fillers")
    while out and out[-1] in fillers:
        out.pop()
    if hedge and out[-len(hedge) :] == hedge:
        del out[-len(hedge) :]
    while out and out[-1] in fillers:
        out.pop()


Sentence = tuple[int, Wording, list[Claim]]


class _Held:
    """The sentences and passages of the claims asked for last: one article's rules follow on each other."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.made: dict[int, list[tuple[int, Passage]]] = {}

    @cached_property
    def sentences(self) -> list[Sentence]:
        found: list[Sentence] = []
        for number, members in groupby(self.claims, key=lambda c: c.sentence):
            listed = [c for c in members if kind(c) is not None]
            wording = listed[0].wording if listed else None
            if wording is not None and len(wording.lower) <= LONGEST:
                found.append((number, wording, listed))
        return found

    def passages(self, length: int) -> list[tuple[int, Passage]]:
        """The passages of so many sentences, each with how many values it may hold."""
        if length not in self.made:
            rows = [self.sentences[i : i + length] for i in range(len(self.sentences) - length + 1)]
            self.made[length] = [
                (sum(len(listed) for _, _, listed in row), Passage([(w, listed) for _, w, listed in row]))
                for row in rows
                if row[-1][0] - row[0][0] == length - 1
            ]
        return self.made[length]


_held: list[_Held] = [_Held(())]


def passages(claims: Sequence[Claim], length: int = 1, least: int = 2) -> Iterator[Passage]:
    """The passages of one article of `length` sentences in a row that hold `least` values or more.

    `claims` are those of one article in its order.
    """
    held = _held[0]
    if held.claims is not claims:
        held = _held[0] = _Held(claims)
    for values, passage in held.passages(length):
        if values >= least:
            yield passage
