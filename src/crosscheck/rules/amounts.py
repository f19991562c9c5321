"""Clashes of amounts: what is wrong between two, and whether the days they are of explain it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from crosscheck.lexicon import table
from crosscheck.lexicon.words import changing, in_lakhs, of_a_whole
from crosscheck.model import Claim, Group, Link, Refusal
from crosscheck.rules.common import related, torn
from crosscheck.rules.rivals import rivals
from crosscheck.rules.scopes import (
    other_change,
    other_event,
    other_land,
    other_measure,
    other_moment,
    other_period,
    other_polarity,
    other_rate,
    other_reach,
    share_and_points,
    the_change,
    twins,
)
from crosscheck.values import Quantity, Relation, plain
from crosscheck.values.relations import EXACT

TOLD_TWICE = 2.0  # match weight of sentences so alike that they tell of one moment
TOLD_ALIKE = 0.8  # the same where nothing says that the days differ
FLAG_BITS = -0.1  # match weight from which a clash is flagged; lighter ones are declined
NOT_MET = ({"planned", "asserted"}, {"hypothetical", "asserted"})  # plans, and what is so
UNITS_APART = 62  # an hour is 60 minutes; units further apart are not mistaken for each other
PLANS = frozenset(table("modality")["coming"]["words"])
MOST_TRIED = 40  # clashes of one group of which each may have an explanation of its own
LONGEST = 30  # digits of a figure that are looked at for a slip
SCOPES = (
    other_measure,
    other_moment,
    other_period,
    other_rate,
    other_change,
    other_event,
    other_reach,
    other_land,
    other_polarity,
    share_and_points,
    the_change,
    twins,
)
MAGNITUDES = (Decimal(10), Decimal(1000), Decimal(1_000_000))
MAGNITUDES_INDIAN = (*MAGNITUDES, Decimal(100))


def clashes(group: Group, nature: str) -> list[Link]:
    """The clashing links of one nature (count, magnitude, unit), heaviest first."""
    return sorted((x for x in group.links if nature_of(x) == nature), key=lambda link: -link.weight)


def nature_of(link: Link) -> str | None:
    """What is wrong between two amounts: the count, its magnitude or its unit; None where nothing is."""
    found = related(link.left, link.right)
    a, b = link.left.mention.value, link.right.mention.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return "count" if found is Relation.DISJOINT else None
    if a.unit != b.unit and a.stated == b.stated and found is not Relation.EQUAL:
        if a.dimension == b.dimension != "data" and _far_apart(a, b):
            return None  # 12 miles and 12 metres
        return "unit" if a.unit and b.unit and found is not Relation.COMPATIBLE else None
    if found is not Relation.DISJOINT:
        return None
    indian = in_lakhs(link.left.mention.text, link.right.mention.text)
    return "magnitude" if other_magnitude(a, b, indian=indian) else "count"


def _far_apart(a: Quantity, b: Quantity) -> bool:
    return max(EXACT.divide(a.factor, b.factor), EXACT.divide(b.factor, a.factor)) > UNITS_APART


def other_magnitude(a: Quantity, b: Quantity, *, indian: bool = False) -> bool:
    """The same digits, a power of ten apart, with more than one digit that counts or a scale word.

    A hundred times is a slip only where lakhs and crores are counted (`indian`).
    """
    if a.unit != b.unit or not a.figure or not b.figure:
        return False
    low, high = sorted((a.figure, b.figure))
    return low >= 10 and EXACT.divide(high, low) in (MAGNITUDES_INDIAN if indian else MAGNITUDES)


def weighed(group: Group, nature: str, least: float, *, still: bool = True) -> Iterator[Link | Refusal]:
    """The heaviest clash of a nature that is no clash of two estimates, or why it is not spoken of.

    Where `still`, that the count may have moved between the two days is a reason.
    """
    found = clashes(group, nature)
    if not found:
        return
    heavy = [x for x in found if x.weight >= least]
    if not heavy:
        yield Refusal("thin-evidence", (found[0].left, found[0].right))
        return
    first = next(filter(_exact, heavy), heavy[0])
    reason = _explained(group, first, nature, still=still)
    if reason is not None:  # what explains one clash of a group need not explain another
        others = islice((x for x in heavy if x is not first and _exact(x)), MOST_TRIED)
        spoken = next((x for x in others if _explained(group, x, nature, still=still) is None), None)
        first, reason = (first, reason) if spoken is None else (spoken, None)
    yield first if reason is None else Refusal(reason, (first.left, first.right))


def _explained(group: Group, link: Link, nature: str, *, still: bool) -> str | None:
    """Why two amounts can both be true, None where nothing explains them."""
    both = torn(group, link)
    if rivals(link, both=both):
        return "different-speaker"
    if both or any(differ(link.left, link.right) for differ in SCOPES) or _of_twins(group, link):
        return "different-scope"
    if nature == "unit" and (_converted(link.left) or _converted(link.right)):
        return "different-scope"
    if nature != "unit" and {_meant(link.left), _meant(link.right)} in NOT_MET and not _same_news(link):
        return "plan-against-outcome"
    return moved(link) if still else None


def _of_twins(group: Group, link: Link) -> bool:
    """Whether an article of the group says of one of two figures that it is the other's twin: net, gross."""
    ends = ((link.left, link.right), (link.right, link.left))
    return any(
        twins(claim, other)
        for end, other in ends
        for claim in group.claims
        if claim is not end and related(claim, end) is Relation.EQUAL
    )


def _converted(claim: Claim) -> bool:
    """Whether a figure stands in brackets as another one in its unit: "24 kilometres ([15 miles])"."""
    return claim.before[:1] == ("(",) and claim.after[:1] == (")",)


def _same_news(link: Link) -> bool:
    """Whether two articles of one day tell of one plan, though the one has its figure in a clause of its own.

    As in "expects a harvest of 800 tonnes" and "at 900 tonnes, the harvest that it will bring in".
    """
    one, two = link.left.as_of.day, link.right.as_of.day
    if one is None or two is None or abs((one - two).days) > 1:
        return False
    if {link.left.modality, link.right.modality} != {"planned", "asserted"}:
        return False
    words = [set(c.wording.lower) if c.wording is not None else set() for c in (link.left, link.right)]
    return not any(PLANS.isdisjoint(some) for some in words)


def _meant(claim: Claim) -> str:
    """How a figure is meant: that of a known whole is no plan, whatever is planned for it.

    As in "Norwick's 14 schools will close early".
    """
    return "asserted" if of_a_whole(claim.before[:1]) else claim.modality


def _exact(link: Link) -> bool:
    """Whether one of two values at least is no mere estimate."""
    values = (link.left.mention.value, link.right.mention.value)
    return any(not isinstance(value, Quantity) or value.exact for value in values)


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


def digit_slip(a: object, b: object) -> str | None:
    """How a slip of the finger turns one amount into the other, in words, or None.

    A hint for whoever looks at a clash that other evidence has made: never evidence itself.

    >>> def amount(figure): return Quantity(Decimal(figure), Decimal(figure))
    >>> digit_slip(amount(163), amount(136))
    'two neighbouring digits changed places'
    >>> digit_slip(amount(1155), amount(155))
    'a digit is doubled or lost'
    >>> digit_slip(amount(1409), amount(149))
    'a digit is added or lost'
    >>> digit_slip(amount(32), amount(33))
    """
    if not isinstance(a, Quantity) or not isinstance(b, Quantity) or a.point is None or b.point is None:
        return None
    one, two = sorted((plain(a.point) or "", plain(b.point) or ""), key=len)
    if len(two) > LONGEST or "E" in two:
        return None
    if len(one) == len(two):
        unlike = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
        turned = len(unlike) == 2 and unlike[1] - unlike[0] == 1
        swapped = turned and [one[i] for i in unlike] == [two[i] for i in reversed(unlike)]
        return "two neighbouring digits changed places" if swapped else None
    if len(two) - len(one) != 1 or len(two) < 3:
        return None
    at = next((i for i, (x, y) in enumerate(zip(one, two, strict=False)) if x != y), len(one))
    if two[:at] + two[at + 1 :] != one:
        return None
    return f"a digit is {'doubled' if at and two[at] == two[at - 1] else 'added'} or lost"
