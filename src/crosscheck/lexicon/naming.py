"""How spellings of names relate: folding, short forms, near spellings, house styles of transliteration."""

import unicodedata
from functools import cache, lru_cache

from crosscheck.lexicon import table

SPECIAL = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ð": "d",
        "þ": "th",
        "'": "",
        "’": "",
        "‘": "",
        "`": "",
        "ʻ": "",
        ".": "",
    }
)
PARTICLES = (
    "al",
    "el",
    "bin",
    "ibn",
    "bint",
    "ben",
    "abu",
    "von",
    "van",
    "der",
    "den",
    "de",
    "la",
    "le",
    "du",
    "da",
    "di",
)

# Endings and letter pairs that house styles write in different ways for names from other
# alphabets (BGN/PCGN, Library of Congress and agency romanisations of Arabic and Cyrillic).
ROMANISED = (
    ("ou", "u"), ("oo", "u"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("tz", "z"), ("ts", "z"), ("zh", "j"),
    ("dj", "j"), ("q", "k"), ("oe", "o"), ("ae", "a"), ("ue", "u"),
)  # fmt: skip
SWAPPED = str.maketrans("eoykw", "iuigv")  # vowels and consonants that romanisations swap
LAST = (("iyy", "i"), ("yy", "i"), ("iy", "i"), ("ij", "i"), ("ych", "ich"), ("y", "i"))
ENDINGS = (
    ("eh", "a"),
    ("ah", "a"),
    ("ska", "ski"),
    ("skaia", "ski"),
    ("ova", "ov"),
    ("eva", "ev"),
    ("off", "ov"),
    ("aia", "ai"),
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """A name in lower case without accents, apostrophes, full stops and hyphens.

    >>> fold("O’Neill"), fold("Zieliński"), fold("Jean-Luc")
    ('oneill', 'zielinski', 'jeanluc')
    """
    text = unicodedata.normalize("NFKD", name).lower().translate(SPECIAL)
    return "".join(c for c in text if c.isalnum() or c == " ").strip()


@lru_cache(maxsize=65536)
def surname(family: str) -> str:
    """A surname folded, without the particles that styles keep or drop.

    >>> surname("al-Khatib"), surname("van der Hoek"), surname("Al Thani"), surname("de")
    ('khatib', 'hoek', 'thani', 'de')
    """
    words = [fold(w) for w in family.replace("-", " ").split()] if family.lower()[:3] in ("al-", "el-") else [
        fold(w) for w in family.split()
    ]  # fmt: skip
    while len(words) > 1 and words[0] in PARTICLES:
        words.pop(0)
    return "".join(words)


@cache
def _rows() -> dict[str, frozenset[int]]:
    """Given name to the numbers of the rows in which it stands."""
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(table("name_variants")["sets"]):
        for name in row.split():
            rows.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in rows.items()}


def same_given(a: str, b: str) -> bool:
    """Whether two folded given names may be one person's: equal, short forms, languages, an initial.

    >>> same_given("bill", "william"), same_given("w", "william"), same_given("sara", "sarah")
    (True, True, False)
    """
    if a == b:
        return True
    if len(a) <= 2 or len(b) <= 2:
        return a[:1] == b[:1]
    known = _rows()
    if not known.get(a, frozenset()).isdisjoint(known.get(b, frozenset())):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2:
        return True
    if a[:3] == b[:3] and len(long) - len(short) != 0 and short.endswith(("y", "ie", "i")) and len(long) >= 6:
        return True
    return romanised(a, endings=False) == romanised(b, endings=False)


LIKE = 0.5  # the share of two given names that is the same, in order


def alike_given(a: str, b: str) -> bool:
    """Whether two folded given names are easily taken for each other.

    >>> alike_given("danika", "danielle"), alike_given("lavinia", "livia"), alike_given("robert", "donald")
    (True, True, False)
    """
    if a[:1] != b[:1] or min(len(a), len(b)) <= 3:
        return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b) >= LIKE


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Pet form, folded, to the given names that it may stand for."""
    rows = (row.partition("=") for row in table("nicknames")["short"].replace("\n", " ").split(";"))
    return {short.strip(): frozenset(full.split()) for short, _, full in rows}


def is_nickname(name: str) -> bool:
    """Whether a folded word is a short or pet form of a given name."""
    return name in _nicknames()


def short_form(a: str, b: str) -> bool:
    """Whether one of two folded given names is a short or pet form of the other, or both of one name.

    >>> short_form("winnie", "winifred"), short_form("winnie", "thomas")
    (True, False)
    """
    known = _nicknames()
    mine, theirs = known.get(a, frozenset()), known.get(b, frozenset())
    return same_given(a, b) or b in mine or a in theirs or not mine.isdisjoint(theirs)


@cache
def _known() -> frozenset[str]:
    rows = table("given_names")
    return frozenset(f"{rows['clear']} {rows['ambiguous']}".lower().split())


def known_given(name: str) -> bool:
    """Whether a folded word is a common given name."""
    return name in _known() or name in _rows()


@cache
def _genders() -> dict[str, str]:
    return {name: row for row, names in table("given_gender").items() for name in names.split()}


def gender(name: str) -> str | None:
    """Whether a folded given name is a woman's or a man's, "female" or "male"; None where it may be either.

    >>> gender("deborah"), gender("walter"), gender("lindsay")
    ('female', 'male', None)
    """
    return _genders().get(name)


@lru_cache(maxsize=65536)
def romanised(name: str, *, endings: bool = True) -> str:
    """A folded name with what house styles of romanisation vary levelled out, perhaps its ending too.

    >>> romanised("morsi") == romanised("morsy"), romanised("zielinska") == romanised("zielinski")
    (True, True)
    """
    for old, new in ROMANISED:
        name = name.replace(old, new)
    for old, new in (*LAST, *(ENDINGS if endings else ())):
        if name.endswith(old):
            return f"{name[: -len(old)]}{new}"
    return name


@lru_cache(maxsize=65536)
def sounds(name: str) -> str:
    """A folded name as it may sound: romanised alike, vowels that romanisations swap made one.

    >>> sounds("rashedi") == sounds("rashidi"), sounds("gaddafi") == sounds("qadhafi")
    (True, True)
    """
    plain = romanised(name.replace("q", "g") if "qu" not in name else name).translate(SWAPPED)
    return "".join(c for i, c in enumerate(plain) if i == 0 or c != plain[i - 1])


@lru_cache(maxsize=65536)
def deletions(name: str) -> frozenset[str]:
    """A folded name and every form with one letter left out: two names one slip apart share one.

    >>> not deletions("flynn").isdisjoint(deletions("flnyn"))
    True
    """
    return frozenset([name, *(name[:i] + name[i + 1 :] for i in range(min(len(name), 24)))])


@lru_cache(maxsize=65536)
def slip(a: str, b: str) -> str | None:
    """The slip that turns one folded name into the other, or None where they differ by more.

    "swap" (two neighbouring letters), "double" (a letter doubled or not), "vowel", "letter"
    (one changed), "extra" (one more or less), "end" (one more or less at the end), "first"
    (another first letter, or a short name's letters in another order), "two" (two slips in a long name).
    """
    if a == b:
        return None
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or len(long) - len(short) > 2:
        return None
    if short[0] != long[0]:
        turned = len(short) == len(long) < 6 and sorted(short) == sorted(long)
        return "first" if turned or (len(short) == len(long) >= 6 and _distance(short, long) == 1) else None
    if len(short) == len(long):
        return _same_length(short, long)
    if len(long) - len(short) == 1 and _distance(short, long) == 1:
        at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
        if long[at] == long[at - 1]:
            return "double"
        return "end" if at == len(short) else "extra"
    if len(short) >= 5 and long.startswith(short):
        return "two"
    return "two" if len(short) >= 7 and _distance(short, long) == 2 else None


def _same_length(a: str, b: str) -> str | None:
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) == 1:
        return "vowel" if {a[wrong[0]], b[wrong[0]]} <= set("aeiouy") else "letter"
    if (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    ):
        return "swap"
    return "two" if len(a) >= 7 and _distance(a, b) == 2 else None


def _distance(a: str, b: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b, score_cutoff=2))


def plural(a: str, b: str) -> bool:
    """Whether one surname is the other with the s of a plural or of a possessive without its apostrophe."""
    return a + "s" == b or b + "s" == a


def strangers(one: str, two: str) -> bool:
    """Whether two full names have no part in common, and no slip apart one surname.

    >>> strangers("Ann Reyes", "Reyes"), strangers("Ann Reyes", "Piet Olsen"), strangers("Olson", "P. Olsen")
    (False, True, False)
    """
    a, b = fold(one).split(), fold(two).split()
    return bool(a and b) and not set(a) & set(b) and slip(a[-1], b[-1]) is None
