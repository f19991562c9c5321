"""Habits of the code that a linter does not know."""

import ast
import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "crosscheck"
MODULES = sorted(SOURCE.rglob("*.py"))
LEXICON = sorted((SOURCE / "lexicon").glob("*.toml"))

# What would make a run depend on the network, the clock, the locale or chance.
FOREIGN = {"socket", "urllib.request", "http.client", "requests", "locale", "random", "secrets"}
CLOCKS = {"date", "datetime", "time"}
CLOCK = {"now", "today", "utcnow", "localtime", "gmtime", "time"}
STAMPS = {"cli/stamp.py"}  # what a desk has ruled carries its day; no report depends on that


def name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_depends_on_network_clock_or_chance(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            assert not FOREIGN & {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in FOREIGN
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            read = node.value.id in CLOCKS and node.attr in CLOCK
            assert not read or name(path) in STAMPS, f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", LEXICON, ids=name)
def test_every_word_list_opens_with_its_grammar_and_source(path):
    text = path.read_text(encoding="utf-8")
    head = "\n".join(text.splitlines()[: next(i for i, x in enumerate(text.splitlines()) if x[:1] != "#")])
    assert len(head) > 80
    assert "ource" in head or "Fitted" in head, "where the words come from"
    assert tomllib.loads(text)


def test_an_import_brings_in_little():
    """Only what is needed is loaded: the package resolves its names on first use."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    imported = {n.module for n in tree.body if isinstance(n, ast.ImportFrom)}
    assert imported <= {"importlib", "typing"}
