"""The cast of a corpus: each person, organisation and place once, with every mention.

`resolve(claims)` takes the claims of all articles in canonical order. The cost grows with the
names: persons meet only where their surnames are written or romanised alike, and each is
weighed against few others.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import groupby

from attrs import field, frozen

from crosscheck.align.cast.bodies import bodies
from crosscheck.align.cast.persons import Person, evidence, explain, locals_of, weigh
from crosscheck.align.joining import Joined
from crosscheck.align.people.forms import forms
from crosscheck.align.people.links import person_links
from crosscheck.lexicon.naming import slip, sounds
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, name_of

KINDS = frozenset({"person", "organisation", "place"})
PERSONAL = frozenset({"person", "role"})  # "the mayor" stands for a person
TELLING_BITS = 10.0  # rarity of the names that make an article's company
MOST_RIVALS = 24  # persons of one surname that another is weighed against
SPELLING_BITS = 1.0  # match weight from which a slip of the pen is one person's
GIVEN_BITS = 4.0  # the same of two given names that are not alike
MARGIN_BITS = 1.0  # by how much a surname's best bearer must beat the next


@frozen(slots=True, eq=False)
class Member:
    """One person, organisation or place of the cast: its mentions in canonical order, why they are one."""

    kind: str
    name: str
    claims: tuple[Claim, ...]
    reasons: tuple[str, ...] = ()


@frozen(slots=True, eq=False)
class Cast:
    """The members in order of first mention, and which member each claim of a name belongs to."""

    members: tuple[Member, ...]
    _homes: dict[tuple[int, int, str], int] = field(repr=False)

    def of(self, claim: Claim) -> int | None:
        """The index in `members` of whom or what a claim names, None where it names nobody."""
        return self._homes.get((claim.article, claim.mention.start, claim.mention.kind))


def resolve(claims: Sequence[Claim]) -> Cast:
    """The cast of a corpus, from its claims in canonical order; claims of no name are ignored."""
    named = [c for c in claims if c.mention.kind in KINDS | PERSONAL]
    found = [_member(p) for p in persons(named)]
    found.extend(Member(*body) for body in bodies(named))
    found.sort(key=lambda m: (m.claims[0].article, m.claims[0].mention.start, m.kind))
    homes = {(c.article, c.mention.start, c.mention.kind): i for i, m in enumerate(found) for c in m.claims}
    return Cast(tuple(found), homes)


def _member(one: Person) -> Member:
    ordered = tuple(sorted(one.claims, key=lambda c: c.where))
    return Member("person", _shown(ordered), ordered, tuple(one.reasons))


def _shown(claims: Sequence[Claim]) -> str:
    """The name by which a person goes: the full name written most often, the first of equals."""
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        name = name_of(claim)
        if name.given and not name.linked:
            counts[name.name] += 1
    if not counts:
        return min((name_of(c).name for c in claims), key=lambda n: (-len(n), n))
    return max(counts, key=lambda n: (all(len(w.strip(".")) > 1 for w in n.split()[:1]), counts[n]))


def persons(claims: Sequence[Claim]) -> list[Person]:
    """The persons of a corpus, from name claims in canonical order."""
    found: list[Person] = []
    for _, own in groupby(claims, key=lambda c: c.article):
        listed = list(own)
        company = frozenset(n for c in listed for n in c.names if rarity(n) >= TELLING_BITS)
        found.extend(locals_of([c for c in listed if c.mention.kind in PERSONAL], company))
    full = _same_names([p for p in found if p.given])
    full = _like_names(full)
    full = _slips(full)
    return _surnames(full, [p for p in found if not p.given])


def _weighed(a: Person, b: Person) -> tuple[float, tuple[str, ...]] | None:
    levels = evidence(a, b)
    if levels is None or a.articles & b.articles:
        return None
    weight, parts = weigh(levels)
    return weight, tuple(explain(parts, weight)) if levels["name"] not in ("same", "longer") else ()


def _into(clusters: list[Person], one: Person) -> None:
    """Join a person to the one of these who fits best, or add him or her to them."""
    best: tuple[float, int, tuple[str, ...]] | None = None
    for number, other in enumerate(clusters[:MOST_RIVALS]):
        weighed = _weighed(other, one)
        if weighed and weighed[0] > 0 and (best is None or weighed[0] > best[0]):
            best = (weighed[0], number, weighed[1])
    if best is None:
        clusters.append(one)
    else:
        clusters[best[1]].take(one, best[2])


def _same_names(found: Sequence[Person]) -> list[Person]:
    """Persons of several articles who have the same first name and surname."""
    buckets: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for one in found:
        _into(buckets[one.first, one.family], one)
    return [one for clusters in buckets.values() for one in clusters]


def _like_names(found: Sequence[Person]) -> list[Person]:
    """Persons whose names are short forms, initials or romanisations of each other."""
    buckets: dict[str, list[Person]] = defaultdict(list)
    for one in sorted(found, key=lambda p: (-len(p.first) if len(p.first) < 3 else -3, -len(p.claims))):
        _into(buckets[sounds(one.family)], one)
    return [one for clusters in buckets.values() for one in clusters]


def _slips(found: Sequence[Person]) -> list[Person]:
    """Persons whose names differ by a slip of the pen, by the evidence of `people.person_links`."""
    home = {c.where: n for n, p in enumerate(found) for c in p.claims}
    joined = Joined()
    why: dict[int, tuple[str, ...]] = {}
    everybody = sorted((c for p in found for c in p.claims), key=lambda c: c.where)
    for a, b, link in person_links(forms(everybody)):
        one, two = (home[f.written[0].where] for f in (a, b))
        slipped = a.family != b.family or slip(a.given, b.given) is not None
        if one != two and link.weight >= (SPELLING_BITS if slipped else GIVEN_BITS):
            joined.join(one, two)
            why[one] = why[two] = link.reasons
    parts: dict[Hashable, list[int]] = defaultdict(list)
    for number in range(len(found)):
        parts[joined.root(number)].append(number)
    return [_all_together([found[n] for n in some], why.get(some[0], ())) for some in parts.values()]


def _all_together(some: Sequence[Person], why: tuple[str, ...]) -> Person:
    out = some[0]
    for other in some[1:]:
        out.take(other, why)
    return out


def _surnames(full: Sequence[Person], lone: Sequence[Person]) -> list[Person]:
    """Surnames that stand alone in their article go to the person of another who fits, if one does."""
    bearers: dict[str, list[Person]] = defaultdict(list)
    for one in full:
        bearers[sounds(one.family)].append(one)
    gained: list[tuple[Person, Person, tuple[str, ...]]] = []
    rest: dict[str, list[Person]] = defaultdict(list)
    for one in lone:
        weighed = [
            (w[0], -n, other, w[1]) for n, other in enumerate(bearers[sounds(one.family)][:MOST_RIVALS])
            if (w := _weighed(other, one))
        ]  # fmt: skip
        weighed.sort(key=lambda w: w[:2], reverse=True)
        clear = len(weighed) < 2 or weighed[0][0] - weighed[1][0] >= MARGIN_BITS
        if weighed and weighed[0][0] > 0 and clear:
            gained.append((weighed[0][2], one, weighed[0][3]))
        else:
            _into(rest[one.family], one)
    for home, one, why in gained:
        home.take(one, why)
    return [*full, *(one for clusters in rest.values() for one in clusters)]
