"""The command line: check, compare, extract, rules.

The pipeline is imported inside the commands, so that help and version come at once.
Exit status: 0 nothing at or above --fail-on, 1 something is, 2 wrong use, unreadable input
or bad configuration.
"""

import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck import __version__
from crosscheck.errors import CrosscheckError, InputError, UsageError

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.model import Report
    from crosscheck.readers import Reading
    from crosscheck.reports import View

FORMATS = ("text", "json", "jsonl")
LEVELS = ("error", "warning", "info", "never")
HAPPENED, FAILED = 1, 2
LONG_WORK = 200_000  # code points from which progress is shown

EXAMPLES = """\b
Examples:
  crosscheck check stories/                    every article against every other
  crosscheck check a.txt b.md wire.jsonl       three files, one of many articles
  crosscheck check stories/ --select D,N201    dates and counts only
  crosscheck compare draft.md --against wires/ a draft against its sources
  crosscheck extract draft.md --format json    the values as read
  crosscheck rules D101                        what a rule checks, with examples

\b
Articles are plain text or Markdown (with front matter for title, source, published),
or JSON and JSON Lines (text, id, title, source, published, url, language).

\b
Exit status: 0 nothing at or above --fail-on, 1 something is, 2 wrong use, unreadable
input or bad configuration. Settings: [tool.crosscheck] in the nearest pyproject.toml,
or crosscheck.toml (select, ignore, fail-on).
"""

CHECKING = """\b
Examples:
  crosscheck check stories/
  crosscheck check "wires/2024-*.md" --fail-on warning
  crosscheck check stories/ --format json --output report.json
"""
COMPARING = """\b
Examples:
  crosscheck compare draft.md --against wires/
  crosscheck compare draft.md --against a.txt b.txt "c/*.md"
"""
EXTRACTING = """\b
Examples:
  crosscheck extract draft.md
  crosscheck extract draft.md --kind date --kind duration --format jsonl
"""
RULES = """\b
Examples:
  crosscheck rules
  crosscheck rules N201
"""

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(context_settings=SETTINGS, epilog=EXAMPLES)
@click.version_option(__version__, "-V", "--version", prog_name="crosscheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Find statements in news articles that cannot both be true.

    crosscheck reads numbers, dates and names, works out which statements are about the
    same fact, and says which clash and why. It works on this machine alone.
    """


def _output_options(command: Any) -> Any:
    """The options that say how and where a report goes."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How to report.",
    )
    output = click.option(
        "--output",
        "-o",
        type=click.Path(dir_okay=False),
        help="Write the report to this file, not to the terminal.",
    )
    return form(output(command))


def _rule_options(command: Any) -> Any:
    """The options that say what to check and what fails."""
    options = (
        click.option(
            "--select", multiple=True, metavar="CODES", help="Only rules whose code begins so: D,N201."
        ),
        click.option(
            "--ignore", multiple=True, metavar="CODES", help="Leave out rules whose code begins so."
        ),
        click.option(
            "--fail-on", type=click.Choice(LEVELS), help="Severity that fails the run. [default: error]"
        ),
        click.option(
            "--config", "settings", type=click.Path(dir_okay=False), help="Settings to use, a TOML file."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@cli.command(short_help="Check articles against each other and within themselves.", epilog=CHECKING)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@_rule_options
@_output_options
def check(paths: tuple[str, ...], form: str, output: str | None, **chosen: Any) -> int:
    """Check articles against each other, and each within itself.

    PATH is a file, a folder, a glob in quotation marks, or - for the standard input.
    """
    config = _config(**chosen)
    reading = _read(paths)
    report = None
    if reading.loaded:
        from crosscheck.pipeline import check as run_check

        with _progress(reading):
            report = run_check(reading.articles, config=config)
        _write(report, form, output, _view(reading))
    return _status(report, config, reading.problems)


@cli.command(short_help="Check a draft against its sources, with a tick sheet.", epilog=COMPARING)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against", "sources", multiple=True, required=True, metavar="PATH", help="Sources; may be repeated."
)
@click.argument("more", nargs=-1, metavar="[PATH]...")
@_rule_options
@_output_options
def compare(
    draft: str, sources: tuple[str, ...], more: tuple[str, ...], form: str, output: str | None, **chosen: Any
) -> int:
    """Check a draft against its sources, with a tick sheet of its values.

    Only what touches the draft is reported. Paths after the first source may follow it
    without a further --against.
    """
    config = _config(**chosen)
    first = _read([draft])
    if len(first.loaded) > 1:
        raise UsageError(f"{draft}: a draft is one article, and here are {len(first.loaded)}: name one file")
    reading = _read([*sources, *more])
    report = None
    others = _without(first, reading) if first.loaded else []
    if first.loaded and reading.loaded and not others:
        raise UsageError(f"{draft}: there are no sources but the draft itself: name others")
    if others:
        from crosscheck.pipeline import compare as run_compare

        with _progress(first, reading):
            report = run_compare(first.loaded[0].article, others, config=config)
        _write(report, form, output, _view(first, reading, draft=first.loaded[0].article.id))
    return _status(report, config, (*first.problems, *reading.problems))


def _without(first: "Reading", reading: "Reading") -> list[Any]:
    """The sources without the draft, which may lie in the same folder."""
    held = first.loaded[0]
    same = os.path.realpath(held.path)
    return [one.article for one in reading.loaded if os.path.realpath(one.path) != same or one.path == "-"]


@cli.command(short_help="List the figures, dates and names that are read.", epilog=EXTRACTING)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--reference", metavar="DATE", help="The day the text speaks from, such as 2024-04-03.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only values of this kind; may be repeated."
)
@_output_options
def extract(
    paths: tuple[str, ...], reference: str | None, kinds: tuple[str, ...], form: str, output: str | None
) -> int:
    """List the values of articles as they are read: figures, dates, names."""
    from crosscheck.extraction import KINDS
    from crosscheck.pipeline import extract as run_extract

    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"no values are of the kind {kind!r}: there are {', '.join(sorted(KINDS))}")
    day = _day(reference)
    reading = _read(paths)
    with _progress(reading):
        found = [(article, run_extract(article, day, kinds=kinds or None)) for article in reading.articles]
    if found:
        from crosscheck.reports import mentions

        _put(mentions.render(found, form, _view(reading)), output)
    return _status(None, None, reading.problems)


def _day(reference: str | None) -> Any:
    from datetime import date

    try:
        return date.fromisoformat(reference) if reference else None
    except ValueError as problem:
        raise UsageError(f"--reference {reference!r} is no date: write it as 2024-04-03") from problem


@cli.command(short_help="List the rules, or show one rule's manual page.", epilog=RULES)
@click.argument("code", required=False)
def rules(code: str | None) -> int:
    """List the rules, or show one rule's manual page."""
    from crosscheck.config import unknown_code
    from crosscheck.rules import by_code, manual

    if code is None:
        click.echo(manual.table(), nl=False)
        return 0
    rule = by_code(code.upper())
    if rule is None:
        raise UsageError(
            unknown_code(code) or f"{code!r} begins several codes: name one; `crosscheck rules` lists them"
        )
    click.echo(manual.page(rule), nl=False)
    return 0


def _config(
    select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, settings: str | None
) -> "Config":
    """The settings of the nearest file, or of the one named, with what the options say instead."""
    from attrs import evolve

    from crosscheck.config import Config, codes

    config = Config.read(settings) if settings else Config.load()
    if select:
        config = evolve(config, select=codes(select))
    if ignore:
        config = evolve(config, ignore=codes(ignore))
    return evolve(config, fail_on=fail_on) if fail_on else config


def _read(paths: Iterable[str]) -> "Reading":
    """Read articles, and say at once what cannot be read."""
    from crosscheck.readers import read

    reading = read(paths)
    for problem in reading.problems:
        _complain(problem)
    return reading


def _complain(problem: CrosscheckError) -> None:
    click.echo(f"{click.style('error', fg='red', bold=True)}: {problem}", err=True, color=_colors(sys.stderr))


def _colors(stream: Any) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def _view(*readings: "Reading", draft: str | None = None) -> "View":
    """Where articles stand, how wide the terminal is, and whether it has colours."""
    from shutil import get_terminal_size

    from crosscheck.reports import Place, View

    places = {one.article.id: Place(one.path, one.line) for reading in readings for one in reading.loaded}
    wide = min(120, max(60, get_terminal_size((100, 24)).columns)) if sys.stdout.isatty() else 100
    return View(places, wide, color=_colors(sys.stdout), draft=draft)


def _write(report: "Report", form: str, output: str | None, view: "View") -> None:
    from attrs import evolve

    from crosscheck.reports import render

    _put(render(report, form, evolve(view, color=view.color and not output)), output)


def _put(text: str, output: str | None) -> None:
    """Write to a file as UTF-8, or to the terminal in what its encoding can show."""
    if output:
        try:
            Path(output).write_text(text, encoding="utf-8")
        except OSError as problem:
            raise InputError(f"{output}: cannot be written ({problem.strerror})") from problem
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


@contextmanager
def _progress(*readings: "Reading") -> Iterator[None]:
    """A line on the terminal while long work goes on; nothing in a pipe."""
    articles = [article for reading in readings for article in reading.articles]
    if not sys.stderr.isatty() or sum(len(article.text) for article in articles) < LONG_WORK:
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"Reading and comparing {len(articles):,} articles ..."):
        yield


def _status(report: "Report | None", config: "Config | None", problems: Sequence[CrosscheckError]) -> int:
    """The exit status: 2 where something could not be read, 1 where findings fail the run."""
    if problems:
        return FAILED
    if report is None or config is None or config.fail_on == "never":
        return 0
    threshold = 2 - LEVELS.index(config.fail_on)
    return HAPPENED if any(finding.severity >= threshold for finding in report) else 0


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; every error is one clear line."""
    try:
        done = cli.main(arguments, prog_name="crosscheck", standalone_mode=False)
        sys.stdout.flush()
    except CrosscheckError as problem:
        _complain(problem)
        return FAILED
    except click.ClickException as problem:
        problem.show()
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return 130  # as shells say of an interrupted command
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `crosscheck ... | head`
        return 141
    except Exception:  # noqa: BLE001 - a bug must not leave with the status of a finding
        traceback.print_exc()
        click.echo("error: this is a bug in crosscheck, and the lines above say where", err=True)
        return FAILED
    return done if isinstance(done, int) else 0
