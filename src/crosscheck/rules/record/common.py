"""What several rules share against a facts sheet: how its word is put, and its weight."""

from collections.abc import Iterable, Sequence

from crosscheck.facts import Event, Figure, Named, Office, Quoted, Term
from crosscheck.model import Claim, Conflict, Group, Severity

MOST = 11  # claims of articles that one finding shows beside the sheet's
SURE = 0.97  # that an editor agrees where the sheet names the very thing


def against(
    group: Group,
    claims: Sequence[Claim],
    message: str,
    reasons: Iterable[str],
    suggestion: str | None = None,
    stated: Claim | None = None,
) -> Conflict:
    """An error: articles' claims (side a) against the sheet's own (side b), which stands last."""
    shown = [(claim, "a") for claim in _first_of_each(claims)[:MOST]]
    return Conflict(
        message=message,
        claims=(*shown, (stated or group.claims[-1], "b")),
        reasons=(f"the sheet holds {told(group)}", *reasons),
        confidence=SURE,
        severity=Severity.ERROR,
        suggestion=suggestion,
    )


def _first_of_each(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, the first of each article before the others, then in the order of the articles."""
    seen: set[int] = set()
    first: list[Claim] = []
    rest: list[Claim] = []
    for claim in claims:
        (rest if claim.article in seen else first).append(claim)
        seen.add(claim.article)
    return sorted([*first, *rest][:MOST], key=lambda c: c.where)


def told(group: Group) -> str:
    """What the sheet says, with file and line: "Darvane attack, 2023-10-12 (facts.toml:3)"."""
    fact = group.fact
    if isinstance(fact, Event):
        return f"{fact.name}, {fact.when.stated if fact.when else 'undated'} ({fact.where})"
    if isinstance(fact, Figure):
        until = f" as of {fact.as_of.stated}" if fact.as_of else ""
        return f"{fact.value} {fact.what}{until} ({fact.where})"
    if isinstance(fact, Named):
        return f"{fact.name} ({fact.where})"
    if isinstance(fact, Term):
        return f"{fact.holder.name}, {term(fact.office)} ({fact.office.where})"
    return f"“{fact.words}” ({fact.where})" if isinstance(fact, Quoted) else "a fact"


def term(office: Office) -> str:
    """An office with its term: "CIA director from 2021-03-19 to 2025-01-20"."""
    begin = f" from {office.start.isoformat()}" if office.start else ""
    end = f" to {office.end.isoformat()}" if office.end else ""
    return f"{office.title}{begin}{end}"
