"""Quantities: units that convert, what hedges leave open, spans in any text."""

from decimal import getcontext, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck.values import Quantity, Relation

KINDS = {"quantity", "ordinal"}


def one(text: str) -> Quantity:
    (mention,) = crosscheck.extract(text, kinds={"quantity"})
    assert isinstance(mention.value, Quantity)
    return mention.value


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("10 miles", "16 km", Relation.COMPATIBLE),
        ("10 miles", "20 km", Relation.DISJOINT),
        ("5 miles", "5 square miles", Relation.INCOMPARABLE),
        ("2 percent", "2 percentage points", Relation.INCOMPARABLE),
        ("2 percentage points", "200 basis points", Relation.COMPATIBLE),
        ("a small percentage", "12 percent", Relation.COMPATIBLE),
        ("a small percentage", "80 percent", Relation.DISJOINT),
        ("300 PS", "296 hp", Relation.COMPATIBLE),
        ("2 percentage points", "100 basis points", Relation.DISJOINT),
        ("20 degrees Celsius", "68 degrees Fahrenheit", Relation.COMPATIBLE),
        ("20 degrees Celsius", "20 degrees Fahrenheit", Relation.DISJOINT),
        ("warmed by 2 degrees Celsius", "2 degrees Celsius", Relation.INCOMPARABLE),
        ("$5 million", "5 million euros", Relation.INCOMPARABLE),
        ("50 cents", "$0.50", Relation.EQUAL),
        ("$98 a share", "$98 a barrel", Relation.INCOMPARABLE),
        ("$5", "$5 a day", Relation.INCOMPARABLE),
        ("about 3 million", "3.2 million", Relation.COMPATIBLE),
        ("about 100", "106", Relation.DISJOINT),
        ("more than 4,700", "fewer than 4,800", Relation.COMPATIBLE),
        ("94%", "nearly 95%", Relation.COMPATIBLE),
        ("$7.15bn", "$7.2bn", Relation.COMPATIBLE),
        ("18K", "above 18,000", Relation.COMPATIBLE),
        ("3.2 million", "3.3 million", Relation.DISJOINT),
        ("1,200", "1,187", Relation.COMPATIBLE),
        ("1,200", "1,300", Relation.DISJOINT),
        ("dozens", "41", Relation.COMPATIBLE),
        ("dozens", "180", Relation.DISJOINT),
        ("a dozen", "13", Relation.COMPATIBLE),
    ],
)
def test_relations(left, right, relation):
    assert one(left).relation(one(right)) is relation
    assert one(right).relation(one(left)) is relation


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("A levy of A$5 and a US$3 fee, or $4 in all", ["AUD", "USD", "AUD"]),
        ("It cost US$3, A$4, C$5 or $6", ["USD", "AUD", "CAD", "dollar"]),
        ("It cost $6", ["USD"]),
    ],
)
def test_a_bare_dollar_follows_the_document(text, unit):
    found = crosscheck.extract(text, kinds={"quantity"})
    assert [m.value.to_dict()["unit"] for m in found] == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He lost 25 pounds", "lb"),
        ("It cost £5 to post and 25 pounds to send", "GBP"),
        ("It fell £5 in price and weighed 25 pounds", "lb"),
        ("a fund of 25 million pounds", "GBP"),
    ],
)
def test_pounds_are_weight_or_money(text, unit):
    assert crosscheck.extract(text, kinds={"quantity"})[-1].value.to_dict()["unit"] == unit


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Prices rose from 50 to 75 points", ["50", "75"]),
        ("a vote of 52-48", ["52", "48"]),
        ("The seven (9) men", ["seven", "9"]),
        ("Shares rose 18 sen to RM23.50", ["18 sen", "RM23.50"]),
        ("1,200 people and 30 km", ["1,200", "30 km"]),
        ("It cost $3.2 million", ["$3.2 million"]),
        ("eggs at 64 cents a dozen", ["64 cents"]),
        ("12 per 100,000 people", ["12"]),
        ("They spent 30, 000 on 1, 250 seats", ["30, 000", "1, 250"]),
        ("just one 5,000-seat hall", ["5,000"]),
        ("from zero to 60 mph, going from 0 to 60 mph", ["zero to 60 mph", "0 to 60 mph"]),
        ("It sold 74M phones and 2.5M US tickets", ["74M", "2.5M"]),
    ],
)
def test_spans(text, spans):
    assert [m.text for m in crosscheck.extract(text, kinds={"quantity"})] == spans


def test_a_claimed_token_is_left_alone():
    assert [m.kind for m in crosscheck.extract("It lasted three weeks in March 2019.")].count("quantity") == 0


def test_the_callers_decimal_context_changes_nothing():
    expected = [m.to_dict() for m in crosscheck.extract("a third of 1,234,567 and 3.25 million miles")]
    with localcontext() as context:
        context.prec = 2
        assert [
            m.to_dict() for m in crosscheck.extract("a third of 1,234,567 and 3.25 million miles")
        ] == expected
        assert getcontext().prec == 2


PIECES = st.sampled_from(
    "12 1,200 3.2 million bn $ € % percent km miles pounds to - – between and from about more than or "
    "twenty half "
    "dozens of hostages killed were 5 feet 2 inches p.m. Oct. ( ) : / one first 21 st degrees C "
    "-5 ½ a per in \n".split(" ")
)


@given(
    st.one_of(
        st.text(), st.lists(PIECES, max_size=16).map(" ".join), st.lists(PIECES, max_size=16).map("".join)
    )
)
def test_offsets_give_back_the_text(text):
    for mention in crosscheck.extract(text, kinds=KINDS):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text != ""


@given(st.lists(PIECES, max_size=16).map(" ".join))
def test_quantities_are_well_formed(text):
    for mention in crosscheck.extract(text, kinds={"quantity"}):
        value = mention.value
        assert isinstance(value, Quantity)
        assert value.low is None or value.high is None or value.low <= value.high
        assert value.slack >= 0
        assert value.factor > 0
        assert value.relation(value) in (Relation.EQUAL, Relation.COMPATIBLE)


@given(st.integers(min_value=0, max_value=10**15))
def test_grouped_digits_are_read_exactly(number):
    (mention,) = crosscheck.extract(f"They counted {number:,} votes.", kinds={"quantity"})
    assert mention.value.to_dict()["low"] == str(number)


@pytest.mark.parametrize(
    "text",
    [
        "$" * 20_000,
        "1 to " * 10_000,
        "5 km and " * 10_000,
        "between " * 10_000 + "5",
        "12, " * 10_000,
        "1-" * 20_000,
    ],
    ids=lambda text: text[:8],
)
def test_texts_without_end_are_read(text):
    for mention in crosscheck.extract(text, kinds=KINDS):
        assert text[mention.start : mention.end] == mention.text
