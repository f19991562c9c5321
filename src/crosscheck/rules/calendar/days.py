"""D103 and D104: dates that the calendar refuses."""

from collections.abc import Iterator
from datetime import date, timedelta

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.rules.common import said
from crosscheck.rules.dates import moment
from crosscheck.values import Moment

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A weekday stands beside a date that falls on another one.

    Where the words give no year, the date is taken in the year that puts it within
    sixty days of the day the article speaks from; with no such year nothing is said.

    Flagged:
        - The hearing opened on Tuesday, April 3, 2024, in Darvane.

    Not flagged:
        - The hearing opened on Wednesday, April 3, 2024, in Darvane.
    """
    for claim in group.claims:
        value = moment(claim)
        if value is None or value.weekday is None or None in value.month_day or _two_sentences(claim):
            continue
        when = _dated(value, claim)
        if when is None:
            yield Refusal("unknown-as-of", (claim,))
        elif when.weekday() != value.weekday:
            yield Conflict(
                message=f"{said(claim)}: {when:%B} {when.day}, {when.year} is a {WEEKDAYS[when.weekday()]}",
                claims=((claim, "a"),),
                reasons=(f"the calendar puts {when.isoformat()} on a {WEEKDAYS[when.weekday()]}",),
                confidence=0.95 if value.stated_year else 0.85,
            )


def _two_sentences(claim: Claim) -> bool:
    """Whether a full stop parts the weekday from the date: "again on Tuesday. April 3 was"."""
    return "day. " in claim.mention.text.lower()


def _dated(value: Moment, claim: Claim) -> date | None:
    month, day = value.month_day
    year = value.stated_year
    if year is not None:
        return _day(year, month or 1, day or 1)
    today = claim.as_of.day
    if today is None:
        return None
    near = (_day(y, month or 1, day or 1) for y in (today.year - 1, today.year, today.year + 1))
    return next((d for d in near if d is not None and abs(d - today) <= timedelta(days=60)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def impossible_date(group: Group) -> Iterator[Conflict | Refusal]:
    """A date that no calendar has.

    Flagged:
        - The lease on the Darvane mill runs out on September 31, the owners said.

    Not flagged:
        - The lease on the Darvane mill runs out on September 30, the owners said.
    """
    for claim in group.claims:
        value = moment(claim)
        if value is None or value.month is None or value.day is None or _counts(claim):
            continue
        if _day(value.stated_year or 2000, value.month, value.day) is None:
            yield Conflict(
                message=f"{said(claim)} is no day of the calendar",
                claims=((claim, "a"),),
                reasons=("the month has fewer days",),
                confidence=0.97,
            )


def _counts(claim: Claim) -> bool:
    """Whether the number counts what follows: "in April 31 pilots left"."""
    word = claim.after[0] if claim.after else ""
    return len(word) > 3 and word.endswith("s") and word.isalpha()
