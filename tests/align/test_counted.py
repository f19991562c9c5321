"""The time since an event against its dates: "two weeks after the attack", "the assault of January"."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Config, Finding

BACK = (
    "Gunmen of the Orlan Front overran Fort Darvane before dawn. The governor has promised a wall.\n\n"
    "{since}\n\nThe barracks stand empty."
)
FRONT = "The Orlan Front has fought the army since its assault on Fort Darvane {when}."
SINCE = "Two weeks after the attack, the stables still smell of smoke."
CODES = Config(select=("D101", "D102", "D105"))


def findings(since: str, *dates: str) -> list[Finding]:
    group = [Article(BACK.format(since=since), id="back", published=date(2024, 3, 20))]
    for number, when in enumerate(dates):
        group.append(Article(FRONT.format(when=when), id=f"front{number}", published=date(2024, 3, 21)))
    return list(crosscheck.check(group, config=CODES))


@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("in January 2024", "D105"),
        ("in January", "D105"),
        ("on Jan. 12", "D105"),
        ("on January 12, 2024", "D105"),
        ("in March 2023", "D105"),
        ("on March 6, 2023", "D101"),
    ],
)
def test_a_date_that_the_time_since_excludes_is_reported(when: str, code: str):
    (finding,) = findings(SINCE, when)
    assert finding.code == code
    assert sorted(claim.text for claim in finding.claims) == sorted((when.split(" ", 1)[1], SINCE[:26]))
    assert {claim.side for claim in finding.claims} == {"a", "b"}


@pytest.mark.parametrize(
    "when", ["in March 2024", "in March", "on March 6", "on March 6, 2024", "in 2024", "in 2023"]
)
def test_a_date_that_it_allows_or_that_says_too_little_is_not(when: str):
    assert findings(SINCE, when) == []


def test_the_days_that_are_meant_are_told():
    (finding,) = findings(SINCE, "in January")
    assert "10 to 18 days are meant: from 2024-03-02 to 2024-03-10" in finding.reasons


@pytest.mark.parametrize(
    "since",
    [
        "Two weeks after the wedding, the stables still smell of smoke.",
        "Two weeks after the flood, the stables still smell of smoke.",
        "Two weeks before the attack, nobody had a key.",
        "The stables smelled of smoke two weeks after an attack.",
    ],
)
def test_the_time_since_another_thing_says_nothing(since: str):
    assert findings(since, "in January 2024") == []


def test_an_anniversary_excludes_another_day_of_the_year():
    since = "It is the first anniversary of the attack on Fort Darvane."
    assert [f.code for f in findings(since, "on August 9, 2023")] == ["D105"]
    assert findings(since, "on March 20, 2023") == []


def test_one_event_makes_one_finding():
    (finding,) = findings(SINCE, "on January 12, 2024", "on March 6, 2024", "on March 6, 2024")
    assert finding.code == "D102"
    assert {claim.text: claim.side for claim in finding.claims} == {
        "January 12, 2024": "a",
        "March 6, 2024": "b",
    }
