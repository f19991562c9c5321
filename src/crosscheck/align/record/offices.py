"""Posts that articles give to people of record, and people whom they call by an office of record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from crosscheck.align.record.people import RARE_BITS, People, people_of
from crosscheck.align.record.seats import only, posted, same_seat, seat
from crosscheck.facts import Fact, Named, Term
from crosscheck.held import Held
from crosscheck.lexicon.naming import fold, surname
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Group, name_of
from crosscheck.values import Name, Post

BEGINNING = 4  # letters that a country and its adjective share
REACH = 40  # code points between a name and its post
MOST_TERMS = 200  # terms in one seat that are looked at


def office_groups(held: Held, claims: Sequence[Claim]) -> Iterator[Group]:
    """Groups of kind "record/career" and "record/holder"; each claim in them gives one post.

    A career group has every mention of one person of record with a post, then the sheet's
    claims of that person's offices, in their order. A holder group has those who are called by
    an office of record and are another person, then the sheet's claim of who holds it: of
    several holders the one in office on the day of the article.
    """
    seats = seats_of(held.facts)
    if not seats.known:
        return
    people = people_of(held.facts)
    careers: dict[Named, list[Claim]] = defaultdict(list)
    rivals: dict[tuple[Term, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.mention.kind != "person" or not (name := name_of(claim)).posts:
            continue
        known = people.known(name)
        if len(known) == 1 and known[0].offices:
            near = (p for p in name.posts if p.office != "kin" and _beside(claim, p))
            careers[known[0]].extend(posted(claim, p) for p in near)
        elif not known and not _alike(people, name):
            for post in name.posts:
                terms = [t for t in seats.terms(post) if _another(name, t)] if post.state is None else []
                if terms:
                    rivals[_of_day(terms, claim), _key(name)].append(posted(claim, post))
    for fact, own in careers.items():
        stated = tuple(held.stated[office, "title"] for office in fact.offices)
        yield Group("record/career", (*own, *stated), (), fact)
    for (term, _), own in rivals.items():
        yield Group("record/holder", (*own, held.stated[term.office, "title"]), (), term)


class Seats:
    """The terms of a sheet by office and by the beginnings of the words that say whose it is."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.known: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for fact in facts:
            if isinstance(fact, Named):
                for office in fact.offices:
                    self._add(Term(fact, office))

    def _add(self, term: Term) -> None:
        office, places = seat(term.office)
        beginnings = {word[:BEGINNING] for words in places for word in words}
        for beginning in ("", *beginnings) if office else ():
            self.known[office, beginning].append(term)

    def terms(self, post: Post) -> list[Term]:
        """The terms in the very seat that a post names."""
        words = [] if only(post.office) else sorted({fold(word)[:BEGINNING] for word in post.place.split()})
        some = [t for word in words or [""] for t in self.known.get((post.office, word), ())[:MOST_TERMS]]
        return [t for t in dict.fromkeys(some) if same_seat(post, seat(t.office))]


@lru_cache(maxsize=4)
def seats_of(facts: tuple[Fact, ...]) -> Seats:
    """The seats of a sheet, made once for it."""
    return Seats(facts)


def _of_day(terms: Sequence[Term], claim: Claim) -> Term:
    """The term that covers the day of an article, else the first."""
    day = claim.as_of.day
    return next((t for t in terms if day is not None and t.office.holds(day)), terms[0])


def _key(name: Name) -> str:
    return f"{fold(name.given[0]) if name.given else ''} {surname(name.family or '')}"


def _beside(claim: Claim, post: Post) -> bool:
    """Whether a post is said of the name where it stands, not told further on ("in his time as ...")."""
    return post.start <= claim.mention.end + REACH and claim.mention.start <= post.end + REACH


def _another(name: Name, term: Term) -> bool:
    """Whether a name is certainly another's than the holder's, and a name at all.

    No word of it is in a name of the holder ("FBI Director Christopher"), and without a
    given name it is no common word ("the Special Counsel Independence Act").
    """
    theirs = {fold(word) for told in (term.holder.name, *term.holder.aliases) for word in told.split()}
    mine = {fold(word) for word in name.name.split()}
    return not mine & theirs and (bool(name.given) or rarity(surname(name.family or "")) >= RARE_BITS)


def _alike(people: People, name: Name) -> bool:
    """Whether a name may be one of record after all: nearly spelt so, or its surname alone."""
    return surname(name.family or "") in people.families or any(True for _ in people.near(name))
