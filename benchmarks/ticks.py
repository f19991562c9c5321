"""How far the tick sheet can be trusted: each article of the written cases in turn as the draft.

    python benchmarks/ticks.py CASES [--verbose]

CASES holds labelled cases as JSON (articles, discrepancies with sides, traps). Shown are

- contradicted: the draft's values on one side of a labelled discrepancy, where a source takes another
  side, that are marked contradicted or outdated;
- supported: the draft's values that a source states too, in a sentence that shares a telling word and
  under no label, that are marked supported;
- false support: values of a label whose side no source takes, that are marked supported;
- trapped: values of traps, and supported values, that are marked contradicted without a label.

Aims: contradicted >= 0.75, supported >= 0.80, trapped <= 0.02. The exit status is 1 where one is missed.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import crosscheck
from crosscheck import Article, Mention, Report
from crosscheck.lexicon.words import STOP, canonical, rarity
from crosscheck.model import Tick

AIMS = {"contradicted": 0.75, "supported": 0.80}
MOST_TRAPPED = 0.02
TELLING = 8.0  # bits of rarity of a word that two sentences share
AGAINST = frozenset({"contradicted", "outdated"})
Span = tuple[str, int, int]


class Case:
    """A written case: its articles, and the spans of its labels and traps."""

    def __init__(self, path: Path) -> None:
        data = json.loads(path.read_text(encoding="utf-8"))
        self.name = path.stem
        self.articles = [self._article(row) for row in data["articles"]]
        self.texts = {a.id: a.text for a in self.articles}
        self.labels = [
            (row["id"], [(self._span(c), c.get("side")) for c in row["claims"]])
            for row in data["discrepancies"]
            if row["scope"] == "cross"
        ]
        self.labelled = [self._span(c) for row in data["discrepancies"] for c in row["claims"]]
        self.traps = [self._span(c) for row in data["traps"] for c in row["claims"]]
        self.mentions = {a.id: crosscheck.extract(a) for a in self.articles}

    @staticmethod
    def _article(row: dict[str, Any]) -> Article:
        text = (row["title"] + "\n\n" if row["title"] else "") + row["text"]
        when = datetime.fromisoformat(row["published"]) if row["published"] else None
        return Article(text, id=row["id"], source=row["publisher"], published=when)

    def _span(self, claim: dict[str, Any]) -> Span:
        text, start = self.texts[claim["article"]], -1
        for _ in range(claim.get("occurrence", 1)):
            start = text.index(claim["quote"], start + 1)
        return claim["article"], start, start + len(claim["quote"])

    def stated_elsewhere(self, article: str, mention: Mention) -> bool:
        """Whether another article states this value in a sentence with a telling word in common."""
        mine = _telling(self.texts[article], mention)
        return any(
            _same(mention, other) and mine & _telling(text, other)
            for name, text in self.texts.items()
            if name != article
            for other in self.mentions[name]
        )


def _same(a: Mention, b: Mention) -> bool:
    """Whether two mentions state one value, told from their plain data alone."""
    if a.kind != b.kind:
        return False
    one: dict[str, Any] = a.value.to_dict()
    two: dict[str, Any] = b.value.to_dict()
    if a.kind == "person":
        given = {name["given"] for name in (one, two) if name["given"]}
        return bool(one["family"] == two["family"]) and len(given) < 2
    if a.kind == "date":
        return one["earliest"] is not None and all(one[k] == two[k] for k in ("earliest", "latest"))
    if a.kind == "quotation":
        return _letters(one["words"]) == _letters(two["words"])
    drop = {"hedge", "stated", "speaker", "aliases"}
    return {k: v for k, v in one.items() if k not in drop} == {k: v for k, v in two.items() if k not in drop}


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _telling(text: str, mention: Mention) -> set[str]:
    """The rare words of the line of text around a mention, its own left out."""
    first = max(text.rfind(mark, 0, mention.start) for mark in ("\n", ". "))
    stops = [at for mark in ("\n", ". ") if (at := text.find(mark, mention.end)) >= 0]
    around = text[first + 1 : mention.start] + " " + text[mention.end : min(stops, default=len(text))]
    words = (w.strip(".,;:!?'’\"“”()") for w in around.lower().replace("’s", "").split())
    return {canonical(w) for w in words if w.isalpha() and w not in STOP and rarity(w) >= TELLING}


def overlaps(tick: Tick | Mention, article: str, span: Span) -> bool:
    """Whether a tick lies on a span."""
    return article == span[0] and tick.start < span[2] and span[1] < tick.end


def measure(case: Case, draft: Article, report: Report) -> Iterator[tuple[str, bool, Tick | Span]]:
    """(figure, whether it counts as marked, what it is about) for one article as the draft."""
    ticks = report.ticks
    for _, claims in case.labels:
        sources = {side for span, side in claims if span[0] != draft.id and side is not None}
        for span, side in claims:
            if span[0] != draft.id or side is None or not sources - {side}:
                continue
            on = [t for t in ticks if overlaps(t, draft.id, span)]
            yield "contradicted", any(t.status in AGAINST for t in on), span
            if side not in sources:
                closest = max(on, key=lambda t: min(t.end, span[2]) - max(t.start, span[1]), default=None)
                yield "false support", closest is not None and closest.status == "supported", span
    mentions = {(m.start, m.end, m.kind): m for m in case.mentions[draft.id]}
    for tick in ticks:
        if any(overlaps(tick, draft.id, span) for span in case.labelled):
            continue
        mention = mentions.get((tick.start, tick.end, tick.kind))
        if any(overlaps(tick, draft.id, span) for span in case.traps):
            yield "trapped", tick.status in AGAINST, tick
        elif tick.status in {"supported", *AGAINST}:
            yield "alarmed", tick.status in AGAINST, tick
        if mention is not None and case.stated_elsewhere(draft.id, mention):
            yield "supported", tick.status == "supported", tick


def table(counts: dict[str, Counter[bool]]) -> dict[str, float]:
    """Print the figures and give their shares."""
    shares = {}
    for figure, count in sorted(counts.items()):
        shares[figure] = count[True] / max(1, count.total())
        print(f"{figure:<28} {count[True]:>5} of {count.total():>5}  {shares[figure]:.3f}")
    return shares


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    statuses: Counter[str] = Counter()
    for path in sorted(options.cases.glob("*.json")):
        case = Case(path)
        for draft in case.articles:
            report = crosscheck.compare(draft, [a for a in case.articles if a.id != draft.id])
            statuses.update(t.status for t in report.ticks)
            for figure, marked, what in measure(case, draft, report):
                counts[figure][marked] += 1
                if isinstance(what, Tick):
                    counts[f"{figure}: {what.kind}"][marked] += 1
                if options.verbose and marked != (figure in AIMS):
                    print(f"{case.name} {figure}: {_shown(what, case)}")
    shares = table(counts)
    print(dict(statuses.most_common()))
    missed = [f for f, aim in AIMS.items() if shares[f] < aim]
    return int(bool(missed) or max(shares["trapped"], shares["alarmed"]) > MOST_TRAPPED)


def _shown(what: Tick | Span, case: Case) -> str:
    article, start, end = what if isinstance(what, tuple) else (what.article, what.start, what.end)
    text = case.texts[article]
    kind = "" if isinstance(what, tuple) else f" ({what.kind}, {what.status})"
    around = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]}"
    return f"{article}{kind} {' '.join(around.split())}"


if __name__ == "__main__":
    sys.exit(main())
