"""Rules that look at a draft against its sources.

They take groups of kind "draft": the draft's claim, then the sources' claims that bear it
out, and the links to claims that clash with it, heaviest first.
"""

from collections.abc import Iterator
from datetime import date

from crosscheck.lexicon.words import changing
from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, said
from crosscheck.values import Quantity

LEAST_BITS = -0.5  # match weight from which a newer figure is held to be of the same fact


def outdated_figure(group: Group) -> Iterator[Conflict | Refusal]:
    """The draft gives a source's figure, and a newer source has another one.

    Only counts that move while a story runs are looked at (deaths, arrests, evacuations),
    and only where the days of both sources are known. A sentence that gives the figure
    with its day ("by March 3, 12 people had died") tells history.

    Flagged:
        - [undated] The flood in Kessim valley killed 120 people at two mills, rescuers said.
        - [2024-03-03] The flood in Kessim valley killed 120 people at two mills, rescuers said.
        - [2024-03-09] The flood in Kessim valley killed 184 people at two mills, rescuers said.

    Not flagged:
        - [undated] The flood in Kessim valley killed 184 people at two mills, rescuers said.
        - [2024-03-03] The flood in Kessim valley killed 120 people at two mills, rescuers said.
        - [2024-03-09] The flood in Kessim valley killed 184 people at two mills, rescuers said.
    """
    draft, *backing = group.claims
    old = max((c.as_of.day for c in backing if c.as_of.day), default=None)
    if old is None or not isinstance(draft.mention.value, Quantity) or not _moves(draft):
        return
    for link in group.links:
        other = link.right if link.left is draft else link.left
        new = other.as_of.day
        if other.article == draft.article or new is None or new <= old:
            continue
        if link.weight < LEAST_BITS:
            yield Refusal("thin-evidence", (draft, other))
        else:
            yield _outdated(draft, backing, other, (old, new), link.weight)
        return


def _moves(claim: Claim) -> bool:
    return not changing().isdisjoint({claim.subject, claim.predicate})


def _outdated(
    draft: Claim, backing: list[Claim], other: Claim, days: tuple[date, date], weight: float
) -> Conflict:
    return Conflict(
        message=f"{said(draft)} is the figure of {days[0]}; on {days[1]} it is {said(other)}",
        claims=((draft, "a"), *((claim, "a") for claim in backing[:5]), (other, "b")),
        reasons=(
            f"sources up to {days[0]} give the draft's figure, a later one another",
            "such counts move while a story runs",
        ),
        confidence=confidence(weight),
    )


def unsupported(group: Group) -> Iterator[Conflict]:
    """A value of the draft that no source states.

    It may be the desk's own reporting, so this is off unless selected; the tick sheet of
    `crosscheck compare` shows such values in any case.

    Flagged:
        - The harbour bridge in Norwick will cost $45 million to repair.
        - The harbour bridge in Norwick is closed to lorries until it is repaired.

    Not flagged:
        - The harbour bridge in Norwick will cost $45 million to repair.
        - Repairs of the harbour bridge in Norwick are put at $45 million.
    """
    claim, *backing = group.claims
    if not backing and not group.links:
        yield Conflict(
            message=f"no source states {said(claim)}",
            claims=((claim, "a"),),
            reasons=("no source has this value in a statement about the same thing",),
            confidence=0.5,
        )


RULES = (
    Rule("N209", "outdated-figure", outdated_figure, Severity.INFO, since="0.1", scope="C", takes=("draft",)),
    Rule(
        "M802",
        "unsupported-value",
        unsupported,
        Severity.INFO,
        since="0.1",
        scope="C",
        takes=("draft",),
        enabled=False,
    ),
)
