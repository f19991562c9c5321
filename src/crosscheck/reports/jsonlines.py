"""The findings as JSON Lines: one finding a line, and ticks after them where there are any."""

import json

from crosscheck.model import Report
from crosscheck.reports.view import View


def render(report: Report, view: View) -> str:  # noqa: ARG001 - all formats are called alike
    """One JSON object a line; "type" is "finding" or "tick", the rest is as in the JSON report."""
    rows = [{"type": "finding", **finding.to_dict()} for finding in report.findings]
    rows += [{"type": "tick", **tick.to_dict()} for tick in report.ticks]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
