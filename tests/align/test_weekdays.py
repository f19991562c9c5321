"""Weekdays of one event, weighed by which of the two the story knows."""

from datetime import date

import crosscheck
from crosscheck import Article, Config, Report

ODD = "CALDER - The council of Calder on {day} rejected plans for a deep-water quay after six hours."
STORY = """Plans for a deep-water quay in Calder were rejected on Tuesday, when the council voted against
them after six hours.

Mayor Ines Farrow said on Tuesday she was sorry. On Tuesday night 300 people stood outside."""
AFTER = "The mayor of Calder, Ines Farrow, said on Wednesday that she would go on after Tuesday's vote."


def check(day: str, *, published: date | None = date(2024, 4, 3), after: bool = True) -> Report:
    texts = [ODD.format(day=day), STORY, *([AFTER] if after else [])]
    articles = [Article(text, id=f"a{n}", published=published) for n, text in enumerate(texts)]
    return crosscheck.check(articles, config=Config(select=("D108",)))


def test_a_day_long_past_that_nobody_else_names_is_found():
    (finding,) = check("Sunday")
    assert {c.text for c in finding.claims} >= {"Sunday", "Tuesday"}
    assert any("long past" in reason for reason in finding.reasons)


def test_the_day_that_the_story_knows_is_not():
    assert list(check("Tuesday")) == []


def test_undated_articles_are_not_compared():
    assert list(check("Sunday", published=None)) == []
