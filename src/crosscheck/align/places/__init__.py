"""Which mentions of places fill one slot of one statement with two places, weighed like records.

Two mentions are a candidate pair (`slots`) where their articles tell one story, the words around
them are alike, and neither place can contain the other (`apart`). What tells a slip from two
events is how alike the words are, and whether one of the two places is a stranger to the story
(`atlas`): named once, by nobody else, in a country that nobody else names. Sentences of
different `days` tell of two events. Each kind of
`evidence` has a level, each level a weight in bits (`lexicon/match_places.toml`, fitted by
`benchmarks/fit_places.py`). Without a candidate pair, a place can still be `mistaken`.
"""

from collections.abc import Sequence

from crosscheck.align.joining import components
from crosscheck.align.levels import weigh
from crosscheck.align.places.atlas import Atlas
from crosscheck.align.places.days import Days
from crosscheck.align.places.evidence import evidence
from crosscheck.align.places.mistaken import confused, misplaced
from crosscheck.align.places.single import single_places
from crosscheck.align.places.slots import Slot, slots
from crosscheck.align.stories import Stories
from crosscheck.model import Claim, Group, Link

LEAST_BITS = -2.0


def place_groups(claims: Sequence[Claim], stories: Stories) -> list[Group]:
    """Groups of kind "slot": one slot of one statement filled with two places.

    Takes claims of any kind in canonical order.
    """
    atlas = Atlas(claims)
    days = Days(claims)
    links = [
        link
        for slot in slots(claims, stories)
        if atlas.listed(slot.left, slot.right) not in (None, "list")
        and not days.apart(slot.left, slot.right)
        and (link := _link(slot, atlas, stories)) is not None
    ]
    links.extend(confused(claims, stories))
    links.extend(misplaced(claims, stories))
    links.extend(single_places(claims, stories))
    return [_group(some) for some in components((id(x.left), id(x.right), x) for x in links)]


def _link(slot: Slot, atlas: Atlas, stories: Stories) -> Link | None:
    weight, parts = weigh("match_places", "bits", evidence(slot, atlas, stories))
    if weight < LEAST_BITS:
        return None
    reasons = tuple(f"{kind}: {level} ({bits:+.1f})" for kind, level, bits in parts if abs(bits) >= 0.5)
    return Link(slot.left, slot.right, weight, reasons)


def _group(links: Sequence[Link]) -> Group:
    members = {id(c): c for x in links for c in (x.left, x.right)}
    ordered = sorted(members.values(), key=lambda c: c.where)
    return Group("slot", tuple(ordered), tuple(sorted(links, key=lambda x: -x.weight)))
