"""The articles, with every value that something points to marked where it stands."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from crosscheck.markup import Markup, cut, join, plural, tag
from crosscheck.model import ArticleInfo
from crosscheck.reports.html.page import Page, Span, date_of

WHOLE = 60_000  # code points up to which an article is shown whole, as long as the budget lasts
BUDGET = 2_000_000  # code points of articles that are shown whole, in all
AROUND = 500  # code points shown on either side of a marked value elsewhere
MOST_UNFOLDED = 12


def articles(page: Page) -> Markup:
    """All articles, the draft first; those with a mark are unfolded, as far as they are few."""
    budget, unfolded, parts = BUDGET, 0, []
    for article in page.articles.values():
        spans = page.spans.get(article.id, [])
        whole = len(article.text) <= min(WHOLE, budget)
        budget -= len(article.text) if whole else 0
        flagged = article.id == page.view.draft or any(span.weight == 3 for span in spans)
        unfolded += flagged
        pieces = [(0, len(article.text))] if whole else windows(spans, len(article.text))
        parts.append(_article(page, article, spans, pieces, unfolded=flagged and unfolded <= MOST_UNFOLDED))
    return tag(
        "section",
        tag("h2", "Articles"),
        _key(page),
        *parts,
        id="articles",
        aria_label="Articles",
        tabindex="0",
    )


def _key(page: Page) -> Markup | None:
    """What the marks mean, where there are ticks among them."""
    if not page.report.ticks:
        return None
    looks = ("supported", "contradicted", "outdated", "unsupported", "not_comparable")
    seen = {tick.status for tick in page.report.ticks}
    marks = [tag("span", look.replace("_", " "), class_=f"tick {look}") for look in looks if look in seen]
    return tag("p", "In the draft: ", join(marks, " "), class_="key")


def windows(spans: Iterable[Span], length: int) -> list[tuple[int, int]]:
    """The stretches of a long text that are shown: its beginning, and what surrounds each span.

    >>> windows([Span(5000, 5004, "ref", 1)], 9000)
    [(0, 1000), (4500, 5504)]
    """
    found = [(0, min(length, 2 * AROUND))]
    for span in spans:
        left, right = (
            max(0, span.start - AROUND),
            min(length, min(span.end, span.start + 4 * AROUND) + AROUND),
        )
        if left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def _article(
    page: Page, article: ArticleInfo, spans: list[Span], pieces: list[tuple[int, int]], *, unfolded: bool
) -> Markup:
    number = page.numbers[article.id]
    title = article.title or next(
        (line for line in article.text[:400].splitlines() if line.strip()), article.id
    )
    facts = [cut(article.source, 80) if article.source else None, date_of(article)]
    place = page.view.places.get(article.id)
    facts.append(cut(place.path, 160) if place else cut(article.id, 80))
    flagged = len({span.href for span in spans if span.weight == 3})
    shown = tag("div", *_text(page, article, spans, pieces), class_="text", dir="auto")
    return tag(
        "details",
        tag(
            "summary",
            tag("h3", cut(title, 200), dir="auto", id=f"a{number}-head"),
            tag("span", "draft", class_="badge draft") if article.id == page.view.draft else None,
            tag("span", plural(flagged, "finding"), class_="count") if flagged else None,
        ),
        tag("p", " · ".join(fact for fact in facts if fact), class_="facts", dir="auto"),
        shown,
        id=f"a{number}",
        class_="article",
        open=unfolded,
    )


def _text(
    page: Page, article: ArticleInfo, spans: list[Span], pieces: list[tuple[int, int]]
) -> Iterator[Markup]:
    """The shown stretches of the text, with the lengths of those left out."""
    at, first = 0, 0
    for left, right in pieces:
        if left > at:
            yield tag("p", f"… {left - at:,} characters are left out …", class_="note")
        last = first
        while last < len(spans) and spans[last].start < right:
            last += 1
        yield from _marked(page, article, spans[first:last], left, right)
        first, at = last, right
    if at < len(article.text):
        yield tag("p", f"… {len(article.text) - at:,} characters are left out …", class_="note")


def _marked(page: Page, article: ArticleInfo, spans: list[Span], left: int, right: int) -> Iterator[Markup]:
    """A stretch of text with its spans marked; where they overlap, each piece has the weightiest look."""
    text = article.text
    edges = sorted({left, right, *(min(max(e, left), right) for s in spans for e in (s.start, s.end))})
    waiting, active = list(reversed(spans)), list[Span]()
    for start, end in pairwise(edges):
        begun = []
        while waiting and waiting[-1].start <= start:
            begun.append(waiting.pop())
        active = [span for span in (*active, *begun) if span.end > start]
        words = join([text[start:end]])
        if not active:
            yield words
            continue
        ids = dict.fromkeys(
            page.anchor(article.id, span.start, span.end) for span in begun if span.end > start
        )
        ends = [span for span in active if span.end <= end or end == right]
        yield _mark(words, max(active, key=lambda span: span.weight), list(ids), ends)


def _mark(words: Markup, top: Span, ids: list[str], ends: list[Span]) -> Markup:
    """One marked piece: its words as a link back, and after the last of them the labels of all spans."""
    spoken = tag("span", f" ({top.spoken})", class_="unseen") if top.spoken and top in ends else None
    inner = tag("a", words, spoken, href=top.href) if top.href else words
    labels = [
        tag("a", span.label, href=span.href, aria_label=span.spoken, class_=f"label {span.look}")
        for span in ends
        if span.label
    ]
    anchors = [tag("span", id=name) for name in ids[1:]]
    marked = tag("mark", *anchors, inner, id=ids[0] if ids else None, class_=top.look)
    return join([marked, tag("sup", join(labels, " ")) if labels else None])
