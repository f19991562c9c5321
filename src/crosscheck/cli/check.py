"""`crosscheck check`: all articles against all."""

from typing import Any

import click

from crosscheck.cli.options import Wanted, config, output_options, report_options, rule_options, work_options
from crosscheck.cli.output import read, status, view, write
from crosscheck.cli.progress import counting
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
@report_options
@work_options
def check(paths: tuple[str, ...], **chosen: Any) -> int:
    """Check articles against each other, and each within itself.

    PATH is a file, a folder, a glob in quotation marks, or - for the standard input.
    """
    wanted = Wanted.of(chosen)
    settings = config(**chosen)
    reading = read(paths, settings.jobs)
    report = None
    if reading.loaded:
        from crosscheck.pipeline import check as run_check

        with counting("Reading articles", "Comparing") as count:
            report = run_check(reading.articles, config=settings, progress=count)
        report = ruled(report, settings)
        write(report, wanted, view(reading, fail_on=settings.fail_on))
    return status(report, settings, reading.problems)
