"""Pages made of the invented articles, and a headless browser to open them in."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

import crosscheck
from crosscheck.model import Report
from crosscheck.readers import read
from crosscheck.reports import render
from crosscheck.reports.view import Place, View


def reading(root: Path, folder: str) -> Any:
    return read([str(root / "fixtures" / folder)])


@frozen
class Made:
    """A report and its page."""

    report: Report
    view: View
    page: str


@pytest.fixture(scope="session")
def checked(root: Path) -> Made:
    """All articles of `fixtures/` against each other."""
    folders = ("tram-derailment", "truce-talks", "brewery-takeover")
    found = [one for folder in folders for one in reading(root, folder).loaded]
    report = crosscheck.check([one.article for one in found])
    view = View({one.article.id: Place(one.path, one.line) for one in found})
    return Made(report, view, render(report, "html", view))


@pytest.fixture(scope="session")
def compared(root: Path) -> Made:
    """A draft against its sources."""
    articles = [one.article for one in reading(root, "tram-derailment").loaded]
    draft, *sources = sorted(articles, key=lambda article: article.source != "The Public Record")
    report = crosscheck.compare(draft, sources)
    view = View(draft=draft.id)
    return Made(report, view, render(report, "html", view))


Opened = Callable[..., Any]


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Opened]:
    """Opens a page from a file; afterwards nothing may have been requested, refused or complained about."""
    contexts, complaints, requests = [], [], []

    def open_page(content: str, **settings: Any) -> Any:
        context = chromium.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(content, encoding="utf-8")
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert all(url.startswith("file:") and "/page-" in url for url in requests), requests
