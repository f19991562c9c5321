"""Family P, places: one thing put into two."""

from collections.abc import Iterator

from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, settled, shorten
from crosscheck.rules.scopes import another
from crosscheck.values import Relation

PLACE_BITS = 4.0  # match weight of two places from which they are flagged
ONE_OF_SEVERAL = frozenset("earlier previous later other second third fourth".split())


def place_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles put one thing into two places.

    Looked at where the words around the two names are nearly the same and neither place can
    contain the other or be its suburb. Most telling is a place that is a stranger to the
    story: one article names it once, and no other does. Where somebody was born, and where one
    reading of the weather was taken, is looked at in any words.

    Flagged:
        - The injured skipper was flown to the university hospital in Lisbon with burns to his hands.
        - The injured skipper was flown to the university hospital in Madrid with burns to his hands.

    Not flagged:
        - The injured skipper was flown to the university hospital in Lisbon with burns to his hands.
        - The injured skipper lives in Madrid, where his brother runs the chandlery.
    """
    links = [x for x in group.links if not _of_two(x)]
    if not links:
        yield Refusal("different-scope", (group.links[0].left, group.links[0].right))
        return
    link = max(links, key=lambda x: x.weight)
    if link.weight < PLACE_BITS:
        yield Refusal("thin-evidence", (link.left, link.right))
        return
    pair = sorted((link.left, link.right), key=lambda c: c.where)
    yield Conflict(
        message=f"{said(pair[0])} and {said(pair[1])} are given as the place of one thing",
        claims=shorten(_sides(group, link)),
        reasons=link.reasons,
        confidence=confidence(link.weight - PLACE_BITS),
    )


def _of_two(link: Link) -> bool:
    """Whether the words before one of two places alone say that it is another thing's: "a second raid in"."""
    return another(link.left, link.right) or _counted(link.left) != _counted(link.right)


def _counted(claim: Claim) -> bool:
    return not ONE_OF_SEVERAL.isdisjoint(claim.before)


def _sides(group: Group, link: Link) -> list[tuple[Claim, str | None]]:
    """The clearest clash and the claims linked to it that name one of its two places."""
    out: list[tuple[Claim, str | None]] = []
    ends = (link.left, link.right)
    for claim in group.claims:
        side = next(
            (name for name, end in zip("ab", ends, strict=True) if related(claim, end) is Relation.EQUAL),
            None,
        )
        if side is not None:
            out.append((claim, side))
    return out


def bearing_conflict(group: Group) -> Iterator[Conflict]:
    """Two articles put one place on opposite sides.

    Both say where the place lies, by the compass or by the river, from the same other place, on
    a side of the same kind, or at the same distance. An article that knows both sides tells of two things.

    Flagged:
        - The ferry sank off Melvik, a fishing village on the east coast, shortly before dawn.
        - Melvik, a village of 300 on the west coast, lost nine of its men when the ferry sank.

    Flagged:
        - The ferry was towed to Melvik, 40 km north of Norwick, on Monday.
        - The ferry lies at Melvik, about 40 kilometres south of Norwick, with her bow open.

    Not flagged:
        - The ferry was towed to Melvik, 40 km north of Norwick, on Monday.
        - The ferry lies at Melvik, about 200 kilometres south of Ulverby, with her bow open.
    """
    for link in group.links:
        yield Conflict(
            message=f"{said(link.left)} and {said(link.right)} are told of one place",
            claims=shorten(
                [(c, "b" if related(c, link.right) is Relation.EQUAL else "a") for c in group.claims]
            ),
            reasons=link.reasons,
            confidence=settled("P602"),
        )


RULES = (
    Rule("P601", "place-conflict", place_conflict, Severity.WARNING, since="0.1", takes=("slot",)),
    Rule("P602", "bearing-conflict", bearing_conflict, Severity.WARNING, since="0.1", takes=("bearing",)),
)
