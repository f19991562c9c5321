"""The part of D106 across articles: a length here, the beginning and the end of the same course there."""

from collections.abc import Iterator
from typing import Final

from crosscheck.model import Conflict, Group, Severity
from crosscheck.rules.common import said

RECKONED: Final = 0.85
LENGTHS: Final = 0.75


def of_one_course(group: Group) -> Iterator[Conflict]:
    """A length of time does not fit when its course began and ended, or another article's length of it."""
    length, *others = group.claims
    if group.kind == "course/length":
        yield Conflict(
            f"{said(length)} and {said(others[0])} are two lengths of one thing",
            ((length, "a"), (others[0], "b")),
            ("both articles tell how long it lasted, and of one such thing alone",),
            LENGTHS,
            severity=Severity.WARNING,
        )
        return
    start, end, *agree = others
    yield Conflict(
        f"{said(length)} is not the time from {said(start)} to {said(end)}",
        ((length, "a"), (start, "b"), (end, "b"), *((claim, "b") for claim in agree[:9])),
        (f"it began at {said(start)} and ended at {said(end)}",),
        RECKONED,
        severity=Severity.WARNING,
    )
