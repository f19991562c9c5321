"""JSON: an article, a list of articles, or an object with a list "articles".

An article is an object with "text" and, if known, "id", "title", "source" (or
"publisher"), "published", "url", "language"; or a news item in ninjs.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from crosscheck.errors import InputError
from crosscheck.readers import ninjs
from crosscheck.readers.metadata import article
from crosscheck.readers.source import Loaded, Source

MOST_ARTICLES = 200_000


def read(source: Source) -> Iterator[Loaded]:
    """The articles of a JSON file; those without an id are numbered from 1 behind the file's name.

    Raises `InputError` where the text is no JSON, holds no article or more than `MOST_ARTICLES`,
    or at the first object that is no article: those before it have been given by then.
    """
    data = parse(source, source.text)
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    rows = data if isinstance(data, list) else [data]
    if not rows:
        raise source.error("the list of articles is empty")
    if len(rows) > MOST_ARTICLES:
        raise source.error(f"more than {MOST_ARTICLES:,} articles: split the file")
    for number, row in enumerate(rows, 1):
        yield of(source, row, number if isinstance(data, list) else None)


def parse(source: Source, text: str, line: int | None = None) -> Any:
    """The data of a JSON text; `line` says where in the file it stands.

    Raises `InputError` where it is no JSON, or is nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise source.error(f"not JSON: {problem.msg}", line or problem.lineno) from problem
    except RecursionError as problem:
        raise source.error("nested too deeply for a file of articles", line) from problem
    except ValueError as problem:  # a number of thousands of digits
        raise source.error(f"not JSON: {problem}", line) from problem


def of(source: Source, row: object, number: int | None, line: int | None = None) -> Loaded:
    """The article of one object, the `number`th of its file where that holds several.

    Raises `InputError` where it is no object, or its text or another field is of the wrong kind.
    """
    place = "" if number is None or line else f"article {number}: "
    if not isinstance(row, dict):
        raise source.error(f'{place}an article is an object with "text", not {_kind(row)}', line)
    if ninjs.is_item(row):
        row = _item(source, row, place, line)
    text = row.get("text")
    if not isinstance(text, str):
        raise source.error(
            f'{place}"text" is missing' if text is None else f'{place}"text" must be a string', line
        )
    name = source.name if number is None else f"{source.name}#{number}"
    try:
        made = article(source, text, {"id": name, **{k: v for k, v in row.items() if k != "text"}}, {})
    except InputError as problem:
        what = str(problem).removeprefix(f"{source.name}: ")
        raise source.error(f"{place}{what}", line) from problem
    return Loaded(made, source.name)


def _item(source: Source, row: Mapping[str, Any], place: str, line: int | None) -> dict[str, object]:
    """A ninjs item as a row like any other; raises where it has been withdrawn or has no body."""
    if status := ninjs.withdrawn(row):
        raise source.error(f"{place}this news item is {status}: its publisher has withdrawn it", line)
    text, fields = ninjs.fields(row)
    if not text:
        kind = f" (it is of the type {row['type']!r})" if isinstance(row.get("type"), str) else ""
        raise source.error(f"{place}this news item has no body{kind}", line)
    return {"text": text, **{key: value for key, value in fields.items() if value}}


def _kind(value: object) -> str:
    names = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "a boolean"}
    return names.get(type(value), "null")
