"""A small chart of figures over days, drawn as SVG."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from math import ceil, floor, log10

from attrs import frozen

from crosscheck.markup import Markup, cut, plural, tag
from crosscheck.model import Figure

WIDE, HIGH = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 78, 24, 16, 28  # margins around the plot
APART = 84  # least distance between two days that are written out
HUGE = 1e300  # larger figures have no place on an axis


@frozen(slots=True)
class Point:
    """A figure in the chart: its number in the table, its day and its ends."""

    number: int
    day: date
    low: float
    high: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


@frozen(slots=True)
class Plot:
    """Where days and sizes stand in the drawing."""

    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        return LEFT + (day - self.first).days / (self.last - self.first).days * (WIDE - LEFT - RIGHT)

    def y(self, size: float) -> float:
        return HIGH - BOTTOM - (size - self.low) / (self.high - self.low) * (HIGH - TOP - BOTTOM)


def chart(figures: Sequence[Figure], unit: str | None) -> Markup | None:
    """The figures on one axis of days; nothing where fewer than two days are known."""
    found = points(figures)
    days = sorted({point.day for point in found})
    if len(days) < 2:
        return None
    low, high = min(p.low for p in found), max(p.high for p in found)
    said = (
        f"{plural(len(found), 'figure')} from {days[0]} to {days[-1]}, between {short(low)} and {short(high)}"
        f"{f' {cut(unit, 40)}' if unit else ''}; the table below lists them."
    )
    margin = (high - low) * 0.08 or max(abs(high) * 0.1, 1.0)
    from_zero = 0 <= low < 0.4 * high
    plot = Plot(days[0], days[-1], 0.0 if from_zero else low - margin, high + margin)
    drawn = chain(_sizes(plot), _days(plot, days), _dots(plot, found))
    return tag("svg", *drawn, viewBox=f"0 0 {WIDE} {HIGH}", role="img", aria_label=said, class_="chart")


def points(figures: Sequence[Figure]) -> list[Point]:
    """The figures that have a day and a size, by their number in the table."""
    found = []
    for number, figure in enumerate(figures, 1):
        sizes = [float(end) for end in (figure.low, figure.high) if end is not None]
        if figure.as_of and sizes and all(abs(size) < HUGE for size in sizes):
            found.append(Point(number, date.fromisoformat(figure.as_of), min(sizes), max(sizes)))
    return found


def _sizes(plot: Plot) -> Iterator[Markup]:
    for size in ticks(plot.low, plot.high):
        at = f"{plot.y(size):.1f}"
        yield tag("line", x1=LEFT, x2=WIDE - RIGHT, y1=at, y2=at, class_="grid")
        yield tag("text", short(size), x=LEFT - 8, y=f"{plot.y(size) + 4:.1f}", text_anchor="end")


def _days(plot: Plot, days: Sequence[date]) -> Iterator[Markup]:
    """The first and the last day, and of the others those that have room."""
    written: list[float] = []
    for day in (days[0], days[-1], *days[1:-1]):
        at = plot.x(day)
        if all(abs(at - other) > APART for other in written):
            written.append(at)
            shown = min(max(at, LEFT + 6), WIDE - RIGHT - 12)
            yield tag("text", day.isoformat(), x=f"{shown:.1f}", y=HIGH - 8, text_anchor="middle")


def _dots(plot: Plot, found: Sequence[Point]) -> Iterator[Markup]:
    """A dot a figure, a bar as long as its band, and beside it the numbers of all that stand there."""
    at: dict[tuple[float, float], list[Point]] = defaultdict(list)
    for point in found:
        at[round(plot.x(point.day), 1), round(plot.y(point.middle), 1)].append(point)
    for (x, y), here in at.items():
        band = max(here, key=lambda p: p.high - p.low)
        if band.high > band.low:
            top, foot = f"{plot.y(band.high):.1f}", f"{plot.y(band.low):.1f}"
            yield tag("line", x1=x, x2=x, y1=foot, y2=top, class_="band")
        yield tag("circle", cx=x, cy=y, r="4.5")
        right = x < WIDE - RIGHT - 40
        numbers = ", ".join(str(point.number) for point in here[:4]) + (" …" if len(here) > 4 else "")
        side, anchor = (9, "start") if right else (-9, "end")
        yield tag("text", numbers, x=f"{x + side:.1f}", y=f"{y - 7:.1f}", text_anchor=anchor, class_="dot")


def ticks(low: float, high: float) -> list[float]:
    """Three to six round numbers between two.

    >>> ticks(0, 8.6)
    [0.0, 2.0, 4.0, 6.0, 8.0]
    """
    rough = (high - low) / 4
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= rough * 0.85)
    return [n * step for n in range(ceil(low / step), floor(high / step) + 1)]


def short(size: float) -> str:
    """A number for an axis.

    >>> short(1200000.0), short(0.25), short(1250.0), short(2.0)
    ('1.2m', '0.25', '1,250', '2')
    """
    for unit, mark in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(size) >= unit:
            return f"{size / unit:.4g}{mark}" if abs(size) < 1e16 else f"{size:.2g}"
    return f"{size:,.0f}" if abs(size) >= 1000 else f"{size:.4g}"
