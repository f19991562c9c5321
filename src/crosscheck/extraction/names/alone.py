"""Roles that stand for their holder without the name: "the mayor", "the mayor-elect", "the manager".

They are joined only where exactly one person of the article holds that role.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import cast

from attrs import evolve

from crosscheck.extraction.document import Document
from crosscheck.extraction.tokens import Tokens, bare
from crosscheck.lexicon.offices import LONGEST, marker, offices, states
from crosscheck.model import Mention
from crosscheck.values import Name, Post

WANTED = {"future": ("future",), "past": ("past",), "other": ("lesser", "future")}
MOST_HOLDERS = 200  # persons of one article that are looked at


def find(document: Document) -> Iterator[Mention]:
    """Mentions of kind "role", each with the name of its holder."""
    held = _held(document)
    tokens, lower = document.tokens, document.tokens.lower
    last = -1
    for i, low in enumerate(lower):
        if low == "the" and i > last and document.zones.states(i):
            end, words, state = _role(tokens, i + 1)
            if end < 0:
                continue
            key = words if words in held or offices()[words].weak else f"@{offices()[words].name}"
            holder = _holder(held.get(key, []), state, tokens.starts[i])
            if holder is not None:
                start, stop = tokens.starts[i], tokens.ends[end] - (len(lower[end]) - len(bare(lower[end])))
                text = tokens.text[start:stop]
                name = evolve(holder, posts=(), roles=(text,), titles=(), age=None, linked=True)
                yield Mention(start, stop, text, "role", name)
                last = end


def _held(document: Document) -> dict[str, list[tuple[int, Post, Name]]]:
    """The last words of roles, and the names of offices, to who holds them in the article and where."""
    out: dict[str, list[tuple[int, Post, Name]]] = defaultdict(list)
    for mention in document.names:
        if mention.kind != "person":
            continue
        name = cast("Name", mention.value)
        for post in name.posts:
            for key in {post.words, post.words.rsplit(" ", 1)[-1], f"@{post.office}"}:
                if post.office != "kin" and len(out[key]) < MOST_HOLDERS:
                    out[key].append((mention.start, post, name))
    return out


def _role(tokens: Tokens, first: int) -> tuple[int, str, str | None]:
    """The role that begins at token `first`: its last token, its words, its state; (-1, ...) for none."""
    keys = tokens.lower
    state = None
    while first < len(keys) and keys[first] in states():
        state = "past" if keys[first] in marker("past") else "other"
        first += 1
    for end in range(min(first + LONGEST, len(keys)) - 1, first - 1, -1):
        words = " ".join([*keys[first:end], bare(keys[end])])
        if words in offices() and offices()[words].shown:
            return _ended(tokens, end, words, state)
    return -1, "", None


def _ended(tokens: Tokens, end: int, words: str, state: str | None) -> tuple[int, str, str | None]:
    """The role where nothing follows that makes it another's: a name, "of", a further noun."""
    keys = tokens.lower
    if keys[end + 1 : end + 2] == ["-"] and keys[end + 2 : end + 3] in (["elect"], ["designate"]):
        return end + 2, words, "future"
    if end + 1 < len(keys):
        after = keys[end + 1]
        if after in ("of", "for", "-") or tokens.words[end + 1][0] != after[0]:
            return -1, "", None
    return end, words, state


def _holder(found: list[tuple[int, Post, Name]], state: str | None, start: int) -> Name | None:
    """The one person who holds a role, as it stands for him or her at an offset; None if unclear."""
    wanted = WANTED.get(state or "", (None,))
    fitting = [(at, name) for at, post, name in found if post.state in wanted or _outgoing(post, state)]
    if state == "past" and not fitting:
        fitting = [(at, name) for at, post, name in found if post.state is None]
    if not fitting and state is None:
        fitting = [(at, name) for at, _, name in found]
    before = [(at, name) for at, name in fitting if at < start] or fitting
    people = {(n.given[:1], n.family) for _, n in before}
    families = {family for _, family in people}
    if not before or len(families) > 1:
        return None
    return next((n for _, n in before if n.given), before[-1][1])


def _outgoing(post: Post, state: str | None) -> bool:
    """Whether an outgoing holder is meant, who is "the mayor" still."""
    return state is None and post.state == "past" and "outgoing" in post.shown.lower()
