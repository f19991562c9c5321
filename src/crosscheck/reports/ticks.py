"""The tick sheet as CSV: one row for each value of the draft, in the order of its text."""

from collections.abc import Iterator

from crosscheck.model import Report
from crosscheck.reports.spots import articles_of, spot
from crosscheck.reports.table import table
from crosscheck.reports.view import View

HEAD = ("line", "column", "text", "kind", "status", "sources", "evidence", "article", "file")


def render(report: Report, view: View) -> str:
    """A head line and the ticks; without a draft the head line alone."""
    return table(HEAD, _rows(report, view))


def _rows(report: Report, view: View) -> Iterator[tuple[object, ...]]:
    articles = articles_of(report)
    for tick in report.ticks:
        where = spot(articles[tick.article], tick.start, tick.end, view)
        sources = dict.fromkeys(articles[e.article].source or e.article for e in tick.evidence)
        evidence = []
        for one in tick.evidence:
            at = spot(articles[one.article], one.start, one.end, view)
            evidence.append(f"{at.name}:{at.line}:{at.column} {one.text}")
        yield (
            where.line, where.column, tick.text, tick.kind, tick.status.replace("_", " "),
            "; ".join(sources), "; ".join(evidence), tick.article, where.path,
        )  # fmt: skip
