"""Two full names that begin alike and are one person's: a name put for another that comes to mind first.

Writers who take one name for another keep its first letters: "Denise" for "Diane",
"Whitmore" for "Whitfield". Two forms are a candidate pair where they share the surname and
the given names begin alike, or share the given name and the surnames begin alike, or differ by
a slip of the pen in both; where two articles of one story have one form each; and where
no article has both: two people of one surname in one story are nearly always told apart in one
of its articles, or are introduced as relatives. Each kind of evidence has a level, each
level a weight in bits (`lexicon/match_mixups.toml`).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from crosscheck.align.levels import band, weigh
from crosscheck.align.people.explain import explain_mixup
from crosscheck.align.people.forms import Form
from crosscheck.align.stories import Stories
from crosscheck.lexicon.callings import excludes
from crosscheck.lexicon.echoes import echo
from crosscheck.lexicon.naming import (
    alike_given,
    gender,
    known_given,
    plural,
    romanised,
    same_given,
    short_form,
    slip,
)  # fmt: skip
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Link, name_of

BEGIN = 4  # letters with which surnames that are confused begin alike
MOST_UNLIKE = 3  # letters by which their lengths may differ
SHORTEST = 4  # letters of a given name; fewer are initials and pet forms
MOST_ALIKE = 40  # forms under one blocking key; beyond that they are a list
MOST_TOLD = 8  # mentions of one form that are held against those of another
LEAST_BITS = -2.0
HEADS = frozenset({"leader", "chairman", "president", "ceo", "managing-director", "union-head"})


def mixup_links(found: Sequence[Form], stories: Stories) -> Iterator[tuple[Form, Form, Link]]:
    """The pairs of forms that begin alike and may be one person, each once, in a fixed order."""
    blocks: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in found:
        if len(form.given) >= SHORTEST and form.written:
            blocks["=", form.family].append(form)
            blocks[form.given, form.family[:BEGIN]].append(form)
            blocks[form.given[:1], form.family[:2]].append(form)
    seen: set[tuple[int, int]] = set()
    for forms in blocks.values():
        for a, b in combinations(forms, 2) if len(forms) <= MOST_ALIKE else ():
            if (id(a), id(b)) not in seen and (what := kind(a, b)) and (pair := _told(a, b, stories)):
                seen.add((id(a), id(b)))
                weight, parts = weigh("match_mixups", what, evidence(a, b, what, pair, stories))
                if weight >= LEAST_BITS:
                    yield a, b, Link(*pair, weight, explain_mixup(parts, weight))


def kind(a: Form, b: Form) -> str | None:
    """What is mixed up: "given", "alike" (given names of mostly the same letters), "family", "both", or None.

    None too where the two are surely two people or the names may rightly be one person's.
    """
    if a.articles & b.articles or a.apart or b.apart or (a.ages and b.ages and not a.ages & b.ages):
        return None
    if a.given in b.others or b.given in a.others:
        return None
    if a.family == b.family:
        return _given(a.given, b.given)
    if a.given == b.given:
        doubled = a.family.startswith(a.given)  # a name that a link has run into the next
        return "family" if not doubled and _families(a.family, b.family) else None
    both = slip(a.given, b.given) not in (None, "first") and slip(a.family, b.family) not in (None, "first")
    return "both" if both and not _one_spelt_twice(a, b) else None


def _given(one: str, two: str) -> str | None:
    if one[0] != two[0] or not (_name(one) and _name(two)):
        return None
    if same_given(one, two) or short_form(one, two) or slip(one, two) is not None:
        return None
    return "alike" if alike_given(one, two) else "given"


def _name(word: str) -> bool:
    """Whether a word in the place of a given name is one, and no English word ("Mafia", "Former")."""
    return known_given(word) or rarity(word) >= UNKNOWN_BITS


def _families(one: str, two: str) -> bool:
    """Whether two rare surnames begin alike, and are neither one slip apart nor one the other's beginning."""
    if one[:BEGIN] != two[:BEGIN] or abs(len(one) - len(two)) > MOST_UNLIKE:
        return False
    if one.startswith(two) or two.startswith(one) or plural(one, two):
        return False
    other = slip(one, two) is None and romanised(one) != romanised(two)
    return other and rarity(one) >= UNKNOWN_BITS and rarity(two) >= UNKNOWN_BITS


def _one_spelt_twice(a: Form, b: Form) -> bool:
    """Whether one of the two names is only written in another style: "Mohamed", "Mohammed"."""
    return romanised(a.family) == romanised(b.family) or same_given(a.given, b.given)


def _told(a: Form, b: Form, stories: Stories) -> tuple[Claim, Claim] | None:
    """The clearest mentions of two forms in two articles of one story: those in a role before others."""
    ranked = [sorted(form.written, key=lambda c: (not name_of(c).posts, c.where)) for form in (a, b)]
    return next(
        ((x, y) for x in ranked[0] for y in ranked[1] if y.article in stories.related(x.article)), None
    )


def evidence(a: Form, b: Form, what: str, pair: tuple[Claim, Claim], stories: Stories) -> dict[str, str]:
    """The level of every kind of evidence that two forms are one person's; their order does not matter."""
    sexes = gender(a.given), gender(b.given)
    bits = max((echo(x, y) for x in a.written[:MOST_TOLD] for y in b.written[:MOST_TOLD]), default=0.0)
    return {
        "role": _role(a, b),
        "age": "same" if a.ages & b.ages else "unknown",
        "gender": "unknown" if None in sexes else "same" if sexes[0] == sexes[1] else "different",
        "kin": ("none", "one", "both")[a.kin + b.kin],
        "common": "yes" if what in ("given", "alike") and rarity(a.family) < UNKNOWN_BITS else "no",
        "spread": "both" if min(len(a.articles), len(b.articles)) > 1 else "one",
        "echo": band(bits, (8.0, 16.0, 32.0)),
        "story": band(stories.likeness(pair[0].article, pair[1].article), (0.15, 0.3)),
    }


def _role(a: Form, b: Form) -> str:
    """How the roles compare: the same, both heads of something, excluding each other, other, unknown."""
    one, two = ({(office, state) for office, _, state in form.offices} for form in (a, b))
    if one & two:
        return "same"
    if any(excludes(x, y) for x in one for y in two):
        return "excluded"
    heads = all(any(office in HEADS for office, _ in some) for some in (one, two))
    return "heads" if heads else "other" if one and two else "unknown"
