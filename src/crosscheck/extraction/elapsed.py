"""Elapsed time as a constraint: "nearly six months into the war" pins the day the war began.

An `Elapsed` relates two days. One is the day on which an event began or happened, named
by `event` with its modifiers and names; the other is what `to` says:

    as_of   the day the article speaks from ("nearly six months into the war", "in its third
            week", "has been shut since the quake two months ago")
    date    another date of the sentence, at `to_span` ("On Jan. 7, three months after the attack")
    event   some other event of the sentence, on a day of its own ("freed 12 days after the quake")

For direction "after" the event lies `value` before that day; for "before" it lies after
it. So with a known day D the event lies between D - value.high_days and D - value.low_days,
each widened by value.slack_days. `recurring` marks anniversaries: the event has the month
and day of that day (where `exact` is true) and lies so many years before it.
"""

import itertools
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.calendar_words import DASHES, FULL_WEEKDAYS, MONTHS, YEARS, rank_ending
from crosscheck.extraction.document import Document
from crosscheck.extraction.durations import DAYS_IN, LENGTHS, Length, lengths, tidy
from crosscheck.extraction.durations import value as duration
from crosscheck.extraction.written import Words
from crosscheck.lexicon import table
from crosscheck.values import Duration

REACH: Final = 30  # tokens of a sentence looked at on either side
NOUN_REACH: Final = 10  # tokens of an event's name
DETERMINERS: Final = frozenset("the a an its his her their our my this that these those".split())
FOLLOWING: Final = {
    "into": "after",
    "after": "after",
    "since": "after",
    "before": "before",
    "following": "after",
}
RUNNING: Final = frozenset("straight consecutive successive running full".split())
ENTERING: Final = frozenset("in into enters entered entering for on its now begins starts".split())


@frozen(slots=True)
class Elapsed:
    """A length of time between an event and another day; `text[start:end]` is `text`.

    `value` is the length in days with its hedge. `event` is the singular lower-case head
    noun ("war", "quake"), or "" where the words leave it out ("After 175 days, ...");
    `modifiers` are the lower-case words before it and `names` the capitalised words in or
    around it. `form` is the word that joins them: into, after, since, before, on, rank
    ("in its third week"), ago, anniversary.
    """

    start: int
    end: int
    text: str
    value: Duration
    direction: str
    event: str
    modifiers: tuple[str, ...]
    names: tuple[str, ...]
    to: str
    form: str
    to_span: tuple[int, int] | None = None
    event_span: tuple[int, int] | None = None
    exact: bool = False
    recurring: bool = False

    @property
    def bounds(self) -> tuple[Decimal, Decimal | None]:
        """The fewest and most days between the two, slack included (None: no upper end)."""
        low = (self.value.low_days or Decimal(0)) - self.value.slack_days
        high = None if self.value.high_days is None else self.value.high_days + self.value.slack_days
        return max(low, Decimal(0)), high


@frozen(slots=True)
class Event:
    """The name of an event by tokens `first` to `last` (last < first: left out)."""

    first: int
    last: int
    head: str = ""
    modifiers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("elapsed")[name].split())


def elapsed(document: Document) -> list[Elapsed]:
    """The elapsed times of an article, in the order of the text."""
    words = Words(document)
    found = [e for length in lengths(words) if (e := of_length(words, length)) is not None]
    found += [e for i in ordinals(words) if (e := ranked(words, i)) is not None]
    found += [e for i in anniversaries(words) if (e := anniversary(words, i)) is not None]
    found.sort(key=lambda e: (e.start, e.end))
    return dated(document, words, found) if found else found


def made(t: Words, first: int, last: int, value: Duration, form: str, event: Event, to: str) -> Elapsed:
    """The elapsed time of tokens `first` to `last`."""
    tokens = t.tokens
    start, end = tokens.starts[first], tokens.ends[last]
    span = (tokens.starts[event.first], tokens.ends[event.last]) if event.last >= event.first else None
    direction = "before" if form == "before" else "after"
    return Elapsed(
        start,
        end,
        tokens.text[start:end],
        value,
        direction,
        event.head,
        event.modifiers,
        event.names,
        to,
        form,
        event_span=span,
    )


# -- "six months into the war", "after 175 days" -------------------------------------------


def of_length(t: Words, length: Length) -> Elapsed | None:
    """What a length counts from, by the words behind it or before it."""
    j = length.last + 1
    exact = [t.lower[j], t.lower[j + 1], t.lower[j + 2]] == ["to", "the", "day"]
    if exact:
        j += 3
    word = t.lower[j]
    if word in FOLLOWING:
        event = event_at(t, j + 1)
        if event is None:
            return None
        value = evolve(length.value, slack_days=Decimal(1)) if exact else length.value
        to = subject_day(t, length, event, word)
        found = made(t, length.first, max(event.last, j), value, word, event, to)
        return evolve(found, exact=exact)
    if word in ("on", "later") and t.lower[j + 1] in (",", ".") and opens(t, length.opening) and word == "on":
        return made(t, length.first, j, length.value, "on", Event(j + 1, j), "as_of")
    if word == "ago":
        return ago(t, length, j)
    if word == "of":
        return spent(t, length, j)
    before = t.lower[length.opening - 1] if length.opening else ""
    if before == "after" and word == "," and opens(t, length.opening - 1):
        return made(t, length.first, length.last, length.value, "after", Event(j, j - 1), "event")
    return None


def opens(t: Words, i: int) -> bool:
    """Whether token i begins a sentence."""
    return i <= 0 or t.lower[i - 1] in (".", "!", "?", "”", '"', ":", "—") or "\n" in t.tokens.gap(i - 1)


def spent(t: Words, length: Length, j: int) -> Elapsed | None:
    """As in "after six months of war": token j is "of"."""
    before = t.lower[length.opening - 1] if length.opening else ""
    event = event_at(t, j + 1) if before in ("after", "following", "despite") else None
    if event is None or not event.head:
        return None
    return made(
        t,
        length.first,
        event.last,
        length.value,
        "into",
        event,
        "as_of" if present(t, length.first, event.last) else "event",
    )


def ago(t: Words, length: Length, j: int) -> Elapsed | None:
    """As in "since the verdict a year ago", "the attack six months ago": the event before the length."""
    k = length.opening - 1
    event = event_ending(t, k)
    return None if event is None else made(t, length.first, j, length.value, "ago", event, "as_of")


def subject_day(t: Words, length: Length, event: Event, word: str) -> str:
    """Whether the length runs to the as-of day, by the verbs around it."""
    if word == "before":
        return "event"
    now = present(t, length.first, event.last)
    if word == "into":
        return "event" if past(t, length.first, event.last) and not now else "as_of"
    if word == "since":
        it_is = t.lower[max(0, length.opening - 3) : length.opening]
        return "as_of" if now or "been" in it_is or "marks" in it_is or "marked" in it_is else "event"
    return "as_of" if now and not past(t, length.first, event.last) else "event"


def around(t: Words, first: int, last: int) -> list[str]:
    """The words of the sentence outside tokens `first` to `last`, within reach."""
    low = first
    while low > 0 and first - low < REACH and not opens(t, low):
        low -= 1
    high = last + 1
    while (
        high < t.size
        and high - last < REACH
        and not (t.lower[high] in (".", "!", "?") or "\n" in t.tokens.gap(high - 1))
    ):
        high += 1
    return t.lower[low:first] + t.lower[last + 1 : high]


def present(t: Words, first: int, last: int) -> bool:
    """Whether the sentence around speaks of the as-of day."""
    words = around(t, first, last)
    still = _words("still")
    return any(
        w in still or (w.endswith(("'s", "’s")) and w[:-2] in ("it", "that", "he", "she", "there"))
        for w in words
    )


def past(t: Words, first: int, last: int) -> bool:
    """Whether the sentence around tells of a past event; "said" alone does not."""
    words = around(t, first, last)
    return any(
        w
        in (
            "was",
            "were",
            "had",
            "did",
            "came",
            "went",
            "took",
            "made",
            "left",
            "won",
            "lost",
            "fell",
            "rose",
            "began",
        )
        or (w.endswith("ed") and len(w) > 4 and w not in ("united", "hundred", "indeed"))
        for w in words
    ) and not any(a in ("has", "have") and b.endswith("ed") for a, b in itertools.pairwise(words))


# -- ranks and anniversaries -----------------------------------------------------------------


def ordinals(t: Words) -> list[int]:
    """Tokens of a singular unit with an ordinal before it: "third month", "second straight week"."""
    units = frozenset(
        w for w, (code, _) in LENGTHS.items() if code[0] != "T" and not w.rstrip("s’'").endswith("s")
    )
    return [i for i, w in enumerate(t.tokens.lower) if w in units and i and rank_before(t, i) is not None]


def rank_before(t: Words, i: int) -> tuple[int, int] | None:
    """The ordinal before the unit at token i: (rank, first token)."""
    j = i - 1
    if j > 0 and t.lower[j] in RUNNING:
        j -= 1
    if j > 0 and t.lower[j] in DASHES:
        j -= 1
    return rank_ending(t.lower, j) if j >= 0 else None


def ranked(t: Words, i: int) -> Elapsed | None:
    """As in "in the war's third month", "now in its second week", "for the fifth day", "the third week of the strike"."""
    found = rank_before(t, i)
    if found is None:
        return None
    rank, first = found
    code, size = LENGTHS[t.lower[i]]
    low, high, _ = DAYS_IN[code]
    if code == "M":
        low, high = Decimal("30.4"), Decimal("30.7")
    value = evolve(
        duration([(Decimal(rank * size), code)], None),
        low_days=(low * (rank - 1) * size).to_integral_value(),
        high_days=tidy((high * rank * size).to_integral_value()),
        slack_days=Decimal(1),
    )
    j = first - 1
    before = t.lower[j] if j >= 0 else ""
    if t.lower[i + 1] == "of" and t.lower[i + 2] not in MONTHS and t.lower[i + 2] not in YEARS:
        event = event_at(t, i + 2)
        if event is None or not event.head or event.head in LENGTHS:
            return None
        return made(
            t,
            first,
            event.last,
            value,
            "rank",
            event,
            "as_of" if present(t, first, event.last) and not past(t, first, event.last) else "event",
        )
    if before in ("its", "their") and t.lower[j - 1] in ENTERING:
        to = "event" if past(t, first, i) and not present(t, first, i) else "as_of"
        return made(t, first, i, value, "rank", Event(i + 1, i), to)
    if before.endswith(("'s", "’s")) and t.lower[j - 1 - (t.lower[j - 1] == "the")] != "this":
        head = before[:-2]
        event = Event(j, j, head) if not t.capital(j) else Event(j, j, "", (), (t.words[j][:-2],))
        if head in LENGTHS:
            return None
        to = "event" if past(t, first, i) and not present(t, first, i) else "as_of"
        return made(t, first, i, value, "rank", event, to)
    if (
        before in ("the", "a")
        and t.lower[j - 1] in ("for", "on", "into")
        and (t.lower[i - 1] in RUNNING or t.lower[j - 1] == "for")
    ):
        return made(
            t, first, i, value, "rank", Event(i + 1, i), "as_of" if not past(t, first, i) else "event"
        )
    return None


def anniversaries(t: Words) -> list[int]:
    return [i for i, w in enumerate(t.tokens.lower) if w == "anniversary"]


def anniversary(t: Words, i: int) -> Elapsed | None:
    """As in "the 47th anniversary of the ruling", "the attack's one-year anniversary", "first anniversary"."""
    found, j = rank_ending(t.lower, i - 1) if i else None, i - 1
    unit = "year"
    if found is None and i >= 2 and t.lower[i - 1].rstrip("'’s") in ("year", "month", "week"):
        unit = t.lower[i - 1].rstrip("'’s")
        numeral = t.document.numerals.ending.get(i - 3 if t.lower[i - 2] in DASHES else i - 2)
        if numeral is not None and 0 < numeral.value < 2000 and numeral.value == int(numeral.value):
            found = int(numeral.value), numeral.first
    if found is None and t.lower[j - 1] in ("th", "st", "nd", "rd"):
        found = rank_ending(t.lower, j - 1)
    found = found or higher(t, i)
    if found is None:
        return None
    rank, first = found
    code, size = LENGTHS[unit]
    value = evolve(duration([(Decimal(rank * size), code)], None), slack_days=Decimal(3))
    event = event_at(t, i + 2) if t.lower[i + 1] == "of" else owner(t, first)
    if event is None:
        return None
    result = made(t, first, max(i, event.last), value, "anniversary", event, "event")
    return evolve(result, recurring=unit == "year")


def higher(t: Words, i: int) -> tuple[int, int] | None:
    """An ordinal in figures above 31: "47th"."""
    if (
        i > 1
        and t.lower[i - 1] in ("th", "st", "nd", "rd")
        and t.lower[i - 2].isdecimal()
        and len(t.lower[i - 2]) <= 4
    ):
        return int(t.lower[i - 2]), i - 2
    return None


def owner(t: Words, first: int) -> Event | None:
    """As in "the attack's (first anniversary)": the possessive before token `first`."""
    j = first - 1
    word = t.lower[j] if j >= 0 else ""
    if word.endswith(("'s", "’s")):
        return Event(
            j, j, word[:-2] if not t.capital(j) else "", (), (t.words[j][:-2],) if t.capital(j) else ()
        )
    return Event(first, first - 1)


# -- the event -----------------------------------------------------------------------------


def event_at(t: Words, i: int, *, deep: bool = True) -> Event | None:
    """The name of the event that starts at token i; a clause gives its verb's noun."""
    stops, verbs, began = _words("stops"), table("elapsed")["verbs"], _words("began")
    first, j = i, i
    if t.lower[j] in DETERMINERS:
        j += 1
    modifiers: list[str] = []
    names: list[str] = []
    head, last = "", j - 1
    while j < t.size and j - i < NOUN_REACH and "\n" not in t.tokens.gap(j - 1):
        word = t.lower[j]
        if word in DASHES and t.glued(j) and t.glued(j + 1):
            j += 1
            continue
        dot = word == "." and t.lower[j - 1] in MONTHS and j > i
        if not (word[0].isalpha() or word.isdecimal() or dot) or word in stops or word in began:
            break
        if (
            (word in MONTHS and t.capital(j))
            or word in FULL_WEEKDAYS
            or dot
            or word.isdecimal()
            or word in ("st", "nd", "rd", "th")
        ):
            j += 1
            continue
        if word in verbs and (head or names) and not noun_next(t, j + 1):
            return Event(first, j, verbs[word], tuple(modifiers + [head] * bool(head)), tuple(names))
        if t.capital(j) and not opens(t, j):
            names.append(t.words[j].removesuffix("'s").removesuffix("’s"))
        else:
            if head:
                modifiers.append(head)
            head = word.removesuffix("'s").removesuffix("’s")
        last, j = j, j + 1
    if deep and head in _words("starts") and t.lower[j] == "of":
        return event_at(t, j + 1, deep=False)
    if last < first:
        return None
    return Event(first, last, singular(head), tuple(modifiers), tuple(names))


def noun_next(t: Words, i: int) -> bool:
    """Whether a plain noun may follow at token i, so that the word before it describes it."""
    word = t.lower[i]
    return (
        word.isalpha() and not t.capital(i) and word not in _words("stops") and word not in DETERMINERS
        if i < t.size
        else False
    )


def event_ending(t: Words, i: int) -> Event | None:
    """The event whose name ends at token i: "since the verdict", "the deadly attack"."""
    stops = _words("stops")
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


def singular(noun: str) -> str:
    """A noun without a plural ending that only marks number."""
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 4:
        return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
    return noun


def dated(document: Document, t: Words, found: list[Elapsed]) -> list[Elapsed]:
    """The elapsed times that run to another date of the sentence: "On Jan. 7, three months after ..."."""
    spans = {item.last: item.first for item in document.dated[1]}
    starts = {first: last for last, first in spans.items()}
    tokens, out = t.tokens, []
    from bisect import bisect_left

    for e in found:
        first, last = bisect_left(tokens.starts, e.start), bisect_left(tokens.ends, e.end)
        span = neighbour(t, first, last, spans, starts) if e.to == "event" or e.recurring else None
        if span is not None and e.form != "ago":
            start, end = tokens.starts[span[0]], tokens.ends[span[1]]
            out.append(evolve(e, to="date", to_span=(start, end)))
        else:
            out.append(e)
    return out


def neighbour(
    t: Words, first: int, last: int, spans: dict[int, int], starts: dict[int, int]
) -> tuple[int, int] | None:
    """The date set off by a comma (or "marked", "is") beside tokens `first` to `last`."""
    j = first - 1
    while (
        j >= 0
        and first - j < 5
        and t.lower[j]
        in ("the", "its", "nearly", "almost", "exactly", "just", "about", "a", "more", "than", ",")
    ):
        j -= 1
    if j in spans and (t.lower[j + 1] == "," or t.lower[spans[j] - 1] == "on"):
        return spans[j], j
    if j > 0 and t.lower[j] in ("marked", "marks", "was", "is", "will") and j - 1 in spans:
        return spans[j - 1], j - 1
    k = last + 1
    if t.lower[k] == ",":
        k += 1
        if t.lower[k] == "on":
            k += 1
        return (k, starts[k]) if k in starts else None
    return None
