"""People, organisations and places.

Only the capitalised words of the stretches that state something are looked at (`capitals.runs`):
credits and bylines name no actor. Full names of persons and organisations are read first. Then
the article as a whole confirms or rejects what its words leave open, and a word that stands alone
goes to the one person or organisation that bears it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve

from crosscheck.extraction.document import Document
from crosscheck.extraction.names import evidence, organisations, places
from crosscheck.extraction.names.capitals import Part, runs
from crosscheck.extraction.names.headings import pieces
from crosscheck.extraction.names.people import (
    SAYING,
    Person,
    PersonReader,
    inverted,
    name_end,
    split,
    trimmed,
)
from crosscheck.extraction.names.told import with_roles
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import wordset
from crosscheck.lexicon.gazetteer import key as place_key
from crosscheck.lexicon.naming import fold, same_given
from crosscheck.model import Mention
from crosscheck.values import Name, Place

MONTHS = evidence.words_of("masthead", "months", "words")
MOST_BEARERS = 40  # persons of one surname that are told apart
MOST_GIVEN = 400  # given names among which a short form looks for its own


def read(document: Document) -> Iterator[Mention]:
    """The persons, organisations and places of a document; found once, whoever asks first."""
    yield from document.names


def find(document: Document) -> Iterator[Mention]:
    """Find the persons, then the organisations, then the places."""
    found = _Persons(document)
    for person in found.people:
        yield _person(document, person)
    left = sorted(found.left, key=lambda run: run[0].first)
    bodies = list(organisations.read(document, left))
    for first, last, name in bodies:
        if last > first:
            document.claim(first, last)
        yield _mention(document.tokens, first, last, tokens_end(document.tokens, first, last), name)
    taken = {i for first, last, _ in bodies for i in range(first, last + 1)}
    rest = [run for part in left for run in _untaken(part, taken)]
    known = list(places.read(document, rest))
    yield from known
    yield from _dateline_places(document, rest, {m.start for m in known})


def _dateline_places(
    document: Document, runs: Sequence[Sequence[Part]], known: set[int]
) -> Iterator[Mention]:
    """Places that no gazetteer has but a dateline names ("TALGARABAD, Karesh -"), wherever they stand."""
    tokens, zone = document.tokens, document.zones.at
    spoken = {
        place_key(tokens.slice(run[0].first, run[-1].last))
        for run in runs
        if zone(run[0].first) == "dateline" and not _aside(tokens, run)
    }
    for run in runs if spoken else ():
        first, last = run[0].first, run[-1].last
        text = tokens.text[tokens.starts[first] : tokens_end(tokens, first, last)]
        named = place_key(text) in spoken and tokens.starts[first] not in known
        if named and not _aside(tokens, run) and not document.claimed[first]:
            start = tokens.starts[first]
            yield Mention(start, start + len(text), text, "place", Place(text, place_key(text)))


def _aside(tokens: Tokens, run: Sequence[Part]) -> bool:
    """Whether a run of a dateline is an agency in brackets, or a month or day."""
    first = run[0].first
    bracketed = first > 0 and tokens.words[first - 1] == "("
    labelled = tokens.words[run[-1].last + 1 : run[-1].last + 2] == [":"]  # "EXPLAINER: ..."
    return (
        bracketed
        or labelled
        or any(p.key in wordset("organisations", "never") or p.key in MONTHS for p in run)
    )


def _untaken(run: Sequence[Part], taken: set[int]) -> Iterator[Sequence[Part]]:
    """What organisations have left of a run."""
    rest: list[Part] = []
    for part in run:
        if part.first not in taken:
            rest.append(part)
        elif rest:
            yield rest
            rest = []
    if rest:
        yield rest


def tokens_end(tokens: Tokens, first: int, last: int) -> int:
    """The offset at which a name over tokens ends, its possessive left out."""
    return name_end(Part(last, last, ""), tokens) if last > first else name_end(Part(first, last, ""), tokens)


class _Persons:
    """The persons of a document, and the runs that are left for others."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.reader = PersonReader(document.tokens)
        self.people: list[Person] = []
        self.left: list[Sequence[Part]] = []
        open_: list[tuple[Sequence[Part], Person]] = []
        lone: list[Sequence[Part]] = []
        self._first(open_, lone)
        self._speakers = {run[0].key for run in lone if _speaks(self.tokens, run[0])}
        self._alone = {run[0].key for run in lone}
        self._confirm(open_)
        registry = _Registry(self.people)
        self.people = [_completed(person, registry) for person in self.people]
        for run in lone:
            self._lone(run, registry)
        self.people.sort(key=lambda p: p.first)
        self.people = with_roles(document, self.people, self.reader.roles)

    def _first(self, open_: list[tuple[Sequence[Part], Person]], lone: list[Sequence[Part]]) -> None:
        """Take the persons that are sure by themselves."""
        reader = self.reader
        before: Sequence[Part] | None = None
        for run in pieces(self.document, runs(self.document)):
            if len(run) > 1 and _is_lone(run):
                lone.append(run)
                continue
            person = reader.read(run) if len(run) > 1 and not organisations.is_body(run) else None
            if person is not None and before is not None and len(before) == 1:
                person = inverted(self.tokens, before[0], run, person)
                if person.first == before[0].first:
                    lone.pop()
            before = run
            if person is None:
                parts = trimmed(run)
                (lone if _is_lone(parts) else self.left).append(parts)
            elif person.sure:
                self._take(run, person)
            else:
                open_.append((run, person))

    def _take(self, run: Sequence[Part], person: Person) -> None:
        """Accept a person; what stands before and behind the name in its run is left for others."""
        self.people.append(person)
        ahead = organisations.without_roles([p for p in run if p.last < person.first])
        behind = [p for p in run if p.first > person.last]
        self.left.extend(part for part in (trimmed(ahead) if ahead else ahead, behind) if part)

    def _confirm(self, open_: Sequence[tuple[Sequence[Part], Person]]) -> None:
        """Accept or leave the names that are not sure by themselves."""
        sure = {p.name.name.lower() for p in self.people}
        titled = {(p.name.family or "").lower() for p in self.people if not p.name.given}
        families = {(p.name.family or "").lower() for p in self.people if p.name.given}
        edges = {i for p in self.people for i in (p.first, p.last)}
        for run, person in open_:
            bits = person.bits + self._companions(person, edges) + self._of_article(person, titled, families)
            if person.name.name.lower() in sure or bits >= evidence.bits("words", "sure"):
                self._take(run, person)
            else:
                self.left.append(trimmed(run))

    def _companions(self, person: Person, edges: set[int]) -> float:
        """What persons listed right before or behind a name say: "Anna Bell, X and Otto Brandt"."""
        lower = self.tokens.lower
        first, last = person.first, person.last
        before = first > 1 and lower[first - 1] in (",", "and") and first - 2 in edges
        behind = last + 2 in edges and lower[last + 1] in (",", "and")
        return (before + behind) * evidence.bits("beside", "companion")

    def _of_article(self, person: Person, titled: set[str], families: set[str]) -> float:
        """What the rest of the article says for a name."""
        family = (person.name.family or "").lower()
        first = person.name.given[0].lower() if person.name.given else ""
        total = 0.0
        if family in titled:
            total += evidence.bits("article", "surname-titled")
        if family in self._speakers:
            total += evidence.bits("article", "surname-speaks")
        elif family in self._alone:
            total += evidence.bits("article", "surname-alone")
        elif first in self._alone:
            total += evidence.bits("article", "first-alone")
        if family in families:
            total += evidence.bits("article", "family")
        return total

    def _lone(self, run: Sequence[Part], registry: "_Registry") -> None:
        """Give a lone surname or given name to its person, else leave it for others."""
        tokens = self.tokens
        first, last = run[0].first, run[-1].last
        if not self.document.claimed[first]:
            name = registry.bearer(run, tokens)
            if name is not None:
                self.people.append(self._with_posts(first, last, name))
                return
            if len(run) == 1 and _by_itself(tokens, run[0]):
                text = split(run, tokens)[1]
                self.people.append(self._with_posts(first, last, Name(text, (), text, kin=True)))
                return
            person = self.reader.read(run) if len(run) > 1 else None
            if person is not None and person.sure:
                self._take(run, person)
                return
        self.left.append(run)

    def _with_posts(self, first: int, last: int, name: Name) -> Person:
        """A short mention with the roles that stand beside it."""
        posts = self.reader.roles.posts((), 0, first, last)
        roles = tuple(dict.fromkeys(p.shown for p in posts if p.shown))
        return Person(first, last, evolve(name, posts=tuple(posts), roles=roles))


def _is_lone(parts: Sequence[Part]) -> bool:
    """Whether parts are one word, with particles before it ("Al Suwaidi", "Van der Meer")."""
    return len(parts) == 1 or all(p.key in wordset("titles", "particle") for p in parts[:-1])


def _by_itself(tokens: Tokens, part: Part) -> bool:
    """Whether a single word names a person of whom the article gives no more."""
    key = part.key
    before = tokens.lower[part.first - 1] if part.first else ""
    if before == "," and part.first > 1:
        before = tokens.lower[part.first - 2]
    named = evidence.given(key) or not (evidence.is_common(key) or evidence.is_place_word(key))
    if named and evidence.is_kin(before) and not tokens.words[part.first].isupper():
        return True
    if not evidence.is_surname(key) or evidence.is_place_word(key) or evidence.is_common(key):
        return False
    return evidence.of_surroundings(tokens, part.first, part.last) >= evidence.bits("beside", "acts")


def _speaks(tokens: Tokens, part: Part) -> bool:
    """Whether a verb of saying stands right beside a word."""
    before = tokens.lower[part.first - 1] if part.first else ""
    after = tokens.lower[part.last + 1] if part.last + 1 < len(tokens) else ""
    return before in SAYING or after in SAYING


class _Registry:
    """The full names of an article by surname and by given name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.full: dict[str, list[Name]] = defaultdict(list)
        self.titled: dict[str, Name] = {}
        self.parts: dict[str, list[Name]] = defaultdict(list)
        self.given: dict[str, list[Name]] = defaultdict(list)
        for person in people:
            name = person.name
            family = plain(name.family or "")
            if not name.given:
                self.titled.setdefault(family, name)
                continue
            known = self.full[family]
            if len(known) < MOST_BEARERS and not any(_same(n, name) for n in known):
                self.full[family].append(name)
                self.given[fold(name.given[0])].append(name)
                for part in _further(name):
                    self.parts[part].append(name)

    def bearer(self, run: Sequence[Part], tokens: Tokens) -> Name | None:
        """The name of the person whom a lone word means, open where several bear it; None where none does."""
        last = run[-1].last
        text = plain(tokens.text[tokens.starts[run[0].first] : name_end(Part(last, last, ""), tokens)])
        if len(run) > 1 and text not in self.full:
            text = plain(split(run, tokens)[1])
        full = self.full.get(text) or self.parts.get(text)
        if full:
            family = full[0].family
            if len(full) == 1:
                return Name(full[0].name, full[0].given, family, linked=True)
            return Name(family or "", (), family)
        titled = self.titled.get(text)
        if titled is not None:
            return Name(titled.name, (), titled.family)
        if len(run) == 1 and (evidence.given(text) or (text in self.given and not evidence.is_common(text))):
            named = self._by_given(fold(text))
            if named and len({fold(n.given[0]) for n in named}) == 1:
                return Name(named[0].name, named[0].given, named[0].family, linked=True)
        return None

    def _by_given(self, first: str) -> list[Name]:
        """The persons of this given name, else those of whose given name it is a short form."""
        if first not in self.given and len(self.given) <= MOST_GIVEN:
            self.given[first] = self._short_of(first)
        return self.given.get(first, [])

    def _short_of(self, first: str) -> list[Name]:
        return [
            n for key, names in self.given.items() if len(key) > 2 and same_given(first, key) for n in names
        ]


def _further(name: Name) -> set[str]:
    """The words of a compound surname and a second surname, each of which may stand for the name."""
    particles = wordset("titles", "particle")
    family = (name.family or "").replace("-", " ").split()
    out = {plain(w) for w in family if w.lower() not in particles} if len(family) > 1 else set()
    out |= {plain(g) for g in name.given[1:] if len(g) > 2 and not evidence.given(plain(g))}
    return out - {plain(name.family or "")} - {w for w in out if evidence.is_common(w) or len(w) < 3}


def plain(text: str) -> str:
    """A name in lower case without accents and stops, its hyphens and blanks kept."""
    return " ".join("-".join(fold(half) for half in word.split("-")) for word in text.split())


def _same(a: Name, b: Name) -> bool:
    """Whether two full names with one surname may be one person's."""
    return same_given(fold(a.given[0]), fold(b.given[0]))


def _completed(person: Person, registry: _Registry) -> Person:
    """A titled surname with the given names that the article has for it, where they are certain."""
    name = person.name
    full = registry.full.get(plain(name.family or ""), [])
    if name.given or len(full) != 1:
        return person
    return evolve(person, name=evolve(name, name=full[0].name, given=full[0].given, linked=True))


def _person(document: Document, person: Person) -> Mention:
    tokens = document.tokens
    document.claim(person.first, person.last)
    end = name_end(Part(person.last, person.last, ""), tokens)
    return _mention(tokens, person.first, person.last, end, person.name)


def _mention(tokens: Tokens, first: int, last: int, end: int, name: Name) -> Mention:
    start = tokens.starts[first]
    end = min(end, tokens.ends[last])
    return Mention(start, end, tokens.text[start:end], name.kind, name)
