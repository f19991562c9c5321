"""Words in data files: `table("units")` reads `units.toml` once, on first use.

Each file opens with its own grammar and its sources. Adding a unit, a title, a synonym or
a hedge is one entry there and no code.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed content of the word list `name`.toml beside this module."""
    source = resources.files(__package__).joinpath(f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def wordset(name: str, *path: str) -> frozenset[str]:
    """A word set of the list `name`: the entry at `path`, one string of words parted by blanks."""
    entry = table(name)
    for key in path:
        entry = entry[key]
    return frozenset(str(entry).split())
