"""Every rule has a stable code, a name and a manual page whose examples hold."""

import re
import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import crosscheck
from crosscheck import Article, Config, Sheet
from crosscheck.model import Rule
from crosscheck.rules import ALL_RULES, by_code

# An example without a date of its own is of this day.
TODAY = date(2024, 4, 4)
HEADING = re.compile(r"^(Flagged|Not flagged):\n((?:(?: .*)?\n)+)", re.MULTILINE)
DATED = re.compile(r"\[(\d{4}-\d\d-\d\d|undated)\] ")
SHEET = "[sheet] "
HEADLINE = re.compile(r"\[headline: ([^]]*)\] ")

Example = tuple[bool, tuple[str, ...]]


def page(rule: Rule) -> str:
    """The manual page without its indentation."""
    lines = (rule.check.__doc__ or "").splitlines()
    return "\n".join([lines[0], *(line.removeprefix("    ") for line in lines[1:])]) + "\n" if lines else ""


def examples(rule: Rule) -> list[Example]:
    """(whether it is flagged, the articles) for each block of examples."""
    found = []
    for heading, block in HEADING.findall(page(rule)):
        bullets = re.split(r"^    - ", block, flags=re.MULTILINE)[1:]
        found.append((heading == "Flagged", tuple(" ".join(bullet.split()) for bullet in bullets)))
    return found


def article(number: int, bullet: str) -> Article:
    """An example as an article: "[2024-03-20] [headline: A headline] A text", both brackets optional."""
    stated = DATED.match(bullet)
    day: date | None = TODAY
    if stated:
        bullet = bullet[stated.end() :]
        day = None if stated[1] == "undated" else date.fromisoformat(stated[1])
    return Article(HEADLINE.sub(r"\1\n\n", bullet), id=f"example-{number}", published=day)


def codes(rule: Rule, bullets: tuple[str, ...]) -> list[str]:
    """What the rule finds; a bullet "[sheet] people = [...]" is a facts sheet on one line."""
    held = [bullet.removeprefix(SHEET) for bullet in bullets if bullet.startswith(SHEET)]
    sheet = Sheet.loads("\n".join(held)) if held else None
    told = [bullet for bullet in bullets if not bullet.startswith(SHEET)]
    articles = [article(n, bullet) for n, bullet in enumerate(told)]
    config = Config(select=(rule.code,))
    if "C" in rule.scope:  # the first article is the draft
        return [f.code for f in crosscheck.compare(articles[0], articles[1:], sheet=sheet, config=config)]
    return [f.code for f in crosscheck.check(articles, sheet=sheet, config=config)]


def cases(*, flagged: bool) -> list[Any]:
    return [
        pytest.param(rule, bullets, id=f"{rule.code}-{n}")
        for rule in ALL_RULES
        for n, (hit, bullets) in enumerate(examples(rule))
        if hit == flagged
    ]


def test_codes_and_names_are_unique():
    assert len({rule.code for rule in ALL_RULES}) == len(ALL_RULES)
    assert len({rule.name for rule in ALL_RULES}) == len(ALL_RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_is_named_and_round_trips(rule):
    assert re.fullmatch(r"[DNAERPQM]\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert set(rule.scope) <= set("XWSC")
    assert rule.since
    assert by_code(rule.code) is rule


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_manual_page(rule):
    text = page(rule)
    assert text.split("\n", 1)[0].endswith(".")
    shown = [hit for hit, _ in examples(rule)]
    assert True in shown
    assert False in shown
    assert all(bullets for _, bullets in examples(rule))


@pytest.mark.parametrize(("rule", "bullets"), cases(flagged=True))
def test_what_the_page_calls_flagged_is_flagged(rule, bullets):
    """Each article by itself for a rule within articles, a block as one story for one across them."""
    alone = [codes(rule, (bullet,)) for bullet in bullets] if "W" in rule.scope else []
    if rule.scope == "W" or alone == [[rule.code]] * len(bullets):
        assert alone == [[rule.code]] * len(bullets)
    else:
        assert codes(rule, bullets) == [rule.code]


@pytest.mark.parametrize(("rule", "bullets"), cases(flagged=False))
def test_what_the_page_calls_not_flagged_is_not(rule, bullets):
    assert codes(rule, bullets) == []


def test_an_unknown_code_is_no_rule():
    assert by_code("Z999") is None


def test_the_rules_reference_is_current():
    where = Path(__file__).resolve().parent.parent / "docs"
    made = runpy.run_path(str(where / "make_pages.py"))["page"]()
    assert (where / "rules.md").read_text(encoding="utf-8") == made, "run: python docs/make_pages.py"
