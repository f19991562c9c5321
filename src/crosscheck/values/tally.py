"""Counts that stand side by side: a vote, a score."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation

NONE: frozenset[str] = frozenset()


@frozen(slots=True)
class Tally:
    """The two counts of a vote or a score in the order of the words, or the one of them that is told.

    `of` is what is counted: "vote", "shoot-out", "half-time" or "result". `frame` are the words that
    tell which one ("committee", "leg"), `bodies` who voted ("council"), as far as the words say.
    Which count is whose is not told, so that 2-1 and 1-2 are one tally.
    """

    counts: tuple[int, ...]
    of: str
    frame: frozenset[str] = NONE
    bodies: frozenset[str] = NONE

    def relation(self, other: "Tally") -> Relation:
        """How this tally stands to another; those of two things are incomparable.

        One count alone fits a tally that has it: "six voted for" fits 6-3.
        """
        if self.of != other.of or self.frame != other.frame or self._other_body(other):
            return Relation.INCOMPARABLE
        mine, theirs = sorted(self.counts), sorted(other.counts)
        if mine == theirs:
            return Relation.EQUAL
        if len(mine) == len(theirs) == 1:
            return Relation.INCOMPARABLE  # those in favour and those against
        shorter, longer = sorted((mine, theirs), key=len)
        alike = len(shorter) < len(longer) and set(shorter) <= set(longer)
        return Relation.COMPATIBLE if alike else Relation.DISJOINT

    def _other_body(self, other: "Tally") -> bool:
        return bool(self.bodies and other.bodies) and self.bodies.isdisjoint(other.bodies)

    def to_dict(self) -> dict[str, Any]:
        return {
            "low": str(min(self.counts)),
            "high": str(max(self.counts)),
            "unit": "vote" if self.of == "vote" else None,
            "stated": "-".join(map(str, self.counts)),
            "hedge": None,
        }
