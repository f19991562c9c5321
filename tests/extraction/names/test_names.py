"""Names of people, organisations and places: every spelling of a name, and what only looks like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck.extraction.document import Document
from crosscheck.extraction.names.names import read
from crosscheck.model import Article, Mention
from crosscheck.values import Name


def found(text: str, kind: str = "person") -> list[Mention]:
    mentions = sorted(read(Document(Article(text))), key=lambda m: m.start)
    return [m for m in mentions if m.kind == kind]


def names(text: str, kind: str = "person") -> list[str]:
    return [m.value.to_dict()["name"] for m in found(text, kind)]


def one(text: str) -> Name:
    (mention,) = found(text)
    assert isinstance(mention.value, Name)
    return mention.value


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lt. Gen. Yaron Adler spoke.", "Yaron Adler"),
        ("Sheikh Hamad bin Khalid Al Noor arrived.", "Hamad bin Khalid Al Noor"),
        ("They met Desmond O'Hanlon there.", "Desmond O'Hanlon"),
        ("They met Desmond O’Hanlon there.", "Desmond O’Hanlon"),
        ("They met Pieter van der Linden there.", "Pieter van der Linden"),
        ("They met Gloria Tran-Whitley there.", "Gloria Tran-Whitley"),
        ("They met William J. Marsden there.", "William J. Marsden"),
        ("They met Robert Marsden Jr. there.", "Robert Marsden"),
        ("It was Sen. Orla Marsden's bill.", "Orla Marsden"),
        ("It was Sen. Orla Marsden’s bill.", "Orla Marsden"),
        ('Police named Mark "Sparky" Marsden.', "Mark Marsden"),
        ("“[Rebel chief Yusuf] Darwish is alive,” it said.", "Yusuf Darwish"),
        ("MARSDEN, Graeme Alan. Suddenly, at home.", "Graeme Alan Marsden"),
        ("But Helen Marsden disagreed.", "Helen Marsden"),
        ("Captain Zhvan Qurtel landed.", "Zhvan Qurtel"),
        ("Zhvan Qurtel, who lives nearby, ran.", "Zhvan Qurtel"),
    ],
)
def test_people(text: str, name: str):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Norwick Police Department closed Marsden Avenue on Monday.",
        "They drove to Lake Victoria and Port Ellery in March.",
        "New York and San Diego were quiet.",
        "Superstorm Sandy Relief Fund",
        "The Supreme Court met on Tuesday.",
        "AP Photo",
        "WASHINGTON",
    ],
)
def test_no_people(text: str):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "office", "place", "state"),
    [
        ("Foreign Minister Nadia Soltan spoke.", "foreign-minister", "", None),
        ("Former Norwegian Prime Minister Nadia Soltan spoke.", "prime-minister", "norwegian", "past"),
        ("Norwick County Sheriff Nadia Soltan spoke.", "sheriff", "norwick county", None),
        ("President-elect Nadia Soltan spoke.", "president", "", "future"),
        ("Acting Mayor Nadia Soltan spoke.", "mayor", "", "lesser"),
        ("Nadia Soltan, the Swiss envoy, spoke.", "envoy", "swiss", None),
        ("Nadia Soltan, former head of Quillmark, spoke.", "leader", "quillmark", "past"),
        ("Nadia Soltan, who was mayor of Norwick, spoke.", "mayor", "norwick", "past"),
        ("Nadia Soltan, 54, a baker, spoke.", "trade", "", None),
        ("Its chief operating officer, Nadia Soltan, spoke.", "coo", "", None),
        ("The rebel chief Nadia Soltan spoke.", "leader", "", None),
    ],
)
def test_posts(text: str, office: str, place: str, state: str | None):
    (post,) = one(text).posts
    assert (post.office, post.place, post.state) == (office, place, state)
    assert text[post.start : post.end] == post.text


def test_a_list_is_no_apposition():
    text = "He met Attorney General Eric Marsden, former CIA Director Joan Bell and Rep. Maxine Hale."
    offices = [[p.office for p in m.value.posts] for m in found(text) if isinstance(m.value, Name)]
    assert offices == [["attorney-general"], ["cia-director"], ["representative"]]


def test_the_parts_of_a_name():
    name = one("Sheikh Hamad bin Khalid Al Noor arrived.")
    assert (name.given, name.family, name.titles) == (("Hamad", "bin", "Khalid"), "Al Noor", ("Sheikh",))


@pytest.mark.parametrize(
    ("text", "age"), [("Helen Marsden, 24, ran.", 24), ("24-year-old Helen Marsden ran.", 24)]
)
def test_ages(text: str, age: int):
    assert one(text).age == age


def test_a_lone_surname_belongs_to_the_full_name():
    last = found("Helen Marsden ran. Then Marsden fell.")[-1]
    assert isinstance(last.value, Name)
    assert (last.text, last.value.name, last.value.linked) == ("Marsden", "Helen Marsden", True)


def test_a_lone_surname_of_two_people_stays_open():
    last = found("Helen Marsden ran. Robert Marsden fell. Then Marsden rose.")[-1]
    assert isinstance(last.value, Name)
    assert (last.value.name, last.value.given) == ("Marsden", ())


def test_relatives_are_marked():
    assert one("His wife, Anna Marsden, wept.").kin


@pytest.mark.parametrize(
    ("text", "kind", "name", "aliases"),
    [
        ("The Norwick Security Agency (NSA) spoke.", "organisation", "Norwick Security Agency", ["NSA"]),
        ("They sued Dunmore Paper for it.", "organisation", "Dunmore Paper", []),
        ("It happened in Morrow County yesterday.", "place", "Morrow County", []),
        ("It happened in Doha yesterday.", "place", "Doha", []),
    ],
)
def test_organisations_and_places(text: str, kind: str, name: str, aliases: list[str]):
    assert found(text, kind)[0].value.to_dict() == {"name": name, "aliases": aliases}


@given(st.text())
def test_spans_give_back_the_text(text: str):
    for mention in read(Document(Article(text))):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text


@pytest.mark.parametrize(
    "piece", ["AB CD ", "Anna Bell ", "A-", "Mr. ", "van der ", "[Anna] ", "president of the "]
)
def test_time_grows_with_the_text_only(piece: str):
    def spent(times: int) -> float:
        began = time.process_time()
        list(read(Document(Article(piece * times))))
        return time.process_time() - began

    spent(100)
    assert spent(40_000) < 25 * max(spent(4_000), 0.01)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Udi Navon and Ngozi Adeola-Bright there.", ["Udi Navon", "Ngozi Adeola-Bright"]),
        ("Bartender Stavros Petrakis testified.", ["Stavros Petrakis"]),
        ("J.R. Whitfield III, an analyst, spoke.", ["J.R. Whitfield"]),
        ("Mariam Al Suwaidi came. Al Suwaidi left.", ["Mariam Al Suwaidi", "Mariam Al Suwaidi"]),
        ("Sen. Al Fletcher spoke.", ["Al Fletcher"]),
        ("Lucía Ramírez Ortega spoke. Ramirez left.", ["Lucía Ramírez Ortega", "Lucía Ramírez Ortega"]),
        ("Ling Jiayi ran. Ling won.", ["Ling Jiayi", "Ling Jiayi"]),
        ("Helen Marsden KC, for the Crown, spoke.", ["Helen Marsden"]),
        ("Winifred Marsden spoke. “Winnie” was her name.", ["Winifred Marsden", "Winifred Marsden"]),
        ("The ferry Anna Marsden sank.", []),
        ("Sailors of the USS Anna Marsden swam.", []),
        ("They heard it on 103FM Radio.", []),
    ],
)
def test_names_of_many_kinds(text: str, expected: list[str]):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Federation of Weavers and Dyers (FWD) spoke. The FWD left.",
            ["Federation of Weavers and Dyers"] * 3,
        ),
        ("Tri-County Transit (TCT) runs it.", ["Tri-County Transit"] * 2),
        ("Bexley Looms Group fell. Bexley’s chairman left.", ["Bexley Looms Group"] * 2),
        ("Shares in Karat fell after Karat’s chairman left.", ["Karat", "Karat"]),
        ("The Seafarers’ Alliance spoke.", ["Seafarers’ Alliance"]),
        ("They asked Heston & Rae for it.", ["Heston & Rae"]),
        ("They work for the charity Open Door in Leeds.", ["Open Door"]),
        ("The WHO spoke. Who else would?", ["WHO"]),
        ("It rained on Monday in the West.", []),
    ],
)
def test_organisations(text: str, expected: list[str]):
    assert names(text, "organisation") == expected


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Nobody else came. Shivrela Tandokar, a 58-year-old former teacher, carried the flag.",
         "Shivrela Tandokar", 58),
        ("Trains will run on Monday, said Verla Ostrick, who runs the depot.", "Verla Ostrick", None),
        ("The rice was dear. Tomivi Raukene saw his chance.", "Tomivi Raukene", None),
        ("Danitsa Krelmar, then an apprentice, sued the yard.", "Danitsa Krelmar", None),
    ],
)  # fmt: skip
def test_what_stands_beside_two_unknown_words_makes_them_a_person(text: str, name: str, age: int | None):
    people = [m.value for m in crosscheck.extract(text) if isinstance(m.value, Name)]
    assert [(p.name, p.age) for p in people] == [(name, age)]


@pytest.mark.parametrize(
    "text",
    ["The rice was dear. Tomivi Raukene opened and his rivals closed.",
     "Tomivi Raukene slid 3 percent as her boss quit."],
)  # fmt: skip
def test_what_is_his_of_another_clause_makes_no_person(text: str):
    assert not [m for m in crosscheck.extract(text) if m.kind == "person"]
