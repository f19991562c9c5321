"""Family D: dates that cannot both be true, or that the calendar refuses."""

from collections.abc import Iterator
from datetime import date, timedelta

from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides, torn
from crosscheck.rules.elapsed import elapsed_mismatch, year_by_elapsed
from crosscheck.values import Moment, Relation

FLAG_BITS = -0.5  # match weight from which a clash is flagged; lighter ones are declined
SURE_BITS = 3.0  # from here on a year without a day is as good as a day
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def moment(claim: Claim) -> Moment | None:
    """The claim's value where it is a day or period."""
    value = claim.mention.value
    return value if isinstance(value, Moment) else None


def stated_year(value: Moment) -> int | None:
    """The year that the words themselves give."""
    head = value.stated.lstrip("[~-")[:4]
    return int(head) if head.isdigit() else None


def _of(group: Group) -> Iterator[tuple[Link, Moment, Moment]]:
    """The clashing links between two dates, heaviest first."""
    for link in sorted(group.links, key=lambda x: -x.weight):
        a, b = moment(link.left), moment(link.right)
        if a and b and related(link.left, link.right) is Relation.DISJOINT:
            yield link, a, b


def _conflict(group: Group, link: Link, what: str, severity: Severity | None = None) -> Conflict:
    return Conflict(
        message=f"{said(link.left)} and {said(link.right)} are {what} for one event",
        claims=shorten(sides(group.claims)),
        reasons=link.reasons,
        confidence=confidence(link.weight),
        severity=severity,
    )


def year_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles date one event to the same day of different years.

    Only years that the words give count: a year that was inferred from the day an
    article appeared never makes a conflict by itself.

    Flagged:
        - Gunmen overran the Darvane garrison on October 12, 2022, and took 68 soldiers.
        - Gunmen overran the Darvane garrison on October 12, 2023, and took 68 soldiers.

    No other article need state a year: "nearly six months into the war", said on a known
    day, excludes a start eighteen months ago where the same day of another year fits.

    Flagged:
        - [2024-04-03] Nearly six months into the war in Darvane, the Orlan Front still holds the
          valley. It began with the Oct. 12 attack on Darvane.
        - [2024-04-05] The Orlan Front has fought the army since its attack on Darvane on
          October 12, 2022.

    Not flagged:
        - Gunmen overran the Darvane garrison on October 12, 2023, and took 68 soldiers.
        - Gunmen overran the Darvane garrison on Oct. 12, and took 68 soldiers.

    Not flagged:
        - [2024-04-03] Nearly six months into the war in Darvane, the Orlan Front still holds the
          valley. It began with the Oct. 12 attack on Darvane.
        - [2024-04-05] The Orlan Front has fought the army since its attack on Darvane on
          October 12, 2023.
    """
    if group.kind == "event":
        yield from year_by_elapsed(group)
        return
    for link, a, b in _of(group):
        if _same_day_other_year(a, b):
            if link.weight < FLAG_BITS:
                yield Refusal("thin-evidence", (link.left, link.right))
            elif torn(group, link):
                yield Refusal("different-scope", (link.left, link.right))
            else:
                sure = None not in a.month_day or link.weight >= SURE_BITS
                yield _conflict(group, link, "different years", None if sure else Severity.WARNING)
            return


def _same_day_other_year(a: Moment, b: Moment) -> bool:
    x, y = stated_year(a), stated_year(b)
    return x is not None and y is not None and x != y and a.month_day == b.month_day


def day_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles date one event to different days or months.

    Flagged:
        - The Orrin Bridge will close to lorries on March 14 for repairs to its deck.
        - The Orrin Bridge will close to lorries on March 24 for repairs to its deck.

    Not flagged:
        - The Orrin Bridge will close to lorries on March 14 for repairs to its deck.
        - The Orrin Bridge will close to lorries in mid-March for repairs to its deck.
    """
    for link, a, b in _of(group):
        if _same_day_other_year(a, b) or a.relative or b.relative:
            continue
        if link.weight < FLAG_BITS:
            yield Refusal("thin-evidence", (link.left, link.right))
        elif torn(group, link):
            yield Refusal("different-scope", (link.left, link.right))
        else:
            yield _conflict(group, link, "different dates")
        return


def relative_date_clash(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles place one event on different days, by weekdays or words like 'yesterday'.

    Both articles must be dated, else the comparison is declined.

    Flagged:
        - The mayor of Ostrava Hills resigned on Tuesday over the waterworks contract.
        - The mayor of Ostrava Hills resigned on Thursday over the waterworks contract.

    Not flagged:
        - The mayor of Ostrava Hills resigned on Tuesday over the waterworks contract.
        - The mayor of Ostrava Hills resigned this week over the waterworks contract.
    """
    for link, a, b in _of(group):
        if not (a.relative or b.relative) or not (_names_a_day(a) and _names_a_day(b)):
            continue
        if link.left.as_of.day is None or link.right.as_of.day is None:
            yield Refusal("unknown-as-of", (link.left, link.right))
        elif link.weight < FLAG_BITS:
            yield Refusal("thin-evidence", (link.left, link.right))
        else:
            yield _conflict(group, link, "different days")
        return


def _names_a_day(value: Moment) -> bool:
    return value.weekday is not None or value.single is not None or value.month_day[1] is not None


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
        if value is None or value.weekday is None or None in value.month_day:
            continue
        when = _dated(value, claim)
        if when is None:
            yield Refusal("unknown-as-of", (claim,))
        elif when.weekday() != value.weekday:
            yield Conflict(
                message=f"{said(claim)}: {when:%B} {when.day}, {when.year} is a {WEEKDAYS[when.weekday()]}",
                claims=((claim, "a"),),
                reasons=(f"the calendar puts {when.isoformat()} on a {WEEKDAYS[when.weekday()]}",),
                confidence=0.95 if stated_year(value) else 0.85,
            )


def _dated(value: Moment, claim: Claim) -> date | None:
    month, day = value.month_day
    year = stated_year(value)
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
        if value is None or value.month is None or value.day is None:
            continue
        if _day(stated_year(value) or 2000, value.month, value.day) is None:
            yield Conflict(
                message=f"{said(claim)} is no day of the calendar",
                claims=((claim, "a"),),
                reasons=("the month has fewer days",),
                confidence=0.97,
            )


RULES = (
    Rule("D101", "year-conflict", year_conflict, Severity.ERROR, since="0.1", takes=("date", "event")),
    Rule("D102", "day-conflict", day_conflict, Severity.WARNING, since="0.1", takes=("date",)),
    Rule(
        "D103",
        "weekday-mismatch",
        weekday_mismatch,
        Severity.ERROR,
        since="0.1",
        scope="W",
        takes=("article",),
    ),
    Rule(
        "D104", "impossible-date", impossible_date, Severity.ERROR, since="0.1", scope="W", takes=("article",)
    ),
    Rule("D105", "elapsed-mismatch", elapsed_mismatch, Severity.WARNING, since="0.1", takes=("event",)),
    Rule("D108", "relative-date-clash", relative_date_clash, Severity.WARNING, since="0.1", takes=("date",)),
)
