"""Saying less of when an event was, or not knowing when an article appeared, never makes a clash."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Article, Config
from crosscheck.pipeline.reading import read_all
from crosscheck.pipeline.run import Run

Told = tuple[list[tuple[str, date, str]], date | None]  # sentences with their dates, and the article's
Clash = frozenset[tuple[str, int]]  # article and sentence of either date

SENTENCES = (
    "The attack on Fort Darvane {} left nine soldiers dead.",
    "Gunmen attacked Fort Darvane {} and burned its stables.",
    "Nobody has repaired Fort Darvane since the assault {} by the Orlan Front.",
    "Envoys who met at Crane Tower {} spoke of boots.",
    "The meeting at Crane Tower {} ended without a word.",
    "Guards shot Tomas Vrel {} near Crane Tower.",
    "Tomas Vrel was shot by guards {} in Orlan.",
    "Nine weeks after the attack, Fort Darvane is empty.",
    "It is the first anniversary of the attack on Fort Darvane.",
)
DAYS = st.dates(date(2021, 1, 1), date(2023, 12, 31)).filter(lambda day: day.day < 29)
PRECISIONS = ("day", "month", "year", "yearless day", "yearless month")
WIDER = {
    "day": ("month", "year", "yearless day", "yearless month"),
    "month": ("year", "yearless month"),
    "yearless day": ("yearless month",),
}


def worded(day: date, precision: str) -> str:
    """A date as an article may word it."""
    return {
        "day": f"on {day:%B} {day.day}, {day.year},",
        "month": f"in {day:%B} {day.year}",
        "year": f"in {day.year}",
        "yearless day": f"on {day:%B} {day.day}",
        "yearless month": f"in {day:%B}",
    }[precision]


dates = st.tuples(st.sampled_from(SENTENCES), DAYS, st.sampled_from(PRECISIONS))
stories = st.lists(
    st.tuples(st.lists(dates, min_size=1, max_size=3), st.one_of(st.none(), DAYS)), min_size=2, max_size=3
)


def articles(story: list[Told]) -> list[Article]:
    made = []
    for number, (told, published) in enumerate(story):
        lines = [sentence.format(worded(day, precision)) for sentence, day, precision in told]
        made.append(Article("Guards of Orlan\n\n" + "\n\n".join(lines), id=f"a{number}", published=published))
    return made


def clashes(group: list[Article]) -> set[Clash]:
    run = Run(read_all(group, Config(), None), Config())
    return {frozenset((run.ids[m.claim.article], m.claim.sentence) for m in pair) for pair in run.clashes}


@given(stories, st.data())
@settings(max_examples=150, deadline=None)
def test_a_date_that_says_less_makes_no_clash(story: list[Told], data: st.DataObject):
    before = clashes(articles(story))
    at = data.draw(st.integers(0, len(story) - 1))
    told, published = story[at]
    line = data.draw(st.integers(0, len(told) - 1))
    sentence, day, precision = told[line]
    if precision not in WIDER:
        return
    wider = data.draw(st.sampled_from(WIDER[precision]))
    blurred = [*told[:line], (sentence, day, wider), *told[line + 1 :]]
    assert clashes(articles([*story[:at], (blurred, published), *story[at + 1 :]])) <= before


@given(stories, st.data())
@settings(max_examples=80, deadline=None)
def test_not_knowing_when_an_article_appeared_makes_no_clash(story: list[Told], data: st.DataObject):
    group = articles(story)
    at = data.draw(st.integers(0, len(group) - 1))
    undated = [evolve(a, published=None) if n == at else a for n, a in enumerate(group)]
    assert clashes(undated) <= clashes(group)


@pytest.mark.parametrize("published", [None, date(2024, 6, 3)])
def test_far_off_days_clash_as_their_months_do(published: date | None):
    """Without this the laws above could hold of a comparison that finds nothing."""
    story = [
        ([(SENTENCES[0], day, precision)], published)
        for day, precision in ((date(2021, 5, 3), "day"), (date(2022, 6, 13), "month"))
    ]
    assert len(clashes(articles(story))) == 1
