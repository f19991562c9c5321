"""Parts of a known whole: "19 of the 27 bridges", "of the 25 questions 23", "all 86 wards".

They are claims of their own beside those of the single counts, with what is said of the part and
whether it is denied: two parts of one whole are compared as such (`align.parts`).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.numbers.phrases import plural
from crosscheck.lexicon import wordset
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.model import Claim, Mention
from crosscheck.values import Part

BETWEEN: Final = 5  # tokens from a part to its whole
NOUN: Final = 4  # tokens from a number to its noun
SAID: Final = 7  # tokens behind a part among which stands what is said of it
BEFORE: Final = 4  # tokens before it
APART: Final = 9  # tokens from a whole to its part, told after it
LEAST_WHOLE: Final = 3
MOST: Final = 10**7
YEARS: Final = (1900, 2100)
MOST_PARTS: Final = 200  # of one article
CLAUSE: Final = frozenset(', . ; : ! ? ( ) – — “ ” " and but while'.split())
NEGATIVE: Final = wordset("parts", "sets", "negative")
TWO: Final = frozenset(tuple(two.split("-")) for two in wordset("parts", "two", "negative"))
POSSIBLE: Final = wordset("parts", "sets", "possible")
EMPTY: Final = wordset("parts", "sets", "empty")
DEFINITE: Final = wordset("parts", "sets", "definite")
PRONOUNS: Final = wordset("parts", "sets", "pronouns")
ALL: Final = wordset("parts", "sets", "all")
NONE: Final = wordset("parts", "sets", "none")


class _Read(NamedTuple):
    """A part by tokens `first` to `last`; `behind` is the token from which is told what is said of it."""

    first: int
    last: int
    part: int
    whole: int
    noun: str
    behind: int


def part_claims(document: Document, article: int) -> list[Claim]:
    """The parts of known wholes of a document as claims of article `number`, with values `Part`."""
    found = []
    starts, ends = document.tokens.starts, document.tokens.ends
    number, sentences = 0, document.sentences
    for one in list(_read(document))[:MOST_PARTS]:
        while number + 1 < len(sentences) and sentences[number][1] <= one.first:
            number += 1
        begin, stop = sentences[number]
        if one.last >= stop:
            continue
        if not POSSIBLE.isdisjoint(document.tokens.lower[one.behind : min(stop, one.behind + SAID)]):
            continue  # "seven of the nine boats could sink"
        said, negated = _said(document.tokens.lower, one, begin, stop)
        start, end = starts[one.first], ends[one.last]
        value = Part(one.part, one.whole, one.noun, said, negated)
        found.append(Mention(start, end, document.text[start:end], "quantity", value))
    return claims(document, found, article) if found else []


def _read(document: Document) -> Iterator[_Read]:
    items = [n for n in document.numerals.items if _plain(n) and n.first not in document.dated_at]
    done = -1
    for one, two in pairwise([*items, None]):
        if one is None or one.first <= done:
            continue
        found = two and (
            _of(document, one, two) or _fronted(document, one, two) or _behind(document, one, two)
        )
        found = found or _all(document, one)
        if found:
            done = found.last
            yield found


def _plain(n: Numeral) -> bool:
    return not (n.loose or n.fraction) and 0 < n.value < MOST and n.value == int(n.value)


def _noun(lower: Sequence[str], k: int) -> tuple[str, int]:
    """The plural from token k on, in canonical form, and the token behind it; "" where a verb follows."""
    for i in range(k, min(k + NOUN, len(lower))):
        low = lower[i]
        if not low[0].isalpha() or (low in STOP and low != "other"):
            break
        if plural(low):
            return canonical(low), i + 1
    return "", k


def _whole(document: Document, one: Numeral) -> tuple[str, int] | None:
    """The noun of a whole and the token behind, None where the number is none of a whole."""
    noun, behind = _noun(document.tokens.lower, one.last + 1)
    year = YEARS[0] <= one.value <= YEARS[1]
    return None if one.value < LEAST_WHOLE or (year and not noun) else (noun, behind)


def _definite(between: Sequence[str]) -> bool:
    """Whether words between "of" and a number make it that of a known whole."""
    return not between or any(
        w in DEFINITE or w.endswith(("'s", "’s", "s'", "s’", "'", "’")) for w in between
    )


def _of(document: Document, one: Numeral, two: Numeral) -> _Read | None:
    """As in "19 of the 27 bridges", "16 out of 20 brokers"."""
    lower = document.tokens.lower
    between = lower[one.last + 1 : two.first]
    if between[:2] == ["out", "of"]:
        between = between[1:]
    if len(between) > BETWEEN or between[:1] != ["of"] or not _definite(between[1:]) or one.value > two.value:
        return None
    whole = _whole(document, two)
    if whole is None:
        return None
    total, part = int(two.value), int(one.value)
    before = lower[max(0, one.first - 2) : one.first]
    if lower[one.last] == "one":
        if before[-1:] not in (["every"], ["each"]):
            return None  # "one of the three" singles one out
        part = total
    elif before == ["all", "but"]:
        part = total - part
    elif before[-1:] == ["in"]:
        return None  # "seven in ten of"
    return _Read(one.first, two.last, part, total, *whole)


def _fronted(document: Document, one: Numeral, two: Numeral) -> _Read | None:
    """As in "of the 25 questions, 23 matched"."""
    lower = document.tokens.lower
    before = lower[max(0, one.first - BETWEEN) : one.first]
    if "of" not in before or not two.first - one.last <= APART or two.value > one.value:
        return None
    at = len(before) - 1 - before[::-1].index("of")
    opening = one.first - len(before) + at
    if (opening and lower[opening - 1] not in CLAUSE) or not _definite(before[at + 1 :]):
        return None
    whole = _whole(document, one)
    if whole is None or not whole[0] or "," not in lower[whole[1] : two.first] or _counts(lower, two):
        return None
    return _Read(one.first, two.last, int(two.value), int(one.value), whole[0], two.last + 1)


def _counts(lower: Sequence[str], two: Numeral) -> bool:
    """Whether a number has a noun of its own."""
    return bool(_noun(lower, two.last + 1)[0])


def _behind(document: Document, one: Numeral, two: Numeral) -> _Read | None:
    """As in "27 bridges, of which 19 have been completed", "30 songs, six of them duets"."""
    lower = document.tokens.lower
    whole = _whole(document, one)
    if whole is None or not whole[0] or not two.first - one.last <= APART or two.value > one.value:
        return None
    between, after = lower[whole[1] : two.first], lower[two.last + 1 : two.last + 3]
    if "." in between or ";" in between:
        return None
    if between[-2:-1] == ["of"] and between[-1] in PRONOUNS:
        return _Read(one.first, two.last, int(two.value), int(one.value), whole[0], two.last + 1)
    if after[:1] == ["of"] and after[1:] and after[1] in PRONOUNS:
        return _Read(one.first, two.last, int(two.value), int(one.value), whole[0], two.last + 3)
    return None


def _all(document: Document, one: Numeral) -> _Read | None:
    """As in "all 86 wards", "every one of the town's 86 wards", "none of the 12 jurors"."""
    lower = document.tokens.lower
    before = lower[max(0, one.first - BETWEEN - 1) : one.first]
    whole = _whole(document, one)
    if whole is None or not whole[0] or not before:
        return None
    if before[-1] == "all":
        return _Read(one.first, one.last, int(one.value), int(one.value), *whole)
    if "of" not in before:
        return None
    at = len(before) - 1 - before[::-1].index("of")
    head = [word for word in before[:at] if word != "one"][-1:]
    if not head or before[at + 1 :] == [] or not _definite(before[at + 1 :]):
        return None
    if head[0] in ALL:
        return _Read(one.first, one.last, int(one.value), int(one.value), *whole)
    return _Read(one.first, one.last, 0, int(one.value), *whole) if head[0] in NONE else None


def _said(lower: Sequence[str], one: _Read, begin: int, stop: int) -> tuple[frozenset[str], bool]:
    """What is said of a part, as stems, and whether it is denied."""
    behind = []
    for i in range(one.behind, min(stop, one.behind + SAID)):
        if lower[i] in CLAUSE and (i > one.behind or lower[i] != ","):
            break
        behind.append(lower[i])
    before = []
    for i in range(one.first - 1, max(begin, one.first - BEFORE) - 1, -1):
        if lower[i] in CLAUSE:
            break
        before.append(lower[i])
    told = behind if any(map(_telling, behind)) else before
    denied = any(w in NEGATIVE or w.endswith(("n't", "n’t")) for w in told)
    denied = denied or any(two in TWO for two in pairwise(told))
    return frozenset(canonical(word) for word in (*behind, *before) if _telling(word)), denied


def _telling(word: str) -> bool:
    return word.isalpha() and len(word) > 1 and word not in EMPTY and word not in STOP
