"""Of which of the figures before it "of them" tells a part."""

import pytest

import crosscheck


def codes(text: str) -> list[str]:
    return [f.code for f in crosscheck.check([crosscheck.Article(text, id="a")]).findings]


@pytest.mark.parametrize(
    "text",
    [
        # no figure but the whole
        "The chain employs people in two towns, 40 of them at its dairy.",
        # the one before is smaller than the part
        "The chain employs 30 people in two towns, 40 of them at its dairy.",
        # the greater one stands in another sentence
        "The fair drew families. It had 36 stalls, 40 of them with food.",
        # the greater one stands behind
        "The fair had 36 stalls, 40 of them with food for 900 guests.",
    ],
)
def test_a_part_of_the_only_figure_that_can_be_meant(text: str):
    assert codes(text) == ["A301"]


@pytest.mark.parametrize(
    "text",
    [
        "The chain employs 900 people in two towns, 40 of them at its dairy.",
        "The fair drew 700 visitors to 36 stalls, 40 of them on horseback.",
        # as great as the part
        "The fair drew 40 visitors to 36 stalls, 40 of them on horseback.",
    ],
)
def test_a_part_of_a_greater_figure_before(text: str):
    assert codes(text) == []
