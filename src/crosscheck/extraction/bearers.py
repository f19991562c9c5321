"""Whose age it is: the full name of the person beside it, or whom "he", "she" or "the 71-year-old" means.

Who is meant is the only one whom the same sentence names before the age; else one of the nearest
earlier sentence of the paragraph that names any: the only one, or the one with whom it opens, since
what a sentence is about is what the next one says "he" of (Grosz, Joshi and Weinstein 1995, "Centering").
Where the sex does not fit the pronoun, or anybody's relative comes between, it stays unknown.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import evolve

from crosscheck.extraction.described import RELATIVES, described
from crosscheck.extraction.document import Document
from crosscheck.lexicon.naming import fold, gender
from crosscheck.model import Mention
from crosscheck.values import Age, Name

SEXES = {
    "he": "male", "his": "male", "he's": "male", "he’s": "male",
    "she": "female", "her": "female", "she's": "female", "she’s": "female",
}  # fmt: skip
TITLES = {"mr": "male", "sir": "male", "lord": "male", "mrs": "female", "ms": "female", "miss": "female"}
AGED = frozenset({"aged", "age"})
DYING = frozenset({"died", "dies", "dead", "at", ","})
NEAR = 3  # tokens before an age among which its pronoun stands
BACK = 2  # sentences back in which the person is looked for
LONGEST = 80  # tokens of a sentence that are looked at
SPAN = 6  # tokens of an age that are looked at for its pronoun
OPENING = 3  # tokens from the start of a sentence to the person with whom it opens


def with_bearers(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in their order, each age with the full name of its person where the text tells."""
    people = [m for m in mentions if m.kind == "person"]
    if not people:
        return list(mentions)
    starts = [m.start for m in people]
    return [_borne(document, m, people, starts) if m.kind == "age" else m for m in mentions]


def _borne(document: Document, mention: Mention, people: Sequence[Mention], starts: Sequence[int]) -> Mention:
    """The age with the person whom its words mean, or with the full name of the one beside it."""
    age = mention.value
    if not isinstance(age, Age):
        return mention
    at = bisect_left(starts, mention.start)
    if age.person is not None:
        for person in people[max(0, at - 1) : at + 1]:
            if age.person.endswith(person.text) and isinstance(person.value, Name):
                return evolve(mention, value=evolve(age, person=_full(person.value)))
    beside = described(document, mention, people, at)
    if beside is not None and isinstance(beside.value, Name):
        return evolve(mention, value=evolve(age, person=_full(beside.value)))
    if age.person is not None or mention.counted is not None:
        return mention
    name = _told(document, mention, people, starts)
    return mention if name is None else evolve(mention, value=evolve(age, person=name))


def _full(name: Name) -> str:
    """The given names and the surname, without titles and roles."""
    return " ".join((*name.given, name.family)) if name.family else name.name


def _told(
    document: Document, mention: Mention, people: Sequence[Mention], starts: Sequence[int]
) -> str | None:
    """The person of whom a pronoun or "the 71-year-old" tells an age, None for none."""
    tokens = document.tokens
    first, last = bisect_left(tokens.starts, mention.start), bisect_left(tokens.starts, mention.end) - 1
    sex = _pronoun(tokens.lower, first, last)
    if sex is None and not _definite(document, first, last):
        return None
    return _meant(document, first, sex, people, starts)


def _pronoun(lower: Sequence[str], first: int, last: int) -> str | None:
    """The sex of the pronoun that an age is told of: "she was 54", "at 54, he", "in his fifties".

    None for none, and for the age of somebody whom the pronoun meets ("she saw a 61-year-old").
    """
    before = lower[max(0, first - NEAR) : first]
    described = lower[last] == "old" and not {"is", "was"} & {*before[-2:]}
    if described or (lower[first] in AGED and before and before[-1] not in DYING):
        return None
    behind = lower[last + 2 : last + 3] if lower[last + 1 : last + 2] == [","] else []
    inside = lower[first : last + 1][:SPAN]
    return next((SEXES[word] for word in (*behind, *inside, *reversed(before)) if word in SEXES), None)


def _definite(document: Document, first: int, last: int) -> bool:
    """Whether the words are "the 71-year-old" without a noun behind."""
    lower = document.tokens.lower
    after = lower[last + 1] if last + 1 < len(lower) else "."
    verb = after.endswith("ed") or after in ("was", "is", "has", "had", "said", "told", "will", ".", ",")
    return lower[last] == "old" and first > 0 and lower[first - 1] == "the" and verb


def _meant(
    document: Document, first: int, sex: str | None, people: Sequence[Mention], starts: Sequence[int]
) -> str | None:
    """The name of the person meant before token `first`; None where that is unclear."""
    tokens, sentences = document.tokens, document.sentences
    at = bisect_right(sentences, (first, len(tokens))) - 1
    for number in range(at, max(-1, at - BACK - 1), -1):
        start, stop = sentences[number]
        if number == at:
            start, stop = max(start, first - LONGEST), first
            if not RELATIVES.isdisjoint(tokens.lower[start:stop]):
                return None
            if start == stop or sex is None:
                continue  # "Roe said the 71-year-old" is of somebody else
        elif stop - start > LONGEST or "\n" in tokens.gap(stop - 1):
            return None
        found = people[bisect_left(starts, tokens.starts[start]) : bisect_left(starts, tokens.ends[stop - 1])]
        if found:
            return _one_of(document, found, start, sex)
    return None


def _one_of(document: Document, found: Sequence[Mention], start: int, sex: str | None) -> str | None:
    """The one person whom a sentence names or opens with, if of that sex."""
    names = {m.value.name: m for m in found if isinstance(m.value, Name)}
    opener = found[0]
    if len(names) > 1 and bisect_left(document.tokens.starts, opener.start) - start > OPENING:
        return None
    name = opener.value
    if not isinstance(name, Name) or (sex is not None and _sex(name) not in (sex, None)):
        return None
    return _full(name)


def _sex(name: Name) -> str | None:
    """The sex that a title or a given name tells, None for none."""
    titled = next((TITLES[fold(t)] for t in name.titles if fold(t) in TITLES), None)
    return titled or (gender(fold(name.given[0])) if name.given else None)
