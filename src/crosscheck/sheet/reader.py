"""From a TOML file to the facts it holds; every mistake is named with its line and what to write."""

from collections.abc import Iterator, Sequence
from typing import Any

from crosscheck.errors import InputError
from crosscheck.facts import Event, Fact, Figure, Named, Office, Quoted
from crosscheck.sheet.fields import OFFICE, REQUIRED, TABLES, Keys, Wrong
from crosscheck.toml import Toml

SHOWN = 20  # mistakes that one run names
NAMED = {"people": "person", "organisations": "organisation", "places": "place"}
SCHEMA = "crosscheck-sheet/1"

Path = tuple[str | int, ...]


def facts(toml: Toml) -> tuple[Fact, ...]:
    """The facts of a sheet in the order of the file, tables in the order of `TABLES`.

    Raises `InputError` with a line for every mistake (at most `SHOWN`).
    """
    reader = _Reader(toml)
    found = tuple(reader.facts())
    if reader.mistakes:
        left = len(reader.mistakes) - SHOWN
        more = [f"{toml.name}: and {left} more mistakes"] if left > 0 else []
        raise InputError("\n".join([*reader.mistakes[:SHOWN], *more]))
    return found


class _Reader:
    """Reads one sheet and collects its mistakes."""

    def __init__(self, toml: Toml) -> None:
        self.toml = toml
        self.mistakes: list[str] = []

    def facts(self) -> Iterator[Fact]:
        """The entries that can be read; what is wrong with the others is kept in `mistakes`."""
        for key, value in self.toml.data.items():
            if key == "schema":
                if value != SCHEMA:
                    self._wrong((key,), f"schema must be {SCHEMA!r}, or be left out")
            elif key not in TABLES:
                self._wrong((key,), f"there is no table {key!r}{_meant(key, TABLES)}: {_listed(TABLES)}")
        for table, keys in TABLES.items():
            for number, entry in self._entries((table,), self.toml.data.get(table, [])):
                read = self._entry((table, number), entry, keys, REQUIRED[table])
                if read is not None:
                    yield self._fact(table, (table, number), read)

    def _entries(self, path: Path, value: object) -> Iterator[tuple[int, dict[str, Any]]]:
        """The tables of a list with their numbers."""
        word = ".".join(str(part) for part in path if isinstance(part, str))
        if not isinstance(value, list):
            self._wrong(path, f"write [[{word}]] over each entry, in two pairs of brackets")
            return
        for number, entry in enumerate(value):
            if isinstance(entry, dict):
                yield number, entry
            else:
                self._wrong(
                    (*path, number), f"an entry of {word} is a table of keys: write [[{word}]] over it"
                )

    def _entry(
        self, path: Path, entry: dict[str, Any], keys: Keys, required: Sequence[str]
    ) -> dict[str, Any] | None:
        """The values of an entry by key; None where one of them is wrong or missing."""
        read: dict[str, Any] = {}
        before = len(self.mistakes)
        for key, value in entry.items():
            if key not in keys:
                self._wrong((*path, key), f"there is no key {key!r} here{_meant(key, keys)}: {_listed(keys)}")
                continue
            try:
                read[key] = keys[key](value)
            except Wrong as problem:
                self._wrong((*path, key), f"{key} {problem}")
        for key in required:
            if key not in entry:
                self._wrong(path, f"{key} is missing: every entry of {path[-2]} needs it")
        if "offices" in entry and path[0] == "people":
            read["offices"] = self._offices(path, entry["offices"])
        return read if len(self.mistakes) == before else None

    def _offices(self, path: Path, value: object) -> tuple[Office, ...]:
        out = []
        for number, entry in self._entries((*path, "offices"), value):
            where: Path = (*path, "offices", number)
            read = self._entry(where, entry, OFFICE, REQUIRED["offices"])
            if read is None:
                continue
            start, end = read.get("from"), read.get("to")
            if start and end and start > end:
                self._wrong((*where, "to"), f"the term ends ({end}) before it begins ({start})")
            kept: Any = {"spots": self._spots(where, entry), "where": self.toml.where(*where)}
            held = (read["title"], read.get("of", ()), start, end, read.get("acting", False))
            out.append(Office(*held, **kept))
        return tuple(out)

    def _fact(self, table: str, path: Path, read: dict[str, Any]) -> Fact:
        kept: Any = {"spots": self._spots(path, read), "where": self.toml.where(*path)}
        if table == "events":
            names = (read["name"], read.get("aliases", ()))
            return Event(*names, when=read.get("date"), place=read.get("place"), **kept)
        if table == "figures":
            tolerance, percent = read.get("tolerance", (0, False))
            figure = (read["what"], read["value"], read.get("about", ()), read.get("as-of"))
            return Figure(*figure, tolerance=tolerance, percent=percent, **kept)
        if table == "quotations":
            return Quoted(read["words"], read.get("speaker"), **kept)
        if {*read.get("misspellings", ())} & {read["name"], *read.get("aliases", ())}:
            self._wrong((*path, "misspellings"), "a spelling stands among the right ones and the wrong ones")
        born, died = read.get("born"), read.get("died")
        if born and died and born.floor and died.ceiling and died.ceiling < born.floor:
            self._wrong((*path, "died"), f"died ({died.stated}) lies before born ({born.stated})")
        spelt = (read["name"], read.get("aliases", ()), read.get("misspellings", ()))
        return Named(NAMED[table], *spelt, born, died, read.get("offices", ()), **kept)

    def _spots(self, path: Path, entry: dict[str, Any]) -> dict[str, tuple[int, int]]:
        """Where the values of an entry stand; "" is the entry itself."""
        spots = {}
        for key, at in [("", path), *((key, (*path, key)) for key in entry)]:
            spot = self.toml.spot(*at)
            if spot is not None:
                spots[key] = (spot.start, spot.end)
        return spots

    def _wrong(self, path: Path, what: str) -> None:
        self.mistakes.append(f"{self.toml.where(*path)}: {what}")


def _listed(known: Keys | Any) -> str:
    return f"known are {', '.join(known)}"


def _meant(word: str, known: Keys | Any) -> str:
    from rapidfuzz.process import extractOne

    close = extractOne(word[:60], list(known), score_cutoff=60)
    return f" (did you mean {close[0]!r}?)" if close else ""
