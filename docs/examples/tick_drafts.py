"""Sources read once, and each new state of a draft ticked against them."""

from pathlib import Path

import crosscheck

folder = Path("fixtures/tram-derailment")
sources = crosscheck.load(
    [folder / "01-live-blog.md", folder / "02-local-paper.md", folder / "03-tabloid.md"]
)
corpus = crosscheck.Corpus(sources)

(draft,) = crosscheck.load([folder / "04-explainer.md"])
report = corpus.compare(draft)

for tick in report.ticks:
    if tick.status == "contradicted":
        against = ", ".join(f"{e.text!r}" for e in tick.evidence)
        print(f"{tick.text!r} does not fit {against}")
