"""Whose ages are: the person beside an age, or whom a pronoun means."""

import pytest

from crosscheck.extraction import mentions
from crosscheck.extraction.document import Document
from crosscheck.model import Article
from crosscheck.values import Age


def bearers(text: str) -> list[str | None]:
    found = mentions(Document(Article(text)))
    return [m.value.person for m in found if isinstance(m.value, Age)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Captain Odile Varga, 54, led the choir.", "Odile Varga"),
        ("Odile Varga led the choir. Varga, 54, has sung all her life.", "Odile Varga"),
        ("Odile Varga led the choir. At 54, she has sung all her life.", "Odile Varga"),
        ("Odile Varga led the choir. She turned 54 in May.", "Odile Varga"),
        ("Odile Varga led the choir. The 54-year-old has sung all her life.", "Odile Varga"),
        ("Odile Varga, whose sister Petra Varga sang too, led the choir. She is 54.", "Odile Varga"),
        ("Odile Varga said she was 54.", "Odile Varga"),
        ("Odile Varga led the choir. She died aged 86.", "Odile Varga"),
    ],
)
def test_an_age_belongs_to_whom_the_words_mean(text: str, person: str) -> None:
    assert bearers(text) == [person]


@pytest.mark.parametrize(
    "text",
    [
        "In May, with Odile Varga and Petra Lind, the choir sang. She is 54.",
        "Walter Brook led the choir. She is 54.",
        "Odile Varga led the choir. She saw a 61-year-old man fall.",
        "Odile Varga said the 61-year-old was asleep.",
        "Odile Varga led the choir. Her sister said she was 54.",
        "Odile Varga led the choir.\n\nThe hall was full.\n\nThe rain fell.\n\nShe is 54.",
        "The choir had a woman of 54.",
    ],
)
def test_an_age_stays_nobodys_where_that_is_unclear(text: str) -> None:
    assert bearers(text) == [None]
