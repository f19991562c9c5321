"""SARIF against a model of the parts of the standard that are used, with nothing else allowed."""

import json
import re
from typing import Any, Literal

import cattrs
import pytest
from attrs import evolve, field, frozen
from attrs.validators import ge, matches_re, min_len, optional
from syrupy.assertion import SnapshotAssertion

from crosscheck.model import Report
from crosscheck.reports import render
from crosscheck.reports.view import Place, View

Level = Literal["none", "note", "warning", "error"]
URI = matches_re(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/%]+")  # RFC 3986
ESCAPED = matches_re(r"(?s)(?:[^\\\[\]{}]|\\[\\\[\]]|\{\{|\}\})*")  # 3.11.5, 3.11.6


@frozen
class Message:
    text: str = field(validator=ESCAPED)


@frozen
class Help:
    text: str
    markdown: str


@frozen
class Configuration:
    level: Level
    enabled: bool


@frozen
class Descriptor:
    id: str = field(validator=min_len(1))
    name: str
    shortDescription: Message | None = None
    help: Help | None = None
    defaultConfiguration: Configuration | None = None
    properties: dict[str, Any] | None = None


@frozen
class Component:
    name: str
    version: str
    rules: list[Descriptor]


@frozen
class Tool:
    driver: Component


@frozen
class Snippet:
    text: str


@frozen
class Region:
    startLine: int = field(validator=ge(1))
    startColumn: int = field(validator=ge(1))
    endLine: int = field(validator=ge(1))
    endColumn: int = field(validator=ge(1))
    snippet: Snippet


@frozen
class Artifact:
    uri: str = field(validator=URI)


@frozen
class Physical:
    artifactLocation: Artifact
    region: Region | None = None


@frozen
class Logical:
    name: str
    fullyQualifiedName: str
    kind: str


@frozen
class Location:
    message: Message
    physicalLocation: Physical | None = None
    logicalLocations: list[Logical] | None = None
    id: int | None = field(default=None, validator=optional(ge(-1)))


@frozen
class Notification:
    level: Level
    message: Message


@frozen
class Invocation:
    executionSuccessful: bool
    toolExecutionNotifications: list[Notification]


@frozen
class Result:
    ruleId: str
    ruleIndex: int
    level: Level
    message: Message
    locations: list[Location] = field(validator=min_len(1))
    relatedLocations: list[Location]
    partialFingerprints: dict[str, str]
    properties: dict[str, Any]


@frozen
class Run:
    tool: Tool
    columnKind: Literal["utf16CodeUnits", "unicodeCodePoints"]
    invocations: list[Invocation]
    results: list[Result]


@frozen
class Log:
    schema: str
    version: Literal["2.1.0"]
    runs: list[Run]


def read(text: str) -> Run:
    """The run of a log; raises where a key is unknown, missing or of another type."""
    data = json.loads(text)
    data["schema"] = data.pop("$schema")
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))
    (run,) = converter.structure(data, Log).runs
    assert all(run.tool.driver.rules[r.ruleIndex].id == r.ruleId for r in run.results)
    return run


def _exactly(kind: type) -> Any:
    def check(value: object, _: object) -> object:
        assert type(value) is kind, f"{value!r} is no {kind.__name__}"
        return value

    return check


def test_sarif(report: Report, view: View, snapshot: SnapshotAssertion):
    made = render(report, "sarif", view)
    run = read(made)
    assert made == snapshot
    assert run.columnKind == "unicodeCodePoints"
    first = run.results[0]
    assert first.partialFingerprints == {"crosscheck/v1": "D101-0123456789abcdef"}
    assert [place.id for place in first.relatedLocations] == [1, 2]


def test_a_column_points_at_the_words(report: Report, view: View):
    (where,) = read(render(report, "sarif", view)).results[0].locations
    assert where.physicalLocation
    region = where.physicalLocation.region
    assert region
    line = report.articles[2].text.split("\n")[region.startLine - 1]
    assert line[region.startColumn - 1 : region.endColumn - 1] == region.snippet.text == "October 7, 2022"


def test_without_a_view(report: Report):
    run = read(render(report, "sarif"))
    assert [rule.id for rule in run.tool.driver.rules] == ["D101", "N202"]
    (where,) = run.results[0].locations
    assert where.physicalLocation is None
    assert where.logicalLocations
    assert where.logicalLocations[0].fullyQualifiedName == "wire:3:28"


def test_the_rules_help_is_their_manual_page(report: Report, view: View):
    run = read(render(report, "sarif", view))
    rule = run.tool.driver.rules[0]
    assert rule.help
    assert rule.shortDescription
    assert "**Flagged:**" in rule.help.markdown
    assert rule.shortDescription.text == "Two articles date one event to the same day of different years."


def test_unread_files_are_said(report: Report, view: View):
    (done,) = read(render(report, "sarif", evolve(view, problems=("a [b].pdf: broken",)))).invocations
    assert not done.executionSuccessful
    assert [note.message.text for note in done.toolExecutionNotifications] == [r"a \[b\].pdf: broken"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("in/the wire.txt", "in/the%20wire.txt"),
        ("/in/wire.txt", "file:///in/wire.txt"),
        ("a:b%.txt", "a%3Ab%25.txt"),
        ("Zürich.txt", "Z%C3%BCrich.txt"),
        ("\udcff.txt", "%3F.txt"),  # a name that is no UTF-8
    ],
)
def test_paths_become_uris(report: Report, path: str, uri: str):
    run = read(render(report, "sarif", View({"wire": Place(path, 1)})))
    where = run.results[0].locations[0].physicalLocation
    assert where
    assert where.artifactLocation.uri == uri


def test_what_looks_like_a_link_or_a_placeholder_is_none(report: Report, view: View):
    finding = evolve(report.findings[0], message=r"see [here](1) {0} \x")
    run = read(render(evolve(report, findings=(finding,)), "sarif", view))
    text = run.results[0].message.text.splitlines()[0]
    assert text == r"see \[here\](1) {{0}} \\x"
    assert re.sub(r"\\(.)|([{}])\2", r"\1\2", text) == finding.message
