"""The lexer: one pass of one compiled pattern over the text.

A token is a run of letters (inner apostrophes included), a run of digits with its
grouping and decimal marks, a dotted acronym, or a single other character that is not
white space. "5bn", "103FM" and "10-15" are therefore two, two and three tokens.
"""

import re
from itertools import accumulate

TOKEN = re.compile(
    r"(\d+(?:[.,]\d+)*"  # 12 / 1,200 / 3.2 / 1.2.3
    r"|(?:[A-Z]\.){2,}"  # U.S. / a.m. is lower case and no acronym
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"  # words: don't, O'Neill, Anna’s
    r"|[^\s])"
)


CLITICS = ("'s", "’s", "'d", "’d", "'ll", "’ll", "'ve", "’ve", "'re", "’re")


class Tokens:
    """Parallel lists over the tokens of a text: `words`, `lower`, `starts`, `ends`.

    `text[starts[i]:ends[i]] == words[i]` for every i; `lower` is lower-cased word by word,
    so that it never shifts an offset.
    """

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        pieces = TOKEN.split(text)
        edges = list(accumulate(map(len, pieces)))
        self.text = text
        self.words: list[str] = pieces[1::2]
        self.lower: list[str] = list(map(str.lower, self.words))
        self.starts: list[int] = edges[0::2][: len(self.words)]
        self.ends: list[int] = edges[1::2]

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital; not so behind the last token."""
        return i < len(self.words) and self.words[i][0] != self.lower[i][0]

    def adjacent(self, i: int) -> bool:
        """Whether token i + 1 follows token i without white space."""
        return i + 1 < len(self.words) and self.ends[i] == self.starts[i + 1]

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to and including token `last`."""
        return self.text[self.starts[first] : self.ends[last]]

    def gap(self, i: int) -> str:
        """The white space between token i and token i + 1."""
        return self.text[self.ends[i] : self.starts[i + 1]] if i + 1 < len(self.words) else ""


def bare(word: str) -> str:
    """A lower-case word without its possessive ending or a shortened verb.

    >>> bare("mueller’s"), bare("o'neill"), bare("jones'")
    ('mueller', "o'neill", 'jones')
    """
    if "'" not in word and "’" not in word:
        return word
    for ending in CLITICS:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word.rstrip("'’")


def unowned(word: str) -> str:
    """A word without "'s", and nothing else changed."""
    return word.removesuffix("'s").removesuffix("’s")
