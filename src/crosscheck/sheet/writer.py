"""Writing facts: entries as TOML, and new ones into a sheet, whose other lines stay as they are."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from crosscheck.errors import UsageError
from crosscheck.sheet import Sheet
from crosscheck.sheet.fields import OFFICE, TABLES
from crosscheck.toml import Toml, quoted

Entry = Mapping[str, Any]
HEAD = "# Facts that the desk holds to be true; see docs/facts-sheet.md for the keys.\n"


def value(found: object) -> str:
    """A value as TOML writes it on one line.

    >>> value(["a", "b"]), value(date(2024, 1, 2)), value(True)
    ('["a", "b"]', '2024-01-02', 'true')
    """
    if isinstance(found, bool):
        return "true" if found else "false"
    if isinstance(found, (int, Decimal)):
        return str(found)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, (list, tuple)):
        return f"[{', '.join(map(value, found))}]"
    return quoted(str(found))


def entry(table: str, fields: Entry) -> Iterator[str]:
    """The lines of one entry, its keys in the order of the grammar, its offices as tables below it."""
    yield f"[[{table}]]"
    keys = OFFICE if table.endswith(".offices") else TABLES[table]
    for key in keys:
        if key != "offices" and fields.get(key) not in (None, "", [], ()):
            yield f"{key} = {value(fields[key])}"
    for office in fields.get("offices", ()):
        yield from entry(f"{table}.offices", office)


def written(entries: Iterable[tuple[str, Entry]]) -> Iterator[str]:
    """The lines of a whole sheet."""
    yield HEAD.rstrip()
    for table, fields in entries:
        yield ""
        yield from entry(table, fields)


def added(sheet: Sheet, table: str, fields: Entry) -> str:
    """The sheet's text with one entry more.

    Where an entry of that name is there, its lists (`misspellings`, `aliases`) and `offices` grow
    instead. Raises `UsageError` where that entry says something else, naming the line.
    """
    toml = Toml.loads(sheet.text, sheet.name)
    number = _number(toml, table, fields)
    if number is None:
        lines = "\n".join(entry(table, fields))
        body = sheet.text.rstrip("\n")
        return f"{body}\n\n{lines}\n" if body else f"{HEAD}\n{lines}\n"
    return _grown(toml, table, number, fields)


def _number(toml: Toml, table: str, fields: Entry) -> int | None:
    """The number of the entry with this name (or count, or words), if there is one."""
    mark = {"figures": "what", "quotations": "words"}.get(table, "name")
    for number, held in enumerate(toml.data.get(table, ())):
        if held.get(mark) == fields[mark] and held.get("as-of") == fields.get("as-of"):
            return number
    return None


def _grown(toml: Toml, table: str, number: int, fields: Entry) -> str:
    """The text with an entry's lists and offices extended."""
    held = toml.data[table][number]
    path = (table, number)
    spot = toml.spot(*path)
    if spot is not None and not toml.text.startswith("[[", spot.key):
        raise UsageError(f"{toml.where(*path)}: write the entry under [[{table}]], then add to it")
    inserts: list[tuple[int, str]] = []
    for key, new in fields.items():
        if key in ("by", "added", "note", "source", "offices"):
            continue
        old = held.get(key)
        if isinstance(new, (list, tuple)):
            listed = [old] if isinstance(old, str) else list(old or ())
            if lacking := [name for name in new if name not in listed]:
                inserts.append(_listed(toml, (*path, key), listed, lacking))
        elif old is None:
            inserts.append((_end(toml, path), f"\n{key} = {value(new)}"))
        elif str(old) != str(new):
            where = toml.where(*path, key)
            raise UsageError(f"{where}: the sheet has {key} = {value(old)} already: change it there by hand")
    inserts.extend(_offices(toml, path, [o for o in fields.get("offices", ()) if not _has(held, o)]))
    text = toml.text
    inserts.sort(key=lambda pair: pair[0])
    for at, more in reversed(inserts):  # from the end, so that no place moves; of two at one place the last
        text = f"{text[:at]}{more}{text[at:]}"
    return text


def _offices(toml: Toml, path: tuple[str, int], new: list[Entry]) -> Iterator[tuple[int, str]]:
    """Where and how offices are added to a person."""
    if not new:
        return
    table = f"{path[0]}.offices"
    first = toml.spot(*path, "offices", 0)
    if first is not None and not toml.text.startswith("[[", first.key):
        raise UsageError(
            f"{toml.where(*path, 'offices')}: write each office under [[{table}]], then add to them"
        )
    lines = "\n".join(line for office in new for line in entry(table, office))
    yield _end(toml, path, deep=True), f"\n{lines}"


def _has(held: Entry, new: Entry) -> bool:
    """Whether an entry has an office already."""
    return any(all(str(o.get(k)) == str(v) for k, v in new.items()) for o in held.get("offices", ()))


def _listed(toml: Toml, path: tuple[str | int, ...], old: list[str], more: list[str]) -> tuple[int, str]:
    """Where and how names are added to a list; a new list goes behind the entry's name."""
    spot = toml.spot(*path)
    names = ", ".join(map(quoted, more))
    if spot is None:
        return _end(toml, path[:-1]), f"\n{path[-1]} = [{names}]"
    if not toml.text.startswith("[", spot.start):
        raise UsageError(f"{toml.where(*path)}: write {path[-1]} as a list, then add {names}")
    last = toml.spot(*path, len(old) - 1) if old else None
    return (last.end, f", {names}") if last else (spot.start + 1, names)


def _end(toml: Toml, path: tuple[str | int, ...], *, deep: bool = False) -> int:
    """The end of the line on which an entry's own keys end; with `deep` its tables too."""
    held: Any = toml.data
    for part in path:
        held = held[part]
    ends = []
    for key in held:
        spot = toml.spot(*path, key)
        nested = isinstance(held[key], list) and any(isinstance(v, dict) for v in held[key])
        if spot is not None and not nested:
            ends.append(spot.end)
        elif nested and deep:
            ends.extend(_end(toml, (*path, key, i), deep=True) for i in range(len(held[key])))
    spot = toml.spot(*path)
    end = max(ends, default=spot.end if spot else len(toml.text))
    line = toml.text.find("\n", end)
    return len(toml.text) if line < 0 else line
