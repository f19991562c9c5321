"""Values of two scopes are declined; the same texts with one scope are spoken of."""

import pytest

import crosscheck
from crosscheck import Article, Config


def said(code, *texts):
    articles = [Article(id=str(number), text=text) for number, text in enumerate(texts)]
    return [finding.code for finding in crosscheck.check(articles, config=Config(select=(code,)))]


FERRY = (
    "The ferry company Tollan Lines in Port Ellery made {} last year, its chief executive Bo Harding said."
)
PASSENGERS = "Border guards rescued {} migrants off Santa Lidia between January and {}, the coast guard said."
TITLE = "Tessa Marlowe won her {} Norwick marathon title {} in pouring rain."
FAIR = "The Norwick Jazz Festival {} on {} with a concert by the pianist Leonie Marsh on the harbour stage."


@pytest.mark.parametrize(
    ("code", "text", "one", "two", "same"),
    [
        (
            "N204",
            FERRY,
            ("a profit of 3.5 million crowns",),
            ("sales of 35 million crowns",),
            ("a profit of 35 million crowns",),
        ),
        ("N201", PASSENGERS, ("5,300", "June"), ("9,800", "October"), ("9,800", "June")),
        ("N208", TITLE, ("third", "on Sunday"), ("second", "in a row"), ("second", "on Sunday")),
        ("D102", FAIR, ("opens", "July 5"), ("closes", "July 14"), ("opens", "July 14")),
    ],
)
def test_only_one_scope_makes_a_clash(code, text, one, two, same):
    assert said(code, text.format(*one), text.format(*two)) == []
    assert said(code, text.format(*one), text.format(*same)) == [code]
