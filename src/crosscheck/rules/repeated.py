"""Clashes within one article that tells a sentence twice: a caption, a teaser, a quotation."""

from collections.abc import Iterable, Iterator

from crosscheck.model import Conflict, Link
from crosscheck.rules.common import confidence, said


def told_again(links: Iterable[Link], what: str) -> Iterator[Conflict]:
    """A conflict for each of these links within an article; `what` ends its message."""
    for link in links:
        yield Conflict(
            message=f"{said(link.left)} and {said(link.right)} {what}",
            claims=((link.left, "a"), (link.right, "b")),
            reasons=link.reasons,
            confidence=confidence(link.weight),
        )
