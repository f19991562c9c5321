"""Roles as they are compared: the words of an office, its state, and what may stand beside it."""

import re

from benchmarks.entity_gold import Gold, Mark, words

_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pm": "prime minister",
    "ceo": "chief executive",
    "cfo": "chief financial",
    "coo": "chief operating",
    "dep": "deputy",
    "prof": "professor",
    "da": "district attorney",
    "mp": "member parliament",
    "ex": "former",
    "then": "former",
    "onetime": "former",
    "past": "former",
    "retired": "former",
    "lt": "lieutenant",
    "insp": "inspector",
    "sgt": "sergeant",
    "supt": "superintendent",
    "det": "detective",
    "atty": "attorney",
}
_EMPTY = frozenset(
    "the a an of for at in to and on s his her its their who was is as officer late outgoing current "
    "present longtime".split()
)
STATES = {"former", "acting", "interim", "elect", "designate", "incoming", "emeritus"}

_CLAUSE = re.compile(r"[,.;:\n”\"]")


def office_words(text: str) -> frozenset[str]:
    """The telling words of a role, lower case and singular: "the ex-chiefs of X" is former, chief, x."""
    tokens = [t for word in words(text.replace(".", "")) for t in _SHORT.get(word, word).split()]
    return frozenset(_singular(t) for t in tokens if t not in _EMPTY)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")) else word


def office(gold: Gold, mark: Mark) -> frozenset[str]:
    """A marked role's words without the names of places and bodies inside it."""
    text = mark.text
    for name in sorted(gold.of("name"), key=lambda m: -m.start):
        if mark.start <= name.start and name.end <= mark.end:
            text = text[: name.start - mark.start] + " " + text[name.end - mark.start :]
    return office_words(text)


def beside(gold: Gold, mark: Mark) -> frozenset[str]:
    """Words that a reader may add to a role: names inside it, words before it, the rest of its clause."""
    text = gold.article.text
    before = " ".join(text[max(0, mark.start - 80) : mark.start].split()[-4:])
    after = _CLAUSE.split(text[mark.end : mark.end + 120], maxsplit=1)[0]
    ids = [i for m in gold.of("name") if mark.start <= m.start and m.end <= mark.end for i in m.ids]
    inside = " ".join(name for i in ids for name in gold.entities[i].names)
    return office_words(f"{before} {after} {inside} {mark.text}") - STATES - office(gold, mark)
