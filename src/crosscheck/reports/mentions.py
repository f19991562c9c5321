"""The values read from articles, as text, JSON, JSON Lines or CSV."""

import json
from collections.abc import Sequence

from crosscheck.model import Article, Mention
from crosscheck.reports.excerpt import position, printable
from crosscheck.reports.table import table
from crosscheck.reports.view import Place, View

SCHEMA = "crosscheck-mentions/1"
HEAD = ("article", "line", "column", "kind", "text", "value")
Found = Sequence[tuple[Article, list[Mention]]]


def render(found: Found, form: str, view: View) -> str:
    """The mentions of articles as "text", "json", "jsonl" or "csv", ending with a line break."""
    if form == "json":
        rows = [{"id": a.id, "mentions": [m.to_dict() for m in mentions]} for a, mentions in found]
        return json.dumps({"schema": SCHEMA, "articles": rows}, ensure_ascii=False, indent=1) + "\n"
    if form == "jsonl":
        lines = ({"article": a.id, **m.to_dict()} for a, mentions in found for m in mentions)
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if form == "csv":
        return table(HEAD, (_row(article, m, view) for article, mentions in found for m in mentions))
    return "".join(_listed(article, mentions, view) for article, mentions in found)


def _row(article: Article, mention: Mention, view: View) -> tuple[object, ...]:
    value = json.dumps(mention.value.to_dict(), ensure_ascii=False)
    line, column = _position(article, mention.start, view)
    return article.id, line, column, mention.kind, mention.text, value


def _position(article: Article, start: int, view: View) -> tuple[int, int]:
    """The line and column of an offset, in the file where the article's lines are the file's."""
    place = view.places.get(article.id)
    line, column = position(article.text, start)
    return line + (place.line or 1 if place else 1) - 1, column


def _listed(article: Article, mentions: list[Mention], view: View) -> str:
    """The values of an article, one a line: where, what kind, the words, the value."""
    place = view.places.get(article.id) or Place(article.id)
    name = place.path if place.line else article.id
    out = []
    for m in mentions:
        line, column = _position(article, m.start, view)
        value = {key: part for key, part in m.value.to_dict().items() if part not in (None, [])}
        shown = json.dumps(value, ensure_ascii=False)
        out.append(f"{name}:{line}:{column}: {m.kind}: {printable(m.text)}  {shown}\n")
    return printable(name) + ": no values\n" if not out else "".join(out)
