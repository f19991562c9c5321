"""The head of an article: its headline, byline and dateline."""

from functools import cache

from crosscheck.extraction.layout.layout import Layout
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import known_given

LONGEST_HEADLINE = 40  # tokens
KICKER = 5  # tokens: "Analysis", "Flood in the north"
HEAD = 8  # blocks: so far down may a byline or dateline stand
DASHES = frozenset("-–—")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("masthead")[name]["words"].split())


def headline(layout: Layout, title: str | None) -> None:
    """Mark the headline: the title where the text repeats it, else the first block if it looks like one."""
    if not layout.blocks:
        return
    words = Tokens(title).lower if title else _first_headline(layout)
    _repeated(layout, words)


def _first_headline(layout: Layout) -> list[str]:
    """Mark the first block as the headline if it looks like one; a kicker may stand above it."""
    first, last = layout.blocks[0]
    if last - first <= KICKER and len(layout.blocks) > 2 and _looks_like_headline(layout, 1):
        last = layout.blocks[1][1]
        layout.paint(first, last, "headline")
        return layout.tokens.lower[layout.blocks[1][0] : last]
    if not _looks_like_headline(layout, 0):
        return []
    layout.paint(first, last, "headline")
    return layout.tokens.lower[first:last]


def _repeated(layout: Layout, words: list[str]) -> None:
    """Mark the headline's words where the first blocks repeat them or run on from them."""
    while words and words[-1] in ".|":
        words = words[:-1]
    if len(words) < 4:
        return
    lower = layout.tokens.lower
    for first, last in layout.blocks[:4]:
        for i in range(first, min(last, first + 60) - len(words) + 1):
            if lower[i] == words[0] and lower[i : i + len(words)] == words:
                layout.paint(i, i + len(words), "headline")
                break


def _looks_like_headline(layout: Layout, block: int) -> bool:
    """Whether a block can be the headline: short, with more below it, and no plain sentence."""
    first, last = layout.blocks[block]
    words = layout.tokens.words[first:last]
    if len(layout.blocks) <= block + 1 or not 2 <= len(words) <= LONGEST_HEADLINE:
        return False
    if words[0][0].islower() or words[-1][-1] in ":;," or _date_line(layout, block) or _byline(layout, block):
        return False
    if words[-1] != "." or "." in words[-3:-1]:
        end = _dateline_end(layout, block)
        return not end or layout.tokens.words[end - 1] == ":"  # "SUNK: Tanker ...", not "NORWICK - A tanker"
    # A stop: only without the small words of a full sentence ("Ten dead in southern quake.").
    spaced = "\n" in layout.tokens.gap(last - 1).replace("\n", "", 1)
    return spaced and "." not in words[:-1] and _words("verbal").isdisjoint(layout.tokens.lower[first:last])


def bylines(layout: Layout) -> None:
    """Mark "By Jane Roe, Northern Wire" near the head, and bare names there."""
    for block in range(min(HEAD, len(layout.blocks))):
        if not layout.codes[layout.blocks[block][0]] and _byline(layout, block):
            layout.paint(*layout.blocks[block], "byline")


def _byline(layout: Layout, block: int) -> bool:
    """Whether a block says who wrote the article."""
    first, last = layout.blocks[block]
    words = layout.tokens.words[first:last]
    if words[0] in "*_([|" and len(words) > 1:
        words = words[1:]
    if not 2 <= len(words) <= 24 or words[-1] in ".?!":
        return False
    if words[0].lower() != "by":
        return block > 0 and _reporter(words)
    named = [word for word in words[1:] if word[0].isalpha()]
    # In "By Monday, 12 had died" a small word follows; in "By Jane Roe and John Doe in Rome" none does.
    small = _words("small")
    return bool(named) and named[0][0].isupper() and all(w[0].isupper() or w in small for w in named)


def _reporter(words: list[str]) -> bool:
    """Whether a line is a name and the place it reports from: "Jane Roe at Tanner Lane"."""
    at = next((i for i, word in enumerate(words) if word in ("at", "in")), 0)
    named = words[:at] + words[at + 1 :]
    plain = all(word[0].isupper() and word[1:].islower() for word in named)
    return 2 <= at <= 3 and 1 <= len(words) - at - 1 <= 3 and plain and known_given(words[0].lower())


def datelines(layout: Layout) -> None:
    """Mark "NORWICK, May 4 (Northern Wire) -" and lines that hold a date and no more."""
    for block in range(min(HEAD, len(layout.blocks))):
        first, last = layout.blocks[block]
        if layout.codes[first]:
            continue
        if _date_line(layout, block):
            layout.paint(first, last, "dateline")
        elif end := _dateline_end(layout, block):
            layout.paint(first, end, "dateline")


def _date_line(layout: Layout, block: int) -> bool:
    """Whether a block is a date, a time, and words such as "updated" only."""
    first, last = layout.blocks[block]
    if not 2 <= last - first <= 30:
        return False
    lower = layout.tokens.lower[first:last]
    digits = sum(word[0].isdigit() for word in lower)
    if not digits:
        return False
    if lower[0] in _words("stamps") and lower[-1] != "." and last - first <= 16:
        return True
    known = _words("calendar") | _words("months") | _words("stamps")
    spare = any(word[0].isalpha() and word not in known for word in lower)
    return not spare and (digits > 2 or not _words("months").isdisjoint(lower)) and lower[-1] != "."


def _dateline_end(layout: Layout, block: int) -> int:
    """Where the dateline that opens a block ends (exclusive), or 0 where there is none."""
    tokens, (first, last) = layout.tokens, layout.blocks[block]
    words = tokens.words
    for i in range(first, min(last, first + 26)):
        word = words[i]
        if word in DASHES and i > first and _set_off(tokens, i):
            end = i + 2 if tokens.adjacent(i) and words[i + 1] in DASHES else i + 1
            return end if _is_dateline(tokens, first, i) else 0
        if word == ":" and i > first:
            plain = all(w.isupper() and w.isalpha() for w in words[first:i])
            runs_on = plain and i - first <= 3 and last - i > 12
            return i + 1 if runs_on and layout.stopped(block) else 0  # "SHAME: Rovers win ..." is a headline
        if word[0].islower() and word not in _words("small") and word not in "am pm":
            return 0
    return 0


def _set_off(tokens: Tokens, i: int) -> bool:
    """Whether white space or a bracket stands beside the dash at token i."""
    return tokens.words[i - 1] == ")" or bool(tokens.gap(i - 1)) or bool(tokens.gap(i))


def _is_dateline(tokens: Tokens, first: int, last: int) -> bool:
    """Whether tokens before a dash name a place in capitals, an agency in brackets or a date."""
    words = tokens.words[first:last]
    if not words[0][0].isupper() or any(word in '?!;“”"' for word in words):
        return False
    capitals = len(words[0]) > 1 and words[0].isupper()
    bracketed = words[-1] == ")" and "(" in words
    dated = not _words("months").isdisjoint(tokens.lower[first:last])
    return capitals or bracketed or dated or _bare_place(tokens, first, last)


def _bare_place(tokens: Tokens, first: int, last: int) -> bool:
    """Whether one or two words stand before a long dash and a sentence begins after it: "Karsund — The"."""
    after = tokens.words[last + 1 : last + 2]
    return last - first <= 2 and tokens.words[last] == "—" and bool(after) and not after[0][0].islower()
