"""Numerals in words: cardinals, fractions, loose words."""

from decimal import Decimal
from typing import Final

from attrs import evolve

from crosscheck.extraction.numbers.digits import DigitReader
from crosscheck.extraction.numbers.figures import (
    DASHES,
    HALF,
    LONGEST,
    LOOSE,
    ONE,
    PARTS,
    PLURALS,
    POINTS,
    RATIO,
    SCALES,
    SMALL,
    TENS,
    UNITS,
    Numeral,
)
from crosscheck.lexicon import wordset
from crosscheck.values.relations import rounding

BEFORE_POINT: Final = frozenset("by than only nearly almost minus just".split())
NOT_POINT: Final = frozenset({"at", "that", "this"})
AFTER_SCORES: Final = frozenset("of more were was have dead injured killed wounded others people".split())
AFTER_COUPLE: Final = frozenset(
    "of hundred thousand million billion dozen more days weeks months years hours minutes "
    "times people miles".split()
) | {""}
SPLIT: Final = frozenset("mile inch pound acre ounce pint percentage kilometer kilometre".split())
DOZENS: Final = frozenset({"dozen", "dozens"})
FEWER: Final = frozenset("very so too relatively how precious".split())
SHARED: Final = frozenset("of more less fewer larger smaller higher lower".split())
NOT_HALF: Final = wordset("number_cues", "spelt", "not_half")


class WordReader(DigitReader):
    """The productions over number words."""

    __slots__ = ()

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
        if self.lower[last + 1] == "and" and self.lower[more[0] + 1] in DOZENS:
            return more[0] + 1, value + more[1] * 12  # "three hundred and two dozen"
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
        part = self.mixed(i, last, value) or self.parts(last, value)
        if part is not None and (last == i or self.lower[part.last].endswith("ths")):
            return evolve(part, first=i)
        return Numeral(i, last, value, rounding(value), words=True)

    def mixed(self, i: int, last: int, value: Decimal) -> Numeral | None:
        """A whole and a fraction parted by "and": "two hundred and fifty-four hundredths" is 200.54."""
        rest = value % 100
        if "and" not in self.lower[i:last] or not rest:
            return None
        part = self.parts(last, rest)
        return None if part is None or part.value >= 1 else evolve(part, value=value - rest + part.value)

    def bare_point(self, i: int) -> Numeral | None:
        """Decimals alone: "point 77" as a whole text, "won by point two", "less than point five percent"."""
        after, before = self.lower[i + 1], self.lower[i - 1] if i else ""
        if (i and before not in BEFORE_POINT) or self.tokens.words[i] != "point":
            return None
        if after not in SMALL and not (after.isdecimal() and len(after) <= LONGEST):
            return None
        found = self.pointed(i, i, Decimal(0))
        return found if i or not (self.lower[found.last + 1] in ":)" and self.lower[found.last + 1]) else None

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
        """Halves: "half", "a half", "half a million", "half-dozen": not "first half" or "half-time"."""
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
        if lower[i + 1] in DASHES and tokens.adjacent(i) and lower[i + 2] not in SPLIT:
            return None
        first = i - 1 if i and lower[i - 1] in ("a", "one") else i
        return Numeral(first, i, HALF, Decimal(0), words=True, fraction=True)

    def vague(self, i: int) -> Numeral | None:
        """Loose words ("dozens", "several", "a few"), bare scales ("a thousand") and parts ("a third of")."""
        word = self.lower[i]
        before = self.lower[i - 1] if i else ""
        if word in ("couple", "few", "handful", "pair"):
            return self.few(i, before)
        if word == "several":
            low, high = LOOSE[word]
            return self.multiplied(Numeral(i, i, low, Decimal(0), True, ONE, low, high, word))
        if word in PLURALS:
            return self.plural(i)
        return self.article_part(i, before) if word in PARTS else self.bare_scale(i, before)

    def few(self, i: int, before: str) -> Numeral | None:
        """Small loose numbers: "a couple of", "a few", "a handful"; "a pair of" is two."""
        word, after = self.lower[i], self.lower[i + 1]
        if word == "pair":
            pair = before == "a" and (after == "of" or not after.isalpha())
            return Numeral(i - 1, i, Decimal(2), Decimal(0), words=True) if pair else None
        if (before != "a" and word != "few") or (word == "couple" and after not in AFTER_COUPLE):
            return None
        if word == "few" and before in FEWER:
            return None
        loose = f"a {word}"
        low, high = LOOSE[loose]
        value = Decimal(3) if word == "few" else low
        first = i - 1 if before == "a" else i
        return self.multiplied(Numeral(first, i, value, Decimal(0), True, ONE, low, high, loose))

    def bare_scale(self, i: int, before: str) -> Numeral | None:
        """A scale without a number: "a hundred and one", "a thousand", "million"."""
        word = self.lower[i]
        if before in ("baker's", "baker’s"):
            return None
        first = i - 1 if before in ("a", "an") else i
        scale = SCALES[word]
        if word == "hundred":
            last, value = self.tail(i, scale)
            return Numeral(first, last, value, rounding(value), words=True)
        return Numeral(first, i, scale, scale / 2, words=True, scale=scale)

    def article_part(self, i: int, before: str) -> Numeral | None:
        """A part: "a third of", "a quarter million", "a fifth more"; "a third man" is an ordinal."""
        lower, after = self.lower, self.lower[i + 1]
        if before != "a" or lower[i].endswith("s"):
            return None
        share = RATIO.divide(ONE, PARTS[lower[i]])
        j = i + 2 if after in DASHES else i + 1
        if lower[i] == "quarter" and lower[j] in SCALES and lower[j] not in PLURALS:
            scale = SCALES[lower[j]]
            return Numeral(i - 1, j, share * scale, scale / 8, words=True, scale=scale)
        if lower[j] in SPLIT and lower[i] == "quarter":  # "a quarter-mile"
            return Numeral(i - 1, i, share, Decimal(0), words=True, fraction=True)
        alone = not after.isalpha() and after not in DASHES
        if (
            after in SHARED
            or (PARTS[lower[i]] >= 100 and alone)
            or (lower[i] == "quarter" and after in ("the", "is", "are", "were"))
        ):
            return Numeral(i - 1, i, share, Decimal(0), words=True, fraction=True)
        return None

    def plural(self, i: int) -> Numeral | None:
        """Plurals: "dozens", "hundreds", "tens of thousands", "hundreds of millions"."""
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
        if scale == 100 and self.lower[j + 1] in SCALES:  # "several hundred million"
            j, scale = j + 1, scale * SCALES[self.lower[j + 1]]
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
