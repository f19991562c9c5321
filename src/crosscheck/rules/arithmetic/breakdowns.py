"""The parts of A302 that read on from a total, and from sentence to sentence: breakdowns and margins."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final

from attrs import frozen

from crosscheck.lexicon import wordset
from crosscheck.model import Claim
from crosscheck.reading import Figure, Passage, passages
from crosscheck.reading.bands import Band, band, point, shown, told
from crosscheck.reading.passages import SPECIAL, kind
from crosscheck.rules.common import said
from crosscheck.values import Quantity, plain
from crosscheck.values.relations import EXACT

OPENERS: Final = frozenset((":", "—", "–", "("))
CLOSERS: Final = frozenset((".", ";", ")", "—", "–", "!", "?"))
TO_OPENER: Final = 6  # words from a total to the mark that opens its breakdown
TO_NEXT: Final = 6  # words from one part to the next
TO_OTHER: Final = 8  # words from one side's votes to the other's
BEFORE: Final = 5  # words before a margin in which its cue stands
LEAST_VOTES: Final = 10
NEAR: Final = Decimal("0.1")  # of a total: a list that is off by more may not be whole
MOST_BEHIND: Final = 3  # tokens behind the figure of a labelled line
TO_ACCOUNT: Final = 9  # words from one part that a verb accounts for to the next
BACK: Final = 3  # sentences, headings among them, from such parts back to their total


@cache
def _words(name: str) -> frozenset[str]:
    return wordset("figures", "breakdowns", name)


@frozen(slots=True, eq=False)
class Stated:
    """A total and its parts, with the sum that shows that they do not fit."""

    total: Claim
    parts: tuple[Claim, ...]
    reason: str


def breakdowns(claims: Sequence[Claim]) -> Iterator[Stated]:
    """Totals broken down behind a colon, a dash or a bracket, where the parts do not make them up."""
    for passage in passages(claims, least=3):
        if OPENERS.isdisjoint(passage.words) and "," not in passage.words:
            continue
        places = dict(_figures(passage))
        used: set[int] = set()
        for at, total in places.items():
            parts = None if id(total) in used else _parts(passage, places, at)
            if parts is None:
                continue
            used.update(id(part) for part in parts[0])
            if reason := _misfit(total, *parts):
                yield Stated(total.claim, tuple(f.claim for f in parts[0]), reason)


def accounts(claims: Sequence[Claim]) -> Iterator[Stated]:
    """Parts that account for more than the total told before: "trams account for 24 of them, buses for 19".

    The total is the only exact count of the nearest sentence that has one, at most three before.
    """
    for passage in passages(claims):
        if "them" not in passage.words or _words("accounting").isdisjoint(passage.words):
            continue
        total, parts = _total_before(claims, passage), _accounted(passage)
        if total is None or len(parts) < 2:
            continue
        whole = sum((_points(f.claim) for f in parts), Decimal(0))
        if whole > _points(total) >= max(_points(f.claim) for f in parts):
            reason = f"{' and '.join(map(shown, parts))} make {plain(whole)}, not {said(total)}"
            yield Stated(total, tuple(f.claim for f in parts), reason)


def _accounted(passage: Passage) -> list[Figure]:
    """The counts behind "account for 24 of them", all that the sentence tells; empty where unsure."""
    tokens, parts, last = passage.tokens, list[Figure](), 0
    between: list[str] = []
    for i, figure in _figures(passage):
        if not parts:
            verb = tokens[i - 2 if tokens[i - 1] == "for" else i - 1]
            if verb not in _words("accounting") or tokens[i + 1 : i + 3] != ["of", "them"]:
                continue
        else:
            between = tokens[last:i]
            if not _words("loose").isdisjoint(between) or len(between) > TO_ACCOUNT or "," not in between:
                return []
        parts.append(figure)
        last = i + 1 if between else i + 3  # behind "of them"
    return parts if "and" in between and all(f.quantity.exact for f in parts) else []


def _total_before(claims: Sequence[Claim], passage: Passage) -> Claim | None:
    """The one exact count of the nearest sentence before a passage that has a count."""
    number = passage.sentences[0][1][0].sentence
    first, stop = (bisect_left(claims, at, key=attrgetter("sentence")) for at in (number - BACK, number))
    near = [c for c in claims[first:stop] if kind(c) == "n"]
    last = [c for c in near if c.sentence == near[-1].sentence]
    return last[0] if len(last) == 1 and _exact(last[0]) else None


def listed(claims: Sequence[Claim]) -> Iterator[Stated]:
    """Totals in a line of their own, broken down in the labelled lines below, which make nearly that.

    "The 2,400 posts", "- Norwick: 1,130", "- Ulverby: 720": a list that comes near its total is meant to
    make it up; one that comes to far less may be no whole list.
    """
    counted = filter(_amount, claims)
    lines = [(n, list(some)) for n, some in groupby(counted, key=lambda c: (c.article, c.sentence))]
    at = 0
    while at < len(lines):
        end = at + 1
        while end < len(lines) and _follows(lines, at, end):
            end += 1
        rows = [line[0] for _, line in lines[at:end]]
        if len(rows) > 2 and len(lines[at][1]) == 1 and (stated := _whole(rows)) is not None:
            yield stated
        at = end


def _whole(rows: Sequence[Claim]) -> Stated | None:
    """The total of a list, which heads it or is labelled so, and its parts, where they do not make it."""
    head, *parts = rows
    if head.mention.counted and all(map(_exact, rows)) and (why := _near(head, parts)):
        return Stated(head, tuple(parts), why)
    labelled = [c for c in rows if not _words("totals").isdisjoint(_label(c))]
    if len(labelled) != 1 or (labelled[0] is not rows[-1] and labelled[0] is not head):
        return None
    total, parts = labelled[0], [c for c in rows if c is not labelled[0]]
    if len({_dimension(c) for c in rows}) > 1 or (total is rows[-1] and not _label(head)):
        return None
    whole, limit = point(0), band(Figure(total, kind(total) or ""))
    for part in parts:
        whole += band(Figure(part, kind(part) or ""))
    reach = EXACT.multiply(NEAR, limit.high)
    if len(parts) < 2 or not whole.apart(limit) or whole.apart(limit.widened(reach)):
        return None
    summed = " and ".join(said(c) for c in parts)
    return Stated(total, tuple(parts), f"{summed} make {told(_stated(whole, total), 1)}, not {said(total)}")


def _stated(found: Band, claim: Claim) -> Band:
    """An amount in base units in the unit in which a claim states its own."""
    value = claim.mention.value
    factor = value.factor if isinstance(value, Quantity) else Decimal(1)
    return Band(EXACT.divide(found.low, factor), EXACT.divide(found.high, factor))


def _label(claim: Claim) -> tuple[str, ...]:
    """The words before the colon of a labelled line, the last first."""
    return claim.before[1:] if claim.before[:1] == (":",) else ()


def _amount(claim: Claim) -> bool:
    """Whether a claim is an exact count or an exact sum of money or other measure."""
    value = claim.mention.value
    return isinstance(value, Quantity) and value.exact and value.unit not in SPECIAL


def _dimension(claim: Claim) -> str | None:
    value = claim.mention.value
    return value.dimension if isinstance(value, Quantity) else None


def _exact(claim: Claim) -> bool:
    value = claim.mention.value
    return isinstance(value, Quantity) and value.exact and value.dimension is None and not value.hedge


def _follows(lines: Sequence[tuple[tuple[int, int], list[Claim]]], head: int, at: int) -> bool:
    """Whether line `at` is a labelled figure in the run of lines below line `head`."""
    (article, sentence), claims = lines[at]
    label = claims[0].before[:2]
    row = len(claims) == 1 and label[:1] == (":",) and len(label) > 1 and len(claims[0].after) < MOST_BEHIND
    return row and (article, sentence - (at - head)) == lines[head][0]


def _near(total: Claim, parts: Sequence[Claim]) -> str | None:
    """The sum of a list where it comes near its total and is not it."""
    limit, points = _points(total), [_points(c) for c in parts]
    whole = sum(points, Decimal(0))
    if whole == limit or abs(whole - limit) > NEAR * limit or max(points) >= limit:
        return None
    return f"{' and '.join(said(c) for c in parts)} make {plain(whole)}, not {said(total)}"


def _points(claim: Claim) -> Decimal:
    value = claim.mention.value
    return value.point if isinstance(value, Quantity) and value.point is not None else Decimal(0)


def _figures(passage: Passage) -> Iterator[tuple[int, Figure]]:
    for i, token in enumerate(passage.tokens):
        if token[0] == "{" and token[1] == "n":
            yield i, passage.figures[int(token[2:-1])]


def _parts(passage: Passage, places: dict[int, Figure], at: int) -> tuple[list[Figure], str] | None:
    """The parts behind a total, and the mark that opens them; None where there is no whole list of them."""
    tokens = passage.tokens
    start = next(
        (i for i in range(at + 1, min(at + TO_OPENER, len(tokens))) if tokens[i] in OPENERS | {","}), None
    )
    if start is None or any(token[0] == "{" for token in tokens[at + 1 : start]):
        return None
    parts: list[Figure] = []
    joined, last = False, start
    for i in range(start + 1, len(tokens)):
        word = tokens[i]
        if i in places:
            parts.append(places[i])
            joined, last = tokens[i - 1] in ("and", "plus"), i
        elif word in CLOSERS:
            whole = len(parts) > 1 and joined and (tokens[start] != "(" or word == ")")
            return (parts, tokens[start]) if whole else None
        elif word[0] == "{" or word in _words("loose") or i - last > TO_NEXT:
            return None
    return None


def _misfit(total: Figure, parts: Sequence[Figure], opener: str) -> str | None:
    whole = point(0)
    for part in parts:
        if not part.quantity.exact or (opener in ",(" and not part.noun):
            return None
        whole += band(part)
    limit = band(total)
    if not total.quantity.exact or not total.noun or not whole.apart(limit):
        return None
    heads = {f.claim.mention.counted.head for f in parts if f.claim.mention.counted}
    exclusive = heads <= _words("exclusive") and len(heads) == len(parts)
    head = _head(total)
    if any(band(part).apart(limit) and band(part).low > limit.high for part in parts):
        return None  # "two vans: 30 chairs from Norwick, 45 from Ulverby" are no two of anything
    if exclusive and head in _words("exclusive") and head not in heads:
        return None  # "the list: nine men, four women and two children"
    if opener == "," and not exclusive:
        return None
    if opener == "(" and whole.high < limit.low and not exclusive:
        return None  # a bracket need not tell all
    return f"{' and '.join(map(shown, parts))} make {told(whole)}, not {shown(total)}"


def margins(claims: Sequence[Claim]) -> Iterator[Stated]:
    """Margins of votes, seats or points that are not the difference of the only two counts given."""
    found = [f for f in (Figure(c, "n") for c in claims if kind(c) == "n") if _is_margin(f)]
    if not found:
        return
    pairs = [pair for p in passages(claims) for pair in _sides(p)]
    for margin in found:
        unit = _head(margin)
        mine = [
            (a, b)
            for a, b in pairs
            if unit in (_head(a), _head(b)) and margin.claim not in (a.claim, b.claim)
        ]
        gaps = [(band(a) - band(b)).magnitude() for a, b in mine]
        if len({(g.low, g.high) for g in gaps}) == 1 and gaps[0].apart(band(margin)):
            a, b = mine[0]
            reason = f"between {shown(a)} and {shown(b)} there are {told(gaps[0])}, not {shown(margin)}"
            yield Stated(margin.claim, (a.claim, b.claim), reason)


def _head(figure: Figure) -> str:
    counted = figure.claim.mention.counted
    return counted.head if counted else ""


def _is_margin(figure: Figure) -> bool:
    claim = figure.claim
    if not figure.quantity.exact or _head(figure) not in _words("counted") or claim.wording is None:
        return False
    before = claim.wording.lower[max(0, claim.at[0] - BEFORE) : claim.at[0]]
    return bool({"by", "of"} & set(before[-3:])) and not _words("margins").isdisjoint(before)


def _sides(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    """Two counts side by side, one of which says what it counts: "gave Bell 812 votes and Dorr 640"."""
    for (i, a), (j, b) in pairwise(_figures(passage)):
        between = passage.tokens[i + 1 : j]
        if j - i > TO_OTHER or not {"to", "and", "against", "for", ","} & set(between):
            continue
        heads = {_head(a), _head(b)} - {""}
        if len(heads) == 1 and heads <= _words("counted") and _level(a) and _level(b):
            yield a, b


def _level(figure: Figure) -> bool:
    found: Band = band(figure)
    return figure.quantity.exact and found.low >= LEAST_VOTES and not _is_margin(figure)
