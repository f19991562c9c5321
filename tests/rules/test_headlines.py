"""Figures of a headline against those of the body: round words, roles, ages, sums, units."""

import pytest

import crosscheck

BODY = "The ferry came back to Norwick on Monday. A total of {} passengers fell ill on board, a doctor said."


def codes(head: str, told: str) -> list[str]:
    text = f"{head}\n\n{BODY.format(told)}"
    return [f.code for f in crosscheck.check([crosscheck.Article(text, id="a")]).findings]


@pytest.mark.parametrize("head", ["Thousands struck down on ferry", "Hundreds struck down on ferry"])
@pytest.mark.parametrize("told", ["365", "1,365", "2,365"])
def test_a_round_word_of_a_headline_is_no_figure(head: str, told: str):
    assert codes(head, told) == []


# the same headline with a figure
@pytest.mark.parametrize(("head", "told"), [("2,100", "1,365"), ("635", "365")])
def test_a_figure_without_a_noun_is(head: str, told: str):
    assert codes(f"{head} struck down on ferry", told) == ["M801"]


def found(head: str, body: str) -> list[list[str]]:
    """What M801 sets against each other in an article."""
    report = crosscheck.check([crosscheck.Article(f"{head}\n\n{body}", id="a")])
    return [[claim.text for claim in f.claims] for f in report.findings if f.code == "M801"]


@pytest.mark.parametrize(
    ("head", "body", "told"),
    [
        (
            "Eight dead in mill blaze",
            "Six lives were lost when a mill burned at Oster on Sunday.",
            ["Eight", "Six"],
        ),
        (
            "Landslide kills 12 in Oster valley",
            "A landslide claimed nine lives in the Oster valley on Monday, the mayor said.",
            ["12", "nine"],
        ),
        (
            "Hart takes Norwick seat by 900 votes",
            "Joan Hart took the Norwick seat on Thursday with a majority of 612 votes over Abe Cole.",
            ["900", "612"],
        ),
        (
            "Beekeeper wins Oster by 3,000 votes",
            "Rosa Lindt won on Sunday. Emil Farr ended 1,815 behind her.",
            ["3,000", "1,815"],
        ),
        (
            "Dockers' strike enters 10th day",
            "Dockers in Oster walked out for a 12th day on Monday, their union said.",
            ["10th", "12th"],
        ),
        (
            "Norwick win third straight title",
            "Norwick clinched their fourth straight title with a 2-0 win on Sunday.",
            ["third", "fourth"],
        ),
        (
            "Banker jailed for 12 years",
            "An Oster banker was jailed for eight years on Monday for stealing the savings of widows.",
            ["12 years", "eight years"],
        ),
        (
            "Profit at Corvin jumps 26%",
            "Profit at Corvin jumped 16% in the third quarter, the shipbuilder said on Monday.",
            ["26%", "16%"],
        ),
        (
            "Central bank raises rates by 50 points",
            "The central bank raised its main rate by 25 basis points on Tuesday, to the relief of savers.",
            ["50 points", "25 basis points"],
        ),
        (
            "Ferry tickets to cost $8.40",
            "Islanders will pay $7.90 for a crossing from May. That is 50 cents less than was feared.",
            ["$8.40", "$7.90"],
        ),
        (
            "Boy, 5, pulled from well",
            "Little Timo Rask, eight, was playing in a field near Oster. His father Jan, 38, heard him call.",
            ["5", "eight"],
        ),
        (
            "Puppeteer Elsa Rank dies at 91",
            "Elsa Rank, who made dolls speak on three continents, has died. She was 81.",
            ["91", "81"],
        ),
        (
            "At least 43 drown as ferry sinks",
            "At least 31 people drowned when a ferry sank off Oster on Sunday, the coastguard said.",
            ["43", "31"],
        ),
    ],
)
def test_a_figure_that_nothing_backs_meets_the_one_of_the_lead(head: str, body: str, told: list[str]):
    assert found(head, body) == [told]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Nine dead in mill blaze", "Seven weavers and two carters died when a mill burned on Sunday."),
        (
            "180 rebels killed in raids",
            "Some 120 rebels and 60 hired fighters were killed on Sunday, the army said.",
        ),
        (
            "Fourteen die in storm",
            "The storm killed nine people on Arn, and on Little Arn it killed five people.",
        ),
        (
            "At least 39 dead after quake",
            "At least 65 people have died in the quake. In Sund 17 people died.",
        ),
        (
            "Beekeeper wins Oster by 3,000 votes",
            "Rosa Lindt won on Sunday. Emil Farr ended 2,960 behind her.",
        ),
        (
            "Sixth suspect held in heist",
            "Another man was arrested on Monday. Five other suspects are in custody.",
        ),
        (
            "Two dead in train crash",
            "The crash hurt 41 people. The driver died at the scene, a boy in hospital.",
        ),
        ("Boy, 5, pulled from well", "Timo Rask was playing in a field. His father Jan, 38, heard him call."),
        (
            "Girl, 16, wins swim",
            "Ada Lund, who turned sixteen in May, beat her brother Per, 14, by a length.",
        ),
        (
            "Puppeteer Elsa Rank dies at 91",
            "Elsa Rank has died, a week short of 92. Her son Lars, 61, found her.",
        ),
        (
            "Five weeks in a cellar",
            "It was the roof that they missed, Ada Lund said. The food ran out after nine days.",
        ),
        ("Prices rise 12%", "Prices rose on Monday. Bread is up 8%, milk 17%, the bakers' guild said."),
        (
            "Five hurt in bus crash",
            "A bus left the road on Sunday. Of the hurt, three are in hospital, two at home.",
        ),
        (
            "Several hurt in bus crash",
            "A bus left the road on Sunday. Two people were hurt, the police said.",
        ),
    ],
)
def test_a_figure_that_the_body_backs_or_does_not_have_meets_none(head: str, body: str):
    assert found(head, body) == []
