"""Which claims of articles are about a fact of record: one module a kind of fact.

Each gives groups whose last claim is the sheet's own, and whose `fact` is the entry.
Everything is found over indexes of the facts or over the words seen in the text, so that
the work grows with the articles and the sheet, never with their product.
"""

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.align.record.events import date_groups, elapsed_groups
from crosscheck.align.record.figures import figure_groups
from crosscheck.align.record.lives import life_groups
from crosscheck.align.record.offices import office_groups
from crosscheck.align.record.people import name_groups
from crosscheck.align.record.spellings import near_groups, spelling_groups
from crosscheck.held import Held, Sighting
from crosscheck.model import Claim, Group

__all__ = ["record_groups"]


def record_groups(
    held: Held,
    claims: Sequence[Claim],
    elapsed: Iterable[Claim],
    sightings: Sequence[Sighting],
    texts: Sequence[str],
) -> Iterator[Group]:
    """The groups of a run: `claims` in canonical order, `texts` those of the articles by number."""
    yield from date_groups(held, claims, sightings, texts)
    yield from elapsed_groups(held, elapsed, sightings)
    yield from figure_groups(held, claims, sightings)
    yield from spelling_groups(held, sightings)
    yield from name_groups(held, claims, sightings)
    yield from near_groups(held, claims, sightings)
    yield from office_groups(held, claims)
    yield from life_groups(held, claims)
