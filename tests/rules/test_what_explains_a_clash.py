"""What makes two values no clash, each beside a text in which nothing explains it."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.evidence_amounts import figure
from crosscheck.align.groups import linkable, order
from crosscheck.align.scoring import pairs
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Claim
from crosscheck.values import Moment, Relation

DAY = date(2025, 3, 20)


def report(*texts: str, day: date | None = DAY) -> crosscheck.Report:
    return crosscheck.check([Article(text, id=str(n), published=day) for n, text in enumerate(texts)])


def codes(*texts: str) -> list[str]:
    return [finding.code for finding in report(*texts).findings]


def declined(*texts: str) -> set[tuple[str, str]]:
    return {(row.code, row.reason) for row in report(*texts).declined}


def claims(text: str, day: date | None = None, number: int = 0) -> list[Claim]:
    document = Document(Article(text, published=day))
    return bind(document, mentions(document), number)


STRUCK = "A rocket struck the Brackholme depot on {}, killing 5 guards."
TOLD = "The ministry said {} a rocket struck the Brackholme depot, killing 5 guards."


@pytest.mark.parametrize("said", ["Wednesday", "on Wednesday"])
def test_the_day_of_saying_is_not_that_of_the_event(said: str):
    texts = STRUCK.format("Tuesday"), TOLD.format(said)
    assert codes(*texts) == []
    assert ("D108", "different-scope") in declined(*texts)


@pytest.mark.parametrize("told", [STRUCK, TOLD])
def test_two_days_of_one_sort_clash(told: str):
    assert codes(told.format("Tuesday"), told.format("Wednesday")) == ["D108"]


@pytest.mark.parametrize(
    ("planned", "asserted"),
    [
        ("Norwick's 38 wards will decide in May.", "Norwick's 64 wards decide in May."),
        ("all 38 wards of Norwick will decide in May.", "all 64 wards of Norwick decide in May."),
        ("the 38 wards of Norwick could decide in May.", "the 64 wards of Norwick decide in May."),
    ],
)
def test_a_known_whole_is_no_plan(planned: str, asserted: str):
    assert codes(f"On the levy {planned}", f"On the levy {asserted}") == ["N201"]


@pytest.mark.parametrize(
    ("planned", "asserted"),
    [
        (
            "On the levy in Norwick 38 wards will decide in May.",
            "On the levy in Norwick 64 wards decide in May.",
        ),
        ("Norwick will get 38 wards under the levy plan.", "Norwick got 64 wards under the levy plan."),
    ],
)
def test_a_plan_is_no_outcome(planned: str, asserted: str):
    assert codes(planned, asserted) == []
    assert ("N201", "plan-against-outcome") in declined(planned, asserted)


SANK = "The tanker Orlan sank {} off Cape Sandrigg."


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("40 miles", "40 nautical miles", []),
        ("40 kilometres", "40 nautical miles", ["N205"]),
        ("40 miles", "40 kilometres", ["N205"]),
        ("40 miles", "60 nautical miles", ["N201"]),
    ],
)
def test_at_sea_a_mile_may_be_a_nautical_one(one: str, two: str, expected: list[str]):
    assert codes(SANK.format(one), SANK.format(two)) == expected


CHAIR = "{}, chairman of the Brackholme trust, praised the weir."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Edgar Larkin", ["E402"]),
        ("Edgar Larkin (no relation)", []),
        ("Edgar Larkin, not related", []),
        ("Edgar Larkin, unrelated", []),
    ],
)
def test_a_name_said_to_be_of_someone_else(name: str, expected: list[str]):
    assert codes(CHAIR.format("Samuel Larkin"), CHAIR.format(name)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bus carried 26 people: 15 men, 11 women and three children.", ["A302"]),
        ("The bus carried 29 people: 15 men, 11 women and three children.", []),
        # the first is a part as well
        ("Fifteen people, eleven women and three children, were on the bus.", ["A302"]),
        ("Fifteen men, eleven women and three children, were on the bus.", []),
        ("Fifteen men, eleven women and three children were on the bus.", []),
        # parts beyond the total
        ("Police seized 60 chairs: 30 from Norwick and 45 from Ulverby.", ["A302"]),
        ("Police seized two chairs: 30 from Norwick and 45 from Ulverby.", []),
    ],
)
def test_what_is_no_breakdown(text: str, expected: list[str]):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wreck lies in 2,600 metres of water, some 54 miles out.", []),
        ("The wreck lies in 2,600 metres (54 miles) of water.", ["N206"]),
        ("The wreck lies 2,600 metres, some 54 miles, out.", ["N206"]),
        ("The wreck lies 2,600 metres, or 54 miles, out.", ["N206"]),
    ],
)
def test_two_measures_are_no_conversion(text: str, expected: list[str]):
    assert codes(text) == expected


PAID = "The Brackholme trust paid {} for the weir."


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("Rs 45 lakh", "Rs 45 crore", "telling"),
        ("Rs 4,500", "Rs 4.5 lakh", "telling"),
        ("Rs 45,000", "Rs 45 lakh", "telling"),
        ("Rs 4,500", "Rs 450,000", "other"),
        ("$4,500", "$450,000", "other"),
        ("$4,500", "$45,000", "telling"),
        ("$45 million", "$45 billion", "telling"),
    ],
)
def test_hundreds_are_a_slip_of_zeros_in_lakh_and_crore_alone(one: str, two: str, level: str):
    documents = [Document(Article(PAID.format(amount))) for amount in (one, two)]
    own = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n) if linkable(c)]
    (pair,) = pairs(sorted(own, key=order), Stories([telling_names(d) for d in documents]))
    assert figure(pair) == level


@pytest.mark.parametrize(("one", "two"), [("Rs 45 lakh", "Rs 45 crore"), ("Rs 4,500", "Rs 45,000")])
def test_figures_that_differ_in_their_zeros(one: str, two: str):
    assert codes(PAID.format(one), PAID.format(two)) == ["N204"]


def test_figures_a_hundred_apart_are_two_figures():
    assert codes(PAID.format("$4,500"), PAID.format("$450,000")) == ["N201"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trust brought a suit that covers 240,000 tenants and could cost billions.", "asserted"),
        ("The trust counted 40 women who could sue.", "asserted"),
        ("The trust counted 40 women, which would be a record.", "asserted"),
        ("The trust could win and pay 40 women.", "hypothetical"),
        ("The trust brought a suit that could cover 240,000 tenants and cost billions.", "hypothetical"),
        ("About 40 women could sue the trust.", "hypothetical"),
        ("The trust counted 40 women and will count 43 men.", "asserted"),
        ("The trust will count 40 women and 43 men.", "planned"),
    ],
)
def test_how_a_figure_is_meant_is_told_in_its_own_clause(text: str, expected: str):
    assert claims(text)[0].modality == expected


def moment(text: str, day: date | None = None) -> Moment:
    """The last date of a text."""
    value = claims(text, day)[-1].mention.value
    assert isinstance(value, Moment)
    return value


BRED = "The trust bred eels {}."


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        pytest.param(
            "between June 2014 and May 2017",
            "from June 2014 through May 2018",
            Relation.DISJOINT,
        ),
        (
            "between June 2014 and May 2017",
            "from June 2014 through May 2017",
            Relation.EQUAL,
        ),
        # both ends differ: one may lie in the other
        (
            "between October 2021 and May 2017",
            "from June 2014 through May 2018",
            Relation.COMPATIBLE,
        ),
        # an event between two days
        ("between June 2014 and May 2017", "in May 2017", Relation.COMPATIBLE),
        (
            "from June 2014 through May 2017",
            "from June 2014 through May 2018",
            Relation.DISJOINT,
        ),
    ],
)
def test_periods_that_begin_alike(one: str, two: str, expected: Relation):
    a, b = moment(BRED.format(one)), moment(BRED.format(two))
    assert a.relation(b) is expected
    assert b.relation(a) is expected


SLEPT = "The eels slept for {} in the Brackholme weir."


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        ("41 / 2 months", []),
        ("4 1 / 2 months", []),
        ("4 1/2 months", ["P4.5M"]),
        ("41 months", ["P41M"]),
        ("2 months", ["P2M"]),
    ],
)
def test_a_torn_fraction_is_no_length_of_time(length: str, expected: list[str]):
    found = [c.mention.value for c in claims(SLEPT.format(length)) if c.mention.kind == "duration"]
    assert [value.to_dict()["stated"] for value in found] == expected


def test_a_torn_fraction_clashes_with_nothing():
    assert codes(SLEPT.format("2 months"), SLEPT.format("41 months")) == ["D106"]
    assert codes(SLEPT.format("41 / 2 months"), SLEPT.format("41 months")) == []


COUNCIL = "The council met on May 4, 2021, in the old hall. {}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council next meets on Feb. 11.", date(2025, 2, 11)),
        ("The council will meet on Feb. 11.", date(2025, 2, 11)),
        # the year told before is that of what was
        ("The council left it on Feb. 11.", date(2021, 2, 11)),
        pytest.param(
            "The council had left it again on June 25.",
            date(2021, 6, 25),
        ),
    ],
)
def test_what_is_ahead_takes_no_year_told_before(text: str, expected: date):
    assert moment(COUNCIL.format(text), date(2025, 1, 21)).earliest == expected
