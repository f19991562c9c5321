from datetime import UTC, date, datetime

import pytest

from crosscheck.extraction.document import Document
from crosscheck.model import Article, AsOf


def found(text: str) -> AsOf:
    return Document(Article(text)).as_of


def test_metadata_wins_over_the_text():
    text = "Monday, June 8, 2009\n\nThe ferry sank."
    assert Document(Article(text, published=date(2011, 1, 2))).as_of == AsOf(date(2011, 1, 2), "metadata")
    when = datetime(2011, 1, 2, 23, 30, tzinfo=UTC)
    assert Document(Article(text, published=when)).as_of == AsOf(date(2011, 1, 2), "metadata")


@pytest.mark.parametrize(
    "text",
    [
        "Monday, June 8, 2009\n\nThe ferry sank off the cape.",
        "Published June 8, 2009\n\nThe ferry sank off the cape.",
        "Posted: Monday, June 8, 2009 5:16 AM Updated: Monday, July 6, 2009\n\nThe ferry sank.",
        "Mon 8 Jun 2009 Ferry sinks off the cape",
        "Ferry sinks\n\nBy Ada Brenner\n\nJune 8, 2009\n\nThe ferry sank off the cape.",
    ],
)
def test_a_date_line_at_the_head(text):
    assert found(text) == AsOf(date(2009, 6, 8), "dateline")


def test_a_dateline_takes_its_year_from_the_text():
    text = "VARBERG, June 8 (Nord) - The ferry sank. It was launched on May 30, 2009."
    assert found(text) == AsOf(date(2009, 6, 8), "dateline")


def test_a_dateline_without_any_year_is_unknown():
    assert found("VARBERG, June 8 (Nord) - The ferry sank.") == AsOf(None, "unknown")


def test_a_caption_and_the_weekday_of_the_text_agree():
    text = (
        "The ferry sank on Wednesday, the coast guard said.\n\n"
        "Divers wait at the pier of Varberg, April 3, 2024. (Photo: Nord)"
    )
    assert found(text) == AsOf(date(2024, 4, 3), "text")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The ferry sank on Wednesday.",
        "He was born on April 3, 1951, and died in Varberg.",
        "In this April 3, 2019, photo, divers wait at the pier.",
        "The vote will be held on April 3, 2024.",
        "The law was passed on September 8, 2001. On Saturday it was repealed.",
    ],
)
def test_unknown_rather_than_wrong(text):
    assert found(text) == AsOf(None, "unknown")
