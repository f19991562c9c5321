"""The report as Markdown, for a comment, a wiki or a page.

CommonMark with tables (GitHub's and most others'). Whatever articles say is shown as it
stands: marks are escaped, and a handle ("@name") notifies nobody.
"""

import re
from collections.abc import Iterable, Iterator

from crosscheck.model import ArticleInfo, ClaimRef, Finding, Report, Tick
from crosscheck.reports import summary
from crosscheck.reports.excerpt import excerpt, printable
from crosscheck.reports.spots import articles_of, ordered, side, sources, spot
from crosscheck.reports.view import View

MARKS = re.compile(r"([\\`*_\[\]|<>~&$])")
OPENING = re.compile(r"^(\s*(?=[-+=#])|\d+(?=[.)]\s))")  # what makes a list or a heading of a line
SENTENCE = 240  # columns of a quoted sentence
TICKS = {
    "supported": "✓",
    "contradicted": "✗",
    "outdated": "↻",
    "unsupported": "–",
    "not_comparable": "?",
}


def render(report: Report, view: View) -> str:
    """A heading, a section for each finding, the tick sheet as a table, what was declined."""
    return "".join(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    articles = articles_of(report)
    yield from ("# crosscheck", "", _text(summary.found(report)) + ".", "")
    if view.problems:
        yield from ("Not read:", "", *(f"- {_text(problem)}" for problem in view.problems), "")
    for finding in report.findings:
        yield from _finding(finding, articles, view)
    if report.ticks:
        yield from _ticks(report.ticks, articles, view)
    if line := summary.declined(report).removeprefix("; "):
        yield f"{_text(line[0].upper() + line[1:])}."


def _finding(finding: Finding, articles: dict[str, ArticleInfo], view: View) -> Iterator[str]:
    yield f"## {finding.severity.label} {finding.code} {finding.name}"
    yield from ("", f"{_text(finding.message)}", "")
    yield from ("| side | value | where | sentence |", "|---|---|---|---|")
    for claim in ordered(finding.claims, view):
        yield _row(_claim(claim, articles[claim.article], view))
    yield ""
    lines = [f"- {_text(reason)}" for reason in finding.reasons]
    if finding.suggestion:
        lines.append(f"- **Write** {_text(finding.suggestion)}")
    yield from (*lines, "") if lines else ()


def _claim(claim: ClaimRef, article: ArticleInfo, view: View) -> tuple[str, ...]:
    cut = excerpt(article.text, claim.start, claim.end, SENTENCE)
    sentence = f"{_text(cut.before)}**{_text(cut.value.strip())}**{_text(cut.after)}"
    return (
        _text(claim.side or side(claim)),
        _text(claim.value),
        _where(article, claim.start, view) + _origin(article),
        sentence,
    )


def _where(article: ArticleInfo, start: int, view: View) -> str:
    where = spot(article, start, start, view)
    return _text(f"{where.name}:{where.line}:{where.column}")


def _origin(article: ArticleInfo) -> str:
    known = [article.source or "", (article.published or "")[:10]]
    return f" ({_text(', '.join(filter(None, known)))})" if any(known) else ""


def _ticks(ticks: Iterable[Tick], articles: dict[str, ArticleInfo], view: View) -> Iterator[str]:
    yield from (
        "## Tick sheet",
        "",
        "| | status | value | kind | where | by | why |",
        "|---|---|---|---|---|---|---|",
    )
    for tick in ticks:
        by = ", ".join(sources(tick.evidence, articles))
        by += f" ({tick.independent} independent)" if len(tick.evidence) > 1 else ""
        yield _row(
            (
                TICKS[tick.status],
                tick.status.replace("_", " "),
                f"**{_text(tick.text.strip())}**",
                tick.kind,
                _where(articles[tick.article], tick.start, view),
                _text(by),
                _text(tick.why or ""),
            )
        )
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    """A text on one line in which nothing is markup, a link or a mention."""
    text = MARKS.sub(r"\\\1", printable(text).strip("\n"))
    text = OPENING.sub(r"\1\\", text)
    return text.replace("@", "@\u2060").replace("://", ":\u2060//").replace("www.", "www\u2060.")
