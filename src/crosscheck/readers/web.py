"""Saved web pages: the article without what surrounds it, its title, publisher and day.

Needs the extra `web`. Nothing is ever fetched: the page is parsed here, and only its tree is
handed on. A page is refused where it is larger, deeper or has more elements than an article.
"""

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from crosscheck.readers.encodings import MARKS, decoded
from crosscheck.readers.metadata import article
from crosscheck.readers.source import Loaded, Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_BYTES = 16 * 1024 * 1024
MOST_ELEMENTS = 40_000
MOST_DEPTH = 250  # libxml2 cuts off what is deeper than 256
MOST_LETTERS = 2_000_000  # of text
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")
SILENT = ("style", "noscript", "template", "svg", "iframe")  # scripts hold metadata
DATES = {
    "original_date": True,
    "extensive_search": False,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    "min_date": "1990-01-01",
    "max_date": "2100-01-01",  # never the machine's clock
}


def read(source: Source) -> Iterator[Loaded]:
    """One article: what the page is about, without menus, adverts and comments.

    Raises `InputError` where the page is too large, is no HTML or no article is found in it.
    """
    if len(source.data) > MOST_BYTES:
        raise source.error(f"a page larger than {MOST_BYTES >> 20} MB: save its article as text")
    tree = _tree(source)
    found = _article(source, tree)
    blocks = [line.strip() for line in (found.text or "").split("\n") if line.strip()]
    if not blocks:
        raise source.error("no article can be made out in this page: save its text")
    title = (found.title or "").strip()
    if title and title.casefold() not in (block.casefold() for block in blocks[:2]):
        blocks.insert(0, title)
    fields = {
        "title": title or None,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "language": (tree.get("lang") or "en")[:2].lower(),
        "published": _day(found.date),
    }
    yield Loaded(article(source, "\n\n".join(blocks) + "\n", fields, {}), source.name)


def _tree(source: Source) -> "HtmlElement":
    """The page's tree, measured before anybody walks it."""
    try:
        from lxml import etree, html
    except ImportError as problem:
        raise source.needs("reading saved web pages", "web") from problem
    text = DECLARATION.sub("", _text(source), count=1)
    try:
        tree = html.document_fromstring(text)
    except (etree.ParserError, ValueError) as problem:
        raise source.error("no article can be made out in this page: save its text") from problem
    etree.strip_elements(tree, *SILENT, with_tail=False)
    depth = deepest = elements = letters = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
        elements += event == "start"
        letters += len(element.text or "") + len(element.tail or "") if event == "start" else 0
    if deepest >= MOST_DEPTH:
        raise source.error("elements nested too deeply for an article: save its text")
    if elements > MOST_ELEMENTS or letters > MOST_LETTERS:
        raise source.error("too large a page for one article: save its text")
    return tree


def _text(source: Source) -> str:
    """The page's text in the encoding that it declares, or in the one that it turns out to have."""
    if not any(source.data.startswith(mark) for mark, _ in MARKS):
        declared = CHARSET.search(source.data[:4096])
        try:
            if declared and b"\0" not in source.data:
                return source.data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that declares another encoding than it has
    return decoded(source.name, source.data)


def _article(source: Source, tree: "HtmlElement") -> Any:
    try:
        from trafilatura import bare_extraction
    except ImportError as problem:
        raise source.needs("reading saved web pages", "web") from problem
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_precision=True,
            date_extraction_params=dict(DATES),
        )
    except Exception as problem:
        raise source.error("no article can be made out in this page: save its text") from problem
    if found is None:
        raise source.error("no article can be made out in this page: save its text")
    return found


def _day(stated: str | None) -> str | None:
    """A date as found, without the midnight that stands for an unknown time."""
    return stated.removesuffix("T00:00:00") if stated else None
