"""Which words can name one thing: their commonest senses, from WordNet.

"Detainees" and "prisoners", "evacuated" and "evacuation" are not the same word and may be said
of the same fact. The table holds stems (`lexicon.words.stem`) with the senses in which they are
mostly used, and the senses of the next wider nouns.
"""

from functools import cache, lru_cache
from importlib import resources

NONE: frozenset[str] = frozenset()


@cache
def _rows() -> tuple[dict[str, str], dict[str, str]]:
    """(stem -> its row, irregular form -> stem)."""
    text = resources.files("crosscheck.lexicon").joinpath("senses.txt").read_text(encoding="utf-8")
    rows, forms = {}, {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        word, tab, row = line.partition("\t")
        if tab:
            rows[word] = row
        else:
            form, _, base = line.partition(" =")
            forms[form] = base
    return rows, forms


def regular(word: str) -> str | None:
    """The stem that an irregular form stands for, None where it is none.

    >>> regular("sold"), regular("fish")
    ('sell', None)
    """
    return _rows()[1].get(word)


@lru_cache(maxsize=65536)
def senses(stem: str) -> tuple[frozenset[str], frozenset[str]]:
    """The senses of a stem, and those of the next wider nouns; both empty where it is unknown."""
    row = _rows()[0].get(stem)
    if row is None:
        return NONE, NONE
    own, _, rest = row.partition("\t")
    wider = rest.partition("\t")[0]
    return frozenset(own.split()), frozenset(wider.split())


def verbal(stem: str) -> bool:
    """Whether a stem is mostly a verb.

    >>> verbal("evacuat"), verbal("coin")
    (True, False)
    """
    return _rows()[0].get(stem, "").endswith("\tv")


def likeness(one: str, two: str) -> str:
    """How near two stems are in meaning: "same", "synonym", "wider" or "other".

    >>> likeness("coin", "coin"), likeness("lawyer", "attorney"), likeness("coin", "runner")
    ('same', 'synonym', 'other')
    """
    if one == two:
        return "same"
    mine, above_mine = senses(one)
    other, above_other = senses(two)
    if not mine.isdisjoint(other):
        return "synonym"
    if not mine.isdisjoint(above_other) or not above_mine.isdisjoint(other):
        return "wider"
    return "other"
