"""Levels of evidence: how a measure falls into them, and the bits that they add up to."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from crosscheck.lexicon import table

Part = tuple[str, str, float]  # a kind of evidence, its level, its bits
LEVELS = tuple(map(str, range(100)))


def band(value: float, edges: Sequence[float]) -> str:
    """The number of edges (rising) that a value reaches, as a level: "0" below all of them.

    >>> band(3.0, (1, 3, 5))
    '2'
    """
    return LEVELS[bisect_right(edges, value)]


def same_run(mine: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the first on, without a gap.

    >>> same_run(["in", "the", "north"], ["in", "the", "south"])
    2
    """
    count = 0
    for a, b in zip(mine, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def weigh(weights: str, prior: str, levels: Mapping[str, str]) -> tuple[float, tuple[Part, ...]]:
    """The log-odds (base 2) that levels of evidence add up to with a prior, and their parts.

    `weights` names a table of the lexicon with one row a kind of evidence ("match_places"),
    `prior` the entry of its row "prior"; a level without a weight has none (0 bits).
    """
    rows = table(weights)
    parts = tuple((name, level, rows.get(name, {}).get(level, 0.0)) for name, level in levels.items())
    return float(rows["prior"][prior]) + sum(bits for _, _, bits in parts), parts
