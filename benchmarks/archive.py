"""How the cost of `check` grows with an archive: time, peak memory, and the exponent in claims.

    python benchmarks/archive.py [--articles FILE.jsonl.gz] [--sizes 250,500,1000,2000] [--jobs 2]

Articles come from a file of clusters (JSON Lines, each with `articles`: `text`, `published`,
`title`) or else from `fixtures/`. Where an archive needs more than there are, stories are told
again with other names, each under names of its own, so that they are stories of their own. Every
size runs in a process of its own, whose peak memory is read at the end. The exponent is the slope
of log time over log claims (least squares): 1 is linear, 2 is quadratic.
"""

import argparse
import gzip
import json
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import crosscheck
from crosscheck import Article, Config
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.lexicon.words import canonical, rarity

ROOT = Path(__file__).resolve().parent.parent
NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
RARE = 9.5  # bits from which a capitalised word is held to be the name of a story
SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "su", "te")


def originals(path: str | None) -> list[Article]:
    """The articles that an archive is made of, in the order of their stories."""
    if path is None:
        return crosscheck.load([ROOT / "fixtures"])
    opened = gzip.open if path.endswith(".gz") else open
    found: list[Article] = []
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for one in json.loads(line)["articles"]:
                day = datetime.fromisoformat(one["published"]) if one.get("published") else None
                found.append(
                    Article(one["text"], id=f"{len(found):05}", title=one.get("title"), published=day)
                )
    return found


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
    return Article(text, id=f"{article.id}-{times}", title=title, published=article.published)


def archive(articles: list[Article], size: int) -> list[Article]:
    """So many articles: the originals, then their retellings."""
    return [retold(articles[i % len(articles)], i // len(articles)) for i in range(size)]


def measured(path: str | None, size: int, jobs: int) -> dict[str, float]:
    """What one run takes, in this process: words, claims, seconds, megabytes, findings."""
    articles = archive(originals(path), size)
    words = sum(len(article.text.split()) for article in articles)
    crosscheck.check(articles[:2])  # loads what is loaded on first use
    began = time.perf_counter()
    report = crosscheck.check(articles, config=Config(jobs=jobs))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts in KiB
    peak += jobs * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024  # the largest child
    number = sum(len(claims(d, mentions(d), 0)) for d in map(Document, articles))
    return {
        "articles": size,
        "words": words,
        "claims": number,
        "seconds": seconds,
        "megabytes": peak,
        "findings": len(report),
    }


def exponent(rows: list[dict[str, float]]) -> float:
    """The slope of log seconds over log claims."""
    x = [math.log(row["claims"]) for row in rows]
    y = [math.log(row["seconds"]) for row in rows]
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
    parser.add_argument("--jobs", type=int, default=1, help="processes that read articles")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measured(options.articles, options.child, options.jobs)))
        return
    print("| articles | words | claims | seconds | words/s | peak memory, MB | findings |")
    print("|---|---|---|---|---|---|---|")
    rows = []
    for row in runs(options.articles, [int(size) for size in options.sizes.split(",")], options.jobs):
        rows.append(row)
        print(
            f"| {row['articles']:,} | {row['words']:,} | {row['claims']:,} | {row['seconds']:.1f} "
            f"| {row['words'] / row['seconds']:,.0f} | {row['megabytes']:.0f} | {row['findings']:,} |",
            flush=True,
        )
    if len(rows) > 1:
        print(f"\nseconds grow with claims to the power of {exponent(rows):.2f}")


if __name__ == "__main__":
    main()
