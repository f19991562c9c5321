"""Two figures as one: which pairs make a range, and which are a score or a vote."""

from decimal import Decimal
from typing import Final

from attrs import evolve

from crosscheck.extraction.numbers import hedges, phrases
from crosscheck.extraction.numbers.measures import MILLION, Measure, measure
from crosscheck.extraction.numbers.nonquantities import claimed_elsewhere
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset

SCORES: Final = wordset("number_cues", "ranges", "scores")
SOFT: Final = frozenset(
    "about around roughly approximately some almost nearly perhaps maybe even possibly".split()
)


def second(view: View, k: int, found: Measure) -> Measure | None:
    """The measure joined to this one by "to", "and", "or" or a dash."""
    items = view.numerals.items
    if k + 1 >= len(items) or found.numeral.loose:
        return None
    n = items[k + 1]
    if n.first - found.last > 5 or n.loose or view.claimed[n.first]:
        return None
    second = measure(view, n)
    start = second.first - 1 if view.lower[second.first - 1] in SOFT else second.first
    joint = hedges.joined(view.tokens, found.last, start)
    if joint is None:
        return None
    word = joint[1]
    opened = hedges.opening(view.tokens, found.first)
    if word == "and" and (opened is None or opened[1] != "between"):
        return None
    if word in ("to", "through") and opened is not None and opened[1] == "change":
        return None
    if (
        word == "to"
        and second.value >= found.value * 3
        and not hedges.CHANGES.isdisjoint(view.lower[max(0, found.first - 2) : found.first])
    ):
        return None  # "rose 18 sen to 23.50"
    if word == "spaced" and second.unit is None:
        return None
    if word == "or" and not second.value <= found.value * 3:
        return None
    if claimed_elsewhere(view, n, united=second.unit is not None, signed=second.ahead) and word != "dash":
        return None
    return second


def scored(view: View, found: Measure, second: Measure) -> bool:
    """Whether an ascending pair is a score ("lost 2-3"), by the words around it."""
    if found.unit is not None or second.unit is not None or second.value > 200:
        return False
    if view.lower[found.last + 1] not in "-–" or phrases.phrase(view, second.last, one=False):
        return False
    before = view.lower[found.first - 1] if found.first else ""
    if (
        before in ("(", ",") and view.lower[second.last + 1] in (")", ",") and second.value < 100
    ):  # records: (8-8, 0-3)
        return True
    return not SCORES.isdisjoint(around(view, found.first, second.last))


def around(view: View, first: int, last: int) -> list[str]:
    """A few words before and behind a pair of figures."""
    lower = view.lower
    return lower[max(0, first - 7) : first] + lower[last + 1 : last + 5]


def unified(low: Measure, high: Measure) -> tuple[Measure, Measure] | None:
    """Two ends of a range in one unit and on one scale, or None where they are no range."""
    if low.unit and low.unit.code == "m" and high.unit is None and high.numeral.scale == MILLION:
        low = evolve(low, unit=None, value=low.value * MILLION, slack=high.slack)  # "5m to 10m people"
        return (low, high) if low.value < high.value else None
    if low.unit is None and high.unit is not None:
        low = evolve(
            low,
            unit=high.unit,
            value=low.value * high.unit.scale,
            slack=(low.slack or Decimal("0.5")) * high.unit.scale,
        )
    elif high.unit is None and low.unit is not None:
        if not low.ahead:
            return None
        high = evolve(high, unit=low.unit, slack=high.slack or Decimal("0.5"))
    if (low.unit and low.unit.code) != (high.unit and high.unit.code):
        return None
    scale, mantissa = high.numeral.scale, high.numeral.value / high.numeral.scale
    if scale > 1 and low.numeral.scale == 1 and low.numeral.value < min(mantissa, Decimal(1000)):
        low = evolve(low, value=low.value * scale, slack=high.slack)
    return (low, high) if low.value < high.value else None
