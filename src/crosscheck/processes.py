"""One function over many items, in as many processes of this machine as are asked for.

The results come in the order of the items, so that nothing shows how many processes there were.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]  # how many items are done, of how many

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


def _results(function: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    if jobs == 1 or len(items) < 3:
        yield from map(function, items)
        return
    yield function(items[0])
    rest = items[1:]
    size = max(1, min(LARGEST_CHUNK, len(rest) // (4 * jobs)))
    # A copy of this process starts at once; where that is not safe, a new one reads the program again.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(rest)), mp_context=context) as pool:
        yield from pool.map(function, rest, chunksize=size)
