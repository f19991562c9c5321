"""Times of day and what lies between them."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.model import Claim
from crosscheck.rules.calendar.clocks import clock, courses, minutes_between


def read(text: str) -> list[Claim]:
    document = Document(Article(text, published=date(2024, 4, 4)))
    return claims(document, mentions(document), 0)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("It began at 9:00 a.m. in Calder and at 11:30 a.m. it ended.", [150]),
        ("They met at 10:40 p.m. and parted at 4:10 a.m. on the quay.", [330]),
        ("They met at 7:12 a.m. and parted at 8:31 on the quay.", [79, 799]),
        ("They met at 6 a.m. on Thursday and will part at 6 a.m. on Sunday.", [4320]),
    ],
)  # fmt: skip
def test_minutes_between_two_times(text, gaps):
    times = [found for c in read(text) if (found := clock(c)) is not None]
    assert minutes_between(times[-2], times[-1]) == gaps


def test_an_event_has_one_length_one_beginning_and_one_end():
    found = list(
        courses(
            read(
                "Flight 12 took off from Calder at 7:12 a.m. in rain. It was on the ground at 8:31. "
                "The 69-minute flight was rough. A second plane left at 4:40 p.m. for Norwick."
            )
        )
    )
    assert [(c.length.mention.text, c.start.minute, c.end.minute) for c in found] == [("69-minute", 432, 511)]


def test_two_beginnings_with_their_ends_are_two_events():
    text = (
        "One meeting began at 2 p.m. and ended at 3 p.m. in Calder. The next meeting began at 4 p.m. and "
        "ended at 6 p.m. in Norwick. It was a three-hour meeting."
    )
    assert list(courses(read(text))) == []
