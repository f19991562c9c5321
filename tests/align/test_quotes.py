"""Which quotations are one utterance, what changed in them, and who spoke."""

import pytest

import crosscheck
from crosscheck import Article, Config
from crosscheck.rules.quotations import changes, weight_of

LINE = "“{},” said Helen Marsden, the harbour envoy."


def codes(*texts: str) -> list[str]:
    articles = [Article(text, id=f"a{n}") for n, text in enumerate(texts)]
    return [f.code for f in crosscheck.check(articles, config=Config(select=("Q701", "Q703")))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "We built this harbour for ships that did not come",
            "We built this harbour for ships that did come",
        ),
        (
            "The gate stays shut until the last driver has paid the toll",
            "The gate stays shut until the first driver has paid the toll",
        ),
        (
            "A quay is a promise that you make to sailors in the dark",
            "A quay is a promise that you make to gulls in the dark",
        ),
        (
            "We lost 40 boats on that night and nobody came to help",
            "We lost 14 boats on that night and nobody came to help",
        ),
    ],
)
def test_altered_words_are_found(left: str, right: str):
    assert codes(LINE.format(left), LINE.format(right)) == ["Q701"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "We built this harbour for ships that did not come to us",
            "We built this harbour for ships that did not come",
        ),
        (
            "We built this harbour for ships that didn't come to us",
            "We built this harbour for ships that didn’t come to us",
        ),
        (
            "We built this harbour for ships [and boats] that did not come",
            "We built this harbour for ships that did not come",
        ),
        (
            "We built this harbor for ships that did not come to us",
            "We built this harbour for ships that did not come to us",
        ),
        (
            "We built this harbour for the ships that did not come",
            "We built this harbour for ships that did not come",
        ),
    ],
)
def test_shortening_brackets_and_spelling_are_left_alone(left: str, right: str):
    assert codes(LINE.format(left), LINE.format(right)) == []


def test_two_speakers_are_found():
    words = "A door has opened tonight and nobody in this hall should close it"
    assert codes(f"“{words},” said Helen Marsden.", f"“{words},” said Governor Ilse Brandt.") == ["Q703"]


def test_one_speaker_named_in_two_ways_is_left_alone():
    words = "A door has opened tonight and nobody in this hall should close it"
    assert codes(f"“{words},” said Helen Marsden.", f"“{words},” Ms. Marsden said.") == []


def test_words_in_order_are_no_change():
    assert changes("one two three four five", "two three four") == []


def test_the_weight_of_a_change():
    (change,) = changes("we will never sell the old quay", "we will always sell the old quay")
    assert weight_of(change) == "sense"
