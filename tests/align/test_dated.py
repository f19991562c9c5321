"""Dates of one event, known by what happened and who or what is named beside it."""

from datetime import date

import pytest
from attrs import evolve

import crosscheck
from crosscheck import Article, Config
from crosscheck.align.dated import Events
from crosscheck.align.happenings import happenings
from crosscheck.pipeline.reading import read_all
from crosscheck.pipeline.run import Run

FRONT = (
    "VESTRY - Ministers of Orlan argued through the night over the budget for the border guard. {one}\n\n"
    "The opposition wants an inquiry into how the guard spends its money, and so do two mayors."
)
BACK = (
    "What is left of the border guard\n\nFour posts out of nine have no running water, a visit shows. {two} "
    "Recruits in Orlan are paid less than bus drivers, and half of them leave within a year."
)
DAY = date(2024, 6, 3)


def articles(one: str, two: str, days: tuple[date, date]) -> list[Article]:
    return [
        Article(FRONT.format(one=one), id="a", published=days[0]),
        Article(BACK.format(two=two), id="b", published=days[1]),
    ]


def clashes(one: str, two: str, days: tuple[date, date] = (DAY, DAY)) -> list[tuple[str, str]]:
    """The dates of one event that exclude each other, as they are written."""
    return found_in(articles(one, two, days))


def found_in(group: list[Article]) -> list[tuple[str, str]]:
    run = Run(read_all(group, Config(), None), Config())
    found = Events(happenings(run.claims, run.stories.names), run.stories).clashes()
    return [(a.claim.mention.text, b.claim.mention.text) for a, b in found]


ONE_EVENT = [
    pytest.param(
        "Money has been short since nine men fell in the May 2021 attack on Fort Darvane.",
        "Nobody has repaired the wall that gunmen blew up in their assault on Fort Darvane in May 2022.",
        id="two nouns of one class, another year",
    ),
    pytest.param(
        "It was promised at the August 2023 meeting at Crane Tower.",
        "Envoys who met at Crane Tower in June 2023 had spoken of new boots.",
        id="a noun and a verb, another month",
    ),
    pytest.param(
        "Protests have not ended since March 5, when guards shot Tomas Vrel.",
        "The mother of Tomas Vrel, whose shooting on March 15 filled the squares, sells bread.",
        id="a clause behind the date, another day",
    ),
    pytest.param(
        "Boats lost in the January 26 Coral Sound Tsunami were never replaced.",
        "Its pier went in the tsunami of February 26, 2024, that swept Coral Sound.",
        id="the happening within a name",
    ),
    pytest.param(
        "Colonel Mirko Stahl was ousted on April 9 over the missing fuel.",
        "Under Mirko Stahl, who was fired on April 19, things were no better.",
        id="one dismissal in two words",
    ),
    pytest.param(
        "Protests have not ended since March 5, when guards shot Tomas Vrel.",
        "The mother of Tomas Vrel, whose shooting on April 17 filled the squares, sells bread.",
        id="days with nothing in common",
    ),
    pytest.param(
        "Protests have not ended since guards shot Tomas Vrel on Saturday.",
        "The mother of Tomas Vrel, whose shooting on Thursday filled the squares, sells bread.",
        id="two weekdays",
    ),
]

TWO_EVENTS = [
    pytest.param(
        "Protests have not ended since guards shot Tomas Vrel on March 5.",
        "The mother of Tomas Vrel, who died on March 15, sells bread.",
        id="shot on one day, dead on another",
    ),
    pytest.param(
        "Colonel Mirko Stahl was convicted on April 9 over the missing fuel.",
        "Mirko Stahl, who was sentenced on April 19, keeps bees now.",
        id="two steps of one thing",
    ),
    pytest.param(
        "Money ran short long before the May 6, 2014, attack on Fort Darvane killed nine.",
        "A wreath was laid at a vigil for those who fell in the attack on Fort Darvane on May 6, 2024.",
        id="the day on which it is remembered",
    ),
    pytest.param(
        "Money ran short long before the attack on Fort Darvane of May 3, 2024, killed nine.",
        "A smuggler was convicted of the attack on Fort Darvane on May 23, 2024.",
        id="the day of another happening in the clause",
    ),
    pytest.param(
        "The attack on Fort Darvane of May 3, 2024, came after the attack on Fort Darvane of May 23, 2024.",
        "Nobody has repaired the wall of Fort Darvane since the attack of May 23, 2024, on Fort Darvane.",
        id="one article tells of both days",
    ),
    pytest.param(
        "It was promised at the August 2023 meeting at Crane Tower.",
        "Envoys who met at Crane Tower in August 2022 had spoken of new boots.",
        id="what comes round every year",
    ),
    pytest.param(
        "Envoys who met at Crane Tower on May 3, 2024, spoke of boots.",
        "Envoys who met at Crane Tower on May 23, 2024, spoke of horses.",
        id="one of many meetings",
    ),
    pytest.param(
        "Protests have not ended since March 5, when guards shot Vrel.",
        "The mother of Vrel, whose shooting on March 15 filled the squares, sells bread.",
        id="one name only",
    ),
    pytest.param(
        "Protests have not ended since guards shot Tomas Vrel on Saturday.",
        "On Thursday, his mother said the shooting of Tomas Vrel had broken her heart.",
        id="the day on which it was spoken of",
    ),
    pytest.param(
        "Protests have not ended since guards shot Tomas Vrel on May 25.",
        "The mother of Tomas Vrel, whose shooting on Thursday filled the squares, sells bread.",
        id="a weekday and a date",
    ),
    pytest.param(
        "Money has been short since the Orlan Front attacked Fort Darvane on May 3, 2021, with mortars.",
        "Nobody has repaired the wall since the Orlan Front attacked the market in Vestry on May 13, 2021.",
        id="one attacker, two places",
    ),
    pytest.param(
        "Protests have not ended since March 5, when guards shot Tomas Vrel.",
        "Another shooting, on March 15, is blamed on friends of Tomas Vrel.",
        id="another one",
    ),
]


@pytest.mark.parametrize(("one", "two"), ONE_EVENT)
def test_two_dates_of_one_event_clash(one: str, two: str):
    assert len(clashes(one, two)) == 1


@pytest.mark.parametrize(("one", "two"), TWO_EVENTS)
def test_dates_of_two_events_do_not(one: str, two: str):
    assert clashes(one, two) == []


def test_weekdays_of_undated_articles_are_not_compared():
    one, two = ONE_EVENT[-1].values
    group = [evolve(a, published=None) for a in articles(str(one), str(two), (DAY, DAY))]
    assert found_in(group) == []


def test_a_pair_of_two_events_does_not_hide_that_of_one():
    one = "Three fell in the July 17 killings in Orlan Fields, and five in the July 7 attack in Vestry Park."
    two = "It was no raid as on July 7 that killed five in Vestry Park and on July 18 in Orlan Fields."
    group = [Article(text, id=name, published=DAY) for name, text in (("a", one), ("b", two))]
    (finding,) = crosscheck.check(group, config=Config(select=("D102",)))
    assert {claim.text for claim in finding.claims if claim.side} == {"July 17", "July 18"}


@pytest.mark.parametrize(
    ("day", "found"), [(date(2024, 3, 30), 1), (date(2024, 3, 8), 1), (date(2024, 3, 22), 0)]
)
def test_articles_that_tell_the_news_of_their_own_time_tell_of_two_events(day: date, found: int):
    one = "Protests have not ended since March 5, when guards shot Tomas Vrel."
    two = "The mother of Tomas Vrel, whose shooting on March 15 filled the squares, sells bread."
    first = date(2024, 3, 20) if day.day == 30 else date(2024, 3, 7)
    assert len(clashes(one, two, (first, day))) == found


def test_the_finding_says_what_happened_and_who_is_named():
    one = "It was promised at the August 2023 meeting at Crane Tower."
    two = "Envoys who met at Crane Tower in June 2023 had spoken of new boots."
    (finding,) = crosscheck.check(articles(one, two, (DAY, DAY)), config=Config(select=("D102",)))
    assert [claim.text for claim in finding.claims] == ["August 2023", "June 2023"]
    told = "both date one event, “meeting” and “met”, beside the names Crane and Tower (+2.0)"
    assert told in finding.reasons
