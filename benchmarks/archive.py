"""How the cost of `check` grows with an archive: seconds, peak memory, and the exponent in claims.

    python benchmarks/archive.py [--articles FILE.jsonl.gz] [--sizes 250,500,1000,2000] [--jobs 2]

Articles come from a file of clusters (JSON Lines, each with `articles`: `text`, `published`,
`title`) or else from `fixtures/`. Stories are taken whole and in a fixed shuffled order, so that
archives of all sizes have the same mix. Where one needs more than there are, stories are told
again word for word with other names (every capitalised word of some rarity gets an ending), so that
they are stories of their own; the table says how many articles are originals.

Every size runs in a process of its own. CPU seconds are those of all its processes, user and system;
where the machine has other work, they and not the seconds on the clock are to be compared. Memory
is the peak of all processes together, pages that they share counted once (Linux; elsewhere the
largest of each, added up). The exponent is the slope of log seconds over log claims (least
squares): 1 is linear, 2 is quadratic, and n log n gives about 1.1 for archives of these sizes.
"""

import argparse
import gzip
import json
import math
import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

from attrs import evolve

import crosscheck
from crosscheck import Article, Config
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.lexicon.words import canonical, rarity

ROOT = Path(__file__).resolve().parent.parent
NAME = re.compile(r"\b[A-Z]\w{2,}\b")
RARE = 9.5  # bits from which a capitalised word is held to be the name of a story
SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "te")


def stories(path: str | None) -> list[list[Article]]:
    """The articles that an archive is made of, story by story, in a fixed shuffled order."""
    if path is None:
        folders = sorted(folder for folder in (ROOT / "fixtures").iterdir() if folder.is_dir())
        found = [crosscheck.load([folder]) for folder in folders]
    else:
        opened = gzip.open if path.endswith(".gz") else open
        with opened(path, "rt", encoding="utf-8") as lines:
            found = [[_article(one) for one in json.loads(line)["articles"]] for line in lines]
    random.Random(0).shuffle(found)  # noqa: S311 - a fixed order, nothing secret
    return found


def _article(row: dict[str, str]) -> Article:
    day = datetime.fromisoformat(row["published"]) if row.get("published") else None
    return Article(row["text"], title=row.get("title"), published=day)


def retold(article: Article, times: int) -> Article:
    """An article with other names: those of the retelling of this number, 0 for its own."""
    if not times:
        return article
    ending = "".join(SYLLABLES[int(digit)] for digit in str(times))

    def renamed(found: re.Match[str]) -> str:
        word = found[0]
        return word + ending if rarity(canonical(word.lower())) >= RARE else word

    text = NAME.sub(renamed, article.text)
    title = NAME.sub(renamed, article.title) if article.title else None
    return Article(text, title=title, published=article.published)


def archive(told: list[list[Article]], size: int) -> list[Article]:
    """So many articles: the stories, then their retellings; the last story may lack some articles."""
    flat = [article for story in told for article in story]
    return [evolve(retold(flat[i % len(flat)], i // len(flat)), id=f"{i:06}") for i in range(size)]


class Memory(Thread):
    """The peak memory of this process and its children, in megabytes, looked at several times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self.over = Event()

    def run(self) -> None:
        while not self.over.wait(0.2):
            self.peak = max(self.peak, sum(map(shared_out, family())))


def family() -> list[int]:
    """The numbers of this process and its children, where the system tells them."""
    with suppress(OSError):
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
        return [os.getpid(), *map(int, children.split())]
    return []


def shared_out(process: int) -> float:
    """The memory of a process in megabytes, pages that n processes share counted as 1/n."""
    with suppress(OSError):
        rows = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024
    return 0.0


def largest(jobs: int) -> float:
    """What the processes needed at most if none shared anything, in megabytes."""
    unit = 2**20 if sys.platform == "darwin" else 1024
    own, child = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (own + jobs * child) / unit


def burnt() -> float:
    """CPU seconds of this process and of its children that have ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def measured(path: str | None, size: int, jobs: int) -> dict[str, float]:
    """What one run takes, in this process: words, claims, seconds, megabytes, findings."""
    told = stories(path)
    articles = archive(told, size)
    crosscheck.check(articles[:2])  # loads what is loaded on first use
    memory = Memory()
    memory.start()
    began, used = time.perf_counter(), burnt()
    report = crosscheck.check(articles, config=Config(jobs=jobs))
    seconds, used = time.perf_counter() - began, burnt() - used
    memory.over.set()
    memory.join()
    return {
        "articles": size,
        "originals": min(size, sum(map(len, told))),
        "words": sum(len(article.text.split()) for article in articles),
        "claims": sum(len(claims(d, mentions(d), 0)) for d in map(Document, articles)),
        "seconds": seconds,
        "cpu": used,
        "megabytes": memory.peak or largest(jobs),
        "findings": len(report),
    }


def exponent(rows: list[dict[str, float]], what: str) -> float:
    """The slope of the log of something over log claims."""
    x = [math.log(row["claims"]) for row in rows]
    y = [math.log(row[what]) for row in rows]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def runs(path: str | None, sizes: list[int], jobs: int) -> Iterator[dict[str, float]]:
    """A run for each size, in a fresh process."""
    for size in sizes:
        command = [sys.executable, __file__, "--child", str(size), "--jobs", str(jobs)]
        command += ["--articles", path] if path else []
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        yield json.loads(done.stdout)


def main() -> None:
    """Print the table and the exponent."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", help="JSON Lines of clusters; without it the fixtures")
    parser.add_argument("--sizes", default="250,500,1000,2000", help="archives, in articles")
    parser.add_argument("--jobs", type=int, default=1, help="processes (0: one for each core)")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measured(options.articles, options.child, options.jobs)))
        return
    print("| articles | originals | words | claims | seconds | CPU s | words/CPU s | memory, MB | findings |")
    print("|---|---|---|---|---|---|---|---|---|")
    rows = []
    for row in runs(options.articles, [int(size) for size in options.sizes.split(",")], options.jobs):
        rows.append(row)
        print(
            f"| {row['articles']:,} | {row['originals']:,} | {row['words']:,} | {row['claims']:,} "
            f"| {row['seconds']:.1f} | {row['cpu']:.1f} | {row['words'] / row['cpu']:,.0f} "
            f"| {row['megabytes']:.0f} | {row['findings']:,} |",
            flush=True,
        )
    if len(rows) > 1:
        print(
            f"\nwith claims, CPU seconds grow to the power of {exponent(rows, 'cpu'):.2f}, "
            f"seconds of {exponent(rows, 'seconds'):.2f}, memory of {exponent(rows, 'megabytes'):.2f}"
        )


if __name__ == "__main__":
    main()
