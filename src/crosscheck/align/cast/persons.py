"""Persons: which mentions of an article are one person's, and which persons of several articles are one.

Within an article the full names come first and a lone surname goes to the one person who has
it. Across articles persons are compared like records: each kind of evidence has a level, each
level a weight in bits (`lexicon/match_cast.toml`), and above zero the two are one. Persons whom
one article keeps apart are never joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import fsum

from attrs import define, field

from crosscheck.align.people.links import COMMON_BITS, seated
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold, gender, short_form, sounds, surname
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, name_of
from crosscheck.values import Name

MOST_COMPANY = 5  # articles whose names make a person's company
MOST_LOCAL = 400  # persons of one article with whom a name is compared
BORN = frozenset({("born",), ("née",), ("nee",), ("né",), ("formerly",)})


@define(slots=True, eq=False)
class Person:
    """A person of one article, growing to one of several: names folded for comparing, and every mention.

    `given` holds the given names and initials (none where only a surname is written), `family` the
    surname without particles; `reasons` say why mentions of other names are held to be one person's.
    """

    given: tuple[str, ...]
    family: str
    claims: list[Claim]
    company: set[str] = field(repr=False)
    articles: set[int] = field(factory=set)
    offices: set[tuple[str, str, str]] = field(factory=set)
    ages: set[int] = field(factory=set)
    styles: set[str] = field(factory=set)
    reasons: dict[str, None] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for claim in self.claims:
            name = name_of(claim)
            self.articles.add(claim.article)
            self.offices.update((p.office, p.place, p.state or "") for p in name.posts if p.office != "kin")
            if name.age is not None:
                self.ages.add(name.age)
            self.styles.update(_styles()[fold(t)] for t in name.titles if fold(t) in _styles())

    @property
    def suffix(self) -> str:
        """The "jr" or "sr" behind the name, "" where there is none."""
        ends = {fold(c.mention.text.rsplit(" ", 1)[-1]) for c in self.claims[:4]}
        return next((s for s in ("sr", "jr") if s in ends), "")

    def sexes(self) -> set[str]:
        """What is known of the person's sex: by titles, else by the given name."""
        if self.styles or not self.given:
            return self.styles
        sex = gender(self.first)
        return {"man" if sex == "male" else "woman"} if sex else set()

    @property
    def first(self) -> str:
        """The first given name, or ""."""
        return self.given[0] if self.given else ""

    def take(self, other: "Person", why: Iterable[str]) -> None:
        """Become one with another person; the fuller name stays, the mentions are in no order."""
        if (len(other.first) > 1, len(other.given)) > (len(self.first) > 1, len(self.given)):
            self.given, self.family = other.given, other.family
        if len(self.articles) < MOST_COMPANY:
            self.company = self.company | other.company
        self.articles |= other.articles
        self.offices |= other.offices
        self.ages |= other.ages
        self.styles |= other.styles
        self.claims.extend(other.claims)
        self.reasons.update(dict.fromkeys((*other.reasons, *why)))


def _given(name: Name) -> tuple[str, ...]:
    return tuple(filter(None, (fold(g) for g in name.given)))


def locals_of(claims: Sequence[Claim], company: frozenset[str]) -> list[Person]:
    """The persons of one article, from its person claims in the order of the text."""
    homes: list[Person] = []
    shared = set(company)
    lone: list[Claim] = []
    for claim in claims:
        if not name_of(claim).given:
            lone.append(claim)
            continue
        given, family = _given(name_of(claim)), surname(name_of(claim).family or "")
        new = Person(given, family, [claim], shared)
        home = next((h for h in homes[-MOST_LOCAL:] if _one(h, new)), None)
        if home is None:
            homes.append(new)
        else:
            home.take(new, ("another name of hers or his is given",) if home.family != family else ())
    rest: dict[str, Person] = {}
    for claim in lone:
        new = Person((), surname(name_of(claim).family or ""), [claim], shared)
        home = _bearer(claim, new, [h for h in homes if h.family == new.family])
        if home is None:
            home = rest.setdefault(new.family, new)
        if home is not new:
            home.take(new, ())
    return [*homes, *rest.values()]


def _one(home: Person, new: Person) -> bool:
    """Whether two full names in one article are one person's."""
    if home.family != new.family:
        born = new.claims[0].before[:1] in BORN
        return born and home.first == new.first
    if home.suffix != new.suffix and "sr" in (home.suffix, new.suffix):
        return False
    middle = (home.given[1:2], new.given[1:2])
    return short_form(home.first, new.first) and (
        not all(middle) or middle[0][0][:1] == middle[1][0][:1] or home.first == ""
    )


def _bearer(claim: Claim, new: Person, homes: Sequence[Person]) -> Person | None:
    """Of the persons of one surname the one whom the surname alone means, or None."""
    fitting = [h for h in homes if not (new.styles and h.sexes()) or new.styles & h.sexes()]
    if len(fitting) == 1 or not fitting:
        return fitting[0] if fitting else None
    offices = {p.office for p in name_of(claim).posts}
    holders = [h for h in fitting if offices & {o for o, _, _ in h.offices}]
    if holders:
        return holders[0] if len(holders) == 1 else None
    return max(fitting, key=lambda h: (_prominence(h, claim, fitting), -h.claims[0].mention.start))


def _start(claim: Claim) -> int:
    return claim.mention.start


def _prominence(home: Person, claim: Claim, homes: Sequence[Person]) -> float:
    """How likely a surname alone means this one of several bearers: the first, the most, the last named."""
    start = claim.mention.start
    latest = max((c for h in homes for c in h.claims if c.mention.start < start), key=_start, default=None)
    near = latest is not None and latest in home.claims and latest.sentence >= claim.sentence - 2
    first = min(h.claims[0].mention.start for h in homes) == home.claims[0].mention.start
    kin = any(name_of(c).kin for c in home.claims)
    return len(home.claims) + 1.5 * first + near - 1.5 * kin


@cache
def _styles() -> dict[str, str]:
    """Title, folded, to "man" or "woman"."""
    return {w: who for who in ("man", "woman") for w in table("match_cast")["titles"][who].split()}


def evidence(a: Person, b: Person) -> dict[str, str] | None:
    """The level of every kind of evidence that two persons are one, or None where the names forbid it."""
    name = _name(a, b)
    if name is None:
        return None
    return {
        "name": name,
        "common": "yes" if rarity(a.family) < COMMON_BITS else "no",
        "middle": _middle(a, b),
        "age": _age(a.ages, b.ages),
        "role": _role(a.offices, b.offices),
        "company": _company(a, b),
        "style": _overlap(a.styles, b.styles),
    }


def _name(a: Person, b: Person) -> str | None:
    if a.family != b.family and sounds(a.family) != sounds(b.family):
        return None
    if not a.given or not b.given:
        return "surname" if a.family == b.family else None
    if a.first == b.first:
        return "same" if a.family == b.family and len(a.given) == len(b.given) else "longer"
    if a.family == b.family and min(len(a.first), len(b.first)) <= 2 and a.first[:1] == b.first[:1]:
        return "initial"
    alike = short_form(a.first, b.first)
    if sounds(a.first) == sounds(b.first) or (alike and a.family != b.family):
        return "romanised"
    return "short form" if alike else None


def _middle(a: Person, b: Person) -> str:
    return _overlap({g[:1] for g in a.given[1:2]}, {g[:1] for g in b.given[1:2]})


def _overlap(a: set[str], b: set[str]) -> str:
    return "unknown" if not a or not b else "same" if a & b else "different"


def _age(a: set[int], b: set[int]) -> str:
    if not a or not b:
        return "unknown"
    apart = min(abs(x - y) for x in a for y in b)
    return "same" if apart == 0 else "near" if apart == 1 else "different"


def _role(a: set[tuple[str, str, str]], b: set[tuple[str, str, str]]) -> str:
    if not a or not b:
        return "unknown"
    shared = {o for o, _, _ in a} & {o for o, _, _ in b}
    if not shared:
        return "different"
    if not any(seated(o) for o in shared):
        return "one calling"
    held = {(o, p) for o, p, _ in a if p} & {(o, p) for o, p, _ in b if p}
    return "one seat" if held else "one office"


def _company(a: Person, b: Person) -> str:
    own = {a.family, b.family, a.first, b.first}
    bits = fsum(sorted(rarity(w) for w in a.company & b.company if w not in own))
    return "none" if bits < 12 else "few" if bits < 40 else "some" if bits < 120 else "many"


def weigh(levels: dict[str, str]) -> tuple[float, tuple[tuple[str, str, float], ...]]:
    """The log-odds (base 2) that levels of evidence add up to, and their parts."""
    parts = tuple((name, level, table("match_cast")[name][level]) for name, level in levels.items())
    return fsum(bits for _, _, bits in parts), parts


TOLD = {
    ("name", "short form"): "the given names are forms of one name",
    ("name", "initial"): "the initial fits the given name",
    ("name", "romanised"): "the spellings are romanisations of one name",
    ("name", "surname"): "the surname is the same",
    ("role", "one seat"): "the office is the same",
    ("role", "one office"): "the office is the same",
    ("role", "one calling"): "the calling is the same",
    ("age", "same"): "the age is the same",
    ("age", "near"): "the ages are a birthday apart",
    ("middle", "same"): "the middle initial is the same",
    ("company", "some"): "the articles share other names",
    ("company", "many"): "the articles share many other names",
}


def explain(parts: Sequence[tuple[str, str, float]], total: float) -> Iterator[str]:
    """Why two persons are held to be one: the heaviest evidence first, then the sum."""
    for name, level, bits in sorted(parts, key=lambda p: (-p[2], p[0])):
        if (name, level) in TOLD:
            yield f"{TOLD[name, level]} ({bits:+.1f})"
    yield f"match weight {total:+.1f} bits"
