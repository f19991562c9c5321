"""Reports: one module a format, listed in `FORMATS`.

A format is a module with `render(report, view)`, which gives the report as text that ends
with a line break. To add one: one module and one line in the table. Nothing is imported
before a format is asked for, so that the command line can list them at no cost.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.model import Report
    from crosscheck.reports.view import View

FORMATS: dict[str, str] = {
    "text": "text",
    "json": "json",
    "jsonl": "jsonlines",
    "sarif": "sarif",
    "github": "github",
    "junit": "junit",
    "markdown": "markdown",
    "csv": "csv",
    "csv-ticks": "ticks",
    "html": "html",
}
VALUES = ("text", "json", "jsonl", "csv")  # what `mentions.render` makes of extracted values
CAST = ("text", "json", "csv")  # what `cast.render` makes of entities

__all__ = ["CAST", "FORMATS", "VALUES", "render"]


def render(report: "Report", form: str = "text", view: "View | None" = None) -> str:
    """A report in one of `FORMATS`; `view` says where articles stand and how wide lines may be."""
    from crosscheck.reports.view import View

    made: str = import_module(f"{__name__}.{FORMATS[form]}").render(report, view or View())
    return made
