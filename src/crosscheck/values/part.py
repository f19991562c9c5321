"""Parts of a known whole: "19 of the 27 bridges"."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation

NONE: frozenset[str] = frozenset()


@frozen(slots=True)
class Part:
    """So many of a whole of so many, of which something is said, or denied (`negated`).

    `of` is the noun of the whole ("" where the words leave it out), `said` the words that say what
    is true of the part, both in canonical form.
    """

    part: int
    whole: int
    of: str = ""
    said: frozenset[str] = NONE
    negated: bool = False

    def relation(self, other: "Part") -> Relation:
        """How this part stands to another; two wholes of one thing exclude each other.

        What is true of 19 of 27 and denied of 8 can be both; what is denied of 9 cannot.
        """
        if self.whole != other.whole:
            return Relation.DISJOINT
        if self.negated is not other.negated:
            fits = self.part + other.part <= self.whole
            return Relation.COMPATIBLE if fits else Relation.DISJOINT
        return Relation.EQUAL if self.part == other.part else Relation.DISJOINT

    def to_dict(self) -> dict[str, Any]:
        return {
            "low": str(self.part),
            "high": str(self.part),
            "unit": self.of or None,
            "stated": f"{self.part} of {self.whole}",
            "hedge": None,
        }
