"""The invented articles of `fixtures/`: what must be found is found, and nothing else is said."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import crosscheck
from crosscheck import Article, Finding, Severity

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
FOLDERS = sorted(p.parent.name for p in FIXTURES.glob("*/expected.toml"))
Span = tuple[str, int, int]


@cache
def expected(folder: str) -> dict[str, Any]:
    with (FIXTURES / folder / "expected.toml").open("rb") as stream:
        return tomllib.load(stream)


@cache
def articles(folder: str) -> dict[str, Article]:
    """The articles of a folder by file name."""
    files = sorted(p for p in (FIXTURES / folder).iterdir() if p.name != "expected.toml")
    return {path.name: crosscheck.load([path])[0] for path in files}


@cache
def findings(folder: str) -> tuple[Finding, ...]:
    report = crosscheck.check(list(articles(folder).values()))
    return tuple(f for f in report if f.severity >= Severity.WARNING)


def spans(folder: str, quotes: list[list[str]]) -> list[Span]:
    """Where the quotes stand, as (article id, start, end)."""
    found = []
    for name, quote in quotes:
        article = articles(folder)[name]
        start = article.text.find(quote)
        assert start >= 0, f"{folder}/{name}: not verbatim: {quote!r}"
        found.append((article.id, start, start + len(quote)))
    return found


def touches(finding: Finding, quotes: list[Span]) -> bool:
    return any(
        c.article == article and c.start < end and start < c.end
        for c in finding.claims
        for article, start, end in quotes
    )


def meets(folder: str, finding: Finding, entry: dict[str, Any]) -> bool:
    sides = [entry[key] for key in ("side_a", "side_b", "quotes") if key in entry]
    return finding.code in entry["codes"] and all(touches(finding, spans(folder, side)) for side in sides)


def show(finding: Finding) -> str:
    return f"{finding.code} {finding.message} " + " | ".join(repr(c.text) for c in finding.claims)


def entries() -> list[Any]:
    rows = []
    for folder in FOLDERS:
        for entry in expected(folder)["finding"]:
            marks = [pytest.mark.xfail(reason=entry["unmet"], strict=True)] if "unmet" in entry else []
            rows.append(pytest.param(folder, entry, id=f"{folder}: {entry['why'][:40]}", marks=marks))
    return rows


@pytest.mark.parametrize(("folder", "entry"), entries())
def test_it_is_found_once(folder, entry):
    hits = [show(f) for f in findings(folder) if meets(folder, f, entry)]
    assert len(hits) == 1, hits


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_else_is_claimed(folder):
    known = expected(folder)["finding"] + expected(folder).get("optional", [])
    alarms = [show(f) for f in findings(folder) if not any(meets(folder, f, entry) for entry in known)]
    assert alarms == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_quote_is_verbatim(folder):
    content = expected(folder)
    for entry in content["finding"] + content.get("optional", []) + content["trap"]:
        for key in ("side_a", "side_b", "evidence", "quotes"):
            spans(folder, entry.get(key, []))


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_order_of_articles_changes_nothing(folder):
    texts = list(articles(folder).values())
    assert crosscheck.check(texts).to_json() == crosscheck.check(texts[::-1]).to_json()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_span_gives_back_its_text(folder):
    texts = {a.id: a.text for a in articles(folder).values()}
    report = json.loads(crosscheck.check(list(articles(folder).values())).to_json())
    claims = [c for f in report["findings"] + report["declined"] for c in f["claims"]]
    assert claims
    for claim in claims:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]


def test_the_wrong_year_is_explained():
    """The sum stands in the reasons: 177 days, nearly six months, against 543."""
    finding = findings("truce-talks")[0]
    reasons = " ".join(finding.reasons)
    assert "177" in reasons
    assert "543" in reasons
    dateless = [
        c for c in finding.claims if c.text.startswith(("Sept. 12", "September 12")) and c.side is None
    ]
    assert dateless
