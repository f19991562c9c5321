"""What a story's articles say of one person's birth, death and age, gathered for rule A305.

Each such date or age is bound to the person beside it, or to the only person of the
sentence before where the words say "he" or "born" alone. Persons are kept apart by
surname, given name and story.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve, frozen

from crosscheck.align.stories import Stories
from crosscheck.lexicon.naming import fold, same_given, surname
from crosscheck.model import Claim, Group, name_of
from crosscheck.reading.former import year_of
from crosscheck.values import Age, Moment

REACH: Final = 7  # tokens from "born" to its date
DEATH: Final = frozenset("died dies dead death killed".split())
PRONOUNS: Final = frozenset({"he", "she"})
BREAKS: Final = frozenset((",", ";", "and", "after", "before", "since", "to", "until"))
KIN: Final = frozenset(
    "son daughter wife husband mother father brother sister parents children sons daughters twins".split()
)
FORMER: Final = frozenset("when until since before".split())
BACK: Final = 2  # sentences back to the person that "he" means

Key = tuple[str, str]  # surname, first given name ("" where unknown), both folded


@frozen(slots=True, eq=False)
class _Person:
    key: Key
    start: int
    end: int
    sentence: int


def life_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """One group of kind "life" for each person whose birth and age are both told.

    `claims` are those of a corpus in canonical order; in the groups their `subject` is the
    surname and their `predicate` what they say: "birth", "death", "life" (both years) or "age".
    """
    told: dict[str, list[tuple[str, Claim]]] = defaultdict(list)
    for _, own in groupby(claims, key=lambda c: c.article):
        for (family, given), claim in _facts(list(own)):
            told[family].append((given, claim))
    for family in sorted(told):
        for part in _stories(told[family], stories):
            givens = _persons({given for given, _ in part if given})
            for forms in givens or [{""}]:
                known = [c for g, c in part if g in forms or (not g and len(givens) == 1)]
                said = {c.predicate for c in known}
                if said & {"birth", "life"} and said & {"age", "life"}:
                    yield Group("life", tuple(known))


def _persons(givens: set[str]) -> list[set[str]]:
    """Given names parted by person: short forms go with the full one."""
    parts: list[set[str]] = []
    for given in sorted(givens, key=lambda g: (-len(g), g)):
        home = next((p for p in parts if all(same_given(given, other) for other in p)), None)
        if home is None:
            parts.append({given})
        else:
            home.add(given)
    return sorted(parts, key=min)


def _stories(facts: Sequence[tuple[str, Claim]], stories: Stories) -> list[list[tuple[str, Claim]]]:
    """Facts parted by story: articles that are related, directly or over others."""
    home: dict[int, int] = {}
    articles = sorted({c.article for _, c in facts})
    wanted = set(articles)
    for article in articles:
        waiting = [] if article in home else [article]
        while waiting:
            at = waiting.pop()
            home[at] = article
            waiting.extend((set(stories.related(at)) & wanted) - home.keys())
    parts: dict[int, list[tuple[str, Claim]]] = defaultdict(list)
    for given, claim in facts:
        parts[home[claim.article]].append((given, claim))
    return list(parts.values())


def _facts(claims: Sequence[Claim]) -> Iterator[tuple[Key, Claim]]:
    """The births, deaths and ages of one article, each with whose they are."""
    if not any(isinstance(c.mention.value, Age | Moment) for c in claims):
        return
    people = _Cast([c for c in claims if c.mention.kind == "person"])
    if not people.listed:
        return
    for claim in claims:
        found = None
        if isinstance(claim.mention.value, Age):
            found = _age(claim, people)
        elif isinstance(claim.mention.value, Moment):
            found = _date(claim, people)
        if found is not None:
            key, predicate = found
            yield key, evolve(claim, subject=key[0], predicate=predicate)


class _Cast:
    """The people of one article, in its order."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.listed = [
            _Person(_key(c), c.mention.start, c.mention.end, c.sentence) for c in claims if name_of(c).family
        ]
        self.by_sentence: dict[int, list[_Person]] = defaultdict(list)
        self.by_family: dict[str, Key] = {}
        for person in self.listed:
            self.by_sentence[person.sentence].append(person)
            if person.key[1] or person.key[0] not in self.by_family:
                self.by_family.setdefault(person.key[0], person.key)

    def before(self, claim: Claim) -> _Person | None:
        """The nearest person before a claim in its sentence."""
        found = [p for p in self.by_sentence[claim.sentence] if p.end <= claim.mention.start]
        return found[-1] if found else None

    def first(self, claim: Claim) -> _Person | None:
        """The person with whom the sentence of a claim begins."""
        found = self.by_sentence[claim.sentence]
        return found[0] if found and found[0].end <= claim.mention.start else None

    def behind(self, claim: Claim) -> _Person | None:
        """The first person behind a claim in its sentence."""
        found = [p for p in self.by_sentence[claim.sentence] if p.start >= claim.mention.end]
        return found[0] if found else None

    def meant(self, claim: Claim) -> Key | None:
        """The only person of the nearest sentence before that names any."""
        for sentence in range(claim.sentence - 1, claim.sentence - 1 - BACK, -1):
            keys = {p.key[0]: p.key for p in self.by_sentence.get(sentence, ())}
            if keys:
                return next(iter(keys.values())) if len(keys) == 1 else None
        return None

    def called(self, name: str) -> Key | None:
        """The person of the article whose name ends as this one does."""
        words = name.replace("’s", "").replace("'s", "").split()
        return self.by_family.get(surname(words[-1])) if words else None


def _key(claim: Claim) -> Key:
    name = name_of(claim)
    return surname(name.family or ""), fold(name.given[0]) if name.given else ""


def _lower(claim: Claim) -> tuple[str, ...]:
    return claim.wording.lower if claim.wording else ()


def _age(claim: Claim, people: _Cast) -> tuple[Key, str] | None:
    """Whose age a claim states of these days, or of a year that it names."""
    value = claim.mention.value
    if not isinstance(value, Age) or value.low != value.high or value.low < 2:
        return None
    if {"then", "aged", "nearly", "almost"} & {*claim.after[:1], *claim.before[:1]}:
        return None
    if not FORMER.isdisjoint((*claim.before[:3], *claim.after[:1])) and year_of(claim) is None:
        return None
    lower = _lower(claim)
    if value.person is not None:
        key = people.called(value.person)
    elif claim.before[:1] == ("was",) and claim.before[1:2] and claim.before[1] in PRONOUNS:
        key = people.meant(claim)
    elif claim.mention.text.lower().startswith(("age", "aged")) and DEATH & set(lower):
        person = people.before(claim)
        key = person.key if person else people.meant(claim) if PRONOUNS & set(lower) else None
    else:
        person = people.behind(claim)
        near = person is not None and person.start - claim.mention.end <= 1
        key = person.key if person is not None and near else None
    return None if key is None else (key, "age")


def _date(claim: Claim, people: _Cast) -> tuple[Key, str] | None:
    """Whose birth or death a date is that of."""
    value = claim.mention.value
    if not isinstance(value, Moment) or value.floor is None or value.hedge is not None:
        return None
    lower, at = _lower(claim), claim.at[0]
    before = lower[max(0, at - REACH) : at]
    person = people.before(claim)
    if "/" in value.stated:
        near = person is not None and before[-1:] == ("(",) and claim.mention.start - person.end <= 2
        return (person.key, "life") if person is not None and near else None
    for word, predicate in (("born", "birth"), ("died", "death")):
        if word not in before:
            continue
        where = max(0, at - REACH) + len(before) - 1 - before[::-1].index(word)
        if BREAKS & set(lower[where + 1 : at]):
            continue
        if where and lower[where - 1] in (":", ";") and (owner := people.first(claim)) is not None:
            return owner.key, predicate  # the record of a life: "Ana Roe, nurse: born ...; died ..."
        if KIN & set(lower[max(0, where - 8) : where]):
            return None
        if person is None and predicate == "birth" and where == 0:
            person = people.behind(claim)
        key = person.key if person is not None else people.meant(claim)
        return None if key is None else (key, predicate)
    if "date of birth" in " ".join(lower) and person is not None:
        return person.key, "birth"
    return None
