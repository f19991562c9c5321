"""Places in an order that cannot both be true, by the order and the holder that the words tell."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Config, Finding

DAY = date(2024, 5, 6)
OTHER = "The harbour town of Norwick on the Osmund coast had waited all spring for Tessa Marlowe. {}"
ONE = "Rain fell on Norwick and the Osmund coast, where Tessa Marlowe grew up. {}"


def found(one: str, two: str, *, later: int = 0) -> list[Finding]:
    articles = [
        Article(ONE.format(one), id="a1", published=DAY),
        Article(OTHER.format(two), id="a2", published=date.fromordinal(DAY.toordinal() + later)),
    ]
    return list(crosscheck.check(articles, config=Config(select=("N208",))))


CLASHES = [
    ("Marlowe, who was seeded fifth, won in two sets.", "Nobody stopped eighth seed Tessa Marlowe."),
    ("Abel Tadesse finished third in the race.", "Abel Tadesse came in a distant fourth."),
    ("Marlowe, the world No. 14, won in two sets.", "The crowd cheered Marlowe, ranked 12th in the world."),
    ("The 38th edition of the race began at six.", "It was the 40th running of the race."),
    ("Norwick held its 12th annual herring fair.", "Visitors came to the 21st annual fair."),
    (
        "The town marked the 50th anniversary of the flood.",
        "On the 60th anniversary of the flood, bells rang.",
    ),
    ("It was the third flood since 2019.", "The river had flooded it for the fourth time since 2019."),
    ("It was the bank's second rate cut this year.", "The bank's third cut since January was a small one."),
    ("It was the second strike in a row.", "It was the third consecutive strike."),
    ("It was the third-largest fire in its history.", "Only the fire of 1931 was larger."),
    ("It was the second-deadliest fire on record.", "It was the third-deadliest fire on record."),
    ("She is the first woman to lead the coastguard.", "She became the second woman to lead the coastguard."),
    ("Marlowe is only the second woman to take the award.", "Marlowe is the third woman to win here."),
    ("It is the third time that Norwick has been bankrupt.", "This is the second time for Norwick."),
    ("The film won at the 23rd Norwick Film Festival.", "It was the 25th edition of the festival."),
    ("The mayor, Abel Tadesse, won a third term.", "Abel Tadesse was elected to a second term."),
    (
        "Divers found a fifth-century mosaic.",
        "The mosaic is a third-century one, she said. A third-century mosaic.",
    ),
    (
        "Marlowe knocked out Ada Prewitt in the seventh round.",
        "Marlowe knocked out Prewitt in the eighth round.",
    ),
    ("The town found water at the third attempt.", "It was the town's fourth attempt."),
    ("It was the third flood since 2010.", "It was the fourth flood in five years."),
    ("There were two earlier floods since 2019.", "It was the fourth flood since 2019."),
]


@pytest.mark.parametrize(("one", "two"), CLASHES)
def test_two_places_of_one_order_clash(one: str, two: str) -> None:
    assert len(found(one, two)) == 1
    assert len(found(two, one)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # of two holders
        (
            "Marlowe, who was seeded fifth, won in two sets.",
            "Ada Prewitt, the eighth seed, was gone by then.",
        ),
        ("Abel Tadesse finished third in the race.", "Ada Prewitt finished fourth in the race."),
        ("The mayor, Abel Tadesse, won a third term.", "The sheriff, Ada Prewitt, won a second term."),
        # of two contests
        ("Abel Tadesse finished third in the race.", "Abel Tadesse finished eleventh in the first stage."),
        ("Abel Tadesse finished third in the race.", "Abel Tadesse finished fifth in 2019."),
        # counted since other days, or of other things
        ("It was the third flood since 2019.", "It was the fifth flood since 2008."),
        ("It was the third flood since 2019.", "It was the second flood in a row."),
        ("It was the bank's second rate cut this year.", "It was the fifth cut in two years."),
        # of two measures
        ("It was the third-largest fire in its history.", "It was the second-deadliest fire in its history."),
        # both told by one article
        (
            "It was the third flood since 2019.",
            "It was the fourth flood since 2019. Of those on the coast it was the third since 2019.",
        ),
        # of what they did
        (
            "She is the first woman to lead the coastguard.",
            "She was the second woman to win the sailing cup.",
        ),
        (
            "Marlowe is the first woman to lead the coastguard.",
            "Marlowe was the second woman to win the sailing cup.",
        ),
        ("It is the third time that Prewitt has won.", "It was the second time that Marlowe had lost."),
        ("The film won at the 23rd Norwick Film Festival.", "Marlowe is the second woman to take the award."),
        # what is not told
        ("The town was quiet in the 19th century.", "The mill dates from the 18th century."),
        ("The town marked the 50th anniversary of the flood.", "It was the 60th anniversary of the school."),
        ("Marlowe led after the second round.", "Marlowe was hurt in the fourth round."),
    ],
)
def test_places_of_two_orders_do_not(one: str, two: str) -> None:
    assert found(one, two) == []


def test_what_is_counted_goes_on() -> None:
    assert found("It was the third flood since 2019.", "It was the fourth flood since 2019.", later=20) == []


def test_a_ranking_moves_on() -> None:
    one, two = "Marlowe, the world No. 14, won.", "Marlowe, the world No. 9, won."
    assert found(one, two) != []
    assert found(one, two, later=8) == []
