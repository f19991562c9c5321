"""The places that crosscheck runs in: pre-commit hooks and the GitHub Action."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="needs pyyaml")

ROOT = Path(__file__).resolve().parent.parent
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "pipeline.md").read_text(encoding="utf-8")
SLIP = "The harbour opened on Tuesday, April 3, 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles, and the command on the path."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "crosscheck"
    command.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m crosscheck "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a b.txt").write_text(SLIP, encoding="utf-8")
    (tmp_path / "in" / "c.txt").write_text("The harbour is closed.\n", encoding="utf-8")
    return tmp_path


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PATH": path, **environment},
    )


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs(folder: Path, hook: dict[str, Any]):
    assert {"id", "name", "description", "entry", "language", "files"} <= set(hook)
    assert hook["language"] == "python"
    files = [str(p.relative_to(folder)) for p in sorted((folder / "in").iterdir())]
    assert all(re.search(hook["files"], file) for file in files)
    given = files if hook.get("pass_filenames", True) else ["in"]
    done = run(folder, *shlex.split(hook["entry"]), *given)
    assert done.returncode == 1
    assert "D103 weekday-mismatch" in done.stdout
    assert "in 2 articles" in done.stdout


def script(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's script, with what the runner gives it."""
    runner = {"GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "GITHUB_OUTPUT": str(folder / "output")}
    return run(folder, "bash", str(ROOT / ".ci" / "action.sh"), **runner, **inputs)


def test_the_action_annotates_summarises_and_writes_sarif(folder: Path):
    done = script(folder, CROSSCHECK_PATHS="  in\n\n", CROSSCHECK_SARIF="report.sarif")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=in/a b.txt,line=1,endLine=1,col=23,endColumn=45,title=D103")
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("# crosscheck\n\n1 finding")
    assert json.loads((folder / "report.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (folder / "output").read_text(encoding="utf-8") == "status=1\n"


def test_the_action_compares_a_draft(folder: Path):
    done = script(
        folder,
        CROSSCHECK_DRAFT="in/a b.txt",
        CROSSCHECK_PATHS="in/c.txt\nin/*.txt",
        CROSSCHECK_OPTIONS="--fail-on=never\n--ignore=E",
    )
    assert done.returncode == 0
    assert "ticked" in done.stdout


@pytest.mark.parametrize("paths", ["", " \n\n"])
def test_the_action_without_paths(folder: Path, paths: str):
    done = script(folder, CROSSCHECK_PATHS=paths)
    assert (done.returncode, done.stdout) == (2, "::error::crosscheck: no paths are given\n")


@pytest.mark.parametrize(
    "path", ["$(touch hacked)", "`touch hacked`", "; touch hacked", '"; touch hacked #', "-h"]
)
def test_what_the_inputs_hold_is_never_run(folder: Path, path: str):
    done = script(folder, CROSSCHECK_PATHS=path, CROSSCHECK_DRAFT=path)
    assert done.returncode == 2
    assert not (folder / "hacked").exists()
    assert "no such file" in done.stderr


def test_the_action_hands_its_inputs_over_in_the_environment():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert set(step) & {"uses", "run"}
        assert "uses" in step or step["shell"] == "bash"
    handed = " ".join(
        str(value) for step in ACTION["runs"]["steps"] for value in step.get("env", {}).values()
    )
    used = set(re.findall(r"inputs\.([\w-]+)", handed)) | {"python-version"}
    assert used == set(ACTION["inputs"])


def test_the_page_tells_every_hook_and_input():
    assert all(f"id: {hook['id']}\n" in PAGE for hook in HOOKS)
    rows = set(re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE))
    assert rows == set(ACTION["inputs"])


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_the_examples_are_well_formed(block: str):
    assert yaml.safe_load(block)
