"""What the words of a date say, before it is placed in time.

The readers of `written` and `relative` give `Stated` values; `placing` turns each into a
`Moment` from the article's as-of day and the dates around it.
"""

from typing import Any

from attrs import field, frozen

# EDTF codes (ISO 8601-2:2019, 4.8) for periods below the year.
QUARTER, HALF = 32, 39


@frozen(slots=True)
class Stated:
    """A date as stated by tokens `first` to `last` (inclusive).

    `level` is the size of what is named: day, week, weekend, month, season, quarter, half,
    year, decade, century. `year`, `month`, `day` and `weekday` (Monday is 0) are what the
    words give; for a decade or century `year` is its first year. `number` is the rank of a
    quarter or half, the EDTF code of a season, or the rank of a week or weekday within
    `anchor`.

    With `shift` the date is that many `level`s away from `anchor`: "as_of" (the article's
    day), "text" (the date named before), or another stated date; a stated `anchor` without
    a shift is the period that holds it ("Friday" of "next week"). `count` is the number of
    levels that a stretch covers ("the last 3 months"). `part` is early, mid, late, start,
    middle or end; `hedge` a word such as "since", "before" or "about".
    """

    first: int
    last: int
    level: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    shift: int | None = None
    anchor: "Stated | str | None" = None
    count: int | None = None
    part: str | None = None
    hedge: str | None = None
    named: dict[str, Any] | None = None
    swapped: bool = False  # 03/04/2024: day and month may be the other way round
    steps: tuple[tuple[int, str], ...] = ()  # further steps: "2 years (1 month 21 days) ago"
    exact: bool = field(default=False)  # counted out: "a week ago", where "last week" is the whole week


@frozen(slots=True)
class Stretch:
    """A range of tokens that names the time from one stated date to another."""

    first: int
    last: int
    left: Stated
    right: Stated


Item = Stated | Stretch


def edtf(s: Stated) -> str:
    """The words in EDTF, with X for what they leave out.

    >>> edtf(Stated(0, 1, "day", month=10, day=7))
    'XXXX-10-07'
    """
    year = "XXXX" if s.year is None else f"{s.year:04d}"
    month = "XX" if s.month is None else f"{s.month:02d}"
    if s.level in ("day", "weekend"):
        day = "XX" if s.day is None else f"{s.day:02d}"
        return f"[{year}-{month}-{day},{year}-{day}-{month}]" if s.swapped else f"{year}-{month}-{day}"
    if s.level == "month":
        return f"{year}-{month}"
    if s.level == "week":
        return f"{year}-W{s.number:02d}" if s.number and s.number > 0 and s.year else f"{year}-WXX"
    if s.level in ("quarter", "half", "season"):
        base = {"quarter": QUARTER, "half": HALF}.get(s.level, 0)
        return f"{year}-XX" if s.number is None else f"{year}-{base + s.number}"
    if s.level == "decade":
        return "XXXX" if s.year is None else f"{s.year // 10:03d}X"
    if s.level == "century":
        return "XXXX" if s.year is None else f"{s.year // 100:02d}XX"
    return year
