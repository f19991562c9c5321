"""Parts of a known whole, what is said of them, and whether it is denied."""

import pytest

from crosscheck.extraction.document import Document
from crosscheck.extraction.parts import part_claims
from crosscheck.lexicon.words import canonical
from crosscheck.model import Article
from crosscheck.values import Part, Relation


def parts(text: str) -> list[Part]:
    return [
        c.mention.value for c in part_claims(Document(Article(text)), 0) if isinstance(c.mention.value, Part)
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole", "noun", "said"),
    [
        ("Engineers said 19 of the 27 bridges were painted.", 19, 27, "bridges", "painted"),
        ("Seventeen out of 21 brewers had raised prices.", 17, 21, "brewers", "raised"),
        ("The harbour will lose 62 of its 148 cranes.", 62, 148, "cranes", "lose"),
        ("Fourteen of Norwick's 128 buses are idle.", 14, 128, "buses", "idle"),
        ("Of the 25 wells, 23 were poisoned.", 23, 25, "wells", "poisoned"),
        ("Of the 41 people hurt in the crash, 22 have gone home.", 22, 41, "people", "home"),
        ("There are 27 bridges, of which 19 have been painted.", 19, 27, "bridges", "painted"),
        ("He wrote 30 songs, six of them duets.", 6, 30, "songs", "duets"),
        ("They held 31 sailors, nine of whom were injured.", 9, 31, "sailors", "injured"),
        ("All 87 sailors were charged.", 87, 87, "sailors", "charged"),
        ("Every one of the town's 86 wells was poisoned.", 86, 86, "wells", "poisoned"),
        ("Each of the 12 crews was paid.", 12, 12, "crews", "paid"),
        ("None of the 12 crews was paid.", 0, 12, "crews", "paid"),
        ("All but two of the 25 wells were poisoned.", 23, 25, "wells", "poisoned"),
        ("Nineteen of the 27 were painted.", 19, 27, "", "painted"),
    ],
)
def test_a_part_has_its_whole(text: str, part: int, whole: int, noun: str, said: str) -> None:
    (value,) = parts(text)
    assert (value.part, value.whole, value.of) == (part, whole, canonical(noun) if noun else "")
    assert canonical(said) in value.said
    assert not value.negated


@pytest.mark.parametrize(
    "text",
    [
        "Two of the 25 wells were not poisoned.",
        "Eight of the 27 bridges have yet to be painted.",
        "Eight of the 27 bridges have still to be painted.",
        "Eight of the 27 bridges weren't painted.",
        "Eight of the 27 bridges remain unfinished.",
    ],
)
def test_what_is_said_can_be_denied(text: str) -> None:
    assert [value.negated for value in parts(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One of the three left.",
        "Two of those 19 July letters are lost.",
        "He died on 5 of May 2019.",
        "Seven in 10 of the town's 15,600 people work there.",
        "Dozens of the 40 wells were poisoned.",
        "Half of the 40 wells were poisoned.",
        "Thirty of the 20 wells were poisoned.",
        "All the wells were poisoned.",
        "The match ended 3-2.",
        "of of of 3 of 2 of",
        "Nine of the 40 wells might be poisoned.",
        "all 3",
        "none of 3",
    ],
)
def test_other_figures_are_no_parts(text: str) -> None:
    assert parts(text) == []


def test_the_offsets_give_back_the_text() -> None:
    text = "Of the 25 wells, 23 were poisoned. All 87 sailors slept."
    for claim in part_claims(Document(Article(text)), 0):
        assert text[claim.mention.start : claim.mention.end] == claim.mention.text


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        (Part(19, 27), Part(19, 27), Relation.EQUAL),
        (Part(19, 27), Part(21, 27), Relation.DISJOINT),
        (Part(19, 27), Part(8, 27, negated=True), Relation.COMPATIBLE),
        (Part(19, 27), Part(5, 27, negated=True), Relation.COMPATIBLE),
        (Part(19, 27), Part(19, 27, negated=True), Relation.DISJOINT),
        (Part(19, 27, negated=True), Part(19, 27), Relation.DISJOINT),
        (Part(27, 27), Part(27, 31), Relation.DISJOINT),
    ],
)
def test_parts_of_one_whole_exclude_each_other(one: Part, two: Part, relation: Relation) -> None:
    assert one.relation(two) is relation
    assert two.relation(one) is relation
