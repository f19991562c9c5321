"""Ages behind a word for a person, in words behind a name, and behind "dies at"; points of a rate."""

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.values import Age, Quantity


def ages(text: str) -> list[str]:
    return [m.text for m in crosscheck.extract(Article(text, id="a")) if m.kind == "age"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A boy, nine, hid in the barn.", ["nine"]),
        ("The girl, 16, was hurt.", ["16"]),
        ("They freed a pensioner, 81.", ["81"]),
        ("Her son, three, slept.", ["three"]),
        ("Timo Rask, nine, was asleep.", ["nine"]),
        ("Puppeteer Elsa Rank dies at 91\n\nShe made dolls speak on three continents.", ["91"]),
        ("Elsa Rank, who made dolls speak, is dead at 91.", ["91"]),
        ("Elsa Rank died at 91 after a fall.", ["91"]),
    ],
)
def test_an_age_behind_a_person(text: str, told: list[str]):
    assert ages(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norwick Rovers, nine, Calder United, two.",
        "She gave the boy, nine apples and a pear.",
        "On board were a man, three goats and a dog.",
        "He died at 9 on Monday.",
        "He was found dead at 12 Elm Street.",
        "Her son, three goats and a dog were on board.",
    ],
)
def test_a_number_that_counts_something_is_none(text: str):
    assert ages(text) == []


def units(text: str) -> list[str | None]:
    values = [m.value for m in crosscheck.extract(text)]
    return [value.unit for value in values if isinstance(value, Quantity)]


def test_points_of_a_rate_of_interest_are_basis_points():
    assert units("The bank cut its policy rate by 250 points.") == ["basis point"]
    assert units("The bank raised rates by 50 points.") == ["basis point"]
    assert units("It was a 75-point cut in interest rates.") == ["basis point"]


def test_other_points_are_not():
    assert units("The index fell 250 points.") == ["point"]
    assert units("His approval rate fell 25 points.") == ["point"]
    assert units("They won by 30 points.") == ["point"]
    assert units("The bank raised rates by 2 points.") == ["point"]


def borne(text: str) -> list[tuple[str, str, str | None]]:
    """The least and most years and the person of every age."""
    values = [m.value for m in crosscheck.extract(Article(text, id="a"))]
    return [(str(v.low), str(v.high), v.person) for v in values if isinstance(v, Age)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Ana Roe died three months short of her 91st birthday.", ("90", "90", "Ana Roe")),
        ("Ana Roe died a week before her eightieth birthday.", ("79", "79", "Ana Roe")),
        ("Ana Roe died days before her twenty-first birthday.", ("20", "20", "Ana Roe")),
        ("Ana Roe celebrated her 80th birthday on Tuesday.", ("80", "80", "Ana Roe")),
        ("He was two years short of 60.", ("58", "58", None)),
        ("Ana Roe, who would have been 80 in June, was killed.", ("79", "80", "Ana Roe")),
        ("Tom Brand, who turns 62 in May, was hurt.", ("61", "62", "Tom Brand")),
        ("Ana Roe, now 62, said so.", ("62", "62", "Ana Roe")),
        ("Ana Roe, still only 19, won.", ("19", "19", "Ana Roe")),
        ("Aged just 19, she won.", ("19", "19", None)),
        ("Capt Tom Brand (52), with a cut on his brow, was in command.", ("52", "52", "Tom Brand")),
        ("Ana Roe (62) was hurt.", ("62", "62", "Ana Roe")),
        ("The body of Slovenia's Matej Novak, 36, was found.", ("36", "36", "Matej Novak")),
        ("Tom Brand, of Norwick, 62, was hurt.", ("62", "62", "Tom Brand")),
        ("Tom Brand, MP, 62, was hurt.", ("62", "62", "Tom Brand")),
        ("Ana Roe, a retired nurse, 62, was hurt.", ("62", "62", "Ana Roe")),
        ("Ana Roe, a nurse aged 62, was hurt.", ("62", "62", "Ana Roe")),
        ("Ana Roe, a widow in her late fifties, was hurt.", ("56", "59", "Ana Roe")),
        ("Ana Roe was 62 and a mother of two.", ("62", "62", "Ana Roe")),
        ("Matej Novak, who perished with him, was 44 and a baker.", ("44", "44", "Matej Novak")),
        ("Tom Brand drowned. Brand was 54 and had never lost an oar.", ("54", "54", "Tom Brand")),
        ("Ana Roe has died, aged 88.", ("88", "88", "Ana Roe")),
        ("Singer Ana Roe dies at 88", ("88", "88", "Ana Roe")),
        ("Ana Roe won. The 31-year-old Swede led from the gun.", ("31", "31", "Ana Roe")),
        ("Ana Roe brought a cushion.\n\nThe former cook, who is 81, listened.", ("81", "81", "Ana Roe")),
    ],
)
def test_whose_age_it_is(text: str, years: tuple[str, str, str | None]):
    assert borne(text) == [years]


@pytest.mark.parametrize(
    "text",
    [
        "“No,” said Ana Roe.\n\nThe former cook, who is 81, listened.",
        "Her husband is Tom Brand.\n\nThe former cook, who is 81, listened.",
        "Tom Brand said Ana Roe's husband has died, aged 88.",
        "Tom Brand met Ana Roe. The 31-year-old Swede led from the gun.",
        "The 31-year-old Swede led from the gun.",
        "Ana Roe, a friend of his, and the nurse aged 62 were hurt.",
    ],
)
def test_whose_age_is_left_open(text: str):
    assert [person for *_, person in borne(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Goals by Ana Roe (54) and Tom Brand (62) settled it.",
        "Ana Roe (54) was the scorer before half-time, the only goal.",
        "Tom Brand lost his wicket late. Brand was 54 when he was caught.",
        "Norwick United was 54.",
        "It was her 40th birthday.",
        "She moved to Norwick a week before her 30th birthday.",
    ],
)
def test_figures_beside_people_that_are_no_ages(text: str):
    assert ages(text) == []
