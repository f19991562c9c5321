"""Figures up to an hour, ends and amounts of a change, twins in accounts, lengths said of oneself."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article

DAY = date(2025, 3, 20)


def report(*texts: str) -> crosscheck.Report:
    return crosscheck.check([Article(text, id=str(n), published=DAY) for n, text in enumerate(texts)])


def codes(*texts: str) -> list[str]:
    return [finding.code for finding in report(*texts).findings]


def reasons(*texts: str) -> set[str]:
    return {row.reason for row in report(*texts).declined}


ROADS = "{} the Brackholme council had closed 48 flooded roads in the Orrin valley."
ALL_ROADS = "{} the Brackholme council closed 64 flooded roads in the Orrin valley."


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("By late Tuesday", "In all,"),
        ("By noon on Tuesday", "By Thursday"),
        ("Up to Tuesday morning", "By Wednesday evening"),
        ("By midday,", "Altogether,"),
    ],
)
def test_counts_up_to_two_moments_are_no_clash(early: str, late: str):
    texts = ROADS.format(early), ALL_ROADS.format(late)
    assert codes(*texts) == []
    assert "different-scope" in reasons(*texts)


@pytest.mark.parametrize(
    ("early", "late"), [("By late Tuesday", "By Tuesday night"), ("Overnight", "By the river,"), ("", "")]
)
def test_counts_that_no_two_moments_part_clash(early: str, late: str):
    assert codes(ROADS.format(early).strip(), ALL_ROADS.format(late).strip()) == ["N201"]


WATER = "The court cut the water that Vessin Orchards may draw to 70 litres a second from 90 litres."


def test_the_amount_of_a_change_is_not_its_end():
    loss = "Vessin Orchards may draw 20 litres a second less water, which the court gives to the villages."
    assert "N201" not in codes(WATER, loss)


def test_another_end_of_a_change_clashes():
    assert "N201" in codes(WATER, WATER.replace("70 litres", "75 litres"))


PROFIT = "Calder Bank made a {} profit of $412 million in the first quarter, it said."
OTHER = "Calder Bank made a {} profit of $455 million in the first quarter, it said."


@pytest.mark.parametrize("twins", [("standalone", "consolidated"), ("net", "gross"), ("pretax", "net")])
def test_figures_of_twin_accounts_are_no_clash(twins: tuple[str, str]):
    assert codes(PROFIT.format(twins[0]), OTHER.format(twins[1])) == []


def test_figures_of_one_account_clash():
    assert codes(PROFIT.format("net"), OTHER.format("net")) == ["N201"]


def test_a_third_article_can_name_the_twin():
    plain = PROFIT.replace(" {}", "")
    assert codes(plain, OTHER.format("consolidated"), PROFIT.format("standalone")) == []


def test_lengths_that_people_say_of_themselves():
    mine = '"I taught mathematics for 35 years," said Sunday Oke, a retired teacher in Brackholme.'
    hers = "Grace Ebi, a retired teacher in Brackholme, taught mathematics for 32 years, she said."
    assert "D106" not in codes(mine, hers)
    assert "D106" in codes(hers.replace("32", "35"), hers)


def test_a_count_so_far_and_the_last_one_are_no_clash():
    so_far = "The Brackholme council has closed 48 flooded roads in the Orrin valley so far."
    assert codes(so_far, ALL_ROADS.format("In all,")) == []
    assert codes(so_far.replace(" so far", ""), ALL_ROADS.format("").strip()) == ["N201"]
