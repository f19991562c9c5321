"""Fit the match weights of holders of a role (`lexicon/match_holders.toml`) by logistic regression.

    python benchmarks/fit_holders.py CLUSTERS_FOLDER [--write] [--show N]

Pairs of people with one role in real clusters of articles (`align/people/holders.py`) are right as
they stand, except where a name was put in: the labelled ones in the folder, and swaps made
here at random, in which one mention of somebody with a role gets the name of somebody else
of the story. The fit is checked by leaving out every fifth cluster in turn.
"""

import argparse
import pathlib
import random
from collections import defaultdict

from clusters import lines, text_of
from crosscheck.align.people.holders import MOST_HOLDERS, decisive, holders, rivals
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.lexicon.callings import signs, two_people
from crosscheck.lexicon.naming import fold
from crosscheck.model import Article
from fit_people import claims_of
from regression import as_toml, fit, score

TARGET = pathlib.Path(__file__).parent.parent / "src/crosscheck/lexicon/match_holders.toml"
SWAPS = 8  # made in one cluster
STRANGE = 0.0  # share of swaps that put in somebody of another story
Row = tuple[dict[str, str], int, str, str]


def names_of(text: str) -> frozenset[str]:
    return telling_names(Document(Article(text)))


def rows_of(pieces: list, lone: list, cluster: str, put: tuple[int, int, str] | None = None) -> list[Row]:
    """The candidate pairs of a cluster; with `put` (article, offset, old name) that of the name put in."""
    out = []
    holding = holders([c for claims in pieces for c in claims])
    pairs = [
        p for s in sorted(holding) if 1 < len(holding[s]) <= MOST_HOLDERS for p in rivals(s, holding[s], lone)
    ]
    for pair in pairs:
        c = pair.claim
        swapped = put is not None and c.article == put[0] and c.mention.start <= put[1] < c.mention.end
        if put is None or (swapped and pair.usual.family in fold(put[2])):
            shown = f"{pair.sign} {c.mention.text} / {pair.usual.name.name}"
            out.append(({"prior": "all", **pair.levels}, int(swapped), cluster, shown))
    return out


def swap(pieces: list, rng: random.Random, strangers: list[str]) -> tuple[int, int, str, str] | None:
    """A mention of somebody with a role that another article gives too, and somebody else's name for it."""
    full = [c for some in pieces for c in some if not c.mention.value.linked and c.mention.value.given]
    where = defaultdict(set)
    for c in full:
        for sign in signs(c.mention.value):
            where[sign, fold(c.mention.value.family)].add(c.article)
    pool = [
        c for c in full
        if any(len(where[s, fold(c.mention.value.family)]) > 1 for s in signs(c.mention.value))
    ]  # fmt: skip
    if not pool:
        return None
    claim = rng.choice(pool)
    others = [c for c in full if two_people(c.mention.value, claim.mention.value) and " " in c.mention.text]
    if not others:
        return None
    new = (
        rng.choice(strangers)
        if rng.random() < STRANGE and strangers
        else rng.choice(others).mention.value.name
    )
    strangers.append(claim.mention.value.name)
    return claim.article, claim.mention.start, claim.mention.text, new


def gather(folder: pathlib.Path) -> list[Row]:
    rng = random.Random(11)  # noqa: S311 - swaps, no secrets
    injections = defaultdict(list)
    for one in lines(folder / "injections.jsonl"):
        if one["type"] == "role_swapped":
            injections[one["cluster"]].append(one)
    out: list[Row] = []
    strangers: list[str] = []
    for cluster in lines(folder / "clusters.jsonl.gz"):
        name = cluster["cluster"]
        texts = [text_of(a) for a in cluster["articles"]]
        pieces = [claims_of(text, i) for i, text in enumerate(texts)]
        lone = [names_of(text) for text in texts]
        out.extend(rows_of(pieces, lone, name))
        changes = [c for _ in range(SWAPS) if (c := swap(pieces, rng, strangers))]
        ids = [a["id"] for a in cluster["articles"]]
        for one in injections[name]:
            which = ids.index(one["article"])
            shift = len(texts[which]) - len(cluster["articles"][which]["text"])
            changes.append((which, one["start"] + shift, one["before"], one["after"]))
        for article, start, old, new in dict.fromkeys(changes):
            text = texts[article]
            if text[start : start + len(old)] != old:
                continue
            text = text[:start] + new + text[start + len(old) :]
            fresh = [*pieces[:article], claims_of(text, article), *pieces[article + 1 :]]
            names = [*lone[:article], names_of(text), *lone[article + 1 :]]
            out.extend(rows_of(fresh, names, name, (article, start, old)))
    return out


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
    for number in range(5):
        held = set(clusters[number::5])
        weights = fitted([r for r in rows if r[2] not in held])
        scored += [(score(row[0], weights), row) for row in rows if row[2] in held]
    scored.sort(key=lambda s: -s[0])
    positives = sum(r[1] for _, r in scored)
    print(len(rows), "pairs,", positives, "positive")
    for cut in range(-2, 7):
        hit = sum(r[1] for s, r in scored if s >= cut)
        false = sum(1 - r[1] for s, r in scored if s >= cut)
        kept = [r for s, r in scored if s >= cut and decisive(r[0])]
        gated = sum(r[1] for r in kept)
        print(
            f"  at {cut:+d} bits: recall {hit / max(positives, 1):.2f}, negatives {false}; "
            f"of the decisive {gated / max(positives, 1):.2f}, {len(kept) - gated}"
        )
    for s, (levels, _, cluster, shown) in [x for x in scored if not x[1][1] and decisive(x[1][0])][
        : options.show
    ]:
        print(f"{s:+.1f} {cluster} {shown} {levels}")
    if options.write:
        write(fitted(rows))


def write(weights: dict[tuple[str, str], float]) -> None:
    TARGET.write_text(
        "# Match weights of holders: log-odds in bits that an odd holder of a role is a mistake.\n"
        "#\n"
        "# One table a kind of evidence (align/people/holders.py, `evidence`), one row a level; the prior\n"
        "# and the levels that hold add up. Fitted, not tuned by hand:\n"
        "# python benchmarks/fit_holders.py CLUSTERS_FOLDER --write\n\n" + as_toml(weights),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
