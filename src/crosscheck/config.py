"""Settings of a run: which rules, and what fails it.

They stand in `[tool.crosscheck]` of the nearest pyproject.toml, or in crosscheck.toml:

    select = ["D", "N201"]   # only these rules, by code or the beginning of one
    ignore = ["E401"]        # all but these
    fail-on = "warning"      # error (the default), warning, info or never
    sheet = "facts.toml"     # facts that the desk holds to be true
    baseline = "crosscheck-baseline.toml"   # findings that the desk holds to be fine
    gazetteer = "large"      # places of the extra [gazetteer] too ("built-in" is the default)
    jobs = 4                 # processes at work (1 is the default, 0 one for each core)

Paths are relative to the folder of the file of settings.
"""

import re
import tomllib
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from crosscheck.errors import ConfigError, UsageError

LEVELS = ("error", "warning", "info", "never")
KEYS = ("select", "ignore", "fail-on", "sheet", "baseline", "gazetteer", "jobs")
MOST_JOBS = 256
GAZETTEERS = ("built-in", "large")
# Keys that name a file, each with an example.
FILES = {"sheet": "facts.toml", "baseline": "crosscheck-baseline.toml"}


@frozen(slots=True)
class Config:
    """What to check, and what fails a run.

    `select` and `ignore` are code prefixes ("D", "N201"); `fail_on` is the severity from
    which a finding fails a run ("error", "warning", "info", "never"). `sheet` is the path of a
    facts sheet, which runs use that are given none; `baseline` that of a file of rulings, which
    the command line applies. `gazetteer` is "built-in" or "large" (the extra of that name).
    `jobs` is the number of processes that read articles and weigh pairs of claims, 0 for one a
    core; the report does not depend on it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    sheet: str | None = None
    baseline: str | None = None
    jobs: int = 1
    gazetteer: str = "built-in"

    @classmethod
    def default(cls) -> "Config":
        """The settings without any file."""
        return cls()

    @classmethod
    def load(cls, start: str | PathLike[str] = ".") -> "Config":
        """The settings that hold in a folder: those of the nearest file above it that has any.

        Raises `ConfigError` naming file and line, with what to write instead.
        """
        folder = Path(start).resolve()
        for where in (folder, *folder.parents):
            for name in ("crosscheck.toml", "pyproject.toml"):
                path = where / name
                if path.is_file() and (found := _from(path)) is not None:
                    return found
        return cls()

    @classmethod
    def read(cls, path: str | PathLike[str]) -> "Config":
        """The settings of one file; raises `ConfigError` as `load` does."""
        return _from(Path(path)) or cls()

    def selects(self, code: str, *, enabled: bool = True) -> bool:
        """Whether a rule runs: selected by a prefix, or enabled and not ignored."""
        chosen = code.startswith(self.select) if self.select else enabled
        return chosen and self.ticks(code)

    def ticks(self, code: str) -> bool:
        """Whether the tick sheet heeds a rule: it does unless the rule is ignored."""
        return not (self.ignore and code.startswith(self.ignore))


def unknown_code(code: str) -> str | None:
    """What to say of a code or beginning of one that no rule has; None where one has it."""
    from crosscheck.rules import ALL_RULES

    known = [rule.code for rule in ALL_RULES]
    if code and any(name.startswith(code) for name in known):
        return None
    return f"no rule's code begins with {code!r}{_meant(code, known)}; `crosscheck rules` lists them"


def codes(values: Iterable[str]) -> tuple[str, ...]:
    """Rule codes from comma-separated options, checked; raises `UsageError` for an unknown one."""
    found = tuple(code.strip() for value in values for code in value.split(",") if code.strip())
    for code in found:
        if problem := unknown_code(code):
            raise UsageError(problem)
    return found


def _meant(word: str, known: Iterable[str]) -> str:
    from rapidfuzz.process import extractOne

    close = extractOne(word, list(known), score_cutoff=60)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _from(path: Path) -> Config | None:
    """The settings in a file; None where a pyproject.toml has none."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(_toml_error(path, str(problem))) from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(f"{path}: not UTF-8: save it as UTF-8") from problem
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be opened ({problem.strerror})") from problem
    section = "tool.crosscheck" if path.name == "pyproject.toml" or "tool" in data else None
    table: Any = data
    for name in section.split(".") if section else ():
        table = table.get(name) if isinstance(table, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: [tool.crosscheck] must be a table")
    return _checked(path, text, section, table)


def _toml_error(path: Path, message: str) -> str:
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    where = f"{path}:{place[1]}:{place[2]}" if place else str(path)
    return f"{where}: not TOML: {message.split(' (at ', maxsplit=1)[0]}"


def _checked(path: Path, text: str, section: str | None, data: dict[str, Any]) -> Config:
    """A configuration of a table, each key and value checked."""

    def fail(key: str, what: str) -> ConfigError:
        return ConfigError(f"{path}:{_line(text, section, key)}: {what}")

    for key, value in data.items():
        if key not in KEYS:
            raise fail(key, f"unknown key {key!r}{_meant(key, KEYS)}; known are {', '.join(KEYS)}")
        if problem := _wrong(key, value):
            raise fail(key, problem)
    files = {key: str(path.parent / data[key]) for key in FILES if key in data}
    return Config(
        tuple(data.get("select", ())),
        tuple(data.get("ignore", ())),
        data.get("fail-on", "error"),
        **files,
        jobs=data.get("jobs", 1),
        gazetteer=data.get("gazetteer", GAZETTEERS[0]),
    )


def _wrong(key: str, value: Any) -> str | None:
    """What is wrong with the value of a key, or None."""
    if key in FILES:
        good = isinstance(value, str) and bool(value.strip())
        return None if good else f'{key} must be the path of a file, such as {key} = "{FILES[key]}"'
    if key == "jobs":
        good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_JOBS
        return None if good else f"jobs must be a number from 0 to {MOST_JOBS}, such as jobs = 4"
    if key == "gazetteer":
        return (
            None
            if value in GAZETTEERS
            else f"gazetteer must be one of {', '.join(GAZETTEERS)}, not {value!r}"
        )
    if key == "fail-on":
        return None if value in LEVELS else f"fail-on must be one of {', '.join(LEVELS)}, not {value!r}"
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        return f'{key} must be a list of rule codes, such as {key} = ["D", "N201"]'
    problem = next((found for code in value if (found := unknown_code(code))), None)
    return f"{key}: {problem}" if problem else None


def _line(text: str, section: str | None, key: str) -> int:
    """The line (from 1) on which a key of a table stands, or the table's own line."""
    inside, fallback = section is None, 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([^\]]+?)\s*\]+", line):
            inside = header[1].replace('"', "").replace(" ", "") == section
            fallback = number if inside else fallback
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[.=]", line):
            return number
    return fallback
