"""A bar on the terminal while long work goes on; nothing in a pipe, nothing for short work."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0  # seconds before anything is shown
STEP = 0.1  # seconds between two drawings

Count = Callable[[int, int], None]


@contextmanager
def counting(what: str, then: str | None = None) -> Iterator[Count]:
    """A function to be told (done, total), which draws a bar once the work has taken a second.

    When all is done, `then` says what goes on after that and cannot be counted.
    """
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar = _Bar(what, then)
    try:
        yield bar.count
    finally:
        bar.clear()


class _Bar:
    """One line of standard error, drawn over and over; no thread, so that processes may be copied."""

    def __init__(self, what: str, then: str | None) -> None:
        self.what = what
        self.then = then
        self._drawn = 0.0
        self._began = time.monotonic()
        self._wide = 0

    def count(self, done: int, total: int) -> None:
        now = time.monotonic()
        last = done >= total
        if now - self._began < PATIENCE or (now - self._drawn < STEP and not last):
            return
        self._drawn = now
        self._draw(self._line(done, total, now) if not last or not self.then else f"{self.then} ...")

    def _line(self, done: int, total: int, now: float) -> str:
        full = 24 * done // max(1, total)
        left = (now - self._began) * (total - done) / max(1, done)
        bar = "#" * full + "." * (24 - full)
        return f"{self.what} [{bar}] {done:,} of {total:,}, {left:,.0f} s left"

    def _draw(self, line: str) -> None:
        from shutil import get_terminal_size

        line = line[: max(10, get_terminal_size((80, 24)).columns - 1)]
        sys.stderr.write(f"\r{line:<{self._wide}}")
        sys.stderr.flush()
        self._wide = len(line)

    def clear(self) -> None:
        """Leave no trace."""
        if self._wide:
            sys.stderr.write(f"\r{'':<{self._wide}}\r")
            sys.stderr.flush()
