"""The report as one HTML file: findings beside the articles, no network, no further file.

`crosscheck.markup` escapes, `page` knows what is shown and where it stands, `findings`, `articles`,
`series` and `sheets` each make a part; `report.css` and `report.js` lie beside them.
"""

import hashlib
from base64 import b64encode
from collections import Counter
from functools import cache
from importlib import resources

from crosscheck.markup import Markup, cut, join, plural, tag
from crosscheck.model import Report
from crosscheck.reports.html.articles import articles
from crosscheck.reports.html.findings import filters, findings
from crosscheck.reports.html.page import Page
from crosscheck.reports.html.series import quantities
from crosscheck.reports.html.sheets import declined, tick_sheet
from crosscheck.reports.summary import graded
from crosscheck.reports.view import View

MOST_PROBLEMS = 50
ICON = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def render(report: Report, view: View) -> str:
    """The whole page; its policy forbids every request, and its only script is the one it carries."""
    page = Page(report, view)
    style, script = _asset("report.css"), _asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"crosscheck {report.version}"),
        tag("title", _title(page)),
        tag("link", rel="icon", href=ICON),
        tag("style", Markup(style)),
    )
    # The script goes last: it works on what stands before it, and the page is whole without it.
    body = tag("body", *_body(page), tag("script", Markup(script)))
    return "<!doctype html>\n" + tag("html", head, "\n", body, lang="en") + "\n"


def _body(page: Page) -> list[Markup]:
    parts = [findings(page), tick_sheet(page), quantities(page), declined(page)]
    shown = [(name, label, part) for (name, label), part in zip(_sections(page), parts, strict=True) if part]
    links = [*((name, label) for name, label, _ in shown), ("articles", f"Articles {len(page.articles):,}")]
    return [
        tag("a", "Skip to the findings", href="#findings", class_="skip"),
        tag(
            "header",
            tag("div", tag("h1", "Crosscheck report"), tag("p", _summary(page), class_="lead")),
            tag("nav", *(tag("a", label, href=f"#{name}") for name, label in links), aria_label="Sections"),
            tag(
                "div",
                tag("button", "Unfold all", type="button", id="unfold", aria_pressed="false"),
                tag("button", "Theme: as the system", type="button", id="theme"),
                class_="tools script-only",
            ),
        ),
        tag(
            "main",
            tag("div", _problems(page), filters(page), *(part for _, _, part in shown), class_="work"),
            articles(page),
        ),
        tag(
            "footer",
            tag("p", f"Made by crosscheck {page.report.version}, offline, without a language model."),
        ),
        tag("div", id="live", role="status", aria_live="polite", class_="unseen"),
    ]


def _problems(page: Page) -> Markup | None:
    """What could not be read, before all else: the report says nothing of it."""
    if not page.view.problems:
        return None
    listed = tag(
        "ul", *(tag("li", cut(problem), dir="auto") for problem in page.view.problems[:MOST_PROBLEMS])
    )
    left = len(page.view.problems) - MOST_PROBLEMS
    more = tag("p", f"and {left:,} more", class_="note") if left > 0 else None
    return tag(
        "section",
        tag("h2", "Not read, and so not checked"),
        listed,
        more,
        class_="problems",
        aria_label="Not read",
    )


def _sections(page: Page) -> list[tuple[str, str]]:
    report = page.report
    return [
        ("findings", f"Findings {len(report.findings):,}"),
        ("ticks", f"Tick sheet {len(report.ticks):,}"),
        ("series", f"Over time {len(report.series):,}"),
        ("declined", f"Not compared {len(report.declined) + report.declined_omitted:,}"),
    ]


def _title(page: Page) -> str:
    found, read = plural(len(page.report.findings), "finding"), plural(len(page.articles), "article")
    return f"{found} in {read} - crosscheck"


def _summary(page: Page) -> Markup:
    """One sentence: how many findings of which weight, in how many articles."""
    counts = Counter(finding.severity for finding in page.report.findings)
    found = [tag("b", graded(counts[s], s), class_=s.label) for s in sorted(counts, reverse=True)]
    articles_read = f" in {plural(len(page.articles), 'article')}"
    if not found:
        return join(["No contradiction found", articles_read])
    return join([join(found, ", "), articles_read])


@cache
def _asset(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8").strip()


def _digest(content: str) -> str:
    """What the policy calls a style or script by: the hash of its text."""
    return f"'sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
