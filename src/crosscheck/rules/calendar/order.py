"""D107: what ends before it begins."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from crosscheck.model import Claim, Conflict, Group, Refusal
from crosscheck.reading import Figure, matches, passages
from crosscheck.rules.common import said
from crosscheck.values import Moment

BEFORE_OUR_ERA: Final = frozenset("bc bce b.c. b.c.e. b".split())
WORDS: Final = frozenset("down compared against versus back".split())


def order_violation(group: Group) -> Iterator[Conflict | Refusal]:
    """Something ends before it begins, or dies before it is born.

    Looked at where one phrase names both ends. Without a year, only two days of one month
    count: from November to February is a winter.

    Flagged:
        - Ada Quill (1949-1938) kept the light at Cape Orrin.
        - The book fair in Penmoor runs from June 10 to June 3.
        - The trial began on May 10, 2019, and ended on May 3, 2019, in Calder.

    Not flagged:
        - Ada Quill (1938-2019) kept the light at Cape Orrin.
        - The whaling season runs from November 10 to February 3.
        - The trial began on May 10, 2019, and ended on June 3, 2019, in Calder.
    """
    for claim in group.claims:
        if _backward(claim):
            yield Conflict(
                f"{said(claim)} ends before it begins",
                ((claim, "a"),),
                ("the first of the two is later than the second",),
                0.88,
            )
    for passage in passages(group.claims):
        for match in matches("order", passage):
            start, end = match["start"], match["end"]
            if _single(end) is not None and _later(start, end):
                yield Conflict(
                    f"{said(end.claim)} is given for the end, {said(start.claim)} for the beginning",
                    ((end.claim, "a"), (start.claim, "b")),
                    (f"{_single(start)} is later than {_single(end)}",),
                    0.88,
                )


def _backward(claim: Claim) -> bool:
    """Whether a range runs backward: years, or days of one month."""
    value = claim.mention.value
    if not isinstance(value, Moment) or "/" not in value.stated or value.hedge is not None:
        return False
    near = {*claim.after[:2], *claim.before[:2]}
    if near & (BEFORE_OUR_ERA | WORDS):
        return False
    first, _, second = value.stated.partition("/")
    if len(first) != len(second) or first[:4].isdecimal() != second[:4].isdecimal():
        return False
    if first[:4].isdecimal():
        return first.replace("-", "").isdecimal() and second.replace("-", "").isdecimal() and first > second
    return (
        first[:8] == second[:8]
        and first[8:].isdecimal()
        and second[8:].isdecimal()
        and first[8:] > second[8:]
    )


def _single(figure: Figure) -> date | None:
    value = figure.claim.mention.value
    return value.single if isinstance(value, Moment) else None


def _later(start: Figure, end: Figure) -> bool:
    a, b = _single(start), _single(end)
    return a is not None and b is not None and a > b
