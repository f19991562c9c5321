"""The corpora of dates, durations, ages and times: one value, then every spelling of it."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crosscheck import extract
from crosscheck.model import Mention
from crosscheck.values import Age, Duration, Instant, Moment, plain

HOME = Path(__file__).parents[2] / "corpus"


def corpus(name: str) -> dict[str, Any]:
    return tomllib.loads((HOME / f"{name}.toml").read_text(encoding="utf-8"))


def cases(name: str, kind: str) -> Iterator[Any]:
    """Every form of every entry with its entry; strict expected failures where it is known to fail."""
    table = corpus(name)
    for entry in table[kind]:
        for form in entry["forms"]:
            marks = [pytest.mark.xfail(strict=True, reason="known misreading")] if entry.get("known") else []
            yield pytest.param({"as_of": table.get("as_of"), **entry}, form, marks=marks, id=form[:60])


def negatives(name: str) -> list[str]:
    return list(corpus(name)["none"]["forms"])


def read(entry: dict[str, Any], form: str, kind: str) -> Mention:
    """The mention of that kind at the brackets of a form."""
    start, end = form.find("["), form.find("]")
    text = form.replace("[", "", 1).replace("]", "", 1) if start >= 0 else form
    span = (start, end - 1) if start >= 0 else (0, len(text))
    day = date.fromisoformat(entry["as_of"]) if entry.get("as_of") else None
    found = {(m.start, m.end): m for m in extract(text, day, kinds=[kind])}
    assert span in found, f"no {kind} at {text[slice(*span)]!r}, but {[m.text for m in found.values()]}"
    return found[span]


def ends(first: object, last: object) -> str:
    return "" if first is None or last is None else f"{first}" if first == last else f"{first}/{last}"


@pytest.mark.parametrize(("entry", "form"), list(cases("dates", "date")))
def test_date(entry: dict[str, Any], form: str) -> None:
    value = read(entry, form, "date").value
    assert isinstance(value, Moment)
    assert ends(value.earliest, value.latest) == entry["reading"]
    assert value.stated == entry.get("stated", value.stated)
    assert list(value.inferred) == entry.get("inferred", list(value.inferred))
    assert bool(value.inferred) <= bool(value.basis)
    if value.earliest is not None and not value.span:
        assert value.admits(value.earliest)


@pytest.mark.parametrize(("entry", "form"), list(cases("durations", "duration")))
def test_duration(entry: dict[str, Any], form: str) -> None:
    value = read(entry, form, "duration").value
    assert isinstance(value, Duration)
    assert value.stated == entry["stated"]
    assert (plain(value.low_days), plain(value.high_days)) == (entry.get("low"), entry.get("high"))
    assert value.hedge == entry.get("hedge")


@pytest.mark.parametrize(("entry", "form"), list(cases("ages", "age")))
def test_age(entry: dict[str, Any], form: str) -> None:
    value = read(entry, form, "age").value
    assert isinstance(value, Age)
    assert (plain(value.low), plain(value.high)) == (entry["low"], entry.get("high", entry["low"]))
    assert value.person == entry.get("person")


@pytest.mark.parametrize(("entry", "form"), list(cases("times", "time")))
def test_time(entry: dict[str, Any], form: str) -> None:
    value = read(entry, form, "time").value
    assert isinstance(value, Instant)
    assert ends(value.earliest, value.latest) == entry["reading"]
    assert (value.zone, value.offset_minutes) == (entry.get("zone"), entry.get("offset"))


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        (name, kind, text)
        for name, kind in (("dates", "date"), ("durations", "duration"), ("ages", "age"), ("times", "time"))
        for text in negatives(name)
    ],
)
def test_none(name: str, kind: str, text: str) -> None:
    found = extract(text, date(2024, 4, 4), kinds=["date", "time", "duration", "age"])
    assert [m.text for m in found if m.kind == kind] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # each figure of a list is an age of its own
        ("Two men, ages 24 and 31, were pulled from the Tolmin weir.", ["24", "31"]),
        ("Two men, aged 24 and 31, were pulled from the Tolmin weir.", ["24", "31"]),
        ("Three girls aged 4, 6 and 9 were found in a barn.", ["4", "6", "9"]),
        ("Three girls aged 4, 6, and 9 were found in a barn.", ["4", "6", "9"]),
        ("Her sons, aged four, six and nine, slept through the fire.", ["4", "6", "9"]),
        ("Ages 70, 74, 81 and 88, the sisters still run the mill.", ["70", "74", "81", "88"]),
        ("The boys are ages 7 and 11.", ["7", "11"]),
        # a list that does not rise is no range
        ("Two riders, aged 34 and 29, fell at the last fence.", ["34", "29"]),
        # a range is one age
        ("Children aged between 5 and 12 may sing.", ["5-12"]),
        ("Children ages 5 to 12 may sing.", ["5-12"]),
        # what a further figure counts is no person's age
        ("A pilot aged 61, and 20 others were rescued off Cape Orrin.", ["61"]),
        ("A pilot aged 61 and 20 sailors were rescued off Cape Orrin.", ["61"]),
        ("A man aged 44, 3 dogs and a cat lived in the tower.", ["44"]),
        ("Skiers aged 16 and 40% of all others pay less.", ["16"]),
        # one person has one age
        ("At age 20 and 21 she won the regatta.", ["20"]),
        # no age of a person
        ("Two casks, aged 20 and 210 years.", ["20"]),
    ],
)
def test_list_of_ages(text: str, told: list[str]) -> None:
    found = extract(text, date(2024, 4, 4), kinds=["age"])
    values = [m.value for m in found if isinstance(m.value, Age)]
    assert [ends(plain(value.low), plain(value.high)).replace("/", "-") for value in values] == told
    assert all(text[m.start : m.end] == m.text for m in found)


def test_ages_of_a_list_are_nobodys_by_name() -> None:
    (one, two) = extract("Una Skaar and Per Lofthus, aged 24 and 31, rowed home.", kinds=["age"])
    assert isinstance(one.value, Age)
    assert isinstance(two.value, Age)
    assert (one.value.person, two.value.person) == (None, None)
    (single,) = extract("Una Skaar, aged 20, rowed home.", kinds=["age"])
    assert isinstance(single.value, Age)
    assert single.value.person == "Una Skaar"
