"""Wrong spellings that a sheet lists, and names of organisations and places that are nearly right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from crosscheck.facts import Fact, Named
from crosscheck.held import Held, Sighting
from crosscheck.lexicon.naming import deletions, fold, plural, slip
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Group, Link

RARE_BITS = 12.6  # a word among the commonest of English is another word and no slip
SHORTEST = 6  # letters of a word that can be told from another by one of them
WEIGHT = 3.0
MOST = 40  # names that one is weighed against


def spelling_groups(held: Held, sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each listed wrong spelling of a name, with every place where it stands.

    Words that are one name's wrong and another name's right spelling are left alone.
    """
    at: dict[tuple[int, int], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if isinstance(sighting.fact, Named):
            at[sighting.claim.where].append(sighting)
    found: dict[tuple[Named, str], list[Claim]] = defaultdict(list)
    for some in at.values():
        wrong = [s for s in some if s.role == "wrong"]
        if len({s.fact for s in some}) == 1 and len(wrong) == len(some) and isinstance(wrong[0].fact, Named):
            found[wrong[0].fact, wrong[0].claim.mention.text].append(wrong[0].claim)
    for (fact, words), claims in found.items():
        stated = held.stated[fact, "name"]
        links = tuple(Link(c, stated, 9.0, (f"the sheet lists “{words}” as a misspelling",)) for c in claims)
        yield Group("record/spelling", (*claims, stated), links, fact)


def near_groups(held: Held, claims: Iterable[Claim], sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each name of an organisation or place that is nearly one of record.

    All its words but one are those of record, and that one is a long and rare word one slip
    away ("Harbourveiw Mills"). A name of one word is too little to go by.
    """
    names = Names.of(held.facts)
    if not names.words:
        return
    seen = {s.claim.where for s in sightings if isinstance(s.fact, Named)}
    found: dict[tuple[Named, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind in ("organisation", "place"):
            fact = names.near(claim.mention.text) if claim.where not in seen else None
            if fact is not None:
                found[fact, " ".join(claim.mention.text.split())].append(claim)
    for (fact, _), some in found.items():
        stated = held.stated[fact, "name"]
        why = ("all words but one are the same, and that one is a slip away",)
        yield Group("record/name", (*some, stated), tuple(Link(c, stated, WEIGHT, why) for c in some), fact)


class Names:
    """The names of organisations and places of a sheet, by their words with one letter left out."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.words: dict[tuple[str, str], list[tuple[tuple[str, ...], Named]]] = defaultdict(list)
        self.right: set[tuple[str, ...]] = set()
        for fact in facts:
            if isinstance(fact, Named) and fact.kind != "person":
                for name in (fact.name, *fact.aliases):
                    self._add(_split(name), fact)

    @staticmethod
    @lru_cache(maxsize=4)
    def of(facts: tuple[Fact, ...]) -> "Names":
        """The names of a sheet, made once for it."""
        return Names(facts)

    def _add(self, words: tuple[str, ...], fact: Named) -> None:
        self.right.add(words)
        for i, word in enumerate(words if len(words) > 1 else ()):
            for less in deletions(word) if len(word) >= SHORTEST else ():
                self.words[_but(words, i), less].append((words, fact))

    def near(self, name: str) -> Named | None:
        """The one entry that a name is a slip for, or None."""
        words = _split(name)
        if len(words) < 2 or len(words) > 8 or words in self.right:
            return None
        fitting = {
            id(fact): fact
            for i, word in enumerate(words)
            if len(word) >= SHORTEST and rarity(word) >= RARE_BITS
            for less in deletions(word)
            for right, fact in self.words.get((_but(words, i), less), ())[:MOST]
            if slip(word, right[i]) not in (None, "first", "two") and not plural(word, right[i])
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None


def _split(name: str) -> tuple[str, ...]:
    return tuple(word for word in map(fold, name.replace("-", " ").split()) if word and word != "the")


def _but(words: Sequence[str], i: int) -> str:
    """The words but the one at i, with its place kept."""
    return " ".join((*words[:i], "_", *words[i + 1 :]))
