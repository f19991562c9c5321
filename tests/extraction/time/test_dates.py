"""What a date certainly allows, what it was inferred from, and that nothing outside counts."""

import time
from datetime import date

import pytest

from crosscheck import extract
from crosscheck.extraction.document import Document
from crosscheck.extraction.time.calendar_words import easter, nth_weekday
from crosscheck.model import Article
from crosscheck.values import Instant, Moment, Relation

AS_OF = date(2024, 4, 4)  # a Thursday


def moment(text: str, as_of: date | None = AS_OF) -> Moment:
    (found,) = extract(text, as_of, kinds=["date"])
    assert isinstance(found.value, Moment)
    return found.value


def test_a_day_without_a_year_is_that_day_in_every_year():
    value = moment("It burned down on Oct. 7.")
    assert (value.floor, value.ceiling, value.pattern) == (None, None, (10, 7, None))
    assert value.relation(moment("It was October 7, 2019.")) is Relation.COMPATIBLE
    assert value.relation(moment("It was October 8, 2019.")) is Relation.DISJOINT


def test_a_full_date_is_one_day():
    value = moment("It was October 7, 2019.")
    assert value.floor == value.ceiling == date(2019, 10, 7)
    assert value.inferred == value.basis == ()


def test_a_weekday_lies_within_a_week_of_a_known_day():
    value = moment("He resigned on Wednesday.")
    assert (value.weekday, value.floor, value.ceiling) == (2, date(2024, 3, 28), date(2024, 4, 11))
    unknown = moment("He resigned on Wednesday.", None)
    assert (unknown.weekday, unknown.floor, unknown.ceiling, unknown.earliest) == (2, None, None, None)


def test_a_stated_weekday_is_kept_beside_its_date():
    value = moment("It fell on Tuesday, April 3, 2024.")
    assert (value.earliest, value.weekday) == (date(2024, 4, 3), 1)


def test_an_unknown_day_is_never_replaced_by_todays():
    for text in ("He left yesterday.", "He left last week.", "He left two days ago.", "He left in October."):
        value = moment(text, None)
        assert (value.earliest, value.latest, value.floor, value.ceiling) == (None, None, None, None)


def test_what_was_inferred_says_from_what():
    assert moment("It burned down on Oct. 7.").basis == ("published 2024-04-04",)
    told = extract("It opened on October 7, 2019. It burned on Oct. 9.", AS_OF, kinds=["date"])[1].value
    assert isinstance(told, Moment)
    assert told.basis == ("2019 told before it",)


@pytest.mark.parametrize("word", ["before", "after", "by", "until"])
def test_a_bound_leaves_one_end_open(word):
    value = moment(f"It closed {word} October 7, 2019.")
    assert value.hedge == word
    assert (value.floor is None) != (value.ceiling is None)
    assert value.earliest == date(2019, 10, 7)


def test_what_is_moved_does_not_last():
    found = extract("The vote was moved from March 3, 2024, to March 9, 2024.", AS_OF, kinds=["date"])
    assert [m.text for m in found] == ["March 3, 2024", "March 9, 2024"]


def test_two_days_joined_by_to_are_one_stretch():
    value = moment("It lasts from next Monday to Friday.")
    assert (value.earliest, value.latest, value.span) == (date(2024, 4, 8), date(2024, 4, 12), True)


def test_dates_claim_their_tokens():
    document = Document(Article("It was October 7, 2019."))
    from crosscheck.extraction.time.dates import read

    list(read(document))
    assert bytes(document.claimed) == b"\0\0\1\1\1\1\0"


def test_a_time_is_compared_in_utc_only_where_the_zone_is_known():
    found = {
        m.text: m.value for m in extract("at 5 p.m. GMT and at 6 p.m. local time", AS_OF, kinds=["time"])
    }
    known, local = found["5 p.m. GMT"], found["6 p.m. local time"]
    assert isinstance(known, Instant)
    assert isinstance(local, Instant)
    assert (known.offset_minutes, local.offset_minutes) == (0, None)


def test_rules_of_moving_days():
    assert [easter(y) for y in (1961, 2000, 2019, 2024)] == [
        date(1961, 4, 2), date(2000, 4, 23), date(2019, 4, 21), date(2024, 3, 31),
    ]  # fmt: skip
    assert nth_weekday(2023, 11, 3, 4) == date(2023, 11, 23)
    assert nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)
    assert nth_weekday(2024, 2, 3, 5) == date(2024, 2, 29)
    assert nth_weekday(2023, 2, 3, 5) is None


TEXT = "He left on Oct. 7 at 5 p.m. ET, two days ago, last week, on Tuesday and in the past three years."


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_machines_time_zone_changes_nothing(zone, monkeypatch):
    before = [m.to_dict() for m in extract(TEXT, AS_OF)]
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert [m.to_dict() for m in extract(TEXT, AS_OF)] == before
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize("as_of", [date.min, date.max, date(2024, 2, 29), None])
def test_the_calendars_edges_are_safe(as_of):
    text = "the year 1000, a century ago, 9999-12-31, next decade, 99999 days from now, Friday the 31st"
    for mention in extract(text, as_of, kinds=["date"]):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A vote has been called for 24 May.", 2024),
        ("The hearing is set for 24 May.", 2024),
        ("The hearing has been put off until 24 May.", 2024),
        ("The hearing, which was called for 24 March, never began.", 2024),
        ("The mayor was fined on 24 May.", 2023),
        ("He called the hearing on 24 May a farce.", 2023),
    ],
)
def test_a_day_for_which_something_is_called_lies_ahead(text: str, year: int):
    assert moment(text).earliest == date(year, *((3, 24) if "March" in text else (5, 24)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It struck at 10:20 p.m. (1920 GMT).", "1920 GMT"),
        ("It ended at 2010 EST.", "2010 EST"),
        ("The doors opened (2030 CET).", "2030 CET"),
    ],
)
def test_a_time_with_its_zone_is_no_year(text: str, told: str):
    assert extract(text, AS_OF, kinds=["date"]) == []
    assert extract(text, AS_OF, kinds=["time"])[-1].text == told


def test_a_year_before_another_word_in_capitals_is_a_year():
    assert moment("It was the 2010 EU summit.").stated == "2010"
