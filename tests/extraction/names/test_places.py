"""Places in text, with what contains them, and what only looks like one."""

import pytest

from crosscheck.extraction.document import Document
from crosscheck.extraction.names.names import read
from crosscheck.model import Article
from crosscheck.values import Place, Relation


def places(text: str) -> list[Place]:
    mentions = sorted(read(Document(Article(text))), key=lambda m: m.start)
    return [m.value for m in mentions if isinstance(m.value, Place)]


def spans(text: str) -> list[str]:
    mentions = sorted(read(Document(Article(text))), key=lambda m: m.start)
    return [m.text for m in mentions if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry sank near Haifa, Israel, on Monday.", ["Haifa, Israel"]),
        ("A school in Norwick, Ky., was shut.", ["Norwick, Ky."]),
        ("A school in Norwick, Kentucky, was shut.", ["Norwick, Kentucky"]),
        ("Crews drove to the southern town of Karsund that night.", ["Karsund"]),
        ("Floods reached Karsund district before noon.", ["Karsund"]),
        ("They fled the hill town of Dara Velikhan at dawn.", ["Dara Velikhan"]),
        ("Morrow County closed its schools.", ["Morrow County"]),
        ("They sailed on Lake Orrin.", ["Lake Orrin"]),
        ("Ads ran in Miami, West Palm Beach and Fort Myers.", ["Miami", "West Palm Beach", "Fort Myers"]),
        ("Fighting spread from Aleppo to Idlib.", ["Aleppo", "Idlib"]),
        ("She lives in Jordan.", ["Jordan"]),
        ("Lisbon’s mayor agreed.", ["Lisbon"]),
        ("The clinic is in the village of Sant’Orsola.", ["Sant’Orsola"]),
    ],
)
def test_places(text: str, found: list[str]):
    assert spans(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The Boston Globe reported it.",
        "The Bank of England held its rate.",
        "Paris Hilton sang.",
        "Then Jordan Smith, 32, left with Florence Hale.",
        "The Syrian army and the French navy left.",
        "A spokesman for Islamic State said so.",
        "They met in March.",
        "A shell hit a Damascan suburb before dawn.",
        "The Bergaman district was dark.",
        "He wrote it in English.",
        "A review in Parliament.",
        "She works with Jordan and Charlotte.",
    ],
)
def test_no_places(text: str):
    assert places(text) == []


def test_a_container_chooses_between_places_of_one_name():
    (place,) = places("It was built in Portland, Maine, in 1962.")
    assert [c[-2:] for c in place.chains] == [("maine", "united states")]
    assert place.to_dict() == {"name": "Portland", "aliases": [], "within": ["Maine"]}


def test_what_one_passage_makes_sure_holds_for_the_article():
    assert spans("From Karsund came no word. In the town of Karsund the lights were out.") == [
        "Karsund",
        "Karsund",
    ]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("in Lisbon", "in Madrid", Relation.DISJOINT),
        ("in Lisbon", "in Portugal", Relation.COMPATIBLE),
        ("in Brooklyn", "in New York", Relation.COMPATIBLE),
        ("in the U.S.", "in the United States", Relation.EQUAL),
        ("in Portland, Maine", "in Portland, Oregon", Relation.DISJOINT),
        ("in Portland, Maine", "in Portland", Relation.EQUAL),
        ("in Crimea", "in Russia", Relation.COMPATIBLE),
        ("in Crimea", "in Ukraine", Relation.COMPATIBLE),
        ("in the town of Karsund", "in Norway", Relation.INCOMPARABLE),
        ("in the town of Karsund", "in the town of Melvik", Relation.INCOMPARABLE),
        ("in Norwick, Ky.", "in Kentucky", Relation.COMPATIBLE),
        ("in Norwick, Ky.", "in Ohio", Relation.DISJOINT),
        ("in Kiev", "in Kyiv", Relation.EQUAL),
    ],
)
def test_containment(one: str, other: str, relation: Relation):
    (a,), (b,) = places(f"They met {one}."), places(f"They met {other}.")
    assert a.relation(b) is relation
    assert b.relation(a) is relation


def test_a_dateline_names_a_place_that_no_gazetteer_has():
    text = "Quake kills nine\n\nTALGARABAD, Karesh (WW) -- A quake struck the south of Karesh, it said."
    shown = [m.text for m in Document(Article(text)).names if m.kind == "place"]
    assert sorted(shown) == ["Karesh", "Karesh", "TALGARABAD"]
