"""How often the as-of day is found from the text alone, the metadata withheld.

    python benchmarks/asof.py [CLUSTERS.jsonl.gz] [--verbose]

Counted are the articles with a known publication day, those of ECB+ left out (their dates
are not the publishers'). An article "states" its day where its text holds a date, in full,
within three days of it. "covered": the day found lies within three days of it; "wrong":
it does not. GVA articles can carry the date of a later crawl, so their row is kept apart.
"""

import argparse
import collections
import gzip
import json
import pathlib
from datetime import date

from crosscheck.extraction.document import Document
from crosscheck.extraction.time.asof import whole
from crosscheck.extraction.time.stated import Stretch
from crosscheck.model import Article

HOME = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data" / "clusters" / "clusters.jsonl.gz"
DAYS = 3


def states(document: Document, published: date) -> bool:
    """Whether the text holds the publication day, give or take three days."""
    items = document.dated[1]
    flat = [s for item in items for s in ((item.left, item.right) if isinstance(item, Stretch) else (item,))]
    return any((day := whole(s)) is not None and abs((day - published).days) <= DAYS for s in flat)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", nargs="?", type=pathlib.Path, default=HOME)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    with gzip.open(options.clusters, "rt", encoding="utf-8") as lines:
        for line in lines:
            cluster = json.loads(line)
            if cluster["source"].startswith("ECB"):
                continue
            for article in cluster["articles"]:
                if article.get("published"):
                    measure(cluster["source"], article, counts, verbose=options.verbose)
    heads = ("articles", "stating", "covered", "of stating", "wrong", "of found", "of all")
    print(" " * 24 + "".join(f"{head:>11}" for head in heads))
    for name, row in sorted(counts.items()):
        found = row["covered"] + row["wrong"]
        shares = (
            row["both"] / max(1, row["states"]),
            row["wrong"] / max(1, found),
            row["wrong"] / row["all"],
        )
        print(
            f"{name[:22]:24}{row['all']:11}{row['states']:11}{row['covered']:11}{shares[0]:11.3f}"
            f"{row['wrong']:11}{shares[1]:11.3f}{shares[2]:11.3f}"
        )


def measure(
    source: str, article: dict[str, str], counts: dict[str, collections.Counter[str]], *, verbose: bool
) -> None:
    """Count one article under its source and under all."""
    published = date.fromisoformat(article["published"][:10])
    document = Document(Article(article["text"], title=article["title"]))
    found, stating = document.as_of.day, states(document, published)
    right = found is not None and abs((found - published).days) <= DAYS
    for name in (source, "all"):
        row = counts[name]
        row["all"] += 1
        row["states"] += stating
        row["covered"] += right
        row["both"] += right and stating
        row["wrong"] += found is not None and not right
    if verbose and ((found is not None and not right) or (stating and not right)):
        print(
            "wrong" if found else "missed",
            article["id"],
            published,
            found,
            document.as_of.source,
            repr(article["text"][:160]),
        )


if __name__ == "__main__":
    main()
