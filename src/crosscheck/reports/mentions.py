"""The values read from articles, as text, JSON or JSON Lines."""

import json
from collections.abc import Sequence

from crosscheck.model import Article, Mention
from crosscheck.reports.excerpt import position, printable
from crosscheck.reports.view import Place, View

SCHEMA = "crosscheck-mentions/1"
Found = Sequence[tuple[Article, list[Mention]]]


def render(found: Found, form: str, view: View) -> str:
    """The mentions of articles in the form "text", "json" or "jsonl", ending with a line break."""
    if form == "json":
        rows = [{"id": a.id, "mentions": [m.to_dict() for m in mentions]} for a, mentions in found]
        return json.dumps({"schema": SCHEMA, "articles": rows}, ensure_ascii=False, indent=1) + "\n"
    if form == "jsonl":
        lines = ({"article": a.id, **m.to_dict()} for a, mentions in found for m in mentions)
        return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return "".join(_listed(article, mentions, view) for article, mentions in found)


def _listed(article: Article, mentions: list[Mention], view: View) -> str:
    """The values of an article, one a line: where, what kind, the words, the value."""
    place = view.places.get(article.id) or Place(article.id)
    name, first = (place.path, place.line) if place.line else (article.id, 1)
    out = []
    for m in mentions:
        line, column = position(article.text, m.start)
        value = {key: part for key, part in m.value.to_dict().items() if part not in (None, [])}
        shown = json.dumps(value, ensure_ascii=False)
        out.append(f"{name}:{line + first - 1}:{column}: {m.kind}: {printable(m.text)}  {shown}\n")
    return printable(name) + ": no values\n" if not out else "".join(out)
