"""Sheets out of Wikidata's entity dumps and out of CSV."""

import bz2
import gzip
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import Sheet
from crosscheck.errors import InputError
from crosscheck.facts import Event, Named
from crosscheck.sheet import table, wikidata
from crosscheck.sheet.wikidata import Wanted
from crosscheck.sheet.writer import written


def item(number, name, aliases=(), **claims):
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {
            "en": {"language": "en", "value": name},
            "fr": {"language": "fr", "value": f"{name} (fr)"},
        },
        "aliases": {"en": [{"language": "en", "value": a} for a in aliases]},
        "claims": claims,
    }


def points_to(*numbers, qualifiers=None, rank="normal"):
    return [
        {
            "mainsnak": {
                "snaktype": "value",
                "datavalue": {"type": "wikibase-entityid", "value": {"entity-type": "item", "id": f"Q{n}"}},
            },
            "type": "statement",
            "rank": rank,
            **({"qualifiers": qualifiers} if qualifiers else {}),
        }
        for n in numbers
    ]


def snak(day, precision=11):
    return {
        "snaktype": "value",
        "datavalue": {"type": "time", "value": {"time": f"+{day}T00:00:00Z", "precision": precision}},
    }


def at(day, precision=11):
    return [{"mainsnak": snak(day, precision), "type": "statement", "rank": "normal"}]


MINISTER = points_to(900, qualifiers={"P580": [snak("2019-05-01")], "P582": [snak("2022-00-00", 9)],
                                      "P1001": [points_to(901)[0]["mainsnak"]]})  # fmt: skip
DUMP = [
    item(
        1,
        "Nadia Soltan",
        ("Nadia A. Soltan", "Soltan"),
        P31=points_to(5),
        P569=at("1961-03-00", 10),
        P39=MINISTER,
    ),
    item(2, "Kessim quake", P31=points_to(7944), P585=at("2023-01-12"), P276=points_to(902)),
    item(3, "Darvane truce", P580=at("2023-11-24"), P582=at("2023-11-30")),
    item(4, "Harbourview Mills", P31=points_to(4830453), P571=at("1911-00-00", 9)),
    item(902, "Kessim", P625=[{"mainsnak": {"snaktype": "value"}, "rank": "normal"}]),
    item(900, "foreign minister"),
    item(901, "Norwick"),
    item(5, "human"),
]
LINES = "[\n" + ",\n".join(json.dumps(entity) for entity in DUMP) + "\n]\n"


def sheet_of(entries):
    return Sheet.loads("\n".join(written(entries)) + "\n")


@pytest.mark.parametrize(
    ("suffix", "pack"), [("json", bytes), ("json.gz", gzip.compress), ("json.bz2", bz2.compress)]
)
def test_a_dump_becomes_a_sheet(tmp_path, suffix, pack):
    path = tmp_path / f"dump.{suffix}"
    path.write_bytes(pack(LINES.encode()))
    outcome = wikidata.load(path, Wanted())
    assert (outcome.read, outcome.broken, len(outcome.entries)) == (8, 0, 5)
    facts = {fact.name: fact for fact in sheet_of(outcome.entries).facts if isinstance(fact, (Named, Event))}
    soltan, quake, truce = facts["Nadia Soltan"], facts["Kessim quake"], facts["Darvane truce"]
    assert isinstance(soltan, Named)
    assert soltan.aliases == ("Nadia A. Soltan",)  # a lone surname is too many people's
    assert soltan.born is not None
    assert soltan.born.stated == "1961-03"
    (office,) = soltan.offices
    assert (office.title, office.of) == ("foreign minister", ("Norwick",))
    assert (office.start, office.end) == (date(2019, 5, 1), date(2022, 12, 31))
    assert isinstance(quake, Event)
    assert quake.when is not None
    assert (quake.when.single, quake.place) == (date(2023, 1, 12), "Kessim")
    assert isinstance(truce, Event)
    assert truce.when is not None
    assert truce.when.stated == "2023-11-24/2023-11-30"
    assert {f.kind for f in facts.values() if isinstance(f, Named)} == {"person", "organisation", "place"}


def test_only_what_is_wanted(tmp_path):
    path = tmp_path / "dump.json"
    path.write_text(LINES)
    assert [e[1]["name"] for e in wikidata.load(path, Wanted(frozenset({"Q1"}))).entries] == ["Nadia Soltan"]
    wanted = Wanted(tables=frozenset({"places"}), language="fr")
    assert [e[1]["name"] for e in wikidata.load(path, wanted).entries] == ["Kessim (fr)"]


@pytest.mark.parametrize("indent", [None, 1])
def test_the_export_of_one_entity(tmp_path, indent):
    path = tmp_path / "Q1.json"
    path.write_text(json.dumps({"entities": {"Q1": DUMP[0]}}, indent=indent))
    outcome = wikidata.load(path, Wanted())
    ((kind, fields),) = outcome.entries
    assert (kind, fields["name"], fields["offices"]) == ("people", "Nadia Soltan", [])  # nothing names Q900


def test_deprecated_statements_do_not_count_and_preferred_ones_do(tmp_path):
    born = [
        {**at("1950-01-01")[0], "rank": "deprecated"},
        *at("1960-01-01"),
        {**at("1961-01-01")[0], "rank": "preferred"},
    ]
    path = tmp_path / "d.json"
    path.write_text(json.dumps(item(1, "A B", P31=points_to(5), P569=born)))
    ((_, fields),) = wikidata.load(path, Wanted()).entries
    assert fields["born"] == "1961-01-01"


def test_broken_lines_are_counted(tmp_path):
    path = tmp_path / "dump.json"
    path.write_text(LINES.replace('"id": "Q2"', '"id": Q2'))
    outcome = wikidata.load(path, Wanted())
    assert (outcome.read, outcome.broken) == (7, 1)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no entity in it"),
        (b"[]", "no entity in it"),
        (b"no json at all", "no entity in it"),
        (b"{\n", "not JSON"),
        (b"\x1f\x8bnot gzip", "cannot be read"),
        (b"BZhnot bzip2", "cannot be read"),
        (b"[" * 100_000, "no entity in it"),
        (b'{"a":' * 100_000, "not JSON"),
    ],
)
def test_what_is_no_dump_is_told(tmp_path, content, told):
    path = tmp_path / "dump"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told) as caught:
        wikidata.load(path, Wanted())
    assert str(caught.value).startswith(str(path))


def test_a_missing_dump_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        wikidata.load(tmp_path / "none.json.gz", Wanted())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "value", "mainsnak", "datavalue", "id", "rank", "time"]), inner, max_size=3
        )
    ),
    max_leaves=10,
)
CLAIMS = st.dictionaries(st.sampled_from(["P31", "P39", "P569", "P585", "P276", "P625"]), JSON, max_size=4)


@given(CLAIMS | JSON, JSON, JSON)
def test_any_entity_is_an_entry_or_none(claims, labels, aliases):
    entity = {"id": "Q1", "labels": labels, "aliases": aliases, "claims": claims}
    found = wikidata.entry(entity, "en")
    named = {**entity, "labels": {"en": {"value": "A name"}}}
    for made in (found, wikidata.entry(named, "en")):
        if made is not None:
            assert made[0] in {"people", "events", "organisations", "places"}


CSV = """\
table,name,aliases,misspellings,date,born,office,of,from,to,what,value,about,words,speaker
events,Kessim quake,earthquake in Kessim|the big one,,2023-01-12,,,,,,,,,,
people,Nadia Soltan,,Nadia Sultan,,1961-03,foreign minister,Norwick|Norwickian,2019-05-01,2022-05-01,,,,,
people,Nadia Soltan,,,,,defence minister,Norwick,2022-05-02,,,,,,
figures,,,,,,,,,,people killed,"about 1,200",Kessim quake,,
quotations,,,,,,,,,,,,,We will not leave.,Nadia Soltan

places,Khan Dariq,,,,,,,,,,,,,
"""


def test_a_table_becomes_a_sheet(tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text("\ufeff" + CSV, encoding="utf-8")
    sheet = sheet_of(table.load(path))
    assert [type(f).__name__ for f in sheet.facts] == ["Event", "Named", "Named", "Figure", "Quoted"]
    person = sheet.facts[1]
    assert isinstance(person, Named)
    assert person.misspellings == ("Nadia Sultan",)
    assert [(o.title, o.of) for o in person.offices] == [
        ("foreign minister", ("Norwick", "Norwickian")),
        ("defence minister", ("Norwick",)),
    ]


def test_semicolons_and_tabs_part_cells_too(tmp_path):
    for mark in ";\t":
        path = tmp_path / "facts.tsv"
        path.write_text(f"table{mark}name{mark}date\nevents{mark}Quake{mark}2023-01-12\n")
        assert table.load(path) == [("events", {"name": "Quake", "date": "2023-01-12"})]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f.csv:1: the column 'table' is missing: known are table, name"),
        ("name\nA\n", "f.csv:1: the column 'table' is missing"),
        ("table,nmae\nevents,A\n", "f.csv:1: there is no column 'nmae'"),
        ("table,name\nevent,A\n", "f.csv:2: the table 'event' is none of events, people"),
        ("table,name\nevents,\n", "f.csv:2: name is missing"),
        ("table,name,born\nevents,A,1961\n", "f.csv:2: events have no 'born'"),
        ("table,name,date\nevents,A,May\n", "f.csv:2: date 'May' is no date: write"),
        ("table,name,to\npeople,A,2020\n", "f.csv:2: office is missing beside to"),
        ("table,name\nevents,A\nevents,A\n", "f.csv:3: 'A' stands in a row above already"),
        ("table,name\nevents,A,B\n", "f.csv:2: more cells than columns"),
    ],
)
def test_a_mistake_in_a_table_is_told_with_its_line(tmp_path, monkeypatch, text, told):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f.csv").write_text(text)
    with pytest.raises(InputError) as caught:
        table.load("f.csv")
    assert str(caught.value).startswith(told)


@given(st.text(max_size=120))
def test_any_text_is_a_table_or_clear_errors(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(f"table,name\n{text}", encoding="utf-8", errors="replace", newline="")
    told = str(path)
    try:
        table.load(path)
    except InputError as problem:
        told = str(problem)
    assert told.startswith(str(path))
