"""The tick sheet of a draft, and what was not compared."""

from collections import Counter
from collections.abc import Iterable, Mapping

from crosscheck.markup import Markup, cut, join, tag
from crosscheck.model import Declined, Evidence, Tick
from crosscheck.reports.html.page import MOST_FINDINGS, MOST_TICKS, Page
from crosscheck.reports.summary import REASONS

MARKS = {"supported": "✓", "contradicted": "✗", "outdated": "↻", "unsupported": "–", "not_comparable": "?"}
COUNTED = "“By 3” counts independent sources: copies of one story, and articles of one publisher, count once."


def tick_sheet(page: Page) -> Markup | None:
    """Every value of the draft in the order of its text, and how the sources bear on it."""
    ticks = page.report.ticks
    if not ticks:
        return None
    counts = Counter(tick.status for tick in ticks)
    boxes = [
        tag(
            "label",
            tag("input", type="checkbox", name="status", value=status, checked=True),
            f" {status.replace('_', ' ')} {counts[status]:,}",
            class_=f"box {status}",
        )
        for status in MARKS
        if counts[status]
    ]
    listed = enumerate(page.report.findings[:MOST_FINDINGS], 1)
    number_of = {finding.fingerprint: number for number, finding in listed}
    rows = [_tick(page, number, tick, number_of) for number, tick in enumerate(ticks[:MOST_TICKS], 1)]
    left = len(ticks) - len(rows)
    more = (
        tag("p", f"{left:,} more are left out here; other formats list them.", class_="note")
        if left
        else None
    )
    names = ("Line", "In the draft", "Kind", "Status", "Sources")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names))),
        tag("tbody", *rows),
        class_="ticks",
    )
    return tag(
        "section",
        tag("h2", "Tick sheet"),
        tag("p", COUNTED, class_="note"),
        tag("fieldset", tag("legend", "Show"), *boxes, class_="script-only"),
        _wide(table, "Tick sheet"),
        more,
        id="ticks",
        aria_label="Tick sheet",
    )


def _wide(table: Markup, label: str) -> Markup:
    """A table that scrolls by itself where the window is narrow."""
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=f"{label}, table")


def _tick(page: Page, number: int, tick: Tick, number_of: Mapping[str, int]) -> Markup:
    status = [
        tag("span", MARKS.get(tick.status, ""), aria_hidden="true"),
        f" {tick.status.replace('_', ' ')}",
        tag("span", f" by {tick.independent:,}", class_="soft") if tick.independent > 1 else None,
    ]
    return tag(
        "tr",
        tag("td", f"{page.line(tick.article, tick.start)}"),
        tag("td", page.link(tick.article, tick.start, tick.end, tag("bdi", cut(tick.text, 80)))),
        tag("td", tick.kind),
        tag("td", *status, class_="status"),
        tag("td", *_sources(page, tick, number_of)),
        id=f"t{number}",
        class_=tick.status,
        data_status=tick.status,
        tabindex="-1",
    )


def _sources(page: Page, tick: Tick, number_of: Mapping[str, int]) -> list[Markup]:
    """What the sources say to a value: those that make its status, those that state it all the same, why."""
    told = [tag("div", _by_article(page, tick.evidence))] if tick.evidence else []
    if tick.backing:
        told.append(tag("div", "stated by ", _by_article(page, tick.backing)))
    if number := number_of.get(tick.finding or ""):
        told.append(tag("div", tag("a", f"finding {number}", href=f"#f{number}")))
    elif tick.why:
        told.append(tag("div", cut(tick.why, 200), class_="soft", dir="auto"))
    return told


def _by_article(page: Page, evidence: Iterable[Evidence]) -> Markup:
    """Places in the sources, each source named once."""
    found: dict[str, list[Markup]] = {}
    for e in evidence:
        found.setdefault(e.article, []).append(
            page.link(e.article, e.start, e.end, tag("bdi", cut(e.text, 60)))
        )
    named = (
        join([tag("bdi", page.name(article)), ": ", join(links, ", ")]) for article, links in found.items()
    )
    return join(named, "; ")


def declined(page: Page) -> Markup | None:
    """What looked like a conflict and was not compared, with the reason and an example."""
    rows = page.report.declined
    if not rows and not page.report.declined_omitted:
        return None
    left = page.report.declined_omitted
    more = tag("p", f"{left:,} more rows are left out.", class_="note") if left else None
    names = ("Rule", "Reason", "Times", "Example")
    table = tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names))),
        tag("tbody", *(_declined(page, row) for row in rows)),
        class_="declined",
    )
    note = "These values differ and were not held against each other, for the reason given."
    return tag(
        "section",
        tag("h2", "Not compared"),
        tag("p", note, class_="note"),
        _wide(table, "Not compared"),
        more,
        id="declined",
        aria_label="Not compared",
    )


def _declined(page: Page, row: Declined) -> Markup:
    examples = [
        tag(
            "li",
            page.sentence(c.article, c.start, c.end, 110),
            " ",
            tag("cite", page.name(c.article)),
            dir="auto",
        )
        for c in row.claims
    ]
    return tag(
        "tr",
        tag("td", row.code),
        tag(
            "td",
            tag("b", row.reason.replace("-", " ")),
            f": {REASONS[row.reason]}" if row.reason in REASONS else None,
        ),
        tag("td", f"{row.count:,}"),
        tag("td", tag("ul", *examples) if examples else None),
    )
