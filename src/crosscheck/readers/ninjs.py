"""News items in ninjs, the IPTC's JSON form, versions 1 to 3: which fields are which.

Version 1 has keys by pattern ("headline", "headline_main", "body_text", "body_xhtml",
"versioncreated"); versions 2 and 3 have lists with roles ("headlines", "bodies") and capitals
within names ("versionCreated"). Source: https://iptc.org/std/ninjs/ (schemas 1.5, 2.4, 3.3).
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

BODIES = ("body_xhtml", "body_html", "body_richtext", "body_main", "body_text")
BLOCKS = frozenset(
    "address article aside blockquote body br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 "
    "h6 header hr html li main ol p pre section table td th tr ul".split()
)
TAG = re.compile("<[/!a-zA-Z]")
SILENT = frozenset({"script", "style"})


def is_item(row: Mapping[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has no "text", but a body or headlines as ninjs has them."""
    return "text" not in row and (
        any(isinstance(row.get(key), list) for key in ("bodies", "headlines"))
        or any(key.startswith("body_") for key in row)
        or ("uri" in row and bool(row.keys() & {"versioncreated", "versionCreated", "representationtype"}))
    )


def fields(row: Mapping[str, Any]) -> tuple[str, dict[str, object]]:
    """The text of an item and the fields of its article; the text is empty where it has no body.

    The headline is the first block of the text, so that it is checked like any other.
    """
    headline, body = _headline(row), _body(row)
    text = f"{headline}\n\n{body}" if headline and body else body
    return text, {
        "id": row.get("uri") or row.get("guid"),
        "title": headline or None,
        "source": _publisher(row),
        "published": next(
            (row[k] for k in ("contentCreated", "contentcreated", "versionCreated", "versioncreated",
                              "firstCreated", "firstcreated") if row.get(k)), None),
        "language": str(row.get("language") or "en")[:2].lower(),
    }  # fmt: skip


def withdrawn(row: Mapping[str, Any]) -> str | None:
    """The publishing status of an item that must not be used ("canceled", "withheld"), or None."""
    status = row.get("pubStatus") or row.get("pubstatus")
    return str(status) if status in ("canceled", "withheld") else None


def _headline(row: Mapping[str, Any]) -> str:
    told = _main(row.get("headlines")) or row.get("headline") or row.get("headline_main")
    return plain(told) if isinstance(told, str) else ""


def _body(row: Mapping[str, Any]) -> str:
    """The body as plain text, from the form that has its paragraphs where there are several."""
    told = _main(row.get("bodies"), rich=True)
    if told is None:
        others = sorted(key for key in row if key.startswith("body_") and key not in BODIES)
        found = [row[key] for key in (*BODIES, *others) if isinstance(row.get(key), str) and row[key].strip()]
        told = found[0] if found else ""
    return plain(told)


def _main(listed: object, *, rich: bool = False) -> str | None:
    """The value of the main one of several headlines or bodies, or of one with markup."""
    rows = [r for r in listed if isinstance(r, dict)] if isinstance(listed, list) else []
    rows = [r for r in rows if isinstance(r.get("value"), str) and r["value"].strip()]
    marked = [r for r in rows if "html" in str(r.get("contentType") or r.get("contenttype") or "")]
    main = [r for r in rows if r.get("role") == "main"]
    best = [*(marked if rich else ()), *main, *rows]
    return str(best[0]["value"]) if best else None


def _publisher(row: Mapping[str, Any]) -> str | None:
    for key in ("infoSources", "infosource", "infosources"):
        listed = row.get(key)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict) and isinstance(one.get("name"), str):
                return str(one["name"])
    for key in ("copyrightHolder", "copyrightholder", "source"):
        if isinstance(row.get(key), str) and row[key]:
            return str(row[key])
    return None


def plain(markup: str) -> str:
    r"""The text of HTML, its blocks as paragraphs; text without markup stays as it is.

    >>> plain("<p>Two &amp; three.</p><p>Four<br/>five.</p>")
    'Two & three.\n\nFour\n\nfive.'
    """
    markup = markup.replace("\0", "")
    if not TAG.search(markup):
        return html.unescape(markup).strip()
    blocks = (" ".join(block.split()) for block in "".join(_pieces(markup)).split("\0"))
    return "\n\n".join(block for block in blocks if block)


def _pieces(markup: str) -> Iterator[str]:
    """The text between the tags, with a NUL for the edge of each block; one pass, no backtracking."""
    at, silent = 0, ""
    while True:
        start = markup.find("<", at)
        end = markup.find(">", start) if start >= 0 else -1
        if end < 0:
            yield "" if silent else html.unescape(markup[at:])
            return
        if not silent:
            yield html.unescape(markup[at:start])
        name = markup[start + 1 : start + 20].lstrip("/").split(">", 1)[0].split(None, 1)
        tag = name[0].rstrip("/").lower() if name else ""
        if tag in BLOCKS:
            yield "\0"
        if tag in SILENT:
            silent = "" if markup[start + 1] == "/" else tag
        at = end + 1
