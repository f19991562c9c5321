"""Forms of names: each way to write one person's full name, with every mention of it in the corpus."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from attrs import field, frozen

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.naming import fold, known_given, surname
from crosscheck.model import Claim, name_of
from crosscheck.values import Name

MOST_COMPANY = 5  # articles whose names make a form's company
LONGEST = 40  # letters of a name; more is no name
UNRELATED = frozenset(("unrelated", "namesake"))
NO_RELATION = frozenset((("no", "relation"), ("not", "related"), ("no", "kin")))
REACH = 10  # tokens from a word for a relative to the name: "son of the former governor of the state, X"
NEAR = 5  # tokens from "late" to the name
ELDER = frozenset(("late", "elder", "younger", "namesake"))
QUOTES = frozenset(("”", '"', "’’"))
BREAKS = frozenset(
    ', ; : . ( ) “ ” " that who which whom but or as was is were are has had have said told'.split()
)


@frozen(slots=True, eq=False)
class Form:
    """One way of writing a person's full name and its mentions; `written` are those in full.

    `kin` is whether a word for a relative stands near, `apart` whether the words before the
    name say that it is not the bearer at hand.
    """

    given: str
    family: str
    claims: tuple[Claim, ...]
    written: tuple[Claim, ...]
    articles: frozenset[int]
    middle: frozenset[str]
    others: frozenset[str]
    offices: frozenset[tuple[str, str, str]]
    ranks: frozenset[str]
    ages: frozenset[int]
    kin: bool
    apart: bool
    context: frozenset[str] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    company: frozenset[str] = field(repr=False)

    @property
    def key(self) -> tuple[str, str]:
        """The folded first given name and surname: no two forms of a corpus share both."""
        return self.given, self.family


def _key(name: Name) -> tuple[str, str]:
    return fold(name.given[0]), surname(name.family or "")


def forms(claims: Iterable[Claim]) -> list[Form]:
    """The forms of the full names in person claims, in order of first appearance."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    company: dict[int, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.mention.kind == "person":
            company[claim.article].update(claim.names)
        if claim.mention.kind == "person" and name_of(claim).given:
            key = _key(name_of(claim))
            if 1 < len(key[0]) < LONGEST and 1 < len(key[1]) < LONGEST:
                found[key].append(claim)
    return [_form(key, group, company) for key, group in found.items()]


def _further(name: Name) -> tuple[str, ...]:
    """The given names behind the first, and the parts of a surname before its last."""
    return (*name.given[1:], *(name.family or "").replace("-", " ").split()[:-1])


def _form(key: tuple[str, str], claims: Sequence[Claim], company: dict[int, set[str]]) -> Form:
    names = [name_of(c) for c in claims]
    written = tuple(c for c, n in zip(claims, names, strict=True) if not n.linked)
    own = {key[0], key[1]}
    articles = frozenset(c.article for c in written)
    return Form(
        *key, tuple(claims), written, articles,
        frozenset(fold(g)[:1] for n in names for g in n.given[1:2] if fold(g)),
        frozenset(fold(g) for n in names for g in _further(n)),
        frozenset((p.office, p.place, p.state or "") for n in names for p in n.posts if p.office != "kin"),
        frozenset(fold(t) for n in names for t in n.titles if fold(t) in wordset("titles", "rank")),
        frozenset(n.age for n in names if n.age is not None),
        any(_is_kin(c) for c in written),
        any(_told_apart(c) for c in written),
        frozenset(w for c in written for w in (*c.left[:6], *c.right[:6]) if fold(w) not in own),
        frozenset(w for c in written for w in c.names if fold(w) not in own),
        frozenset(w for a in sorted(articles)[:MOST_COMPANY] for w in company[a] if fold(w) not in own),
    )  # fmt: skip


@cache
def _kin_words() -> frozenset[str]:
    return frozenset(table("roles")["kin"]["forms"])


def _is_kin(claim: Claim) -> bool:
    """Whether a mention is introduced as someone's relative, or stands near a word for a relative.

    A second given name counts ("Ann and Paul Hill").
    """
    name = name_of(claim)
    near = (*_outside_speech(claim), *claim.right[:3])
    joined = claim.before[:1] == ("and",) and known_given(fold("".join(claim.before[1:2])))
    return (
        name.kin or joined or any(p.office == "kin" for p in name.posts) or not _kin_words().isdisjoint(near)
    )


def _outside_speech(claim: Claim) -> Sequence[str]:
    """The content words before a name, unless direct speech ends between them and the name."""
    if claim.wording is None:
        return claim.left[:4]
    words = claim.wording.lower[: claim.at[0]]
    return () if any(word in QUOTES for word in words[-NEAR:]) else claim.left[:4]


def _told_apart(claim: Claim) -> bool:
    """Whether the words about a name say that it is not the bearer at hand.

    As in "son of the late governor X", and "Tomas Vrel (no relation)".
    """
    if claim.wording is None:
        return False
    words, first = claim.wording.lower, claim.at[0]
    behind = words[claim.at[1] : claim.at[1] + NEAR + 1]
    if not UNRELATED.isdisjoint(behind) or any(pair in NO_RELATION for pair in pairwise(behind)):
        return True
    for k in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = words[k]
        if word in ELDER and first - k <= NEAR:
            return True
        if word in _kin_words():
            return words[k + 1] == "of"
        if word in BREAKS and not (word == "," and k == first - 1):
            return False
    return False
