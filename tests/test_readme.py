"""What the README shows is so."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(mark: str) -> str:
    """The code block that follows a mark."""
    found = re.search(rf"<!-- {mark} -->\n\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found, mark
    return found[1]


def test_the_example_runs():
    code = block("example")
    assert len(code.strip().splitlines()) <= 12
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("D105 ")
    assert "January 12, 2024" in done.stdout


def test_the_set_up_commands_are_two():
    commands = re.findall(r"^\$ (pip install .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert block("test command").strip() == f"$ {commands[1]}"


def test_every_link_leads_somewhere():
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_output_shown_is_what_is_printed():
    made = runpy.run_path(str(ROOT / "docs" / "make_pages.py"))["readme"]()
    assert made == README, "run: python docs/make_pages.py"
    assert "1 finding" in block("output")


@pytest.mark.parametrize(
    "name", sorted(page.stem for page in (ROOT / "docs").glob("*.md") if page.stem != "index")
)
def test_every_page_is_linked(name):
    assert f"docs/{name}.md" in README


def test_every_option_in_the_guide_exists():
    guide = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    shown = "".join(
        subprocess.run(
            [sys.executable, "-m", "crosscheck", command, "--help"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for command in ("check", "compare", "explain", "extract", "rules")
    )
    options = set(re.findall(r"--[a-z][a-z-]+", guide))
    assert len(options) >= 8
    assert {o for o in options if o not in shown} == set()
