"""Dated events of a story: what happened, the names told with it, and the days it can have been.

"The August 2016 meeting at Crane Tower" and "they met the envoys at Crane Tower in June 2016"
share too few words to be one fact by their wording. But both date a meeting, and name Crane
Tower. A mention of an event is a date tied to a happening - the noun that the date stands
before, the nearest such word before the date in its clause, or the first behind a date that
opens one - and the names beside it. What happened is known by its class
(`lexicon/predicates.toml`, `lexicon/happenings.toml`).

Every date tied to a happening is a mention, also one that says too little to be held against
another ("in 2016"): the words alone tell which mentions belong together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import dropwhile, takewhile
from typing import Final

from attrs import field, frozen

from crosscheck.align.groups import dates_a_picture, dates_the_article
from crosscheck.lexicon import table
from crosscheck.lexicon.words import STOP, canonical, of_another, rarity
from crosscheck.model import Claim
from crosscheck.model.claims import Wording
from crosscheck.values import Duration, Moment, Relation

TELLING_BITS: Final = 9.5  # rarity of the names that tell one event from another
HEAD: Final = 4  # tokens behind a date among which its noun stands
CLAUSE: Final = 14  # tokens on either side among which its verb does
BESIDE: Final = 16  # tokens on either side among which its names do
LIST: Final = 12  # dates in a sentence beyond which it is a list of them
OPENING: Final = 6  # tokens before a date that opens its sentence
TIES: Final = frozenset(
    ("on", "since", "until", "by", "in", "of")
)  # before a date that stands before no noun
PLACING: Final = frozenset("on in at near off outside around into of".split())
SITE: Final = 7  # tokens among which the name of a place stands, and the word before it
BEGINS: Final = frozenset(("when", "since", "because"))  # with these the clause of a date begins
EARLIER: Final = frozenset(("after", "before"))  # behind a date: what follows was on another day
SAYING: Final = frozenset(("said", "says", "told", "that"))  # the same: what follows is told on that day
BREAKS: Final = frozenset((";", ":", "(", ")", "—", "–", "but", "while", "whereas", "although", "though"))


@frozen(slots=True, eq=False)
class Happening:
    """A dated mention of an event.

    `claim` is that of its date, or of the time since, `value` the days that it allows, `word` what
    happened as a stem, `told` the same as written, `classes` those of the word, `names` the rare names
    beside it (stem to word as written), `sites` those of them that tell where it was, or to whom it
    happened ("on Fort Darvane", "shot Tomas Vrel"); `definite` is whether the date stands before its
    noun ("the August 2016 meeting").
    """

    claim: Claim
    value: Moment
    word: str
    told: str
    classes: frozenset[str]
    definite: bool
    names: dict[str, str] = field(repr=False)
    sites: frozenset[str] = frozenset()

    def fits(self, other: "Happening") -> bool:
        """Whether some day can be that of both."""
        return self.value.relation(other.value) is not Relation.DISJOINT

    @property
    def elapsed(self) -> bool:
        """Whether it is told how long ago the event was, not when."""
        return isinstance(self.claim.mention.value, Duration)

    @property
    def telling(self) -> bool:
        """Whether the date says enough to be held against another.

        It names a month, for years alone are told of too much ("the 2016 campaign"), is a weekday in
        an article that is dated, or the time since.
        """
        if self.elapsed:
            return True
        if self.value.relative:
            return self.claim.as_of.day is not None
        return self.value.month_day[0] is not None


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Stem -> the classes of happenings that it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    known = {name: row["words"] for name, row in table("predicates").items() if "date" in row["kinds"]}
    for name, words in (*known.items(), *table("happenings")["more"].items()):
        for word in words:
            for form in (word, f"{word}s") if word.endswith("ing") else (word,):  # bombing, bombings
                found[canonical(form)].add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def every(classes: frozenset[str], *flags: str) -> bool:
    """Whether each of some classes has one of these flags ("vague", "personal") in the lexicon."""
    rows = table("predicates")
    return all(any(rows.get(name, {}).get(flag, False) for flag in flags) for name in classes)


def classes_of(told: str) -> frozenset[str]:
    """The classes of a happening as written; those of a death are not of the attack that killed."""
    low = told.lower()
    classes = _classes().get(canonical(low), frozenset())
    return classes - {"attack"} if low in table("happenings")["death"]["forms"] else classes


@cache
def _recalls() -> frozenset[str]:
    return frozenset(canonical(word) for word in table("happenings")["recall"]["words"])


def happenings(claims: Iterable[Claim], names: Sequence[frozenset[str]]) -> list[Happening]:
    """The dated mentions of events among claims, those of one sentence side by side.

    `names` are the telling names of each article, by which the first word of a sentence is known for one.
    """
    sentences: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.mention.value, Moment):
            sentences[claim.article, claim.sentence].append(claim)
    return [
        one
        for (article, _), dates in sentences.items()
        if len(dates) <= LIST
        for one in _in_sentence(dates, names[article])
    ]


def _in_sentence(dates: Sequence[Claim], names: frozenset[str]) -> Iterator[Happening]:
    """The events that the dates of one sentence are told of."""
    wording = dates[0].wording
    if wording is None or of_another(wording.lower) or not _recalls().isdisjoint(dates[0].context):
        return
    words, spans = words_of(wording), [claim.at for claim in dates if not _relative(claim)]
    for claim in dates:
        if _of_an_event(claim) and (found := _happening(claim, words, spans, names)) is not None:
            yield found


def _relative(claim: Claim) -> bool:
    """Whether a date is told from the day of its article: it may be one with the next, "on Monday, May 3"."""
    return isinstance(claim.mention.value, Moment) and claim.mention.value.relative


def _of_an_event(claim: Claim) -> bool:
    """Whether a date is not that of the article or of a picture; of those told from its day, a weekday is."""
    opens = not claim.before and dates_the_article(claim)  # "May 3, 2021 The council has met"
    if claim.zone in ("dateline", "byline") or dates_a_picture(claim) or opens:
        return False
    return not _relative(claim) or _weekday(claim.mention.value)


def _weekday(value: object) -> bool:
    return isinstance(value, Moment) and value.weekday is not None


def _happening(
    claim: Claim, words: Sequence[str], dates: Sequence[tuple[int, int]], telling: frozenset[str]
) -> Happening | None:
    """The event that a date is told of, `dates` being the tokens of all dates of its sentence."""
    head = _noun(words, *claim.at)
    told = head or _verb(words, *claim.at)
    if told is None or not isinstance(claim.mention.value, Moment):
        return None
    word = canonical(told.lower())
    beside = _beside(claim, words, dates, definite=head is not None)
    names = names_among(beside, claim.names | telling)
    sites = sites_among(beside, names)
    return Happening(claim, claim.mention.value, word, told, classes_of(told), head is not None, names, sites)


def words_of(wording: Wording, first: int = 0, stop: int | None = None) -> list[str]:
    """The tokens of a sentence from `first` up to `stop`, as they are written."""
    text, base = wording.text, wording.start
    return [
        text[start - base : start - base + len(low)]
        for start, low in zip(wording.starts[first:stop], wording.lower[first:stop], strict=True)
    ]


def _noun(words: Sequence[str], first: int, stop: int) -> str | None:
    """The happening before whose noun a date stands: "the [July 17] killings", "the [May] gas attack"."""
    if first and words[first - 1].lower() in TIES:
        return None
    begin = stop + (words[stop : stop + 1] == [","])
    for word in words[begin : begin + HEAD]:
        if word.lower() in STOP or not word[0].isalpha():
            return None
        if happens(word):
            return word
    return None


def _verb(words: Sequence[str], first: int, stop: int) -> str | None:
    """The happening in the clause of a date: before it, or behind one that opens a sentence or clause."""
    then = next((w.lower() for w in words[stop : stop + 2] if w != ","), "")
    before = _in_clause(words[max(0, first - CLAUSE) : first][::-1], BREAKS | BEGINS)
    if before and then != "when":
        return _dated(before, words[first - 1].lower())
    opens = then in ("when", "as") or first <= OPENING
    behind = _in_clause(words[stop : stop + CLAUSE], BREAKS | SAYING) if opens and then not in EARLIER else []
    return behind[0][0] if behind else None


def _in_clause(words: Iterable[str], breaks: frozenset[str] = BREAKS) -> list[tuple[str, str]]:
    """The happenings among words, as far as the clause goes, each with the word that follows it there."""
    clause = list(takewhile(lambda word: word not in breaks, words))
    then = [word.lower() for word in clause[1:]] + [""]
    return [pair for pair in zip(clause, then, strict=False) if happens(pair[0])]


def _dated(told: Sequence[tuple[str, str]], tie: str) -> str | None:
    """Which of the happenings before a date, nearest first, is dated; None where that is open.

    It is the nearest, or the noun of which that is the verb: "the quake that struck ... in March".
    Of two of different classes neither is sure: "convicted of the bombing on March 3".
    """
    (word, before), others = told[0], told[1:]
    if not others or tie == "of" or not classes_of(word).isdisjoint(classes_of(others[0][0])):
        return word
    return others[0][0] if before in ("that", "which") else None


def happens(word: str) -> bool:
    """Whether a word, as written, tells of a happening; in capitals of one that a name can hold (Tsunami)."""
    classes = _classes().get(canonical(word.lower()))
    return classes is not None and (not word[0].isupper() or not every(classes, "vague", "personal"))


def _beside(
    claim: Claim, words: Sequence[str], dates: Sequence[tuple[int, int]], *, definite: bool
) -> list[str]:
    """The words around a date among which its names stand: as far as the next date on either side.

    What stands between a date and a later one that is `definite` belongs to the first: "killed on
    May 3 in Darvane and in the May 9 attack on Orrin".
    """
    first, stop = claim.at
    ends = [end for _, end in dates if end <= first]
    low = 0 if not ends else first if definite else max(ends)
    high = min((start for start, _ in dates if start >= stop), default=len(words))
    return [*words[max(low, first - BESIDE) : first], ",", *words[stop : min(high, stop + BESIDE)]]


def names_among(words: Iterable[str], names: frozenset[str]) -> dict[str, str]:
    """The rare ones of these names among words: stem to word as written."""
    found: dict[str, str] = {}
    for word in words:
        stem = canonical(word.lower())
        if word[0].isupper() and stem in names and rarity(stem) >= TELLING_BITS:
            found.setdefault(stem, word)
    return found


def sites_among(words: Sequence[str], names: Iterable[str]) -> frozenset[str]:
    """Those of names (as stems) that tell where or to whom it happened, by the words before them.

    These are a preposition of place or a happening: "in the port of Orrin", "shot the guard Ada Roe".
    """
    known, found = frozenset(names), set[str]()
    for i, word in enumerate(words):
        if word.lower() in PLACING or happens(word):
            name = dropwhile(lambda part: part.islower() and part != "by", words[i + 1 : i + SITE])
            found.update(canonical(part.lower()) for part in takewhile(lambda part: part[0].isupper(), name))
    return frozenset(found & known)
