"""Numerals in digits: groups, fractions, powers of ten."""

from decimal import Decimal
from typing import Final

from crosscheck.extraction.numbers.figures import (
    DASHES,
    LONGEST,
    ONE,
    POINTS,
    RATIO,
    SCALES,
    SMALL,
    Numeral,
    digits,
)
from crosscheck.extraction.tokens import Tokens
from crosscheck.values.relations import rounding

DATED: Final = frozenset("on since by until before after jan. 9/11".split())
SPACES: Final = frozenset("\u00a0\u2009\u202f")


class DigitReader:
    """The productions over digits in one list of tokens."""

    __slots__ = ("european", "lower", "size", "spaced", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.lower = [*tokens.lower, "", "", "", ""]  # so that look-ahead needs no bound check
        self.size = len(tokens)
        self.european = False
        self.spaced = False

    def figure(self, i: int) -> Numeral | None:
        """Digits, with groups set apart by spaces, as a fraction, or with an exponent."""
        last, text = self.grouped(i)
        value = digits(text, european=self.european or self.decimal(i))
        if value is None:
            return None
        if last == i:
            special = self.slashed(i, value) or self.powered(i, value)
            if special is not None:
                return special
        if (
            self.lower[i + 1] == "point"
            and len(text) == 1
            and len(self.lower[i + 2]) == 1
            and self.lower[i + 2].isdecimal()
        ):
            return self.pointed(i, i + 1, value)
        return Numeral(i, last, value, rounding(value))

    def decimal(self, i: int) -> bool:
        """Whether a comma in token i opens decimals, by the scale behind it: "2,5 million", "2,5-million"."""
        whole, comma, rest = self.lower[i].partition(",")
        if not comma or len(rest) > 2 or len(whole) > 3 or not rest.isdecimal():
            return False
        return SCALES.get(self.lower[i + 1 + (self.lower[i + 1] in DASHES)], ONE) >= 1000

    def powered(self, i: int, value: Decimal) -> Numeral | None:
        """A power, all tight: "1.3x10^6", "12e-1", "6.2×10−4", "8x2^10", "2.5^-1"."""
        lower, tokens, j = self.lower, self.tokens, i + 1
        times: Decimal = value
        base: Decimal | None = Decimal(10)
        if lower[j] in ("x", "×") and (lower[j + 1] == "10" or lower[j + 2] == "^"):
            base = digits(lower[j + 1]) if lower[j + 1].isdecimal() else None
            j += 3 if lower[j + 2] == "^" else 2
        elif lower[j] in ("e", "^"):
            times, base = (value, base) if lower[j] == "e" else (ONE, value)
            j += 1
        else:
            return None
        minus = lower[j] in ("-", "−")
        j += lower[j] in ("-", "−", "+")
        exponent = lower[j]
        tight = j < self.size and tokens.ends[j] - tokens.starts[i] == sum(map(len, lower[i : j + 1]))
        if not tight or not exponent.isdecimal() or len(exponent) > 2 or not base:
            return None
        if abs(base.adjusted() + 1) * int(exponent) > 2 * LONGEST:
            return None
        power = RATIO.power(base, -int(exponent) if minus else int(exponent))
        scale = ONE if minus or times is ONE else power
        return Numeral(i, j, times * power, rounding(times) * power, scale=scale)

    def grouped(self, i: int) -> tuple[int, str]:
        """Digits and the groups of three that spaces set apart from them ("1 200 000")."""
        text, lower, last = self.lower[i], self.lower, i
        if len(text) > 3 or not text.isdecimal():
            return i, text
        apart = all(len(w) == 3 and w.isdecimal() for w in lower[i + 1 : i + 3]) and lower[i + 2] != ""
        while last - i < 8:
            step, gap = 1, self.tokens.gap(last)
            if lower[last + 1] == "," and not gap and (lower[last + 2] == "000" or self.loosely(last + 2)):
                step, gap = 2, " "  # "120, 000"
            group = lower[last + step]
            whole = group[:3].isdecimal() and len(group) in (3, 5, 6) and (len(group) == 3 or group[3] == ".")
            if (
                not whole
                or len(gap) != 1
                or not (gap in SPACES or group == "000" or step == 2 or (apart and gap == " "))
            ):
                break
            text += group
            last += step
        return last, text

    def loosely(self, i: int) -> bool:
        """Whether a group behind a comma and a blank belongs to it, in a text that prints "120, 000"."""
        return (
            self.spaced
            and len(self.lower[i]) == 3
            and self.lower[i].isdecimal()
            and bool(self.tokens.gap(i - 1))
        )

    def slashed(self, i: int, top: Decimal) -> Numeral | None:
        """A fraction "1/2": tight, proper, and no part of a date."""
        tokens, lower = self.tokens, self.lower
        if lower[i + 1] not in ("/", "⁄") or not (tokens.adjacent(i) and tokens.adjacent(i + 1)):
            return None
        below = lower[i + 2]
        if not below.isdecimal() or len(below) > 3 or (lower[i] + below in ("911", "16") and self.dated(i)):
            return None
        if (lower[i + 3] == "/" and tokens.adjacent(i + 2)) or (
            i and lower[i - 1] == "/" and tokens.adjacent(i - 1)
        ):
            return None
        bottom = Decimal(below)
        if top >= bottom or (top == 9 and bottom == 11):
            return None
        return Numeral(i, i + 2, RATIO.divide(top, bottom), Decimal(0), fraction=True)

    def dated(self, i: int) -> bool:
        """Whether the word before token i leads to a date."""
        return i > 0 and self.lower[i - 1] in DATED

    def pointed(self, first: int, point: int, whole: Decimal) -> Numeral:
        """Decimals in words: "nine point nought four"."""
        text, last = "", point
        while len(text) < LONGEST and (
            self.lower[last + 1] in POINTS or (not text and self.lower[last + 1].isdecimal())
        ):
            last += 1
            text += str(POINTS.get(self.lower[last], self.lower[last]))
        if not text:  # "nought point eleven"
            last += 1
            text = str(SMALL[self.lower[last]])
        value = Decimal(f"{whole}.{text}")
        return Numeral(first, last, value, rounding(value), words=True)
