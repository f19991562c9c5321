"""A facts sheet in a run: the virtual article that it is, and how its word decides.

The sheet takes part as one more article, whose text is the file and whose claims are the
facts; findings against it show the line that decides.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from crosscheck.align.record import record_groups
from crosscheck.extraction.document import Document
from crosscheck.extraction.facts import figure, hold, lookout
from crosscheck.facts import Event, Fact, Figure, Named
from crosscheck.held import Held, Sighting
from crosscheck.lexicon.offices import titled
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import ArticleInfo, Claim, Conflict, Group, Link, Severity
from crosscheck.sheet import Sheet
from crosscheck.values import Moment, Quantity, Relation

NAME = "sheet"  # id of the virtual article, with a number behind it where an article has that id


@frozen(slots=True, eq=False)
class Record:
    """What a sheet holds, and where the articles of one run speak of it."""

    id: str
    number: int
    sheet: Sheet
    held: Held
    sightings: tuple[Sighting, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet, documents: Sequence[Document]) -> "Record":
        """A sheet made ready for documents in canonical order."""
        number = len(documents)
        words = lookout(sheet.facts)
        seen = [s for i, document in enumerate(documents) for s in words.sightings(document, i)]
        taken = {document.article.id for document in documents}
        name = next(n for n in (NAME, *(f"{NAME}-{i}" for i in range(2, number + 3))) if n not in taken)
        held = hold(sheet.facts, sheet.text, number)
        return cls(name, number, sheet, held, tuple(seen), tuple(d.text for d in documents))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The facts as claims, in the order of the sheet."""
        return tuple(self.held.stated.values())

    @property
    def quotations(self) -> tuple[Claim, ...]:
        """The quotations of record, which are matched like any other."""
        return tuple(c for c in self.claims if c.mention.kind == "quotation")

    def groups(self, claims: Sequence[Claim], elapsed: Iterable[Claim]) -> list[Group]:
        """The claims of articles about each fact."""
        return list(record_groups(self.held, claims, elapsed, self.sightings, self.texts))

    def decided(self, conflict: Conflict) -> Conflict:
        """A conflict with the sheet's word added, where it takes part and no rule of its own has said so."""
        own = next((c for c, _ in conflict.claims if c.article == self.number), None)
        if own is None or (conflict.reasons[:1] and conflict.reasons[0].startswith("the sheet holds")):
            return conflict
        line = self.sheet.line(own.mention.start)
        why = f"the sheet holds “{own.mention.text}” ({self.sheet.name}:{line})"
        return evolve(conflict, severity=Severity.ERROR, reasons=(why, *conflict.reasons))

    def info(self) -> ArticleInfo:
        """The sheet as a report lists it among the articles."""
        return ArticleInfo(
            id=self.id,
            title=self.sheet.name,
            source=self.sheet.name,
            published=None,
            as_of=None,
            as_of_from="unknown",
            text=self.sheet.text,
            sheet=True,
        )


def agreeing(groups: Iterable[Group]) -> Iterator[Link]:
    """The claims of articles that a fact bears out, each linked to the sheet's claim."""
    for group in groups:
        stated = group.claims[-1]
        for link in group.links if group.kind in ("record/date", "record/figure") else ():
            value, other = link.left.mention.value, stated.mention.value
            agree = (
                isinstance(value, Moment) and isinstance(other, Moment) and value.relation(other) in AGREE
            ) or (
                isinstance(value, Quantity) and isinstance(other, Quantity) and value.relation(other) in AGREE
            )
            if agree:
                yield Link(link.left, stated, link.weight, link.reasons)


AGREE = (Relation.EQUAL, Relation.COMPATIBLE)
FAMILIES = {"E": "E", "R": "R", "D": "D", "N": "N", "A": "N", "Q": "Q"}  # codes that tell of one thing


def overruled(codes: Sequence[str], spans: Sequence[Sequence[tuple[str, int, int]]], sheet: str) -> set[int]:
    """The findings (by number) that a finding against the sheet makes needless.

    `spans` are each finding's places (article, start, end) that take a side. Of two findings
    of one family about one place the sheet's is kept: it says which side is right.
    """
    settled = {
        (FAMILIES.get(code[0], code[0]), place)
        for code, places in zip(codes, spans, strict=True)
        if any(p[0] == sheet for p in places)
        for place in places
    }
    return {
        number
        for number, (code, places) in enumerate(zip(codes, spans, strict=True))
        if not any(p[0] == sheet for p in places)
        and any((FAMILIES.get(code[0], code[0]), place) in settled for place in places)
    }


def remarks(sheet: Sheet) -> list[str]:
    """What is right in a sheet and of no use to a run, in its order: file and line, and what to write."""
    found = [remark for fact in sheet.facts for remark in _useless(fact)]
    found.sort(key=lambda remark: int(remark[0].rpartition(":")[2]))
    return [f"{where}: {what}" for where, what in found]


def _useless(fact: Fact) -> Iterator[tuple[str, str]]:
    """Places and remarks for one fact."""
    if isinstance(fact, Event) and fact.when is None:
        yield fact.where, f"{fact.name} has no date: nothing is checked against it"
    if isinstance(fact, Event):
        for name in _common(fact):
            yield fact.where, f"{name!r} is one common word: it names many events"
    if isinstance(fact, Figure):
        if figure(fact) is None:
            said = f"{fact.value} {fact.what}"
            yield fact.where, f'no amount can be read from "{said}": write a number and what it counts'
        if not fact.about:
            yield (
                fact.where,
                f"{fact.what} is about nothing: name what stands in a sentence with it in `about`",
            )
    for office in fact.offices if isinstance(fact, Named) else ():
        if not titled(office.title).office:
            yield office.where, f"the office {office.title!r} is not known: its term is not checked"
        elif not (office.start or office.end):
            yield office.where, f"{office.title} has no term: give `from`, `to` or both"


def _common(event: Event) -> Iterator[str]:
    for name in (event.name, *event.aliases):
        if len(name.split()) == 1 and rarity(name.lower()) < UNKNOWN_BITS:
            yield name
