"""Whether an amount is a rate, a change or a level, and who vouches for it."""

import pytest

from crosscheck import Article
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document


def amounts(text):
    document = Document(Article(text))
    return claims(document, list(mentions(document, ("quantity",))), 0)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Some 400 cars an hour crossed the bridge.", "hour"),
        ("The mill grinds 500 tonnes of rye each week.", "week"),
        ("The baker sells 300 loaves daily.", "day"),
        ("The clinic treated 25 children in every thousand.", "thousand"),
        ("Doctors counted 12 deaths per 100,000 residents.", "100000"),
        ("The crew got $500 each.", "each"),
        ("The road will cost $12 million per kilometre.", "kilometr"),
        ("The storm killed 20 people a year ago.", None),
        ("The storm killed 20 people on a day of rain.", None),
        ("The 40 children each sang a song.", None),
    ],
)
def test_a_rate_is_told_by_the_words_behind_it(text, rate):
    assert amounts(text)[0].rate == rate


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Rents rose by 5 percent.", "by"),
        ("Rents fell 5 percent.", "by"),
        ("Rents were 5 percent higher.", "by"),
        ("Rents are up 5 percent.", "by"),
        ("The board saw a rise of 5 percent.", "by"),
        ("A 5 percent pay rise was agreed.", "by"),
        ("Unemployment rose to 5 percent.", "to"),
        ("Unemployment stood at 5 percent.", "to"),
        ("Unemployment is down from 5 percent.", "from"),
        ("Inflation rose to 5 percent.", None),
        ("The shop gives 5 percent to the church.", None),
        ("Up to 5 percent of the pupils are ill.", None),
    ],
)
def test_a_change_is_told_from_a_level(text, change):
    assert amounts(text)[0].change == change


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police said 40 cars were burnt.", [({"police"}, set(), False)]),
        ("Some 40 cars were burnt, according to Anna Holt.", [(set(), {"anna", "holt"}, False)]),
        ("Organisers put the crowd at 50,000, police at 20,000.",
         [({"organisers"}, set(), True), ({"police"}, set(), True)]),
        ("The ministry says 40 miners died; the rebels say 65.",
         [({"government"}, set(), False), ({"rebels"}, set(), False)]),
        ("Damage was put at $4 million by the insurers.", [({"insurers"}, set(), True)]),
        ("Some 40 cars were burnt.", [None]),
        ("She said 40 cars were burnt.", [None]),
    ],
)  # fmt: skip
def test_a_source_is_the_subject_of_the_verb(text, told):
    found = [(set(c.source.bodies), set(c.source.names), c.source.guesses) if c.source else None
             for c in amounts(text)]  # fmt: skip
    assert found == told


def test_an_amount_in_direct_speech_is_quoted():
    outside, inside = amounts('The mayor counted 40 cars. "We lost 60 of our cars," said the baker.')
    assert (outside.quoted, inside.quoted) == (False, True)
