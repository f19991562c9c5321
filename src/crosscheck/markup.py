"""HTML from values: every text is escaped and freed of what could steer a reader's eye.

Only `Markup` stands as it is; `tag`, `join` and `escape` make it.
"""

import html
import re
from collections.abc import Iterable

VOID = frozenset({"meta", "link", "input"})
DRAWN = frozenset({"rect", "line", "circle"})
Child = str | None


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def _harmless(code: int) -> str:
    """What is shown for a character that would be unseen, or would turn the text around it."""
    if code < 0x20:
        return chr(0x2400 + code)  # the pictures of control characters
    if code == 0x7F or 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return f"[U+{code:04X}]"


# Marks that turn or nest the direction of text, and those that hide in it.
DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
HARMFUL = {
    code: _harmless(code)
    for code in (*range(0x20), *range(0x7F, 0xA0), *DIRECTION)
    if chr(code) not in "\t\n\r\x85"
}
SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """A text without control characters, marks of direction and halves of characters, each shown instead."""
    if text.isascii() and text.isprintable():
        return text
    return SURROGATE.sub("\ufffd", text.translate(HARMFUL))


def cut(text: str, most: int = 400) -> str:
    """The beginning of a text, with an ellipsis where there is more.

    >>> cut("seventeen", 5)
    'seve…'
    """
    return text if len(text) <= most else text[: most - 1] + "…"


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "finding"), plural(1200, "finding")
    ('1 finding', '1,200 findings')
    """
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def escape(text: str) -> Markup:
    """A text as HTML, for elements and quoted attributes alike.

    >>> escape('<b class="x">')
    '&lt;b class=&quot;x&quot;&gt;'
    """
    return text if isinstance(text, Markup) else Markup(html.escape(clean(text)))


def join(parts: Iterable[Child], between: str = "") -> Markup:
    """Several pieces as one."""
    return Markup(escape(between).join(escape(part) for part in parts if part is not None))


def tag(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """An element; `class_` and the like lose their last underscore, others turn into hyphens.

    An attribute that is True stands bare, one that is None or False is left out.

    >>> tag("a", "1 < 2", href="#x", class_="up", data_n=3, hidden=False)
    '<a href="#x" class="up" data-n="3">1 &lt; 2</a>'
    """
    opened = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{opened}>")
    if name in DRAWN:
        return Markup(f"<{name}{opened}/>")
    return Markup(f"<{name}{opened}>{join(children)}</{name}>")


def _attribute(key: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.removesuffix("_").replace("_", "-") if key != "viewBox" else key
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
