"""Schemas for dates, occasions and amounts: what makes two statements fit, and what keeps them apart."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.groups import disagree, linkable, order
from crosscheck.align.pair import Pair
from crosscheck.align.scoring import pairs, weigh
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document

BOARD = (
    "Harbour board to rule on Velma crane\n\n"
    "PORT VELMA, Jan. 20 - The Velma harbour board heard residents of Kessler Street complain about the "
    "crane, chairwoman Odile Brandt said. {one}\n\nOperator Tarn Cargo says the crane is needed."
)
FIRM = (
    "Tarn Cargo waits for word on its crane\n\n"
    "Nobody at Tarn Cargo knows whether the crane may stay. {two} Odile Brandt leads the board, and "
    "Kessler Street residents want the crane gone."
)
DAY = date(2025, 1, 21)
DAYS = (DAY, DAY)
CODES = {"D101", "D102", "N201", "N208"}

LEASE = "The lease of the quay was signed in March 2016."
INSPECTION = "Surveyors will inspect the noisy crane on Feb. 14."
OUTAGE = "It was the third outage there since 2010."
FINE = "Tarn Cargo was fined $1.24 million in December over the dust."


def articles(one: str, two: str, days: tuple[date | None, date | None] = DAYS) -> list[Article]:
    texts = BOARD.format(one=one), FIRM.format(two=two)
    return [Article(text, id=name, published=day) for name, text, day in zip("ab", texts, days, strict=True)]


def codes(one: str, two: str, days: tuple[date | None, date | None] = DAYS) -> set[str]:
    return {f.code for f in crosscheck.check(articles(one, two, days)).findings} & CODES


def disagreeing(one: str, two: str, days: tuple[date | None, date | None] = DAYS) -> list[Pair]:
    documents = [Document(article) for article in articles(one, two, days)]
    claims = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n) if linkable(c)]
    found = pairs(sorted(claims, key=order), Stories([telling_names(d) for d in documents]))
    return [pair for pair in found if disagree(pair)]


def schemas(one: str, two: str, days: tuple[date | None, date | None] = DAYS) -> set[str]:
    """The schemas that alone give a disagreeing pair its weight."""
    weighed = [weigh(pair) for pair in disagreeing(one, two, days)]
    return {level for _, parts in weighed for name, level, _ in parts if name == "schema"}


def options(one: str, two: str, days: tuple[date | None, date | None] = DAYS) -> set[str]:
    """The schemas that a disagreeing pair fits, whatever else speaks for it."""
    return {name for pair in disagreeing(one, two, days) for name, _ in pair.options}


@pytest.mark.parametrize(
    ("name", "one", "two", "code"),
    [
        (
            "to come",
            INSPECTION,
            "The city plans to inspect the giant on Feb. 24.",
            "D102",
        ),
        ("one part apart", LEASE, "Tarn Cargo and the city reached a deal in April 2016.", "D102"),
        ("occasion", OUTAGE, "An outage stopped the crane for the fourth time in five years.", "N208"),
        ("amount", FINE, "A penalty of $1.42 million is still unpaid.", "N201"),
        ("amount", FINE, "A penalty of $1.42 million is unpaid, and so is a fine of $8,000.", "N201"),
    ],
)
def test_a_schema_makes_a_clash(name: str, one: str, two: str, code: str):
    assert codes(one, two) == {code}
    assert name in options(one, two)


@pytest.mark.parametrize(
    "two",
    [
        # something else is to come
        "The city plans a fair for the fishermen on Feb. 24.",
        # one of the days is over
        "The city had planned an inspection of the giant crane for Jan. 4.",
    ],
)
def test_two_days_to_come_are_left(two: str):
    assert codes(INSPECTION, two) == set()
    assert schemas(INSPECTION, two) == set()


def test_two_days_to_come_that_differ_in_month_and_day_fit_no_schema():
    assert schemas(INSPECTION, "The old giant crane is due to be inspected on March 24.") == set()


SESSION = "The city council convenes on Feb. 14."


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        (INSPECTION, "An inspection of the old giant crane by the city is planned for March 14.", True),
        (SESSION, "A session about the giant is planned for March 14.", False),
        (SESSION, "A session about the giant is planned for Feb. 24.", False),
    ],
)
def test_two_days_to_come_stand_among_like_words(one: str, two: str, fits: bool):
    assert ("to come" in options(one, two)) is fits


@pytest.mark.parametrize("days", [(DAY, None), (None, DAY)])
def test_a_day_to_come_is_known_by_the_day_of_the_other_article(days: tuple[date | None, date | None]):
    two = "An inspection of the old giant crane by the city is planned for Feb. 24."
    assert codes(INSPECTION, two, days) == {"D102"}
    assert None in {Document(article).as_of.day for article in articles(INSPECTION, two, days)}
    assert options(INSPECTION, two, days) == {"to come"}
    assert "to come" not in options(INSPECTION, two, (None, None))


@pytest.mark.parametrize(
    "two",
    [
        # the year and the month differ
        "Tarn Cargo was founded in April 2017.",
        # an article tells of many
        "Tarn Cargo and the city reached a deal in April 2016 after rows in 2011, 2012, 2013, 2014 and 2015.",
        # of another sort of thing
        "The lease was announced in a letter in April 2016.",
    ],
)
def test_dates_one_part_apart_are_left(two: str):
    assert codes(LEASE, two) == set()
    assert schemas(LEASE, two) == set()


@pytest.mark.parametrize(
    ("years", "fits"), [("2011, 2012 and 2013", True), ("2010, 2011, 2012 and 2013", False)]
)
def test_few_dates_may_be_told_beside_one(years: str, fits: bool):
    two = f"Tarn Cargo and the city reached a deal in April 2016 after rows in {years}."
    assert ("one part apart" in options(LEASE, two)) is fits


def test_of_two_sorts_of_thing_dates_one_part_apart_are_none():
    sold = "Its cables were sold on March 4, 2016."
    built = "New cables were built on March 14, 2016, for the herring season."
    came = "New cables came on March 14, 2016, for the herring season."
    assert options(sold, built) == set()
    assert options(sold, came) == {"one part apart"}


@pytest.mark.parametrize(
    ("two", "fits"),
    [
        ("The quay was leased in April 2017.", True),
        ("The lease of the old quay was drawn up in April 2017.", True),
        # the words are others
        ("Tarn Cargo and the city reached a deal in April 2017.", False),
        # the one is over, the other to come
        ("The quay will be leased in April 2026.", False),
        # a generation apart
        ("The quay was leased in April 1987.", False),
    ],
)
def test_dates_among_like_words(two: str, fits: bool):
    assert ("dated alike" in options(LEASE, two)) is fits


def test_dates_among_like_words_clash():
    assert codes(LEASE, "The quay was leased in April 2017.") == {"D102"}
    assert codes(LEASE, "Tarn Cargo was founded in April 2017.") == set()


@pytest.mark.parametrize(
    "two",
    [
        # too far apart
        "An outage stopped the crane for the sixth time in five years.",
        # no count of occasions
        "An outage stopped the crane for the fourth time in its life.",
        "An outage stopped the crane at its fourth load of coal.",
    ],
)
def test_places_that_count_no_like_occasions_are_left(two: str):
    assert codes(OUTAGE, two) == set()
    assert schemas(OUTAGE, two) == set()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # too far apart
        (FINE, "A penalty of $2.9 million is still unpaid."),
        # of several told, not near enough
        (FINE, "A penalty of $1.92 million is unpaid, and so is a fine of $8,000."),
        # too many told
        (FINE, "A penalty of $1.42 million is unpaid, and so are fines of $8,000 and $9,500."),
        # a story has many of them
        (
            "Tarn Cargo spent $1.24 million in December against the dust.",
            "The budget of $1.42 million is still unspent.",
        ),
        ("Tarn Cargo paid prices of $1.24 million for sand.", "A fee of $1.42 million is still unpaid."),
    ],
)
def test_amounts_that_are_not_told_once_are_left(one: str, two: str):
    assert codes(one, two) == set()
    assert schemas(one, two) == set()
