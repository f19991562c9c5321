"""What a sum, a share or a length is a value of, where no noun stands beside it."""

import pytest

import crosscheck
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.lexicon.words import canonical


def subject(text: str, value: str) -> str:
    document = Document(crosscheck.Article(text, id="a"))
    return next(c.subject for c in claims(document, mentions(document), 0) if c.mention.text == value)


@pytest.mark.parametrize(
    ("text", "value", "noun"),
    [
        # a verb of change, the share and the sum behind it
        ("Net profit at the brewing group rose 26% to $212 million.", "26%", "profit"),
        ("Net profit at the brewing group rose 26% to $212 million.", "$212 million", "profit"),
        ("Turnover of the ferry line fell by 4% from May to June.", "4%", "turnover"),
        # a verb of a level
        ("The central bank's reserves stood at $9.4 billion in May.", "$9.4 billion", "reserve"),
        ("In Kalvik, unemployment remained at 7.5 percent.", "7.5 percent", "unemployment"),
        ("Snow depth on the pass reached 3.2 metres, a record.", "3.2 metres", "depth"),
        # a verb that says a level only with its preposition
        ("Shares in the quarry closed at €14.20 on Tuesday.", "€14.20", "shares"),
        ("The bill for the new organ came to £310,000.", "£310,000", "bill"),
        # a verb that gives an amount: what it is given for stands behind the verb
        ("The agency put the cost of the clearing at $8 million.", "$8 million", "cost"),
        ("Insurers estimated the damage at €31 million.", "€31 million", "damage"),
        # or before it, in the passive
        ("The vineyard was valued at $6 million last year.", "$6 million", "vineyard"),
        # a verb of change with its object behind it, and in the passive
        ("The bakers raised the price by 12 percent.", "12 percent", "price"),
        ("The toll on the bridge was cut to $3 in June.", "$3", "toll"),
        # an amount that opens its sentence
        ("At $31 million, the grant that the railway got was its largest.", "$31 million", "grant"),
        ("At 412 metres, the mast on the hill is the tallest.", "412 metres", "mast"),
        # what is counted and not "number" or "amount"
        ("The number of arrests rose to 64.", "64", "arrest"),
        ("The total of unpaid rents reached $2 million.", "$2 million", "rent"),
        # behind the amount
        ("The gendarmerie puts at 37 the number of arrests.", "37", "arrest"),
    ],
)
def test_an_amount_is_a_value_of_the_noun_of_its_clause(text: str, value: str, noun: str):
    assert subject(text, value) == canonical(noun)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # a pronoun before the verb
        ("It stood at $9.4 billion in May.", "$9.4 billion"),
        ("They rose 26% to $212 million.", "$212 million"),
        # a name
        ("In May Vandermeer stood at $14.20.", "$14.20"),
        # a clause that ends before the verb
        ("The reserves, which stood at $9.4 billion, shrank.", "$9.4 billion"),
        # no verb of a level, of change or of giving
        ("The thieves fled with $9,000.", "$9,000"),
        # an amount at the front without an article behind it
        ("At $31 million, Orlov stopped bidding.", "$31 million"),
    ],
)
def test_an_amount_without_a_noun_of_its_own_has_none(text: str, value: str):
    assert subject(text, value) == ""


def test_a_noun_beside_an_amount_comes_first():
    assert subject("Profit rose after a fine of $3 million.", "$3 million") == canonical("fine")
    assert subject("The charge reached $3 million of debt.", "$3 million") == canonical("debt")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At $5", "$5"),
        ("At $5,", "$5"),
        ("At $5, the", "$5"),
        ("put at $5 the", "$5"),
    ],
)
def test_the_end_of_a_sentence_cuts_the_search(text: str, value: str):
    assert subject(text, value) == ""


def test_a_pronoun_behind_a_giving_verb_gives_none():
    assert subject("The agency put it at $8 million.", "$8 million") == ""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Turnover of the line fell by 4% in the autumn.", "4%"),
        ("The snow reached 3 metres overnight.", "3 metres"),
    ],
)
@pytest.mark.xfail(strict=True, reason="a word of time behind an amount is taken for what it is of")
def test_a_word_of_time_behind_an_amount_is_not_its_noun(text: str, value: str):
    assert subject(text, value) not in ("autumn", "overnight")
