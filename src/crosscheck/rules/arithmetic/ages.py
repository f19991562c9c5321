"""A305: the ages of one person, against each other and against birth and death."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from attrs import frozen

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading.former import is_year, year_of
from crosscheck.rules.common import probability, said, shorten
from crosscheck.rules.numbers import age_conflict
from crosscheck.values import Age, Moment, last_day

NEWS: Final = timedelta(days=21)  # how long before an article what it tells as news may have happened
DYING: Final = frozenset("died dies dead".split())
TODAY: Final = timedelta(days=1)  # time zones


def age_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """One person's ages do not fit each other, or the days of birth and death.

    Two ages may differ by the time between the articles. Against a date of birth, who has
    not had a birthday yet is a year younger; where only the year of birth is told, both
    ages fit. An age at death is counted to the day of death, that of a former year to that year.

    Flagged:
        - [2024-04-04] Oskar Lindt, 27, of Norwick was hurt when the ferry hit the pier.
        - [2024-04-04] Oskar Lindt, 29, of Norwick was hurt when the ferry hit the pier.

    Flagged:
        - Oskar Lindt, 27, and Emil Sand, 42, both of Norwick, were hurt when the ferry hit the pier.
        - The ferry hit the pier and hurt Oskar Lindt, 42, and Emil Sand, 27, the Norwick harbour office said.

    Flagged:
        - [2024-04-04] Tova Brandt, 68, was killed on Tuesday when her barge struck a lock at Osterby.
        - [undated] Tova Brandt, a skipper, was born at Osterby on 2 November 1956.

    Flagged:
        - [2024-04-04] Tova Brandt, who was born in 1956, has died. She was 62.

    Flagged:
        - [2024-04-04] Tova Brandt, who was born in 1980, was 27 when she won the Calder cup in 2012.

    Not flagged:
        - [2024-04-04] Oskar Lindt, 27, of Norwick was hurt when the ferry hit the pier.
        - [2025-01-20] Oskar Lindt, 28, of Norwick was hurt when the ferry hit the pier.

    Not flagged:
        - [2024-04-04] Tova Brandt, 67, was killed on Tuesday when her barge struck a lock at Osterby.
        - [undated] Tova Brandt, a skipper, was born at Osterby on 2 November 1956.

    Not flagged:
        - [2024-04-04] Tova Brandt, who was born in 1956, has died. She was 67.
    """
    if group.kind == "age":
        yield from age_conflict(group)
        return
    if group.kind == "ages":
        yield _swapped(group)
        return
    births = [_Days.of(c, "birth") for c in group.claims if c.predicate in ("birth", "life")]
    if not births or not all(one.overlaps(two) for one in births for two in births):
        return
    birth = max(births, key=lambda b: (b.first, -b.last.toordinal()))
    deaths = [_Days.of(c, "death") for c in group.claims if c.predicate in ("death", "life")]
    ages = [(c, found) for c in group.claims if (found := _lived(c, birth, deaths)) is not None]
    wrong = [(c, found) for c, found in ages if not found.holds]
    if wrong:
        yield _conflict(group, birth, wrong)


def _swapped(group: Group) -> Conflict:
    """Two people whose ages one article gives the other way round."""
    (one, two), links = group.subject, group.links
    shown = [*((x.left, "a") for x in links), *((x.right, "b") for x in links)]
    shown.sort(key=lambda s: s[0].where)
    names = " and ".join(" ".join(map(str.capitalize, name.split())) for name in (one, two))
    return Conflict(
        message=f"the ages of {names} are the other way round in another article",
        claims=tuple(shown),
        reasons=("the same two full names", "the same two ages, exchanged"),
        confidence=probability(links[0].weight),
    )


@frozen(slots=True, eq=False)
class _Days:
    """The first and the last day that a claim may mean."""

    claim: Claim
    first: date
    last: date

    @classmethod
    def of(cls, claim: Claim, what: str) -> "_Days":
        """The day or year of a birth or death; of both years in one claim, the one asked for."""
        value = claim.mention.value
        if not isinstance(value, Moment) or value.floor is None:
            raise TypeError("a birth or a death needs a year")
        if claim.predicate != "life":
            ceiling = value.ceiling or value.floor
            return cls(claim, value.floor, ceiling)
        years = value.stated.split("/")
        year = int(years[0 if what == "birth" else -1][:4])
        return cls(claim, date(year, 1, 1), date(year, 12, last_day(year, 12)))

    def overlaps(self, other: "_Days") -> bool:
        """Whether the two may be one day."""
        return self.first <= other.last and other.first <= self.last


@frozen(slots=True, eq=False)
class _Lived:
    """The ages that are possible on the days at which a claim states one."""

    first: date
    last: date
    least: int
    most: int
    holds: bool


def _lived(claim: Claim, birth: _Days, deaths: Sequence[_Days]) -> _Lived | None:
    """The ages possible when a claim was made, or None where it states none or the day is unknown."""
    value = claim.mention.value
    if claim.predicate != "age" or not isinstance(value, Age):
        return None
    when = _when(claim, deaths)
    if when is None or when[0] < birth.last:
        return None
    least, most = _years(birth.last, when[0]), _years(birth.first, when[1])
    return _Lived(*when, least, most, least <= value.low <= most)


def _when(claim: Claim, deaths: Sequence[_Days]) -> tuple[date, date] | None:
    """The days on which a person had the stated age: in a year that is named, at death, or of late."""
    year = year_of(claim)
    if year is not None:
        return date(year, 1, 1), date(year, 12, 31)
    if deaths and _at_death(claim):
        first, last = max(d.first for d in deaths), min(d.last for d in deaths)
        return (first, last) if first <= last else None
    today = claim.as_of.day
    if today is None:
        return None
    if any(
        is_year(word) and int(word) < today.year for word in (claim.wording.lower if claim.wording else ())
    ):
        return None  # told of a former year
    near = [d for d in deaths if timedelta(0) <= today - d.last <= timedelta(days=120)]
    first = min([today - NEWS, *(d.first for d in near)])
    return first, today + TODAY


def _at_death(claim: Claim) -> bool:
    """Whether an age is that of who died: "died aged 88", "died at the age of 88", "dies at 88"."""
    told = claim.mention.text.lower().startswith(("age", "aged")) or claim.before[:1] == ("at",)
    return told and not DYING.isdisjoint(claim.before[:6])


def _years(born: date, when: date) -> int:
    """Completed years from one day to another."""
    return when.year - born.year - ((when.month, when.day) < (born.month, born.day))


def _conflict(group: Group, birth: _Days, wrong: Sequence[tuple[Claim, _Lived]]) -> Conflict:
    claim, lived = wrong[0]
    bad = {id(c) for c, _ in wrong}
    sides = [
        (c, "a" if id(c) in bad else "b" if c.predicate == "age" else None)
        for c in group.claims
        if c.predicate != "death" or id(c) in bad
    ]
    born = f"{birth.first.isoformat()}" if birth.first == birth.last else f"{birth.first.year}"
    ages = f"{lived.least}" if lived.least == lived.most else f"{lived.least} or {lived.most}"
    return Conflict(
        f"{said(claim)} does not fit {said(birth.claim)}: who was born then was {ages}",
        shorten(sides),
        (f"from {born} to {lived.first.isoformat()} or {lived.last.isoformat()} are {ages} whole years",),
        0.85,
    )
