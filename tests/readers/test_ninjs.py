"""News items in ninjs, versions 1 to 3."""

import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Article
from crosscheck.readers import read
from crosscheck.readers.ninjs import plain

BODY = "<p>The ferry Aud sank off Karsund &amp; Lyngvik.</p><p>31 people<br/>drowned.</p>"
TEXT = "Ferry sinks\n\nThe ferry Aud sank off Karsund & Lyngvik.\n\n31 people\n\ndrowned."
WHEN = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
SHARED: dict[str, Any] = {"uri": "urn:wire:1", "type": "text", "language": "en-GB"}
ITEMS: dict[str, dict[str, Any]] = {
    "1.0": {
        "headline": "Ferry sinks", "versioncreated": "2024-03-05T08:30:00Z",
        "copyrightholder": "Northern Wire", "byline": "Ola Nord",
        "body_text": "Flat text.", "body_xhtml": BODY,
    },
    "1.5": {
        "headline_main": "Ferry sinks", "versioncreated": "2024-03-05T08:30:00Z", "body_main": "Flat text.",
        "body_richtext": BODY, "infosource": [{"name": "Northern Wire"}],
    },
    "2.4": {
        "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sinks"}],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": "Flat text."},
                   {"role": "rich", "contenttype": "text/html", "value": BODY}],
        "versioncreated": "2024-03-05T08:30:00Z", "infosources": [{"name": "Northern Wire"}],
    },
    "3.0": {
        "headlines": [{"role": "main", "value": "Ferry sinks"}],
        "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}], "by": "Ola Nord",
        "versionCreated": "2024-03-05T08:30:00Z", "infoSources": [{"name": "Northern Wire"}],
    },
}  # fmt: skip


def load(tmp_path: Path, content: object, name: str = "a.json") -> tuple[list[Article], list[str]]:
    path = tmp_path / name
    path.write_text(json.dumps(content), encoding="utf-8")
    reading = read(path)
    return reading.articles, [str(found).removeprefix(f"{path}: ") for found in reading.problems]


@pytest.mark.parametrize("version", ITEMS)
def test_every_version_gives_the_same_article(tmp_path: Path, version: str):
    assert load(tmp_path, SHARED | ITEMS[version]) == (
        [
            Article(
                TEXT,
                id="urn:wire:1",
                title="Ferry sinks",
                source="Northern Wire",
                published=WHEN,
                language="en",
            )
        ],
        [],
    )


def test_items_in_lists_and_lines(tmp_path: Path):
    rows = [SHARED | ITEMS["1.0"], SHARED | ITEMS["3.0"] | {"uri": "urn:wire:2"}]
    assert [article.id for article in load(tmp_path, rows)[0]] == ["urn:wire:1", "urn:wire:2"]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert [article.text for article in read(path).articles] == [TEXT, TEXT]


def test_a_flat_body_where_there_is_no_other(tmp_path: Path):
    (article,), _ = load(
        tmp_path, SHARED | {"headline": "Ferry sinks", "body_text": "31 < 40 people.\n\nMore."}
    )
    assert article.text == "Ferry sinks\n\n31 < 40 people.\n\nMore."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"pubstatus": "canceled"}, "this news item is canceled: its publisher has withdrawn it"),
        ({"type": "picture", "bodies": []}, "this news item has no body (it is of the type 'picture')"),
        ({"bodies": [None, 3, {"value": 5}], "headlines": "x"}, "this news item has no body"),
        ({"versionCreated": "soon"}, "published: 'soon' is no date: write it as 2024-04-03"),
    ],
)
def test_what_is_no_article(tmp_path: Path, change: dict[str, Any], said: str):
    _, (problem,) = load(tmp_path, SHARED | ITEMS["3.0"] | change)
    assert problem.startswith(said)


def test_other_objects_without_a_text_are_no_items(tmp_path: Path):
    assert load(tmp_path, {"headline": "Ferry sinks", "body": "x"})[1] == ['"text" is missing']


def test_markup_that_says_nothing():
    assert plain("<p>a</p><script>var b = '<p>'</script><style>p {}</style><b>c</b>") == "a\n\nc"
    assert plain("<P CLASS='x'>a<BR>b</P>") == "a\n\nb"
    assert plain("a < b and c") == "a < b and c"


@pytest.mark.parametrize("piece", ["<", "<!--", "<p", "&amp;", "<script>", "</p>", "\0<p>", "&#x110000;"])
def test_hostile_markup_is_read_in_one_pass(piece: str):
    began = time.perf_counter()
    plain(piece * 300_000)
    assert time.perf_counter() - began < 3


@given(st.text("<>/pbr&;#amp \n\0scit", max_size=60))
def test_any_markup_is_read(text: str):
    assert "\0" not in plain(text)
