"""Family N: numbers that cannot both be true."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from crosscheck.lexicon.naming import fold, known_given, same_given, slip
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.amounts import FLAG_BITS, clashes, digit_slip, weighed
from crosscheck.rules.common import confidence, said, shorten, sides
from crosscheck.rules.moving import fallen
from crosscheck.rules.parts import part_conflict
from crosscheck.rules.ranks import rank_conflict
from crosscheck.rules.record.dates import wrong_figure
from crosscheck.rules.repeated import told_again
from crosscheck.rules.scopes import moved_on, other_frame, other_person, other_season
from crosscheck.rules.tallies import tally_conflict
from crosscheck.values import Age, Quantity

LENGTH_BITS = 0.1  # match weight from which lengths of time are flagged: a story tells many
GAP = frozenset("margin behind ahead clear adrift lead leads led deficit slower faster quicker".split())
APART = Decimal("1.5")  # times that one age of a person is hardly ever mistaken for the other
DYING = frozenset("died dies dead killed drowned shot murdered collapsed vanished disappeared".split())


def _conflict(group: Group, link: Link, message: str, *hints: str) -> Conflict:
    return Conflict(
        message=message,
        claims=shorten(sides(group.claims)),
        reasons=(*link.reasons, *hints),
        confidence=confidence(link.weight),
    )


def _told(group: Group, nature: str, what: str) -> Iterator[Conflict | Refusal]:
    """The heaviest clash of a nature as a conflict, or why it is not spoken of."""
    for link in weighed(group, nature, FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        else:
            yield _conflict(group, link, f"{said(link.left)} and {said(link.right)} {what}")


def count_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give amounts that cannot both be true.

    After conversion to one unit, and after allowing for rounding ("1.2" covers
    1.15 to 1.25) and hedges ("about"), the two ranges do not overlap. A reason says so where
    two neighbouring digits have changed places (163, 136), or one is doubled, added or lost.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $54 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost about $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $44.8 million to repair.

    Within one article a sentence that is told twice must give one figure.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair. Caption: The
          council said the harbour bridge in Norwick would cost $54 million to repair.

    Two figures that stand side by side in both articles may have changed places.

    Flagged:
        - Norwick council counted 61 flooded cellars and 24 felled trees along the harbour.
        - The storm felled 61 trees and flooded 24 cellars in Norwick, its council said.

    Not flagged:
        - Norwick council counted 61 flooded cellars and 24 felled trees along the harbour.
        - The storm felled 24 trees and flooded 61 cellars in Norwick, its council said.

    The two counts of a vote or a score are compared as a pair, where each article tells one such
    vote or match and the words name no other body, stage or part of it.

    Flagged:
        - Norwick council approved the harbour bridge by 7-2 on Wednesday.
        - By six votes to three Norwick council approved the harbour bridge on Wednesday.

    Not flagged:
        - Norwick council approved the harbour bridge by 7-2 on Wednesday.
        - A committee of Norwick council approved the harbour bridge by 5-3.

    Parts of one whole are compared too, where the articles say the same of them.

    Flagged:
        - Engineers in Norwick said that 19 of the 27 harbour bridges had been painted.
        - Of the 27 harbour bridges in Norwick, 21 have been painted, the engineers said.

    Not flagged:
        - Engineers in Norwick said that 19 of the 27 harbour bridges had been painted.
        - Of the 27 harbour bridges in Norwick, eight have not been painted, the engineers said.
    """
    if group.fact is not None:
        yield from wrong_figure(group)
        return
    if group.kind == "tally":
        yield from tally_conflict(group)
        return
    if group.kind == "part":
        yield from part_conflict(group)
        return
    if group.kind == "figures":
        yield _exchanged(group)
        return
    if group.kind == "article":
        yield from told_again(_amounts(group, "count"), "cannot both be true of one fact")
        return
    for link in weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        elif fallen(link):
            return  # of N203
        elif not (_exact(link.left.mention.value) or _exact(link.right.mention.value)):
            yield Refusal("approximate", (link.left, link.right))
        else:
            about = link.left.subject or "fact"
            hint = digit_slip(link.left.mention.value, link.right.mention.value)
            what = f"{said(link.left)} and {said(link.right)} cannot both be true of one {about}"
            yield _conflict(group, link, what, *([hint] if hint else []))


def _exchanged(group: Group) -> Conflict:
    one, two = group.links
    here = {id(one.left), id(two.left)}
    return Conflict(
        message=f"{said(one.left)} and {said(two.left)} have changed places between two articles",
        claims=tuple((claim, "a" if id(claim) in here else "b") for claim in group.claims),
        reasons=("the same two figures side by side", "the words of each stand with the other"),
        confidence=confidence(one.weight),
    )


def _amounts(group: Group, nature: str) -> list[Link]:
    """The clashes of a nature among the amounts of an article."""
    return [link for link in clashes(group, nature) if isinstance(link.left.mention.value, Quantity)]


def outside_band(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give approximate amounts whose bands do not meet.

    Where either figure is exact, N201 speaks.

    Flagged:
        - The council said the harbour bridge in Norwick would cost about $45 million to repair.
        - The council said the harbour bridge in Norwick would cost about $80 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost about $45 million to repair.
        - The council said the harbour bridge in Norwick would cost nearly $48 million to repair.
    """
    for link in weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal) or fallen(link):
            continue  # the rules on counts and on falling ones speak
        if not (_exact(link.left.mention.value) or _exact(link.right.mention.value)):
            yield _conflict(group, link, f"the bands of {said(link.left)} and {said(link.right)} do not meet")


def magnitude_slip(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one figure with a different number of zeros.

    Ten, a thousand or a million times as much is a slip, a hundred times among lakhs and crores.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost $45 billion to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost 45m dollars to repair.
    """
    if group.kind == "article":
        yield from told_again(_amounts(group, "magnitude"), "differ in their zeros only")
        return
    yield from _told(group, "magnitude", "differ in their zeros only")


def unit_slip(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one figure in different units.

    Flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost £45 million to repair.

    Not flagged:
        - The council said the harbour bridge in Norwick would cost $45 million to repair.
        - The council said the harbour bridge in Norwick would cost £36 million to repair.
    """
    yield from _told(group, "unit", "give one figure in two units")


def ordinal_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one thing a different place in an order.

    Flagged:
        - Tessa Marlowe won her third Norwick marathon title on Sunday in pouring rain.
        - Tessa Marlowe won her fourth Norwick marathon title on Sunday in pouring rain.

    Not flagged:
        - Tessa Marlowe won her third Norwick marathon title on Sunday in pouring rain.
        - Tessa Marlowe won her third Norwick marathon title in all on Sunday.

    Neither is a place that is counted from elsewhere.

    Not flagged:
        - Tessa Marlowe won her third Norwick marathon title on Sunday in pouring rain.
        - Tessa Marlowe won her second Norwick marathon title in a row on Sunday in pouring rain.

    The words beside a place tell what order it is in, and whose place it is: a seed, a finish, the
    edition of a fair, the count of what has happened since a year.

    Flagged:
        - Norwick saw a new champion on Sunday. Tessa Marlowe, who was seeded fourth, won in two sets.
        - Nobody in Norwick had reckoned with eighth seed Tessa Marlowe, who won the final on Sunday.

    Not flagged:
        - Norwick saw a new champion on Sunday. Tessa Marlowe, who was seeded fourth, won in two sets.
        - Tessa Marlowe of Norwick beat the eighth seed on Sunday to reach the final in two sets.
    """
    if group.kind == "rank":
        yield from rank_conflict(group)
        return
    for link in weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        elif other_frame(link.left, link.right):
            yield Refusal("different-scope", (link.left, link.right))
        elif moved_on(link.left, link.right):
            yield Refusal("different-as-of", (link.left, link.right))
        else:
            yield _conflict(group, link, f"{said(link.left)} and {said(link.right)} cannot both be true")


def length_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """The part of D106 that compares two articles: one thing has two lengths of time."""
    for link in weighed(group, "count", LENGTH_BITS):
        if isinstance(link, Refusal):
            yield link
        elif (
            other_season(link.left, link.right)
            or other_person(link.left, link.right)
            or _gap(link.left) != _gap(link.right)
        ):
            yield Refusal("different-scope", (link.left, link.right))
        else:
            yield _conflict(
                group, link, f"{said(link.left)} and {said(link.right)} are two lengths of one thing"
            )


def _gap(claim: Claim) -> str:
    """Whether a length is what one was ahead by ("margin"), or what was taken off a record; else neither."""
    ahead = not GAP.isdisjoint((*claim.before[:3], *claim.after[:2]))
    return "record" if claim.after[:1] == ("off",) else "margin" if ahead else ""


def age_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """The part of A305 that compares two ages: the time between the articles does not explain them."""
    for link in weighed(group, "count", FLAG_BITS):
        if isinstance(link, Refusal):
            yield link
        elif _relatives(link) or _two_people(link):
            yield Refusal("different-scope", (link.left, link.right))
        elif _grown(link) or _former(link.left) != _former(link.right):
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
    if _one_more(one, two) or _one_more(two, one):
        return False
    shared = one[-1] == two[-1] and len(one) > 1 and len(two) > 1
    return shared and not same_given(fold(one[0]), fold(two[0])) and slip(fold(one[0]), fold(two[0])) is None


def _one_more(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name has one word more before it that is no given name: "Heiress Ana Roe"."""
    return len(short) > 1 and [*short] == [*long[1:]] and not known_given(fold(long[0]))


def _two_people(link: Link) -> bool:
    """Whether two ages lie so far apart that they are of two people, where nobody is named."""
    a, b = link.left.mention.value, link.right.mention.value
    if link.repeated or not isinstance(a, Age) or not isinstance(b, Age) or (a.person and b.person):
        return False
    return max(a.low, b.low) > APART * min(a.high, b.high)


def _former(claim: Claim) -> bool:
    """Whether an age is that of former days: "was 27 when she won", "when he was 9", "was 26 in 1971"."""
    before, after = claim.before[:3], claim.after[:8]
    if "when" in before or "then" in before:
        return True
    if after[:1] == ("when",):
        return DYING.isdisjoint(after)
    return after[:1] == ("in",) and len(after) > 1 and after[1].isdecimal() and len(after[1]) == 4


def _grown(link: Link) -> bool:
    """Whether the days between the articles, or one birthday where a day is unknown, explain two ages."""
    a, b = link.left.mention.value, link.right.mention.value
    if not isinstance(a, Age) or not isinstance(b, Age):
        return False
    least, most = b.low - a.high, b.high - a.low  # years by which the one is older
    one, two = link.left.as_of.day, link.right.as_of.day
    if one is None or two is None:
        return least <= 1 and most >= -1
    years = Decimal((two - one).days) / Decimal("365.25")
    return least < years + 1 and most > years - 1 and abs(years) > Decimal("0.01")


def _exact(value: object) -> bool:
    return isinstance(value, Quantity) and value.exact


RULES = (
    Rule(
        "N201",
        "count-conflict",
        count_conflict,
        Severity.WARNING,
        since="0.1",
        scope="XWS",
        takes=("quantity", "record/figure", "tally", "part", "figures", "article"),
    ),
    Rule("N202", "outside-band", outside_band, Severity.INFO, since="0.1", takes=("quantity",)),
    Rule("N204", "magnitude-slip", magnitude_slip, Severity.ERROR, "0.1", "XW", ("quantity", "article")),
    Rule("N205", "unit-slip", unit_slip, Severity.ERROR, since="0.1", takes=("quantity",)),
    Rule(
        "N208", "ordinal-conflict", ordinal_conflict, Severity.WARNING, since="0.1", takes=("ordinal", "rank")
    ),
)
