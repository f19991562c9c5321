"""Places of nearly one name, and known cities put into a country that has none of the name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crosscheck.align.places.apart import skeleton
from crosscheck.align.stories import Stories
from crosscheck.lexicon.gazetteer import chains, entries
from crosscheck.lexicon.naming import plural, slip
from crosscheck.lexicon.words import UNKNOWN_BITS, ranks, rarity
from crosscheck.model import Claim, Link, place_of

PREFIX = 4  # letters with which names that are confused begin alike
BEGIN = 3  # letters with which the one word begins in which two names of several differ
MOST_ALIKE = 60  # names that begin alike and are compared
OPPOSITE = frozenset({frozenset(("north", "south")), frozenset(("east", "west"))})
ALIKE_BITS = 6.0  # of 27 such pairs in real clusters none was two places once romanisation is levelled


def confused(claims: Sequence[Claim], stories: Stories) -> Iterator[Link]:
    """Places of nearly one name, in two articles of one story of which neither names the other's place.

    One of the two must be unknown to the gazetteer, and their consonants must differ: other
    vowels are another romanisation.
    """
    first: dict[tuple[str, int], Claim] = {}
    homes: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        if claim.mention.kind == "place" and len(place_of(claim).key) >= PREFIX and _placed(claim):
            first.setdefault((place_of(claim).key, claim.article), claim)
            homes[place_of(claim).key].add(claim.article)
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(homes):
        blocks[key[:PREFIX]].append(key)
        way, _, rest = key.partition(" ")
        if any(way in pair for pair in OPPOSITE):
            blocks["* " + rest].append(key)
    for keys in blocks.values():
        for a, b in combinations(keys[:MOST_ALIKE], 2):
            if homes[a] & homes[b] or not _alike(a, b):
                continue
            pair = next(
                ((i, j) for i in sorted(homes[a]) for j in sorted(homes[b]) if j in stories.related(i)), None
            )
            if pair is not None:
                left, right = sorted((first[a, pair[0]], first[b, pair[1]]), key=lambda c: c.article)
                yield Link(
                    left, right, ALIKE_BITS, ("the names are nearly the same, and no article has both",)
                )


def misplaced(claims: Sequence[Claim], stories: Stories) -> Iterator[Link]:
    """Known cities put into a country where the gazetteer has none, beside their other mentions.

    States are left alone: they have small towns of every name.
    """
    named: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind == "place":
            named[place_of(claim).key].append(claim)
    for key, some in sorted(named.items()):
        known = set(chains(key))
        for claim in some:
            place = place_of(claim)
            if not place.within or not known or set(place.chains) & known:
                continue
            if not any(chain[1:] in chains(chain[-1]) and len(chain) == 2 for chain in place.chains):
                continue
            others = [c for c in some if set(place_of(c).chains) & known]
            others = [c for c in others if c.article in stories.related(claim.article)]
            if others and len({c.article for c in others}) >= len({c.article for c in some}) / 2:
                left, right = sorted((claim, others[0]), key=lambda c: c.article)
                yield Link(left, right, ALIKE_BITS, ("the gazetteer has no place of this name there",))


def _placed(claim: Claim) -> bool:
    """Whether the words around a name say that it is a place, not only its own look."""
    place = place_of(claim)
    if any(place.key.startswith(f"{way} ") for pair in OPPOSITE for way in pair) and place.sort:
        return True
    return bool(place.within) or claim.before[:1] in (
        ("of",),
        ("in",),
        ("on",),
        ("near",),
        ("at",),
        ("outside",),
    )


def _stem(a: str, b: str) -> int:
    """How many letters two names begin with in common, 0 where one is the beginning of the other."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)


def _alike(a: str, b: str) -> bool:
    """Whether two names differ by a slip of the pen, or begin alike and are about as long."""
    if (entries(a) and entries(b)) or skeleton(a) == skeleton(b) or plural(a, b) or a in b or b in a:
        return False
    stem = _stem(a, b)
    together = stem > PREFIX and abs(len(a) - len(b)) <= 3 and " " not in a[:stem]
    like = together or slip(a, b) is not None
    return a.count(" ") == b.count(" ") and (like or _one_word(a, b) or _opposite(a, b))


def _opposite(a: str, b: str) -> bool:
    """Whether two names differ in a way of the compass alone, as "East Tarn" and "West Tarn" do."""
    unlike = [(x, y) for x, y in zip(a.split(), b.split(), strict=False) if x != y]
    rest = [w for w in a.split() if w not in unlike[0]] if unlike else []
    return (
        len(unlike) == 1
        and frozenset(unlike[0]) in OPPOSITE
        and any(len(w) > PREFIX and rarity(w) >= UNKNOWN_BITS for w in rest)
    )


def _one_word(a: str, b: str) -> bool:
    """Whether two names of several words are the same but for one, a proper name that begins alike."""
    unlike = [(x, y) for x, y in zip(a.split(), b.split(), strict=True) if x != y]
    known = entries(a) or entries(b) or a.count(" ") == 0
    if len(unlike) != 1 or known:
        return False
    one, two = unlike[0]
    proper = all(len(w) > PREFIX and rarity(w) >= UNKNOWN_BITS for w in (one, two))
    stem = _stem(one, two)
    return proper and stem >= BEGIN and one[:stem] not in ranks()
