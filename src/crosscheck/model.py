"""What the pipeline passes on: articles, mentions, claims, groups, findings, the report."""

import enum
import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from attrs import field, frozen

from crosscheck.errors import InputError
from crosscheck.facts import Fact, Term
from crosscheck.values import Value

SCHEMA = "crosscheck-report/1"


class Severity(enum.IntEnum):
    """How much a finding weighs; `info` never fails a run."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        return self.name.lower()


def _text(_instance: Any, _attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise InputError(f"Article.text must be a str, not {type(value).__name__}; decode bytes first")


def _blank_for_none(given: str | None) -> str:
    return given or ""


def _published(_instance: Any, _attribute: Any, value: Any) -> None:
    if value is not None and not isinstance(value, date):
        raise InputError(
            f"Article.published must be a date, a datetime or None, not {value!r}; "
            "use datetime.fromisoformat for a string"
        )


@frozen(slots=True)
class Article:
    """One text and what is known about it. Offsets everywhere are code-point indexes into `text`.

    `published` is an aware or naive datetime, a date, or None for unknown. Without an `id`
    the article gets a stable digest of its content. With no `title` the first block of the
    text is the headline where it looks like one.

    Raises `InputError` where `text` is no string or `published` is neither date nor None.
    """

    text: str = field(validator=_text)
    id: str = field(default="", kw_only=True, converter=_blank_for_none)
    title: str | None = field(default=None, kw_only=True)
    source: str | None = field(default=None, kw_only=True)
    published: date | datetime | None = field(default=None, kw_only=True, validator=_published)
    url: str | None = field(default=None, kw_only=True)
    language: str = field(default="en", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not self.id:
            published = self.published and self.published.isoformat()
            parts = (self.text, self.title, self.source, published, self.url)
            digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]
            object.__setattr__(self, "id", digest)


@frozen(slots=True)
class AsOf:
    """The day from which an article speaks, and where that is known from.

    `source` is "metadata", "dateline", "text" or "unknown" (then `day` is None).
    """

    day: date | None
    source: str


@frozen(slots=True)
class Counted:
    """What a number counts.

    `head` is the singular head noun ("hostage"; empty where only the verb is known), `kind`
    its word class in the lexicon ("captive") or the head itself, `modifiers` the words
    before it ("Israeli"), `verb` the lemma or class of the predicate over it ("free"); all
    lower case.
    """

    head: str
    kind: str
    modifiers: tuple[str, ...] = ()
    verb: str | None = None


@frozen(slots=True)
class Mention:
    """A stretch of an article with the value it states; `text[start:end]` is `text`."""

    start: int
    end: int
    text: str
    kind: str
    value: Value
    counted: Counted | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "value": self.value.to_dict(),
        }


@frozen(slots=True, eq=False)
class Wording:
    """One sentence as written, shared by its claims: its text, where that starts, and its tokens.

    `lower` are the tokens in lower case, `starts` their code-point indexes into the article.
    """

    start: int
    text: str = field(repr=False)
    lower: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)


@frozen(slots=True)
class Claim:
    """A mention bound to its role: what it is about, who says so, as of when.

    `article` indexes the corpus (articles in canonical order), `sentence` numbers the
    sentences of the article, `sentence_span` is that sentence's code-point range.
    `subject` is the class of what is counted, dated or named; `predicate` the class of the
    verb over it. `left` and `right` hold the content words beside the value, nearest first,
    `before` and `after` the very next tokens, nearest first, `context` the content words of the sentence,
    `names` the capitalised ones. `modality` is asserted, planned, hypothetical or negated; `scope` is
    total, part, further, or None where the words do not tell. `counted_to` is the day to
    which an elapsed time counts ("nearly six months into the war"). `wording` is the whole
    sentence, and `at` the first token of the value in it and the first behind.
    which an elapsed time counts ("nearly six months into the war"). `actor` is the noun before
    the verb ("inflation slowed to 4.3 percent"), `tie` the preposition before the value ("to").
    """

    article: int
    mention: Mention
    sentence: int
    sentence_span: tuple[int, int]
    zone: str
    as_of: AsOf
    subject: str = ""
    predicate: str | None = None
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    context: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    speaker: str | None = None
    modality: str = "asserted"
    scope: str | None = None
    counted_to: date | None = None
    wording: Wording | None = field(default=None, eq=False, repr=False)
    at: tuple[int, int] = field(default=(0, 0), eq=False)
    actor: str | None = None
    tie: str | None = None


@frozen(slots=True)
class Link:
    """Two claims held to be about one fact: the match weight (log-odds, base 2) and its parts."""

    left: Claim
    right: Claim
    weight: float
    reasons: tuple[str, ...] = ()


@frozen(slots=True)
class Group:
    """Claims about one fact, in canonical order, and the links that joined them.

    `fact` is the entry of a facts sheet that decides, where there is one; the sheet's own
    claim is then the last. `subject` says what a group is about where the claims do not tell.
    """

    kind: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    fact: Fact | Term | None = None
    subject: tuple[str, ...] = ()


@frozen(slots=True)
class Conflict:
    """What a rule finds: claims, each with the side it takes (None: fits several)."""

    message: str
    claims: tuple[tuple[Claim, str | None], ...]
    reasons: tuple[str, ...]
    confidence: float
    severity: Severity | None = None
    suggestion: str | None = None


@frozen(slots=True)
class Refusal:
    """A comparison that a rule declines, with the reason from the contract's list."""

    reason: str
    claims: tuple[Claim, ...]


@frozen(slots=True)
class Rule:
    """A check: its stable code, its function, how much it weighs.

    The function's docstring is the manual page: the first line says what is checked, then
    prose, then "Flagged:" and "Not flagged:" with examples that run as tests. `takes` names
    the kinds of group it looks at ("quantity", "date", "person", "article" ...).
    """

    code: str
    name: str
    check: Callable[..., Iterator[Any]]
    severity: Severity
    since: str
    scope: str = "X"
    takes: tuple[str, ...] = ()
    enabled: bool = True


@frozen(slots=True)
class ClaimRef:
    """A claim as a finding shows it: where it stands, its words, its value, its side."""

    article: str
    start: int
    end: int
    text: str
    value: str
    side: str | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "value": self.value,
            "side": self.side,
        }


@frozen(slots=True)
class Finding:
    """One discrepancy: what clashes, where, why the claims are about one fact."""

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    fingerprint: str
    claims: tuple[ClaimRef, ...]
    reasons: tuple[str, ...] = ()
    suggestion: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "name": self.name,
            "severity": self.severity.label,
            "confidence": round(self.confidence, 4),
            "message": self.message,
            "fingerprint": self.fingerprint,
            "claims": [claim.to_dict() for claim in self.claims],
            "reasons": list(self.reasons),
            "suggestion": self.suggestion,
        }


@frozen(slots=True)
class Evidence:
    """Where a source bears on a ticked value."""

    article: str
    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"article": self.article, "start": self.start, "end": self.end, "text": self.text}


@frozen(slots=True)
class Tick:
    """One row of the tick sheet: a value of the draft and how the sources bear on it.

    `status` is supported, contradicted, outdated, unsupported or not_comparable. `evidence`
    is what makes it so: the sources that state the value, or the claims against it, and
    `independent` counts the independent sources behind it (copies of one wire story and
    articles of one publisher count once). Where the evidence is against a value, `backing`
    still says who states it, `why` what clashes and `finding` the fingerprint of the
    finding; of a value that is not comparable, `why` says why not.
    """

    article: str
    start: int
    end: int
    text: str
    kind: str
    status: str
    evidence: tuple[Evidence, ...] = ()
    independent: int = 0
    backing: tuple[Evidence, ...] = ()
    why: str | None = None
    finding: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "status": self.status,
            "evidence": [e.to_dict() for e in self.evidence],
            "independent": self.independent,
            "backing": [e.to_dict() for e in self.backing],
            "why": self.why,
            "finding": self.finding,
        }


@frozen(slots=True)
class Declined:
    """Comparisons of one group that were not made, with the reason, counted, one example each."""

    code: str
    reason: str
    count: int
    claims: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "reason": self.reason,
            "count": self.count,
            "claims": [c.to_dict() for c in self.claims],
        }


@frozen(slots=True)
class Appearance:
    """Where an entity stands in an article, and the role that it is given there, "" where none is.

    `start` and `end` are code-point offsets: `text[start:end]` of that article is `text`.
    """

    article: str
    start: int
    end: int
    text: str
    role: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "role": self.role,
        }


@frozen(slots=True)
class Entity:
    """A person, organisation or place of the cast, with all the names and roles that articles give it.

    `kind` is "person", "organisation", "place", or "name" where the words do not tell. `name` is
    the name it goes by; `variants` are all ways it is written and `roles` all roles it is given,
    the commonest first. `reasons` say why mentions of different names are held to be one's.
    """

    kind: str
    name: str
    variants: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Appearance, ...]
    reasons: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "name": self.name,
            "variants": list(self.variants),
            "roles": list(self.roles),
            "mentions": [m.to_dict() for m in self.mentions],
            "reasons": list(self.reasons),
        }


@frozen(slots=True)
class Figure:
    """One figure of a series: where it stands, its ends as decimal strings (None: open), its as-of day."""

    article: str
    start: int
    end: int
    text: str
    low: str | None
    high: str | None
    as_of: str | None

    def to_dict(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "low": self.low,
            "high": self.high,
            "as_of": self.as_of,
        }


@frozen(slots=True)
class Series:
    """What several articles give for one quantity, all in one unit (that of the first figure)."""

    unit: str | None
    figures: tuple[Figure, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"unit": self.unit, "figures": [f.to_dict() for f in self.figures]}


@frozen(slots=True)
class ArticleInfo:
    """What the report says of an article, with its text for showing lines (not in `to_dict`).

    `sheet` tells a facts sheet, which takes part as an article, from the articles.
    """

    id: str
    title: str | None
    source: str | None
    published: str | None
    as_of: str | None
    as_of_from: str
    text: str = field(repr=False, default="")
    sheet: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "published": self.published,
            "as_of": self.as_of,
            "as_of_from": self.as_of_from,
        }


@frozen(slots=True)
class Report:
    """The outcome of a run: iterate it for the findings.

    `silenced` counts the findings that rulings took out; `unused_waivers` are comments in
    articles that waive a rule and silence nothing.
    """

    findings: tuple[Finding, ...]
    articles: tuple[ArticleInfo, ...]
    ticks: tuple[Tick, ...] = ()
    declined: tuple[Declined, ...] = ()
    declined_omitted: int = 0
    version: str = "0.1.0"
    series: tuple[Series, ...] = ()
    series_omitted: int = 0
    silenced: int = 0
    unused_waivers: tuple[Evidence, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, schema "crosscheck-report/1"."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "articles": [a.to_dict() for a in self.articles],
            "findings": [f.to_dict() for f in self.findings],
            "ticks": [t.to_dict() for t in self.ticks],
            "declined": [d.to_dict() for d in self.declined],
            "declined_omitted": self.declined_omitted,
            "series": [s.to_dict() for s in self.series],
            "series_omitted": self.series_omitted,
            "silenced": self.silenced,
            "unused_waivers": [w.to_dict() for w in self.unused_waivers],
        }

    def to_json(self, *, indent: int | None = 1) -> str:
        """The report as JSON text; byte-identical for the same input in any order."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_dataframe(self, of: str = "findings", *, library: str | None = None) -> Any:
        """A part of the report as a data frame of pandas, or of polars where that alone is installed.

        `of` is "findings" (one row a claim), "ticks", "declined" (one row a reason, with an
        example), "articles" or "series" (one row a figure); `library` is "pandas" or "polars".
        Raises `UsageError` where neither is installed, or `of` or `library` is another word.
        """
        from crosscheck.notebook import frame

        return frame(self.to_dict(), of, library)

    def _repr_html_(self) -> str:
        """The report in a notebook's cell: the first findings, and how many there are."""
        from crosscheck.notebook import compact_html

        return compact_html(self.to_dict())
