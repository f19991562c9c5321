"""Where a text gives a place in an order: ordinals, "No. 14", "two earlier ones", "Only that was larger"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.lexicon import table, wordset
from crosscheck.model import Mention
from crosscheck.values import Moment, Ordinal

NUMBERED: Final = frozenset({"no", "number", "seeded", "ranked"})
BEFORE: Final = wordset("ranks", "cues", "before")
COMPARED: Final[dict[str, str]] = table("ranks")["comparatives"]
BE: Final = frozenset("is was were are been".split())
TRIGGERS: Final = NUMBERED | BEFORE | {"only"}
REACH: Final = 16  # tokens behind "only" among which the comparative stands
CENTURY: Final = "XX"  # with which a date ends that is a century
MOST: Final = 500  # places in orders that are read in one article
HIGHEST: Final = 1000
MOST_EARLIER: Final = 20


@frozen(slots=True)
class Spot:
    """A place in an order by tokens `first` to `last` of sentence `number`, tokens `begin` to `stop`.

    `how` is "ordinal", "numbered" ("No. 14"), "century", "earlier" ("two earlier cuts": the third), or,
    after "only", what is measured ("Only the storm of 1991 was larger": the second by size).
    """

    document: Document
    number: int
    first: int
    last: int
    rank: int
    how: str

    @property
    def begin(self) -> int:
        return self.document.sentences[self.number][0]

    @property
    def stop(self) -> int:
        return self.document.sentences[self.number][1]

    @property
    def lower(self) -> list[str]:
        return self.document.tokens.lower


Found = tuple[int, int, int, str]


def spots(document: Document, mentions: Sequence[Mention]) -> Iterator[Spot]:
    """The places in orders of a text, in its order."""
    tokens = document.tokens
    found: list[Found] = []
    for mention in mentions:
        value = mention.value
        if isinstance(value, Ordinal):
            first = bisect_left(tokens.starts, mention.start)
            last = bisect_left(tokens.ends, mention.end)
            found.append((first, last, value.rank, "ordinal"))
        elif isinstance(value, Moment) and len(value.stated) == 4 and value.stated.endswith(CENTURY):
            if "centur" not in mention.text.lower() or not value.stated[:2].isdecimal():
                continue
            first = bisect_left(tokens.starts, mention.start)
            found.append((first, bisect_left(tokens.ends, mention.end), int(value.stated[:2]) + 1, "century"))
    for i in [i for i, word in enumerate(tokens.lower) if word in TRIGGERS]:
        row = _marked(document, i)
        if row is not None:
            found.append(row)
    ordinals = {row[1] for row in found if row[3] == "ordinal"}
    number, sentences = 0, document.sentences
    for first, last, rank, how in sorted(found)[:MOST]:
        if how == "numbered" and last + 1 in ordinals:
            continue  # "ranked 12th"
        while number + 1 < len(sentences) and sentences[number][1] <= first:
            number += 1
        yield Spot(document, number, first, last, rank, how)


def _marked(document: Document, i: int) -> Found | None:
    """What the trigger word at token i gives, if anything."""
    word = document.tokens.lower[i]
    if word == "only":
        return _only(document, i)
    return _earlier(document, i) if word in BEFORE else _numbered(document, i)


def _numbered(document: Document, i: int) -> Found | None:
    """As in "No. 14", "number 3", "seeded 7", "ranked 12 in the world"."""
    lower, figures = document.tokens.lower, document.numerals
    k = i + 1
    if lower[i] == "no" and lower[k : k + 1] == ["."]:
        k += 1
    n = figures.at.get(k)
    if n is None or not _whole(n) or not 0 < n.value < HIGHEST:
        return None
    first = k if lower[i] in ("seeded", "ranked") else i
    return first, n.last, int(n.value), "numbered"


def _earlier(document: Document, i: int) -> Found | None:
    """As in "two earlier attacks since 2014": the one that is told of now is the third."""
    n = document.numerals.ending.get(i - 1)
    if n is None or not _whole(n) or not 0 < n.value <= MOST_EARLIER:
        return None
    return n.first, i, int(n.value) + 1, "earlier"


def _only(document: Document, i: int) -> Found | None:
    """As in "Only the storm of 1991 was larger", "Only one left more dead"; that of now is the second."""
    tokens = document.tokens
    lower = tokens.lower
    if not tokens.words[i][0].isupper() or lower[i + 1 : i + 2] == ["if"]:
        return None
    for k in range(i + 2, min(i + REACH, len(lower))):
        if lower[k] in (".", ";", "!", "?"):
            return None
        if lower[k] == "more" and lower[k + 1 : k + 2] != ["than"]:
            return i, i, 2, "large"
        if lower[k] in COMPARED and lower[k - 1] in BE:
            return i, i, 2, COMPARED[lower[k]]
    return None


def _whole(n: Numeral) -> bool:
    return not (n.loose or n.fraction) and n.value == int(n.value)
