"""Family D: dates that cannot both be true, or that the calendar refuses."""

from collections.abc import Iterator

from attrs import evolve

from crosscheck.lexicon import table
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides, torn
from crosscheck.rules.elapsed import elapsed_mismatch, year_by_elapsed
from crosscheck.rules.offsets import set_apart
from crosscheck.rules.record.dates import wrong_day, wrong_year
from crosscheck.rules.repeated import told_again
from crosscheck.rules.scopes import (
    another,
    in_turn,
    other_clock,
    other_land,
    other_polarity,
    other_stage,
    own_year,
    remembered,
    twins,
)
from crosscheck.values import Moment, Relation

FLAG_BITS = -0.1  # match weight from which a clash is flagged
YEAR_BITS = 0.5  # the same for years alone, of which a story's background names many
YEAR_DIGITS = 4
LISTED = 3  # years in one sentence that make a list
WEEK = 6  # days between the first and the last of seven
SAYING = frozenset(table("modality")["saying"]["words"]) | frozenset(table("modality")["naming"]["words"])
WEEKDAY_BITS = 1.4  # the same for weekdays, of which a story names many
SCOPES = (other_stage, another, twins, in_turn, other_land, other_polarity, set_apart)
SURE_BITS = 3.0  # from here on a year without a day is as good as a day


def moment(claim: Claim) -> Moment | None:
    """The claim's value where it is a day or period."""
    value = claim.mention.value
    return value if isinstance(value, Moment) else None


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

    Within one article a sentence that is told twice must give one year.

    Flagged:
        - Gunmen overran the Darvane garrison on October 12, 2023, and took 68 soldiers. Caption: Gunmen
          overran the Darvane garrison on October 12, 2022, and took 68 soldiers.

    A facts sheet decides by itself: an event named as it is on the sheet, beside its date or in
    one sentence with it.

    Flagged:
        - [sheet] events = [{name = "Darvane attack", date = "2023-10-12", aliases = ["attack on Darvane"]}]
        - The front has fought the army since its attack on Darvane on October 12, 2022.

    Not flagged:
        - [2024-04-03] Nearly six months into the war in Darvane, the Orlan Front still holds the
          valley. It began with the Oct. 12 attack on Darvane.
        - [2024-04-05] The Orlan Front has fought the army since its attack on Darvane on
          October 12, 2023.
    """
    if group.kind == "event":
        yield from year_by_elapsed(group)
        return
    if group.fact is not None:
        yield from wrong_year(group)
        return
    if group.kind == "article":
        found = [link for link, a, b in _of(group) if _same_day_other_year(a, b)]
        yield from told_again(found, "are different years for one event")
        return
    for link, a, b in _of(group):
        if _same_day_other_year(a, b):
            if link.weight < (FLAG_BITS if a.month_day[0] is not None else YEAR_BITS):
                yield Refusal("thin-evidence", (link.left, link.right))
            elif torn(group, link) or _of_two(link) or _listed(link.left) or _listed(link.right):
                yield Refusal("different-scope", (link.left, link.right))
            elif own_year(link.left, link.right) or remembered(link.left, link.right):
                yield Refusal("different-as-of", (link.left, link.right))
            else:
                sure = None not in a.month_day or link.weight >= SURE_BITS
                yield _conflict(group, link, "different years", None if sure else Severity.WARNING)
            return


def _two_events(group: Group, link: Link) -> bool:
    """Whether two days are those of two events, or of one told by two clocks."""
    return torn(group, link) or _of_two(link) or other_clock(link.left, link.right)


def _listed(claim: Claim) -> bool:
    """Whether a year stands in a list of them: "the store was built in 1931, the jetty in 1938, ..."."""
    words = claim.wording.lower if claim.wording else ()
    return sum(len(word) == YEAR_DIGITS and word.isdecimal() for word in words) >= LISTED


def _of_two(link: Link) -> bool:
    """Whether two dates are of two things or of two stages of one."""
    return any(differ(link.left, link.right) for differ in SCOPES)


def _same_day_other_year(a: Moment, b: Moment) -> bool:
    x, y = a.stated_year, b.stated_year
    return x is not None and y is not None and x != y and a.month_day == b.month_day


def day_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles date one event to different days or months.

    Flagged:
        - The Orrin Bridge will close to lorries on March 14 for repairs to its deck.
        - The Orrin Bridge will close to lorries on March 24 for repairs to its deck.

    Not flagged:
        - The Orrin Bridge will close to lorries on March 14 for repairs to its deck.
        - The Orrin Bridge will close to lorries in mid-March for repairs to its deck.

    Within one article a sentence that is told twice must give one date.

    Flagged:
        - The Orrin Bridge will close to lorries on March 14 for repairs to its deck. Caption: The Orrin
          Bridge will close to lorries on March 24 for repairs to its deck.

    Neither are two stages of one thing, each with its day.

    Not flagged:
        - The Norwick Jazz Festival opens on July 5 with a concert on the harbour stage.
        - The Norwick Jazz Festival closes on July 14 with a concert on the harbour stage.
    """
    if group.fact is not None:
        yield from wrong_day(group)
        return
    if group.kind == "article":
        dates = ((link, a, b) for link, a, b in _of(group) if not _relative(link))
        found = [link for link, a, b in dates if not _same_day_other_year(a, b)]
        yield from told_again(found, "are different dates for one event")
        return
    refused = False
    for link, a, b in _of(group):
        if _same_day_other_year(a, b) or a.relative or b.relative:
            continue
        if link.weight < FLAG_BITS:
            yield Refusal("thin-evidence", (link.left, link.right))
        elif _two_events(group, link):
            yield Refusal("different-scope", (link.left, link.right))
            refused = True
        else:
            about = _about(group, link) if refused else _not_common(group, link)
            yield _conflict(about, link, "different dates")
            return


def _about(group: Group, link: Link) -> Group:
    """The claims of a group that can be true with an end of a link: of a group that tells of two events."""
    ends = (link.left, link.right)
    agree = (Relation.EQUAL, Relation.COMPATIBLE)
    return evolve(group, claims=tuple(c for c in group.claims if any(related(c, e) in agree for e in ends)))


def _not_common(group: Group, link: Link) -> Group:
    """A group without the dates that both articles of a link state: these are of another event."""
    both = {link.left.article, link.right.article}
    of: dict[int, set[int]] = {
        id(c): {o.article for o in group.claims if related(c, o) is Relation.EQUAL} | {c.article}
        for c in group.claims
    }
    kept = (c for c in group.claims if c in (link.left, link.right) or not both <= of[id(c)])
    return evolve(group, claims=tuple(kept))


def relative_date_clash(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles place one event on different days, by weekdays or words like 'yesterday'.

    Both articles must be dated, else the comparison is declined. Within one article a
    sentence (a caption, say) that is told twice must name one weekday.

    Flagged:
        - The mayor of Ostrava Hills resigned on Tuesday over the waterworks contract.
        - The mayor of Ostrava Hills resigned on Thursday over the waterworks contract.

    Not flagged:
        - The mayor of Ostrava Hills resigned on Tuesday over the waterworks contract.
        - The mayor of Ostrava Hills resigned this week over the waterworks contract.

    Flagged:
        - Divers are looking for two men whose boat sank off Cape Orrin in the storm on Friday night, the
          coast guard said. Caption: Divers are looking for two men whose boat sank off Cape Orrin in the
          storm on Thursday night.
    """
    if group.kind == "article":
        found = [link for link in group.links if _relative(link)]
        yield from told_again(found, "are different days for one event")
        return
    for link, a, b in _of(group):
        if not (a.relative or b.relative) or not (_names_a_day(a) and _names_a_day(b)):
            continue
        if link.left.as_of.day is None or link.right.as_of.day is None:
            yield Refusal("unknown-as-of", (link.left, link.right))
        elif link.weight < WEEKDAY_BITS:
            yield Refusal("thin-evidence", (link.left, link.right))
        elif _weeks_apart(a, b):
            yield Refusal("different-as-of", (link.left, link.right))
        elif _of_saying(link.left) is not _of_saying(link.right):
            yield Refusal("different-scope", (link.left, link.right))
        else:
            yield _conflict(group, link, "different days")
        return


def _relative(link: Link) -> bool:
    """Whether a day is told from the day of its article: a weekday, "yesterday"."""
    return any(day is not None and day.relative for day in (moment(link.left), moment(link.right)))


def _weeks_apart(a: Moment, b: Moment) -> bool:
    """Whether two weekdays, each told from the day of its article, are not of one week."""
    return a.earliest is not None and b.earliest is not None and abs((a.earliest - b.earliest).days) > WEEK


def _of_saying(claim: Claim) -> bool:
    """Whether a day is the one on which something was said: "the ministry said (on) Wednesday"."""
    before = [word for word in claim.before[:2] if word != "on"]
    return bool(before) and before[0] in SAYING


def _names_a_day(value: Moment) -> bool:
    return value.weekday is not None or value.single is not None or value.month_day[1] is not None


RULES = (
    Rule(
        "D101",
        "year-conflict",
        year_conflict,
        Severity.ERROR,
        since="0.1",
        scope="XWS",
        takes=("date", "event", "article", "record/date"),
    ),
    Rule(
        "D102",
        "day-conflict",
        day_conflict,
        Severity.WARNING,
        since="0.1",
        scope="XWS",
        takes=("date", "article", "record/date"),
    ),
    Rule(
        "D105",
        "elapsed-mismatch",
        elapsed_mismatch,
        Severity.WARNING,
        since="0.1",
        scope="XWS",
        takes=("event", "past", "article", "record/elapsed"),
    ),
    Rule(
        "D108", "relative-date-clash", relative_date_clash, Severity.WARNING, "0.1", "XW", ("date", "article")
    ),
)
