"""Which places an article names, and which of them are strangers to its story."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from crosscheck.lexicon.gazetteer import demonyms
from crosscheck.model import Claim, place_of
from crosscheck.values import Place

LISTING = 4  # places in one sentence that make it a list


class Atlas:
    """Which article names which places, over the places of a corpus in canonical order."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.counts: dict[int, Counter[str]] = defaultdict(Counter)
        self.words: dict[int, set[str]] = defaultdict(set)
        self.holders: dict[int, set[str]] = defaultdict(set)
        self.beside: dict[tuple[int, int], set[str]] = defaultdict(set)
        for claim in claims:
            if claim.mention.kind == "place":
                place = place_of(claim)
                self.counts[claim.article][place.key] += 1
                self.beside[claim.article, claim.sentence].add(place.key)
                self.holders[claim.article].update(name for chain in place.chains for name in chain[1:])
            self.words[claim.article].update(claim.names)
        for article, words in self.words.items():
            self.holders[article].update(demonyms()[w] for w in words if w in demonyms())

    def names(self, article: int, place: Place) -> bool:
        """Whether an article names a place, alone or as a part of another name."""
        return place.key in self.counts[article] or place.key in self.words[article]

    def listed(self, left: Claim, right: Claim) -> str | None:
        """What the sentences of two places have of further places: "none", "shared", "other" or "list".

        None where one of the sentences names both places, which then fill two slots.
        """
        one, two = (self.beside[c.article, c.sentence] for c in (left, right))
        a, b = place_of(left).key, place_of(right).key
        if b in one or a in two:
            return None
        if max(len(one), len(two)) >= LISTING:
            return "list"
        return "none" if not one - {a} and not two - {b} else "shared" if one - {a} == two - {b} else "other"

    def odd(self, claim: Claim, story: Sequence[int]) -> bool:
        """Whether a place is named once in its article and in no other of its story."""
        place = place_of(claim)
        if self.counts[claim.article][place.key] != 1:
            return False
        return not any(self.names(article, place) for article in story if article != claim.article)

    def far(self, claim: Claim, story: Sequence[int]) -> str:
        """Whether the story names nothing else of the state and country of a place."""
        place = place_of(claim)
        if not place.chains:
            return "unknown"
        holders = {name for chain in place.chains for name in (chain[1:] or chain)} - {place.key}
        country = {chain[-1] for chain in place.chains if len(chain) == 1}
        near = any(
            name in self.counts[article] or name in self.holders[article]
            for article in story
            for name in holders
        ) or any(name in self.holders[article] for article in story for name in country)
        return "near" if near else "far"
