"""Births, deaths and ages, bound to the person they are said of."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.align.people.lives import life_groups
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims, telling_names
from crosscheck.extraction.document import Document


def told(*texts: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    """For each life: the surname, and (what is told, its words)."""
    documents = [
        Document(Article(text, id=str(n), published=date(2024, 4, 4))) for n, text in enumerate(texts)
    ]
    bound = [c for n, d in enumerate(documents) for c in claims(d, mentions(d), n)]
    groups = life_groups(bound, Stories([telling_names(d) for d in documents]))
    return [(g.claims[0].subject, [(c.predicate, c.mention.text) for c in g.claims]) for g in groups]


RECORD = (
    "Ada Quill, skipper: born Calder 2 May 1956; married 1980 Jon Reed (died 2009); died 3 May 2022.\n\n"
    "Ada Quill, 65, is missed in Calder."
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Ada Quill, who was born in 1956, has died. She was 62.", [("birth", "1956"), ("age", "62")]),
        ("Ada Quill, 67, was born on May 2, 1956.", [("age", "67"), ("birth", "May 2, 1956")]),
        ("Ada Quill (1938-2024) was a mayor. She was 26 in 1971.", [("life", "1938-2024"), ("age", "26")]),
        ("Ada Quill, born in 1938, has died at the age of 85.", [("birth", "1938"), ("age", "age of 85")]),
        (RECORD, [("birth", "2 May 1956"), ("death", "3 May 2022"), ("age", "65")]),
        ("Ada Quill, born in 1938, won in 1971, when she was 26.", [("birth", "1938"), ("age", "26")]),
        ("Ada Quill, born in 1938, was 26 when she won in 1971.", [("birth", "1938"), ("age", "26")]),
    ],
)  # fmt: skip
def test_what_is_told_of_a_life(text, facts):
    assert told(text) == [("quill", facts)]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, 67, has a son, born on 2 November 1986.",
        "Ada Quill, 57, is the first mayor born after the flood of 1956.",
        "Ada Quill and Jonas Reed, born in 1956, met in Calder. He was 61.",
        "The mayor, born in 1956, has died. She was 62.",
        "Ada Quill was born in 1956. She was 27 when she bought the barge.",
        "Ada Quill was born in 1956. She sang until she was 27.",
    ],
)
def test_what_is_no_part_of_a_life(text):
    assert told(text) == []


def test_a_short_form_and_the_full_name_are_one_person():
    one = "Wilhelmina Quill, who was born in 1956, lives in Calder."
    assert told(one, "Mina Quill, 29, lives in Calder.") == [("quill", [("birth", "1956"), ("age", "29")])]
    assert told(one, "Ada Quill, 29, lives in Calder.") == []


def test_people_of_one_surname_are_two():
    assert (
        told("Ada Quill, who was born in 1956, lives in Calder.", "Jonas Quill, 29, lives in Calder.") == []
    )
