"""Paths to file names, and files to bytes."""

import glob
import os
import sys
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from crosscheck.errors import InputError

MOST_BYTES = 64 * 1024 * 1024


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


def content(name: str) -> bytes:
    """The bytes of a file; raises `InputError` where it cannot be opened or holds more than 64 MB."""
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
