"""What surrounds an article: notices, links, captions, credits, corrections."""

import re
from bisect import bisect_left
from itertools import pairwise

from crosscheck.extraction.layout.layout import CODES, Layout
from crosscheck.extraction.layout.phrases import Hit, find
from crosscheck.extraction.tokens import Tokens

SHORT = 40  # tokens: blocks that only links and captions keep to
TAIL = 12  # tokens from a credit to the end of its block
OPENERS = frozenset("*_([{|>•+-–—\"'“‘#")
MARKS = frozenset("\"'“‘")
LINKED = frozenset(("http", "https", "www", "com", "@"))
BOILERPLATE = CODES["boilerplate"]
NOTICE = re.compile(rb"[%c]{6,}" % BOILERPLATE)
BETWEEN = 60  # tokens


def notices(layout: Layout, quoted: bytearray) -> None:
    """Mark what the phrases of the word list `furniture` mark; none inside quotation marks."""
    for hit in find(layout.tokens):
        if not quoted[hit.first] and not layout.codes[hit.first]:
            SCOPES[hit.cue.scope](layout, hit)


def _leads(layout: Layout, start: int, i: int) -> bool:
    """Whether only opening marks stand between token `start` and token i."""
    return i - start <= 4 and all(word in OPENERS for word in layout.tokens.words[start:i])


def _block(layout: Layout, hit: Hit) -> None:
    first, last = layout.blocks[layout.block_of(hit.first)]
    if hit.last > last or not _leads(layout, first, hit.first):
        return
    if hit.cue.zone == "related" and last - first > SHORT:
        first, last = layout.sentence_of(hit.first)
    layout.paint(first, last, hit.cue.zone)


def _alone(layout: Layout, hit: Hit) -> None:
    first, last = layout.blocks[layout.block_of(hit.first)]
    if (first, last) == (hit.first, hit.last):
        layout.paint(first, last, hit.cue.zone)


def _ends(layout: Layout, hit: Hit) -> None:
    first, last = layout.blocks[layout.block_of(hit.first)]
    if hit.last == last and last - first <= SHORT:
        layout.paint(first, last, hit.cue.zone)


def _sentence(layout: Layout, hit: Hit) -> None:
    first, last = layout.sentence_of(hit.first)
    if hit.last <= last and _leads(layout, first, hit.first):
        layout.paint(first, last, hit.cue.zone)


def _rest(layout: Layout, hit: Hit) -> None:
    first, _ = layout.sentence_of(hit.first)
    _, last = layout.blocks[layout.block_of(hit.first)]
    if hit.last <= last and _leads(layout, first, hit.first):
        layout.paint(first, last, hit.cue.zone)


def _holds(layout: Layout, hit: Hit) -> None:
    first, last = layout.sentence_of(hit.first)
    if hit.last <= layout.blocks[layout.block_of(hit.first)][1]:
        layout.paint(first, max(last, hit.last), hit.cue.zone)


def _tail(layout: Layout, hit: Hit) -> None:
    """Mark a credit at the end of a block, with the names before it; what precedes is a caption."""
    first, last = layout.blocks[layout.block_of(hit.first)]
    words = layout.tokens.words
    if hit.last > last or last - hit.last > TAIL:
        return
    if words[hit.first][0].islower() and hit.first > first and words[hit.first - 1] not in "(|/":
        return  # prose: "moved by a photo by a passer-by"
    if words[hit.first] != "(" and sum(word[0].islower() for word in words[hit.last : last]) > 2:
        return  # prose: "a Reuters/Ipsos poll of 1,200 people"
    start = _names_before(layout.tokens, first, hit.first)
    layout.paint(start, last, "credit")
    if first < start and last - first <= 3 * SHORT and not any(layout.codes[first:start]):
        layout.paint(first, start, "caption")


def _names_before(tokens: Tokens, first: int, i: int) -> int:
    """Where the run of capitalised words before token i begins ("Ann Roe" of "Ann Roe/Getty Images")."""
    words = tokens.words
    if words[i] == "(" or (words[i] != "/" and not (i > first and words[i - 1] == "/")):
        return i
    start = i
    while start > first and start > i - TAIL:
        word = words[start - 1]
        initial = word == "." and start - 1 > first and len(words[start - 2]) == 1
        if not (word[0].isupper() or word == "/" or initial):
            break
        start -= 1
    return start


SCOPES = {
    "block": _block,
    "alone": _alone,
    "ends": _ends,
    "sentence": _sentence,
    "rest": _rest,
    "holds": _holds,
    "tail": _tail,
}


def read_links(layout: Layout) -> None:
    """Mark mid-text links: "Read  Minister visits flood town", a block of its own without a stop."""
    words = layout.tokens.words
    for block, (first, last) in enumerate(layout.blocks):
        if words[first] in ("Read", "READ") and 2 < last - first <= SHORT and not layout.codes[first]:
            titled = words[first + 1][0].isupper() or words[first + 1] in MARKS
            if len(layout.tokens.gap(first)) > 1 or (titled and not layout.stopped(block)):
                layout.paint(first, last, "related")


def loose_lines(layout: Layout) -> None:
    """Mark menus ("Share | Print | 12 comments"), shouted links and lines of credit without a cue."""
    words = layout.tokens.words
    capitals = layout.tokens.text.isupper()
    for block, (first, last) in enumerate(layout.blocks):
        if layout.codes[first] or not 2 < last - first <= SHORT:
            continue
        line = words[first:last]
        if line.count("|") >= 2 and line[0] != "|" and not layout.stopped(block):
            layout.paint(first, last, "boilerplate")
        elif "/" in line and last - first <= TAIL and all(w[0].isupper() or w in "/.,-&()" for w in line):
            layout.paint(first, last, "credit")
        elif block and not capitals and _shouted(line) and not layout.stopped(block):
            layout.paint(first, last, "related")


def _shouted(line: list[str]) -> bool:
    """Whether a line is five or more words, all in capitals."""
    letters = [word for word in line if word[0].isalpha()]
    return len(letters) >= 5 and all(word == word.upper() for word in letters)


def captions(layout: Layout) -> None:
    """Mark captions by the credit beside them, and their repetition in the next block."""
    lower = layout.tokens.lower
    for block in range(1, len(layout.blocks)):
        (first, last), (start, end) = layout.blocks[block], layout.blocks[block - 1]
        zones = layout.zone(block - 1), layout.zone(block)
        same = lower[start : min(end, start + last - first)] == lower[first:last]
        if (zones == ("caption", "body") and same) or (
            zones == ("credit", "body") and _captions_photograph(layout, block)
        ):
            layout.paint(first, last, "caption")
        elif zones == ("body", "credit") and _bracketed_below(layout, block):
            layout.paint(start, end, "caption")


def _bracketed_below(layout: Layout, block: int) -> bool:
    """Whether a credit in brackets stands below a short line without a stop: its caption."""
    start, end = layout.blocks[block - 1]
    bracketed = layout.tokens.words[layout.blocks[block][0]] == "("
    return bracketed and end - start <= SHORT and not layout.stopped(block - 1)


def _captions_photograph(layout: Layout, block: int) -> bool:
    """Whether a block below a line of credit is one sentence that names a year, as captions do."""
    first, last = layout.blocks[block]
    words = layout.tokens.words[first:last]
    dated = any(len(word) == 4 and word[:2] in {"19", "20"} and word.isdigit() for word in words)
    return dated and last - first <= 60 and layout.sentence_of(first) == (first, last)


def web_addresses(layout: Layout) -> None:
    """Mark web and mail addresses: their digits count nothing."""
    tokens = layout.tokens
    for i in [i for i, word in enumerate(tokens.lower) if word in LINKED]:
        if layout.codes[i] == BOILERPLATE:
            continue
        first = last = i
        while first > 0 and first > i - SHORT and tokens.ends[first - 1] == tokens.starts[first]:
            first -= 1
        while last < len(tokens) - 1 and last < i + SHORT and tokens.ends[last] == tokens.starts[last + 1]:
            last += 1
        if last - first >= 2:
            layout.paint(first, last + 1, "boilerplate")


def comments(layout: Layout) -> None:
    """Mark HTML comments, which Markdown knows too: they are for editors, not for readers."""
    text, starts = layout.tokens.text, layout.tokens.starts
    begin = text.find("<!--")
    while begin >= 0:
        end = text.find("-->", begin)
        if end < 0:
            return
        layout.paint(bisect_left(starts, begin), bisect_left(starts, end + len("-->")), "boilerplate")
        begin = text.find("<!--", end)


def between_notices(layout: Layout, quoted: bytearray) -> None:
    """Mark a little text without figures or speech between two notices near the end: more of them."""
    words = layout.tokens.words
    runs = [m.span() for m in NOTICE.finditer(layout.codes, len(words) // 2)]
    for (_, left), (right, _) in pairwise(runs):
        if right - left <= BETWEEN and not any(
            layout.codes[i] or quoted[i] or words[i][0].isdigit() for i in range(left, right)
        ):
            layout.paint(left, right, "boilerplate")
