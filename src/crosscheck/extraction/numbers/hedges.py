"""Hedges and bounds around a figure, and the words that join two figures into a range.

Everything here works on token indexes and is shared by quantities and durations: ask
`before` with the token where the figure starts (its currency sign or article included),
`after` with the token where it ends, and `joined` with two neighbouring figures.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from crosscheck.extraction.numbers.figures import STARTS
from crosscheck.extraction.tokens import TOKEN, Tokens
from crosscheck.lexicon import table, wordset

Interval = tuple[Decimal | None, Decimal | None]


@frozen(slots=True)
class Hedge:
    """A hedge in the text: tokens `first` to `last`, the words, and what they do to a figure.

    `kind` is "near", "under", "over" (a band around the figure), "min" (open above) or
    "max" (open below).
    """

    first: int
    last: int
    words: str
    kind: str
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def bound(self) -> bool:
        """Whether the figure is only a bound."""
        return self.kind in ("min", "max")

    def band(self, value: Decimal, slack: Decimal = Decimal(0)) -> Interval:
        """What the hedge makes of a figure: (lowest, highest), None for an open end.

        A "near" band is at least as wide as half the last place shown (`slack`).
        """
        if self.kind == "min":
            return value, None
        if self.kind == "max":
            return None, value
        low, high = sorted((value * (self.low or 1), value * (self.high or 1)))
        if self.kind == "near":
            return min(low, value - slack), max(high, value + slack)
        return low, high


@frozen(slots=True)
class Entry:
    """One phrase of the lexicon."""

    words: tuple[str, ...]
    kind: str
    low: Decimal | None
    high: Decimal | None

    def at(self, first: int, last: int) -> Hedge:
        return Hedge(first, last, " ".join(self.words), self.kind, self.low, self.high)


def _entries(side: str) -> Iterator[Entry]:
    for group in table("hedges")[side]:
        low, high = (Decimal(group[k]) if k in group else None for k in ("low", "high"))
        for form in group["forms"]:
            yield Entry(tuple(TOKEN.split(form)[1::2]), group["kind"], low, high)


def _index(side: str, key: int) -> dict[str, list[Entry]]:
    """Phrases by their outermost word next to the figure, the longest first."""
    index: dict[str, list[Entry]] = {}
    for entry in sorted(_entries(side), key=lambda e: -len(e.words)):
        index.setdefault(entry.words[key], []).append(entry)
    return index


LEFT: Final = _index("left", -1)
RIGHT: Final = _index("right", 0)
DASHES: Final = frozenset("-–—‐‑~")
CHANGES: Final = wordset("number_cues", "hedges", "changes")


def before(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that ends just before token i: "about", "more than", "as many as", "an estimated"."""
    lower = tokens.lower
    last = i - 1
    if last >= 0 and lower[last] in ("a", "an", "("):
        last -= 1
    if last < 0:
        return None
    for entry in LEFT.get(lower[last], ()):
        first = last - len(entry.words) + 1
        if first >= 0 and (first == last or tuple(lower[first : last + 1]) == entry.words):
            return None if _other_sense(lower, first, last) else _doubled(tokens, entry.at(first, i - 1))
    return None


def _doubled(tokens: Tokens, inner: Hedge) -> Hedge:
    """A bound before a hedge ("at least about", "up to an estimated") takes it over."""
    lower, last = tokens.lower, inner.first - 1
    if last < 0:
        return inner
    for entry in LEFT.get(lower[last], ()):
        first = last - len(entry.words) + 1
        if (
            first >= 0
            and tuple(lower[first : last + 1]) == entry.words
            and not _other_sense(lower, first, last)
        ):
            if inner.bound or entry.kind not in ("min", "max"):
                return Hedge(first, inner.last, inner.words, inner.kind, inner.low, inner.high)
            return entry.at(first, inner.last)
    return inner


def _other_sense(lower: Sequence[str], first: int, last: int) -> bool:
    """Whether the phrase means something else here: "5 to 3 over 2", "as long as", "under 21 rules"."""
    word = lower[last]
    previous = lower[first - 1] if first else ""
    if first != last:
        return False
    if word in ("over", "under", "above", "below", "beyond", "within", "past"):
        return previous in (
            "win",
            "won",
            "victory",
            "hand",
            "hands",
            "dispute",
            "debate",
            "all",
            "taken",
            "took",
            "take",
        )
    if word == "about":
        return previous in (
            "talk",
            "talked",
            "concerned",
            "worried",
            "book",
            "story",
            "film",
            "movie",
            "questions",
            "all",
        )
    if word == "estimated":
        return previous in (
            "officials",
            "police",
            "have",
            "has",
            "he",
            "she",
            "they",
            "it",
            "report",
            "study",
        )
    return False


def after(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge that starts just behind token i: "or more", "-plus", "+", "or so", "-odd"."""
    lower, j = tokens.lower, i + 1
    if j >= len(lower):
        return None
    for entry in RIGHT.get(lower[j], ()):
        last = j + len(entry.words) - 1
        if (
            last < len(lower)
            and tuple(lower[j : last + 1]) == entry.words
            and _attached(tokens, entry, i, last)
        ):
            return entry.at(j, last)
    return None


def _attached(tokens: Tokens, entry: Entry, i: int, last: int) -> bool:
    """Whether the phrase belongs to the figure: "10+" but not "10 + 5", "30-odd" but not "30 odd socks"."""
    word = entry.words[0]
    if "\n" in tokens.gap(i):
        return False
    if word in ("+", "-", "ish"):
        return tokens.adjacent(i) and not (last + 1 < len(tokens) and tokens.words[last + 1][0].isdigit())
    if word == "plus":
        following = tokens.lower[last + 1] if last + 1 < len(tokens) else ""
        return following.isalpha() and following not in NOT_PLUS and following not in STARTS
    if len(entry.words) == 1 and word in (
        "minimum",
        "maximum",
        "tops",
        "roughly",
        "approximately",
        "upward",
        "upwards",
    ):
        return last + 1 >= len(tokens) or tokens.words[last + 1] in ".,;:)"
    if entry.words == ("and", "more") or entry.words[0] == "at":
        return last + 1 >= len(tokens) or tokens.lower[last + 1] not in ("than", "a", "the", "of")
    return True


NOT_PLUS: Final = frozenset("a an the another some interest tax vat".split())


def joined(tokens: Tokens, i: int, j: int) -> tuple[int, str] | None:
    """How the figure that ends at token i and the one that starts at token j make a range.

    Gives -1 (see `opening` for the token where the range opens) and the form of the joint:
    "to", "or", "and", "through", "dash", or "spaced" for a hyphen with space before it. Whether
    low < high is for the caller to see; only the joining word may stand between i and j.
    """
    lower = tokens.lower
    if j >= len(lower) or "\n" in tokens.gap(i):
        return None
    if (
        j - i == 3 and lower[i + 1] == "-" and tokens.adjacent(i) and lower[i + 2] in ("to", "or")
    ):  # "8- to 16-metre"
        return -1, lower[i + 2]
    if j - i != 2:
        return None
    word = lower[i + 1]
    if word in DASHES:
        tight = tokens.adjacent(i) and tokens.adjacent(i + 1)
        if tight or word in "–~":
            return -1, "dash"
        return (-1, "spaced") if word == "-" and not tokens.adjacent(i) else None
    return (-1, word) if word in ("to", "or", "and", "through") else None


def opening(tokens: Tokens, i: int) -> tuple[int, str] | None:
    """The word that opens a range before token i: (its token, "between" or "from").

    "from" after a verb of change ("rose from 50 to 75") opens no range and gives "change".
    """
    lower = tokens.lower
    k = i - 1
    while (
        k >= 0
        and i - k <= 3
        and lower[k] in ("about", "around", "roughly", "some", "a", "an", "approximately", "anywhere")
    ):
        k -= 1
    if k < 0 or lower[k] not in ("between", "from", "anywhere", "of"):
        return None
    if lower[k] == "between":
        return k, "between"
    if lower[k] != "from":
        return None
    if not CHANGES.isdisjoint(lower[max(0, k - 6) : k]):
        return k, "change"
    return k, "from"
