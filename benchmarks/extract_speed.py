"""Numbers and quantities against other readers of them, on the same texts in one run.

    python benchmarks/extract_speed.py [--texts FILE.jsonl[.gz]] [--words 60000]

Prints words per second of `extract` for the number kinds, how much longer each peer takes, and
the peak of memory after half and after all of the texts. `--texts` takes lines of JSON with a
"text", or with "articles" that have one; without it the articles of `fixtures/` are used. A peer
that is not installed (`pip install crosscheck-news[bench]`) is named and left out; spaCy counts
where its small English model is there, and is timed for its named entities alone.
"""

import argparse
import gzip
import importlib
import json
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import crosscheck

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("quantity", "ordinal")
Reader = Callable[[str], object]


def texts_of(path: Path | None) -> Iterator[str]:
    """The texts of a file of JSON lines, or of the fixtures."""
    if path is None:
        for file in sorted((ROOT / "fixtures").rglob("*")):
            if file.suffix in (".md", ".txt"):
                yield file.read_text(encoding="utf-8")
        return
    with (
        gzip.open(path, "rt", encoding="utf-8")
        if path.suffix == ".gz"
        else path.open(encoding="utf-8") as lines
    ):
        for line in lines:
            row = json.loads(line)
            yield from (article["text"] for article in row.get("articles", [row]))


def taken(texts: list[str], words: int) -> list[str]:
    """As many texts, from the first on and around again, as have this many words."""
    out: list[str] = []
    while words > 0 and texts:
        for text in texts:
            if words > 0:
                out.append(text)
                words -= len(text.split())
    return out


def seconds(read: Reader, texts: list[str], times: int) -> float:
    """The shortest processor time of several runs over the texts."""
    took = []
    for _ in range(times):
        began = time.process_time()
        for text in texts:
            read(text)
        took.append(time.process_time() - began)
    return min(took)


def ours(text: str) -> object:
    """The number kinds alone."""
    return crosscheck.extract(text, kinds=KINDS)


def quantulum() -> Reader:
    """Reads quantities with units."""
    parse: Reader = importlib.import_module("quantulum3.parser").parse
    return parse


def number_parser() -> Reader:
    """Turns number words into digits."""
    parse: Reader = importlib.import_module("number_parser").parse
    return parse


def text2num() -> Reader:
    """Turns number words into digits, in compiled code, and reads no unit, range or hedge."""
    return partial(importlib.import_module("text_to_num").alpha2digit, lang="en")


def spacy_small(model: str = "en_core_web_sm") -> Reader:
    """Finds entities, numbers among them, without their values."""
    read: Reader = importlib.import_module("spacy").load(model, disable=["parser", "lemmatizer"])
    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "quantulum3": quantulum,
    "number-parser": number_parser,
    "text2num": text2num,
    "spaCy small": spacy_small,
}


def peaks(texts: list[str]) -> tuple[int, int]:
    """The peaks of memory, in bytes, over the first half of the texts and over all of them."""
    out = []
    for count in (len(texts) // 2, len(texts)):
        tracemalloc.start()
        for text in texts[:count]:
            ours(text)
        out.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    return out[0], out[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--words", type=int, default=60_000, help="how much text is read")
    parser.add_argument("--spacy-model", default="en_core_web_sm", help="its name or folder")
    options = parser.parse_args()
    PEERS["spaCy small"] = partial(spacy_small, options.spacy_model)
    texts = taken(list(texts_of(options.texts)), options.words)
    words = sum(len(text.split()) for text in texts)
    ours(texts[0])  # loads what is loaded on first use
    mine = seconds(ours, texts, 5)
    print("| reader | words per second | times as long |\n|---|---|---|")
    print(f"| crosscheck | {words / mine:,.0f} | 1 |")
    for name, load in PEERS.items():
        read = None
        with suppress(ImportError, OSError):
            read = load()
        if read is None:
            print(f"| {name} | not installed | |")
            continue
        theirs = seconds(read, texts, 1)
        ratio = f"{theirs / mine:,.{2 if theirs < mine else 0}f}"
        print(f"| {name} | {words / theirs:,.0f} | {ratio} |", flush=True)
    half, whole = peaks(texts)
    print(f"\nPeak memory: {half / 1e6:.1f} MB for half of the texts, {whole / 1e6:.1f} MB for all.")


if __name__ == "__main__":
    main()
