"""Laws of the whole way from articles to findings: knowing less never makes a conflict."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article, Finding, Report, Severity

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
TODAY = date(2024, 4, 4)

Spans = set[tuple[str, int, int]]


@cache
def folders() -> dict[str, list[Article]]:
    """The fixture articles by folder, with the folder in their ids."""
    return {
        folder.name: [
            evolve(crosscheck.load([path])[0], id=f"{folder.name}/{path.name}")
            for path in sorted(folder.iterdir())
            if path.suffix in {".md", ".txt"}
        ]
        for folder in sorted(FIXTURES.iterdir())
        if folder.is_dir()
    }


EVERY = [pytest.param(a, id=a.id) for group in folders().values() for a in group]


def alarms(report: Report) -> list[Finding]:
    return [f for f in report if f.severity >= Severity.WARNING]


def spans(finding: Finding) -> Spans:
    return {(c.article, c.start, c.end) for c in finding.claims}


def show(finding: Finding) -> str:
    return f"{finding.code}: " + " | ".join(f"{c.article}: {c.text}" for c in finding.claims)


@pytest.mark.parametrize("article", EVERY)
def test_forgetting_when_an_article_appeared_makes_no_conflict(article):
    group = folders()[article.id.split("/")[0]]
    before = alarms(crosscheck.check(group))
    undated = [evolve(a, published=None) if a.id == article.id else a for a in group]
    for finding in alarms(crosscheck.check(undated)):
        known = [f for f in before if len(spans(f) & spans(finding)) >= min(2, len(finding.claims))]
        assert known, show(finding)


@pytest.mark.parametrize("article", EVERY)
def test_a_copy_contradicts_nothing(article):
    alone = {f.code for f in alarms(crosscheck.check([article]))}
    twice = alarms(crosscheck.check([article, evolve(article, id="copy")]))
    assert [show(f) for f in twice if f.code not in alone] == []


def test_articles_on_other_things_do_not_meet():
    everything = [a for group in folders().values() for a in group]
    for finding in alarms(crosscheck.check(everything)):
        assert len({c.article.split("/")[0] for c in finding.claims}) == 1, show(finding)


# One fact in two articles, with any two figures.

SENTENCES = (
    "The fire at the Almira cannery killed {} people, the mayor of Almira said on Thursday.",
    "The town of Almira will spend {} dollars on the Orrin Bridge, its treasurer said on Thursday.",
    "Voters in Almira rejected the Orrin Bridge plan by a margin of {} ballots on Thursday.",
)
figures = st.one_of(
    st.integers(2, 40).map(str),
    st.integers(100, 99_999).map(lambda n: f"{n:,}"),
    st.decimals("1.1", "99.9", places=1).map(lambda n: f"{n} million"),
)


def pair(sentence: str, left: str, right: str) -> Report:
    return crosscheck.check(
        [
            Article(sentence.format(figure), id=name, published=TODAY)
            for name, figure in (("left", left), ("right", right))
        ]
    )


def value(sentence: str, figure: str) -> Any:
    """What the sentence says the figure is."""
    at = sentence.index("{}")
    found = [
        m
        for m in crosscheck.extract(sentence.format(figure), kinds=("quantity",))
        if m.start < at + len(figure) and at < m.end
    ]
    assert len(found) == 1, found
    return found[0].value


@given(st.sampled_from(SENTENCES), figures, figures)
@settings(max_examples=60)
def test_only_disjoint_figures_conflict(sentence, left, right):
    if alarms(pair(sentence, left, right)):
        assert value(sentence, left).relation(value(sentence, right)).value == "disjoint"


@given(st.sampled_from(SENTENCES), figures, figures, st.sampled_from(["about", "around", "roughly"]))
@settings(max_examples=60)
def test_a_hedge_makes_no_conflict(sentence, left, right, hedge):
    if not alarms(pair(sentence, left, right)):
        assert [show(f) for f in alarms(pair(sentence, f"{hedge} {left}", right))] == []


@given(st.sampled_from(SENTENCES), figures)
@settings(max_examples=30)
def test_the_same_figure_agrees_with_itself(sentence, figure):
    assert alarms(pair(sentence, figure, figure)) == []


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
@settings(max_examples=60)
def test_a_month_or_a_yearless_day_conflicts_with_no_day_in_it(day, published):
    full = f"The Orrin Bridge in Almira was opened on {day:%B} {day.day}, {day.year}, by the mayor of Almira."
    for vague in (f"in {day:%B} {day.year}", f"in {day.year}", f"on {day:%B} {day.day}"):
        other = f"The Orrin Bridge in Almira was opened {vague} by the mayor of Almira."
        report = crosscheck.check(
            [
                Article(full, id="full", published=published),
                Article(other, id="vague", published=published),
            ]
        )
        assert [show(f) for f in alarms(report)] == []


@pytest.mark.parametrize(
    ("sentence", "left", "right"), [(SENTENCES[1], "4,512", "5,412"), (SENTENCES[2], "312", "213")]
)
def test_figures_that_clash_are_reported(sentence, left, right):
    """Without this the laws above could hold of a checker that says nothing."""
    assert len(alarms(pair(sentence, left, right))) == 1
