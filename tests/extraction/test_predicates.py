"""The class of the predicate nearest to a value."""

import pytest

import crosscheck
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.extraction.predicates import kind_of, predicate_classes
from crosscheck.lexicon import table
from crosscheck.values import Ordinal

KINDS = {"count", "money", "percent", "length", "date", "ordinal", "measure"}


def classes(text: str, value: str) -> frozenset[str]:
    document = Document(crosscheck.Article(text, id="a"))
    found = claims(document, mentions(document), 0)
    return next(claim.classes for claim in found if claim.mention.text == value)


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("The lighthouse was built in 1888 of grey stone.", "1888", "built"),
        ("The lighthouse, erected in 1881, leans a little.", "1881", "built"),
        ("In 1881, when the lighthouse was commissioned, ships still sailed.", "1881", "built"),
        ("The cooperative was founded in 1921 by nine families.", "1921", "founded"),
        ("The firm was fined 2.4 million euros for the leak.", "2.4 million euros", "penalty"),
        ("A penalty of €2.4 million was imposed on the firm.", "€2.4 million", "penalty"),
        ("It was the mayor's third term in office.", "third", "term"),
        ("The 48-hour truce held for most of the night.", "48-hour", "pause"),
    ],
)
def test_a_class_holds_verbs_and_nouns_alike(text: str, value: str, name: str):
    assert name in classes(text, value)


def test_what_stands_far_off_says_nothing():
    far = "built by a tall, thin, weary, silent, careful old mason and his cheerful young helper in 1888."
    assert classes(f"It was {far}", "1888") == frozenset()


def test_a_value_of_no_listed_kind_has_no_class():
    assert kind_of("a name") is None
    assert predicate_classes("a name", ("build",), ("build",), ()) == frozenset()
    assert kind_of(Ordinal(3)) == "ordinal"


def test_the_lexicon_keeps_to_its_grammar():
    for name, row in table("predicates").items():
        assert set(row["kinds"]) <= KINDS, name
        assert row["words"], name
        assert all(word == word.lower() and " " not in word for word in row["words"]), name
        assert set(row) <= {"kinds", "words", "once", "personal", "vague"}, name
