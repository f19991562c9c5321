"""Saved web pages."""

import logging
import socket
import sys
import time
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from crosscheck.model import Article
from crosscheck.readers import read

pytest.importorskip("trafilatura", reason="needs the extra web")

HEAD = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry sinks off Karsund | The Karsund Post</title>
<meta property="og:site_name" content="The Karsund Post">
<meta property="og:title" content="Ferry sinks off Karsund">
<link rel="canonical" href="https://post.example/ferry">{meta}</head>"""
BODY = """<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry sinks off Karsund</h1><p class="byline">By Ola Nord</p>
<p>The ferry Aud sank off Karsund on Monday, March 4, and 1,248 people were rescued, said Mayor Ingrid
Solheim of Karsund &amp; Lyngvik, who spoke of a “quiet night” on the quay.</p>
<h2>A calm sea</h2>
<p>The owners, Fjordline Shipping, had paid €46.5 million for the ship, its papers show, and insured it
for twice as much a year later, in the spring.</p>
<p>"We heard the horn twice and then nothing more at all," Solheim told reporters at the quay.</p>
</article><aside><h3>Most read</h3><ol><li><a href="/x">Ten dead in Norwick fire</a></li></ol></aside>
<footer>Copyright 2026 The Karsund Post</footer><script>var figure = 12345;</script></body></html>"""
TIMED = '<meta property="article:published_time" content="2024-03-05T08:30:00+01:00">'
DAILY = '<meta property="article:published_time" content="2024-03-05">'


def page(meta: str = TIMED, body: str = BODY) -> str:
    return HEAD.format(meta=meta) + body


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection is a failure."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def one(tmp_path: Path, content: str | bytes, name: str = "a.html") -> Article:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = read(path)
    assert not reading.problems
    (article,) = reading.articles
    return article


def problem(tmp_path: Path, content: str | bytes, name: str = "a.html") -> str:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (found,) = read(path).problems
    assert "\n" not in str(found)
    return str(found).removeprefix(f"{path}: ")


def test_a_page(tmp_path: Path):
    article = one(tmp_path, page())
    assert article.title == "Ferry sinks off Karsund"
    assert article.source == "The Karsund Post"
    assert article.url == "https://post.example/ferry"
    assert article.language == "en"
    assert article.published == datetime(2024, 3, 5, 8, 30, tzinfo=timezone(timedelta(hours=1)))
    blocks = article.text.split("\n\n")
    assert blocks[0] == "Ferry sinks off Karsund"
    assert "A calm sea" in blocks
    assert "Karsund & Lyngvik, who spoke of a “quiet night”" in article.text
    for furniture in ("Home", "Most read", "Ten dead", "Copyright", "12345"):
        assert furniture not in article.text


@pytest.mark.parametrize(("meta", "published"), [(DAILY, date(2024, 3, 5)), ("", None)])
def test_the_day_is_known_or_unknown(tmp_path: Path, meta: str, published: date | None):
    assert one(tmp_path, page(meta, BODY.replace("Copyright 2026", "Copyright"))).published == published


def test_the_title_comes_first_where_the_body_has_none(tmp_path: Path):
    article = one(tmp_path, page(body=BODY.replace("<h1>Ferry sinks off Karsund</h1>", "")))
    assert article.text.startswith("Ferry sinks off Karsund\n\n")
    assert article.text.count("Ferry sinks off Karsund") == 1


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "page", "a.txt"])
def test_a_page_is_known_by_its_content_or_its_name(tmp_path: Path, name: str):
    assert one(tmp_path, page(), name).source == "The Karsund Post"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "cp1252"),
        ("utf-8", "cp1252"),
        ("no-such", "utf-8"),
        ("utf-8", "utf-16"),
    ],
)
def test_encodings_declared_rightly_and_wrongly(tmp_path: Path, declared: str, encoding: str):
    content = page().replace('charset="utf-8"', f'charset="{declared}"').encode(encoding)
    assert "“quiet night”" in one(tmp_path, content).text


def test_a_link_as_the_whole_content_is_not_followed(tmp_path: Path):
    assert one(tmp_path, "https://post.example/ferry").text == "https://post.example/ferry\n"


HOSTILE: dict[str, str | bytes] = {
    "an empty page": "",
    "no article": "<html><body></body></html>",
    "deep nesting": "<html><body>" + "<div>" * 200_000 + "x",
    "deep tables": "<html>" + "<table><tr><td>" * 100_000,
    "many elements": "<html><body>" + "<p>word word word.</p>" * 100_000,
    "one long text": "<html><body><p>" + "word " * 1_000_000,
    "half a tag": "<html><body>" + "<" * 1_000_000,
    "comments without end": "<html>" + "<!--" * 500_000,
    "many attributes": "<html><body><p " + "a=b " * 300_000 + ">x",
    "entities in entities": "<!DOCTYPE html [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(12))
    + "]><html><body><p>&m;</p></body></html>",
    "an external entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>',
    "no text at all": b"<html>\0\0\0",
    "broken bytes": b"<html><meta charset=utf-8><p>\xff\xfe\xfd",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_pages_end_in_an_error_or_an_article(tmp_path: Path, what: str):
    path = tmp_path / "a.html"
    content = HOSTILE[what]
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    began = time.perf_counter()
    reading = read(path)
    assert time.perf_counter() - began < 20
    assert len(reading.loaded) + len(reading.problems) == 1
    assert all(str(found).startswith(f"{path}: ") and "\n" not in str(found) for found in reading.problems)
    assert not any("root:" in article.text or "hahaha" in article.text for article in reading.articles)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("deep nesting", "elements nested too deeply"),
        ("many elements", "too large a page for one article"),
        ("one long text", "too large a page for one article"),
        ("no article", "no article can be made out"),
    ],
)
def test_what_a_hostile_page_is_told(tmp_path: Path, what: str, said: str):
    content = HOSTILE[what]
    assert isinstance(content, str)
    assert problem(tmp_path, content).startswith(said)


def test_a_page_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("crosscheck.readers.web.MOST_BYTES", 1 << 20)
    assert problem(tmp_path, page() + " " * (1 << 20)).startswith("a page larger than 1 MB")


@pytest.mark.parametrize("module", ["lxml", "trafilatura"])
def test_without_the_extra_its_name_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str):
    monkeypatch.setitem(sys.modules, module, None)
    said = "reading saved web pages needs an extra: pip install 'crosscheck-news[web]'"
    assert problem(tmp_path, page()) == said


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    logging.getLogger("trafilatura").handlers.clear()
    problem(tmp_path, "<html><body></body></html>")
    assert capfd.readouterr().err == ""


def test_the_clock_of_the_machine_does_not_matter(tmp_path: Path):
    meta = TIMED.replace("2024-03-05T08:30:00+01:00", "2091-01-02T10:00:00+00:00")
    assert one(tmp_path, page(meta)).published == datetime(2091, 1, 2, 10, tzinfo=UTC)
