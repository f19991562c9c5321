"""Which forms of a name are one person's."""

import random

import pytest

import crosscheck
from crosscheck import Article, Config

SCENE = "Norwick Mayor Agnes Thorp and Governor Ilse Brandt opened the Ellery harbour on Monday. "


def codes(*texts: str, rules: tuple[str, ...] = ("E401", "E402", "E403")) -> list[str]:
    articles = [Article(SCENE + text, id=f"a{n}") for n, text in enumerate(texts)]
    return [f.code for f in crosscheck.check(articles, config=Config(select=rules))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Matthias Keller", "Matthias Kellner"),
        ("Willian Marsden", "William Marsden"),
        ("Maja Lindstrom", "Maja Lindstorm"),
        ("Reinhard Pribus", "Reinhard Pirbus"),
        ("Sara Hallow", "Sarah Hallow"),
        ("Jacob Redfern", "Jacob Redfearn"),
        ("Dashiel Corvo", "Dashiell Corvo"),
    ],
)
def test_slips_are_found(left: str, right: str):
    line = "The engineer {}, 41, told the harbour board that the eastern quay was cracked."
    assert codes(line.format(left), line.format(right)) == ["E401"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bill Marsden", "William Marsden"),
        ("Dave Marsden", "David Marsden"),
        ("Steve Marsden", "Steven Marsden"),
        ("Gerry Marsden", "Gerard Marsden"),
        ("W. Marsden", "William Marsden"),
        ("William J. Marsden", "William Marsden"),
        ("Terry O'Hanlon", "Terry O’Hanlon"),
        ("Anna Zielonka", "Anna Zielónka"),
        ("Mohamed Darwisi", "Mohammed Darwisy"),
        ("Bashar Noor", "Bashar al-Noor"),
        ("Nathan DeSouza", "Nathan Desouza"),
        ("Helen Marsden", "Helen Marsdens"),
    ],
)
def test_styles_and_short_forms_are_left_alone(left: str, right: str):
    line = "The engineer {}, 41, told the harbour board that the eastern quay was cracked."
    assert codes(line.format(left), line.format(right)) == []


def test_another_given_name_is_found():
    line = "{} Pitcairn, 24, is accused of setting fire to the Norwick supermarket shortly after dawn."
    assert codes(line.format("Robert"), line.format("Donald")) == ["E402"]


@pytest.mark.parametrize(
    "second",
    [
        "Robert Pitcairn's wife, Carol Pitcairn, 24, watched the Norwick supermarket burn.",
        "Harvey Pitcairn and Robert Pitcairn are accused of setting fire to the Norwick supermarket.",
        "The father, Donald Pitcairn, 51, said that he knew nothing of the Norwick supermarket.",
    ],
)
def test_relatives_are_left_alone(second: str):
    assert codes("Robert Pitcairn, 24, is accused of setting fire to the Norwick supermarket.", second) == []


def test_a_name_that_the_article_explains_is_left_alone():
    assert (
        codes(
            "Bruno Castellano, born Bruno Castellani in Ellery, painted the quay.",
            "Bruno Castellano painted the quay at Ellery, the board said.",
        )
        == []
    )


def test_strangers_of_similar_names_do_not_meet():
    report = crosscheck.check(
        [
            Article("John Marsten, a baker in Ulverby, won the county chess prize.", id="a"),
            Article("Police in Port Ellery want to speak to John Marsden about stolen bicycles.", id="b"),
        ],
        config=Config(select=("E401",)),
    )
    assert len(report) == 0


def test_within_one_article():
    text = "Nancy Pelhamer said so. Then Pelhamer left. Later Nancy Pelhaner came back, and Pelhamer spoke."
    assert codes(text) == ["E401"]


def test_the_order_of_articles_does_not_matter():
    line = "The engineer {}, 41, told the harbour board that the eastern quay was cracked."
    texts = [
        line.format(n) for n in ("Matthias Keller", "Matthias Kellner", "Matthias Keller", "Mathias Keller")
    ]
    articles = [Article(SCENE + text, id=f"a{n}") for n, text in enumerate(texts)]
    first = crosscheck.check(articles).to_json()
    random.Random(1).shuffle(articles)
    assert crosscheck.check(articles).to_json() == first


def test_a_list_of_like_names_stays_cheap():
    letters = "abcdefghijklmnopqrstuvwxyz"
    many = " ".join(f"Anna Bell{a}{b}n said so." for a in letters for b in letters)
    assert crosscheck.check([Article(many, id="a")], config=Config(select=("E401",))) is not None
