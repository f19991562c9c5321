"""Measures: a numeral with its unit, currency or percent sign, and two of them as one."""

from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.numbers.figures import RATIO, Numeral
from crosscheck.extraction.numbers.phrases import phrase, plural
from crosscheck.extraction.numbers.signs import AHEAD, LARGE
from crosscheck.extraction.numbers.units import ONE, STRAY, WORDS, Unit, after, before
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset
from crosscheck.values.relations import rounding

DASHES: Final = frozenset("-‐‑")
DISTANCES: Final = frozenset("ago earlier before later after previously hence".split())
ROADS: Final = frozenset("the this route road roads highway motorway".split())
RATES: Final = wordset("number_cues", "measures", "rates")
FEET: Final = frozenset({"'", "’"})
INCHES: Final = frozenset({'"', "”", "″"})
EXTENTS: Final = frozenset("height altitude depth length width elevation".split())
FOOT: Final = next(unit for form, unit in WORDS["foot"] if form == ("foot",))
BASIS_POINT: Final = next(unit for form, unit in WORDS["bps"] if form == ("bps",))
POINTS: Final = frozenset({"point", "points"})
LEAST_POINTS: Final = 25  # a rate of interest moves by quarters of a percent and more
RATE_REACH: Final = 8  # tokens on either side among which the rate stands
YIELDS: Final = frozenset({"rates", "yield", "yields"})
LENT: Final = frozenset(
    "policy interest key benchmark lending borrowing repo bank base main prime cash refi".split()
)
MILLION: Final = Decimal(1_000_000)
METRIC: Final = wordset("number_cues", "measures", "metric")
SPACED: Final = frozenset({"m", "g", "l", "L"})
WARMER: Final = frozenset("warmer cooler hotter colder higher lower above below".split())
CHANGES: Final = wordset("number_cues", "measures", "changes")


@frozen(slots=True)
class Measure:
    """A figure in its unit: tokens `first` to `last`, the amount in terms of `unit.code`.

    `ahead` says that the unit is a currency sign before the figure, `per` what it is a rate of.
    """

    first: int
    last: int
    value: Decimal
    slack: Decimal
    numeral: Numeral
    unit: Unit | None = None
    ahead: bool = False
    per: str | None = None

    @property
    def dimension(self) -> str | None:
        """The dimension in which the amount may be compared."""
        if self.unit is None:
            return None
        return f"{self.unit.dimension}/{self.per}" if self.per else self.unit.dimension


def measure(view: View, n: Numeral) -> Measure:
    """The numeral with whatever unit stands with it."""
    found = _signed(view, n) or _united(view, n) or _turned(view, n) or _of_a_rate(view, n)
    if found is None:
        return Measure(n.first, n.last, n.value, n.slack, n)
    return _rated(view, _compounded(view, found))


def _of_a_rate(view: View, n: Numeral) -> Measure | None:
    """Points by which an interest rate moves, which are hundredths: "cuts rates by 50 points"."""
    after = n.last + 1 + (view.lower[n.last + 1] in DASHES)
    if view.lower[after] not in POINTS or n.value < LEAST_POINTS or n.value % 5:
        return None
    near = view.lower[max(0, n.first - RATE_REACH) : after + RATE_REACH]
    lent = any(word == "rate" and near[i - 1] in LENT for i, word in enumerate(near) if i)
    return _make(n.first, after, n, BASIS_POINT) if lent or not YIELDS.isdisjoint(near) else None


def _slack(n: Numeral, unit: Unit) -> Decimal:
    """An integer in a unit of measure is rounded to that unit."""
    if n.slack or n.fraction:
        return n.slack * unit.scale
    return Decimal("0.5") * unit.scale


def _make(first: int, last: int, n: Numeral, unit: Unit, ahead: bool = False) -> Measure:
    return Measure(first, last, n.value * unit.scale, _slack(n, unit), n, unit, ahead)


def _signed(view: View, n: Numeral) -> Measure | None:
    """A currency sign or code before the figure: "$5", "US$ 3.14", "EUR 20", "-$5"."""
    words, i = view.words, n.first - 1
    if i < 0 or words[i] not in AHEAD or n.loose or view.breaks(i) or view.claimed[i]:
        return None
    found = before(view, i)
    if found is None:
        return None
    first, unit = found
    if words[i] in STRAY and not (view.glued(i) and (n.scale > 1 or not words[n.first].isdecimal())):
        return None  # "PS5" is a console
    if words[i].isalpha() and first and words[first - 1][-1:].isalpha() and view.glued(first - 1):
        return None
    if unit.need and not (_sure(view, n, unit) and _stands(view, first, i)):
        return None
    result = _make(first, n.last, n, unit, ahead=True)
    if first and words[first - 1] in ("-", "−") and view.glued(first - 1) and not view.glued(first - 2):
        result = evolve(result, first=first - 1, value=-result.value)
    again = after(view, n.last + 1)  # "$10 dollars", "$75 U.S."
    if (
        again is not None
        and again[1].money
        and again[1].scale == ONE
        and not view.breaks(n.last)
        and words[n.last + 1] != "$"
    ):
        code = again[1].code if unit.shared and not again[1].shared else unit.code
        result = evolve(
            result,
            last=again[0],
            unit=evolve(unit, code=code, dimension=code, shared=unit.shared and again[1].shared),
        )
    return result


def _sure(view: View, n: Numeral, unit: Unit) -> bool:
    """Whether a form that may be another word is a currency before or behind this figure."""
    if unit.need == "amount":
        scaled = n.scale > 1 and view.lower[n.last].isalpha() and view.lower[n.last] not in "kbt"
        spaced = n.last > n.first and n.scale == 1 and not n.fraction
        if scaled or spaced or (n.value >= 1000 and "," in view.lower[n.first]):
            return True
        if (n.value < 100 and n.scale == 1) or view.lower[n.first - 2] in ROADS:
            return False  # "the R300"
    return view.currencies.shown(unit.code) > 0


def _stands(view: View, first: int, i: int) -> bool:
    """Whether a sign that may be a label stands by itself: "R5m", "(R5m", "R3m-R5m", not "X-R5m"."""
    if first == i and len(view.words[i]) == 1 and not view.glued(i):
        return False
    if not view.glued(first - 1):
        return True
    mark = view.words[first - 1]
    return not mark.isalnum() and (mark not in "-/&._#@" or first - 2 in view.numerals.ending)


def _united(view: View, n: Numeral) -> Measure | None:
    """A unit or currency behind the figure: "17 km", "68-ounce", "5 million euros", "43c"."""
    lower, j = view.lower, n.last + 1
    hyphen = lower[j] in DASHES and view.glued(n.last) and view.glued(j)
    spaced = lower[j] == "-" and not view.glued(n.last) and lower[j + 1].isalpha()  # "2 - yard": stray blanks
    if hyphen or (spaced and len(lower[j + 1]) > 3) or (lower[j] == "of" and n.loose):
        j += 1
    elif lower[j] in FEET and lower[j + 1] != lower[j] and view.glued(n.last):
        return _marked(view, n)
    elif n.fraction and n.words:
        j += (lower[j] == "of") + (lower[j + (lower[j] == "of")] in ("a", "an"))  # "half a mile"
    found = after(view, j)
    if found is None or view.breaks(n.last):
        return None
    last, unit = found
    if not _fits(view, n, j, last, unit):
        return None
    if unit.code == "lb" and lower[j] in ("pound", "pounds"):
        unit = _pound(view, n, j, hyphen, unit)
    if unit.code == "m" and view.words[j] == "m" and view.glued(n.last) and _million(view, n, last):
        return Measure(
            n.first,
            last,
            n.value * MILLION,
            rounding(n.value) * MILLION or MILLION / 2,
            evolve(n, scale=MILLION),
        )
    if unit.code == "degree":
        return _degrees(view, _make(n.first, last, n, unit))
    if unit.dimension == "temperature":
        return _difference(view, _make(n.first, last, n, unit))
    return _make(n.first, last, n, unit)


def _marked(view: View, n: Numeral) -> Measure | None:
    """Feet and inches by their marks: 6'2" and 6'2 of somebody's height, "at an altitude of 30'"."""
    lower, j, more = view.lower, n.last + 1, view.numerals.at.get(n.last + 2)
    if n.words or n.fraction or n.scale != 1 or n.value % 1:
        return None
    if more is not None and view.glued(j) and 3 <= n.value <= 8 and not more.words and 0 <= more.value < 12:
        last, mark = more.last, more.last + 1
        if view.glued(last):
            last += 2 if lower[mark] in FEET and lower[mark + 1] == lower[mark] else lower[mark] in INCHES
        value = n.value + RATIO.divide(more.value, Decimal(12))
        return evolve(_make(n.first, last, n, FOOT), value=value, slack=Decimal("0.04"))
    if lower[n.first - 1] == "of" and lower[n.first - 2] in EXTENTS and not view.glued(j):
        return _make(n.first, j, n, FOOT)
    return None


def _turned(view: View, n: Numeral) -> Measure | None:
    """A percentage with its words turned round, as a whole line: "percent of 10", "per cent of 210"."""
    of = n.first - 1
    if of < 1 or view.lower[of] != "of" or view.lower[n.last + 1].isalpha() or n.loose:
        return None
    for k in range(max(0, of - 2), of):
        found = after(view, k)
        if found is not None and found[0] == of - 1 and found[1].code == "percent" and view.opens(k):
            return _make(k, n.last, n, found[1])
    return None


def _million(view: View, n: Numeral, last: int) -> bool:
    """Whether "2.7m" is a number of things and no length: "2.7m digital sales", not "1.8m tall"."""
    if n.words or n.scale != 1 or view.lower[last + 1] in METRIC:
        return False
    found = phrase(view, last, one=False)
    return found is not None and plural(view.lower[found.last])


def _fits(view: View, n: Numeral, j: int, last: int, unit: Unit) -> bool:
    """Whether a form that may be another word really is a unit here."""
    word, glued = view.words[j], view.glued(j - 1)
    if unit.need and not _sure(view, n, unit):
        return False
    if last == j and len(word) == 1 and word.isalpha() and not glued and word not in SPACED:
        return False
    if unit.tight and last == j and not glued:
        return False
    if n.words and len(word) == 1 and word.isalpha():
        return False
    if last == j and view.glued(j) and view.words[j + 1][:1].isalnum():
        return False
    if view.lower[j] in LARGE:
        return n.value >= 100
    if word in ("in", "ft") and view.lower[last] == "." and word == "in":
        return glued
    if unit.code == "stone":
        return 4 <= n.value <= 50 and not view.lower[j + 1].endswith("s")
    return not (unit.code in ("cup", "foot") and word[:1].isupper() and word != "Cups")


def _pound(view: View, n: Numeral, j: int, hyphen: bool, unit: Unit) -> Unit:
    """A pound is money by its scale or where the document speaks of sterling, else mass."""
    lower = view.lower
    if any(w.startswith(("weigh", "heav")) for w in lower[max(0, n.first - 8) : j + 6]):
        return unit
    if n.scale >= 1000 or (not hyphen and view.sterling() and lower[j + 1] != "of"):
        return Unit("GBP", "GBP", money=True)
    return unit


def _degrees(view: View, found: Measure) -> Measure:
    """Bare degrees: below zero, or a difference; the scale stays open."""
    lower, j = view.lower, found.last + 1
    if lower[j] == "below" and lower[j + 1] in ("zero", "freezing"):
        return evolve(found, last=j + 1, value=-found.value if lower[j + 1] == "zero" else found.value)
    return found


def _difference(view: View, found: Measure) -> Measure:
    """A difference of temperatures ("rose by 2 degrees Celsius") compares with differences only."""
    lower, unit = view.lower, found.unit
    left = lower[max(0, found.first - 3) : found.first]
    if unit is None or not (lower[found.last + 1] in WARMER or not CHANGES.isdisjoint(left)):
        return found
    if "to" in left:
        return found
    return evolve(found, unit=evolve(unit, dimension="temperature difference", offset=Decimal(0)))


def _compounded(view: View, found: Measure) -> Measure:
    """Two figures as one amount: "5 feet 2 inches", "20 dollars and 43 cents", "2 km and 1 metre"."""
    unit, lower = found.unit, view.lower
    j = found.last + 1
    if lower[j] in ("and", ","):
        j += 1
    n = view.numerals.at.get(j)
    if (
        unit is not None
        and unit.code == "ft"
        and lower[j] == "-"
        and view.glued(found.last)
        and view.glued(j)
    ):
        return _tall(found, view.numerals.at.get(j + 1), lower)
    if n is not None and unit is not None and j == found.last + 1 and not view.breaks(found.last):
        spoken = _spoken(view, found, n, unit)
        if spoken is not None:
            return spoken
    if (
        n is None
        or unit is None
        or unit.scale != ONE
        or n.loose
        or view.breaks(found.last)
        or unit.dimension == "percent"
    ):
        return found
    more = _united(view, n)
    if more is None or more.unit is None or more.numeral.scale != ONE or found.numeral.slack % 1:
        return found
    if unit.money:
        if more.unit.scale == ONE or not (more.unit.shared or more.unit.code == unit.code) or more.value >= 1:
            return found
        return evolve(found, last=more.last, value=found.value + more.value, slack=more.slack)
    larger = unit.factor / more.unit.factor
    if (
        more.unit.dimension != unit.dimension
        or more.unit.offset
        or larger <= 1
        or more.value >= larger
        or lower[found.last + 1] == ","
    ):
        return found
    return evolve(
        found,
        last=more.last,
        value=found.value + RATIO.divide(more.value, larger),
        slack=RATIO.divide(more.slack, larger),
    )


def _tall(found: Measure, n: Numeral | None, lower: list[str]) -> Measure:
    """The inches of a height: "6-foot-2"."""
    if n is None or n.value >= 12 or n.fraction:
        return found
    last = n.last
    if lower[last + 1] in DASHES:
        if lower[last + 2] not in ("inch", "inches"):  # "6-foot-2-thirds"
            return found
        last += 2
    value = found.value + RATIO.divide(n.value, Decimal(12))
    return evolve(found, last=last, value=value, slack=Decimal("0.04"))


def _spoken(view: View, found: Measure, n: Numeral, unit: Unit) -> Measure | None:
    """Without its second unit: "15 dollars 50", "12 ft 2 in"."""
    whole = n.value == n.value.to_integral_value() and n.scale == found.numeral.scale == ONE
    if not whole or unit.scale != ONE:
        return None
    after_it = view.lower[n.last + 1]
    if unit.money and not found.ahead and 10 <= n.value < 100 and (not after_it or after_it in ".,;)"):
        return evolve(found, last=n.last, value=found.value + n.value / 100, slack=Decimal("0.005"))
    if unit.code == "ft" and after_it == "in" and n.value < 12:
        return evolve(
            found,
            last=n.last + 1,
            value=found.value + RATIO.divide(n.value, Decimal(12)),
            slack=Decimal("0.04"),
        )
    return None


def _rated(view: View, found: Measure) -> Measure:
    """A rate: "$98 a share", "52,000 barrels per day", "50 km/ms"."""
    lower, j, unit = view.lower, found.last + 1, found.unit
    if unit is None or view.breaks(found.last):
        return found
    if lower[j] in DASHES and lower[j + 1] in ("a", "an", "per") and view.glued(found.last):
        return evolve(found, per=lower[j + 3]) if lower[j + 3] in RATES else found
    if lower[j] in ("a", "an", "each", "every") and lower[j + 1] in RATES:
        told = lower[j + 2] in DISTANCES  # "60 tonnes a year earlier"
        return found if told else evolve(found, per=lower[j + 1])
    if lower[j] == "per" and lower[j + 1].isalpha():
        return evolve(found, per=lower[j + 1])
    if lower[j] == "/" and view.glued(found.last) and view.glued(j) and lower[j + 1].isalpha():
        last = j + 1 if not unit.money else found.last
        return evolve(found, per=lower[j + 1], last=last)
    return found
