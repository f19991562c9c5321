"""Word documents (.docx): the words of the body as they stand, with insertions and without deletions.

Needs the extra `docx`. A document is refused where it would unpack to more than it could hold
of words, or defines entities.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from crosscheck.readers.metadata import article
from crosscheck.readers.source import Loaded, Source

if TYPE_CHECKING:
    from docx.document import Document

MOST_PARTS = 5_000
MOST_UNPACKED = 256 * 1024 * 1024  # bytes of all parts
MOST_XML = 64 * 1024 * 1024  # bytes of one XML part
MOST_RATIO = 400  # of an XML part larger than a megabyte; text packs about 20 to 1
WAY_OUT = "save it as plain text first"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
LEFT_OUT = frozenset(f"{WORD}{name}" for name in ("del", "moveFrom", "txbxContent", "instrText", "delText"))


def read(source: Source) -> Iterator[Loaded]:
    """One article: the document, its title from its properties or its first paragraph.

    Raises `InputError` where the file is no Word document, is too large unpacked or holds no text.
    """
    _guard(source)
    document = _opened(source)
    paragraphs = [text for text in map(_words, _paragraphs(document)) if text.strip()]
    if not paragraphs:
        raise source.error("the document holds no text")
    properties = document.core_properties
    title = (properties.title or "").strip()
    if title and title.casefold() != paragraphs[0].strip().casefold():
        title = ""  # a template's, or an old one: the first paragraph is what readers see
    fields: dict[str, object] = {
        "title": title or None,
        "language": (properties.language or "en")[:2].lower(),
    }
    yield Loaded(article(source, "\n\n".join(paragraphs) + "\n", fields, {}), source.name)


def _guard(source: Source) -> None:
    """Refuse archives that unpack to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(source.data)) as archive:
            parts = archive.infolist()
            if "word/document.xml" not in archive.namelist():
                raise source.error("not a Word document: it has no word/document.xml")
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise source.error(
                    f"unpacks to more than {MOST_UNPACKED >> 20} MB: save it as plain text first"
                )
            for part in parts:
                _guard_part(source, archive, part)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError) as problem:
        raise source.error(f"not a Word document that can be opened ({problem})") from problem


def _guard_part(source: Source, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if not part.filename.endswith((".xml", ".rels")):
        return
    packed = part.file_size / max(1, part.compress_size)
    if part.file_size > MOST_XML or (part.file_size > 1 << 20 and packed > MOST_RATIO):
        raise source.error(
            f"{part.filename} in it is too large or packed too tightly: save it as plain text first"
        )
    with archive.open(part) as stream:
        if b"<!DOCTYPE" in stream.read(1 << 16).replace(b"\0", b""):
            raise source.error(f"{part.filename} in it defines entities, which no Word document does")


def _opened(source: Source) -> "Document":
    try:
        import docx
    except ImportError as problem:
        raise source.needs("reading Word documents", "docx") from problem
    try:
        return docx.Document(BytesIO(source.data))
    except Exception as problem:  # whatever lxml, zlib or the package's own model raise on broken parts
        what = str(problem).split("\n", maxsplit=1)[0][:120]
        raise source.error(f"not a Word document that can be opened ({what})") from problem


def _paragraphs(document: "Document") -> Iterator[Any]:
    """The paragraphs of the body in order, those of tables among them."""
    yield from document.element.body.iter(f"{WORD}p")


def _words(paragraph: Any) -> str:
    """The text of a paragraph; what is deleted or stands in a text box within it is left out."""
    out: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in LEFT_OUT:
            continue
        if element.tag == f"{WORD}t":
            out.append(element.text or "")
        elif element.tag in BREAKS:
            out.append(BREAKS[element.tag])
        else:
            stack.extend(reversed(element))
    return "".join(out)
