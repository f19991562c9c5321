"""Two figures that have changed places between two articles."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article

DAY = date(2024, 4, 4)
PLACES = "have changed places between two articles"


def exchanged(one: str, two: str) -> list[list[str]]:
    """The figures that have changed places, in the words of each finding's claims."""
    report = crosscheck.check(
        [Article(text, id=id_, published=DAY) for id_, text in (("a", one), ("b", two))]
    )
    found = [f for f in report.findings if f.message.endswith(PLACES)]
    assert {f.code for f in found} <= {"N201"}
    return [[claim.text for claim in f.claims] for f in found]


def numbers(one: str, two: str) -> list[list[str]]:
    """The same, as the sorted digits in each finding."""
    return [sorted("".join(c for c in t if c.isdigit()) for t in texts) for texts in exchanged(one, two)]


FLOOD = (
    "Rescuers in Lower Adlerau evacuated {} pensioners and vaccinated {} cattle "
    "after the dyke at Kessel burst."
)
DYKE = "After the Kessel dyke burst, {} cattle were vaccinated and {} pensioners evacuated in Lower Adlerau."
UNION = "The Brekkestad dockers' union won {} seats on the harbour board, while the shipowners kept {}."
MUSEUM = "The Villacorda museum owns {} etchings. It has lent {} tapestries to the castle of Montefosco."
LENT = "Montefosco castle shows {} borrowed tapestries, while Villacorda owns {} etchings."


@pytest.mark.parametrize(
    ("one", "two", "figures"),
    [
        pytest.param(FLOOD, DYKE, ("64", "137"), id="joined-by-and"),
        pytest.param(FLOOD, DYKE, ("1,240", "365"), id="four-digits"),
        pytest.param(MUSEUM, LENT, ("418", "23"), id="two-sentences-against-one"),
        pytest.param(
            "Doctors in Port Amaru treated {} children with measles, while {} adults caught cholera.",
            "Cholera sickened {} adults, but measles struck {} children, said doctors in Port Amaru.",
            ("127", "83"), id="while-and-but",
        ),
    ],
)  # fmt: skip
def test_figures_that_have_changed_places(one: str, two: str, figures: tuple[str, str]):
    first, second = figures
    plain = sorted(figure.replace(",", "") for figure in figures)
    straight = one.format(first, second), two.format(second, first)
    turned = one.format(first, second), two.format(first, second)
    assert numbers(*straight) == []
    assert numbers(*turned) == [sorted(plain * 2)]
    assert numbers(*reversed(turned)) == [sorted(plain * 2)]


def test_both_articles_are_named_and_the_reasons_given():
    texts = FLOOD.format("64", "137"), DYKE.format("64", "137")
    report = crosscheck.check(
        [Article(text, id=id_, published=DAY) for id_, text in zip("ab", texts, strict=True)]
    )
    (found,) = [f for f in report.findings if f.message.endswith(PLACES)]
    assert sorted(claim.article for claim in found.claims) == ["a", "a", "b", "b"]
    assert {claim.side for claim in found.claims if claim.article == "a"} == {"a"}
    assert {claim.side for claim in found.claims if claim.article == "b"} == {"b"}
    assert "the words of each stand with the other" in found.reasons


RISE = (
    "The Halvorsen cannery in Brekkestad now employs up to {} night watchmen "
    "from {}, its owner told the union."
)
RISEN = (
    "Its owner told the union that Brekkestad's Halvorsen cannery keeps {} "
    "night watchmen, after {} last winter."
)
SHARE = "Turnout in the Kessel parish ballot rose to {} percent from {} percent, the Adlerau registrar said."
SHARED = (
    "The Adlerau registrar put turnout in Kessel's parish ballot at {} percent, "
    "compared with {} percent before."
)
FROM_TO = (
    "Turnout in the Kessel parish ballot went from {1} percent to {0} percent, said the Adlerau registrar."
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # what was so before stands behind "from", "after", "compared with", or first of "from .. to"
        pytest.param(SHARE, SHARED, id="from-compared-with"),
        pytest.param(SHARE, "After the count, turnout in the Kessel parish ballot was {} percent, after "
            "{} percent,"
                     " the Adlerau registrar said.", id="from-after"),
        pytest.param(SHARE, FROM_TO, id="from-from-to"),
        pytest.param(SHARED, FROM_TO, id="compared-with-from-to"),
    ],
)  # fmt: skip
def test_what_was_so_before_is_so_now(one: str, two: str):
    now, then = "61.4", "58.7"
    assert numbers(one.format(now, then), two.format(now, then)) == []
    assert numbers(one.format(now, then), two.format(then, now)) == [["587", "587", "614", "614"]]
    assert numbers(one.format(then, now), two.format(now, then)) == [["587", "587", "614", "614"]]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # the same length twice
        pytest.param(
            "The Steinach viaduct stands 40 metres (131 feet) above the gorge, the Varnholt engineers said.",
            "Varnholt's engineers said the Steinach viaduct stands 131 feet (40 metres) above the gorge.",
            id="metres-and-feet",
        ),
        pytest.param(
            "The Tolmin bell weighs 2,204 pounds (1,000 kilograms) and hung in the Kamnica tower.",
            "In the Kamnica tower hung the Tolmin bell, which weighs 1,000 kilograms (2,204 pounds).",
            id="kilograms-and-pounds",
        ),
        # each figure has its own words in both, in another order
        pytest.param(FLOOD.format("64", "137"), DYKE.format("137", "64"), id="other-order"),
        pytest.param(
            FLOOD.format("64", "137"),
            "Of the 137 vaccinated cattle in Lower Adlerau none died, and the 64 "
                "pensioners evacuated from Kessel "
            "are safe.",
            id="other-sentence",
        ),
        pytest.param(
            UNION.format("11", "14"),
            "Shipowners kept 14 seats on Brekkestad's harbour board and the dockers' union won 11.",
            id="seats-straight",
        ),
        # a vague figure may be any
        pytest.param(
            FLOOD.format("64", "137"), DYKE.format("about 64", "about 137"), id="about"
        ),
        pytest.param(
            FLOOD.format("more than 64", "137"), DYKE.format("64", "more than 137"), id="bounds"
        ),
        # the words of one of the two alone are those of the other
        pytest.param(
            FLOOD.format("64", "137"),
            "In Lower Adlerau soldiers filled 64 lorries with sand, and 137 pensioners "
                "were evacuated from Kessel.",
            id="one-side",
        ),
        # figures that anybody counts
        pytest.param(FLOOD.format("3", "5"), DYKE.format("3", "5"), id="small-figures"),
        # other figures
        pytest.param(FLOOD.format("64", "137"), DYKE.format("64", "138"), id="one-figure-differs"),
    ],
)  # fmt: skip
def test_figures_in_their_places(one: str, two: str):
    assert exchanged(one, two) == []
    assert exchanged(two, one) == []


def test_two_stories_are_not_compared():
    here = FLOOD.format("64", "137")
    elsewhere = (
        "After the Santa Ilva levee burst, {} cattle were vaccinated and {} "
        "pensioners evacuated on Isla Morena."
    )
    assert exchanged(here, elsewhere.format("64", "137")) == []
    assert len(exchanged(here, DYKE.format("64", "137"))) == 1


def test_one_article_does_not_exchange_with_itself():
    text = f"{FLOOD.format('64', '137')} {DYKE.format('64', '137')}"
    report = crosscheck.check([Article(text, id="a", published=DAY)])
    assert [f.message for f in report.findings if f.message.endswith(PLACES)] == []


def test_a_table_is_not_read_as_prose():
    row = (
        "Kessel parish: {} pensioners, {} cattle, 211 sheep, 302 goats, 413 hens, "
        "524 geese, 635 ducks, 746 hives"
    )
    assert exchanged(row.format("64", "137"), row.format("137", "64")) != []
    longer = row + ", 857 dogs."
    assert exchanged(longer.format("64", "137"), longer.format("137", "64")) == []
