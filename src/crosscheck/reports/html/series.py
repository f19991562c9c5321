"""Quantities over time: a small chart and a table of what each article gives as of which day."""

import re
from decimal import Decimal

from crosscheck.markup import Markup, cut, tag
from crosscheck.model import Figure, Series
from crosscheck.reports.html.chart import chart
from crosscheck.reports.html.page import Page

LEAD = 60  # code points after a figure that name its series
CLAUSE = re.compile(r"\s+[-–—]\s|[\n\r]|[.!?,;:)](?:\s|$)")


def quantities(page: Page) -> Markup | None:
    """Each quantity that several articles give figures for, oldest figure first."""
    if not page.report.series:
        return None
    parts = [_series(page, number, one) for number, one in enumerate(page.report.series, 1)]
    left = page.report.series_omitted
    more = tag("p", f"{left:,} more are left out.", class_="note") if left else None
    lead = (
        "What the articles give for one quantity, by the day from which each speaks. "
        "Figures may move; what may not stands among the findings."
    )
    return tag(
        "section",
        tag("h2", "Over time"),
        tag("p", lead, class_="note"),
        *parts,
        more,
        id="series",
        aria_label="Over time",
    )


def _series(page: Page, number: int, series: Series) -> Markup:
    figures = sorted(
        series.figures, key=lambda f: (f.as_of is None, f.as_of or "", page.numbers[f.article], f.start)
    )
    rows = [
        tag(
            "tr",
            tag("td", f"{i}"),
            tag("td", figure.as_of or "unknown", class_="day"),
            tag("td", page.link(figure.article, figure.start, figure.end, tag("bdi", cut(figure.text, 60)))),
            tag("td", ends(figure), class_="figure"),
            tag("td", tag("bdi", page.name(figure.article))),
        )
        for i, figure in enumerate(figures, 1)
    ]
    columns = (
        "No.",
        "As of",
        "Words",
        f"Value{f', {cut(series.unit, 40)}' if series.unit else ''}",
        "Article",
    )
    return tag(
        "figure",
        tag("figcaption", tag("h3", f"{number}. ", tag("bdi", _about(page, figures[0])))),
        tag(
            "div",
            chart(figures, series.unit),
            tag(
                "table",
                tag("thead", tag("tr", *(tag("th", name, scope="col") for name in columns))),
                tag("tbody", *rows),
            ),
            class_="wide",
            tabindex="0",
            role="region",
            aria_label=f"Figures of quantity {number}",
        ),
    )


def _about(page: Page, figure: Figure) -> str:
    """The words that name a series: a figure with what follows it, to the end of its clause."""
    text = page.articles[figure.article].text
    after = text[figure.end : figure.end + LEAD]
    clause = CLAUSE.split(after, maxsplit=1)[0]
    if clause == after and figure.end + LEAD < len(text):
        clause = clause.rpartition(" ")[0] + " …"
    return f"“{cut(text[figure.start : figure.end], LEAD)}{clause}”"


def ends(figure: Figure) -> str:
    """The value of a figure in digits.

    >>> ends(Figure("a", 0, 1, "at least five", "5", None, None))
    '5 or more'
    """
    low, high = grouped(figure.low), grouped(figure.high)
    if low == high:
        return low
    if not high:
        return f"{low} or more"
    return f"{low} to {high}" if low else f"up to {high}"


def grouped(number: str | None) -> str:
    """A decimal string with commas between its thousands.

    >>> grouped("1234567.5")
    '1,234,567.5'
    """
    return "" if number is None else f"{Decimal(number):,}" if len(number) < 40 else cut(number, 40)
