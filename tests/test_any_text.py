"""Any text is safe, and the same texts give the same bytes in whatever order and however often."""

import json
import random
import string
import time
import unicodedata
from datetime import date
from itertools import chain
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article

# Pieces on which readers of numbers, dates and names come to grief.
PIECES = (
    "Oct. 7", "October 7, 2022", "31 February", "02/30/2024", "03/04/2024",
    "nearly six months into the war", "the 100th day", "half a million", "more than", "between",
    "and", "to", "-", "–", "$", "£1.2bn", "%", "1,200", "1.2.3", "0", "00", "٣٤", "Ⅻ", "½", "²",
    "a", "the", "killed", "people", "said", "“", "”", "‘", "’", "'", '"', "(", ")", "[", "]",
    "[Front chief", "Mr", "Lt. Gen.", "O’Neill", "van der", "U.S.", "Tuesday", "a year ago",
    "5 p.m.", "EST", "-0.0", "1e400", "9" * 50, "Read  WATCH: ", "Photo by ", "(AP) —", "\n",
    "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u200b", "\ufeff", "\u0301", "\U0001f600", "\ud800",
    "İ", "ß", "ﬁ", "ǅ", "\x00", "…", ".",
)  # fmt: skip
jumbled = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.text(st.characters(codec=None), max_size=300)
digits = st.text(string.digits + " ,.-/", max_size=200)
capitals = st.text(string.ascii_uppercase + " .'", max_size=200)
texts = st.one_of(jumbled, glued, anything, digits, capitals)
days = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


def checked(article_texts: list[str], published: list[date | None] | None = None) -> dict[str, Any]:
    published = published or [date(2024, 4, 4)] * len(article_texts)
    articles = [
        Article(text, id=f"a{n}", published=day)
        for n, (text, day) in enumerate(zip(article_texts, published, strict=True))
    ]
    report = crosscheck.check(articles)
    data: dict[str, Any] = json.loads(report.to_json())
    return data


def assert_spans(report: dict[str, Any], article_texts: list[str]) -> None:
    for claim in chain.from_iterable(row["claims"] for row in report["findings"] + report["declined"]):
        text = article_texts[int(claim["article"][1:])]
        assert text[claim["start"] : claim["end"]] == claim["text"]


@given(st.lists(st.tuples(texts, days), min_size=1, max_size=3))
@example([("", None)])
@example([("", None), ("", date.max)])
@example([("\ud800 7 \udfff", date.min)])
def test_any_text_can_be_checked(rows):
    article_texts, published = zip(*rows, strict=True)
    assert_spans(checked(list(article_texts), list(published)), list(article_texts))


@given(texts, days)
def test_every_mention_gives_back_its_text(text, day):
    for mention in crosscheck.extract(text, reference=day):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        json.dumps(mention.to_dict())


@given(st.lists(jumbled, min_size=2, max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_order_and_repetition_change_no_byte(article_texts, chance):
    articles = [Article(text, id=f"a{n}", published=date(2024, 4, 4)) for n, text in enumerate(article_texts)]
    first = crosscheck.check(articles).to_json()
    assert crosscheck.check(articles).to_json() == first
    chance.shuffle(articles)
    assert crosscheck.check(articles).to_json() == first


@given(st.lists(st.tuples(jumbled, st.dates()), min_size=2, max_size=3), st.data())
@settings(max_examples=50)
def test_comparing_gives_ticks_on_the_draft_only(rows, data):
    articles = [Article(text, id=f"a{n}", published=day) for n, (text, day) in enumerate(rows)]
    report = crosscheck.compare(articles[0], articles[1:])
    for tick in report.ticks:
        assert tick.article == "a0"
        assert articles[0].text[tick.start : tick.end] == tick.text
    for finding in report:
        assert any(claim.article == "a0" for claim in finding.claims)


def megabyte(unit: str, size: int = 1_000_000) -> str:
    return unit * (size // len(unit))


HUGE = {
    "digits": "7",
    "grouped digits": "1,234,",
    "letters": "a",
    "capitals": "WAR ",
    "one sentence": "the toll rose to 12 people and then 13 on Oct. 7 ",
    "commas": ",",
    "brackets": "[",
    "quotation marks": "“",
    "and": "and ",
    "number words": "hundred ",
    "months": "May ",
    "titles": "Lt. Gen. ",
    "names": "Anna Berg ",
    "hedges": "more than about ",
    "line feeds": "\n",
    "short lines": "Oct. 7\n",
    "hyphens": "ten-",
    "full stops": "U.S. ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
}


@pytest.mark.slow
@pytest.mark.parametrize("unit", HUGE.values(), ids=HUGE.keys())
def test_one_huge_line_is_read(unit):
    # A hundred times what the slowest allowed rate needs (10 microseconds a word): only a
    # cost that grows faster than the text can take longer.
    text = megabyte(unit)
    began = time.perf_counter()
    mentions = crosscheck.extract(text, reference=date(2024, 4, 4))
    took = time.perf_counter() - began
    assert all(text[m.start : m.end] == m.text for m in mentions[:1000])
    assert took < 120


@pytest.mark.slow
@pytest.mark.parametrize("unit", HUGE.values(), ids=HUGE.keys())
def test_two_huge_lines_are_checked(unit):
    text = megabyte(unit, 200_000)
    report = checked([text, text[1:]])
    assert_spans(report, [text, text[1:]])


def test_only_capitals_and_only_digits():
    rng = random.Random(7)
    loud = " ".join("".join(rng.choices(string.ascii_uppercase, k=6)) for _ in range(2000))
    numbers = " ".join(str(rng.randrange(10 ** rng.randrange(1, 12))) for _ in range(2000))
    article_texts = [loud, numbers, loud[::-1], numbers[::-1]]
    assert_spans(checked(article_texts), article_texts)


def test_decomposed_text_keeps_its_offsets():
    text = unicodedata.normalize("NFD", "Señor Núñez said on Oct. 7 that 1,200 people had fled Curaçao.")
    mentions = crosscheck.extract(text, reference=date(2024, 4, 4))
    assert {m.kind for m in mentions} >= {"quantity", "date"}
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_lone_surrogates_in_a_finding():
    articles = [
        Article(f"Mayor Tessa Marl{ending}we opened the Orrin Bridge in Norwick on Monday.", id=ending)
        for ending in ("o", "\ud800")
    ]
    crosscheck.check(articles)
    report = crosscheck.check([Article("It closed on Tuesday, April 3, 2024, said \ud800.", id="\ud800")])
    assert [f.code for f in report] == ["D103"]
