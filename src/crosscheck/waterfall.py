"""The match weight of any two values, step by step: every kind of evidence with its bits.

`explain` looks at a pair as `check` does, among the same articles, and says what came of it:
whether a rule reports it, declines it and why, or never sees it.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from crosscheck.align.blocking import LEAST_SHARED, family
from crosscheck.align.groups import (
    ALIGNED_ELSEWHERE,
    LEAST_BITS,
    Links,
    dates_the_article,
    disagree,
    groups,
    link,
    linkable,
    order,
)
from crosscheck.align.pair import Pair
from crosscheck.align.phrases import phrase
from crosscheck.align.scoring import Corpus, agree, pairs, prior, weigh
from crosscheck.align.stories import LEAST_SHARE, Stories
from crosscheck.align.weekdays import known_days
from crosscheck.errors import UsageError
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Article, Claim, Group, Link, Refusal
from crosscheck.rules import ALL_RULES
from crosscheck.rules.amounts import FLAG_BITS
from crosscheck.rules.common import probability
from crosscheck.rules.dates import FLAG_BITS as DATE_BITS
from crosscheck.rules.dates import WEEKDAY_BITS
from crosscheck.values import Moment

MOST_NEAREST = 4  # values named where there is none at an offset
Spot = tuple[str, int]  # the id of an article and a code-point offset into its text


@frozen(slots=True)
class Step:
    """One kind of evidence: its name, its level in words, its bits, and the sum so far."""

    evidence: str
    words: str
    bits: float
    total: float


@frozen(slots=True)
class Verdict:
    """What a rule makes of a pair: `reason` is why it declines, None where it reports it."""

    code: str
    name: str
    reason: str | None
    confidence: float | None = None


@frozen(slots=True)
class Waterfall:
    """How the match weight of two claims comes about, and what follows.

    `articles` are the ids of the two, `steps` begin with the prior and end with the match weight
    (`weight`, log-odds in bits; `probability` belongs to it). `clash` says whether the values
    exclude each other, `agree` whether they state one value; `least` is the weight from which a
    clash is reported; `verdicts` are those of the rules that look at such a pair alone.
    """

    articles: tuple[str, str]
    claims: tuple[Claim, Claim]
    steps: tuple[Step, ...]
    weight: float
    probability: float
    clash: bool
    agree: bool
    least: float
    verdicts: tuple[Verdict, ...]

    @property
    def seen(self) -> bool:
        """Whether rules see a clash of this weight at all."""
        return self.weight >= LEAST_BITS


def explain(left: Spot, right: Spot, articles: Iterable[Article]) -> Waterfall:
    """The match weight of the values at two places, each an article's id and an offset in a value.

    The pair is weighed among all `articles`, as `check` does: how rare a word is, which
    articles tell one story and who else backs a value depend on them. Raises `UsageError` where
    an article or a value is not there, or the two are no candidate pair, saying why.
    """
    looked = _Looked(articles)
    one, two = sorted((looked.claim(*left), looked.claim(*right)), key=order)
    return looked.waterfall(one, two)


class _Looked:
    """Articles read, with their claims."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = sorted(articles, key=lambda a: a.id)
        documents = [Document(article) for article in self.articles]
        self.claims = [c for n, d in enumerate(documents) for c in bind(d, mentions(d), n)]
        self.claims.sort(key=order)
        self.stories = Stories([telling_names(d) for d in documents])

    def claim(self, article: str, offset: int) -> Claim:
        """The claim whose value stands at a code-point offset of the article with an id.

        Raises `UsageError` where there is no such article, or no value there.
        """
        number = next((n for n, a in enumerate(self.articles) if a.id == article), None)
        if number is None:
            raise UsageError(f"no article has the id {article!r}")
        own = [c for c in self.claims if c.article == number]
        here = [c for c in own if c.mention.start <= offset < c.mention.end]
        if not here:
            raise UsageError(f"{article}: no value at offset {offset}; {_nearest(own, offset)}")
        return min(here, key=lambda c: (not linkable(c), c.mention.end - c.mention.start))

    def waterfall(self, left: Claim, right: Claim) -> Waterfall:
        """The steps of a candidate pair; raises `UsageError` where it is none."""
        _refuse(left, right)
        own = [claim for claim in self.claims if linkable(claim)]
        pair = next((p for p in pairs(own, self.stories) if p.left is left and p.right is right), None)
        if pair is None:
            raise UsageError(self._why_not(left, right, own))
        return self._told(pair)

    def _told(self, pair: Pair) -> Waterfall:
        steps = list(_steps(pair))
        links = known_days(link(self.claims, self.stories), self.claims, self.stories)
        found = _linked(pair, links)
        if found is not None and found.weight > steps[-1].total + 0.01:
            added = found.weight - steps[-1].total
            words = "the story names one of the days often and hardly knows the other"
            steps.append(Step("weekdays", words, added, found.weight))
        weight = steps[-1].total
        return Waterfall(
            articles=(self.articles[pair.left.article].id, self.articles[pair.right.article].id),
            claims=(pair.left, pair.right),
            steps=tuple(steps),
            weight=weight,
            probability=probability(weight),
            clash=disagree(pair),
            agree=agree(pair),
            least=_least(pair),
            verdicts=tuple(_verdicts(found, links)) if found is not None else (),
        )

    def _why_not(self, left: Claim, right: Claim, own: Sequence[Claim]) -> str:
        """Why two claims of one kind are no candidate pair."""
        lead = f"{_quoted(left)} and {_quoted(right)} are no candidate pair: "
        if right.article not in self.stories.related(left.article):
            share = self.stories.likeness(left.article, right.article)
            least = f"{LEAST_SHARE:.0%} make them one story, the closest articles first"
            return f"{lead}their articles share {share:.0%} of their rare names; {least}"
        keys = list(Corpus(own).keys())
        mine, other = (dict(keys[next(i for i, c in enumerate(own) if c is x)]) for x in (left, right))
        shared = max(sum(a[key] for key in a if key in b) for a, b in ((mine, other), (other, mine)))
        if shared < LEAST_SHARED:
            return f"{lead}their words share {shared:.1f} bits; {LEAST_SHARED:.0f} are needed"
        return f"{lead}other values of these articles share more words with them"


def _refuse(left: Claim, right: Claim) -> None:
    """Raise `UsageError` where two claims are never weighed against each other."""
    lead = f"{_quoted(left)} and {_quoted(right)} are not weighed: "
    if left.article == right.article:
        raise UsageError(f"{lead}both stand in one article, pairs are of two")
    if family(left) != family(right):
        raise UsageError(f"{lead}they are of two kinds, {family(left)} and {family(right)}")
    for claim in (left, right):
        if claim.mention.kind in ALIGNED_ELSEWHERE:
            raise UsageError(f"{lead}a {claim.mention.kind} is compared by a way of its own")
        if dates_the_article(claim):
            raise UsageError(f"{lead}{_quoted(claim)} dates the article itself")


def _quoted(claim: Claim) -> str:
    return f"“{claim.mention.text}” ({claim.mention.kind})"


def _nearest(claims: Sequence[Claim], offset: int) -> str:
    """The values nearest to an offset, with theirs, in reading order."""
    near = sorted(claims, key=lambda c: min(abs(c.mention.start - offset), abs(c.mention.end - offset)))
    if not near:
        return "the article states none"
    shown = sorted(near[:MOST_NEAREST], key=order)
    return "the nearest are " + ", ".join(f"{c.mention.start} {_quoted(c)}" for c in shown)


def _steps(pair: Pair) -> Iterator[Step]:
    total = prior(pair)
    yield Step("prior", "how rare it is that two such candidates are about one fact", total, total)
    for name, level, bits in weigh(pair)[1]:
        total += bits
        yield Step(name, phrase(pair, name, level), bits, total)


def _linked(pair: Pair, links: Links) -> Link | None:
    both = (*links.clashes, *links.support)
    return next((x for x in both if x.left is pair.left and x.right is pair.right), None)


def _least(pair: Pair) -> float:
    """The weight from which a clash of these values is reported."""
    values = (pair.left.mention.value, pair.right.mention.value)
    if not all(isinstance(value, Moment) for value in values):
        return FLAG_BITS
    told = any(isinstance(value, Moment) and value.relative for value in values)
    return WEEKDAY_BITS if told else DATE_BITS


def _verdicts(found: Link, links: Links) -> Iterator[Verdict]:
    """What rules make of a clash in its group when no other clash of the group is there."""
    if not any(found is clash for clash in links.clashes):
        return
    clashes = {id(clash) for clash in links.clashes}
    for group in groups(links):
        if any(x is found for x in group.links):
            alone = tuple(x for x in group.links if x is found or id(x) not in clashes)
            yield from _ruled(Group(group.kind, group.claims, alone))


def _ruled(group: Group) -> Iterator[Verdict]:
    for rule in ALL_RULES:
        if group.kind not in rule.takes or not rule.enabled:
            continue
        for outcome in rule.check(group):
            refused = isinstance(outcome, Refusal)
            yield Verdict(
                rule.code,
                rule.name,
                outcome.reason if refused else None,
                None if refused else outcome.confidence,
            )
