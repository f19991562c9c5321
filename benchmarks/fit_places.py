"""Fit the match weights of places (`lexicon/match_places.toml`) by logistic regression.

    python benchmarks/fit_places.py CLUSTERS_FOLDER [--write] [--show N]

Candidate pairs of places in real clusters of articles are two statements, except where a place
was put in for another: one mention is replaced here at random, by a place of the same
kind that the cluster does not name, or by a slip of the pen. Weights are log-odds in bits; the
fit is checked by leaving out every fifth cluster in turn.
"""

import argparse
import pathlib
import random
from collections import defaultdict

from clusters import lines, text_of
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
from regression import as_toml, fit, score

TARGET = pathlib.Path(__file__).parent.parent / "src/crosscheck/lexicon/match_places.toml"
SWAPS = 24  # places replaced in one cluster, each in a copy of its own
SLIPS = 0.15  # share of the replacements that are slips of the pen
Row = tuple[dict[str, str], int, str, str]


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
        levels = {"prior": "bits", **evidence(slot, atlas, stories)}
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


def fitted(rows: list[Row]) -> dict[tuple[str, str], float]:
    return fit([levels for levels, _, _, _ in rows], [label for _, label, _, _ in rows])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rows = gather(options.folder)
    clusters = sorted({r[2] for r in rows})
    scored = []
    for fold in range(5):
        held = set(clusters[fold::5])
        weights = fitted([r for r in rows if r[2] not in held])
        scored += [(score(r[0], weights), r) for r in rows if r[2] in held]
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
        write(fitted(rows))


def write(weights: dict[tuple[str, str], float]) -> None:
    TARGET.write_text(
        "# Match weights of places: log-odds in bits that two places fill one slot of one statement.\n"
        "#\n"
        "# One table a kind of evidence (align/places/evidence.py), one row a level; the prior and\n"
        "# the levels that hold add up. Fitted, not tuned by hand:\n"
        "# python benchmarks/fit_places.py CLUSTERS_FOLDER --write\n\n" + as_toml(weights),
        encoding="utf-8",
    )
    table.cache_clear()


if __name__ == "__main__":
    main()
