"""Ages, bound to the person beside them: "Mira, 33,", "61-year-old", "aged 61", "in her sixties"."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.time.age_bearers import (
    Found,
    after_suffix,
    name_before,
    name_over_place,
    person_after,
)
from crosscheck.extraction.time.age_named import named_is
from crosscheck.extraction.time.age_told import (
    BARELY,
    BEARERS,
    HEDGED,
    age,
    at_age,
    at_death,
    bracketed,
    hedged,
    listed,
    of_bearer,
    of_persons,
    spelt,
    who_is,
    whole,
    years_of,
)
from crosscheck.extraction.time.birthdays import birthday, short_of, would_have_been
from crosscheck.extraction.time.calendar_words import DASHES, DECADES, FULL_WEEKDAYS, MONTHS
from crosscheck.extraction.time.words import Words
from crosscheck.values import Age

PER_YEAR: Final = {
    "year": 1,
    "years": 1,
    "month": 12,
    "months": 12,
    "week": 52,
    "weeks": 52,
    "day": 365,
    "days": 365,
}
OWNERS: Final = frozenset("his her their my our your its".split())
SHORTENED: Final = ("he's", "she's", "he’s", "she’s")
OLDEST: Final = 125
AFTER_TURNED: Final = frozenset(
    ("", *".,;)’'", *"on in this last next later and the yesterday today tomorrow when while".split())
)
BEHIND_NAMED: Final = frozenset((*",.;)", *"who of was and from told".split()))


def ages(t: Words) -> list[Found]:
    """The ages of a text, in order."""
    triggers = TRIGGERS
    found: list[Found] = []
    done = -1
    for i, read in [(i, triggers[w]) for i, w in enumerate(t.tokens.lower) if w in triggers]:
        if i > done:
            told = read(t, i)
            if told is not None and told.first > done:
                found.extend((told, *told.further))
                done = found[-1].last
    return found


def completed(count: Decimal, unit: str) -> Decimal:
    """A count of units as years, to four decimals."""
    years = count / PER_YEAR[unit]
    return years if years == years.to_integral_value() else years.quantize(Decimal("0.0001"))


def bounds(numeral: Numeral) -> tuple[Decimal, Decimal]:
    """The least and most that a numeral means."""
    low = numeral.low if numeral.low is not None else numeral.value
    high = numeral.high if numeral.high is not None else numeral.value
    return low, high


def old(t: Words, i: int) -> Found | None:
    """As in "61-year-old", "61 years old", "18 months old": the word "old" is token i."""
    j = i - 1
    dashed = j > 0 and t.lower[j] in DASHES
    if dashed:
        j -= 1
    unit = t.lower[j].rstrip("'’") if j > 0 else ""
    if unit not in PER_YEAR:
        return None
    found = counted(t, j)
    if found is None:
        return None
    first, numeral = found
    low, high = (completed(x, unit) for x in bounds(numeral))
    if high > OLDEST * 40:
        return None
    apart = first > 1 and (
        t.lower[first - 1] == "," or t.lower[first - 2 : first] in ([",", "a"], [",", "an"], [",", "the"])
    )
    person = person_after(t, i + 1) or (name_before(t, first) if apart else None)
    return Found(first, i, Age(low, high, person)) if high <= OLDEST or not dashed else None


def counted(t: Words, j: int) -> tuple[int, Numeral] | None:
    """The count before the unit at token j: (first token, numeral)."""
    k = j - 1
    if k > 0 and t.lower[k] in DASHES:
        k -= 1
    numeral = t.document.numerals.ending.get(k)
    return None if numeral is None or numeral.value < 0 else (numeral.first, numeral)


def of_age(t: Words, i: int) -> Found | None:
    """As in "ninety-five years of age": the word "age" is token i; or "age 61", "ages 5 to 12"."""
    if i > 2 and t.lower[i - 1] == "of" and t.lower[i - 2] in PER_YEAR:
        found = counted(t, i - 2)
        if found is not None:
            low, high = (completed(x, t.lower[i - 2]) for x in bounds(found[1]))
            return Found(found[0], i, Age(low, high))
    return aged(t, i)


def aged(t: Words, i: int) -> Found | None:
    """As in "aged 61", "age 61", "aged between 5 and 12": the word is token i."""
    j = i + 1
    if t.lower[j] in ("of", "between", "from", "about", "around", *BARELY):
        j += 1
    numeral = t.document.numerals.at.get(j)
    if numeral is None or not 0 < numeral.value <= OLDEST or numeral.value != int(numeral.value):
        return None
    if t.lower[numeral.last + 1] in ("months", "weeks", "days"):
        unit = t.lower[numeral.last + 1]
        years = completed(numeral.value, unit)
        return Found(i, numeral.last + 1, Age(years, years, name_before(t, i)))
    high = t.document.numerals.at.get(numeral.last + 2)
    ranged = (
        high is not None
        and numeral.value < high.value <= OLDEST
        and t.lower[numeral.last + 1] in ("to", "and", "-", "–")
    )
    if ranged and high is not None and (t.lower[numeral.last + 1] != "and" or t.lower[j - 1] == "between"):
        return Found(i, high.last, Age(numeral.value, high.value))
    several = list(listed(t, j)) if t.lower[i] in ("aged", "ages") else []
    if len(several) > 1 and several[0] is numeral:  # "two rowers, ages 24 and 31"
        rest = tuple(age(n, None) for n in several[1:])
        return Found(i, numeral.last, Age(numeral.value, numeral.value), further=rest)
    return Found(i, numeral.last, Age(numeral.value, numeral.value, name_before(t, i)))


def turned(t: Words, i: int) -> Found | None:
    """As in "turned 61"; who "turns 61 in May" or "would have turned 61" may be 60: the verb is token i."""
    numeral = whole(t, i + 1)
    if numeral is None or t.lower[numeral.last + 1] not in AFTER_TURNED:
        return None
    to_come = t.lower[i] != "turned" or t.lower[i - 1 : i] == ["have"]
    low = numeral.value - (1 if to_come else 0)
    return Found(numeral.first, numeral.last, Age(low, numeral.value, name_before(t, i)))


def stated(t: Words, i: int) -> Found | None:
    """As in "He was 84.", "she was 26 when", "he's 84.", "who is 41": the verb is token i."""
    if i and t.lower[i - 1] == "who":
        return who_is(t, i)
    if t.lower[i] not in SHORTENED and not (i and t.lower[i - 1] in ("he", "she")):
        return named_is(t, i)
    numeral = whole(t, i + 1)
    if numeral is None or numeral.value < 2:
        return None
    after, behind = t.lower[numeral.last + 1], t.lower[numeral.last + 2]
    ends = after in ("", ".", ",", ";", "when") or (after == "and" and t.words[numeral.first].isdecimal())
    dated = after in ("in", "at") and (behind == "the" or (behind.isdecimal() and len(behind) == 4))
    if not (ends or dated):
        return None
    return Found(numeral.first, numeral.last, Age(numeral.value, numeral.value))


def decade(t: Words, i: int) -> Found | None:
    """As in "in her sixties", "in his mid-40s": the tens are token i, or the "s" behind them."""
    if t.lower[i] == "s":
        k = i - 1 - (t.lower[i - 1] in "'’" if i else 0)
        word = t.lower[k] if k >= 0 else ""
        if len(word) != 2 or not word.isdecimal() or word[1] != "0" or not t.glued(i):
            return None
        first, tens = k, int(word)
    else:
        first, tens = i, DECADES[t.lower[i]]
    part, j = "", first - 1
    if j > 0 and t.lower[j] in DASHES:
        j -= 1
    if j > 0 and t.lower[j] in ("early", "mid", "late"):
        part, j = t.lower[j], j - 1
    if j < 0 or t.lower[j] not in OWNERS or tens < 20:
        return None
    low, high = {"early": (0, 3), "mid": (3, 7), "late": (6, 9)}.get(part, (0, 9))
    told = j > 2 and t.lower[j - 3] == "who" and t.lower[j - 1] == "in"
    return Found(
        j, i, Age(Decimal(tens + low), Decimal(tens + high), name_before(t, j - 1) if told else None)
    )


def apposed(t: Words, i: int) -> Found | None:
    """As in "Mira, 33, said", "a boy, nine, was": the comma before the figure is token i."""
    if i and t.lower[i - 1] in BEARERS:
        return of_bearer(t, i)
    word = t.lower[i + 1]
    if word in HEDGED:
        return hedged(t, i)
    if word.isalpha():
        return spelt(t, i)
    if not word.isdecimal() or len(word) > 3 or not 0 < int(word) <= OLDEST or not i:
        return None
    return beside_name(t, i) if t.capital(i - 1) or after_suffix(t, i - 1) else None


def beside_name(t: Words, i: int) -> Found | None:
    """As in "Mira, 33, said": the comma between a name and a figure is token i."""
    word = t.lower[i + 1]
    if t.lower[i + 2] not in BEHIND_NAMED:
        return None
    person = name_before(t, i) or name_over_place(t, i)
    if (
        person is None
        or t.lower[i - 1] in MONTHS
        or t.lower[i - 1] in FULL_WEEKDAYS
        or t.tokens.gap(i) != " "
    ):
        return None
    if t.lower[i + 2] in (",", ".") and t.lower[i + 3].isdecimal() and not t.tokens.gap(i + 2):
        return None
    if t.lower[i + 2] != "," and " " not in person and t.lower[i + 2] != "who":
        return None
    if (t.lower[i + 2] == "," and t.lower[i + 3] in MONTHS) or (
        t.lower[i + 2] == "," and t.lower[i + 3].isdecimal()
    ):
        return None
    return Found(i + 1, i + 1, Age(Decimal(word), Decimal(word), person))


TRIGGERS: Final[dict[str, Callable[[Words, int], Found | None]]] = {
    "old": old,
    "olds": old,
    "age": of_age,
    "ages": aged,
    "aged": aged,
    "turned": turned,
    **dict.fromkeys(("was", "is", *SHORTENED), stated),
    "turns": turned,
    "turning": turned,
    ",": apposed,
    "at": lambda t, i: at_age(t, i) or at_death(t, i),
    "of": of_persons,
    "(": bracketed,
    "years": years_of,
    "birthday": birthday,
    "short": short_of,
    "shy": short_of,
    "been": would_have_been,
    "s": decade,
    **dict.fromkeys(DECADES, decade),
}
