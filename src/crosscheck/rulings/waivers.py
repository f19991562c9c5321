"""Waivers in a draft: `<!-- crosscheck: ok D101 as the archive has it -->`.

A waiver holds for the line on which it stands; where it stands alone, for the next line that
is not blank. It names rules by code or the beginning of one, several with commas.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from crosscheck.model import ArticleInfo, Evidence, Finding, Report

OPEN, CLOSE = "<!--", "-->"
LONGEST = 500  # characters of a comment that can be a waiver
MARK = re.compile(r"\s*crosscheck\s*:", re.IGNORECASE)
WAIVER = re.compile(
    r"\s*(?i:crosscheck\s*:\s*ok)\s+([A-Z]\d{0,3}(?:\s*,\s*[A-Z]\d{0,3})*)(?:\s+(\S.*?))?\s*", re.DOTALL
)


@frozen(slots=True)
class Waiver:
    """A comment that waives rules: where it is, the lines (from 0) it holds for, the codes.

    There are no codes where the comment is no proper waiver: it then silences nothing.
    """

    at: Evidence
    lines: frozenset[int]
    codes: tuple[str, ...]

    def covers(self, finding: Finding, line: int) -> bool:
        """Whether it holds for a finding's value on a line."""
        return bool(self.codes) and line in self.lines and finding.code.startswith(self.codes)


def waived(report: Report) -> Report:
    """The report without the findings that waivers in its articles silence.

    They are counted in `silenced`; waivers that silence nothing stand in `unused_waivers`.
    """
    marked = {a.id: _Lines(a) for a in report.articles if OPEN in a.text}
    waivers = {name: list(_waivers(lines)) for name, lines in marked.items()}
    if not any(waivers.values()):
        return report
    used: set[Evidence] = set()
    kept = []
    for finding in report.findings:
        held = [
            w
            for c in finding.claims
            if c.side is not None and c.article in waivers
            for w in waivers[c.article]
            if w.covers(finding, marked[c.article].of(c.start))
        ]
        used.update(w.at for w in held)
        if not held:
            kept.append(finding)
    unused = tuple(w.at for some in waivers.values() for w in some if w.at not in used)
    silenced = report.silenced + len(report.findings) - len(kept)
    return evolve(report, findings=tuple(kept), silenced=silenced, unused_waivers=unused)


class _Lines:
    """The lines of an article."""

    def __init__(self, article: ArticleInfo) -> None:
        self.article = article
        self.text = article.text
        self.ends = [m.end() for m in re.finditer("\n", self.text)]

    def of(self, offset: int) -> int:
        """The line (from 0) of an offset."""
        return bisect_right(self.ends, offset)

    @cached_property
    def _telling(self) -> list[int]:
        """For each line the first one from it on that is neither blank nor a comment alone."""
        rows = self.text.split("\n")
        out = [len(rows)] * (len(rows) + 1)
        for line in range(len(rows) - 1, -1, -1):
            row = rows[line].strip()
            bare = not row or (row.startswith(OPEN) and row.endswith(CLOSE) and row.count(OPEN) == 1)
            out[line] = out[line + 1] if bare else line
        return out

    def telling(self, line: int) -> int:
        """The first line from this one on with words of the article."""
        return self._telling[min(line, len(self.ends) + 1)]

    def span(self, line: int) -> tuple[int, int]:
        """Where a line begins and ends."""
        start = self.ends[line - 1] if line else 0
        return start, self.ends[line] if line < len(self.ends) else len(self.text)


def _waivers(lines: _Lines) -> Iterator[Waiver]:
    text = lines.text
    at = text.find(OPEN)
    while at >= 0:
        end = text.find(CLOSE, at)
        if end < 0:
            return
        end += len(CLOSE)
        inner = text[at + len(OPEN) : end - len(CLOSE)]
        if MARK.match(inner):
            found = WAIVER.fullmatch(inner) if len(inner) <= LONGEST else None
            codes = tuple(code.strip() for code in found[1].split(",")) if found else ()
            yield Waiver(Evidence(lines.article.id, at, end, text[at:end]), _held(lines, at, end), codes)
        at = text.find(OPEN, end)


def _held(lines: _Lines, start: int, end: int) -> frozenset[int]:
    """The line of a comment, and the next line with words in it where the comment stands alone."""
    first, last = lines.of(start), lines.of(end - 1)
    begin, stop = lines.span(first)[0], lines.span(last)[1]
    if (lines.text[begin:start] + lines.text[end:stop]).strip():
        return frozenset(range(first, last + 1))
    return frozenset((lines.telling(last + 1),))
