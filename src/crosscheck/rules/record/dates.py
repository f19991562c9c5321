"""Families D and N against a facts sheet: dates, elapsed times and figures of record."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from crosscheck.facts import Event, Figure
from crosscheck.model import Claim, Conflict, Group, Refusal, Severity
from crosscheck.rules.common import related, said
from crosscheck.rules.record.common import against
from crosscheck.values import Duration, Moment, Quantity, Relation

NEXT_DAY = 1  # days: clocks of two time zones show two dates
# Weights of a date that stands beside the event's name, or beside the last word of it.
BESIDE, PARTLY = 3.0, 2.0


def _record(group: Group) -> tuple[Event, Moment]:
    if not isinstance(group.fact, Event) or group.fact.when is None:
        raise TypeError("an event of record has a date")
    return group.fact, group.fact.when


def _wrong_year(value: Moment, record: Moment) -> bool:
    """Whether only the year is another: the same day, or a year without a day."""
    mine, theirs = value.stated_year, record.floor and record.floor.year
    whole = value.month_day == (None, None) and value.month is None
    return mine is not None and mine != theirs and (whole or value.month_day == record.month_day)


def wrong_year(group: Group) -> Iterator[Conflict | Refusal]:
    """D101 against the sheet: the day of record in another year."""
    event, record = _record(group)
    value = group.claims[0].mention.value
    if not isinstance(value, Moment) or related(group.claims[0], group.claims[-1]) is not Relation.DISJOINT:
        return
    if not _wrong_year(value, record):
        return
    weight = max(link.weight for link in group.links)
    later = record.ceiling is None or (value.stated_year or 0) > record.ceiling.year
    if later and weight < PARTLY:
        yield Refusal("different-scope", group.claims[:1])  # an anniversary, perhaps
        return
    conflict = _date_conflict(group, event, record, value)
    # "The September 12, 2024, attack" may be another of that day; an earlier one would be in the name.
    unsure = later and weight < BESIDE
    yield evolve(conflict, severity=Severity.WARNING, confidence=0.6) if unsure else conflict


def wrong_day(group: Group) -> Iterator[Conflict | Refusal]:
    """D102 against the sheet: another day or month beside the event's name."""
    event, record = _record(group)
    value = group.claims[0].mention.value
    if not isinstance(value, Moment) or related(group.claims[0], group.claims[-1]) is not Relation.DISJOINT:
        return
    if _wrong_year(value, record):
        return
    year = value.stated_year
    if not any(link.weight >= BESIDE for link in group.links) or (year and not _of_years(year, record)):
        yield Refusal("different-scope", group.claims[:1])
        return
    yield _date_conflict(group, event, record, value)


def _of_years(year: int, record: Moment) -> bool:
    return (record.floor is None or record.floor.year <= year) and (
        record.ceiling is None or year <= record.ceiling.year
    )


def _date_conflict(group: Group, event: Event, record: Moment, value: Moment) -> Conflict:
    near = value.single is not None and record.single is not None
    off = abs((value.single - record.single).days) if value.single and record.single else None
    return evolve(
        against(
            group,
            group.claims[:-1],
            f"{said(group.claims[0])}: the sheet dates {event.name} to {record.stated}",
            (*group.links[0].reasons, "no day is in both dates"),
            suggestion=_written(record, value),
        ),
        severity=Severity.WARNING if near and off == NEXT_DAY else Severity.ERROR,
        confidence=0.8 if off == NEXT_DAY else 0.95,
    )


def _written(record: Moment, value: Moment) -> str:
    """The date of record in the form that the article uses: with or without its year."""
    day = record.single
    if day is None or value.month_day == (None, None):
        return str(day.year) if day else record.stated
    return f"{day:%B} {day.day}" + (f", {day.year}" if value.stated_year else "")


def elapsed_since(group: Group) -> Iterator[Conflict | Refusal]:
    """D105 against the sheet: a time said to have passed that does not lead back to the record."""
    event, record = _record(group)
    claim = group.claims[0]
    value, today = claim.mention.value, claim.counted_to
    if not isinstance(value, Duration) or today is None or record.floor is None:
        return
    band = value.back_from(today)
    begin, end = record.floor, record.floor if record.span else record.ceiling or record.floor
    if band is None or (band[0] - timedelta(1) <= end and begin <= band[1] + timedelta(1)):
        return
    if begin > today:
        yield Refusal("different-as-of", (claim,))
        return
    yield evolve(
        against(
            group,
            (claim,),
            f"{said(claim)} does not lead back to {event.name}, which the sheet dates to {record.stated}",
            (_sum(begin, today, band), *group.links[0].reasons),
        ),
        severity=Severity.ERROR if group.links[0].weight >= BESIDE else Severity.WARNING,
        confidence=0.9 if group.links[0].weight >= BESIDE else 0.75,
    )


def _sum(begin: date, today: date, band: tuple[date, date]) -> str:
    low, high = (today - band[1]).days, (today - band[0]).days
    meant = f"{low}" if low == high else f"{low} to {high}"
    return (
        f"from {begin.isoformat()} to {today.isoformat()} are {(today - begin).days} days; {meant} are meant"
    )


def wrong_figure(group: Group) -> Iterator[Conflict | Refusal]:
    """N201 against the sheet: an amount outside the figure of record and its tolerance."""
    figure = group.fact
    if not isinstance(figure, Figure):
        return
    stated = group.claims[-1]
    wrong: list[Claim] = []
    for claim in group.claims[:-1]:
        if related(claim, stated) is not Relation.DISJOINT:
            continue
        reason = _not_of_the_record(claim, stated, figure)
        if reason is None:
            wrong.append(claim)
        else:
            yield Refusal(reason, (claim,))
    if wrong:
        yield evolve(
            against(
                group,
                wrong,
                f"{said(wrong[0])}: the sheet holds {figure.value} {figure.what}",
                (*group.links[0].reasons, "the two amounts have no number in common, tolerance included"),
                suggestion=figure.value,
            ),
            confidence=0.9,
        )


def _not_of_the_record(claim: Claim, stated: Claim, figure: Figure) -> str | None:
    """Why an amount need not be the figure of record: a part, a plan, another day; None where it must."""
    if claim.modality != "asserted":
        return "plan-against-outcome"
    if claim.scope in ("part", "further"):
        return "part-of-whole"
    if figure.as_of is not None:
        today = claim.as_of.day
        if today is None:
            return "unknown-as-of"
        if not figure.as_of.admits(today):
            return "different-as-of"
    a, b = claim.mention.value, stated.mention.value
    if isinstance(a, Quantity) and isinstance(b, Quantity) and a.point and b.point and a.point < b.point:
        known = {word.lower() for name in figure.about for word in name.split()}
        if any(name not in known for name in claim.names):
            return "part-of-whole"  # smaller, and of a place or people of its own
    return None
