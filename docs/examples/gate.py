"""A step before publication: stop on an error that is not known yet, remember the rest."""

import json
import tempfile
from pathlib import Path

import crosscheck
from crosscheck import Config, Severity

with tempfile.TemporaryDirectory() as folder:
    known_file = Path(folder) / "known.json"
    for attempt in ("first", "second"):
        known = set(json.loads(known_file.read_text())) if known_file.exists() else set()
        report = crosscheck.check(
            crosscheck.load(["fixtures/tram-derailment"]), config=Config(select=("D", "N"))
        )
        new = [f for f in report if f.severity == Severity.ERROR and f.fingerprint not in known]
        print(f"{attempt} run: {len(new)} new errors")
        known_file.write_text(json.dumps(sorted(f.fingerprint for f in report)))
