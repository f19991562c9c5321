"""Organisations and places among the runs of capitalised words: conservative, by their own words."""

from collections.abc import Iterator, Sequence

from crosscheck.extraction.names.capitals import Part, words
from crosscheck.extraction.names.people import trimmed
from crosscheck.extraction.tokens import Tokens
from crosscheck.values import Name

PREPOSITIONS = frozenset("in at near from to of around outside across into".split())


def read(tokens: Tokens, run: Sequence[Part]) -> Iterator[tuple[int, int, Name]]:
    """The organisation or place that a run names: first and last token, value."""
    parts = trimmed(run)
    keys = [p.key for p in parts]
    if len(parts) >= 2 and keys[-1] in words("organisations", "suffix"):
        yield _found(tokens, parts, "organisation")
    elif (len(parts) >= 2 and keys[-1] in words("organisations", "place")) or _is_place(tokens, parts, keys):
        yield _found(tokens, parts, "place")


def _is_place(tokens: Tokens, parts: Sequence[Part], keys: Sequence[str]) -> bool:
    """A known country, state or city, or any run with a state behind a comma, after a preposition."""
    if parts[0].first == 0 or tokens.lower[parts[0].first - 1] not in PREPOSITIONS or len(parts) > 3:
        return False
    known = (
        words("organisations", "nations")
        | words("organisations", "states")
        | words("organisations", "cities")
    )
    if all(k in known or k in words("organisations", "lead") for k in keys):
        return True
    after = parts[-1].last + 2
    return (
        after < len(tokens)
        and tokens.words[after - 1] == ","
        and tokens.words[after][0].isupper()
        and tokens.lower[after].rstrip(".") in words("organisations", "states")
    )


def _found(tokens: Tokens, parts: Sequence[Part], kind: str) -> tuple[int, int, Name]:
    first, last = parts[0].first, parts[-1].last
    name = tokens.slice(first, last).removesuffix("'s").removesuffix("’s").rstrip("'’")
    return first, last, Name(name, aliases=_alias(tokens, last), kind=kind)


def _alias(tokens: Tokens, last: int) -> tuple[str, ...]:
    """A short form in brackets behind a name: "(IDF)", "(Shin Bet)"."""
    if last + 2 < len(tokens) and tokens.words[last + 1] == "(":
        for k in range(last + 2, min(last + 5, len(tokens))):
            if tokens.words[k] == ")" and k > last + 2:
                return (tokens.slice(last + 2, k - 1),) if tokens.words[last + 2][0].isupper() else ()
    return ()
