"""Which values of one fact clash at all: bounds, periods, deadlines, units, falls and figures cut off."""

from datetime import date
from decimal import Decimal

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.evidence_amounts import size_of
from crosscheck.align.groups import _cut_off
from crosscheck.rules.amounts import other_magnitude
from crosscheck.rules.headlines.figures import _of_one_size
from crosscheck.values import Quantity

DAY = date(2024, 4, 4)
HARBOUR = (
    "The repair of the Orrin Bridge in Norwick {}, harbour master Ana Dorje told the council on Thursday."
)
ISLAND = (
    "On Thursday Ana Dorje, the Norwick harbour master, told the council that the Orrin Bridge's repair {}."
)


def codes(one: str, two: str, frames: tuple[str, str] = (HARBOUR, ISLAND)) -> set[str]:
    """The rules that object to two articles on one repair, `one` and `two` as each tells it."""
    texts = zip("ab", frames, (one, two), strict=True)
    articles = [Article(frame.format(told), id=name, published=DAY) for name, frame, told in texts]
    return {finding.code for finding in crosscheck.check(articles).findings}


@pytest.mark.parametrize(
    ("one", "two", "code"),
    [
        # a bound reaches no further than anybody would word it so
        ("took more than 8,000 rivets", "took more than 8,000,000 rivets", "N204"),
        # one figure in two units
        ("took 14 weeks", "took 14 months", "D106"),
        ("covered 340 feet", "covered 340 metres", "N205"),
        # two periods, two deadlines
        ("lasted from March 2019 to June 2022", "lasted from March 2019 to June 2023", "D102"),
        ("must be paid for by September 20, 2024", "must be paid for by September 30, 2024", "D102"),
    ],
)
def test_they_clash(one: str, two: str, code: str):
    assert codes(one, two) & {code, "D101"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("took more than 8,000 rivets", "took 9,400 rivets"),
        ("took at least two men", "took 15 men"),
        ("was priced at C$1,200", "was priced at $1,200"),
        ("raised costs by 11.8%", "changed costs by minus 11.8%"),
        ("cost $43,885,310", "cost $43 million"),
        ("was run by the Dorje firm from 2000 to 2006", "was run by the Marlowe firm from 2006 to 2012"),
        ("lasted from March 2019 to June 2022", "was going on in May 2020"),
        # planned, supposed or denied, and so
        ("cost $45 million", "would have cost $54 million"),
        ("did not cost $45 million", "cost $54 million"),
    ],
)
def test_they_do_not(one: str, two: str):
    assert codes(one, two) & {"N201", "N204", "N205", "D101", "D102", "D106"} == set()


def test_countries_that_begin_two_sentences_are_told_of_apart():
    frames = (
        "{} cut its key rate to 4.75 percent on Thursday.",
        "{} cut its key rate to 5.25 percent on Thursday.",
    )
    assert "N201" not in codes("Norway", "Poland", frames)
    assert codes("Norway", "Norway", frames) == {"N201"}


def test_unnamed_people_of_ages_far_apart_are_two():
    frames = ("A {} was hurt when the Orrin Bridge in Norwick fell on Thursday, police said.",) * 2
    assert codes("26-year-old woman", "four-year-old girl", frames) == set()


def test_the_counts_of_a_vote_are_no_counts_by_themselves():
    frames = ("Norwick council approved the bridge by {} on Thursday.",) * 2
    articles = [
        Article(f.format(t), id=t, published=DAY) for f, t in zip(frames, ("7-2", "6-3"), strict=True)
    ]
    (finding,) = crosscheck.check(articles).findings
    assert [claim.text for claim in finding.claims] == ["6-3", "7-2"]


def test_the_month_of_may_makes_no_figure_doubtful():
    assert codes("cost $45 million on May 14", "cost $54 million on May 14") == {"N201"}
    assert codes("cost $45 million", "may cost $54 million") == set()


@pytest.mark.parametrize("huge", [Decimal("1e40"), Decimal("1e400"), Decimal("-7e999999"), Decimal("3e-400")])
def test_figures_of_any_size_are_compared(huge: Decimal):
    a = Quantity(
        Decimal(43_000_000), Decimal(43_000_000), unit="USD", dimension="USD", slack=Decimal(500_000)
    )
    b = Quantity(huge, huge, unit="USD", dimension="USD")
    for one, two in ((a, b), (b, a)):
        assert not _cut_off(one, two)
        assert not other_magnitude(one, two)
        assert not _of_one_size(one, two)
    assert size_of(a) == 43_000_000.0
    assert size_of(b) is None or huge == Decimal("1e40")
