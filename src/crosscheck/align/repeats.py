"""One sentence told twice: the same words around two values, as in a quotation, a caption or a copied report.

What the words around two values are is compared as they stand, the next `REACH` on either side, as far as
both sentences go. Names, figures and other telling words that stand beside one value alone make
two statements of the two: "the Skaar mill was built in 1871", "the Brandt mill was built in 1874".
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from attrs import frozen

from crosscheck.align.blocking import family
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.model import Claim, Link, Wording
from crosscheck.values import Moment, Quantity, Relation

REACH: Final = 12  # words on either side of a value
LEAST_WORDS: Final = 6  # of them that both sentences have beside the values
ALIKE: Final = 0.75  # share of them that is the same, in order
LEAST_SHARED: Final = 5  # telling words among these
SAME_WORDS: Final = 4  # the same where no word differs
MOST_ODD: Final = 2  # telling words that only one of the two has
IN_ARTICLE: Final = 0.85  # the same where one article tells both
LEAST_NAMES: Final = 1
SURE_BITS: Final = 4.0  # match weight of a sentence that one article tells twice
MOST: Final = 60  # claims of one article between like words that are compared
FIELDS: Final = 2  # labels of a record
KINDS: Final = frozenset(("date", "quantity"))
REASON: Final = "the article tells one sentence twice, with two values"


@frozen(slots=True)
class Words:
    """The words before a value and behind it, in order, as stems; and those with a capital or a digit."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    fixed: frozenset[str]


def repeated(one: Claim, two: Claim, least: float = ALIKE, most_odd: int = MOST_ODD) -> bool:
    """Whether the sentences of two claims are the same but for the two values.

    At `least` this share of the words is the same, at most `most_odd` telling ones are in one alone.
    """
    if one.wording is None or two.wording is None:
        return False
    a, b = words_of(one.wording, one.at), words_of(two.wording, two.at)
    before, behind = min(len(a.before), len(b.before)), min(len(a.behind), len(b.behind))
    mine = a.before[len(a.before) - before :] + a.behind[:behind]
    other = b.before[len(b.before) - before :] + b.behind[:behind]
    if before + behind < LEAST_WORDS:
        return False
    telling, others = _telling(mine), _telling(other)
    odd = telling ^ others
    enough = SAME_WORDS if mine == other else LEAST_SHARED
    if len(telling & others) < enough or len(odd) > most_odd or not odd.isdisjoint(a.fixed | b.fixed):
        return False
    return _alike(mine, other) >= least


@lru_cache(maxsize=4096)
def words_of(wording: Wording, at: tuple[int, int]) -> Words:
    """The `REACH` words on either side of the value in tokens `at` of its sentence."""
    first, stop = at
    fixed: set[str] = set()

    def stems(numbers: Sequence[int]) -> tuple[str, ...]:
        found = []
        for i in numbers:
            low, start = wording.lower[i], wording.starts[i] - wording.start
            if low[0].isalnum():
                stem = low if low in STOP else canonical(low)
                found.append(stem)
                if low[0].isdigit() or (i and wording.text[start].isupper()):
                    fixed.add(stem)
        return tuple(found)

    before = stems([i for i in range(first) if wording.lower[i][0].isalnum()][-REACH:])
    behind = stems([i for i in range(stop, len(wording.lower)) if wording.lower[i][0].isalnum()][:REACH])
    return Words(before, behind, frozenset(fixed))


def _telling(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit() or (word not in STOP and len(word) > 2))


def _alike(mine: Sequence[str], other: Sequence[str]) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(mine, other)


def told_again(claims: Sequence[Claim]) -> tuple[Link, ...]:
    """The clashes of an article that tells one sentence twice, with two values."""
    shelves: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind in KINDS and claim.wording is not None and claim.names:
            for word in (*claim.left[:1], *(f"+{w}" for w in claim.right[:1])):
                shelves[family(claim), word].append(claim)
    found: dict[tuple[int, int], Link] = {}
    for shelf in shelves.values():
        for one, two in combinations(shelf[:MOST], 2):
            if one.sentence != two.sentence and _clash(one, two) and _one_sentence(one, two):
                found[one.mention.start, two.mention.start] = Link(
                    one, two, SURE_BITS, (REASON,), repeated=True
                )
    return tuple(found[key] for key in sorted(found))


def _clash(one: Claim, two: Claim) -> bool:
    a, b = one.mention.value, two.mention.value
    if isinstance(a, Moment) and isinstance(b, Moment):
        if a.relative or b.relative:
            return None not in (a.weekday, b.weekday) and a.weekday != b.weekday
        return a.relation(b) is Relation.DISJOINT
    return isinstance(a, Quantity) and isinstance(b, Quantity) and a.relation(b) is Relation.DISJOINT


def _one_sentence(one: Claim, two: Claim) -> bool:
    if len(one.names & two.names) < LEAST_NAMES or _record(one):
        return False
    return repeated(one, two, IN_ARTICLE, 0)


def _record(claim: Claim) -> bool:
    """Whether a sentence is a record of fields, of which a list has many: "Bore: 40 Depth: 12"."""
    return claim.wording is not None and claim.wording.lower.count(":") >= FIELDS
