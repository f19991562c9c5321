"""A facts sheet is read whole, and each mistake in it is told with its line and what to write."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import CrosscheckError, Sheet
from crosscheck.errors import InputError, UsageError
from crosscheck.facts import Event, Figure, Named, Quoted
from crosscheck.sheet.edtf import moment

WHOLE = """\
schema = "crosscheck-sheet/1"

[[events]]
name = "Kessim  quake"
aliases = "earthquake in Kessim"
date = 2023-01-12
place = "Kessim"

[[people]]
name = "Nadia Soltan"
misspellings = ["Nadia Sultan"]
born = "1961-03"
note = "spelt as she signs"
[[people.offices]]
title = "foreign minister"
of = ["Norwick"]
from = "2019-05"
to = "2022"

[[organisations]]
name = "Harbourview Mills"

[[places]]
name = "Khan Dariq"

[[figures]]
what = "people killed"
value = "about 1,200"
about = ["Kessim quake"]
as-of = "2023-02"
tolerance = "5%"

[[quotations]]
words = "We will not leave."
speaker = "Nadia Soltan"
"""


def test_everything_is_read():
    sheet = Sheet.loads(WHOLE, "facts.toml")
    event, person, organisation, place, figure, quotation = sheet.facts
    assert isinstance(event, Event)
    assert (event.name, event.aliases, event.place) == ("Kessim quake", ("earthquake in Kessim",), "Kessim")
    assert event.when is not None
    assert event.when.single == date(2023, 1, 12)
    assert event.where == "facts.toml:3"
    assert sheet.text[slice(*event.spots["date"])] == "2023-01-12"
    assert isinstance(person, Named)
    assert person.misspellings == ("Nadia Sultan",)
    (office,) = person.offices
    assert (office.start, office.end) == (date(2019, 5, 1), date(2022, 12, 31))
    assert office.where == "facts.toml:14"
    assert isinstance(organisation, Named)
    assert isinstance(place, Named)
    assert (organisation.kind, place.kind) == ("organisation", "place")
    assert isinstance(figure, Figure)
    assert (figure.value, figure.tolerance, figure.percent) == ("about 1,200", Decimal(5), True)
    assert isinstance(quotation, Quoted)
    assert quotation.speaker == "Nadia Soltan"
    assert sheet.size == 6


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[peple]]\nname = 'A'", "f.toml:1: there is no table 'peple' (did you mean 'people'?)"),
        ("[people]\nname = 'A'", "f.toml:1: write [[people]] over each entry"),
        ("people = ['A']", "f.toml:1: an entry of people is a table of keys"),
        ("[[people]]\nnam = 'A'\nname = 'A'", "f.toml:2: there is no key 'nam' here (did you mean 'name'?)"),
        ("[[people]]\nborn = 1961", 'f.toml:2: born 1961 is no date: write "2023-10-07"'),
        ("[[people]]\n", "f.toml:1: name is missing"),
        ("[[people]]\nname = ''", "f.toml:2: name is empty"),
        ("[[people]]\nname = '--'", "f.toml:2: name '--' has no letter"),
        ("[[people]]\nname = 3", "f.toml:2: name must be text in quotation marks, not a number"),
        ("[[people]]\nname = 'A'\naliases = 3", "f.toml:3: aliases must be a list of names"),
        ("[[people]]\nname = 'A'\naliases = ['B', 3]", "f.toml:3: aliases must be text"),
        ("[[people]]\nname='A'\nmisspellings=['A']", "f.toml:3: a spelling stands among the right ones"),
        ("[[people]]\nname='A'\nborn='2001'\ndied='1999'", "f.toml:4: died (1999) lies before born (2001)"),
        ("[[people]]\nname='A'\n[[people.offices]]\ntitle='B'\nfrom='2021'\nto='2020'",
         "f.toml:6: the term ends (2020-12-31) before it begins (2021-01-01)"),
        ("[[people]]\nname='A'\n[[people.offices]]\n", "f.toml:3: title is missing"),
        ("[[people]]\nname='A'\n[people.offices]\ntitle='B'", "f.toml:3: write [[people.offices]]"),
        ("[[people]]\nname='A'\n[[people.offices]]\ntitle='B'\nfrom='../2020'",
         "f.toml:5: from '../2020' has no beginning"),
        ("[[people]]\nname='A'\n[[people.offices]]\ntitle='B'\nacting='yes'",
         "f.toml:5: acting must be true or false"),
        ("[[events]]\nname='A'\ndate='October 7'",
         "f.toml:3: date 'October 7' is no date: write \"2023-10-07\""),
        ("[[events]]\nname='A'\ndate='2023-02-30'", "f.toml:3: date '2023-02-30' is no date"),
        ("[[events]]\nname='A'\ndate='2023-03/2023-02'", "f.toml:3: date '2023-03/2023-02' is no date"),
        ("[[figures]]\nwhat='a'\nvalue=true", "f.toml:3: value must be a number, or words"),
        ("[[figures]]\nwhat='a'\nvalue=nan", "f.toml:3: value nan is no figure"),
        ("[[figures]]\nwhat='a'\nvalue=" + "9" * 90, "f.toml:3: value has more than 60 digits"),
        ("[[figures]]\nwhat='a'\nvalue=1\ntolerance='x'", "f.toml:4: tolerance 'x' is no tolerance"),
        ("[[figures]]\nwhat='a'\nvalue=1\ntolerance=-1", "f.toml:4: tolerance -1 is no tolerance"),
        ("[[figures]]\nwhat='a'\nvalue=1\ntolerance='1e999999999'", "f.toml:4: tolerance"),
        ("[[quotations]]\nspeaker='A'", "f.toml:1: words is missing"),
        ("schema = 'other/9'", "f.toml:1: schema must be 'crosscheck-sheet/1'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text, told):
    with pytest.raises(InputError) as caught:
        Sheet.loads(text, "f.toml")
    assert any(line.startswith(told) for line in str(caught.value).splitlines()), str(caught.value)


def test_all_mistakes_are_told_at_once_up_to_a_limit():
    with pytest.raises(InputError) as caught:
        Sheet.loads("[[people]]\n" * 30, "f.toml")
    lines = str(caught.value).splitlines()
    assert len(lines) == 21
    assert lines[-1] == "f.toml: and 10 more mistakes"
    assert [line.split(":")[1] for line in lines[:20]] == [str(n) for n in range(1, 21)]


@pytest.mark.parametrize(
    ("stated", "floor", "ceiling"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2023-10-07~", "2023-10-04", "2023-10-10"),
        ("2023-11-24/2023-11-30", "2023-11-24", "2023-11-30"),
        ("2021-03-19/..", "2021-03-19", None),
        ("../2021", None, "2021-12-31"),
    ],
)
def test_dates_of_record(stated, floor, ceiling):
    found = moment(stated)
    assert found is not None
    assert (found.floor and found.floor.isoformat()) == floor
    assert (found.ceiling and found.ceiling.isoformat()) == ceiling


@pytest.mark.parametrize(
    "wrong", ["", "/", "../..", "2023-13", "0000", "9999-12-31~", "٢٠٢٣", 2023, None, "2023-1"]
)
def test_no_dates_of_record(wrong):
    assert moment(wrong) is None


VALUE = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.dates()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
TABLE = st.sampled_from(["events", "people", "organisations", "places", "figures", "quotations", "other"])
FIELD = st.sampled_from(["name", "aliases", "date", "offices", "value", "what", "words", "born", "tolerance"])


@given(
    st.dictionaries(
        TABLE, VALUE | st.lists(st.dictionaries(FIELD, VALUE, max_size=4), max_size=3), max_size=3
    )
)
def test_any_data_is_a_sheet_or_clear_errors(data):
    from crosscheck.sheet.reader import facts
    from crosscheck.toml import Toml

    told = ""
    try:
        facts(Toml("f.toml", "", data))
    except CrosscheckError as problem:
        told = str(problem)
    assert all(line.startswith("f.toml") for line in told.splitlines())


def test_a_sheet_is_given_as_a_path_or_read():
    import crosscheck

    with pytest.raises(UsageError, match="must be a Sheet or the path of one, not int"):
        crosscheck.check([], sheet=3)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"nowhere\.toml: cannot be opened"):
        crosscheck.check([], sheet="nowhere.toml")
