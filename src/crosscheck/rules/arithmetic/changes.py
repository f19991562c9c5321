"""A304: a change against the two figures it goes between."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain
from typing import Final

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading import Figure, Match, Passage, matches, passages
from crosscheck.reading.bands import HUNDRED, Band, band, last_digit, priced, share, shown, told
from crosscheck.rules.arithmetic.elsewhere import elsewhere
from crosscheck.rules.common import said
from crosscheck.values.relations import EXACT

TIMES_LOW: Final = Decimal("0.85")  # how loosely "doubled" is said
TIMES_HIGH: Final = Decimal("1.35")
CENTS: Final = Decimal("0.1")
UNSIGNED: Final = frozenset("per against versus below minus rank ranked ranking deficit loss losses".split())


def change_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A change does not fit the two figures it goes between.

    Looked at where the words name both figures in one unit, and which is the older; the
    change may be in per cent, in percentage points where the figures are percentages, or
    in their own unit, or be left out, and then only its direction counts. Across articles a
    change in per cent is held against the two figures that another article gives, where the words
    of both tell of one thing: less of them where the percentage is the change on the wrong base.

    Flagged:
        - The price of a ticket rose from $50 to $75, or 30%, in a year.
        - The bank cut its rate by half a percentage point, to 6.25 per cent from 6.5.
        - The levy goes up by 2 per cent, from 8.5 per cent of gross pay to 10.5.
        - Shares in Orrin Mills closed at $8.80, down 22%. They were $10.00 the day before.
        - Membership rose to 4,120 from 5,310 in a year.
        - The number of wolves doubled to 90 from 60.
        - Output fell by a third, from 600 tonnes to 530 tonnes.
        - It is a 20% increase, with the single fare going from two dollars to two and a half.

    Flagged:
        - The sum that the museum in Darvane spends on guards has gone up by 38 per cent.
        - The museum in Darvane raised its yearly spending on guards to 340,000 euros from 210,000.

    Not flagged:
        - The sum that the museum in Darvane spends on guards has gone up by 62 per cent.
        - The museum in Darvane raised its yearly spending on guards to 340,000 euros from 210,000.

    Not flagged:
        - The price of a ticket rose from $50 to $75, or 50%, in a year.
        - The bank cut its rate by a quarter of a percentage point, to 6.25 per cent from 6.5.
        - Shares in Orrin Mills closed at $8.80, down 12%. They were $10.00 the day before.
        - Membership rose to 5,310 from 4,120 in a year.
        - The number of wolves doubled to 90 from 44.
        - Output fell by a third, from 600 tonnes to 410 tonnes.
        - It is a 25% increase, with the single fare going from two dollars to two and a half.
    """
    if group.kind != "article":
        yield from elsewhere(group)
        return
    seen: set[int] = set()
    for passage in chain(passages(group.claims), passages(group.claims, 2)):
        for match in _matches(passage):
            ends = match["old"], match["new"]
            if any(id(end.claim) in seen for end in ends) or not _comparable(*ends):
                continue
            reason = _misfit(match, passage)
            if reason:
                seen.update(id(f.claim) for f in match.figures.values())
                yield _conflict(match, reason)


def _matches(passage: Passage) -> Iterator[Match]:
    yield from matches("change", passage)


def _conflict(match: Match, reason: str) -> Conflict:
    old, new, change = match["old"], match["new"], match.figures.get("change")
    between = f"{said(old.claim)} and {said(new.claim)}"
    claims: list[tuple[Claim, str | None]] = [(old.claim, "b"), (new.claim, "b")]
    if change is None:
        message = f"the words say another way between {between} than the figures"
        claims = [(old.claim, "a"), (new.claim, "b")]
    else:
        message = f"{said(change.claim)} is not the change between {between}"
        claims.insert(0, (change.claim, "a"))
    return Conflict(message, tuple(claims), (reason,), 0.85)


def _comparable(old: Figure, new: Figure) -> bool:
    """Whether two figures are levels of one thing; the second may leave the unit out."""
    a, b = old.quantity, new.quantity
    if "points" in (a.dimension, b.dimension):
        return False
    return a.dimension == b.dimension or None in (a.unit, b.unit)


def _levels(old: Figure, new: Figure) -> tuple[Band, Band]:
    """What two levels may mean; where one leaves the unit out, it is in the other's.

    A price in whole units beside one with cents is exact.
    """
    scale = new.quantity.factor if old.quantity.unit is None else old.quantity.factor
    both = []
    cents = min(old.quantity.slack, new.quantity.slack) < CENTS
    for figure in (old, new):
        found = band(priced(figure) if cents else figure)
        if figure.quantity.unit is None and scale != 1:
            found = Band(EXACT.multiply(found.low, scale), EXACT.multiply(found.high, scale))
        both.append(found)
    return both[0], both[1]


def _misfit(match: Match, passage: Passage) -> str | None:
    """Why what the words say of a change cannot be, or None where it can."""
    old, new = _levels(match["old"], match["new"])
    if not old.usable or not new.usable or old.low <= 0 or new.low < 0:
        return None
    change = match.figures.get("change")
    if change is not None and change.kind == "x":
        return _multiple(match, old, new, change)
    options = match.phrase.options
    back = _goes_back(options.get("way"), old, new)
    if back and UNSIGNED.isdisjoint(passage.words) and match["old"].kind == match["new"].kind:
        way = "less" if options["way"] == "up" else "more"
        return f"{shown(match['new'])} is {way} than {shown(match['old'])}"
    return None if change is None or back else _size(match, old, new, change)


def _goes_back(way: str | None, old: Band, new: Band) -> bool:
    """Whether the figures go the other way than the verb."""
    return (way == "up" and new.high < old.low) or (way == "down" and new.low > old.high)


def _size(match: Match, old: Band, new: Band, change: Figure) -> str | None:
    """Why a stated change is not the one between two levels."""
    gap = (new - old).magnitude()
    between = f"from {shown(match['old'])} to {shown(match['new'])}"
    shares = "p" in (match["old"].kind, match["new"].kind)
    stated = band(change).magnitude()
    if change.kind == "f":
        return _part(gap, old, change, between)
    if change.kind == "t":
        fits = not shares or not gap.apart(stated)
        return None if fits else f"{between} are {told(gap, 2)} points"
    if change.kind != "p":
        same = change.quantity.dimension in (None, match["new"].quantity.dimension)
        own = same and change.noun in ("", match["old"].noun, match["new"].noun) and not shares
        fits = not own or not gap.apart(stated)
        return None if fits else f"{between} is a difference of {told(gap, 2)}"
    relative = gap.over(old)
    per_cent = Band(EXACT.multiply(relative.low, HUNDRED), EXACT.multiply(relative.high, HUNDRED))
    if not per_cent.apart(stated.widened(last_digit(change.quantity))):
        return None
    reason = f"{between} is {told(per_cent)} per cent"
    return f"{reason}, or {told(gap, 2)} percentage points" if shares else reason


def _part(gap: Band, old: Band, change: Figure, between: str) -> str | None:
    """Why a change is not the stated part ("a fifth") of the older figure; such words are said loosely."""
    ratio = gap.over(old)
    if not ratio.apart(share(change)):
        return None
    per_cent = Band(EXACT.multiply(ratio.low, HUNDRED), EXACT.multiply(ratio.high, HUNDRED))
    return f"{between} is {told(per_cent)} per cent"


def _multiple(match: Match, old: Band, new: Band, change: Figure) -> str | None:
    """Why figures did not double, triple or halve; such words are said loosely."""
    ratio, stated = new.over(old), band(change)
    loose = Band(EXACT.multiply(stated.low, TIMES_LOW), EXACT.multiply(stated.high, TIMES_HIGH))
    if not ratio.apart(loose):
        return None
    return f"from {shown(match['old'])} to {shown(match['new'])} is {told(ratio, 2)} times as much"
