"""The report as JSON, schema "crosscheck-report/1"."""

from crosscheck.model import Report
from crosscheck.reports.view import View


def render(report: Report, view: View) -> str:  # noqa: ARG001 - all formats are called alike
    """The whole report as one JSON object."""
    return report.to_json() + "\n"
