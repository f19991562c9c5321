"""`crosscheck compare`: a draft against its sources."""

import os
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli.options import Wanted, config, output_options, report_options, rule_options, work_options
from crosscheck.cli.output import read, status, view, write
from crosscheck.cli.progress import counting
from crosscheck.cli.ruled import ruled
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.model import Article
    from crosscheck.readers import Reading

EXAMPLES = """\b
Examples:
  crosscheck compare draft.md --against wires/
  crosscheck compare draft.md --against a.txt b.txt "c/*.md"
"""


@click.command(short_help="Check a draft against its sources, with a tick sheet.", epilog=EXAMPLES)
@click.argument("draft", metavar="DRAFT")
@click.option(
    "--against", "sources", multiple=True, required=True, metavar="PATH", help="Sources; may be repeated."
)
@click.argument("more", nargs=-1, metavar="[PATH]...")
@rule_options
@output_options()
@report_options
@work_options
def compare(draft: str, sources: tuple[str, ...], more: tuple[str, ...], **chosen: Any) -> int:
    """Check a draft against its sources, with a tick sheet of its values.

    Only what touches the draft is reported. Paths after the first source may follow it
    without a further --against.
    """
    wanted = Wanted.of(chosen)
    settings = config(**chosen)
    first = read([draft])
    if len(first.loaded) > 1:
        raise UsageError(f"{draft}: a draft is one article, and here are {len(first.loaded)}: name one file")
    reading = read([*sources, *more], settings.jobs)
    report = None
    others = _without(first, reading) if first.loaded else []
    if first.loaded and reading.loaded and not others:
        raise UsageError(f"{draft}: there are no sources but the draft itself: name others")
    if others:
        from crosscheck.pipeline import compare as run_compare

        article = first.loaded[0].article
        with counting("Reading articles", "Comparing") as count:
            report = run_compare(article, others, config=settings, progress=count)
        report = ruled(report, settings)
        write(report, wanted, view(first, reading, draft=article.id, fail_on=settings.fail_on))
    return status(report, settings, (*first.problems, *reading.problems))


def _without(first: "Reading", reading: "Reading") -> "list[Article]":
    """The sources without the draft, which may lie in the same folder."""
    held = first.loaded[0]
    same = os.path.realpath(held.path)
    return [one.article for one in reading.loaded if os.path.realpath(one.path) != same or one.path == "-"]
