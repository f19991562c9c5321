"""What a number counts: the head noun, its class, its modifiers and the verb over it.

The noun phrase comes from `phrases`; the verb is found by the predicate lexicon, within the clause.
"""

from collections.abc import Iterator
from typing import Final

from crosscheck.extraction.numbers.phrases import (
    CLASSES,
    IDIOMS,
    PERSONAL,
    STOPS,
    VERBS,
    apposed,
    phrase,
    singular,
)
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset
from crosscheck.model import Counted

DEMONYMS: Final = ("an", "ese", "ish", "eli", "aqi", "emi", "iti", "ani")
FATAL: Final = {"kill": "death", "die": "death", "injure": "injury"}
AUXILIARIES: Final = wordset("number_cues", "counted", "auxiliaries")
ADVERBS: Final = wordset("number_cues", "counted", "adverbs")
BEFORE_OBJECT: Final = ADVERBS | frozenset(
    "at least more than over nearly about some up to as many an estimated".split()
)
CLAUSE: Final = frozenset(
    '. ; : ! ? ( ) " “ ” — – and but who which that when while after before because as if although'.split()
)
FELLED: Final = frozenset("dead killed wounded injured missing displaced slain freed".split())
NOT_NOUNS: Final = wordset("number_cues", "counted", "not_nouns")
PARTICIPLES: Final = frozenset("dead slain shot hurt held stuck missing captive homeless fled died".split())
TOTALS: Final = wordset("number_cues", "counted", "totals")
LINKS: Final = wordset("number_cues", "counted", "links")
LIVES: Final = frozenset(("life", "soul"))
TAKEN: Final = wordset("verbs", "lives", "taken")
TAKING: Final = 6  # tokens on either side of "nine lives" among which stands what became of them


def counted(
    view: View, first: int, last: int, *, one: bool = False, noun: bool = True
) -> tuple[Counted, int] | None:
    """What the number in tokens `first` to `last` counts, and the last token of its noun phrase.

    `first` is the token where the figure starts with its hedge; `noun` false asks only for
    a noun before the figure and a verb (for money and measures).
    """
    found = phrase(view, last, one=one) if noun else None
    if found is not None and found.noun in FELLED:  # "two of the wounded"
        felled, others = VERBS[found.noun], tuple(m for m in found.modifiers if m != "people")
        return Counted("person", _kind("person", felled), others, felled), found.last
    if found is not None and found.noun in LIVES and _ended(view, first, found.last):
        return Counted("person", "death", found.modifiers, "die"), found.last
    if found is not None:
        verb = governing(view, first, found.last)
        people = view.words[found.last][:1].isupper() and found.noun.endswith(DEMONYMS)
        kind = _kind("person" if people else found.noun, verb)
        return Counted(found.noun, kind, found.modifiers, verb), found.last
    participle = None if view.breaks(last) else _predicate(view, last + 1)
    if participle is not None and noun:
        k, _ = participle
        verb = _verb(view.lower, k)
        return Counted("person", _kind("person", verb), (), verb), k
    if not noun:
        behind = apposed(view, last + 1)
        if behind is not None:
            return Counted(
                behind.noun, _kind(behind.noun, None), behind.modifiers, governing(view, first, behind.last)
            ), behind.last
    title = _noun_before(view, first)
    if title is not None:
        return Counted(
            title[0], CLASSES.get(title[0], title[0]), title[1], governing(view, first, last)
        ), last
    verb = _left_verb(view, first)
    if verb in PERSONAL and noun:
        return Counted("person", _kind("person", verb), (), verb), last
    verb = governing(view, first, last)
    return (Counted("", "", (), verb), last) if verb is not None else None


def _verb(lower: list[str], k: int) -> str | None:
    """The class of the verb at token k, or of the idiom that opens there ("lost their lives")."""
    for name, told in IDIOMS.get(lower[k], ()):
        if lower[k : k + len(told)] == told:
            return name
    return VERBS.get(lower[k])


def _ended(view: View, first: int, last: int) -> bool:
    """Whether the lives counted in tokens `first` to `last` ended: "claimed 12 lives", "nine lives lost"."""
    before = _clause_left(view, first)
    return not TAKEN.isdisjoint(before) or any(view.lower[k] in TAKEN for k in _near_right(view, last))


def _clause_left(view: View, first: int) -> list[str]:
    """The words right before a figure, over hedges, articles and a preposition."""
    k = first - 1
    while k > 0 and first - k < TAKING and (view.lower[k] in BEFORE_OBJECT or view.lower[k] in ("of", "the")):
        k -= 1
    return view.lower[max(k, 0) : first]


def _near_right(view: View, last: int) -> Iterator[int]:
    return (k for k in _clause_right(view, last) if k <= last + TAKING)


def _kind(head: str, verb: str | None) -> str:
    """The class of a head noun; people who were killed or hurt are deaths and injuries."""
    kind = CLASSES.get(head, head)
    return FATAL.get(verb or "", kind) if kind == "person" else kind


def _predicate(view: View, j: int) -> tuple[int, str] | None:
    """A predicate right behind a number without a noun: "32 confirmed dead", "112 were freed"."""
    lower = view.lower
    for k in range(j, j + 5):
        word = lower[k]
        if word in IDIOMS and _verb(lower, k) in PERSONAL:
            return k, word
        if VERBS.get(word) in PERSONAL and (word.endswith("ed") or word in PARTICIPLES):
            return k, word
        if (
            word not in AUXILIARIES
            and word not in ADVERBS
            and word not in ("others", "more", "other", "people")
        ):
            return None
    return None


def governing(view: View, first: int, last: int) -> str | None:
    """The class of the verb over the noun phrase from token `first` to `last`."""
    return _left_verb(view, first) or _right_verb(view, last) or _far_left_verb(view, first)


def _left_verb(view: View, first: int) -> str | None:
    """An active verb right before its object: "killing at least 17", "released another 12"."""
    lower = view.lower
    for k in range(first - 1, max(-1, first - 6), -1):
        verb = VERBS.get(lower[k])
        if verb is not None:
            return verb
        if lower[k] not in BEFORE_OBJECT:
            return None
    return None


def _right_verb(view: View, last: int) -> str | None:
    """The first known verb behind the noun phrase in its clause: "hostages held in the mill were freed".

    A finite passive ("were freed") wins over a participle before it ("held").
    """
    participle = None
    for k in _clause_right(view, last):
        verb = _verb(view.lower, k)
        if verb is None:
            continue
        if k > last + 1 and _passive(view.lower, k):
            return verb
        participle = participle or verb
    return participle


def _passive(lower: list[str], k: int) -> bool:
    return any(w in AUXILIARIES for w in lower[max(0, k - 3) : k])


def _clause_right(view: View, last: int) -> Iterator[int]:
    lower = view.lower
    for k in range(last + 1, min(view.size, last + 11)):
        word = lower[k]
        if (
            (word in CLAUSE and word not in ("who", "that", "which", "and") and k > last + 1)
            or word in ".;:!?"
            or view.breaks(k - 1)
        ):
            return
        if word == "," and lower[k + 1] not in ("including", "who", "most", "all", "mostly"):
            return
        if word[:1].isdigit():
            return
        yield k


def _far_left_verb(view: View, first: int) -> str | None:
    """The nearest known verb before the number in its clause: "voted by a margin of 12"."""
    lower = view.lower
    for k in range(first - 1, max(-1, first - 9), -1):
        word = lower[k]
        if word in CLAUSE or word == "," or view.breaks(k):
            return None
        verb = VERBS.get(word)
        if verb is not None:
            return verb
    return None


def _total(view: View, k: int) -> int:
    """The token of "toll", "number" ... a little before token k in its clause, else k.

    So "41" finds the toll in "put the toll of the storm at 41".
    """
    lower = view.lower
    for i in range(k, max(-1, k - 9), -1):
        if lower[i] in TOTALS:
            return i
        if lower[i] in CLAUSE or lower[i] == "," or view.breaks(i) or lower[i][:1].isdigit():
            break
    return k


def _noun_before(view: View, first: int) -> tuple[str, tuple[str, ...]] | None:
    """A noun before the figure: "a death toll of 41", "the toll rose to 41", "a crowd of 200"."""
    lower = view.lower
    k, steps = first - 1, 0
    while (
        k >= 0
        and steps < 5
        and (lower[k] in LINKS or lower[k] in ("has", "had", "have", "the", "a", "in", "risen"))
    ):
        k -= 1
        steps += 1
    if k < 0 or not steps or not lower[k].isalpha() or view.breaks(k):
        return None
    if lower[k] not in TOTALS:
        k = _total(view, k)
    word = singular(lower[k])
    if word not in TOTALS and not (
        lower[k + 1] == "of"
        and word not in STOPS
        and word not in NOT_NOUNS
        and steps == 1
        and (word not in VERBS or lower[k - 1] in ("a", "an", "the"))
    ):
        return None
    before = lower[k - 1] if k else ""
    if word in ("toll", "casualty", "casualties"):
        return ("death" if word == "toll" else "injury"), (
            before,
        ) if before.isalpha() and before not in STOPS else ()
    if word in ("number", "total", "count", "tally", "figure") and lower[k + 1] == "of" and before in STOPS:
        return None
    return word, (before,) if before.isalpha() and before not in STOPS else ()
