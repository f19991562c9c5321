"""How fast dates, times, durations and ages are read, beside dateparser on the same text in one run.

    python benchmarks/dates_speed.py [CLUSTERS.jsonl.gz] [--words 200000] [--peer-words 1500]

The texts are those of the measurement clusters, or of `fixtures/` where they are absent.
Seconds are of the processor, best of three; the peer reads fewer words, since it is slower
by orders of magnitude. HeidelTime needs a Java machine and a tagger and is left out here.
"""

import argparse
import gzip
import json
import pathlib
import time
from collections.abc import Callable
from datetime import date

from crosscheck.extraction.document import Document
from crosscheck.extraction.time import dates, durations
from crosscheck.extraction.time.elapsed import elapsed
from crosscheck.model import Article

ROOT = pathlib.Path(__file__).resolve().parents[1]
CLUSTERS = ROOT.parent / "shared" / "data" / "clusters" / "clusters.jsonl.gz"
DAY = date(2016, 5, 5)


def texts(clusters: pathlib.Path, words: int) -> list[str]:
    """Articles of about so many words in all."""
    if clusters.exists():
        with gzip.open(clusters, "rt", encoding="utf-8") as lines:
            found = [article["text"] for line in lines for article in json.loads(line)["articles"]]
    else:
        found = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures").rglob("*.txt"))]
    out: list[str] = []
    total = 0
    for text in found:
        if total >= words:
            break
        out.append(text)
        total += len(text.split())
    return out


def seconds(run: Callable[[list[Document]], object], sample: list[str]) -> float:
    """The least processor time of three runs over fresh documents whose tokens and numerals are there."""
    took = []
    for _ in range(3):
        documents = [Document(Article(text, published=DAY)) for text in sample]
        for document in documents:
            _ = document.numerals
        began = time.process_time()
        run(documents)
        took.append(time.process_time() - began)
    return min(took)


def both(documents: list[Document]) -> None:
    """Dates and times, then durations and ages."""
    for document in documents:
        list(dates.read(document))
        list(durations.read(document))


def relations(documents: list[Document]) -> None:
    """Elapsed times; they need the dates of the text and include finding those."""
    for document in documents:
        elapsed(document)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", nargs="?", type=pathlib.Path, default=CLUSTERS)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--peer-words", type=int, default=1_500)
    options = parser.parse_args()
    sample = texts(options.clusters, options.words)
    words = sum(len(text.split()) for text in sample)
    ours = seconds(both, sample) / words
    print(f"{words} words")
    print(f"dates, times, durations, ages  {1e6 * ours:8.2f} us/word {1 / ours:12,.0f} words/s")
    related = seconds(relations, sample) / words
    print(f"elapsed times                  {1e6 * related:8.2f} us/word {1 / related:12,.0f} words/s")
    from dateparser.search import search_dates

    few = texts(options.clusters, options.peer_words)
    began = time.process_time()
    for text in few:
        search_dates(text, languages=["en"])
    peer = (time.process_time() - began) / sum(len(text.split()) for text in few)
    print(f"dateparser's search_dates      {1e6 * peer:8.2f} us/word {1 / peer:12,.0f} words/s")
    print(f"ratio                          {peer / ours:8.0f}")


if __name__ == "__main__":
    main()
