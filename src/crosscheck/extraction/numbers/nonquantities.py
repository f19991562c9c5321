"""Numbers that are no amounts: years, dates, clock times, addresses, names, codes.

Each test looks at a few tokens around one numeral. The dates reader claims what it reads
before; these tests also work where it has not run.
"""

from collections.abc import Callable
from typing import Final

from crosscheck.extraction.layout.items import EMPHASIS, emphasised
from crosscheck.extraction.numbers.figures import RANKS, Numeral
from crosscheck.extraction.numbers.hedges import LEFT
from crosscheck.extraction.numbers.labels import counts, is_address, is_labelled, is_phone, is_shirt_number
from crosscheck.extraction.numbers.phrases import CLASSES, VERBS, singular
from crosscheck.extraction.numbers.view import View
from crosscheck.lexicon import wordset

MONTHS: Final = wordset("number_cues", "nonquantities", "months")
TIME_UNITS: Final = wordset("number_cues", "nonquantities", "time_units")
TIME_ADJECTIVES: Final = wordset("number_cues", "nonquantities", "time_adjectives")
MERIDIEM: Final = wordset("number_cues", "nonquantities", "meridiem")
NEVER_ONE: Final = wordset("number_cues", "nonquantities", "never_one")
CODE_SIGNS: Final = frozenset("= _ / \\ % & ? @ # * ^ №".split())
ADJECTIVES_OF_RATE: Final = frozenset("sub under over non minus top to and or of by a than".split())
SUFFIXES: Final = wordset("number_cues", "nonquantities", "suffixes")

# Words that "one" never counts when they follow it: "one another", "one who", "one can".
AFTER_ONE: Final = wordset("number_cues", "nonquantities", "after_one")


def claimed_elsewhere(view: View, n: Numeral, *, united: bool, signed: bool = False) -> bool:
    """Whether a numeral states no amount.

    `united` says that a unit, currency or percent sign stands with it, which settles most
    doubts: only codes and web addresses are still asked about; `signed` that letters before it
    are a currency's sign.
    """
    tests = SIGNED if signed else CODES if united else ALL
    for test in tests:  # noqa: SIM110 - a loop costs half of what any() does
        if test(view, n):
            return True
    return False


def in_letters(view: View, n: Numeral) -> bool:
    """Glued to letters that are no currency's sign: "spec20m"."""
    i = n.first - 1
    return not n.words and view.glued(i) and view.lower[i].isalpha() and view.lower[i] != "x"


def in_code(view: View, n: Numeral) -> bool:
    """Part of a web address, hashtag, mark-up, name or reference: "?q=30%25", "#5", "[1]"."""
    i, lower = n.first - 1, view.lower
    if i >= 1 and lower[i] == "/" and lower[i - 1] == "f":  # "f/2.8"
        return True
    if i >= 0 and lower[i] in CODE_SIGNS and view.glued(i):
        if lower[i] in EMPHASIS and emphasised(view.tokens, n.first):
            return False
        return not (lower[i] in "/=" and i and lower[i - 1].isalpha())
    after = lower[n.last + 1]
    if after in ("=", "_", "@", "&") and view.glued(n.last):
        return True
    if after == "/" and view.glued(n.last) and lower[n.last + 2][:1].isdigit():  # "100/65"
        return True
    return i >= 0 and lower[i] == "[" and lower[n.last + 1] == "]" and not n.words


def in_word(view: View, n: Numeral) -> bool:
    """Glued to letters, or words to digits: "Flash90", "103FM", "COVID-19", "1960s", "737s", "Twenty20"."""
    i, j, lower, words = n.first - 1, n.last + 1, view.lower, view.words
    if n.words:
        if view.glued(n.last) and lower[j][:1].isdigit():
            return True
        if lower[j] == "-" and lower[j + 1] in ("on", "to", "by") and lower[j + 2] == "-":
            return True
        return i >= 1 and lower[i] == "-" and view.glued(i) and view.glued(i - 1) and words[i - 1].isalpha()
    if i > 0 and lower[i] == "." and view.glued(i) and view.glued(i - 1) and lower[i - 1].isalpha():
        return True
    if view.glued(i) and (lower[i][-1:].isalpha() or (lower[i] == ":" and lower[i - 1][-1:].isdigit())):
        return True
    if lower[j] == "(" and view.glued(n.last) and len(lower[j + 1]) == 1 and lower[j + 2] == ")":  # "401(k)"
        return True
    if (
        lower[j] == "-" and lower[j + 1] in ("for", "on", "of") and lower[j + 2] == "-"
    ):  # "3-for-8", "one-on-one"
        return True
    return in_name(view, n) or (view.glued(n.last) and lower[j].isalpha())


def in_name(view: View, n: Numeral) -> bool:
    """Joined to a word by a hyphen: "COVID-19", "G-20", but not "sub-7 nanometre" or "four-to-6-inch"."""
    i, lower = n.first - 1, view.lower
    if n.words or not (view.glued(i) and lower[i] in "-–" and view.glued(i - 1) and lower[i - 1].isalpha()):
        return False
    return lower[i - 1] not in ADJECTIVES_OF_RATE and lower[i - 1] not in MONTHS


def is_clock(view: View, n: Numeral) -> bool:
    """A time of day: "5 p.m.", "5:30", "10 o'clock", "1730 GMT"."""
    j, lower = n.last + 1, view.lower
    if n.fraction:
        return False
    if lower[j] in ("-", "–", "to") and lower[j + 1].isdecimal() and n.value <= 12:  # "from 2-6 p.m."
        j += 2
    if lower[j] in MERIDIEM or (lower[j] in ("a", "p") and lower[j + 1] == "." and lower[j + 2] == "m"):
        return True
    if lower[j] == ":" and len(lower[j + 1]) == 2 and lower[j + 1].isdecimal() and n.value <= 24:
        return True
    i = n.first - 1
    return (
        i > 0
        and lower[i] == ":"
        and len(lower[n.first]) == 2
        and lower[i - 1].isdecimal()
        and len(lower[i - 1]) < 3
    )


def is_dated(view: View, n: Numeral) -> bool:
    """A day beside its month, or a numeric date: "Oct. 7", "7 October", "5/17/2018"."""
    i, j, lower = n.first - 1, n.last + 1, view.lower
    if n.words or n.scale != 1 or n.fraction:
        return False
    if any(_numeric_date(view, k) for k in (n.first, n.first - 2, n.first - 4) if k >= 0):
        return True
    if n.value > 31:
        return False
    k = i - 1 if lower[i] == "." and i else i
    if k >= 0 and lower[k] in MONTHS and _month(view, k, k - 1):
        return True
    if k >= 3 and lower[k] in ("-", "–", "and", "to") and lower[k - 1].isdecimal() and lower[j] in "–-.,;)":
        m = k - 2 - (lower[k - 2] == ".")
        if lower[m] in MONTHS and view.words[m][:1].isupper():
            return True
    return lower[j] in MONTHS and _month(view, j, i)


def _numeric_date(view: View, k: int) -> bool:
    """Whether three runs of digits joined by one mark start at token k, without white space."""
    lower = view.lower
    if lower[k + 1] not in ("/", "-", ".") or lower[k + 3] != lower[k + 1]:
        return False
    parts = lower[k], lower[k + 2], lower[k + 4]
    return all(p.isdecimal() for p in parts) and all(view.glued(m) for m in range(k, k + 4))


def _month(view: View, k: int, before: int) -> bool:
    """Whether token k is a month and no verb: capitalised, hardly a verb at all, or after "on"."""
    word = view.lower[k]
    return (
        view.words[k][:1].isupper()
        or word not in ("may", "march")
        or (before >= 0 and view.lower[before] == "on")
    )


def is_year(view: View, n: Numeral) -> bool:
    """A bare year: "in 2019", "(1999)", "the 2003 season"; "1800 people" is an amount."""
    if n.words or n.first != n.last or not 1500 <= n.value < 2200:
        return False
    word = view.words[n.first]
    if len(word) != 4 or not word.isdecimal():
        return False
    after, before = view.lower[n.last + 1], view.lower[n.first - 1] if n.first else ""
    plural = len(after) > 3 and after.endswith("s") and after.isalpha() and not after.endswith("ss")
    if after in ("people", "men", "women", "children") or (
        plural and CLASSES.get(singular(after)) is not None
    ):
        return before in ("in", "since")
    if before.endswith("ed") and _counts_things(view, n.last + 2):
        return False
    return not (plural and (before in LEFT or before in VERBS))


def _counts_things(view: View, first: int) -> bool:
    """Whether a counted thing stands next or next but one: "counted 1840 [harbour board] employees"."""
    words = view.lower[first : first + 2]
    kinds = (CLASSES.get(singular(word)) for word in words if word.isalpha() and word.endswith("s"))
    return any(kind is not None for kind in kinds)


def is_time_span(view: View, n: Numeral) -> bool:
    """A length of time or an age, which other readers take: "three days", "five-year", "48-year-old"."""
    j, lower = n.last + 1, view.lower
    if n.first > 1 and lower[n.first - 1] == "or" and lower[n.first - 2] in TIME_UNITS:  # "a day or two"
        return True
    if (
        n.fraction and n.first > 1 and lower[n.first - 1] == "and" and lower[n.first - 2] in TIME_UNITS
    ):  # "an hour and a half"
        return True
    following = view.numerals.at.get(j + 1)
    if lower[j] in ("to", "or", "and", "-", "–") and following is not None:
        j = following.last + 1 + (lower[following.last + 1] == "-")  # "3 to 5 years"
        return lower[j] in TIME_UNITS and not (lower[j] in ("quarter", "quarters", "second") and n.fraction)
    for k in range(j, j + 4):
        if lower[k] in TIME_UNITS:
            return not (lower[k] in ("quarter", "quarters", "second") and k == j and n.fraction)
        if lower[k] not in TIME_ADJECTIVES:
            return False
    return False


AGES: Final = frozenset({"aged", "ages"})


def is_age(view: View, n: Numeral) -> bool:
    """An age set off by commas after a name: "Roth, 48, of"; also "aged 30"."""
    i, words = n.first - 1, view.words
    if i < 1 or n.value > 115:
        return False
    if not AGES.isdisjoint(view.lower[max(0, i - 2) : i + 1]) or view.lower[i] == "age":
        return True
    if n.words or n.first != n.last or not words[n.first].isdecimal():
        return False
    if (
        view.lower[i] in ("was", "is", "turned", "turns")
        and i
        and view.lower[i - 1] in ("he", "she", "who", "i")
    ):
        return not counts(view, n.last + 1)
    if words[i] == "," and words[n.last + 1] in (",", ".", ";", ")") and words[i - 1][:1].isupper():
        return words[i - 1].isalpha() and view.lower[i - 1] not in MONTHS
    return False


def is_pronoun(view: View, n: Numeral) -> bool:
    """The "one" that counts nothing: "no one", "this one", "one another", "one's", "one can"."""
    if n.first != n.last or view.lower[n.first] != "one":
        return False
    before = view.lower[n.first - 1] if n.first else ""
    after = view.lower[n.last + 1]
    if after == "of" and before not in ("no", "any", "every", "each"):
        return False
    if before in RANKS:  # "the second one"
        return True
    if before in NEVER_ONE and not (
        before in ("the", "other", "some") and after.isalpha() and after not in AFTER_ONE
    ):
        return True
    return after in AFTER_ONE


def is_denominator(view: View, n: Numeral) -> bool:
    """What a rate is reckoned by: "12 per 100,000 people", "parts per million"."""
    return n.first > 0 and view.lower[n.first - 1] == "per"


def is_list_number(view: View, n: Numeral) -> bool:
    """A number that opens a line of a list: "1. Take", "2) Go"."""
    i = n.first
    if (
        not n.words
        and view.words[n.last + 1] == ")"
        and n.value < 20
        and "(" not in view.words[max(0, i - 12) : i]
    ):
        return True
    if n.words or n.last != i or not view.words[i].isdecimal() or view.words[i + 1] not in (".", ")"):
        return False
    return (i == 0 or view.breaks(i - 1)) and i + 2 < view.size and not view.breaks(i + 1)


Test = Callable[[View, Numeral], bool]
SIGNED: Final[tuple[Test, ...]] = (in_code, in_name)
CODES: Final[tuple[Test, ...]] = (in_letters, in_code, in_name)
ALL: Final[tuple[Test, ...]] = (
    is_pronoun,
    is_time_span,
    in_word,
    in_letters,
    in_code,
    is_clock,
    is_dated,
    is_year,
    is_labelled,
    is_phone,
    is_address,
    is_age,
    is_list_number,
    is_denominator,
    is_shirt_number,
)
