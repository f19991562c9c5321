"""What lasts, as articles tell it: its length, when it began and when it ended (`lexicon/courses.toml`).

"A 19-hour siege", "residents spent 36 hours without power" and "freed 45 days after he was
seized" tell a length of a sort of course; "the lights went out at 11:40 p.m. Friday" tells its
beginning. The words alone decide of which sort a time is, never what it is.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from crosscheck.lexicon import table
from crosscheck.model import Claim
from crosscheck.values import Duration, Instant, Moment

BEHIND: Final = 7  # words behind a length among which its noun or phrase stands
AHEAD: Final = 14  # the same before it
REACH: Final = 10  # words between what happened and its time
OPENING: Final = 4  # tokens before a time that opens its sentence
FOLLOWS: Final = 16  # tokens behind such a time
LOOSE: Final = 8  # words for which "~" stands
BREAKS: Final = frozenset((";", ":", "(", ")", "—", "–", "but", "while", "whereas", "although"))
LASTS: Final = frozenset("of last lasts lasted lasting took taking ran went dragged is was be".split())
FILLING: Final = frozenset(
    "a an the for of on to some about around roughly nearly almost more less than just over under at least "
    "only fully whole entire long in total after has had have will to on".split()
)
OPEN: Final = frozenset("has have continues continued continuing still far entering entered".split())
DENIED: Final = frozenset("not never no n't".split())
OTHER: Final = frozenset(
    "last previous earlier another usual average normal typical scheduled planned maximum per every each "
    "first second third final remaining further longest shortest record similar same-length if unless "
    "threatened threatening threaten would could might may".split()
)
NOT_AT: Final = frozenset("after since than for".split())  # right before a time at which nothing is placed
BOUNDS: Final = frozenset("by before until till".split())  # a few words before one
STAYING: Final = frozenset(
    "stay stays stayed staying remain remains remained kept keep keeping still".split()
)
PARTLY: Final = frozenset("into".split())

Phrase = tuple[frozenset[str] | None, ...]


@frozen(slots=True, eq=False)
class Sort:
    """A sort of course; of one that is `one`, a story has a single one."""

    name: str
    one: bool
    nouns: tuple[Phrase, ...]
    spent: tuple[tuple[Phrase, Phrase], ...]
    begins: tuple[Phrase, ...]
    ends: tuple[Phrase, ...]
    after: tuple[Phrase, ...]


@cache
def sorts() -> tuple[Sort, ...]:
    """All sorts of courses of the lexicon."""
    return tuple(
        Sort(
            name,
            row.get("one", False),
            _phrases(row["nouns"]),
            tuple(_halves(text) for text in row["spent"]),
            *(_phrases(row[key]) for key in ("begins", "ends", "after")),
        )
        for name, row in table("courses").items()
    )


def _phrases(listed: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(_phrase(text) for text in listed)


def _phrase(text: str) -> Phrase:
    parted = text.replace("-", " - ")
    return tuple(None if part == "~" else frozenset(part.split("|")) for part in parted.split())


def _halves(text: str) -> tuple[Phrase, Phrase]:
    ahead, _, behind = text.partition("#")
    return _phrase(ahead), _phrase(behind)


def _match(phrase: Phrase, words: Sequence[str], at: int, stop: int) -> int | None:
    """The first word behind a phrase that starts at a word, or None."""
    loose = False
    for part in phrase:
        if part is None:
            loose = True
            continue
        last = min(stop, at + LOOSE + 1 if loose else at + 1)
        found = next((k for k in range(at, last) if words[k] in part), None)
        if found is None:
            return None
        at, loose = found + 1, False
    return at


def _last(phrases: Sequence[Phrase], words: Sequence[str], first: int, stop: int) -> int:
    """The last end of one of some phrases among words; -1 where there is none."""
    best = -1
    for at in range(first, stop):
        if at and words[at - 1] in STAYING:
            continue
        for phrase in phrases:
            if words[at] in (phrase[0] or ()) and (end := _match(phrase, words, at, stop)) is not None:
                best = max(best, end)
    return best


def _first(phrases: Sequence[Phrase], words: Sequence[str], first: int, stop: int) -> int:
    """Where the first of some phrases starts among words; -1 where there is none."""
    for at in range(first, stop):
        for phrase in phrases:
            if words[at] in (phrase[0] or ()) and _match(phrase, words, at, stop) is not None:
                return at
    return -1


def course_of(claim: Claim) -> Sort | None:
    """The sort of course whose whole length a claim tells; None where it tells none, or of another one."""
    wording, value = claim.wording, claim.mention.value
    if not isinstance(value, Duration) or wording is None or claim.modality == "hypothetical":
        return None
    words, (first, stop) = wording.lower, claim.at
    if _of_another(words[max(0, first - 3) : first], words[stop : stop + 1]):
        return None
    low, high = _clause(words, first, stop)
    found = [sort for sort in _candidates(words, low, high) if _tells(sort, words, (low, first, stop, high))]
    return next((sort for sort in found if claim.modality != "planned" or not sort.begins), None)


def _of_another(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a length is a part, a bound, a repeated one, or denied: "the first hour", "up to six days"."""
    unlike = (
        not OTHER.isdisjoint(before) or not DENIED.isdisjoint(before) or tuple(before[-2:]) == ("up", "to")
    )
    return unlike or tuple(behind) in (("more",), ("ago",))


def _clause(words: Sequence[str], first: int, stop: int) -> tuple[int, int]:
    """The tokens of the clause around some, from and up to."""
    low, high = first, stop
    while low > max(0, first - AHEAD) and words[low - 1] not in BREAKS:
        low -= 1
    while high < min(len(words), stop + BEHIND) and words[high] not in BREAKS:
        high += 1
    return low, high


@cache
def _triggers() -> dict[str, tuple[Sort, ...]]:
    """Word -> the sorts of which a noun, a phrase around a length or one of `after` can hold it."""
    found: dict[str, dict[str, Sort]] = {}
    for sort in sorts():
        phrases = [*sort.nouns, *sort.after, *(part for both in sort.spent for part in both if part)]
        for phrase in phrases:
            for word in phrase[-1] or ():
                found.setdefault(word, {})[sort.name] = sort
    return {word: tuple(some.values()) for word, some in found.items()}


def _candidates(words: Sequence[str], low: int, high: int) -> list[Sort]:
    known = _triggers()
    return list({sort.name: sort for word in words[low:high] for sort in known.get(word, ())}.values())


def _tells(sort: Sort, words: Sequence[str], around: tuple[int, int, int, int]) -> bool:
    _low, first, stop, high = around
    return (
        _of_noun(sort.nouns, words, around)
        or any(_around(both, words, around) for both in sort.spent)
        or _after(sort, words, (max(0, first - REACH - 4), first, stop, high))
    )


def _of_noun(nouns: Sequence[Phrase], words: Sequence[str], around: tuple[int, int, int, int]) -> bool:
    """As in "a 19-hour siege", "54 days of captivity", "the siege lasted nearly 19 hours"."""
    low, first, stop, high = around
    at = stop + (words[stop : stop + 1] == ("of",) or words[stop : stop + 1] == ("'",))
    attributive = "-" in words[first:stop] or at > stop
    if attributive:
        for start in (at, at + 1):
            for noun in nouns:
                end = _match(noun, words, start, high) if start < high else None
                if end is not None and not (
                    end < len(words) and words[end] in ("vote", "ballot", "fund", "talks")
                ):
                    return True
    k = first
    while k > low and words[k - 1] in FILLING | LASTS:
        k -= 1
    between = words[k:first]
    if LASTS.isdisjoint(between) or k == low:
        return False
    return any(_last((noun,), words, max(low, k - len(noun)), k) == k for noun in nouns)


def _around(both: tuple[Phrase, Phrase], words: Sequence[str], around: tuple[int, int, int, int]) -> bool:
    """Whether a length stands in a phrase: behind its first part, before its second."""
    low, first, stop, high = around
    ahead, behind = both
    if ahead:
        end = _last((ahead,), words, low, first)
        if end < 0 or any(word not in FILLING for word in words[end:first]):
            return False
    if behind:
        at = next((k for k in range(stop, min(high, stop + 2)) if words[k] in (behind[0] or ())), None)
        if at is None or _match(behind, words, at, high) is None:
            return False
    return True


def _after(sort: Sort, words: Sequence[str], around: tuple[int, int, int, int]) -> bool:
    """As in "was freed 45 days after gunmen seized her": the length from the beginning to the end."""
    _, first, stop, high = around
    if not sort.after or words[stop : stop + 1] not in (("after",), ("following",), ("from",)):
        return False
    if _first(sort.after, words, stop + 1, min(len(words), high + 1)) < 0:
        return False
    opens = first <= OPENING
    return _last(sort.ends, words, around[0], first) >= 0 or (
        opens and _first(sort.ends, words, stop + 1, len(words)) >= 0
    )


def goes_on(claim: Claim) -> bool:
    """Whether the words leave open that a course went on after the length that a claim tells."""
    words, (first, stop) = (claim.wording.lower if claim.wording else ()), claim.at
    return not OPEN.isdisjoint(words[max(0, first - 5) : stop + 2])


def times(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The clock times and dates of articles, those that stand side by side as one ("at 5 p.m. on Friday")."""
    group: list[Claim] = []
    for claim in claims:
        timed = isinstance(claim.mention.value, (Instant, Moment))
        if not timed or claim.wording is None or claim.zone in ("dateline", "byline"):
            continue
        last = group[-1] if group else None
        if last is not None and last.wording is claim.wording and claim.at[0] - last.at[1] <= 2:
            between = last.wording.lower[last.at[1] : claim.at[0]]
            if claim.at[0] < last.at[1] or not between or set(between) <= {"on", ",", "at", "of", "("}:
                group.append(claim)
                continue
        if group:
            yield tuple(group)
        group = [claim]
    if group:
        yield tuple(group)


def placed(time: Sequence[Claim], others: Sequence[tuple[int, int]], phrases: Sequence[Phrase]) -> bool:
    """Whether something told by one of some phrases is placed at a time, no other time being nearer.

    `others` are the tokens of all times of the sentence.
    """
    wording = time[0].wording
    if wording is None:
        return False
    words = wording.lower
    first, stop = min(c.at[0] for c in time), max(c.at[1] for c in time)
    # "Set out at seven" is no plan.
    if time[0].modality != "asserted" and "set" not in words[max(0, first - 4) : first]:
        return False
    if first and (words[first - 1] in NOT_AT or not BOUNDS.isdisjoint(words[max(0, first - 4) : first])):
        return False
    low = max([0, first - REACH - LOOSE, *(end for _, end in others if end <= first)])
    end = _last(phrases, words, low, first)
    if end >= 0 and first - end <= REACH and BREAKS.isdisjoint(words[end:first]):
        return True
    if first > OPENING:
        return False
    high = min([len(words), stop + FOLLOWS, *(start for start, _ in others if start >= stop)])
    return _first(phrases, words, stop, high) >= 0
