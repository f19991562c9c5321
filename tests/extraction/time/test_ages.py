"""Ages behind a word for a person, in words behind a name, and behind "dies at"; points of a rate."""

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.values import Quantity


def ages(text: str) -> list[str]:
    return [m.text for m in crosscheck.extract(Article(text, id="a")) if m.kind == "age"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A boy, nine, hid in the barn.", ["nine"]),
        ("The girl, 16, was hurt.", ["16"]),
        ("They freed a pensioner, 81.", ["81"]),
        ("Her son, three, slept.", ["three"]),
        ("Timo Rask, nine, was asleep.", ["nine"]),
        ("Puppeteer Elsa Rank dies at 91\n\nShe made dolls speak on three continents.", ["91"]),
        ("Elsa Rank, who made dolls speak, is dead at 91.", ["91"]),
        ("Elsa Rank died at 91 after a fall.", ["91"]),
    ],
)
def test_an_age_behind_a_person(text: str, told: list[str]):
    assert ages(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norwick Rovers, nine, Calder United, two.",
        "She gave the boy, nine apples and a pear.",
        "On board were a man, three goats and a dog.",
        "He died at 9 on Monday.",
        "He was found dead at 12 Elm Street.",
        "Her son, three goats and a dog were on board.",
    ],
)
def test_a_number_that_counts_something_is_none(text: str):
    assert ages(text) == []


def units(text: str) -> list[str | None]:
    values = [m.value for m in crosscheck.extract(text)]
    return [value.unit for value in values if isinstance(value, Quantity)]


def test_points_of_a_rate_of_interest_are_basis_points():
    assert units("The bank cut its policy rate by 250 points.") == ["basis point"]
    assert units("The bank raised rates by 50 points.") == ["basis point"]
    assert units("It was a 75-point cut in interest rates.") == ["basis point"]


def test_other_points_are_not():
    assert units("The index fell 250 points.") == ["point"]
    assert units("His approval rate fell 25 points.") == ["point"]
    assert units("They won by 30 points.") == ["point"]
    assert units("The bank raised rates by 2 points.") == ["point"]
