"""Articles, severities and the report's plain data."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article, CrosscheckError, Severity
from crosscheck.errors import ConfigError, InputError, UsageError
from crosscheck.model import ArticleInfo, ClaimRef, Declined, Evidence, Finding, Report, Tick

FINDING = Finding(
    code="D101",
    name="year-conflict",
    severity=Severity.ERROR,
    confidence=0.912345,
    message="Two years for one storm.",
    fingerprint="abc",
    claims=(ClaimRef("a", 4, 8, "1987", "1987", "a"), ClaimRef("b", 0, 4, "1986", "1986", None)),
    reasons=("one storm", "two years"),
)


@given(st.text(), st.one_of(st.none(), st.text()))
def test_an_article_without_id_gets_one_from_its_content(text, title):
    first, second = Article(text, title=title), Article(text, title=title, id=None)
    assert first.id == second.id
    assert len(first.id) == 12


def test_other_content_is_another_article():
    when = datetime(2024, 5, 1, tzinfo=UTC)
    variants = [
        Article("A text."),
        Article("A text"),
        Article("A text.", title="A title"),
        Article("A text.", source="Wire"),
        Article("A text.", published=when),
        Article("A text.", url="https://example.org/1"),
    ]
    assert len({a.id for a in variants}) == len(variants)


def test_lone_surrogates_have_an_id_too():
    assert Article("\ud800").id != Article("\udfff").id


@pytest.mark.parametrize("text", [b"bytes", None, 7])
def test_a_text_is_a_string(text):
    with pytest.raises(InputError, match="must be a str"):
        Article(text)


@pytest.mark.parametrize("published", ["2024-05-01", 1714521600])
def test_a_published_date_is_a_date(published):
    with pytest.raises(InputError, match="fromisoformat"):
        Article("A text.", published=published)


@pytest.mark.parametrize("published", [None, date(2024, 5, 1), datetime(2024, 5, 1, tzinfo=UTC)])
def test_dates_and_none_are_published_dates(published):
    assert Article("A text.", published=published).published == published


def test_an_article_is_frozen():
    with pytest.raises(AttributeError):
        Article("A text.").text = "Another."  # type: ignore[misc]


def test_every_error_is_a_crosscheck_error():
    assert all(issubclass(error, CrosscheckError) for error in (InputError, ConfigError, UsageError))


def test_severities_are_ordered():
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert [s.label for s in Severity] == ["info", "warning", "error"]


def test_a_report_as_plain_data():
    report = Report(
        findings=(FINDING,),
        articles=(ArticleInfo("a", None, "Wire", None, None, "unknown", "The whole text."),),
        ticks=(Tick("a", 4, 8, "1987", "date", "contradicted", (Evidence("b", 0, 4, "1986"),)),),
        declined=(Declined("N201", "unknown-as-of", 2, (Evidence("a", 0, 1, "7"),)),),
    )
    data = json.loads(report.to_json())
    assert data == report.to_dict()
    assert data["schema"] == "crosscheck-report/1"
    assert data["findings"][0]["confidence"] == 0.9123
    assert data["findings"][0]["severity"] == "error"
    assert [c["side"] for c in data["findings"][0]["claims"]] == ["a", None]
    assert data["ticks"][0]["evidence"] == [{"article": "b", "start": 0, "end": 4, "text": "1986"}]
    assert data["declined"][0]["count"] == 2
    assert "text" not in data["articles"][0]


def test_a_report_is_a_sequence_of_findings():
    report = Report(findings=(FINDING,), articles=())
    assert list(report) == [FINDING]
    assert len(report) == 1
    assert not Report(findings=(), articles=())


def test_every_public_name_can_be_had():
    assert set(crosscheck.__all__) <= set(dir(crosscheck))
    for name in crosscheck.__all__:
        assert getattr(crosscheck, name) is not None


def test_other_names_cannot():
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = crosscheck.chek
