"""A value in its line of text: where it stands, and the line cut to fit around it."""

import re
import unicodedata

from attrs import frozen

REACH = 600  # code points to either side of a value that are looked at
BREAK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029]")
STOP = re.compile(r"[.!?…][\"'”’»)\]*_]*[ \t\u00a0]+(?=[\"'“‘«(\[]?[A-Z0-9])")
LEAST = 24  # columns of context that a short sentence is filled up to


@frozen(slots=True)
class Excerpt:
    """A piece of one line: what stands `before` the value, the value, what comes `after`."""

    before: str
    value: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.value + self.after

    @property
    def underline(self) -> str:
        """Carets under the value, in columns of a terminal."""
        return " " * columns(self.before) + "^" * max(1, columns(self.value))


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column of an offset, both from 1, as editors count them."""
    offset = min(offset, len(text))
    line = text.count("\n", 0, offset)
    return line + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def excerpt(text: str, start: int, end: int, width: int) -> Excerpt:
    """The sentence around a value, cut to `width` columns, on one line and safe to print."""
    left, right = text[max(0, start - REACH) : start], text[end : end + REACH]
    before = BREAK.split(left)[-1]
    after = BREAK.split(right, maxsplit=1)[0]
    begins = [m.end() for m in STOP.finditer(before)]
    # "Lt. Gen. Ardan": a stop so near the value is more likely an abbreviation's.
    before = before[next((b for b in reversed(begins) if len(before) - b >= LEAST), 0) :].lstrip()
    if (stop := STOP.search(after)) is not None:
        after = after[: stop.end()]
    return _cut(printable(before), printable(text[start:end]), printable(after).rstrip(), width)


def _cut(before: str, value: str, after: str, width: int) -> Excerpt:
    """Shorten what surrounds a value, the longer side first, at the spaces between words."""
    if columns(value) > width - 8:
        value = value[: max(8, width - 9)] + "…"
    room = max(8, width - columns(value))
    left, right = columns(before), columns(after)
    if left + right > room:
        keep_right = min(right, max(room // 3, room - left))
        keep_left = min(left, room - keep_right)
        if left > keep_left:
            tail = before[-max(1, keep_left - 1) :]
            before = "…" + (tail[tail.find(" ") :] if " " in tail.rstrip() else tail)
        if right > keep_right:
            head = after[: max(1, keep_right - 1)]
            after = (head[: head.rfind(" ")] if " " in head.strip() else head) + "…"
    return Excerpt(before, value, after)


def printable(text: str) -> str:
    """The text without what could steer a terminal: a space for each control or direction mark."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else (" " if unicodedata.category(char)[0] in "CZ" else char)
        for char in text
    )


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
