"""What shares a member belongs together: connected components."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


class Joined:
    """Sets that grow together: `join(a, b)` puts two members into one set, `root(a)` names it.

    Members are any hashable keys. (Union-find with path halving.)
    """

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, member: Hashable) -> Hashable:
        """The member that stands for the set of this one."""
        parent = self._parent
        while parent.setdefault(member, member) != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: Hashable, two: Hashable) -> None:
        """Make one set of the sets of two members."""
        self._parent[self.root(one)] = self.root(two)


def components(edges: Iterable[tuple[Hashable, Hashable, T]]) -> list[list[T]]:
    """What hangs together, from (one end, other end, thing), in the order of each first thing.

    >>> components([(1, 2, "a"), (5, 6, "b"), (2, 3, "c")])
    [['a', 'c'], ['b']]
    """
    listed = list(edges)
    joined = Joined()
    for one, two, _ in listed:
        joined.join(one, two)
    out: dict[Hashable, list[T]] = defaultdict(list)
    for one, _, thing in listed:
        out[joined.root(one)].append(thing)
    return list(out.values())
