"""The report as one HTML file, from Python."""

import tempfile
from pathlib import Path

import crosscheck
from crosscheck.reports import render

report = crosscheck.check(crosscheck.load(["fixtures/tram-derailment"]))
with tempfile.TemporaryDirectory() as folder:
    page = Path(folder) / "report.html"
    page.write_text(render(report, "html"), encoding="utf-8")
    print(page.name, "written:", page.stat().st_size > 10_000)
