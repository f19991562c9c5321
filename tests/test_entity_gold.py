"""The articles marked by hand are sound, their scorer measures, and the figures have not fallen."""

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
FOLDERS = sorted(folder for folder in GOLD.iterdir() if folder.is_dir())


def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("entities", ROOT / "benchmarks" / "entities.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["entities"] = module
    spec.loader.exec_module(module)
    return module


entities = benchmark()
HEAD = '+++\nstyle = "wire"\n[person]\nroe = ["Ann Roe", "Annie Roe"]\n[place]\nulm = "Ulm"\n+++\n'


def read(tmp_path, body):
    path = tmp_path / "one.md"
    path.write_text(HEAD + body, encoding="utf-8")
    return entities.load(tmp_path)[0]


@pytest.mark.parametrize("path", sorted(GOLD.rglob("*.md")), ids=lambda path: path.stem)
def test_gold_is_sound(path):
    gold = entities.read(path)
    assert 230 <= len(gold.article.text.split()) <= 480
    assert all(gold.article.text[m.start : m.end] == m.text for m in gold.marks)
    assert any(gold.of("name"))


def test_marks_come_off_and_give_their_offsets(tmp_path):
    gold = read(
        tmp_path, "<roe|Mayor of {ulm|Ulm}> {roe|Ann Roe}: «roe|“I {?|May} go.”» {roe|Roe} <roe~|the mayor>"
    )
    assert gold.article.text == "Mayor of Ulm Ann Roe: “I May go.” Roe the mayor\n"
    assert [(m.kind, m.ids, m.flag, m.start, m.text) for m in gold.marks] == [
        ("role", ("roe",), "", 0, "Mayor of Ulm"),
        ("name", ("ulm",), "", 9, "Ulm"),
        ("name", ("roe",), "", 13, "Ann Roe"),
        ("quotation", ("roe",), "", 22, "“I May go.”"),
        ("name", (), "?", 25, "May"),
        ("name", ("roe",), "", 34, "Roe"),
        ("role", ("roe",), "~", 38, "the mayor"),
    ]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("{roe|Ann Roe} and {ulm|Ulm} and {poe|Poe}", "no such entity: poe"),
        ("{roe|Ann Roe} in {ulm|Ulm", "never closed"),
        ("{roe|Ann Roe} in {ulm|Ulm>", "closes nothing in line 1"),
        ("{roe|Ann Roe's} in {ulm|Ulm}", "possessive"),
        ("{roe|Ann Rowe} in {ulm|Ulm}", "rowe is in no form of Ann Roe"),
        ("{roe|Ann Roe} in {ulm|Neu-Ulm}", "is no form of Ulm"),
        ("{roe|Ann Roe} in {ulm|Ulm}. Ann Roe left.", "stands unmarked"),
        ("{roe|Ann Roe } in {ulm|Ulm}", "begins or ends with a blank"),
        ("{roe|Ann Roe} in {ulm|Ulm}, <ulm|mayor>", "held by a person"),
        ("{roe|Ann Roe}", "ulm is never named"),
        ("{roe|Ann Roe} in {ulm|Ulm} | her home", "stray markup '|'"),
    ],
)
def test_unsound_gold_is_refused(tmp_path, body, complaint):
    with pytest.raises(ValueError, match=r"one\.md") as refused:
        read(tmp_path, body)
    assert complaint in str(refused.value)


def perfect(gold):
    """The reading of one who found exactly what is marked."""
    found, cluster, alone = [], {}, {}
    for mark in gold.marks:
        if mark.flag in {"?", "!"}:
            continue
        if mark.kind == "quotation":
            speaker = gold.entities[mark.ids[0]].name if mark.ids else None
            found.append(entities.Found(mark.start, mark.end, mark.text, "quotation", speaker=speaker))
        elif mark.kind == "role" and mark.flag == "~":
            alone[mark.start, mark.end] = (gold.story, mark.ids)
        elif mark.kind == "name":
            kind = next(iter(gold.kinds(mark))).replace("facility", "place")
            held = [m.text for m in gold.of("role") if not m.flag and set(m.ids) & set(mark.ids)]
            around = tuple(c.text for place, c in entities.containers(gold) if place == mark)
            found.append(
                entities.Found(mark.start, mark.end, mark.text, kind, roles=tuple(held), within=around)
            )
            if kind in {"person", "family"}:
                cluster[mark.start, mark.end] = (gold.story, mark.ids)
    return entities.Reading(tuple(found), cluster, cluster, alone)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_perfect_reading_scores_one_and_none_scores_nothing(folder):
    golds = entities.load(folder)
    best = entities.measure(golds, [perfect(gold) for gold in golds])
    assert {name: tally.misses for name, tally in best.items() if tally.misses} == {}
    assert all(tally.f1 == pytest.approx(1) for tally in best.values())
    worst = entities.measure(golds, [entities.Reading(()) for _ in golds])
    assert all(tally.recall == 0 for tally in worst.values())


def test_misses_cost_what_they_should(tmp_path):
    gold = read(
        tmp_path, "<roe|Ex-mayor> {roe|Ann Roe} of {ulm|Ulm}. «roe|“I will go on,”» {roe|Roe} said. {?|May}"
    )
    found = (
        entities.Found(9, 16, "Ann Roe", "person", roles=("mayor",)),
        entities.Found(20, 23, "Ulm", "organisation"),
        entities.Found(25, 41, "“I will go on,”", "quotation", speaker="Annie"),
        entities.Found(51, 54, "May", "person"),
    )
    got = entities.measure([gold], [entities.Reading(found, {(9, 16): 1, (41, 44): 2})])
    assert (got["persons"].precision, got["persons"].recall) == (1, 0.5)
    assert (got["names"].precision, got["names"].recall) == (0, 0)
    assert (got["roles"].precision, got["roles"].recall) == (0, 0)
    assert (got["joins"].precision, got["joins"].recall) == (1, 0.5)
    assert (got["speakers"].precision, got["speakers"].recall) == (1, 1)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_figure_has_fallen(folder):
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
    least = floors["entities" if folder.name == "seen" else f"entities_{folder.name}"]["floor"]
    golds = entities.load(folder)
    figures = entities.measure(golds, entities.ours(golds))
    fallen = {}
    for key, floor in least.items():
        name, side = key.split(".")
        value = getattr(figures[name], side)
        if value < floor:
            fallen[key] = f"{value:.3f}, the floor is {floor}"
    assert fallen == {}
