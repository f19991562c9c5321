"""Wholes of which all parts are told: what remains, what is accounted for, and lists with their totals."""

import pytest

import crosscheck


def codes(text: str) -> list[str]:
    return [f.code for f in crosscheck.check([crosscheck.Article(text, id="a")]).findings]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Of the 41 depots, 23 are in Norwick, 12 in Ulverby and the other {} abroad.", "eight", "six"),
        (
            "Of the 96 seats, 40 went to the Greens, 31 to Labour, 12 to Reform and the remaining {} to us.",
            "15",
            "13",
        ),
        ("Of a total of 310 jobs, 123 are in Hull, 91 in Leeds and the remaining {} in York.", "69", "96"),
        ("Eleven of the 25 miners were freed by noon. The other {} came up at night.", "15", "14"),
        ("Of the 19 counts, 14 ended in a conviction. The remaining {} were dropped.", "six", "five"),
        (
            "Of the grant of $1,150m, $480m is for a port, $390m for loans. The remaining {} is for schools.",
            "$310m",
            "$280m",
        ),
        ("Of the £640m, £212m will go on roads and the remaining {} on trams.", "£482m", "£428m"),
    ],
)
def test_what_remains_of_a_whole(text: str, wrong: str, right: str):
    assert codes(text.format(wrong)) == ["A302"]
    assert codes(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # another noun than that of the whole
        "Eleven of the 25 miners were freed by noon. The other 15 mines stayed shut.",
        # a part was told before
        "Five of the 25 miners walked out, and eleven of the 25 were freed. The other nine came up at night.",
        # of another whole
        "Of the 41 depots, 23 are in Norwick. The firm sold vans. The other eight are abroad.",
    ],
)
def test_what_remains_of_something_else(text: str):
    assert codes(text) == []


ACCOUNTED = """Police hold {} people.

The suspects. Dockers account for 24 of them, sailors for nine, and cooks for seven."""


def test_parts_that_account_for_more_than_there_are():
    assert codes(ACCOUNTED.format(38)) == ["A302"]
    assert codes(ACCOUNTED.format(40)) == []
    assert codes(ACCOUNTED.format(60)) == []  # the rest is not told
    assert codes(ACCOUNTED.format("38 men and 12")) == []  # which of them is meant is open


ROWS = "Where the money went\n\n- Tunnels: $240m\n- Land: $155m\n- Finance: $135m\n- Design: $90m\n"


@pytest.mark.parametrize("label", ["Total", "In all", "Sum"])
def test_a_list_of_amounts_with_its_total_in_a_line(label: str):
    assert codes(f"{ROWS}- {label}: $602m") == ["A302"]
    assert codes(f"{ROWS}- {label}: $620m") == []
    assert codes(f"{ROWS}- {label}: $900m") == []  # far from it: not of these lines alone


def test_the_rounding_of_lines_adds_up():
    rows = "Who voted\n\n- North: 2.4 million\n- South: 1.3 million\n- West: 0.6 million\n- Total: {} million"
    assert codes(rows.format("4.4")) == []
    assert codes(rows.format("4.7")) == ["A302"]


def test_lines_in_several_units_are_no_parts():
    assert codes("- Length: 240 km\n- Cost: $155m\n- Land: $135m\n- Total: $260m") == []


def test_sums_of_millions_are_told_in_words():
    report = crosscheck.check([crosscheck.Article(f"{ROWS}- Total: $602m", id="a")])
    assert "613.5 million to 626.5 million" in report.findings[0].reasons[0]
