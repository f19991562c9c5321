"""From an article to its mentions: spans with normalised values.

The readers run in the order of `READERS`; each takes the tokens it needs and marks them,
so that a date is not read again as a number.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from crosscheck.extraction.bearers import with_bearers
from crosscheck.extraction.document import Document
from crosscheck.model import Mention

Reader = Callable[[Document], Iterator[Mention]]

# (module, the kinds of mention it gives); imported only where one of the kinds is asked for.
READERS: tuple[tuple[str, frozenset[str]], ...] = (
    ("time.dates", frozenset({"date", "time"})),
    ("time.durations", frozenset({"duration", "age"})),
    ("numbers.quantities", frozenset({"quantity", "ordinal"})),
    ("names.names", frozenset({"person", "organisation", "place"})),
    ("quotations", frozenset({"quotation"})),
)
KINDS = frozenset().union(*(kinds for _, kinds in READERS))


def mentions(document: Document, kinds: Iterable[str] | None = None) -> list[Mention]:
    """The mentions of an article in the order of the text.

    `kinds` limits the work to the readers that give one of them ("quantity", "date" ...).
    """
    wanted = KINDS if kinds is None else frozenset(kinds)
    found: list[Mention] = []
    for name, gives in READERS:
        if gives & wanted:
            read: Reader = import_module(f"{__name__}.{name}").read
            found.extend(m for m in read(document) if m.kind in wanted)
    found.sort(key=lambda m: (m.start, m.end, m.kind))
    return with_bearers(document, found) if any(m.kind == "age" for m in found) else found
