"""Places of the world by name: what a name can mean, and what contains it.

The gazetteer is a text file of one line a name (`places.tsv`, from GeoNames); other names,
demonyms and the words around places are in `places.toml`.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from math import cos, radians
from typing import NamedTuple

from crosscheck.lexicon import table
from crosscheck.lexicon.larger_places import lines as larger_lines
from crosscheck.lexicon.naming import fold

Chain = tuple[str, ...]
LONG = {"ft": "fort", "mt": "mount", "pt": "point"}
NEAR = 0.5  # degrees of latitude, 55 km: the reach of a large city's suburbs


class Entry(NamedTuple):
    """One place of a name.

    `kind` is "c" for a country, "r" for a region (a state, a province), "p" for a city,
    "a" for a part of the world of another kind; `country` its ISO 3166 code, `region` and
    `thousands` (of inhabitants) where they are known; `at` is the latitude and longitude of a
    city in degrees.
    """

    kind: str
    country: str
    region: str
    thousands: int
    at: tuple[float, float] | None = None


def key(name: str) -> str:
    """The comparable form of a place's name: lower case, no accents, stops, hyphens or leading "the".

    >>> key("Al-Qāmishlī"), key("The Hague"), key("St. Louis")
    ('al qamishli', 'hague', 'st louis')
    """
    plain = name.lower() if name.isascii() and "'" not in name and "." not in name else fold_words(name)
    words = plain.replace("-", " ").split()
    if len(words) > 1:
        words[0] = LONG.get(words[0], words[0])
    return " ".join(words).removeprefix("the ")


def fold_words(name: str) -> str:
    """A name folded, its hyphens kept as blanks."""
    return fold(name.replace("-", " ").replace("‐", " ").replace("‑", " "))


_larger = False


def use(*, larger: bool) -> None:
    """Use the larger gazetteer from now on in this process, or the built-in one again.

    Raises `UsageError` where the larger one is not installed.
    """
    global _larger  # noqa: PLW0603 - a table of words, like all others, is one for the process
    if larger == _larger:
        return
    if larger:
        larger_lines(key)
    _larger = larger
    for held in (_lines, _aliases, _parts, countries, demonyms, abbreviations, entries, neighbours, chains):
        held.cache_clear()


def larger() -> bool:
    """Whether the larger gazetteer is in use."""
    return _larger


@cache
def _lines() -> dict[str, str]:
    own = _built_in()
    return {**larger_lines(key), **own} if _larger else own


def _built_in() -> dict[str, str]:
    text = resources.files("crosscheck.lexicon").joinpath("places.tsv").read_text(encoding="utf-8")
    body = text[text.rindex("#") :].partition("\n")[2]
    return dict(line.split("\t", 1) for line in body.splitlines())


def pairs(row: str) -> dict[str, str]:
    """One row of `places.toml` of the form "name = meaning; name = meaning"."""
    parts = table("places")[row].replace("\n", ";").split(";")
    found = (part.partition("=") for part in parts if "=" in part)
    return {key(name): meaning.strip() for name, _, meaning in found}


@cache
def _aliases() -> dict[str, str]:
    return {name: key(meaning) for row in ("aliases", "cities") for name, meaning in pairs(row).items()}


@cache
def _parts() -> dict[str, tuple[str, ...]]:
    """A part of a country or of the world -> what contains it."""
    parts = table("places")["parts"].replace("\n", ";").split(";")
    out = {}
    for part in parts:
        name, equals, holders = part.partition("=")
        if equals:
            out[key(name)] = tuple(_longest(holders.split())) if "-" not in holders else ()
    return out


def _longest(words: list[str]) -> list[str]:
    """The countries and regions that a row of words names, the longest reading first."""
    out: list[str] = []
    i = 0
    words = [word.removesuffix("’s").removesuffix("'s") for word in words]
    while i < len(words):
        size = next((n for n in (3, 2) if " ".join(words[i : i + n]) in _lines() and i + n <= len(words)), 1)
        out.append(" ".join(words[i : i + size]))
        i += size
    return out


@cache
def countries() -> dict[str, str]:
    """ISO 3166 code -> comparable name of the country."""
    codes = {}
    for name, text in _lines().items():
        if text.startswith("c:"):
            codes[text.split(":", 2)[1]] = name
    return codes


@cache
def demonyms() -> dict[str, str]:
    """A demonym, lower case -> comparable name of the country."""
    out = {}
    for part in table("places")["demonyms"].replace("\n", ";").split(";"):
        code, equals, words = part.partition("=")
        if equals:
            out.update(dict.fromkeys(words.replace("-", " ").split(), countries()[code.strip()]))
    return out


@cache
def _lands() -> dict[tuple[str, ...], str]:
    """The words of a country's name, alias or demonym -> its comparable name."""
    names = {**{name: name for name in countries().values()}, **_aliases(), **demonyms()}
    known = set(countries().values())
    return {tuple(name.split()): land for name, land in names.items() if land in known}


def lands(words: Sequence[str]) -> frozenset[str]:
    """The countries that words in lower case name, by name or adjective; of "south korean" the longer."""
    found, i, known = set(), 0, _lands()
    words = [word.removesuffix("’s").removesuffix("'s") for word in words]
    while i < len(words):
        size = next((n for n in (3, 2, 1) if tuple(words[i : i + n]) in known), 0)
        if size:
            found.add(known[tuple(words[i : i + size])])
        i += size or 1
    return frozenset(found)


@cache
def abbreviations() -> dict[str, str]:
    """An abbreviation of a state or province without stops, lower case -> its name."""
    return {
        name.replace(" ", "").replace(".", ""): meaning for name, meaning in pairs("abbreviations").items()
    }


@lru_cache(maxsize=16384)
def entries(name: str) -> tuple[Entry, ...]:
    """The places that a comparable name can mean, countries first, then by size."""
    texts = [_lines()[n] for n in dict.fromkeys((_aliases().get(name, name), name)) if n in _lines()]
    if not texts:
        return (Entry("a", "", "", 0),) if name in _parts() else ()
    return tuple(_entry(part) for text in texts for part in text.split("|"))


def _entry(text: str) -> Entry:
    kind, country, region, thousands, *at = text.split(":")
    point = tuple(int(axis) / 10 for axis in at[0].split(",")) if at else None
    return Entry(kind, country, key(region), int(thousands or 0), point)  # type: ignore[arg-type]


@lru_cache(maxsize=16384)
def neighbours(one: str, two: str) -> bool:
    """Whether two comparable names can be cities so near that one may be a suburb of the other."""
    points = [[e.at for e in entries(name) if e.at] for name in (one, two)]
    return any(
        abs(a[0] - b[0]) <= NEAR and abs(a[1] - b[1]) * cos(radians(a[0])) <= NEAR
        for a in points[0]
        for b in points[1]
    )


@lru_cache(maxsize=16384)
def chains(name: str) -> tuple[Chain, ...]:
    """What a comparable name can mean: for each place the names from itself up to its country.

    >>> ("boston", "massachusetts", "united states") in chains("boston")
    True
    """
    found: dict[Chain, None] = {}
    for own in dict.fromkeys((_aliases().get(name, name), name)):
        for entry in map(_entry, _lines().get(own, "").split("|")) if own in _lines() else ():
            if entry.kind == "c":
                found[own,] = None
            else:
                country = countries().get(entry.country, "")
                found[tuple(part for part in (own, entry.region, country) if part)] = None
    for holder in _parts().get(name, ()):
        for chain in chains(holder) or ((holder,),):
            found[name, *chain] = None
    if name in _parts() and not _parts()[name]:
        found[name,] = None
    return tuple(found)
