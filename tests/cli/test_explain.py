"""`crosscheck explain`: the steps of a match weight, and clear words where there is none."""

import re
from pathlib import Path

import pytest

from crosscheck.align import phrases
from crosscheck.align.evidence import EVIDENCE
from crosscheck.cli import run
from crosscheck.readers import load
from crosscheck.waterfall import explain

FIRST = (
    "A fire in the old rope works of Tennholm destroyed 14 boats on Sunday, harbour master Inga Rusk said."
)
SECOND = (
    "Harbour master Inga Rusk said the fire in the old rope works of Tennholm destroyed 41 boats on Sunday."
)
THIRD = "A bakery in Ulverby sold 900 buns before noon, owner Pontus Grane said."
Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        Path(name).write_text(text + "\n", encoding="utf-8")
    return tmp_path


def place(name: str, words: str) -> str:
    return f"{name}:{Path(name).read_text(encoding='utf-8').index(words)}"


def boats() -> tuple[str, str]:
    return place("a.txt", "14"), place("b.txt", "41")


def test_the_steps_add_up(capsys: Said):
    assert run(["explain", *boats()]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [
        found.groups() for line in lines if (found := re.match(r" *([+-][\d.]+) +([+-][\d.]+)  (\w+)", line))
    ]
    assert [name for _, _, name in rows] == ["prior", *(name for name, _ in EVIDENCE)]
    assert float(rows[-1][1]) == pytest.approx(sum(float(bits) for bits, _, _ in rows), abs=0.05 * len(rows))
    assert f"match weight {rows[-1][1]} bits" in "\n".join(lines)
    assert any("beside both values" in line for line in lines)


def test_the_steps_are_those_of_the_check():
    (one, start), (two, other) = (name.split(":") for name in boats())
    found = explain((one, int(start)), (two, int(other)), load(["a.txt", "b.txt"]))
    assert found.steps[-1].total == pytest.approx(sum(step.bits for step in found.steps))
    assert found.clash
    assert not found.agree
    (verdict,) = found.verdicts
    assert verdict.code == "N201"
    assert (verdict.reason is None) == (found.weight >= found.least)
    assert 0.5 < found.probability < 1.0


def test_what_rules_make_of_it(capsys: Said):
    run(["explain", *boats()])
    said = capsys.readouterr().out
    assert "The values clash; this is over the -0.10 bits" in said
    assert "N201 count-conflict: reports it" in said


def test_either_order_and_either_way_to_name_a_place(capsys: Said):
    run(["explain", *boats()])
    first = capsys.readouterr().out
    column = FIRST.index("14") + 1
    assert run(["explain", boats()[1], f"a.txt:1:{column}", "--among", "."]) == 0
    assert capsys.readouterr().out.splitlines()[:6] == first.splitlines()[:6]


def test_values_that_agree(capsys: Said):
    assert run(["explain", place("a.txt", "Sunday"), place("b.txt", "Sunday")]) == 0
    assert "The values agree: no rule compares them" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("a.txt:2", "b.txt:0", r"a.txt: no value at offset 2; the nearest are .*“14” \(quantity\)"),
        ("a.txt:14", "b.txt", "'b.txt' is no place: write PATH:LINE:COLUMN or PATH:OFFSET"),
        ("z.txt:14", "b.txt:1", "'z.txt:14' names no file"),
        ("a.txt:9:1", "b.txt:1", "a.txt: line 9 is no line of the article's text"),
        ("a.txt:1:999", "b.txt:1", "a.txt:1: the line has 101 columns"),
    ],
)
def test_wrong_places(left: str, right: str, said: str, capsys: Said):
    assert run(["explain", left, right]) == 2
    assert re.search(said, capsys.readouterr().err)


def test_pairs_that_are_never_weighed(capsys: Said):
    boat = boats()[0]
    for right, said in (
        (place("b.txt", "Sunday"), "they are of two kinds, quantity/count and date"),
        (boat, "both stand in one article"),
        (place("c.txt", "900"), "no candidate pair: their articles share 0% of their rare names"),
    ):
        assert run(["explain", boat, right]) == 2
        assert said in capsys.readouterr().err
    assert run(["explain", place("a.txt", "Inga"), place("b.txt", "Inga")]) == 2
    assert "a person is compared by a way of its own" in capsys.readouterr().err


def test_every_kind_of_evidence_has_words():
    assert set(phrases.PHRASES) == {name for name, _ in EVIDENCE} | {"schema", "shared"}


SEEDED = (
    "Marlowe through in Norwick\n\n"
    "NORWICK, May 3, 2025 - Tessa Marlowe, who was seeded fifth, beat Ada Prewitt in two sets in Norwick on "
    "Saturday to reach the final of the Calder Open."
)
RISEN = (
    "Norwick cheers Marlowe\n\n"
    "NORWICK, May 3, 2025 - The crowd in Norwick rose for eighth seed Tessa Marlowe, who meets Ines Okafor "
    "in the final of the Calder Open. Ada Prewitt was gone in an hour."
)


def test_what_is_reported_by_other_evidence(capsys: Said):
    Path("d.txt").write_text(SEEDED, encoding="utf-8")
    Path("e.txt").write_text(RISEN, encoding="utf-8")
    assert run(["explain", place("d.txt", "fifth"), place("e.txt", "eighth")]) == 0
    said = capsys.readouterr().out
    assert "N208 ordinal-conflict: reports it by other evidence" in said
    assert "  why: both articles give a place in the same order" in said


def test_what_is_reported_though_it_is_no_candidate_pair(capsys: Said):
    one = "Norwick council approved the harbour bridge by 7-2 on Wednesday."
    two = "By six votes to three Norwick council approved the harbour bridge on Wednesday."
    Path("d.txt").write_text(one, encoding="utf-8")
    Path("e.txt").write_text(two, encoding="utf-8")
    assert run(["explain", place("d.txt", "7-2"), place("e.txt", "six votes")]) == 0
    assert "N201 count-conflict: reports it" in capsys.readouterr().out


def test_what_is_not_reported_is_not_said_to_be(capsys: Said):
    assert run(["explain", place("a.txt", "14"), place("c.txt", "900")]) != 0
    assert "by other evidence" not in capsys.readouterr().out
