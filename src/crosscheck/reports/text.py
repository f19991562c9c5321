"""The report for people: each finding with the sentences that clash, and a last line of counts."""

from collections import Counter
from collections.abc import Iterable, Iterator

from crosscheck.markup import plural
from crosscheck.model import ArticleInfo, ClaimRef, Declined, Finding, Report, Severity, Tick
from crosscheck.reports import summary
from crosscheck.reports.excerpt import columns, excerpt, printable
from crosscheck.reports.spots import ordered, side, sources, spot
from crosscheck.reports.view import View

Line = list[tuple[str, str]]  # pieces of text, each with a style of rich ("" for none)

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
TICKS = {
    "supported": ("ok", "green"),
    "contradicted": ("!!", "bold red"),
    "outdated": ("old", "yellow"),
    "unsupported": ("--", "dim"),
    "not_comparable": ("n/a", "dim"),
}
WORDS = 40  # columns of a ticked value
PER_REASON = 10  # examples shown of what was declined for one reason
PER_SIDE = 2  # sentences shown of each side beside the first


def render(report: Report, view: View) -> str:
    """The report as text, coloured where the view says so."""
    lines = list(_lines(report, view))
    if view.color:
        return _colored(lines)
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _colored(lines: Iterable[Line]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        no_color=False,
        soft_wrap=True,
        highlight=False,
    )
    with console.capture() as captured:
        for line in lines:
            console.print(Text.assemble(*line), end="\n")
    return captured.get()


def _lines(report: Report, view: View) -> Iterator[Line]:
    articles = {article.id: article for article in report.articles}
    for finding in report.findings:
        yield from _finding(finding, articles, view)
        yield []
    if report.ticks:
        yield from _ticks(report.ticks, articles, view)
        yield []
    if view.declined and report.declined:
        yield from _declined(report, articles, view)
        yield []
    yield from _summary(report)


def _finding(finding: Finding, articles: dict[str, ArticleInfo], view: View) -> Iterator[Line]:
    """The location and message, the sentences of each side, the reasons, what to write."""
    claims = ordered(finding.claims, view)
    shown, left = _chosen(claims)
    style = STYLES[finding.severity]
    yield [
        (location(articles[claims[0].article], claims[0].start, view), "bold"),
        (": ", ""),
        (finding.severity.label, style),
        (f" {finding.code} {finding.name}", "bold"),
        (f": {printable(finding.message)}", ""),
    ]
    margin = max(len(str(_line(articles[c.article], c.start, view))) for c in shown)
    for number, claim in enumerate(shown):
        yield from _claim(
            claim, articles[claim.article], view, margin, style if number == 0 else "bold blue", number
        )
    pad = " " * margin
    yield [(f"{pad} |", "blue")]
    if left:
        yield [(f"{pad} = ", "blue"), (f"and {left} more that bear on it", "dim")]
    for reason in finding.reasons:
        yield from _wrapped(f"{pad} = ", "why: ", printable(reason), view.width)
    if finding.suggestion:
        yield from _wrapped(f"{pad} = ", "help: ", f"write {printable(finding.suggestion)}", view.width)


def _chosen(claims: list[ClaimRef]) -> tuple[list[ClaimRef], int]:
    """The claims to show, two of each side at most beside the first, and how many are left."""
    counts: Counter[str | None] = Counter()
    shown: list[ClaimRef] = []
    for claim in claims:
        if counts[claim.side] < PER_SIDE or not shown:
            shown.append(claim)
        counts[claim.side] += 1
    return shown, len(claims) - len(shown)


def _claim(
    claim: ClaimRef, article: ArticleInfo, view: View, margin: int, style: str, number: int
) -> Iterator[Line]:
    """A sentence with its value underlined, under its source and date, the first without them."""
    pad = " " * margin
    if number:
        where = location(article, claim.start, view)
        yield [(f"{pad} |", "blue")]
        yield [(f"{pad}::: ", "blue"), (where, ""), (_origin(article), "dim")]
    else:
        yield [(f"{pad} --> ", "blue"), (_origin(article).strip() or article.id, "dim")]
    cut = excerpt(article.text, claim.start, claim.end, view.width - margin - 3)
    label = f" {claim.value} ({side(claim)})"
    line = str(_line(article, claim.start, view)).rjust(margin)
    yield [(f"{line} | ", "blue"), (cut.before, ""), (cut.value, style), (cut.after, "")]
    yield [(f"{pad} | ", "blue"), (cut.underline, style), (printable(label), style)]


def _origin(article: ArticleInfo) -> str:
    """The source and date of an article in brackets, as far as they are known."""
    if article.sheet:
        return " (facts sheet)"
    known = [printable(article.source)] if article.source else []
    if article.published:
        known.append(article.published[:10])
    elif article.as_of:
        known.append(f"as of {article.as_of}, from its {article.as_of_from}")
    else:
        known.append("undated")
    return f" ({', '.join(known)})"


def location(article: ArticleInfo, offset: int, view: View) -> str:
    """`path:line:column` of an offset in an article, or `id:line:column` within its text."""
    where = spot(article, offset, offset, view)
    return f"{printable(where.name)}:{where.line}:{where.column}"


def _line(article: ArticleInfo, offset: int, view: View) -> int:
    return spot(article, offset, offset, view).line


def _wrapped(lead: str, label: str, text: str, width: int) -> Iterator[Line]:
    """A text under a label, wrapped to the width, its further lines indented."""
    import textwrap

    room = max(30, width - len(lead) - len(label))
    for number, line in enumerate(textwrap.wrap(text, room) or [""]):
        if number:
            yield [(" " * (len(lead) + len(label)) + line, "")]
        else:
            yield [(lead, "blue"), (label, "bold"), (line, "")]


def _ticks(ticks: Iterable[Tick], articles: dict[str, ArticleInfo], view: View) -> Iterator[Line]:
    """The tick sheet: each value of the draft in reading order, and what the sources say to it."""
    spots = [(tick, spot(articles[tick.article], tick.start, tick.end, view)) for tick in ticks]
    rows = [(tick, f"{where.line}:{where.column}") for tick, where in spots]
    yield [
        (f"Tick sheet of {printable(spots[0][1].name)}", "bold"),
        (f" ({', '.join(f'{mark} {status}' for status, mark in marks())})", "dim"),
    ]
    wide = max(len(where) for _, where in rows)
    words = min(WORDS, max(columns(printable(tick.text)) for tick, _ in rows))
    kinds = max(len(tick.kind) for tick, _ in rows)
    for tick, where in rows:
        mark, style = TICKS[tick.status]
        value = printable(tick.text)
        value = value if columns(value) <= words else value[: words - 1] + "…"
        fill = " " * (words - columns(value))
        yield [
            (f"  {mark:<3} ", style),
            (f"{where:<{wide}}  {value}{fill}  ", ""),
            (f"{tick.kind:<{kinds}}  ", "dim"),
            (bearing(tick, articles), style if tick.status == "contradicted" else "dim"),
        ]


def marks() -> list[tuple[str, str]]:
    """Each status in words with the mark that stands for it."""
    return [(status.replace("_", " "), mark) for status, (mark, _) in TICKS.items()]


def bearing(tick: Tick, articles: dict[str, ArticleInfo]) -> str:
    """What the sources say to a value, on one line: the status, by whom, how many, why.

    "supported by Northern Wire, The Paper (2 independent)", "not comparable: it dates the draft itself".
    """
    said = tick.status.replace("_", " ")
    if by := sources(tick.evidence, articles):
        said += f" by {', '.join(by)}"
        said += f" ({tick.independent} independent)" if len(by) > 1 else ""
    if tick.backing:
        said += f", though stated by {', '.join(sources(tick.backing, articles))}"
    return f"{said}: {printable(tick.why)}" if tick.why else said


def _declined(report: Report, articles: dict[str, ArticleInfo], view: View) -> Iterator[Line]:
    """What was not compared: for each reason how often, then one example a group, up to a limit."""
    by_reason: dict[str, list[Declined]] = {}
    for row in report.declined:
        by_reason.setdefault(row.reason, []).append(row)
    yield [("Not compared", "bold"), (" (one example a group of statements about one fact)", "dim")]
    for reason, rows in sorted(by_reason.items(), key=lambda x: (-len(x[1]), x[0])):
        told = f": {summary.REASONS[reason]}" if reason in summary.REASONS else ""
        yield [(f"  {reason}", "bold"), (told, "dim")]
        for row in rows[:PER_REASON]:
            places = [
                f"“{printable(c.text)}” {location(articles[c.article], c.start, view)}" for c in row.claims
            ]
            times = f"{row.count:,} times: " if row.count > 1 else ""
            yield [(f"    {row.code} ", ""), (times, "dim"), (" | ".join(places), "")]
        if len(rows) > PER_REASON:
            yield [(f"    and {plural(len(rows) - PER_REASON, 'group')} more", "dim")]


def _summary(report: Report) -> Iterator[Line]:
    """The last line: how many findings of each severity, and what was declined for which reason."""
    style = STYLES[max(f.severity for f in report.findings)] if report.findings else "bold green"
    yield [
        (summary.headline(report), style),
        (
            summary.found(report).removeprefix(summary.headline(report))
            + summary.ticked(report)
            + summary.silenced(report),
            "",
        ),
        (summary.declined(report), "dim"),
    ]
