"""The findings as workflow commands of GitHub Actions, which become annotations.

A finding is one command at its first claim; the other claims and the reasons stand in its
message. Escaping is that of `@actions/core`. GitHub shows ten annotations of a kind a step.
"""

from crosscheck.model import ArticleInfo, Finding, Report, Severity
from crosscheck.reports.excerpt import printable
from crosscheck.reports.spots import articles_of, ordered, side, spot
from crosscheck.reports.summary import summary
from crosscheck.reports.view import View

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, view: View) -> str:
    """One command a finding, one for each file that could not be read, and a last line of counts."""
    articles = articles_of(report)
    lines = [_command(finding, articles, view) for finding in report.findings]
    lines += [f"::error title={_property('unreadable input')}::{_data(p)}" for p in view.problems]
    return "".join(f"{line}\n" for line in [*lines, summary(report)])


def _command(finding: Finding, articles: dict[str, ArticleInfo], view: View) -> str:
    first, *others = ordered(finding.claims, view)
    where = spot(articles[first.article], first.start, first.end, view)
    fields: dict[str, object] = {"file": where.path} if where.path else {}
    if where.in_file:
        fields |= {"line": where.line, "endLine": where.end_line}
    if where.in_file and where.line == where.end_line:
        fields |= {"col": where.column, "endColumn": where.end_column}
    fields["title"] = f"{finding.code} {finding.name}"
    message = [finding.message, f"“{first.text}” ({side(first)})"]
    for claim in others:
        other = spot(articles[claim.article], claim.start, claim.end, view)
        message.append(f"“{claim.text}” ({side(claim)}): {other.name}:{other.line}:{other.column}")
    message += [f"why: {reason}" for reason in finding.reasons]
    if finding.suggestion:
        message.append(f"help: write {finding.suggestion}")
    given = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
    return f"::{COMMANDS[finding.severity]} {given}::{_data(chr(10).join(map(printable, message)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
