"""The findings as CSV: one row a claim, the rows of one finding under one number."""

from collections.abc import Iterator

from crosscheck.model import Report
from crosscheck.reports.spots import articles_of, ordered, spot
from crosscheck.reports.table import table
from crosscheck.reports.view import View

HEAD = (
    "finding", "code", "name", "severity", "confidence", "message", "side", "text", "value",
    "article", "source", "published", "file", "line", "column", "suggestion", "fingerprint",
)  # fmt: skip


def render(report: Report, view: View) -> str:
    """A head line, and a row for each claim of each finding."""
    return table(HEAD, _rows(report, view))


def _rows(report: Report, view: View) -> Iterator[tuple[object, ...]]:
    articles = articles_of(report)
    for number, finding in enumerate(report.findings, 1):
        for claim in ordered(finding.claims, view):
            article = articles[claim.article]
            where = spot(article, claim.start, claim.end, view)
            yield (
                number, finding.code, finding.name, finding.severity.label, round(finding.confidence, 4),
                finding.message, claim.side, claim.text, claim.value,
                article.id, article.source, article.published, where.path, where.line, where.column,
                finding.suggestion, finding.fingerprint,
            )  # fmt: skip
