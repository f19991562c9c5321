"""The way of the data, end to end: articles in, mentions, findings or a report out."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby, pairwise
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from crosscheck.align.backing import backing
from crosscheck.align.cast import KINDS as NAMES
from crosscheck.align.cast import Member, resolve
from crosscheck.align.events import event_groups
from crosscheck.align.groups import Links, groups, link, order
from crosscheck.align.lives import life_groups
from crosscheck.align.organisations import organisation_groups
from crosscheck.align.quotes import quote_groups
from crosscheck.align.roster import people_groups
from crosscheck.align.series import series as join_figures
from crosscheck.align.stories import Stories
from crosscheck.config import Config
from crosscheck.errors import InputError, UsageError
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import elapsed_claims, telling_names
from crosscheck.extraction.document import Document
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
    Tick,
)
from crosscheck.rules import ALL_RULES
from crosscheck.rulings import waived
from crosscheck.values import Instant, Moment, Name

if TYPE_CHECKING:
    from crosscheck.record import Record
    from crosscheck.sheet import Sheet

MOST_DECLINED = 200
MOST_SERIES = 100
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


def check(articles: Iterable[Article], *, sheet: Facts = None, config: Config | None = None) -> Report:
    """Check articles against each other, all against all, and each within itself.

    `sheet` is a `Sheet` of facts that the desk holds to be true, or the path of one; where it
    speaks, it decides. The report is the same whatever the order of the articles. Raises
    `InputError` where two articles share an id or the sheet cannot be read.
    """
    config = config or Config()
    return _Run([_Read.of(a) for a in _canonical(articles)], config, sheet=_sheet(sheet, config)).report()


def compare(
    draft: Article, sources: Iterable[Article], *, sheet: Facts = None, config: Config | None = None
) -> Report:
    """Check one draft against its sources: findings that touch the draft, and its tick sheet.

    Raises as `check` does.
    """
    return Corpus(sources, config=config).compare(draft, sheet=sheet)


def entities(articles: Iterable[Article]) -> tuple[Entity, ...]:
    """The cast of articles: each person, organisation and place once, in the order of first mention.

    Articles count in the order of their ids, so that the cast is the same whatever order they are
    given in. Credits, bylines and other furniture name nobody. Raises `InputError` where two
    articles share an id.
    """
    listed = _canonical(articles)
    claims: list[Claim] = []
    for number, article in enumerate(listed):
        document = Document(article)
        claims.extend(bind(document, mentions(document, NAMES), number))
    return tuple(_entity(member, listed) for member in resolve(claims).members)


def _entity(member: Member, articles: Sequence[Article]) -> Entity:
    shown = tuple(
        Appearance(articles[c.article].id, m.start, m.end, m.text, "; ".join(dict.fromkeys(v.roles)))
        for c in member.claims
        if isinstance(v := (m := c.mention).value, Name)
    )
    texts = Counter(" ".join(m.text.split()) for m in shown)
    roles = Counter(r for c in member.claims if isinstance(v := c.mention.value, Name) for r in v.roles)
    return Entity(member.kind, member.name, _commonest(texts), _commonest(roles), shown, member.reasons)


def _commonest(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(text for text, _ in counts.most_common())


class Corpus:
    """Sources read once, to be compared with many drafts."""

    def __init__(self, sources: Iterable[Article], *, config: Config | None = None) -> None:
        self.config = config or Config()
        self._read = [_Read.of(a) for a in _canonical(sources)]

    def compare(self, draft: Article, *, sheet: Facts = None) -> Report:
        """The findings that touch the draft, and its tick sheet (`report.ticks`).

        Raises `InputError` where a source has the draft's id or the `sheet` cannot be read.
        """
        if any(read.article.id == draft.id for read in self._read):
            raise InputError(
                f"the draft and a source share the id {draft.id!r}: give each article an id of its own"
            )
        ordered = sorted([*self._read, _Read.of(draft)], key=lambda read: read.article.id)
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
    """An article with its document and mentions: what a corpus keeps between runs."""

    __slots__ = ("article", "document", "mentions")

    def __init__(self, article: Article) -> None:
        self.article = article
        self.document = Document(article)
        self.mentions = mentions(self.document)

    @classmethod
    def of(cls, article: Article) -> "_Read":
        return cls(article)


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
            self.claims.extend(bind(one.document, one.mentions, number))
            self.elapsed.extend(elapsed_claims(one.document, one.mentions, number))
        self.claims.sort(key=order)
        self.stories = Stories([telling_names(one.document) for one in read])
        self.elapsed.sort(key=order)
        self.held = self.record.groups(self.claims, self.elapsed) if self.record else []

    def report(self) -> Report:
        links = link(self.claims, self.stories)
        findings: list[Finding] = []
        refusals: list[tuple[Rule, Group, Refusal]] = []
        rules = [rule for rule in ALL_RULES if self.config.selects(rule.code, enabled=rule.enabled)]
        for group in self._groups(links):
            for rule in rules:
                if group.kind not in rule.takes:
                    continue
                for outcome in rule.check(group):
                    if isinstance(outcome, Refusal):
                        refusals.append((rule, group, outcome))
                    else:
                        decided = self.record.decided(outcome) if self.record else outcome
                        findings.append(self._finding(rule, decided))
        findings = self._settled(findings)
        findings = [
            f for f in findings if self.draft is None or any(c.article == self.draft for c in f.claims)
        ]
        findings.sort(key=lambda f: (f.claims[0].article, f.claims[0].start, f.code, f.fingerprint))
        declined = self._declined(refusals)
        series = join_figures(self.claims, links, self.stories, [one.article.id for one in self.read])
        report = Report(
            findings=tuple(findings),
            articles=(
                *(self._info(one) for one in self.read),
                *([self.record.info()] if self.record else []),
            ),
            ticks=tuple(self._ticks(links, findings)),
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

    def _groups(self, links: Links) -> Iterable[Group]:
        yield from groups(links)
        yield from event_groups(self.claims, self.elapsed, self.stories)
        yield from people_groups(self.claims, self.stories.names)
        yield from organisation_groups(self.claims)
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
        digest = hashlib.sha256("|".join([rule.code, *about, "=", *stated]).encode()).hexdigest()[:16]
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
        article, as_of = one.article, one.document.as_of
        return ArticleInfo(
            id=article.id,
            title=article.title,
            source=article.source,
            published=article.published.isoformat() if article.published else None,
            as_of=as_of.day.isoformat() if as_of.day else None,
            as_of_from=as_of.source,
            text=article.text,
        )

    def _ticks(self, links: Links, findings: Sequence[Finding]) -> Iterable[Tick]:
        if self.draft is None:
            return
        number = next(i for i, one in enumerate(self.read) if one.article.id == self.draft)
        known = [*self.claims, *(self.record.claims if self.record else ())]
        for claim, sources in backing(known, self._borne_out(links), number):
            m = claim.mention
            against = _against(findings, self.draft, m)
            status = "contradicted" if against else "supported" if sources else self._unbacked(claim)
            evidence = against or tuple(map(self._evidence, sources))
            yield Tick(self.draft, m.start, m.end, m.text, m.kind, status, evidence)

    def _borne_out(self, links: Links) -> Links:
        """The links that bear claims out, those with the sheet among them."""
        if self.record is None:
            return links
        from crosscheck.record import agreeing

        return Links(links.clashes, (*links.support, *agreeing(self.held)))

    @staticmethod
    def _unbacked(claim: Claim) -> str:
        """Whether nothing was found for a claim, or nothing could be: "tomorrow" of an undated draft."""
        value = claim.mention.value
        undated = claim.as_of.day is None and isinstance(value, Moment) and value.relative
        return "not_comparable" if undated or isinstance(value, Instant) else "unsupported"


def _against(findings: Sequence[Finding], draft: str, mention: Mention) -> tuple[Evidence, ...]:
    """The claims of other articles, on another side, in the findings that show this mention of the draft."""
    found: dict[Evidence, None] = {}
    for finding in findings:
        own = [
            c for c in finding.claims if (c.article, c.start, c.end) == (draft, mention.start, mention.end)
        ]
        for c in finding.claims if own and own[0].side is not None else ():
            if c.article != draft and c.side != own[0].side:
                found[Evidence(c.article, c.start, c.end, c.text)] = None
    return tuple(found)


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
