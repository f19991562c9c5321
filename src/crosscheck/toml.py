"""TOML files that people write by hand: the data, and where in the file each part of it stands.

The standard library's `tomllib` reads and checks the file but tells no positions, and
neither does `tomlkit`. So a second pass goes over the same text and notes where each key
and value begins and ends; as the text is then known to be TOML, the pass can be short. A
property test holds the two together: every key that `tomllib` finds has a place, and the
text of that place reads back as its value.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import field, frozen

from crosscheck.errors import InputError

LARGEST = 64 * 1024 * 1024  # bytes; a larger file is no sheet that a desk keeps
Keys = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TEXT = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\])*"|\'[^\']*\'', re.DOTALL)
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+")


@frozen(slots=True)
class Spot:
    """Where a value stands, in code points: its key's beginning, its own, and its end."""

    key: int
    start: int
    end: int


@frozen(slots=False)
class Toml:
    """A TOML file: its `name` for messages, its `text`, its `data`, and the places of its parts."""

    name: str
    text: str = field(repr=False)
    data: dict[str, Any] = field(repr=False)

    @classmethod
    def read(cls, path: str | PathLike[str]) -> "Toml":
        """Read a file; raises `InputError` with one line that names file, line and remedy."""
        name = str(path)
        try:
            if Path(path).stat().st_size > LARGEST:
                raise InputError(
                    f"{name}: more than {LARGEST >> 20} MB: split the file, or keep what is needed"
                )
            text = Path(path).read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            raise InputError(f"{name}: not UTF-8 (byte {problem.start}): save it as UTF-8") from problem
        except (OSError, ValueError) as problem:
            reason = getattr(problem, "strerror", None) or problem
            raise InputError(f"{name}: cannot be opened ({reason})") from problem
        return cls.loads(text, name)

    @classmethod
    def loads(cls, text: str, name: str = "<text>") -> "Toml":
        """Read TOML from a string; `name` stands for the file in messages. Raises as `read` does."""
        try:
            return cls(name, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as problem:
            raise InputError(_explained(name, text, str(problem))) from problem
        except RecursionError as problem:
            raise InputError(f"{name}: lists or tables nest too deeply: keep them flat") from problem
        except ValueError as problem:  # a number of more digits than Python reads
            raise InputError(
                f"{name}: a number cannot be read ({problem}): write it in quotation marks"
            ) from problem

    def spot(self, *keys: str | int) -> Spot | None:
        """Where the value at this path of keys and indexes stands, or None where there is none."""
        return self._spots.get(keys)

    def line(self, offset: int) -> int:
        """The line (from 1) of an offset."""
        return bisect_right(self._breaks, offset) + 1

    def where(self, *keys: str | int) -> str:
        """`file:line` of a key, or of the nearest part around it that has a place."""
        for size in range(len(keys), 0, -1):
            found = self._spots.get(keys[:size])
            if found is not None:
                return f"{self.name}:{self.line(found.key)}"
        return self.name

    @cached_property
    def _spots(self) -> dict[Keys, Spot]:
        return _Scan(self.text).spots

    @cached_property
    def _breaks(self) -> list[int]:
        return [m.end() for m in re.finditer("\n", self.text)]


def _explained(name: str, text: str, message: str) -> str:
    """Tomllib's complaint as `file:line:column: not TOML: what`."""
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    what = message.split(" (at ", maxsplit=1)[0]
    if place:
        where = f"{name}:{place[1]}:{place[2]}"
    else:
        where = f"{name}:{text.count(chr(10)) + 1}" if "end of document" in message else name
    advice = {
        "Cannot overwrite a value": "a key stands twice in one table: keep one of the two",
        "Cannot declare": "a table stands twice: write [[name]] where there are several, or join the two",
    }
    told = next((text for begin, text in advice.items() if what.startswith(begin)), None)
    return f"{where}: not TOML: {what}" + (f" ({told})" if told else "")


class _Scan:
    """One pass over text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spots: dict[Keys, Spot] = {}
        self._counts: dict[Keys, int] = {}
        table: Keys = ()
        i = self._blank(0)
        while i < len(text):
            if text[i] == "[":
                table, i = self._header(i)
            else:
                i = self._pair(i, table)
            i = self._blank(i)

    def _blank(self, i: int) -> int:
        found = _BLANK.match(self.text, i)
        return found.end() if found else i

    def _space(self, i: int) -> int:
        found = _SPACE.match(self.text, i)
        return found.end() if found else i

    def _header(self, i: int) -> tuple[Keys, int]:
        """`[a.b]` or `[[a.b]]`: the path of the table, with the index of each list on the way."""
        several = self.text.startswith("[[", i)
        keys, end = self._keys(i + 1 + several)
        end = self.text.index("]", end) + 1 + several
        path: Keys = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            if number == len(keys) and several:
                self._counts[path] = self._counts.get(path, 0) + 1
                self.spots.setdefault(path, Spot(i, i, end))
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self.spots.setdefault(path, Spot(i, i, end))
        return path, end

    def _keys(self, i: int) -> tuple[list[str], int]:
        """A dotted key: its parts, and where it ends."""
        keys: list[str] = []
        while True:
            i = self._space(i)
            found = _BARE.match(self.text, i) or _TEXT.match(self.text, i)
            if found is None:
                raise InputError(f"no key at offset {i}")
            keys.append(_unquoted(found.group()))
            i = self._space(found.end())
            if not self.text.startswith(".", i):
                return keys, i
            i += 1

    def _pair(self, i: int, table: Keys) -> int:
        """`key = value`: notes its place and gives where it ends."""
        keys, end = self._keys(i)
        start = self._space(end + 1)
        path: Keys = (*table, *keys)
        stop = self._value(start, path)
        for size in range(len(table) + 1, len(path) + 1):
            self.spots.setdefault(path[:size], Spot(i, start, stop))
        return stop

    def _value(self, i: int, path: Keys) -> int:
        """Where the value that begins at i ends."""
        first = self.text[i]
        if first == "[":
            return self._list(i, path)
        if first == "{":
            return self._inline(i, path)
        found = _TEXT.match(self.text, i) or _SCALAR.match(self.text, i)
        return found.end() if found else i

    def _list(self, i: int, path: Keys) -> int:
        number = 0
        i = self._blank(i + 1)
        while self.text[i] != "]":
            start = i
            i = self._value(i, (*path, number))
            self.spots[(*path, number)] = Spot(start, start, i)
            number += 1
            i = self._blank(i)
            if self.text[i] == ",":
                i = self._blank(i + 1)
        return i + 1

    def _inline(self, i: int, path: Keys) -> int:
        i = self._blank(i + 1)
        while self.text[i] != "}":
            i = self._blank(self._pair(i, path))
            if self.text[i] == ",":
                i = self._blank(i + 1)
        return i + 1


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    return str(tomllib.loads(f"k = {key}")["k"]) if "\\" in key else key[1:-1]


def quoted(text: str) -> str:
    r"""A string as TOML writes it on one line.

    >>> quoted('He said "no"')
    '"He said \\"no\\""'
    """
    return f'"{"".join(_escapes(text))}"'


def _escapes(text: str) -> Iterator[str]:
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    for char in text:
        if char in short:
            yield short[char]
        elif ord(char) < 0x20 or ord(char) == 0x7F:
            yield f"\\u{ord(char):04X}"
        elif 0xD800 <= ord(char) <= 0xDFFF:
            yield "�"  # half a pair: no file can hold it
        else:
            yield char
