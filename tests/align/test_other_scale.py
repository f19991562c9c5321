"""One figure with other zeros, beside like words a slip; dates one part of which differs."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.schemas import _other_scale
from crosscheck.extraction.predicates import predicate_classes
from crosscheck.lexicon.words import canonical
from crosscheck.values import Moment, Quantity

DAY = date(2025, 3, 3)


def codes(*texts: str) -> list[str]:
    articles = [Article(text, id=str(n), published=DAY) for n, text in enumerate(texts)]
    return [finding.code for finding in crosscheck.check(articles).findings]


def amounts(text: str) -> list[Quantity]:
    found = crosscheck.extract(Article(text, published=DAY))
    return [m.value for m in found if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("It costs $2.5 million or $2.5 billion.", True),
        ("It has 460 employees or 46 employees.", True),
        ("It counts 190,000 birds or 190,000,000 birds.", True),
        ("It counts five boats or 50 boats.", False),
        ("It counts 35 boats or 3,500 boats.", False),
        ("It fell by 4.2 percent or by 42 percent.", False),
        ("It costs $350 or 35 euros.", False),
        ("It has 350 employees or 36 employees.", False),
    ],
)
def test_one_figure_with_other_zeros(text: str, slip: bool):
    one, two = amounts(text)
    assert _other_scale(one, two) is slip


LENDER = (
    "Orrin Savings will merge with Calder Trust. Calder Trust, which has {} employees in the valley, "
    "will keep its name, chief executive Ada Roe said."
)
BUYER = (
    "Ada Roe said that the merger, which brings the {} employees of Calder Trust under the roof of Orrin "
    "Savings, was good news for the valley."
)


def test_a_zero_too_many_beside_like_words():
    assert codes(LENDER.format("460"), BUYER.format("46")) == ["N204"]
    assert codes(LENDER.format("460"), BUYER.format("460")) == []


def test_the_same_figure_of_another_thing_is_no_slip():
    roof = "Ada Roe opened the yard of Orrin Savings with 46 pots of paint and a speech on the merger."
    assert codes(LENDER.format("460"), roof) == []


@pytest.mark.parametrize("word", ["meeting", "meetings", "meets"])
def test_plurals_of_nouns_in_ing_are_of_their_class(word: str):
    found = crosscheck.extract(Article("It is on May 3, 2025."))
    value = next(m.value for m in found if isinstance(m.value, Moment))
    assert predicate_classes(value, (), (canonical(word),), ()) == {"meets"}


PIERS = "The ministry granted the leases for the Orrin piers {}, without a word to the fishers."
GRANT = "The case is about the grant {} of leases for the piers in the Orrin estuary, said Judge Ada Roe."


def test_a_year_that_differs_whichever_states_a_day():
    assert codes(PIERS.format("in May 2014"), GRANT.format("on May 9, 2012")) == ["D102"]
    assert codes(PIERS.format("in May 2012"), GRANT.format("on May 9, 2012")) == []


SALE = "The kettles were sold at Calder's stores and online {}, the agency said."
SOLD = "Calder's stores and website had the kettles available {}."


def test_periods_that_share_one_end():
    long, short = "from June 2018 through April 2020", "between June 2018 and April 2019"
    assert len(codes(SALE.format(long), SOLD.format(short))) == 1
    assert codes(SALE.format(long), SOLD.format(long)) == []
