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
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as stream:
        return [json.loads(line) for line in stream]


def article(raw, body):
    title = raw["title"]
    published = datetime.fromisoformat(raw["published"]) if raw["published"] else None
    return Article((title + "\n\n" if title else "") + body, id=raw["id"], source=raw["publisher"], published=published)


def read(one):
    document = Document(one)
    return document, mentions(document, KINDS + ("time",))


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
        out.append(f"{text[max(start, m.start - 90) : m.start]}[[{m.text}]]{text[m.end : min(end, m.end + 70)]}".replace("\n", " "))
    return out


def on(claim, spans, ids):
    m = claim.mention
    return any(ids[claim.article] == a and m.start < e and s < m.end for a, s, e in spans)


def job(work):
    kind, name, raws, extra = work
    out = []
    raws = sorted(raws, key=lambda r: r["id"])
    ids = [r["id"] for r in raws]
    shift = {r["id"]: len(r["title"]) + 2 if r["title"] else 0 for r in raws}
    prepared = {r["id"]: read(article(r, r["text"])) for r in raws}
    if kind == "pair":
        found = all_pairs([prepared[i] for i in ids])
        texts = [prepared[i][0].text for i in ids]
        if extra == "conflict" and len(found) != 1:
            return []  # which of several clashes is the conflict is not labelled
        return [(name, row(p), int(extra == "conflict"), "pair", shown(p, texts)) for p in found]
    if kind == "mixed":
        texts = [prepared[i][0].text for i in ids]
        apart = [p for p in all_pairs([prepared[i] for i in ids]) if extra[p.left.article] != extra[p.right.article]]
        return [(name, row(p), 0, "mixed", shown(p, texts)) for p in apart]
    if kind == "case":
        texts = {r["id"]: (r["title"] + "\n\n" if r["title"] else "") + r["text"] for r in raws}
        labelled = []
        for item in extra:
            spans = []
            for c in item["claims"]:
                at = -1
                for _ in range(c.get("occurrence", 1)):
                    at = texts[c["article"]].find(c["quote"], at + 1)
                spans.append((c["article"], at, at + len(c["quote"])))
            labelled.append(spans)
        for pair in all_pairs([prepared[i] for i in ids]):
            hit = any(on(pair.left, s, ids) and on(pair.right, s, ids) for s in labelled)
            out.append((name, row(pair), int(hit), "case", shown(pair, [texts[i] for i in ids])))
        return out
    injections, natural = extra
    flagged = []
    for pair in natural:
        spans = []
        for side in (pair["a"], pair["b"]):
            at = side["start"] + (shift[side["article"]] if side["field"] == "text" else 0)
            spans.append((side["article"], at, at + len(side["text"])))
        flagged.append(spans)
    for pair in all_pairs([prepared[i] for i in ids]):
        hit = any(on(pair.left, s, ids) and on(pair.right, s, ids) for s in flagged)
        out.append((name, row(pair), int(hit), "clean", shown(pair, [prepared[i][0].text for i in ids])))
    for change in injections:
        raw = next(r for r in raws if r["id"] == change["article"])
        body = raw["text"][: change["start"]] + change["after"] + raw["text"][change["end"] :]
        varied = dict(prepared)
        varied[raw["id"]] = read(article(raw, body))
        at = change["start"] + shift[raw["id"]]
        own = [(raw["id"], at, at + len(change["after"]))]
        support = [(s["article"], s["start"] + shift[s["article"]], s["end"] + shift[s["article"]]) for s in change["supported_by"]]  # fmt: skip
        hits = 0
        for pair in all_pairs([varied[i] for i in ids]):
            a, b = (pair.left, pair.right) if on(pair.left, own, ids) else (pair.right, pair.left)
            if on(a, own, ids) and on(b, support, ids):
                text = [varied[i][0].text for i in ids]
                out.append((name, row(pair), 1, "injected/" + change["type"], shown(pair, text)))
                hits += 1
        if not hits:
            out.append((name, None, 1, "injected/" + change["type"], [repr(change["before"]), change["sentence"]]))
    return out


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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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
    for threshold in (-2, -1, 0, 1, 2, 3, 4):
        on_ = bits >= threshold
        print(f"  >= {threshold:+d} bits: injected pairs {int((on_ & injected).sum())}/{int(injected.sum())}, clean alarms {int((on_ & (y == 0) & ~injected & ~case & ~short & ~mixed).sum())}, natural {int((on_ & (y == 1) & ~injected & ~case & ~short & ~mixed).sum())}/{int(((y == 1) & ~injected & ~case & ~short & ~mixed).sum())}, cases {int((on_ & (y == 1) & case).sum())}/{int(((y == 1) & case).sum())} alarms {int((on_ & (y == 0) & case).sum())}, short {int((on_ & (y == 1) & short).sum())}/{int(((y == 1) & short).sum())} alarms {int((on_ & (y == 0) & short).sum())}, mixed alarms {int((on_ & mixed).sum())}/{int(mixed.sum())}")  # fmt: skip
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
        "# Source: benchmarks/fit_match.py (ridge logistic regression over disagreeing pairs); do not edit by hand.",
    ]
    priors = {kind: b + intercept for kind, b in tables.pop("prior").items()}
    lines_ += ["[prior]", f"other = {intercept:.2f}", *(f"{kind} = {b:.2f}" for kind, b in sorted(priors.items()))]
    for name, _ in EVIDENCE:
        lines_ += [f"[{name}]", *(f"\"{level}\" = {b:.2f}" for level, b in sorted(tables[name].items()))]
    TARGET.write_text("\n".join(lines_) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
