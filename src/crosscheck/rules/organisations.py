"""Family E, organisations: one body under two names."""

from collections.abc import Iterator

from crosscheck.lexicon.naming import fold, plural
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides
from crosscheck.values import Relation

FLAG_BITS = 0.5
STYLES = frozenset("the of and for a us u s".split())


def organisation_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one organisation names that differ in a word, or an acronym is out of order.

    The other words of the name are the same and no article has both names; the odd word is a
    proper name, or the name's head ("Union", "Federation"). An acronym in
    brackets with two letters the other way round is flagged where the right one is used too.

    Flagged:
        - The contract for the ferry ramp went to Harbourview Marine Group in March, the port of Norwick said.
        - The contract for the ferry ramp went to Harbourside Marine Group in March, the port of Norwick said.

    Flagged:
        - The Norwick Weavers' Union called off its strike at the Elder mill on Monday after two weeks.
        - The Norwick Weavers' Federation called off its strike at the Elder mill on Monday after two weeks.

    Flagged:
        - The National Transport Safety Board (NSTB) sent a team to Norwick. Its chairwoman said the
          brakes had failed.
        - The brakes of the Norwick tram had failed, the NTSB said. The National Transport Safety Board
          (NTSB) sent a team.

    Not flagged:
        - The contract for the ferry ramp went to Harbourview Marine Group in March, the port of Norwick said.
        - The contract for the ferry ramp went to Harbourview Marine in March, the port of Norwick said.
    """
    if group.kind == "acronym":
        yield _acronym(group)
        return
    clashes = [
        x for x in group.links if related(x.left, x.right) is Relation.DISJOINT and _differ(x.left, x.right)
    ]
    if not clashes:
        return
    link = max(clashes, key=lambda x: x.weight)
    if link.weight < FLAG_BITS:
        yield Refusal("thin-evidence", (link.left, link.right))
        return
    yield Conflict(
        message=f"{said(link.left)} and {said(link.right)} are given as the body of one statement",
        claims=shorten(sides(group.claims)),
        reasons=link.reasons,
        confidence=confidence(link.weight),
    )


def _acronym(group: Group) -> Conflict:
    wrong, right = group.subject
    return Conflict(
        message=f"the name is shortened to “{wrong}” here and to “{right}” elsewhere",
        claims=shorten([(group.claims[0], "b"), *((c, "a") for c in group.claims[1:])]),
        reasons=group.links[0].reasons,
        confidence=confidence(group.links[0].weight),
        suggestion=right,
    )


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two names as written differ in more than style: full stops, an article, a plural.

    Long names told apart by one plain word before their head ("North High School") are those of a series.
    """
    one, two = ([w for w in map(fold, c.mention.text.split()) if w not in STYLES] for c in (a, b))
    if len(one) != len(two):
        return True
    odd = [(x, y) for x, y in zip(one, two, strict=True) if x != y and not plural(x, y)]
    inside = len(odd) == 1 and odd[0] != (one[-1], two[-1])
    series = len(one) > 2 and inside and all(rarity(word) < UNKNOWN_BITS for word in odd[0])
    return bool(odd) and not series


RULES = (
    Rule(
        "E406",
        "organisation-conflict",
        organisation_conflict,
        Severity.WARNING,
        "0.1",
        takes=("organisation", "acronym"),
    ),
)
