"""Places in an order whose role the words tell: the seed of a player, the edition of a race."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation

NONE: frozenset[str] = frozenset()


@frozen(slots=True)
class Rank:
    """A place in an order of a known kind.

    `order` is the kind: "seed", "place", "ranking", "term" (each of somebody, the `holder`), "edition",
    "anniversary", "occasion", "streak", "size", "person", "century", "round". `of` is what is ordered
    ("cut"; "" where the words do not tell), `frame` the words that tell which contest or list it is in.
    `since` are the first and the last year in which the count can have begun ("since 2019"), None for
    no such years; `measure` is what an order by size measures ("large", "deadly").
    """

    rank: int
    order: str
    of: str = ""
    holder: str = ""
    frame: frozenset[str] = NONE
    since: tuple[int, int] | None = None
    measure: str = ""

    def relation(self, other: "Rank") -> Relation:
        """How this place stands to another; those of two orders or two holders are incomparable."""
        if self.order != other.order or self.frame != other.frame or self.measure != other.measure:
            return Relation.INCOMPARABLE
        if (self.holder and other.holder and self.holder != other.holder) or self._other_years(other):
            return Relation.INCOMPARABLE
        return Relation.EQUAL if self.rank == other.rank else Relation.DISJOINT

    def _other_years(self, other: "Rank") -> bool:
        """Whether the two are not surely counted from one year."""
        if self.since is None or other.since is None:
            return self.since is not other.since
        return self.since[0] > other.since[1] or other.since[0] > self.since[1]

    def to_dict(self) -> dict[str, Any]:
        return {"rank": self.rank}
