"""Numerals: runs of tokens that state one number, in digits, in words or in both.

A numeral knows its value and how far rounding may have moved it, and nothing of what is
counted: `quantities`, `dates` and `durations` build on it. Each production takes the
token index where it may start and gives a `Numeral`, or None.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from decimal import Context, Decimal
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.tokens import Tokens
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
NOT_POINT: Final = frozenset({"at", "that", "this"})
AFTER_SCORES: Final = frozenset("of more were was have dead injured killed wounded others people".split())
OPENERS: Final = frozenset("( [ \" ' “ ‘ $ £ € ¥".split()) | {""}
AFTER_COUPLE: Final = frozenset(
    "of hundred thousand million billion dozen more days weeks months years hours minutes "
    "times people miles".split()
) | {""}
SHARED: Final = frozenset("of more less fewer larger smaller higher lower".split())
FRACTIONAL: Final = frozenset("third quarter fourth fifth sixth seventh eighth ninth tenth".split())
STARTS: Final = frozenset(
    (WORDS | FRACTIONAL) - {"mn", "mil", "mln", "mio", "tn", "trn", "bn", "bln", "doz", "lac", "lacs"}
)

GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
DETERMINERS: Final = frozenset(
    "of the a an its their his her our my your this that these those all as".split()
)
NOT_HALF: Final = frozenset(
    "this that each either per first second third fourth latter other better top bottom upper "
    "lower final last opening closing early late".split()
)
RUNS: Final = frozenset("run race walk runs races runners road course fun resolution tv".split())
DATED: Final = frozenset("on since by until before after jan. 9/11".split())
DASHES: Final = frozenset("-‐‑")
SPACES: Final = frozenset("\u00a0\u2009\u202f")


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


class Numerals:
    """The numerals of a document: `items` in text order, `at` and `ending` by token index."""

    __slots__ = ("at", "ending", "firsts", "items")

    def __init__(self, items: list[Numeral]) -> None:
        self.items = items
        self.at: dict[int, Numeral] = {n.first: n for n in items}
        self.ending: dict[int, Numeral] = {n.last: n for n in items}
        self.firsts: list[int] = [n.first for n in items]

    def after(self, i: int) -> Numeral | None:
        """The first numeral that starts at token i or later."""
        k = bisect_left(self.firsts, i)
        return self.items[k] if k < len(self.items) else None


def rounding(value: Decimal) -> Decimal:
    """Half a unit in the last place that a figure shows.

    Decimals: half of the last digit; integers from 100 on: half of the last digit that is
    no trailing zero (1,200 was rounded to 100), but never over a fifth; smaller ones are exact.
    """
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # finite by construction
    if exponent < 0:
        return Decimal((0, (5,), exponent - 1))
    if len(digits) + exponent < 3:
        return Decimal(0)
    zeros = exponent
    for digit in reversed(digits):
        if digit:
            break
        zeros += 1
    return min(Decimal((0, (5,), zeros - 1)), abs(value) / 5) if zeros else Decimal(0)


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


class Reader:
    """The productions over one list of tokens."""

    __slots__ = ("european", "lower", "size", "tokens")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.lower = [*tokens.lower, "", "", "", ""]  # so that look-ahead needs no bound check
        self.size = len(tokens)
        self.european = False

    def candidates(self) -> list[int]:
        """The tokens where a numeral may start."""
        starts = STARTS
        found = [i for i, w in enumerate(self.tokens.lower) if "0" <= w < ":" or w in starts]
        words = self.tokens.words
        self.european = any("," in words[i] and EUROPEAN.fullmatch(words[i][:LONGEST]) for i in found)
        return found

    def read(self) -> list[Numeral]:
        """All numerals, in the order of the text, without overlaps."""
        items: list[Numeral] = []
        done = -1
        for i in self.candidates():
            if i <= done:
                continue
            numeral = self.numeral(i)
            if numeral is not None:
                if numeral.first <= done:  # "twenty-one half"
                    numeral = evolve(numeral, first=i)
                numeral = self.widened(numeral, done)
                items.append(numeral)
                done = numeral.last
        return items

    def numeral(self, i: int) -> Numeral | None:
        """The numeral that starts at token i."""
        word = self.lower[i]
        if "0" <= word < ":":
            start = self.figure(i)
        elif word in SIGNS:
            start = Numeral(i, i, SIGNS[word], Decimal(0), fraction=True)
        elif word in SMALL:
            start = self.spelt(i)
        elif word == "half":
            return self.half(i)
        else:
            return self.vague(i)
        if start is None:
            return None
        return self.over(start) or self.scaled(self.with_fraction(start))

    def over(self, one: Numeral) -> Numeral | None:
        """A unit fraction said aloud, "one over twenty", where no noun follows."""
        j = one.last + 2
        if (
            one.value != 1
            or self.lower[j - 1] != "over"
            or not (self.lower[j] in SMALL or self.lower[j].isdecimal())
        ):
            return None
        below = self.numeral(j)
        if below is None or below.value < 2 or below.fraction or self.lower[below.last + 1].isalpha():
            return None
        value = RATIO.divide(ONE, below.value)
        return Numeral(one.first, below.last, value, Decimal(0), words=one.words, fraction=True)

    # -- digits ------------------------------------------------------------------------

    def figure(self, i: int) -> Numeral | None:
        """Digits, with groups set apart by spaces, as a fraction, or with an exponent."""
        last, text = self.grouped(i)
        value = digits(text, european=self.european)
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

    def powered(self, i: int, value: Decimal) -> Numeral | None:
        """A power of ten: "1.3x10^6", "12e-1", "6.2×10−4", all tight."""
        lower, tokens = self.lower, self.tokens
        j = i + 1
        if lower[j] in ("x", "×") and lower[j + 1] == "10":
            j += 3 if lower[j + 2] == "^" else 2
        elif lower[j] == "e":
            j += 1
        else:
            return None
        minus = lower[j] in ("-", "−")
        j += lower[j] in ("-", "−", "+")
        exponent = lower[j]
        tight = j < self.size and tokens.ends[j] - tokens.starts[i] == sum(map(len, lower[i : j + 1]))
        if not tight or not exponent.isdecimal() or len(exponent) > 2:
            return None
        power = Decimal((0, (1,), -int(exponent) if minus else int(exponent)))
        return Numeral(i, j, value * power, rounding(value) * power, scale=power if not minus else ONE)

    def grouped(self, i: int) -> tuple[int, str]:
        """Digits and the groups of three that spaces set apart from them ("1 200 000")."""
        text, lower, last = self.lower[i], self.lower, i
        if len(text) > 3 or not text.isdecimal():
            return i, text
        apart = all(len(w) == 3 and w.isdecimal() for w in lower[i + 1 : i + 3]) and lower[i + 2] != ""
        while last - i < 8:
            step, gap = 1, self.tokens.gap(last)
            if lower[last + 1] == "," and not gap and lower[last + 2] == "000":  # "120, 000"
                step, gap = 2, " "
            group = lower[last + step]
            whole = group[:3].isdecimal() and len(group) in (3, 5, 6) and (len(group) == 3 or group[3] == ".")
            if not whole or len(gap) != 1 or not (gap in SPACES or group == "000" or (apart and gap == " ")):
                break
            text += group
            last += step
        return last, text

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
        if top >= bottom or (top, bottom) == (9, 11):
            return None
        return Numeral(i, i + 2, RATIO.divide(top, bottom), Decimal(0), fraction=True)

    def dated(self, i: int) -> bool:
        return i > 0 and self.lower[i - 1] in DATED

    # -- words -------------------------------------------------------------------------

    def below_hundred(self, i: int) -> tuple[int, Decimal] | None:
        """A number word below 100 at token i: (last token, value)."""
        lower = self.lower
        tens = TENS.get(lower[i])
        if tens is None:
            unit = UNITS.get(lower[i])
            return None if unit is None else (i, unit)
        j = i + 2 if lower[i + 1] in DASHES and self.tokens.adjacent(i) else i + 1
        unit = UNITS.get(lower[j])
        if unit is not None and 0 < unit < 10 and "\n" not in self.tokens.gap(i):
            return j, tens + unit
        return i, tens

    def below_thousand(self, i: int) -> tuple[int, Decimal] | None:
        """A number word below 1,000 (or "twenty-five hundred") at token i: (last token, value)."""
        found = self.below_hundred(i)
        if found is None:
            return None
        last, value = found
        j = last + 2 if self.lower[last + 1] in DASHES else last + 1
        if self.lower[j] != "hundred" or value == 0:
            return found
        return self.tail(j, value * 100)

    def tail(self, last: int, value: Decimal) -> tuple[int, Decimal]:
        """What follows "hundred": "two hundred (and) fifty", but not "two hundred and three hundred"."""
        j = last + 2 if self.lower[last + 1] in ("and", *DASHES) else last + 1
        more = self.below_hundred(j)
        if (
            more is None
            or more[1] == 0
            or self.lower[more[0] + 1] == "hundred"
            or "\n" in self.tokens.gap(last)
        ):
            return last, value
        if self.lower[last + 1] == "and" and self.between(last):
            return last, value
        return more[0], value + more[1]

    def between(self, i: int) -> bool:
        """Whether "between" opens a few tokens before token i, so that "and" parts two numbers."""
        return "between" in self.lower[max(0, i - 4) : i]

    def spelt(self, i: int) -> Numeral | None:
        """A number in words below 1,000, with decimals after "point"."""
        found = self.below_thousand(i)
        if found is None:
            return None
        last, value = found
        after = self.lower[last + 2]
        said = after in POINTS or (value == 0 and after in SMALL)
        if self.lower[last + 1] == "point" and said and not (i and self.lower[i - 1] in NOT_POINT):
            return self.pointed(i, last + 1, value)
        part = self.parts(last, value)
        if part is not None and (last == i or self.lower[part.last].endswith("ths")):
            return evolve(part, first=i)
        return Numeral(i, last, value, rounding(value), words=True)

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

    def parts(self, i: int, top: Decimal) -> Numeral | None:
        """A fraction in words: "two-thirds", "three quarters", "one-fifth", "one third of"."""
        j = i + 2 if self.lower[i + 1] in DASHES else i + 1
        word = self.lower[j]
        bottom = PARTS.get(word)
        if (
            bottom is None
            or top == 0
            or (top > bottom and not word.endswith("s"))
            or "\n" in self.tokens.gap(i)
        ):
            return None
        plural = word.endswith("s")
        if bottom >= 100 and not plural and self.lower[i + 1] not in DASHES and self.lower[j + 1] != "of":
            return None  # "one hundredth" is a rank
        if plural == (top == 1) or (word in ("quarters", "halves") and top != 3):
            return None
        return Numeral(i, j, RATIO.divide(top, bottom), Decimal(0), words=True, fraction=True)

    def half(self, i: int) -> Numeral | None:
        """ "half", "a half", "half a million", "half-dozen": not "first half" or "half-time"."""
        lower, tokens = self.lower, self.tokens
        j = i + 1
        if lower[j : j + 3] == ["-", "a", "-"]:
            j += 3
        elif (lower[j] in DASHES and tokens.adjacent(i)) or lower[j] in ("a", "an"):
            j += 1
        if lower[j] in SCALES and lower[j] not in PLURALS:
            scale = SCALES[lower[j]]
            return Numeral(i, j, HALF * scale, HALF * HALF * scale, words=True, scale=scale)
        if i and (lower[i - 1] in NOT_HALF or (lower[i - 1] in DASHES and tokens.adjacent(i - 1))):
            return None
        if lower[i + 1] in DASHES and tokens.adjacent(i):
            return None
        first = i - 1 if i and lower[i - 1] in ("a", "one") else i
        return Numeral(first, i, HALF, Decimal(0), words=True, fraction=True)

    def vague(self, i: int) -> Numeral | None:
        """Loose words ("dozens", "several", "a few") and bare scales ("hundreds of thousands")."""
        lower, word = self.lower, self.lower[i]
        before = lower[i - 1] if i else ""
        if word == "pair":
            pair = before == "a" and (lower[i + 1] == "of" or not lower[i + 1].isalpha())
            return Numeral(i - 1, i, Decimal(2), Decimal(0), words=True) if pair else None
        if word in ("couple", "few", "handful"):
            if before != "a" and word != "few":
                return None
            if word == "few" and before in ("very", "so", "too", "relatively", "how", "precious"):
                return None
            if word == "couple" and lower[i + 1] not in AFTER_COUPLE:
                return None
            first = i - 1 if before == "a" else i
            loose = f"a {word}"
            low, high = LOOSE[loose]
            value = Decimal(3) if word == "few" else low
            found = Numeral(first, i, value, Decimal(0), True, ONE, low, high, loose)
            return self.multiplied(found)
        if word == "several":
            low, high = LOOSE[word]
            return self.multiplied(Numeral(i, i, low, Decimal(0), True, ONE, low, high, word))
        if word in PLURALS:
            return self.plural(i)
        if word in PARTS:
            return self.article_part(i, before)
        first = i - 1 if before in ("a", "an") else i
        scale = SCALES[word]
        start = Numeral(first, i, scale, scale / 2, words=True, scale=scale)
        if word == "hundred":
            last, value = self.tail(i, scale)
            start = Numeral(first, last, value, rounding(value), words=True)
        return self.scaled(start)

    def article_part(self, i: int, before: str) -> Numeral | None:
        """ "a third of", "a quarter million", "a fifth more": "a third man" is an ordinal."""
        lower, after = self.lower, self.lower[i + 1]
        if before != "a" or lower[i].endswith("s"):
            return None
        share = RATIO.divide(ONE, PARTS[lower[i]])
        j = i + 2 if after in DASHES else i + 1
        if lower[i] == "quarter" and lower[j] in SCALES and lower[j] not in PLURALS:
            scale = SCALES[lower[j]]
            return Numeral(i - 1, j, share * scale, scale / 8, words=True, scale=scale)
        if after in SHARED or (lower[i] == "quarter" and after in ("the", "is", "are", "were")):
            return Numeral(i - 1, i, share, Decimal(0), words=True, fraction=True)
        return None

    def plural(self, i: int) -> Numeral | None:
        """ "dozens", "hundreds", "tens of thousands", "hundreds of millions"."""
        word, last = self.lower[i], i
        if word in ("scores", "tens") and self.lower[i + 1] not in AFTER_SCORES:
            return None
        low, high = LOOSE[word]
        value = SCALES.get(word.removesuffix("s"), low / 2)
        if self.lower[i + 1] == "of" and self.lower[i + 2] in PLURALS:
            last = i + 2
            scale = SCALES.get(self.lower[last].removesuffix("s"), ONE)
            low, high, value = low * scale, high * scale + scale - 1, value * scale
            word = f"{word} of {self.lower[last]}"
        return Numeral(i, last, value, Decimal(0), True, ONE, low, high, word)

    def multiplied(self, numeral: Numeral) -> Numeral:
        """A loose word with a scale: "several thousand", "a few million", "a couple dozen"."""
        j = numeral.last + 1
        if self.lower[j] == "of" and self.lower[j + 1] in ("hundred", "thousand", "million", "dozen"):
            j += 1
        scale = SCALES.get(self.lower[j])
        if scale is None or numeral.low is None or numeral.high is None:
            return numeral
        return Numeral(
            numeral.first,
            j,
            numeral.value * scale,
            scale / 2,
            True,
            scale,
            numeral.low * scale,
            numeral.high * scale,
            numeral.loose,
        )

    # -- composition -------------------------------------------------------------------

    def with_fraction(self, numeral: Numeral) -> Numeral:
        """A whole number and a fraction: "4 1/2", "2½", "three and a half", "two and two thirds"."""
        if numeral.fraction or numeral.value != int(numeral.value) or numeral.value > 999:
            return numeral
        lower, j = self.lower, numeral.last + 1
        if lower[j] in SIGNS:
            return evolve(
                numeral, last=j, value=numeral.value + SIGNS[lower[j]], slack=Decimal(0), fraction=True
            )
        if lower[j] in DASHES and self.tokens.adjacent(j):
            j += 1
        if lower[j : j + 4] == ["and", "-", "a", "-"] and lower[j + 4] in ("half", "quarter"):  # "one-and-a-half"
            share = RATIO.divide(ONE, PARTS[lower[j + 4]])
            return evolve(numeral, last=j + 4, value=numeral.value + share, slack=Decimal(0), fraction=True)
        part = self.part(j)
        if part is None or "\n" in self.tokens.gap(numeral.last):
            return numeral
        last, value = part
        return evolve(numeral, last=last, value=numeral.value + value, slack=Decimal(0), fraction=True)

    def part(self, j: int) -> tuple[int, Decimal] | None:
        """A fraction that may follow a whole number, at token j: (last token, value)."""
        lower = self.lower
        if "0" <= lower[j] < ":" and lower[j].isdecimal() and len(lower[j]) < 3:
            found = self.slashed(j, Decimal(lower[j]))
            return None if found is None else (found.last, found.value)
        if lower[j] != "and":
            return None
        if lower[j + 1] in ("a", "one") and lower[j + 2] in PARTS and not lower[j + 2].endswith("s"):
            if lower[j + 2] in ("half", "quarter") or not (lower[j + 3].isalpha() or lower[j + 3] == "-"):
                return j + 2, RATIO.divide(ONE, PARTS[lower[j + 2]])
        top = UNITS.get(lower[j + 1])
        if top is None or lower[j + 1] in ("one", "zero"):
            return None
        found = self.parts(j + 1, top)
        return None if found is None else (found.last, found.value)

    def scaled(self, numeral: Numeral) -> Numeral:
        """The numeral with the scales and smaller numbers behind it: "3.2 million", "two thousand and five"."""
        result = self.scale(numeral)
        if result.scale == 1:
            return result
        while True:
            further = self.scale(self.and_half(result))  # "two thousand million"
            if further is not result:
                result = further
                continue
            added = self.added(result)
            if added is None:
                return result
            result = added

    def and_half(self, numeral: Numeral) -> Numeral:
        """A part of the scale itself: "a million and a half", "five billion and three quarters"."""
        lower, j = self.lower, numeral.last + 1
        if lower[j] != "and" or numeral.fraction or numeral.scale < 1000:
            return numeral
        if lower[j + 1] == "a" and lower[j + 2] in ("half", "quarter"):
            last, share = j + 2, RATIO.divide(ONE, PARTS[lower[j + 2]])
        else:
            part = self.parts(j + 1, UNITS.get(lower[j + 1], Decimal(0)))
            if part is None:
                return numeral
            last, share = part.last, part.value
        if lower[last + 1] in SCALES or lower[last + 1] in DASHES or lower[last + 1] == "of":
            return numeral
        value, slack = numeral.value + share * numeral.scale, numeral.scale / 8
        return evolve(numeral, last=last, value=value, slack=slack, fraction=True)

    def scale(self, numeral: Numeral) -> Numeral:
        """The numeral times the scale word or abbreviation that follows it, or itself."""
        lower, tokens = self.lower, self.tokens
        j = numeral.last + 1
        if lower[j] in DASHES and tokens.adjacent(j - 1) and tokens.adjacent(j):
            j += 1
        scale = SCALES.get(lower[j])
        if scale is None:
            scale = self.letter(numeral, j)
        elif lower[j] in ("hundred", "dozen", "dozens", "doz") and numeral.scale != 1:
            return numeral
        if scale is None or "\n" in tokens.gap(numeral.last) or numeral.value == 0:
            return numeral
        if numeral.value.adjusted() > LONGEST:  # "million million million ..."
            return numeral
        slack = numeral.slack
        if not slack:
            slack = HALF if not numeral.fraction else HALF * HALF
        return evolve(
            numeral, last=j, value=numeral.value * scale, slack=slack * scale, scale=scale * numeral.scale
        )

    def letter(self, numeral: Numeral, j: int) -> Decimal | None:
        """The scale that a letter means ("$5m", "18K", "1.2M"), None where it is a unit or a name."""
        scale = LETTERS.get(self.lower[j])
        if scale is None or numeral.words or numeral.scale != 1:
            return None
        tight = self.tokens.ends[numeral.last] == self.tokens.starts[j]
        after = self.lower[j + 1]
        money = self.priced(numeral.first) or after in CURRENCIES
        if not tight and self.tokens.words[j] == "k":
            return None if after.isalpha() else scale
        if not tight:
            return scale if money and self.lower[j] != "t" and after != "." else None
        if self.lower[j] == "k":
            return None if after in RUNS else scale
        if money or (self.tokens.words[j] in ("M", "B") and after not in DASHES):
            return scale
        return scale if self.lower[j] in ("m", "b") and after in PEOPLE else None

    def priced(self, i: int) -> bool:
        """Whether a currency sign stands before token i (or before the range that i ends)."""
        lower = self.lower
        return i > 0 and (
            lower[i - 1] in MONEY or (i > 2 and lower[i - 1] in ("-", "–", "to") and lower[i - 3] in MONEY)
        )

    def added(self, numeral: Numeral) -> Numeral | None:
        """A smaller number in words behind a scale: "two million five hundred (and) one"."""
        lower, j = self.lower, numeral.last + 1
        conjunction = lower[j] == "and"
        if conjunction:
            j += 1
        if conjunction and numeral.scale > 1000:
            part = self.partial(numeral, j)
            if part is not None:
                return part
        if not numeral.words and numeral.scale < 100:
            return None
        if (
            lower[j] not in SMALL
            or "\n" in self.tokens.gap(numeral.last)
            or (conjunction and self.between(numeral.last))
        ):
            return None
        found = self.below_thousand(j)
        if found is None:
            return None
        last, value = found
        lowest = numeral.scale
        more = self.scale(Numeral(j, last, value, Decimal(0), words=True))
        while more.last != last:
            last, value = more.last, more.value
            more = self.scale(more)
        if value == 0 or value >= lowest or (lower[last + 1] in PARTS and lower[last + 1].endswith("s")):
            return None
        total = numeral.value + value
        return Numeral(numeral.first, last, total, rounding(total), words=True, scale=more.scale)

    def partial(self, numeral: Numeral, j: int) -> Numeral | None:
        """A part of a smaller scale behind a scale: "one billion and a half million"."""
        start = j + 1 if self.lower[j] == "a" else j
        if self.lower[start] not in ("half", "quarter") and self.lower[start + 1] != "quarters":
            return None
        part = self.numeral(start)
        if part is None or part.scale == 1 or part.scale >= numeral.scale:
            return None
        return evolve(
            numeral, last=part.last, value=numeral.value + part.value, slack=part.slack, scale=part.scale
        )

    def widened(self, numeral: Numeral, done: int) -> Numeral:
        """The numeral with its sign: "-5", "minus five", ".77" (no token up to `done` is taken)."""
        i = numeral.first - 1
        if i <= done or numeral.loose:
            return numeral
        before, tokens = self.lower[i], self.tokens
        if before in ("minus", "negative"):
            return evolve(numeral, first=i, value=-numeral.value)
        if before == "-" and i - 1 > done and self.lower[i - 1] == "minus" and tokens.adjacent(i):
            return evolve(numeral, first=i - 1, value=-numeral.value)
        if not tokens.adjacent(i) or numeral.words:
            return numeral
        left, right = self.lower[i - 1] if i else "", self.lower[numeral.last + 1]
        apart = left in OPENERS or (not tokens.adjacent(i - 1) and (not left[-1:].isdigit() or right == "%"))
        if (
            before == "."
            and apart
            and self.lower[i + 1].isdecimal()
            and numeral.scale == 1
            and not numeral.fraction
        ):
            value = Decimal("0." + self.lower[i + 1])
            return evolve(numeral, first=i, value=value, slack=rounding(value))
        if before in ("-", "−") and apart:
            return evolve(numeral, first=i, value=-numeral.value)
        return numeral


MONEY: Final = frozenset("$ £ € ¥ ₹ ₽ ₩ ₪ us$ a$ c$ hk$ usd eur gbp rs".split())
CURRENCIES: Final = frozenset(
    "dollars euros pounds yen yuan rupees rubles roubles francs shekels pesos usd eur gbp".split()
)
PEOPLE: Final = frozenset(
    "people users viewers subscribers customers members voters jobs children households "
    "refugees tonnes tons barrels "
    "shares acres followers workers passengers copies visitors migrants pupils patients doses homes".split()
)


def numerals(tokens: Tokens) -> Numerals:
    """The numerals of a text; see `Document.numerals`."""
    return Numerals(Reader(tokens).read())


def ranks(lower: Iterable[str]) -> list[int]:
    """The tokens that are ordinal words."""
    return [i for i, w in enumerate(lower) if w in RANKS]
