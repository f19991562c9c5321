"""Wrong spellings that a sheet lists, and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crosscheck.facts import Named
from crosscheck.held import Held, Sighting
from crosscheck.model import Claim, Group, Link


def spelling_groups(held: Held, sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each listed wrong spelling of a name, with every place where it stands.

    Words that are one name's wrong and another name's right spelling are left alone.
    """
    at: dict[tuple[int, int], list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if isinstance(sighting.fact, Named):
            at[sighting.claim.article, sighting.claim.mention.start].append(sighting)
    found: dict[tuple[Named, str], list[Claim]] = defaultdict(list)
    for some in at.values():
        wrong = [s for s in some if s.role == "wrong"]
        if len({s.fact for s in some}) == 1 and len(wrong) == len(some) and isinstance(wrong[0].fact, Named):
            found[wrong[0].fact, wrong[0].claim.mention.text].append(wrong[0].claim)
    for (fact, words), claims in found.items():
        stated = held.stated[fact, "name"]
        links = tuple(Link(c, stated, 9.0, (f"the sheet lists “{words}” as a misspelling",)) for c in claims)
        yield Group("record/spelling", (*claims, stated), links, fact)
