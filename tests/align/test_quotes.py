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


STORY = (
    "The Lorne Bridge over the Tessel was shut on Monday after engineers found cracks, Port Garrow said. {}"
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“It was held together by rust,” said engineer Ada Brill.",
         "“It was held together by paint,” the engineer said."),
        ("“It was held together by rust,” said engineer Ada Brill.",
         "The bridge, Brill said, was “held together by paint”."),
        ("“No one ever checked the bolts,” said engineer Ada Brill.",
         "“No one ever checked the welds in forty years of service,” Ada Brill told the inquiry."),
        ("“Cheap steel is a convention here,” the engineer said.",
         "“Cheap steel is a contention here,” said Ada Brill, an engineer."),
        ("“We must close the bridge tonight,” Mayor Piet Olsen said.",
         "“We may close the bridge tonight,” Mr. Olsen said."),
    ],
)  # fmt: skip
def test_one_word_changed_in_a_short_quotation_is_found(left: str, right: str):
    assert codes(STORY.format(left), STORY.format(right)) == ["Q701"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # two people who say alike things
        ("“We are sorry for the trouble,” said Mayor Piet Olsen.",
         "“We are sorry for the delay,” said Ada Brill."),
        # a slogan in two forms, with nobody named
        ("“Save our bridge now,” they chanted.", "“Save our harbour now,” they chanted."),
        # one that goes on with other words
        ("“It was held together by rust,” said Ada Brill.",
         "“It was held together by rust and prayer,” said Brill."),
        # both versions in one article: an answer
        ("“The bridge was built to last,” said Mayor Piet Olsen. “The bridge was built to fall,” said Brill.",
         "“The bridge was built to last,” the mayor said."),
        # words that anybody says
        ("“I do not want to go,” a driver said.", "“I do not want to stay,” a driver said."),
        # speech that is reported in another tense
        ("“We can close the bridge tonight,” said Piet Olsen.",
         "“We could close the bridge tonight,” said Piet Olsen."),
    ],
)  # fmt: skip
def test_short_quotations_that_differ_are_left_alone(left: str, right: str):
    assert codes(STORY.format(left), STORY.format(right)) == []


def test_short_quotations_of_two_stories_do_not_meet():
    far = "Skiers at Hochalm waited for hours on Saturday, the Tirol Lift Company said. {}"
    left, right = "“Nobody checked the rusty bolts,” he said.", "“Nobody checked the rusty cables,” he said."
    assert codes(STORY.format(left), STORY.format(right)) == ["Q701"]
    assert codes(STORY.format(left), far.format(right)) == []


def test_a_typewriters_closing_mark_ends_a_quotation():
    left = "\"The bridge was built to last a hundred years, '' said the engineer Ada Brill."
    right = "\"The bridge was built to last a hundred years, '' said Brill."
    assert codes(STORY.format(left), STORY.format(right)) == []


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
