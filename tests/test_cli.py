"""The command line: against a stand-in for the checks, so that what is tested is the command."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosscheck import Article, Config, Report, Severity, __version__
from crosscheck.cli import run
from crosscheck.errors import InputError
from crosscheck.model import ArticleInfo, ClaimRef, Declined, Evidence, Finding
from crosscheck.rules import ALL_RULES

TEXT = "The ferry sank, and 31 people drowned.\n"


def report(articles: list[Article], severity: Severity = Severity.ERROR) -> Report:
    """A report with one finding, which touches the first article."""
    claim = ClaimRef(articles[0].id, 20, 22, "31", "31 person", "a")
    finding = Finding(
        "N201", "count-conflict", severity, 0.9, "31 and 13 cannot both be true", "N201-1", (claim,)
    )
    infos = tuple(ArticleInfo(a.id, a.title, a.source, None, None, "unknown", a.text) for a in articles)
    return Report((finding,), infos)


Calls = list[tuple[list[Article], Config]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Calls:
    """Stand in for the checks, in an empty folder; what they were asked is kept."""
    seen: Calls = []

    def check(articles: list[Article], *, config: Config, progress: object = None) -> Report:
        seen.append((articles, config))
        return report(articles)

    def compare(draft: Article, sources: list[Article], *, config: Config, progress: object = None) -> Report:
        seen.append(([draft, *sources], config))
        return report([draft, *sources])

    monkeypatch.setattr("crosscheck.pipeline.check", check)
    monkeypatch.setattr("crosscheck.pipeline.compare", compare)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    return seen


Said = pytest.CaptureFixture[str]


def test_check(calls: Calls, capsys: Said):
    assert run(["check", "a.txt", "b.txt"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("a.txt:1:21: error N201 count-conflict: 31 and 13 cannot both be true\n")
    assert out.endswith("1 finding (1 error) in 2 articles\n")
    assert err == ""
    assert [article.id for article in calls[0][0]] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        (Severity.ERROR, None, 1),
        (Severity.WARNING, None, 0),
        (Severity.WARNING, "warning", 1),
        (Severity.INFO, "warning", 0),
        (Severity.INFO, "info", 1),
        (Severity.ERROR, "never", 0),
    ],
)
def test_what_fails_a_run(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, severity: Severity, fail_on: str | None, status: int
):
    monkeypatch.setattr("crosscheck.pipeline.check", lambda articles, **_: report(articles, severity))
    assert run(["check", "a.txt", *(["--fail-on", fail_on] if fail_on else [])]) == status


def test_options_win_over_the_settings(calls: Calls):
    Path("crosscheck.toml").write_text('select = ["D"]\nfail-on = "never"\n', encoding="utf-8")
    assert run(["check", "a.txt"]) == 0
    assert run(["check", "a.txt", "--select", "N,D103", "--ignore", "N2", "--fail-on", "info"]) == 1
    assert [config for _, config in calls] == [
        Config(select=("D",), fail_on="never"),
        Config(select=("N", "D103"), ignore=("N2",), fail_on="info"),
    ]


def test_settings_by_name(calls: Calls):
    Path("mine.toml").write_text('ignore = ["D"]\n', encoding="utf-8")
    run(["check", "a.txt", "--config", "mine.toml"])
    assert calls[0][1] == Config(ignore=("D",))


def test_what_cannot_be_read_is_said_and_the_rest_is_checked(calls: Calls, capsys: Said):
    Path("c.bin").write_bytes(b"\0")
    assert run(["check", "none.txt", "a.txt", "c.bin"]) == 2
    out, err = capsys.readouterr()
    assert "1 finding (1 error) in 1 article\n" in out
    assert err == (
        "error: none.txt: no such file or folder\n"
        "error: c.bin: this is a binary file, not text: convert it to plain text first\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "none.txt"], "error: none.txt: no such file or folder\n"),
        (
            ["check", "a.txt", "--select", "D1O1"],
            "error: no rule's code begins with 'D1O1' (did you mean 'D101'?)",
        ),
        (["check", "a.txt", "--config", "none.toml"], "error: none.toml: cannot be opened (No such file"),
        (["check", "a.txt", "--output", "no/where"], "error: no/where: cannot be written (No such file"),
        (["check"], "Error: Missing argument 'PATH...'"),
        (["check", "a.txt", "--format", "yaml"], "'yaml' is not one of 'text', 'json', 'jsonl'"),
        (["compare", "a.txt"], "Error: Missing option '--against'"),
        (
            ["compare", "x.jsonl", "--against", "a.txt"],
            "error: x.jsonl: a draft is one article, and here are 2",
        ),
        (
            ["extract", "a.txt", "--kind", "dates"],
            "error: no values are of the kind 'dates': there are age, date",
        ),
        (
            ["extract", "a.txt", "--reference", "soon"],
            "error: --reference 'soon' is no date: write it as 2024-04-03",
        ),
        (
            ["check", "a.txt", "--also", "report.json"],
            "'report.json' is not FORMAT:FILE with one of text, json",
        ),
        (["check", "a.txt", "--also", "pdf:a"], "'pdf:a' is not FORMAT:FILE with one of text"),
        (["check", "a.txt", "--jobs", "-1"], "is not in the range 0<=x<=256"),
        (["rules", "X1"], "error: no rule's code begins with 'X1'"),
        (["rules", "D"], "error: 'D' begins several codes: name one"),
        (["chekc"], "No such command 'chekc'"),
    ],
)
def test_wrong_use_is_one_clear_line(calls: Calls, capsys: Said, arguments: list[str], said: str):
    Path("x.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n', encoding="utf-8")
    assert run(arguments) == 2
    _, err = capsys.readouterr()
    assert said in err
    assert "Traceback" not in err
    if said.startswith("error"):
        assert err.count("\n") == 1


def test_a_bad_setting_names_its_line(calls: Calls, capsys: Said):
    Path("crosscheck.toml").write_text('selekt = ["D"]\n', encoding="utf-8")
    assert run(["check", "a.txt"]) == 2
    assert "crosscheck.toml:1: unknown key 'selekt' (did you mean 'select'?)" in capsys.readouterr().err


def test_compare(calls: Calls, capsys: Said):
    assert run(["compare", "a.txt", "--against", "b.txt"]) == 1
    assert [article.id for article in calls[0][0]] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    "sources", [["--against", "."], ["--against", "b.txt", "a.txt"], ["--against", "*.txt"]]
)
def test_the_draft_is_none_of_its_sources(calls: Calls, sources: list[str]):
    assert run(["compare", "a.txt", *sources]) == 1
    assert [article.id for article in calls[0][0]] == ["a.txt", "b.txt"]


def test_a_draft_without_sources_is_an_error(calls: Calls, capsys: Said):
    assert run(["compare", "a.txt", "--against", "a.txt"]) == 2
    assert capsys.readouterr().err == "error: a.txt: there are no sources but the draft itself: name others\n"


def test_output_goes_to_a_file(calls: Calls, capsys: Said):
    assert run(["check", "a.txt", "--format", "json", "--output", "out.json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["schema"] == "crosscheck-report/1"


def test_extract(calls: Calls, capsys: Said):
    Path("d.txt").write_text("It sank on April 3.\n", encoding="utf-8")
    arguments = ["extract", "d.txt", "--kind", "date", "--reference", "2024-04-04", "--format", "json"]
    assert run(arguments) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    (mention,) = article["mentions"]
    assert (article["id"], mention["text"], mention["value"]["stated"]) == ("d.txt", "April 3", "XXXX-04-03")
    assert "2024-04-04" in mention["value"]["basis"][0]


def test_rules_lists_every_rule(capsys: Said):
    assert run(["rules"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert {rule.code for rule in ALL_RULES} == {line.split()[0] for line in listed[: len(ALL_RULES)]}


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: str(rule.code))
def test_every_rule_has_a_page(capsys: Said, rule: Any):
    assert run(["rules", rule.code.lower()]) == 0
    page = capsys.readouterr().out
    assert page.startswith(f"{rule.code} {rule.name}\n")
    assert "Flagged:" in page


def test_a_bug_does_not_leave_with_the_status_of_a_finding(
    calls: Calls, capsys: Said, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object, **__: object) -> Report:
        raise ZeroDivisionError

    monkeypatch.setattr("crosscheck.pipeline.check", broken)
    assert run(["check", "a.txt"]) == 2
    assert "this is a bug in crosscheck" in capsys.readouterr().err


def test_an_error_of_the_checks_is_one_line(calls: Calls, capsys: Said, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object, **__: object) -> Report:
        raise InputError("two articles share the id 'x'")

    monkeypatch.setattr("crosscheck.pipeline.check", refused)
    assert run(["check", "a.txt"]) == 2
    assert capsys.readouterr().err == "error: two articles share the id 'x'\n"


class Terminal:
    """A stream that says it is a terminal."""

    encoding = "ascii"

    def __init__(self) -> None:
        self.written = ""

    def write(self, text: str) -> int:
        text.encode(self.encoding)
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("setting", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_on_a_terminal(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, setting: dict[str, str], colored: bool
):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in setting.items():
        monkeypatch.setenv(name, value)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    run(["check", "a.txt"])
    assert ("\x1b[" in terminal.written) == colored


def test_what_the_terminal_cannot_show_is_replaced(calls: Calls, monkeypatch: pytest.MonkeyPatch):
    Path("a.txt").write_text("Ferry “Åse” sank, and 31 people drowned.\n", encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    run(["check", "a.txt"])
    assert "?" in terminal.written


def test_further_formats_go_to_files(calls: Calls, capsys: Said):
    assert run(["check", "a.txt", "--also", "json:a.json", "--also", "junit:out:1.xml"]) == 1
    assert capsys.readouterr().out.startswith("a.txt:1:21: error")
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["schema"] == "crosscheck-report/1"
    assert Path("out:1.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_jobs(calls: Calls):
    Path("crosscheck.toml").write_text("jobs = 3\n", encoding="utf-8")
    run(["check", "a.txt"])
    run(["check", "a.txt", "--jobs", "2"])
    run(["compare", "a.txt", "--against", "b.txt", "-j", "0"])
    assert [config.jobs for _, config in calls] == [3, 2, 0]


def test_the_values_do_not_depend_on_the_jobs(calls: Calls, capsys: Said):
    for n in range(5):
        Path(f"d{n}.txt").write_text(f"It sank on April {n + 3}, 2024.\n", encoding="utf-8")
    outs = []
    for jobs in ("1", "2"):
        assert run(["extract", "d0.txt", "d1.txt", "d2.txt", "d3.txt", "d4.txt", "-j", jobs]) == 0
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1]
    assert outs[0].count("April") == 5


def test_what_was_declined_is_shown_if_asked(calls: Calls, capsys: Said, monkeypatch: pytest.MonkeyPatch):
    rows = tuple(
        Declined("N201", "different-as-of", n + 1, (Evidence("a.txt", 20, 22, "31"),)) for n in range(12)
    )
    made = Report((), (ArticleInfo("a.txt", None, None, None, None, "unknown", TEXT),), declined=rows)
    monkeypatch.setattr("crosscheck.pipeline.check", lambda *_, **__: made)
    assert run(["check", "a.txt"]) == 0
    assert "Not compared" not in capsys.readouterr().out
    assert run(["check", "a.txt", "--show-declined"]) == 0
    out = capsys.readouterr().out
    assert "  different-as-of: of different days\n    N201 “31” a.txt:1:21\n    N201 2 times: “31”" in out
    assert "    and 2 groups more\n" in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(capsys: Said, shell: str):
    assert run(["completion", shell]) == 0
    assert "_CROSSCHECK_COMPLETE" in capsys.readouterr().out


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """The command in a process of its own, in an empty folder."""

    def start(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "crosscheck", *arguments],
            cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"}, **options,
        )  # fmt: skip

    return start


def test_the_process_end_to_end(command: Command, tmp_path: Path):
    (tmp_path / "a.txt").write_text("Ferry sinks\n\nIt sank on Tuesday, April 3, 2024.\n", encoding="utf-8")
    done = command("check", "a.txt", "--select", "D103")
    assert done.stderr == ""
    assert done.stdout.startswith("a.txt:3:12: error D103 weekday-mismatch: ")
    assert "3 | It sank on Tuesday, April 3, 2024.\n  |            ^^^^^^^^" in done.stdout
    assert "\x1b" not in done.stdout
    assert done.returncode == 1


def test_the_standard_input(command: Command):
    done = command("extract", "-", "--kind", "date", input="It sank on April 3, 2024.\n")
    assert done.stdout.startswith("-:1:12: date: April 3, 2024")
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [["--version"], ["-V"]])
def test_version(command: Command, arguments: list[str]):
    assert command(*arguments).stdout == f"crosscheck {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "-h"], ["compare", "-h"], ["extract", "-h"], ["entities", "-h"], ["rules", "-h"]],
)
def test_help_teaches_with_examples(command: Command, arguments: list[str]):
    done = command(*arguments)
    assert "Examples:\n    crosscheck " in done.stdout
    assert "\\b" not in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "completed"),
    [("crosscheck comp", ["compare", "completion"]), ("crosscheck check --form", ["--format"]),
     ("crosscheck check --format sa", ["sarif"])],
)  # fmt: skip
def test_a_shell_completes(words: str, completed: list[str]):
    environment = {
        **os.environ,
        "_CROSSCHECK_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck"], capture_output=True, text=True, env=environment, check=False
    )
    assert [line.partition(",")[2] for line in done.stdout.splitlines()] == completed


def test_starting_is_fast(command: Command):
    """Importing takes under 60 ms and the version under 150 ms; the best of five on a busy machine."""

    def best(*arguments: str) -> float:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
            times.append(time.perf_counter() - began)
        return min(times)

    bare = best("-c", "")
    assert best("-c", "import crosscheck") - bare < 0.060
    assert best("-m", "crosscheck", "--version") < 0.150


HEAVY = {"attr", "click", "rich", "dateparser", "rapidfuzz", "charset_normalizer", "tomllib", "json"}


def imported(code: str) -> set[str]:
    """The modules that a piece of code brings in, where a clock would mislead."""
    printed = f"import sys\n{code}\nprint()\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", printed], check=True, capture_output=True, text=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import crosscheck",
        "sys.argv[1:] = ['--version']; from crosscheck.__main__ import main; main()",
    ],
)
def test_nothing_heavy_is_imported_with_the_package(code: str):
    assert not HEAVY & {name.partition(".")[0] for name in imported(code)}


@pytest.mark.parametrize(
    ("arguments", "brought"),
    [
        (["--help"], {"crosscheck.cli.check", "crosscheck.cli.rules"}),
        (["rules", "--help"], {"crosscheck.cli.rules"}),
    ],
)
def test_help_imports_commands_and_not_what_they_run(arguments: list[str], brought: set[str]):
    found = imported(f"from crosscheck.cli import run; run({arguments!r})")
    assert brought <= found
    assert not {"attr", "rich", "crosscheck.pipeline", "crosscheck.readers", "crosscheck.rules"} & found
    assert ("crosscheck.cli.check" in found) == ("crosscheck.cli.check" in brought)
