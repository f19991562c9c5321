"""Places in one order, held by one or counted of one thing: "seeded fifth" and "the eighth seed".

Two are compared where both articles tell the same order of the same holder, or count the same
things since the same year, and neither tells the other's place too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from crosscheck.align.evidence import ONE_STORY
from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.lexicon import wordset
from crosscheck.lexicon.senses import likeness, verbal
from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Rank, Relation

WEIGHT: Final = 2.0  # bits
SEASON: Final = 60  # days between two articles of one season's news
DAYS: Final[Mapping[str, int]] = {  # the same for places that are soon others
    "ranking": 3,
    "occasion": 4,
    "streak": 2,
    "size": 30,
    "round": 4,
    "time": 4,
    "attempt": 30,
}
STEPS: Final = 2  # places that two counts of one thing are apart at most
BEHIND: Final = 8  # content words behind a place that tell what it is for
VERB: Final = 2  # of these the noun and the verb
TELLING: Final = 7.0  # bits of a word that two such places share
GENERIC: Final = wordset("ranks", "heads", "generic")
WON: Final = wordset("ranks", "heads", "won")
NARROW: Final = wordset("ranks", "heads", "narrow")
PHRASE: Final = 3  # tokens behind a place
LAST_CENTURY: Final = 19  # the later ones are the times of everything
MEANT: Final = ("same", "synonym", "wider")
HELD: Final = frozenset({"seed", "place", "ranking", "term"})
LOOSE: Final = HELD | {"occasion", "streak"}  # whose holder or thing may be told in other words

Told = dict[int, list[Claim]]


def rank_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "rank" of places that cannot both be true, from claims in canonical order."""
    told: dict[str, Told] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.modality != "negated" and not claim.quoted:
            told[rank(claim).order][claim.article].append(claim)
    for order in sorted(told):
        links = list(_links(told[order], stories))
        for some in components(links):
            members = {c.where: c for link in some for c in (link.left, link.right)}
            yield Group("rank", tuple(members[w] for w in sorted(members)), tuple(some))


def other_orders(claims: Sequence[Claim]) -> Callable[[Claim, Claim], bool]:
    """Whether the words tell of two ordinals that they are places in two orders, or of two holders.

    `claims` are those of places in orders; what they do not tell of is not judged.
    """
    known = {(c.article, c.mention.start, c.mention.end): c for c in claims}

    def apart(left: Claim, right: Claim) -> bool:
        one, two = (known.get((c.article, c.mention.start, c.mention.end)) for c in (left, right))
        if one is None or two is None or rank(one).rank == rank(two).rank:
            return False
        told = rank(one).relation(rank(two)) is Relation.DISJOINT and _in_time(one, two)
        return not told or (_named(one, two) and not _one_order(one, two))

    return apart


def _named(one: Claim, two: Claim) -> bool:
    """Whether both say what they are places of, in words that can be held against each other."""
    a, b = rank(one), rank(two)
    return a.order not in LOOSE and (a.order != "anniversary" or bool(a.of and b.of))


def rank(claim: Claim) -> Rank:
    """The value of a claim that states a place in an order."""
    value = claim.mention.value
    if not isinstance(value, Rank):
        raise TypeError("no place in an order")
    return value


def _links(told: Told, stories: Stories) -> Iterator[tuple[object, object, Link]]:
    """The clashes of places of one order, with their ends."""
    met = {(min(a, b), max(a, b)) for a in told for b in stories.related(a) if b in told}
    for one, two in sorted(met):
        if stories.likeness(one, two) < ONE_STORY:
            continue
        for left in told[one]:
            for right in told[two]:
                if _clash(left, right) and not _told_too(left, right, told):
                    yield left.where, right.where, Link(left, right, WEIGHT)


def _clash(left: Claim, right: Claim) -> bool:
    a, b = rank(left), rank(right)
    return a.relation(b) is Relation.DISJOINT and _in_time(left, right) and _one_order(left, right)


def _told_too(left: Claim, right: Claim, told: Told) -> bool:
    """Whether an article of the two tells another place of the same order as well."""
    for mine, other in ((left, right), (right, left)):
        for claim in told[mine.article]:
            if claim is mine or rank(claim).rank == rank(mine).rank:
                continue
            if rank(claim).rank == rank(other).rank or _one_order(claim, other) or _one_order(claim, mine):
                return True
    return False


def _in_time(left: Claim, right: Claim) -> bool:
    one, two = left.as_of.day, right.as_of.day
    most = DAYS.get(rank(left).order, SEASON)
    return one is None or two is None or abs((one - two).days) <= most


def _one_order(left: Claim, right: Claim) -> bool:
    """Whether two places are of one order of the same holder, or of the same things."""
    a, b = rank(left), rank(right)
    if a.order != b.order or (a.holder != b.holder and a.order != "person"):
        return False
    return bool(a.holder) if a.order in HELD else ALIKE[a.order](left, right)


def _of_one_thing(a: Rank, b: Rank) -> bool:
    """Whether two words can name what is counted; one that is not told can be any."""
    generic = GENERIC.isdisjoint
    return not a.of or not b.of or likeness(a.of, b.of) in MEANT or not generic((a.of, b.of))


def _counted(left: Claim, right: Claim) -> bool:
    """Of occasions and runs: like things of those whom both sentences name."""
    a, b = rank(left), rank(right)
    if abs(a.rank - b.rank) > STEPS or not _of_one_thing(a, b):
        return False
    if not (a.of and b.of) and a.since != b.since and _apart(a, b):
        return False
    if _narrow(left) != _narrow(right):
        return False  # "the third fatal accident", "the fifth accident"
    named = not left.names or not right.names or not left.names.isdisjoint(right.names)
    return named or bool(a.of and b.of)


def _apart(a: Rank, b: Rank) -> bool:
    """Whether two are counted since years that cannot be the same."""
    one, two = a.since, b.since
    return one is not None and two is not None and (one[1] < two[0] or two[1] < one[0])


def _narrow(claim: Claim) -> frozenset[str]:
    """The words by which only some of the things are counted."""
    return NARROW.intersection(claim.after[:PHRASE])


def _edition(left: Claim, right: Claim) -> bool:
    return _of_one_thing(rank(left), rank(right))


def _anniversary(left: Claim, right: Claim) -> bool:
    return likeness(rank(left).of, rank(right).of) in MEANT and bool(rank(left).of)


def _size(left: Claim, right: Claim) -> bool:
    a, b = rank(left), rank(right)
    return a.measure == b.measure and _of_one_thing(a, b)


def _person(left: Claim, right: Claim) -> bool:
    """Of the first and the second woman: what they are that for has a telling word in common."""
    if rank(left).of != rank(right).of:
        return False
    holder = rank(left).holder
    if holder and holder == rank(right).holder and _one_deed(left, right):
        return True
    persons = {rank(left).holder, rank(right).holder}
    if any(rarity(word) >= TELLING for word in (left.names & right.names) - persons):
        return True
    return any(_shared(a.right[VERB:BEHIND], b.context) for a, b in ((left, right), (right, left)))


def _one_deed(left: Claim, right: Claim) -> bool:
    """Whether the verbs of "the first woman to lead it", "the second woman to head it" can mean the same."""
    one, two = (c.after[2] if c.after[1:2] == ("to",) and len(c.after) > VERB else "" for c in (left, right))
    if not one or not two:
        return False
    return {one, two} <= WON or likeness(canonical(one), canonical(two)) in ("same", "synonym")


def _time(left: Claim, right: Claim) -> bool:
    """Of what happens once more: both sentences name somebody or something that is the same."""
    near = abs(rank(left).rank - rank(right).rank) <= STEPS
    return near and any(rarity(word) >= TELLING for word in left.names & right.names)


def _shared(words: Sequence[str], others: frozenset[str]) -> bool:
    """Whether a telling word, or one that can mean the same, is among others."""
    telling = [word for word in words if word.isalpha() and not verbal(word) and rarity(word) >= TELLING]
    return any(likeness(word, other) in ("same", "synonym") for word in telling for other in others)


def _century(left: Claim, right: Claim) -> bool:
    a, b = rank(left), rank(right)
    if max(a.rank, b.rank) > LAST_CENTURY or abs(a.rank - b.rank) > STEPS:
        return False
    return bool(a.of and b.of) and _of_one_thing(a, b)


def _round(left: Claim, right: Claim) -> bool:
    """Of rounds: the same thing happened to those whom both sentences name."""
    one, two = left.predicate or "", right.predicate or ""
    alike = one and two and likeness(one, two) in ("same", "synonym")
    return bool(alike) and not left.names.isdisjoint(right.names) and _of_one_thing(rank(left), rank(right))


ALIKE: Final[Mapping[str, Callable[[Claim, Claim], bool]]] = {
    "edition": _edition,
    "anniversary": _anniversary,
    "occasion": _counted,
    "streak": _counted,
    "size": _size,
    "person": _person,
    "attempt": _counted,
    "time": _time,
    "century": _century,
    "round": _round,
}
