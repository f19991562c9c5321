"""Signs of currencies before a figure and their names behind it, as forms of tokens only.

The reader of numerals asks here whether "m" behind a figure means millions; `units` says
which currency a form means.
"""

from collections.abc import Iterator
from typing import Final

from crosscheck.extraction.tokens import TOKEN, Tokens
from crosscheck.lexicon import table

Form = tuple[str, ...]
Forms = dict[str, list[Form]]
LARGE: Final = frozenset(  # names that are other words too: money from a hundred on, not "the 100m mark"
    "won wons mark marks rand real dong ether sterling kip lev lei dram soles leone quetzal quetzals".split()
)


def split(form: str) -> Form:
    """A form of the lexicon as tokens."""
    return tuple(TOKEN.split(form)[1::2])


def lowered(form: str) -> Form:
    """A form of the lexicon as lower-case tokens; "U.S." is one token only in capitals."""
    return tuple(word.lower() for word in split(form))


def spellings(form: str) -> Iterator[str]:
    """A form, its American spelling and their plurals."""
    for spelling in {form, form.replace("metre", "meter").replace("litre", "liter")}:
        yield spelling
        if len(spelling) > 3 and spelling.isascii() and spelling[-1].isalpha() and not spelling.endswith("s"):
            yield spelling + "s"


def _index(forms: set[Form], key: int) -> Forms:
    index: Forms = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        index.setdefault(form[key], []).append(form)
    return index


def _ahead() -> Iterator[str]:
    for code, row in table("currencies").items():
        for kind in ("signs", "shared", "strict", "cued", "stray"):
            yield from row.get(kind, ())
        yield code


def _behind() -> Iterator[str]:
    for code, row in table("currencies").items():
        if code not in row.get("strict", ()):
            yield code
        yield from (s for kind in ("names", "plain") for name in row.get(kind, ()) for s in spellings(name))
    yield from ("pounds", "pounds sterling")


AHEAD: Final = _index({split(form) for form in _ahead()}, -1)
BEHIND: Final = _index({lowered(form) for form in _behind() if form not in LARGE}, 0)
STRICT: Final = frozenset(form for row in table("currencies").values() for form in row.get("strict", ()))


def ahead(tokens: Tokens, j: int) -> Form | None:
    """The sign or code that ends at token j, by its longest form."""
    words = tokens.words
    for form in AHEAD.get(words[j], ()):
        first = j + 1 - len(form)
        if first == j or (
            first >= 0 and tuple(words[first : j + 1]) == form and _touches(tokens, first, j, form)
        ):
            return form
    return None


def _touches(tokens: Tokens, first: int, j: int, form: Form) -> bool:
    """Whether what stands before a mark belongs to it: "A$5", "c $ 5" (all apart), not "Annex A $5"."""
    letter = form[0]
    if form[-1] in "/.¢":  # "S/350", "Rs. 5"; not "classes / 350"
        return all(tokens.adjacent(k) for k in range(first, j))
    return len(letter) > 1 or tokens.adjacent(first) or (letter not in "Aa" and not tokens.adjacent(j))


def behind(lower: list[str], j: int) -> bool:
    """Whether the name of a currency starts at token j of the lower-cased words."""
    return any(len(form) == 1 or tuple(lower[j : j + len(form)]) == form for form in BEHIND.get(lower[j], ()))
