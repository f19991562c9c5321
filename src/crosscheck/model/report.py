"""The report of a run: its articles, findings, ticks and the rest."""

import json
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from crosscheck.model.findings import Declined, Evidence, Finding
from crosscheck.model.series import Series
from crosscheck.model.ticks import Tick

SCHEMA = "crosscheck-report/1"


@frozen(slots=True)
class ArticleInfo:
    """What the report says of an article, with its text for showing lines (not in `to_dict`).

    `sheet` tells a facts sheet, which takes part as an article, from the articles.
    """

    id: str
    title: str | None
    source: str | None
    published: str | None
    as_of: str | None
    as_of_from: str
    text: str = field(repr=False, default="")
    sheet: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "published": self.published,
            "as_of": self.as_of,
            "as_of_from": self.as_of_from,
        }


@frozen(slots=True)
class Report:
    """The outcome of a run: iterate it for the findings.

    `silenced` counts the findings that rulings took out; `unused_waivers` are comments in
    articles that waive a rule and silence nothing.
    """

    findings: tuple[Finding, ...]
    articles: tuple[ArticleInfo, ...]
    ticks: tuple[Tick, ...] = ()
    declined: tuple[Declined, ...] = ()
    declined_omitted: int = 0
    version: str = "0.1.0"
    series: tuple[Series, ...] = ()
    series_omitted: int = 0
    silenced: int = 0
    unused_waivers: tuple[Evidence, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, schema "crosscheck-report/1"."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "articles": [a.to_dict() for a in self.articles],
            "findings": [f.to_dict() for f in self.findings],
            "ticks": [t.to_dict() for t in self.ticks],
            "declined": [d.to_dict() for d in self.declined],
            "declined_omitted": self.declined_omitted,
            "series": [s.to_dict() for s in self.series],
            "series_omitted": self.series_omitted,
            "silenced": self.silenced,
            "unused_waivers": [w.to_dict() for w in self.unused_waivers],
        }

    def to_json(self, *, indent: int | None = 1) -> str:
        """The report as JSON text; byte-identical for the same input in any order."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_dataframe(self, of: str = "findings", *, library: str | None = None) -> Any:
        """A part of the report as a data frame of pandas, or of polars where that alone is installed.

        `of` is "findings" (one row a claim), "ticks", "declined" (one row a reason, with an
        example), "articles" or "series" (one row a figure); `library` is "pandas" or "polars".
        Raises `UsageError` where neither is installed, or `of` or `library` is another word.
        """
        from crosscheck.notebook import frame

        return frame(self.to_dict(), of, library)

    def _repr_html_(self) -> str:
        """The report in a notebook's cell: the first findings, and how many there are."""
        from crosscheck.notebook import compact_html

        return compact_html(self.to_dict())
