"""Whether two names are of two places, as far as names and the gazetteer tell."""

from functools import lru_cache
from itertools import groupby

from crosscheck.lexicon.gazetteer import entries, larger, neighbours
from crosscheck.lexicon.naming import plural, romanised, slip
from crosscheck.values import Place, Relation

WATERS = frozenset({"sea", "ocean", "gulf", "bay", "strait", "river", "lake", "coast", "canal", "channel"})
STREETS = frozenset("street st avenue ave road rd boulevard blvd drive lane highway court".split())


def two_places(one: Place, two: Place) -> bool:
    """Whether neither of two places can be the other, contain it, or be its suburb."""
    return _told_apart(one, two, larger=larger())


@lru_cache(maxsize=65536)
def _told_apart(one: Place, two: Place, *, larger: bool) -> bool:  # noqa: ARG001 - part of the key
    if one.relation(two) not in (Relation.DISJOINT, Relation.INCOMPARABLE):
        return False
    if one.key == two.key or plural(one.key, two.key) or skeleton(one.key) == skeleton(two.key):
        return False
    if one.chains and two.chains and not kinds(one.key) & kinds(two.key):
        return False
    if any(
        place.chains and max(map(len, place.chains)) == 1 and "c" not in kinds(place.key)
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
    return spelling(one, two) != "other"


def spelling(a: Place, b: Place) -> str:
    """Whether the names are nearly the same."""
    alike = a.key[:4] == b.key[:4] and " " not in a.key + b.key
    return "slip" if slip(a.key, b.key) else "alike" if alike else "other"


def kinds(key: str) -> frozenset[str]:
    """The kinds of place that the gazetteer has of this name ("c" for a country)."""
    return frozenset(entry.kind for entry in entries(key))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """The consonants of a name, house styles of romanisation levelled: what spellings of one name share.

    >>> skeleton("khan shaykhun") == skeleton("khan sheikhoun"), skeleton("melvik") == skeleton("melvin")
    (True, False)
    """
    kept = (c for word in name.split() for c in romanised(word) if c not in "aeiouyhw")
    return "".join(c for c, _ in groupby(kept))
