"""The documentation: what pages show is so, the site builds strictly and asks for nothing from elsewhere."""

import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

import crosscheck
from crosscheck.rules import ALL_RULES

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
EXAMPLES = sorted((DOCS / "examples").glob("*.py"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]
COMMAND = re.compile(r"^\$ (.*\bcrosscheck .*)$", re.MULTILINE)


def commands() -> list[str]:
    """Every command line of the pages that runs crosscheck, but for what installs it."""
    found = (command for page in PAGES for command in COMMAND.findall(page.read_text(encoding="utf-8")))
    return list(dict.fromkeys(command.removeprefix("pip install . && ") for command in found))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the pages' commands read, so that what they write litters nothing."""
    made = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "fixtures", made / "fixtures")
    command = made / "bin" / "crosscheck"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m crosscheck "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return made


@pytest.mark.parametrize("command", commands())
def test_every_command_works(command: str, folder: Path):
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
    written = re.search(r"--output (\S+)", command)
    assert (
        len(done.stdout) > 50 or " | " in command or (written and (folder / written[1]).stat().st_size > 50)
    )


def test_there_are_commands():
    assert len(commands()) >= 8


def test_what_pages_show_is_so():
    """Rule pages, outputs of commands, examples with what they print."""
    stale = [
        path.name
        for path, made in runpy.run_path(str(DOCS / "make_pages.py"))["pages"]().items()
        if path.read_text(encoding="utf-8") != made
    ]
    assert stale == [], "run: python docs/make_pages.py"


def test_every_example_is_shown():
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert [path.name for path in EXAMPLES if f"<!-- example: {path.name} -->" not in shown] == []
    assert len(EXAMPLES) >= 6


def test_the_passages_recipe_holds():
    """The recipe's own promises: what differs is told with its passages, a sound answer passes."""
    recipe = runpy.run_path(str(DOCS / "examples" / "passages.py"))
    found = [
        recipe["Passage"]("The ferry Aud was built in 1987 at the yard in Karsund.", "A"),
        recipe["Passage"]("The ferry Aud was built in 1978 at the yard in Karsund.", "B"),
    ]
    (line,) = recipe["disagreements"](found)
    assert "“1987” [1]" in line
    assert "“1978” [2]" in line
    assert recipe["disagreements"](found[:1]) == []
    assert recipe["unsafe"]("The ferry Aud was built in 1987 at the yard in Karsund.", found[:1]) == []
    assert recipe["unsafe"]("The ferry Aud was built in 1978 at the yard in Karsund.", found[:1])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    missing = [name for name in ("mkdocs", "material", "mkdocstrings") if find_spec(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)} (pip install -e '.[docs]')")
    where = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(where)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return where


def test_the_site_has_a_page_for_everything(site: Path):
    for name in (
        "index",
        "tutorial",
        "cookbook",
        "matching",
        "quality",
        "performance",
        "contributing",
        "changelog",
    ):
        assert (site / f"{name}.html").is_file()
    assert {path.stem for path in (site / "rules").glob("*.html")} == {rule.code for rule in ALL_RULES}
    reference = (site / "api.html").read_text(encoding="utf-8")
    assert [name for name in crosscheck.__all__ if f'id="crosscheck.{name}"' not in reference] == []
    assert not list(site.rglob("*.py"))


def test_the_site_asks_for_nothing_from_elsewhere(site: Path):
    loaded = re.compile(
        r"<(?:script|img|iframe|source)\b[^>]*\bsrc=[\"']?([^\"' >]+)|<link\b[^>]*\bhref=[\"']?([^\"' >]+)"
    )
    asked = {
        one or two
        for page in site.rglob("*.html")
        for one, two in loaded.findall(page.read_text(encoding="utf-8"))
    }
    assert len(asked) > 3
    assert {url for url in asked if "//" in url} == set()
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert not re.search(r"(?:url\(|@import\s*)[\"']?(?:https?:)?//", styles)


@pytest.mark.browser
@pytest.mark.slow
def test_the_site_in_a_browser(site: Path, chromium):
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Says nothing."""

    asked: list[str] = []
    said: list[str] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_address[1]}/"
        page = chromium.new_page(viewport={"width": 400, "height": 800})
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for name in ("index", "tutorial", "api", "rules/D101"):
            page.goto(f"{home}{name}.html", wait_until="networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.close()
        server.shutdown()
    assert said == []
    assert len(asked) > 8
    assert [url for url in asked if not url.startswith(home)] == []
