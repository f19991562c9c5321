"""Write what pages show of the code: python docs/make_pages.py.

`docs/rules.md` comes from the rules' manual pages; outputs of commands and examples, in the
README and in this folder, from running them.
"""

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

from crosscheck.model import Rule
from crosscheck.rules import ALL_RULES, manual

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "rules.md"
README = ROOT / "README.md"
TICKS = "```"
CONSOLE = re.compile(
    rf"(?P<head><!-- output -->\n\n{TICKS}console\n)\$ crosscheck (?P<command>[^\n]*)\n.*?{TICKS}", re.DOTALL
)
EXAMPLE = re.compile(
    rf"<!-- example: (?P<name>\w+\.py) -->(?:\n\n{TICKS}python\n.*?{TICKS}\n\n{TICKS}text\n.*?{TICKS})?",
    re.DOTALL,
)
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


def readme() -> str:
    """The README with its output made anew."""
    return filled(README.read_text(encoding="utf-8"))


def filled(text: str) -> str:
    """A page with what it shows made anew: outputs of commands, and examples with what they print.

    `<!-- output -->` stands before a console block whose first line is the command, and
    `<!-- example: NAME.py -->` before the code of `docs/examples/NAME.py` and its output.
    """
    text = CONSOLE.sub(lambda found: f"{found['head']}{_console(found['command'])}{TICKS}", text)
    return EXAMPLE.sub(lambda found: f"<!-- example: {found['name']} -->\n\n{_example(found['name'])}", text)


def _console(command: str) -> str:
    """What a command of ours prints, cut by the `head -N` or `grep -A N WORDS` that may follow it."""
    ours, _, cut = command.partition(" | ")
    lines = _run("-m", "crosscheck", *shlex.split(ours)).rstrip("\n").split("\n")
    if cut:
        lines = _cut(lines, shlex.split(cut))
    body = "\n".join(lines).strip("\n")
    return f"$ crosscheck {command}\n{body}\n"


def _cut(lines: list[str], by: list[str]) -> list[str]:
    match by:
        case ["head", count]:
            return lines[: -int(count)]
        case ["grep", "-A", count, words]:
            first = next(n for n, line in enumerate(lines) if words in line)
            return lines[first : first + int(count) + 1]
    raise ValueError(f"pages cannot show the output of | {' '.join(by)}")


def _example(name: str) -> str:
    """An example's code after its docstring, and what it prints."""
    path = ROOT / "docs" / "examples" / name
    code = path.read_text(encoding="utf-8").split('"""\n', maxsplit=1)[1].strip()
    printed = _run(str(path)).strip()
    return f"{TICKS}python\n{code}\n{TICKS}\n\n{TICKS}text\n{printed}\n{TICKS}"


@cache
def _run(*arguments: str) -> str:
    """What this Python prints, started in the project's folder."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise RuntimeError(done.stderr)
    return done.stdout


def pages() -> dict[Path, str]:
    """Every page with something made in it, as it ought to be."""
    made = {PAGE: page()}
    for path in (README, *sorted((ROOT / "docs").glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if path != PAGE and ("<!-- output -->" in text or "<!-- example: " in text):
            made[path] = filled(text)
    return made


if __name__ == "__main__":
    for where, content in pages().items():
        where.write_text(content, encoding="utf-8")
