"""Where a claim stands in its file, and in which order claims are shown."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from crosscheck.model import ArticleInfo, ClaimRef, Evidence, Finding, Report
from crosscheck.reports.excerpt import position, printable
from crosscheck.reports.view import Place, View


@frozen(slots=True)
class Spot:
    """A stretch of an article: lines and columns from 1, the end behind the last code point.

    `name` is the path of the file where the lines are the file's (`in_file`), else the
    article's id, and the lines are those of its text. `path` is the file in either case,
    None where the article came from no file.
    """

    name: str
    path: str | None
    in_file: bool
    line: int
    column: int
    end_line: int
    end_column: int


def spot(article: ArticleInfo, start: int, end: int, view: View) -> Spot:
    """Where a stretch of an article's text stands."""
    place = view.places.get(article.id) or Place("")
    in_file = bool(place.line)
    first = place.line or 1
    line, column = position(article.text, start)
    end_line, end_column = position(article.text, end)
    return Spot(
        name=place.path if in_file else article.id,
        path=place.path or None,
        in_file=in_file,
        line=line + first - 1,
        column=column,
        end_line=end_line + first - 1,
        end_column=end_column,
    )


def articles_of(report: Report) -> dict[str, ArticleInfo]:
    """The report's articles by id."""
    return {article.id: article for article in report.articles}


def ordered(claims: Iterable[ClaimRef], view: View) -> list[ClaimRef]:
    """The claims with the draft's first, then sides in order, those without a side last."""
    return sorted(claims, key=lambda c: (c.article != view.draft, c.side is None, c.side or ""))


def sources(evidence: Iterable[Evidence], articles: Mapping[str, ArticleInfo]) -> list[str]:
    """Who stands behind some evidence: publishers, or article ids where they are unknown, each once."""
    names = (articles[e.article].source or e.article for e in evidence)
    return list(dict.fromkeys(printable(name) for name in names))


def side(claim: ClaimRef) -> str:
    """The side a claim takes, in words."""
    return f"side {claim.side}" if claim.side else "fits more than one side"


def fails(finding: Finding, view: View) -> bool:
    """Whether a finding is one that fails the run."""
    return view.fail_on is not None and finding.severity >= view.fail_on
