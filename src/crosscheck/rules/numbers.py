"""Family N: numbers that cannot both be true."""

from collections.abc import Iterator
from decimal import Decimal

from crosscheck.lexicon.naming import fold, same_given, slip
from crosscheck.lexicon.words import changing
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides, torn
from crosscheck.rules.record_dates import wrong_figure
from crosscheck.values import Age, Quantity, Relation

TOLD_TWICE = 2.0  # match weight of sentences so alike that they tell of one moment
TOLD_ALIKE = 0.0  # the same where nothing says that the days differ
FLAG_BITS = 0.25  # match weight from which a clash is flagged; lighter ones are declined


MAGNITUDES = (Decimal(10), Decimal(100), Decimal(1000), Decimal(1_000_000))


def _clashes(group: Group, nature: str) -> list[Link]:
    """The clashing links of one nature (count, magnitude, unit), heaviest first."""
    return sorted((x for x in group.links if _nature(x) == nature), key=lambda link: -link.weight)


def _nature(link: Link) -> str | None:
    """What is wrong between two amounts: the count, its magnitude or its unit; None where nothing is."""
    found = related(link.left, link.right)
    a, b = link.left.mention.value, link.right.mention.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return "count" if found is Relation.DISJOINT else None
    if a.unit != b.unit and a.stated == b.stated and found is not Relation.EQUAL:
        return "unit" if a.unit and b.unit and found is not Relation.COMPATIBLE else None
    if found is not Relation.DISJOINT:
        return None
    return "magnitude" if _other_magnitude(a, b) else "count"


def _other_magnitude(a: Quantity, b: Quantity) -> bool:
    """The same digits, a power of ten apart, with more than one digit that counts or a scale word."""
    if a.unit != b.unit or not a.point or not b.point:
        return False
    ratio = max(a.point, b.point) / min(a.point, b.point) if min(a.point, b.point) > 0 else Decimal(0)
    return ratio in MAGNITUDES and min(a.point, b.point) >= 10


def _weighed(group: Group, nature: str, least: float) -> Iterator[Link | Refusal]:
    """The heaviest clash of a nature, or why it is not spoken of."""
    clashes = _clashes(group, nature)
    if not clashes:
        return
    link = clashes[0]
    if link.weight < least:
        yield Refusal("thin-evidence", (link.left, link.right))
    elif torn(group, link):
        yield Refusal("different-scope", (link.left, link.right))
    elif {link.left.modality, link.right.modality} == {"planned", "asserted"}:
        yield Refusal("plan-against-outcome", (link.left, link.right))
    elif reason := moved(link):
        yield Refusal(reason, (link.left, link.right))
    else:
        yield link


def moved(link: Link) -> str | None:
    """Why two figures of a thing whose count moves need not be of one moment; None where they must be.

    Tolls, arrests and the like rise from day to day: two of them clash where both articles
    speak from one day (or the next), or where one sentence is told twice.
    """
    if link.weight >= TOLD_TWICE or not (moving(link.left) or moving(link.right)):
        return None
    one, two = link.left.as_of.day, link.right.as_of.day
    if one is None or two is None:
        return None if link.weight >= TOLD_ALIKE else "unknown-as-of"
    return None if abs((one - two).days) <= 1 else "different-as-of"


def moving(claim: Claim) -> bool:
    """Whether counts of what a claim counts, or of what is said of it, move while a story runs."""
    return not changing().isdisjoint((claim.subject, claim.predicate or ""))


def _conflict(group: Group, link: Link, message: str) -> Conflict:
    return Conflict(
        message=message,
        claims=shorten(sides(group.claims)),
        reasons=link.reasons,
        confidence=confidence(link.weight),
    )


def _told(group: Group, nature: str, what: str) -> Iterator[Conflict | Refusal]:
    """The heaviest clash of a nature as a conflict, or why it is not spoken of."""
    for link in _weighed(group, nature, FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        else:
            yield _conflict(group, link, f"{said(link.left)} and {said(link.right)} {what}")


def count_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give amounts that cannot both be true.

    After conversion to one unit, and after allowing for rounding ("1.2" covers
    1.15 to 1.25) and hedges ("about"), the two ranges do not overlap.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $54 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost about $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $44.8 million to repair.
    """
    if group.fact is not None:
        yield from wrong_figure(group)
        return
    for link in _weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        elif not (_exact(link.left.mention.value) or _exact(link.right.mention.value)):
            yield Refusal("approximate", (link.left, link.right))
        else:
            about = link.left.subject or "fact"
            yield _conflict(
                group, link, f"{said(link.left)} and {said(link.right)} cannot both be true of one {about}"
            )


def magnitude_slip(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one figure with a different number of zeros.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $45 billion to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost 45m dollars to repair.
    """
    for link in _weighed(group, "magnitude", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        else:
            yield _conflict(
                group, link, f"{said(link.left)} and {said(link.right)} differ in their zeros only"
            )


def unit_slip(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one figure in different units.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost £45 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost £36 million to repair.
    """
    for link in _weighed(group, "unit", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        else:
            yield _conflict(
                group, link, f"{said(link.left)} and {said(link.right)} give one figure in two units"
            )


def ordinal_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one thing a different place in an order.

    Flagged:
        - Tessa Marlowe won her third Norwick marathon title on Sunday in pouring rain.
        - Tessa Marlowe won her fourth Norwick marathon title on Sunday in pouring rain.

    Not flagged:
        - Tessa Marlowe won her third Norwick marathon title on Sunday in pouring rain.
        - Tessa Marlowe won her third Norwick marathon title in all on Sunday.
    """
    yield from _told(group, "count", "cannot both be true")


def length_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """The part of D106 that compares two articles: one thing has two lengths of time."""
    yield from _told(group, "count", "are two lengths of one thing")


def age_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """The part of A305 that compares two ages: the time between the articles does not explain them."""
    for link in _weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        elif _relatives(link):
            yield Refusal("different-scope", (link.left, link.right))
        elif _grown(link):
            yield Refusal("different-as-of", (link.left, link.right))
        else:
            yield _conflict(
                group, link, f"{said(link.left)} and {said(link.right)} are two ages of one person"
            )


def _relatives(link: Link) -> bool:
    """Whether two ages are those of people of one surname with other given names."""
    a, b = link.left.mention.value, link.right.mention.value
    if not isinstance(a, Age) or not isinstance(b, Age) or a.person is None or b.person is None:
        return False
    one, two = a.person.split(), b.person.split()
    shared = one[-1] == two[-1] and len(one) > 1 and len(two) > 1
    return shared and not same_given(fold(one[0]), fold(two[0])) and slip(fold(one[0]), fold(two[0])) is None


def _grown(link: Link) -> bool:
    """Whether the days between the articles, or one birthday where a day is unknown, explain two ages."""
    a, b = link.left.mention.value, link.right.mention.value
    if not isinstance(a, Age) or not isinstance(b, Age):
        return False
    older = b.low - a.low
    one, two = link.left.as_of.day, link.right.as_of.day
    if one is None or two is None:
        return abs(older) <= 1
    years = Decimal((two - one).days) / Decimal("365.25")
    return years - 1 < older < years + 1 and abs(years) > Decimal("0.01")


def _exact(value: object) -> bool:
    return isinstance(value, Quantity) and value.exact


RULES = (
    Rule(
        "N201",
        "count-conflict",
        count_conflict,
        Severity.WARNING,
        since="0.1",
        scope="XS",
        takes=("quantity", "record/figure"),
    ),
    Rule("N204", "magnitude-slip", magnitude_slip, Severity.ERROR, since="0.1", takes=("quantity",)),
    Rule("N205", "unit-slip", unit_slip, Severity.ERROR, since="0.1", takes=("quantity",)),
    Rule("N208", "ordinal-conflict", ordinal_conflict, Severity.WARNING, since="0.1", takes=("ordinal",)),
)
