"""Clusters of articles in JSON lines, plain or gzipped, as the scripts that fit weights read them."""

import gzip
import json
from pathlib import Path
from typing import Any


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file, one a line."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def text_of(article: dict[str, Any]) -> str:
    """The text of an article with its title before it."""
    return (f"{article['title']}\n\n" if article["title"] else "") + str(article["text"])
