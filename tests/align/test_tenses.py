"""How dates lie to the day of their article, and which day an article without one borrows."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.align.stories import Stories
from crosscheck.align.tenses import days_of, tense
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Claim

TODAY = date(2025, 1, 21)

WEIR = "The weir at Brackholme was shut by Ottoline Farrow of the Teveril trust. {}"
NEAR = "Brackholme's anglers asked the Teveril trust and Ottoline Farrow to spare the weir. It has 14 gates."
FAR = "A ferry of the Quillan line hit the pier at Sandrigg, and Teveril sent two divers."
ELSEWHERE = "Lorcan Piet of Vasterby sold 30 goats to Nika Oram at the Melkor fair."


def told(*articles: tuple[str, date | None]) -> tuple[list[Claim], Stories]:
    documents = [Document(Article(text, published=day)) for text, day in articles]
    claims = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n)]
    return claims, Stories([telling_names(d) for d in documents])


def tense_of(text: str, today: date | None, published: date | None = None) -> str:
    """The tense of the only date of a sentence."""
    claims, _ = told((text, published))
    (found,) = [tense(claim, today) for claim in claims]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The weir will be shut until March 3, 2025.", "ahead"),
        ("The weir is to go in 2031.", "ahead"),
        ("The weir leaked on Jan. 22, 2025.", "ahead"),
        ("The weir leaked on Jan. 21, 2025.", "lately"),
        ("The weir leaked on Jan. 7, 2025.", "lately"),
        ("The weir leaked in January 2025.", "lately"),
        ("The weir leaked on Jan. 6, 2025.", "year"),
        ("The weir leaked on Jan. 17, 2024.", "year"),
        ("The weir leaked in 2024.", "year"),
        ("The weir leaked on Jan. 15, 2024.", "old"),
        ("The weir has stood there since 1928.", "old"),
        ("The weir leaked on Friday.", "said"),
        ("The weir leaked last week.", "said"),
        ("The weir has 14 gates.", ""),
    ],
)
def test_how_a_date_lies(text: str, expected: str):
    assert tense_of(text, TODAY) == expected


@pytest.mark.parametrize("text", ["The weir leaked in 1928.", "The weir leaked on Jan. 18."])
def test_without_a_day_nothing_is_placed(text: str):
    assert tense_of(text, None) == "open"
    assert tense_of(text, TODAY) != "open"


def test_days_told_by_other_days_and_amounts_need_no_day():
    assert tense_of("The weir leaked on Friday.", None) == "said"
    assert tense_of("The weir has 14 gates.", None) == ""


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("The weir will be shut on Feb. 28.", TODAY, "ahead"),
        ("The weir was shut on Feb. 28.", TODAY, "year"),
        ("The weir opens on July 18.", TODAY, "ahead"),
        ("The weir burst on July 18.", TODAY, "year"),
        ("The weir burst on Jan. 18.", TODAY, "lately"),
        ("The weir will be shut on Jan. 18.", TODAY, "ahead"),
        ("The weir will be shut on Jan. 21.", TODAY, "lately"),
        ("The weir will be shut in March.", TODAY, "ahead"),
        ("The weir was shut in March.", TODAY, "year"),
        ("The weir was shut on Dec. 29.", date(2025, 1, 2), "lately"),
        ("The weir will be shut on Jan. 2.", date(2024, 12, 29), "ahead"),
    ],
)
def test_a_date_without_a_year_lies_behind_or_ahead_by_its_words(text: str, today: date, expected: str):
    assert tense_of(text, today) == expected


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        ("The weir burst on Feb. 29.", date(2024, 3, 5), "lately"),
        ("The weir burst on Feb. 29.", date(2025, 2, 1), "year"),
        ("The weir will be shut on Feb. 29.", date(2023, 6, 1), "ahead"),
        ("The weir burst on Feb. 29.", date(2022, 6, 1), "open"),
        ("The weir will be shut on Feb. 29.", date(2022, 6, 1), "open"),
        ("The weir burst on Jan. 2.", date(1, 1, 9), "lately"),
        ("The weir will be shut on Dec. 30.", date(9999, 12, 9), "ahead"),
    ],
)
def test_days_and_years_that_there_are_not(text: str, today: date, expected: str):
    assert tense_of(text, today) == expected


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("The weir burst on Feb. 29.", date(2023, 6, 1)),
        ("The weir will be shut on Feb. 29.", date(2025, 1, 21)),
    ],
)
def test_a_leap_day_is_never_put_on_the_other_side(text: str, today: date):
    assert tense_of(text, today) == "open"


def test_an_article_that_has_a_day_speaks_from_it():
    claims, stories = told((WEIR.format("It has 12 gates."), TODAY), (NEAR, date(2024, 5, 2)))
    assert days_of(claims, stories) == {0: TODAY, 1: date(2024, 5, 2)}


def test_an_article_without_a_day_borrows_that_of_the_most_alike():
    far, near = date(2019, 8, 8), date(2024, 5, 2)
    claims, stories = told((FAR, far), (WEIR.format("It leaked on May 9."), None), (NEAR, near))
    assert stories.related(1) == (0, 2)
    assert 0 < stories.likeness(0, 1) < stories.likeness(1, 2)
    assert days_of(claims, stories)[1] == near


def test_of_two_alike_the_day_of_the_first_is_borrowed():
    one, two = date(2024, 5, 2), date(2024, 5, 6)
    claims, stories = told((NEAR, one), (NEAR, two), (WEIR.format("It leaked on May 9."), None))
    assert days_of(claims, stories)[2] == one


def test_no_day_is_borrowed_from_another_story():
    claims, stories = told((WEIR.format("It leaked on May 9."), None), (ELSEWHERE, TODAY))
    assert days_of(claims, stories) == {1: TODAY}


def test_no_day_is_borrowed_from_one_that_borrowed():
    claims, stories = told((WEIR.format("It leaked on May 9."), None), (NEAR, None))
    assert days_of(claims, stories) == {}


def test_without_stories_none_is_borrowed():
    claims, stories = told((WEIR.format("It leaked on May 9."), None), (NEAR, TODAY))
    assert days_of(claims, None) == {1: TODAY}
    assert days_of(claims, stories) == {0: TODAY, 1: TODAY}


@pytest.mark.parametrize(
    ("verb", "expected"), [("will leak again on Feb. 9", "ahead"), ("leaked on Feb. 9", "year")]
)
def test_a_borrowed_day_places_dates_without_a_year(verb: str, expected: str):
    claims, stories = told((WEIR.format(f"It {verb}."), None), (NEAR, TODAY))
    days = days_of(claims, stories)
    (found,) = [claim for claim in claims if claim.mention.text == "Feb. 9"]
    assert found.as_of.day is None
    assert tense(found, found.as_of.day) == "open"
    assert tense(found, days[found.article]) == expected
