"""Reports: one module a format, listed in `FORMATS`.

A format is a module with `render(report, view)`, which gives the report as text that ends
with a line break. To add one: one module and one line in the table.
"""

from importlib import import_module

from crosscheck.model import Report
from crosscheck.reports.view import Place, View

FORMATS: dict[str, str] = {"text": "text", "json": "json", "jsonl": "jsonlines"}

__all__ = ["FORMATS", "Place", "View", "render"]


def render(report: Report, form: str = "text", view: View | None = None) -> str:
    """A report in one of `FORMATS`; `view` says where articles stand and how wide lines may be."""
    made: str = import_module(f"{__name__}.{FORMATS[form]}").render(report, view or View())
    return made
