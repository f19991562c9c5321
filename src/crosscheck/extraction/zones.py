"""Zones of an article: headline, byline, dateline, caption, body, boilerplate ..."""

from crosscheck.extraction.tokens import Tokens

SILENT = frozenset({"boilerplate", "credit", "related", "correction", "byline"})


class Zones:
    """Which zone each token stands in."""

    def __init__(self, tokens: Tokens, title: str | None) -> None:
        self.spans: list[tuple[int, int, str]] = [(0, len(tokens), "body")]

    def at(self, i: int) -> str:
        """The zone of token i."""
        return "body"

    def states(self, i: int) -> bool:
        """Whether the zone of token i states facts (boilerplate, credits and links do not)."""
        return self.at(i) not in SILENT
