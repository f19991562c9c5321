"""The rules' manual pages, from their docstrings."""

import inspect
import re

from crosscheck.model import Rule
from crosscheck.rules import ALL_RULES

SCOPES = {
    "X": "across articles",
    "W": "within one article",
    "S": "against the facts sheet",
    "C": "a draft against its sources",
}


def table() -> str:
    """All rules, one a line: code, name, severity, scope, what it checks."""
    rules = sorted(ALL_RULES, key=lambda rule: rule.code)
    wide = max((len(rule.name) for rule in rules), default=0)
    lines = []
    for rule in rules:
        state = rule.severity.label if rule.enabled else "off"
        lines.append(f"{rule.code:<5} {rule.name:<{wide}}  {state:<8} {rule.scope:<4} {summary(rule)}\n")
    marks = ", ".join(f"{mark} {what}" for mark, what in SCOPES.items())
    return "".join(lines) + f"\nScope: {marks}. `crosscheck rules CODE` shows a rule's page.\n"


def summary(rule: Rule) -> str:
    """The first paragraph of a rule's page, on one line."""
    return _docstring(rule).split("\n\n", maxsplit=1)[0].replace("\n", " ")


def page(rule: Rule) -> str:
    """One rule's manual page: what it is called, how much it weighs, its docstring."""
    scope = ", ".join(what for mark, what in SCOPES.items() if mark in rule.scope)
    state = rule.severity.label if rule.enabled else f"{rule.severity.label}, off unless selected"
    head = f"{rule.code} {rule.name}"
    facts = f"Severity: {state}. Scope: {scope}. Since {rule.since}."
    return f"{head}\n{'=' * len(head)}\n\n{facts}\n\n{_docstring(rule)}\n"


def markdown(rule: Rule) -> str:
    """A rule's docstring as Markdown: the headings of examples in bold, the examples as a list."""
    text = re.sub(r"^(Flagged|Not flagged):$", r"**\1:**\n", _docstring(rule), flags=re.MULTILINE)
    return re.sub(r"^    ", "", text, flags=re.MULTILINE)


def _docstring(rule: Rule) -> str:
    return inspect.getdoc(rule.check) or "This rule has no page."
