"""One function over many items, in as many processes of this machine as are asked for.

The results come in the order of the items, so that nothing shows how many processes there were.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from threading import Lock
from typing import Any, TypeVar

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]  # how many items are done, of how many

RARER = 20  # times less often that long-lived objects are looked through
LARGEST_CHUNK = 32  # items that one process takes at a time


def mapped(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int = 1,
    progress: Progress | None = None,
) -> Iterator[Result]:
    """The results of a function for items, in their order.

    `jobs` is the number of processes; 0 means one for each core. The function, the items and the
    results must be picklable where it is not 1. The first item is done here, so that what the
    function loads once is there for all processes that share memory.
    """
    for done, result in enumerate(_results(function, items, jobs or os.cpu_count() or 1), 1):
        if progress is not None:
            progress(done, len(items))
        yield result


@contextmanager
def collecting_rarely() -> Iterator[None]:
    """While it lasts, objects that have long been there are seldom looked through for garbage.

    A run keeps nearly all that it makes, so that the looking is in vain, a sixth of its time. Runs
    in several threads may overlap; after the last one everything is as before.
    """
    with _lock:
        _running.append(gc.get_threshold())
        first, second, third = _running[0]
        gc.set_threshold(first, second, RARER * third)
    try:
        yield
    finally:
        with _lock:
            before = _running.pop()
            if not _running:
                gc.set_threshold(*before)


_lock = Lock()
_running: list[tuple[int, int, int]] = []  # the setting before each run that has not ended


def mapped_with(
    shared: Shared,
    function: Callable[[Shared, Item], Result],
    items: Sequence[Item],
    jobs: int = 1,
) -> Iterator[Result]:
    """The results of a function for items, in their order, where all calls look at one large object.

    Each process is given that object once, and has its memory in common with this one where the
    system lets it. `jobs` is as with `mapped`.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(items) < 3:
        yield from (function(shared, item) for item in items)
        return
    size = max(1, min(LARGEST_CHUNK, len(items) // (4 * jobs)))
    with ProcessPoolExecutor(
        min(jobs, len(items)), mp_context=_context(), initializer=_adopt, initargs=(shared,)
    ) as pool:
        yield from pool.map(partial(_adopted, function), items, chunksize=size)


_shared: list[Any] = []  # in a process that was started for it: the object that its calls look at


def _adopt(shared: object) -> None:
    _shared[:] = [shared]
    gc.freeze()  # what is there already stays: to look through it would copy the memory that is in common


def _adopted(function: Callable[[Any, Item], Result], item: Item) -> Result:
    return function(_shared[0], item)


def _context() -> BaseContext:
    """A copy of this process starts at once; where that is not safe, a new one reads the program again."""
    return get_context("fork" if sys.platform == "linux" else "spawn")


def _results(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    if jobs == 1 or len(items) < 3:
        yield from map(function, items)
        return
    yield function(items[0])
    rest = items[1:]
    size = max(1, min(LARGEST_CHUNK, len(rest) // (4 * jobs)))
    with ProcessPoolExecutor(min(jobs, len(rest)), mp_context=_context()) as pool:
        yield from pool.map(function, rest, chunksize=size)
