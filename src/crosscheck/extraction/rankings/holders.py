"""Who holds a place in an order: the person whose name stands beside it, or right before."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from crosscheck.extraction.document import Document
from crosscheck.extraction.rankings.spots import Spot
from crosscheck.lexicon import wordset
from crosscheck.model import Mention
from crosscheck.values import Name

FEW: Final = 3  # tokens from a rank to the name that it stands before
JOINTS: Final = frozenset(", . and who in of behind to for".split())
PRONOUNS: Final = frozenset({"he", "she"})
LINKS: Final = wordset("ranks", "links", "words") | wordset("ranks", "cues", "place") | {"seeded", "ranked"}


class Holders:
    """The persons of a document, each by the last word of the name."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._mentions = mentions

    @cached_property
    def _persons(self) -> tuple[list[int], list[tuple[int, str]]]:
        """(first tokens of the persons, in order; for each the last token and the name)."""
        starts, ends = self._document.tokens.starts, self._document.tokens.ends
        firsts, rows = [], []
        for m in self._mentions:
            if m.kind == "person" and isinstance(m.value, Name):
                firsts.append(bisect_left(starts, m.start))
                last = bisect_left(ends, m.end)
                rows.append((last, m.value.name.split()[-1].lower()))
        return firsts, rows

    def of(self, spot: Spot, *, described: bool = False) -> str:
        """The holder of a place, "" where the words do not tell.

        `described` says that the rank stands for its holder ("the eighth seed was tired"): then the one
        person of the sentence before is meant, or the name beside it.
        """
        firsts, rows = self._persons
        at = bisect_left(firsts, spot.first)
        near = at < len(firsts) and firsts[at] < min(spot.stop, spot.last + 1 + FEW)
        if near and JOINTS.isdisjoint(spot.lower[spot.last + 1 : firsts[at]]):
            return rows[at][1]  # "eighth seed Katarina Holm"
        before = bisect_left(firsts, spot.begin)
        if before == at:
            pronoun = not PRONOUNS.isdisjoint(spot.lower[spot.begin : spot.first])
            return self._alone(spot.number - 1) if described or pronoun else ""
        last, name = rows[at - 1]
        if LINKS.issuperset(spot.lower[last + 1 : spot.first]):
            return name  # "Holm, who was seeded ninth"
        alone = len({row[1] for row in rows[before:at]}) == 1
        return name if alone and not described else ""

    def behind(self, spot: Spot, k: int) -> str:
        """The name that begins with token k: of a person the last word, else the first, as of a team."""
        firsts, rows = self._persons
        at = bisect_left(firsts, k)
        if at < len(firsts) and firsts[at] == k:
            return rows[at][1]
        return spot.lower[k] if k < spot.stop and self._document.tokens.words[k][0].isupper() else ""

    def _alone(self, number: int) -> str:
        """The one person of a sentence, the headline left out."""
        if number < 1:
            return ""
        firsts, rows = self._persons
        begin, stop = self._document.sentences[number]
        own = {name for _, name in rows[bisect_left(firsts, begin) : bisect_left(firsts, stop)]}
        return own.pop() if len(own) == 1 else ""
