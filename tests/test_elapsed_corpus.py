"""Events told with an elapsed time and with a date: caught when they clash, silent when they fit."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import crosscheck
from crosscheck import Article, Severity

EVENTS = tomllib.loads((Path(__file__).parent / "corpus" / "elapsed.toml").read_text(encoding="utf-8"))[
    "event"
]


def cases(key: str) -> list[Any]:
    return [
        pytest.param(event, date, id=f"{event['phrase']}: {date}") for event in EVENTS for date in event[key]
    ]


def alarms(event: dict[str, Any], date: str) -> list[str]:
    """What is reported at warning or above, as code and claims."""
    report = crosscheck.check(
        [
            Article(event["elapsed"], id="elapsed", published=event["published"]),
            Article(event["dated"].replace("{date}", date), id="dated", published=event["later"]),
        ]
    )
    return [
        f"{f.code} " + " | ".join(f"{c.article}: {c.text}" for c in f.claims)
        for f in report
        if f.severity >= Severity.WARNING
    ]


@pytest.mark.parametrize(("event", "date"), cases("clash"))
def test_a_clash_is_reported_once(event, date):
    found = alarms(event, date)
    assert len(found) == 1, found
    assert found[0].startswith("D")
    assert date in found[0]


@pytest.mark.parametrize(("event", "date"), cases("fits"))
def test_what_fits_is_silent(event, date):
    assert alarms(event, date) == []


def parsed(date: str) -> Any:
    form = "%d %B %Y" if date[0].isdigit() else "%B %d, %Y"
    return datetime.strptime(date, form).date()  # noqa: DTZ007 - a day has no zone


@pytest.mark.parametrize("event", EVENTS, ids=[e["phrase"] for e in EVENTS])
def test_the_corpus_itself_is_right(event):
    assert event["phrase"] in event["elapsed"]
    low, high = event["days"]
    assert all(low <= (event["published"] - parsed(date)).days <= high for date in event["fits"])
    assert not any(low <= (event["published"] - parsed(date)).days <= high for date in event["clash"])
    assert all(parsed(date) < event["later"] for date in event["fits"] + event["clash"])
