"""`crosscheck entities`: who is who in articles."""

import click

from crosscheck.cli.options import output_options
from crosscheck.cli.output import put, read, status, view
from crosscheck.cli.progress import counting
from crosscheck.reports import CAST

KINDS = ("person", "organisation", "place")

EXAMPLES = """\b
Examples:
  crosscheck entities story.md                    the cast of one story
  crosscheck entities wires/ --kind person        who is named in a folder, and as what
  crosscheck entities wires/ --format csv -o cast.csv
\b
Each person, organisation and place stands once: the name, how else it is written, the
roles it is given, and the file and lines where it stands. Where names that differ are
held to be one's, the reasons follow with their weight in bits.
"""


@click.command(short_help="List who and what is named, each once.", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(KINDS),
    help="Only entities of this kind; may be repeated.",
)
@output_options(CAST)
def entities(paths: tuple[str, ...], kinds: tuple[str, ...], form: str, output: str | None) -> int:
    """List the cast: each person, organisation and place once, with variants, roles and where they stand.

    All articles are read together, so that a surname in one is joined to the full name in another.
    """
    from attrs import evolve

    from crosscheck.pipeline import entities as run_entities
    from crosscheck.reports import cast

    reading = read(paths)
    with counting("Reading articles", "Comparing") as count:
        found = run_entities(reading.articles, progress=count)
    if reading.articles:
        shown = view(reading)
        chosen = [e for e in found if not kinds or e.kind in kinds]
        put(
            cast.render(chosen, reading.articles, form, evolve(shown, color=shown.color and not output)),
            output,
        )
    return status(None, None, reading.problems)
