"""What a numeral is, the number words, and the reading of a token of digits."""

import re
from decimal import Context, Decimal
from typing import Final

from attrs import frozen

from crosscheck.lexicon import table

ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
RATIO: Final = Context(prec=20)
LONGEST = 40  # digits; a longer run is no number that anybody reads


def _decimals(name: str) -> dict[str, Decimal]:
    return {form: Decimal(value) for form, value in table("numbers")[name].items()}


UNITS: Final = _decimals("units")
TENS: Final = _decimals("tens")
SCALES: Final = _decimals("scales")
LETTERS: Final = _decimals("letters")
PARTS: Final = _decimals("parts")
RANKS: Final = _decimals("ranks")
POINTS: Final = _decimals("digits")
SIGNS: Final = {
    c: RATIO.divide(Decimal(f[: f.index("/")]), Decimal(f[2:])) for c, f in table("numbers")["signs"].items()
}
LOOSE: Final = {w: (Decimal(low), Decimal(high)) for w, (low, high) in table("numbers")["loose"].items()}
SMALL: Final = UNITS | TENS
PLURALS: Final = frozenset(w for w in LOOSE if " " not in w and w != "several")
WORDS: Final = (
    SMALL.keys()
    | SCALES.keys()
    | SIGNS.keys()
    | PLURALS
    | {"half", "several", "few", "couple", "handful", "pair"}
)
FRACTIONAL: Final = frozenset(
    "third quarter fourth fifth sixth seventh eighth ninth tenth hundredth thousandth millionth".split()
)
STARTS: Final = frozenset(
    (WORDS | FRACTIONAL | {"point"})
    - {"mn", "mil", "mln", "mio", "tn", "trn", "bn", "bln", "bil", "doz", "lac", "lacs"}
)
DASHES: Final = frozenset("-‐‑")

GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")


@frozen(slots=True)
class Numeral:
    """A number in the text: tokens `first` to `last` (inclusive).

    `slack` is half a unit in the last place shown; `words` says that it is spelt out and
    `scale` is the multiplier it ends with (1,000,000 in "3.2 million", else 1). Loose
    words ("dozens", "several") have `low` and `high`, and their form in `loose`.
    """

    first: int
    last: int
    value: Decimal
    slack: Decimal
    words: bool = False
    scale: Decimal = ONE
    low: Decimal | None = None
    high: Decimal | None = None
    loose: str | None = None
    fraction: bool = False


def digits(word: str, *, european: bool = False) -> Decimal | None:
    """The number that a token of digits states, or None (a version, a list, far too long)."""
    if len(word) > LONGEST:
        return None
    if word.isdecimal():
        return Decimal(word)
    commas = word.count(",")
    if not commas and word.count(".") == 1:
        return Decimal(word.replace(".", "") if european and len(word) - word.index(".") == 4 else word)
    if GROUPED.fullmatch(word) and not (european and commas == 1 and "." not in word):
        return Decimal(word.replace(",", ""))
    if EUROPEAN.fullmatch(word) or (european and commas == 1):
        return Decimal(word.replace(".", "").replace(",", "."))
    return None
