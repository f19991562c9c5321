"""`crosscheck baseline`: findings that are fine are kept in a file, and stay silent."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli.options import config, rule_options
from crosscheck.cli.output import read, status
from crosscheck.cli.progress import counting
from crosscheck.cli.stamp import author, by_option, day
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.config import Config

NAME = "crosscheck-baseline.toml"
EXAMPLES = f"""\b
Examples:
  crosscheck baseline update stories/ --reason "as they stood in March"
  crosscheck baseline update --report report.json --only N201-8d0c --reason "two polls"
  crosscheck check stories/ --baseline {NAME}

\b
The file belongs into version control. Each entry has the finding's fingerprint, what it
said, the reason, who ruled and when. A finding with another value has another fingerprint.
"""


@click.group(short_help="Keep findings that are fine in a file.", epilog=EXAMPLES)
def baseline() -> None:
    """Keep findings that are fine in a file, so that they stay silent in later runs."""


@baseline.command("update", short_help="Add the findings of a run or a report to the file.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--report", metavar="FILE", help="Take the findings of this report (--format json), not of a run."
)
@click.option("--only", multiple=True, metavar="FINGERPRINT", help="Only this finding; may be repeated.")
@click.option("--reason", default="", metavar="TEXT", help="Why they are fine.")
@click.option("--prune", is_flag=True, help="Take out entries whose finding no longer occurs.")
@by_option
@rule_options
def update(paths: tuple[str, ...], report: str | None, by: str | None, on: str | None, **said: Any) -> int:
    """Add the findings of a run, or of a report, to the file of rulings.

    The file is the one of --baseline or of the settings, else crosscheck-baseline.toml here;
    it is made where there is none. Entries that are there keep their reasons.
    """
    from crosscheck.rulings import Baseline, Ruling

    only, reason, prune = said.pop("only"), said.pop("reason"), said.pop("prune")
    settings = config(**said)
    if bool(paths) == bool(report):
        raise UsageError("name the articles to check, or a report with --report, and not both")
    if prune and only:
        raise UsageError("--prune takes out what a whole run does not find: leave --only out")
    problems, found = (0, _reported(report)) if report else _run(paths, settings)
    found = [row for row in found if not only or row[0].startswith(only)]
    if only and not found:
        raise UsageError(f"no finding has the fingerprint {', '.join(only)}")
    path = settings.baseline or NAME
    old = Baseline.read(path) if Path(path).exists() else Baseline()
    who, when = author(by), day(on)
    new = old.extended([Ruling(mark, about, reason, who, when) for mark, about in found], prune=prune)
    new.write(path)
    fresh = len({r.fingerprint for r in new.rulings} - {r.fingerprint for r in old.rulings})
    gone = len(old.rulings) + fresh - len(new.rulings)
    click.echo(f"{path}: {fresh:,} added, {gone:,} taken out, {len(new.rulings):,} in all")
    return problems


def _reported(path: str) -> list[tuple[str, str]]:
    """The fingerprints of a report, and what the findings say."""
    from crosscheck.sheet.ruled import findings

    return [(f["fingerprint"], f"{f['name']}: {f['message']}") for f in findings(path)]


def _run(paths: tuple[str, ...], settings: "Config") -> tuple[int, list[tuple[str, str]]]:
    """The status of a run over articles (2 where some are unread), its fingerprints and what they say."""
    from crosscheck.pipeline import check

    reading = read(paths, settings.jobs)
    with counting("Reading articles", "Comparing") as count:
        report = check(reading.articles, config=settings, progress=count)
    return status(None, None, reading.problems), [(f.fingerprint, f"{f.name}: {f.message}") for f in report]
