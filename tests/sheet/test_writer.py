"""Facts written and added: the sheet reads back, and its other lines stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import Sheet
from crosscheck.errors import UsageError
from crosscheck.facts import Named
from crosscheck.sheet.writer import added, written

OLD = """\
# the desk's facts
[[people]]
name = "Nadia Soltan"   # as she signs
[[people.offices]]
title = "mayor"

[[people]]
name = 'Karim Haddou'
aliases = ["K. Haddou",]  # one
misspellings = []

[[events]]
name = "Kessim quake"
"""


def people(text):
    return {fact.name: fact for fact in Sheet.loads(text).facts if isinstance(fact, Named)}


def test_a_new_entry_goes_to_the_end():
    text = added(Sheet.loads(OLD), "events", {"name": "Flood", "date": "2024-01-02", "by": "Desk"})
    assert text.startswith(OLD.rstrip("\n"))
    assert text.endswith('\n\n[[events]]\nname = "Flood"\ndate = "2024-01-02"\nby = "Desk"\n')


def test_a_first_entry_makes_a_sheet():
    text = added(Sheet.loads(""), "people", {"name": "A B"})
    assert text.startswith("# Facts")
    assert list(people(text)) == ["A B"]


def test_an_entry_of_that_name_grows():
    fields = {"name": "Nadia Soltan", "misspellings": ["Nadia Sultan"], "offices": [{"title": "sheriff"}]}
    text = added(Sheet.loads(OLD), "people", fields)
    soltan = people(text)["Nadia Soltan"]
    assert soltan.misspellings == ("Nadia Sultan",)
    assert [office.title for office in soltan.offices] == ["mayor", "sheriff"]
    assert set(OLD.splitlines()) <= set(text.splitlines())
    assert added(Sheet.loads(text), "people", fields) == text


def test_lists_grow_where_they_stand():
    text = added(Sheet.loads(OLD), "people", {"name": "Karim Haddou", "aliases": ["Karem H."]})
    assert 'aliases = ["K. Haddou", "Karem H.",]  # one' in text
    text = added(Sheet.loads(OLD), "people", {"name": "Karim Haddou", "misspellings": ["Karim Hadou"]})
    assert 'misspellings = ["Karim Hadou"]' in text


def test_offices_of_one_without_any():
    fields = {"name": "Karim Haddou", "misspellings": ["Karim Hadou"], "offices": [{"title": "mayor"}]}
    haddou = people(added(Sheet.loads(OLD), "people", fields))["Karim Haddou"]
    assert (haddou.misspellings, [o.title for o in haddou.offices]) == (("Karim Hadou",), ["mayor"])


def test_a_date_is_added_and_never_changed():
    text = added(Sheet.loads(OLD), "events", {"name": "Kessim quake", "date": "2023-01-12"})
    assert text.endswith('name = "Kessim quake"\ndate = "2023-01-12"\n')
    with pytest.raises(UsageError, match=r'facts\.toml:14: the sheet has date = "2023-01-12" already'):
        added(Sheet.loads(text), "events", {"name": "Kessim quake", "date": "2022-01-12"})


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ('people = [{name = "A B"}]', {"name": "A B", "misspellings": ["C"]}),
        (
            '[[people]]\nname = "A B"\noffices = [{title = "mayor"}]',
            {"name": "A B", "offices": [{"title": "x y"}]},
        ),
        ('[[people]]\nname = "A B"\nmisspellings = "C"', {"name": "A B", "misspellings": ["D"]}),
    ],
)
def test_what_stands_on_one_line_is_left_to_the_desk(text, fields):
    with pytest.raises(UsageError, match=r"^facts\.toml:\d"):
        added(Sheet.loads(text), "people", fields)


NAME = st.text(min_size=1, max_size=20).filter(lambda t: any(c.isalpha() for c in t) and t.split())


@given(
    st.lists(
        st.tuples(NAME, st.lists(NAME, max_size=3)),
        max_size=4,
        unique_by=lambda row: " ".join(row[0].split()),
    )
)
def test_whatever_is_written_reads_back(rows):
    def level(text):
        return " ".join(text.encode("utf-8", "replace").decode().replace("?", "�").split())

    entries = [("people", {"name": name, "aliases": others}) for name, others in rows]
    text = "\n".join(written(entries)) + "\n"
    facts = [fact for fact in Sheet.loads(text).facts if isinstance(fact, Named)]
    assert [fact.name.replace("?", "�") for fact in facts] == [level(name) for name, _ in rows]
    grown = ""
    for _, fields in entries:
        grown = added(Sheet.loads(grown), "people", fields)
    assert len(Sheet.loads(grown).facts) >= min(1, len(rows))
