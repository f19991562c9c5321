"""What speaks for capitalised words being a person's name, in bits (`lexicon/person_evidence.toml`)."""

import re
from collections.abc import Sequence
from functools import cache

from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.gazetteer import chains, demonyms, entries
from crosscheck.lexicon.naming import fold, is_nickname
from crosscheck.lexicon.words import ranks, stem

SAYING = frozenset([*table("modality")["saying"]["words"], *table("quotations")["speaking"].split()])
NAMING = frozenset("named identified called nicknamed".split())
PLACING = frozenset("in at near from into outside throughout across around toward towards".split())
WHO = frozenset("who whose whom aged".split())
ONCE = frozenset("then now".split())
ARTICLES = frozenset("a an the".split())
OWN = frozenset("his her himself herself".split())
OWNED = 4  # tokens behind a name in which "his" or "her" is looked for
PARTING = frozenset("and or but as for with to of that which who when while where because".split())
# One or two syllables of Chinese, Korean or Vietnamese given names ("jiayi", "ki-moon", "van").
SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh|ph|th|tr|nh|kw|ng)?(?:[aeiouy]{1,3})(?:ng|nh|n|k|l|m|p|t|h|ch)?-?){1,2}"
)
LARGE = 300  # thousands of inhabitants of a city that everybody knows
LEAST_SHAPE = 6  # letters of a surname that is known by its ending


@cache
def bits(kind: str, level: str) -> float:
    """The weight of one level of one kind of evidence."""
    return float(table("person_evidence")[kind][level])


@cache
def listed(row: str) -> frozenset[str]:
    """One word list of the evidence file."""
    return words_of("person_evidence", "lists", row)


@cache
def words_of(file: str, *path: str) -> frozenset[str]:
    """The word set at a path of a word list."""
    entry = table(file)
    for key in path:
        entry = entry[key]
    return frozenset(str(entry).lower().split())


@cache
def given(key: str) -> str:
    """How well a lower-case word is known as a given name: "clear", "ambiguous", "known", or ""."""
    key = fold(key)
    for row in ("clear", "ambiguous"):
        if key in words_of("given_names", row):
            return row
    if key in role_words() or key in wordset("titles", "noble"):
        return ""
    if any(key in words_of("given_names", row) for row in ("men", "women", "either")):
        return "known"
    return "known" if is_nickname(key) and key not in ranks() else ""


def is_given(key: str) -> bool:
    """Whether a word is a given name and hardly anything else ("al-" and "Jean-" forms included)."""
    if given(key) in ("clear", "known"):
        return True
    return "-" in key and given(key.split("-", maxsplit=1)[0]) in ("clear", "known")


@cache
def is_surname(key: str) -> bool:
    """Whether a word is a known surname and no English word."""
    return fold(key) in words_of("surnames", "clear")


def is_initial(key: str) -> bool:
    """Whether a part is one or two initials ("J", "J.D")."""
    return (
        len(key) == 1
        or "." in key
        or (len(key) <= 3 and key.isalpha() and key not in ranks() and not any(c in "aeiou" for c in key))
    )


@cache
def is_common(key: str) -> bool:
    """Whether a word is a common English word in any of its forms ("lines", "looms" is not)."""
    return key in ranks() or (len(key) > 4 and key.endswith("s") and stem(key) in ranks())


@cache
def is_participle(key: str) -> bool:
    """Whether a word is the participle of a common verb ("addressing")."""
    return len(key) > 5 and key.endswith("ing") and (key in ranks() or stem(key) in ranks())


@cache
def is_place_word(key: str) -> bool:
    """Whether a word is a known country, state, city or demonym."""
    return bool(chains(key)) or key in demonyms() or key in wordset("organisations", "nations")


@cache
def is_well_known_place(key: str) -> bool:
    """Whether a word is a country, a region or a large city."""
    return any(entry.kind in "cra" or entry.thousands >= LARGE for entry in entries(key))


@cache
def of_first(key: str) -> float:
    """What a name's first word says."""
    known = given(key) or ("known" if is_given(key) else "")
    if known:
        return bits("words", f"first-{known}")
    if is_initial(key):
        return bits("words", "first-initial")
    if is_place_word(key):
        return bits("words", "first-place")
    return bits("words", "first-common" if is_common(key) else "first-other")


@cache
def of_last(key: str) -> float:
    """What a name's last word says."""
    surname_word = key in words_of("surnames", "ambiguous")
    if key in wordset("organisations", "suffix"):
        return bits(
            "words",
            "last-word" if surname_word and key in wordset("organisations", "surname") else "last-body",
        )
    if key in wordset("organisations", "place") and key not in wordset("organisations", "surname"):
        return bits("words", "last-site")
    if is_surname(key) or key.startswith(("o'", "o’", "mc", "al-", "el-")):
        return bits("words", "last-surname")
    if surname_word or given(key):
        return bits("words", "last-word")
    if is_place_word(key):
        return bits("words", "last-place")
    if is_common(key):
        return bits("words", "last-common")
    shaped = len(key) >= LEAST_SHAPE and key.endswith(tuple(listed("shapes")))
    return bits("words", "last-shape" if shaped or "-" in key else "last-other")


def family_first(keys: Sequence[str]) -> bool:
    """Whether a name opens with its surname, as Chinese, Korean and Vietnamese names do ("Ban Ki-moon")."""
    if len(keys) not in (2, 3) or keys[0] not in words_of("surnames", "family_first"):
        return False
    if len(keys) == 2 and given(keys[0]) in ("clear", "ambiguous") and "-" not in keys[1]:
        return False
    return all(SYLLABLES.fullmatch(k) is not None for k in keys[1:]) and not is_surname(keys[-1])


def of_words(keys: Sequence[str], *, shouted: bool) -> float:
    """What the words of a name say together, the prior included."""
    total = bits("words", "prior") + of_first(keys[0]) + of_last(keys[-1])
    if family_first(keys):
        total += bits("words", "family-first")
    inner = keys[1:-1]
    if any(is_initial(k) for k in inner):
        total += bits("words", "middle-initial")
    if any(k in wordset("titles", "particle") for k in inner):
        total += bits("words", "particle")
    plain = sum(k not in wordset("titles", "particle") for k in keys)
    total += max(0, plain - 3) * bits("words", "long")
    return total + (bits("words", "shouted") if shouted else 0.0)


def of_surroundings(tokens: Tokens, first: int, last: int) -> float:
    """What the words right beside tokens first to last say."""
    lower = tokens.lower
    before = lower[first - 1] if first and "\n" not in tokens.gap(first - 1) else ""
    after = lower[last + 1] if last + 1 < len(tokens) and "\n" not in tokens.gap(last) else ""
    total = 0.0
    if before in PLACING:
        total += bits("beside", "in")
    elif before in ("the", "a", "an"):
        total += bits("beside", "the")
    elif before in NAMING or (before == "as" and first > 1 and lower[first - 2] in NAMING):
        total += bits("beside", "named")
    level = _behind(tokens, last, after)
    if before in SAYING:
        total += bits("beside", "says")
    if level and (before not in SAYING or level != "says"):
        total += bits("beside", level)
    elif _owns(tokens, last):
        total += bits("beside", "owns")
    if lower[last].endswith(("'s", "’s")) and after in listed("held"):
        total += bits("beside", "held")
    return total


def _behind(tokens: Tokens, last: int, after: str) -> str:
    """The kind of evidence that the word behind token `last` is, or ""."""
    if after in SAYING:
        return "says"
    if after in listed("acts"):
        return "acts"
    if after == "who":
        return "who"
    further = tokens.lower[last + 2 : last + 4]
    if after == "," and further:
        if further[0] in WHO or (further[0] in ONCE and further[-1] in ARTICLES):
            return "who"
        return "which" if further[0] == "which" else ""
    if after == "of" and further and is_place_word(further[0]):
        return "country"
    if after == "(" and len(further) > 1 and further[0] in ("r", "d", "i") and further[1] in "-–":
        return "party"
    return ""


def _owns(tokens: Tokens, last: int) -> bool:
    """Whether what is his or hers stands right behind the verb of a name: "X saw his chance"."""
    lower = tokens.lower
    first = last + 2 if lower[last + 1 : last + 2] == [","] else last + 1
    for k in range(first, min(first + OWNED, len(tokens))):
        if lower[k] in OWN:
            return k > first and "\n" not in tokens.gap(last)
        if not lower[k].isalpha() or tokens.capital(k) or lower[k] in PARTING:
            return False
    return False


@cache
def is_kin(word: str) -> bool:
    """Whether a lower-case word says how somebody is related to somebody."""
    return word in table("roles")["kin"]["forms"]


@cache
def names_of(file: str, row: str) -> frozenset[str]:
    """A row of names parted by commas, as a set, lower case."""
    return frozenset(" ".join(name.split()) for name in table(file)[row].lower().split(","))


@cache
def role_words() -> frozenset[str]:
    """The last words of offices, and titles: what ends a description rather than a name."""
    offices = (form.rsplit(" ", 1)[-1] for row in table("roles").values() for form in row["forms"])
    return frozenset(offices) | wordset("titles", "rank") | wordset("titles", "courtesy")
