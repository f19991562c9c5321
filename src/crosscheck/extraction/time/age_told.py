"""Ages told otherwise than by "aged": "at 54, he", "a woman of 52", "who is 41", "Ana Roe (54), a nurse"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.numbers.phrases import singular
from crosscheck.extraction.time.age_bearers import Found, name_after, name_before, named
from crosscheck.extraction.time.calendar_words import MONTHS
from crosscheck.extraction.time.tense import past
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import table
from crosscheck.values import Age

OLDEST: Final = 125
LEAST_SPELT: Final = 2  # years; "Ana Roe, one, ..." goes on with a noun
GROWN: Final = 13  # years; a smaller number in brackets behind a name is a minute, a shirt, a rank
# Words for people that "of" and an age may follow. "A father of three" is not three years old.
PERSONS: Final = frozenset(
    "man woman boy girl child youth lad teenager pensioner person men women boys girls children youths "
    "lads teenagers pensioners people".split()
)
BEARERS: Final = frozenset(" ".join(table("time_cues")["bearers"].values()).split())
DEATHS: Final = frozenset("dies died dead dying deceased succumbs".split())
# What may follow "dies at 91" at once, where a noun would be what is counted.
AFTER_DEATH: Final = frozenset(
    "after in from of following while during on and but as surrounded days weeks months years".split()
)
# What may follow "a woman of 52" at once, where a noun would be what is counted.
BEHIND: Final = frozenset(
    "and or who whose whom was were is are has have had from in with at on by after when while as died "
    "remains remain remained".split()
)
ARTICLES: Final = frozenset("a an the from of".split())
PRONOUNS: Final = frozenset({"he", "she"})
# Words that soften or stress an age.
BARELY: Final = frozenset("just only barely still".split())
HEDGED: Final = frozenset("just only still now himself herself barely".split())
# What may follow "Ana Roe (54)" at once or behind a comma.
BRACKETED: Final = frozenset("who whose is was has had with".split())
SCORED: Final = frozenset(
    "goal goals scored scorer scorers minute minutes min wicket wickets innings runs try tries seats points "
    "votes substitute substitutes caps".split()
)
SCORE: Final = 25  # tokens on either side of a bracket among which a score is told
OF_SERVICE: Final = frozenset({"as", "at", "in", "on", "of", "with"})  # "his 22 years on the council"


def whole(t: Words, i: int) -> Numeral | None:
    """The numeral at token i where it can be an age in whole years."""
    numeral = t.document.numerals.at.get(i)
    if numeral is None or numeral.loose or not 1 <= numeral.value <= OLDEST:
        return None
    return numeral if numeral.value == int(numeral.value) else None


def age(numeral: Numeral, person: str | None, noun: str = "") -> Found:
    """The age that a numeral states of a person."""
    return Found(numeral.first, numeral.last, Age(numeral.value, numeral.value, person), noun)


def at_age(t: Words, i: int) -> Found | None:
    """As in "At 54, he has", "Roe, at 54, is": the word "at" is token i."""
    numeral = whole(t, i + 1)
    if numeral is None or t.lower[numeral.last + 1] != ",":
        return None
    behind = numeral.last + 2
    if i and t.lower[i - 1] == ",":
        person = name_before(t, i - 1) if named(t, i - 2) and numeral.value >= GROWN else None
        return None if person is None or " " not in person else age(numeral, person)
    if not t.opens(i) and t.lower[i - 1] not in PRONOUNS:
        return None
    if t.lower[behind] in PRONOUNS:
        return age(numeral, None)
    person = name_after(t, behind) if numeral.value >= GROWN and behind < t.size else None
    return None if person is None or " " not in person else age(numeral, person)


def at_death(t: Words, i: int) -> Found | None:
    """As in "Ana Roe dies at 91", "dead at 95": the word "at" is token i."""
    numeral = whole(t, i + 1) if i and t.lower[i - 1] in DEATHS else None
    if numeral is None or numeral.value < 1:
        return None
    behind = t.lower[numeral.last + 1]
    ends = behind in ("", ".", ",", ";", "—", "–", "|", ")") or "\n" in t.tokens.gap(numeral.last)
    goes_on = behind in AFTER_DEATH and numeral.value >= GROWN  # "died at 9 on Monday"
    return age(numeral, None) if ends or goes_on else None


def of_bearer(t: Words, i: int) -> Found | None:
    """As in "a boy, nine, was": the comma before the age, behind a word for a person, is token i."""
    numeral = whole(t, i + 1)
    if numeral is None or "\n" in t.tokens.gap(i):
        return None
    behind = t.lower[numeral.last + 1]
    if behind not in (",", ".", ";", ")", "") and not (behind in BEHIND or past(behind)):
        return None
    after = t.lower[numeral.last + 2]
    if behind in ",." and (after.isdecimal() or after in MONTHS):
        return None
    return age(numeral, None, singular(t.lower[i - 1]))


def spelt(t: Words, i: int) -> Found | None:
    """As in "Ana Roe, nine, was": the comma between a full name and an age in words is token i."""
    numeral = whole(t, i + 1)
    if numeral is None or not named(t, i - 1) or t.lower[numeral.last + 1] not in (",", ")"):
        return None
    person = name_before(t, i)
    if person is None or " " not in person or "\n" in t.tokens.gap(i) or numeral.value < LEAST_SPELT:
        return None
    scored = numeral.last + 2 < t.size and t.words[numeral.last + 2][0].isupper()  # "Reds, nine, Blues, two"
    return None if scored else age(numeral, person)


def who_is(t: Words, i: int) -> Found | None:
    """As in "Roe, who is 41,", "the woman, who was 41 and": the verb is token i."""
    numeral = whole(t, i + 1)
    if numeral is None or t.lower[numeral.last + 1] not in ("", ".", ",", ";", ")", "and", "when", "but"):
        return None
    j = i - 2 - (t.lower[i - 2] == "," and i > 2)
    noun = singular(t.lower[j]) if j >= 0 and t.lower[j] in PERSONS else ""
    return age(numeral, None if noun else name_before(t, i), noun)


def of_persons(t: Words, i: int) -> Found | None:
    """As in "a woman of 52", "men of 27, 34 and 41": the word "of" is token i."""
    if not i or t.lower[i - 1] not in PERSONS or (i > 1 and i - 2 in t.document.numerals.ending):
        return None
    noun = singular(t.lower[i - 1])
    found = [age(n, None, noun) for n in listed(t, i + 1)]
    if not found:
        return None
    return Found(found[0].first, found[0].last, found[0].value, noun, tuple(found[1:]))


def listed(t: Words, i: int) -> Iterator[Numeral]:
    """The ages from token i on, joined by commas and "and"."""
    for _ in range(12):
        numeral = whole(t, i)
        if numeral is None or not _stands(t, numeral.last + 1):
            return
        yield numeral
        i = numeral.last + 1
        if t.lower[i] == ",":
            i += 1
        i += t.lower[i] == "and"


def _stands(t: Words, j: int) -> bool:
    """Whether what follows at token j is none that the number before would count."""
    word = t.lower[j]
    if word.isalpha():
        return word in BEHIND or past(word)
    return word not in ("%", "-", "–", "/", "°")


def bracketed(t: Words, i: int) -> Found | None:
    """As in "Ana Roe (54), a nurse", "Ana Roe (54) was", "Capt Ana Roe (54), with": the bracket is token i.

    Not the minute of a goal or the figure of a list: "Roe (54), Brand (61) and Poe (88)".
    """
    word = t.lower[i + 1]
    if not word.isdecimal() or len(word) > 3 or not GROWN <= int(word) <= OLDEST or t.lower[i + 2] != ")":
        return None
    j = i + 3 + (t.lower[i + 3] == ",")
    behind = t.lower[j]
    told = behind in ARTICLES or behind in BRACKETED or (behind.isalpha() and past(behind))
    if not told or j >= t.size or t.capital(j):
        return None
    person = name_before(t, i) if i and named(t, i - 1) and t.lower[i - 1] not in MONTHS else None
    if person is None or " " not in person:
        return None
    if behind not in ARTICLES and not SCORED.isdisjoint(t.lower[max(0, i - SCORE) : i + SCORE]):
        return None
    return Found(i + 1, i + 1, Age(Decimal(word), Decimal(word), person))


def hedged(t: Words, i: int) -> Found | None:
    """As in "Ana Roe, now 62, said", "Ana Roe, just 19, won": the comma behind a full name is token i."""
    j = i + 1
    while j < i + 3 and t.lower[j] in HEDGED:
        j += 1
    numeral = whole(t, j) if named(t, i - 1) and i else None
    if numeral is None or t.lower[numeral.last + 1] not in (",", ".", ";") or numeral.value < LEAST_SPELT:
        return None
    person = name_before(t, i)
    if person is None or " " not in person or t.lower[numeral.last + 2].isdecimal():
        return None
    return age(numeral, person)


def years_of(t: Words, i: int) -> Found | None:
    """As in "despite his 83 years", "for all her 71 years": the word "years" is token i."""
    numeral = t.document.numerals.ending.get(i - 1)
    if numeral is None or numeral.first < 2 or t.lower[numeral.first - 1] not in ("his", "her"):
        return None
    before = t.lower[numeral.first - 2 : numeral.first - 1]
    belied = before in (["despite"], ["belying"]) or t.lower[numeral.first - 3 : numeral.first - 1] == [
        "for",
        "all",
    ]
    if not belied or whole(t, numeral.first) is None or t.lower[i + 1] in OF_SERVICE:
        return None
    return Found(numeral.first - 1, i, Age(numeral.value, numeral.value))
