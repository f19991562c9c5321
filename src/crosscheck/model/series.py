"""What several articles give for one quantity."""

from attrs import frozen

from crosscheck.model.plain import Plain


@frozen(slots=True)
class Figure(Plain):
    """One figure of a series: where it stands, its ends as decimal strings (None: open), its as-of day."""

    article: str
    start: int
    end: int
    text: str
    low: str | None
    high: str | None
    as_of: str | None


@frozen(slots=True)
class Series(Plain):
    """What several articles give for one quantity, all in one unit (that of the first figure)."""

    unit: str | None
    figures: tuple[Figure, ...]
