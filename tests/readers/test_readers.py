import json
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck.errors import InputError
from crosscheck.model import Article
from crosscheck.readers import READERS, read
from crosscheck.readers.plain import read as read_plain
from crosscheck.readers.source import Source


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path) -> Article:
    (article,) = crosscheck.load(path)
    return article


def problem(path: Path) -> str:
    """The one problem that a path gives, without the folder it lies in."""
    reading = read(path)
    (found,) = reading.problems
    assert "\n" not in str(found)
    return str(found).replace(f"{path.parent}{os.sep}", "")


FRONT = """---
title: "Ferry sinks: 31 dead"
source: Fjord Press
published: 2024-04-03T09:30:00+00:00
url: 'https://fjord.example/aud'
id: aud-1
tags:
  - sea
# a comment
---

The ferry sank.
"""


def test_plain_text_is_kept_as_it_is(tmp_path: Path):
    text = "Ferry sinks\r\n\r\nIt sank on Oct.\u00a07.\r\n"
    article = one(write(tmp_path / "a.txt", text))
    assert article.text == text
    assert (article.id, article.title, article.published) == (str(tmp_path / "a.txt"), None, None)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.markdown", "a"])
def test_front_matter(tmp_path: Path, name: str):
    article = one(write(tmp_path / name, FRONT))
    assert article == Article(
        "The ferry sank.\n",
        id="aud-1",
        title="Ferry sinks: 31 dead",
        source="Fjord Press",
        published=datetime(2024, 4, 3, 9, 30, tzinfo=UTC),
        url="https://fjord.example/aud",
    )


def test_the_line_on_which_the_text_begins(tmp_path: Path):
    (loaded,) = read(write(tmp_path / "a.md", FRONT)).loaded
    assert loaded.line == 12
    assert FRONT.splitlines()[loaded.line - 1] == "The ferry sank."


def test_front_matter_with_other_line_ends(tmp_path: Path):
    assert one(write(tmp_path / "a.md", FRONT.replace("\n", "\r\n"))).text == "The ferry sank.\r\n"


@pytest.mark.parametrize(
    "text", ["---\n\nA rule, and then 12 words.\n\n---\n\nMore.", "---", "---\n words: no\n---\nend"]
)
def test_a_rule_is_no_front_matter(tmp_path: Path, text: str):
    assert one(write(tmp_path / "a.md", text)).text == text


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("---\ntitle: A\nnonsense\n---\ntext", "a.md:3: front matter holds lines 'key: value'"),
        ("---\ntitle: A\ntext", "a.md:3: front matter holds lines"),
        ("---\ntitle: A\n\n", "a.md:1: front matter that begins here has no closing line"),
        ("---\ntitle: A\ndate: 80%\n---\ntext", "a.md:3: date: '80%' is no date: write it as 2024-04-03"),
        ("---\ntitle: A\n---\n\n", "a.md: the file holds no text"),
        ("", "a.md: the file holds no text"),
    ],
)
def test_bad_front_matter(tmp_path: Path, content: str, line: str):
    assert problem(write(tmp_path / "a.md", content)).startswith(line)


WESTERN = "The master’s “café” cost £5 on the quay, and nobody paid for it."
RUSSIAN = "Паром «Аврора» затонул во вторник у берега, погиб 31 человек, сообщил капитан порта. " * 5


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Café – 5 €".encode("utf-8-sig"), "Café – 5 €"),
        ("Café – 5 €".encode("utf-16"), "Café – 5 €"),
        ("\ufeffCafé".encode("utf-32-le"), "Café"),
        (WESTERN.encode("cp1252"), WESTERN),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
    ],
)
def test_encodings(tmp_path: Path, content: bytes, text: str):
    assert one(write(tmp_path / "a.txt", content)).text == text


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"\x00\x01\x02", "a.txt: this is a binary file, not text"),
        ("a.txt", b"%PDF-1.7 ...", "a.txt: this is a PDF, not text"),
        ("a", b"PK\x03\x04...", "a: this is a ZIP archive or office document"),
        ("a.rtf", b"{\\rtf1}", "a.rtf: an RTF document: save it as .docx or plain text first"),
        ("a.docx", b"PK", "a.docx: not a Word document that can be opened (File is not a zip file)"),
        ("a.txt", b"\xff\xfea\x00b", "a.txt:1: not the utf-16 text that it begins as"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, name: str, content: bytes, what: str):
    assert problem(write(tmp_path / name, content)).startswith(what)


def test_files_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("crosscheck.readers.files.MOST_BYTES", 1 << 20)
    assert problem(write(tmp_path / "a.txt", b"a" * ((1 << 20) + 1))) == (
        "a.txt: larger than 1 MB: split it into smaller files"
    )


ROW = {"text": "The ferry sank.", "publisher": "Fjord Press", "published": "2024-04-03", "title": None}


@pytest.mark.parametrize(
    ("name", "content", "ids"),
    [
        ("a.json", json.dumps(ROW), ["a.json"]),
        ("a.json", json.dumps([ROW, {**ROW, "id": 7}]), ["a.json#1", "7"]),
        ("a.json", json.dumps({"articles": [ROW, ROW]}), ["a.json#1", "a.json#2"]),
        ("a.jsonl", f"{json.dumps(ROW)}\r\n\r\n{json.dumps(ROW)}", ["a.jsonl#1", "a.jsonl#3"]),
        ("a.ndjson", json.dumps(ROW), ["a.ndjson#1"]),
        ("a", json.dumps(ROW), ["a"]),
    ],
)
def test_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str, ids: list[str]):
    monkeypatch.chdir(tmp_path)
    write(Path(name), content)
    articles = crosscheck.load(name)
    assert [article.id for article in articles] == ids
    for article in articles:
        assert (article.text, article.source, article.published) == (
            "The ferry sank.",
            "Fjord Press",
            date(2024, 4, 3),
        )


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.json", "[" * 200_000, "a.json: nested too deeply for a file of articles"),
        ("a.json", '{"text": "a",}', "a.json:1: not JSON: "),
        ("a.json", '[{"text": "a"}, {"id": 3}]', 'a.json: article 2: "text" is missing'),
        ("a.json", '[{"text": 5}]', 'a.json: article 1: "text" must be a string'),
        ("a.json", "[3]", 'a.json: article 1: an article is an object with "text", not a number'),
        ("a.json", "null", 'a.json: an article is an object with "text", not null'),
        ("a.json", "[]", "a.json: the list of articles is empty"),
        ("a.json", '{"text": "a", "title": ["b"]}', "a.json: title must be text, not list"),
        ("a.json", '{"text": "a", "published": "soon"}', "a.json: published: 'soon' is no date: write"),
        ("a.json", "9" * 5000, "a.json: not JSON: Exceeds the limit"),
        ("a.jsonl", '{"text": "a"}\n{"text"}', "a.jsonl:2: not JSON: "),
        ("a.jsonl", '\n{"id": "a"}', 'a.jsonl:2: "text" is missing'),
        ("a.jsonl", "\n", "a.jsonl: the file holds no articles"),
    ],
)
def test_bad_json(tmp_path: Path, name: str, content: str, what: str):
    assert problem(write(tmp_path / name, content)).startswith(what)


def test_lone_surrogates_become_replacement_characters(tmp_path: Path):
    article = one(write(tmp_path / "a.json", r'{"text": "a\ud800b \ud83d\ude00"}'))
    assert article.text == "a\ufffdb 😀"


def test_folders_are_read_in_order_without_what_is_hidden(tmp_path: Path):
    for name in ("b.md", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "notes.toml"):
        write(tmp_path / name, "text")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    articles = crosscheck.load([tmp_path])
    assert [Path(article.id).name for article in articles] == ["a.txt", "b.md", "c.txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path):
    path = write(tmp_path / "a.txt", "text")
    assert len(crosscheck.load([path, tmp_path, str(tmp_path / "*.txt")])) == 1


def test_globs(tmp_path: Path):
    write(tmp_path / "x" / "a.txt", "text")
    assert len(crosscheck.load(str(tmp_path / "**" / "*.txt"))) == 1
    assert problem(tmp_path / "*.md") == "*.md: no file matches this pattern"


def test_paths_that_name_nothing(tmp_path: Path):
    assert problem(tmp_path / "none.txt") == "none.txt: no such file or folder"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert problem(tmp_path / "loop") == "loop: not a file or folder that can be read"
    (tmp_path / "empty").mkdir()
    assert problem(tmp_path / "empty").startswith("empty: no articles in this folder")
    write(tmp_path / "links" / "a.txt", "text").unlink()
    (tmp_path / "links" / "b.txt").symlink_to(tmp_path / "gone")
    assert problem(tmp_path / "links") == "links/b.txt: cannot be opened (No such file or directory)"


def test_what_can_be_read_is_read_and_the_rest_is_said(tmp_path: Path):
    good = write(tmp_path / "good.txt", "text")
    reading = read([tmp_path / "none.txt", good, write(tmp_path / "bad.pdf", "x")])
    assert [article.text for article in reading.articles] == ["text"]
    assert len(reading.problems) == 2
    with pytest.raises(InputError, match=r"none.txt.*\n.*bad.pdf"):
        crosscheck.load([tmp_path / "none.txt", good, tmp_path / "bad.pdf"])


def test_an_id_that_was_taken_is_a_problem_and_the_first_article_stays(tmp_path: Path):
    write(tmp_path / "a.json", '{"text": "one", "id": "x"}')
    write(tmp_path / "b.json", '{"text": "two", "id": "x"}')
    reading = read(tmp_path)
    assert [article.text for article in reading.articles] == ["one"]
    assert "b.json: the id 'x' was taken by an article in" in str(reading.problems[0])


@given(st.text())
def test_any_text_is_read_whole_or_refused(text: str):
    try:
        (loaded,) = read_plain(Source.of("a.md", text))
    except InputError as error:
        assert str(error).startswith("a.md")  # noqa: PT017 - either outcome is right
    else:
        assert text.endswith(loaded.article.text)


@given(st.binary(max_size=200), st.sampled_from([*READERS, ""]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str):
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    reading = read(path)
    assert reading.loaded or reading.problems
    assert all(str(found).startswith(str(path)) for found in reading.problems)
