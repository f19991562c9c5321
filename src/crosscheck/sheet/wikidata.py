"""Facts out of Wikidata's JSON entity dumps: from a file on this machine, never the network.

The ordinary export is one JSON array with an entity a line; single entities come as
`{"entities": {"Q1": {...}}}`. Both may be packed with gzip or bzip2. A dump is read line by
line, twice: first for the entities, then for the names of the offices and places that they
point to. So memory grows with what is imported, not with the dump.

Source of the format and of the properties below: Wikibase's documentation of its JSON, and
Wikidata's property pages (P31 instance of, P39 position held, P159 headquarters, P276
location, P569 and P570 birth and death, P571 inception, P580 and P582 start and end, P585
point in time, P625 coordinates, P642 of, P1001 jurisdiction, P17 country).
"""

import bz2
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import IO, Any

from attrs import define, field

from crosscheck.errors import InputError

LONGEST = 32 * 1024 * 1024  # bytes of one entity, or of a file that is one object
DAY, MONTH, YEAR = 11, 10, 9  # Wikibase's precisions of a time
PACKED: dict[bytes, Callable[[Any, Any], Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open}
MOST_ALIASES = 20

Entity = dict[str, Any]
Entry = tuple[str, dict[str, Any]]


@define(slots=True)
class Wanted:
    """What to take out of a dump: entity ids (all where empty), tables, and the language of names."""

    ids: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    language: str = "en"


@define(slots=True)
class Outcome:
    """What came of an import: the entries, how many entities were read, and how many lines were not."""

    entries: list[Entry] = field(factory=list)
    read: int = 0
    broken: int = 0


def load(path: str | PathLike[str], wanted: Wanted) -> Outcome:
    """The facts of a dump, in its order.

    Raises `InputError` where the file cannot be read or holds no entity at all; single broken
    lines are counted and left out.
    """
    outcome = Outcome()
    needed: set[str] = set()
    for entity in _entities(path, outcome):
        outcome.read += 1
        if not wanted.ids or entity.get("id") in wanted.ids:
            found = entry(entity, wanted.language)
            if found and (not wanted.tables or found[0] in wanted.tables):
                outcome.entries.append(found)
                needed.update(_pointers(found))
    if not outcome.read:
        raise InputError(f"{path}: no entity in it: an entity dump is a JSON array, one entity a line")
    if needed:
        names = _names(path, needed, wanted.language)
        outcome.entries = [(table, _named(fields, names)) for table, fields in outcome.entries]
    return outcome


def entry(entity: Entity, language: str) -> Entry | None:
    """The table and the fields that an entity makes; None where it is of no kind that a sheet holds.

    Places and offices are still ids ("Q30") in it.
    """
    name = _label(entity, language)
    claims = entity.get("claims")
    if not name or not isinstance(claims, dict):
        return None
    fields: dict[str, Any] = {
        "name": name,
        "aliases": _aliases(entity, language, name),
        "id": entity.get("id"),
    }
    if "Q5" in _items(claims, "P31"):
        fields |= {"born": _time(claims, "P569"), "died": _time(claims, "P570"), "offices": _offices(claims)}
        return "people", fields
    date = _time(claims, "P585") or _period(_time(claims, "P580"), _time(claims, "P582"))
    if date:
        places = _items(claims, "P276")
        return "events", fields | {"date": date, "place": places[0] if places else None}
    if "P159" in claims or "P571" in claims:
        return "organisations", fields
    return ("places", fields) if "P625" in claims else None


def _offices(claims: Entity) -> list[dict[str, Any]]:
    """The positions a person has held: ids of the position and of whose it is, and the term."""
    out = []
    for statement in _statements(claims, "P39"):
        held = _item(statement.get("mainsnak"))
        qualifiers = statement.get("qualifiers")
        about = qualifiers if isinstance(qualifiers, dict) else {}
        if held:
            of = [i for key in ("P1001", "P642") for i in map(_item, _snaks(about, key)) if i]
            start, end = (_first_time(_snaks(about, key)) for key in ("P580", "P582"))
            if start or end:
                out.append({"title": held, "of": of, "from": start, "to": end})
    return out


def _pointers(found: Entry) -> Iterator[str]:
    _, fields = found
    if fields.get("place"):
        yield fields["place"]
    for office in fields.get("offices") or ():
        yield office["title"]
        yield from office["of"]


def _names(path: str | PathLike[str], needed: set[str], language: str) -> dict[str, str]:
    """The names of entities by id, as far as the dump has them."""
    names: dict[str, str] = {}
    for entity in _entities(path, Outcome()):
        if entity.get("id") in needed and (name := _label(entity, language)):
            names[entity["id"]] = name
    return names


def _named(fields: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """An entry's fields with names for ids; what the dump has no name for is left out."""
    out = dict(fields)
    if out.get("place"):
        out["place"] = names.get(out["place"])
    if "offices" in out:
        out["offices"] = [
            {**office, "title": names[office["title"]], "of": [names[i] for i in office["of"] if i in names]}
            for office in out["offices"]
            if office["title"] in names
        ]
    return out


def _label(entity: Entity, language: str) -> str:
    labels = entity.get("labels")
    found = labels.get(language) or labels.get("mul") if isinstance(labels, dict) else None
    value = found.get("value") if isinstance(found, dict) else None
    return " ".join(value.split()) if isinstance(value, str) and any(c.isalpha() for c in value) else ""


def _aliases(entity: Entity, language: str, name: str) -> list[str]:
    """Other names of more than one word; single words and acronyms of people are too many things' names."""
    listed = entity.get("aliases")
    rows = listed.get(language) if isinstance(listed, dict) else None
    values = [row.get("value") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    names = [" ".join(v.split()) for v in values if isinstance(v, str) and any(c.isalpha() for c in v)]
    return [n for n in dict.fromkeys(names) if n != name and " " in n and len(n) < 200][:MOST_ALIASES]


def _statements(claims: Entity, key: str) -> list[Entity]:
    """The statements of a property that hold: the preferred ones, else all that are not deprecated."""
    listed = claims.get(key)
    some = [s for s in listed if isinstance(s, dict)] if isinstance(listed, list) else []
    kept = [s for s in some if s.get("rank") != "deprecated"]
    best = [s for s in kept if s.get("rank") == "preferred"]
    return kept if key == "P39" else best or kept


def _snaks(qualifiers: Entity, key: str) -> list[Any]:
    listed = qualifiers.get(key)
    return listed if isinstance(listed, list) else []


def _value(snak: object) -> Any:
    if not isinstance(snak, dict) or snak.get("snaktype") != "value":
        return None
    held = snak.get("datavalue")
    return held.get("value") if isinstance(held, dict) else None


def _item(snak: object) -> str | None:
    value = _value(snak)
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("id"), str):
        return str(value["id"])
    number = value.get("numeric-id")  # dumps of earlier years
    return f"Q{number}" if isinstance(number, int) else None


def _items(claims: Entity, key: str) -> list[str]:
    return [i for s in _statements(claims, key) if (i := _item(s.get("mainsnak")))]


def _time(claims: Entity, key: str) -> str | None:
    return _first_time([s.get("mainsnak") for s in _statements(claims, key)])


def _first_time(snaks: Iterable[object]) -> str | None:
    """The first time among snaks as EDTF, to the day, month or year that it is known to."""
    for snak in snaks:
        value = _value(snak)
        time = value.get("time") if isinstance(value, dict) else None
        if not isinstance(time, str) or not time.startswith("+") or len(time) < 11:
            continue  # before our era, or no time
        day, precision = time[1:11], value.get("precision")
        text = {DAY: day, MONTH: day[:7], YEAR: day[:4]}.get(precision)
        if text and day[:4].isdigit() and day[4:5] == "-" and day[:4] != "0000":
            return text
    return None


def _period(start: str | None, end: str | None) -> str | None:
    if start and end and end[: len(start)] < start[: len(end)]:
        return None
    return f"{start or '..'}/{end or '..'}" if start or end else None


def _entities(path: str | PathLike[str], outcome: Outcome) -> Iterator[Entity]:
    """The entities of a file one by one, whatever its form."""
    with _opened(path) as stream:
        lines = _lines(stream, path)
        first = next(lines, b"")
        if first.startswith(b"{") and not _entity(first):
            yield from _single(first, lines, path)
            return
        for line in chain((first,), lines):
            yield from _of_line(line, outcome)


def _of_line(line: bytes, outcome: Outcome) -> Iterator[Entity]:
    bare = line.strip().removeprefix(b"[").removesuffix(b"]").strip().rstrip(b",")
    if bare:
        entity = _entity(bare)
        if entity is None:
            outcome.broken += 1
        else:
            yield entity


def _entity(line: bytes) -> Entity | None:
    try:
        found = json.loads(line.strip().rstrip(b","))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("id"), str) else None


def _single(first: bytes, lines: Iterator[bytes], path: str | PathLike[str]) -> Iterator[Entity]:
    """The entities of one object `{"entities": {...}}`, or of one entity over several lines."""
    parts, size = [first], len(first)
    for line in lines:
        size += len(line)
        if size > LONGEST:
            raise InputError(
                f"{path}: one JSON object of more than {LONGEST >> 20} MB: one entity a line is needed"
            )
        parts.append(line)
    try:
        whole = json.loads(b"".join(parts))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"{path}: not JSON, or not an entity dump ({problem})") from problem
    held = whole.get("entities") if isinstance(whole, dict) else None
    found = list(held.values()) if isinstance(held, dict) else [whole]
    yield from (e for e in found if isinstance(e, dict) and isinstance(e.get("id"), str))


def _lines(stream: IO[bytes], path: str | PathLike[str]) -> Iterator[bytes]:
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise InputError(
                f"{path}:{number}: a line of more than {LONGEST >> 20} MB: one entity a line is needed"
            )
        yield line


@contextmanager
def _opened(path: str | PathLike[str]) -> Iterator[IO[bytes]]:
    """A file's bytes, unpacked where it is packed; every error names the file."""
    try:
        with Path(path).open("rb") as stream:
            head = stream.read(3)
        opener = next((o for mark, o in PACKED.items() if head.startswith(mark)), None)
        with opener(path, "rb") if opener is not None else Path(path).open("rb") as stream:
            yield stream
    except (OSError, EOFError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise InputError(f"{path}: cannot be read ({reason})") from problem
