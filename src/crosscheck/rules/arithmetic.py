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
    """A change does not fit the two figures it goes between.

    Looked at where one sentence goes "from" one figure "to" another in one unit and names
    one change: in per cent, or in percentage points where the figures are percentages.

    Flagged:
        - The price of a ticket rose from $50 to $75, or 30%, in a year.
        - The bank cut its rate by half a percentage point, to 6.25 per cent from 6.5.
        - The levy goes up by 2 per cent, from 8.5 per cent of gross pay to 10.5.

    Not flagged:
        - The price of a ticket rose from $50 to $75, or 50%, in a year.
        - The bank cut its rate by a quarter of a percentage point, to 6.25 per cent from 6.5.
    """
    for _, members in groupby(group.claims, key=lambda c: c.sentence):
        found = [(c, q) for c in members if (q := quantity(c)) is not None]
        ends = _ends(found)
        if ends is None:
            continue
        (left, old), (right, new) = ends
        changes = [
            (c, q)
            for c, q in found
            if c not in (left, right) and (q.unit == "percent" or q.dimension == "points")
        ]
        if len(changes) != 1:
            continue
        claim, change = changes[0]
        reason = _misfit(old, new, change)
        if reason:
            yield _conflict(
                (claim, left, right),
                f"{said(claim)} is not the change between {said(left)} and {said(right)}",
                reason,
                0.85,
            )


Stated = tuple[Claim, Quantity]


def _ends(found: Sequence[Stated]) -> tuple[Stated, Stated] | None:
    """The figures that a sentence goes from and to, in one unit; the second may leave the unit out."""
    starts = [pair for pair in found if pair[0].before[:1] == ("from",)]
    if len(starts) != 1:
        return None
    start = starts[0]
    at = found.index(start)
    for end in (*found[at + 1 : at + 2], *found[max(0, at - 1) : at]):
        units = {start[1].unit, end[1].unit}
        if end[0].before[:1] == ("to",) and len(units - {None}) == 1 and end[1].dimension != "points":
            return start, end
    return None


def _misfit(old: Quantity, new: Quantity, change: Quantity) -> str | None:
    """Why a stated change cannot be the one between two figures, or None where it can."""
    if old.point is None or new.point is None or change.point is None or old.point <= 0:
        return None
    gap = abs(new.point - old.point)
    slack = old.slack + new.slack
    stated = abs(change.point) * change.factor
    shares = "percent" in (old.unit, new.unit)
    if change.dimension == "points":
        fits = not shares or (gap - slack <= stated + change.slack and stated - change.slack <= gap + slack)
        return None if fits else f"from {plain(old.point)} to {plain(new.point)} are {plain(gap)} points"
    relative = gap / old.point * 100
    low, high = (
        (gap - slack) / (old.point + old.slack) * 100,
        (gap + slack) / max(old.point - old.slack, gap / 100),
    )
    margin = max(change.slack * 2, Decimal("0.1"))
    if low - margin <= stated <= (high * 100 if high else relative) + margin:
        return None
    per_cent = plain(relative.quantize(Decimal("0.1")))
    told = f"from {plain(old.point)} to {plain(new.point)} is {per_cent} per cent"
    return f"{told}, or {plain(gap)} percentage points" if shares else told


def share_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """Two shares that are said to make up the whole do not add up to 100 per cent.

    Flagged:
        - The founders will hold 58 per cent of the shares, and the remaining 44 per cent go to staff.

    Not flagged:
        - The founders will hold 58 per cent of the shares, and the remaining 42 per cent go to staff.
    """
    for _, members in groupby(group.claims, key=lambda c: c.sentence):
        found = [(c, q) for c in members if (q := quantity(c)) is not None and q.unit == "percent"]
        if len(found) != 2:
            continue
        (left, a), (right, b) = found
        if "remaining" not in right.before[:2] or a.point is None or b.point is None:
            continue
        total = a.point + b.point
        if abs(total - 100) > a.slack + b.slack:
            yield _conflict(
                (right, left),
                f"{said(left)} and the remaining {said(right)} are not the whole",
                f"{plain(a.point)} and {plain(b.point)} are {plain(total)} per cent",
                0.85,
            )


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
    Rule("A303", "share-mismatch", share_mismatch, Severity.WARNING, "0.1", scope="W", takes=("article",)),
    Rule("A304", "change-mismatch", change_mismatch, Severity.ERROR, "0.1", scope="W", takes=("article",)),
)
