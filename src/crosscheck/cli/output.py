"""What commands write: reports, errors, progress, the exit status."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli.options import LEVELS, Wanted
from crosscheck.cli.progress import counting
from crosscheck.errors import CrosscheckError, InputError

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.model import Report
    from crosscheck.readers import Reading
    from crosscheck.reports.view import Manual, View

HAPPENED, FAILED = 1, 2


def read(paths: Iterable[str], jobs: int = 1) -> "Reading":
    """Read articles, and say at once what cannot be read."""
    from crosscheck.readers import read as read_paths

    with counting("Reading files") as count:
        reading = read_paths(paths, jobs=jobs, progress=count)
    for problem in reading.problems:
        complain(problem)
    return reading


def complain(problem: CrosscheckError) -> None:
    """One line on standard error."""
    click.echo(f"{click.style('error', fg='red', bold=True)}: {problem}", err=True, color=_colors(sys.stderr))


def _colors(stream: Any) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def view(*readings: "Reading", draft: str | None = None, fail_on: str = "error") -> "View":
    """What a report needs beside its data: where articles stand, how wide the terminal is ..."""
    from shutil import get_terminal_size

    from crosscheck.model import Severity
    from crosscheck.reports.view import Place, View

    places = {one.article.id: Place(one.path, one.line) for reading in readings for one in reading.loaded}
    wide = min(120, max(60, get_terminal_size((100, 24)).columns)) if sys.stdout.isatty() else 100
    return View(
        places,
        wide,
        color=_colors(sys.stdout),
        draft=draft,
        rules=_manuals(),
        problems=tuple(str(problem) for reading in readings for problem in reading.problems),
        fail_on=None if fail_on == "never" else Severity[fail_on.upper()],
    )


def _manuals() -> "dict[str, Manual]":
    """The manual pages of all rules, by code."""
    from crosscheck.reports.view import Manual
    from crosscheck.rules import ALL_RULES, manual

    return {
        rule.code: Manual(
            code=rule.code,
            name=rule.name,
            severity=rule.severity,
            summary=manual.summary(rule),
            text=manual.page(rule),
            markdown=manual.markdown(rule),
            enabled=rule.enabled,
        )
        for rule in sorted(ALL_RULES, key=lambda rule: rule.code)
    }


def write(report: "Report", wanted: Wanted, shown: "View") -> None:
    """Write a report in one of the formats to a file or to the terminal, and in others to other files."""
    from attrs import evolve

    from crosscheck.reports import render
    from crosscheck.reports.view import Place

    sheets = {a.id: Place(a.title, 1) for a in report.articles if a.sheet and a.title}
    shown = evolve(shown, places={**shown.places, **sheets}, declined=wanted.declined)
    for form, file in wanted.also:
        put(render(report, form, evolve(shown, color=False)), file)
    color = shown.color and not wanted.output
    put(render(report, wanted.form, evolve(shown, color=color)), wanted.output)


def put(text: str, output: str | None) -> None:
    """Write to a file as UTF-8, or to the terminal in what its encoding can show.

    Raises `InputError` where the file cannot be written.
    """
    if output:
        try:
            Path(output).write_text(text, encoding="utf-8", errors="replace")
        except OSError as problem:
            raise InputError(f"{output}: cannot be written ({problem.strerror})") from problem
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def status(report: "Report | None", config: "Config | None", problems: Sequence[CrosscheckError]) -> int:
    """The exit status: 2 where something could not be read, 1 where findings fail the run."""
    if problems:
        return FAILED
    if report is None or config is None or config.fail_on == "never":
        return 0
    threshold = 2 - LEVELS.index(config.fail_on)
    return HAPPENED if any(finding.severity >= threshold for finding in report) else 0
