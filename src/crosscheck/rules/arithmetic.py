"""Family A, and the rules of family N about one sentence: sums that do not work out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

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


def part_exceeds_whole(group: Group) -> Iterator[Conflict | Refusal]:
    """A part is larger than the whole it is taken from.

    Flagged:
        - Inspectors found cracks in 40 of the 36 pillars, the report said.

    Not flagged:
        - Inspectors found cracks in 36 of the 40 pillars, the report said.
    """
    for left, right, a, b in _neighbours(group):
        if (
            left.after[:1] != ("of",)
            or a.unit == "percent"
            or a.dimension is not None
            or b.dimension is not None
        ):
            continue
        if not (a.exact and b.exact) or a.low is None or b.low is None or a.low != a.low.to_integral_value():
            continue
        if right.before[0] in ("of", "the", "its", "their", "all") and a.low > b.low > 1:
            yield _conflict(
                (left, right),
                f"{said(left)} of {said(right)}: a part cannot exceed its whole",
                f"{plain(a.low)} is more than {plain(b.low)}",
                0.9,
            )


def change_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A change in per cent does not fit the two figures it goes between.

    Looked at where one sentence has one percentage, and two figures in one unit of which
    one follows "from".

    Flagged:
        - The price of a ticket rose from $50 to $75, or 30%, in a year.

    Not flagged:
        - The price of a ticket rose from $50 to $75, or 50%, in a year.
    """
    for _, members in groupby(group.claims, key=lambda c: c.sentence):
        found = [(c, q) for c in members if (q := quantity(c)) is not None]
        shares = [(c, q) for c, q in found if q.unit == "percent"]
        others = [(c, q) for c, q in found if q.unit != "percent"]
        if len(shares) != 1 or len(others) != 2:
            continue
        (left, a), (right, b) = others
        if a.unit != b.unit or a.unit is None or "from" not in (*left.before[:1], *right.before[:1]):
            continue
        old, new = (a, b) if left.before[:1] == ("from",) else (b, a)
        claim, share = shares[0]
        if _changes_otherwise(old, new, share):
            yield _conflict(
                (claim, left, right),
                f"{said(claim)} is not the change between {said(left)} and {said(right)}",
                f"from {plain(old.point)} to {plain(new.point)} is {_change(old, new):+.1f} per cent",
                0.85,
            )


def _change(old: Quantity, new: Quantity) -> Decimal:
    before, after = old.point or Decimal(0), new.point or Decimal(0)
    return (after - before) / before * 100 if before else Decimal(0)


def _changes_otherwise(old: Quantity, new: Quantity, share: Quantity) -> bool:
    if not old.point or not new.point or old.point <= 0 or share.point is None:
        return False
    low = (abs(new.point - old.point) - new.slack - old.slack) / (old.point + old.slack) * 100
    high = (abs(new.point - old.point) + new.slack + old.slack) / (old.point - old.slack or old.point) * 100
    stated = abs(share.point)
    margin = max(share.slack * 2, Decimal("0.1"))
    return not low - margin <= stated <= high + margin


RULES = (
    Rule(
        "N206",
        "conversion-mismatch",
        conversion_mismatch,
        Severity.ERROR,
        "0.1",
        scope="W",
        takes=("article",),
    ),
    Rule(
        "A301", "part-exceeds-whole", part_exceeds_whole, Severity.ERROR, "0.1", scope="W", takes=("article",)
    ),
    Rule("A304", "change-mismatch", change_mismatch, Severity.ERROR, "0.1", scope="W", takes=("article",)),
)
