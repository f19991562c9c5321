"""A small invented report with everything a report can hold."""

import pytest

from crosscheck.model import (
    ArticleInfo,
    ClaimRef,
    Declined,
    Evidence,
    Finding,
    Report,
    Severity,
    Tick,
)
from crosscheck.reports.view import Manual, Place, View

WIRE = (
    "Ferry sinks off Karsund\n\n"
    "The ferry Aud went down on October 7, 2022, and 31 people drowned. "
    "It had left Karsund for the outer islands an hour before, in a calm sea and with every seat taken, "
    "and nobody had thought of the wind that was to come up the fjord before it reached the light.\n"
)
PAPER = "A year of grief\n\nThe Aud sank on Oct. 7, 2023. Thirty-one people drowned.\n"
COLUMN = "Since Oct. 7 the quay has been silent.\n"


def claim(article: str, text: str, words: str, value: str, side: str | None) -> ClaimRef:
    start = text.index(words)
    return ClaimRef(article, start, start + len(words), words, value, side)


@pytest.fixture
def report() -> Report:
    finding = Finding(
        code="D101",
        name="year-conflict",
        severity=Severity.ERROR,
        confidence=0.97,
        message="October 7, 2022 and Oct. 7, 2023 are different years for one event",
        fingerprint="D101-0123456789abcdef",
        claims=(
            claim("wire", WIRE, "October 7, 2022", "2022-10-07", "a"),
            claim("paper.md", PAPER, "Oct. 7, 2023", "2023-10-07", "b"),
            claim("column", COLUMN, "Oct. 7", "XXXX-10-07", None),
        ),
        reasons=(
            "Both say that the Aud sank (sank, went down), and both name Karsund's ferry.",
            "The same day and month of two years, 365 days apart, and one ferry goes down once.",
        ),
        suggestion="October 7, 2023",
    )
    note = Finding(
        code="N202",
        name="outside-band",
        severity=Severity.INFO,
        confidence=0.5,
        message="31 lies outside about 40",
        fingerprint="N202-0123456789abcdef",
        claims=(
            claim("wire", WIRE, "31", "31 person", "a"),
            claim("paper.md", PAPER, "Thirty-one", "31 person", "a"),
        ),
    )
    articles = (
        ArticleInfo("column", None, None, None, None, "unknown", COLUMN),
        ArticleInfo(
            "paper.md", "A year of grief", "The Paper", "2024-10-08", "2024-10-08", "metadata", PAPER
        ),
        ArticleInfo("wire", None, "Northern Wire", None, "2022-10-08", "dateline", WIRE),
    )
    ticks = (
        Tick("wire", 37, 40, "Aud", "place", "unsupported"),
        Tick(
            "wire", 52, 67, "October 7, 2022", "date", "contradicted",
            (Evidence("paper.md", 33, 45, "Oct. 7, 2023"),), independent=1,
            why=finding.message, finding=finding.fingerprint,
        ),
        Tick(
            "wire", 73, 75, "31", "quantity", "supported",
            (Evidence("column", 6, 12, "Oct. 7"), Evidence("paper.md", 47, 57, "Thirty-one")), independent=2,
        ),
        Tick("wire", 143, 157, "an hour before", "time", "not_comparable", why="the day is not known"),
    )  # fmt: skip
    declined = (
        Declined("N201", "different-as-of", 3, (Evidence("wire", 73, 75, "31"),)),
        Declined("N201", "part-of-whole", 1, ()),
    )
    return Report((finding, note), articles, ticks, declined, declined_omitted=2)


@pytest.fixture
def view() -> View:
    rules = {
        "D101": Manual(
            code="D101",
            name="year-conflict",
            severity=Severity.ERROR,
            summary="Two articles date one event to the same day of different years.",
            text="D101 year-conflict\n\nFlagged:\n    - It sank on Oct. 7, 2022.\n",
            markdown="Two articles ...\n\n**Flagged:**\n\n- It sank on Oct. 7, 2022.",
        ),
        "N202": Manual(
            "N202", "outside-band", Severity.INFO, "A {figure} [far] off.", "Text.", "Text.", False
        ),
    }
    places = {
        "wire": Place("in/wire.txt", 1),
        "paper.md": Place("in/paper.md", 5),
        "column": Place("in/all.json"),
    }
    return View(places, width=90, draft="wire", rules=rules)
