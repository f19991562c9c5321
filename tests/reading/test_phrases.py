"""Passages with their marks, and the phrases of `lexicon/figures.toml`."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.lexicon import table
from crosscheck.reading import Passage, passages, phrases, words

TABLES = [name for name, rows in table("figures").items() if isinstance(rows, list) and "phrase" in rows[0]]


def read(text: str, length: int = 1, least: int = 1) -> list[Passage]:
    document = Document(Article(text, published=date(2024, 4, 4)))
    return list(passages(claims(document, mentions(document), 0), length, least))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Of the 318 people, about 342 were well.", "of the {n0} people , {n1} were well . "),
        ("It cost $5 million, or 12% more.", "it cost {m0} , or {p1} more . "),
        ("Dr. Quill, 61, ran 26 miles in 2:31:10.", "dr quill , {a0} , ran {m1} in {d2} . "),
        ("Sales more than doubled in May.", "sales {x0} in {y1} . "),
        ("“Only 40 boats sailed,” she said.", "{n0} boats sailed , she said . "),
    ],
)
def test_values_become_marks_and_hedges_fall_out(text, marked):
    assert read(text)[0].text == marked


def test_sentences_in_a_row_make_one_passage():
    found = read("It closed at $8. It was $9 before.", length=2, least=2)
    assert [p.text for p in found] == ["it closed at {m0} . it was {m1} before . "]


def test_a_sentence_that_is_a_table_is_not_read():
    assert read("Goals: " + ", ".join(f"player {n}" for n in range(400)) + ".") == []


@pytest.mark.parametrize("name", TABLES)
def test_every_phrase_of_a_table_has_the_same_roles_or_fewer(name):
    found = phrases(name)
    assert found
    known = {role for phrase in found for role in phrase.roles}
    assert known <= {
        "part", "whole", "share", "a", "b", "c", "d", "total", "old", "new", "change", "length", "range",
        "start", "end", "startday", "endday", "told", "stated", "base",
    }  # fmt: skip


def test_a_class_of_words_is_known_by_its_name():
    assert "rose" in words("up")
    with pytest.raises(KeyError):
        words("no such class")


def test_gaps_do_not_reach_over_a_figure():
    (passage,) = read("Of the 40 boats and 12 rafts, 50 sank.")
    assert not [m for phrase in phrases("part") for m in phrase.find(passage)]


def test_a_match_knows_what_stands_beside_it():
    (passage,) = read("In all, 30 of the 40 boats sank in May.")
    match = next(m for phrase in phrases("part") for m in phrase.find(passage))
    assert match["part"].claim.mention.text == "30"
    assert match.before[:2] == (",", "all")
    assert match.behind[:2] == ("boats", "sank")
