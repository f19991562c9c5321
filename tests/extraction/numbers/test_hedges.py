"""Hedges and bounds: what they do to a figure, and what only looks like one."""

from decimal import Decimal

import pytest

from crosscheck.extraction.numbers.hedges import after, before, joined, opening
from crosscheck.extraction.tokens import Tokens


def left(text: str) -> str | None:
    """The kind of the hedge before the last token."""
    tokens = Tokens(text)
    hedge = before(tokens, len(tokens) - 1)
    return hedge.kind if hedge else None


def right(text: str) -> str | None:
    """The kind of the hedge behind the first token."""
    hedge = after(Tokens(text), 0)
    return hedge.kind if hedge else None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("about 5", "near"),
        ("an estimated 5", "near"),
        ("nearly 5", "under"),
        ("just over 5", "over"),
        ("more than 5", "min"),
        ("no fewer than 5", "min"),
        ("no more than 5", "max"),
        ("as many as 5", "max"),
        ("at least about 5", "min"),
        ("up to an estimated 5", "max"),
        ("than 5", None),
        ("the 5", None),
        ("talked about 5", None),
        ("asked about the 5", None),
        ("5", None),
    ],
)
def test_before(text, kind):
    assert left(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5 or more", "min"),
        ("5-plus seats", "min"),
        ("5+", "min"),
        ("5 or so", "near"),
        ("5-odd men", "over"),
        ("5 or fewer", "max"),
        ("5 + 6", None),
        ("5 plus a bonus", None),
        ("5 more men", None),
        ("5\nor more", None),
    ],
)
def test_after(text, kind):
    assert right(text) == kind


def test_bands():
    tokens = Tokens("about 100")
    hedge = before(tokens, 1)
    assert hedge is not None
    assert hedge.band(Decimal(100)) == (Decimal(95), Decimal(105))
    assert hedge.band(Decimal("0.2"), Decimal("0.05")) == (Decimal("0.15"), Decimal("0.25"))
    assert hedge.band(Decimal(-100)) == (Decimal(-105), Decimal(-95))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("5 to 6", "to"),
        ("5-6", "dash"),
        ("5–6", "dash"),
        ("5 – 6", "dash"),
        ("5 - 6", "spaced"),
        ("5- to 6", "to"),
        ("5 or 6", "or"),
        ("5, 6", None),
        ("5\nto 6", None),
    ],
)
def test_joined(text, form):
    tokens = Tokens(text)
    found = joined(tokens, 0, len(tokens) - 1)
    assert (found and found[1]) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [("between 5", "between"), ("from 5", "from"), ("rose sharply from 5", "change"), ("of 5", None)],
)
def test_opening(text, form):
    tokens = Tokens(text)
    found = opening(tokens, len(tokens) - 1)
    assert (found and found[1]) == form
