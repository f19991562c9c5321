"""Word documents."""

import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from crosscheck.model import Article
from crosscheck.readers import read

docx = pytest.importorskip("docx", reason="needs the extra docx")

DOCUMENT = "word/document.xml"
Change = Callable[[bytes], bytes]


def made(*paragraphs: str, title: str = "") -> bytes:
    """A document of paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.title = title
    document.core_properties.language = "en-GB"
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content: bytes, change: Change, part: str = DOCUMENT) -> bytes:
    """The same archive with another content of one part."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return out.getvalue()


def one(tmp_path: Path, content: bytes, name: str = "a.docx") -> Article:
    path = tmp_path / name
    path.write_bytes(content)
    reading = read(path)
    assert not reading.problems
    (article,) = reading.articles
    return article


def problem(tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    (found,) = read(path).problems
    assert "\n" not in str(found)
    return str(found).removeprefix(f"{path}: ")


@pytest.mark.parametrize("name", ["a.docx", "draft", "draft.txt"])
def test_paragraphs(tmp_path: Path, name: str):
    article = one(tmp_path, made("Ferry sinks", "", "It sank on Oct.\u00a07.", title="Ferry sinks"), name)
    assert article.text == "Ferry sinks\n\nIt sank on Oct.\u00a07.\n"
    assert (article.title, article.language, article.published) == ("Ferry sinks", "en", None)


def test_a_title_of_the_template_is_no_title(tmp_path: Path):
    assert one(tmp_path, made("Ferry sinks", "It sank.", title="News template v2")).title is None


def test_tables_stand_where_they_stand(tmp_path: Path):
    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Dead"
    table.cell(0, 1).text = "31"
    document.add_paragraph("After.")
    out = BytesIO()
    document.save(out)
    assert one(tmp_path, out.getvalue()).text == "Before.\n\nDead\n\n31\n\nAfter.\n"


def test_tracked_changes_count_as_accepted(tmp_path: Path):
    def track(data: bytes) -> bytes:
        return data.replace(
            b"<w:t>31 dead</w:t></w:r>",
            b"<w:t>There are </w:t></w:r><w:del><w:r><w:delText>13</w:delText></w:r></w:del>"
            b"<w:ins><w:r><w:t>31</w:t></w:r></w:ins><w:r><w:tab/><w:t>dead</w:t></w:r>",
        )

    assert one(tmp_path, changed(made("31 dead"), track)).text == "There are 31\tdead\n"


def test_a_document_without_words(tmp_path: Path):
    assert problem(tmp_path, made("", " ")) == "the document holds no text"


def entities(data: bytes) -> bytes:
    layers = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
    head, tail = data.split(b"?>", 1)
    doctype = f'?>\n<!DOCTYPE w [<!ENTITY a "ha">{layers}]>'.encode()
    return head + doctype + tail.replace(b"31 dead", b"&m;")


HOSTILE: dict[str, tuple[bytes, str]] = {
    "entities": (changed(made("31 dead"), entities), f"{DOCUMENT} in it defines entities"),
    "a bomb": (
        changed(made("31 dead"), lambda data: data.replace(b"31 dead", b"0" * 30_000_000)),
        f"{DOCUMENT} in it is too large or packed too tightly",
    ),
    "a bomb beside": (
        changed(made("x"), lambda _: b"0" * 300_000_000, "docProps/thumbnail.jpeg"),
        "unpacks to more than 256 MB",
    ),
    "deep nesting": (
        changed(made("31 dead"), lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 50_000)),
        "not a Word document that can be opened",
    ),
    "broken xml": (changed(made("x"), lambda data: data[:-20]), "not a Word document that can be opened"),
    "cut off": (made("x")[:900], "not a Word document that can be opened"),
    "another archive": (b"PK\x05\x06" + b"\0" * 18, "not a Word document: it has no word/document.xml"),
    "no archive": (b"Ferry sinks", "not a Word document that can be opened"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_documents_are_refused(tmp_path: Path, what: str):
    content, said = HOSTILE[what]
    began = time.perf_counter()
    assert problem(tmp_path, content).startswith(said)
    assert time.perf_counter() - began < 5


def test_external_entities_are_never_read(tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text("the secret", encoding="utf-8")

    def external(data: bytes) -> bytes:
        head, tail = data.split(b"?>", 1)
        late = b"?><!--" + b" " * 70_000 + b"-->"  # beyond where a document type is looked for
        doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
        return head + late + doctype + tail.replace(b"31 dead", b"31 &x; dead")

    path = tmp_path / "a.docx"
    path.write_bytes(changed(made("31 dead"), external))
    assert not any("secret" in article.text for article in read(path).articles)


def test_without_the_extra_its_name_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    said = "reading Word documents needs an extra: pip install 'crosscheck-news[docx]'"
    assert problem(tmp_path, made("x")) == said
