"""Facts out of a CSV table: one entry a row, the columns named as the keys of a sheet.

The column `table` says which table a row belongs to (events, people, organisations, places,
figures, quotations). A cell of several names parts them with `|`. An office of a person stands
in the columns `office`, `of`, `from`, `to`; rows of one name are one entry with several offices.
"""

import csv
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from crosscheck.errors import InputError
from crosscheck.sheet.fields import REQUIRED, TABLES, Wrong
from crosscheck.sheet.reader import SHOWN
from crosscheck.toml import LARGEST

LISTS = ("aliases", "misspellings", "about", "of")
OFFICE = ("office", "of", "from", "to")
COLUMNS = (
    "table",
    *dict.fromkeys(key for keys in TABLES.values() for key in keys if key != "offices"),
    *OFFICE,
)

Entry = tuple[str, dict[str, Any]]


def load(path: str | PathLike[str]) -> list[Entry]:
    """The entries of a CSV file (comma, semicolon or tab), in its order.

    Raises `InputError` with a line for each mistake: file, line and what to write.
    """
    text = _text(path)
    mistakes: list[str] = []
    out: dict[tuple[str, str], Entry] = {}
    for line, row in _rows(text, str(path)):
        made = _entry(row, f"{path}:{line}", mistakes)
        if made is None:
            continue
        table, fields = made
        key = (table, str(fields.get("name") or fields.get("what") or fields.get("words")))
        if key in out and "offices" in fields:
            out[key][1].setdefault("offices", []).extend(fields["offices"])
        elif key in out:
            mistakes.append(f"{path}:{line}: {key[1]!r} stands in a row above already")
        else:
            out[key] = made
    if mistakes:
        left = len(mistakes) - SHOWN
        more = [f"{path}: and {left} more mistakes"] if left > 0 else []
        raise InputError("\n".join([*mistakes[:SHOWN], *more]))
    return list(out.values())


def _text(path: str | PathLike[str]) -> str:
    try:
        if Path(path).stat().st_size > LARGEST:
            raise InputError(f"{path}: more than {LARGEST >> 20} MB: split the file")
        return Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise InputError(f"{path}: not UTF-8 (byte {problem.start}): save it as UTF-8") from problem
    except OSError as problem:
        raise InputError(f"{path}: cannot be opened ({problem.strerror})") from problem


def _rows(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows with the line each ends on, cells by column."""
    head = text.split("\n", 1)[0]
    mark = max(",;\t", key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    try:
        columns = [column.strip().lower() for column in next(reader, [])]
        unknown = [column for column in columns if column not in COLUMNS]
        if "table" not in columns or unknown:
            what = f"there is no column {unknown[0]!r}" if unknown else "the column 'table' is missing"
            raise InputError(f"{name}:1: {what}: known are {', '.join(COLUMNS)}")
        for row in reader:
            cells = {c: cell.strip() for c, cell in zip(columns, row, strict=False) if cell.strip()}
            if len(row) > len(columns):
                raise InputError(
                    f"{name}:{reader.line_num}: more cells than columns: quote cells with a {mark!r}"
                )
            if cells:
                yield reader.line_num, cells
    except csv.Error as problem:
        raise InputError(f"{name}:{reader.line_num}: not CSV: {problem}") from problem


def _entry(row: dict[str, str], where: str, mistakes: list[str]) -> Entry | None:
    """The entry of a row; None, and what is wrong among the mistakes, where it is none."""
    before = len(mistakes)
    table = row.pop("table", "")
    if table not in TABLES:
        mistakes.append(f"{where}: the table {table!r} is none of {', '.join(TABLES)}")
        return None
    office = {key: row.pop(key) for key in OFFICE if table == "people" and key in row}
    fields = {key: _cell(key, cell) for key, cell in row.items()}
    mistakes.extend(
        f"{where}: {table} have no {key!r}: empty the cell" for key in fields if key not in TABLES[table]
    )
    mistakes.extend(f"{where}: {key} is missing" for key in REQUIRED[table] if key not in fields)
    if office:
        if "office" not in office:
            mistakes.append(f"{where}: office is missing beside {', '.join(office)}")
        named = {"title" if key == "office" else key: _cell(key, cell) for key, cell in office.items()}
        fields["offices"] = [named]
    for key, cell in fields.items():
        if key in TABLES[table] and key != "offices":
            mistakes.extend(_wrong(table, key, cell, where))
    return (table, fields) if len(mistakes) == before else None


def _cell(key: str, cell: str) -> Any:
    return [name.strip() for name in cell.split("|") if name.strip()] if key in LISTS else cell


def _wrong(table: str, key: str, cell: object, where: str) -> Iterator[str]:
    try:
        TABLES[table][key](cell)
    except Wrong as problem:
        yield f"{where}: {key} {problem}"
