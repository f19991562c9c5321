from decimal import Decimal

import pytest

from crosscheck.extraction.document import Document
from crosscheck.extraction.time.elapsed import Elapsed, elapsed
from crosscheck.model import Article


def one(text: str) -> Elapsed:
    (found,) = elapsed(Document(Article(text)))
    assert text[found.start : found.end] == found.text
    return found


@pytest.mark.parametrize(
    ("text", "event", "low", "high"),
    [
        ("Nearly six months into the war, talks are stalled.", "war", 147, 186),
        ("Aid has run out in the war's third month.", "war", 60, 93),
        ("On day 12 of the search, crews rest.", "search", 10, 13),
        ("The mill has been shut since the quake two months ago.", "quake", 45, 76),
        ("It has been a year to the day since the verdict.", "verdict", 364, 367),
        ("The strike, now in its second week, is spreading.", "strike", 6, 15),
        ("Two years on from the attack, the fort is empty.", "attack", "547.5", "914.5"),
        ("It is the 10th anniversary of the crash.", "crash", 3647, 3663),
        ("The truce, which entered its tenth day, is holding.", "truce", 8, 11),
    ],
)
def test_counted_to_the_day_of_the_article(text, event, low, high):
    found = one(text)
    assert (found.event, found.to, found.direction) == (event, "as_of", "after")
    assert found.bounds == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "She was freed 12 days after the quake.",
        "The truce came two months into the war.",
        "The mayor resigned three weeks after the flood.",
        "After 175 days, her phone rang.",
        "The dam broke four days before the storm.",
    ],
)
def test_counted_to_another_event(text):
    assert one(text).to == "event"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On Jan. 7, three months after the attack, she left.", "Jan. 7"),
        ("She left three months after the attack, on Jan. 7.", "Jan. 7"),
        ("Tuesday marked the 47th anniversary of the ruling.", "Tuesday"),
    ],
)
def test_counted_to_another_date(text, date):
    found = one(text)
    assert found.to == "date"
    assert found.to_span is not None
    assert text[slice(*found.to_span)] == date


def test_an_event_with_its_names_and_modifiers():
    found = one("47 days after the deadly Ostrovar bridge collapse, crews are still at work.")
    assert (found.event, found.modifiers, found.names) == ("collapse", ("deadly", "bridge"), ("Ostrovar",))
    assert found.bounds == (Decimal(46), Decimal(48))


def test_a_date_inside_the_name_is_passed_over():
    found = one("Two years after the Oct. 7, 2015, bridge collapse, crews are still at work.")
    assert (found.event, found.modifiers) == ("collapse", ("bridge",))


def test_a_clause_gives_the_noun_of_its_verb():
    found = one("It reopened 47 days after rebels seized the port.")
    assert (found.event, found.modifiers) == ("seizure", ("rebels",))


def test_the_start_of_an_event_is_the_event():
    assert one("Ten days after the start of the siege, bread is short.").event == "siege"


def test_an_anniversary_recurs():
    found = one("Families lit candles on the 25th anniversary of the crash.")
    assert found.recurring
    assert (found.event, found.value.stated) == ("crash", "P25Y")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It lasted six days.",
        "two days ago",
        "a six-day truce",
        "the third month of 2023",
        "five years old",
    ],
)
def test_nothing_counted_from_an_event(text):
    assert elapsed(Document(Article(text))) == []
