"""Family M: the headline and the captions against the body of one article."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.gazetteer import neighbours
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Conflict, Group, Refusal, Rule, Severity
from crosscheck.rules.common import related, said
from crosscheck.rules.tallies import headline_tally
from crosscheck.values import Moment, Place, Quantity, Relation
from crosscheck.values.relations import EXACT

LEAST_COUNT = 10  # smaller headline counts are often put together from several sentences
LEAST_BITS = 18.0  # rarity of the words that headline and body must share around the figure
DATE_BITS = 20.0  # the same around a date
LEAD = 3  # sentences of the body that tell what the headline tells
SIZE = 2  # times that one figure is the other at most, to be one of its size
LEAST_BARE = 100  # figures of three digits or more: smaller ones are of too many things
RANGED = ".."  # what the normal form of an amount shows that is but a range
BARE_LEAD = 5  # sentences of the body in which such a figure is looked for
BODY = ("body", "dateline")
AGREE = (Relation.EQUAL, Relation.COMPATIBLE)
LOCATIVE = frozenset({"in", "near", "at", "outside"})


def headline_against_body(group: Group) -> Iterator[Conflict | Refusal]:
    """The headline or a caption gives a figure, date or place, and the body another one for the same thing.

    Nothing is said where the body states the headline's value, one that fits it, or two
    figures that add up to it. A figure under one word, such as a toll or the turnout, is
    compared with the figures under that word alone.

    Flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 23 people on Thursday, the coastguard said.

    Flagged:
        - [headline: Norwick ferry toll mounts to 34] Divers searched the ferry all day. The official
          toll stood at 23 on Thursday night, and eleven people were missing.

    Flagged:
        - [headline: Norwick win cup 5-4 on penalties] Norwick drew with Calder on Saturday and won
          the shoot-out 4-3.

    Flagged:
        - [headline: Four rescued after mill collapse in Lisbon] Four weavers were freed from a mill
          that fell in on Monday in Madrid, firefighters said.

    Flagged:
        - [headline: Ferry cruise horror as 635 struck down] The ferry came back to Norwick on Monday. A total
          of 365 passengers fell ill on board, the coastguard said.

    Not flagged:
        - [headline: Ferry fire off Norwick kills 34 people] A fire on the night ferry off Norwick
          killed 34 people on Thursday, the coastguard said.
    """
    if group.kind == "tally/headline":
        yield from headline_tally(group)
        return
    body = [c for c in group.claims if c.zone in BODY]
    heads = [c for c in group.claims if c.zone in ("headline", "caption") and c.modality != "negated"]
    for claim in heads:
        value = claim.mention.value
        if isinstance(value, Quantity):
            yield from _figure(claim, [c for c in body if isinstance(c.mention.value, Quantity)])
        elif isinstance(value, Moment):
            yield from _date(claim, [c for c in body if isinstance(c.mention.value, Moment)])
        elif isinstance(value, Place) and claim.zone == "headline":
            yield from _place(claim, [c for c in body if isinstance(c.mention.value, Place)])


def _conflict(claim: Claim, rival: Claim, why: str, confidence: float) -> Conflict:
    return Conflict(
        message=f"the {claim.zone} has {said(claim)}, the body {said(rival)}",
        claims=((claim, "a"), (rival, "b")),
        reasons=(why,),
        confidence=confidence,
    )


# Figures


def _figure(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    label = _label(claim)
    if claim.before[:1] == ("at",) and not label:
        return  # "dies at 77"
    if any(related(claim, c) is Relation.EQUAL for c in body if _one_unit(claim, c) or _one_class(claim, c)):
        return
    if label is not None:
        same = [c for c in body if _label(c) == label and c.scope != "further" and _one_unit(claim, c)]
        yield from _labelled(claim, same, label)
    elif claim.zone == "headline":
        same = [c for c in body if _one_unit(claim, c)]
        found = list(_counted(claim, same))
        yield from found or _bare(claim, same)


@cache
def _labels() -> dict[str, str]:
    return {word: name for name, words in table("headlines")["labels"].items() for word in words.split()}


def _label(claim: Claim) -> str | None:
    """The one word under which a figure stands ("toll", "turnout"), None where there is none or are two."""
    near = (*claim.before, *claim.after[:4])
    found = {_labels()[word] for word in near if word in _labels()}
    return found.pop() if len(found) == 1 else None


def _labelled(claim: Claim, same: Sequence[Claim], label: str) -> Iterator[Conflict | Refusal]:
    """A figure under one word against the figures of the body under that word."""
    if not same or any(related(claim, c) is not Relation.DISJOINT for c in same):
        return
    if len({c.mention.text for c in same}) > 1:
        yield Refusal("part-of-whole", (claim, same[0]))
        return
    yield _conflict(claim, same[0], f"both figures stand under “{label}”", 0.8)


def _counted(claim: Claim, same: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """A counted or measured figure of the headline against all figures of its unit."""
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None:
        return
    if any(related(claim, c) in AGREE for c in same) or _adds_up(claim, same):
        return
    rivals = [(_shared(claim, c), c) for c in same if _one_thing(claim, c)]
    slips = [(bits, c) for bits, c in rivals if _same_digits(claim, c)]
    rivals = slips or rivals
    if len({c.mention.text for _, c in rivals}) > 1:
        yield Refusal("part-of-whole", (claim, rivals[0][1]))
    elif rivals and rivals[0][0] >= LEAST_BITS:
        rival = rivals[0][1]
        words = ", ".join(sorted(_words(claim) & _words(rival)))
        yield _conflict(claim, rival, f"headline and sentence share {words}", 0.75)


def _bare(claim: Claim, same: Sequence[Claim]) -> Iterator[Conflict]:
    """A figure whose noun the headline leaves out against the one of its size in the lead.

    What makes the match is that the headline sums up the lead and the body has its figure nowhere.
    """
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None or value.point < LEAST_BARE:
        return
    vague = RANGED in (value.stated or "")  # "thousands"
    if vague or claim.subject or any(related(claim, c) in AGREE for c in same) or _adds_up(claim, same):
        return
    lead = [c for c in same if c.sentence <= claim.sentence + BARE_LEAD and c.subject]
    near = [c for c in lead if _of_one_size(value, c.mention.value)]
    if near and len({c.mention.text for c in near}) == 1:
        why = "the body has the headline's figure nowhere, and this one of its size in the lead"
        yield _conflict(claim, near[0], why, 0.75)


def _of_one_size(a: Quantity, b: object) -> bool:
    if not isinstance(b, Quantity) or not a.point or not b.point:
        return False
    low, high = sorted((a.point, b.point))
    return low > 0 and EXACT.divide(high, low) <= SIZE


def _one_unit(a: Claim, b: Claim) -> bool:
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    return x.dimension is not None or not a.subject or not b.subject or a.subject == b.subject


def _one_class(a: Claim, b: Claim) -> bool:
    """Whether what both count has a word in common, as noun or as verb ("34 dead", "34 deaths")."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.dimension != y.dimension:
        return False
    return not {a.subject, a.predicate or ""}.isdisjoint({b.subject, b.predicate} - {"", None})


def _one_thing(a: Claim, b: Claim) -> bool:
    """Whether both count the same noun, or measure in the same unit."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or x.hedge or y.hedge or b.scope == "part":
        return False
    small = x.point is not None and x.point < LEAST_COUNT
    if x.dimension is None and (small or not a.predicate or a.predicate != b.predicate):
        return False
    return a.subject == b.subject != "" if a.subject and b.subject else x.unit == y.unit is not None


def _same_digits(a: Claim, b: Claim) -> bool:
    """Whether both give one figure in two magnitudes (900 million, 900 billion)."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity) or not x.point or not y.point:
        return False
    return x.point.normalize().as_tuple().digits == y.point.normalize().as_tuple().digits


def _words(claim: Claim) -> set[str]:
    return {*claim.left, *claim.right, *claim.context, *claim.names} - {""}


def _shared(a: Claim, b: Claim) -> float:
    return sum(rarity(word) for word in sorted(_words(a) & _words(b)))


def _adds_up(claim: Claim, parts: Sequence[Claim]) -> bool:
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.point is None:
        return False
    points = [c.mention.value.point for c in parts if isinstance(c.mention.value, Quantity)][:20]
    return any(a + b == value.point for a, b in combinations([p for p in points if p is not None], 2))


# Dates


def _date(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """A year, or a month of one, against the one dated sentence of the body that tells of the same thing.

    A full day under a photograph is the day when it was taken.
    """
    if not _dated(claim) or not wordset("headlines", "archive").isdisjoint(claim.context):
        return
    if claim.zone == "caption" and None not in claim.mention.value.month_day:  # type: ignore[union-attr]
        return
    stated = [c for c in body if _dated(c)]
    if any(related(claim, c) in AGREE for c in stated):
        return
    close = [c for c in stated if _common(claim, c) >= DATE_BITS and related(claim, c) is Relation.DISJOINT]
    if close and len({c.mention.text for c in close}) == 1:
        words = ", ".join(sorted(_words(claim) & _words(close[0])))
        yield _conflict(claim, close[0], f"{claim.zone} and sentence share {words}", 0.7)


def _dated(claim: Claim) -> bool:
    """Whether the words date something by a year ("in October 2020")."""
    value = claim.mention.value
    if not isinstance(value, Moment) or value.relative or not value.stated[:4].isdigit():
        return False
    return claim.before[:1] in (("in",), ("on",), ("since",))


def _common(a: Claim, b: Claim) -> float:
    """The rarity of the words, names left out, that two sentences share."""
    return sum(rarity(word) for word in sorted((a.context & b.context) - a.names - b.names))


# Places


def _place(claim: Claim, body: Sequence[Claim]) -> Iterator[Conflict | Refusal]:
    """The place where the headline has the event against the one place of the lead.

    Nothing is said where the body names the headline's place, or one that fits it, anywhere.
    """
    if not claim.before or claim.before[0] not in LOCATIVE or not body:
        return
    if any(related(claim, c) is not Relation.DISJOINT for c in body) or _named(claim, body):
        return
    lead = [c for c in body if c.sentence <= claim.sentence + LEAD and c.zone == "body"]
    lead = [c for c in lead if c.before and c.before[0] in LOCATIVE]
    if len({c.mention.text for c in lead}) != 1 or not _kin(claim, lead[0]):
        return
    rival = lead[0]
    if _shared(claim, rival) >= LEAST_BITS:
        words = ", ".join(sorted(_words(claim) & _words(rival)))
        yield _conflict(claim, rival, f"the lead tells of the headline's event: both have {words}", 0.7)


def _named(claim: Claim, body: Sequence[Claim]) -> bool:
    """Whether the body has the headline's place inside another name or as a plain word."""
    value = claim.mention.value
    return isinstance(value, Place) and any(set(value.key.split()) & {*c.names, *c.context} for c in body)


def _kin(a: Claim, b: Claim) -> bool:
    """Whether two places are of one size, a city and a city, and no neighbours."""
    x, y = a.mention.value, b.mention.value
    if not isinstance(x, Place) or not isinstance(y, Place):
        return False
    same = {min(map(len, x.chains)) > 1, min(map(len, y.chains)) > 1}
    return len(same) == 1 and not neighbours(x.key, y.key)


RULES = (
    Rule(
        "M801",
        "headline-against-body",
        headline_against_body,
        Severity.WARNING,
        "0.1",
        scope="W",
        takes=("article", "tally/headline"),
    ),
)
