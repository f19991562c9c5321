"""The cast as text, JSON and CSV."""

import csv
import json
from io import StringIO

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.reports import CAST
from crosscheck.reports.cast import render
from crosscheck.reports.view import Place, View

ARTICLES = (
    Article("Mayor Ida Lorentz spoke in Vienna.\n\nLorentz left.", id="a"),
    Article("Ida M. Lorentz, 61, the mayor of Wels, met the Ostmark Bank in Vienna.", id="b"),
)


@pytest.fixture
def cast() -> tuple[crosscheck.Entity, ...]:
    return crosscheck.entities(ARTICLES)


def test_text_names_each_once_with_variants_roles_and_lines(cast):
    shown = render(cast, ARTICLES, "text", View(places={"a": Place("a.txt", 3)}))
    assert "People (1)\n  Ida Lorentz  3 mentions\n      also: Lorentz; Ida M. Lorentz\n" in shown
    assert "role: Mayor; mayor of Wels" in shown
    assert "in: a.txt:3,5; b:1" in shown
    assert "Organisations (1)\n  Ostmark Bank  1 mention\n" in shown
    assert "\x1b" not in shown


def test_colour_only_where_asked(cast):
    assert "\x1b[1mIda Lorentz\x1b[0m" in render(cast, ARTICLES, "text", View(color=True))


def test_json_is_the_entities(cast):
    data = json.loads(render(cast, ARTICLES, "json", View()))
    assert data["schema"] == "crosscheck-entities/1"
    assert data["entities"] == [e.to_dict() for e in cast]


def test_csv_has_a_row_a_mention(cast):
    rows = list(csv.DictReader(StringIO(render(cast, ARTICLES, "csv", View()))))
    assert len(rows) == sum(len(e.mentions) for e in cast)
    assert {"kind": "person", "name": "Ida Lorentz", "line": "3"}.items() <= rows[1].items()


@pytest.mark.parametrize("form", CAST)
def test_nobody_at_all(form):
    assert render((), (), form, View()).endswith("\n")
