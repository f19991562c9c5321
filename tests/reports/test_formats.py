"""Formats for other tools: one golden snapshot each, and what hostile text can do to them."""

import csv
import json
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from syrupy.assertion import SnapshotAssertion

from crosscheck.model import ArticleInfo, ClaimRef, Evidence, Finding, Report, Severity, Tick
from crosscheck.reports import FORMATS, render
from crosscheck.reports.view import Place, View


@pytest.mark.parametrize("form", ["jsonl", "github", "junit", "markdown", "csv", "csv-ticks"])
def test_golden(report: Report, view: View, form: str, snapshot: SnapshotAssertion):
    assert render(report, form, view) == snapshot


@pytest.mark.parametrize("form", ["github", "junit", "markdown"])
def test_unread_files(report: Report, view: View, form: str, snapshot: SnapshotAssertion):
    unread = evolve(view, problems=("in/a.pdf:3: <broken> & 50%, bad", "in/b.txt: no such file"))
    assert render(evolve(report, findings=(), ticks=()), form, unread) == snapshot


def hostile(text: str, published: str | None = None) -> Report:
    """A report in which every text is the one given."""
    text = text or " "
    article = ArticleInfo(text, text, text, published, None, "unknown", text)
    claim = ClaimRef(text, 0, len(text), text, text, "a")
    finding = Finding(
        "N201", "count-conflict", Severity.ERROR, 0.9, text, text, (claim, claim), (text,), text
    )
    tick = Tick(text, 0, len(text), text, "quantity", "supported", (Evidence(text, 0, 1, text[:1]),))
    return Report((finding,), (article,), (tick,))


ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("<>&\"'|\n\r\t,:;=+-@[](){}\\`*_#%\0\x1b]]>")), max_size=30
)


@given(ANY, st.sampled_from(sorted(FORMATS)), st.booleans())
def test_any_text_in_any_format(text: str, form: str, placed: bool):
    places = {text or " ": Place(text or "x", 1)} if placed else {}
    made = render(hostile(text), form, View(places, problems=(text,)))
    assert made.endswith("\n")


@given(ANY)
def test_workflow_commands_cannot_be_smuggled_in(text: str):
    lines = render(hostile(text), "github", View({text or " ": Place(text or "x", 1)})).split("\n")
    assert len(lines) == 3
    assert lines[0].startswith("::error file=")
    fields = lines[0].split("::")[1].removeprefix("error ")
    assert [part.split("=")[0] for part in fields.split(",")][:2] == ["file", "line"]
    assert not {"\r", "\n"} & set(lines[0])


def test_annotations_escape_what_github_reads(view: View):
    made = render(hostile("50%, a::b\nc"), "github", View({"50%, a::b\nc": Place("a,b:c%.txt", 1)}))
    assert made.startswith(
        "::error file=a%2Cb%3Ac%25.txt,line=1,endLine=2,title=N201 count-conflict::50%25, a"
    )
    assert "\n::b" not in made


@given(ANY)
def test_junit_is_well_formed(text: str):
    made = render(hostile(text), "junit", View(problems=(text,)))
    root = ET.fromstring(made)  # noqa: S314 - our own document
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("2", "1", "1")
    assert len(root.findall(".//testcase")) == 2


def test_junit_fails_what_fails_the_run(report: Report, view: View):
    def failures(least: Severity | None) -> int:
        root = ET.fromstring(render(report, "junit", evolve(view, fail_on=least)))  # noqa: S314 - as above
        return len(root.findall(".//failure"))

    assert [failures(s) for s in (Severity.INFO, Severity.ERROR, None)] == [2, 1, 0]


def test_junit_has_a_passed_case_for_each_clean_article(report: Report, view: View):
    root = ET.fromstring(render(evolve(report, findings=()), "junit", view))  # noqa: S314 - as above
    assert [case.get("classname") for case in root.findall(".//testcase")] == [
        "column", "in/paper.md", "in/wire.txt",
    ]  # fmt: skip


@given(ANY)
def test_csv_reads_back(text: str):
    rows = list(csv.reader(StringIO(render(hostile(text), "csv"), newline="")))
    assert len(rows) == 3
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in rows for cell in row)
    said = rows[1][rows[0].index("text")]
    assert said.removeprefix("'") == (text or " ").removeprefix("'").replace("\0", "\ufffd")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 per cent", "@x", '=HYPERLINK("x")'])
def test_a_spreadsheet_runs_nothing(text: str):
    rows = list(csv.reader(StringIO(render(hostile(text), "csv"))))
    assert rows[1][rows[0].index("text")] == f"'{text}"


@pytest.mark.parametrize(
    "text",
    [
        "**bold** _it_ `code` ~~x~~",
        "<script>alert(1)</script> &amp; <!-- c",
        "[a](javascript:x) ![i](x) <http://a.example>",
        "| a | b |",
        "# 1. - + > ``` $x$",
        "1. a list",
        "\\",
        "http://a.example and www.a.example",
        "a\n\n---\nb",
    ],
)
def test_markdown_shows_text_as_it_stands(text: str):
    made = MarkdownIt("commonmark").enable("table").parse(render(hostile(text), "markdown"))
    inline = [token for token in made if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    shown = [
        "".join(child.content for child in token.children or ()).replace("\u2060", "") for token in inline
    ]
    assert shown.count(text.replace("\n", " ")) >= 3
    assert sum(token.type == "table_open" for token in made) == 2


def test_markdown_notifies_nobody():
    assert "@name" not in render(hostile("@name said"), "markdown")


def test_values_as_csv_are_rows(report: Report):
    from crosscheck.model import Article
    from crosscheck.pipeline import extract
    from crosscheck.reports import mentions

    article = Article("The ferry sank.\nIt sank on April 3, 2024.", id="a")
    made = mentions.render(
        [(article, extract(article, kinds=["date"]))], "csv", View({"a": Place("a.txt", 4)})
    )
    (row,) = csv.DictReader(StringIO(made))
    assert (row["line"], row["column"], row["text"]) == ("5", "12", "April 3, 2024")
    assert json.loads(row["value"])["stated"] == "2024-04-03"
