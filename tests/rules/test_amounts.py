"""What explains a clash of two amounts, and what of it is spoken of."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article

DAY = date(2025, 3, 20)
SLICK = "The oil slick off Kalvik stretched for {} along the beach, the coastguard said."
PLAN = "Tarn Rail expects to pay a fine of {} for the Kalvik tunnel collapse, and will close two depots."
CLAUSE = (
    "Tarn Rail will shut two depots. At {}, the fine that it will pay for the Kalvik tunnel collapse is "
    "its largest."
)
PAID = "Tarn Rail paid a fine of {} for the Kalvik tunnel collapse, and closed two depots."


def report(*texts: str, days: tuple[date | None, ...] = (DAY, DAY, DAY)) -> crosscheck.Report:
    articles = [Article(text, id=str(n), published=days[n]) for n, text in enumerate(texts)]
    return crosscheck.check(articles)


def codes(*texts: str, days: tuple[date | None, ...] = (DAY, DAY, DAY)) -> set[str]:
    return {finding.code for finding in report(*texts, days=days).findings}


def declined(*texts: str, days: tuple[date | None, ...] = (DAY, DAY, DAY)) -> set[tuple[str, str]]:
    return {(row.code, row.reason) for row in report(*texts, days=days).declined}


def test_one_figure_in_two_units_is_a_slip():
    assert codes(SLICK.format("15 kilometres"), SLICK.format("15 miles")) == {"N205"}


@pytest.mark.parametrize("swap", [False, True])
def test_a_figure_in_brackets_is_no_slip_of_the_unit(swap: bool):
    texts = [SLICK.format("24 kilometres (15 miles)"), SLICK.format("15 kilometres")]
    texts = texts[::-1] if swap else texts
    assert "N205" not in codes(*texts)
    assert ("N205", "different-scope") in declined(*texts)


# one day, and the next
@pytest.mark.parametrize("day", [DAY, date(2025, 3, 21)])
def test_a_plan_told_in_two_ways_has_no_outcome_yet(day: date):
    texts = PLAN.format("$8 million"), CLAUSE.format("$9 million")
    assert codes(*texts, days=(DAY, day)) == {"N201"}


@pytest.mark.parametrize(
    ("other", "day"),
    [
        # weeks later
        (CLAUSE, date(2025, 4, 20)),
        # no day is known
        (CLAUSE, None),
        # no word of a plan in the other
        (PAID, DAY),
    ],
)
def test_a_plan_is_no_outcome(other: str, day: date | None):
    texts = PLAN.format("$8 million"), other.format("$9 million")
    assert codes(*texts, days=(DAY, day)) == set()
    assert ("N201", "plan-against-outcome") in declined(*texts, days=(DAY, day))


def test_what_explains_one_clash_of_a_group_leaves_the_others():
    texts = PLAN.format("$8 million"), PAID.format("$9 million"), PAID.format("$11 million")
    (finding,) = (f for f in report(*texts).findings if f.code == "N201")
    told = {claim.text for claim in finding.claims if claim.side}
    assert {"$9 million", "$11 million"} <= told
    assert codes(*texts[:2]) == set()
