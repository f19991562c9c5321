"""The findings as JUnit XML, for the test views of build servers.

A suite is a file or article: one failed case for each finding that fails the run, a passed
one with its message for each lesser finding, and one passed case where there is none. What
could not be read is a suite of errors. The form is the one that Jenkins reads.
"""

import html
import re
from collections import defaultdict

from crosscheck.model import ArticleInfo, ClaimRef, Finding, Report
from crosscheck.reports.spots import articles_of, fails, ordered, side, spot
from crosscheck.reports.view import View

# What XML 1.0 cannot hold, not even escaped.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, view: View) -> str:
    """One document of test suites."""
    articles = articles_of(report)
    held: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        held[ordered(finding.claims, view)[0].article].append(finding)
    suites = [_suite(a, held[a.id], articles, view) for a in report.articles]
    if view.problems:
        suites.insert(0, _unread(view.problems))
    cases = sum(count for count, _, _, _ in suites)
    failed = sum(count for _, count, _, _ in suites)
    totals = _attributes(name="crosscheck", tests=cases, failures=failed, errors=len(view.problems))
    body = "".join(text for _, _, _, text in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{totals}>\n{body}</testsuites>\n'


Suite = tuple[int, int, int, str]  # cases, failures, errors, the element


def _suite(
    article: ArticleInfo, findings: list[Finding], articles: dict[str, ArticleInfo], view: View
) -> Suite:
    place = view.places.get(article.id)
    name = place.path if place and place.line else article.id
    cases = [_case(finding, name, articles, view) for finding in findings]
    if not cases:
        cases = [f"  <testcase{_attributes(classname=name, name='no contradiction')}/>\n"]
    failed = sum(fails(finding, view) for finding in findings)
    return _element(name, cases, failures=failed)


def _unread(problems: tuple[str, ...]) -> Suite:
    cases = [
        f"  <testcase{_attributes(classname='input', name=problem)}>\n"
        f"   <error{_attributes(message=problem)}/>\n  </testcase>\n"
        for problem in problems
    ]
    return _element("input", cases, errors=len(cases))


def _element(name: str, cases: list[str], failures: int = 0, errors: int = 0) -> Suite:
    given = _attributes(name=name, tests=len(cases), failures=failures, errors=errors)
    return len(cases), failures, errors, f" <testsuite{given}>\n{''.join(cases)} </testsuite>\n"


def _case(finding: Finding, name: str, articles: dict[str, ArticleInfo], view: View) -> str:
    claims = ordered(finding.claims, view)
    where = spot(articles[claims[0].article], claims[0].start, claims[0].end, view)
    title = f"{finding.code} {finding.name} at {where.line}:{where.column}"
    text = _text("\n".join(_details(finding, claims, articles, view)))
    if fails(finding, view):
        given = _attributes(message=finding.message, type=finding.severity.label)
        inner = f"<failure{given}>{text}</failure>"
    else:
        inner = f"<system-out>{_text(f'{finding.severity.label}: {finding.message}')}\n{text}</system-out>"
    return f"  <testcase{_attributes(classname=name, name=title)}>\n   {inner}\n  </testcase>\n"


def _details(
    finding: Finding, claims: list[ClaimRef], articles: dict[str, ArticleInfo], view: View
) -> list[str]:
    """The claims with their places, the reasons, what to write: one line each."""
    lines = []
    for claim in claims:
        where = spot(articles[claim.article], claim.start, claim.end, view)
        lines.append(f"{where.name}:{where.line}:{where.column}: {claim.text} ({side(claim)})")
    lines += [f"why: {reason}" for reason in finding.reasons]
    return [*lines, f"help: write {finding.suggestion}"] if finding.suggestion else lines


def _text(text: str) -> str:
    return html.escape(FORBIDDEN.sub("\ufffd", text), quote=False)


def _attributes(**values: object) -> str:
    """Attributes of an element; line breaks are kept as character references."""
    given = {key: html.escape(FORBIDDEN.sub("\ufffd", str(value))) for key, value in values.items()}
    for mark in "\t\n\r":
        given = {key: value.replace(mark, f"&#{ord(mark)};") for key, value in given.items()}
    return "".join(f' {key}="{value}"' for key, value in given.items())
