"""Two dates that one of the sentences sets apart itself."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.document import Document
from crosscheck.model import Claim
from crosscheck.rules.offsets import set_apart

PUBLISHED = date(2024, 9, 30)


def dated(text: str) -> Claim:
    """The claim of the first date of a text."""
    document = Document(Article(text, published=PUBLISHED))
    return next(c for c in bind(document, mentions(document), 0) if c.mention.kind == "date")


def apart(one: str, two: str) -> bool:
    """Whether two dates are set apart; the order of the two must not matter."""
    found = set_apart(dated(one), dated(two))
    assert set_apart(dated(two), dated(one)) is found
    return found


VOTE = "Senators in Ostrava Hills met on {} to hear the waterworks minister."


@pytest.mark.parametrize(
    ("said", "other"),
    [
        # the other event came first
        ("May 20, a day after the vote", "May 19"),
        ("May 20, one day after the vote", "May 19"),
        ("May 20, two days after the vote", "May 18"),
        ("May 20, 2 days after the vote", "May 18"),
        ("May 20, just ten days after the vote", "May 10"),
        ("May 20, a week after the vote", "May 13"),
        ("May 20 - three weeks after the vote", "April 29"),
        ("May 20, a fortnight after the vote", "May 6"),
        # it came later
        ("May 20, a day before the vote", "May 21"),
        ("May 20, a week before the vote", "May 27"),
        ("May 20, the day before the vote", "May 21"),
        # over the end of a month, and of a leap year's February
        ("May 1, a day after the vote", "April 30"),
        ("March 1, two days after the vote", "February 28"),
        # months and years are not told to the day
        ("May 20, a month after the vote", "April 20"),
        ("May 20, a month after the vote", "April 17"),
        ("May 20, two months after the vote", "March 20"),
        ("May 20, 2024, a year after the vote", "May 20, 2023"),
        ("May 20, 2024, two years before the vote", "May 21, 2026"),
        # years on both sides
        ("January 1, 2024, a day after the vote", "December 31, 2023"),
        # "later" and "earlier" tell of the other event too
        ("May 20, three days later than the vote", "May 17"),
        ("May 20, three days earlier than the vote", "May 23"),
    ],
)
def test_a_time_to_another_event_leads_to_the_other_date(said: str, other: str):
    assert apart(VOTE.format(said), VOTE.format(other))


@pytest.mark.parametrize(
    ("said", "other"),
    [
        # nothing is said of another event
        ("May 20", "May 19"),
        ("May 20, a rainy day in the capital", "May 19"),
        ("May 20, a day of mourning", "May 19"),
        # the wrong direction
        ("May 20, a day after the vote", "May 21"),
        ("May 20, a day before the vote", "May 19"),
        ("May 20, a week after the vote", "May 27"),
        ("May 20, ten days later than the vote", "May 30"),
        # another distance
        ("May 20, a day after the vote", "May 18"),
        ("May 20, a week before the vote", "May 28"),
        ("May 20, ten days after the vote", "May 11"),
        ("May 20, a month after the vote", "April 10"),
        ("May 20, 2024, a year after the vote", "May 20, 2022"),
        # the same day, another year
        ("May 20, 2024, a day after the vote", "May 19, 2022"),
        # words that are no numbers, or no whole small ones
        ("May 20, several days after the vote", "May 17"),
        ("May 20, some days after the vote", "May 19"),
        ("May 20, that day after the vote", "May 19"),
        ("May 20, 1,000 days after the vote", "May 19"),
        ("May 20, 1.5 days after the vote", "May 15"),
        ("May 20, ²³ days after the vote", "May 18"),
        ("May 20, " + "9" * 5000 + " days after the vote", "May 19"),
        # too far behind the date
        ("May 20 in front of a packed upper gallery a day after the vote", "May 19"),
        # a day that the month lacks, and no day at all
        ("May 20, a day after the vote", "May 2024"),
        ("May 20, 20 days after the vote", "April 2024"),
    ],
)  # fmt: skip
def test_other_dates_stay_two(said: str, other: str):
    assert not apart(VOTE.format(said), VOTE.format(other))


def test_the_words_before_a_date_do_not_tell():
    assert not apart("A day after the vote, on May 20, senators met in Ostrava Hills.", VOTE.format("May 19"))


def test_either_sentence_may_set_them_apart():
    one, two = VOTE.format("May 20"), VOTE.format("May 19, a day before the harbour vote")
    assert apart(one, two)
    assert not apart(one, VOTE.format("May 19, a day after the harbour vote"))


def test_a_date_without_a_year_beside_one_with_a_year():
    assert apart(VOTE.format("May 20, a day after the vote"), VOTE.format("May 19"))
    assert not apart(VOTE.format("May 20, a day after the vote"), VOTE.format("May 21, 2024"))


def test_only_days_are_set_apart():
    document = Document(
        Article("The Orrin Bridge cost 45 crowns, a day after the vote.", published=PUBLISHED)
    )
    (count,) = [c for c in bind(document, mentions(document), 0) if c.mention.kind == "quantity"][:1]
    assert not set_apart(count, dated(VOTE.format("May 19")))


FERRY = "The Tollan ferry sank off Cape Orrin on {}, and eleven sailors drowned in the Norwick harbour mouth."


def found(one: str, two: str) -> list[tuple[str, str]]:
    articles = [Article(FERRY.format(t), id=n, published=PUBLISHED) for n, t in (("a", one), ("b", two))]
    return [(finding.code, finding.message) for finding in crosscheck.check(articles).findings]


@pytest.mark.parametrize(
    ("said", "clash"),
    [
        ("June 12", True),
        ("June 12, a day after the storm warning", False),
        ("June 12, a day before the storm warning", True),
        ("June 12, a week after the storm warning", True),
    ],
)
def test_the_rule_on_days_declines_what_is_set_apart(said: str, clash: bool):
    assert ("D102" in [code for code, _ in found(said, "June 11")]) is clash


def test_the_rule_on_years_declines_what_is_set_apart():
    (plain,) = found("June 12, 2023", "June 12, 2022")
    assert plain[0] == "D101"
    assert plain[1].endswith("are different years for one event")
    assert plain[1] not in [
        text for _, text in found("June 12, 2023, a year after the drill", "June 12, 2022")
    ]


@pytest.mark.xfail(
    strict=True, reason="the time from the date to another event is read as one up to the date"
)
def test_a_year_after_another_event_is_not_the_time_since_this_one():
    assert found("June 12, 2023, a year after the drill", "June 12, 2022") == []
