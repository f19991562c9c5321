"""Facts told in other words: what makes two statements fit a schema, and what keeps them apart."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article

COLD_STORE = (
    "Fire guts old cold store at Port Lindell\n\n"
    "PORT LINDELL, March 3 - Flames tore through the disused Halvard cold store on Sunday night and "
    "nobody was hurt, fire chief Ingrid Moe said. {one}\n\n"
    "The Halvard family had hoped to turn the building into flats."
)
NEIGHBOURS = (
    "Goodbye to the Halvard store\n\n"
    "Neighbours in Port Lindell watched the roof fall in. {two} Ingrid Moe, the fire chief, "
    "thanked the crews, and the Halvard family thanked the neighbours."
)
DAY = date(2025, 3, 3)


def report(one: str, two: str, days: tuple[date | None, date | None] = (DAY, DAY)) -> crosscheck.Report:
    return crosscheck.check(
        [
            Article(COLD_STORE.format(one=one), id="a", source="Wire", published=days[0]),
            Article(NEIGHBOURS.format(two=two), id="b", source="Local", published=days[1]),
        ]
    )


def codes(found: crosscheck.Report) -> set[str]:
    return {f.code for f in found.findings}


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        (
            "The store, which the Halvards erected in 1931, had stood empty for years.",
            "It was built in 1938, when herring still paid for everything in Port Lindell.",
            "D102",
        ),
        (
            "The owners had been fined $1.24 million last year over asbestos.",
            "A penalty of $1.42 million over the asbestos is still unpaid.",
            "N201",
        ),
        (
            "Of its walls, 8 of 13 panels had been treated with tar.",
            "Tar was found on only six of the 13.",
            "N201",
        ),
    ],
)
def test_one_fact_in_other_words_is_found(one: str, two: str, code: str):
    found = report(one, two)
    assert codes(found) & {code, "D101"}, [f.message for f in found.findings]
    assert any("one fact in other words" in reason for f in found.findings for reason in f.reasons)


def test_neighbours_in_an_order_need_no_schema():
    found = report(
        "It was the third blaze in a row at the old harbour.",
        "For the fourth consecutive time the harbour crews were called out to a blaze.",
    )
    assert codes(found) == {"N208"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # another thing than the story's
        (
            "The store, which the Halvards erected in 1931, had stood empty for years.",
            "Another store, built in 1938 by the Halvards, still stands.",
        ),
        # each article tells of several
        (
            "The store was built in 1931, the ice house was built in 1938 and the jetty was built in 1940.",
            "The smokehouse was built in 1938 and the chapel was built in 1929.",
        ),
        # too far apart for one event
        (
            "The store, which the Halvards erected in 1931, had stood empty for years.",
            "The quay was built in 1874.",
        ),
        # two sorts of thing
        (
            "The firm that ran it was founded in 1931.",
            "The flats next door were built in 1938.",
        ),
        # a story has many prices
        (
            "Tickets for the harbour museum cost $12.",
            "The price of a ferry ticket is $14 now.",
        ),
    ],
)
def test_what_is_not_one_fact_is_left(one: str, two: str):
    assert not codes(report(one, two)) & {"D101", "D102", "N201", "N208", "D106"}


def test_lengths_of_two_seasons_are_of_two_things():
    pair = ("The crews' strike lasted 48 hours.", "A strike of the crews went on for 72 hours.")
    assert "D106" in codes(report(*pair))
    assert "D106" not in codes(report(*pair, days=(DAY, date(2023, 6, 1))))


def test_the_order_of_articles_changes_nothing():
    pair = (
        "The store, which the Halvards erected in 1931, had stood empty.",
        "It was built in 1938, when herring still paid for everything.",
    )
    articles = [
        Article(COLD_STORE.format(one=pair[0]), id="a", source="Wire", published=DAY),
        Article(NEIGHBOURS.format(two=pair[1]), id="b", source="Local", published=DAY),
    ]
    assert crosscheck.check(articles).to_dict() == crosscheck.check(articles[::-1]).to_dict()
