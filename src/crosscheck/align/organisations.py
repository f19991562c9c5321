"""Which names of organisations may be one's: the same words but one, and that one nearly the same."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import fsum

from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold, known_given, plural, slip
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Group, Link

MOST_ALIKE = 30  # names that share all words but one; beyond that they are a series ("North High School" ...)
LEAST_COMPANY = 40.0  # bits of other names that the articles must share
LONGEST = 40  # letters of one word
PREFIX = 4  # letters with which two proper names that are confused may begin alike


def organisation_groups(claims: Sequence[Claim]) -> list[Group]:
    """Groups of kind "organisation", from claims of any kind in canonical order.

    Two names are joined where they have the same words but one; that word is no common
    word, place or given name, and the two are one slip apart or begin alike; no article has
    both; and the articles share other rare names.
    """
    named: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    company: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.mention.kind in ("organisation", "person"):
            company[claim.article].update(claim.names)
        if claim.mention.kind == "organisation":
            written = [_bare(word) for word in claim.mention.text.split()]
            words = tuple(map(fold, written))
            if all(w.isalpha() for w in written) and 1 < len(words) < 6 and max(map(len, words)) < LONGEST:
                named[words].append(claim)
    return [group for a, b in _pairs(list(named)) if (group := _group(a, b, named, company))]


def _bare(word: str) -> str:
    """A word without a possessive ending and full stops."""
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’").replace(".", "")


def _pairs(names: Sequence[tuple[str, ...]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    index: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in names:
        for i in range(len(words)):
            index[(*words[:i], "*", *words[i + 1 :])].append(words)
    return [
        pair for few in index.values() if len(few) <= MOST_ALIKE
        for pair in combinations(few, 2) if _confused(*pair)
    ]  # fmt: skip


def _confused(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    one, two = next((x, y) for x, y in zip(a, b, strict=True) if x != y)
    if not (_proper(one) and _proper(two)) or plural(one, two):
        return False
    return slip(one, two) not in (None, "first") or (len(one) >= 6 and one[:PREFIX] == two[:PREFIX])


def _proper(word: str) -> bool:
    """Whether a word is a proper name and neither a given name nor a place that many bodies share."""
    places = table("organisations")
    known = f"{places['nations']} {places['states']} {places['cities']}".split()
    return (
        len(word) > 3
        and word.isalpha()
        and rarity(word) >= UNKNOWN_BITS
        and not known_given(word)
        and word not in known
    )


def _group(
    a: tuple[str, ...],
    b: tuple[str, ...],
    named: dict[tuple[str, ...], list[Claim]],
    company: dict[int, set[str]],
) -> Group | None:
    homes = [{c.article for c in named[x]} for x in (a, b)]
    if homes[0] & homes[1]:
        return None
    own = {*a, *b}
    around = [{w for n in home for w in company[n] if fold(w) not in own} for home in homes]
    bits = fsum(rarity(w) for w in around[0] & around[1])
    if bits < LEAST_COMPANY:
        return None
    claims = sorted((*named[a], *named[b]), key=lambda c: (c.article, c.mention.start))
    reasons = (
        "the names have the same words but one, which is nearly the same",
        "the articles share other names",
    )
    return Group(
        "organisation", tuple(claims), (Link(named[a][0], named[b][0], min(3.0, bits / 20), reasons),)
    )
