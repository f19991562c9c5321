"""Roles that a sentence tells of a person it named before: "after eight years as finance director".

The role stands behind "as", a verb of becoming, or "he was"; its holder is the one person whom
the sentence names before it, or whom a pronoun means: the one person of that sex whom the nearest
earlier sentence names.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from crosscheck.extraction.document import Document
from crosscheck.extraction.names.people import Person
from crosscheck.extraction.names.roles import Reader
from crosscheck.lexicon import wordset
from crosscheck.lexicon.naming import fold, gender
from crosscheck.lexicon.offices import offices
from crosscheck.values import Post

TAKING = frozenset((("takes", "over"), ("taking", "over"), ("take", "over"), ("steps", "in")))
TRIGGERS = frozenset("as becomes became remains".split())
BEING = frozenset("is was".split())
PRONOUNS = {"he": "male", "she": "female"}
FAR = 3  # sentences back in which a pronoun looks for its person
LONGEST_SENTENCE = 80  # tokens that are looked at
REACH = 12  # tokens between a person and "as" that are looked at
NEAR = 5  # tokens before a person among which the verb stands


def with_roles(document: Document, people: Sequence[Person], roles: Reader) -> list[Person]:
    """The persons in the order of the text, with the roles told of them later in a sentence."""
    told: dict[int, list[Post]] = defaultdict(list)
    for number, post in _told(document, people, roles):
        told[number].append(post)
    return [_with(person, told[n]) if n in told else person for n, person in enumerate(people)]


def _with(person: Person, posts: Sequence[Post]) -> Person:
    known = {p.start for p in person.name.posts}
    new = [p for p in posts if p.start not in known]
    shown = dict.fromkeys((*person.name.roles, *(p.shown for p in new if p.shown)))
    return evolve(person, name=evolve(person.name, posts=(*person.name.posts, *new), roles=tuple(shown)))


def _told(document: Document, people: Sequence[Person], roles: Reader) -> Iterator[tuple[int, Post]]:
    """The number of a person and a role that is told of him or her."""
    lower = document.tokens.lower
    firsts = [p.first for p in people]
    for i, low in enumerate(lower):
        if low in TRIGGERS or (low in BEING and i and lower[i - 1] in PRONOUNS):
            post = roles.behind(i) if not document.zones.quoted(i) else None
            if post is None or (low == "as" and lower[i - 1] == "not"):
                continue
            number = _subject(document, people, firsts, i)
            if number is not None:
                state = post.state or _state(document, people[number], i, weak=offices()[post.words].weak)
                if state == "future" and roles.held_since(i):
                    state = None
                yield number, evolve(post, state=state)


def _state(document: Document, person: Person, i: int, *, weak: bool) -> str | None:
    """Whether the clause before "as" at token i gives the office only to come, or takes it away.

    Police name a person as a driver, so a role that is `weak` is not given by naming.
    """
    lower = document.tokens.lower
    if lower[i] == "becomes":
        return "future"
    if person.last < i - 1:
        between = lower[max(person.last + 1, i - REACH) : i]
        if not wordset("appointments", "once").isdisjoint(between):
            return "past"
        coming = not wordset("appointments", "waiting").isdisjoint(between)
        return "future" if coming or any(_to_serve(a, b) for a, b in pairwise(between)) else None
    for word in reversed(lower[max(0, person.first - NEAR) : person.first]):
        if word in wordset("appointments", "taking"):
            return "past"
        if word in wordset("appointments", "giving") and not weak:
            return "future"
        if word == "to" or not word[0].isalpha():  # "chosen to succeed X as"
            return None
    return None


def _to_serve(one: str, two: str) -> bool:
    if (one, two) in TAKING:
        return True
    return one in wordset("appointments", "ahead") and two in wordset("appointments", "serving")


def _subject(document: Document, people: Sequence[Person], firsts: Sequence[int], i: int) -> int | None:
    """The person of whom the words before token i speak, as an index into `people`; None if unclear."""
    sentences = document.sentences
    at = bisect_right(sentences, (i, len(document.tokens))) - 1
    begin = max(sentences[at][0], i - LONGEST_SENTENCE)
    named = _named(firsts, begin, i)
    if named and people[named[-1]].last == i - 1:  # "appointed Anna Bell as ..."
        return named[-1]
    if named:
        return named[-1] if len({people[n].name.name for n in named}) == 1 else None
    words = document.tokens.lower[begin:i]
    sex = next((PRONOUNS[w] for w in reversed(words) if w in PRONOUNS), None)
    if sex is None:
        return None
    for back in range(at - 1, max(-1, at - 1 - FAR), -1):
        first, stop = sentences[back]
        fitting = [n for n in _named(firsts, first, stop) if _sex(people[n]) in (sex, None)]
        if fitting:
            return fitting[-1] if len({people[n].name.name for n in fitting}) == 1 else None
    return None


def _named(firsts: Sequence[int], begin: int, stop: int) -> list[int]:
    """The persons whose names stand from token `begin` to before `stop`."""
    return list(range(bisect_left(firsts, begin), bisect_left(firsts, stop)))


def _sex(person: Person) -> str | None:
    given = person.name.given
    return gender(fold(given[0])) if given else None
