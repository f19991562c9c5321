"""A length of time in one article against the beginning and the end of the same course in another."""

import pytest

from crosscheck import Article, check

ARTHUR = "Sister Beata Holm of the Ulverby Trust and Norwick's mayor, Ines Farrow, were in Calder that day."


def found(*texts: str) -> list[str]:
    """The codes of what is found in articles of one story, known by its names."""
    articles = [Article(f"{text} {ARTHUR}", id=f"a{n}") for n, text in enumerate(texts)]
    return [f.code for f in check(articles).findings]


# Length with a gap, what fits and what does not, then the sentences with both ends.
RECKONED = [
    (
        "Villagers slept at home again after an evacuation of {}.",
        "38 hours",
        "28 hours",
        "The sheriff ordered the whole valley to leave at 4:20 a.m. on Monday.",
        "The order was lifted at 6:20 p.m. on Tuesday.",
    ),
    (
        "Brigades needed {} to contain the blaze at the sawmill.",
        "five and a half hours",
        "four and a half hours",
        "The blaze broke out at 9:10 p.m. in a drying shed.",
        "It was under control at 2:40 a.m., the brigade said.",
    ),
    (
        "Guests at the Hotel Orrin spent {} without power.",
        "20 hours",
        "12 hours",
        "At the Hotel Orrin the lights went out at 7 p.m. on Sunday.",
        "Power returned at 3 p.m. on Monday.",
    ),
    (
        "An ambulance arrived {} after the crash.",
        "50 minutes",
        "an hour and 50 minutes",
        "The coach crashed at 6:15 p.m. near the quarry.",
        "The first ambulance reached the scene at 7:05 p.m.",
    ),
    (
        "The {} strike cost the port two ships.",
        "12-day",
        "21-day",
        "Dockers walked out on May 6, 2024.",
        "They returned to work on May 18, 2024.",
    ),
    (
        "Tomas Vrel spent {} in prison for a theft that he had no part in.",
        "six years",
        "eight years",
        "Police arrested Tomas Vrel on March 3, 2014.",
        "He walked out of prison on April 1, 2020.",
    ),
    (
        "The thieves spent {} in the museum.",
        "nine minutes",
        "19 minutes",
        "Two men broke in through a cellar door at 2:41 a.m. while the guard slept.",
        "They were gone at 2:50.",
    ),
    (
        "Ada Quill was pulled alive from the ruins, {} after the quake.",
        "62 hours",
        "72 hours",
        "The quake struck at 1:30 a.m. on Friday.",
        "Ada Quill was freed at 3:30 p.m. on Sunday.",
    ),
    (
        "In Calder Vrel was well again after an operation of {}.",
        "nine hours",
        "six hours",
        "The operation on Vrel began at 7 a.m. in Calder.",
        "The operation was over at 4 p.m., doctors in Calder said of Vrel.",
    ),
    (
        "Karel Brandt was caught after {} on the run.",
        "three weeks",
        "nine weeks",
        "Karel Brandt escaped on May 2, 2024.",
        "Brandt was recaptured on May 23, 2024.",
    ),
]


@pytest.mark.parametrize(("told", "right", "wrong", "start", "end"), RECKONED)
def test_a_length_is_the_time_from_its_beginning_to_its_end(
    told: str, right: str, wrong: str, start: str, end: str
) -> None:
    ends = f"{start} {end}"
    assert found(told.format(right, right), ends) == []
    assert found(told.format(wrong, wrong), ends) == ["D106"]
    assert found(ends, told.format(wrong, wrong)) == ["D106"]


def test_beginning_and_end_may_be_told_in_two_articles() -> None:
    told, right, wrong, start, end = RECKONED[0]
    assert found(told.format(right), start, end) == []
    assert found(told.format(wrong), start, end) == ["D106"]


TWICE = [
    (
        "The {} stand-off ended when the last gunman gave up.",
        "Soldiers ended the {} siege with tear gas.",
        "31-hour",
        "21-hour",
    ),
    (
        "Vrel was given a {} suspended sentence.",
        "A judge let Vrel go with a {} suspended sentence.",
        "ten-month",
        "18-month",
    ),
    (
        "The company has been given {} to pay the growers.",
        "It must pay the growers within {}.",
        "six weeks",
        "six months",
    ),
    (
        "The founders are locked in for {}.",
        "The lock-up period is {}; the lock-up lasts {} for the founders.",
        "six years",
        "one year",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "length", "other"), TWICE)
def test_a_course_has_one_length(one: str, two: str, length: str, other: str) -> None:
    assert found(one.format(length), two.format(length, length)) == []
    assert found(one.format(length), two.format(other, other)) == ["D106"]


SILENT = [
    # of another course: a year of its own, a second one, another name
    (
        "The last strike, in 2011, lasted nine days.",
        "Dockers walked out on May 6, 2024. They returned to work on May 18, 2024.",
    ),
    (
        "A nine-day strike in spring was followed by a 12-day strike in May.",
        "Dockers walked out on May 1, 2024. They returned to work on May 22, 2024.",
    ),
    (
        "Guests at the Hotel Orrin spent 12 hours without power.",
        "In Calder the lights went out at 7 p.m. on Sunday. Power returned at 3 p.m. on Monday.",
    ),
    # a part of it, a bound, a plan
    (
        "The first two hours of the siege were the worst, and a siege of up to three days was feared.",
        "The siege began at 5 a.m. on Tuesday. The siege was over at 11 p.m. on Tuesday.",
    ),
    (
        "Dockers threaten a three-day strike in June.",
        "Dockers walked out on May 6, 2024. They returned to work on May 18, 2024.",
    ),
    # two beginnings: nobody knows which
    (
        "The 31-hour evacuation is over.",
        ("The sheriff ordered the valley to leave at 4 a.m. on Monday. He ordered the town to "
        "leave at noon on Monday. The order was lifted at 6 p.m. on Tuesday."),
    ),
    # the words do not say whether before or after noon, nor on which day
    (
        "The thieves spent 15 hours in the vault, and nobody heard them; it was a 15-hour raid.",
        "They broke in at 5:05. They were gone at 8:05.",
    ),
    # a bound is no end
    (
        "The 20-hour stand-off is over.",
        "The stand-off began at 5 a.m. on Tuesday. The gunman surrendered before 11 p.m. on Tuesday.",
    ),
    # still going on
    ("Guards have barricaded themselves in for 19 hours.", "The 31-hour stand-off is over."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), SILENT)
def test_what_may_be_another_course_is_left_alone(one: str, two: str) -> None:
    assert found(one, two) == []


def test_the_reason_names_both_ends() -> None:
    told, _, wrong, start, end = RECKONED[0]
    texts = told.format(wrong), f"{start} {end}"
    articles = [Article(f"{text} {ARTHUR}", id=f"a{n}") for n, text in enumerate(texts)]
    finding = check(articles).findings[0]
    assert [c.text for c in finding.claims] == ["28 hours", "4:20 a.m.", "6:20 p.m."]
    assert finding.message == "“28 hours” is not the time from “4:20 a.m.” to “6:20 p.m.”"
