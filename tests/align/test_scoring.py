"""Pairs of the fixtures' claims: what is left out as hopeless, and what several processes change: nothing."""

from pathlib import Path

import pytest

import crosscheck
from crosscheck import Config
from crosscheck.align.groups import LEAST, link, linkable, order
from crosscheck.align.pair import Pair
from crosscheck.align.scoring import pairs, weigh
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Claim
from crosscheck.pipeline import reading

FIXTURES = sorted(
    path for path in (Path(__file__).parents[2] / "fixtures").rglob("*") if path.suffix in (".md", ".txt")
)
Told = list[tuple[Claim, Claim, float, tuple[tuple[str, str, float], ...]]]


@pytest.fixture(scope="module")
def read() -> tuple[list[Claim], Stories]:
    documents = [Document(article) for article in crosscheck.load(FIXTURES)]
    claims = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n)]
    return sorted(claims, key=order), Stories([telling_names(d) for d in documents])


def told(found: list[Pair]) -> Told:
    """Each pair with its weight and the parts of it."""
    return [(pair.left, pair.right, *weigh(pair)) for pair in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_hopeless_pairs_are_left_out(read: tuple[list[Claim], Stories], jobs: int):
    claims, stories = read
    own = [claim for claim in claims if linkable(claim)]
    every = pairs(own, stories)
    likely = [p for p in every if weigh(p)[0] >= (LEAST.agreeing if p.agrees else LEAST.other)]
    some = pairs(own, stories, least=LEAST, jobs=jobs)
    assert len(some) < len(every)
    of_use = {(id(p.left), id(p.right)) for p in likely}
    assert of_use
    assert told([p for p in some if (id(p.left), id(p.right)) in of_use]) == told(likely)


def test_links_are_the_same_in_several_processes(read: tuple[list[Claim], Stories]):
    claims, stories = read
    one, two = link(claims, stories), link(claims, stories, jobs=2)
    assert one == two
    assert one.clashes
    assert all(x.left is y.left and x.right is y.right for x, y in zip(one.clashes, two.clashes, strict=True))
    assert all(x.weight > LEAST.other for x in one.clashes)


@pytest.mark.parametrize("jobs", [0, 2, 3])
def test_the_report_on_the_fixtures_is_the_same(monkeypatch: pytest.MonkeyPatch, jobs: int):
    monkeypatch.setattr(reading, "MANY_JOBS_FROM", 0)
    articles = crosscheck.load(FIXTURES)
    one = crosscheck.check(articles)
    assert one.findings
    assert crosscheck.check(articles, config=Config(jobs=jobs)).to_json() == one.to_json()
