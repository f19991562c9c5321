"""The way of the data, end to end: articles in, mentions, findings or a report out."""

from collections.abc import Iterable
from datetime import date, datetime

from crosscheck.extraction import mentions
from crosscheck.extraction.document import Document
from crosscheck.model import Article, AsOf, Mention


def extract(
    article: Article | str, reference: date | None = None, *, kinds: Iterable[str] | None = None
) -> list[Mention]:
    """The normalised values of one article or text, in the order of the text.

    `reference` is the day from which the text speaks where its own date is unknown or
    should not count; `kinds` limits the work ("quantity", "date", "person" ...).
    """
    article = article if isinstance(article, Article) else Article(article)
    day = reference.date() if isinstance(reference, datetime) else reference
    return mentions(Document(article, AsOf(day, "metadata") if day else None), kinds)
