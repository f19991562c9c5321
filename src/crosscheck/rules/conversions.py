"""Family N within one sentence: a figure against its conversion, and words against figures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import said
from crosscheck.values import Quantity, plain

NEAR = 16  # characters between two figures that are read together
OPENERS = frozenset(
    {"(", "or", "about", "some", "roughly", "approximately", "nearly", "almost", "just", "around", "/"}
)


def quantity(claim: Claim) -> Quantity | None:
    """The claim's value where it is one exact or hedged figure, no open bound."""
    value = claim.mention.value
    return value if isinstance(value, Quantity) and value.point is not None else None


def _neighbours(group: Group) -> Iterator[tuple[Claim, Claim, Quantity, Quantity]]:
    """Figures that stand side by side in one sentence."""
    for left, right in pairwise(group.claims):
        a, b = quantity(left), quantity(right)
        gap = right.mention.start - left.mention.end
        if a and b and left.sentence == right.sentence and 0 <= gap <= NEAR:
            yield left, right, a, b


def _conflict(claims: Sequence[Claim], message: str, reason: str, confidence: float) -> Conflict:
    return Conflict(message, tuple((c, "ab"[min(i, 1)]) for i, c in enumerate(claims)), (reason,), confidence)


def conversion_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A figure and its conversion in brackets do not fit.

    Both figures may be rounded as far as their digits allow, and a little further: three
    per cent, which is what news conversions stray at most.

    Flagged:
        - The tunnel is five miles (11 km) long, the agency said.

    Not flagged:
        - The tunnel is five miles (8 km) long, the agency said.
    """
    for left, right, a, b in _neighbours(group):
        if a.dimension is None or a.dimension != b.dimension or a.unit == b.unit:
            continue
        if not OPENERS & set(right.before[:1]) or "by" in (*left.before[:1], *right.after[:1]):
            continue
        if _strays(a, b):
            yield _conflict(
                (left, right),
                f"{said(left)} is {_in_unit(a, b)}, not {said(right)}",
                f"{said(left)} converted to {b.unit} is {_in_unit(a, b)}",
                0.92,
            )


def _strays(a: Quantity, b: Quantity) -> bool:
    one, two = a.widened(a.slack).bounds(), b.widened(b.slack).bounds()
    low, high = max(one[0], two[0]), min(one[1], two[1])  # type: ignore[type-var]
    if low is None or high is None or low <= high:
        return False
    middle = (abs(low) + abs(high)) / 2
    return bool(a.offset or b.offset) or (low - high) > Decimal("0.03") * middle


def _in_unit(a: Quantity, b: Quantity) -> str:
    point = a.point or Decimal(0)
    converted = (point * a.factor + a.offset - b.offset) / b.factor
    return f"{plain(converted.quantize(Decimal('0.1')))} {b.unit}"


RULES = (Rule("N206", "conversion-mismatch", conversion_mismatch, Severity.ERROR, "0.1", "W", ("article",)),)
