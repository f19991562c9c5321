"""The facts of a sheet as claims of a virtual article, and where articles speak of them.

The virtual article's text is the sheet itself, so that a finding can show the line that
decides. A fact's figure is read by the same readers as an article's; names and events are
looked for in articles by their words (`phrases`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import evolve, field, frozen

from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.extraction.phrases import Hit, Phrases
from crosscheck.extraction.tokens import bare
from crosscheck.facts import Event, Fact, Figure, Named, Quoted
from crosscheck.held import Held, Sighting
from crosscheck.lexicon.words import STOP, stem
from crosscheck.model import Article, AsOf, Claim, Mention
from crosscheck.values import Moment, Name, Quantity, Quotation, Value

Span = tuple[int, int]
Label = tuple[Fact, str, tuple[int, int] | None]


@frozen(slots=True, eq=False)
class Lookout:
    """The words by which articles speak of the facts of a sheet."""

    _names: Phrases = field(repr=False)
    _events: Phrases = field(repr=False)

    def sightings(self, document: Document, article: int) -> list[Sighting]:
        """Where a document speaks of facts, outside zones that state nothing; in the order of the text."""
        found: dict[Span, Hit] = {}
        for phrases in (self._names, self._events):
            for hit in phrases.find(document.tokens):
                held = found.get(hit[:2])
                found[hit[:2]] = Hit(hit.first, hit.last, (*held.labels, *hit.labels)) if held else hit
        hits = [found[span] for span in sorted(found)]
        out: list[Sighting] = []
        by_start = {document.tokens.starts[hit.first]: hit for hit in hits}
        for claim in claims(document, [_mention(document, hit) for hit in hits], article):
            hit = by_start[claim.mention.start]
            before = document.tokens.lower[hit.first - 1] if hit.first else ""
            for fact, role, day in hit.labels:
                out.append(Sighting(fact, role, evolve(claim, subject=title(fact)), day, before))
        return out


def _mention(document: Document, hit: Hit) -> Mention:
    """The words of a hit as a mention, a possessive ending left out."""
    tokens = document.tokens
    last = tokens.lower[hit.last]
    start, end = tokens.starts[hit.first], tokens.ends[hit.last] - (len(last) - len(bare(last)))
    text = tokens.text[start:end]
    return Mention(start, end, text, "fact", Name(text, kind="fact"))


def title(fact: Fact) -> str:
    """The name of a fact, for fingerprints and messages."""
    if isinstance(fact, Figure):
        return fact.what
    return fact.words if isinstance(fact, Quoted) else fact.name


@lru_cache(maxsize=4)
def lookout(facts: tuple[Fact, ...]) -> Lookout:
    """The words to look for; made once for a sheet and kept for a few of them."""
    return Lookout(Phrases(_spellings(facts)), Phrases(_names(facts), _root, opening=False))


def _root(word: str) -> str:
    return stem(bare(word))


def _spellings(facts: Iterable[Fact]) -> Iterator[tuple[str, Label]]:
    for fact in facts:
        if isinstance(fact, Named):
            yield from ((name, (fact, "right", None)) for name in (fact.name, *fact.aliases))
            yield from ((name, (fact, "wrong", None)) for name in fact.misspellings)


def _names(facts: Sequence[Fact]) -> Iterator[tuple[str, Label]]:
    """The names of events, and of what figures are about: an event there brings all its names."""
    events = {name: fact for fact in facts if isinstance(fact, Event) for name in (fact.name, *fact.aliases)}
    for fact in facts:
        if isinstance(fact, Event):
            for name in (fact.name, *fact.aliases):
                yield name, (fact, "event", None)
                rest, day = undated(name)
                if day is not None:
                    yield rest, (fact, "part", day)
        elif isinstance(fact, Figure):
            for name in fact.about:
                event = events.get(name)
                words = (event.name, *event.aliases) if event else (name,)
                yield from ((word, (fact, "about", None)) for word in words)


@lru_cache(maxsize=4096)
def undated(name: str) -> tuple[str, tuple[int, int] | None]:
    """An event's name without the day in it, and that day as month and day of the month.

    The day is None where the name has none, or nothing but one.

    >>> undated("October 7 attack"), undated("Darvane quake")
    (('attack', (10, 7)), ('Darvane quake', None))
    """
    if not any(c.isdigit() for c in name):
        return name, None
    for mention in mentions(Document(Article(name)), ("date",)):
        value = mention.value
        if isinstance(value, Moment) and None not in value.month_day:
            words = [*name[: mention.start].split(), *name[mention.end :].split()]
            kept = [w for w in words if w.lower() not in STOP]
            month, day = value.month_day
            if kept and month and day:
                return " ".join(kept), (month, day)
    return name, None


@lru_cache(maxsize=4)
def hold(facts: tuple[Fact, ...], text: str, number: int) -> Held:
    """A sheet's facts with the claims that state them; `number` is the virtual article's index."""
    return Held(facts, dict(_stated(facts, text, number)))


def _stated(facts: Iterable[Fact], text: str, number: int) -> Iterator[tuple[tuple[object, str], Claim]]:
    for fact in facts:
        name = title(fact)
        if isinstance(fact, Named):
            yield (fact, "name"), _claim(text, number, fact, "name", fact.kind, Name(fact.name, kind="fact"))
            yield from _of_person(fact, text, number)
        elif isinstance(fact, Event) and fact.when is not None:
            yield (fact, "date"), _claim(text, number, fact, "date", "date", fact.when)
        elif isinstance(fact, Quoted):
            value = Quotation(fact.words, fact.speaker)
            yield (fact, "words"), _claim(text, number, fact, "words", "quotation", value)
        elif isinstance(fact, Figure) and (claim := figure(fact)) is not None:
            own = _claim(text, number, fact, "value", "quantity", claim.mention.value)
            mention = evolve(own.mention, counted=claim.mention.counted)
            yield (fact, "value"), evolve(claim, mention=mention, article=number, subject=name)


def _of_person(fact: Named, text: str, number: int) -> Iterator[tuple[tuple[object, str], Claim]]:
    """The claims of a life and of offices."""
    for key, when in (("born", fact.born), ("died", fact.died)):
        if when is not None:
            yield (fact, key), _claim(text, number, fact, key, "date", when)
    value = Name(fact.name, kind="fact")
    for office in fact.offices:
        mention = _quoted(text, office.spots.get("title"), "person", value)
        yield (office, "title"), evolve(_claim(text, number, fact, "name", "person", value), mention=mention)


def _claim(text: str, number: int, fact: Fact, key: str, kind: str, value: Value) -> Claim:
    """The claim that one field of an entry makes."""
    mention = _quoted(text, fact.spots.get(key), kind, value)
    span = (mention.start, mention.end)
    return Claim(number, mention, 0, span, "body", AsOf(None, "unknown"), title(fact))


def _quoted(text: str, span: Span | None, kind: str, value: Value) -> Mention:
    """A mention over a value of the sheet, without its quotation marks."""
    start, end = span or (0, 0)
    if end - start > 1 and text[start] in "\"'":
        deep = 3 if end - start > 5 and text.startswith(text[start] * 3, start) else 1
        start, end = start + deep, end - deep
    return Mention(start, end, text[start:end], kind, value)


@lru_cache(maxsize=4096)
def figure(fact: Figure) -> Claim | None:
    """The claim that a figure of record makes, read from its words; None where they are no amount."""
    document = Document(Article(f"{fact.value} {fact.what}."))
    amounts = [m for m in mentions(document, ("quantity",)) if isinstance(m.value, Quantity)]
    if not amounts:
        return None
    amount, value = amounts[0], amounts[0].value
    if not isinstance(value, Quantity):
        return None
    if fact.tolerance:
        share = (value.point or 0) * fact.tolerance / 100 if fact.percent else fact.tolerance
        value = value.widened(abs(share))
    made = claims(document, (evolve(amount, value=value),), 0)
    return made[0] if made else None
