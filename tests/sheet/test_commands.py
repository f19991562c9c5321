"""The commands `sheet` and `baseline`, and the options of that name."""

import json

import pytest

from crosscheck import Sheet
from crosscheck.cli import run

SHEET = """\
[[events]]
name = "Kessim quake"
date = "2023-01-12"

[[people]]
name = "Ingrid Falkenroth"
"""
DRAFT = "Relief for Kessim\n\nThe Kessim quake of January 12, 2022, killed many. Ingrid Falkenrtoh said so.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714521600")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "The Desk")
    (tmp_path / "facts.toml").write_text(SHEET)
    (tmp_path / "draft.md").write_text(DRAFT)
    return tmp_path


def test_articles_are_held_against_a_sheet(desk, capsys):
    assert run(["check", "draft.md", "--sheet", "facts.toml"]) == 1
    out = capsys.readouterr().out
    assert "D101 year-conflict" in out
    assert "facts.toml:3:9 (facts sheet)" in out
    assert "write January 12, 2023" in out
    assert "E407 unlike-the-sheet" in out
    assert "write Ingrid Falkenroth" in out
    assert "2 findings (1 error, 1 warning) in 1 article" in out


def test_the_settings_name_the_sheet_and_the_baseline(desk, capsys):
    inner = desk / "inner"
    inner.mkdir()
    (desk / "crosscheck.toml").write_text('sheet = "facts.toml"\nbaseline = "fine.toml"\n')
    assert run(["baseline", "update", "draft.md", "--reason", "as told"]) == 0
    assert "fine.toml: 2 added, 0 taken out, 2 in all" in capsys.readouterr().out
    text = (desk / "fine.toml").read_text()
    assert 'reason = "as told"\nby = "The Desk"\ndate = 2024-05-01' in text
    assert run(["check", "draft.md"]) == 0
    assert "No contradiction found in 1 article; 2 silenced by rulings" in capsys.readouterr().out
    assert run(["check", "draft.md", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["silenced"] == 2


def test_unused_entries_and_waivers_are_told(desk, capsys):
    marks = [f"D101-{n:016x}" for n in range(7)]
    (desk / "fine.toml").write_text("".join(f'[[rulings]]\nfingerprint = "{m}"\n' for m in marks))
    (desk / "draft.md").write_text(f"{DRAFT}\n<!-- crosscheck: ok N201 fine -->\n")
    assert run(["check", "draft.md", "--baseline", "fine.toml"]) == 0
    err = capsys.readouterr().err
    assert f"info: fine.toml:1: {marks[0]} met no finding in this run" in err
    assert "fine.toml: and 2 more entries met none" in err
    assert "draft.md: line 5 of the text: <!-- crosscheck: ok N201 fine --> silences no finding" in err


def test_a_baseline_is_extended_and_pruned(desk, capsys):
    run(["baseline", "update", "draft.md", "--sheet", "facts.toml", "--reason", "first"])
    (desk / "draft.md").write_text(DRAFT.replace("2022", "2021"))
    capsys.readouterr()
    assert (
        run(["baseline", "update", "draft.md", "--sheet", "facts.toml", "--reason", "second", "--prune"]) == 0
    )
    assert "1 added, 1 taken out, 2 in all" in capsys.readouterr().out
    text = (desk / "crosscheck-baseline.toml").read_text()
    assert ('reason = "first"' in text) == ('reason = "second"' in text) is True


def test_findings_of_a_report_are_ruled_one_by_one(desk, capsys):
    run(["check", "draft.md", "--sheet", "facts.toml", "--format", "json", "-o", "report.json"])
    assert run(["baseline", "update", "--report", "report.json", "--only", "D101"]) == 0
    assert "1 added, 0 taken out, 1 in all" in capsys.readouterr().out
    assert run(["baseline", "update", "--report", "report.json", "--only", "Z"]) == 2
    assert "no finding has the fingerprint Z" in capsys.readouterr().err


def test_a_ruling_becomes_a_fact(desk, capsys):
    (desk / "other.md").write_text(DRAFT.replace("2022", "2023").replace("Falkenrtoh", "Falkenroth"))
    run(["check", "draft.md", "other.md", "--format", "json", "-o", "report.json"])
    found = json.loads((desk / "report.json").read_text())["findings"]
    mark = next(f["fingerprint"] for f in found if f["code"] == "D101")
    side = next(
        c["side"]
        for f in found
        if f["code"] == "D101"
        for c in f["claims"]
        if c["text"] == "January 12, 2022"
    )
    chosen = ["--report", "report.json", "--finding", mark, "--side", side]
    assert run(["sheet", "add", "new.toml", *chosen]) == 2
    assert "say what the event is called" in capsys.readouterr().err
    assert run(["sheet", "add", "new.toml", *chosen, "--name", "Kessim quake", "--note", "the survey"]) == 0
    text = (desk / "new.toml").read_text()
    assert 'date = "2022-01-12"\nnote = "the survey"\nby = "The Desk"\nadded = 2024-05-01' in text
    capsys.readouterr()
    assert run(["check", "draft.md", "other.md", "--sheet", "new.toml", "--select", "D"]) == 1
    assert "“January 12, 2023”: the sheet dates Kessim quake to 2022-01-12" in capsys.readouterr().out


def report(code, *claims):
    sides = [{"article": f"a{n}", "start": 0, "end": 1, "text": text, "value": value, "side": "ab"[n]}
             for n, (text, value) in enumerate(claims)]  # fmt: skip
    finding = {"code": code, "name": "a-name", "message": "m", "fingerprint": f"{code}-1", "claims": sides}
    return json.dumps({"schema": "crosscheck-report/1", "findings": [finding]})


@pytest.mark.parametrize(
    ("code", "claims", "options", "told"),
    [
        ("E401", [("Ann Brunner", "Ann Brunner"), ("Ann Bruner", "Ann Bruner")], [],
         '[[people]]\nname = "Ann Brunner"\nmisspellings = ["Ann Bruner"]'),
        ("E406", [("Orrin Mills", "Orrin Mills"), ("Orin Mills", "Orin Mills")], ["--side", "b"],
         '[[organisations]]\nname = "Orin Mills"\nmisspellings = ["Orrin Mills"]'),
        ("N201", [("1,200", "1200 person"), ("2,100", "2100 person")],
         ["--name", "people killed", "--about", "Quake"],
         '[[figures]]\nwhat = "people killed"\nvalue = "1,200"\nabout = ["Quake"]'),
        ("R501", [("Mayor Ann Brunner", "Ann Brunner"), ("Sheriff Ann Brunner", "Ann Brunner")],
         ["--of", "Norwick", "--from", "2020-01-01"],
         '[[people.offices]]\ntitle = "Mayor"\nof = ["Norwick"]\nfrom = "2020-01-01"'),
        ("Q701", [("first of us", "We will be the first of us"), ("last of us", "We will be the last of us")],
         ["--name", "Ann Brunner"],
         '[[quotations]]\nwords = "We will be the first of us"\nspeaker = "Ann Brunner"'),
    ],
)  # fmt: skip
def test_every_kind_of_ruling(desk, code, claims, options, told):
    (desk / "r.json").write_text(report(code, *claims))
    side = [] if "--side" in options else ["--side", "a"]
    assert run(["sheet", "add", "new.toml", "--report", "r.json", "--finding", code, *side, *options]) == 0
    text = (desk / "new.toml").read_text()
    assert told in text
    assert Sheet.loads(text).size == 1


@pytest.mark.parametrize(
    ("content", "options", "told"),
    [
        ("", ["--side", "a"], "r.json: no JSON report"),
        ("{}", ["--side", "a"], "r.json: no report of the schema crosscheck-report/1"),
        (
            '{"schema": "crosscheck-report/1", "findings": [3]}',
            ["--side", "a"],
            "r.json: no report of the schema",
        ),
        (report("E401", ("A B", "A B"), ("A C", "A C")), [], "say which side is right: --side a (“A B”)"),
        (report("A301", ("3", "3"), ("4", "4")), ["--side", "a"], "no fact of a sheet settles it"),
        (report("R501", ("Brunner", "Ann Brunner"), ("4", "4")), ["--side", "a"], "does not show the title"),
        (
            report("D101", ("Oct. 7", "XXXX-10-07"), ("4", "4")),
            ["--side", "a", "--name", "Quake"],
            "states no full date",
        ),
    ],
)
def test_what_cannot_be_added_is_told(desk, capsys, content, options, told):
    (desk / "r.json").write_text(content)
    mark = (
        "E401"
        if "E401" in content
        else "A301"
        if "A301" in content
        else "R501"
        if "R501" in content
        else "D101"
    )
    assert run(["sheet", "add", "new.toml", "--report", "r.json", "--finding", mark, *options]) == 2
    assert told in capsys.readouterr().err
    assert not (desk / "new.toml").exists()


def test_a_sheet_is_checked(desk, capsys):
    assert run(["sheet", "check", "facts.toml"]) == 0
    assert capsys.readouterr().out == "facts.toml: 2 facts (1 event, 1 person)\n"
    (desk / "facts.toml").write_text(
        '[[events]]\nname = "war"\n[[figures]]\nwhat = "people killed"\nvalue = "many"\n'
        '[[people]]\nname = "A B"\n[[people.offices]]\ntitle = "grand vizier"\n'
        '[[people.offices]]\ntitle = "mayor"\n'
    )
    assert run(["sheet", "check", "facts.toml"]) == 0
    err = capsys.readouterr().err
    for told in (
        "facts.toml:1: war has no date",
        "facts.toml:1: 'war' is one common word",
        'facts.toml:3: no amount can be read from "many people killed"',
        "facts.toml:3: people killed is about nothing",
        "facts.toml:8: the office 'grand vizier' is not known",
        "facts.toml:10: mayor has no term",
    ):
        assert f"info: {told}" in err
    (desk / "facts.toml").write_text("[[people]]\nnam = 3\n")
    assert run(["sheet", "check", "facts.toml"]) == 2
    assert "facts.toml:2: there is no key 'nam'" in capsys.readouterr().err


def test_a_broken_sheet_stops_the_run(desk, capsys):
    (desk / "facts.toml").write_text("[[people]\n")
    assert run(["check", "draft.md", "--sheet", "facts.toml"]) == 2
    assert "error: facts.toml:1:9: not TOML" in capsys.readouterr().err
    assert run(["check", "draft.md", "--baseline", "none.toml"]) == 2
    assert "none.toml: cannot be opened" in capsys.readouterr().err


def test_a_sheet_is_imported(desk, capsys):
    (desk / "people.csv").write_text("table,name,born\npeople,Ann Brunner,1961\nplaces,Kessim,\n")
    assert run(["sheet", "import", "people.csv", "--table", "people"]) == 0
    assert '[[people]]\nname = "Ann Brunner"\nborn = "1961"\n' in capsys.readouterr().out
    assert run(["sheet", "import", "people.csv", "--table", "peple"]) == 2
    (desk / "dump.json").write_text(
        '[\n{"id": "Q1", "labels": {"en": {"value": "A B"}}, "claims": {"P571": []}},\n]\n'
    )
    assert run(["sheet", "import", "dump.json", "-o", "out.toml"]) == 0
    assert Sheet.read("out.toml").size == 1
    assert "1 entities read, 1 kept" in capsys.readouterr().err
