"""Paths to file names, and bytes to text."""

import glob
import os
import sys
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from crosscheck.errors import InputError

MOST_BYTES = 64 * 1024 * 1024
BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
}
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def expand(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]], suffixes: frozenset[str]
) -> tuple[list[str], list[InputError]]:
    """The files that paths name, each once, and a problem for each path that names none.

    A folder stands for the files below it with one of the `suffixes`, sorted, hidden ones
    and linked folders left out; a path with * ? or [ that is no file is a glob; "-" is
    the standard input.
    """
    names: dict[str, str] = {}
    problems: list[InputError] = []
    for path in [paths] if isinstance(paths, str | PathLike) else paths:
        for name in _files(os.fspath(path), suffixes, problems):
            names.setdefault(name if name == "-" else os.path.realpath(name), name)
    return list(names.values()), problems


def _files(path: str, suffixes: frozenset[str], problems: list[InputError]) -> list[str]:
    """The files that one path names; what it should name and does not goes to `problems`."""
    if path == "-" or Path(path).is_file():
        return [path]
    if Path(path).is_dir():
        return _below(path, suffixes, problems)
    if glob.has_magic(path):
        found = sorted(name for name in glob.glob(path, recursive=True) if Path(name).is_file())  # noqa: PTH207 - a pattern may be absolute
        if not found:
            problems.append(InputError(f"{path}: no file matches this pattern"))
        return found
    what = "not a file or folder that can be read" if os.path.lexists(path) else "no such file or folder"
    problems.append(InputError(f"{path}: {what}"))
    return []


def _below(folder: str, suffixes: frozenset[str], problems: list[InputError]) -> list[str]:
    """The files to read below a folder, in sorted order."""

    def unreadable(problem: OSError) -> None:
        problems.append(InputError(f"{problem.filename}: cannot be listed ({problem.strerror})"))

    found: list[str] = []
    before = len(problems)
    for where, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(
            str(Path(where, name))
            for name in sorted(files)
            if Path(name).suffix.lower() in suffixes and not name.startswith(".")
        )
    if not found and len(problems) == before:
        problems.append(InputError(f"{folder}: no articles in this folder ({', '.join(sorted(suffixes))})"))
    return found


def decoded(name: str) -> str:
    """The text of a file, line ends and all, without a byte order mark.

    Raises `InputError` where the file cannot be opened, holds more than 64 MB or is no text.
    """
    data = _bytes(name)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding)
    for magic, kind in BINARY.items():
        if data.startswith(magic):
            raise InputError(f"{name}: this is {kind}, not text: convert it to plain text first")
    if b"\0" in data:
        raise InputError(f"{name}: this is a binary file, not text: convert it to plain text first")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(name, data)


def _bytes(name: str) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except OSError as problem:
        raise InputError(f"{name}: cannot be opened ({problem.strerror})") from problem
    if len(data) > MOST_BYTES:
        raise InputError(f"{name}: larger than {MOST_BYTES >> 20} MB: split it into smaller files")
    return data


def _strict(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise InputError(
            f"{name}:{line}: not the {encoding} text that it begins as: save it as UTF-8"
        ) from problem


def _detected(name: str, data: bytes) -> str:
    """Decode by detection; mostly ASCII text is taken for Windows-1252 where it can be.

    In a text of a few accents and curly quotes a detector has nothing to go by, and
    Windows-1252 is what English newsrooms write.
    """
    if sum(byte > 0x7F for byte in data[:100_000]) * 20 < len(data[:100_000]):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(f"{name}: its encoding cannot be made out: save it as UTF-8")
    return data.decode(best.encoding)
