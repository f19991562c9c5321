"""The evidence of a pair in words an editor can check."""

from collections.abc import Sequence

from crosscheck.align.pair import Pair
from crosscheck.align.phrases import phrase

MOST = 4  # kinds of evidence named
LEAST_BITS = 0.3  # lighter ones are left out


# Levels that tell of nothing shared; their bits count, and a reason has better things to name.
SILENT = frozenset({"unknown", "other", "0"})
UNSAID = frozenset(
    {"names", "run", "tie", "figure", "magnitude", "grain", "consensus"}
)  # "none" of these too


def _tells(name: str, level: str) -> bool:
    return level not in SILENT and not (level == "none" and name in UNSAID)


def explain(pair: Pair, parts: Sequence[tuple[str, str, float]], total: float) -> tuple[str, ...]:
    """Why two claims are held to be about one fact: the heaviest evidence first, then the sum.

    `parts` are (evidence, level, bits), `total` the match weight, prior included.
    """
    told = sorted((p for p in parts if _tells(p[0], p[1]) and p[2] >= LEAST_BITS), key=lambda p: -p[2])[:MOST]
    lines = [f"{phrase(pair, name, level)} ({bits:+.1f})" for name, level, bits in told]
    return (*lines, f"match weight {total:+.1f} bits, the rarity of a match included")
