"""Births and deaths of record: the dates that articles give them, and the dead who speak."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from crosscheck.align.record.people import people_of
from crosscheck.facts import Event, Named
from crosscheck.held import Held
from crosscheck.lexicon import table
from crosscheck.model import Claim, Group, Link, name_of
from crosscheck.values import Moment, Name

BESIDE = 3.0  # weight of a date that stands right behind "born" or "died"
REACH = 3  # tokens between the word and its date
WORDS = {"born": frozenset({"born"}), "died": frozenset("died dead death killed assassinated".split())}
JOINING = frozenset("on in of the , (".split())


def life_groups(held: Held, claims: Sequence[Claim]) -> Iterator[Group]:
    """Groups of kind "record/date" for births and deaths, and "record/life" for the dead who speak.

    A date belongs to a person where it stands right behind "born" or "died", in a sentence that
    names nobody else. Who says something on a weekday of a dated article was alive then.
    """
    if not any((f, key) in held.stated for f in held.facts for key in WORDS):
        return
    people = people_of(held.facts)
    sentences = _sentences(claims)
    for claim in claims:
        if claim.mention.kind != "person" or name_of(claim).kin:
            continue
        known = people.known(name_of(claim))
        if len(known) != 1:
            continue
        around = sentences[claim.article, claim.sentence]
        if _alone(claim, around):
            yield from _dates(held, known[0], around)
        if (known[0], "died") in held.stated and _speaks_now(claim, around):
            yield Group("record/life", (claim, held.stated[known[0], "died"]), (), known[0])


def _sentences(claims: Sequence[Claim]) -> dict[tuple[int, int], Sequence[Claim]]:
    found: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.article, claim.sentence].append(claim)
    return {place: some[:60] for place, some in found.items()}


def _alone(claim: Claim, around: Sequence[Claim]) -> bool:
    """Whether a sentence names one person, and this is the first mention of it."""
    people = [c for c in around if isinstance(v := c.mention.value, Name) and v.kind == "person"]
    return people[0] is claim and all(name_of(c).name == name_of(claim).name for c in people)


def _dates(held: Held, fact: Named, around: Sequence[Claim]) -> Iterator[Group]:
    for claim in around:
        value = claim.mention.value
        if not isinstance(value, Moment) or value.relative or claim.modality != "asserted":
            continue
        for key, words in WORDS.items():
            when = fact.born if key == "born" else fact.died
            if when is not None and (fact, key) in held.stated and _behind(claim, words):
                stated = held.stated[fact, key]
                name = f"the {'birth' if key == 'born' else 'death'} of {fact.name}"
                link = Link(claim, stated, BESIDE, (f"the date stands behind “{key}”",))
                event = Event(name, when=when, where=fact.where)
                yield Group("record/date", (claim, stated), (link,), event)


def _behind(claim: Claim, words: frozenset[str]) -> bool:
    """Whether one of the words stands before a date with nothing but joining words between."""
    for token in claim.before[:REACH]:
        if token in words:
            return True
        if token not in JOINING:
            return False
    return False


def _speaks_now(claim: Claim, around: Sequence[Claim]) -> bool:
    """Whether a verb of saying follows the name, in a sentence that tells the weekday of a dated article."""
    if claim.as_of.day is None or claim.modality != "asserted" or not claim.after:
        return False
    days = (c.mention.value for c in around)
    told = any(isinstance(v, Moment) and v.relative and v.weekday is not None for v in days)
    return told and claim.after[0] in _saying()


@cache
def _saying() -> frozenset[str]:
    return frozenset(table("modality")["saying"]["words"])
