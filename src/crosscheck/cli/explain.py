"""`crosscheck explain`: why two values are, or are not, held to be about one fact."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from crosscheck.cli.output import FAILED, put, read, view
from crosscheck.errors import UsageError

if TYPE_CHECKING:
    from crosscheck.model import Article, Finding
    from crosscheck.readers.source import Loaded
    from crosscheck.waterfall import Waterfall

PLACE = re.compile(r"(?P<name>.+?):(?P<first>\d{1,9})(?::(?P<second>\d{1,9}))?", re.DOTALL)

EXAMPLES = """\b
Examples:
  crosscheck explain a.md:8:128 b.md:6:15              line and column, as reports print them
  crosscheck explain a.md:135 b.md:56                  offsets, as JSON reports give them ("start")
  crosscheck explain a.md:8:128 b.md:6:15 --among wires/
\b
Each place is that of a value: PATH:LINE:COLUMN in the file, or PATH:OFFSET in the article's
text (code points from 0); an article's id may stand for the path. Every kind of evidence
follows with its bits (one bit doubles the odds) and the sum so far, the prior first; then
what rules make of it, also those that need no such weight: votes, parts of a whole, places in
an order. How telling a word is, who backs a value and what is one story depend
on the articles at hand: name those of the run with --among to see the same weights.
"""


@click.command(short_help="Show why two values are held to be about one fact.", epilog=EXAMPLES)
@click.argument("left", metavar="PLACE")
@click.argument("right", metavar="PLACE")
@click.option("--among", multiple=True, metavar="PATH", help="Further articles of the run; may be repeated.")
def explain(left: str, right: str, among: tuple[str, ...]) -> int:
    """Show the match weight of two values in two articles, step by step."""
    from crosscheck.reports import steps
    from crosscheck.waterfall import explain as weigh

    files = [name for place in (left, right) if (name := _file(place))]
    reading = read([*files, *among])
    if reading.problems:
        return FAILED
    spots = [_spot(place, reading.loaded) for place in (left, right)]
    reported = _reported(spots, reading.articles)
    try:
        found = weigh(spots[0], spots[1], reading.articles)
    except UsageError as error:
        if not reported:
            raise
        put("\n".join((str(error), *_otherwise(reported))), None)
        return 0
    by_id = {article.id: article for article in reading.articles}
    told = steps.Told(
        claims=tuple((by_id[name], claim) for name, claim in zip(found.articles, found.claims, strict=True)),
        rows=tuple((s.evidence, s.words, s.bits, s.total) for s in found.steps),
        outcome=(*_outcome(found), *_otherwise(_besides(reported, found))),
    )
    put(steps.render(told, view(reading)), None)
    return 0


def _file(place: str) -> str | None:
    """The file that a place names, None where it names none (an article's id)."""
    from pathlib import Path

    return next((name for name, _ in _meanings(place) if Path(name).is_file()), None)


def _meanings(place: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What a place can mean: a name with a line and column, or one with an offset."""
    found = PLACE.fullmatch(place)
    if found is None:
        raise UsageError(f"{place!r} is no place: write PATH:LINE:COLUMN or PATH:OFFSET")
    if found["second"]:
        yield found["name"], (int(found["first"]), int(found["second"]))
        yield f"{found['name']}:{found['first']}", (int(found["second"]),)
    else:
        yield found["name"], (int(found["first"]),)


def _spot(place: str, loaded: "Sequence[Loaded]") -> tuple[str, int]:
    """The article that a place names, and the offset in its text."""
    for name, numbers in _meanings(place):
        for one in loaded:
            if one.article.id == name:
                return name, _offset(one, numbers)
        held = [one for one in loaded if one.path == name]
        if len(held) == 1:
            return held[0].article.id, _offset(held[0], numbers)
        if held:
            ids = ", ".join(one.article.id for one in held[:4])
            raise UsageError(f"{name} holds {len(held)} articles: name one by its id, such as {ids}")
    raise UsageError(f"{place!r} names no file and no article's id among those read (--among PATH)")


def _offset(one: "Loaded", numbers: tuple[int, ...]) -> int:
    """A place in an article's text as an offset; lines are the file's where it is set out line by line."""
    if len(numbers) == 1:
        return numbers[0]
    line, column = numbers[0] - (one.line or 1), numbers[1] - 1
    lines = one.article.text.split("\n")
    if not 0 <= line < len(lines):
        raise UsageError(f"{one.path}: line {numbers[0]} is no line of the article's text")
    if not 0 <= column < len(lines[line]):
        raise UsageError(f"{one.path}:{numbers[0]}: the line has {len(lines[line])} columns")
    return sum(len(before) + 1 for before in lines[:line]) + column


def _outcome(found: "Waterfall") -> Iterator[str]:
    """What follows from the weight, in lines."""
    sure = f"{found.probability:.0%}"
    yield f"match weight {found.weight:+.1f} bits: the two are about one fact with probability {sure}"
    if found.agree:
        yield "The values agree: no rule compares them, they bear each other out."
    elif not found.clash:
        yield "The values do not exclude each other: there is no clash to report."
    elif not found.seen:
        yield "The values clash, and are far too unlikely of one fact for rules to look at them."
    else:
        stands = "over" if found.weight >= found.least else "under"
        yield f"The values clash; this is {stands} the {found.least:+.2f} bits from which rules report it."
        yield from _ruled(found)


def _reported(spots: "Sequence[tuple[str, int]]", articles: "Sequence[Article]") -> "list[Finding]":
    """The findings among articles that set the values at two places against each other."""
    from crosscheck.pipeline import check

    def sides(finding: "Finding", article: str, offset: int) -> set[str | None]:
        return {c.side for c in finding.claims if c.article == article and c.start <= offset < c.end}

    def apart(finding: "Finding") -> bool:
        one, two = (sides(finding, *spot) - {None} for spot in spots)
        return bool(one) and bool(two) and one.isdisjoint(two)

    return [finding for finding in check(articles).findings if apart(finding)]


def _besides(reported: "Sequence[Finding]", found: "Waterfall") -> "list[Finding]":
    """The findings that the verdicts on the pair by itself do not tell of."""
    told = {verdict.code for verdict in found.verdicts if verdict.reason is None}
    return [finding for finding in reported if finding.code not in told]


def _otherwise(reported: "Sequence[Finding]") -> Iterator[str]:
    """Findings that come about by other evidence than the pair's weight, with their reasons, in lines."""
    for finding in reported:
        sure = f"confidence {finding.confidence:.0%}"
        yield f"{finding.code} {finding.name}: reports it by other evidence, {sure}: {finding.message}."
        yield from (f"  why: {reason}" for reason in finding.reasons)


def _ruled(found: "Waterfall") -> Iterator[str]:
    from crosscheck.reports.summary import REASONS

    for verdict in found.verdicts:
        if verdict.reason is None:
            sure = f"confidence {verdict.confidence:.0%}"
            yield f"{verdict.code} {verdict.name}: reports it, {sure}."
        else:
            why = REASONS.get(verdict.reason, verdict.reason)
            yield f"{verdict.code} {verdict.name}: declines it, {verdict.reason} ({why})."
    if not found.verdicts:
        yield "No rule speaks of it."
