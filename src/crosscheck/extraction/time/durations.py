"""Lengths of time and ages: "a six-day truce", "for nearly two decades", "61-year-old".

`lengths` finds the lengths of a text; `elapsed` reads the same for what they count from.
A length becomes a closed interval of days: a month is 30 to 30.5 days, a year 365 to 366,
and half of the unit is slack, since "six months" is rarely counted out to the day.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.document import Document
from crosscheck.extraction.layout.items import EMPHASIS, JOINTS, behind_joint
from crosscheck.extraction.numbers import hedges
from crosscheck.extraction.numbers.numerals import Numeral
from crosscheck.extraction.numbers.phrases import CLASSES
from crosscheck.extraction.time.ages import ages
from crosscheck.extraction.time.calendar_words import DASHES, owned
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon import table, wordset
from crosscheck.model import Counted, Mention
from crosscheck.values import Duration, plain

LENGTHS: Final[dict[str, tuple[str, int]]] = {
    word: (code, count) for word, (code, count) in owned(table("calendar")["lengths"]).items()
}
LONGS: Final[dict[str, tuple[str, int]]] = {
    w: (code, count) for w, (code, count) in table("calendar")["longs"].items()
}
# ISO designator -> (shortest, longest, slack) in days.
DAYS_IN: Final = {
    "TS": (Decimal(1) / 86400, Decimal(1) / 86400, Decimal(1) / 86400),
    "TM": (Decimal(1) / 1440, Decimal(1) / 1440, Decimal(1) / 2880),
    "TH": (Decimal(1) / 24, Decimal(1) / 24, Decimal(1) / 48),
    "D": (Decimal(1), Decimal(1), Decimal(1)),
    "W": (Decimal(7), Decimal(7), Decimal("3.5")),
    "M": (Decimal(30), Decimal("30.5"), Decimal(15)),
    "Y": (Decimal(365), Decimal(366), Decimal("182.5")),
}
ORDER: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
SHORT: Final = frozenset("sec secs min mins hr hrs yr yrs".split())
# Words that make "a year" a length rather than a rate ("$5 a year", "twice a week").
LENGTH_BEFORE: Final = wordset("time_cues", "length_before")
LENGTH_AFTER: Final = wordset("time_cues", "length_after")
WHOLE: Final = frozenset("whole full entire single further additional extra".split())
# "the past year" is a year, where "last year" is the one before.
STRETCHES: Final = {
    "past": frozenset("day week month year decade century".split()),
    "next": frozenset(("decade", "century")),
    "following": frozenset(("decade", "century")),
    "previous": frozenset(("decade", "century")),
    "last": frozenset(("decade",)),
}
BOXING: Final = EMPHASIS | JOINTS  # what stands between the figure of a box and its unit
ONE: Final = Decimal(1)
PARTS: Final = {
    (1, "half"): Decimal("0.5"),
    (1, "quarter"): Decimal("0.25"),
    (3, "quarters"): Decimal("0.75"),
}
SURE: Final = frozenset(("for", "after", "within", "than", "lasted"))  # before "a day" too
RATES: Final = frozenset(
    "times once twice thrice percent per % dollars euros pounds people hours days".split()
)


@frozen(slots=True)
class Length:
    """A length of time by tokens `first` to `last`; `hedge` ends at the token before `first`."""

    first: int
    last: int
    value: Duration
    opening: int  # the first token with the hedge


def lengths(words: Words) -> list[Length]:
    """The lengths of time of a text, in order."""
    found: list[Length] = []
    table_, longs = LENGTHS, LONGS
    done = -1
    for i in [i for i, w in enumerate(words.tokens.lower) if w in table_ or w in longs or w == ":"]:
        if i <= done:
            continue
        word = words.lower[i]
        length = (
            clocked(words, i)
            if word == ":"
            else long(words, i)
            if word in longs
            else length_at(words, i, done)
        )
        if length is not None:
            found.append(length)
            done = length.last
    return found


def long(t: Words, i: int) -> Length:
    """As in "weeklong": about so long."""
    code, count = LONGS[t.lower[i]]
    return Length(i, i, value([(Decimal(count), code)], None), i)


def clocked(t: Words, i: int) -> Length | None:
    """As in "in 3:07:35": hours, minutes and seconds, as races are timed; the first colon is token i."""
    figures = [t.lower[k] for k in (i - 1, i + 1, i + 3)] if i > 1 else []
    if (
        t.lower[i + 2] != ":"
        or t.lower[i - 2] not in ("in", "of", "with")
        or not all(t.glued(k) for k in range(i, i + 4))
    ):
        return None
    if not all(f.isdecimal() and len(f) <= 2 for f in figures) or max(int(f) for f in figures[1:]) > 59:
        return None
    return Length(
        i - 1, i + 3, value(list(zip(map(Decimal, figures), ("TH", "TM", "TS"), strict=True)), None), i - 1
    )


def length_at(t: Words, i: int, done: int) -> Length | None:
    """The length whose first unit is token i: "six days", "a year and a half", "2 hours and 10 minutes"."""
    start = count_before(t, i, done)
    if start is None:
        return None
    first, count, low = start
    code, size = LENGTHS[t.lower[i]]
    parts, last = [(count * size, code)], i
    last, half = halved(t, last)
    if half:
        parts[0] = (parts[0][0] + half * size, code)
    else:
        last, more = compounded(t, last, code)
        parts += more
    if t.lower[last + 1] in DASHES and t.lower[last + 2] == "long" and t.glued(last + 1):
        last += 2
    bound = None if low is None else (low * size, code)
    return hedged(t, first, last, parts, bound)


def count_before(t: Words, i: int, done: int) -> tuple[int, Decimal, Decimal | None] | None:
    """How many units stand before token i: (first token, count, the lower count of a range)."""
    j = i - 1
    if j > done and t.lower[j] in DASHES and t.glued(j) and t.glued(i):
        j -= 1
    boxed = _boxed(t, i, done) if t.lower[j] in BOXING and j > done else None
    if boxed is not None:
        return numbered(t, i, boxed, done)
    if (
        j > done
        and t.lower[j] in ("more", "fewer", "straight", "consecutive", "full", "whole", "long")
        and j - 1 > done
    ):
        j -= 1
    if j > done and t.lower[j] == "of" and t.lower[j - 1] in ("couple", "handful"):
        j -= 1
    numeral = t.document.numerals.ending.get(j)
    if numeral is not None and numeral.first > done:
        return numbered(t, i, numeral, done)
    if t.lower[j] == "couple" and j > done:
        return j, Decimal(2), None
    return by_article(t, i, j, done)


def _boxed(t: Words, i: int, done: int) -> Numeral | None:
    """The figure of a box whose words open with its unit, at token i: "**9** - Days by which"."""
    j = i - 1
    while j > max(done, i - 8) and t.lower[j] in BOXING:
        j -= 1
    numeral = t.document.numerals.ending.get(j)
    if numeral is None or numeral.first <= done or t.lower[j + 1] not in EMPHASIS:
        return None
    return numeral if behind_joint(t.tokens, numeral.first, j) == i - 1 else None


def numbered(t: Words, i: int, numeral: Numeral, done: int) -> tuple[int, Decimal, Decimal | None] | None:
    """A count in figures or words before the unit at token i, or a range of two."""
    if not 0 < numeral.value <= 100_000 or uncounted(t, i, numeral):
        return None
    fraction = numeral.first > 1 and t.lower[numeral.first - 1] == "/" and not numeral.words
    if fraction and t.lower[numeral.first - 2].isdigit():
        return None  # "4 1 / 2 months", torn apart
    if numeral.first and not numeral.words and t.glued(numeral.first):
        mark = t.lower[numeral.first - 1]
        left = t.document.numerals.ending.get(numeral.first - 2)
        if mark in hedges.DASHES | {":", "/"} and (left is None or left.value >= numeral.value):
            return None
    low = lower_end(t, numeral, done)
    return (numeral.first, numeral.value, None) if low is None else (low.first, numeral.value, low.value)


def uncounted(t: Words, i: int, numeral: Numeral) -> bool:
    """Whether the words are "second" as a rank, or "one day she will"."""
    if t.lower[i] == "second":
        return numeral.words and numeral.value != 1
    if numeral.value != 1 or t.lower[i] != "day" or not numeral.words or t.glued(i):
        return False
    before = t.lower[numeral.first - 1] if numeral.first else ""
    return before not in LENGTH_BEFORE and t.lower[i + 1] not in LENGTH_AFTER


def lower_end(t: Words, numeral: Numeral, done: int) -> Numeral | None:
    """The figure that opens a range: "12 to 18 months", "three or four days", "10-15 days"."""
    left = t.document.numerals.ending.get(numeral.first - 2)
    if left is None or left.first <= done or left.loose or not 0 < left.value < numeral.value:
        return None
    joined = hedges.joined(t.tokens, left.last, numeral.first)
    if joined is None or (joined[1] == "and" and hedges.opening(t.tokens, left.first) is None):
        return None
    return left


def by_article(t: Words, i: int, j: int, done: int) -> tuple[int, Decimal, Decimal | None] | None:
    """As in "a year", "half an hour", "another day", "all day" where these are lengths and no rates."""
    if j <= done or t.lower[i] in SHORT or t.lower[i] == "second":
        return None
    word, before = t.lower[j], t.lower[j - 1] if j else ""
    if word in WHOLE and j - 1 > done and before in ("a", "an"):
        return j - 1, ONE, None
    if (
        word == "another"
        or (word == "all" and t.lower[i] == "day")
        or (before == "the" and t.lower[i] in STRETCHES.get(word, ()))
    ):
        return j, ONE, None
    if word not in ("a", "an"):
        return None
    if before == "half" and j - 1 > done:
        return j - 1, Decimal("0.5"), None
    return (j, ONE, None) if lasting(t, i, j, before) else None


def lasting(t: Words, i: int, j: int, before: str) -> bool:
    """Whether "a year" (the article is token j, the unit token i) is a length: no rate, no mere "a day"."""
    after = t.lower[i + 1]
    if before in RATES or (j - 1 in t.document.numerals.ending and before != "one"):
        return False
    if t.lower[i + 1 : i + 4] == ["to", "the", "day"] or before in SURE:
        return True
    if after == "and":
        more = t.document.numerals.at.get(i + 2)
        if more is not None and t.lower[more.last + 1] in LENGTHS:
            return True  # "an hour and 50 minutes"
    if after in ("of", "in", "on", "to"):
        return before in LENGTH_BEFORE and t.lower[i] != "day"
    if after in LENGTH_AFTER:
        return True
    return t.lower[i] != "day" and (before in LENGTH_BEFORE or (after in DASHES and t.glued(i + 1)))


def halved(t: Words, last: int) -> tuple[int, Decimal]:
    """As in "(a year) and a half", "(an hour) and three-quarters": (last token, the part), or nothing."""
    k = last + 1
    if t.lower[k] in DASHES and t.glued(k):
        k += 1
    if t.lower[k] != "and":
        return last, Decimal(0)
    k += 1
    while t.lower[k] in DASHES or t.lower[k] in ("a", "one"):
        k += 1
    times = 3 if t.lower[k] == "three" else 1
    while times > 1 and (t.lower[k] in DASHES or t.lower[k] == "three"):
        k += 1
    part = PARTS.get((times, t.lower[k]))
    return (last, Decimal(0)) if part is None or t.lower[k + 1] == "of" else (k, part)


def compounded(t: Words, last: int, code: str) -> tuple[int, list[tuple[Decimal, str]]]:
    """Smaller units behind the first: "2 hours and 10 minutes", "1 year, 1 month"."""
    parts: list[tuple[Decimal, str]] = []
    while len(parts) < 5:
        k = last + 1
        if t.lower[k] == ",":
            k += 1
        if t.lower[k] == "and":
            k += 1
        numeral = t.document.numerals.at.get(k)
        word = t.lower[numeral.last + 1] if numeral else ""
        if numeral is None or numeral.loose or word not in LENGTHS or "\n" in t.tokens.gap(last):
            break
        smaller, size = LENGTHS[word]
        apart = ORDER.index(smaller) - ORDER.index(code)
        if not (0 < apart <= 2 or (k == last + 1 and apart)) or not 0 < numeral.value < 10_000:
            break
        parts.append((numeral.value * size, smaller))
        code, last = smaller, numeral.last + 1
    return last, parts


def hedged(
    t: Words, first: int, last: int, parts: list[tuple[Decimal, str]], low: tuple[Decimal, str] | None
) -> Length:
    """The length with the hedge before or after it."""
    found = value(parts, low)
    hedge = hedges.before(t.tokens, first) or hedges.after(t.tokens, last)
    if hedge is None:
        numeral = t.document.numerals.at.get(first)
        return Length(
            first, last, vague(found, numeral, parts) if numeral and numeral.loose else found, first
        )
    return Length(
        first, last, banded(found, hedge, parts[0]), min(first, hedge.first) if hedge.first < first else first
    )


def vague(found: Duration, numeral: Numeral, parts: list[tuple[Decimal, str]]) -> Duration:
    """As in "several weeks", "a few days": from the least to the most that the word covers."""
    code = parts[0][1]
    scale = parts[0][0] / numeral.value
    low, high, _ = DAYS_IN[code]
    return evolve(
        found,
        low_days=tidy((numeral.low or numeral.value) * scale * low),
        high_days=tidy((numeral.high or numeral.value) * scale * high),
        hedge=numeral.loose,
    )


def banded(found: Duration, hedge: hedges.Hedge, part: tuple[Decimal, str]) -> Duration:
    """The length within its hedge: "nearly six months" is five to six, "just over a week" one to two."""
    count, code = part
    if found.low_days is None or found.high_days is None:
        return found
    # One unit of three or more, less of fewer ("nearly a year" is no month), a tenth of many.
    unit = DAYS_IN[code][0] * max(min(Decimal(1), count / 4), count / 10)
    low, high = found.low_days, found.high_days
    found = evolve(found, slack_days=tidy(found.slack_days / 5))  # the hedge is the wider of the two
    if hedge.kind == "under":
        return evolve(found, low_days=tidy(max(low - unit, Decimal(0))), hedge=hedge.words)
    if hedge.kind == "over":
        return evolve(found, high_days=tidy(high + unit), hedge=hedge.words)
    if hedge.kind == "min":
        return evolve(found, high_days=None, hedge=hedge.words)
    if hedge.kind == "max":
        return evolve(found, low_days=Decimal(0), hedge=hedge.words)
    low, high = tidy(max(low - unit, Decimal(0))), tidy(high + unit)
    return evolve(found, low_days=low, high_days=high, hedge=hedge.words)


def value(parts: list[tuple[Decimal, str]], bound: tuple[Decimal, str] | None) -> Duration:
    """The interval of days of some counts of units, `stated` as an ISO 8601 duration.

    Of a range ("12 to 18 months") the longer end is stated, since ISO 8601 has no form for both.
    """
    high = sum((DAYS_IN[code][1] * count for count, code in parts), Decimal(0))
    low = sum((DAYS_IN[code][0] * count for count, code in parts), Decimal(0))
    if bound is not None:
        low = DAYS_IN[bound[1]][0] * bound[0]
    count, code = parts[-1]
    slack = DAYS_IN[code][2]
    if count != count.to_integral_value():
        slack /= 6  # "half a year" is nearer than a year
    return Duration(tidy(low), tidy(high), iso(parts), slack_days=tidy(slack))


def tidy(days: Decimal) -> Decimal:
    """Days to six decimals: a tenth of a second."""
    return (
        days.quantize(Decimal("0.000001")).normalize()
        if days != days.to_integral_value()
        else days.quantize(Decimal(1))
    )


def iso(parts: list[tuple[Decimal, str]]) -> str:
    """Counts of units as an ISO 8601 duration.

    >>> iso([(Decimal(6), "M")])
    'P6M'
    >>> iso([(Decimal("1.5"), "TH")])
    'PT1.5H'
    """
    sums: dict[str, Decimal] = {}
    for count, code in parts:
        sums[code] = sums.get(code, Decimal(0)) + count
    text, clock = "P", False
    for code in ORDER:
        if code in sums:
            if code[0] == "T" and not clock:
                text, clock = text + "T", True
            text += f"{plain(round(sums[code], 4))}{code[-1]}"
    return text


def read(document: Document) -> Iterator[Mention]:
    """The durations and ages of an article; their tokens are claimed."""
    words = Words(document)
    # 1: taken; 2: taken for a date that is told by a length, such as "eight years from now".
    claimed, tokens = document.claimed.replace(b"\2", b"\0"), document.tokens
    for age in ages(words):
        if not any(claimed[age.first : age.last + 1]):
            document.claim(age.first, age.last)
            claimed[age.first : age.last + 1] = b"\1" * (age.last + 1 - age.first)
            start, end = tokens.starts[age.first], tokens.ends[age.last]
            who = Counted(age.noun, CLASSES.get(age.noun, age.noun)) if age.noun else None
            yield Mention(start, end, document.text[start:end], "age", age.value, who)
    for length in lengths(words):
        if not any(claimed[length.first : length.last + 1]):
            document.claim(length.first, length.last)
            start, end = tokens.starts[length.first], tokens.ends[length.last]
            yield Mention(start, end, document.text[start:end], "duration", length.value)
