"""Fit the match weights of places (`lexicon/match_places.toml`) by logistic regression.

    python benchmarks/fit_places.py CLUSTERS_FOLDER [--write] [--show N]

Candidate pairs of places in real clusters of articles are two statements, except where a place
was put in for another: one mention is replaced here at random, by a place of the same
kind that the cluster does not name, or by a slip of the pen. Weights are log-odds in bits; the
fit is checked by leaving out every fifth cluster in turn.
"""

import argparse
import gzip
import json
import pathlib
import random
from collections import defaultdict

import numpy as np

from crosscheck.align.places.atlas import Atlas
from crosscheck.align.places.evidence import evidence
from crosscheck.align.places.slots import slots
from crosscheck.align.stories import Stories
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.extraction.names.names import read
from crosscheck.lexicon import table
from crosscheck.lexicon.gazetteer import entries
from crosscheck.model import Article, place_of

TARGET = pathlib.Path(__file__).parent.parent / "src/crosscheck/lexicon/match_places.toml"
SWAPS = 24  # places replaced in one cluster, each in a copy of its own
SLIPS = 0.15  # share of the replacements that are slips of the pen
Row = tuple[dict[str, str], int, str, str]


def lines(path: pathlib.Path) -> list[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def text_of(article: dict) -> str:
    return (article["title"] + "\n\n" if article["title"] else "") + article["text"]


def read_article(text: str, number: int) -> tuple[list, frozenset[str]]:
    document = Document(Article(text, id=str(number)))
    mentions = sorted((m for m in read(document) if m.kind == "place"), key=lambda m: m.start)
    return bind(document, mentions, number), telling_names(document)


def kind_of(claim) -> str:
    found = entries(place_of(claim).key)
    return found[0].kind if found else "?"


def slipped(word: str, rng: random.Random) -> str:
    at = rng.randrange(2, len(word) - 1)
    return word[:at] + rng.choice("abdeiklmnorstu") + word[at + 1 :]


def rows_of(pieces: list, cluster: str, new: tuple | None = None) -> list[Row]:
    """The candidate pairs of a cluster with their labels: 1 where one place was put in for the other."""
    claims = [c for own, _ in pieces for c in own]
    stories = Stories([names for _, names in pieces])
    atlas = Atlas(claims)
    out: list[Row] = []
    best: dict[int, tuple] = {}
    for slot in slots(claims, stories):
        shown = " / ".join(c.mention.text for c in (slot.left, slot.right))
        if atlas.listed(slot.left, slot.right) in (None, "list"):
            continue
        levels = evidence(slot, atlas, stories)
        if new is None:
            out.append((levels, 0, cluster, shown))
            continue
        for mine, other in ((slot.left, slot.right), (slot.right, slot.left)):
            alike = int(levels["run"]) > 1 or int(levels["near"]) > 1 or int(levels["cosine"]) > 1
            if alike and (mine.article, mine.mention.start) == new[:2] and place_of(other).key == new[2]:
                rank = (slot.near, slot.cosine)
                if other.article not in best or rank > best[other.article][0]:
                    best[other.article] = (rank, (levels, 1, cluster, shown))
    return out + [row for _, row in best.values()]


def swaps(pieces: list, texts: list[str], pool: dict, rng: random.Random):
    """Copies of a cluster with one place replaced: (pieces, (article, start, comparable name before))."""
    claims = [c for own, _ in pieces for c in own]
    where = defaultdict(set)
    for c in claims:
        where[place_of(c).key].add(c.article)
    shared = [c for c in claims if len(where[place_of(c).key]) > 1 and c.zone == "body"]
    for c in rng.sample(shared, min(SWAPS, len(shared))):
        name = place_of(c).name
        slip = rng.random() < SLIPS and len(name) > 4
        put = slipped(name, rng) if slip else rng.choice(pool[kind_of(c)])
        if put in where or put == name or any(put in text for text in texts):
            continue
        start = c.mention.start
        text = texts[c.article]
        body = text[:start] + put + text[start + len(name) :]
        fresh = list(pieces)
        fresh[c.article] = read_article(body, c.article)
        yield fresh, (c.article, start, place_of(c).key)


def gather(folder: pathlib.Path) -> list[Row]:
    rng = random.Random(11)  # noqa: S311 - chance that can be repeated
    read_clusters = []
    pool = defaultdict(list)
    for cluster in lines(folder / "clusters.jsonl.gz"):
        texts = [text_of(a) for a in cluster["articles"]]
        pieces = [read_article(text, n) for n, text in enumerate(texts)]
        read_clusters.append((cluster["cluster"], texts, pieces))
        for own, _ in pieces:
            for c in own:
                pool[kind_of(c)].append(place_of(c).name)
    rows = []
    for name, texts, pieces in read_clusters:
        rows += rows_of(pieces, name)
        for fresh, new in swaps(pieces, texts, pool, rng):
            rows += rows_of(fresh, name, new)
    return rows


def fit(rows: list[Row], names: list[tuple[str, str]], ridge: float = 1.0) -> np.ndarray:
    """Weights (natural log-odds) of the levels, by Newton's method with a ridge."""
    index = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for r, (levels, _, _, _) in enumerate(rows):
        x[r, index["prior", "bits"]] = 1
        for pair in levels.items():
            x[r, index[pair]] = 1
    y = np.array([label for _, label, _, _ in rows])
    w = np.zeros(len(names))
    penalty = np.array([0.01 if name == "prior" else ridge for name, _ in names])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - penalty * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        w += np.linalg.solve(hessian, gradient)
    return w


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rows = gather(options.folder)
    names = sorted({pair for levels, _, _, _ in rows for pair in levels.items()} | {("prior", "bits")})
    clusters = sorted({r[2] for r in rows})
    scored = []
    for fold in range(5):
        held = set(clusters[fold::5])
        w = fit([r for r in rows if r[2] not in held], names) / np.log(2)
        weights = dict(zip(names, w, strict=True))
        prior = weights["prior", "bits"]
        scored += [(prior + sum(weights[p] for p in r[0].items()), r) for r in rows if r[2] in held]
    scored.sort(key=lambda s: -s[0])
    positives = sum(r[1] for _, r in scored)
    print(len(scored), "pairs,", positives, "positive")
    for cut in range(-3, 8):
        hit = sum(r[1] for s, r in scored if s >= cut)
        false = sum(not r[1] for s, r in scored if s >= cut)
        print(f"  at {cut:+d} bits: recall {hit / max(positives, 1):.2f}, negatives {false}")
    for s, (levels, _, cluster, shown) in [x for x in scored if not x[1][1]][: options.show]:
        print(f"{s:+.1f} {cluster} {shown} {levels}")
    if options.write:
        write(names, fit(rows, names) / np.log(2))


def write(names: list[tuple[str, str]], w: np.ndarray) -> None:
    tables = defaultdict(list)
    for (kind, level), bits in zip(names, w, strict=True):
        tables[kind].append(f'"{level}" = {bits:.2f}')
    body = "\n\n".join(f"[{kind}]\n" + "\n".join(rows) for kind, rows in sorted(tables.items()))
    TARGET.write_text(
        "# Match weights of places: log-odds in bits that two places fill one slot of one statement.\n"
        "#\n"
        "# One table a kind of evidence (align/places/evidence.py), one row a level; the prior and\n"
        "# the levels that hold add up. Fitted, not tuned by hand:\n"
        "# python benchmarks/fit_places.py CLUSTERS_FOLDER --write\n\n" + body + "\n",
        encoding="utf-8",
    )
    table.cache_clear()


if __name__ == "__main__":
    main()
