"""Places: a name, and all that it can mean."""

from typing import Any

from attrs import frozen

from crosscheck.values.relations import Relation


@frozen(slots=True)
class Place:
    """A place by the name that the text gives it.

    `key` is the comparable form of the name (lower case, no accents); `within` holds the
    containers that the text states, as written ("Ramat Gan, Israel": Israel). `chains` are the
    places that it can be by the gazetteer, each as the comparable names from itself up to
    its country; with none, nobody knows what contains it. `sort` is the noun that says what
    it is ("district"), if any.
    """

    name: str
    key: str
    within: tuple[str, ...] = ()
    chains: tuple[tuple[str, ...], ...] = ()
    sort: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str = "place"

    def relation(self, other: "Place") -> Relation:
        """How two places stand to each other.

        They are equal by name where they can be one place, compatible where one may contain
        the other, disjoint where both are known and under no reading one holds the other, and
        incomparable where one of them is known to nobody.
        """
        same = self.key == other.key
        if not self.chains or not other.chains:
            return Relation.EQUAL if same else self._unknown(other)
        if same:
            return Relation.EQUAL if set(self.chains) & set(other.chains) else Relation.DISJOINT
        if set(self.chains) & set(other.chains):
            return Relation.EQUAL
        held = any(_holds(a, b) or _holds(b, a) for a in self.chains for b in other.chains)
        return Relation.COMPATIBLE if held else Relation.DISJOINT

    def _unknown(self, other: "Place") -> Relation:
        mine, theirs = set(self.key.split()), set(other.key.split())
        return Relation.COMPATIBLE if mine <= theirs or theirs <= mine else Relation.INCOMPARABLE

    def to_dict(self) -> dict[str, Any]:
        stated: dict[str, Any] = {"within": list(self.within)} if self.within else {}
        return {"name": self.name, "aliases": list(self.aliases), **stated}


def _holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    """Whether one chain names the place of the other among its containers, or the same place."""
    return outer[0] in inner
