"""Percentages of one article against the two figures of another from which they follow."""

import pytest

from crosscheck import Article, check

ARTHUR = "Sister Beata Holm of the Ulverby Trust and Norwick's mayor, Ines Farrow, were in Calder that day."


def codes(*texts: str) -> list[str]:
    """What is found in articles of one story, known by its names."""
    articles = [Article(f"{text} {ARTHUR}", id=f"a{n}", published=None) for n, text in enumerate(texts)]
    return [f.code for f in check(articles).findings]


SLIPS = [
    # the change as a part of the newer figure
    (
        "The sum that the museum sets aside for guards has gone up by {} per cent.",
        "The museum has raised its yearly budget for guards to 340,000 euros from 210,000.",
        "38", "62", "A304",
    ),
    (
        "Shares in the brewer lost {} per cent on Thursday.",
        "The brewer's shares closed at £7.84 on Thursday, after £8.95 on Wednesday.",
        "14.2", "12.4", "A304",
    ),
    (
        "Crossing by ferry is to become {}% dearer.",
        "A ticket for the ferry will cost $2.50 instead of $2.",
        "20", "25", "A304",
    ),
    (
        "After the strike the crews were given a {} per cent pay rise.",
        "Pay for the crews was £640 a week then. Now they earn £800 a week.",
        "20", "25", "A304",
    ),
    # what a figure was multiplied by, or what is left of it
    (
        "In eight years the price of the vaccine went up {} percent.",
        "The price of the vaccine climbed from $84 to $1,176.",
        "1,400", "1,300", "A304",
    ),
    (
        "Attendance at the theatre was down {} per cent.",
        "The theatre's attendance fell to 3,200 from 16,000.",
        "20", "80", "A304",
    ),
    # what is above the capacity, and a count taken for a percentage
    (
        "The prison was running at {}% of its capacity.",
        "There were 1,420 inmates in a prison built for 650.",
        "118", "218", "A303",
    ),
    (
        "Of the lifts tested in June, {} percent were unsafe.",
        "Inspectors found cracked cables in 31 of 120 lifts tested in June.",
        "31", "26", "A303",
    ),
    (
        "In court it was said that {} per cent of the victims were over 65.",
        "Ninety-three clients were robbed. Sixty-one of them were past their 65th birthday.",
        "61", "66", "A303",
    ),
    # how many voted
    (
        "Turnout was {} per cent, the returning officer said.",
        "In all 97,400 of the 142,600 people entitled to vote cast a ballot.",
        "63.8", "68.3", "A303",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "figures", "wrong", "right", "code"), SLIPS)
def test_a_percentage_that_two_figures_elsewhere_exclude(
    stated: str, figures: str, wrong: str, right: str, code: str
):
    assert codes(stated.format(wrong), figures) == [code]
    assert codes(figures, stated.format(wrong)) == [code]
    assert codes(stated.format(right), figures) == []


@pytest.mark.parametrize(("stated", "figures", "wrong", "right", "code"), SLIPS)
def test_nothing_is_said_where_either_article_states_the_other_percentage_too(
    stated: str, figures: str, wrong: str, right: str, code: str
):
    assert code not in codes(f"{stated.format(wrong)} It had been {right}% before the summer.", figures)
    assert code not in codes(stated.format(wrong), f"{figures} Staff asked for {wrong}%.")


@pytest.mark.parametrize(
    ("stated", "figures"),
    [
        # another direction
        (
            "The museum cut what it spends on guards by 38 per cent.",
            "The museum has raised its yearly budget for guards to 340,000 euros from 210,000.",
        ),
        # of another thing
        (
            "The number of visitors has gone up by 38 per cent.",
            "The museum has raised its yearly budget for guards to 340,000 euros from 210,000.",
        ),
        # what was before
        (
            "Attendance at the theatre fell, from 20 per cent of its seats to 18.",
            "The theatre's attendance fell to 3,200 from 16,000.",
        ),
        # other days, months and years
        (
            "Shares in the brewer lost 14.2 per cent on Monday.",
            "The brewer's shares closed at £7.84 on Thursday, after £8.95 on Wednesday.",
        ),
        (
            "Of the lifts tested in May, 31 percent were unsafe.",
            "Inspectors found cracked cables in 31 of 120 lifts tested in June.",
        ),
        (
            "Turnout was 63.8 per cent in 2019.",
            "In 2024, 97,400 of the 142,600 people entitled to vote cast a ballot.",
        ),
        # the rest of a whole is the share of something else
        (
            "Women made up 40 per cent of the runners in the marathon.",
            "Of the 9,000 runners in the marathon, 5,400 were men.",
        ),
        # one side of a vote, another vote, a part of the voters
        (
            "Turnout was 63.8 per cent.",
            "Of the 142,600 members entitled to vote, 97,400 voted for the merger.",
        ),
        (
            "Turnout at the last election was 63.8 per cent.",
            "In all 97,400 of the 142,600 people entitled to vote cast a ballot.",
        ),
        (
            "Turnout was 63.8 per cent among women.",
            "In all 97,400 of the 142,600 people entitled to vote cast a ballot.",
        ),
        # two turnouts in one article
        (
            "Turnout was 63.8 per cent in the north. In the south turnout was 71 per cent.",
            "In all 97,400 of the 142,600 people entitled to vote cast a ballot.",
        ),
        # supposed
        (
            "If 31 percent of the lifts tested in June were unsafe, they would be closed.",
            "Inspectors found cracked cables in 31 of 120 lifts tested in June.",
        ),
        # bounds and ranges
        (
            "Of the lifts tested in June, more than 31 percent were unsafe.",
            "Inspectors found cracked cables in 31 of 120 lifts tested in June.",
        ),
        # nothing but names in common
        ("In Norwick rents rose by 38 per cent.", "Norwick raised its fee for dogs to $340 from $210."),
    ],
)
def test_percentages_of_other_facts(stated: str, figures: str):
    assert codes(stated, figures) == []


def test_articles_of_two_stories_do_not_meet():
    stated = Article(
        "Of the lifts tested in June, 31 percent were unsafe, Marit Solheim of Osterby said.", id="a"
    )
    figures = Article(
        "Inspectors found 31 of 120 lifts tested in June in Darvane cracked, said Omar Bel.", id="b"
    )
    assert not check([stated, figures]).findings


def test_the_sum_and_the_slip_are_shown():
    stated, figures, wrong, *_ = SLIPS[0]
    articles = [
        Article(f"{text} {ARTHUR}", id=str(n)) for n, text in enumerate((stated.format(wrong), figures))
    ]
    (finding,) = check(articles).findings
    assert [(c.article, c.text, c.side) for c in finding.claims] == [
        ("0", "38 per cent", "a"),
        ("1", "340,000 euros", "b"),
        ("1", "210,000", "b"),
    ]
    assert finding.reasons[0] == "from 210000 to 340000 is 55.8 to 68.3 per cent"
    assert "“38 per cent” is what the difference is of the newer figure" in finding.reasons
    assert any("“guards”" in reason and "“museum”" in reason for reason in finding.reasons)


def test_a_percentage_that_another_percentage_excludes_is_told_once():
    stated = "Turnout in the election for mayor was 63.8 per cent, the returning officer said."
    figures = (
        "Turnout in the election for mayor was 68.3 per cent, the returning officer said."
        " In all 97,400 of the 142,600 people entitled to vote cast a ballot."
    )
    assert len(codes(stated, figures)) == 1


def test_a_percentage_beside_its_own_figures_is_told_once():
    stated = "It is a 20% increase, with the ferry's single fare going from two dollars to two and a half."
    figures = "A single ticket for the ferry will cost $2.50 instead of $2."
    assert codes(stated, figures) == ["A304"]
    assert codes(stated) == ["A304"]


def test_tables_of_percentages_are_left_alone():
    stated, figures, wrong, *_ = SLIPS[6]
    rows = " ".join(f"Of the doors tested in area {n}, {n} percent were unsafe." for n in range(40, 90))
    assert codes(f"{stated.format(wrong)} {rows}", figures) == []
