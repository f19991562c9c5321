"""Write `docs/rules.md` from the rules' manual pages, and the README's output: python docs/make_pages.py."""

import re
import subprocess
import sys
from pathlib import Path

from crosscheck.model import Rule
from crosscheck.rules import ALL_RULES, manual

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
README = ROOT / "README.md"
COMMAND = "check fixtures/truce-talks"
HEAD = """# Rules

Written by `docs/make_pages.py` from the rules' docstrings; the examples run as tests. An example stands
for one article; a date in square brackets is the day on which it appeared. A code once given keeps its
meaning.

"""


def section(rule: Rule) -> str:
    """A rule with its heading and a line on how much it weighs."""
    scope = " and ".join(manual.SCOPES[letter] for letter in rule.scope)
    state = "" if rule.enabled else ", off unless selected"
    facts = f"{rule.severity.label.capitalize()}{state}; {scope}; since {rule.since}."
    return f"## {rule.code} {rule.name}\n\n{facts}\n\n{manual.markdown(rule)}\n"


def page() -> str:
    """The whole page, rules in the order of their codes."""
    rules = sorted(ALL_RULES, key=lambda rule: rule.code)
    contents = "\n".join(f"- [{r.code} {r.name}](#{r.code.lower()}-{r.name})" for r in rules)
    return HEAD + contents + "\n\n" + "\n".join(section(rule) for rule in rules)


def output() -> str:
    """What the README's command prints, with the command."""
    done = subprocess.run(
        [sys.executable, "-m", "crosscheck", *COMMAND.split()],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return f"$ crosscheck {COMMAND}\n{done.stdout.strip()}\n"


def readme() -> str:
    """The README with its output made anew."""
    text = README.read_text(encoding="utf-8")
    shown = f"<!-- output -->\n\n```console\n{output()}```"
    return re.sub(
        r"<!-- output -->(\n\n```console\n.*?```)?", lambda _: shown, text, count=1, flags=re.DOTALL
    )


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")
