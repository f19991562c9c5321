"""From a finding on which the desk has ruled to the fact that it holds from then on."""

import json
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from crosscheck.errors import InputError, UsageError
from crosscheck.model import SCHEMA
from crosscheck.toml import LARGEST

Finding = Mapping[str, Any]
Fields = dict[str, Any]


@frozen(slots=True)
class Ruling:
    """What the desk says of a finding beside its fingerprint.

    `side` is the one that is right, `name` what the fact is called where the finding does not
    tell: an event, what a figure counts, who spoke. `about` is what a figure is about; `of`,
    `start` and `end` whose an office is and its term.
    """

    side: str | None = None
    name: str | None = None
    about: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


def findings(path: str | PathLike[str]) -> list[Finding]:
    """The findings of a JSON report; raises `InputError` where the file is none."""
    try:
        if Path(path).stat().st_size > LARGEST:
            raise InputError(f"{path}: more than {LARGEST >> 20} MB: no report is so long")
        whole = json.loads(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise InputError(f"{path}: cannot be opened ({problem.strerror})") from problem
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path}: no JSON report: write one with --format json --output {path}") from problem
    listed = whole.get("findings") if isinstance(whole, dict) and whole.get("schema") == SCHEMA else None
    if not isinstance(listed, list) or not all(map(_proper, listed)):
        raise InputError(f"{path}: no report of the schema {SCHEMA}: write one with --format json")
    return listed


def _proper(finding: object) -> bool:
    if not isinstance(finding, dict) or not isinstance(finding.get("claims"), list):
        return False
    texts = all(isinstance(finding.get(key), str) for key in ("code", "name", "message", "fingerprint"))
    return texts and all(
        isinstance(c, dict) and isinstance(c.get("text"), str) and isinstance(c.get("value"), str)
        for c in finding["claims"]
    )


def chosen(listed: Iterable[Finding], mark: str) -> Finding:
    """The one finding whose fingerprint begins so; raises `UsageError` for none or several."""
    fitting = {f["fingerprint"]: f for f in listed if f["fingerprint"].startswith(mark)}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if fitting:
        raise UsageError(
            f"{mark} begins several fingerprints ({', '.join(sorted(fitting)[:3])}): write more of it"
        )
    raise UsageError(f"{mark}: the report has no finding with this fingerprint")


def fact(finding: Finding, ruling: Ruling) -> tuple[str, Fields]:
    """The table and the fields of the fact that a ruling makes.

    Raises `UsageError`, with what to say, where the finding leaves something open or is of a
    kind that no fact settles.
    """
    code = finding["code"]
    right, wrong = _sides(finding, ruling.side)
    if code[0] == "E":
        return _spelling(code, finding, right, wrong)
    if code in ("D101", "D102", "D105", "D108"):
        return "events", {"name": _asked(ruling.name, "the event", "Kessim quake"), "date": _dated(right)}
    if code in ("N201", "N202", "N204", "N207"):
        what = _asked(ruling.name, "what the figure counts", "people killed")
        return "figures", {"what": what, "value": right[0]["text"], "about": list(ruling.about)}
    if code in ("R501", "R502", "R503"):
        return "people", _office(right[0], ruling)
    if code in ("Q701", "Q703"):
        fields: Fields = {"words": right[0]["value"]}
        return "quotations", fields | ({"speaker": ruling.name} if ruling.name else {})
    raise UsageError(f"{code}: no fact of a sheet settles it; `crosscheck baseline update` keeps it silent")


def _sides(finding: Finding, side: str | None) -> tuple[list[Finding], list[Finding]]:
    """The claims of the side that is right, and those of the others."""
    sided = [c for c in finding["claims"] if c.get("side")]
    names = sorted({c["side"] for c in sided})
    right = [c for c in sided if c["side"] == side]
    if not right:
        told = " or ".join(
            f"--side {n} (“{next(c['text'] for c in sided if c['side'] == n)}”)" for n in names
        )
        raise UsageError(f"say which side is right: {told or 'the finding has none'}")
    return right, [c for c in sided if c["side"] != side]


def _asked(name: str | None, what: str, example: str) -> str:
    if not name:
        raise UsageError(f'say what {what} is called: --name "{example}"')
    return name


def _spelling(code: str, finding: Finding, right: list[Finding], wrong: list[Finding]) -> tuple[str, Fields]:
    table = "organisations" if code == "E406" else "people"
    if code == "E407":  # the sheet's own claim stands last; a spelling held against it is right too
        name = finding["claims"][-1]["text"]
        others = [
            c["text"] for c in (wrong if right[0]["article"] == finding["claims"][-1]["article"] else right)
        ]
        key = "misspellings" if right[0]["text"] == name else "aliases"
        return table, {"name": name, key: _distinct(others, name)}
    name = right[0]["text"]
    return table, {"name": name, "misspellings": _distinct((c["text"] for c in wrong), name)}


def _distinct(texts: Iterable[str], name: str) -> list[str]:
    return [text for text in dict.fromkeys(" ".join(t.split()) for t in texts) if text != name]


def _dated(claims: Iterable[Finding]) -> str:
    """The date of the side that is right: the fullest that it states."""
    from crosscheck.sheet.edtf import moment

    stated = [c["value"] for c in claims if moment(c["value"]) is not None]
    if not stated:
        raise UsageError("that side states no full date: write the event into the sheet by hand")
    return str(max(stated, key=len))


def _office(claim: Finding, ruling: Ruling) -> Fields:
    """A person with the office that the words before the name give."""
    name, text = claim["value"], " ".join(claim["text"].split())
    title = text.removesuffix(name.split()[-1]).removesuffix(" ".join(name.split()[:-1]) + " ").strip(" ,")
    if not title or title == text:
        raise UsageError("the finding does not show the title: write the office into the sheet by hand")
    term = {"title": title, "of": list(ruling.of), "from": ruling.start, "to": ruling.end}
    return {"name": name, "offices": [{key: value for key, value in term.items() if value}]}
