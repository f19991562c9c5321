"""The file of rulings: one entry a finding, with who ruled, when, and why."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from crosscheck.errors import InputError
from crosscheck.model import Report
from crosscheck.toml import Toml, quoted

HEAD = """\
# Findings that the desk holds to be fine: crosscheck keeps silent about them.
# Written by `crosscheck baseline update`; reasons may be edited, comments are not kept.
# An entry whose finding no longer occurs is reported; a new value is a new finding.
"""
FINGERPRINT = re.compile(r"[A-Z]\d{3}-[0-9a-f]{16}")
TEXTS = ("about", "reason", "by", "note")
KEYS = ("fingerprint", *TEXTS, "date")
SHOWN = 20  # mistakes that one run names


@frozen(slots=True)
class Ruling:
    """One finding that is fine: its fingerprint, what it says, why it is fine, who ruled and when.

    `where` is the file and line of the entry.
    """

    fingerprint: str
    about: str = ""
    reason: str = ""
    by: str = ""
    date: "date | None" = None
    note: str = ""
    where: str = field(default="", eq=False)

    def lines(self) -> Iterator[str]:
        """The entry as TOML."""
        yield "[[rulings]]"
        yield f"fingerprint = {quoted(self.fingerprint)}"
        for key in TEXTS[:-1]:
            yield f"{key} = {quoted(getattr(self, key))}"
        if self.date is not None:
            yield f"date = {self.date.isoformat()}"
        if self.note:
            yield f"note = {quoted(self.note)}"


@frozen(slots=True)
class Baseline:
    """The rulings of a desk."""

    rulings: tuple[Ruling, ...] = ()

    @classmethod
    def read(cls, path: str | PathLike[str]) -> "Baseline":
        """Read a file of rulings; raises `InputError` with a line for each mistake in it."""
        return cls._of(Toml.read(path))

    @classmethod
    def loads(cls, text: str, name: str = "crosscheck-baseline.toml") -> "Baseline":
        """Read rulings from a string; `name` stands for the file in messages. Raises as `read` does."""
        return cls._of(Toml.loads(text, name))

    @classmethod
    def _of(cls, toml: Toml) -> "Baseline":
        mistakes: list[str] = []
        found = tuple(_rulings(toml, mistakes))
        if mistakes:
            left = len(mistakes) - SHOWN
            more = [f"{toml.name}: and {left} more mistakes"] if left > 0 else []
            raise InputError("\n".join([*mistakes[:SHOWN], *more]))
        return cls(found)

    def apply(self, report: Report) -> tuple[Report, tuple[Ruling, ...]]:
        """The report without the findings that are ruled fine, and the rulings that met none."""
        ruled = {ruling.fingerprint for ruling in self.rulings}
        kept = tuple(f for f in report.findings if f.fingerprint not in ruled)
        met = {f.fingerprint for f in report.findings}
        unused = tuple(ruling for ruling in self.rulings if ruling.fingerprint not in met)
        silenced = report.silenced + len(report.findings) - len(kept)
        return evolve(report, findings=kept, silenced=silenced), unused

    def extended(self, found: Iterable[Ruling], *, prune: bool = False) -> "Baseline":
        """The rulings with those of `found` that are new; with `prune` only those among `found` are kept."""
        offered = {ruling.fingerprint: ruling for ruling in found}
        kept = [r for r in self.rulings if not prune or r.fingerprint in offered]
        ruled = {ruling.fingerprint for ruling in self.rulings}
        new = [ruling for mark, ruling in offered.items() if mark not in ruled]
        return Baseline(tuple(sorted([*kept, *new], key=lambda r: r.fingerprint)))

    def to_toml(self) -> str:
        """The file's text, entries in the order of their fingerprints."""
        entries = ["\n".join(ruling.lines()) for ruling in self.rulings]
        return "\n".join([HEAD, *(f"{entry}\n" for entry in entries)])

    def write(self, path: str | PathLike[str]) -> None:
        """Write the file; raises `InputError` where that fails."""
        try:
            Path(path).write_text(self.to_toml(), encoding="utf-8", newline="\n")
        except OSError as problem:
            raise InputError(f"{path}: cannot be written ({problem.strerror})") from problem


def _rulings(toml: Toml, mistakes: list[str]) -> Iterator[Ruling]:
    mistakes.extend(
        f"{toml.where(key)}: there is no table {key!r}: entries stand under [[rulings]]"
        for key in toml.data
        if key != "rulings"
    )
    listed = toml.data.get("rulings", [])
    if not isinstance(listed, list) or not all(isinstance(entry, dict) for entry in listed):
        mistakes.append(f"{toml.where('rulings')}: write [[rulings]] over each entry")
        return
    seen: dict[str, str] = {}
    for number, entry in enumerate(listed):
        where = toml.where("rulings", number)
        before = len(mistakes)
        mistakes.extend(f"{toml.where('rulings', number, *key)}: {what}" for key, what in _wrong(entry))
        if len(mistakes) > before:
            continue
        mark = entry["fingerprint"]
        if mark in seen:
            mistakes.append(f"{where}: {mark} stands in {seen[mark]} already: keep one of the two")
            continue
        seen[mark] = where
        texts = {key: entry.get(key, "") for key in TEXTS}
        yield Ruling(mark, date=_day(entry.get("date")), where=where, **texts)


def _wrong(entry: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with an entry: the key, and what to write."""
    mark = entry.get("fingerprint")
    if mark is None:
        yield (), "fingerprint is missing: copy it from a report (--format json)"
    elif not isinstance(mark, str) or not FINGERPRINT.fullmatch(mark):
        yield ("fingerprint",), f"{str(mark)[:60]!r} is no fingerprint, such as D101-0123456789abcdef"
    for key, value in entry.items():
        if key not in KEYS:
            yield (key,), f"there is no key {key!r} here: known are {', '.join(KEYS)}"
        elif key in TEXTS and not isinstance(value, str):
            yield (key,), f"{key} must be text in quotation marks"
        elif key == "date" and _day(value) is None:
            yield (key,), "date must be a day, such as 2024-04-03"


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None
