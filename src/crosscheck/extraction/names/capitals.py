"""Runs of capitalised words: the raw material of names.

A run is a list of parts. A part is one word of a name with what belongs to it: the full
stop of an initial, the halves of "Mora-Ellis", the article of "al-Rashid". Lower-case
particles ("van der", "bin") between capitalised words are parts too.
"""

from functools import cache
from typing import NamedTuple

from crosscheck.extraction.document import Document
from crosscheck.extraction.tokens import Tokens, bare
from crosscheck.lexicon import wordset

OPEN_QUOTES = frozenset("\"“‘'«")
CLOSE_QUOTES = frozenset("\"”’'»")
TWO = frozenset(
    "U.S. U.K. U.N. E.U. D.C. L.A. N.Y. N.J. N.C. S.C. N.D. S.D. B.C. P.M. A.M. N.H. N.M. R.I.".split()
)
MOST_PARTS = 24  # longer runs are headlines in capitals and lists without commas; they are cut


class Part(NamedTuple):
    """One word of a run: its first and last token and its comparable form, lower case without stops."""

    first: int
    last: int
    key: str


@cache
def _stopped() -> frozenset[str]:
    """Abbreviations whose full stop does not end a run."""
    short = {w for row in ("courtesy", "rank", "noble") for w in wordset("titles", row) if len(w) <= 5}
    return frozenset(
        short | {"jr", "sr", "st", "pres", "sen", "sens", "rep", "reps", "gov", "atty", "asst", "ft", "mt"}
    )


def abbreviated(key: str) -> bool:
    """Whether a full stop behind this lower-case word belongs to it: an initial, "mr", "gen"."""
    return len(key) == 1 or key in _stopped()


def runs(document: Document) -> list[list[Part]]:
    """The runs of capitalised words of a document, in order, over unclaimed tokens."""
    tokens = document.tokens
    caps = [
        i for i, (w, low) in enumerate(zip(tokens.words, tokens.lower, strict=True))
        if w != low and w[0] != low[0]
    ]  # fmt: skip
    claimed, lower, words_ = document.claimed, tokens.lower, tokens.words
    opening, following = wordset("organisations", "opening"), set(caps)
    out: list[list[Part]] = []
    done = -1
    for i in caps:
        if lower[i] in opening and i + 1 not in following and words_[i] != "WHO":
            continue  # "The", "But": no name begins with it and ends there
        if i and words_[i - 1][-1].isdigit() and tokens.ends[i - 1] == tokens.starts[i]:
            continue  # "103FM" is a station
        if i > done and not claimed[i] and not _party(tokens, i):
            run = run_at(tokens, i)
            done = run[-1].last
            out.append(run)
    return out


def _party(tokens: Tokens, i: int) -> bool:
    """Whether a letter before a hyphen is a party's and no part of the name: "R-Port Ellery"."""
    if tokens.words[i] not in "RDI" or tokens.words[i + 1 : i + 2] not in (["-"], ["–"]):
        return False
    return i > 0 and tokens.words[i - 1] in ",("


def run_at(tokens: Tokens, i: int) -> list[Part]:
    """The run that begins at token i, which is capitalised."""
    if i >= 2 and tokens.words[i - 1] == "-" and tokens.lower[i - 2] in wordset("titles", "particle"):
        i -= 2
    parts: list[Part] = []
    while True:
        part = _part(tokens, i)
        parts.append(part)
        following = _next(tokens, part.last, part.key)
        if following < 0 or len(parts) >= MOST_PARTS:
            return parts
        i = following


def _part(tokens: Tokens, i: int) -> Part:
    last = i
    size = len(tokens)
    while (
        last + 2 < size
        and tokens.words[last + 1] in "-‐‑"
        and tokens.ends[last] == tokens.starts[last + 2] - 1
    ):
        if not tokens.words[last + 2][0].isalpha():
            break
        last += 2
    key = bare(
        tokens.lower[i] if last == i else tokens.slice(i, last).lower().replace("‐", "-").replace("‑", "-")
    )
    if last == i and len(tokens.words[i]) == 4 and key.count(".") == 2 and tokens.words[i] not in TWO:
        return Part(i, i, key.rstrip("."))  # "W.E." are initials and not the word "we"
    stop = last + 1 < size and tokens.words[last + 1] == "." and tokens.adjacent(last)
    if stop and abbreviated(key):
        last += 1
    return Part(i, last, key.replace(".", ""))


def _next(tokens: Tokens, last: int, key: str) -> int:
    """The token that carries the run on after token `last`, or -1."""
    i = last + 1
    if i >= len(tokens):
        return -1
    word, low = tokens.words[i], tokens.lower[i]
    if tokens.starts[i] - tokens.ends[last] == 1 and tokens.text[tokens.ends[last]] in " \xa0":
        if tokens.lower[last] != key and tokens.lower[last].endswith(("'s", "’s")):
            return -1
        if word[0] != low[0]:
            return i
        if low in wordset("titles", "particle"):
            return i if _leads_to_capital(tokens, i) else -1
        if word == "&" and i + 1 < len(tokens) and tokens.gap(i) == " " and tokens.capital(i + 1):
            return i
        if word in OPEN_QUOTES:
            return _after_nickname(tokens, i)
        return -1
    if word == "]" and tokens.capital(i + 1) and _bracketed(tokens, last):
        return i + 1
    return -1


def _leads_to_capital(tokens: Tokens, i: int) -> bool:
    """Whether only particles and hyphens stand between token i and a capitalised word."""
    for k in range(i + 1, min(i + 5, len(tokens))):
        if tokens.capital(k):
            return True
        if tokens.words[k] != "-" and tokens.lower[k] not in wordset("titles", "particle"):
            return False
    return False


def _after_nickname(tokens: Tokens, i: int) -> int:
    """The token after a quoted nickname that opens at token i and is followed by a capital, or -1."""
    for k in range(i + 2, min(i + 5, len(tokens) - 1)):
        if tokens.words[k] in CLOSE_QUOTES:
            return k + 1 if tokens.capital(k + 1) and tokens.capital(i + 1) else -1
    unclosed = tokens.words[i] == "‘" and tokens.capital(i + 1) and tokens.capital(i + 2)
    return i + 1 if unclosed else -1


def _bracketed(tokens: Tokens, last: int) -> bool:
    """Whether an editor's bracket opened within the eight tokens before."""
    return "[" in tokens.words[max(0, last - 8) : last + 1]


def after_comma(tokens: Tokens, last: int) -> int:
    """The token after ", " behind token `last`, or -1."""
    i = last + 1
    return i + 1 if i + 1 < len(tokens) and tokens.words[i] == "," else -1
