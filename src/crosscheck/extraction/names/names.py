"""People, organisations and places.

Only the capitalised words of a text are looked at (`capitals.runs`). Full names are read
first; then a lone surname is taken for a person where the article gives the full name, a
title stands before it, or it speaks.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from crosscheck.extraction.document import Document
from crosscheck.extraction.names import organisations, places
from crosscheck.extraction.names.capitals import Part, runs
from crosscheck.extraction.names.people import (
    SAYING,
    Person,
    PersonReader,
    inverted,
    name_end,
    split,
    trimmed,
)
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon.naming import fold, same_given
from crosscheck.lexicon.words import _ranks as ranks
from crosscheck.model import Mention
from crosscheck.values import Name


def read(document: Document) -> Iterator[Mention]:
    """The persons, organisations and places of a document; found once, whoever asks first."""
    yield from document.names


def find(document: Document) -> Iterator[Mention]:
    """Find the names: organisations and places where their own words tell, then people."""
    tokens = document.tokens
    people: list[Person] = []
    bare: list[Person] = []
    lone: list[Sequence[Part]] = []
    others: list[Sequence[Part]] = []
    for run, person in _read(tokens, runs(document)):
        if person is not None and person.sure:
            people.append(person)
            continue
        if person is not None:
            bare.append(person)
        elif len(run) == 1:
            lone.append(run)
            continue
        others.append(run)
    people.extend(_confirmed(document, bare, people, lone))
    registry = _registry(people)
    for person in people:
        yield _person(document, _completed(person, registry))
    for run in lone:
        surname = _surname(document, run, registry)
        if surname is None:
            others.append(run)
        else:
            yield _person(document, surname)
    yield from _others(document, sorted(others, key=lambda run: run[0].first))


def _read(tokens: Tokens, found: Sequence[list[Part]]) -> Iterator[tuple[Sequence[Part], Person | None]]:
    """Every run with the person it names; a run of one word behind a sentence's opening is that word."""
    reader = PersonReader(tokens)
    before: list[Part] | None = None
    for run in found:
        person = reader.read(run) if len(run) > 1 else None
        if person is not None and before is not None and len(before) == 1:
            person = inverted(tokens, before[0], run, person)
        yield (trimmed(run) if person is None else run), person
        before = run


def _others(document: Document, others: Sequence[Sequence[Part]]) -> Iterator[Mention]:
    """The organisations and places that runs name."""
    tokens = document.tokens
    rest: list[Sequence[Part]] = []
    for run in others:
        bodies = list(organisations.read(tokens, run))
        if not bodies:
            rest.append(run)
        for first, last, name in bodies:
            if len(run) > 1:
                document.claim(first, last)
            yield _mention(tokens, first, last, tokens.starts[first] + len(name.name), name)
    yield from places.read(document, rest)


def _confirmed(
    document: Document, bare: Sequence[Person], people: Sequence[Person], lone: Sequence[Sequence[Part]]
) -> list[Person]:
    """The names without evidence of their own that the rest of the article confirms."""
    speakers = {run[0].key for run in lone if _speaks(document.tokens, run[0])}
    families = {(person.name.family or "").lower() for person in people if person.name.given}
    return [person for person in bare if _known(person, speakers, families, document)]


def _speaks(tokens: Tokens, part: Part) -> bool:
    """Whether a verb of saying stands right beside a word."""
    before = tokens.lower[part.first - 1] if part.first else ""
    after = tokens.lower[part.last + 1] if part.last + 1 < len(tokens) else ""
    return before in SAYING or after in SAYING


def _known(person: Person, speakers: set[str], families: set[str], document: Document) -> bool:
    """Whether a name without evidence of its own is confirmed elsewhere in the article."""
    family = (person.name.family or "").lower()
    if document.claimed[person.first]:
        return False
    relative = (
        family in families and 0 < len(person.name.given) < 3 and person.name.given[0].lower() not in ranks()
    )
    return family in speakers or relative


def _registry(people: Sequence[Person]) -> dict[str, list[Name]]:
    """Surname, lower case, to the different full names with it, in the order of the text."""
    out: dict[str, list[Name]] = defaultdict(list)
    for person in people:
        family = (person.name.family or "").lower()
        if person.name.given and not any(_same(n, person.name) for n in out[family]):
            out[family].append(person.name)
    return out


def _same(a: Name, b: Name) -> bool:
    """Whether two full names with one surname may be one person's."""
    return same_given(fold(a.given[0]), fold(b.given[0]))


def _completed(person: Person, registry: dict[str, list[Name]]) -> Person:
    """A titled surname with the given names that the article has for it, where they are certain."""
    name = person.name
    full = registry.get((name.family or "").lower(), [])
    if name.given or len(full) != 1:
        return person
    return evolve(person, name=evolve(name, name=full[0].name, given=full[0].given, linked=True))


def _surname(document: Document, run: Sequence[Part], registry: dict[str, list[Name]]) -> Person | None:
    """A lone surname of a person whose full name the article gives."""
    part = run[0]
    full = registry.get(part.key) or registry.get(_plain(part, document.tokens))
    if not full or document.claimed[part.first]:
        return None
    family = full[0].family
    if len(full) == 1:
        return Person(part.first, part.last, Name(full[0].name, full[0].given, family, linked=True), True)
    return Person(part.first, part.last, Name(family or "", (), family), True)


def _plain(part: Part, tokens: Tokens) -> str:
    return split((part,), tokens)[1].lower()


def _person(document: Document, person: Person) -> Mention:
    tokens = document.tokens
    document.claim(person.first, person.last)
    end = name_end(Part(person.last, person.last, ""), tokens)
    return _mention(tokens, person.first, person.last, end, person.name)


def _mention(tokens: Tokens, first: int, last: int, end: int, name: Name) -> Mention:
    start = tokens.starts[first]
    end = min(end, tokens.ends[last])
    return Mention(start, end, tokens.text[start:end], name.kind, name)
