"""Candidate pairs through inverted indexes over what stands around the values.

Claims are compared where their articles tell one story (`stories`). Cost grows with the
claims times a bounded number of related articles, never with their square: in each of
those a claim keeps its `MOST_PARTNERS` best partners only.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from crosscheck.align.evidence_amounts import digits, figure_of
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import SYNONYM, Surroundings, Weights
from crosscheck.model import Claim
from crosscheck.values import Quantity

MOST_PARTNERS = 4
MOST_CLAIMS = 60  # a key that more claims of one article have tells none of them apart
LEAST_KEY = 0.8  # bits from which a word is a key
CLASS = 3.0  # bits of a class of predicates
FIGURE = (1.0, 3.0, 6.0)  # bits of a figure with a unit, by its digits: it may stand in two units
LEAST_SHARED = 3.0  # bits that two claims' keys must share in all
LEAST_IN_ARCHIVE = 9.0  # the same in an archive, where chance shares more and time counts
ARCHIVE = 40  # articles from which a corpus is one
NAME_SHARE = 0.5  # of a word's bits that count where it stands elsewhere in the sentence


def family(claim: Claim) -> str:
    """The kind of value within which claims can be about one fact."""
    value = claim.mention.value
    if isinstance(value, Quantity):
        return f"quantity/{_dimension(value)}"
    return claim.mention.kind


def _dimension(value: Quantity) -> str:
    if value.unit and len(value.unit) == 3 and value.unit.isupper():
        return "money"
    if value.dimension == "points":  # "0.5 percent" for "0.5 percentage points" is a slip of the unit
        return "percent"
    return value.dimension or "count"


Keys = list[tuple[Hashable, float]]
Meeting = tuple[int, bool, bool]  # an article, and for which of the two it is among the related ones


def keys(
    claim: Claim, around: Surroundings, weights: Weights, stated: dict[object, float], when: Hashable = None
) -> Keys:
    """What a claim is found by, with bits: words beside it, their senses, its sentence's names and
    values, the class of its predicate, its own figure where that has a unit.

    `stated` holds the other values of its sentence, `when` what a date shares with the same day of
    another month.
    """
    found: dict[Hashable, float] = {word: NAME_SHARE * weights(word) for word in claim.names}
    for word, bits in around.words.items():
        if bits > found.get(word, 0.0):
            found[word] = bits
    for senses in (around.own, around.wider):
        several: dict[str, int] = {}
        for word in senses.values():
            several[word] = several.get(word, 0) + 1
        for sense, word in senses.items():
            found["sense", sense] = SYNONYM * around.words[word] / several[word]
    for value, bits in stated.items():
        found["value", value] = bits
    for name in claim.classes:
        found["class", name] = CLASS
    if (shown := figure_of(claim.mention.value)) is not None and shown[1] is not None:
        figure = digits(shown[0])
        found["figure", figure] = FIGURE[min(len(figure), len(FIGURE)) - 1]
    if when is not None:
        found["when", when] = LEAST_SHARED
    return [row for row in found.items() if row[1] >= LEAST_KEY]


Room = dict[int, list[tuple[int, int]]]  # key -> the claims that have it, each with its bits
WHOLE = 1 << 20  # a bit in the whole numbers that are added up, so that their order makes no difference


class Shelves:
    """Inverted indexes over the claims' keys, one for each article and family of values.

    `own` are the keys of each claim; claims are numbered as they come.
    """

    def __init__(self, claims: Sequence[Claim], own: Iterable[Keys]) -> None:
        numbers: dict[Hashable, int] = {}
        self._rooms: dict[int, dict[str, Room]] = {}
        for i, (claim, mine) in enumerate(zip(claims, own, strict=True)):
            room = self._rooms.setdefault(claim.article, {}).setdefault(family(claim), {})
            for key, bits in mine:
                number = numbers.setdefault(key, len(numbers))
                row = (i, int(bits * WHOLE))
                if number in room:
                    room[number].append(row)
                else:
                    room[number] = [row]
        self._least = round(WHOLE * (LEAST_IN_ARCHIVE if len(self._rooms) >= ARCHIVE else LEAST_SHARED))

    def meetings(self, stories: Stories) -> list[tuple[int, list[Meeting]]]:
        """Each article with those behind it in canonical order whose claims meet its own."""
        found: dict[int, set[int]] = {article: set() for article in sorted(self._rooms)}
        for one in found:
            for two in stories.related(one):
                if two in found:
                    found[min(one, two)].add(max(one, two))
        return [
            (one, [(two, two in stories.related(one), one in stories.related(two)) for two in sorted(others)])
            for one, others in found.items()
            if others
        ]

    def candidates(self, one: int, meeting: Meeting) -> list[tuple[int, int]]:
        """Pairs (i, j) of claims of two articles, of one family, whose keys share enough bits, in order."""
        two, forth, back = meeting
        found: set[tuple[int, int]] = set()
        for kind, mine in self._rooms[one].items():
            other = self._rooms[two].get(kind)
            keys = mine.keys() & other.keys() if other else set()
            if other and keys:
                found.update(_partners(mine, other, keys, self._least) if forth else ())
                found.update((i, j) for j, i in (_partners(other, mine, keys, self._least) if back else ()))
        return sorted(found)


def _partners(mine: Room, other: Room, keys: Iterable[int], least: int) -> Iterator[tuple[int, int]]:
    """The claims of one room, each with its best partners in the other, by the keys that both rooms have."""
    keys = [key for key in keys if len(other[key]) <= MOST_CLAIMS]
    most: dict[int, int] = {}
    for key in keys:
        for i, bits in mine[key]:
            most[i] = most.get(i, 0) + bits
    shared: dict[int, dict[int, int]] = {i: {} for i, bits in most.items() if bits >= least}
    for key in keys if shared else ():
        holders = other[key]
        for i, bits in mine[key]:
            row = shared.get(i)
            if row is not None:
                for j, _ in holders:
                    row[j] = row.get(j, 0) + bits
    for i, row in shared.items():
        best = sorted((-bits, j) for j, bits in row.items() if bits >= least)
        for _, j in best[:MOST_PARTNERS]:
            yield i, j
