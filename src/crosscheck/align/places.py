"""Which mentions of places fill one slot of one statement with two places, weighed like records.

Two mentions are a candidate pair where their articles tell one story, the words around them
are alike, and neither place can contain the other. What tells a slip from two events is how alike the
words are, and whether one of the two places is a stranger to the story: named once, by
nobody else, in a country that nobody else names. Each kind of evidence has a level,
each level a weight in bits (`lexicon/match_places.toml`, fitted by `benchmarks/fit_places.py`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, groupby
from math import fsum
from typing import cast

from attrs import frozen

from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.align.surroundings import Weights, shared_bits
from crosscheck.lexicon import table
from crosscheck.lexicon.gazetteer import chains, demonyms, entries, larger, neighbours
from crosscheck.lexicon.naming import plural, romanised, slip
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Place, Relation

SILENT = frozenset({"dateline", "byline", "credit"})  # where an article was written is no event's place
WATERS = frozenset({"sea", "ocean", "gulf", "bay", "strait", "river", "lake", "coast", "canal", "channel"})
STREETS = frozenset("street st avenue ave road rd boulevard blvd drive lane highway court".split())
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around"})
KEY_BITS = 7.0  # rarity from which a word finds partners
MOST_HOLDERS = 60  # places of one article beside one word; a word with more finds nothing
MOST_PARTNERS = 3  # in one article
LEAST_NEAR = 4.0  # bits shared beside the two names
LEAST_BITS = -2.0
PREFIX = 4  # letters with which names that are confused begin alike
ALIKE_BITS = 6.0  # of 27 such pairs in real clusters none was two places once romanisation is levelled
LISTING = 4  # places in one sentence that make it a list
RUNS = (1, 2, 3, 4, 6)
NEAR = (8.0, 13.0, 19.0, 27.0)
LIKE = (0.15, 0.3, 0.45, 0.65)


@frozen(slots=True)
class Slot:
    """Two mentions of places with what the words around them share."""

    left: Claim
    right: Claim
    near: float  # bits shared beside the names
    cosine: float  # likeness of the sentences


class Map:
    """Which article names which places, over the places of a corpus in canonical order."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.counts: dict[int, Counter[str]] = defaultdict(Counter)
        self.words: dict[int, set[str]] = defaultdict(set)
        self.holders: dict[int, set[str]] = defaultdict(set)
        self.beside: dict[tuple[int, int], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.mention.kind == "place":
                place = place_of(claim)
                self.counts[claim.article][place.key] += 1
                self.beside[claim.article, claim.sentence].add(place.key)
                self.holders[claim.article].update(name for chain in place.chains for name in chain[1:])
            self.words[claim.article].update(claim.names)
        for article, words in self.words.items():
            self.holders[article].update(demonyms()[w] for w in words if w in demonyms())

    def names(self, article: int, place: Place) -> bool:
        """Whether an article names a place, alone or as a part of another name."""
        return place.key in self.counts[article] or place.key in self.words[article]

    def listed(self, left: Claim, right: Claim) -> str | None:
        """What the sentences of two places have of further places: "none", "shared", "other" or "list".

        None where one of the sentences names both places, which then fill two slots.
        """
        one, two = (self.beside[c.article, c.sentence] for c in (left, right))
        a, b = place_of(left).key, place_of(right).key
        if b in one or a in two:
            return None
        if max(len(one), len(two)) >= LISTING:
            return "list"
        return "none" if not one - {a} and not two - {b} else "shared" if one - {a} == two - {b} else "other"

    def odd(self, claim: Claim, story: Sequence[int]) -> bool:
        """Whether a place is named once in its article and in no other of its story."""
        place = place_of(claim)
        if self.counts[claim.article][place.key] != 1:
            return False
        return not any(self.names(article, place) for article in story if article != claim.article)

    def far(self, claim: Claim, story: Sequence[int]) -> str:
        """Whether the story names nothing else of the state and country of a place."""
        place = place_of(claim)
        if not place.chains:
            return "unknown"
        holders = {name for chain in place.chains for name in (chain[1:] or chain)} - {place.key}
        country = {chain[-1] for chain in place.chains if len(chain) == 1}
        near = any(
            name in self.counts[article] or name in self.holders[article]
            for article in story
            for name in holders
        ) or any(name in self.holders[article] for article in story for name in country)
        return "near" if near else "far"


def place_of(claim: Claim) -> Place:
    """The value of a claim of kind "place"."""
    return cast("Place", claim.mention.value)


def place_groups(claims: Sequence[Claim], stories: Stories) -> list[Group]:
    """Groups of kind "slot": one slot of one statement filled with two places.

    Takes claims of any kind in canonical order.
    """
    atlas = Map(claims)
    links = [
        link
        for slot in slots(claims, stories)
        if atlas.listed(slot.left, slot.right) not in (None, "list")
        and (link := _link(slot, atlas, stories)) is not None
    ]
    links.extend(_confused(claims, stories))
    links.extend(_misplaced(claims, stories))
    return [_group(some) for some in components((id(x.left), id(x.right), x) for x in links)]


def _confused(claims: Sequence[Claim], stories: Stories) -> Iterator[Link]:
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
    for keys in blocks.values():
        for a, b in combinations(keys[:MOST_HOLDERS], 2):
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


def _misplaced(claims: Sequence[Claim], stories: Stories) -> Iterator[Link]:
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
    return bool(place_of(claim).within) or claim.before[:1] in (
        ("of",),
        ("in",),
        ("near",),
        ("at",),
        ("outside",),
    )


def _alike(a: str, b: str) -> bool:
    """Whether two names differ by a slip of the pen, or begin alike and are about as long."""
    if (entries(a) and entries(b)) or skeleton(a) == skeleton(b) or plural(a, b) or a in b or b in a:
        return False
    stem = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), 0)
    together = stem > PREFIX and abs(len(a) - len(b)) <= 3 and " " not in a[:stem]
    return a.count(" ") == b.count(" ") and (together or slip(a, b) is not None)


def _link(slot: Slot, atlas: Map, stories: Stories) -> Link | None:
    weight, parts = weigh(evidence(slot, atlas, stories))
    if weight < LEAST_BITS:
        return None
    reasons = tuple(f"{text} ({bits:+.1f})" for text, bits in parts if abs(bits) >= 0.5)
    return Link(slot.left, slot.right, weight, reasons)


def _group(links: Sequence[Link]) -> Group:
    members = {id(c): c for x in links for c in (x.left, x.right)}
    ordered = sorted(members.values(), key=lambda c: (c.article, c.mention.start))
    return Group("slot", tuple(ordered), tuple(sorted(links, key=lambda x: -x.weight)))


def slots(claims: Sequence[Claim], stories: Stories) -> Iterator[Slot]:
    """The candidate pairs, each once, in a fixed order."""
    own = [c for c in claims if c.mention.kind == "place" and c.zone not in SILENT]
    weights = Weights(own)
    beside = [weights.surroundings(c) for c in own]
    norms = {(c.article, c.sentence): weights.norm(c.context) for c in own}
    for i, j in _partners(own, stories):
        left, right = own[i], own[j]
        bits = shared_bits(_without(beside[i], right), _without(beside[j], left))
        if bits < LEAST_NEAR:
            continue
        shared = fsum(weights(w) ** 2 for w in sorted(left.context & right.context))
        norm = norms[left.article, left.sentence] * norms[right.article, right.sentence]
        yield Slot(left, right, bits, shared / norm if norm else 0.0)


def _without(beside: dict[str, float], other: Claim) -> dict[str, float]:
    """The words beside a name, the other name left out."""
    words = place_of(other).key.split()
    return {w: bits for w, bits in beside.items() if w not in words}


def _partners(own: Sequence[Claim], stories: Stories) -> list[tuple[int, int]]:
    """The pairs of places told apart whose surroundings are the most alike, by telling words they share.

    Where the article of one also names the other's place in words that are closer, it tells of
    two things.
    """
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    keys = [sorted((w, rarity(w)) for w in {*c.left, *c.right} if rarity(w) >= KEY_BITS) for c in own]
    for i, words in enumerate(keys):
        for word, _ in words:
            index[own[i].article, word].append(i)
    found: dict[tuple[int, int], float] = {}
    agreed: dict[tuple[int, int], float] = defaultdict(float)
    for i, words in enumerate(keys):
        for article in stories.related(own[i].article):
            shared: dict[int, float] = defaultdict(float)
            for word, bits in words:
                holders = index.get((article, word), ())
                for j in holders if len(holders) <= MOST_HOLDERS else ():
                    shared[j] += bits
            best = sorted(shared, key=lambda j: (-shared[j], j))
            agreed[i, article] = max((shared[j] for j in best if _agree(own[i], own[j])), default=0.0)
            apart = [j for j in best if shared[j] >= agreed[i, article] and _apart(own[i], own[j])]
            found.update(((min(i, j), max(i, j)), shared[j]) for j in apart[:MOST_PARTNERS])
    return sorted(
        (i, j)
        for (i, j), bits in found.items()
        if bits >= max(agreed[i, own[j].article], agreed[j, own[i].article])
    )


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two mentions are of places of which neither can contain the other, nor be its suburb."""
    return _two(place_of(a), place_of(b))


def _agree(a: Claim, b: Claim) -> bool:
    """Whether two mentions are of one place."""
    one, two = place_of(a), place_of(b)
    return one.key == two.key or one.relation(two) is Relation.EQUAL


def _two(one: Place, two: Place) -> bool:
    return _told_apart(one, two, larger=larger())


@lru_cache(maxsize=65536)
def _told_apart(one: Place, two: Place, *, larger: bool) -> bool:  # noqa: ARG001 - part of the key
    if one.relation(two) not in (Relation.DISJOINT, Relation.INCOMPARABLE):
        return False
    if one.key == two.key or plural(one.key, two.key) or skeleton(one.key) == skeleton(two.key):
        return False
    if one.chains and two.chains and not _kinds(one.key) & _kinds(two.key):
        return False
    if any(
        place.chains and max(map(len, place.chains)) == 1 and "c" not in _kinds(place.key)
        for place in (one, two)
    ):
        return False  # continents and the like have no borders that the gazetteer knows
    if not (one.chains and two.chains) and not _rivals(one, two):
        return False
    water = one.key.rpartition(" ")[2] in WATERS, two.key.rpartition(" ")[2] in WATERS
    return water[0] == water[1] and not neighbours(one.key, two.key)


def _rivals(one: Place, two: Place) -> bool:
    """Whether names that the gazetteer lacks are of one sort (two towns, two streets) or nearly the same."""
    if one.sort and two.sort:
        return one.sort == two.sort or {one.sort, two.sort} <= STREETS
    return _spelling(one, two) != "other"


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, house styles of romanisation levelled: what spellings of one name share.

    >>> skeleton("khan shaykhun") == skeleton("khan sheikhoun"), skeleton("melvik") == skeleton("melvin")
    (True, False)
    """
    kept = (c for word in name.split() for c in romanised(word) if c not in "aeiouyhw")
    return "".join(c for c, _ in groupby(kept))


def evidence(slot: Slot, atlas: Map, stories: Stories) -> dict[str, str]:
    """The level of every kind of evidence for a pair; the order of the two does not matter."""
    left, right = slot.left, slot.right
    story = sorted({left.article, right.article, *stories.related(left.article)})
    strangers = [c for c in (left, right) if atlas.odd(c, story)]
    before, after = _run(left.before, right.before), _run(left.after, right.after)
    return {
        "run": _band(before + after, RUNS),
        "near": _band(slot.near, NEAR),
        "cosine": _band(slot.cosine, LIKE),
        "odd": f"{len(strangers)} {_backed(slot, strangers, atlas, story)}",
        "far": max((atlas.far(c, story) for c in strangers), default="none"),
        "cross": _cross(left, right, atlas),
        "sort": _sort(place_of(left), place_of(right)),
        "spelling": _spelling(place_of(left), place_of(right)),
        "lead": _lead(left, right),
        "names": _names(left, right),
        "listed": atlas.listed(left, right) or "both",
        "story": _band(stories.likeness(left.article, right.article), (0.12, 0.18, 0.25, 0.35)),
    }


def _backed(slot: Slot, strangers: Sequence[Claim], atlas: Map, story: Sequence[int]) -> str:
    """How many articles of the story name the place that is no stranger: "few", "some", "most"."""
    if len(strangers) != 1:
        return ""
    other = slot.right if strangers[0] is slot.left else slot.left
    count = sum(atlas.names(article, place_of(other)) for article in story)
    return "few" if count == 1 else "most" if 2 * count > len(story) else "some"


def _lead(left: Claim, right: Claim) -> str:
    """Whether both places are where something is, or stand behind the same word."""
    a, b = left.before[:1], right.before[:1]
    if a and b and a[0] in LOCATIVE and b[0] in LOCATIVE:
        return "place"
    return "same" if a == b else "other"


def _names(left: Claim, right: Claim) -> str:
    """How many other names the two sentences share."""
    own = {*place_of(left).key.split(), *place_of(right).key.split()}
    return ("none", "one", "several")[min(2, len((left.names & right.names) - own))]


def _band(value: float, edges: tuple[float, ...]) -> str:
    return str(sum(value >= edge for edge in edges))


def _run(mine: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for a, b in zip(mine, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _cross(left: Claim, right: Claim, atlas: Map) -> str:
    """Whether the articles name each other's place: none, one, both."""
    one, two = atlas.names(right.article, place_of(left)), atlas.names(left.article, place_of(right))
    return ("none", "one", "both")[one + two]


def _sort(a: Place, b: Place) -> str:
    """What is known of the two: both countries, both in the gazetteer, one or both unheard of."""
    if not a.chains or not b.chains:
        return "same noun" if a.sort and a.sort == b.sort else "both new" if a.chains == b.chains else "new"
    return "country" if "c" in _kinds(a.key) & _kinds(b.key) else "known"


def _kinds(key: str) -> frozenset[str]:
    return frozenset(entry.kind for entry in entries(key))


def _spelling(a: Place, b: Place) -> str:
    """Whether the names are nearly the same."""
    alike = a.key[:4] == b.key[:4] and " " not in a.key + b.key
    return "slip" if slip(a.key, b.key) else "alike" if alike else "other"


def weigh(levels: dict[str, str]) -> tuple[float, tuple[tuple[str, float], ...]]:
    """The match weight in bits, prior included, and its parts as (words, bits)."""
    weights = table("match_places")
    parts = []
    total = float(weights["prior"]["bits"])
    for kind, level in levels.items():
        bits = float(weights[kind].get(level, 0.0))
        total += bits
        parts.append((f"{kind}: {level}", bits))
    return total, tuple(parts)
