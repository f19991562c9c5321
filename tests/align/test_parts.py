"""Parts of one whole that cannot both be true, and two wholes of one thing."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Config, Finding

DAY = date(2024, 5, 6)
ONE = "Rain fell on Norwick and the Osmund coast, where Tessa Marlowe runs the harbour. {}"
OTHER = "The harbour town of Norwick on the Osmund coast has a new master, Tessa Marlowe. {}"


def found(one: str, two: str, *, later: int = 0) -> list[Finding]:
    articles = [
        Article(ONE.format(one), id="a1", published=DAY),
        Article(OTHER.format(two), id="a2", published=date.fromordinal(DAY.toordinal() + later)),
    ]
    return [f for f in crosscheck.check(articles, config=Config(select=("N201",))) if "whole" in f.message]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The jury convicted him on 7 of the 9 charges.", "He was convicted on 8 of the 9 charges."),
        ("Of the 25 wells, 23 were poisoned.", "All 25 wells had been poisoned."),
        ("None of the 12 crews was paid.", "Four of the 12 crews were paid."),
        ("Of 27 bridges, 19 have been completed.", "Nineteen of the 27 have still to be finished."),
        ("All 86 wards had reported.", "With 86 of 94 wards counted, she led."),
        ("Six of the nine trawlers sank.", "Seven of the nine had sunk."),
    ],
)
def test_two_parts_of_one_whole_clash(one: str, two: str) -> None:
    assert len(found(one, two)) == 1
    assert len(found(two, one)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # the rest of the whole
        ("Of 27 bridges, 19 have been completed.", "Eight of the 27 bridges have yet to be completed."),
        ("Of the 25 wells, 23 were poisoned.", "Two of the 25 wells were not poisoned."),
        # something else is said
        ("Nine of the 12 jurors voted to convict.", "Five of the 12 jurors were women."),
        ("Of the 40 passengers 12 were hurt.", "Eight of the 40 passengers were children."),
        # other wholes
        ("Six of the nine trawlers sank.", "Seven of the 12 trawlers sank."),
        ("All 12 lifeboats were launched.", "All 40 lifeboats were launched along the coast."),
        # one article has both
        (
            "Of the 25 wells, 23 were poisoned.",
            "By noon 19 of the 25 wells were poisoned; by night 23 of the 25 wells were poisoned.",
        ),
        # one of many
        ("One of the three boats sank.", "Two of the three boats sank."),
        # might be
        ("Six of the nine trawlers sank.", "As many as seven of the nine trawlers could sink."),
    ],
)
def test_other_parts_do_not(one: str, two: str) -> None:
    assert found(one, two) == []


def test_parts_that_grow_are_compared_within_a_day() -> None:
    one, two = "With 86 of 94 wards counted, she led.", "With 91 of 94 wards counted, she led."
    assert found(one, two) != []
    assert found(one, two, later=1) == []
