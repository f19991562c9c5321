"""The evidence that two places fill one slot of one statement: its levels."""

from collections.abc import Sequence

from crosscheck.align.levels import band, same_run
from crosscheck.align.places.apart import kinds, spelling
from crosscheck.align.places.atlas import Atlas
from crosscheck.align.places.slots import Slot
from crosscheck.align.stories import Stories
from crosscheck.model import Claim, place_of
from crosscheck.values import Place

RUNS = (1, 2, 3, 4, 6)
NEAR = (8.0, 13.0, 19.0, 27.0)
LIKE = (0.15, 0.3, 0.45, 0.65)
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around"})


def evidence(slot: Slot, atlas: Atlas, stories: Stories) -> dict[str, str]:
    """The level of every kind of evidence for a pair; the order of the two does not matter."""
    left, right = slot.left, slot.right
    story = sorted({left.article, right.article, *stories.related(left.article)})
    strangers = [c for c in (left, right) if atlas.odd(c, story)]
    before, after = same_run(left.before, right.before), same_run(left.after, right.after)
    return {
        "run": band(before + after, RUNS),
        "near": band(slot.near, NEAR),
        "cosine": band(slot.cosine, LIKE),
        "odd": f"{len(strangers)} {_backed(slot, strangers, atlas, story)}",
        "far": max((atlas.far(c, story) for c in strangers), default="none"),
        "cross": _cross(left, right, atlas),
        "sort": _sort(place_of(left), place_of(right)),
        "spelling": spelling(place_of(left), place_of(right)),
        "lead": _lead(left, right),
        "names": _names(left, right),
        "listed": atlas.listed(left, right) or "both",
        "story": band(stories.likeness(left.article, right.article), (0.12, 0.18, 0.25, 0.35)),
    }


def _backed(slot: Slot, strangers: Sequence[Claim], atlas: Atlas, story: Sequence[int]) -> str:
    """How many articles of the story name the place that is no stranger: "few", "some", "most"."""
    if len(strangers) != 1:
        return ""
    other = slot.right if strangers[0] is slot.left else slot.left
    count = sum(atlas.names(article, place_of(other)) for article in story)
    return "few" if count == 1 else "most" if 2 * count > len(story) else "some"


def _lead(left: Claim, right: Claim) -> str:
    """Whether both places are where something is, or stand behind the same word."""
    a, b = left.before[:1], right.before[:1]
    if a and b and a[0] in LOCATIVE and b[0] in LOCATIVE:
        return "place"
    return "same" if a == b else "other"


def _names(left: Claim, right: Claim) -> str:
    """How many other names the two sentences share."""
    own = {*place_of(left).key.split(), *place_of(right).key.split()}
    return ("none", "one", "several")[min(2, len((left.names & right.names) - own))]


def _cross(left: Claim, right: Claim, atlas: Atlas) -> str:
    """Whether the articles name each other's place: none, one, both."""
    one, two = atlas.names(right.article, place_of(left)), atlas.names(left.article, place_of(right))
    return ("none", "one", "both")[one + two]


def _sort(a: Place, b: Place) -> str:
    """What is known of the two: both countries, both in the gazetteer, one or both unheard of."""
    if not a.chains or not b.chains:
        return "same noun" if a.sort and a.sort == b.sort else "both new" if a.chains == b.chains else "new"
    return "country" if "c" in kinds(a.key) & kinds(b.key) else "known"
