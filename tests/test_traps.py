"""Articles with which a rule must keep silent, and ones with which it must not: `corpus/traps/CODE.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

import crosscheck
from crosscheck import Article, Config, Finding, Sheet
from crosscheck.rules import ALL_RULES, by_code

FOLDER = Path(__file__).parent / "corpus" / "traps"
CORPUS: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))
}
KEYS = {
    "trap": {"why", "articles", "known", "sheet"},
    "found": {"why", "articles", "values", "known", "sheet"},
}
LEAST = 6  # traps that every rule must have

# Rules whose traps are still to be written: take a code out with its sixth trap.
AWAITED: frozenset[str] = frozenset()


def entries(kind: str) -> list[Any]:
    """Every entry of one kind as (code, entry); one with a `known` failure is expected to fail."""
    return [
        pytest.param(
            code,
            entry,
            id=f"{code}-{number}",
            marks=[pytest.mark.xfail(reason=entry["known"], strict=True)] if "known" in entry else [],
        )
        for code, corpus in CORPUS.items()
        for number, entry in enumerate(corpus.get(kind, ()), 1)
    ]


def findings(code: str, entry: dict[str, Any]) -> list[Finding]:
    """What the rule alone finds in the articles of an entry."""
    articles = [
        Article(**{"id": f"article-{number}", **article})
        for number, article in enumerate(entry["articles"], 1)
    ]
    sheet = Sheet.loads(entry["sheet"]) if "sheet" in entry else None
    config = Config(select=(code,))
    rule = by_code(code)
    if rule and "C" in rule.scope:  # the first article is the draft
        return list(crosscheck.compare(articles[0], articles[1:], sheet=sheet, config=config))
    return list(crosscheck.check(articles, sheet=sheet, config=config))


@pytest.mark.parametrize(("code", "entry"), entries("trap"))
def test_the_rule_is_silent(code, entry):
    found = findings(code, entry)
    assert not found, f"{entry['why']}: {[f.message for f in found]}"


@pytest.mark.parametrize(("code", "entry"), entries("found"))
def test_the_rule_speaks(code, entry):
    found = findings(code, entry)
    assert [f.code for f in found] == [code]
    assert set(entry.get("values", ())) <= {claim.text for claim in found[0].claims}


@pytest.mark.parametrize("code", CORPUS)
def test_the_corpus_is_well_formed(code):
    corpus = CORPUS[code]
    assert by_code(code) is not None
    assert set(corpus) <= set(KEYS)
    for kind, listed in corpus.items():
        for entry in listed:
            assert set(entry) <= KEYS[kind]
            assert entry["articles"]
            assert kind == "found" or entry["why"]
    texts = [[a["text"] for a in entry["articles"]] for listed in corpus.values() for entry in listed]
    assert all(texts.count(text) == 1 for text in texts)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(
            rule.code,
            marks=[pytest.mark.xfail(reason="traps still to be written", strict=True)]
            if rule.code in AWAITED
            else [],
        )
        for rule in ALL_RULES
        if rule.enabled
    ],
)
def test_every_rule_has_traps(code):
    assert len(CORPUS.get(code, {}).get("trap", ())) >= LEAST
