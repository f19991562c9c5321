"""The way of the data, end to end: articles in, mentions, findings or a report out.

`reading` reads articles, `groups` finds what is about one fact, `run` asks the rules, `told` and
`members` put what comes of it into a report's words.
"""

from collections.abc import Iterable
from datetime import date, datetime
from os import PathLike
from typing import TYPE_CHECKING, TypeAlias

from crosscheck.align.cast import KINDS as NAMES
from crosscheck.align.cast import resolve
from crosscheck.config import Config
from crosscheck.errors import InputError, UsageError
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.document import Document
from crosscheck.extraction.names.alone import find as holders
from crosscheck.model import Article, AsOf, Claim, Entity, Mention, Report
from crosscheck.pipeline.members import entity
from crosscheck.pipeline.reading import Read, in_order, read_all
from crosscheck.pipeline.run import Run
from crosscheck.processes import Progress, collecting_rarely

if TYPE_CHECKING:
    from crosscheck.sheet import Sheet

__all__ = ["Corpus", "check", "compare", "entities", "extract"]

Facts: TypeAlias = "Sheet | str | PathLike[str] | None"  # what a sheet may be given as


def extract(
    article: Article | str, reference: date | None = None, *, kinds: Iterable[str] | None = None
) -> list[Mention]:
    """The normalised values of one article or text, in the order of the text.

    `reference` is the day from which the text speaks where its own date is unknown or
    should not count. `kinds` limits the work to kinds of value: "quantity", "ordinal", "date",
    "time", "duration", "age", "person", "organisation", "place", "quotation". Offsets of the
    mentions are code-point indexes into the text.
    """
    article = article if isinstance(article, Article) else Article(article)
    day = reference.date() if isinstance(reference, datetime) else reference
    return mentions(Document(article, AsOf(day, "metadata") if day else None), kinds)


def check(
    articles: Iterable[Article],
    *,
    sheet: Facts = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check articles against each other, all against all, and each within itself.

    `sheet` is a `Sheet` of facts that the desk holds to be true, or the path of one; where it
    speaks, it decides. `config` says which rules run, in how many processes; without it all
    rules that are on by themselves. `progress` is told how many articles have been read, of how
    many. The report is the same whatever the order of the articles. Raises `InputError` where
    two articles share an id or the sheet cannot be read, `UsageError` where it is no sheet.
    """
    config = config or Config()
    listed = in_order(articles)
    facts = _sheet(sheet, config)
    with collecting_rarely():
        read = read_all(listed, config, progress, keep=facts is not None)
        return Run(read, config, sheet=facts).report()


def compare(
    draft: Article,
    sources: Iterable[Article],
    *,
    sheet: Facts = None,
    config: Config | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check one draft against its sources: findings that touch the draft, and its tick sheet.

    Takes and raises what `check` does.
    """
    return Corpus(sources, config=config, progress=progress).compare(draft, sheet=sheet)


def entities(articles: Iterable[Article], *, progress: Progress | None = None) -> tuple[Entity, ...]:
    """The cast of articles: each person, organisation and place once, in the order of first mention.

    Articles count in the order of their ids, so that the cast is the same whatever order they are
    given in. Credits, bylines and other furniture name nobody. Raises `InputError` where two
    articles share an id. `progress` is told how many articles have been read, of how many.
    """
    listed = in_order(articles)
    claims: list[Claim] = []
    for number, article in enumerate(listed):
        document = Document(article)
        named = [*mentions(document, NAMES), *holders(document)]
        named.sort(key=lambda m: (m.start, m.end, m.kind))
        claims.extend(bind(document, named, number))
        if progress is not None:
            progress(number + 1, len(listed))
    return tuple(entity(member, listed) for member in resolve(claims).members)


class Corpus:
    """Sources read once, to be compared with many drafts."""

    def __init__(
        self,
        sources: Iterable[Article],
        *,
        config: Config | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.config = config or Config()
        with collecting_rarely():
            self._read = read_all(in_order(sources), self.config, progress)

    def compare(self, draft: Article, *, sheet: Facts = None) -> Report:
        """The findings that touch the draft, and its tick sheet (`report.ticks`).

        Raises `InputError` where a source has the draft's id or the `sheet` cannot be read.
        """
        if any(read.article.id == draft.id for read in self._read):
            raise InputError(
                f"the draft and a source share the id {draft.id!r}: give each article an id of its own"
            )
        ordered = sorted(
            [*self._read, Read(draft, len(self._read), keep=True)], key=lambda read: read.article.id
        )
        with collecting_rarely():
            return Run(ordered, self.config, draft=draft.id, sheet=_sheet(sheet, self.config)).report()


def _sheet(given: Facts, config: Config) -> "Sheet | None":
    """The sheet that is given, else that of the settings; raises `UsageError` where it is no sheet."""
    given = config.sheet if given is None else given
    if given is None:
        return None
    from crosscheck.sheet import Sheet

    if isinstance(given, Sheet):
        return given
    if isinstance(given, (str, PathLike)):
        return Sheet.read(given)
    raise UsageError(f"sheet must be a Sheet or the path of one, not {type(given).__name__}")
