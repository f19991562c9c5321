"""A301: a part against the whole it is taken from."""

from collections.abc import Iterator, Sequence

from crosscheck.model import Conflict, Group, Refusal
from crosscheck.reading import Figure, Match, matches, passages, words
from crosscheck.reading.bands import band, shown
from crosscheck.rules.common import said


def part_exceeds_whole(group: Group) -> Iterator[Conflict | Refusal]:
    """A part is larger than the whole it is taken from.

    Looked at where the words relate the two: "40 of the 36", "of the 36 ..., 40", "36,
    including 40", "36 ..., 40 of them".

    Flagged:
        - Inspectors found cracks in 40 of the 36 pillars, the report said.
        - Of the 212 patients who were given the vaccine, 230 were still well in spring.

    Not flagged:
        - The chain employs 900 people in two towns, 40 of them at its dairy.
        - Inspectors found cracks in 36 of the 40 pillars, the report said.
        - Of the 12 rooms that the fire reached, nine were gutted; 4,100 visitors had left in time.
    """
    seen: set[int] = set()
    for passage in passages(group.claims):
        for match in matches("part", passage):
            part, whole = match["part"], match["whole"]
            if id(part.claim) not in seen and _exceeds(match) and not _of_another(match, passage.figures):
                seen.add(id(part.claim))
                yield Conflict(
                    f"{said(part.claim)} of {said(whole.claim)}: a part cannot exceed its whole",
                    ((part.claim, "a"), (whole.claim, "b")),
                    (f"{shown(part)} is more than {shown(whole)}",),
                    0.9,
                )


def _exceeds(match: Match) -> bool:
    part, whole = match["part"], match["whole"]
    value, limit = part.quantity, whole.quantity
    if (
        value.low is None
        or limit.high is None
        or limit.high <= 1
        or value.low != value.low.to_integral_value()
    ):
        return False
    if limit.low is None or match.before[:1] in (("every",), ("per",)):
        return False  # "fewer than 40" names no whole
    if match.phrase.options.get("same") and not same_kind(part, whole):
        return False
    return band(part).low > band(whole).high


def _of_another(match: Match, figures: Sequence[Figure]) -> bool:
    """Whether "of them" can mean a greater number told before: "900 people in two towns, 40 of them"."""
    part, whole = match["part"], match["whole"]
    before = part.claim.mention.start
    if whole.claim.mention.start > before:
        return False
    return any(
        f.kind == "n" and f is not whole and f.claim.mention.start < before and band(f).high >= band(part).low
        for f in figures
    )


def same_kind(part: Figure, whole: Figure) -> bool:
    """Whether a figure without a noun, or with one of the same kind, can be a part of another."""
    if not part.noun or part.noun == whole.noun:
        return True
    heads = [f.claim.mention.counted.head if f.claim.mention.counted else "" for f in (part, whole)]
    return all(head in words("people") for head in heads)
