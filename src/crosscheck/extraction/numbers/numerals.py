"""Numerals: runs of tokens that state one number, in digits, in words or in both.

A numeral knows its value and how far rounding may have moved it, and nothing of what is
counted: `quantities`, `dates` and `durations` build on it. Each production takes the
token index where it may start and gives a `Numeral`, or None.
"""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from attrs import evolve

from crosscheck.extraction.numbers.figures import (
    DASHES,
    EUROPEAN,
    HALF,
    LETTERS,
    LONGEST,
    ONE,
    PARTS,
    PLURALS,
    RATIO,
    SCALES,
    SIGNS,
    SMALL,
    STARTS,
    UNITS,
    Numeral,
)
from crosscheck.extraction.numbers.signs import ahead, behind
from crosscheck.extraction.numbers.spelt import WordReader
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import wordset
from crosscheck.values.relations import rounding

__all__ = ["Numeral", "Numerals", "Reader", "numerals"]

OPENERS: Final = frozenset("( [ \" ' “ ‘ $ £ € ¥".split()) | {""}
RUNS: Final = frozenset("run race walk runs races runners road course fun resolution tv".split())
CAPITALS: Final = wordset("number_cues", "numerals", "capitals")
PEOPLE: Final = wordset("number_cues", "numerals", "people")


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


class Reader(WordReader):
    """The productions that combine: scales, sums, fractions behind wholes, signs."""

    __slots__ = ()

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

    def candidates(self) -> list[int]:
        """The tokens where a numeral may start."""
        starts = STARTS
        found = [i for i, w in enumerate(self.tokens.lower) if "0" <= w < ":" or w in starts]
        words = self.tokens.words
        self.spaced = any(words[i] == "000" and i and words[i - 1] == "," for i in found)
        self.european = any("," in words[i] and EUROPEAN.fullmatch(words[i][:LONGEST]) for i in found)
        return found

    def numeral(self, i: int) -> Numeral | None:
        """The numeral that starts at token i."""
        word = self.lower[i]
        if "0" <= word < ":":
            start = self.figure(i)
        elif word in SIGNS:
            start = Numeral(i, i, SIGNS[word], Decimal(0), fraction=True)
        elif word in SMALL:
            start = self.spelt(i)
        elif word in ("half", "point"):
            start = self.half(i) if word == "half" else self.bare_point(i)
            return start and self.of_scale(start)
        else:
            start = self.vague(i)
            return self.scaled(start) if start is not None and not start.loose else start
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
        below = self.spelt(j) if self.lower[j] in SMALL else self.figure(j)
        if below is None or below.value < 2 or below.fraction or self.lower[below.last + 1].isalpha():
            return None
        value = RATIO.divide(ONE, below.value)
        return Numeral(one.first, below.last, value, Decimal(0), words=one.words, fraction=True)

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
        if lower[j : j + 4] == ["and", "-", "a", "-"] and lower[j + 4] in (
            "half",
            "quarter",
        ):  # "one-and-a-half"
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
        share, behind = lower[j + 2], lower[j + 3]
        if lower[j + 1] in ("a", "one") and share in PARTS and not share.endswith("s"):
            alone = not (behind.isalpha() or behind == "-")  # "three and a fifth", but "... and a fifth man"
            return (j + 2, RATIO.divide(ONE, PARTS[share])) if share in ("half", "quarter") or alone else None
        if lower[j + 1] == "three" and share in DASHES and behind == "quarter":
            return j + 3, RATIO.divide(Decimal(3), PARTS[behind])  # "two and three-quarter hours"
        top = UNITS.get(lower[j + 1])
        if top is None or lower[j + 1] in ("one", "zero"):
            return None
        found = self.parts(j + 1, top)
        return None if found is None else (found.last, found.value)

    def scaled(self, numeral: Numeral) -> Numeral:
        """The numeral with scales and smaller numbers behind it: "3.2 million", "two thousand and five"."""
        result = self.scale(self.of_scale(numeral))
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

    def of_scale(self, numeral: Numeral) -> Numeral:
        """A part of a scale: "a quarter of a million", "three quarters of a billion"."""
        lower, j = self.lower, numeral.last + 1
        if lower[j] != "of" or not (numeral.fraction and numeral.words) or lower[j + 1] not in ("a", "an"):
            return numeral
        scale = SCALES.get(lower[j + 2], ONE)
        if scale < 1000 or lower[j + 2] in PLURALS or numeral.value >= 1:
            return numeral
        return evolve(numeral, last=j + 2, value=numeral.value * scale, slack=scale / 8, scale=scale)

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
        money = self.priced(numeral.first) or behind(self.lower, j + 1)
        if not tight and self.tokens.words[j] == "k":
            return None if after.isalpha() else scale
        if tight and not money and self.named(numeral, j):
            return None
        if not tight and self.tokens.words[j] == "M" and not after.isalpha():
            return scale if "," in self.lower[numeral.first] else None  # "1,674,200.5 M"
        if not tight:
            return scale if money and self.lower[j] != "t" and after != "." else None
        if self.lower[j] == "k":
            return None if after in RUNS else scale
        if money or (self.tokens.words[j] in ("M", "B") and after not in DASHES):
            return scale
        return scale if self.lower[j] in ("m", "b") and after in PEOPLE else None

    def named(self, numeral: Numeral, j: int) -> bool:
        """Whether digits and letter are a model and no scale: "GeForce 9600M"; "9,600M" is an amount."""
        if self.lower[j] == "k" or "," in self.lower[numeral.first]:
            return False
        after = self.tokens.words[j + 1] if j + 1 < self.size else ""
        model = len(after) > 1 and after.isupper() and after.isalpha() and after not in CAPITALS
        return numeral.value >= 1000 or (model and not numeral.slack % 1)

    def priced(self, i: int) -> bool:
        """Whether a currency sign stands before token i (or before the range that i ends)."""
        if i > 0 and ahead(self.tokens, i - 1) is not None:
            return True
        return i > 2 and self.lower[i - 1] in ("-", "–", "to") and ahead(self.tokens, i - 3) is not None

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
        if value >= lowest > 100 and not conjunction and more.scale > lowest:
            total = numeral.value * more.scale + value  # "two thousand five hundred million"
            return Numeral(numeral.first, last, total, more.scale / 2, words=True, scale=more.scale)
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


def numerals(tokens: Tokens) -> Numerals:
    """The numerals of a text; see `Document.numerals`."""
    return Numerals(Reader(tokens).read())
