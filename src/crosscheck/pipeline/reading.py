"""Articles put in order and read, in several processes where that is worth starting them."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from attrs import evolve

from crosscheck.config import Config
from crosscheck.errors import InputError
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import elapsed_claims, telling_names
from crosscheck.extraction.document import Document
from crosscheck.extraction.parts import part_claims
from crosscheck.extraction.rankings.claims import rank_claims
from crosscheck.extraction.tallies import tally_claims
from crosscheck.lexicon import gazetteer
from crosscheck.model import Article, Claim
from crosscheck.processes import Progress, mapped

MANY_JOBS_FROM = 500_000  # code points of all articles; fewer are read before processes have started


def in_order(articles: Iterable[Article]) -> list[Article]:
    """The articles by their ids; raises `InputError` where two share one."""
    listed = sorted(articles, key=lambda a: a.id)
    for one, two in pairwise(listed):
        if one.id == two.id:
            raise InputError(f"two articles share the id {one.id!r}: give each article an id of its own")
    return listed


class Stated(NamedTuple):
    """The claims of articles: those of single values, elapsed times, votes, parts, places in orders."""

    claims: list[Claim]
    elapsed: list[Claim]
    tallies: list[Claim]
    parts: list[Claim]
    ranks: list[Claim]


class Read:
    """What an article states, as claims of article `number`: what is kept between runs.

    With `keep` the document is kept too; else it is made anew where it is asked for.
    """

    __slots__ = ("_document", "article", "as_of", "claims", "elapsed", "names", "parts", "ranks", "tallies")

    def __init__(self, article: Article, number: int, *, keep: bool) -> None:
        document = Document(article)
        found = mentions(document)
        self.article = article
        self.as_of = document.as_of
        self.claims = bind(document, found, number)
        self.elapsed = elapsed_claims(document, found, number)
        self.tallies = tally_claims(document, number)
        self.parts = part_claims(document, number)
        self.ranks = rank_claims(document, found, number)
        self.names = telling_names(document)
        self._document = document if keep else None

    @property
    def document(self) -> Document:
        """Its tokens, zones and sentences: kept, or made anew."""
        return self._document or Document(self.article)

    def stated(self, number: int) -> "Stated":
        """What it states, as claims of article `number`."""
        own = (self.claims, self.elapsed, self.tallies, self.parts, self.ranks)
        return Stated(*(_numbered(some, number) for some in own))


def _numbered(claims: list[Claim], number: int) -> list[Claim]:
    return [c if c.article == number else evolve(c, article=number) for c in claims]


def read_all(
    articles: Sequence[Article], config: Config, progress: Progress | None, *, keep: bool = True
) -> list[Read]:
    """The articles read, in `config.jobs` processes where that is worth starting them."""
    reader = partial(_read_with, config.gazetteer == "large", keep)
    return list(mapped(reader, list(enumerate(articles)), jobs_for(articles, config), progress))


def jobs_for(articles: Iterable[Article], config: Config) -> int:
    """The number of processes for articles: one where more would start in vain."""
    worth = sum(len(article.text) for article in articles) >= MANY_JOBS_FROM
    return config.jobs if worth else 1


def _read_with(larger: bool, keep: bool, numbered: tuple[int, Article]) -> Read:
    """An article read with the built-in gazetteer or the larger one, in whatever process."""
    gazetteer.use(larger=larger)
    number, article = numbered
    return Read(article, number, keep=keep)
