"""What the site shows beside the pages of this folder: a page a rule, the reference, how to take part.

Called by mkdocs (`hooks` in mkdocs.yml). Pages made here are not written to disk.
"""

import runpy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import crosscheck
from crosscheck.model import Rule
from crosscheck.rules import ALL_RULES

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MAKE = runpy.run_path(str(HERE / "make_pages.py"))
FAMILIES = {
    "D": "Dates and times",
    "N": "Numbers",
    "A": "Arithmetic",
    "E": "Names",
    "R": "Offices",
    "P": "Places",
    "Q": "Quotations",
    "M": "Headlines and drafts",
}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Give each rule its place in the navigation, and every page that nobody named one at its end."""
    nav: list[Any] = config.nav or []
    named = {page for entry in nav for page in _pages(entry)}
    for entry in nav:
        if isinstance(entry, dict) and entry.get("Rules") == "rules.md":
            entry["Rules"] = [{"All rules": "rules.md"}, *_families()]
    others = sorted(path.name for path in HERE.glob("*.md") if path.name not in named)
    if others:
        nav.append({"More": others})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made of docstrings and of files outside this folder."""
    made = {
        "api.md": _reference(),
        "contributing.md": (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
        "changelog.md": (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        **{f"rules/{rule.code}.md": _page(rule) for rule in _rules()},
    }
    for name, content in made.items():
        files.append(File.generated(config, name, content=content))
    return files


def _pages(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    if isinstance(entry, dict):
        return [page for part in entry.values() for page in _pages(part)]
    return [page for part in entry for page in _pages(part)]


def _rules() -> list[Rule]:
    return sorted(ALL_RULES, key=lambda rule: rule.code)


def _families() -> list[dict[str, list[dict[str, str]]]]:
    """The rules' pages by family, those without a name of their own under their letter."""
    found: dict[str, list[dict[str, str]]] = {}
    for rule in _rules():
        family = FAMILIES.get(rule.code[0], rule.code[0])
        found.setdefault(family, []).append({f"{rule.code} {rule.name}": f"rules/{rule.code}.md"})
    return [{family: pages} for family, pages in found.items()]


def _page(rule: Rule) -> str:
    """A rule's section as a page of its own."""
    text: str = MAKE["section"](rule).removeprefix("#")
    return f"{text}\n`crosscheck rules {rule.code}` shows this page in the terminal.\n"


def _reference() -> str:
    """One entry for each public name, functions first; mkdocstrings fills in signatures and docstrings."""
    names = sorted(crosscheck.__all__, key=lambda name: (name[0].isupper(), name))
    entries = "\n".join(f"::: crosscheck.{name}\n" for name in names)
    lead = "All that is public is imported from `crosscheck`; [Python](python.md) gives the gist."
    return f"# Reference\n\n{lead}\n\n{entries}"
