"""Offices that exclude each other, and offices with two holders."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Config

SCENE = "The Elder bridge at Port Ellery was built by Agnes Thorp of Ulverby. "
TODAY = date(2024, 4, 4)


def codes(*texts: str, days: tuple[date, ...] = ()) -> list[str]:
    when = days or (TODAY,) * len(texts)
    articles = [Article(SCENE + text, id=f"a{n}", published=when[n]) for n, text in enumerate(texts)]
    return [f.code for f in crosscheck.check(articles, config=Config(select=("R501", "R502")))]


def test_one_person_with_two_exclusive_offices():
    assert codes("Foreign Minister Nadia Soltan spoke.", "Defense Minister Nadia Soltan spoke.") == ["R501"]


def test_the_span_is_the_role_with_the_name():
    articles = [
        Article(SCENE + "Foreign Minister Nadia Soltan spoke.", id="a"),
        Article(SCENE + "Nadia Soltan, the defence minister, spoke.", id="b"),
    ]
    (finding,) = crosscheck.check(articles, config=Config(select=("R501",)))
    assert [c.text for c in finding.claims] == ["Foreign Minister Nadia Soltan", "defence minister"]


@pytest.mark.parametrize(
    "second",
    [
        "Former Defense Minister Nadia Soltan spoke.",
        "Acting Defense Minister Nadia Soltan spoke.",
        "Deputy Foreign Minister Nadia Soltan spoke.",
        "Nadia Soltan, who was defense minister until May, spoke.",
        "Foreign Minister and baker Nadia Soltan spoke.",
        "Defense Minister Karim Soltan spoke.",
    ],
)
def test_other_times_and_lesser_holders_are_left_alone(second: str):
    assert codes("Foreign Minister Nadia Soltan spoke.", second) == []


def test_two_holders_of_one_office_and_place():
    assert codes("Norwick Mayor Helen Foster spoke.", "Norwick Mayor Daniel Hilliard spoke.") == ["R502"]


def test_somebody_else_in_the_others():
    usual = "Sheriff Helen Foster praised the driver, Daniel Hilliard, 31, for his calm."
    assert codes(usual, "Sheriff Daniel Hilliard praised the driver for his calm.", usual) == ["R502"]


@pytest.mark.parametrize(
    "second",
    [
        "Quillmark Mayor Daniel Hilliard spoke.",
        "Former Norwick Mayor Daniel Hilliard spoke.",
        "Norwick Deputy Mayor Daniel Hilliard spoke.",
        "Norwick Mayor-elect Daniel Hilliard spoke.",
        "Mayor Daniel Hilliard spoke.",
        "Norwick Mayor H. Foster spoke.",
    ],
)
def test_other_seats_and_successors_are_left_alone(second: str):
    assert codes("Norwick Mayor Helen Foster spoke.", second) == []


def test_articles_years_apart_are_left_alone():
    days = (date(2020, 1, 1), date(2024, 1, 1))
    assert codes("Norwick Mayor Helen Foster spoke.", "Norwick Mayor Daniel Hilliard spoke.", days=days) == []


def test_articles_about_other_events_are_left_alone():
    articles = [
        Article("Norwick Mayor Helen Foster spoke.", id="a"),
        Article("Norwick Mayor Daniel Hilliard spoke.", id="b"),
    ]
    assert len(crosscheck.check(articles, config=Config(select=("R502",)))) == 0


def test_many_holders_of_one_office_stay_cheap():
    letters = "abcdefghijklmnopqrst"
    many = [
        Article(SCENE + f"President Anna Bell{a}{b}n spoke.", id=f"{a}{b}") for a in letters for b in letters
    ]
    assert crosscheck.check(many, config=Config(select=("R502",))) is not None
