"""The bar on a terminal."""

import sys

import pytest

from crosscheck.cli import progress


class Stream:
    """Standard error, as a terminal or as a pipe."""

    def __init__(self, *, terminal: bool) -> None:
        self.terminal = terminal
        self.written = ""

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands until it is moved."""
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    return clock


def drawn(
    monkeypatch: pytest.MonkeyPatch, now: list[float], step: float, *, terminal: bool = True
) -> list[str]:
    stream = Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    with progress.counting("Reading", "Comparing") as count:
        for done in range(1, 101):
            now[0] += step
            count(done, 100)
    return [line.strip() for line in stream.written.split("\r") if line.strip()]


def test_nothing_is_drawn_in_a_pipe(monkeypatch: pytest.MonkeyPatch, now: list[float]):
    assert drawn(monkeypatch, now, 1.0, terminal=False) == []


def test_nothing_is_drawn_for_short_work(monkeypatch: pytest.MonkeyPatch, now: list[float]):
    assert drawn(monkeypatch, now, 0.005) == []


def test_a_bar(monkeypatch: pytest.MonkeyPatch, now: list[float]):
    lines = drawn(monkeypatch, now, 0.0625)
    assert lines[0] == "Reading [###.....................] 16 of 100, 5 s left"
    assert lines[-1] == "Comparing ..."
    assert len(lines) < 55


def test_the_bar_leaves_no_trace(monkeypatch: pytest.MonkeyPatch, now: list[float]):
    stream = Stream(terminal=True)
    monkeypatch.setattr(sys, "stderr", stream)
    with pytest.raises(KeyboardInterrupt), progress.counting("Reading") as count:  # noqa: PT012 - as work is
        now[0] += 5
        count(1, 2)
        raise KeyboardInterrupt
    assert stream.written.rsplit("\r", 2)[1].isspace()
    assert stream.written.endswith("\r")
