"""Elapsed time as a constraint: "nearly six months into the war" pins the day the war began.

An `Elapsed` relates two days. One is the day on which an event began or happened, named
by `event` with its modifiers and names; the other is what `to` says:

    as_of   the day the article speaks from ("nearly six months into the war", "in its third
            week", "has been shut since the quake two months ago")
    date    another date of the sentence, at `to_span` ("On Jan. 7, three months after the attack")
    event   some other event of the sentence, on a day of its own ("freed 12 days after the quake")

For direction "after" the event lies `value` before that day; for "before" it lies after
it. So with a known day D the event lies between D - high and D - low of `bounds`.
`recurring` marks anniversaries: the event has the month and day of that day and lies so
many years before it. "as_of" is given only where the words speak of the present; a length
in a past sentence counts to an event.
"""

from bisect import bisect_left
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from crosscheck.extraction.document import Document
from crosscheck.extraction.time.calendar_words import DASHES, MONTHS, SUFFIXES, YEARS, rank_ending
from crosscheck.extraction.time.durations import DAYS_IN, LENGTHS, Length, lengths, tidy
from crosscheck.extraction.time.durations import value as duration
from crosscheck.extraction.time.events import (
    Event,
    event_at,
    event_ending,
    event_owning,
    happenings,
    singular,
    words_of,
)
from crosscheck.extraction.time.tense import past as looks_past
from crosscheck.extraction.time.words import Words
from crosscheck.extraction.tokens import unowned
from crosscheck.values import Duration

REACH: Final = 30  # tokens of a sentence looked at on either side
MEANT: Final = 12  # tokens before "its" in which its event stands
FOLLOWING: Final = frozenset(("into", "after", "since", "before", "following"))
RUNNING: Final = frozenset("straight consecutive successive running full".split())
ENTERING: Final = frozenset("in into enters entered entering for on its now begins starts".split())
REPORTING: Final = frozenset(
    "said told says has have been added noted called entered".split()
)  # no tense of the event
SINGULAR: Final = frozenset(
    w for w, (code, _) in LENGTHS.items() if code[0] != "T" and not unowned(w).endswith("s")
)


@frozen(slots=True)
class Elapsed:
    """A length of time between an event and another day; `text[start:end]` is `text`.

    `value` is the length in days with its hedge. `event` is the singular lower-case head
    noun ("war", "quake"), or "" where the words leave it out ("After 175 days, ...") or
    give only a name; `modifiers` are the lower-case words before it and `names` the
    capitalised words in it; it stands at `event_span`. `form` is the word that joins them:
    into, after, since, before, following, on, rank ("in its third week"), ago, anniversary.
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
class Span:
    """The tokens of an elapsed time and the word that joins its length to the event."""

    first: int
    last: int
    form: str


def elapsed(document: Document) -> list[Elapsed]:
    """The elapsed times of an article, in the order of the text."""
    words = Words(document)
    lower = document.tokens.lower
    found = [of_length(words, length) for length in lengths(words)]
    found += [ranked(words, i) for i, w in enumerate(lower) if w in SINGULAR and i]
    found += [anniversary(words, i) for i, w in enumerate(lower) if w == "anniversary" and i]
    kept = sorted((e for e in found if e is not None), key=lambda e: (e.start, e.end))
    return [dated(document, words, e) for e in kept]


def made(t: Words, span: Span, value: Duration, event: Event, to: str) -> Elapsed:
    """The elapsed time of a span of tokens."""
    tokens = t.tokens
    start, end = tokens.starts[span.first], tokens.ends[max(span.last, event.last)]
    inside = event.last >= event.first
    return Elapsed(
        start,
        end,
        tokens.text[start:end],
        value,
        "before" if span.form == "before" else "after",
        event.head,
        event.modifiers,
        event.names,
        to,
        span.form,
        event_span=(tokens.starts[event.first], tokens.ends[event.last]) if inside else None,
    )


# -- "six months into the war", "after 175 days" -----------------------------------------------


def of_length(t: Words, length: Length) -> Elapsed | None:
    """What a length counts from, by the words behind it or before it."""
    j = length.last + 1
    exact = t.lower[j : j + 3] == ["to", "the", "day"]
    if exact:
        j += 3
    word, before = t.lower[j], t.lower[length.opening - 1] if length.opening else ""
    if word in FOLLOWING:
        event = event_at(t, j + 1)
        return None if event is None else since(t, length, Span(length.first, j, word), event, exact=exact)
    if word == "ago":
        return ago(t, length, j)
    if word == "of" and before in ("after", "following", "despite"):
        event = event_at(t, j + 1)
        if event is None or event.head not in happenings():
            return None
        to = "as_of" if present(t, length.first, event.last) else "event"
        return made(t, Span(length.first, j, "into"), length.value, event, to)
    if word == "on" and t.lower[j + 1] == "from":
        event = event_at(t, j + 2)
        return None if event is None else since(t, length, Span(length.first, j, "after"), event, exact=exact)
    if word == "on" and t.lower[j + 1] == "," and opens(t, length.opening):
        return made(t, Span(length.first, j, "on"), length.value, Event(j + 1, j), "as_of")
    if before == "after" and word == "," and opens(t, length.opening - 1):
        return made(t, Span(length.first, length.last, "after"), length.value, Event(j, j - 1), "event")
    return None


def since(t: Words, length: Length, span: Span, event: Event, *, exact: bool) -> Elapsed:
    """A length joined to its event by "into", "after", "since" or "before"."""
    value = evolve(length.value, slack_days=Decimal(1)) if exact else length.value
    to = counted_to(t, length, event, span.form)
    return evolve(made(t, span, value, event, to), exact=exact)


def opens(t: Words, i: int) -> bool:
    """Whether token i begins a sentence."""
    return i <= 0 or t.lower[i - 1] in (".", "!", "?", "”", '"', ":", "—") or "\n" in t.tokens.gap(i - 1)


def ago(t: Words, length: Length, j: int) -> Elapsed | None:
    """As in "since the verdict a year ago", "the war began five years ago"."""
    k = length.opening - 1
    if k > 0 and t.lower[k] in words_of("began"):
        k -= 1
    event = event_ending(t, k)
    if event is None or event.head not in happenings():
        return None
    return made(t, Span(length.first, j, "ago"), length.value, event, "as_of")


def counted_to(t: Words, length: Length, event: Event, word: str) -> str:
    """Whether a length runs to the as-of day ("as_of") or to another event, by the verbs around it."""
    if word == "before" or general(t, length, event):
        return "event"
    now, then = present(t, length.first, event.last), past(t, length.first, event.last)
    if word == "into":
        return "as_of" if now or not then else "event"
    if word == "since":
        opening = t.lower[max(0, length.opening - 3) : length.opening]
        return "as_of" if now or not {"been", "marks", "marked"}.isdisjoint(opening) else "event"
    return "as_of" if now and not then else "event"


def general(t: Words, length: Length, event: Event) -> bool:
    """Whether the words tell what happens after every such event, or when, not how long ago one was.

    As in "two hours after a quake", "two hours after the quake has struck", "usually".
    """
    behind = t.lower[event.last + 1 : event.last + 4]
    perfect = behind[:1] in (["has"], ["have"]) and any(looks_past(w) for w in behind[1:])
    if perfect or t.lower[event.first] in ("a", "an", "any", "every", "each", "such"):
        return True
    return not words_of("usual").isdisjoint(around(t, length.first, event.last))


def around(t: Words, first: int, last: int) -> list[str]:
    """The words of the sentence outside tokens `first` to `last`, within reach."""
    low = first
    while low > 0 and first - low < REACH and not opens(t, low):
        low -= 1
    high = last + 1
    while high < t.size and high - last < REACH:
        if t.lower[high] in (".", "!", "?") or "\n" in t.tokens.gap(high - 1):
            break
        high += 1
    return t.lower[low:first] + t.lower[last + 1 : high]


def present(t: Words, first: int, last: int) -> bool:
    """Whether the sentence around speaks of the as-of day."""
    still = words_of("still")
    return any(w in still for w in around(t, first, last))


def past(t: Words, first: int, last: int) -> bool:
    """Whether the sentence around tells of a past event; "said" or "has killed" alone do not."""
    words = around(t, first, last)
    perfect = any(a in ("has", "have") and looks_past(b) for a, b in pairwise(words))
    return not perfect and any(looks_past(w) and w not in REPORTING for w in words)


# -- ranks and anniversaries -------------------------------------------------------------------


def rank_before(t: Words, i: int) -> tuple[int, int] | None:
    """The ordinal before the unit at token i: (rank, first token)."""
    j = i - 1
    if j > 0 and t.lower[j] in RUNNING:
        j -= 1
    if j > 0 and t.lower[j] in DASHES:
        j -= 1
    return higher(t, j + 1) or rank_ending(t.lower, j)


def higher(t: Words, i: int) -> tuple[int, int] | None:
    """An ordinal in figures before token i: "47th" (rank, first token)."""
    if i < 2 or t.lower[i - 1] not in SUFFIXES or not t.glued(i - 1):
        return None
    figures = t.lower[i - 2]
    return (int(figures), i - 2) if figures.isdecimal() and len(figures) <= 4 and int(figures) else None


def in_rank(rank: int, unit: str) -> Duration:
    """The days passed in the rank-th unit: 61 to 92 in the third month, 7 to 14 in the second week."""
    code, size = LENGTHS[unit]
    low, high, _ = DAYS_IN[code]
    if code == "M":
        low, high = Decimal("30.4"), Decimal("30.7")
    return evolve(
        duration([(Decimal(rank * size), code)], None),
        low_days=tidy((low * (rank - 1) * size).to_integral_value()),
        high_days=tidy((high * rank * size).to_integral_value()),
        slack_days=Decimal(1),
    )


def ranked(t: Words, i: int) -> Elapsed | None:
    """As in "the war's third month", "now in its second week", "the third week of the strike"."""
    found = rank_before(t, i)
    if found is None:
        return numbered(t, i)
    rank, first = found
    value, span, j = in_rank(rank, t.lower[i]), Span(first, i, "rank"), first - 1
    before, opener = (t.lower[j], t.lower[j - 1]) if j > 0 else ("", "")
    if t.lower[i + 1] == "of" and t.lower[i + 2] not in MONTHS and t.lower[i + 2] not in YEARS:
        event = event_at(t, i + 2)
        if event is None or event.head not in happenings():
            return None
        now = present(t, first, event.last) and not past(t, first, event.last)
        return made(t, span, value, event, "as_of" if now else "event")
    then = past(t, first, i) and not present(t, first, i)
    if before in ("its", "their") and opener in ENTERING:
        return made(t, span, value, meant(t, first) or Event(i + 1, i), "event" if then else "as_of")
    owner = event_owning(t, j)
    if owner is not None and (owner.head in happenings() or owner.names) and opener != "this":
        return made(t, span, value, owner, "event" if then else "as_of")
    if before in ("the", "a") and (
        opener == "for" or (opener in ("on", "into") and t.lower[i - 1] in RUNNING)
    ):
        return made(t, span, value, Event(i + 1, i), "event" if past(t, first, i) else "as_of")
    return None


def meant(t: Words, first: int) -> Event | None:
    """The event that "its" means: the last one named in the sentence before token `first`."""
    for k in range(first - 1, max(first - MEANT, -1), -1):
        if t.lower[k] in (".", "!", "?") or "\n" in t.tokens.gap(k):
            return None
        if singular(t.lower[k]) in happenings() and not t.capital(k):
            return event_ending(t, k)
    return None


def numbered(t: Words, i: int) -> Elapsed | None:
    """As in "day 12 of the search": the unit is token i, its number follows."""
    numeral = t.document.numerals.at.get(i + 1)
    if (
        numeral is None
        or t.lower[numeral.last + 1] != "of"
        or t.lower[i] not in ("day", "week", "month", "year")
    ):
        return None
    event = event_at(t, numeral.last + 2)
    if (
        not 0 < numeral.value < 10_000
        or numeral.value != int(numeral.value)
        or event is None
        or not event.head
    ):
        return None
    value = in_rank(int(numeral.value), t.lower[i])
    now = not past(t, i, event.last) or present(t, i, event.last)
    return made(t, Span(i, numeral.last, "rank"), value, event, "as_of" if now else "event")


def anniversary(t: Words, i: int) -> Elapsed | None:
    """As in "the 47th anniversary of the ruling", "the attack's one-year anniversary"."""
    unit, found = "year", higher(t, i) or rank_ending(t.lower, i - 1)
    if found is None and t.lower[i - 1] in ("year", "month", "week"):
        unit = t.lower[i - 1]
        numeral = t.document.numerals.ending.get(i - 3 if t.lower[i - 2] in DASHES else i - 2)
        if numeral is not None and 0 < numeral.value < 2000 and numeral.value == int(numeral.value):
            found = int(numeral.value), numeral.first
    if found is None:
        return None
    rank, first = found
    code, size = LENGTHS[unit]
    value = evolve(duration([(Decimal(rank * size), code)], None), slack_days=Decimal(3))
    event = event_at(t, i + 2) if t.lower[i + 1] == "of" else event_owning(t, first - 1)
    to = "as_of" if t.lower[max(0, first - 3) : first] == ["it", "is", "the"] else "event"
    result = made(t, Span(first, i, "anniversary"), value, event or Event(i + 1, i), to)
    return evolve(result, recurring=unit == "year")


# -- the other date ------------------------------------------------------------------------------


def dated(document: Document, t: Words, e: Elapsed) -> Elapsed:
    """The elapsed time, run to the date set off beside it: "On Jan. 7, three months after ..."."""
    if (e.to != "event" and not e.recurring) or e.form == "ago":
        return e
    tokens = t.tokens
    first, last = bisect_left(tokens.starts, e.start), bisect_left(tokens.ends, e.end)
    span = date_before(document, t, first) or date_after(document, t, last)
    if span is None:
        return e
    return evolve(e, to="date", to_span=(tokens.starts[span[0]], tokens.ends[span[1]]))


SKIPPED: Final = frozenset(
    (
        "the",
        "its",
        "nearly",
        "almost",
        "exactly",
        "just",
        "about",
        "a",
        "more",
        "less",
        "than",
        ",",
        "roughly",
        "over",
    )
)


def date_before(document: Document, t: Words, first: int) -> tuple[int, int] | None:
    """The date before token `first`, set off by a comma or a verb ("Tuesday marked the ...")."""
    j = first - 1
    while j >= 0 and first - j < 6 and t.lower[j] in SKIPPED:
        j -= 1
    said = j > 0 and t.lower[j] in ("marked", "marks", "was", "is", "will")
    item = document.dated_ending.get(j - 1 if said else j)
    if item is None:
        return None
    return (item.first, item.last) if said or t.lower[item.last + 1] == "," else None


def date_after(document: Document, t: Words, last: int) -> tuple[int, int] | None:
    """The date behind token `last` and a comma: ", on Jan. 7"."""
    if t.lower[last + 1] != ",":
        return None
    k = last + 2 + (t.lower[last + 2] == "on")
    item = document.dated_at.get(k)
    return (item.first, item.last) if item is not None else None
