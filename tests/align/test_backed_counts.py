"""A count of one thing that further articles give, and one article gives otherwise."""

from datetime import date

import pytest

from crosscheck.align.evidence import schema
from crosscheck.align.groups import disagree, linkable, order
from crosscheck.align.scoring import pairs, schema_bits
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.lexicon.words import canonical
from crosscheck.model import Article

DAY = date(2025, 3, 3)
FIRST = (
    "Norwick arena inquiry faults the council\n\n"
    "NORWICK - Judge Ada Roe told a packed Norwick town hall on Monday that the arena roof was never safe. "
    "In her report she made {} recommendations, among them a register of large roofs."
)
SECOND = (
    "Five questions on the Norwick arena report\n\n"
    "**What does Judge Ada Roe want?** Her {} recommendations would have every large roof in Norwick "
    "inspected each spring. The council of Norwick has a year to act on them."
)
THIRD = (
    "Norwick families weep as the judge speaks\n\n"
    "They had waited two winters for Judge Ada Roe. It was cold in the Norwick town hall. "
    "What they heard was long: {} recommendations, read aloud, and not a word of blame for the arena's owner."
)


def schemas(*counts: str) -> set[str]:
    """The schemas of the pairs of counts that differ, of so many of the three articles."""
    texts = [text.format(count) for text, count in zip((FIRST, THIRD, SECOND), counts, strict=False)]
    documents = [Document(Article(text, id=str(n), published=DAY)) for n, text in enumerate(texts)]
    own = [bind(document, mentions(document), n) for n, document in enumerate(documents)]
    claims = sorted((claim for some in own for claim in some if linkable(claim)), key=order)
    found = pairs(claims, Stories([telling_names(document) for document in documents]))
    differ = [p for p in found if p.left.subject == p.right.subject == canonical("recommendations")]
    return {schema(pair) for pair in differ if disagree(pair)}


def test_a_further_article_backs_one_of_two_counts():
    assert "backed" in schemas("47", "31", "47")


def test_no_further_article_backs_them():
    assert schemas("47", "31") == {"none"}
    assert "backed" not in schemas("47", "31", "12")


@pytest.mark.parametrize("counts", [("three", "two", "three"), ("12", "190", "12")])
def test_a_few_things_and_numbers_far_apart_say_nothing(counts: tuple[str, str, str]):
    assert "backed" not in schemas(*counts)


def test_light_pairs_are_of_no_one_fact():
    assert schema_bits("backed", -3.9) > -1.0
    assert schema_bits("backed", -4.1) == float("-inf")
    assert schema_bits("dated", -9.0) > -1.0
