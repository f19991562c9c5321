"""Numerals: values, rounding, spans, and texts that no newspaper prints."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import Article
from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers.figures import Numeral, digits
from crosscheck.values.relations import rounding


def read(text: str) -> list[Numeral]:
    return Document(Article(text)).numerals.items


def shown(text: str) -> list[tuple[str, Decimal]]:
    document = Document(Article(text))
    return [(document.tokens.slice(n.first, n.last), n.value) for n in document.numerals.items]


@pytest.mark.parametrize(
    ("figure", "slack"),
    [
        ("7", "0"),
        ("40", "0"),
        ("240", "5"),
        ("1200", "50"),
        ("1234", "0"),
        ("500", "50"),
        ("100", "20"),
        ("2.0", "0.05"),
        ("0.25", "0.005"),
    ],
)
def test_rounding_is_half_of_the_last_place_shown(figure, slack):
    assert rounding(Decimal(figure)) == Decimal(slack)


@pytest.mark.parametrize(
    ("text", "slack"),
    [
        ("3.2 million", 50_000),
        ("3 million", 500_000),
        ("3.25 million", 5_000),
        ("two hundred", 40),
        ("12", 0),
    ],
)
def test_a_scale_multiplies_the_rounding(text, slack):
    (numeral,) = read(text)
    assert numeral.slack == slack


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "12,34", "9" * 41, "1,23,4"])
def test_digits_that_are_no_number(text):
    assert digits(text) is None


def test_european_marks_by_the_cue_of_the_document():
    assert shown("It cost 1.200.000,50 euros; the rest was 1.200 euros.") == [
        ("1.200.000,50", Decimal("1200000.50")),
        ("1.200", Decimal(1200)),
    ]
    assert shown("The rest was 1.200 euros.") == [("1.200", Decimal("1.200"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("between two hundred and three hundred", ["two hundred", "three hundred"]),
        ("eight cows three bulls", ["eight", "three"]),
        ("423 0000", ["423", "0000"]),
        ("41 / 2", ["41", "2"]),
        ("4 1/2", ["4 1/2"]),
        ("on 9/11", ["9", "11"]),
        ("at one point three men", ["one", "three"]),
        ("two hundred\nthree", ["two hundred", "three"]),
        ("the first half and the second half", []),
        ("a half-time lead by half-brothers", []),
        ("a third man held a third of it", ["a third"]),
        ("in a couple, a few", ["a few"]),
        ("he scores often", []),
    ],
)
def test_where_numerals_begin_and_end(text, found):
    assert [words for words, _ in shown(text)] == found


def test_letters_are_scales_only_where_they_must_be():
    assert shown("$5m") == [("5m", Decimal(5_000_000))]
    assert shown("a 5m wall") == [("5", Decimal(5))]
    assert shown("5m people") == [("5m", Decimal(5_000_000))]
    assert shown("a 10k run") == [("10", Decimal(10))]
    assert shown("18K") == [("18K", Decimal(18_000))]


def test_loose_words_have_bounds():
    (dozens, few) = read("dozens of them and a few hundred")
    assert [dozens.low, dozens.high] == [24, 99]
    assert [few.low, few.high, few.loose] == [200, 900, "a few"]


def test_look_up_by_first_and_last_token():
    numerals = Document(Article("At least twenty-one of 30")).numerals
    assert numerals.at[2].value == 21
    assert numerals.ending[4].value == 21
    assert numerals.after(3) is numerals.items[1]
    assert numerals.after(7) is None


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "9," * 50_000,
        "million " * 20_000,
        "two hundred and " * 10_000,
        "1e99 " * 10_000,
        "½" * 10_000,
        "a half " * 10_000,
        "-" * 10_000 + "5",
        "one over " * 10_000,
        "9^" * 10_000,
        "9^99 " * 10_000,
        "point five " * 10_000,
        "1, 000, 111 " * 10_000,
        "a billion and a half million " * 5_000,
    ],
    ids=lambda text: text[:12],
)
def test_texts_without_end_are_read(text):
    numerals = Document(Article(text)).numerals
    assert all(n.first <= n.last for n in numerals.items)


WORDS = st.sampled_from(
    "a an and half two three twenty hundred thousand million dozen point nought of the - , . / 1 2 000 "
    "1,200 3.2 ½ k m bn "
    "$ % minus few several scores tens quarters third over between \n one x 10 ^ e".split(" ")
)


@given(st.lists(WORDS, max_size=12), st.sampled_from(["", " "]))
def test_numerals_are_in_order_and_apart(words, glue):
    items = read(glue.join(words))
    assert all(a.last < b.first for a, b in pairwise(items))
    assert all(n.slack >= 0 and n.value.is_finite() for n in items)
