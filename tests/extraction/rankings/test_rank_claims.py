"""The roles of ordinals: what order a place is in, whose it is, and since when it is counted."""

from datetime import date

import pytest

from crosscheck.extraction import mentions
from crosscheck.extraction.document import Document
from crosscheck.extraction.rankings.claims import rank_claims
from crosscheck.lexicon.words import canonical
from crosscheck.model import Article
from crosscheck.values import Rank

DAY = date(2024, 5, 6)


def ranks(text: str) -> list[Rank]:
    document = Document(Article(text, published=DAY))
    return [
        c.mention.value
        for c in rank_claims(document, mentions(document), 0)
        if isinstance(c.mention.value, Rank)
    ]


@pytest.mark.parametrize(
    ("text", "rank", "order", "of", "holder"),
    [
        ("Tessa Marlowe, who was seeded fifth, won in two sets.", 5, "seed", "", "marlowe"),
        ("The crowd rose for eighth seed Tessa Marlowe.", 8, "seed", "", "marlowe"),
        ("It was late. Tessa Marlowe came out. The eighth seed wore a hat.", 8, "seed", "", "marlowe"),
        ("Tessa Marlowe, seeded No. 4, won in two sets.", 4, "seed", "", "marlowe"),
        ("In the rain Abel Tadesse finished third.", 3, "place", "", "tadesse"),
        ("In the rain Abel Tadesse came in a distant fourth.", 4, "place", "", "tadesse"),
        ("Tessa Marlowe, ranked 12th, won in two sets.", 12, "ranking", "", "marlowe"),
        ("Tessa Marlowe, the world No. 14, won in two sets.", 14, "ranking", "", "marlowe"),
        ("The win over 11th-ranked Norwick came late.", 11, "ranking", "", "norwick"),
        ("The 38th edition of the race began at six.", 38, "edition", "race", ""),
        ("It was the 40th running of the derby.", 40, "edition", "derby", ""),
        ("The town held its 12th annual fair.", 12, "edition", "fair", ""),
        ("It won at the 23rd Norwick Film Festival.", 23, "edition", "festival", ""),
        ("It was the third time that they met.", 3, "time", "", ""),
        ("They met on the 50th anniversary of the flood.", 50, "anniversary", "flood", ""),
        ("The mayor, Abel Tadesse, was elected to a third term.", 3, "term", "", "tadesse"),
        ("Abel Tadesse began a second four-year term.", 2, "term", "", "tadesse"),
        ("She is the second woman to run the port.", 2, "person", "woman", ""),
        ("It was the third-largest blackout in its history.", 3, "size", "blackout", ""),
        ("Only the fire of 1931 was deadlier.", 2, "size", "", ""),
        ("They found a sixth-century chapel.", 6, "century", "chapel", ""),
        ("They searched him after the eighth round.", 8, "round", "round", ""),
        ("They found it at the third attempt.", 3, "attempt", "", ""),
        ("It was the second time this year.", 2, "occasion", "", ""),
        ("It is the bank's third straight loss.", 3, "streak", "loss", ""),
        ("The town was flooded for a third time running.", 3, "streak", "", ""),
    ],
)
def test_an_ordinal_has_an_order_and_a_holder(text: str, rank: int, order: str, of: str, holder: str) -> None:
    assert [(r.rank, r.order, r.of, r.holder) for r in ranks(text)] == [
        (rank, order, of and canonical(of), holder)
    ]


@pytest.mark.parametrize(
    ("text", "rank", "since"),
    [
        ("It is the third flood since 2019.", 3, (2019, 2019)),
        ("It is the third flood since the town was founded in 1950.", 3, (1950, 1950)),
        ("It was the third flood since January.", 3, (2024, 2024)),
        ("It was the third flood since November.", 3, (2023, 2023)),
        ("It was the third flood this year.", 3, (2024, 2024)),
        ("It was the third flood of the season.", 3, (2024, 2024)),
        ("It was the third flood in seven years.", 3, (2016, 2018)),
        ("There were two earlier floods since 2019.", 3, (2019, 2019)),
    ],
)
def test_occasions_are_counted_since_a_year(text: str, rank: int, since: tuple[int, int]) -> None:
    assert [(r.rank, r.since) for r in ranks(text)] == [(rank, since)]


@pytest.mark.parametrize(
    "text",
    [
        "Rents are up by a third since 2019.",
        "Safety comes first.",
        "Tessa Marlowe finished second to last.",
        "Norwick is the country's third-largest port.",
        "The third flood, since 2019 the worst, came at night.",
        "The second district has had no school since 1997.",
        "He lives on the fourth floor.",
        "It was his third goal of the season.",
        "She ran her 36th Norwick marathon.",
        "Five of the 11 were hurt.",
    ],
)
def test_other_ordinals_have_no_role(text: str) -> None:
    assert ranks(text) == []


def test_the_holder_is_not_the_opponent() -> None:
    assert [r.holder for r in ranks("Tessa Marlowe met Ada Prewitt, but the second seed won.")] == [""]


def test_two_persons_before_a_finish_leave_it_open() -> None:
    assert [r.holder for r in ranks("Tessa Marlowe beat Ada Prewitt on the line to finish third.")] == [""]


@pytest.mark.parametrize(
    "text", ["", "No.", "seeded", "Only", "earlier", "No. No. 7", "third", "the 3rd", "only more"]
)
def test_scraps_of_text_are_safe(text: str) -> None:
    assert all(isinstance(r, Rank) for r in ranks(text))
