"""How cost grows with length on texts made to be awkward: doubled text, doubled time.

    python benchmarks/linear.py [--size 400000] [--check-size 100000]

Prints, for each kind of text, the seconds that `extract` takes for a text of half the size and of
the whole size and their ratio, and the same for `check` of two such texts. A ratio near 2 is linear,
near 4 quadratic; below a tenth of a second it says nothing.
"""

import argparse
import time
from collections.abc import Callable
from datetime import date
from functools import partial

import crosscheck
from crosscheck import Article

TODAY = date(2024, 4, 4)
UNITS = {
    "digits": "7",
    "grouped digits": "1,234,",
    "letters": "a",
    "combining marks": "a\u0301",
    "capitals": "WAR ",
    "news": "At least 12 people were killed and 130 hurt in Almira on Oct. 7, 2023, the mayor said. ",
    "one sentence": "the toll rose to 12 people and then 13 on Oct. 7 ",
    "no full stop": "Anna Berg told the Gazette that 1,200 of 3,400 houses had burnt down ",
    "commas": ",",
    "nested brackets": "[(",
    "quotation marks": "“",
    "quotation": "“It was bad,” he said. ",
    "and": "and ",
    "number words": "hundred ",
    "more number words": "two and a half ",
    "months": "May ",
    "weekdays": "on Tuesday ",
    "titles": "Lt. Gen. ",
    "names": "Anna Berg ",
    "hedges": "more than about ",
    "line feeds": "\n",
    "short lines": "Oct. 7\n",
    "captions": "Photo by Anna Berg/Agency 12\n",
    "links": "Read  WATCH: 7 things\n\n",
    "hyphens": "ten-",
    "acronyms": "U.S. ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
}


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def check(text: str) -> object:
    """Two texts, nearly alike, against each other."""
    return crosscheck.check(
        [
            Article(text, id="a", published=TODAY),
            Article(text[1:], id="b", published=TODAY),
        ]
    )


def cells(unit: str, size: int, run: Callable[[str], object]) -> str:
    """The three cells of a row: half, whole, ratio."""
    texts = [unit * (length // len(unit)) for length in (size // 2, size)]
    half, whole = (seconds(partial(run, text)) for text in texts)
    return f"{half:.2f} | {whole:.2f} | {whole / half:.1f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=400_000, help="characters for `extract`")
    parser.add_argument("--check-size", type=int, default=100_000, help="characters of each text for `check`")
    options = parser.parse_args()
    check("Twelve people met Anna Berg on Oct. 7, 2023.")  # loads what is loaded on first use
    print("| text | extract, half | whole | ratio | check, half | whole | ratio |")
    print("|---|---|---|---|---|---|---|")
    for name, unit in UNITS.items():
        read = cells(unit, options.size, lambda text: crosscheck.extract(text, reference=TODAY))
        print(f"| {name} | {read} | {cells(unit, options.check_size, check)} |", flush=True)


if __name__ == "__main__":
    main()
