"""Elapsed times as mentions of events: "two weeks after the attack" tells of an attack, and of its days.

Such words seldom name the event: "the blast", "the crash" is what the article told of before. So an
elapsed time has the names of its own sentence and those beside the last word of the same class
in the sentences before it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from crosscheck.align.events import band
from crosscheck.align.happenings import (
    BESIDE,
    Happening,
    classes_of,
    happens,
    names_among,
    sites_among,
    words_of,
)
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim
from crosscheck.values import Moment

Names = dict[str, str]  # stems to words as written
Told = tuple[int, Names, frozenset[str]]  # a sentence, the names beside what happened in it, and its sites
DEFINITE: Final = frozenset("the its their his her this that these those".split())
MOST: Final = 8  # words of happenings looked at in one sentence


def counted(
    elapsed: Sequence[Claim], claims: Iterable[Claim], names: Sequence[frozenset[str]]
) -> list[Happening]:
    """The events of which the time since is told, with the days that it allows.

    `claims` are the corpus's in canonical order, `names` the telling names of each article.
    """
    articles = {claim.article for claim in elapsed}
    before = _told((c for c in claims if c.article in articles), names) if articles else {}
    return [found for claim in elapsed if (found := _happening(claim, before, names)) is not None]


def _told(claims: Iterable[Claim], names: Sequence[frozenset[str]]) -> dict[tuple[int, str], list[Told]]:
    """Where the sentences of articles tell of what happened, by article and class, in their order."""
    found: dict[tuple[int, str], list[Told]] = defaultdict(list)
    seen = set()
    for claim in sorted(claims, key=lambda c: (c.article, c.sentence)):
        if claim.wording is None or (claim.article, claim.sentence) in seen:
            continue
        seen.add((claim.article, claim.sentence))
        for word, beside, sites in _happenings(words_of(claim.wording), claim.names | names[claim.article]):
            for name in classes_of(word):
                found[claim.article, name].append((claim.sentence, beside, sites))
    return found


def _happenings(words: Sequence[str], names: frozenset[str]) -> Iterator[tuple[str, Names, frozenset[str]]]:
    """The first happenings among words, with the names beside each, and where each was."""
    at = [i for i, word in enumerate(words) if happens(word)][:MOST]
    for i in at:
        beside = words[max(0, i - BESIDE) : i + BESIDE]
        own = names_among(beside, names)
        yield words[i], own, sites_among(beside, own)


def _happening(
    claim: Claim, before: dict[tuple[int, str], list[Told]], names: Sequence[frozenset[str]]
) -> Happening | None:
    days, wording = band(claim), claim.wording
    if days is None or wording is None or not claim.subject:
        return None
    first, stop = claim.at
    words = words_of(wording, first, stop)
    told = next((w for w in words if canonical(w.lower()) == claim.subject), claim.subject)
    classes = classes_of(told)
    around = words_of(wording, max(0, first - BESIDE), stop + BESIDE)
    own = names_among(around, claim.names | names[claim.article])
    sites = sites_among(around, own)
    definite = not DEFINITE.isdisjoint(word.lower() for word in words)
    for name in sorted(classes) if definite else ():
        for _, beside, there in _last(before.get((claim.article, name), ()), claim.sentence):
            own, sites = {**beside, **own}, sites | there
    value = Moment(f"{days[0]}/{days[1]}", *days, floor=days[0], ceiling=days[1])
    return Happening(claim, value, claim.subject, told, classes, definite, own, sites) if classes else None


def _last(told: Sequence[Told], sentence: int) -> Sequence[Told]:
    """The last of what is told before a sentence, if anything is."""
    at = bisect_right(told, sentence - 1, key=lambda one: one[0])
    return told[max(0, at - 1) : at]
