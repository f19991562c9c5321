"""A hedged figure is no more exact than the same figure without its hedge."""

import pytest

import crosscheck
from crosscheck.align.groups import _as_round
from crosscheck.extraction import mentions
from crosscheck.extraction.document import Document
from crosscheck.values import Quantity


def amount(text: str) -> Quantity:
    found = mentions(Document(crosscheck.Article(f"The mill had {text} on Friday.", id="a")))
    return next(m.value for m in found if isinstance(m.value, Quantity))


@pytest.mark.parametrize(
    ("hedged", "plain", "fits"),
    [
        ("about 100 looms", "106 looms", True),
        ("about 100 looms", "94 looms", True),
        ("some 500 looms", "540 looms", True),
        # further off than "100" alone allows
        ("about 100 looms", "163 looms", False),
        ("around 500 looms", "620 looms", False),
        # a figure that shows its last digit
        ("about 106 looms", "131 looms", False),
        # small ones are exact
        ("about 20 looms", "24 looms", False),
        # a hedge to one side
        ("nearly 100 looms", "106 looms", False),
        ("more than 100 looms", "94 looms", False),
        # no hedge
        ("100 looms", "106 looms", False),
        # of another unit
        ("about 100 metres", "106 kilometres", False),
    ],
)
def test_about_a_round_figure_fits_what_the_round_figure_fits(hedged: str, plain: str, fits: bool):
    assert _as_round(amount(hedged), amount(plain)) is fits


@pytest.mark.parametrize(("told", "clash"), [("106", False), ("163", True)])
def test_about_a_hundred_makes_a_clash_only_far_off(told: str, clash: bool):
    line = "The Kalvik dairy fire injured {} farm hands, the coroner said."
    articles = [crosscheck.Article(line.format(x), id=x) for x in ("about 100", told)]
    assert [f.code for f in crosscheck.check(articles).findings] == ["N201"] * clash
