"""Levels of single kinds of evidence, of pairs that are found in articles."""

from datetime import date

import pytest

from crosscheck import Article
from crosscheck.align.evidence import depth, extent, manner, stated
from crosscheck.align.evidence_amounts import magnitude, sort_of
from crosscheck.align.evidence_dates import gap, lie, slip
from crosscheck.align.groups import linkable, order
from crosscheck.align.pair import Pair
from crosscheck.align.scoring import pairs
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document

DAY = date(2025, 1, 21)
HAUL = "Guards at Brackholme seized {}."
SAILED = "The Brackholme ferry was laid up {}."
SANK = "The Brackholme ferry sank off Sandrigg on {}."
SPENT = "The Brackholme trust spent {} on the weir."
EELS = "The trust counted 40 eels in the weir."
MORE_EELS = "The trust counted 43 eels in the weir."
FILL = "Its chairman is old. "


def pair_of(one: str, two: str, *, day: date | None = DAY, values: tuple[str, str] | None = None) -> Pair:
    """The pair of two articles; of several that of the values told."""
    documents = [Document(Article(text, published=day)) for text in (one, two)]
    claims = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n) if linkable(c)]
    found = pairs(sorted(claims, key=order), Stories([telling_names(d) for d in documents]))
    if values is not None:
        found = [pair for pair in found if (pair.left.mention.text, pair.right.mention.text) == values]
    (pair,) = found
    return pair


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("40 fishing boats", "43 fishing boats", "same"),
        ("40 of the fishing boats", "43 fishing boats", "same"),
        ("40 old fishing boats", "43 fishing boats", "some"),
        ("40 rowing boats", "43 fishing boats", "other"),
        ("40 boats", "43 fishing boats", "one"),
        ("40 boats", "43 boats", "bare"),
        ("40 fishing boats", "43 fishing huts", "none"),
    ],
)
def test_sort_of_what_is_counted(one: str, two: str, level: str):
    assert sort_of(pair_of(HAUL.format(one), HAUL.format(two))) == level
    assert sort_of(pair_of(HAUL.format(two), HAUL.format(one))) == level


def test_only_amounts_are_of_a_sort():
    assert sort_of(pair_of(SANK.format("March 4, 2016"), SANK.format("March 9, 2016"))) == "none"


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("March 4, 2016", "March 14, 2016", "0"),
        ("March 4, 2016", "April 17, 2016", "0"),
        ("March 4, 2016", "April 18, 2016", "1"),
        ("March 4, 2016", "Sept. 19, 2016", "1"),
        ("March 4, 2016", "Sept. 20, 2016", "2"),
        ("March 4, 2016", "March 4, 2017", "2"),
        ("March 4, 2016", "April 9, 2017", "3"),
        ("March 4, 2016", "March 10, 2019", "4"),
        ("March 4, 2016", "March 4, 1984", "5"),
        ("March 4, 2016", "Friday", "none"),
        ("Friday", "Monday", "none"),
    ],
)
def test_gap_between_two_dates(one: str, two: str, level: str):
    assert gap(pair_of(SANK.format(one), SANK.format(two))) == level


def test_gap_of_dates_without_a_year_is_that_of_their_likeliest_readings():
    one, two = SANK.format("Jan. 4"), SANK.format("Dec. 29")
    assert gap(pair_of(one, two)) == "0"
    assert gap(pair_of(one, two, day=None)) == "unknown"


def test_amounts_have_no_gap():
    assert gap(pair_of(SPENT.format("$100"), SPENT.format("$120"))) == "none"


@pytest.mark.parametrize(("before", "level"), [(0, "0"), (1, "0"), (2, "1"), (4, "2"), (6, "3")])
def test_depth_in_the_order_of_the_articles(before: int, level: str):
    """Of eight sentences the first, and one with so many before it."""
    end = "It has two boats."
    one, two = f"{EELS} {FILL * 6}{end}", f"{FILL * before}{MORE_EELS} {FILL * (6 - before)}{end}"
    assert depth(pair_of(one, two, values=("40", "43"))) == level
    assert depth(pair_of(two, one, values=("43", "40"))) == level


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="an article's length is taken to end with its last value"
)
def test_depth_is_that_in_the_whole_article():
    assert pair_of(f"{EELS} {FILL * 3}", f"{FILL}{MORE_EELS} {FILL * 2}").depth == 0.25


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        (EELS, MORE_EELS, "nowhere"),
        (EELS, MORE_EELS + " Brackholme has 40 anglers.", "one"),
        (EELS + " Brackholme has 43 anglers.", MORE_EELS, "one"),
        (EELS + " Brackholme has 43 anglers.", MORE_EELS + " Brackholme has 40 anglers.", "both"),
        (EELS, "The trust counted 43 eels in the weir, not 40.", "beside"),
    ],
)
def test_where_the_value_of_the_other_is_stated(one: str, two: str, level: str):
    assert stated(pair_of(one, two, values=("40", "43"))) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("will sail on Feb. 4", "will sail on March 4", "same"),
        ("will sail on Feb. 4", "sailed on Jan. 4", "apart"),
        ("sailed on Jan. 9", "sailed on Jan. 19", "same"),
        ("sailed on Jan. 4", "sailed on Jan. 19", "apart"),
        ("sailed in 1928", "sailed in 1953", "same"),
        ("sailed on Jan. 9", "sailed on Friday", "open"),
    ],
)
def test_how_two_dates_lie(one: str, two: str, level: str):
    one, two = f"The Brackholme ferry {one}.", f"The Brackholme ferry {two}."
    assert lie(pair_of(one, two)) == level
    assert lie(pair_of(one, two, day=None)) == "open"


def test_amounts_do_not_lie():
    assert lie(pair_of(EELS, MORE_EELS)) == "none"


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("from March 2016 to June 2017", "from March 2016 to June 2018", "end"),
        ("from March 2016 to June 2017", "from April 2016 to June 2017", "end"),
        ("from March 4 to March 9", "from March 4 to March 11", "end"),
        ("from 2011 to 2014", "from 2011 to 2015", "end"),
        ("from March 2016 to June 2017", "from April 2016 to June 2018", "more"),
        ("until March 4, 2016", "until March 14, 2016", "day"),
        ("until March 4, 2016", "until April 4, 2016", "month"),
        ("until March 4, 2016", "until March 4, 2017", "year"),
        ("until March 4, 2016", "until April 14, 2017", "more"),
        ("from March 2016 to June 2017", "in March 2016", "none"),
    ],
)
def test_in_which_part_periods_and_their_ends_differ(one: str, two: str, level: str):
    assert slip(pair_of(SAILED.format(one), SAILED.format(two))) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("$100", "$124", "0"),
        ("$100", "$125", "1"),
        ("$100", "$159", "1"),
        ("$100", "$160", "2"),
        ("$100", "$240", "2"),
        ("$100", "$250", "3"),
        ("$100", "$390", "3"),
        ("$100", "$400", "4"),
        ("$100", "$1,900", "4"),
        ("$100", "$2,000", "5"),
        ("$100", "$5 million", "5"),
    ],
)
def test_magnitude_of_two_amounts(one: str, two: str, level: str):
    assert magnitude(pair_of(SPENT.format(one), SPENT.format(two))) == level
    assert magnitude(pair_of(SPENT.format(two), SPENT.format(one))) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [("40 days", "45 days", "0"), ("40 days", "9 weeks", "1"), ("40 days", "3 years", "5")],
)
def test_magnitude_of_two_lengths_is_that_of_their_days(one: str, two: str, level: str):
    assert magnitude(pair_of(SAILED.format(f"for {one}"), SAILED.format(f"for {two}"))) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("counted", "counted", "same"),
        ("counted", "plans to count", "asserted planned"),
        ("plans to count", "could count", "hypothetical planned"),
        ("counted", "could count", "asserted hypothetical"),
        ("did not count", "plans to count", "negated planned"),
        ("did not count", "did not count", "same"),
    ],
)
def test_manner_of_two_amounts(one: str, two: str, level: str):
    one, two = (
        f"The trust {verb} {count} eels in the weir."
        for verb, count in zip((one, two), (40, 43), strict=True)
    )
    assert manner(pair_of(one, two)) == level


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("40 eels", "43 eels", "same"),
        ("40 eels", "43 eels in total", "plain total"),
        ("40 eels in total", "43 eels in total", "same"),
        ("40 eels", "another 43 eels", "further plain"),
        ("40 of the eels", "another 43 eels", "further part"),
        ("40 of the eels", "43 eels in total", "part total"),
    ],
)
def test_extent_of_two_amounts(one: str, two: str, level: str):
    one, two = (f"The trust counted {eels}." for eels in (one, two))
    assert extent(pair_of(one, two)) == level


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="the 'of' of 'a total of' is read as that of a part"
)
def test_a_total_of_is_a_total():
    one, two = (f"The trust counted {eels}." for eels in ("40 eels", "a total of 43 eels"))
    assert extent(pair_of(one, two)) == "plain total"
