"""Groups of claims about one fact, formed around the pairs that disagree.

A group starts from linked pairs whose values are disjoint; claims that are linked to one
of them and agree with it join as its supporters. Groups that share a claim are one group.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from crosscheck.align.blocking import family
from crosscheck.align.explain import explain
from crosscheck.align.joining import Joined
from crosscheck.align.pair import Pair
from crosscheck.align.scoring import Least, agree, identity, pairs, relation, weigh
from crosscheck.align.stories import Stories
from crosscheck.lexicon.currencies import alike, says_which
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Moment, Quantity, Relation
from crosscheck.values.relations import EXACT, rounding

MILES = {"mi", "nmi"}  # at sea a mile is a nautical mile
SHARED_SIGNS = ("$", "£")  # signs of several currencies
ALIGNED_ELSEWHERE = frozenset(("person", "place", "quotation"))
LEAST_BITS = -4.0  # below this a pair is nothing to speak of: no conflict, no refusal
SUPPORT_BITS = -1.0  # agreeing claims join a group: their agreement is evidence that no weight counts
JOINING_BITS = 0.0  # clashes of one claim are one group from even odds up
BACKING_BITS = -7.0  # two claims that state one value need less: the agreement is evidence itself
LEAST = Least(agreeing=min(LEAST_BITS, SUPPORT_BITS, BACKING_BITS), other=min(LEAST_BITS, SUPPORT_BITS))


def order(claim: Claim) -> tuple[int, int, int, str]:
    """The canonical order of claims: by article, then by place in it."""
    return claim.article, claim.mention.start, claim.mention.end, claim.mention.kind


def disagree(pair: Pair) -> bool:
    """Whether the values of a pair clash, or state one figure in two units that exclude each other.

    Two articles that both say "on Tuesday" do not, whichever Tuesdays they seem to mean.
    """
    if identity(pair.left) == identity(pair.right):
        return False
    found = relation(pair.left, pair.right)
    a, b = pair.left.mention.value, pair.right.mention.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return found is Relation.DISJOINT
    if {a.unit, b.unit} == MILES and a.stated == b.stated:
        return False
    if found is Relation.INCOMPARABLE:
        return a.stated == b.stated is not None and a.unit != b.unit and not _one_money(pair)
    rounded = _cut_off(a, b) or _cut_off(b, a) or _as_round(a, b) or _as_round(b, a)
    return found is Relation.DISJOINT and not (_fall(a, b) or rounded)


def _one_money(pair: Pair) -> bool:
    """Whether a bare sign or name may mean the currency of the other article: "$5" and "C$5", two "Rs5"."""
    one, two = (claim.mention.text for claim in (pair.left, pair.right))
    codes = [str(getattr(claim.mention.value, "unit", "")) for claim in (pair.left, pair.right)]
    if alike(*codes):
        return not (says_which(one, codes[0]) and says_which(two, codes[1]))
    bare = (one[:1] in SHARED_SIGNS) != (two[:1] in SHARED_SIGNS)
    return bare and any(sign in one and sign in two for sign in SHARED_SIGNS)


def _cut_off(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is the other cut off and not rounded: "43 million" of 43,885,310."""
    if a.unit != b.unit or not a.slack or a.slack <= b.slack or not a.point or not b.point:
        return False
    place = EXACT.multiply(a.slack, Decimal(2))
    return EXACT.multiply(EXACT.divide_int(b.point, place), place) == a.point


def _as_round(a: Quantity, b: Quantity) -> bool:
    """Whether a hedged figure would fit another one without its hedge.

    "About 100" is no more exact than "100".
    """
    if not a.hedge or not a.figure or a.unit != b.unit or b.point is None or a.low is None or a.high is None:
        return False
    if not a.low < a.figure < a.high:
        return False  # "nearly 100"
    return abs(b.point - a.figure) <= rounding(EXACT.normalize(a.figure)) + b.slack  # the middle of a range


def _fall(a: Quantity, b: Quantity) -> bool:
    """Whether two shares are one fall, told with its sign and with a word: "minus 3%", "fell 3%"."""
    return a.unit == b.unit == "percent" and a.figure is not None and a.figure == -(b.figure or 0)


DATED_BY = frozenset({"on", "until", "by", "from", "since", "before", "after", "for", "till"})


def dates_the_article(claim: Claim) -> bool:
    """Whether a date is that of the article and not of an event: a date line, "Published ...", a caption.

    It stands without a preposition and is the day from which the article speaks.
    """
    value, today = claim.mention.value, claim.as_of.day
    if not isinstance(value, Moment) or value.relative:
        return False
    if claim.zone in ("dateline", "byline") or dates_a_picture(claim):
        return True
    month, day = value.month_day
    near = (
        today is not None and month is not None and day is not None and not DATED_BY & set(claim.before[:1])
    )
    if not near or today is None or month is None or day is None:
        return False
    return value.single is not None and abs((value.single - today).days) <= 2


PICTURES = frozenset({"photo", "photograph", "image", "picture", "video", "frame", "still", "handout"})


def dates_a_picture(claim: Claim) -> bool:
    """Whether a date is that of a picture or a post: "in this Oct. 21, 2019, photo", "(@mayor) May 3"."""
    words = {word for word in claim.after[:4] if word.isalpha()}
    if claim.before[:1] == ("this",) and not PICTURES.isdisjoint(words):
        return True
    return any(word.startswith("@") for word in claim.before[:3])


def linkable(claim: Claim) -> bool:
    """Whether pairs are looked for: names, places and quotations have aligners of their own."""
    return claim.mention.kind not in ALIGNED_ELSEWHERE and not dates_the_article(claim)


@frozen(slots=True)
class Links:
    """Linked pairs of a corpus: those whose values clash, and those whose values agree."""

    clashes: tuple[Link, ...]
    support: tuple[Link, ...]


def link(claims: Sequence[Claim], stories: Stories, jobs: int = 1) -> Links:
    """The pairs of claims that are likely about one fact, with their match weights.

    Claims come in canonical order (`order`); the result does not depend on anything else, nor
    on the number of processes (`jobs`).
    """
    clashes: list[Link] = []
    support: list[Link] = []
    own = [claim for claim in claims if linkable(claim)]
    for pair in pairs(own, stories, least=LEAST, jobs=jobs):
        weight, parts = weigh(pair)
        clash = disagree(pair)
        least = LEAST_BITS if clash else BACKING_BITS if agree(pair) else SUPPORT_BITS
        if weight < least:
            continue
        reasons = explain(pair, parts, weight) if clash else ()  # reports give them for clashes only
        (clashes if clash else support).append(Link(pair.left, pair.right, weight, reasons, pair.repeated))
    return Links(tuple(clashes), tuple(support))


def groups(links: Links) -> list[Group]:
    """The groups in which some pair disagrees, each with the links that joined it."""
    support = [x for x in links.support if x.weight >= SUPPORT_BITS]
    held: dict[int, list[int]] = defaultdict(list)  # a claim -> the links of support that it has
    for i, link in enumerate(support):
        held[id(link.left)].append(i)
        held[id(link.right)].append(i)
    return [_group(component, support, held) for component in _components(links.clashes)]


def _components(links: Iterable[Link]) -> list[list[Link]]:
    """Links joined where they share a claim: a clash of one claim with several is one discrepancy."""
    links = list(links)
    joined = Joined()
    for link in links:
        if link.weight >= JOINING_BITS:
            joined.join(id(link.left), id(link.right))
    out: dict[Hashable, list[Link]] = defaultdict(list)
    for link in links:
        out[joined.root(id(link.left))].append(link)
    return sorted(out.values(), key=lambda ls: min((order(x.left), order(x.right)) for x in ls))


def _group(clashes: list[Link], support: Sequence[Link], held: Mapping[int, Sequence[int]]) -> Group:
    members = {id(c): c for link in clashes for c in (link.left, link.right)}
    joined = [support[i] for i in sorted({i for member in members for i in held.get(member, ())})]
    for link in joined:
        members[id(link.left)] = link.left
        members[id(link.right)] = link.right
    claims = tuple(sorted(members.values(), key=order))
    return Group(family(clashes[0].left).split("/")[0], claims, tuple(clashes + joined))
