"""The event that a length of time is counted from: "the war", "the deadly rebel attack", a clause.

Only the words next to the length are looked at, a dozen tokens at most.
"""

from functools import cache
from typing import Any, Final

from attrs import frozen

from crosscheck.extraction.time.calendar_words import DASHES, FULL_WEEKDAYS, MONTHS, SUFFIXES
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.tokens import unowned
from crosscheck.lexicon import table

REACH: Final = 12  # tokens of an event's name
DETERMINERS: Final = frozenset("the a an its his her their our my this that these those".split())


@frozen(slots=True)
class Event:
    """The name of an event by tokens `first` to `last` (last < first: left out).

    `head` is the singular lower-case head noun, `modifiers` the lower-case words before
    it, `names` the capitalised ones.
    """

    first: int
    last: int
    head: str = ""
    modifiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of `lexicon/elapsed.toml`."""
    return frozenset(table("elapsed")[name].split())


@cache
def verbs() -> dict[str, str]:
    """The verbs of a clause and the nouns of their events."""
    found: dict[str, Any] = table("elapsed")["verbs"]
    return {verb: str(noun) for verb, noun in found.items()}


@cache
def happenings() -> frozenset[str]:
    """Nouns that name an event by themselves."""
    return words_of("events") | frozenset(verbs().values())


def event_at(t: Words, i: int, *, deep: bool = True) -> Event | None:
    """The event whose name starts at token i; of a clause, the noun of its verb."""
    j = i + (t.lower[i] in DETERMINERS)
    modifiers: list[str] = []
    names: list[str] = []
    head, last = "", j - 1
    while j < t.size and j - i < REACH and not ends(t, j):
        word = t.lower[j]
        if passed_over(t, j):
            j += 1
            continue
        known = head in happenings()
        if word in verbs() and (head or names) and not noun_follows(t, j + 1):
            clause = Event(
                i, j, verbs()[word], (*modifiers, head) if head else tuple(modifiers), tuple(names)
            )
            return Event(i, last, head, tuple(modifiers), tuple(names)) if known else clause
        if t.capital(j) and known:
            break  # another clause begins: "after the shooting Ada told"
        if t.capital(j):
            names.append(unowned(t.words[j]))
        elif known and singular(unowned(word)) not in happenings() and not noun_follows(t, j + 1):
            break
        else:
            modifiers += [head] if head else []
            head = unowned(word)
        last, j = j, j + 1
    if deep and head in words_of("starts") and t.lower[j] == "of":
        return event_at(t, j + 1, deep=False)
    return Event(i, last, singular(head), tuple(modifiers), tuple(names)) if last >= i else None


def ends(t: Words, j: int) -> bool:
    """Whether the name of an event cannot go on at token j."""
    word = t.lower[j]
    if "\n" in t.tokens.gap(j - 1) or word in words_of("stops") or word in words_of("began"):
        return True
    if word in DETERMINERS:
        return True
    return not (word[0].isalpha() or word[0].isdecimal() or passed_over(t, j))


def passed_over(t: Words, j: int) -> bool:
    """Whether token j is a hyphen or part of a date inside the name: "the Oct. 7, 2023, attack"."""
    word, before = t.lower[j], t.lower[j - 1] if j else ""
    if word in DASHES:
        return t.glued(j) and t.glued(j + 1)
    if word == ".":
        return before in MONTHS
    if word == ",":
        return before.isdecimal() and (
            t.lower[j + 1].isdecimal() or (len(before) == 4 and noun_follows(t, j + 1))
        )
    dated = (word in MONTHS and t.capital(j)) or word in FULL_WEEKDAYS
    return dated or word[0].isdecimal() or (word in SUFFIXES and before.isdecimal())


def noun_follows(t: Words, i: int) -> bool:
    """Whether a plain noun may stand at token i, so that the word before it describes it."""
    if i >= t.size or t.capital(i):
        return False
    word = t.lower[i]
    return word.isalpha() and word not in words_of("stops") and word not in DETERMINERS


def event_ending(t: Words, i: int) -> Event | None:
    """The event whose name ends at token i: "since the verdict", "the deadly attack"."""
    stops = words_of("stops")
    if i < 1 or t.capital(i) or not t.lower[i].isalpha() or t.lower[i] in stops:
        return None
    j = i
    while (
        j > 0
        and i - j < 5
        and t.lower[j] not in DETERMINERS
        and t.lower[j] not in stops
        and t.lower[j].isalpha()
    ):
        j -= 1
    if t.lower[j] not in DETERMINERS:
        return None
    inner = range(j + 1, i)
    names = tuple(t.words[k] for k in inner if t.capital(k))
    return Event(j, i, singular(t.lower[i]), tuple(t.lower[k] for k in inner if not t.capital(k)), names)


def event_owning(t: Words, i: int) -> Event | None:
    """The possessive at token i as an event: "the war's (third month)", "Norwick's"."""
    word = t.lower[i] if i >= 0 else ""
    if not word.endswith(("'s", "’s")):
        return None
    if t.capital(i):
        return Event(i, i, "", (), (unowned(t.words[i]),))
    return Event(i, i, word[:-2])


def singular(noun: str) -> str:
    """A noun without a plural ending that only marks number; "classes" is one "class".

    >>> singular("quakes"), singular("crisis"), singular("classes")
    ('quake', 'crisis', 'class')
    """
    if not noun.endswith("s") or noun.endswith(("ss", "us", "is")) or len(noun) <= 4:
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes")) else noun[:-1]
