"""Names of articles that are nearly a name of record.

A name is nearly another where one part of it is one slip away and the rest is the same.
Two people may have such names; so evidence is weighed as it is between articles: a shared
office, a shared initial and a rare name speak for one person, two common given names
speak against it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscheck.align.record.seats import seat
from crosscheck.facts import Fact, Named
from crosscheck.held import Held, Sighting
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import deletions, fold, known_given, plural, same_given, slip, surname
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Group, Link, name_of
from crosscheck.values import Moment, Name

RARE_BITS = 12.6  # a surname that is among the commonest English words or names says less
SHORTEST = 4  # letters of a name that can be told from another name by one of them
LEAST_BITS = 0.0  # pairs below this are two people
MOST = 40  # candidates that one form of a name is weighed against


class Form(NamedTuple):
    """A way to write a person's name: folded first given name, initials behind it, folded surname."""

    given: str
    middle: str
    family: str
    fact: Named


def parted(name: str) -> tuple[tuple[str, ...], str]:
    """A name in its usual order as given names and surname with particles; titles and "Jr." left out.

    >>> parted("William J. Burns"), parted("Sheikh Hamad bin Isa Al Khalifa, Jr.")
    ((('William', 'J.'), 'Burns'), (('Hamad', 'bin', 'Isa'), 'Al Khalifa'))
    """
    words = name.replace(",", " ").split()
    while len(words) > 1 and fold(words[-1]) in _titles("suffix"):
        words.pop()
    while len(words) > 1 and fold(words[0]) in _titles("rank", "courtesy", "noble"):
        words.pop(0)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in _titles("particle") and len(words[cut - 1]) > 1:
        cut -= 1
    return tuple(words[:cut]), " ".join(words[cut:])


@cache
def _titles(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in table("titles")[row].split())


class People:
    """The people of a sheet, by the forms of their names."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.right: dict[tuple[str, str], list[Named]] = defaultdict(list)
        self.families: dict[str, list[Named]] = defaultdict(list)
        self._by_family: dict[str, list[Form]] = defaultdict(list)
        self._near_family: dict[str, list[Form]] = defaultdict(list)
        for fact in facts:
            if isinstance(fact, Named) and fact.kind == "person":
                self._add(fact)

    def _add(self, fact: Named) -> None:
        for name in dict.fromkeys((fact.name, *fact.aliases)):
            given, family = parted(name)
            key = surname(family)
            self.families[key].append(fact)
            form = Form(fold(given[0]) if given else "", _middle(given), key, fact)
            self.right[form.given, key].append(fact)
            self._by_family[key].append(form)
            for less in deletions(key):
                self._near_family[less].append(form)

    def known(self, name: Name) -> list[Named]:
        """The people whose name this is, short forms of given names included."""
        if not name.given:
            return []
        family = surname(name.family or "")
        first = fold(name.given[0])
        exact = self.right.get((first, family))
        if exact:
            return exact
        return [f.fact for f in self._by_family.get(family, ()) if f.given and same_given(f.given, first)]

    def near(self, name: Name) -> Iterator[tuple[Form, str]]:
        """The forms that a name is one slip away from: the form, and which part differs."""
        family = surname(name.family or "")
        first = fold(name.given[0]) if name.given else ""
        if len(family) < 2 or len(family) > 40 or len(first) > 40:
            return
        for form in self._by_family.get(family, ())[:MOST]:
            if (
                first
                and form.given
                and min(len(first), len(form.given)) >= SHORTEST
                and slip(first, form.given)
            ):
                yield form, "given"
        seen: set[int] = set()
        for less in sorted(deletions(family)):
            for form in self._near_family.get(less, ())[:MOST]:
                if id(form) in seen or form.family == family:
                    continue
                seen.add(id(form))
                same = first == form.given if first else True
                if same and min(len(family), len(form.family)) >= SHORTEST and slip(family, form.family):
                    yield form, "family"


@lru_cache(maxsize=4)
def people_of(facts: tuple[Fact, ...]) -> People:
    """The people of a sheet, made once for it."""
    return People(facts)


def _middle(given: Sequence[str]) -> str:
    return fold(given[1])[:1] if len(given) > 1 else ""


def name_groups(held: Held, claims: Iterable[Claim], sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each written form of a name that is nearly a name of record.

    Forms that are right for some entry are left alone, and so are lone surnames and names in
    which a listed misspelling stands.
    """
    people = people_of(held.facts)
    if not people.families:
        return
    listed = _Listed(sightings)
    facts = {id(held.stated[f, "name"]): f for f in held.facts if isinstance(f, Named)}
    found: dict[tuple[Named, str], list[tuple[Claim, Link]]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind != "person":
            continue
        name = name_of(claim)
        if (
            listed.within(claim)
            or name.linked
            or people.known(name)
            or (not name.given and surname(name.family or "") in people.families)
        ):
            continue
        links = [x for form, part in people.near(name) if (x := _link(claim, form, part, held)) is not None]
        if links:
            best = max(links, key=lambda x: x.weight)
            found[facts[id(best.right)], claim.mention.text].append((claim, best))
    for (fact, _), some in found.items():
        links = sorted((x for _, x in some), key=lambda x: (-x.weight, x.left.where))
        yield Group("record/name", (*(c for c, _ in some), held.stated[fact, "name"]), tuple(links), fact)


class _Listed:
    """Where listed misspellings begin."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self._starts: dict[int, list[int]] = defaultdict(list)
        for sighting in sightings:
            if sighting.role == "wrong":
                self._starts[sighting.claim.article].append(sighting.claim.mention.start)

    def within(self, claim: Claim) -> bool:
        """Whether one begins within a claim's words."""
        starts = self._starts.get(claim.article, ())
        at = bisect_left(starts, claim.mention.start)
        return at < len(starts) and starts[at] < claim.mention.end


def _link(claim: Claim, form: Form, part: str, held: Held) -> Link | None:
    """The evidence that a name is a slip for a name of record."""
    name = name_of(claim)
    parts = list(_evidence(claim, name, form, part))
    weight = sum(bits for _, bits in parts)
    if weight < LEAST_BITS:
        return None
    reasons = tuple(f"{text} ({bits:+.1f})" for text, bits in parts)
    return Link(claim, held.stated[form.fact, "name"], weight, reasons)


def _evidence(claim: Claim, name: Name, form: Form, part: str) -> Iterator[tuple[str, float]]:
    if part == "given":
        yield from _of_given(fold(name.given[0]), form)
    else:
        yield from _of_family(name, form)
    middle = _middle(name.given)
    if middle and form.middle:
        same = middle == form.middle
        yield ("the middle initial is the same", 3.0) if same else ("the middle initials differ", -9.0)
    if name.kin or any(p.office == "kin" for p in name.posts):
        yield "the name is introduced as a relative's", -6.0
    if name.age is not None and not _of_age(name.age, form.fact.born, claim):
        yield "the age is another", -9.0
    shared = {seat(o).office for o in form.fact.offices} & {p.office for p in name.posts} - {""}
    if shared:
        yield f"both hold the office of {min(shared).replace('-', ' ')}", 4.0


def _slight(one: str, two: str) -> tuple[str, float]:
    """How small a slip is."""
    if min(len(one), len(two)) <= SHORTEST or slip(one, two) in ("two", "first"):
        return "the names are short, or differ by more than a letter", -2.0
    return "the names are one slip apart", 0.0


def _of_given(first: str, form: Form) -> Iterator[tuple[str, float]]:
    yield _slight(first, form.given)
    if known_given(first):
        yield f"{first.title()} is a given name of its own", -3.0
    else:
        yield f"{first.title()} is hardly a given name, and the surname is the same", 3.0


def _of_family(name: Name, form: Form) -> Iterator[tuple[str, float]]:
    mine = surname(name.family or "")
    yield _slight(mine, form.family)
    if plural(mine, form.family):
        yield "one is the plural of the other", -6.0
    if rarity(mine) < RARE_BITS:
        yield f"{name.family} is a common name or word", -3.0
    if not name.given:
        yield "no given name is written", -2.0
    elif rarity(form.family) >= RARE_BITS:
        yield "the given name is the same, and the surname rare", 3.0
    else:
        yield "the given name is the same", 1.0


def _of_age(age: int, born: Moment | None, claim: Claim) -> bool:
    """Whether an age, in years, fits a day of birth; true where either day is unknown."""
    today = claim.as_of.day
    if born is None or born.floor is None or born.ceiling is None or today is None:
        return True
    return today.year - born.ceiling.year - 2 <= age <= today.year - born.floor.year + 1
