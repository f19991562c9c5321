"""Reports in a notebook: the cell's HTML and the data frames."""

import re
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve

import crosscheck
from crosscheck import Report
from crosscheck.errors import UsageError
from crosscheck.model import ArticleInfo, ClaimRef, Finding, Severity


@pytest.fixture(scope="module")
def report() -> Report:
    root = Path(__file__).resolve().parent.parent
    draft, *sources = sorted(
        crosscheck.load([root / "fixtures" / "tram-derailment"]),
        key=lambda a: a.source != "The Public Record",
    )
    return crosscheck.compare(draft, sources)


class Well(HTMLParser):
    """Fails where an element is not closed in order, or could act."""

    def __init__(self, content: str):
        super().__init__()
        self.open: list[str] = []
        self.feed(content)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in {"div", "p", "b", "ol", "ul", "li", "bdi", "span"}
        assert {name for name, _ in attrs} <= {"class", "style"}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_a_cell_shows_the_findings(report: Report):
    shown = report._repr_html_()
    Well(shown)
    severities = Counter(finding.severity for finding in report)
    assert shown.startswith(f'<div class="crosscheck-report"><p><b>{severities[Severity.ERROR]} errors, ')
    assert "in 4 articles" in shown
    assert "side a</b>: <bdi>“3 November 2016”</bdi>" in shown
    assert "Write <bdi>November 3, 2017</bdi>" in shown
    assert f"{Counter(tick.status for tick in report.ticks)['contradicted']} contradicted" in shown
    assert len(shown) < 5000


def test_a_cell_without_findings():
    assert "No contradiction found" in Report((), ())._repr_html_()


def test_a_cell_stays_small_and_safe():
    evil = "<script>alert(1)</script>\u202e\x00\ud800" + "x" * 10_000
    claims = tuple(ClaimRef("a", 0, 9, evil, evil, side) for side in (*"ab" * 9, None))
    one = Finding(evil, evil, Severity.ERROR, 1.0, evil, "f", claims, (evil,), evil)
    article = ArticleInfo("a", evil, evil, None, None, "unknown", evil)
    shown = Report((one,) * 500, (article,))._repr_html_()
    Well(shown)
    assert "\u202e" not in shown
    assert shown.encode()
    assert len(shown) < 200_000
    assert "and 480 more" in shown


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_data_frames(report: Report, library: str):
    pytest.importorskip(library, reason=f"needs {library} (pip install {library})")
    frame = report.to_dataframe(library=library)
    assert list(frame.columns)[:4] == ["finding", "code", "name", "severity"]
    assert len(frame) == sum(len(finding.claims) for finding in report)
    assert list(frame["code"])[:1] == [report.findings[0].code]
    assert list(frame["text"]) == [claim.text for finding in report for claim in finding.claims]
    ticks = report.to_dataframe("ticks", library=library)
    assert list(ticks["status"]) == [tick.status for tick in report.ticks]
    assert "02-local-paper.md" in "".join(ticks["sources"])
    assert list(report.to_dataframe("articles", library=library)["id"]) == [a.id for a in report.articles]
    figures = report.to_dataframe("series", library=library)
    assert list(figures["text"]) == [f.text for s in report.series for f in s.figures]
    declined = report.to_dataframe("declined", library=library)
    assert list(declined["reason"]) == [row.reason for row in report.declined]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_columns_stand_where_nothing_was_found(report: Report, library: str):
    pytest.importorskip(library, reason=f"needs {library} (pip install {library})")
    none = evolve(report, findings=(), ticks=(), declined=(), series=())
    for part in ("findings", "ticks", "declined", "series"):
        empty = none.to_dataframe(part, library=library)
        assert len(empty) == 0
        assert "article" in empty.columns


@pytest.mark.parametrize(
    ("blocked", "library", "said"),
    [
        (("pandas", "polars"), None, "needs pandas or polars: pip install 'crosscheck-news[pandas]'"),
        (("polars",), "polars", "needs polars: pip install 'crosscheck-news[polars]'"),
        ((), "numpy", "library='numpy' is not known: there are pandas and polars"),
    ],
)
def test_a_missing_library_is_named(report: Report, monkeypatch, blocked, library, said):
    for name in blocked:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr("crosscheck.notebook.find_spec", lambda name: None if name in blocked else object())
    with pytest.raises(UsageError, match=re.escape(said)):
        report.to_dataframe(library=library)


def test_an_unknown_part_is_named(report: Report):
    with pytest.raises(UsageError, match="of='claims' is no part of a report: there are findings, ticks"):
        report.to_dataframe("claims")
