"""The way of the data, end to end: articles in, mentions, findings or a report out."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from itertools import groupby, pairwise
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from crosscheck.align.ages import swapped_ages
from crosscheck.align.cast import KINDS as NAMES
from crosscheck.align.cast import Member, resolve
from crosscheck.align.draft.backing import Backing
from crosscheck.align.draft.copies import Copies
from crosscheck.align.draft.standing import Standing, draft_groups, standings
from crosscheck.align.draft.ticks import TickSheet, outdated
from crosscheck.align.events import event_groups
from crosscheck.align.groups import Links, groups, link, order
from crosscheck.align.organisations import organisation_groups
from crosscheck.align.people.groups import people_groups
from crosscheck.align.people.lives import life_groups
from crosscheck.align.places import place_groups
from crosscheck.align.quotes import quote_groups
from crosscheck.align.series import series as join_figures
from crosscheck.align.stories import Stories
from crosscheck.align.weekdays import known_days
from crosscheck.config import Config
from crosscheck.errors import InputError, UsageError
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import elapsed_claims, telling_names
from crosscheck.extraction.document import Document
from crosscheck.extraction.layout.wording import wordings
from crosscheck.extraction.names.alone import find as holders
from crosscheck.lexicon import gazetteer
from crosscheck.model import (
    Appearance,
    Article,
    ArticleInfo,
    AsOf,
    Claim,
    ClaimRef,
    Conflict,
    Declined,
    Entity,
    Evidence,
    Finding,
    Group,
    Mention,
    Refusal,
    Report,
    Rule,
)
from crosscheck.processes import Progress, mapped
from crosscheck.rules import ALL_RULES
from crosscheck.rulings import waived
from crosscheck.values import Name

if TYPE_CHECKING:
    from crosscheck.record import Record
    from crosscheck.sheet import Sheet

MOST_DECLINED = 200
BRACKETS = str.maketrans("", "", "[]")  # editors' brackets are no part of a name
MOST_SERIES = 100
MANY_JOBS_FROM = 500_000  # code points of all articles; fewer are read before processes have started
Facts: TypeAlias = "Sheet | str | PathLike[str] | None"  # what a sheet may be given as


def extract(
    article: Article | str, reference: date | None = None, *, kinds: Iterable[str] | None = None
) -> list[Mention]:
    """The normalised values of one article or text, in the order of the text.

    `reference` is the day from which the text speaks where its own date is unknown or
    should not count; `kinds` limits the work ("quantity", "date", "person" ...).
    """
    article = article if isinstance(article, Article) else Article(article)
    day = reference.date() if isinstance(reference, datetime) else reference
    return mentions(Document(article, AsOf(day, "metadata") if day else None), kinds)


def check(
    articles: Iterable[Article],
    *,
    sheet: Facts = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check articles against each other, all against all, and each within itself.

    `sheet` is a `Sheet` of facts that the desk holds to be true, or the path of one; where it
    speaks, it decides. The report is the same whatever the order of the articles. Raises
    `InputError` where two articles share an id or the sheet cannot be read. `progress` is told
    how many articles have been read, of how many.
    """
    config = config or Config()
    listed = _canonical(articles)
    facts = _sheet(sheet, config)
    read = _read_all(listed, config, progress, keep=facts is not None)
    return _Run(read, config, sheet=facts).report()


def compare(
    draft: Article,
    sources: Iterable[Article],
    *,
    sheet: Facts = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check one draft against its sources: findings that touch the draft, and its tick sheet.

    Takes and raises what `check` does.
    """
    return Corpus(sources, config=config, progress=progress).compare(draft, sheet=sheet)


def entities(articles: Iterable[Article], *, progress: Progress | None = None) -> tuple[Entity, ...]:
    """The cast of articles: each person, organisation and place once, in the order of first mention.

    Articles count in the order of their ids, so that the cast is the same whatever order they are
    given in. Credits, bylines and other furniture name nobody. Raises `InputError` where two
    articles share an id. `progress` is told how many articles have been read, of how many.
    """
    listed = _canonical(articles)
    claims: list[Claim] = []
    for number, article in enumerate(listed):
        document = Document(article)
        named = [*mentions(document, NAMES), *holders(document)]
        named.sort(key=lambda m: (m.start, m.end, m.kind))
        claims.extend(bind(document, named, number))
        if progress is not None:
            progress(number + 1, len(listed))
    return tuple(_entity(member, listed) for member in resolve(claims).members)


def _entity(member: Member, articles: Sequence[Article]) -> Entity:
    mentions_ = [(articles[c.article].id, c.mention, _roles(c)) for c in member.claims]
    shown = tuple(Appearance(home, m.start, m.end, m.text, "; ".join(roles)) for home, m, roles in mentions_)
    texts = Counter(" ".join(m.text.translate(BRACKETS).split()) for _, m, _ in mentions_ if m.kind != "role")
    stated = Counter(role for _, m, roles in mentions_ for role in roles if m.kind != "role")
    return Entity(member.kind, member.name, _commonest(texts), _commonest(stated), shown, member.reasons)


def _roles(claim: Claim) -> tuple[str, ...]:
    value = claim.mention.value
    return value.roles if isinstance(value, Name) else ()


def _commonest(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in counts.most_common())


class Corpus:
    """Sources read once, to be compared with many drafts."""

    def __init__(
        self,
        sources: Iterable[Article],
        *,
        config: Config | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.config = config or Config()
        self._read = _read_all(_canonical(sources), self.config, progress)

    def compare(self, draft: Article, *, sheet: Facts = None) -> Report:
        """The findings that touch the draft, and its tick sheet (`report.ticks`).

        Raises `InputError` where a source has the draft's id or the `sheet` cannot be read.
        """
        if any(read.article.id == draft.id for read in self._read):
            raise InputError(
                f"the draft and a source share the id {draft.id!r}: give each article an id of its own"
            )
        ordered = sorted(
            [*self._read, _Read(draft, len(self._read), keep=True)], key=lambda read: read.article.id
        )
        return _Run(ordered, self.config, draft=draft.id, sheet=_sheet(sheet, self.config)).report()


def _sheet(given: Facts, config: Config) -> "Sheet | None":
    """The sheet that is given, else that of the settings; raises `UsageError` where it is no sheet."""
    given = config.sheet if given is None else given
    if given is None:
        return None
    from crosscheck.sheet import Sheet

    if isinstance(given, Sheet):
        return given
    if isinstance(given, (str, PathLike)):
        return Sheet.read(given)
    raise UsageError(f"sheet must be a Sheet or the path of one, not {type(given).__name__}")


def _canonical(articles: Iterable[Article]) -> list[Article]:
    listed = sorted(articles, key=lambda a: a.id)
    for one, two in pairwise(listed):
        if one.id == two.id:
            raise InputError(f"two articles share the id {one.id!r}: give each article an id of its own")
    return listed


class _Read:
    """What an article states, as claims of article `number`: what is kept between runs.

    With `keep` the document is kept too; else it is made anew where it is asked for.
    """

    __slots__ = ("_document", "article", "as_of", "claims", "elapsed", "names")

    def __init__(self, article: Article, number: int, *, keep: bool) -> None:
        document = Document(article)
        found = mentions(document)
        self.article = article
        self.as_of = document.as_of
        self.claims = bind(document, found, number)
        self.elapsed = elapsed_claims(document, found, number)
        self.names = telling_names(document)
        self._document = document if keep else None

    @property
    def document(self) -> Document:
        return self._document or Document(self.article)

    def stated(self, number: int) -> tuple[list[Claim], list[Claim]]:
        """Its claims and its elapsed times as those of article `number`."""
        return _numbered(self.claims, number), _numbered(self.elapsed, number)


def _numbered(claims: list[Claim], number: int) -> list[Claim]:
    return [c if c.article == number else evolve(c, article=number) for c in claims]


def _read_all(
    articles: Sequence[Article], config: Config, progress: Progress | None, *, keep: bool = True
) -> list[_Read]:
    """The articles read, in `config.jobs` processes where that is worth starting them."""
    reader = partial(_read_with, config.gazetteer == "large", keep)
    return list(mapped(reader, list(enumerate(articles)), _jobs(articles, config), progress))


def _jobs(articles: Iterable[Article], config: Config) -> int:
    """The number of processes for articles: one where more would start in vain."""
    worth = sum(len(article.text) for article in articles) >= MANY_JOBS_FROM
    return config.jobs if worth else 1


def _read_with(larger: bool, keep: bool, numbered: tuple[int, Article]) -> _Read:
    """An article read with the built-in gazetteer or the larger one, in whatever process."""
    gazetteer.use(larger=larger)
    number, article = numbered
    return _Read(article, number, keep=keep)


def _record(sheet: "Sheet | None", read: Sequence[_Read]) -> "Record | None":
    if sheet is None:
        return None
    from crosscheck.record import Record

    return Record.of(sheet, [one.document for one in read])


class _Run:
    """One check of articles in canonical order."""

    def __init__(
        self, read: Sequence[_Read], config: Config, draft: str | None = None, sheet: "Sheet | None" = None
    ) -> None:
        self.read = read
        self.config = config
        self.draft = draft
        self.record = _record(sheet, read)
        self.ids = [one.article.id for one in read] + ([self.record.id] if self.record else [])
        self.claims: list[Claim] = []
        self.elapsed: list[Claim] = []
        for number, one in enumerate(read):
            claims, elapsed = one.stated(number)
            self.claims.extend(claims)
            self.elapsed.extend(elapsed)
        self.claims.sort(key=order)
        self.stories = Stories([one.names for one in read])
        self.elapsed.sort(key=order)
        self.held = self.record.groups(self.claims, self.elapsed) if self.record else []

    def report(self) -> Report:
        jobs = _jobs((one.article for one in self.read), self.config)
        links = known_days(link(self.claims, self.stories, jobs), self.claims, self.stories)
        standing = self._standings(links)
        findings, refusals = self._ruled([*self._groups(links), *draft_groups(standing)])
        declined = self._declined(refusals)
        series = join_figures(self.claims, links, self.stories, [one.article.id for one in self.read])
        report = Report(
            findings=tuple(filter(self._asked, findings)),
            articles=(
                *(self._info(one) for one in self.read),
                *([self.record.info()] if self.record else []),
            ),
            ticks=self._tick_sheet().ticks(standing, findings) if self.draft is not None else (),
            declined=tuple(declined[:MOST_DECLINED]),
            declined_omitted=max(0, len(declined) - MOST_DECLINED),
            series=tuple(series[:MOST_SERIES]),
            series_omitted=max(0, len(series) - MOST_SERIES),
        )
        return waived(report)

    def _settled(self, findings: list[Finding]) -> list[Finding]:
        """The findings without those that one against the sheet settles."""
        if self.record is None:
            return findings
        from crosscheck.record import overruled

        places = [[(c.article, c.start, c.end) for c in f.claims if c.side is not None] for f in findings]
        needless = overruled([f.code for f in findings], places, self.record.id)
        return [f for number, f in enumerate(findings) if number not in needless]

    def _ruled(self, groups: Iterable[Group]) -> tuple[list[Finding], list[tuple[Rule, Group, Refusal]]]:
        """What the rules say of groups: findings in canonical order, and what they decline.

        With a draft rules that were not selected speak too: the tick sheet is whole, whatever
        findings are asked for.
        """
        findings: list[Finding] = []
        refusals: list[tuple[Rule, Group, Refusal]] = []
        rules = [rule for rule in ALL_RULES if rule.code in self._selected]
        for group in groups:
            for rule in rules:
                for outcome in rule.check(group) if group.kind in rule.takes else ():
                    if not isinstance(outcome, Refusal):
                        decided = self.record.decided(outcome) if self.record else outcome
                        findings.append(self._finding(rule, decided))
                    elif self._selected[rule.code]:
                        refusals.append((rule, group, outcome))
        findings = self._settled(findings)
        if self.draft is not None:
            findings = outdated(findings)
        findings.sort(key=lambda f: (f.claims[0].article, f.claims[0].start, f.code, f.fingerprint))
        return findings, refusals

    def _asked(self, finding: Finding) -> bool:
        """Whether a finding is of a selected rule and, with a draft, touches it."""
        touches = self.draft is None or any(c.article == self.draft for c in finding.claims)
        return touches and self._selected[finding.code]

    @cached_property
    def _selected(self) -> dict[str, bool]:
        """The rules that run, by code, and whether what they find is reported."""
        shown = {r.code: self.config.selects(r.code, enabled=r.enabled) for r in ALL_RULES}
        ticked = {r.code for r in ALL_RULES if self.draft is not None and self.config.ticks(r.code)}
        return {r.code: shown[r.code] for r in ALL_RULES if shown[r.code] or (r.enabled and r.code in ticked)}

    def _standings(self, links: Links) -> list[Standing]:
        """How the values of the draft stand; none without a draft."""
        if self.draft is None:
            return []
        number = next(i for i, one in enumerate(self.read) if one.article.id == self.draft)
        known = [*self.claims, *(self.record.claims if self.record else ())]
        texts = [one.article.text for one in self.read]
        backing = Backing(known, self._borne_out(links), self.stories, resolve(known), texts, number)
        return standings(self.claims, links, backing)

    def _borne_out(self, links: Links) -> Links:
        """The links that bear claims out, those with the sheet among them."""
        if self.record is None:
            return links
        from crosscheck.record import agreeing

        return Links(links.clashes, (*links.support, *agreeing(self.held)))

    def _tick_sheet(self) -> TickSheet:
        numbers = {name: number for number, name in enumerate(self.ids)}
        copies = Copies(
            [wordings(one.document) for one in self.read], [one.article.source for one in self.read]
        )
        return TickSheet(self.draft or "", self._evidence, copies, numbers)

    def _groups(self, links: Links) -> Iterable[Group]:
        exchanged = list(swapped_ages(self.claims, self.stories))
        told = {id(claim) for group in exchanged for claim in group.claims}
        yield from exchanged
        for group in groups(links):
            if group.kind != "age" or not any(id(claim) in told for claim in group.claims):
                yield group
        yield from event_groups(self.claims, self.elapsed, self.stories)
        yield from people_groups(self.claims, self.stories.names)
        yield from organisation_groups(self.claims)
        yield from place_groups(self.claims, self.stories)
        yield from quote_groups([*self.claims, *(self.record.quotations if self.record else ())])
        if self.record:
            yield from self.held
        yield from life_groups(self.claims, self.stories)
        for _, own in groupby(self.claims, key=lambda claim: claim.article):
            yield Group("article", tuple(own))

    def _reference(self, claim: Claim, side: str | None) -> ClaimRef:
        mention = claim.mention
        return ClaimRef(
            article=self.ids[claim.article],
            start=mention.start,
            end=mention.end,
            text=mention.text,
            value=_shown(mention),
            side=side,
        )

    def _finding(self, rule: Rule, conflict: Conflict) -> Finding:
        shown = tuple(self._reference(claim, side) for claim, side in conflict.claims)
        about = sorted({claim.subject for claim, _ in conflict.claims if claim.subject})
        stated = sorted({ref.value for ref in shown if ref.side is not None})
        digest = hashlib.sha256(
            "|".join([rule.code, *about, "=", *stated]).encode("utf-8", "surrogatepass")
        ).hexdigest()[:16]
        return Finding(
            code=rule.code,
            name=rule.name,
            severity=conflict.severity if conflict.severity is not None else rule.severity,
            confidence=conflict.confidence,
            message=conflict.message,
            fingerprint=f"{rule.code}-{digest}",
            claims=shown,
            reasons=conflict.reasons,
            suggestion=conflict.suggestion,
        )

    def _evidence(self, claim: Claim) -> Evidence:
        m = claim.mention
        return Evidence(self.ids[claim.article], m.start, m.end, m.text)

    def _declined(self, refusals: list[tuple[Rule, Group, Refusal]]) -> list[Declined]:
        counts: Counter[tuple[int, str, str]] = Counter()
        first: dict[tuple[int, str, str], Refusal] = {}
        for rule, group, refusal in refusals:
            key = (id(group), rule.code, refusal.reason)
            counts[key] += 1
            first.setdefault(key, refusal)
        return [
            Declined(
                code, reason, counts[_, code, reason], tuple(self._evidence(c) for c in refusal.claims[:2])
            )
            for (_, code, reason), refusal in first.items()
        ]

    def _info(self, one: _Read) -> ArticleInfo:
        article, as_of = one.article, one.as_of
        return ArticleInfo(
            id=article.id,
            title=article.title,
            source=article.source,
            published=article.published.isoformat() if article.published else None,
            as_of=as_of.day.isoformat() if as_of.day else None,
            as_of_from=as_of.source,
            text=article.text,
        )


def _shown(mention: Mention) -> str:
    """A mention's value as one short string: the figure with its unit, EDTF, ISO duration, name."""
    value = mention.value.to_dict()
    match mention.kind:
        case "quantity":
            figure = value["stated"] or f"{value['low'] or ''}..{value['high'] or ''}"
            return f"{figure} {value['unit']}" if value["unit"] else str(figure)
        case "date" | "duration":
            return str(value["stated"])
        case "time":
            return f"{value['earliest']}{value['zone'] or ''}"
        case "ordinal":
            return str(value["rank"])
        case "age":
            return str(value["low"]) if value["low"] == value["high"] else f"{value['low']}..{value['high']}"
        case "quotation":
            return str(value["words"])
    return str(value["name"])
