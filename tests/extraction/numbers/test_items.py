"""Figures in bold, in boxes and lists, and behind labels."""

import pytest

from crosscheck import extract
from crosscheck.values import Duration, Instant, Quantity


def things(text: str) -> list[tuple[str, str]]:
    found = [m for m in extract(text) if isinstance(m.value, Quantity)]
    return [(m.text, m.counted.head if m.counted else "") for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**2,340** — Homes without power", ("2,340", "home")),
        ("**About 26** - Relief trains that ran", ("26", "train")),
        ("**7.5%** — Share of the pupils who stayed away", ("7.5%", "pupil")),
        ("**85 mph** — Top wind at the harbour", ("85 mph", "wind")),
        ("**$12 million** The fine that the mill must pay", ("$12 million", "")),
        ("**412.** Homes lost to the flood", ("412", "home")),
        ("**35%** of households have heating", ("35%", "household")),
        ("The fire killed **14** people", ("14", "person")),
        ("- Staff: 2,340, all in Norwick", ("2,340", "staff")),
        ("- **Orders received:** €1.6bn", ("€1.6bn", "order")),
        ("**Homes lost**: 38", ("38", "home")),
        ("Dead: 14", ("14", "person")),
    ],
)
def test_a_figure_of_an_item_counts_what_the_item_names(text: str, expected: tuple[str, str]) -> None:
    assert things(text) == [expected]


@pytest.mark.parametrize("text", ["2**16", "see *5 below", "x*3*y", "- Norwick: 1,130"])
def test_other_marks_give_no_thing(text: str) -> None:
    assert all(not head for _, head in things(text))


def test_the_next_line_of_a_list_is_another_item() -> None:
    assert things("- Dead: 14\n- Injured: 30") == [("14", "person"), ("30", "person")]


def test_days_in_a_box_are_a_length_of_time() -> None:
    (found,) = (m for m in extract("**9** — Days by which the fair was put off") if m.kind == "duration")
    assert isinstance(found.value, Duration)
    assert found.value.stated == "P9D"


@pytest.mark.parametrize(
    ("text", "stated"),
    [("**17.04** The players are off.", "T17:04"), ("**17:26** They are back.", "T17:26")],
)
def test_the_head_of_a_running_report_is_a_time(text: str, stated: str) -> None:
    (found,) = extract(text)
    assert isinstance(found.value, Instant)
    assert found.value.earliest == stated


@pytest.mark.parametrize(
    "text", ["**3.50** — Price of a loaf", "It cost **3.50** then.", "- **12.30:** lunch"]
)
def test_other_figures_in_bold_are_no_times(text: str) -> None:
    assert all(m.kind != "time" for m in extract(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six families in ten have left.", ("Six families in ten", "0.6", "0.6")),
        ("Fewer than four households in ten have heating.", ("four households in ten", "None", "0.4")),
        ("More than one in five stayed away.", ("one in five", "0.2", "None")),
        ("Four people in ten cars were hurt.", ("Four", "4", "4")),
    ],
)
def test_a_share_may_name_its_thing_between_its_figures(text: str, expected: tuple[str, str, str]) -> None:
    found = next(m for m in extract(text) if isinstance(m.value, Quantity))
    assert isinstance(found.value, Quantity)
    assert (found.text, str(found.value.low), str(found.value.high)) == expected
