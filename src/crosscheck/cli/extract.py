"""`crosscheck extract`: the values of articles as they are read."""

from functools import partial
from typing import TYPE_CHECKING

import click

from crosscheck.cli.options import output_options, work_options
from crosscheck.cli.output import put, read, status, view
from crosscheck.cli.progress import counting
from crosscheck.errors import UsageError
from crosscheck.reports import VALUES

if TYPE_CHECKING:
    from datetime import date

EXAMPLES = """\b
Examples:
  crosscheck extract draft.md
  crosscheck extract draft.md --kind date --kind duration --format jsonl
"""


@click.command(short_help="List the figures, dates and names that are read.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--reference", metavar="DATE", help="The day the text speaks from, such as 2024-04-03.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only values of this kind; may be repeated."
)
@output_options(VALUES)
@work_options
def extract(
    paths: tuple[str, ...],
    reference: str | None,
    kinds: tuple[str, ...],
    form: str,
    output: str | None,
    jobs: int | None,
) -> int:
    """List the values of articles as they are read: figures, dates, names."""
    from crosscheck.extraction import KINDS
    from crosscheck.pipeline import extract as run_extract
    from crosscheck.processes import mapped

    for kind in kinds:
        if kind not in KINDS:
            raise UsageError(f"no values are of the kind {kind!r}: there are {', '.join(sorted(KINDS))}")
    day = _day(reference)
    jobs = 1 if jobs is None else jobs
    reading = read(paths, jobs)
    work = partial(run_extract, reference=day, kinds=kinds or None)
    articles = reading.articles
    with counting("Reading articles") as count:
        values = list(mapped(work, articles, jobs, count))
    if found := list(zip(articles, values, strict=True)):
        from crosscheck.reports import mentions

        put(mentions.render(found, form, view(reading)), output)
    return status(None, None, reading.problems)


def _day(reference: str | None) -> "date | None":
    from datetime import date

    try:
        return date.fromisoformat(reference) if reference else None
    except ValueError as problem:
        raise UsageError(f"--reference {reference!r} is no date: write it as 2024-04-03") from problem
