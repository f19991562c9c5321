"""Which names of organisations may be one's: the same words but one; acronyms with two letters swapped."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from math import fsum

from crosscheck.lexicon import table
from crosscheck.lexicon.echoes import echo
from crosscheck.lexicon.naming import fold, known_given, plural, slip
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Group, Link, name_of

MOST_ALIKE = 30  # names that share all words but one; beyond that they are a series ("North High School" ...)
LEAST_COMPANY = 40.0  # bits of other names that the articles must share
TELLING = 14.0  # bits of the words before a head of a name that stands for another ("Union", "Federation")
LONGEST = 40  # letters of one word
PREFIX = 4  # letters with which two proper names that are confused may begin alike
LEAST_ECHO = 8.0  # bits of their sentences that names share where the odd words are not alike
MOST_TOLD = 8  # mentions of a name whose sentences are held against the other's
SHORTEST = 3  # letters of an acronym

Words = tuple[str, ...]


def organisation_groups(claims: Sequence[Claim]) -> list[Group]:
    """Groups of claims about organisations, from claims of any kind in canonical order.

    In a group of kind "organisation" two names have the same words but one; that word is no
    common word, place or given name, and the two are one slip apart, begin alike, or stand
    beside a word as rare; no article has both; and the articles share other rare names. In a
    group of kind "acronym" two letters of an acronym behind a name have changed places.
    """
    named: dict[Words, list[Claim]] = defaultdict(list)
    company: dict[int, set[str]] = defaultdict(set)
    bodies = [c for c in claims if c.mention.kind == "organisation"]
    for claim in claims:
        if claim.mention.kind in ("organisation", "person"):
            company[claim.article].update(claim.names)
    for claim in bodies:
        written = [_bare(word) for word in claim.mention.text.split()]
        words = tuple(map(fold, written))
        if all(w.isalpha() for w in written) and 1 < len(words) < 6 and max(map(len, words)) < LONGEST:
            named[words].append(claim)
    pairs = _pairs(list(named))
    return [*(g for a, b in pairs if (g := _group(a, b, named, company))), *_acronyms(bodies)]


def _bare(word: str) -> str:
    """A word without a possessive ending and full stops."""
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’").replace(".", "")


def _pairs(names: Sequence[Words]) -> list[tuple[Words, Words]]:
    index: dict[Words, list[Words]] = defaultdict(list)
    for words in names:
        for i in range(len(words)):
            index[(*words[:i], "*", *words[i + 1 :])].append(words)
    return [
        pair for few in index.values() if len(few) <= MOST_ALIKE
        for pair in combinations(few, 2) if _confused(*pair)
    ]  # fmt: skip


def _confused(a: Words, b: Words) -> bool:
    at, (one, two) = next((i, (x, y)) for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)
    if at == len(a) - 1 and _peers(one, two):
        return fsum(rarity(w) for w in a[:-1]) >= TELLING
    if not (_proper(one) and _proper(two)) or plural(one, two):
        return False
    return _alike(one, two) or (len(a) > 2 and any(i != at and _proper(word) for i, word in enumerate(a)))


@cache
def _sorts() -> dict[str, int]:
    """The heads of names by the sort of body that they name ("union", "federation")."""
    rows = table("organisations")["peers"]
    return {word: number for number, row in enumerate(rows) for word in row.split()}


def _peers(one: str, two: str) -> bool:
    """Whether two heads of names are of one sort of body, and not one word."""
    sorts = _sorts()
    return one in sorts and sorts[one] == sorts.get(two) and not plural(one, two)


def _alike(one: str, two: str) -> bool:
    """Whether two words are one slip apart or begin alike."""
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


def _group(a: Words, b: Words, named: dict[Words, list[Claim]], company: dict[int, set[str]]) -> Group | None:
    homes = [{c.article for c in named[x]} for x in (a, b)]
    if homes[0] & homes[1]:
        return None
    own = {*a, *b}
    around = [{w for n in home for w in company[n] if fold(w) not in own} for home in homes]
    bits = fsum(rarity(w) for w in around[0] & around[1])
    if bits < LEAST_COMPANY:
        return None
    claims = sorted((*named[a], *named[b]), key=lambda c: c.where)
    near = _alike(*next((x, y) for x, y in zip(a, b, strict=True) if x != y))
    if not near and max(echo(x, y) for x in named[a][:MOST_TOLD] for y in named[b][:MOST_TOLD]) < LEAST_ECHO:
        return None
    reasons = (
        "the names have the same words but one" + (", which is nearly the same" if near else ""),
        "the articles share other names",
    )
    return Group(
        "organisation", tuple(claims), (Link(named[a][0], named[b][0], min(3.0, bits / 20), reasons),)
    )


def _acronyms(bodies: Sequence[Claim]) -> Iterator[Group]:
    """Acronyms that stand once and have two letters of their name's initials the other way round.

    The right acronym must be in use beside it: an acronym in another language than the name
    ("Organisation", "OTAN") is used as it is.
    """
    used: dict[str, list[Claim]] = defaultdict(list)
    for claim in bodies:
        text = _bare(claim.mention.text)
        if text.isupper() and text.isalpha() and len(text) >= SHORTEST:
            used[text].append(claim)
    for wrong, (claim, *more) in sorted(used.items()):
        right = _swapped_right(wrong, name_of(claim).name)
        if right and not more and used.get(right):
            link = Link(claim, used[right][0], 3.0, (f"the initials of the name make {right}",))
            yield Group("acronym", (claim, *used[right]), (link,), subject=(wrong, right))


def _swapped_right(alias: str, name: str) -> str | None:
    """The initials of a name where the alias is those with two neighbours the other way round."""
    words = [w for w in name.replace("-", " ").split() if w[0].isalpha()]
    for right in ("".join(w[0] for w in words if w[0].isupper()), "".join(w[0].upper() for w in words)):
        if len(right) == len(alias) >= SHORTEST and slip(right.lower(), alias.lower()) in ("swap", "first"):
            wrong = [i for i, (x, y) in enumerate(zip(right, alias, strict=True)) if x != y]
            if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(right) == sorted(alias):
                return right
    return None
