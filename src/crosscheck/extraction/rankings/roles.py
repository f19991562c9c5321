"""What order an ordinal is a place in, by the words beside it.

Each reader below looks for one order and gives its `Rank`, or None; the first that gives one decides.
"""

from collections.abc import Callable
from typing import Final

from crosscheck.extraction.rankings.holders import Holders
from crosscheck.extraction.rankings.spots import Spot
from crosscheck.extraction.rankings.windows import RUN, streak, years
from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.senses import verbal
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.values import Rank

PHRASE: Final = 6  # tokens behind an ordinal among which its noun stands
CUE: Final = 4  # tokens before it among which its verb stands
FRAMED: Final = 14  # tokens on either side
LONGEST: Final = 100  # tokens of a sentence on either side that are looked at
DASHES: Final = frozenset("-‐‑–")
SKIPPED: Final = frozenset("such more other".split()) | RUN
HEADS: Final = {word: kind for kind, words in table("ranks")["heads"].items() for word in words.split()}
SIZES: Final[dict[str, str]] = table("ranks")["sizes"]
FINISHED: Final = wordset("ranks", "cues", "place")
ADVERBS: Final = wordset("ranks", "cues", "adverbs")
FRAMES: Final = wordset("ranks", "frames", "words")
MARKED: Final = frozenset("after in on until at before during".split())
LEAST_EDITION: Final = 3
HEADLESS: Final = wordset("ranks", "cues", "other_nouns")
MEASURES: Final = frozenset(SIZES.values())
HISTORY: Final = frozenset("history record ever".split())
HISTORIC: Final = 7  # tokens behind a noun
EVENTS: Final = frozenset("it this".split())
EVENT: Final = 4  # tokens before an ordinal
FINITE: Final = frozenset("is was are were has have had".split())
MEETINGS: Final = wordset("ranks", "heads", "meetings")
PERSONAL: Final = frozenset("his her my your our their".split())
ERAS: Final = frozenset({"bc", "bce"})
OWN: Final = frozenset({"his", "her"})

Reader = Callable[[Spot, Holders], Rank | None]


def role(spot: Spot, holders: Holders) -> Rank | None:
    """The order that a place is one in, None where the words do not tell."""
    for reader in READERS:
        found = reader(spot, holders)
        if found is not None:
            return found
    return None


def _behind(spot: Spot, k: int) -> tuple[str, int]:
    """The noun of the phrase from token k and where it stands; a noun that names an order ends the phrase."""
    lower, found, at = spot.lower, "", k
    for i in range(k, min(k + PHRASE, spot.stop)):
        low = lower[i]
        if low in HEADS and (low not in HEADLESS or i == k or lower[i + 1 : i + 2] == ["of"]):
            return low, i
        if low in DASHES or low in SKIPPED or i in spot.document.numerals.at:
            continue
        if not low.isalpha() or low in STOP:
            break
        if found and verbal(canonical(low)) and not verbal(canonical(found)):
            break
        if not spot.document.tokens.words[i][0].isupper() or i == spot.stop - 1:
            found, at = low, i
    return found, at


def _frame(spot: Spot) -> frozenset[str]:
    """The words near a place that tell of another contest than the main one, and years: of another day."""
    lower = spot.lower
    near = (
        lower[max(spot.begin, spot.first - FRAMED) : spot.first]
        + lower[spot.last + 1 : min(spot.stop, spot.last + FRAMED)]
    )
    return FRAMES.intersection(near) | _years(spot)


def _years(spot: Spot) -> frozenset[str]:
    first, stop = max(spot.begin, spot.first - LONGEST), min(spot.stop, spot.last + LONGEST)
    words = spot.lower[first:stop]
    return frozenset([w for w in words if len(w) == 4 and w.isdecimal() and w[0] in "12"])


def _seed(spot: Spot, holders: Holders) -> Rank | None:
    """As in "the eighth seed", "seeded third", "No. 4 seed"."""
    lower = spot.lower
    before = lower[spot.first - 1] if spot.first > spot.begin else ""
    head, _at = _behind(spot, spot.last + 1)
    if before != "seeded" and (HEADS.get(head) != "seed" or spot.how == "earlier"):
        return None
    return Rank(spot.rank, "seed", holder=holders.of(spot, described=before != "seeded"), frame=_years(spot))


def _ranking(spot: Spot, holders: Holders) -> Rank | None:
    """As in "ranked 12th", "the world number three", "the world's 14th-ranked player"."""
    lower = spot.lower
    before = lower[spot.first - 1] if spot.first > spot.begin else ""
    behind = lower[spot.last + 1 : spot.last + 4]
    listed = before == "ranked" or (behind[:1] and behind[0] in DASHES and behind[1:2] == ["ranked"])
    world = spot.how == "numbered" and (before == "world" or behind == ["in", "the", "world"])
    if not (listed or world):
        return None
    holder = holders.behind(spot, spot.last + 3) if behind[:1] and behind[0] in DASHES else holders.of(spot)
    return Rank(spot.rank, "ranking", holder=holder, frame=_frame(spot))


def _place(spot: Spot, holders: Holders) -> Rank | None:
    """As in "finished third", "came in a distant fourth", "ended in third place"."""
    lower = spot.lower
    if spot.how != "ordinal" or lower[spot.last + 1 : spot.last + 2] == ["to"]:
        return None
    head, _at = _behind(spot, spot.last + 1)
    if head and HEADS.get(head) != "place":
        return None
    for k in range(spot.first - 1, max(spot.begin - 1, spot.first - 1 - CUE), -1):
        if lower[k] in FINISHED:
            if spot.rank == 1 and lower[k].startswith("com"):
                return None  # "safety comes first"
            return Rank(spot.rank, "place", holder=holders.of(spot), frame=_frame(spot))
        if lower[k] not in ADVERBS:
            return None
    return None


def _edition(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "the 38th edition of the race", "its 12th annual fair", "the 50th anniversary of the landing"."""
    if spot.how != "ordinal" or spot.rank < LEAST_EDITION:
        return None
    lower = spot.lower
    head, at = _behind(spot, spot.last + 1)
    kind = HEADS.get(head, "")
    if kind == "anniversary":
        return Rank(spot.rank, kind, _of(spot, at), frame=_years(spot))
    if lower[spot.last + 1 : spot.last + 2] == ["annual"]:
        return Rank(spot.rank, "edition", canonical(head), frame=_years(spot))
    if kind == "edition":
        return Rank(spot.rank, kind, _of(spot, at), frame=_years(spot))
    held = next((w for w in lower[spot.last + 1 : min(spot.last + PHRASE, spot.stop)] if w in MEETINGS), None)
    own = lower[spot.first - 1 : spot.first] and lower[spot.first - 1] in PERSONAL
    named = spot.document.tokens.words[min(spot.last + 1, spot.stop - 1)][0].isupper()
    return (
        Rank(spot.rank, "edition", canonical(held), frame=_years(spot))
        if held and named and not own
        else None
    )


def _of(spot: Spot, at: int) -> str:
    """The noun behind "of": "race" for "the 38th edition of the race"."""
    lower = spot.lower
    if lower[at + 1 : at + 2] != ["of"] or at + 2 >= spot.stop:
        return ""
    k = at + 2 + (lower[at + 2] in ("the", "a", "an", "its", "this", "their"))
    head, _at = _behind(spot, k)
    return canonical(head) if head else ""


def _term(spot: Spot, holders: Holders) -> Rank | None:
    """As in "a third term", "a second four-year term"."""
    lower = spot.lower
    head, _at = _behind(spot, spot.last + 1)
    before = lower[spot.first - 1] if spot.first > spot.begin else ""
    if HEADS.get(head) != "term" or before != "a" or spot.how != "ordinal":
        return None
    return Rank(spot.rank, "term", holder=holders.of(spot), frame=_years(spot))


def _person(spot: Spot, holders: Holders) -> Rank | None:
    """As in "the second woman to win it"."""
    lower = spot.lower
    head, at = _behind(spot, spot.last + 1)
    if HEADS.get(head) != "person" or spot.how != "ordinal":
        return None
    behind = lower[at + 1] if at + 1 < spot.stop else ""
    return Rank(spot.rank, "person", head, holders.of(spot)) if behind in ("to", "since", "ever") else None


def _time(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "it is the third time that they have met"."""
    lower = spot.lower
    before = lower[max(spot.begin, spot.first - 3) : spot.first]
    told = before[:1] in (["it"], ["this"]) and before[1:] in (["is", "the"], ["was", "the"])
    if not told or spot.rank < 2 or lower[spot.last + 1 : spot.last + 2] != ["time"]:
        return None
    return Rank(spot.rank, "time") if lower[spot.last + 2 : spot.last + 3] != ["running"] else None


def _century(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "a sixth-century chapel", "in the fifth century"."""
    if spot.how != "century":
        return None
    thing, _at = _behind(spot, spot.last + 1)
    era = ERAS.intersection(spot.lower[spot.last + 1 : spot.last + 4])
    return Rank(spot.rank, "century", canonical(thing) if thing else "", frame=era)


def _size(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "the third-largest blackout in its history", "Only the fire of 1931 was deadlier".

    Only where it is a place among events or in history: a story has two towns, the largest and the next.
    """
    lower = spot.lower
    if spot.how in MEASURES:
        return Rank(spot.rank, "size", measure=spot.how)
    k = spot.last + 1
    k += k < spot.stop and lower[k] in DASHES
    if k >= spot.stop or spot.how != "ordinal" or lower[k] not in SIZES:
        return None
    head, at = _behind(spot, k + 1)
    history = not HISTORY.isdisjoint(lower[at : min(at + HISTORIC, spot.stop)])
    said = not EVENTS.isdisjoint(lower[max(spot.begin, spot.first - EVENT) : spot.first])
    return (
        Rank(spot.rank, "size", canonical(head), measure=SIZES[lower[k]])
        if head and (history or said)
        else None
    )


def _round(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "after the seventh round", "on the second count"."""
    lower = spot.lower
    head, _at = _behind(spot, spot.last + 1)
    if HEADS.get(head) != "round" or spot.how != "ordinal":
        return None
    marked = not MARKED.isdisjoint(lower[max(spot.begin, spot.first - 2) : spot.first])
    return Rank(spot.rank, "round", head) if marked else None


def _attempt(spot: Spot, _holders: Holders) -> Rank | None:
    """As in "at the third attempt", "its fourth try", "third time lucky"."""
    lower = spot.lower
    if spot.rank < 2 or spot.how != "ordinal":
        return None
    head, at = _behind(spot, spot.last + 1)
    lucky = lower[spot.last + 1 : spot.last + 3] == ["time", "lucky"]
    if lucky or (HEADS.get(head) == "attempt" and at == spot.last + 1 and years(spot) is None):
        return Rank(spot.rank, "attempt", "")
    return None


def _occasion(spot: Spot, holders: Holders) -> Rank | None:
    """As in "the third cut since January", "a second time this year", "the fourth in a row"."""
    if spot.rank < 2 or spot.how not in ("ordinal", "earlier"):
        return None
    run = streak(spot)
    since = None if run else years(spot)
    if not run and since is None:
        return None
    head, at = _behind(spot, spot.last + 1)
    kind = HEADS.get(head, "")
    if kind not in ("", "time") or not FINITE.isdisjoint(spot.lower[at + 1 : at + 2]):
        return None  # "the second district has had none since 1997"
    before = spot.lower[spot.first - 1] if spot.first > spot.begin else ""
    if before == "a" and not head:
        return None  # "by a third since 2019"
    holder = holders.of(spot) if before in OWN else ""
    if before in OWN and not holder:
        return None
    thing = "" if kind or not head else canonical(head)
    return Rank(spot.rank, "streak" if run else "occasion", thing, holder, since=since)


READERS: Final[tuple[Reader, ...]] = (
    _seed,
    _ranking,
    _edition,
    _term,
    _person,
    _century,
    _size,
    _round,
    _attempt,
    _occasion,
    _time,
    _place,
)
