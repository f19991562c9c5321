"""Organisations and places of the cast: one name, its acronym, its short forms."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import cast

from crosscheck.align.joining import Joined
from crosscheck.lexicon.naming import fold
from crosscheck.model import Claim
from crosscheck.values import Name, Place

Key = tuple[str, ...]
SMALL = frozenset("of the and for in on to a an de la du des del di et & y".split())


def bodies(claims: Sequence[Claim]) -> Iterator[tuple[str, str, tuple[Claim, ...]]]:
    """The organisations and places among name claims, as (kind, name, mentions)."""
    for kind in ("organisation", "place"):
        own = [c for c in claims if c.mention.kind == kind]
        joined = Joined()
        index: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in own:
            key = _place_key(claim) if kind == "place" else _key(_name(claim).name)
            index[key].append(claim)
            joined.root(key)
            for alias in _name(claim).aliases:
                joined.join(_key(alias), key)
        for short, long in _acronyms(index) if kind == "organisation" else ():
            joined.join(short, long)
        parts: dict[object, list[Claim]] = defaultdict(list)
        for key, some in index.items():
            parts[joined.root(key)].extend(some)
        for some in parts.values():
            some.sort(key=lambda c: c.where)
            yield kind, _shown(some), tuple(some)


def _place_key(claim: Claim) -> Key:
    """A place by its name in the gazetteer, so that "U.S." and "United States" are one."""
    value = claim.mention.value
    if isinstance(value, Place) and value.chains:
        return (value.chains[0][0],)
    return _key(_name(claim).name)


def _acronyms(index: dict[Key, list[Claim]]) -> Iterator[tuple[Key, Key]]:
    """Each acronym with the one long name of the corpus that has its initials."""
    long: dict[str, list[Key]] = defaultdict(list)
    for key in index:
        if len(key) > 1:
            long["".join(word[0] for word in key)].append(key)
    for key, claims in index.items():
        shouted = len(key) == 1 and claims[0].mention.text.replace(".", "").isupper()
        fitting = long.get(key[0], []) if shouted else []
        if len(fitting) == 1:
            yield key, fitting[0]


def _name(claim: Claim) -> Name | Place:
    return cast("Name | Place", claim.mention.value)


def _key(name: str) -> tuple[str, ...]:
    return tuple(w for w in fold(name.replace("-", " ")).split() if w not in SMALL)


def _shown(claims: Sequence[Claim]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        counts[_name(claim).name] += 1
    return max(counts, key=lambda n: (counts[n] if " " in n else 0, counts[n]))
