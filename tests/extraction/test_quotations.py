"""Quotations: the words between the marks, and who is said to have spoken them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extraction.document import Document
from crosscheck.extraction.quotations import read
from crosscheck.model import Article
from crosscheck.values import Quotation


def spoken(text: str) -> list[tuple[str, str | None]]:
    values = [m.value for m in read(Document(Article(text)))]
    return [(v.words, v.speaker) for v in values if isinstance(v, Quotation)]


WORDS = "The harbour is open to everyone"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"“{WORDS},” said Helen Marsden.", "Helen Marsden"),
        (f"“{WORDS},” Helen Marsden said.", "Helen Marsden"),
        (f'"{WORDS}," said Governor Helen Marsden, who was cheered.', "Helen Marsden"),
        (f"Helen Marsden told reporters: “{WORDS}.”", "Helen Marsden"),
        (f"Helen Marsden arrived late. “{WORDS},” she said.", "Helen Marsden"),
        (f"Her Swiss colleague, Helen Marsden, agreed. “{WORDS},” the envoy said.", "Helen Marsden"),
        (f"“{WORDS},” he told Helen Marsden.", None),
        (f"“{WORDS},” the Marsden campaign wrote. Helen Marsden was away.", None),
        (f"Speaking alongside Helen Marsden, a guest said “{WORDS}.”", None),
        (f"“{WORDS},” a sign read.", None),
    ],
)
def test_speakers(text: str, speaker: str | None):
    ((words, found),) = spoken(text)
    assert words.rstrip(".") == WORDS
    assert found == speaker


def test_scare_quotes_are_no_quotations():
    assert spoken("The “quiet harbour” is loud.") == []


@given(st.text(alphabet="Ab “”\"'’.,\n said"))
def test_spans_give_back_the_text(text: str):
    for mention in read(Document(Article(text))):
        assert text[mention.start : mention.end] == mention.text
