"""Posts that articles give to people of record, and people whom they call by an office of record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.align.forms import name_of
from crosscheck.align.record.people import People
from crosscheck.align.record.seats import posted, same_seat, seat
from crosscheck.facts import Fact, Named, Term
from crosscheck.held import Held
from crosscheck.lexicon.naming import fold, surname
from crosscheck.model import Claim, Group
from crosscheck.values import Name


def office_groups(held: Held, claims: Sequence[Claim]) -> Iterator[Group]:
    """Groups of kind "record/career" and "record/holder"; each claim in them gives one post.

    A career group has every mention of one person of record with a post, then the sheet's
    claims of that person's offices, in their order. A holder group has those who are called by
    an office of record and are another person, then the sheet's claim of who holds it: of
    several holders the one in office on the day of the article.
    """
    seats = _seats(held.facts)
    if not seats:
        return
    people = People(held.facts)
    careers: dict[Named, list[Claim]] = defaultdict(list)
    rivals: dict[tuple[Term, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind != "person" or not (name := name_of(claim)).posts:
            continue
        known = people.known(name)
        if len(known) == 1 and known[0].offices:
            careers[known[0]].extend(posted(claim, p) for p in name.posts if p.office != "kin")
        elif not known and not _alike(people, name):
            for post in name.posts:
                terms = [t for t in seats.get(post.office, ()) if same_seat(post, seat(t.office))]
                if terms and post.state is None:
                    rivals[_of_day(terms, claim), _key(name)].append(posted(claim, post))
    for fact, own in careers.items():
        stated = tuple(held.stated[office, "title"] for office in fact.offices)
        yield Group("record/career", (*own, *stated), (), fact)
    for (term, _), own in rivals.items():
        yield Group("record/holder", (*own, held.stated[term.office, "title"]), (), term)


def _seats(facts: Iterable[Fact]) -> dict[str, list[Term]]:
    """The terms of a sheet by the canonical name of their office."""
    seats: dict[str, list[Term]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Named):
            for office in fact.offices:
                seats[seat(office).office].append(Term(fact, office))
    seats.pop("", None)
    return seats


def _of_day(terms: Sequence[Term], claim: Claim) -> Term:
    """The term that covers the day of an article, else the first."""
    day = claim.as_of.day
    return next((t for t in terms if day is not None and t.office.holds(day)), terms[0])


def _key(name: Name) -> str:
    return f"{fold(name.given[0]) if name.given else ''} {surname(name.family or '')}"


def _alike(people: People, name: Name) -> bool:
    """Whether a name may be one of record after all: nearly spelt so, or its surname alone."""
    return surname(name.family or "") in people.families or any(True for _ in people.near(name))
