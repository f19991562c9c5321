"""Which figures are shown as one quantity over time."""

from datetime import date
from pathlib import Path

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.model import Series

DAYS = (date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 9))


def series(*texts: str) -> list[Series]:
    articles = [
        Article(text, id=f"a{n}", published=day)
        for n, (text, day) in enumerate(zip(texts, DAYS, strict=False))
    ]
    return list(crosscheck.check(articles).series)


def test_a_toll_that_rises_is_one_quantity():
    (toll,) = series(
        "The mudslide at Karvelsdal killed 12 people, the Karvelsdal police said.",
        "The Karvelsdal mudslide has now killed 19 people and injured 40.",
        "At least 23 people died in the mudslide at Karvelsdal.",
    )
    assert [(f.text, f.low, f.high, f.as_of) for f in toll.figures] == [
        ("12", "12", "12", "2024-03-01"),
        ("19", "19", "19", "2024-03-02"),
        ("23", "23", None, "2024-03-09"),
    ]
    assert toll.unit == "person"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The mudslide at Karvelsdal killed 12 people.", "The Karvelsdal mudslide injured 12 people."),
        (
            "The mudslide at Karvelsdal killed 12 people.",
            "The storm off Brevika drowned 12 sailors of the Tern.",
        ),
        ("In Karvelsdal 40 people voted for the dam.", "In Karvelsdal 60 people voted against the dam."),
        ("The mudslide at Karvelsdal killed 12 people, then 14 people died.", "Karvelsdal mourns."),
        ("The mudslide at Karvelsdal killed 12 people.", "In the Karvelsdal mudslide 12 people died."),
    ],
    ids=["other fates", "other stories", "sides of a vote", "one article", "one figure"],
)
def test_what_is_not_one_quantity_stays_apart(left: str, right: str):
    assert series(left, right) == []


def test_one_unit_for_all_figures():
    said = "spilled a slick {} long off Karvelsdal, harbour master Ivo Brandt told the Karvelsdal council."
    (slick,) = series(
        f"The tanker Ostara {said.format('30 km')}", f"The tanker Ostara {said.format('20 miles')}"
    )
    assert slick.unit == "km"
    assert [(f.text, f.low, f.high) for f in slick.figures] == [
        ("30 km", "30", "30"),
        ("20 miles", "32.1869", "32.1869"),
    ]


def test_the_report_has_them(fixtures: Path):
    report = crosscheck.check(crosscheck.load([fixtures / "tram-derailment"]))
    (toll,) = report.series
    assert [f.text for f in toll.figures] == ["five", "four", "Two", "Seven", "eight", "seven"]
    texts = {a.id: a.text for a in report.articles}
    assert all(texts[f.article][f.start : f.end] == f.text for f in toll.figures)
    assert report.to_dict()["series"] == [toll.to_dict()]
    assert report.to_dict()["series_omitted"] == 0
