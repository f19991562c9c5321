"""A sentence told twice, by one article or by two, with two values."""

from collections.abc import Sequence
from datetime import date

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.evidence import REPEATED, schema
from crosscheck.align.repeats import repeated, told_again
from crosscheck.align.scoring import pairs
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Claim

DAY = date(2024, 4, 4)
REST = "Nobody at the company could be reached for comment. "

Pairs = list[tuple[str, str]]


def claims(text: str, number: int = 0) -> list[Claim]:
    document = Document(Article(text, id=str(number), published=DAY))
    return bind(document, mentions(document), number)


def twice(text: str) -> Pairs:
    """The values that an article gives for a sentence that it tells twice."""
    return [(link.left.mention.text, link.right.mention.text) for link in told_again(claims(text))]


def findings(text: str) -> list[tuple[str, list[str]]]:
    """What is found in a single article: the rule, and the words of its claims."""
    report = crosscheck.check([Article(text, id="a", published=DAY)])
    return [(f.code, [claim.text for claim in f.claims]) for f in report.findings]


def told(frame: str, one: Sequence[str], two: Sequence[str]) -> str:
    """An article that tells a sentence, something else, and the sentence again."""
    return f"{frame.format(*one)} {REST}{frame.format(*two)}"


CANNERY = "The Halvorsen cannery in Brekkestad laid off {} packers after the herring quota was halved."
REGATTA = "The Lake Tolmin regatta was called off on {} when lightning hit the starters' platform."
ARCHIVE = "Restorers in Villacorda found the Pascoli letters on {}, behind a wall of the archive."
TUNNEL = "Engineers in Varnholt estimate that boring the Steinach tunnel will cost ${}, the canton said."


@pytest.mark.parametrize(
    ("frame", "one", "two", "code"),
    [
        pytest.param(CANNERY, "140", "410", "N201", id="count"),
        pytest.param(CANNERY, "forty", "fifty", "N201", id="count-in-words"),
        pytest.param(TUNNEL, "310 million", "380 million", "N201", id="money"),
        pytest.param(TUNNEL, "310 million", "310 billion", "N204", id="zeros"),
        pytest.param(REGATTA, "August 11", "August 17", "D102", id="day"),
        pytest.param(REGATTA, "August 11", "July 11", "D102", id="month"),
        pytest.param(ARCHIVE, "March 3, 2021", "March 3, 2012", "D101", id="year"),
        pytest.param(ARCHIVE, "March 3, 2021", "March 8, 2021", "D102", id="day-with-year"),
    ],
)
def test_one_finding_for_a_sentence_told_twice(frame: str, one: str, two: str, code: str):
    (found,) = findings(told(frame, [one], [two]))
    assert found[0] == code
    assert [one in text for text in found[1]] == [True, False]
    assert [two in text for text in found[1]] == [False, True]
    assert findings(told(frame, [one], [one])) == []


def test_the_reason_and_the_link_say_so():
    (link,) = told_again(claims(told(CANNERY, ["140"], ["410"])))
    assert link.repeated
    assert link.reasons == ("the article tells one sentence twice, with two values",)
    assert (link.left.sentence, link.right.sentence) == (0, 2)


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("The Halvorsen cannery in Brekkestad laid off 410 packers.", id="cut-short"),
        pytest.param(
            "Photo: The Halvorsen cannery in Brekkestad laid off 410 packers after the "
            "herring quota was halved.",
            id="caption",
        ),
        pytest.param(
            "The Halvorsen cannery in Brekkestad laid off 410 packers after the herring quotas were halved.",
            id="plural",
        ),
        pytest.param(
            "“The Halvorsen cannery in Brekkestad laid off 410 packers after the herring quota was halved.”",
            id="quoted",
        ),
    ],
)
def test_the_sentence_need_not_be_whole(again: str):
    assert twice(f"{CANNERY.format('140')} {REST}{again}") == [("140", "410")]


def test_three_tellings_make_a_link_for_every_two_that_differ():
    text = " ".join(CANNERY.format(n) for n in ("140", "410", "140"))
    assert twice(text) == [("140", "410"), ("410", "140")]


NAMED = "The {} cannery in {} laid off {} packers after the herring quota was halved."
YEARS = "Harbour pilot {} joined the Brekkestad lifeboat crew in {}, after the great October storm."
DOSES = "The clinic in Port Amaru gave {} children {} doses of the measles vaccine during the spring drive."


@pytest.mark.parametrize(
    ("text", "same"),
    [
        # the second text of each case is the first with the difference taken away
        pytest.param(
            told(NAMED, ("Halvorsen", "Brekkestad", "140"), ("Halvorsen", "Lillefjord", "410")),
            told(NAMED, ("Halvorsen", "Brekkestad", "140"), ("Halvorsen", "Brekkestad", "410")),
            id="another-place",
        ),
        pytest.param(
            told(NAMED, ("Halvorsen", "Brekkestad", "140"), ("Torgersen", "Brekkestad", "410")),
            told(NAMED, ("Halvorsen", "Brekkestad", "140"), ("Halvorsen", "Brekkestad", "410")),
            id="another-company",
        ),
        pytest.param(
            told(YEARS, ("Una Skaar", "March 2009"), ("Per Lofthus", "March 2011")),
            told(YEARS, ("Una Skaar", "March 2009"), ("Una Skaar", "March 2011")),
            id="another-person",
        ),
        pytest.param(
            told(DOSES, ("60", "120"), ("75", "150")),
            told(DOSES, ("60", "120"), ("60", "150")),
            id="another-number-beside",
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_one_value_alone_makes_two_statements(text: str, same: str):
    assert twice(text) == []
    assert len(twice(same)) == 1


def test_another_year_beside_the_value_makes_two_statements():
    frame = "In {} the Halvorsen cannery of Brekkestad packed {} barrels of herring, mostly for export."
    assert twice(told(frame, ("2019", "8,400"), ("2020", "7,100"))) == []
    assert len(twice(told(frame, ("2019", "8,400"), ("2019", "7,100")))) == 1


def test_another_thing_makes_two_statements():
    frame = "The Adler brewery of Kessel cut its {} staff by {} workers in the dry summer."
    assert len(twice(told(frame, ("bottling", "30"), ("bottling", "50")))) == 1
    assert twice(told(frame, ("bottling", "30"), ("delivery", "50"))) == []


SHORT = "The Brekkestad cannery lost {} packers{}."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param(told(SHORT, ("140", ""), ("410", "")), 0, id="too-few-words"),
        pytest.param(
            told(SHORT, ("140", " yesterday"), ("410", " yesterday")), 1, id="enough"
        ),
        # too few of the words tell anything
        pytest.param(
            told("In Brekkestad there were {} of them and so it was.", ("140",), ("410",)), 0, id="stop-words"
        ),
        # the values can both be true
        pytest.param(told(CANNERY, ["more than 140"], ["410"]), 0, id="bound"),
        pytest.param(told(CANNERY, ["about 400"], ["410"]), 0, id="hedge"),
        pytest.param(told(ARCHIVE, ["March 3, 2021"], ["March 3"]), 0, id="year-left-out"),
        # weekdays are told from a day, and clash by their names (D108)
        pytest.param(told(REGATTA, ["Monday"], ["Friday"]), 1, id="weekdays"),
        # no name says which cannery that is
        pytest.param(
            told("the old cannery laid off {} packers after the herring quota was halved.", ["140"], ["410"]),
            0,
            id="no-name",
        ),
        # two values of one sentence are two
        pytest.param(
            "In Brekkestad the cannery laid off 140 packers, and in Brekkestad the "
                "cannery laid off 410 packers.",
            0,
            id="one-sentence",
        ),
    ],
)  # fmt: skip
def test_what_is_told_twice(text: str, number: int):
    assert len(twice(text)) == number


@pytest.mark.parametrize(
    ("frame", "plain"),
    [
        pytest.param(
            "Bore: {} Depth: 12 Site: Upper Tolmin valley near the Kamnica sawmill and weir.",
            "Bore {} Depth 12 Site Upper Tolmin valley near the Kamnica sawmill and weir.",
            id="boreholes",
        ),
        pytest.param(
            "Heifers sold: {} Market: Kessel cattle auction. Buyers: dealers from Lower Adlerau.",
            "Heifers sold {} Market Kessel cattle auction, Buyers dealers from Lower Adlerau.",
            id="auction",
        ),
    ],
)
def test_records_of_a_list_are_no_sentences(frame: str, plain: str):
    assert twice(f"{frame.format(40)} {frame.format(55)}") == []
    assert len(twice(f"{plain.format(40)} {plain.format(55)}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Results of the Tolmin regatta:\n\n- Ljubno Rowing Club, 14 points\n\n- "
            "Kamnica Rowing Club, 11 points"
            "\n\n- Bohinj Rowing Club, 9 points\n",
            id="table-of-clubs",
        ),
        pytest.param(
            "Villacorda's museum was founded on May 2, 1911. Brekkestad's museum was "
            "founded on June 9, 1934. "
            "Kessel's museum was founded on July 1, 1951.",
            id="museums",
        ),
        pytest.param(
            "Bus 12 to Kessel leaves the Adlerau depot with 40 seats. "
            "Bus 15 to Kessel leaves the Adlerau depot with 55 seats.",
            id="timetable",
        ),
    ],
)
def test_lists_tell_of_as_many_things(text: str):
    assert findings(text) == []


def test_many_like_sentences_stay_within_bounds():
    assert len(twice(" ".join(CANNERY.format(n) for n in range(100, 300)))) <= 2 * 60 * 59 // 2


# --- two articles


def pair_of(one: str, two: str, kind: str = "quantity") -> tuple[bool, str | None]:
    """Whether the first values of a kind of two articles stand in one sentence, and the schema they fit."""
    documents = [Document(Article(text, id=str(n), published=DAY)) for n, text in enumerate((one, two))]
    bound = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n)]
    stories = Stories([telling_names(d) for d in documents])
    left, right = (next(c for c in bound if c.mention.kind == kind and c.article == n) for n in (0, 1))
    for pair in pairs(bound, stories):
        if {id(pair.left), id(pair.right)} == {id(left), id(right)}:
            return repeated(left, right), schema(pair)
    return repeated(left, right), None


@pytest.mark.parametrize(
    ("frame", "one", "two", "kind"),
    [
        pytest.param(CANNERY, "140", "410", "quantity", id="count"),
        pytest.param(TUNNEL, "310 million", "380 million", "quantity", id="money"),
        pytest.param(ARCHIVE, "March 3, 2021", "March 8, 2021", "date", id="day"),
        pytest.param(
            "Curator Lidia Fermi, who is {} years old, has catalogued 3,412 letters for "
                "the Villacorda archive.",
            "61", "64", "age", id="age-beside-a-figure",
        ),
    ],
)  # fmt: skip
def test_two_articles_with_one_sentence(frame: str, one: str, two: str, kind: str):
    assert pair_of(frame.format(one), frame.format(two), kind) == (True, REPEATED)
    assert pair_of(frame.format(one), frame.format(one), kind)[1] != REPEATED


def test_a_sentence_that_is_nearly_the_same():
    one = (
        "The Halvorsen cannery in Brekkestad laid off 140 packers after the herring "
        "quota was halved in March."
    )
    two = "The Halvorsen cannery in Brekkestad laid off 410 packers after the herring quota was halved."
    assert pair_of(one, two) == (True, REPEATED)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        # two people of one trade can be described in the same words
        pytest.param(
            "A 61-year-old woman was pulled from the Tolmin weir by rowers and taken to "
                "the clinic at Kamnica.",
            "A 24-year-old woman was pulled from the Tolmin weir by rowers and taken to "
                "the clinic at Kamnica.",
            "age", id="age-without-a-figure",
        ),
        pytest.param(
            CANNERY.format("140"),
            "Some 410 people in Brekkestad, all of them packers, have lost their jobs "
                "since herring became scarce.",
            "quantity", id="other-words",
        ),
        pytest.param(
            NAMED.format("Halvorsen", "Brekkestad", "140"), NAMED.format("Torgersen", "Lillefjord", "410"),
            "quantity", id="other-names",
        ),
    ],
)  # fmt: skip
def test_two_articles_without_one_sentence(one: str, two: str, kind: str):
    assert pair_of(one, two, kind)[1] != REPEATED
