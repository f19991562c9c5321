"""Ratings on a scale: the scale is the unit."""

from decimal import Decimal

import pytest

from crosscheck import extract
from crosscheck.values import Quantity, Relation


def rated(text: str) -> list[tuple[str, str | None, Decimal | None]]:
    found = [m for m in extract(text) if isinstance(m.value, Quantity) and m.value.dimension]
    return [(m.text, m.value.unit, m.value.low) for m in found if isinstance(m.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came ashore as a Category 4 storm.", ("Category 4", "category", "4")),
        ("It weakened to a category two, then died.", ("category two", "category", "2")),
        ("a magnitude 7.1 earthquake", ("magnitude 7.1", "magnitude", "7.1")),
        ("a quake with a magnitude of 6.8", ("magnitude of 6.8", "magnitude", "6.8")),
        ("a 7.1-magnitude quake", ("7.1-magnitude", "magnitude", "7.1")),
        ("The town is under a level 3 alert.", ("level 3", "level", "3")),
        ("alert level 2", ("level 2", "level", "2")),
        ("a grade II listed barn", ("grade II", "grade", "2")),
    ],
)
def test_a_rating_has_its_scale_as_unit(text: str, expected: tuple[str, str, str]) -> None:
    assert rated(text) == [(expected[0], expected[1], Decimal(expected[2]))]


@pytest.mark.parametrize(
    "text",
    [
        "level 3 of the car park",
        "stage 4 of the tour",
        "Category 5 cable",
        "grade 4 pupils",
        "a magnitude 60 star",
    ],
)
def test_floors_races_and_names_are_no_ratings(text: str) -> None:
    assert rated(text) == []


def test_ratings_on_two_scales_are_incomparable() -> None:
    one, two = (m.value for m in extract("a Category 3 storm and a level 3 alert"))
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    assert one.relation(two) is Relation.INCOMPARABLE
