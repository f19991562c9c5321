"""Start-up time and words per second, by stage, on the articles of `fixtures/`.

    python benchmarks/speed.py [--copies 40] [--peers] [--write]

`--write` puts the table into `docs/performance.md`. `--peers` times other readers of numbers and
dates on the same text in the same run and gives ratios; a peer that is not installed is named and
left out. Times are the best of several runs.
"""

import argparse
import importlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import crosscheck
from crosscheck import Article
from crosscheck.extraction import READERS, mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".md", ".txt"}
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- table: written by benchmarks/speed.py -->", "<!-- end of table -->"

Row = tuple[str, str, str]


def best(run: Callable[[], object], times: int = 5) -> float:
    """The shortest time of several runs, in seconds."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        run()
        took.append(time.perf_counter() - began)
    return min(took)


def child(*arguments: str) -> float:
    """The shortest time in seconds that a fresh interpreter takes, less an empty one's."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}

    def run(*words: str) -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True, env=environment)

    run(*arguments)  # compiles what is not compiled yet
    return best(lambda: run(*arguments), 9)


def start_up() -> Iterator[Row]:
    """How long it takes until something happens."""
    empty = child("-c", "")
    yield "empty interpreter", f"{1000 * empty:.0f} ms", ""
    yield "`import crosscheck`", f"{1000 * (child('-c', 'import crosscheck') - empty):.0f} ms", "60 ms"
    yield "`crosscheck --version`", f"{1000 * child('-m', 'crosscheck', '--version'):.0f} ms", "150 ms"


def folders() -> list[list[Article]]:
    """The articles of each fixture folder."""
    return [
        crosscheck.load(sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES))
        for folder in sorted((ROOT / "fixtures").iterdir())
        if folder.is_dir()
    ]


# What is done on a document before a stage is timed, in this order.
BEFORE: dict[str, Callable[[Document], object]] = {
    "zones": lambda _: None,
    "sentences": lambda d: d.zones,
    "mentions": lambda d: (d.zones, d.sentences, d.as_of),
}


def timed(articles: list[Article], copies: int, stage: str, run: Callable[[Document], object]) -> float:
    """The shortest time in seconds of a stage over all documents."""
    shortest = float("inf")
    for _ in range(3):
        ready = [Document(a) for _ in range(copies) for a in articles]
        for document in ready:
            BEFORE[stage](document)
        began = time.perf_counter()
        for document in ready:
            run(document)
        shortest = min(shortest, time.perf_counter() - began)
    return shortest


def stages(articles: list[Article], copies: int) -> Iterator[Row]:
    """Microseconds a word for each stage of reading."""
    words = copies * sum(len(a.text.split()) for a in articles)

    def row(name: str, seconds: float) -> Row:
        return name, f"{1e6 * seconds / words:.2f} µs a word", ""

    def stage(before: str, run: Callable[[Document], object]) -> float:
        return timed(articles, copies, before, run)

    yield row("tokens", best(lambda: [Document(a) for _ in range(copies) for a in articles], 3))
    yield row("zones", stage("zones", lambda d: d.zones))
    yield row("sentences, as-of day", stage("sentences", lambda d: (d.sentences, d.as_of)))
    # A reader sees what those before it have left, so each is timed as a difference.
    kinds: frozenset[str] = frozenset()
    before = 0.0
    for name, gives in READERS:
        kinds |= gives
        so_far = stage("mentions", partial(mentions, kinds=kinds))
        yield row(name, so_far - before)
        before = so_far
    bound = stage("mentions", lambda d: claims(d, mentions(d), 0))
    yield row("claims", bound - before)


def throughput(groups: list[list[Article]], copies: int) -> Iterator[Row]:
    """Words per second of the two main calls."""
    articles = [a for group in groups for a in group]
    words = sum(len(a.text.split()) for a in articles)
    numbers = best(
        lambda: [crosscheck.extract(a, kinds=("quantity",)) for _ in range(copies) for a in articles]
    )
    extract = best(lambda: [crosscheck.extract(a) for _ in range(copies) for a in articles])
    check = best(lambda: [crosscheck.check(group) for _ in range(copies) for group in groups], 3)
    yield "`extract`, quantities only", f"{copies * words / numbers:,.0f} words/s", "150,000 words/s"
    yield "`extract`, all kinds", f"{copies * words / extract:,.0f} words/s", "100,000 words/s"
    yield "`check`", f"{copies * words / check:,.0f} words/s", "20,000 words/s"


# Name, module, what it reads, how it is called.
PEERS: tuple[tuple[str, str, str, Callable[[Any, str], object]], ...] = (
    ("quantulum3", "quantulum3.parser", "quantity", lambda module, text: module.parse(text)),
    ("number-parser", "number_parser", "quantity", lambda module, text: module.parse(text)),
    ("text2num", "text_to_num", "quantity", lambda module, text: module.alpha2digit(text, "en")),
    (
        "dateparser",
        "dateparser.search",
        "date",
        lambda module, text: module.search_dates(text, languages=["en"]),
    ),
)


def peers(articles: list[Article]) -> Iterator[Row]:
    """How many times as long other readers take for the same text."""
    texts = [a.text for a in articles]
    for name, where, kind, parse in PEERS:
        module = None
        with suppress(ImportError):
            module = importlib.import_module(where)
        if module is None:
            yield name, "not installed", ""
            continue
        ours = best(partial(run_all, partial(crosscheck.extract, kinds=(kind,)), texts))
        theirs = best(partial(run_all, partial(parse, module), texts), 2)
        yield name, f"{theirs / ours:,.1f} times as long as `extract` of kind {kind}", ""


def run_all(read: Callable[[str], object], texts: list[str]) -> None:
    """Read every text."""
    for text in texts:
        read(text)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=40, help="how often the fixtures are read (default 40)")
    parser.add_argument("--peers", action="store_true", help="time other libraries too")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md")
    options = parser.parse_args()
    groups = folders()
    articles = [a for group in groups for a in group]
    rows = [*start_up(), *stages(articles, options.copies), *throughput(groups, options.copies)]
    if options.peers:
        rows.extend(peers(articles))
    table = "\n".join(
        ["| what | measured | goal |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
    )
    print(table)
    if options.write:
        head, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        tail = rest.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
