"""What a number counts: the head noun, its class, its modifiers and the verb over it.

No parser: a noun phrase is followed over a few tokens by closed word classes and endings,
the verb by the predicate lexicon, both within the clause.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from crosscheck.extraction.numbers.figures import UNITS
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import table
from crosscheck.model import Counted

_NOUNS: Final = table("nouns")
_VERBS: Final = table("verbs")
CLASSES: Final[dict[str, str]] = {w: name for name, row in _NOUNS["classes"].items() for w in row.split()}
IRREGULAR: Final[dict[str, str]] = _NOUNS["irregular"]
SINGULAR: Final[frozenset[str]] = frozenset(_NOUNS["singular"]["words"].split())
VERBS: Final[dict[str, str]] = {w: name for name, row in _VERBS["classes"].items() for w in row.split()}
PERSONAL: Final = frozenset(_VERBS["personal"]["words"].split())
DEMONYMS: Final = ("an", "ese", "ish", "eli", "aqi", "emi", "iti", "ani")
FATAL: Final = {"kill": "death", "die": "death", "injure": "injury"}
PERSONS: Final = frozenset("person".split())

STOPS: Final = frozenset(
    "of for a an the this that these those and or but nor so yet in on at by to with from into "
    "onto over under about against between "
    "through during before after since until till within without across along among around "
    "behind beyond despite near "
    "toward towards upon via per than as if when where while who whom whose which what why how "
    "because although though "
    "is was are were be been being am has had have having do does did will would can could may "
    "might must shall should "
    "he she it they we you i him her them us me his its their our your my not no never only just also even "
    "said says say told according amid up down out off there here then now ago later last next today yesterday tomorrow".split()
)
SKIPPED: Final = frozenset(
    "more other others additional new further extra of the those these his her its their our such all".split()
)
AUXILIARIES: Final = frozenset(
    "were was are is been being be have has had got get left feared presumed reportedly".split()
)
ADVERBS: Final = frozenset(
    "also reportedly allegedly already so far now then still since later even just only "
    "another the a an total of all "
    "confirmed feared presumed officially initially previously currently seriously critically "
    "badly slightly".split()
)
BEFORE_OBJECT: Final = ADVERBS | frozenset(
    "at least more than over nearly about some up to as many an estimated".split()
)
CLAUSE: Final = frozenset(
    '. ; : ! ? ( ) " “ ” — – and but who which that when while after before because as if although'.split()
)
MEASURE_ENDS: Final = frozenset(
    "long wide high deep tall away thick north south east west northeast northwest southeast "
    "southwest off more less each apart "
    "higher lower above below annually daily monthly yearly worth total today yesterday last "
    "next this every monday tuesday "
    "wednesday thursday friday saturday sunday sure certain likely".split()
)
FELLED: Final = frozenset("dead killed wounded injured missing displaced slain freed".split())
WHOLES: Final = frozenset("time place day week month year term hour floor half quarter round".split())
DEEDS: Final = frozenset(
    "release attack test vote report win cut raise strike murder hit charge sentence arrest march "
    "exchange launch rescue "
    "lead march rise fall drop increase decline value cost fine grant award attempt record score".split()
)
OBJECTS: Final = frozenset("the a an his her their its our him them us that".split())
NOT_NOUNS: Final = frozenset(
    "instead because out top side front back ahead inside outside end case part kind sort one none "
    "some most many few all "
    "regardless afraid aware full".split()
)
PARTICIPLES: Final = frozenset("dead slain shot hurt held stuck missing captive homeless fled died".split())
COLLECTIVES: Final = frozenset(
    "population electorate workforce public country nation world market vote budget economy "
    "territory land area electorate "
    "audience membership revenue income debt output".split()
)
TOTALS: Final = frozenset(
    "toll tolls total number count tally population figure membership workforce casualties casualty "
    "attendance turnout crowd".split()
)
LINKS: Final = frozenset(
    "of to at is was are were stood stands rose rises reached reaches : hit now climbed fell put from "
    "by up".split()
)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a lower-case plural noun.

    >>> singular("hostages"), singular("people"), singular("families"), singular("crashes")
    ('hostage', 'person', 'family', 'crash')
    """
    known = IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss") or word in SINGULAR:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=16384)
def plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun.

    >>> plural("hostages"), plural("children"), plural("famous"), plural("was")
    (True, True, False, False)
    """
    if word in IRREGULAR:
        return True
    return (
        len(word) > 3 and word[-1] == "s" and word.isalpha() and not word.endswith(("ss", "ous", "us", "is"))
        and word not in SINGULAR and word not in STOPS
    )  # fmt: skip


class Phrase:
    """A noun phrase behind a number: its head's token, its noun and the words before the head."""

    __slots__ = ("last", "modifiers", "noun")

    def __init__(self, last: int, noun: str, modifiers: tuple[str, ...]) -> None:
        self.last = last
        self.noun = noun
        self.modifiers = modifiers


def phrase(view: View, i: int, *, one: bool) -> Phrase | None:
    """The noun phrase counted by a number that ends at token i; `one` asks for a singular noun."""
    lower, j = view.lower, i + 1
    if lower[j] in ("-", "‐", "‑") and view.glued(i) and view.glued(j):
        if lower[j + 1].endswith(("est", "ed")):  # "second-largest city", "third-ranked team"
            return _singular(view, j + 2)
        return _hyphened(view, j + 1)
    for _ in range(4):
        if lower[j] not in SKIPPED or view.breaks(j - 1):
            break
        if lower[j] == "of":
            one = False
        j += 1
    if view.breaks(j - 1) or j >= view.size or (lower[j] == "one" and lower[j - 1] == "of"):
        return None
    if lower[j - 1] in ("more", "others", "other") and lower[j].endswith("ed") and not plural(lower[j + 1]):
        return None  # "dozens more suffered burns"
    return _singular(view, j) if one else _plural(view, j)


def _hyphened(view: View, j: int) -> Phrase | None:
    """In "16-member crew" the head is "member", what is counted, and the noun behind it a modifier."""
    lower = view.lower
    if not lower[j].isalpha():
        return None
    outer = [lower[k] for k in (j + 1, j + 2) if lower[k].isalpha() and lower[k] not in STOPS][:1]
    return Phrase(j, singular(lower[j]), tuple(outer))


def _plural(view: View, j: int) -> Phrase | None:
    """The first plural within a few tokens, with the words before it."""
    modifiers: list[str] = []
    lower = view.lower
    for k in range(j, j + 7):
        word = lower[k]
        if word in ("and", "or") and modifiers and lower[k + 1] not in STOPS and lower[k + 1] not in UNITS:
            continue  # "eight Democratic and Republican leaders"
        if not word or _stops(view, word, k) or (k > j and view.breaks(k - 1)) or _finite(lower, k):
            return None
        if _heads(view, k):
            return Phrase(k, singular(word), tuple(modifiers))
        if word[0].isalnum():
            modifiers.append(_bare(word))
    return None


def _heads(view: View, k: int) -> bool:
    """Whether token k is the head: the last of the plurals ("sports cars"), or a word like "population"."""
    lower, word, after = view.lower, view.lower[k], view.lower[k + 1]
    if word in COLLECTIVES:
        return after in STOPS or after in VERBS or not after.isalpha()
    if not plural(word) or (plural(after) and view.words[k + 1].islower() and not view.breaks(k)):
        return False
    return not (word in ("dead", "wounded", "injured") and lower[k + 1].isalpha() and plural(after))


def _finite(lower: list[str], k: int) -> bool:
    """Whether token k is no part of a noun phrase: a verb, or a mark other than a dash or a comma."""
    word, after = lower[k], lower[k + 1]
    if word in VERBS and word not in CLASSES:
        return not _attributive(lower, k) if not plural(word) else VERBS[word] in PERSONAL
    if word == ",":
        return after in UNITS or after[:1].isdigit()
    return not word[0].isalnum() and word not in "-'’\"“”‘"


def _stops(view: View, word: str, k: int) -> bool:
    """Whether token k ends a noun phrase; "18 IS fighters" and "5,000 US troops" go on."""
    return word in STOPS and not (word in ("us", "is", "it") and view.words[k].isupper())


def _attributive(lower: list[str], k: int) -> bool:
    """Whether a participle stands before the noun it describes ("12 trapped miners")."""
    return plural(lower[k + 1]) or (lower[k + 1] not in STOPS and plural(lower[k + 2]))


def _singular(view: View, j: int) -> Phrase | None:
    """The last word of a short run of content words: "one local store", "a third man"."""
    lower = view.lower
    run: list[str] = []
    last = k = j
    while k < j + 7 and len(run) < 4:
        word = lower[k]
        if not word.isalpha() or word in STOPS or (run and view.breaks(k - 1)):
            break
        if run and word in VERBS:
            if word in DEEDS and lower[k + 1] not in OBJECTS:  # "a third major release of"
                run.append(word)
                last = k
            break
        if run and word.endswith(("ed", "ly")):
            break
        run.append(word)
        last = k
        if lower[k + 1] == "-" and view.glued(k) and view.glued(k + 1):
            k += 1
        elif word in CLASSES or word in WHOLES:
            break
        k += 1
    if not run:
        return None
    return Phrase(last, singular(run[-1]), tuple(run[:-1]))


def _apposed(view: View, j: int) -> Phrase | None:
    """The noun that a price or measure describes: "a $150 million deal", "a 51 percent stake"."""
    if view.breaks(j - 1) or not view.lower[j].isalpha():
        return None
    return _singular(view, j) if view.lower[j] not in VERBS and view.lower[j] not in MEASURE_ENDS else None


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


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
    if found is not None:
        verb = governing(view, first, found.last)
        people = view.words[found.last][:1].isupper() and found.noun.endswith(DEMONYMS)
        kind = _kind("person" if people else found.noun, verb)
        return Counted(found.noun, kind, found.modifiers, verb), found.last
    participle = _predicate(view, last + 1)
    if participle is not None and noun:
        k, word = participle
        verb = VERBS.get(word)
        return Counted("person", _kind("person", verb), (), verb), k
    if not noun:
        behind = _apposed(view, last + 1)
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


def _kind(head: str, verb: str | None) -> str:
    """The class of a head noun; people who were killed or hurt are deaths and injuries."""
    kind = CLASSES.get(head, head)
    return FATAL.get(verb or "", kind) if kind == "person" else kind


def _predicate(view: View, j: int) -> tuple[int, str] | None:
    """A predicate right behind a number without a noun: "32 confirmed dead", "112 were freed"."""
    lower = view.lower
    for k in range(j, j + 5):
        word = lower[k]
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
    """The first known verb behind the noun phrase in its clause: "hostages held in Gaza were freed".

    A finite passive ("were freed") wins over a participle before it ("held").
    """
    participle = None
    for k in _clause_right(view, last):
        verb = VERBS.get(view.lower[k])
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
