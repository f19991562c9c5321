"""Zones of an article: headline, byline, dateline, caption, body, boilerplate ...

The work is done block by block from cheap cues: phrases of the word list `furniture`, the
shape of a line, its place in the article. Text is body until a cue says otherwise.
"""

from functools import cached_property
from itertools import groupby

from crosscheck.extraction.layout import furniture, masthead
from crosscheck.extraction.layout.layout import ZONES, Layout
from crosscheck.extraction.layout.speech import quotations
from crosscheck.extraction.tokens import Tokens

SILENT = frozenset({"boilerplate", "credit", "related", "correction", "byline"})
SPEECH = 4  # tokens: shorter passages in quotation marks are names, titles and scare quotes

_STATES = bytes(ZONES[code] not in SILENT if code < len(ZONES) else 0 for code in range(256))


class Zones:
    """Which zone each token stands in; quotations lie over the zones.

    `title` is the article's title where it is known. `quotations` are the token ranges
    (first, last + 1) between quotation marks, in order.
    """

    def __init__(self, tokens: Tokens, title: str | None = None) -> None:
        layout = Layout(tokens)
        self.quotations = quotations(tokens, layout.blocks)
        self._speech = bytearray(len(tokens))
        for first, last in self.quotations:
            if last - first >= SPEECH:
                self._speech[first:last] = b"\1" * (last - first)
        masthead.headline(layout, title)
        masthead.datelines(layout)
        furniture.notices(layout, self._speech)
        masthead.bylines(layout)
        furniture.read_links(layout)
        furniture.loose_lines(layout)
        furniture.captions(layout)
        furniture.between_notices(layout, self._speech)
        furniture.web_addresses(layout)
        furniture.comments(layout)
        self._codes = layout.codes

    def at(self, i: int) -> str:
        """The zone of token i: one of `ZONES`."""
        return ZONES[self._codes[i]]

    def states(self, i: int) -> bool:
        """Whether the zone of token i states facts (boilerplate, credits and links do not)."""
        return bool(_STATES[self._codes[i]])

    def quoted(self, i: int) -> bool:
        """Whether token i is direct speech: four tokens or more in quotation marks."""
        return bool(self._speech[i])

    @cached_property
    def stating(self) -> bytes:
        """One byte a token: 1 where `states` holds, 0 elsewhere."""
        return bytes(self._codes.translate(_STATES))

    @cached_property
    def spans(self) -> list[tuple[int, int, str]]:
        """The zones as token ranges (first, last + 1, zone), in order, covering every token."""
        out: list[tuple[int, int, str]] = []
        first = 0
        for code, run in groupby(self._codes):
            last = first + len(list(run))
            out.append((first, last, ZONES[code]))
            first = last
        return out
