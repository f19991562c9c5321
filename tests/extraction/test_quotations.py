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
        (f"Helen Marsden called it “{WORDS}”.", "Helen Marsden"),
        (f"Helen Marsden said she would wait until “{WORDS}”.", "Helen Marsden"),
        (f"Helen Marsden, the mayor, came. The mayor was tired. “{WORDS},” she said.", "Helen Marsden"),
        (f"Helen Marsden waited.\n\nIt rained. “{WORDS},” she said.", "Helen Marsden"),
        (
            f"Helen Marsden met Ola Brandt. Ola Brandt and Helen Marsden left. “{WORDS},” she said.",
            None,
        ),
        (f"Asked about Helen Marsden, a guest shrugged. “{WORDS},” he said.", None),
        (f"A spokesman for the port was glad, it said, that “{WORDS}”. Helen Marsden left.", None),
        (f"“{WORDS}.” Helen Marsden said nothing.", None),
        (f"“{WORDS}”. Told that Helen Marsden had said so, he left.", None),
    ],
)
def test_speakers(text: str, speaker: str | None):
    ((words, found),) = spoken(text)
    assert words.rstrip(".") == WORDS
    assert found == speaker


def test_a_speech_goes_on_behind_its_speaker():
    text = f"“{WORDS},” said Helen Marsden. “Nobody will shut it again. Not while I live.”"
    assert [speaker for _, speaker in spoken(text)] == ["Helen Marsden", "Helen Marsden"]


def test_a_speech_ends_where_another_person_comes_in():
    text = f"“{WORDS},” said Helen Marsden. Ola Brandt laughed. “Nobody will shut it again at night.”"
    assert [speaker for _, speaker in spoken(text)] == ["Helen Marsden", None]


def test_a_speech_of_several_paragraphs():
    text = f"“{WORDS},” said Helen Marsden. “I have a key.\n\n“And nobody else has one in this town.”"
    assert [speaker for _, speaker in spoken(text)] == ["Helen Marsden"] * 3


def test_short_speech_is_a_quotation_where_somebody_says_it():
    assert spoken("“Objection,” said Helen Marsden.") == [("Objection", "Helen Marsden")]
    assert spoken("“Not so fast!” Helen Marsden shouted.") == [("Not so fast!", "Helen Marsden")]


def test_scare_quotes_are_no_quotations():
    assert spoken("The “quiet harbour” is loud.") == []


@given(st.text(alphabet="Ab “”\"'’.,\n said"))
def test_spans_give_back_the_text(text: str):
    for mention in read(Document(Article(text))):
        assert text[mention.start : mention.end] == mention.text
