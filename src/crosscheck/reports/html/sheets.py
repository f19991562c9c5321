"""The tick sheet of a draft, and what was not compared."""

from collections import Counter

from crosscheck.markup import Markup, cut, join, tag
from crosscheck.model import Declined, Tick
from crosscheck.reports.html.page import MOST_TICKS, Page
from crosscheck.reports.summary import REASONS

MARKS = {"supported": "✓", "contradicted": "✗", "outdated": "↻", "unsupported": "–", "not_comparable": "?"}


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
    rows = [_tick(page, number, tick) for number, tick in enumerate(ticks[:MOST_TICKS], 1)]
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
        tag("fieldset", tag("legend", "Show"), *boxes, class_="script-only"),
        _wide(table, "Tick sheet"),
        more,
        id="ticks",
        aria_label="Tick sheet",
    )


def _wide(table: Markup, label: str) -> Markup:
    """A table that scrolls by itself where the window is narrow."""
    return tag("div", table, class_="wide", tabindex="0", role="region", aria_label=f"{label}, table")


def _tick(page: Page, number: int, tick: Tick) -> Markup:
    line = page.line(tick.article, tick.start)
    found: dict[str, list[Markup]] = {}
    for e in tick.evidence:
        found.setdefault(e.article, []).append(
            page.link(e.article, e.start, e.end, tag("bdi", cut(e.text, 60)))
        )
    evidence = [
        join([tag("bdi", page.name(article)), ": ", join(links, ", ")]) for article, links in found.items()
    ]
    return tag(
        "tr",
        tag("td", f"{line}"),
        tag("td", page.link(tick.article, tick.start, tick.end, tag("bdi", cut(tick.text, 80)))),
        tag("td", tick.kind),
        tag(
            "td",
            tag("span", MARKS.get(tick.status, ""), aria_hidden="true"),
            f" {tick.status.replace('_', ' ')}",
            class_="status",
        ),
        tag("td", join(evidence, "; ")),
        id=f"t{number}",
        class_=tick.status,
        data_status=tick.status,
        tabindex="-1",
    )


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
