"""The question or the bold heading before a sentence: its words belong to the answer as well."""

import pytest

import crosscheck
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim

CROSSING = canonical("crossing")
TITLE = "Ferries of the Sound\n\n"
ANSWER = "The new boat carries 212 people."


def claim(text: str, value: str = "212") -> Claim:
    document = Document(crosscheck.Article(TITLE + text, id="a"))
    return next(c for c in claims(document, mentions(document), 0) if c.mention.text.startswith(value))


@pytest.mark.parametrize(
    "text",
    [
        # a question in a paragraph of its own
        "How long is the crossing?\n\n" + ANSWER,
        # in the paragraph of its answer
        "How long is the crossing? " + ANSWER,
        # in bold, with the mark inside and outside
        "**How long is the crossing?**\n\n" + ANSWER,
        "*How long is the crossing*?\n\n" + ANSWER,
        # a bold heading that is no question
        "**A faster crossing**\n\n" + ANSWER,
        # behind an answer that says no more than yes or no
        "Is the crossing open? Yes. " + ANSWER,
        "Is the crossing open?\n\nNot yet.\n\n" + ANSWER,
    ],
)
def test_a_heading_gives_its_words_to_the_answer(text: str):
    found = claim(text)
    assert CROSSING in found.context
    assert CROSSING in found.left


def test_the_words_of_the_sentence_itself_come_first():
    assert claim("Is the crossing open? " + ANSWER).left == ("carry", "boat", "new", "open", CROSSING)


@pytest.mark.parametrize(
    "text",
    [
        # a plain sentence
        "The crossing is open again. " + ANSWER,
        # a plain line
        "A faster crossing\n\n" + ANSWER,
        # two sentences away, none of them a bare yes or no
        "Is the crossing open? The harbour master thinks that it is. " + ANSWER,
        # behind two bare answers
        "Is the crossing open? Yes. Of course. " + ANSWER,
        # the question behind
        ANSWER + " Is the crossing open?",
        # a paragraph in bold, too long for a heading
        "**The crossing from Kalvik to the isle of Brenn takes a good forty minutes in calm weather and "
        "about an hour in a winter storm.**\n\n" + ANSWER,
        # a question too long for one
        "Who would have thought that the crossing from Kalvik to the isle of Brenn could ever again take "
        "such a long time? " + ANSWER,
        # bold at one end alone
        "**The crossing** is open again.\n\n" + ANSWER,
    ],
)
def test_other_sentences_keep_theirs(text: str):
    found = claim(text)
    assert CROSSING not in found.context
    assert CROSSING not in found.left


def test_the_title_is_no_heading_of_the_first_sentence():
    document = Document(crosscheck.Article("Is the crossing open?\n\n" + ANSWER, id="a"))
    found = next(c for c in claims(document, mentions(document), 0) if c.mention.text.startswith("212"))
    assert CROSSING not in found.left


@pytest.mark.xfail(strict=True, reason="the full stop of its number cuts a heading in two")
def test_a_numbered_question_in_bold_is_a_heading():
    assert CROSSING in claim("**3. How long is the crossing?**\n\n" + ANSWER).context
