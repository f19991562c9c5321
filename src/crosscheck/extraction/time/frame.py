"""What places the dates of one article: its as-of day and the dates told so far."""

from datetime import date
from functools import cached_property
from typing import Final

from attrs import frozen

from crosscheck.extraction.time.calendar_words import DAYS, MONTHS
from crosscheck.extraction.time.periods import Range, part_of
from crosscheck.extraction.time.stated import Stated, Stretch
from crosscheck.extraction.time.words import Words
from crosscheck.model import AsOf

WHOLE: Final = ("year", "month", "day")


FROM_LABEL: Final = {"metadata": "published"}


@frozen(slots=True)
class Placed:
    """A likeliest range of days, with what was inferred for it and from what, and the hard set."""

    low: date
    high: date
    inferred: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    floor: date | None = None
    ceiling: date | None = None
    certain: bool = False


def exactly(whole: Range | date | None, *, part: str | None = None) -> Placed | None:
    """A range that the words state in full."""
    if whole is None:
        return None
    low, high = whole if isinstance(whole, tuple) else (whole, whole)
    narrow = part_of((low, high), part)
    return Placed(*narrow, floor=low, ceiling=high, certain=True)


class Frame:
    """What places the dates of one article: its as-of day and the dates told so far."""

    def __init__(self, words: Words, as_of: AsOf, items: list[Stated | Stretch]) -> None:
        self.words = words
        # Counting from the calendar's edges leads out of it, and no article speaks from there.
        self.day = as_of.day if as_of.day is not None and 100 <= as_of.day.year <= 9900 else None
        self.loose = as_of.source == "text"
        self.label = f"{FROM_LABEL.get(as_of.source, as_of.source)} {as_of.day}"
        self.told: dict[str, tuple[int, Placed]] = {}  # level -> (token, the last date of that size)
        self.years: dict[tuple[int, int], int] = {}  # (month, day) -> the year stated with it
        flat = [
            s for item in items for s in ((item.left, item.right) if isinstance(item, Stretch) else (item,))
        ]
        for s in flat:
            if s.year is not None and s.month is not None and s.day is not None and not s.swapped:
                self.years.setdefault((s.month, s.day), s.year)
        self.history = self._history(flat)

    def _history(self, flat: list[Stated]) -> bool:
        """Whether the text tells of former years, dated in full, rather than of these days."""
        recent = self.day.year - 1 if self.day else 10_000
        former = sum(
            1 for s in flat if s.year is not None and s.level in ("day", "month", "year") and s.year < recent
        )
        present = sum(1 for s in flat if s.anchor == "as_of" or (s.weekday is not None and s.month is None))
        return former >= 3 and former > 2 * present

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the text writes the day before the month; None where it does not tell."""
        lower, day, month = self.words.lower, 0, 0
        for i, word in enumerate(self.words.tokens.lower):
            if word in MONTHS:
                day += i > 0 and lower[i - 1] in DAYS
                month += lower[i + 1] in DAYS
        return None if day == month else day > month

    def tell(self, s: Stated, placed: Placed) -> None:
        """Remember a placed date as the antecedent of what follows."""
        for level in {"day": ("day", "month", "year"), "month": ("month", "year")}.get(s.level, ("year",)):
            self.told[level] = (s.last, placed)

    def before(self, level: str, i: int, reach: int) -> Placed | None:
        """The last date of at least this precision told within `reach` tokens before token i."""
        at, placed = self.told.get(level, (-1, None))
        return placed if placed is not None and i - at <= reach else None
