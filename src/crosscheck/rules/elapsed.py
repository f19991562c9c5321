"""Family D, continued: elapsed times against the dates they count from."""

from collections.abc import Iterator
from datetime import date

from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Severity
from crosscheck.rules.calendar.reckoning import reckoned
from crosscheck.rules.common import probability, said, shorten
from crosscheck.rules.record.dates import elapsed_since
from crosscheck.values import Duration, Moment, in_another_year

YEAR_BITS = 6.0
START_BITS = 7.0
PAST = 0.75


def _band(claim: Claim) -> tuple[date, date]:
    value, today = claim.mention.value, claim.counted_to
    if not isinstance(value, Duration) or today is None:
        raise TypeError("an elapsed time needs a length and the day it counts to")
    band = value.back_from(today)
    if band is None:
        raise ValueError("an elapsed time of more than a century links no dates")
    return band


def _day(link: Link) -> date | None:
    """The day that a date names with its year; None of a month, or without a year."""
    value = link.left.mention.value
    return value.single if isinstance(value, Moment) else None


def _other(link: Link) -> date | None:
    """The same day of another year that fits the time elapsed, or None."""
    day = _day(link)
    return None if day is None else in_another_year(day, *_band(link.right))


def _sum(link: Link, other: date | None) -> tuple[str, ...]:
    """The sum in words: how many days lie between, how many are said, which day would fit."""
    today, day = link.right.counted_to or date.min, _day(link)
    low, high = _band(link.right)
    said_low, said_high = (today - high).days, (today - low).days
    span = f"{said_low}" if said_low == said_high else f"{said_low} to {said_high}"
    lines = [f"{said(link.right)} is said on {today.isoformat()} ({link.right.as_of.source})"]
    if day is None:
        lines.append(f"{span} days are meant: from {low.isoformat()} to {high.isoformat()}")
    else:
        lines.append(
            f"from {day.isoformat()} to {today.isoformat()} are {(today - day).days} days; {span} are meant"
        )
    if other is not None:
        lines.append(f"from {other.isoformat()} to {today.isoformat()} are {(today - other).days} days")
    return tuple(lines)


def _conflict(group: Group, link: Link, message: str, other: date | None, least: float) -> Conflict:
    claims: list[tuple[Claim, str | None]] = []
    contrary = {id(x.right) for x in group.links if x.weight >= least}
    weak = {id(x.right) for x in group.links} - contrary
    for claim in group.claims:
        if id(claim) in weak:
            continue
        value = claim.mention.value
        if id(claim) in contrary:
            claims.append((claim, "b"))
        elif isinstance(value, Moment):
            same = claim is link.left or (value.single is not None and value.single == _day(link))
            claims.append((claim, "a" if same else None))
    return Conflict(
        message=message,
        claims=shorten(claims),
        reasons=_sum(link, other) + link.reasons,
        confidence=probability(link.weight),
        suggestion=f"{other:%B} {other.day}, {other.year}" if other else None,
    )


def year_by_elapsed(group: Group) -> Iterator[Conflict | Refusal]:
    """The part of D101 that needs a sum: the year does not fit the time that has passed since."""
    for link in group.links:
        other = _other(link)
        if other is None:
            continue
        if link.weight < YEAR_BITS:
            yield Refusal("thin-evidence", (link.left, link.right))
        else:
            message = f"{said(link.left)} does not fit {said(link.right)}; {other.isoformat()} would"
            yield _conflict(group, link, message, other, YEAR_BITS)
        return


def _of_years(group: Group) -> Conflict:
    """A time counted back in years or months that does not lead to the date another article gives."""
    counted, dated = group.claims
    return Conflict(
        f"“{counted.mention.text} ago” does not lead to {said(dated)}",
        ((counted, "a"), (dated, "b")),
        group.links[0].reasons,
        PAST,
        severity=Severity.WARNING,
    )


def elapsed_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """The time said to have passed since an event does not fit the event's stated date.

    Flagged:
        - [2024-03-20] Forty-seven days after the Kessim quake, rescuers in Kessim have stopped
          digging. The Kessim quake now counts as the worst in a century.
        - [2024-03-21] The Kessim quake struck on January 12, 2024, and flattened Kessim.

    Not flagged:
        - [2024-03-20] Forty-seven days after the Kessim quake, rescuers in Kessim have stopped
          digging. The Kessim quake now counts as the worst in a century.
        - [2024-03-21] The Kessim quake struck on February 2, 2024, and flattened Kessim.

    Years that have passed since something long ago must lead to the date that another article
    gives for it; what is told must be the same by its names, figures and rare words.

    Flagged:
        - [2024-03-20] Nine years ago the tug Brindle Maid was raised from Kessim harbour.
        - [2024-03-21] The Brindle Maid, raised from Kessim harbour in 2019, is to sail again.

    Not flagged:
        - [2024-03-20] Five years ago the tug Brindle Maid was raised from Kessim harbour.
        - [2024-03-21] The Brindle Maid, raised from Kessim harbour in 2019, is to sail again.

    Within one article, a time that has passed must lead to the day or year beside it; one
    unit more or less is not spoken of.

    Flagged:
        - [2024-03-20] The pit at Kessim closed in 2014, five years ago. Its tower still stands.

    Flagged:
        - [2024-03-20] The Kessim choir, founded in 1974, celebrates its 60th anniversary in May.

    Not flagged:
        - [2024-03-20] The pit at Kessim closed in 2014, ten years ago. Its tower still stands.

    Not flagged:
        - [2024-03-20] The Kessim choir, founded in 1974, celebrates its 50th anniversary in May.
    """
    if group.kind == "article":
        yield from reckoned(group)
        return
    if group.kind == "past":
        yield _of_years(group)
        return
    if group.fact is not None:
        yield from elapsed_since(group)
        return
    for link in group.links:
        if _other(link) is not None:
            continue
        if link.weight < START_BITS or not link.right.subject:
            yield Refusal("thin-evidence", (link.left, link.right))
        else:
            yield _conflict(
                group, link, f"{said(link.left)} does not fit {said(link.right)}", None, START_BITS
            )
        return
