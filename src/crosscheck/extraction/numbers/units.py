"""Units of measure and currencies: finding one beside a figure."""

from decimal import Decimal
from typing import Any, Final, Literal

from attrs import evolve, frozen

from crosscheck.extraction.numbers.signs import Form, ahead, lowered, spellings, split
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import table

ONE: Final = Decimal(1)
ZERO: Final = Decimal(0)
CENT: Final = Decimal("0.01")


@frozen(slots=True)
class Unit:
    """A unit: what the reader calls it and how it converts (base = amount * factor + offset).

    `scale` turns a sub-unit into the unit named by `code` before anything else (cents are
    0.01 USD); `shared` marks a name or sign that several currencies share; `need` is what
    a form that may be another word asks for: an unmistakable amount, or a word for the country.
    """

    code: str
    dimension: str
    factor: Decimal = ONE
    offset: Decimal = ZERO
    scale: Decimal = ONE
    money: bool = False
    shared: bool = False
    tight: bool = False
    need: Literal["", "amount", "land"] = ""


Row = tuple[Form, Unit]


def _add(index: dict[str, list[Row]], forms: set[tuple[str, ...]], unit: Unit, key: int) -> None:
    for form in sorted(forms):
        index.setdefault(form[key], []).append((form, unit))


def _units(words: dict[str, list[Row]], symbols: dict[str, list[Row]]) -> None:
    for row in table("units")["unit"]:
        tight = bool(row.get("tight"))
        factor, offset = Decimal(row["factor"]), Decimal(row.get("offset", "0"))
        unit = Unit(row["code"], row["dimension"], factor, offset)
        _add(words, {split(s) for f in row.get("forms", ()) for s in spellings(f)}, unit, 0)
        short = Unit(row["code"], row["dimension"], factor, offset, tight=tight)
        _add(symbols, {split(s) for s in row.get("symbols", ())}, short, 0)


def _money(
    code: str, row: dict[str, Any], words: dict[str, list[Row]], symbols: dict[str, list[Row]]
) -> None:
    """The forms of one currency that stand behind a figure."""
    own, shared = Unit(code, code, money=True), Unit(code, code, money=True, shared=True)
    cued, minor = evolve(own, need="land"), evolve(own, scale=CENT, shared=code == "USD")
    _add(words, {lowered(s) for f in row.get("names", ()) for s in spellings(f)}, own, 0)
    _add(words, {lowered(s) for f in row.get("plain", ()) for s in spellings(f)}, shared, 0)
    for name in row.get("minor", ()):
        unit = evolve(minor, tight=len(name) == 1)
        _add(words, {split(s) for s in spellings(name)}, unit, 0)
    if code in row.get("strict", ()):
        _add(symbols, {(code,)}, evolve(own, need="amount"), 0)
    else:
        _add(words, {(code.lower(),)}, own, 0)
        _add(symbols, {(code,)}, own, 0)
    _add(symbols, {split(s) for s in row.get("signs", ())}, own, 0)
    _add(symbols, {split(s) for s in row.get("shared", ())}, shared, 0)
    _add(symbols, {split(s) for s in row.get("cued", ())}, cued, 0)


def _signs() -> dict[Form, Unit]:
    """What each form means that stands before a figure."""
    found: dict[Form, Unit] = {}
    for code, row in table("currencies").items():
        own = Unit(code, code, money=True)
        shared = evolve(own, shared=True)
        found[code,] = own
        found |= {split(s): own for kind in ("signs", "stray") for s in row.get(kind, ())}
        found |= {split(s): shared for s in row.get("shared", ())}
        found |= {split(s): evolve(shared, need="amount") for s in row.get("strict", ())}
        found |= {split(s): evolve(own, need="land") for s in row.get("cued", ())}
    return found


def _build() -> tuple[dict[str, list[Row]], dict[str, list[Row]]]:
    words: dict[str, list[Row]] = {}
    symbols: dict[str, list[Row]] = {}
    _units(words, symbols)
    for code, row in table("currencies").items():
        _money(code, row, words, symbols)
    for index in (words, symbols):
        for rows in index.values():
            rows.sort(key=lambda row: -len(row[0]))
    return words, symbols


WORDS, SYMBOLS = _build()
SIGNS: Final = _signs()
STRAY: Final = frozenset(s for row in table("currencies").values() for s in row.get("stray", ()))


def after(view: View, j: int) -> tuple[int, Unit] | None:
    """The unit that starts at token j, by its longest form: (its last token, the unit)."""
    best: tuple[int, Unit] | None = None
    for index, row in ((SYMBOLS, view.words), (WORDS, view.lower)):
        for form, unit in index.get(row[j], ()):
            last = j + len(form) - 1
            if (last == j or tuple(row[j : last + 1]) == form) and (
                form[-1].isalpha() or _tight(view, form, j, last)
            ):
                if unit.need == "land":
                    if not view.currencies.shown(unit.code):
                        continue
                    return last, unit
                if best is None or last > best[0]:
                    best = last, unit
                break
    return best


def _tight(view: View, form: tuple[str, ...], j: int, last: int) -> bool:
    """Forms with digits or marks are written tight ("m2"), except for "sq . ft ." and the like."""
    return not form[-1].isdecimal() or all(view.glued(k) for k in range(j, last))


def before(view: View, j: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends at token j: (its first token, the currency)."""
    form = ahead(view.tokens, j)
    return None if form is None else (j + 1 - len(form), SIGNS[form])
