"""The day from which an article speaks.

Metadata says it; failing that the text may: a date line at its head ("Monday, June 8,
2009", "Published ...", "Updated: ..."), a dateline ("DOHA, April 4 (Agency) -") whose year
the text tells elsewhere, or dated captions and reports whose weekday the text repeats
("on Wednesday" beside "April 3, 2024"). Anything less leaves the day unknown.
"""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from crosscheck.extraction.time.calendar_words import DASHES, DEICTIC, day_of
from crosscheck.extraction.time.stated import Stated, Stretch
from crosscheck.extraction.time.tense import direction
from crosscheck.extraction.time.words import Words
from crosscheck.model import AsOf

if TYPE_CHECKING:
    from crosscheck.extraction.document import Document

HEAD: Final = 40  # tokens in which a date line stands
DATELINE: Final = 25  # tokens in which a dateline without a year stands
FIRST: Final = frozenset("published posted created filed".split())
MARKS: Final = FIRST | frozenset("updated modified revised".split())
PHOTO: Final = frozenset(
    "photo photograph photos image file getty reuters ap afp epa via shows picture pictured credit".split()
)
SPREAD: Final = timedelta(days=6)  # captions and weekdays of one week speak of one as-of day
MONTHS_AFTER: Final = timedelta(days=150)
BORN: Final = frozenset("born died since until through between from".split())

Dated = tuple[Stated, date]


def as_of(document: "Document") -> AsOf:
    """The as-of day of an article: its metadata, else what its text shows, else unknown."""
    published = document.article.published
    if published is not None:
        return AsOf(published.date() if isinstance(published, datetime) else published, "metadata")
    words, items = document.dated
    flat = [s for item in items for s in ((item.left, item.right) if isinstance(item, Stretch) else (item,))]
    full = [(s, day) for s in flat if (day := whole(s)) is not None]
    head = headed(words, full)
    if head is not None:
        return AsOf(head, "dateline")
    line = datelined(words, flat, full)
    if line is not None:
        return AsOf(line, "dateline")
    shown = corroborated(words, flat, full)
    return AsOf(shown, "text") if shown is not None else AsOf(None, "unknown")


def whole(s: Stated) -> date | None:
    """The day that the words state in full, if they do."""
    if s.level != "day" or s.year is None or s.month is None or s.day is None or s.swapped or s.part:
        return None
    return day_of(s.year, s.month, s.day)


def headed(t: Words, full: list[Dated]) -> date | None:
    """The date line at the head of the text: "Published ..." before a bare one, before "Updated ..."."""
    found: list[tuple[int, int, date]] = []
    for s, day in full:
        marks = MARKS.intersection(t.lower[max(0, s.first - 8) : s.first])
        edge = s.first < HEAD or (marks and s.last > t.size - HEAD)
        if edge and not shown_in(t, s) and (marks or alone(t, s)):
            found.append((0 if marks & FIRST else 1 if not marks else 2, s.first, day))
    return min(found)[2] if found else None


def shown_in(t: Words, s: Stated) -> bool:
    """Whether the date is that of a picture: "In this Oct. 21, 2019, photo", "(Reuters Photo)"."""
    before, after = t.lower[max(0, s.first - 3) : s.first], t.lower[s.last + 1 : s.last + 6]
    return (
        "this" in before or bool(PHOTO.intersection(after)) or "(" in t.lower[max(0, s.first - 6) : s.first]
    )


def alone(t: Words, s: Stated) -> bool:
    """Whether the date stands by itself, as no part of a sentence."""
    before = t.lower[s.first - 1] if s.first else ""
    if before in (
        "on",
        "in",
        "the",
        "of",
        "since",
        "until",
        "by",
        "from",
        "to",
        "late",
        "early",
        "and",
        "after",
        "before",
        "for",
    ):
        return False
    gap = t.tokens.gap(s.last)
    if "\n" in gap or s.first == 0:
        return True
    after = s.last + 1
    return (
        before not in (",", "-")
        and after < t.size
        and (t.capital(after) or t.words[after][0].isdecimal() or t.lower[after] in ("(", "|", "·", "-"))
    )


def datelined(t: Words, flat: list[Stated], full: list[Dated]) -> date | None:
    """The day of a dateline without a year, in the year that the text tells elsewhere."""
    for s in flat:
        if s.first > DATELINE:
            return None
        after, before = t.lower[s.last + 1], t.lower[s.first - 1] if s.first else ""
        if (
            s.year is None
            and s.month
            and s.day
            and before in (",", "—", "–", "-", ")")
            and (after in DASHES or after in ("(", ":"))
        ):
            days = [
                d
                for _, day in full
                if (d := day_of(day.year, s.month, s.day)) and timedelta(0) <= d - day <= timedelta(days=120)
            ]
            return min(days) if days and not weekday_clash(min(days), s) else None
    return None


def weekday_clash(day: date, s: Stated) -> bool:
    """Whether a stated weekday is not that of the day."""
    return s.weekday is not None and day.weekday() != s.weekday


def corroborated(t: Words, flat: list[Stated], full: list[Dated]) -> date | None:
    """The latest day of the text, where its weekdays or captions bear it out."""
    past = [(s, day) for s, day in full if not ahead(t, s)]
    if not past:
        return None
    latest = max(day for _, day in past)
    if later_told([s for s in flat if not ahead(t, s)], latest):
        return None
    weekdays = Counter(
        s.weekday
        for s in flat
        if s.weekday is not None and s.month is None and s.anchor is None and s.day is None
    )
    near = [s for s, day in past if latest - day <= SPREAD]
    named = any(s.weekday is not None and s.weekday == latest.weekday() for s, day in past if day == latest)
    told = weekdays[latest.weekday()] > 0
    bool(weekdays) and weekdays[latest.weekday()] == max(weekdays.values())
    captioned = any(shown_in(t, s) for s in near)
    deictic = any(t.lower[s.first] in DEICTIC for s in flat if s.anchor == "as_of")
    if (told and captioned) or (named and captioned) or (captioned and deictic and not weekdays):
        return latest
    return None


def ahead(t: Words, s: Stated) -> bool:
    """Whether a date lies in the future of the text or bounds something else."""
    before = t.lower[s.first - 1] if s.first else ""
    return before in BORN or direction(t, s.first, s.last) > 0


def later_told(flat: list[Stated], latest: date) -> bool:
    """Whether the text tells of a time after `latest`: a later year, or a later day without one.

    "Sept. 12", told beside March 8, is the September before; beside August 30 it is the one after.
    """
    for s in flat:
        if (
            s.year is not None
            and latest.year < s.year < latest.year + 30
            and s.level in ("year", "month", "day")
        ):
            return True
        if s.year is None and s.month and s.day:
            day = day_of(latest.year, s.month, s.day) or day_of(latest.year, s.month, 28)
            if day is not None and SPREAD < day - latest < MONTHS_AFTER:
                return True
    return False
