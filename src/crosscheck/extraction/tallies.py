"""Votes and scores as pairs of counts: "an 8-1 vote", "by two votes to one", "won 4-3 on penalties".

They are claims of their own beside those of the single counts: two tallies of one vote are compared
as pairs (`align.tallies`). A pair is read only where words beside it tell what it is
(`lexicon/tallies.toml`); records, odds, set scores, ranges and numbers with a noun are none.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.numbers.phrases import plural
from crosscheck.extraction.time.calendar_words import DASHES
from crosscheck.lexicon import table, wordset
from crosscheck.model import Claim, Mention
from crosscheck.values import Tally

BESIDE: Final = 8  # tokens before a pair among which a cue stands
BEHIND: Final = 5  # and behind it
FRAMED: Final = 12  # tokens on either side among which the words stand that tell which vote or match
DATED: Final = 40  # tokens on either side among which a year makes it history
BODILY: Final = 3  # tokens before a pair among which the body that voted is a cue
APART: Final = 9  # tokens from the first count to the second at most
HIGHEST: Final = 200  # of a score
MOST_VOTES: Final = 2000  # of an assembly
NEAR: Final = 4  # tokens from "unanimously" to its vote
BETWEEN: Final = 5  # tokens from those who voted to how
UNANIMOUS: Final = (0,)
STOPS: Final = frozenset(". , ; : who which that and but".split())
AGREED: Final = frozenset({"unanimous", "unanimously"})
NOT: Final = frozenset("not never nor hardly far nearly almost".split())
ADJACENT: Final = 6  # tokens between two scores of sets
CLASSES: Final = ("shoot-out", "half-time", "vote", "result")
COUNTED: Final = frozenset({"votes", "goals", "penalties", "points"})


class _Pair(NamedTuple):
    """One or two counts by tokens `first` to `last`; `voted` says that their own words tell of a vote.

    With `margin` the one count is what lies between the two.
    """

    first: int
    last: int
    counts: tuple[int, ...]
    voted: bool
    margin: bool = False


def tally_claims(document: Document, article: int) -> list[Claim]:
    """The votes and scores of a document as claims of article `number`, with values `Tally`."""
    found = []
    for pair, value in _read(document):
        start, end = document.tokens.starts[pair.first], document.tokens.ends[pair.last]
        found.append(Mention(start, end, document.text[start:end], "quantity", value))
    return claims(document, found, article) if found else []


def _read(document: Document) -> Iterator[tuple[_Pair, Tally]]:
    pairs = list(_pairs(document))
    number, sentences = 0, document.sentences
    for at, pair in enumerate(pairs):
        while number + 1 < len(sentences) and sentences[number][1] <= pair.first:
            number += 1
        begin, stop = sentences[number]
        kind = _kind(document, pair, begin, stop)
        if kind is None or (kind == "result" and _of_sets(document, pairs, at)):
            continue
        if kind != "vote" and max(pair.counts) >= HIGHEST:
            continue
        lower = document.tokens.lower
        near = lower[max(begin, pair.first - FRAMED) : min(stop, pair.last + FRAMED)]
        wide = lower[max(begin, pair.first - DATED) : min(stop, pair.last + DATED)]
        if not wordset("tallies", "sets", "others").isdisjoint(near) and kind != "vote":
            continue
        if any(len(w) == 4 and w.isdecimal() and w[0] in "12" for w in wide):
            continue  # of another year
        frame = _frame(near)
        bodies = frozenset(_bodies()[w] for w in map(_plain, near) if w in _bodies())
        if not bodies and pair.counts == UNANIMOUS:
            continue
        yield pair, Tally(pair.counts, kind, frame, bodies if kind == "vote" else frozenset(), pair.margin)


def _frame(near: Sequence[str]) -> frozenset[str]:
    """The words that tell of another vote or match than the main one."""
    spans = wordset("tallies", "sets", "spans")
    last = any(one == "last" and two in spans for one, two in pairwise(near))
    found = wordset("tallies", "sets", "frames").intersection(near)
    return found | {"previous"} if last else found


def _plain(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


@cache
def _bodies() -> dict[str, str]:
    return {word: kind for kind, words in table("tallies")["bodies"].items() for word in words.split()}


@cache
def _cues(kind: str) -> frozenset[str]:
    return frozenset(table("tallies")["cues"][kind].split())


def _of_sets(document: Document, pairs: Sequence[_Pair], at: int) -> bool:
    """Whether another pair stands right beside, with marks and figures between: the sets of one match."""
    lower = document.tokens.lower
    for one, two in pairwise(pairs[max(0, at - 1) : at + 2]):
        between = lower[one.last + 1 : two.first]
        if len(between) <= ADJACENT and not any(word.isalpha() and word != "and" for word in between):
            return True
    return False


def _kind(document: Document, pair: _Pair, begin: int, stop: int) -> str | None:
    """What a pair is the tally of, by its own words and those beside it up to the next figure."""
    lower, figures = document.tokens.lower, document.numerals
    left: list[str] = []
    for i in range(pair.first - 1, max(begin, pair.first - BESIDE) - 1, -1):
        if i in figures.ending:
            break
        left.append(_plain(lower[i]))
    right: list[str] = []
    for i in range(pair.last + 1, min(stop, pair.last + 1 + BEHIND)):
        if i in figures.at:
            break
        right.append(_plain(lower[i]))
    near = {*left, *right}
    if "half" in near and "time" in near:
        return "half-time"
    if pair.voted or not _bodies().keys().isdisjoint(left[:BODILY]):
        return "vote"
    return next((kind for kind in CLASSES if not _cues(kind).isdisjoint(near)), None)


def _pairs(document: Document) -> Iterator[_Pair]:
    """The pairs of counts of a text, and the single counts of those who voted one way, in order."""
    counted = _counted_pairs(document)
    agreed = [_Pair(i, i, UNANIMOUS, voted=True) for i in _unanimous(document.tokens.lower)]
    yield from sorted([*counted, *agreed]) if agreed else counted


def _unanimous(lower: Sequence[str]) -> Iterator[int]:
    """The tokens that say that nobody voted against: "voted unanimously", "a unanimous decision"."""
    for i in [i for i, word in enumerate(lower) if word in AGREED]:
        before, behind = lower[max(0, i - NEAR) : i], lower[i + 1 : i + 1 + NEAR]
        voted = not _cues("vote").isdisjoint({*before, *behind})
        if voted and not any(w in NOT or w.endswith(("n't", "n’t")) for w in before):
            yield i


def _counted_pairs(document: Document) -> Iterator[_Pair]:
    """The pairs and single counts among the numbers of a text."""
    items, done = document.numerals.items, -1
    for k, one in enumerate(items):
        if one.first <= done or not _plain_count(one) or one.first in document.dated_at:
            continue
        two = items[k + 1] if k + 1 < len(items) else None
        pair = None
        if two is not None and two.first - one.last <= APART and _plain_count(two):
            pair = _joined(document, one, two) or _sided(document, one, two)
        pair = pair or _one_way(document, one) or _dissenting(document, one) or _margin(document, one)
        if pair is not None:
            done = pair.last
            yield pair


def _plain_count(n: Numeral) -> bool:
    return not (n.loose or n.fraction) and 0 <= n.value < 10**6 and n.value == int(n.value)


def _joined(document: Document, one: Numeral, two: Numeral) -> _Pair | None:
    """As in "8-1", "six to three", "two votes to one"."""
    tokens = document.tokens
    lower, counts = tokens.lower, (int(one.value), int(two.value))
    after = lower[two.last + 1] if two.last + 1 < len(lower) else ""
    if after in ("majority", "advantage", "edge"):
        return None  # seats that are held
    if (plural(after) and after not in COUNTED) or after in ("%", "percent", "per", "million", "year"):
        return None
    between = lower[one.last + 1 : two.first]
    if between in (["votes", "to"], ["vote", "to"]):
        return _Pair(one.first, two.last, counts, voted=True)
    if len(between) != 1:
        return None
    tight = tokens.adjacent(one.last) and tokens.adjacent(one.last + 1)
    scored = between[0] in DASHES and tight and not (one.words or two.words) and max(counts) < MOST_VOTES
    if scored and not _chained(document, one.first, two.last):
        return _Pair(one.first, two.last, counts, voted=False)
    if between == ["to"] and one.words and two.words and max(counts) < HIGHEST:
        return _Pair(one.first, two.last, counts, voted=False)
    led = not {"by", "voted", "votes"}.isdisjoint(lower[max(0, one.first - 2) : one.first])
    if between == ["to"] and led and max(counts) < MOST_VOTES and not (one.words or two.words):
        return _Pair(one.first, two.last, counts, voted=False)
    return None


def _chained(document: Document, first: int, last: int) -> bool:
    """Whether a pair is part of a longer run of figures and marks: a date, a telephone number, a code."""
    tokens = document.tokens
    before = first > 0 and tokens.adjacent(first - 1) and tokens.words[first - 1] not in "(\"'“‘*_"
    after = tokens.adjacent(last) and tokens.words[last + 1] in "-–/:"
    return before or after


def _sided(document: Document, one: Numeral, two: Numeral) -> _Pair | None:
    """As in "47 in favour, 38 against", "eight said yes; there were three against"."""
    lower = document.tokens.lower
    between, behind = lower[one.last + 1 : two.first], lower[two.last + 1 : two.last + 4]
    favour, against = wordset("tallies", "sets", "favour"), wordset("tallies", "sets", "against")
    if "." in between or favour.isdisjoint(between[:4]):
        return None
    at = next((i for i, word in enumerate(behind) if word in against), None)
    if at is None or not {"votes", "voted", "voting", "members", "were"}.issuperset(behind[:at]):
        return None
    return _Pair(one.first, two.last + 1 + at, (int(one.value), int(two.value)), voted=True)


def _one_way(document: Document, one: Numeral) -> _Pair | None:
    """As in "five of the eight members of the board voted for", "two of the trustees voted against"."""
    lower, j = document.tokens.lower, one.last + 1
    if lower[j : j + 1] != ["of"]:
        return None
    j += 1 + (lower[j + 1 : j + 2] == ["the"])
    whole = document.numerals.at.get(j)
    j = whole.last + 1 if whole is not None else j
    voters = wordset("tallies", "sets", "voters") | _bodies().keys()
    if j >= len(lower) or not plural(lower[j]) or lower[j] not in voters:
        return None  # "17 of the 22 boroughs"
    verb = next(
        (k for k in range(j + 1, min(j + 2 + BETWEEN, len(lower))) if lower[k] in ("voted", "were")), None
    )
    if verb is None or not STOPS.isdisjoint(lower[j + 1 : verb]) or (verb > j + 1 and lower[j + 1] != "of"):
        return None
    sides = wordset("tallies", "sets", "against") | (
        {"for", "favour", "favor"} if lower[verb] == "voted" else set()
    )
    at = next((k for k in (verb + 1, verb + 2) if lower[k : k + 1] and lower[k] in sides), None)
    return None if at is None else _Pair(one.first, at, (int(one.value),), voted=True)


def _dissenting(document: Document, one: Numeral) -> _Pair | None:
    """As in "the four dissenters", "with one judge dissenting", "two justices dissented"."""
    lower, dissent = document.tokens.lower, wordset("tallies", "sets", "dissent")
    behind = lower[one.last + 1 : one.last + 4]
    at = next((k for k, word in enumerate(behind) if word in dissent), None)
    if at is None or not STOPS.isdisjoint(behind[:at]) or not all(w.isalpha() for w in behind[:at]):
        return None
    voters = [w for w in behind[:at] if w in _bodies() or w in wordset("tallies", "sets", "voters")]
    alone = at == 0 and behind[0] != "dissenting"
    return _Pair(one.first, one.last, (int(one.value),), voted=True) if voters or alone else None


def _margin(document: Document, one: Numeral) -> _Pair | None:
    """As in "was decided by seven votes", "passed by a margin of 12 votes"."""
    lower = document.tokens.lower
    if lower[one.last + 1 : one.last + 2] != ["votes"] or lower[one.last + 2 : one.last + 3] == ["to"]:
        return None
    before = lower[max(0, one.first - NEAR - 2) : one.first]
    by = (
        before[-1:] == ["by"]
        or before[-4:] == ["by", "a", "margin", "of"]
        or before[-2:] in (["by", "just"], ["by", "only"])
    )
    decided = not wordset("tallies", "sets", "decided").isdisjoint(before)
    return (
        _Pair(one.first, one.last + 1, (int(one.value),), voted=True, margin=True) if by and decided else None
    )
