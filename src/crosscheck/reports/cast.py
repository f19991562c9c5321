"""The cast of articles, each person, organisation and place once, as text, JSON or CSV."""

import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from crosscheck.model import Appearance, Article, Entity
from crosscheck.reports.excerpt import position, printable
from crosscheck.reports.table import table
from crosscheck.reports.view import Place, View

SCHEMA = "crosscheck-entities/1"
HEAD = ("kind", "name", "variants", "roles", "article", "line", "column", "text", "role")
HEADINGS = {"person": "People", "organisation": "Organisations", "place": "Places"}
MOST_PLACES = 8  # mentions of an article that the page names by their lines


def render(entities: Sequence[Entity], articles: Sequence[Article], form: str, view: View) -> str:
    """Entities as "text", "json" or "csv", ending with a line break."""
    texts = {a.id: a.text for a in articles}
    if form == "json":
        rows = [e.to_dict() for e in entities]
        return json.dumps({"schema": SCHEMA, "entities": rows}, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return table(HEAD, (row for entity in entities for row in _rows(entity, texts, view)))
    if not entities:
        return "no names\n"
    return "\n".join(_section(kind, entities, texts, view) for kind in HEADINGS if _of(kind, entities))


def _of(kind: str, entities: Sequence[Entity]) -> list[Entity]:
    """The entities of a kind, those named most first."""
    return sorted((e for e in entities if e.kind == kind), key=lambda e: (-len(e.mentions), e.name))


def _rows(entity: Entity, texts: Mapping[str, str], view: View) -> Iterator[tuple[object, ...]]:
    names, roles = "; ".join(entity.variants), "; ".join(entity.roles)
    for m in entity.mentions:
        line, column = position(texts[m.article], m.start)
        line += _offset(m.article, view)
        yield entity.kind, entity.name, names, roles, m.article, line, column, m.text, m.role


def _offset(article: str, view: View) -> int:
    """How many lines of a file stand before the article's text."""
    place = view.places.get(article)
    return (place.line or 1) - 1 if place else 0


def _section(kind: str, entities: Sequence[Entity], texts: Mapping[str, str], view: View) -> str:
    listed = _of(kind, entities)
    head = view.style(f"{HEADINGS[kind]} ({len(listed)})", "1;4")
    return "\n".join([head, *(line for entity in listed for line in _lines(entity, texts, view))]) + "\n"


def _lines(entity: Entity, texts: Mapping[str, str], view: View) -> Iterator[str]:
    """The name, its other forms, the roles, where it stands, and why different names are one."""
    count = len(entity.mentions)
    yield f"  {view.style(printable(entity.name), '1')}  {count} mention{'s' * (count != 1)}"
    others = [v for v in entity.variants if v != entity.name]
    for label, what in (("also", others), ("role", entity.roles), ("why", entity.reasons)):
        if what:
            yield from _wrapped(f"{label}: {'; '.join(map(printable, what))}", view)
    yield from _wrapped("in: " + "; ".join(_where(entity.mentions, texts, view)), view)


def _where(mentions: Sequence[Appearance], texts: Mapping[str, str], view: View) -> Iterator[str]:
    """Each article once, with the lines on which the name stands."""
    for article, own in groupby(mentions, key=lambda m: m.article):
        place = view.places.get(article) or Place(article)
        first = _offset(article, view)
        lines = dict.fromkeys(position(texts[article], m.start)[0] + first for m in own)
        shown = [*map(str, list(lines)[:MOST_PLACES]), *(["..."] if len(lines) > MOST_PLACES else [])]
        yield f"{printable(place.path if place.line else article)}:{','.join(shown)}"


def _wrapped(text: str, view: View) -> list[str]:
    return textwrap.wrap(
        text, view.width, initial_indent=" " * 6, subsequent_indent=" " * 8, break_on_hyphens=False
    )
