"""Items of a list or a box of key figures, and words in bold: what Markdown puts around figures.

"**412** - Homes without power" and "- Homes without power: 412" say what a sentence would put right
behind the figure. An item may open with the mark of a list; emphasis is made by stars or underscores.
"""

from typing import Final

from crosscheck.extraction.tokens import Tokens

MARKS: Final = frozenset("*_#>•·-–—")
EMPHASIS: Final = frozenset("*_")
JOINTS: Final = frozenset("—–-:.")
OPENERS: Final = frozenset("([{\"'“‘|")
REACH: Final = 40  # tokens that are emphasised at most
MOST_MARKS: Final = 6
LABEL: Final = 7  # words of a label


def opens_item(tokens: Tokens, i: int) -> bool:
    """Whether token i is the first of its line, but for the marks of a list or of emphasis."""
    k = i - 1
    while k >= 0 and i - k <= MOST_MARKS and "\n" not in tokens.gap(k):
        if tokens.words[k] not in MARKS:
            return False
        k -= 1
    return k < 0 or "\n" in tokens.gap(k)


def emphasised(tokens: Tokens, i: int) -> bool:
    """Whether token i stands right behind marks of emphasis that close again on its line."""
    words = tokens.words
    k = i - 1
    while k >= 0 and i - k <= MOST_MARKS and words[k] in EMPHASIS and tokens.adjacent(k):
        k -= 1
    if k == i - 1 or (k >= 0 and tokens.adjacent(k) and words[k] not in OPENERS):
        return False
    mark = words[i - 1]
    for j in range(i, min(i + REACH, len(words))):
        if words[j] == mark and tokens.adjacent(j - 1):
            return True
        if "\n" in tokens.gap(j):
            break
    return False


def behind_marks(tokens: Tokens, last: int) -> int:
    """The last of the marks of emphasis that close right behind token `last`, else that token."""
    words, j = tokens.words, last
    while j + 1 < len(words) and words[j + 1] in EMPHASIS and tokens.adjacent(j) and j - last < MOST_MARKS:
        j += 1
    return j


def behind_joint(tokens: Tokens, first: int, last: int) -> int:
    """The token before the words that say what the figure in tokens `first` to `last` is.

    That is the dash of "**412** - Homes without power" where the figure opens its item, the closing
    mark of "**412** homes", and otherwise the last token of the figure itself.
    """
    words = tokens.words
    bold = behind_marks(tokens, last)
    j = bold + 1
    if (
        j + 1 >= len(words)
        or words[j] not in JOINTS
        or "\n" in tokens.text[tokens.ends[last] : tokens.starts[j + 1]]
    ):
        return bold
    after = behind_marks(tokens, j)
    spaced = not tokens.adjacent(bold) and not tokens.adjacent(j)
    if words[j] in ":." and not (after > j or bold > last):
        return bold
    if words[j] not in ":." and not spaced and bold == last:
        return bold
    return after if after + 1 < len(words) and opens_item(tokens, first) else bold


def _breaks(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a line ends between tokens i and j."""
    return "\n" in tokens.text[tokens.ends[i] : tokens.starts[j]]


def before_colon(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The first and last token of the label before a figure, "Staff" in "- **Staff:** 412"; None for none."""
    words, k = tokens.words, first - 1
    while k > 0 and words[k] in EMPHASIS and first - k <= MOST_MARKS:
        k -= 1
    if k < 1 or words[k] != ":" or _breaks(tokens, k, first):
        return None
    last = k - 1
    while last > 0 and words[last] in EMPHASIS:
        last -= 1
    start = last
    while start > 0 and last - start < LABEL and "\n" not in tokens.gap(start - 1):
        if not (words[start - 1][0].isalpha() or words[start - 1] in ",/&'’()"):
            break
        start -= 1
    return (start, last) if words[last][0].isalpha() and opens_item(tokens, start) else None
