"""How far a finding's confidence is the share of findings that are right: a reliability table.

    python benchmarks/reliability.py [EVAL_FOLDER] [--write] [--fit]

EVAL_FOLDER holds the scorers (default `../shared/eval` beside the project), its data lie in
`../data` from there. Every finding from `warning` up that a label decides is counted:

- written cases: right where it finds a labelled discrepancy, else wrong;
- clusters with an injected error: right where it finds the error;
- clusters as published: right or wrong where it covers a pair labelled by hand.

Findings in clusters as published that no label decides are no errors for certain, nor right for
certain; they stand in a column of their own, and the second figure takes all of them for wrong.
The expected calibration error is the mean distance between confidence and share of right
ones over the bins, weighted by their findings (Naeini, Cooper and Hauskrecht 2015).

Rules that weigh no evidence in bits have one confidence each: `--fit` writes it to
`lexicon/confidence.toml` as the share of right findings, those without a label counted as half
right, drawn towards a prior; the fit is checked by leaving out every fifth cluster in turn.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import evolve, frozen

import crosscheck

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = ROOT.parent / "shared" / "eval"
PAGE = ROOT / "docs" / "quality.md"
BEGIN, END = "<!-- reliability: written by benchmarks/reliability.py -->", "<!-- end of reliability -->"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
WORKERS = 2
TARGET = ROOT / "src/crosscheck/lexicon/confidence.toml"
SETTLED = frozenset({"E403", "R501", "R502"})  # R502 where both articles state the place
PRIOR, PRIOR_WEIGHT = 0.75, 4


@frozen
class Judged:
    """One finding: its rule, its confidence, and whether a label makes it right (None: none does)."""

    code: str
    confidence: float
    right: bool | None
    where: str


def scorers(folder: Path) -> tuple[ModuleType, ModuleType]:
    """The scorers of cases and of clusters, as modules. Raises `FileNotFoundError` where they are absent."""
    if not (folder / "score_cases.py").exists():
        raise FileNotFoundError(f"{folder}/score_cases.py is absent: give the measurement folder as argument")
    sys.path.insert(0, str(folder))
    import score_cases
    import score_clusters

    return score_cases, score_clusters


def of_cases(folder: Path, data: Path) -> Iterator[Judged]:
    """The findings in the written cases."""
    cases, _ = scorers(folder)
    for path in [*sorted((data / "cases").glob("*.json")), *sorted((data / "seeds/case").glob("*.json"))]:
        case = json.loads(path.read_text(encoding="utf-8"))
        texts, report, _ = cases.run_case(case, crosscheck)
        spans = {
            d["id"]: [cases.occurrences(texts[c["article"]], c) for c in d["claims"]]
            for d in case["discrepancies"]
        }
        for finding in _shown(report):
            claims = [(c["article"], c["start"], c["end"]) for c in finding["claims"]]
            right = any(
                cases.matches(claims, finding["code"], label, spans[label["id"]])
                for label in case["discrepancies"]
            )
            yield Judged(finding["code"], finding["confidence"], right, path.stem)


def _shown(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [f for f in report["findings"] if f["severity"] != "info"]


def of_cluster(job: tuple[Path, dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]) -> list[Judged]:
    """The findings in one cluster: as published, and with each of its injected errors."""
    folder, cluster, injections, natural = job
    _, scorer = scorers(folder)
    offset = {a["id"]: scorer.shift(a) for a in cluster["articles"]}
    clean = _check(scorer, cluster)
    out = []
    for finding, claims in clean:
        labels = [p["expect_flag"] for p in natural if _covers_pair(scorer, claims, p, offset)]
        right = any(labels) if labels else None
        out.append(Judged(finding["code"], finding["confidence"], right, cluster["cluster"]))
    for change in injections:
        out.extend(_injected(scorer, cluster, change, offset, [claims for _, claims in clean]))
    return out


def _check(
    scorer: ModuleType, cluster: dict[str, Any], change: dict[str, Any] | None = None
) -> list[tuple[dict[str, Any], list[Any]]]:
    """The findings of a cluster, each with its claims in the scorer's form."""
    articles = []
    for a in cluster["articles"]:
        body = a["text"]
        if change and a["id"] == change["article"]:
            body = body[: change["start"]] + change["after"] + body[change["end"] :]
        published = datetime.fromisoformat(a["published"]) if a["published"] else None
        text = scorer.full_text(a, body)
        articles.append(crosscheck.Article(text, id=a["id"], source=a["publisher"], published=published))
    return [
        (f, [*((c["article"], c["start"], c["end"]) for c in f["claims"]), f["code"]])
        for f in _shown(crosscheck.check(articles).to_dict())
    ]


def _covers_pair(scorer: ModuleType, claims: list[Any], pair: dict[str, Any], offset: dict[str, int]) -> bool:
    spans = []
    for side in (pair["a"], pair["b"]):
        at = side["start"] + (offset[side["article"]] if side["field"] == "text" else 0)
        spans.append((side["article"], at, at + len(side["text"])))
    return all(scorer.covers(claims, *span) for span in spans)


def _injected(
    scorer: ModuleType,
    cluster: dict[str, Any],
    change: dict[str, Any],
    offset: dict[str, int],
    clean: Sequence[list[Any]],
) -> Iterator[Judged]:
    """The findings that an injected error adds and that lie on it."""
    article, at = change["article"], change["start"] + offset[change["article"]]
    end, old_end = at + len(change["after"]), at + len(change["before"])
    known = {scorer.others(f, article) for f in clean if scorer.covers(f, article, at, old_end)}
    support = [
        (s["article"], s["start"] + offset[s["article"]], s["end"] + offset[s["article"]])
        for s in change["supported_by"]
    ]
    for finding, claims in _check(scorer, cluster, change):
        if not scorer.covers(claims, article, at, end) or scorer.others(claims, article) in known:
            continue
        inside = {c[0] for c in claims[:-1]} == {article}
        right = inside or any(scorer.covers(claims, *span) for span in support)
        yield Judged(finding["code"], finding["confidence"], right, cluster["cluster"])


def of_clusters(folder: Path, data: Path) -> Iterator[Judged]:
    """The findings in the real clusters, on two processes."""
    _, scorer = scorers(folder)
    injections, natural = defaultdict(list), defaultdict(list)
    for change in scorer.lines(data / "clusters/injections.jsonl"):
        injections[change["cluster"]].append(change)
    for pair in scorer.lines(data / "clusters/natural.jsonl"):
        natural[pair["cluster"]].append(pair)
    jobs = [
        (folder, c, injections[c["cluster"]], natural[c["cluster"]])
        for c in scorer.lines(data / "clusters/clusters.jsonl.gz")
    ]
    with ProcessPoolExecutor(WORKERS) as pool:
        for judged in pool.map(of_cluster, jobs, chunksize=4):
            yield from judged


def bins(judged: Iterable[Judged]) -> list[list[Judged]]:
    """The findings by confidence, one list for each step of `EDGES`."""
    out: list[list[Judged]] = [[] for _ in EDGES[1:]]
    for one in judged:
        out[next(i for i, edge in enumerate(EDGES[1:]) if one.confidence < edge)].append(one)
    return out


def calibration_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error over the bins; findings without a label count as wrong."""
    total = 0.0
    for some in bins(judged):
        stated = sum(one.confidence for one in some)
        total += abs(stated - sum(bool(one.right) for one in some))
    return total / len(judged) if judged else 0.0


def table(judged: Sequence[Judged]) -> str:
    """The reliability table and the table by rule, as Markdown."""
    lines = ["| confidence | labelled | mean confidence | right | no label |", "|---|---|---|---|---|"]
    for low, high, some in zip(EDGES, EDGES[1:], bins(judged), strict=False):
        known = [one for one in some if one.right is not None]
        if some:
            stated = sum(one.confidence for one in some) / len(some)
            lines.append(
                f"| {low:g} to {min(high, 1.0):g} | {len(known)} | {stated:.2f} "
                f"| {_share(known)} | {len(some) - len(known)} |"
            )
    known = [one for one in judged if one.right is not None]
    error, strict = calibration_error(known), calibration_error(judged)
    lines += [
        "",
        (
            f"Expected calibration error {error:.3f} over the {len(known)} labelled findings; {strict:.3f} "
            f"over all {len(judged)} where every finding without a label is wrong."
        ),
        "",
        "| rule | labelled | mean confidence | right | no label |",
        "|---|---|---|---|---|",
    ]
    counts = Counter(one.code for one in judged)
    for code in sorted(counts):
        mine = [one for one in judged if one.code == code]
        known = [one for one in mine if one.right is not None]
        stated = sum(one.confidence for one in mine) / len(mine)
        lines.append(f"| {code} | {len(known)} | {stated:.2f} | {_share(known)} | {len(mine) - len(known)} |")
    return "\n".join(lines)


def _share(known: Sequence[Judged]) -> str:
    return f"{sum(bool(one.right) for one in known) / len(known):.2f}" if known else "-"


def settled(judged: Iterable[Judged]) -> dict[str, float]:
    """The confidence of each rule of `SETTLED`: the share of right findings, drawn towards the prior."""
    right, total = Counter[str](), Counter[str]()
    for one in judged:
        total[one.code] += 1
        right[one.code] += 0.5 if one.right is None else float(one.right)  # type: ignore[assignment]
    return {
        code: (right[code] + PRIOR * PRIOR_WEIGHT) / (total[code] + PRIOR_WEIGHT) for code in sorted(SETTLED)
    }


def held_out(judged: Sequence[Judged]) -> float:
    """The calibration error of the settled rules where each finding is judged by the fit without its fold."""
    folds = {name: n % 5 for n, name in enumerate(sorted({one.where for one in judged}))}
    out = []
    for fold in range(5):
        fitted = settled(one for one in judged if folds[one.where] != fold)
        mine = [one for one in judged if folds[one.where] == fold and one.code in SETTLED]
        out += [evolve(one, confidence=fitted[one.code]) for one in mine if one.right is not None]
    return calibration_error(out)


def fit(judged: Sequence[Judged]) -> None:
    """Write `lexicon/confidence.toml`."""
    counts = Counter(one.code for one in judged)
    rows = [f"{code} = {value:.2f}  # {counts[code]} findings" for code, value in settled(judged).items()]
    TARGET.write_text(
        "# The confidence of rules that weigh no evidence in bits.\n"
        "#\n"
        "# One row a rule: the share of its findings that are right, those without a label as half\n"
        f"# right, drawn towards {PRIOR} with the weight of {PRIOR_WEIGHT} findings. Fitted on written\n"
        "# cases and real clusters with injected and natural errors; not tuned by hand:\n"
        "# python benchmarks/reliability.py EVAL_FOLDER --fit\n\n" + "\n".join(rows) + "\n",
        encoding="utf-8",
    )


def write(shown: str) -> None:
    """Put the tables into `docs/quality.md`, between their two marks."""
    page = PAGE.read_text(encoding="utf-8")
    head, rest = page.split(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}\n\n{shown}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    parser.add_argument("--fit", action="store_true", help="write lexicon/confidence.toml")
    options = parser.parse_args()
    data = options.folder.resolve().parent / "data"
    judged = [*of_cases(options.folder, data), *of_clusters(options.folder, data)]
    shown = table(judged)
    print(shown)
    print(f"\nsettled rules, each fold by the others: {held_out(judged):.3f}", settled(judged))
    if options.fit:
        fit(judged)
    if options.write:
        write(shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
