"""The part of A303 and A304 across articles: a percentage here, the figures that it follows from there."""

from collections.abc import Iterator
from typing import Final

from crosscheck.model import Conflict, Group, Severity
from crosscheck.reading import Figure
from crosscheck.reading.bands import HUNDRED, Band, shown, told
from crosscheck.reading.passages import kind
from crosscheck.reading.ratios import follows
from crosscheck.rules.common import said
from crosscheck.values.relations import EXACT

SURE: Final = 0.85  # where a slip of reckoning explains the other percentage
LIKELY: Final = 0.75
SLIPS: Final = {
    "base": "{stated} is what the difference is of the newer figure",
    "multiple": "{stated} is what the newer figure is of the older one",
    "excess": "{stated} is what is above that",
    "count": "{part} is the count, not a percentage",
}


def elsewhere(group: Group) -> Iterator[Conflict]:
    """What two figures of one article make of a percentage of another."""
    stated, part, whole = group.claims[:3]
    ends = Figure(part, kind(part) or ""), Figure(whole, kind(whole) or "")
    ratio = follows(group.kind, *ends)
    if ratio is None:
        return
    between = f"from {said(whole)} to {said(part)}"
    of = {"share": f"{said(part)} of {said(whole)}", "level": f"{said(part)} with room for {said(whole)}"}
    what = {"share": "the share", "level": "the level", "change": "the change"}[group.kind]
    slips = [SLIPS[name].format(stated=said(stated), part=said(part)) for name in group.subject]
    yield Conflict(
        f"{said(stated)} is not {what} that another article's figures give, {of.get(group.kind, between)}",
        ((stated, "a"), (part, "b"), (whole, "b"), *((claim, "b") for claim in group.claims[3:11])),
        (_sum(group.kind, ends, ratio.value), *slips, *group.links[0].reasons),
        SURE if group.subject else LIKELY,
        severity=Severity.WARNING,
    )


def _sum(of: str, ends: tuple[Figure, Figure], value: Band) -> str:
    """The sum that shows what follows from two figures."""
    part, whole = map(shown, ends)
    per_cent = told(Band(*(EXACT.multiply(end, HUNDRED) for end in (value.low, value.high))))
    return f"{f'from {whole} to {part}' if of == 'change' else f'{part} of {whole}'} is {per_cent} per cent"
