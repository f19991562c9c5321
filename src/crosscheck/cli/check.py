"""`crosscheck check`: all articles against all."""

from typing import Any

import click

from crosscheck.cli.options import config, output_options, rule_options
from crosscheck.cli.output import progress, read, status, view, write
from crosscheck.cli.ruled import ruled

EXAMPLES = """\b
Examples:
  crosscheck check stories/
  crosscheck check "wires/2024-*.md" --fail-on warning
  crosscheck check stories/ --format json --output report.json
  crosscheck check stories/ --format html --output report.html    a page to look at
"""


@click.command(short_help="Check articles against each other and within themselves.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@rule_options
@output_options()
def check(paths: tuple[str, ...], form: str, output: str | None, **chosen: Any) -> int:
    """Check articles against each other, and each within itself.

    PATH is a file, a folder, a glob in quotation marks, or - for the standard input.
    """
    settings = config(**chosen)
    reading = read(paths)
    report = None
    if reading.loaded:
        from crosscheck.pipeline import check as run_check

        with progress(reading):
            report = ruled(run_check(reading.articles, config=settings), settings)
        write(report, form, output, view(reading, fail_on=settings.fail_on))
    return status(report, settings, reading.problems)
