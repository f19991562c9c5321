"""Counts that stand side by side: a vote, a score."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation

LIKE = 1.5  # times as many voters in another account of one vote
NONE: frozenset[str] = frozenset()


@frozen(slots=True)
class Tally:
    """The two counts of a vote or a score in the order of the words, or the one of them that is told.

    `of` is what is counted: "vote", "shoot-out", "half-time" or "result". `frame` are the words that
    tell which one ("committee", "leg"), `bodies` who voted ("council"), as far as the words say.
    Which count is whose is not told, so that 2-1 and 1-2 are one tally. With `margin` the count is what
    lies between the two ("by seven votes").
    """

    counts: tuple[int, ...]
    of: str
    frame: frozenset[str] = NONE
    bodies: frozenset[str] = NONE
    margin: bool = False

    def relation(self, other: "Tally") -> Relation:
        """How this tally stands to another; those of two things are incomparable.

        One count alone fits a tally that has it: "six voted for" fits 6-3.
        """
        if self.of != other.of or self.frame != other.frame or self._other_body(other):
            return Relation.INCOMPARABLE
        if self.margin or other.margin:
            return self._apart(other)
        if self.of == "vote" and self._other_size(other):
            return Relation.INCOMPARABLE
        mine, theirs = sorted(self.counts), sorted(other.counts)
        if mine == theirs:
            return Relation.EQUAL
        if len(mine) == len(theirs) == 1:
            return Relation.INCOMPARABLE  # those in favour and those against
        shorter, longer = sorted((mine, theirs), key=len)
        alike = len(shorter) < len(longer) and set(shorter) <= set(longer)
        return Relation.COMPATIBLE if alike else Relation.DISJOINT

    def _apart(self, other: "Tally") -> Relation:
        """How two stand to each other of which one or both are margins."""
        one, two = self.gap, other.gap
        if one is None or two is None:
            return Relation.INCOMPARABLE
        if one != two:
            return Relation.DISJOINT
        return Relation.EQUAL if self.margin and other.margin else Relation.COMPATIBLE

    @property
    def gap(self) -> int | None:
        """What lies between the two counts, None where one alone is told."""
        if self.margin:
            return self.counts[0]
        return abs(self.counts[0] - self.counts[1]) if len(self.counts) > 1 else None

    def _other_size(self, other: "Tally") -> bool:
        """Whether so many more have voted in the one that they are another body."""
        few, many = sorted((sum(self.counts), sum(other.counts)))
        return len(self.counts) == len(other.counts) > 1 and many > LIKE * few

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
