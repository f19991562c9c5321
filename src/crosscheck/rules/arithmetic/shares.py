"""A303: shares against the part and the whole, and shares that make up the whole."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from attrs import frozen

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading import Match, matches, passages, words
from crosscheck.reading.bands import HUNDRED, Band, band, share, shown, told
from crosscheck.rules.arithmetic.elsewhere import elsewhere
from crosscheck.rules.arithmetic.parts import same_kind
from crosscheck.rules.common import said
from crosscheck.values import Quantity, plain
from crosscheck.values.relations import EXACT

LEAST_WHOLE: Final = Decimal(4)  # of fewer, one more or less is a matter of words


def share_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """A share is not the one that the part has in the whole, or shares of a whole do not make it up.

    Per cents may be a whole unit of their last digit off; "half" and "one in five" are
    read as a tenth more or less.

    Across articles a share is held against the count and the whole that another article gives
    where the words of both tell of one thing: the same noun and verb, or less of them where a slip
    of reckoning shows ("31 per cent" of what were 31 of 120). So are turnouts and levels of a
    capacity. Nothing is said where either article states the other's share as well.

    Flagged:
        - Of the schools in Darvane, 30 of 40 (65%) have no library.
        - Half of the 58 pilots, or 41, voted to strike.
        - Most of the 64 lifeboats, or 25, leaked.
        - The founders will hold 58 per cent of the shares, and the remaining 44 per cent go to staff.

    Flagged:
        - Inspectors in Darvane said that 31 per cent of the lifts tested in June were unsafe.
        - Inspectors in Darvane found cracked cables in 31 of 120 lifts tested in June.

    Flagged:
        - The prison in Darvane was running at 118% of its capacity in June, the governor said.
        - There were 1,420 inmates in June in the Darvane prison, which was built for 650.

    Flagged:
        - Turnout in Darvane was 63.8 per cent, the council said.
        - In Darvane 97,400 of the 142,600 people entitled to vote cast a ballot, the council said.

    Not flagged:
        - Inspectors in Darvane said that 26 per cent of the lifts tested in June were unsafe.
        - Inspectors in Darvane found cracked cables in 31 of 120 lifts tested in June.

    Not flagged:
        - Of the schools in Darvane, 30 of 40 (75%) have no library.
        - Half of the 58 pilots, or 29, voted to strike.
        - Most of the 64 lifeboats, or 45, leaked.
        - The founders will hold 58 per cent of the shares, and the remaining 42 per cent go to staff.
    """
    if group.kind != "article":
        yield from elsewhere(group)
        return
    yield from _of_wholes(group)
    yield from _remaining(group)


def _of_wholes(group: Group) -> Iterator[Conflict]:
    seen: set[int] = set()
    for passage in passages(group.claims):
        for match in matches("share", passage):
            reason = None if id(match["part"].claim) in seen else _misfit(match)
            if reason:
                seen.add(id(match["part"].claim))
                yield _conflict(match, reason)


def _conflict(match: Match, reason: str) -> Conflict:
    part, whole, stated = match["part"], match["whole"], match.figures.get("share")
    if stated is None:
        message = f"{said(part.claim)} is no majority of {said(whole.claim)}"
        return Conflict(message, ((part.claim, "a"), (whole.claim, "b")), (reason,), 0.85)
    claims = ((stated.claim, "a"), (part.claim, "b"), (whole.claim, "b"))
    return Conflict(
        f"{said(part.claim)} of {said(whole.claim)} is not {said(stated.claim)}", claims, (reason,), 0.9
    )


def _misfit(match: Match) -> str | None:
    """The sum that shows why a share is not that of the part, or None where it can be."""
    part, whole = match["part"], match["whole"]
    mine, all_of_it = band(part), band(whole)
    comparable = part.quantity.dimension == whole.quantity.dimension
    if not comparable or not mine.usable or not all_of_it.usable or all_of_it.low < LEAST_WHOLE:
        return None
    if mine.low < 0 or not same_kind(part, whole) or _of_another(match):
        return None
    ratio = mine.over(all_of_it)
    if "share" in match.figures:
        stated = share(match["share"])
    else:
        stated = Band(Decimal(match.phrase.options["least"]), Decimal(1))
    if ratio.low > 1 or not ratio.apart(stated):
        return None  # a part above its whole is A301's
    exact = Band(*(EXACT.multiply(end, HUNDRED) for end in (ratio.low, ratio.high)))
    return f"{shown(part)} of {shown(whole)} is {told(exact)} per cent"


def _of_another(match: Match) -> bool:
    """Whether the words go on to say of what the share is: "12 per cent of all buildings"."""
    return match.behind[:1] == ("of",) and not {"total", "them", "those"} & set(match.behind[1:3])


@frozen(slots=True, eq=False)
class _Share:
    claim: Claim
    value: Quantity


def _remaining(group: Group) -> Iterator[Conflict]:
    """Two shares of one sentence, the second said to be the rest."""
    for _, members in groupby(group.claims, key=lambda c: c.sentence):
        found = _percentages(list(members))
        if len(found) != 2 or not words("rest") & set(found[1].claim.before[:2]):
            continue
        left, right = found
        a, b = left.value.point, right.value.point
        if a is None or b is None:
            continue
        total = EXACT.add(a, b)
        if abs(total - HUNDRED) > left.value.slack + right.value.slack:
            yield Conflict(
                f"{said(left.claim)} and the remaining {said(right.claim)} are not the whole",
                ((right.claim, "a"), (left.claim, "b")),
                (f"{plain(a)} and {plain(b)} are {plain(total)} per cent",),
                0.85,
            )


def _percentages(claims: Sequence[Claim]) -> list[_Share]:
    values = [(c, c.mention.value) for c in claims]
    return [_Share(c, v) for c, v in values if isinstance(v, Quantity) and v.unit == "percent"]
