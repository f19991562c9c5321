"""Dates that stand by themselves."""

from datetime import UTC, date, datetime

import pytest

from crosscheck.isolated import parse_metadata_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-04-03", date(2024, 4, 3)),
        ("20240403", date(2024, 4, 3)),
        ("2024-04-03T09:30:00Z", datetime(2024, 4, 3, 9, 30, tzinfo=UTC)),
        ("2024-04-03 09:30", datetime(2024, 4, 3, 9, 30)),  # noqa: DTZ001 - no zone was given
        ("April 3, 2024", date(2024, 4, 3)),
        ("3 April 2024", date(2024, 4, 3)),
        ("04/13/2024", date(2024, 4, 13)),
        ("Wed, 03 Apr 2024 09:30:00 GMT", datetime(2024, 4, 3, 9, 30, tzinfo=UTC)),
    ],
)
def test_dates_in_metadata(text: str, found: date):
    assert parse_metadata_date(text) == found


def test_a_date_in_another_language():
    assert parse_metadata_date("3 avril 2024", "fr") == date(2024, 4, 3)


@pytest.mark.parametrize(
    "text",
    [
        "80%",
        "may",
        "we",
        "2024",
        "April 2024",
        "03/04/2024",
        "in 2024 or so",
        "x" * 10_000 + "2024",
        "9" * 5000,
    ],
)
def test_what_is_no_date(text: str):
    assert parse_metadata_date(text) is None


def test_the_same_figure_twice_is_clear():
    assert parse_metadata_date("04/04/2024") == date(2024, 4, 4)
    assert parse_metadata_date("03/04/2024", "fr") == date(2024, 4, 3)
