"""Fit the match weights (src/crosscheck/lexicon/match_weights.toml) by logistic regression.

    python benchmarks/fit_match.py CLUSTERS_DIR PAIRS_FILE CASES_DIR [CASES_DIR ...] [--write] [--verbose]

Features are the levels of evidence, one column each and one more for each kind of value (with
a stronger pull to zero), so that every weight is the log-odds of one level in bits. The
evidence of the two sentences is fitted first, with agreeing claims as positives that cost
nothing; then what stands around a pair (rivals, consensus, days), with the labelled ones
alone; last the least weights of schemas (align/schemas.py), by the pairs that fit one. Clusters
are split into folds as a whole; the figures printed are out of fold. Where the examples come
from: match_examples.py. Needs scipy.
"""

import argparse
import collections
import pathlib

import numpy as np
from scipy import sparse

from crosscheck.align.competition import compete
from crosscheck.align.evidence import CONTEXT, NO_SCHEMA, STANDING, schema
from crosscheck.align.scoring import FROM_BITS, SET_BITS
from match_examples import COMPETING, gather
from regression import newton

TARGET = pathlib.Path(__file__).parents[1] / "src/crosscheck/lexicon/match_weights.toml"
GROUPS = ("count", "measure", "date", "weekday", "age", "other")
LOOK = dict(STANDING)
FOLDS = 5
MAIN, CROSSED = 0.5, 2.0  # ridge of a level's weight, and of its difference in one kind of value
THINNED = 8
FAIR = 0.5  # of a pair read by eye that may be one fact
FREE_WEIGHT = {"case": 0.5, "cluster": 0.1}  # agreeing claims outnumber the labelled ones


class Stage:
    """The columns of one stage: a level of evidence, plain or within one kind of value."""

    def __init__(self, evidence):
        self.evidence = [name for name, _ in evidence]
        self.at = {}

    def _column(self, key):
        return self.at.setdefault(key, len(self.at))

    def cells(self, record):
        """The two columns of each level of a record, worked out once."""
        for name in self.evidence:
            yield self._column((name, record.levels[name]))
            yield self._column((name, record.levels[name], record.group))

    def indexes(self, records):
        return np.array([list(self.cells(r)) for r in records], dtype=np.int32)

    def matrix(self, indexes, width):
        rows = np.repeat(np.arange(len(indexes)), indexes.shape[1])
        ones = np.ones(indexes.size)
        return sparse.csr_array((ones, (rows, indexes.ravel())), shape=(len(indexes), width))

    def ridge(self):
        return np.array([CROSSED if len(key) > 2 else MAIN for key in self.at])

    def tables(self, beta):
        """{evidence: {kind of value: {level: weight}}}"""
        found = collections.defaultdict(lambda: collections.defaultdict(dict))
        for name, level in [key for key in self.at if len(key) == 2]:
            for group in GROUPS:
                if (name, level, group) in self.at:
                    found[name][group][level] = beta[self.at[name, level]] + beta[self.at[name, level, group]]
        return found


class Model:
    """Both stages, fitted on some works."""

    def __init__(self, works, stage):
        self.stage = stage
        records = [r for _, some in works for r in some if r.hit is not None and r.kind]
        self.first(thinned(records))
        self.apply(works)
        labelled = thinned([r for r in records if r.source != "free"])
        self.second(labelled)
        self.third([r for r in labelled if schema(r) not in (NO_SCHEMA, *SET_BITS)])

    def first(self, records):
        x = self.stage.matrix(np.array([r.cells for r in records]), len(self.stage.at))
        x = sparse.hstack([x, sparse.csr_array(priors(records))]).tocsr()
        y = np.array([r.hit for r in records], float)
        w = np.array([weight(r) for r in records])
        beta = newton(x, y, w, np.concatenate([self.stage.ridge(), np.full(len(GROUPS), 1e-6)]))
        self.beta = beta[: len(self.stage.at)] / np.log(2)

    def apply(self, works):
        """Set the context bits of all pairs and what follows from them."""
        for _, records in works:
            known = [r for r in records if r.kind]
            if not known:
                continue
            bits = self.beta[np.array([r.cells for r in known])].sum(axis=1)
            for record, value in zip(known, bits.tolist(), strict=True):
                record.context = value
            compete(known)
            for record in known:
                record.levels.update((name, LOOK[name](record)) for name in COMPETING)

    def second(self, records):
        stage = Stage(STANDING)
        indexes = stage.indexes(records)
        context = np.array([[r.context if r.group == g else 0.0 for g in GROUPS] for r in records])
        kinds = sorted({r.kind for r in records})
        own = np.array([[float(r.kind == kind) for kind in kinds] for r in records])
        rest = np.hstack([context * np.log(2), own, np.ones((len(records), 1))])
        x = sparse.hstack([stage.matrix(indexes, len(stage.at)), sparse.csr_array(rest)]).tocsr()
        y = np.array([r.hit for r in records], float)
        w = np.array([weight(r) for r in records])
        ridge = [stage.ridge(), np.full(len(GROUPS), 1e-6), np.full(len(kinds), MAIN), [1e-6]]
        beta = newton(x, y, w, np.concatenate(ridge)) / np.log(2)
        self.standing = stage.tables(beta)
        tail = beta[len(stage.at) :]
        self.slope = dict(zip(GROUPS, tail * np.log(2), strict=False))
        self.prior = dict(zip(kinds, tail[len(GROUPS) :] + tail[-1], strict=False))
        self.base = tail[-1]

    def third(self, records):
        """The least weight of each schema: the odds, counted, of pairs that fit it and weigh too little."""
        counts = collections.defaultdict(lambda: 0.5)
        for record in records:
            least = FROM_BITS.get(schema(record), -np.inf)
            if record.source != "mixed" and least <= self.plain(record) < 0:
                counts[schema(record), record.hit] += 1.0
        self.schemas = {
            name: float(np.log2(counts[name, 1] / counts[name, 0]))
            for name in sorted({name for name, _ in counts})
        }

    def plain(self, record):
        """The bits of a pair before it is looked at as told by a schema."""
        standing = sum(
            self.standing[name].get(record.group, {}).get(record.levels[name], 0.0) for name, _ in STANDING
        )
        return standing + self.prior.get(record.kind, self.base) + self.slope[record.group] * record.context

    def bits(self, record):
        level, bits = schema(record), self.plain(record)
        if bits < FROM_BITS.get(level, -np.inf):
            return bits
        return max(bits, SET_BITS.get(level, self.schemas.get(level, -np.inf)))

    def tables(self):
        """All weights in bits: {evidence: {kind of value: {level: bits}}}."""
        out = {}
        for name, rows in self.stage.tables(self.beta).items():
            out[name] = {
                group: {level: b * self.slope[group] for level, b in row.items()}
                for group, row in rows.items()
            }
        return out | self.standing


def thinned(records):
    """Every example but those that are many and alike: of pairs of different stories one in `THINNED`."""
    mixed = [r for r in records if r.source == "mixed"]
    return [r for r in records if r.source != "mixed"] + mixed[::THINNED]


def weight(record):
    if record.source == "free":
        return FREE_WEIGHT[record.where]
    return {"mixed": float(THINNED), "clean/fair": FAIR}.get(record.source, 1.0)


def priors(records):
    return np.array([[float(r.group == g) for g in GROUPS] for r in records])


def first_stage(works):
    """The columns of the first stage; every record keeps its own."""
    stage = Stage(CONTEXT)
    for _, records in works:
        for record in records:
            record.cells = tuple(stage.cells(record)) if record.kind else ()
    return stage


def out_of_fold(works):
    """The bits of every example by a model that has not seen its cluster: [(record, name, bits)]."""
    stage = first_stage(works)
    names = sorted({name for name, _ in works})
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    out = []
    for k in range(FOLDS):
        model = Model([work for work in works if fold[work[0]] != k], stage)
        held = [work for work in works if fold[work[0]] == k]
        model.apply(held)
        out += [
            (record, name, model.bits(record))
            for name, records in held
            for record in records
            if record.hit is not None and record.kind and record.source != "free"
        ]
    return out


def part(record):
    return record.source.split("/")[0]


def print_frontier(scored):
    """How many labelled pairs are found, and how many others, from some weights up."""
    count = collections.Counter((part(r), r.hit) for r, _, _ in scored)
    clean = sorted((b for r, _, b in scored if part(r) == "clean" and not r.hit), reverse=True)
    for alarms in (15, 30, 60, 100, 150):
        least = clean[min(alarms, len(clean) - 1)]
        over = collections.Counter((part(r), r.hit) for r, _, b in scored if b > least)
        found = ", ".join(f"{p} {over[p, 1]}/{count[p, 1]}" for p in ("injected", "clean", "case", "pair"))
        wrong = ", ".join(f"{p} {over[p, 0]}" for p in ("case", "pair", "mixed"))
        print(f"  {alarms} alarms in clean text ({least:+.1f} bits): found {found}; other alarms {wrong}")


def print_errors(scored, works):
    ranked = sorted(scored, key=lambda row: -row[2])
    for record, name, bits in [row for row in ranked if not row[0].hit][:60]:
        print(f"ALARM {bits:+.1f} {name} {record.kind}: " + " || ".join(record.shown))
    for record, name, bits in [row for row in ranked if row[0].hit and row[2] < 0]:
        print(f"MISS {bits:+.1f} {name} {record.source}: " + " || ".join(record.shown))
    for name, records in works:
        for record in records:
            if record.source.startswith("unseen"):
                print(f"UNSEEN {name} {record.source}: " + " || ".join(record.shown))


def write(model):
    """Write the weights, each evidence centred on its commonest level."""
    lines = [
        "# Match weights in bits: log2 likelihood ratios of evidence that two claims are about one fact,",
        "# added to the prior of the kind of value. Grammar: [evidence.kind of value] level = bits.",
        "# Source: benchmarks/fit_match.py (ridge logistic regression); do not edit by hand.",
        "[prior]",
        f"other = {model.base:.2f}",
        *(f"{kind} = {b:.2f}" for kind, b in sorted(model.prior.items())),
    ]
    levels = ", ".join(f'"{name}" = {b:.2f}' for name, b in sorted(model.schemas.items()))
    lines += ["[schema]", f"least = {{ {levels} }}"]
    for name, rows in model.tables().items():
        for group, row in rows.items():
            levels = ", ".join(f'"{level}" = {b:.2f}' for level, b in sorted(row.items()))
            lines += [f"[{name}]"] if group == next(iter(rows)) else []
            lines += [f"{group} = {{ {levels} }}"]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("clusters", type=pathlib.Path)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("cases", type=pathlib.Path, nargs="+", help="folders of labelled cases")
    parser.add_argument("--write", action="store_true", help="write the weights file")
    parser.add_argument("--verbose", action="store_true", help="print every miss and the heaviest alarms")
    options = parser.parse_args()
    works = gather(options.clusters, options.cases, options.pairs)
    unseen = collections.Counter(r.source for _, rs in works for r in rs if r.source.startswith("unseen"))
    print("injections without a candidate pair:", dict(unseen))
    scored = out_of_fold(works)
    print(len(scored), "labelled pairs,", sum(r.hit for r, _, _ in scored), "positive")
    print_frontier(scored)
    if options.verbose:
        print_errors(scored, works)
    if options.write:
        write(Model(works, first_stage(works)))


if __name__ == "__main__":
    main()
