"""Retrieved passages are checked against each other, and an answer against them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import crosscheck
from crosscheck import Article


@dataclass(frozen=True)
class Passage:
    """What a search gave: a text, where it is from, and its day if that is known."""

    text: str
    source: str
    published: date | None = None


def as_articles(passages: Sequence[Passage]) -> list[Article]:
    """Passages as articles; the number in front keeps two passages of one source apart."""
    return [
        Article(p.text, id=f"{number}", source=p.source, published=p.published)
        for number, p in enumerate(passages, 1)
    ]


def disagreements(passages: Sequence[Passage]) -> list[str]:
    """One line for each fact on which the passages differ, to be put before whoever writes the answer."""
    lines = []
    for finding in crosscheck.check(as_articles(passages)):
        sides: dict[str, list[str]] = {}
        for claim in finding.claims:
            if claim.side:
                sides.setdefault(claim.side, []).append(f"“{claim.text}” [{claim.article}]")
        lines.append(" against ".join(" and ".join(own) for own in sides.values()))
    return lines


def unsafe(answer: str, passages: Sequence[Passage]) -> list[str]:
    """The values of an answer that a passage contradicts, or that no passage gives."""
    report = crosscheck.compare(Article(answer, id="answer"), as_articles(passages))
    wrong = ("contradicted", "unsupported")
    return [f"“{tick.text}” is {tick.status}" for tick in report.ticks if tick.status in wrong]


found = [
    Passage("The Norwick harbour bridge cost $45 million to repair, the council said.", "Norwick Echo"),
    Passage("The Norwick harbour bridge cost $54 million to repair, the council said.", "Coast Now"),
    Passage("Work on the Norwick harbour bridge ended on May 3, 2021, said Ada Lund.", "Coast Now"),
]
for line in disagreements(found):
    print("The sources differ:", line)
for line in unsafe("Work on the Norwick harbour bridge ended on May 5, 2021, said Ada Lund.", found):
    print("Not in the sources:", line)
