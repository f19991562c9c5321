"""Hints beside clashes of amounts."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article

COST = "The council said the harbour bridge in Norwick would cost ${} million to repair."


@pytest.mark.parametrize(
    ("one", "two", "hint"),
    [
        ("45", "54", "two neighbouring digits changed places"),
        ("455", "45", "a digit is doubled or lost"),
        ("45", "49", None),
    ],
)
def test_a_clash_says_which_slip_explains_it(one, two, hint):
    articles = [Article(COST.format(x), id=x, published=date(2024, 4, 4)) for x in (one, two)]
    reasons = next(f for f in crosscheck.check(articles) if f.code == "N201").reasons
    assert reasons[-1] == hint if hint else not any("digit" in reason for reason in reasons)
