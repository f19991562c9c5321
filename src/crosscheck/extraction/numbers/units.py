"""Units of measure and currencies: finding one beside a figure."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from attrs import frozen

from crosscheck.extraction.numbers.view import View
from crosscheck.extraction.tokens import TOKEN
from crosscheck.lexicon import table

ONE: Final = Decimal(1)
ZERO: Final = Decimal(0)
CENT: Final = Decimal("0.01")


@frozen(slots=True)
class Unit:
    """A unit: what the reader calls it and how it converts (base = amount * factor + offset).

    `scale` turns a sub-unit into the unit named by `code` before anything else (cents are
    0.01 USD); `shared` marks a name or sign that several currencies share.
    """

    code: str
    dimension: str
    factor: Decimal = ONE
    offset: Decimal = ZERO
    scale: Decimal = ONE
    money: bool = False
    shared: bool = False
    tight: bool = False


Row = tuple[tuple[str, ...], Unit]


def split(form: str) -> tuple[str, ...]:
    """A form of the lexicon as tokens."""
    return tuple(TOKEN.split(form)[1::2])


def lowered(form: str) -> tuple[str, ...]:
    """A form of the lexicon as lower-case tokens; "U.S." is one token only in capitals."""
    return tuple(word.lower() for word in split(form))


def _spellings(form: str) -> Iterator[str]:
    """A form, its American spelling and their plurals."""
    for spelling in {form, form.replace("metre", "meter").replace("litre", "liter")}:
        yield spelling
        if len(spelling) > 3 and spelling.isascii() and spelling[-1].isalpha() and not spelling.endswith("s"):
            yield spelling + "s"


def _add(index: dict[str, list[Row]], forms: set[tuple[str, ...]], unit: Unit, key: int) -> None:
    for form in sorted(forms):
        index.setdefault(form[key], []).append((form, unit))


def _units(words: dict[str, list[Row]], symbols: dict[str, list[Row]]) -> None:
    for row in table("units")["unit"]:
        tight = bool(row.get("tight"))
        factor, offset = Decimal(row["factor"]), Decimal(row.get("offset", "0"))
        unit = Unit(row["code"], row["dimension"], factor, offset)
        _add(words, {split(s) for f in row.get("forms", ()) for s in _spellings(f)}, unit, 0)
        short = Unit(row["code"], row["dimension"], factor, offset, tight=tight)
        _add(symbols, {split(s) for s in row.get("symbols", ())}, short, 0)


def _money(
    code: str, row: dict[str, Any], words: dict[str, list[Row]], signs: tuple[dict[str, list[Row]], ...]
) -> None:
    own, shared = Unit(code, code, money=True), Unit(code, code, money=True, shared=True)
    minor = Unit(code, code, money=True, scale=CENT, shared=code == "USD")
    _add(words, {lowered(s) for f in row.get("names", ()) for s in _spellings(f)}, own, 0)
    _add(words, {lowered(s) for f in row.get("plain", ()) for s in _spellings(f)}, shared, 0)
    for name in row.get("minor", ()):
        tight = len(name) == 1
        unit = Unit(code, code, money=True, scale=CENT, shared=code == "USD", tight=tight) if tight else minor
        _add(words, {split(s) for s in _spellings(name)}, unit, 0)
    _add(words, {(code.lower(),)}, own, 0)
    forms = {split(s) for s in (*row.get("signs", ()), code)}
    for form in sorted(forms):
        unit = shared if form == ("$",) else own
        signs[0].setdefault(form[-1], []).append((form, unit))
        signs[1].setdefault(form[0], []).append((form, unit))
    for form in row.get("stray", ()):
        signs[0].setdefault(form, []).append(((form,), own))


def _build() -> tuple[dict[str, list[Row]], dict[str, list[Row]], dict[str, list[Row]]]:
    words: dict[str, list[Row]] = {}
    symbols: dict[str, list[Row]] = {}
    before: dict[str, list[Row]] = {}
    _units(words, symbols)
    for code, row in table("currencies").items():
        _money(code, row, words, (before, symbols))
    for index in (words, symbols, before):
        for rows in index.values():
            rows.sort(key=lambda row: -len(row[0]))
    return words, symbols, before


WORDS, SYMBOLS, SIGNS = _build()
STRAY: Final = frozenset(s for row in table("currencies").values() for s in row.get("stray", ()))
WHOLE: Final = {"won", "mark", "marks", "wons", "sen", "real", "rand", "dong", "ether", "c", "p", "sterling"}


def after(view: View, j: int) -> tuple[int, Unit] | None:
    """The unit that starts at token j, by its longest form: (its last token, the unit)."""
    best: tuple[int, Unit] | None = None
    for index, row in ((SYMBOLS, view.words), (WORDS, view.lower)):
        for form, unit in index.get(row[j], ()):
            last = j + len(form) - 1
            if (last == j or tuple(row[j : last + 1]) == form) and (
                form[-1].isalpha() or _tight(view, form, j, last)
            ):
                if best is None or last > best[0]:
                    best = last, unit
                break
    return best


def _tight(view: View, form: tuple[str, ...], j: int, last: int) -> bool:
    """Forms with digits or marks are written tight ("m2"), except for "sq . ft ." and the like."""
    return not form[-1].isdecimal() or all(view.glued(k) for k in range(j, last))


def before(view: View, j: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends at token j: (its first token, the currency)."""
    words = view.words
    for form, unit in SIGNS.get(words[j], ()):
        first = j + 1 - len(form)
        if first == j or (first >= 0 and tuple(words[first : j + 1]) == form and _touches(view, first, j)):
            return first, unit
    return None


def _touches(view: View, first: int, j: int) -> bool:
    """Whether one letter before a sign belongs to it: "A$5", "c $ 5" (all apart), not "Annex A $5"."""
    letter = view.words[first]
    return len(letter) > 1 or view.glued(first) or (letter not in "Aa" and not view.glued(j))
