"""What values told with their roles leave to the match weights."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from attrs import evolve

from crosscheck.align.groups import Links
from crosscheck.model import Claim, Group, Link

Apart = Callable[[Claim, Claim], bool]


def untold(links: Links, groups: Sequence[Group], *apart: Apart) -> Links:
    """The links without the clashes that one of the groups tells already, and those of two roles.

    Each of `apart` says of two claims whether their words give them two roles.
    """
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for claim in group.claims:
            spans[claim.article].append((claim.mention.start, claim.mention.end, number))

    def told(claim: Claim) -> set[int]:
        start, end = claim.mention.start, claim.mention.end
        return {n for low, high, n in spans.get(claim.article, ()) if low < end and start < high}

    def left(link: Link) -> bool:
        one, two = link.left, link.right
        return not told(one) & told(two) and not any(roles(one, two) for roles in apart)

    return evolve(links, clashes=tuple(filter(left, links.clashes)))
