"""Votes and scores as pairs of counts."""

import pytest

from crosscheck.extraction import mentions
from crosscheck.extraction.document import Document
from crosscheck.extraction.tallies import tally_claims
from crosscheck.model import Article
from crosscheck.values import Relation, Tally


def tallies(text: str) -> list[tuple[str, str, tuple[int, ...]]]:
    document = Document(Article(text))
    mentions(document)
    return [
        (c.mention.text, c.mention.value.of, c.mention.value.counts)
        for c in tally_claims(document, 0)
        if isinstance(c.mention.value, Tally)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 8-1 vote ended the debate.", ("8-1", "vote", (8, 1))),
        ("The council approved the tram by 7-2.", ("7-2", "vote", (7, 2))),
        ("The panel voted six to three to close the mine.", ("six to three", "vote", (6, 3))),
        ("The court ruled, by two votes to one, for the miners.", ("two votes to one", "vote", (2, 1))),
        ("The council's 7-2 demand came too late.", ("7-2", "vote", (7, 2))),
        ("It is done. Eight yes, one no.", ("Eight yes, one no", "vote", (8, 1))),
        ("In the end 52 in favour, 38 against.", ("52 in favour, 38 against", "vote", (52, 38))),
        (
            "Seven said yes; there were two against.",
            ("Seven said yes; there were two against", "vote", (7, 2)),
        ),
        ("Five of the eight members voted for it.", ("Five of the eight members voted for", "vote", (5,))),
        (
            "Five of the eight members of the board voted for it.",
            ("Five of the eight members of the board voted for", "vote", (5,)),
        ),
        ("The bench ruled for her, with one judge dissenting.", ("one", "vote", (1,))),
        ("The four dissenters wrote an opinion.", ("four", "vote", (4,))),
        ("The council voted unanimously to close it.", ("unanimously", "vote", (0,))),
        ("In a unanimous ruling the court threw it out.", ("unanimous", "vote", (0,))),
        ("The plan was decided by seven votes.", ("seven votes", "vote", (7,))),
        ("The bill passed by a margin of 12 votes.", ("12 votes", "vote", (12,))),
        ("Parliament approved the bill 312-298.", ("312-298", "vote", (312, 298))),
        ("Delegates backed it by 612 to 605 in the vote.", ("612 to 605", "vote", (612, 605))),
        ("Norwick won 5-4 on penalties.", ("5-4", "shoot-out", (5, 4))),
        ("It was 1-0 at half-time.", ("1-0", "half-time", (1, 0))),
        ("Norwick beat Calder 3-1 in the rain.", ("3-1", "result", (3, 1))),
    ],
)
def test_a_vote_or_score_is_a_pair_of_counts(text: str, expected: tuple[str, str, tuple[int, ...]]) -> None:
    assert tallies(text) == [expected]


def test_a_score_and_its_shoot_out_are_two_tallies() -> None:
    assert tallies("It ended 2-2 after extra time and 4-3 on penalties.") == [
        ("2-2", "result", (2, 2)),
        ("4-3", "shoot-out", (4, 3)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bell won 6-1 6-2 on clay.",
        "Bell won 7-6 (4), 6-3 on clay.",
        "Call 555-0142 to vote.",
        "Norwick have a 7-2 record after they won.",
        "They won at odds of 5-4.",
        "The council voted for a 3-5 year plan.",
        "They voted to build 20-30 homes.",
        "The vote of the council was not unanimous.",
        "The council's vote was hardly unanimous.",
        "Norwick's friends were unanimous.",
        "The vote was put off by seven days.",
        "The party holds a 51-49 majority in the Senate.",
        "They voted to cut the fee from 612 to 605.",
        "Norwick beat Calder 312-298.",
        "Seventeen of the 22 boroughs were against the vote.",
        "The three dissenting books were voted on.",
        "In 2019 the council voted 6-3 against it.",
        "The final ran from 2015-2019.",
        "The score was 2-1 then.",
        "Nine of the charges were for fraud.",
    ],
)
def test_ranges_records_sets_and_votes_of_another_year_are_none(text: str) -> None:
    assert tallies(text) == []


def test_the_order_of_the_counts_is_not_told() -> None:
    assert Tally((2, 7), "vote").relation(Tally((7, 2), "vote")) is Relation.EQUAL
    assert Tally((8, 1), "vote").relation(Tally((7, 2), "vote")) is Relation.DISJOINT


def test_one_count_fits_a_tally_that_has_it() -> None:
    assert Tally((6,), "vote").relation(Tally((6, 3), "vote")) is Relation.COMPATIBLE
    assert Tally((5,), "vote").relation(Tally((6, 3), "vote")) is Relation.DISJOINT
    assert Tally((6,), "vote").relation(Tally((3,), "vote")) is Relation.INCOMPARABLE


def test_dissent_and_unanimity_are_held_against_a_pair() -> None:
    assert Tally((3,), "vote").relation(Tally((6, 3), "vote")) is Relation.COMPATIBLE
    assert Tally((3,), "vote").relation(Tally((5, 4), "vote")) is Relation.DISJOINT
    assert Tally((0,), "vote").relation(Tally((9, 0), "vote")) is Relation.COMPATIBLE
    assert Tally((0,), "vote").relation(Tally((8, 1), "vote")) is Relation.DISJOINT


def test_a_margin_is_what_lies_between() -> None:
    margin = Tally((7,), "vote", margin=True)
    assert margin.relation(Tally((612, 605), "vote")) is Relation.COMPATIBLE
    assert margin.relation(Tally((612, 601), "vote")) is Relation.DISJOINT
    assert Tally((612, 601), "vote").relation(margin) is Relation.DISJOINT
    assert margin.relation(Tally((9,), "vote", margin=True)) is Relation.DISJOINT
    assert margin.relation(Tally((7,), "vote", margin=True)) is Relation.EQUAL
    assert margin.relation(Tally((7,), "vote")) is Relation.INCOMPARABLE


@pytest.mark.parametrize(
    "other",
    [
        Tally((4, 3), "result"),
        Tally((512, 301), "vote"),
        Tally((4, 3), "vote", frozenset({"committee"})),
        Tally((4, 3), "vote", bodies=frozenset({"senate"})),
    ],
)
def test_tallies_of_two_things_are_incomparable(other: Tally) -> None:
    assert Tally((5, 4), "vote", bodies=frozenset({"house"})).relation(other) is Relation.INCOMPARABLE
