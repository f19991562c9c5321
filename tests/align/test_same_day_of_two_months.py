"""The same day of two months, and two days to come of which one article knows both."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.align.evidence import schema
from crosscheck.align.groups import disagree, linkable, order
from crosscheck.align.pair import Pair
from crosscheck.align.schemas import OTHER_MONTH
from crosscheck.align.scoring import NOTHING_BITS, pairs, weigh
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document

TOWN = (
    "Kalvik council heard chairwoman Odile Brandt on the Tarn Cargo silo. {one}\n\nKessler Street is upset."
)
FIRM = "Nobody at Tarn Cargo would speak. {two}\n\nOdile Brandt and Kessler Street in Kalvik want it gone."
SILO = "Divers will empty the grain silo on Feb. 14."
DAY = date(2025, 1, 21)


def clashing(one: str, two: str) -> list[Pair]:
    texts = TOWN.format(one=one), FIRM.format(two=two)
    documents = [Document(Article(text, id=str(n), published=DAY)) for n, text in enumerate(texts)]
    found = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n) if linkable(c)]
    stories = Stories([telling_names(d) for d in documents])
    return [pair for pair in pairs(sorted(found, key=order), stories) if disagree(pair)]


def fits(one: str, two: str) -> bool:
    return any(OTHER_MONTH in {name for name, _ in pair.options} for pair in clashing(one, two))


@pytest.mark.parametrize(
    ("two", "expected"),
    [
        ("A foreman resigns on March 14.", True),
        # two such dates in an article
        ("A foreman resigns on March 14, his deputy on March 9.", True),
        # three
        ("A foreman resigns on March 14, his deputy on March 9 and his clerk on March 3.", False),
        # another day as well
        ("A foreman resigns on March 13.", False),
        # no day
        ("A foreman resigns in March.", False),
        # the same month
        ("A foreman resigns on Feb. 24.", False),
        # the one is over
        ("A foreman resigned on Dec. 14.", False),
    ],
)
def test_the_same_day_of_another_month(two: str, expected: bool):
    assert fits(SILO, two) is expected


def test_it_needs_no_word_in_common():
    (pair,) = clashing(SILO, "The mayor will wed on March 14.")
    assert pair.near == 0
    assert schema(pair) == OTHER_MONTH
    assert weigh(pair)[0] > NOTHING_BITS


def test_days_gone_by_need_something():
    (pair,) = clashing("Divers emptied the grain silo on Nov. 14.", "The mayor wed on Oct. 14.")
    assert schema(pair) != OTHER_MONTH


@pytest.mark.parametrize(
    ("two", "known"),
    [
        ("Divers will empty the grain silo on March 14.", False),
        ("A judge sits on Feb. 14. Divers will empty the grain silo on March 14.", True),
    ],
)
def test_an_article_that_knows_both_days_to_come_tells_of_two(two: str, known: bool):
    (pair,) = clashing(SILO, two)
    assert pair.both_known is known
    assert (weigh(pair)[0] <= NOTHING_BITS) is known


def test_of_days_gone_by_both_may_be_known():
    told = "A judge sat on Nov. 14. Divers emptied the grain silo on Oct. 14."
    (pair,) = clashing("Divers emptied the grain silo on Nov. 14.", told)
    assert not pair.both_known


def test_one_that_states_both_days_gone_by_tells_of_two():
    told = "New turbines were built on Oct. 14. A judge sat on Nov. 14."
    (pair,) = clashing("Its cables were sold on Nov. 14.", told)
    assert schema(pair) != OTHER_MONTH
    assert weigh(pair)[0] <= NOTHING_BITS
