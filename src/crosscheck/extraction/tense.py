"""Whether the words around a date look back or ahead."""

from typing import Final

from crosscheck.extraction.written import Words

AHEAD: Final = frozenset(
    "will shall 'll ’ll won't won’t scheduled due planned plans expected expects slated upcoming set going deadline hopes"
    " hope intends aims begins starts opens opening until ahead would should must can may let's make remind meet meets"
    " i'll we'll he'll she'll they'll it'll i’ll we’ll he’ll she’ll they’ll it’ll".split()
)
BACK: Final = frozenset(
    "was were had did has have been said says told went came took gave made found held began left led met fell rose saw"
    " won lost ran got became brought fought broke spoke wrote shot hit cut put killed died fled sent struck sought"
    " taught thought caught bought felt kept paid sat stood understood heard meant spent built sold hurt grew knew"
    " threw flew drew chose froze rode drove wasn't weren't didn't".split()
)
NOT_VERBS: Final = frozenset(
    "united need speed indeed red bed feed seed weed hundred sacred naked wicked aged seed".split()
)
REACH = 18


def _look(word: str) -> int:
    if word in AHEAD:
        return 1
    return -1 if past(word) else 0


def past(word: str) -> bool:
    """Whether a word looks like a past tense or participle."""
    return word in BACK or (word.endswith("ed") and len(word) > 4 and word not in NOT_VERBS)


def direction(t: Words, first: int, last: int) -> int:
    """-1 where the verb nearest to a date is past, 1 where it looks ahead, 0 where there is none.

    The verb before the date counts before the one after it; a full stop ends the search.
    """
    lower = t.lower
    for i in range(first - 1, max(first - REACH, -1), -1):
        if (
            lower[i] in (".", "?", "!", ";") and t.tokens.gap(i) and len(lower[i - 1]) > 3
        ) or "\n" in t.tokens.gap(i):
            break
        found = _look(lower[i])
        if found < 0 and i and lower[i - 1] == "be":
            return 1  # "could be released as early as Thursday"
        if found:
            return found if found < 0 or not _perfect(lower, i) else -1
    for i in range(last + 1, min(last + REACH, t.size)):
        if lower[i] in (".", "?", "!", ";") or "\n" in t.tokens.gap(i - 1):
            break
        found = _look(lower[i])
        if found:
            return found
    return 0


def _perfect(lower: list[str], i: int) -> bool:
    """As in "was set", "had planned", "would have": a look ahead from the past is not certain."""
    return lower[i + 1] == "have" or lower[i - 1] == "had"
