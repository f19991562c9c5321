"""The findings as SARIF 2.1.0, for code scanning and editors.

Columns count code points (`columnKind`). The first claim is the location, the others are
related ones; a claim in a file without lines of its own (JSON, a web page) points to the
file as a whole and names its article. Source: OASIS, Static Analysis Results Interchange
Format (SARIF) Version 2.1.0, 2020.
"""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from crosscheck.model import ArticleInfo, ClaimRef, Finding, Report, Severity
from crosscheck.reports.spots import articles_of, ordered, side, spot
from crosscheck.reports.view import Manual, View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
FINGERPRINT = "crosscheck/v1"  # raised if what goes into a fingerprint ever changes

Data = dict[str, Any]


def render(report: Report, view: View) -> str:
    """One SARIF log with one run."""
    rules = _rules(report, view)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    articles = articles_of(report)
    run = {
        "tool": {"driver": {"name": "crosscheck", "version": report.version, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(view)],
        "results": [
            {**_result(finding, articles, view), "ruleIndex": index[finding.code]}
            for finding in report.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rules(report: Report, view: View) -> list[Data]:
    """The rules in the order of their codes: all that the view knows, or those with findings."""
    found = {f.code: {"id": f.code, "name": f.name} for f in report.findings}
    known = {code: _descriptor(rule) for code, rule in view.rules.items()}
    return [rule for _, rule in sorted((found | known).items())]


def _descriptor(rule: Manual) -> Data:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _escaped(rule.summary)},
        "help": {"text": rule.text, "markdown": rule.markdown},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.enabled},
        "properties": {"problem.severity": PROBLEMS[rule.severity]},
    }


def _invocation(view: View) -> Data:
    """Whether everything could be read, and what could not."""
    notes = [{"level": "error", "message": {"text": _escaped(problem)}} for problem in view.problems]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _result(finding: Finding, articles: dict[str, ArticleInfo], view: View) -> Data:
    first, *others = ordered(finding.claims, view)
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(first, articles[first.article], view)],
        "relatedLocations": [
            {"id": number, **_location(claim, articles[claim.article], view)}
            for number, claim in enumerate(others, 1)
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {
            "confidence": round(finding.confidence, 4),
            "reasons": list(finding.reasons),
            "suggestion": finding.suggestion,
        },
    }


def _message(finding: Finding) -> str:
    parts = [finding.message, *finding.reasons]
    if finding.suggestion:
        parts.append(f"Write {finding.suggestion}")
    return _escaped("\n".join(parts))


def _escaped(text: str) -> str:
    """A text in which nothing is a link or a placeholder (3.11.5 and 3.11.6 of the standard)."""
    for mark in "\\[]":
        text = text.replace(mark, "\\" + mark)
    return text.replace("{", "{{").replace("}", "}}")


def _location(claim: ClaimRef, article: ArticleInfo, view: View) -> Data:
    where = spot(article, claim.start, claim.end, view)
    location: Data = {"message": {"text": _escaped(f"{side(claim)}: {claim.value}")}}
    if where.path is not None:
        artifact = {"artifactLocation": {"uri": _uri(where.path)}}
        region = {
            "startLine": where.line,
            "startColumn": where.column,
            "endLine": where.end_line,
            "endColumn": where.end_column,
            "snippet": {"text": claim.text},
        }
        location["physicalLocation"] = artifact | ({"region": region} if where.in_file else {})
    if not where.in_file:
        name = f"{where.name}:{where.line}:{where.column}"
        location["logicalLocations"] = [{"name": claim.text, "fullyQualifiedName": name, "kind": "value"}]
    return location


def _uri(path: str) -> str:
    """A path as a URI: relative ones stay so, absolute ones get the scheme "file"."""
    pure = PurePath(path)
    quoted = quote(pure.as_posix(), safe="/", errors="replace")
    return f"file://{'' if quoted.startswith('/') else '/'}{quoted}" if pure.is_absolute() else quoted
