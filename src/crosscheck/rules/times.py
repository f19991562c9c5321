"""D109: one event at two times of day."""

from collections.abc import Iterator
from typing import Final

from crosscheck.lexicon import wordset
from crosscheck.lexicon.senses import likeness
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.rules.common import confidence, related, said, shorten, sides, torn
from crosscheck.values import Instant, Relation

CLOCK_BITS: Final = 2.0  # match weight from which times clash; no weights are fitted for times
WIDEST: Final = 60  # minutes: "about 5 p.m." is half an hour either way, "in the evening" is no time
LEAST_GAP: Final = 15  # minutes: 7:12 is told as 7:10, and as a quarter past
ENDS: Final = wordset("time_cues", "ends")


def time_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """Two articles give one event at two times of day, a quarter of an hour or more apart.

    Times in zones that are known are compared in UTC; a time with a zone and one without are
    not compared, nor are parts of a day ("in the evening"), or times of two different days.

    Flagged:
        - The night ferry Halcyon struck the pier at Cape Orrin at 7:12 a.m., the harbour master said.
        - The night ferry Halcyon struck the pier at Cape Orrin at 8:12 a.m., the harbour master said.

    Not flagged:
        - The night ferry Halcyon struck the pier at Cape Orrin at 7:12 a.m., the harbour master said.
        - The night ferry Halcyon struck the pier at Cape Orrin at about 7:30 a.m., the harbour master said.

    Not flagged:
        - The night ferry Halcyon struck the pier at Cape Orrin at 7:12 a.m., the harbour master said.
        - The night ferry Halcyon struck the pier at Cape Orrin at 0612 GMT, the harbour master said.
    """
    for link in sorted(group.links, key=lambda x: -x.weight):
        a, b = link.left.mention.value, link.right.mention.value
        if not isinstance(a, Instant) or not isinstance(b, Instant):
            continue
        if related(link.left, link.right) is not Relation.DISJOINT:
            continue
        if reason := _declined(group, link, a, b):
            yield Refusal(reason, (link.left, link.right))
        else:
            yield Conflict(
                message=f"{said(link.left)} and {said(link.right)} are different times for one event",
                claims=shorten(sides(group.claims)),
                reasons=link.reasons,
                confidence=confidence(link.weight),
            )
        return


def _declined(group: Group, link: Link, a: Instant, b: Instant) -> str | None:
    """Why a clash of two times is not spoken of; None where it is."""
    left, right = link.left, link.right
    if link.weight < CLOCK_BITS:
        return "thin-evidence"
    if max(a.minutes, b.minutes) > WIDEST or (a.minutes_apart(b) or 0) < LEAST_GAP:
        return "approximate"
    if a.dated and b.dated and a.earliest[:10] != b.earliest[:10]:
        return "different-as-of"
    one, two = left.as_of.day, right.as_of.day
    if not (a.dated and b.dated) and one and two and abs((one - two).days) > 1:
        return "different-as-of"
    if left.modality != right.modality:
        return "plan-against-outcome"
    return "different-scope" if torn(group, link) or _of_two_acts(left, right) else None


def _of_two_acts(left: Claim, right: Claim) -> bool:
    """Whether the two times are not surely of one act, or one of them is where something begins or ends."""
    if left.tie != right.tie and not ENDS.isdisjoint((left.tie, right.tie)):
        return True
    one, two = left.predicate, right.predicate
    return one is None or two is None or likeness(one, two) == "other"


RULES = (
    Rule(
        "D109",
        "time-conflict",
        time_conflict,
        Severity.WARNING,
        since="0.1",
        takes=("time",),
    ),
)
