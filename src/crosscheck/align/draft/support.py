"""Whether one stated value bears out another: what the source says implies what the draft says.

A source that is vaguer than the draft ("in July" for "on July 10", "about 20" for 22) does not
bear it out, though nothing contradicts it. A name is borne out by the same spelling, not by
the resemblance by which two spellings are held to be one person's.
"""

from decimal import Decimal

from crosscheck.lexicon.naming import fold, same_given, slip, surname
from crosscheck.model import Claim
from crosscheck.values import (
    Age,
    Duration,
    Instant,
    Moment,
    Name,
    Ordinal,
    Place,
    Quantity,
    Quotation,
    Relation,
)
from crosscheck.values.relations import EXACT

Ends = tuple[Decimal | None, Decimal | None]


def bears_out(source: Claim, draft: Claim) -> bool:
    """Whether a source's value implies the draft's."""
    match draft.mention.value, source.mention.value:
        case Quantity() as mine, Quantity() as other:
            return _amount(mine, other)
        case Moment() as mine, Moment() as other:
            return _day(mine, other)
        case Duration() as mine, Duration() as other:
            return mine.stated == other.stated or _within(
                (other.low_days, other.high_days), mine.bounds()[:2]
            )
        case Age() as mine, Age() as other:
            return mine.low <= other.low and other.high <= mine.high and _one_person(mine, other)
        case Ordinal() as mine, Ordinal() as other:
            return mine.rank == other.rank
        case Instant() as mine, Instant() as other:
            return _clock(mine, other)
        case Place() as mine, Place() as other:
            return mine.relation(other) is Relation.EQUAL
        case Name() as mine, Name() as other:
            return mine.kind == other.kind and _spelt_alike(mine, other)
        case Quotation() as mine, Quotation() as other:
            return letters(mine.words) in letters(other.words)
    return False


def letters(text: str) -> str:
    """The letters and digits of a text alone, lower case."""
    return "".join(c for c in text.lower() if c.isalnum())


def _amount(mine: Quantity, other: Quantity) -> bool:
    if mine.dimension != other.dimension:
        return False
    if mine.stated is not None and (mine.stated, mine.unit) == (other.stated, other.unit):
        return True
    if mine.relation(other) in (Relation.DISJOINT, Relation.INCOMPARABLE):
        return False
    if None in (mine.low, mine.high) and None in (other.low, other.high):
        return False  # "at least 22" is more than "at least 16" says
    said = tuple(
        None if end is None else EXACT.fma(end, other.factor, other.offset) for end in (other.low, other.high)
    )
    return _within((said[0], said[1]), mine.bounds()[:2])


def _within(inner: Ends, outer: Ends) -> bool:
    """Whether an interval lies within another; None is an open end."""
    low = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    return low and (outer[1] is None or (inner[1] is not None and inner[1] <= outer[1]))


def _day(mine: Moment, other: Moment) -> bool:
    if mine.relation(other) is Relation.DISJOINT:
        return False
    yearless = not mine.stated[:4].isdigit() and not other.stated[:4].isdigit()
    if mine.stated == other.stated and (yearless or mine.single is not None):
        return not mine.relative or _one_day(mine, other) is not False
    return _one_day(mine, other) is True


def _one_day(mine: Moment, other: Moment) -> bool | None:
    """Whether the other's likeliest days lie within mine; None where either is unknown."""
    days = (mine.earliest, mine.latest, other.earliest, other.latest)
    if days[0] is None or days[1] is None or days[2] is None or days[3] is None:
        return None
    if mine.span or other.span:  # a whole period is another than one that it holds
        return days[:2] == days[2:]
    return days[0] <= days[2] and days[3] <= days[1]


def _clock(mine: Instant, other: Instant) -> bool:
    if mine.bounds() is not None and other.bounds() is not None:
        return mine.relation(other) in (Relation.EQUAL, Relation.COMPATIBLE)
    zones = {mine.offset_minutes, other.offset_minutes} - {None}
    return (mine.earliest[-5:], mine.latest[-5:]) == (other.earliest[-5:], other.latest[-5:]) and len(
        zones
    ) < 2


def _one_person(mine: Age, other: Age) -> bool:
    if not mine.person or not other.person:
        return True
    return fold(mine.person.split()[-1]) == fold(other.person.split()[-1])


def _spelt_alike(mine: Name, other: Name) -> bool:
    if mine.kind != "person":
        return True
    if surname(mine.family or mine.name) != surname(other.family or other.name):
        return False
    if not mine.given or not other.given or mine.linked or other.linked:
        return True
    one, two = fold(mine.given[0]), fold(other.given[0])
    return same_given(one, two) and (one == two or slip(one, two) is None)
