"""A figure of the headline that nothing in the body backs, against the one figure of the lead in its role."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim, Conflict, Refusal
from crosscheck.rules.common import related
from crosscheck.rules.headlines.backing import (
    SMALL,
    Story,
    backed,
    less,
    near,
    number,
    personal,
    thing,
    vague,
)
from crosscheck.rules.headlines.telling import conflict, words
from crosscheck.values import Duration, Ordinal, Quantity, Relation
from crosscheck.values.relations import EXACT

LEAD = 8  # sentences of the body, in which the figure of the headline's role is looked for
OPENING = 3  # sentences that have a whole before its parts
RETOLD = 5  # sentences, one of which tells what the headline tells
LEAST_RIVAL = 2  # "one" and "the first" are said of too many things
MOST = 6  # rivals that are compared
REACH = 5  # content words beside a figure among which the verb of the headline may stand
LEAST_BITS = 25.0  # rarity of the words that headline and sentence have in common where that one retells it
SPREAD = 3  # times that one figure is the other at most, to be of one thing
CLOSE, FAR = Decimal("1.5"), Decimal(2)  # times that a figure of the headline's size is it, and another one
INCLUDING = frozenset("including include includes included among namely".split())
ALONE = wordset("headlines", "alone")
FORMER = frozenset(map(canonical, wordset("headlines", "former")))
OF_THEM = frozenset("them whom those these the its their his her which our".split())


def unbacked(claim: Claim, story: Story) -> Iterator[Conflict | Refusal]:
    """What the lead has in the place of a figure of the headline that the body does not back."""
    if _idle(claim) or backed(claim, story):
        return
    lead = [c for c in story.body if _in_lead(claim, c) and _one_unit(claim, c)]
    same = [c for c in lead if _one_role(claim, c)]
    if any(not _apart(claim, c) for c in same if not vague(c.mention.value)):
        return
    same = [c for c in same if _stands(c) and _of_a_size(claim, c) and not _taken(c, story)]
    if not same:
        rival = _retold(claim, lead, story)
        why = "a sentence tells what the headline tells, with this figure"
    else:
        rival = _only(claim, same)
        why = "the lead has this one in the same role"
        if rival is None:
            yield Refusal("part-of-whole", (claim, same[0]))
    if rival is not None and not _one_more(claim, rival, story):
        yield conflict(claim, rival, f"the body has the headline's figure nowhere, and {why}", 0.75)


def _one_more(claim: Claim, rival: Claim, story: Story) -> bool:
    """Whether the figures are one apart, who may be told of without a number: the gunman, a later death."""
    mine, its = number(claim), number(rival)
    if mine is None or its is None or abs(mine - its) != 1 or mine >= SMALL or not personal(claim):
        return False
    return any(c.wording and not ALONE.isdisjoint(c.wording.lower) for c in (*story.heads, *story.body))


def _idle(claim: Claim) -> bool:
    """Whether a figure of a headline counts nothing that the story tells."""
    value = claim.mention.value
    return vague(value) or (isinstance(value, Ordinal) and value.rank < LEAST_RIVAL)


def _in_lead(claim: Claim, rival: Claim) -> bool:
    return rival.zone in ("body", "dateline") and rival.sentence <= claim.sentence + LEAD


def _taken(rival: Claim, story: Story) -> bool:
    """Whether a figure of the body is that of another one in the headline."""
    return any(type(c.mention.value) is type(rival.mention.value) and near(c, rival) for c in story.heads)


def _stands(rival: Claim) -> bool:
    """Whether a figure is told as it is, and is no small, vague, former or partial one."""
    value = rival.mention.value
    if rival.modality == "negated" or rival.change == "from" or vague(value) or _partial(rival):
        return False
    bare = isinstance(value, Ordinal) or (isinstance(value, Quantity) and value.dimension is None)
    figure = number(rival)
    return not bare or (figure is not None and figure >= LEAST_RIVAL)


def _of_a_size(claim: Claim, rival: Claim) -> bool:
    """Whether one figure is at most a few times the other, or the same digits in another magnitude."""
    mine, its, times = number(claim), number(rival), _times(claim, rival)
    if mine is None or its is None or times is None:
        return mine is its is None  # lengths of time
    return times <= SPREAD or mine.normalize().as_tuple().digits == its.normalize().as_tuple().digits


def _partial(rival: Claim) -> bool:
    """Whether a figure is a part, an addition or a former one: "12 of whom", "another 12", "12 less"."""
    after = rival.after[:2]
    of_them = len(after) > 1 and after[0] == "of" and after[1] in OF_THEM
    if less(rival) or not FORMER.isdisjoint((*rival.left[:2], *rival.before)):
        return True
    added = rival.scope == "further" and not {"other", "others"} & {*rival.after[:2]}
    return of_them or added or not INCLUDING.isdisjoint(rival.before[:3])


def _only(claim: Claim, same: Sequence[Claim]) -> Claim | None:
    """The one figure of some in the same role: all are alike, or the opening has the whole of the others."""
    first = same[0]
    if all(near(first, c) for c in same[1:MOST]):
        return first
    whole, rest = number(first), [number(c) for c in same[1:MOST]]
    opens = first.sentence <= claim.sentence + OPENING and isinstance(first.mention.value, Quantity)
    if opens and whole and all(n is not None and n <= whole for n in rest):
        return first
    return _closest(claim, same[:MOST])


def _closest(claim: Claim, same: Sequence[Claim]) -> Claim | None:
    """The one amount in a unit that is of the headline's size, where all others are far from that."""
    sizes = [_times(claim, c) for c in same]
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.dimension is None or None in sizes:
        return None
    close = [c for c, size in zip(same, sizes, strict=True) if size is not None and size < FAR]
    alike = bool(close) and all(near(close[0], c) for c in close)
    return close[0] if alike and all(size is not None and not CLOSE < size < FAR for size in sizes) else None


def _times(a: Claim, b: Claim) -> Decimal | None:
    """How many times one of two figures is the other, None where that cannot be told."""
    mine, its = number(a), number(b)
    if mine is None or its is None or mine <= 0 or its <= 0:
        return None
    return EXACT.divide(max(mine, its), min(mine, its))


# Amounts


def _one_unit(claim: Claim, rival: Claim) -> bool:
    x, y = claim.mention.value, rival.mention.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return x.dimension == y.dimension
    return type(x) is type(y)


def _apart(claim: Claim, rival: Claim) -> bool:
    """Whether two amounts are too far apart to be one, whatever their hedges."""
    x, y = claim.mention.value, rival.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.hedge is y.hedge is None:
        return related(claim, rival) is Relation.DISJOINT
    mine, its = number(claim), number(rival)
    if mine is None or its is None or near(claim, rival):
        return x.hedge == y.hedge and mine is not None and its is not None and x.high is None and mine > its
    return not (x.high is None and mine < its)


# Roles


def _one_role(claim: Claim, rival: Claim) -> bool:
    """Whether of one thing one thing is said."""
    told = bool(claim.classes & rival.classes) or bool(_sorts(claim) & _sorts(rival))
    match claim.mention.value:
        case Quantity(dimension=None):
            verb = claim.predicate == rival.predicate is not None
            verb = verb or (not personal(claim) and _one_verb(claim, rival))
            return (_one_count(claim, rival) and (told or verb)) or "margin" in _sorts(claim) & _sorts(rival)
        case Quantity() | Duration():
            return told
        case Ordinal():
            return claim.subject == rival.subject != ""
    return False


@cache
def _sort_words() -> dict[str, str]:
    """Stem -> what an amount beside it is, of a few things that are told from either side ("cost", "pay")."""
    return {canonical(w): name for name, row in table("headlines")["sorts"].items() for w in row.split()}


def _sorts(claim: Claim) -> set[str]:
    """What the words right beside an amount make of it."""
    beside = (claim.predicate, claim.subject, *claim.before[:2], *claim.after[:3])
    return {_sort_words()[word] for w in beside if w and (word := canonical(w)) in _sort_words()}


def _one_count(claim: Claim, rival: Claim) -> bool:
    return thing(claim) == thing(rival) != ""


def _one_verb(claim: Claim, rival: Claim) -> bool:
    """Whether the verb over one of two figures stands near the other too."""
    mine, its = claim.predicate, rival.predicate
    if mine is not None and mine in (its, *rival.left[:REACH], *rival.right[:REACH]):
        return True
    return its is not None and its in (*claim.left[:REACH], *claim.right[:REACH])


def _retold(claim: Claim, lead: Sequence[Claim], story: Story) -> Claim | None:
    """The one figure of its unit in the sentence of the lead that has most of the headline's words."""
    near_ones = [c for c in lead if c.sentence <= claim.sentence + RETOLD]
    rows = [tuple(row) for _, row in groupby(near_ones, key=lambda c: c.sentence)]
    best = max(rows, key=lambda row: _shared(claim, row[0]), default=())
    if not best or _shared(claim, best[0]) < LEAST_BITS:
        return None
    rival = best[0]
    alone = all(near(rival, c) for c in best[1:])
    fits = (
        _stands(rival)
        and _of_a_size(claim, rival)
        and not _taken(rival, story)
        and _apart(claim, rival)
        and _unlike_in_nothing(claim, rival)
    )
    return rival if alone and fits else None


def _unlike_in_nothing(claim: Claim, rival: Claim) -> bool:
    """Whether two figures can be of one thing though no class of verbs says so."""
    x = claim.mention.value
    if not isinstance(x, Quantity):
        return False  # lengths of time are said of too many things
    if x.dimension is not None:
        return claim.rate == rival.rate
    if personal(claim) or personal(rival):
        return personal(claim) and personal(rival) and bool(claim.classes & rival.classes)
    return _one_count(claim, rival)


def _shared(a: Claim, b: Claim) -> float:
    return sum(rarity(word) for word in sorted(words(a) & words(b)))
