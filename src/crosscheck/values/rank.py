"""Places in an order whose role the words tell: the seed of a player, the edition of a race."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation

NONE: frozenset[str] = frozenset()


@frozen(slots=True)
class Rank:
    """A place in an order of a known kind.

    `order` is the kind: "seed", "place", "ranking", "term" (each of somebody, the `holder`), "edition",
    "anniversary", "occasion", "streak", "time", "size", "person", "attempt", "century", "round". `of`
    is what is ordered ("cut"; "" where the words do not tell), `frame` the words that tell which
    contest or list it is in. `since` are the first and the last year in which the count can have begun
    ("since 2019"), None for no such years; `measure` is what an order by size measures ("large").
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
        if self.holder and other.holder and self.holder != other.holder:
            return Relation.INCOMPARABLE
        if (self.since is None) is not (other.since is None) or self._more_since(other):
            return Relation.INCOMPARABLE
        return Relation.EQUAL if self.rank == other.rank else Relation.DISJOINT

    def _more_since(self, other: "Rank") -> bool:
        """Whether the one counted since an earlier year is as high or higher, as it may be."""
        if self.since is None or other.since is None:
            return False
        if self.since[1] < other.since[0]:
            return self.rank >= other.rank
        return other.since[1] < self.since[0] and other.rank >= self.rank

    def to_dict(self) -> dict[str, Any]:
        return {"rank": self.rank}
