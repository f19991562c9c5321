"""What a page shows and where it stands: the caps, the marked spans, the links to them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from attrs import field, frozen

from crosscheck.markup import Markup, cut, join, tag
from crosscheck.model import ArticleInfo, Report
from crosscheck.reports.excerpt import excerpt
from crosscheck.reports.view import View

MOST_FINDINGS = 1000
MOST_TICKS = 5000
MOST_SPANS = 2000  # marked in one article
SIDES = "abcdefgh"  # sides with a colour of their own; further ones share the last
EXCERPT = 190  # columns of a sentence around a value


@frozen(slots=True)
class Span:
    """A stretch of an article that something points to.

    `label` is what stands beside it ("1a": finding 1, side a), `spoken` the same in words,
    `href` leads back to what points to it, `look` is its class. Heavier spans win the look.
    """

    start: int
    end: int
    look: str
    weight: int
    href: str | None = None
    label: str = ""
    spoken: str = ""


@frozen(slots=True)
class Page:
    """A report laid out: its findings and ticks within the caps, and the spans of each article."""

    report: Report
    view: View
    articles: dict[str, ArticleInfo] = field(init=False)
    numbers: dict[str, int] = field(init=False)
    spans: dict[str, list[Span]] = field(init=False)
    _breaks: dict[str, list[int]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        listed = sorted(self.report.articles, key=lambda article: article.id != self.view.draft)
        set_ = object.__setattr__
        set_(self, "articles", {article.id: article for article in listed})
        set_(self, "numbers", {article.id: number for number, article in enumerate(listed)})
        set_(self, "spans", self._spans())

    def _spans(self) -> dict[str, list[Span]]:
        found: dict[str, dict[Span, None]] = defaultdict(dict)
        for number, finding in enumerate(self.report.findings[:MOST_FINDINGS], 1):
            for claim in finding.claims:
                side = f"side {claim.side}" if claim.side else "fits several sides"
                found[claim.article][
                    Span(
                        claim.start,
                        claim.end,
                        look(claim.side),
                        3,
                        f"#f{number}",
                        f"{number}{claim.side or ''}",
                        f"finding {number}, {side}",
                    )
                ] = None
        for number, tick in enumerate(self.report.ticks[:MOST_TICKS], 1):
            spoken = tick.status.replace("_", " ")
            found[tick.article][
                Span(tick.start, tick.end, f"tick {tick.status}", 2, f"#t{number}", "", spoken)
            ] = None
        pointed = [e for tick in self.report.ticks[:MOST_TICKS] for e in (*tick.evidence, *tick.backing)]
        pointed += [e for row in self.report.declined for e in row.claims]
        for evidence in pointed:
            found[evidence.article][Span(evidence.start, evidence.end, "ref", 1)] = None
        for series in self.report.series:
            for figure in series.figures:
                found[figure.article][Span(figure.start, figure.end, "ref", 1)] = None
        return {
            article.id: _ordered(span for span in spans if span.start < span.end <= len(article.text))
            for article in self.articles.values()
            if (spans := found.get(article.id))
        }

    def anchor(self, article: str, start: int, end: int) -> str:
        """The id of a span in the page."""
        return f"p{self.numbers[article]}-{start}-{end}"

    def link(self, article: str, start: int, end: int, shown: str | Markup) -> Markup:
        """A link to a span, or the bare words where the article has too many to mark them all."""
        spans = self.spans.get(article, [])
        i = bisect_left(spans, (start, end), key=lambda span: (span.start, span.end))
        if i < len(spans) and (spans[i].start, spans[i].end) == (start, end):
            return tag("a", shown, href=f"#{self.anchor(article, start, end)}", class_="jump")
        return tag("span", shown)

    def sentence(self, article: str, start: int, end: int, width: int = EXCERPT) -> Markup:
        """The sentence around a span, the span itself a link to its place in the article."""
        piece = excerpt(self.articles[article].text, start, end, width)
        return join([piece.before, self.link(article, start, end, piece.value), piece.after])

    def line(self, article: str, offset: int) -> int:
        """The line of an offset, from 1: of the article's file where it has lines there, else of its text."""
        if article not in self._breaks:
            text = self.articles[article].text
            self._breaks[article] = [found.start() for found in re.finditer("\n", text)]
        place = self.view.places.get(article)
        return bisect_left(self._breaks[article], offset) + (place.line if place and place.line else 1)

    def name(self, article: str) -> str:
        """How an article is called in a list: its source, its title, or else its id."""
        info = self.articles[article]
        return cut(info.source or info.title or info.id, 80)

    def origin(self, article: str, start: int) -> str:
        """Where a statement stands: source, date, file and line, as far as they are known."""
        info, place = self.articles[article], self.view.places.get(article)
        known = [self.name(article), date_of(info)]
        line = self.line(article, start)
        known.append(f"{cut(place.path, 120)}:{line}" if place and place.line else f"line {line}")
        return " · ".join(known)


def _ordered(spans: Iterable[Span]) -> list[Span]:
    """The spans of an article in the order of its text, the weightiest where there are too many."""
    kept = sorted(spans, key=lambda span: (-span.weight, span.start, span.end, span.href or ""))[:MOST_SPANS]
    return sorted(kept, key=lambda span: (span.start, span.end, -span.weight, span.href or ""))


def look(side: str | None) -> str:
    """The class of a side: its letter as far as there are colours."""
    return f"side side-{side if side in SIDES else SIDES[-1]}" if side else "side side-none"


def date_of(info: ArticleInfo) -> str:
    """The day of an article in words: published, or as of, or undated."""
    if info.published:
        return info.published[:10]
    return f"as of {info.as_of} (from its {info.as_of_from})" if info.as_of else "undated"
