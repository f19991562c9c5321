"""What happened years ago: counted back to in one article, dated in another."""

from datetime import datetime

import pytest

from crosscheck import Article, check

ARTHUR = "Sister Beata Holm of the Ulverby Trust and Norwick's mayor, Ines Farrow, were in Calder that day."


def found(
    one: str, two: str, days: tuple[str | None, str | None] = ("2024-03-20", "2024-03-21")
) -> list[str]:
    """The codes of what is found in two articles of one story, known by its names."""
    published = [None if day is None else datetime.fromisoformat(day) for day in days]
    articles = [
        Article(f"{text} {ARTHUR}", id=f"a{n}", published=when)
        for n, (text, when) in enumerate(zip((one, two), published, strict=True))
    ]
    return [f.code for f in check(articles).findings]


CASES = [
    ("{} years ago the tug Brindle Maid was raised from the harbour.", "The Brindle Maid sank in {}."),
    (
        "The novelist came here {} years ago for Tern Island, her debut.",
        "Tern Island, a debut, was listed in {}.",
    ),
    (
        "It was {} years ago that a barge spilt 900 tonnes of diesel.",
        "In {} a barge lost 900 tonnes of diesel.",
    ),
    (
        "Vrel's Keystone Fund bought its stake {} years ago.",
        "Keystone Fund, whose stake dates from {}, sold.",
    ),
    ("Striker Osei Danquah left for Porto {} years ago.", "Danquah, who moved to Porto in {}, is back."),
]


@pytest.mark.parametrize(("ago", "dated"), CASES)
def test_years_ago_lead_to_the_year_of_the_other_article(ago: str, dated: str) -> None:
    assert found(ago.format("Six"), dated.format(2018)) == []
    assert found(ago.format("Six"), dated.format(2014)) == ["D105"]
    assert found(dated.format(2014), ago.format("Six")) == ["D105"]


def test_an_article_without_a_date_counts_from_the_day_of_its_story() -> None:
    ago, dated = CASES[0]
    assert found(ago.format("Six"), dated.format(2014), (None, "2024-03-21")) == ["D105"]


SILENT = [
    # a year more or less is not spoken of
    ("Six years ago the tug Brindle Maid was raised.", "The tug Brindle Maid was raised in 2017."),
    # other things that share only plain words, or one name
    ("Six years ago the harbour wall was raised.", "The harbour wall was painted in 2014."),
    ("Six years ago Danquah married.", "Danquah moved to Porto in 2014."),
    # the article that counts gives the year too, or one that agrees
    ("Six years ago, not in 2014, the tug Brindle Maid sank.", "The tug Brindle Maid sank in 2014."),
    # a name that holds a year
    ("Six years ago Danquah lost to Porto at home.", "Danquah recalls the 2014 Porto cup, which he lost."),
    # the other article has both
    (
        "Six years ago the tug Brindle Maid sank.",
        "The tug Brindle Maid sank in 2018. The Brindle Maid, a tug, was built in 1950.",
    ),
]


@pytest.mark.parametrize(("one", "two"), SILENT)
def test_what_may_be_another_thing_is_left_alone(one: str, two: str) -> None:
    assert found(one, two) == []


def test_articles_of_other_times_are_not_compared() -> None:
    ago, dated = CASES[0]
    assert found(ago.format("Six"), dated.format(2014), ("2024-03-20", "2026-03-21")) == []
