"""Logistic regression with a ridge, by Newton's method; levels of evidence as its columns."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

RIDGE, OF_PRIOR = 1.0, 0.01  # pull to zero of a level's weight, and of the prior's
Levels = Mapping[str, str]  # {evidence: level}
Weights = dict[tuple[str, str], float]  # {(evidence, level): bits}


def newton(x: Any, y: Any, weight: Any, ridge: Any, steps: int = 40) -> Any:
    """The natural log-odds of each column of `x` that make the labels `y` (0 or 1) likeliest.

    `x` is a matrix of numpy or of scipy.sparse, one row an example, `weight` how much each
    example counts, `ridge` the pull to zero of each column.
    """
    beta = np.zeros(x.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - ridge * beta
        curve = (weight * p * (1 - p) + 1e-9)[:, None]
        hessian = (x.T @ x.multiply(curve)).toarray() if hasattr(x, "multiply") else x.T @ (x * curve)
        step = np.linalg.solve(hessian + np.diag(ridge), gradient)
        beta += step
        if np.abs(step).max() < 1e-5:
            break
    return beta


def fit(rows: Sequence[Levels], labels: Sequence[int], share: Sequence[float] | None = None) -> Weights:
    """The weights, in bits, of the levels of examples, the level of "prior" among them.

    `share` is how much each example counts; without it all count the same.
    """
    names = sorted({pair for levels in rows for pair in levels.items()})
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for number, levels in enumerate(rows):
        x[number, [index[pair] for pair in levels.items()]] = 1
    weight = np.ones(len(rows)) if share is None else np.array(share)
    ridge = np.array([OF_PRIOR if evidence == "prior" else RIDGE for evidence, _ in names])
    bits = newton(x, np.array(labels), weight, ridge) / np.log(2)
    return dict(zip(names, bits.tolist(), strict=True))


def score(levels: Levels, weights: Weights) -> float:
    """The bits that an example's levels add up to; a level that the fit has not seen has none."""
    return sum(weights.get(pair, 0.0) for pair in levels.items())


def as_toml(weights: Weights) -> str:
    """Weights as the tables of a lexicon file: one a kind of evidence, one row a level."""
    rows = defaultdict(list)
    for (evidence, level), bits in sorted(weights.items()):
        rows[evidence].append(f'"{level}" = {bits:.2f}\n')
    return "\n".join(f"[{evidence}]\n" + "".join(levels) for evidence, levels in sorted(rows.items()))
