"""Fit the match weights (src/crosscheck/lexicon/match_weights.toml) by logistic regression.

    python benchmarks/fit_match.py CLUSTERS_DIR CASES_DIR PAIRS_FILE [--write]

Examples are candidate pairs of claims whose values disagree. Positive: an injected error
or a labelled discrepancy against its counterpart (one fact, two values). Negative: every
other disagreeing pair in texts as published (nearly all are about different facts).
Short text pairs count where they hold a single clash. Pairs across clusters that are read
as one archive are negative too: they teach how alike two articles must be.
Features are the levels of evidence (one column each), so that every weight is the
log-odds of one level in bits. Clusters are split into folds as a whole; the figures
printed are out of fold. Needs numpy.
"""

import argparse
import collections
import concurrent.futures
import gzip
import json
import pathlib
from datetime import datetime

import numpy as np

from crosscheck.align.blocking import family
from crosscheck.align.evidence import EVIDENCE
from crosscheck.align.groups import disagree, order
from crosscheck.align.scoring import levels, pairs
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Article

MIXED = 16  # clusters read as one archive, for pairs of different stories
TARGET = pathlib.Path(__file__).parents[1] / "src/crosscheck/lexicon/match_weights.toml"
KINDS = ("quantity", "date", "duration", "age", "ordinal", "place", "organisation")


def lines(path):
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    ) as stream:
        return [json.loads(line) for line in stream]


def article(raw, body):
    title = raw["title"]
    published = datetime.fromisoformat(raw["published"]) if raw["published"] else None
    return Article(
        (title + "\n\n" if title else "") + body, id=raw["id"], source=raw["publisher"], published=published
    )


def read(one):
    document = Document(one)
    return document, mentions(document, (*KINDS, "time"))


def all_pairs(prepared):
    """Disagreeing pairs over prepared (document, mentions), in canonical order, with their levels."""
    claims = []
    for number, (document, found) in enumerate(prepared):
        claims.extend(bind(document, found, number))
    claims.sort(key=order)
    stories = Stories([telling_names(document) for document, _ in prepared])
    return [p for p in pairs(claims, stories) if disagree(p)]


def row(pair):
    return {"kind": family(pair.left).split("/")[0], **levels(pair)}


def shown(pair, texts):
    """Both sentences with their values marked, for reading errors by eye."""
    out = []
    for claim in (pair.left, pair.right):
        text, m = texts[claim.article], claim.mention
        start, end = claim.sentence_span
        before, after = text[max(start, m.start - 90) : m.start], text[m.end : min(end, m.end + 70)]
        out.append(f"{before}[[{m.text}]]{after}".replace("\n", " "))
    return out


def on(claim, spans, ids):
    m = claim.mention
    return any(ids[claim.article] == a and m.start < e and s < m.end for a, s, e in spans)


class Texts:
    """The articles of one piece of work, read once, in canonical order."""

    def __init__(self, raws):
        self.raws = sorted(raws, key=lambda r: r["id"])
        self.ids = [r["id"] for r in self.raws]
        self.shift = {r["id"]: len(r["title"]) + 2 if r["title"] else 0 for r in self.raws}
        self.read = {r["id"]: read(article(r, r["text"])) for r in self.raws}

    def pairs(self, varied=None):
        """(pair, the texts) of all disagreeing pairs, with one article read anew where `varied` gives it."""
        prepared = [(varied or {}).get(i, self.read[i]) for i in self.ids]
        texts = [document.text for document, _ in prepared]
        return [(pair, texts) for pair in all_pairs(prepared)]

    def both_on(self, pair, spans):
        return on(pair.left, spans, self.ids) and on(pair.right, spans, self.ids)


def example(name, pair, hit, source, texts):
    return (name, row(pair), int(hit), source, shown(pair, texts))


def of_short_pair(name, texts, label):
    found = texts.pairs()
    if label == "conflict" and len(found) != 1:
        return []  # which of several clashes is the conflict is not labelled
    return [example(name, pair, label == "conflict", "pair", t) for pair, t in found]


def of_archive(name, texts, stories):
    return [
        example(name, pair, hit=False, source="mixed", texts=t)
        for pair, t in texts.pairs()
        if stories[pair.left.article] != stories[pair.right.article]
    ]


def of_case(name, texts, discrepancies):
    labelled = [[quote_span(texts, claim) for claim in item["claims"]] for item in discrepancies]
    return [
        example(name, pair, any(texts.both_on(pair, spans) for spans in labelled), "case", t)
        for pair, t in texts.pairs()
    ]


def quote_span(texts, claim):
    text, at = texts.read[claim["article"]][0].text, -1
    for _ in range(claim.get("occurrence", 1)):
        at = text.find(claim["quote"], at + 1)
    return claim["article"], at, at + len(claim["quote"])


def of_cluster(name, texts, labels):
    injections, natural = labels
    flagged = []
    for pair in natural:
        spans = []
        for side in (pair["a"], pair["b"]):
            at = side["start"] + (texts.shift[side["article"]] if side["field"] == "text" else 0)
            spans.append((side["article"], at, at + len(side["text"])))
        flagged.append(spans)
    out = [
        example(name, pair, any(texts.both_on(pair, spans) for spans in flagged), "clean", t)
        for pair, t in texts.pairs()
    ]
    for change in injections:
        out.extend(of_injection(name, texts, change))
    return out


def of_injection(name, texts, change):
    source = "injected/" + change["type"]
    raw = next(r for r in texts.raws if r["id"] == change["article"])
    body = raw["text"][: change["start"]] + change["after"] + raw["text"][change["end"] :]
    at = change["start"] + texts.shift[raw["id"]]
    own = [(raw["id"], at, at + len(change["after"]))]
    support = [
        (s["article"], s["start"] + texts.shift[s["article"]], s["end"] + texts.shift[s["article"]])
        for s in change["supported_by"]
    ]
    out = []
    for pair, t in texts.pairs({raw["id"]: read(article(raw, body))}):
        a, b = (pair.left, pair.right) if on(pair.left, own, texts.ids) else (pair.right, pair.left)
        if on(a, own, texts.ids) and on(b, support, texts.ids):
            out.append(example(name, pair, hit=True, source=source, texts=t))
    return out or [(name, None, 1, source, [repr(change["before"]), change["sentence"]])]


MAKERS = {"pair": of_short_pair, "mixed": of_archive, "case": of_case, "cluster": of_cluster}


def job(work):
    kind, name, raws, labels = work
    return MAKERS[kind](name, Texts(raws), labels)


def gather(clusters_dir, cases_dir, pairs_file=None):
    work = []
    for pair in lines(pairs_file) if pairs_file else ():
        raws = [
            {"id": side, "title": "", "text": pair[side], "publisher": None, "published": "2020-01-01"}
            for side in ("a", "b")
        ]
        work.append(("pair", pair["id"], raws, pair["label"]))
    clusters = {c["cluster"]: c for c in lines(clusters_dir / "clusters.jsonl.gz")}
    injections, natural = collections.defaultdict(list), collections.defaultdict(list)
    for change in lines(clusters_dir / "injections.jsonl"):
        injections[change["cluster"]].append(change)
    for pair in lines(clusters_dir / "natural.jsonl"):
        if pair["expect_flag"]:
            natural[pair["cluster"]].append(pair)
    for name, cluster in sorted(clusters.items()):
        work.append(("cluster", name, cluster["articles"], (injections[name], natural[name])))
    names = sorted(clusters)
    for first in range(0, len(names), MIXED):
        some = [(raw, name) for name in names[first : first + MIXED] for raw in clusters[name]["articles"]]
        some = sorted({raw["id"]: (raw, name) for raw, name in some}.values(), key=lambda pair: pair[0]["id"])
        work.append(("mixed", names[first], [raw for raw, _ in some], [name for _, name in some]))
    for path in sorted(cases_dir.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        work.append(("case", case["case"], case["articles"], case["discrepancies"]))
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return [example for found in pool.map(job, work, chunksize=4) for example in found]


def design(rows):
    columns = [(name, level) for name, _ in EVIDENCE for level in sorted({r[name] for r in rows})]
    columns += [("prior", kind) for kind in sorted({r["kind"] for r in rows})]
    at = {c: i for i, c in enumerate(columns)}
    matrix = np.zeros((len(rows), len(columns)))
    for i, r in enumerate(rows):
        for name, _ in EVIDENCE:
            matrix[i, at[name, r[name]]] = 1
        matrix[i, at["prior", r["kind"]]] = 1
    return columns, matrix


def fit(x, y, w, ridge=0.5, steps=60):
    """Weighted ridge logistic regression with an unpenalised intercept, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))])
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (y - p)) - penalty * beta
        hessian = (x * (w * p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", type=pathlib.Path)
    parser.add_argument("cases", type=pathlib.Path)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write the weights file")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    examples = gather(options.clusters, options.cases, options.pairs)
    unseen = collections.Counter(e[3] for e in examples if e[1] is None)
    found = [e for e in examples if e[1] is not None]
    rows, y = [e[1] for e in found], np.array([e[2] for e in found], float)
    print(f"{len(rows)} pairs, {int(y.sum())} positive; injections without a candidate pair: {dict(unseen)}")
    columns, x = design(rows)
    weight = np.ones(len(y))
    names = sorted({e[0] for e in found})
    fold = np.array([names.index(e[0]) % 5 for e in found])
    out = np.zeros(len(y))
    for k in range(5):
        beta = fit(x[fold != k], y[fold != k], weight[fold != k])
        out[fold == k] = x[fold == k] @ beta[:-1] + beta[-1]
    bits = out / np.log(2)
    injected = np.array([e[3].startswith("injected") for e in found])
    case = np.array([e[3] == "case" for e in found])
    mixed = np.array([e[3] == "mixed" for e in found])
    short = np.array([e[3] == "pair" for e in found])
    parts = {
        "injected": injected,
        "natural": (y == 1) & ~injected & ~case & ~short & ~mixed,
        "cases": (y == 1) & case,
        "short": (y == 1) & short,
    }
    alarms = {
        "clean": (y == 0) & ~injected & ~case & ~short & ~mixed,
        "cases": (y == 0) & case,
        "short": (y == 0) & short,
        "mixed": mixed,
    }
    for threshold in (-2, -1, 0, 1, 2, 3, 4):
        over = bits >= threshold
        hits = ", ".join(f"{k} {int((over & part).sum())}/{int(part.sum())}" for k, part in parts.items())
        wrong = ", ".join(f"{k} {int((over & part).sum())}" for k, part in alarms.items())
        print(f"  >= {threshold:+d} bits: found {hits}; alarms {wrong}")
    if options.verbose:
        ranked = sorted(range(len(y)), key=lambda i: -bits[i])
        for i in [i for i in ranked if not y[i]][:45]:
            print(f"ALARM {bits[i]:+.1f} {found[i][0]} {rows[i]['kind']}: " + " || ".join(found[i][4]))
        for i in [i for i in ranked if y[i] and bits[i] < 0]:
            print(f"MISS {bits[i]:+.1f} {found[i][0]} {found[i][3]}: " + " || ".join(found[i][4]))
        for e in examples:
            if e[1] is None:
                print(f"UNSEEN {e[0]} {e[3]}: " + " || ".join(str(t)[:200] for t in e[4]))
    beta = fit(x, y, weight) / np.log(2)
    if options.verbose:
        for (name, level), b in zip(columns, beta, strict=False):
            count = int(x[:, columns.index((name, level))].sum())
            print(f"  {name:12} {level:10} {b:+.2f}  n={count}")
    if options.write:
        write(columns, beta)


def write(columns, beta):
    """Write the weights, centred so that the mean level of every evidence carries no weight of its own."""
    tables = collections.defaultdict(dict)
    for (name, level), b in zip(columns, beta, strict=False):
        tables[name][level] = b
    intercept = beta[-1]
    lines_ = [
        "# Match weights in bits: log2 likelihood ratios of evidence that two claims are about one fact,",
        "# added to the prior of the kind of value. Grammar: [evidence] level = bits.",
        "# Source: benchmarks/fit_match.py (ridge logistic regression); do not edit by hand.",
    ]
    priors = {kind: b + intercept for kind, b in tables.pop("prior").items()}
    lines_ += [
        "[prior]",
        f"other = {intercept:.2f}",
        *(f"{kind} = {b:.2f}" for kind, b in sorted(priors.items())),
    ]
    for name, _ in EVIDENCE:
        lines_ += [f"[{name}]", *(f'"{level}" = {b:.2f}' for level, b in sorted(tables[name].items()))]
    TARGET.write_text("\n".join(lines_) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
