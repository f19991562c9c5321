import json
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from crosscheck.model import Article, Report
from crosscheck.pipeline import extract
from crosscheck.reports import FORMATS, mentions, render
from crosscheck.reports.excerpt import columns, excerpt, position
from crosscheck.reports.view import View


def test_text(report: Report, view: View, snapshot: SnapshotAssertion):
    assert render(report, "text", view) == snapshot


def test_text_in_colour_says_the_same(report: Report, view: View, snapshot: SnapshotAssertion):
    colored = render(report, "text", evolve(view, color=True))
    assert colored == snapshot
    plain = "".join(f"{line.rstrip()}\n" for line in re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines())
    assert plain == render(report, "text", view)


def test_text_without_places(report: Report):
    assert render(report).startswith("wire:3:28: error D101 year-conflict: ")


def test_nothing_found(snapshot: SnapshotAssertion):
    assert render(Report((), ())) == snapshot


def test_json(report: Report, view: View):
    assert json.loads(render(report, "json", view)) == report.to_dict()


def test_json_lines(report: Report, view: View):
    rows = [json.loads(line) for line in render(report, "jsonl", view).splitlines()]
    assert [row.pop("type") for row in rows] == ["finding"] * 2 + ["tick"] * 4
    assert rows == [*report.to_dict()["findings"], *report.to_dict()["ticks"]]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_with_a_line_break(report: Report, form: str):
    assert render(report, form).endswith("\n")


def test_at_most_two_sentences_of_a_side_are_shown(report: Report, view: View):
    first = report.findings[0]
    many = evolve(first, claims=first.claims + (first.claims[1],) * 5)
    shown = render(evolve(report, findings=(many,)), "text", view)
    assert shown.count("(side b)") == 2
    assert "and 4 more that bear on it" in shown


def test_control_characters_never_reach_the_terminal(report: Report, view: View):
    article = evolve(
        report.articles[2], text="\x1b[31mred\x07 \u202e5 men\x1b]0;x\x07", source="\x1b[2J", id="\x9b"
    )
    claim = evolve(report.findings[0].claims[0], article="\x9b", start=10, end=11, text="5", value="\x1b[0m")
    finding = evolve(
        report.findings[0], claims=(claim,), message="\x1b[1m", reasons=("\x1b[3m",), suggestion="\x1b"
    )
    shown = render(Report((finding,), (article,)), "text", view)
    assert not any((ord(char) < 32 and char != "\n") or char in "\x9b\u202e" for char in shown)


def test_positions():
    assert [position("ab\ncd\r\n", offset) for offset in (0, 2, 3, 5, 99)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (2, 3),
        (3, 1),
    ]


LONG = (
    "It rained. "
    + "The harbour master said that " * 12
    + "31 people"
    + " had drowned in the cold water" * 12
    + ". It was."
)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_long_lines_are_cut_around_the_value(width: int):
    start = LONG.index("31 people")
    cut = excerpt(LONG, start, start + 9, width)
    assert cut.value == "31 people"
    assert cut.before.startswith("…")
    assert cut.after.endswith("…")
    assert width * 0.7 < columns(cut.text) <= width


def test_the_underline_stands_under_wide_characters():
    text = "東京で 31 people"
    cut = excerpt(text, 4, 6, 80)
    assert cut.underline == " " * 7 + "^^"


def test_only_the_sentence_is_shown():
    text = "One sank. The second of the ships, with 31 people on board, sank. A third did not."
    start = text.index("31")
    assert (
        excerpt(text, start, start + 2, 100).text == "The second of the ships, with 31 people on board, sank."
    )


@given(st.text(), st.integers(0, 50), st.integers(1, 20), st.integers(40, 120))
def test_any_excerpt_is_one_line_that_fits(text: str, start: int, length: int, width: int):
    cut = excerpt(text, start, start + length, width)
    assert cut.text.isprintable() or not any(char in cut.text for char in "\n\r\x1b\u2028")
    assert columns(cut.text) <= width
    assert len(cut.underline) <= width


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_mentions(form: str, snapshot: SnapshotAssertion):
    article = Article("The ferry sank.\nIt sank on April 3, 2024.", id="a")
    found = [(article, extract(article, kinds=["date"])), (Article("Nothing.", id="b"), [])]
    assert mentions.render(found, form, View()) == snapshot
