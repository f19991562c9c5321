"""Where places lie: what is read from a sentence, and any sentence is safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import Article
from crosscheck.align.places.bearings import Bearing, _bearings, bearing_groups
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.model import Claim


def read(*texts: str) -> list[Claim]:
    documents = [Document(Article(text, id=str(n))) for n, text in enumerate(texts)]
    return [c for n, d in enumerate(documents) for c in claims(d, mentions(d), n)]


def one(text: str) -> Bearing:
    (found,) = _bearings(read(text))
    return found


@pytest.mark.parametrize(
    ("text", "place", "form", "anchor", "words"),
    [
        (
            "Melvik burns. In Melvik, some 40 km (25 miles) north-west of Norwick.",
            "melvik",
            "of",
            "norwick",
            "north-west of Norwick",
        ),
        ("A fire broke out in Melvik, a hamlet on the eastern flank.", "melvik", "side", "", "eastern flank"),
        ("They drove 75 miles south to Melvik. A fire broke out in Melvik.", "melvik", "away", "", "south"),
        (
            "A fire broke out in Melvik, which lies upstream of Norwick.",
            "melvik",
            "of",
            "norwick",
            "upstream of Norwick",
        ),
        ("The quake struck 14 km southeast of Norwick.", "", "of", "norwick", "southeast of Norwick"),
    ],
)
def test_what_is_read(text: str, place: str, form: str, anchor: str, words: str):
    found = one(text)
    assert (found.told.place, found.told.form, found.told.anchor) == (place, form, anchor)
    mention = found.claim.mention
    assert mention.text == words == text[mention.start : mention.end]


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in Melvik, on the west side, on Monday.",
        "In Melvik a car was found 3 km north of there.",
        "The wind came from the north and Melvik froze.",
        "Melvik sent aid to South Tarnshire.",
        "He turned left in Melvik.",
    ],
)
def test_what_is_no_bearing(text: str):
    assert not [b for b in _bearings(read(text)) if b.told.place == "melvik"]


@pytest.mark.parametrize(
    ("left", "right", "against"),
    [
        ("north-east", "north-west", True),
        ("north", "south", True),
        ("north", "north-west", False),
        ("east", "north", False),
    ],
)
def test_which_ways_exclude_each_other(left: str, right: str, against: bool):
    texts = [f"A fire broke out in Melvik, 40 km {way} of Norwick." for way in (left, right)]
    groups = list(bearing_groups(read(*texts), Stories([frozenset({"melvik", "norwick"})] * 2)))
    assert bool(groups) == against


WORDS = st.sampled_from(
    (
        "Melvik Norwick north south-east upstream of to the coast bank left , . ( ) 40 km miles "
        "a village on in is lies this"
    ).split()
)


@given(st.lists(st.lists(WORDS, max_size=30), min_size=1, max_size=3))
def test_any_words_are_safe(sentences: list[list[str]]):
    texts = [" ".join(words) for words in sentences]
    for found in _bearings(read(*texts)):
        mention = found.claim.mention
        assert texts[found.claim.article][mention.start : mention.end] == mention.text
