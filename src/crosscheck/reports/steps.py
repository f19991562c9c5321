"""A match weight step by step, as a table for people."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from crosscheck.model import Article, ArticleInfo, Claim
from crosscheck.reports.excerpt import columns, excerpt, printable
from crosscheck.reports.text import location
from crosscheck.reports.view import View

Row = tuple[str, str, float, float]  # the kind of evidence, its level in words, its bits, the sum so far


@frozen(slots=True)
class Told:
    """What is to be shown of a pair: where the two claims stand, the rows, and what follows, in lines."""

    claims: tuple[tuple[Article, Claim], ...]
    rows: tuple[Row, ...]
    outcome: tuple[str, ...]


def render(told: Told, view: View) -> str:
    """The two sentences, a row for each step, then the outcome; ends with a line break."""
    lines = [line for article, claim in told.claims for line in _claim(article, claim, view)]
    lines += ["", *_table(told.rows, view), "", *told.outcome]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _claim(article: Article, claim: Claim, view: View) -> Iterator[str]:
    """Where a value stands, and its sentence with the value underlined."""
    m = claim.mention
    info = ArticleInfo(article.id, article.title, article.source, None, None, "unknown", article.text)
    cut = excerpt(article.text, m.start, m.end, view.width - 2)
    yield view.style(location(info, m.start, view), "1")
    yield f"  {cut.text}"
    yield f"  {view.style(cut.underline, '1;34')}"


def _table(rows: Sequence[Row], view: View) -> Iterator[str]:
    """The steps in the order in which they are summed, the words of each cut to the width."""
    wide = max(len(name) for name, _, _, _ in rows)
    room = max(30, view.width - wide - 20)
    yield view.style(f"{'bits':>6} {'sum':>6}  {'evidence':<{wide}}", "1")
    for name, words, bits, total in rows:
        said = printable(words)
        said = said if columns(said) <= room else f"{said[: room - 1]}…"
        shown = f"{bits:+6.1f}"
        yield f"{view.style(shown, '32' if bits > 0 else '31')} {total:+6.1f}  {name:<{wide}}  {said}"
