"""The tick sheet as CSV: one row for each value of the draft, in the order of its text."""

from collections.abc import Iterator

from crosscheck.model import Report
from crosscheck.reports.spots import articles_of, sources, spot
from crosscheck.reports.table import table
from crosscheck.reports.view import View

HEAD = (
    "line", "column", "text", "kind", "status", "by", "independent", "evidence", "stated by", "why",
    "finding", "article", "file",
)  # fmt: skip


def render(report: Report, view: View) -> str:
    """A head line and the ticks; without a draft the head line alone."""
    return table(HEAD, _rows(report, view))


def _rows(report: Report, view: View) -> Iterator[tuple[object, ...]]:
    articles = articles_of(report)
    for tick in report.ticks:
        where = spot(articles[tick.article], tick.start, tick.end, view)
        evidence = []
        for one in tick.evidence:
            at = spot(articles[one.article], one.start, one.end, view)
            evidence.append(f"{at.name}:{at.line}:{at.column} {one.text}")
        yield (
            where.line, where.column, tick.text, tick.kind, tick.status.replace("_", " "),
            "; ".join(sources(tick.evidence, articles)), tick.independent, "; ".join(evidence),
            "; ".join(sources(tick.backing, articles)), tick.why, tick.finding, tick.article, where.path,
        )  # fmt: skip
