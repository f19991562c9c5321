"""Families E and R against a facts sheet: spellings, offices and their terms."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve

from crosscheck.facts import Named, Office, Term
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold, surname
from crosscheck.lexicon.offices import titled
from crosscheck.model import Claim, Conflict, Group, Refusal, Severity
from crosscheck.rules.common import probability, said
from crosscheck.rules.record.common import against, term
from crosscheck.rules.status import former_and_present
from crosscheck.values import Name, Post

SPELLING_BITS = 2.0  # from here a near spelling is a slip
HANDOVER = timedelta(days=14)  # around the ends of a term, when either may be called by the office
FADED = timedelta(days=45)  # after a term, in which a report may still look back


def unlike_the_sheet(group: Group) -> Iterator[Conflict | Refusal]:
    """A name is not spelt as the facts sheet spells it.

    A spelling that the sheet lists as wrong is an error wherever it stands. A person's name
    one slip away from one on the sheet (a letter swapped, doubled, dropped or changed, the rest
    the same) is a warning, where nothing speaks for two people: another initial, another age, a
    relative, a given name of its own without a shared office. So is an organisation or place of
    several words, one long and rare word of which is a slip away. Right names and aliases are
    never flagged, whoever they are near to.

    Flagged:
        - [sheet] people = [{name = "William Marsden", misspellings = ["Willian Marsden"]}]
        - Captain Willian Marsden landed the airliner safely at Port Ellery.

    Flagged:
        - [sheet] people = [{name = "Nadia Ferreira-Kolb"}]
        - Nadia Ferreira-Klob said the harbour would stay shut until Friday.

    Not flagged:
        - [sheet] people = [{name = "William Marsden", aliases = ["Bill Marsden"]}]
        - Captain Bill Marsden and his brother Wilbur Marsden landed at Port Ellery.

    Not flagged:
        - [sheet] people = [{name = "William J. Marsden"}]
        - The court heard from William T. Marsdon, the harbour master of Port Ellery.
    """
    fact = group.fact
    if not isinstance(fact, Named):
        return
    claims = group.claims[:-1]
    weight = group.links[0].weight if group.links else 0.0
    if group.kind == "record/spelling":
        yield against(
            group,
            claims,
            f"{said(claims[0])}: the sheet spells it {fact.name}",
            group.links[0].reasons,
            suggestion=fact.name,
        )
    elif weight < SPELLING_BITS:
        yield Refusal("thin-evidence", (claims[0],))
    else:
        yield evolve(
            against(
                group,
                claims,
                f"{said(claims[0])} is nearly {fact.name}, as the sheet spells it",
                group.links[0].reasons,
                suggestion=respelt(claims[0].mention.text, fact) if fact.kind == "person" else fact.name,
            ),
            severity=Severity.WARNING,
            confidence=probability(weight),
        )


def respelt(text: str, fact: Named) -> str:
    """A name as an article writes it, with the part that differs spelt as the sheet spells it.

    >>> respelt("Willian J. Burns", Named("person", "William Joseph Burns"))
    'William J. Burns'
    """
    mine, right = text.split(), fact.name.split()
    family = surname(right[-1])
    if len(mine) < 2 or len(right) < 2:
        return right[-1] if len(mine) == 1 else fact.name
    if fold(mine[-1]) == fold(right[-1]) or surname(mine[-1]) == family:
        return " ".join([right[0], *mine[1:]])
    return " ".join([*mine[:-1], right[-1]]) if fold(mine[0]) == fold(right[0]) else fact.name


def _post(claim: Claim) -> Post:
    value = claim.mention.value
    if not isinstance(value, Name):
        raise TypeError("a post is held by a person")
    return value.posts[0]


def another_holder(group: Group) -> Iterator[Conflict | Refusal]:
    """R502 against the sheet: somebody is called by an office that the sheet gives to another then."""
    fact = group.fact
    if not isinstance(fact, Term):
        return
    wrong = []
    for claim in group.claims[:-1]:
        reason = _not_then(claim, fact.office)
        if reason is None:
            wrong.append(claim)
        else:
            yield Refusal(reason, (claim,))
    if wrong:
        day = wrong[0].as_of.day
        name = wrong[0].mention.value
        who = name.name if isinstance(name, Name) else said(wrong[0])
        yield evolve(
            against(
                group,
                wrong,
                f"{who} is called “{_post(wrong[0]).words}”: the sheet gives {fact.holder.name} that office",
                (
                    f"the article is of {day.isoformat()}" if day else "",
                    "one person holds the office at a time",
                ),
            ),
            confidence=0.9,
        )


def _not_then(claim: Claim, office: Office) -> str | None:
    """Why an article need not speak of a time within a term; None where it must."""
    day = claim.as_of.day
    if office.acting or not table("roles")[_post(claim).office].get("seat"):
        return "different-scope"
    if day is None:
        return "unknown-as-of"
    inside = (office.start is None or office.start + HANDOVER <= day) and (
        office.end is None or day <= office.end - HANDOVER
    )
    # Without any day of its own a term says nothing of when it held.
    return None if inside and (office.start or office.end) else "different-as-of"


def another_office(group: Group) -> Iterator[Conflict | Refusal]:
    """R501 against the sheet: a person of record is given another office of the same line."""
    fact = group.fact
    if not isinstance(fact, Named):
        return
    for claim in _of_articles(group, fact):
        post, day = _post(claim), claim.as_of.day
        row = table("roles")[post.office]
        line = row.get("line") if "seat" in row else None  # a senator may have been told of before
        if post.state is not None or line is None or _own(post, fact):
            continue
        held = [o for o in fact.offices if _line(o) == line]
        if not held:
            continue
        if day is None:
            yield Refusal("unknown-as-of", (claim,))
            continue
        now = [o for o in held if _well_within(o, day)]
        if not now:
            yield Refusal("different-as-of", (claim,))
            continue
        yield evolve(
            against(
                group,
                (claim,),
                f"{said(claim)}: the sheet has {fact.name} as {term(now[0])}",
                (f"the article is of {day.isoformat()}", "nobody holds both offices at one time"),
                suggestion=now[0].title,
                stated=_stated(group, fact, now[0]),
            ),
            confidence=0.9,
        )


def wrong_status(group: Group) -> Iterator[Conflict | Refusal]:
    """An office is told as present that is past on the facts sheet or in an earlier article, or the reverse.

    The articles must be dated. Against the sheet, the day must lie well within or well outside
    every term; what looks back ("the former minister" elsewhere in it, a year of the term in the
    sentence) is left alone. Across articles, where it is information only, the one that calls the
    office past must not be the later one. Offices whose title is kept for life are left alone.

    Flagged:
        - [2024-04-03] Foreign Minister Nadia Soltan of Norwick said the harbour talks would go on.
        - [2024-04-02] Former Foreign Minister Nadia Soltan of Norwick joined the harbour talks.

    Flagged:
        - [sheet] people = [{name = "Nadia Soltan", offices = [{title = "foreign minister of Norwick",
          from = "2019-05-01", to = "2022-05-01"}]}]
        - [2024-04-03] Foreign Minister Nadia Soltan said the talks in Norwick would go on.

    Not flagged:
        - [sheet] people = [{name = "Nadia Soltan", offices = [{title = "foreign minister of Norwick",
          from = "2019-05-01", to = "2022-05-01"}]}]
        - [2024-04-03] Former Foreign Minister Nadia Soltan said the talks in Norwick would go on.
    """
    fact = group.fact
    if group.kind == "career":
        yield from former_and_present(group)
    if not isinstance(fact, Named):
        return
    if group.kind == "record/life":
        yield from _dead(group, fact)
        return
    for claim in _of_articles(group, fact):
        post, day = _post(claim), claim.as_of.day
        terms = [o for o in fact.offices if _named(o) == post.office and not o.acting]
        if not terms or post.state not in (None, "past"):
            continue
        if day is None:
            yield Refusal("unknown-as-of", (claim,))
        elif post.state == "past":
            yield from _not_former(group, fact, claim, terms, day)
        else:
            yield from _not_present(group, fact, claim, terms, day)


def _dead(group: Group, fact: Named) -> Iterator[Conflict | Refusal]:
    """One who speaks in the week of an article, and is dead by the sheet."""
    claim, day = group.claims[0], group.claims[0].as_of.day
    if fact.died is None or fact.died.ceiling is None or day is None or day - fact.died.ceiling <= HANDOVER:
        return
    conflict = against(
        group,
        (claim,),
        f"{said(claim)} speaks: the sheet has {fact.name} dead since {fact.died.stated}",
        (f"the article is of {day.isoformat()}, and tells the day of the week",),
    )
    yield evolve(conflict, severity=Severity.WARNING, confidence=0.85)


def _not_former(
    group: Group, fact: Named, claim: Claim, terms: list[Office], day: date
) -> Iterator[Conflict | Refusal]:
    """“Former” of one who holds the office, and has held it in no earlier term."""
    now = [o for o in terms if _well_within(o, day)]
    if not now or any(o.end is not None and o.end < day for o in terms):
        return
    yield evolve(
        against(
            group,
            (claim,),
            f"{said(claim)} is called a former holder: the sheet has {fact.name} as {term(now[0])}",
            (f"the article is of {day.isoformat()}",),
            stated=_stated(group, fact, now[0]),
        ),
        severity=Severity.WARNING,
        confidence=0.85,
    )


def _not_present(
    group: Group, fact: Named, claim: Claim, terms: list[Office], day: date
) -> Iterator[Conflict | Refusal]:
    """The office as present of one whose every term is over or to come."""
    row = table("roles")[_post(claim).office]
    if any(o.holds(day) for o in terms) or "kept" in row or not all(o.start or o.end for o in terms):
        return
    near = [o for o in terms if _ends_near(o, day)]
    looks_back = any(c is not claim and _post(c).state == "past" for c in _of_articles(group, fact))
    if near or looks_back or _dated_then(claim, terms):
        yield Refusal("different-as-of", (claim,))
        return
    last = max(terms, key=lambda o: o.end or date.max)
    yield evolve(
        against(
            group,
            (claim,),
            f"{said(claim)}: the sheet has {fact.name} as {term(last)}",
            (f"the article is of {day.isoformat()}", "the term does not cover that day"),
            stated=_stated(group, fact, last),
        ),
        severity=Severity.WARNING,
        confidence=0.75,
    )


def _dated_then(claim: Claim, terms: list[Office]) -> bool:
    """Whether the sentence itself speaks of another time: a year of the term stands in it."""
    years = {int(word) for word in (*claim.before, *claim.after, *claim.context) if _is_year(word)}
    return any(
        (o.start is None or o.start.year <= year) and (o.end is None or year <= o.end.year)
        for o in terms
        for year in years
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isascii() and word.isdigit()


def _of_articles(group: Group, fact: Named) -> tuple[Claim, ...]:
    return group.claims[: len(group.claims) - len(fact.offices)]


def _stated(group: Group, fact: Named, office: Office) -> Claim:
    """The sheet's claim of one office."""
    first = len(group.claims) - len(fact.offices)
    return group.claims[first + next(i for i, o in enumerate(fact.offices) if o is office)]


def _well_within(office: Office, day: date) -> bool:
    """Whether a day lies in a term, and not around its ends; a term without days covers none."""
    if office.start is None and office.end is None:
        return False
    return (office.start is None or office.start + HANDOVER <= day) and (
        office.end is None or day <= office.end - HANDOVER
    )


def _ends_near(office: Office, day: date) -> bool:
    return (office.end is not None and timedelta(0) <= day - office.end <= FADED) or (
        office.start is not None and timedelta(0) <= office.start - day <= FADED
    )


def _own(post: Post, fact: Named) -> bool:
    """Whether a post is one that the sheet gives the person at any time."""
    return any(_named(o) == post.office for o in fact.offices)


def _named(office: Office) -> str:
    return titled(office.title).office


def _line(office: Office) -> str | None:
    name = _named(office)
    return table("roles")[name].get("line") if name else None
