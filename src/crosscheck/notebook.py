"""A report in a notebook: a compact HTML view, and data frames; both made of `Report.to_dict()`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from crosscheck.errors import UsageError
from crosscheck.markup import Markup, cut, join, plural, tag

Data = Mapping[str, Any]
Row = dict[str, Any]

MOST_SHOWN = 20
PER_SIDE = 3
LIBRARIES = ("pandas", "polars")
SOFT = "opacity:.75;font-size:90%"


def compact_html(report: Data) -> str:
    """The first findings with their sides, and counts of all else, as HTML for a notebook's cell.

    It carries no style sheet and no script, and takes its colours from the notebook.
    """
    sources = {a["id"]: cut(a["source"] or a["title"] or a["id"], 60) for a in report["articles"]}
    shown = report["findings"][:MOST_SHOWN]
    left = len(report["findings"]) - len(shown)
    items = [_finding(finding, sources) for finding in shown]
    return tag(
        "div",
        tag(
            "p",
            tag("b", _counted(report)),
            f" in {plural(len(report['articles']), 'article')}",
            _ticked(report),
        ),
        tag("ol", *items) if items else None,
        tag("p", f"and {left:,} more: iterate the report, or call to_dataframe()", style=SOFT)
        if left
        else None,
        class_="crosscheck-report",
    )


def _counted(report: Data) -> str:
    counts = Counter(finding["severity"] for finding in report["findings"])
    words = {"error": "error", "warning": "warning", "info": "note"}
    return ", ".join(plural(counts[s], words[s]) for s in words if counts[s]) or "No contradiction found"


def _ticked(report: Data) -> Markup | None:
    """How many values of a draft stand how, where there is a tick sheet."""
    counts = Counter(tick["status"] for tick in report["ticks"])
    if not counts:
        return None
    told = ", ".join(f"{n:,} {status.replace('_', ' ')}" for status, n in counts.most_common())
    return tag("span", f"; values of the draft: {told}", style=SOFT)


def _finding(finding: Data, sources: Mapping[str, str]) -> Markup:
    head = join(
        [
            tag("b", f"{finding['severity']} {cut(finding['code'], 20)}"),
            " ",
            tag("bdi", cut(finding["message"], 300)),
        ]
    )
    sides: dict[str | None, list[Data]] = {}
    for claim in sorted(finding["claims"], key=lambda c: (c["side"] is None, c["side"] or "")):
        sides.setdefault(claim["side"], []).append(claim)
    rows = [
        tag(
            "li",
            tag("b", f"side {side}" if side else "fits several sides"),
            ": ",
            join(_claims(own, sources), "; "),
        )
        for side, own in sides.items()
    ]
    write = tag("p", "Write ", tag("bdi", cut(finding["suggestion"], 200))) if finding["suggestion"] else None
    return tag("li", head, tag("ul", *rows), write)


def _claims(claims: Sequence[Data], sources: Mapping[str, str]) -> Iterator[Markup]:
    for claim in claims[:PER_SIDE]:
        source = tag("bdi", f"({sources[claim['article']]})", style=SOFT)
        yield join([tag("bdi", f"“{cut(claim['text'], 80)}”"), " ", source])
    if len(claims) > PER_SIDE:
        yield tag("span", f"{len(claims) - PER_SIDE} more", style=SOFT)


def frame(report: Data, of: str, library: str | None) -> Any:
    """A part of a report as a data frame: "findings", "ticks", "declined", "articles" or "series".

    Raises `UsageError` for another part or library, and where the library is not installed.
    """
    if of not in PARTS:
        raise UsageError(f"of={of!r} is no part of a report: there are {', '.join(PARTS)}")
    columns, rows = PARTS[of]
    made = [dict.fromkeys(columns) | row for row in rows(report)]
    # Columns stand also where there is no row.
    return _library(library).DataFrame({name: [row[name] for row in made] for name in columns})


def _library(name: str | None) -> Any:
    if name is not None and name not in LIBRARIES:
        raise UsageError(f"library={name!r} is not known: there are {' and '.join(LIBRARIES)}")
    wanted = (name,) if name else LIBRARIES
    for found in wanted:
        if find_spec(found) is not None:
            return import_module(found)
    needed = " or ".join(wanted)
    raise UsageError(f"to_dataframe needs {needed}: pip install 'crosscheck-news[{wanted[0]}]'")


def _finding_rows(report: Data) -> Iterator[Row]:
    """One row a claim; the rows of one finding share its number."""
    for number, finding in enumerate(report["findings"], 1):
        whole = {key: value for key, value in finding.items() if key not in ("claims", "reasons")}
        for claim in finding["claims"]:
            yield {"finding": number, **whole, **claim}


def _tick_rows(report: Data) -> Iterator[Row]:
    for tick in report["ticks"]:
        sources = dict.fromkeys(e["article"] for e in tick["evidence"])
        yield {**tick, "sources": " ".join(sources)}


def _declined_rows(report: Data) -> Iterator[Row]:
    """One row a refusal, with its first example."""
    for row in report["declined"]:
        first = row["claims"][0] if row["claims"] else {}
        yield {**first, **{key: row[key] for key in ("code", "reason", "count")}}


def _series_rows(report: Data) -> Iterator[Row]:
    for number, series in enumerate(report["series"], 1):
        for figure in series["figures"]:
            yield {"series": number, "unit": series["unit"], **figure}


SPAN = ("article", "start", "end", "text")
PARTS = {
    "findings": (
        (
            *("finding", "code", "name", "severity", "confidence", "message", *SPAN, "value", "side"),
            *("suggestion", "fingerprint"),
        ),
        _finding_rows,
    ),
    "ticks": ((*SPAN, "kind", "status", "independent", "sources", "why"), _tick_rows),
    "declined": (("code", "reason", "count", *SPAN), _declined_rows),
    "articles": (
        ("id", "title", "source", "published", "as_of", "as_of_from"),
        lambda report: iter(report["articles"]),
    ),
    "series": (("series", "unit", *SPAN, "low", "high", "as_of"), _series_rows),
}
