"""Roles in the words of the article, wherever they stand."""

import pytest

from crosscheck import Article
from crosscheck.extraction.document import Document
from crosscheck.values import Name


def roles(text: str) -> list[str]:
    values = (m.value for m in Document(Article(text)).names if m.kind == "person")
    return [role for value in values if isinstance(value, Name) for role in value.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former Mayor Ida Lorentz spoke.", ["Former Mayor"]),
        ("Mayor-elect Ida Lorentz spoke.", ["Mayor-elect"]),
        ("Ida Lorentz, keeper of the herbarium, spoke.", ["keeper of the herbarium"]),
        ("Ida Lorentz, a former ambassador to Sweden, spoke.", ["former ambassador to Sweden"]),
        ("Its deputy managing director, Ida Lorentz, spoke.", ["deputy managing director"]),
        ("The manager of the home side, Ida Lorentz, spoke.", ["manager of the home side"]),
        ("The bridge is safe, said the mayor, Ida Lorentz.", ["mayor"]),
        ("Port Ellery's mayor, Ida Lorentz said, would wait.", ["mayor"]),
        ("As a young keeper of the herbarium, Ida Lorentz dried moss.", ["young keeper of the herbarium"]),
        ("Ida Lorentz, the mayor said she would wait.", ["mayor"]),
        ("They asked the mayor, Ida Lorentz Jr., for a bridge.", ["mayor"]),
        ("The new mayor, Ida Lorentz told reporters, would wait.", ["new mayor"]),
        ("They asked their mayor, Ida Lorentz, and the harbour master.", ["mayor"]),
        ("They wrote to the mayor, Ida Lorentz (the baker's daughter).", ["mayor"]),
        ("That firm's founder and president, Ida Lorentz, spoke.", ["president", "founder"]),
        ("Secretary of State Ida Lorentz spoke.", ["Secretary of State"]),
        ("Assistant District Attorney Ida Lorentz spoke.", ["Assistant District Attorney"]),
        ("Ida Lorentz resigned after eight years as finance director.", ["finance director"]),
        ("Ida Lorentz retired. She left as head of the archive.", ["head of the archive"]),
        ("Ida Lorentz, who was acting mayor for a week, spoke.", ["acting mayor"]),
    ],
)
def test_roles_as_worded(text: str, expected: list[str]):
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lorentz, a student on her way home, spoke.",
        "Ida Lorentz told Otto Brandt that the president plans to go.",
        "Ida Lorentz spoke as officials watched.",
        "Her brother, Otto Lorentz, spoke.",
        "After a row with the mayor, Ida Lorentz praised the firemen.",
        "Following a plea by the mayor of Norwick, Ida Lorentz sent two boats.",
        "In a letter to the ambassador, Ida Lorentz's lawyers asked for time.",
        "The quarrel with the mayor, Ida Lorentz told reporters, was over.",
        "Ida Lorentz, the mayor said, would wait.",
        "Talks with Ida Lorentz, the mayor and others went on.",
        "Ida Lorentz, unlike the mayor, kept silent.",
        "Ida Lorentz spoke not as mayor of the town.",
        "Like Ida Lorentz, the mayor said that the bridge was safe.",
        "Like Ida Lorentz, the mayor of Norwick was born in the valley.",
    ],
)
def test_no_roles(text: str):
    assert roles(text) == []


def test_the_name_right_before_as_holds_the_role():
    assert roles("Otto Brandt appointed Ida Lorentz as finance director.") == ["finance director"]


def test_roles_between_dashes():
    assert roles("Ida Lorentz — the chief economist — spoke.") == ["chief economist"]


def states(text: str) -> list[str | None]:
    values = (m.value for m in Document(Article(text)).names if m.kind == "person")
    return [post.state for value in values if isinstance(value, Name) for post in value.posts]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The council named Ida Lorentz as chief executive.", "future"),
        ("Ministers tapped the banker Ida Lorentz as chief executive on Monday.", "future"),
        ("Ida Lorentz is awaiting confirmation as chief executive.", "future"),
        ("Ida Lorentz, a candidate to succeed her father as chief executive, spoke.", "future"),
        ("Ida Lorentz agreed to serve as chief executive.", "future"),
        ("They met the pick for chief executive Ida Lorentz.", "future"),
        ("They met the nominee for Mayor Ida Lorentz.", "future"),
        ("The next chief executive, Ida Lorentz, spoke.", "future"),
        ("Ida Lorentz was named chief executive on Monday.", "future"),
        ("Ida Lorentz was named chief executive in 2009.", None),
        ("Ida Lorentz, elected mayor on Sunday, spoke.", "future"),
        ("Ida Lorentz, who will be mayor of Norwick, spoke.", "future"),
        ("Ida Lorentz became mayor of Norwick.", None),
        ("Ida Lorentz becomes chief executive in May.", "future"),
        ("Ida Lorentz takes over as chief executive in May.", "future"),
        ("The appointment of Ida Lorentz as chief executive on Monday pleased them.", "future"),
        ("Ida Lorentz has been appointed as chief executive.", "future"),
        ("Ida Lorentz was appointed as chief executive in May 2009.", None),
        ("The firm's new chief executive, Ida Lorentz, spoke.", "future"),
        ("Ida Lorentz, then mayor of Norwick, spoke.", "past"),
        ("Ida Lorentz, the mayor at the time, spoke.", "past"),
        ("Ida Lorentz, mayor from 2001 to 2005, spoke.", "past"),
        ("Ida Lorentz, later mayor of Norwick, spoke.", "future"),
        ("Ida Lorentz, mayor in waiting, spoke.", "future"),
        ("Ida Lorentz once worked as an ambassador to Sweden.", "past"),
        ("New York Mayor Ida Lorentz spoke.", None),
        ("His sister replaced Ida Lorentz as chief executive.", "past"),
        ("The board fired Ida Lorentz as chief executive.", "past"),
        ("His sister was chosen to succeed Ida Lorentz as chief executive.", None),
        ("His sister is to replace Ida Lorentz as chief executive.", None),
        ("Ida Lorentz praised the miners in a letter to them as chief executive.", None),
    ],
)
def test_the_state_of_an_office(text: str, state: str | None):
    assert states(text)[-1] == state
