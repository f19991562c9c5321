"""A302: sums, differences, remainders and products that the words state with their parts."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import Final

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading import Figure, Match, Passage, matches, passages
from crosscheck.reading.bands import Band, band, point, shown, told
from crosscheck.reading.passages import STOPS
from crosscheck.reading.phrases import NEAR
from crosscheck.rules.arithmetic.breakdowns import accounts, breakdowns, listed, margins
from crosscheck.rules.arithmetic.parts import same_kind
from crosscheck.rules.common import said
from crosscheck.values import plain
from crosscheck.values.relations import EXACT

DAYS: Final = {"hour": Decimal(1) / 24, "day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"),
               "year": Decimal("365.25")}  # fmt: skip
CALENDAR: Final = Decimal("0.03")  # months and years are not all of one length


def sum_mismatch(group: Group) -> Iterator[Conflict | Refusal]:
    """Figures that are said to add up, to differ, to remain or to be multiplied do not.

    Every figure counts with its rounding: 1,200 and 340 may make 1,500. Lists that do not
    claim to be complete are left alone; one of labelled lines below its total is held to be
    where it makes nearly that.

    Flagged:
        - The fund gave 160 tents in May and a further 80 in June, bringing the total to 250.
        - Of the 48 ewes, 30 were sold and the other 12 stayed on the farm.
        - Of the 41 depots, 23 are in Norwick, 12 in Ulverby and the other eight abroad.
        - Her time of 2:31:10 took 50 seconds off the record of 2:31:40.
        - The city planted 40 limes in each of 12 parks, 520 in all.
        - Nine crew died: six sailors and two engineers.
        - The count gave Ines Farrow 4,812 votes and Jonas Reed 4,305. He fell short by 389 votes.

    Not flagged:
        - The fund gave 160 tents in May and a further 80 in June, bringing the total to 240.
        - Of the 48 ewes, 30 were sold and the other 18 stayed on the farm.
        - Of the 41 depots, 23 are in Norwick, 12 in Ulverby and the other six abroad.
        - Her time of 2:31:10 took 30 seconds off the record of 2:31:40.
        - The city planted 40 limes in each of 12 parks, 480 in all.
        - Nine crew died: six sailors and three engineers.
        - The count gave Ines Farrow 4,812 votes and Jonas Reed 4,305. He fell short by 507 votes.
    """
    seen: set[int] = set()
    for passage in chain(passages(group.claims, least=3), passages(group.claims, 2, least=3)):
        for match in matches("sum", passage):
            total = match["total"]
            reason = None if id(total.claim) in seen or _more(match, passage) else _misfit(match)
            if reason:
                seen.add(id(total.claim))
                yield _conflict(total.claim, [f.claim for f in _parts(match)], reason)
    told = (reader(group.claims) for reader in (breakdowns, accounts, margins, listed))
    for stated in chain.from_iterable(told):
        if id(stated.total) not in seen:
            seen.add(id(stated.total))
            yield _conflict(stated.total, stated.parts, stated.reason)


def _parts(match: Match) -> list[Figure]:
    return [match.figures[role] for role in sorted(match.figures) if role != "total"]


def _conflict(total: Claim, parts: Sequence[Claim], reason: str) -> Conflict:
    named = " and ".join(map(said, parts))
    sides: tuple[tuple[Claim, str | None], ...] = ((total, "a"), *((part, "b") for part in parts[:11]))
    return Conflict(f"{said(total)} does not follow from {named}", sides, (reason,), 0.88)


def _misfit(match: Match) -> str | None:
    """The sum that shows why the total is not what follows from the parts, or None where it is."""
    parts, total = _parts(match), match["total"]
    if match.phrase.options["op"] in ("sum", "rest") and _told(match.before):
        return None  # more parts before
    if not all(band(f).usable for f in (*parts, total)):
        return None
    found = OPERATIONS[match.phrase.options["op"]](parts, total)
    if found is None or not found[0].apart(band(total)):
        return None
    return f"{found[1]}, not {shown(total)}"


def _more(match: Match, passage: Passage) -> bool:
    """Whether a sentence of what remains goes on: "The other four will open in May, four more in June."."""
    if match.phrase.options["op"] != "rest" or not match.phrase.crosses:
        return False
    total, later = match["total"], (f for f in passage.figures if f.kind == match["total"].kind)
    return any(f.claim.mention.start > total.claim.mention.start for f in later)


def _told(near: Sequence[str]) -> bool:
    """Whether another count or amount stands in the sentence on one side of a phrase, nearest words first."""
    stop = next((i for i, word in enumerate(near) if word in STOPS), NEAR)
    return any(word[:2] in ("{n", "{m") for word in near[:stop])


Outcome = tuple[Band, str] | None


def _alike(figures: list[Figure]) -> bool:
    """Whether figures are of one dimension, so that they can be added."""
    kinds = {f.kind for f in figures}
    if kinds == {"d"}:
        return True
    dimensions = {f.quantity.dimension for f in figures} if "d" not in kinds else set()
    return len({None if d == "vote" else d for d in dimensions}) == 1


def _sum(parts: list[Figure], total: Figure) -> Outcome:
    if not _alike([*parts, total]):
        return None
    whole = point(0)
    for part in parts:
        whole += band(part)
    return whole, f"{' and '.join(map(shown, parts))} make {_outcome(whole, total)}"


def _difference(parts: list[Figure], total: Figure) -> Outcome:
    if not _alike([*parts, total]):
        return None
    a, b = parts
    gap = (band(a) - band(b)).magnitude()
    return gap, f"between {shown(a)} and {shown(b)} there are {_outcome(gap, total)}"


def _rest(parts: list[Figure], total: Figure) -> Outcome:
    """What parts leave of a whole; in a later sentence it has the noun of the whole or none."""
    whole, *taken = parts
    left = band(whole)
    for part in taken:
        left -= band(part)
    if not _alike([*parts, total]) or left.high < 0:
        return None
    if total.claim.sentence != whole.claim.sentence and not same_kind(total, whole):
        return None
    return left, f"{shown(whole)} less {' and '.join(map(shown, taken))} is {_outcome(left, total)}"


def _product(parts: list[Figure], total: Figure) -> Outcome:
    a, b = parts
    dimensions = {f.quantity.dimension for f in parts} - {None}
    if len(dimensions) > 1 or ({total.quantity.dimension} - {None}) != dimensions or band(a).low < 0:
        return None
    found = band(a) * band(b)
    return found, f"{shown(a)} times {shown(b)} is {_outcome(found, total)}"


def _rate(parts: list[Figure], total: Figure) -> Outcome:
    """An amount for each year, month, week, day or hour, over a length of time."""
    rate, length = parts
    money, _, unit = (rate.quantity.dimension or "").partition("/")
    if unit not in DAYS or money != total.quantity.dimension or band(rate).low < 0:
        return None
    units = band(length).over(point(DAYS[unit]))
    spread = EXACT.multiply(units.high, CALENDAR)
    found = band(rate) * Band(max(units.low - spread, Decimal(0)), units.high + spread)
    middle = told(Band(*(EXACT.divide(end, 1) for end in (units.low, units.high))), 1)
    return found, f"{shown(rate)} a {unit} for {middle} {unit}s is {told(found, 0)}"


def _outcome(found: Band, total: Figure) -> str:
    """An outcome in the unit of the total: seconds for a length of time below an hour or so."""
    if total.kind != "d":
        return told(found, 2)
    seconds = round(EXACT.multiply(found.low, Decimal(86400)))
    return (
        f"{plain(Decimal(seconds))} seconds" if seconds < 7200 else f"{plain(Decimal(seconds // 60))} minutes"
    )


OPERATIONS: Final[dict[str, Callable[[list[Figure], Figure], Outcome]]] = {
    "sum": _sum,
    "difference": _difference,
    "rest": _rest,
    "product": _product,
    "rate": _rate,
}
