"""The corpus of number spellings: each form gives its value, and what is no quantity gives none."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import crosscheck

CORPUS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "numbers.toml").read_text(encoding="utf-8"))


def cases(table: str) -> list[Any]:
    return [
        pytest.param(
            entry,
            form,
            id=f"{table}: {form}",
            marks=pytest.mark.xfail(strict=True, reason="known to be misread") if entry.get("known") else (),
        )
        for entry in CORPUS[table]
        for form in entry["forms"]
    ]


def quantities(form: str, kind: str = "quantity") -> list[crosscheck.Mention]:
    return crosscheck.extract(form, kinds={kind})


@pytest.mark.parametrize(("entry", "form"), cases("number"))
def test_number(entry, form):
    (mention,) = quantities(form)
    assert abs(Decimal(mention.value.to_dict()["stated"]) - Decimal(entry["value"])) < Decimal("1e-9")


@pytest.mark.parametrize(("entry", "form"), cases("quantity"))
def test_quantity(entry, form):
    (mention,) = quantities(form)
    value = mention.value.to_dict()
    assert {k: value[k] for k in ("low", "high", "stated")} == {
        k: entry.get(k) for k in ("low", "high", "stated")
    }
    if "unit" in entry:
        assert value["unit"] == entry["unit"]


@pytest.mark.parametrize(("entry", "form"), cases("counted"))
def test_counted(entry, form):
    counted = quantities(form)[0].counted
    assert counted is not None
    assert (counted.head, counted.kind) == (entry["head"], entry["kind"])
    if "verb" in entry:
        assert counted.verb == entry["verb"]


@pytest.mark.parametrize(("entry", "form"), cases("ordinal"))
def test_ordinal(entry, form):
    assert [m.value.to_dict()["rank"] for m in quantities(form, "ordinal")] == [entry["rank"]]


@pytest.mark.parametrize("form", CORPUS["none"]["forms"])
@pytest.mark.parametrize("frame", ["{}", "They spoke of {} again."])
def test_no_quantity(form, frame):
    assert [m.text for m in quantities(frame.format(form))] == []


@pytest.mark.parametrize("form", CORPUS["none"]["forms"])
def test_no_ordinal(form):
    assert [m.text for m in quantities(form, "ordinal") if m.text != "second"] == []
