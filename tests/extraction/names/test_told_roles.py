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
    ],
)
def test_no_roles(text: str):
    assert roles(text) == []


def test_the_name_right_before_as_holds_the_role():
    assert roles("Otto Brandt appointed Ida Lorentz as finance director.") == ["finance director"]


def test_roles_between_dashes():
    assert roles("Ida Lorentz — the chief economist — spoke.") == ["chief economist"]
