"""What values told with their roles leave to the match weights."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from attrs import evolve

from crosscheck.align.groups import Links
from crosscheck.model import Claim, Group


def untold(links: Links, groups: Sequence[Group], apart: Callable[[Claim, Claim], bool]) -> Links:
    """The links without the clashes that one of the groups tells already, and those of two roles.

    `apart` says of two claims whether their words give them two roles.
    """
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for claim in group.claims:
            spans[claim.article].append((claim.mention.start, claim.mention.end, number))

    def told(claim: Claim) -> set[int]:
        start, end = claim.mention.start, claim.mention.end
        return {n for low, high, n in spans.get(claim.article, ()) if low < end and start < high}

    clashes = (x for x in links.clashes if not told(x.left) & told(x.right) and not apart(x.left, x.right))
    return evolve(links, clashes=tuple(clashes))
