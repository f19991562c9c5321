"""Organisations among the runs of capitalised words: conservative, by their own words."""

from collections.abc import Iterator, Sequence

from crosscheck.extraction.names.capitals import Part, words
from crosscheck.extraction.names.people import trimmed
from crosscheck.extraction.tokens import Tokens
from crosscheck.values import Name


def read(tokens: Tokens, run: Sequence[Part]) -> Iterator[tuple[int, int, Name]]:
    """The organisation that a run names: first and last token, value."""
    parts = trimmed(run)
    keys = [p.key for p in parts]
    if len(parts) >= 2 and keys[-1] in words("organisations", "suffix"):
        yield _found(tokens, parts)


def _found(tokens: Tokens, parts: Sequence[Part]) -> tuple[int, int, Name]:
    first, last = parts[0].first, parts[-1].last
    name = tokens.slice(first, last).removesuffix("'s").removesuffix("’s").rstrip("'’")
    return first, last, Name(name, aliases=_alias(tokens, last), kind="organisation")


def _alias(tokens: Tokens, last: int) -> tuple[str, ...]:
    """A short form in brackets behind a name: "(IDF)", "(Shin Bet)"."""
    if last + 2 < len(tokens) and tokens.words[last + 1] == "(":
        for k in range(last + 2, min(last + 5, len(tokens))):
            if tokens.words[k] == ")" and k > last + 2:
                return (tokens.slice(last + 2, k - 1),) if tokens.words[last + 2][0].isupper() else ()
    return ()
