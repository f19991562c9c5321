"""Which mentions of people are about one person: names, roles, ages, company, weighed like records.

A *form* is a way to write one person's full name ("william burns"), with every mention of
it in the corpus. Two forms are a candidate pair where their surnames are the same or one
slip apart (an inverted index over deletion keys, never all against all). Each kind of
evidence has a level, each level a weight in bits (`lexicon/match_people.toml`, fitted by
`benchmarks/fit_people.py`); the sum is the log-odds that the two forms are one person.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from math import fsum

from crosscheck.align.levels import weigh
from crosscheck.align.people.explain import explain_people
from crosscheck.align.people.forms import Form
from crosscheck.lexicon import table
from crosscheck.lexicon.echoes import echo
from crosscheck.lexicon.naming import (
    alike_given,
    deletions,
    gender,
    known_given,
    plural,
    romanised,
    same_given,
    slip,
)
from crosscheck.lexicon.words import rarity
from crosscheck.model import Claim, Link, name_of

MOST_ALIKE = 60  # forms under one blocking key; beyond that only those with a shared role or age meet
MOST_PAIRS = 40  # pairs that one form is weighed in, so that a list of like names stays cheap
LEAST_BITS = -2.0  # pairs below this are two people
MOST_TOLD = 16  # mentions of one form that are held against those of another
SHORT = 6  # letters of a surname from which another first letter is a slip
COMMON_BITS = 12.6  # a surname that is among the commonest English words or names says less


def _related(a: Form, b: Form) -> bool:
    """Whether two people of one surname are surely two: of other ages, side by side, or relatives."""
    if a.ages and b.ages and not a.ages & b.ages:
        return True
    rare, often = _lopsided(a, b)
    if rare.apart and not often.apart:
        return True
    beside = often.claims if rare.kin and not often.kin else often.written
    sentences = {(c.article, c.sentence) for c in rare.written}
    return any((c.article, c.sentence) in sentences for c in beside)


RENAMING = frozenset("born née né alias aka pseudonym pen stage birth christen rename nickname".split())


def _renamed(form: Form) -> bool:
    """Whether an article explains the form as another name of the same person ("born", "known as")."""
    return any(
        not RENAMING.isdisjoint((*c.left[:2], *c.right[:2])) or "go" in c.left[:1] for c in form.written
    )


def candidates(found: Sequence[Form]) -> Iterator[tuple[Form, Form]]:
    """The pairs of forms worth weighing, each once, in a fixed order."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(found):
        blocks["=", form.family].append(number)
        for key in deletions(form.family):
            blocks[form.given, key].append(number)
        blocks[form.given, form.family[:2]].append(number)  # two slips apart
    pairs = {pair for members in blocks.values() for pair in _meeting(members, found)}
    met: dict[int, int] = defaultdict(int)
    for one, two in sorted(pairs):
        if met[one] < MOST_PAIRS and met[two] < MOST_PAIRS and kind(found[one], found[two]):
            met[one] += 1
            met[two] += 1
            yield found[one], found[two]


def _meeting(members: Sequence[int], found: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """All pairs of a block, or in an overfull one the pairs that share a role or an age."""
    if len(members) <= MOST_ALIKE:
        yield from combinations(members, 2)
        return
    finer: dict[object, list[int]] = defaultdict(list)
    for number in members:
        for mark in (*found[number].offices, *found[number].ages):
            finer[mark].append(number)
    for few in finer.values():
        if len(few) <= MOST_ALIKE:
            yield from combinations(few, 2)


@cache
def _kind(given_a: str, family_a: str, given_b: str, family_b: str, together: bool) -> str | None:
    if family_a == family_b:
        if same_given(given_a, given_b) or min(len(given_a), len(given_b)) < 3:
            return None
        if slip(given_a, given_b) not in (None, "first"):
            return "given-spelling"
        alike = alike_given(given_a, given_b)
        return "given" if alike or (known_given(given_a) and known_given(given_b)) else None
    if given_a != given_b or slip(family_a, family_b) is None:
        return None
    if plural(family_a, family_b) or (romanised(family_a) == romanised(family_b) and not together):
        return None
    return "family-spelling"


def kind(a: Form, b: Form) -> str | None:
    """What differs: "family-spelling", "given-spelling", "given", "given-inside" (one
    article); None if nothing does.

    Relatives have different given names: those introduced as such, those of other ages, and
    two people in one article, unless an age, an initial or a seat is shared.
    """
    if a.given in b.others or b.given in a.others:
        return None
    if a.family == b.family and slip(a.given, b.given) is None and _related(a, b):
        return None
    if a.family == b.family and a.kin != b.kin and not a.articles & b.articles:
        rare = min((a, b), key=lambda f: len(f.articles))
        if rare.kin and _introduced(rare) == "relation":
            return None
    if a.articles & b.articles and (_renamed(a) or _renamed(b)):
        return None
    if slip(a.family, b.family) == "first" and len(a.family) < SHORT and not a.others & b.others:
        return None
    together = bool(a.articles & b.articles)
    what = _kind(a.given, a.family, b.given, b.family, together)
    return "given-inside" if what == "given" and together else what


def evidence(a: Form, b: Form) -> dict[str, str]:
    """The level of every kind of evidence for a pair of forms; the order of the two does not matter."""
    what = kind(a, b) or ""
    rare, often = _lopsided(a, b)
    further = {} if _family(what) == "spelling" else _of_given(rare, often, _family(what))
    slipped = slip(a.family, b.family) if what == "family-spelling" else slip(a.given, b.given) or "other"
    return {
        "slip": f"{what}/{slipped if _family(what) == 'spelling' else 'other'}",
        "length": _length(what, a, b),
        "once": f"{_family(what)}/{_once(rare, often)}",
        "together": f"{_family(what)}/{_together(rare, often)}",
        "alone": f"{_family(what)}/{_alone(rare, often)}",
        "role": _role(a, b, what),
        "age": _overlap(a.ages, b.ages),
        "known": what
        if what == "family-spelling"
        else f"{what}/{known_given(a.given) + known_given(b.given)}",
        "middle": _overlap(a.middle, b.middle),
        "kin": f"{_family(what)}/{'yes' if rare.kin else 'no'}",
        "words": f"{_family(what)}/{_shared(a.context & b.context, 7.0)}",
        "names": f"{_family(what)}/{_shared(a.names & b.names, 0.0)}",
        "company": f"{_family(what)}/{_event(rare, often)}",
        "common": f"{_family(what)}/{'yes' if rarity(a.family) < COMMON_BITS else 'no'}",
        **further,
    }


def _lopsided(a: Form, b: Form) -> tuple[Form, Form]:
    """The rarer of two forms, and the other."""

    def use(form: Form) -> tuple[int, int, int, str, str]:
        return len(form.articles), len(form.written), len(form.claims), form.given, form.family

    return (a, b) if use(a) <= use(b) else (b, a)


def _of_given(rare: Form, often: Form, where: str) -> dict[str, str]:
    """What tells one person with two given names from two relatives."""
    return {
        "echo": f"{where}/{_echo(rare, often)}",
        "introduced": f"{where}/{_introduced(rare)}",
        "relative": f"{where}/{'yes' if often.kin else 'no'}",
        "gender": _gender(rare, often),
        "likeness": f"{where}/{'alike' if _like_sound(rare, often) else 'unlike'}",
        "order": _order(rare, often),
    }


def _family(what: str) -> str:
    return {"given": "given", "given-inside": "inside"}.get(what, "spelling")


def _length(what: str, a: Form, b: Form) -> str:
    size = min(len(a.family), len(b.family)) if what == "family-spelling" else min(len(a.given), len(b.given))
    return f"{_family(what)}/{'short' if size <= 4 else 'middle' if size <= 6 else 'long'}"


def _once(rare: Form, often: Form) -> str:
    """How lopsided the use is: a slip stands once, in one article; two people are both spoken of."""
    if len(rare.written) == 1:
        return "one/one" if len(often.written) == 1 else "one/more"
    return "several/one article" if len(rare.articles) == 1 else "several/articles"


def _together(rare: Form, often: Form) -> str:
    """Whether the two are written in one article, one sentence, or apart."""
    if not rare.articles & often.articles:
        return "apart"
    sentences = {(c.article, c.sentence) for c in rare.written}
    if any((c.article, c.sentence) in sentences for c in often.written):
        return "sentence"
    return "article, alike" if _alike(rare, often) else "article"


def _alike(a: Form, b: Form) -> bool:
    """Whether two forms share what two relatives hardly share: an age, an initial, a seat for one."""
    seats = {(o, s) for o, _, s in a.offices if seated(o)} & {(o, s) for o, _, s in b.offices if seated(o)}
    return bool(a.middle & b.middle or a.ages & b.ages or seats)


@cache
def seated(office: str) -> bool:
    """Whether an office has one holder at a time (in its place or body)."""
    return "seat" in table("roles")[office]


def _event(rare: Form, often: Form) -> str:
    """How much company the two keep in common: the other names in the articles of either."""
    if rare.articles & often.articles:
        return "one article"
    bits = fsum(rarity(w) for w in rare.company & often.company)
    return "none" if bits < 12 else "few" if bits < 40 else "some" if bits < 120 else "many"


def _alone(rare: Form, often: Form) -> str:
    """Whether the rarer form's article goes on with its own surname alone, or with the other's."""
    own = any(name_of(c).linked for c in rare.claims)
    other = any(c.article in rare.articles and name_of(c).linked for c in often.claims)
    return "own" if own and not other else "other" if other and not own else "both" if own else "none"


def _role(a: Form, b: Form, what: str) -> str:
    """How the offices of the two compare: one seat, one office, one after the other, different, unknown."""
    if not a.offices or not b.offices:
        return f"{_family(what)}/{'one rank' if a.ranks & b.ranks else 'unknown'}"
    shared = {(o, s) for o, _, s in a.offices} & {(o, s) for o, _, s in b.offices}
    if any(seated(o) for o, _ in shared):
        level = "one seat"
    elif shared:
        level = "one office" if _family(what) == "spelling" else "unknown"
    elif {o for o, _, _ in a.offices} & {o for o, _, _ in b.offices}:
        level = "past and present"
    else:
        level = "different"
    return f"{_family(what)}/{level}"


def _echo(rare: Form, often: Form) -> str:
    """How much of the rarer form's sentence is told elsewhere of the other form."""
    bits = max(
        (echo(one, two) for one in rare.written[:MOST_TOLD] for two in often.claims[:MOST_TOLD]), default=0.0
    )
    return "none" if bits < 12 else "few" if bits < 24 else "some" if bits < 48 else "many"


def _gender(a: Form, b: Form) -> str:
    """Whether the given names are of one sex, as far as the lexicon tells."""
    one, two = gender(a.given), gender(b.given)
    return "unknown" if not one or not two else "same" if one == two else "different"


def _like_sound(a: Form, b: Form) -> bool:
    """Whether the given names are easily taken for each other; a man's is not for a woman's."""
    return alike_given(a.given, b.given) and _gender(a, b) != "different"


def _order(rare: Form, often: Form) -> str:
    """Where the rarer form stands among the full names of the other in its article."""
    first = rare.written[0]
    places = [c.mention.start for c in often.written if c.article == first.article]
    if not places:
        return "alone"
    return "before" if first.mention.start < min(places) else "behind"


def _introduced(form: Form) -> str:
    """Whether a form is told who it is where it stands first: a role, an age, a title."""
    name = name_of(form.written[0])
    if name.kin or any(p.office == "kin" for p in name.posts):
        return "relation"
    return "yes" if name.posts or name.age is not None or name.titles else "no"


def _overlap(a: frozenset[int] | frozenset[str], b: frozenset[int] | frozenset[str]) -> str:
    if not a or not b:
        return "unknown"
    return "same" if a & b else "different"


def _shared(common: frozenset[str], least: float) -> str:
    bits = fsum(rarity(w) for w in common if rarity(w) >= least)
    return "none" if bits == 0 else "few" if bits < 25 else "some" if bits < 60 else "many"


def person_links(found: Sequence[Form]) -> Iterator[tuple[Form, Form, Link]]:
    """The pairs of forms that may be one person, with the link between their clearest mentions."""
    for a, b in candidates(found):
        levels = evidence(a, b)
        weight, parts = weigh("match_people", levels["once"].split("/", 1)[0], levels)
        if weight >= LEAST_BITS:
            reasons = explain_people(parts, weight)
            yield a, b, Link(_clearest(a, b), _clearest(b, a), weight, reasons)


def _clearest(form: Form, other: Form) -> Claim:
    """A mention in full, before one without a role, and in an article of its own before a shared one."""
    return min(
        form.written,
        key=lambda c: (c.article in other.articles, not name_of(c).posts, c.where),
    )
