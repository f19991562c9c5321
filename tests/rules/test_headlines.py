"""Round words of a headline against the exact figures of the body."""

import pytest

import crosscheck

BODY = "The ferry came back to Norwick on Monday. A total of {} passengers fell ill on board, a doctor said."


def codes(head: str, told: str) -> list[str]:
    text = f"{head}\n\n{BODY.format(told)}"
    return [f.code for f in crosscheck.check([crosscheck.Article(text, id="a")]).findings]


@pytest.mark.parametrize("head", ["Thousands struck down on ferry", "Hundreds struck down on ferry"])
@pytest.mark.parametrize("told", ["365", "1,365", "2,365"])
def test_a_round_word_of_a_headline_is_no_figure(head: str, told: str):
    assert codes(head, told) == []


# the same headline with a figure
@pytest.mark.parametrize(("head", "told"), [("2,100", "1,365"), ("635", "365")])
def test_a_figure_without_a_noun_is(head: str, told: str):
    assert codes(f"{head} struck down on ferry", told) == ["M801"]
