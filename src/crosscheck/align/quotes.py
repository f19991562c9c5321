"""Which quotations are the same words: an inverted index over runs of three words, then their order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from crosscheck.align.joining import components
from crosscheck.model import Claim, Group, Link

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAST_WORDS = 8  # words that two quotations must share, in order
LEAST_SHARE = 0.6  # of the shorter one
MOST_ALIKE = 40  # quotations with one run of words; a run that is more common says nothing
LONGEST = 90  # words; what runs on longer has lost its closing mark


def said(text: str) -> list[str]:
    """The words of a quotation, lower case, apostrophes levelled.

    >>> said("A door has opened – we mustn’t close it.")
    ['a', 'door', 'has', 'opened', 'we', "mustn't", 'close', 'it']
    """
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


def quote_groups(claims: Iterable[Claim]) -> list[Group]:
    """Groups of kind "quotation" over one utterance, from claims of any kind in canonical order.

    Two quotations are joined where they share eight words or more in one order, and those
    make three fifths of the shorter one.
    """
    quoted = [c for c in claims if c.mention.kind == "quotation"]
    words = [said(c.mention.text) for c in quoted]
    links = [
        (a, b, _link(quoted[a], quoted[b], shared))
        for a, b in _pairs(words)
        if (shared := LCSseq.similarity(words[a], words[b])) >= LEAST_WORDS
        and shared >= LEAST_SHARE * min(len(words[a]), len(words[b]))
    ]
    return [_group(quoted, some) for some in components((a, b, (a, b, link)) for a, b, link in links)]


def _pairs(words: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The pairs of quotations that share three runs of three words."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, some in enumerate(words):
        if LEAST_WORDS <= len(some) <= LONGEST:
            for run in {tuple(some[i : i + 3]) for i in range(len(some) - 2)}:
                index[run].append(number)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        if 1 < len(members) <= MOST_ALIKE:
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    counts[a, b] += 1
    return sorted(pair for pair, count in counts.items() if count >= 2)


def _link(a: Claim, b: Claim, shared: int) -> Link:
    return Link(
        a, b, float(shared), (f"{shared} words of the two quotations are the same, in the same order",)
    )


def _group(quoted: Sequence[Claim], links: Sequence[tuple[int, int, Link]]) -> Group:
    members = sorted({n for a, b, _ in links for n in (a, b)})
    return Group("quotation", tuple(quoted[n] for n in members), tuple(link for _, _, link in links))
