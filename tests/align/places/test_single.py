"""Facts with one place: who was born where, and where a reading was taken."""

import pytest

import crosscheck
from crosscheck import Article


def codes(*texts: str) -> list[str]:
    return [f.code for f in crosscheck.check([Article(t, id=str(n)) for n, t in enumerate(texts)]).findings]


BORN = "Maud Tarrow, who was born in Vindrey, led the observatory at Tarnhorn."


@pytest.mark.parametrize(
    "text",
    [
        "The Oskerry-born astronomer Maud Tarrow led the observatory at Tarnhorn.",
        "Maud Tarrow was born on the island of Oskerry in 1931 and led the observatory at Tarnhorn.",
        (
            "The observatory at Tarnhorn was led by Maud Tarrow. Tarrow was shy. Born in Oskerry, "
            "she hated the heat, and Tarrow said so."
        ),
    ],
)
def test_two_birthplaces_are_found(text: str):
    assert codes(BORN, text) == ["P601"]


@pytest.mark.parametrize(
    "text",
    [
        "Maud Tarrow led the observatory at Tarnhorn. Her children were born in Oskerry.",
        "Maud Tarrow, who was not born in Oskerry, led the observatory at Tarnhorn.",
        (
            "Maud Tarrow led the observatory at Tarnhorn. Tarrow was shy. Born in Oskerry, "
            "he was her deputy, and Tarrow liked him."
        ),
        "Maud Tarrow, born in March 1931, led the observatory at Tarnhorn.",
        "Maud Tarrow led the observatory at Tarnhorn with a born leader from Oskerry.",
        "Norwegian-born Maud Tarrow led the observatory at Tarnhorn.",
    ],
)
def test_what_tells_of_no_other_birthplace(text: str):
    assert "P601" not in codes(BORN, text)


def test_a_reading_has_one_place():
    left = (
        "A temperature of 43.7 degrees Celsius was measured at Vindrey on Monday, the Tarnhorn office said."
    )
    right = "The Tarnhorn office said the highest reading on Monday, 43.7 degrees Celsius, came at Oskerry."
    assert codes(left, right) == ["P601"]
    assert codes(left, right.replace("highest", "highest expected")) == []
