"""Ages that a verb tells of a name: "Ana Roe is 62.", "Roe was 54 and a father of two"."""

from itertools import pairwise
from typing import Final

from crosscheck.extraction.time.age_bearers import NOT_NAMES, Found, name_before, named
from crosscheck.extraction.time.age_told import BARELY, GROWN, PRONOUNS, age, whole
from crosscheck.extraction.time.words import Words
from crosscheck.lexicon.naming import fold, known_given

# What may follow "Ana Roe was 54 and" where 54 is an age.
GOES_ON: Final = frozenset("a an had has lived lives was is the married worked works leaves left".split())
SCORES_BY_NAME: Final = frozenset(
    "wicket wickets innings batsman batsmen batter batters unbeaten lbw birdie birdies bogey bogeys "
    "snooker".split()
)
NO_PERSON: Final = frozenset(
    "city united county town saint st new north south east west real los las".split()
)
AROUND: Final = 1200  # tokens on either side among which a surname is introduced
CLAUSE: Final = 16  # tokens of a clause between a name and its verb


def named_is(t: Words, i: int) -> Found | None:
    """As in "Ana Roe is 62.", "Roe was 54 and a father", "Roe, who drowned, was 44.": the verb is i.

    A surname alone must stand with a given name elsewhere in the text; the score of a batsman is none.
    """
    j = i + 1 + (t.lower[i + 1] in BARELY)
    numeral = whole(t, j)
    if not i or numeral is None or numeral.value < GROWN or numeral.last + 1 >= t.size + 1:
        return None
    behind, after = t.lower[numeral.last + 1], t.lower[numeral.last + 2]
    if not (
        behind in (".", "")
        or (behind == "and" and after in GOES_ON)
        or (behind == "when" and after in PRONOUNS)
    ):
        return None
    at = i if named(t, i - 1) else _before_clause(t, i)
    person = name_before(t, at) if at else None
    if person is None or not SCORES_BY_NAME.isdisjoint(t.lower[max(0, i - AROUND) : i + AROUND]):
        return None
    words = person.split()
    if not NO_PERSON.isdisjoint(map(str.lower, words)):
        return None
    sure = behind in ("and", "when") or known_given(fold(words[0]))
    known = sure if len(words) > 1 else _introduced(t, i, words[0])
    return age(numeral, person) if known else None


def _before_clause(t: Words, i: int) -> int:
    """The comma before ", who drowned," or ", born in 1960," where that ends before token i; 0 for none."""
    if t.lower[i - 1] == ",":
        for k in range(i - 2, max(i - CLAUSE, 0), -1):
            if t.lower[k] in (".", ",", ";"):
                return k if t.lower[k] == "," and t.lower[k + 1] in ("who", "born") and named(t, k - 1) else 0
    return 0


def _introduced(t: Words, i: int, family: str) -> bool:
    """Whether a surname stands behind a capitalised word, as its given name, around token i."""
    said = t.words[max(0, i - AROUND) : i + AROUND]
    return any(two == family and _given(one) for one, two in pairwise(said))


def _given(word: str) -> bool:
    return len(word) > 2 and word.istitle() and word.lower() not in NOT_NAMES
