"""Files to articles: one module a format, listed in `READERS`.

A reader takes a `Source` (name and content of a file) and gives `Loaded` articles; it raises
`InputError` with one clear line where the file is not what it should be. To add a format:
one module with a `read` function and one line in the table.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from os import PathLike

from attrs import frozen

from crosscheck.errors import InputError
from crosscheck.model import Article
from crosscheck.processes import Progress, mapped
from crosscheck.readers.files import content, expand
from crosscheck.readers.source import Loaded, Source

Reader = Callable[[Source], Iterator[Loaded]]

# Suffix -> module. Files with other suffixes are what they look like, or else plain text.
READERS: dict[str, str] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".json": "json",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".html": "web",
    ".htm": "web",
    ".xhtml": "web",
    ".docx": "docx",
}
# What needs another tool first, and which.
FOREIGN = {
    ".pdf": "a PDF: convert it to text first, for instance with pdftotext",
    ".doc": "a Word document of the old kind: save it as .docx or plain text first",
    ".odt": "an OpenDocument text: save it as .docx or plain text first",
    ".rtf": "an RTF document: save it as .docx or plain text first",
    ".mhtml": "a web archive: save the page as HTML first",
}
SLOW = frozenset({".html", ".htm", ".xhtml", ".docx"})  # some 20 ms a file
MANY_JOBS_FROM = 20  # files of these kinds
OFFICE = b"PK\x03\x04"
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE
)


@frozen(slots=True)
class Reading:
    """What came of reading paths: the articles in the order read, and what could not be read."""

    loaded: tuple[Loaded, ...]
    problems: tuple[InputError, ...]

    @property
    def articles(self) -> list[Article]:
        return [one.article for one in self.loaded]


def load(paths: str | PathLike[str] | Iterable[str | PathLike[str]]) -> list[Article]:
    """Read articles from files, folders and globs, in the order of the paths, folders sorted.

    An article's id is its path as given, or what its metadata says. Raises `InputError`
    naming everything that cannot be read, one line each; `read` gives the rest as well.
    """
    reading = read(paths)
    if reading.problems:
        raise InputError("\n".join(map(str, reading.problems)))
    return reading.articles


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Reading:
    """Read what can be read; a file that cannot be read is a problem and stops no other.

    Of two articles with one id the first is kept and the other is a problem. `jobs` is the
    number of processes (0: one a core) that read files which are slow to read; `progress` is
    told how many files have been read, of how many.
    """
    loaded: dict[str, Loaded] = {}
    names, problems = expand(paths, frozenset(READERS))
    slow = sum(_suffix(name) in SLOW for name in names) >= MANY_JOBS_FROM
    for found, wrong in mapped(_tried, names, jobs if slow else 1, progress):
        for one in found:
            held = loaded.setdefault(one.article.id, one)
            if held is not one:
                problems.append(_twice(held, one))
        problems.extend(wrong)
    return Reading(tuple(loaded.values()), tuple(problems))


def _tried(name: str) -> tuple[list[Loaded], list[InputError]]:
    """The articles of one file up to where it cannot be read on, and then the problem."""
    loaded: list[Loaded] = []
    try:
        loaded.extend(_of(name))
    except InputError as problem:
        return loaded, [problem]
    return loaded, []


def _twice(held: Loaded, other: Loaded) -> InputError:
    return InputError(
        f"{other.path}: the id {other.article.id!r} was taken by an article in {held.path}; "
        "this one is not checked: give each article an id of its own"
    )


def _of(name: str) -> Iterator[Loaded]:
    """The articles of one file."""
    suffix = _suffix(name)
    if suffix in FOREIGN:
        raise InputError(f"{name}: {FOREIGN[suffix]}")
    source = Source(name, content(name))
    reader: Reader = import_module(f"{__name__}.{_format(source, READERS.get(suffix))}").read
    yield from reader(source)


def _suffix(name: str) -> str:
    return name[name.rfind(".") :].lower() if "." in name else ""


def _format(source: Source, named: str | None) -> str:
    """The module that reads a file: what its content is beyond doubt, what its name says, or a guess."""
    if source.data.startswith(OFFICE) and b"word/" in source.data:
        return "docx"
    if PAGE.match(source.data[:1000].removeprefix(b"\xef\xbb\xbf")):
        return "web"
    if named:
        return named
    text = source.text
    looks = text[:200].lstrip()[:1] in ("{", "[") and text.rstrip()[-1:] in ("}", "]")
    return "json" if looks else "plain"
