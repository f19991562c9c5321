"""Run the scorers of the measurement folder and print one Markdown table.

    python benchmarks/quality.py [EVAL_FOLDER] [--fast] [--sample N] [--write]

EVAL_FOLDER holds `score_*.py` (default `../shared/eval` beside the project), its data lie in
`../data` from there. `--fast` leaves out the real clusters and the pairs, which take minutes;
`--sample N` takes every N-th cluster. `--write` puts the table into `docs/quality.md`.
Floors stand in `benchmarks/floors.toml`; a figure under its floor is marked, and the exit
status is then 1. The values scorer needs the extra `bench`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT.parent / "shared" / "eval"
FLOORS = Path(__file__).resolve().parent / "floors.toml"
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- table: written by benchmarks/quality.py -->", "<!-- end of table -->"

# name, scorer, data (in the data folder, or a path of the project), whether it takes minutes
RUNS: tuple[tuple[str, str, str | Path, bool], ...] = (
    ("seeds", "score_cases.py", "seeds/case", False),
    ("cases", "score_cases.py", "cases", False),
    ("own cases, seen", "score_cases.py", ROOT / "tests/cases/seen", False),
    ("own cases, unseen", "score_cases.py", ROOT / "tests/cases/unseen", False),
    ("values", "score_values.py", "values", False),
    ("pairs", "score_pairs.py", "pairs/pairs.jsonl.gz", True),
    ("clusters", "score_clusters.py", "clusters", True),
)

OWN = ("recall", "precision", "traps_hit", "traps")

# The figures shown, as paths into a scorer's result; None: every row's F1.
SHOWN: dict[str, tuple[str, ...]] = {
    "seeds": ("found", "discrepancies", "false_alarms", "traps_hit", "traps"),
    "cases": (
        "recall",
        "precision",
        "average_precision",
        "false_alarms_per_1000_words",
        "traps_hit",
        "traps",
    ),
    "own cases, seen": OWN,
    "own cases, unseen": OWN,
    "pairs": ("all.f1", "all.precision", "all.recall", "all.false_alarm_rate"),
    "clusters": (
        "injected_recall",
        "natural_to_flag",
        "natural_alarms",
        "noise_per_1000_words",
        "words_per_second_per_core",
    ),
}


def score(name: str, folder: Path, *, sample: int | None = None) -> dict[str, Any]:
    """One scorer's result. Raises `FileNotFoundError` where scorer or data are absent."""
    _, scorer, data, _ = next(run for run in RUNS if run[0] == name)
    where = folder.parent / "data" / data
    for path in (folder / scorer, where):
        if not path.exists():
            raise FileNotFoundError(f"{path} is absent: give the measurement folder as argument")
    with tempfile.TemporaryDirectory() as home:
        out = Path(home) / "result.json"
        command = [sys.executable, str(folder / scorer), str(where), "--json", str(out)]
        if name == "clusters" and sample:
            command += ["--sample", str(sample)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{scorer} failed:\n{done.stderr[-2000:]}")
        result: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return result


def figures(name: str, result: Mapping[str, Any]) -> dict[str, float | str]:
    """The figures of a result that are shown and have floors."""
    if name == "values":
        return {row: cells["f1"] for row, cells in result.items()}
    shown: dict[str, float | str] = {}
    for path in SHOWN[name]:
        value: Any = result
        for key in path.split("."):
            value = value[key]
        shown[path] = value
    return shown


def floors() -> dict[str, dict[str, dict[str, float]]]:
    """`floors.toml`: by scorer, at least (`floor`) and at most (`ceiling`)."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def share(value: float | str) -> float:
    """A figure as a number: "12/39" is 12."""
    return float(value.split("/")[0]) if isinstance(value, str) else float(value)


def below(name: str, shown: Mapping[str, float | str]) -> Iterator[str]:
    """What falls short of its floor or exceeds its ceiling, in words."""
    limits = floors().get(name, {})
    for key, least in limits.get("floor", {}).items():
        if share(shown[key]) < least:
            yield f"{name}: {key} is {shown[key]}, the floor is {least}"
    for key, most in limits.get("ceiling", {}).items():
        if share(shown[key]) > most:
            yield f"{name}: {key} is {shown[key]}, the ceiling is {most}"


def limit(name: str, key: str) -> str:
    """The floor or ceiling of a figure as the table shows it."""
    limits = floors().get(name, {})
    if key in limits.get("floor", {}):
        return f"≥ {limits['floor'][key]:g}"
    if key in limits.get("ceiling", {}):
        return f"≤ {limits['ceiling'][key]:g}"
    return ""


def rows(name: str, shown: Mapping[str, float | str]) -> Iterator[str]:
    """A scorer's rows of the table."""
    for key, value in shown.items():
        yield f"| {name} | {key.replace('_', ' ')} | {value} | {limit(name, key)} |"


def write(table: str) -> None:
    """Put the table into `docs/quality.md`, between its two marks."""
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    tail = rest.split(END)[1]
    PAGE.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


def main() -> int:
    """Run, print, say what falls short."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--fast", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--sample", type=int, help="every N-th cluster only")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"skipped: {options.folder} is absent; give the folder that holds score_*.py as argument")
        return 0
    table = ["| measured on | figure | value | floor |", "|---|---|---|---|"]
    short: list[str] = []
    for name, _, _, slow in RUNS:
        if slow and options.fast:
            continue
        shown = figures(name, score(name, options.folder.resolve(), sample=options.sample))
        table.extend(rows(name, shown))
        short.extend(below(name, shown))
    print("\n".join(table))
    print("\n".join(short))
    if options.write:
        write("\n".join(table))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
