"""`crosscheck sheet`: a facts sheet is checked, added to, imported."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crosscheck.cli.output import put
from crosscheck.cli.stamp import author, by_option, day
from crosscheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from crosscheck.sheet import Sheet

EXAMPLES = """\b
Examples:
  crosscheck sheet check facts.toml
  crosscheck check stories/ --format json --output report.json
  crosscheck sheet add facts.toml --report report.json --finding E401-3f2a --side a
  crosscheck sheet import people.csv --output facts.toml
  crosscheck sheet import dump.json.bz2 --only Q42,Q90 --output facts.toml

\b
A sheet holds facts: events with their dates, people with their spelling and terms of office,
organisations, places, figures, quotations. `crosscheck check ... --sheet facts.toml` holds
articles against it. docs/facts-sheet.md lists the keys.
"""


@click.group(short_help="Check a facts sheet, add to it, import one.", epilog=EXAMPLES)
def sheet() -> None:
    """Check a facts sheet, add rulings to it, import one from CSV or Wikidata."""


@sheet.command("check", short_help="Read a sheet and say what is wrong or of no use in it.")
@click.argument("path", metavar="FILE")
def check_sheet(path: str) -> int:
    """Read a sheet; every mistake is named with its line and what to write.

    Status 2 where there is a mistake. What is right but of no use is told as info.
    """
    from crosscheck.record import remarks
    from crosscheck.sheet import Sheet

    read = Sheet.read(path)
    for remark in remarks(read):
        click.echo(f"info: {remark}", err=True)
    click.echo(f"{path}: {_counted(read)}")
    return 0


def _counted(read: "Sheet") -> str:
    """How many facts a sheet holds, and of which kinds: "3 facts (2 events, 1 person)"."""
    from collections import Counter

    from crosscheck.facts import Named

    kinds = Counter(f.kind if isinstance(f, Named) else type(f).__name__.lower() for f in read.facts)
    words = {"person": "people", "quoted": "quotations"}
    counts = (f"{n:,} {k if n == 1 and k != 'quoted' else words.get(k, k + 's')}" for k, n in kinds.items())
    by = ", ".join(counts)
    return f"{read.size:,} fact{'' if read.size == 1 else 's'}" + (f" ({by})" if by else "")


@sheet.command("add", short_help="Add the fact on which the desk has ruled in a finding.")
@click.argument("path", metavar="FILE")
@click.option("--report", required=True, metavar="FILE", help="A report, made with --format json.")
@click.option("--finding", required=True, metavar="FINGERPRINT", help="The finding, or the beginning of it.")
@click.option("--side", metavar="LETTER", help="The side of the finding that is right: a, b ...")
@click.option("--name", metavar="TEXT", help="The event; what a figure counts; who spoke.")
@click.option("--about", multiple=True, metavar="NAME", help="What a figure is about; may be repeated.")
@click.option("--of", multiple=True, metavar="NAME", help="Whose an office is; may be repeated.")
@click.option("--from", "start", metavar="DATE", help="First day of a term.")
@click.option("--to", "end", metavar="DATE", help="Last day of a term.")
@click.option("--note", metavar="TEXT", help="Why: kept with the fact.")
@by_option
def add(path: str, report: str, finding: str, by: str | None, on: str | None, **said: Any) -> int:
    """Add the fact on which the desk has ruled in a finding, so that it is remembered.

    FILE is the sheet; it is made where there is none. An entry of the same name grows.
    """
    from crosscheck.sheet import Sheet
    from crosscheck.sheet.ruled import Ruling, chosen, fact, findings
    from crosscheck.sheet.writer import added

    held = chosen(findings(report), finding)
    note = said.pop("note") or f"ruled on {held['fingerprint']}"
    table, fields = fact(held, Ruling(**said))
    fields |= {"by": author(by), "added": day(on), "note": note}
    old = Sheet.read(path) if Path(path).exists() else Sheet.loads("", path)
    text = added(old, table, fields)
    try:
        Sheet.loads(text, path)
    except InputError as problem:
        raise UsageError(f"the fact cannot stand in the sheet: {problem}") from problem
    _replace(path, text)
    label = fields.get("name") or fields.get("what") or fields.get("words")
    click.echo(f"{path}: {label} stands in {table}")
    return 0


def _replace(path: str, text: str) -> None:
    """Write a file whole or not at all."""
    fresh = Path(f"{path}.new")
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError as problem:
        raise InputError(f"{path}: cannot be written ({problem.strerror})") from problem


@sheet.command("import", short_help="Make a sheet of a CSV table or a Wikidata entity dump.")
@click.argument("source", metavar="SOURCE")
@click.option("--only", metavar="IDS", help="Only these entities of a dump: Q42,Q90.")
@click.option("--table", "tables", multiple=True, metavar="NAME", help="Only this table; may be repeated.")
@click.option("--language", default="en", show_default=True, help="Language of the names in a dump.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write to this file.")
def import_facts(
    source: str, only: str | None, tables: tuple[str, ...], language: str, output: str | None
) -> int:
    """Make a sheet of a CSV table, or of Wikidata's JSON entity dump.

    SOURCE ends in .csv or .tsv for a table; anything else is an entity dump, one entity a
    line, which may be packed with gzip or bzip2. Nothing is fetched from the network.
    """
    from crosscheck.sheet import Sheet, table, wikidata
    from crosscheck.sheet.fields import TABLES
    from crosscheck.sheet.writer import written

    for name in tables:
        if name not in TABLES:
            raise UsageError(f"there is no table {name!r}: there are {', '.join(TABLES)}")
    if source.lower().endswith((".csv", ".tsv")):
        entries = [e for e in table.load(source) if not tables or e[0] in tables]
    else:
        ids = frozenset(i.strip() for i in (only or "").split(",") if i.strip())
        outcome = wikidata.load(source, wikidata.Wanted(ids, frozenset(tables), language))
        entries = outcome.entries
        kept = f"{source}: {outcome.read:,} entities read, {len(entries):,} kept"
        click.echo(
            f"info: {kept}" + (f", {outcome.broken:,} lines broken" if outcome.broken else ""), err=True
        )
    text = "\n".join(written(entries)) + "\n"
    Sheet.loads(text, output or source)
    put(text, output)
    return 0
