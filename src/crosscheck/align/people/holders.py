"""Which names in one role of one story exclude each other: candidates, evidence, weights.

A *sign* is what a text calls a person: an office ("sheriff", with its state: former, acting)
or a rank ("captain"). Where one article gives a sign to a person to whom no other article
gives it, and another article gives it to somebody else, the pair is weighed: what kind of
office it is and of which place, what the odd holder is called otherwise, whether the usual
holder is missing or left as a bare surname in the odd article, and how much of the sentence
the other article tells of the usual holder. Weights: `lexicon/match_holders.toml`, fitted by
`benchmarks/fit_holders.py`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen

from crosscheck.lexicon import wordset
from crosscheck.lexicon.callings import (
    SEATS,
    Sign,
    excludes,
    kind_of,
    place_of,
    same_place,
    signs,
    two_people,
)
from crosscheck.lexicon.echoes import echo
from crosscheck.lexicon.naming import fold, same_given, surname
from crosscheck.lexicon.words import canonical
from crosscheck.model import Claim, name_of
from crosscheck.values import Name

MOST_HOLDERS = 40  # people under one sign in one event; beyond that it is a list
MOST_TOLD = 12  # mentions of the usual holder that are held against the odd one
LONGEST_GAP = 45  # days between two articles beyond which an office may have changed hands


@frozen(slots=True, eq=False)
class Holder:
    """One person of one event: every mention, and those with the sign."""

    claims: tuple[Claim, ...]
    called: tuple[Claim, ...]

    @property
    def name(self) -> Name:
        return name_of(max(self.claims, key=lambda c: (len(name_of(c).name), -c.article, -c.mention.start)))

    @property
    def family(self) -> str:
        return surname(self.name.family or "")


@frozen(slots=True, eq=False)
class Rivals:
    """An odd holder with the claim that calls it so, and the usual one, with the evidence for one seat."""

    sign: Sign
    odd: Holder
    claim: Claim
    usual: Holder
    levels: dict[str, str]


def people_of(claims: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Claims by person: one surname and given names that may be one's; bare surnames join a lone bearer."""
    out: list[tuple[Claim, ...]] = []
    families: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        families[surname(name_of(claim).family or "")].append(claim)
    for family in sorted(families):
        bearers: list[list[Claim]] = []
        bare: list[Claim] = []
        for claim in families[family]:
            given = name_of(claim).given
            if not given:
                bare.append(claim)
                continue
            home = next((b for b in bearers if same_given(fold(given[0]), _given(b[0]))), None)
            if home is None:
                bearers.append([claim])
            else:
                home.append(claim)
        if len(bearers) == 1:
            bearers[0].extend(bare)
        elif bare:
            bearers.append(bare)
        out.extend(tuple(sorted(b, key=lambda c: c.where)) for b in bearers)
    return out


def _given(claim: Claim) -> str:
    given = name_of(claim).given
    return fold(given[0]) if given else ""


def holders(claims: Sequence[Claim]) -> dict[Sign, list[Holder]]:
    """Who is called what in one event, from all its claims about people."""
    holding: dict[Sign, list[Holder]] = defaultdict(list)
    for some in people_of(claims):
        called: dict[Sign, list[Claim]] = defaultdict(list)
        for claim in some:
            for sign in signs(name_of(claim)):
                called[sign].append(claim)
        for sign, which in called.items():
            holding[sign].append(Holder(some, tuple(which)))
    return holding


def rivals(sign: Sign, some: Sequence[Holder], lone: Sequence[frozenset[str]] = ()) -> Iterator[Rivals]:
    """The pairs of people under a sign that may exclude each other.

    `lone` are the rare capitalised words of each article, by which a surname without its
    full name is seen.
    """
    for odd in some:
        if len({c.article for c in odd.called}) > 1:
            continue
        claim = next((c for c in odd.called if not name_of(c).linked and name_of(c).given), None)
        if claim is None:
            continue
        for usual in some:
            away = [c for c in usual.called if c.article != claim.article]
            if (
                usual is odd
                or _somebody_else(sign, usual)
                or not away
                or not two_people(odd.name, usual.name)
            ):
                continue
            levels = evidence(sign, odd, claim, usual, lone)
            levels["crowd"] = "two" if len(some) == 2 else "few" if len(some) < 5 else "many"
            houses = levels["kind"] == "body" and levels["place"] == "seat/half"
            if not _of_another_time(sign, odd) and not (houses and _know_both(odd, away)):
                yield Rivals(sign, odd, claim, usual, levels)


def decisive(levels: dict[str, str]) -> bool:
    """Whether a second holder would be strange at all.

    Somebody named nowhere else may be another holder, and two places have two. Former holders
    who keep the title must have an office that excludes it. Where a role has many holders, the
    odd one must have such an office, or the article must go on with the usual holder's surname;
    or nobody else of the story is called so, and the odd one was named before without the title
    or others tell the statement of the usual holder.
    """
    if levels["otherwise"].startswith("unheard") or levels["place"] == "seat/different":
        return False
    kind = levels["kind"]
    excluded, left = "excluded" in levels["otherwise"], levels["usual"].startswith("surname")
    if kind == "kept":
        return excluded and levels["place"] != "seat/half"
    if kind == "part":
        return left and levels["told"] != "odd"
    if kind in SEATS or excluded or left:
        return True
    alone = levels["crowd"] == "two" and kind in ("office", "rank")
    return alone and (levels["first"] == "no" or levels["told"] == "usual, clearly")


def _of_another_time(sign: Sign, odd: Holder) -> bool:
    """Whether an article gives the odd holder the office as past, coming or in part."""
    return any(s[0] == sign[0] != "rank" and s[1] != sign[1] for c in odd.claims for s in signs(name_of(c)))


def _know_both(odd: Holder, away: Sequence[Claim]) -> bool:
    """Whether every article that calls the usual holder so names the odd one in full: each has a house."""
    known = {c.article for c in odd.claims if name_of(c).given}
    return all(c.article in known for c in away)


def _somebody_else(sign: Sign, usual: Holder) -> bool:
    """Whether the usual holder is called by an excluding office more often, or is no name."""
    other = sum(any(excludes(sign, s) for s in signs(name_of(c))) for c in usual.claims)
    titled = usual.family in wordset("titles", "rank")  # "Chief Executive Officer" alone
    return titled or other > len(usual.called)


def clearest(pair: Rivals) -> Claim:
    """The mention of the usual holder, in another article, that tells most of the odd sentence."""
    away = [c for c in pair.usual.called if c.article != pair.claim.article]
    return max(away[:MOST_TOLD], key=lambda c: (echo(pair.claim, c), -c.article, -c.mention.start))


def evidence(
    sign: Sign, odd: Holder, claim: Claim, usual: Holder, lone: Sequence[frozenset[str]]
) -> dict[str, str]:
    """The level of every kind of evidence that the odd holder stands where the usual one belongs."""
    away = [c for c in usual.called if c.article != claim.article]
    here = [c for c in usual.claims if c.article == claim.article]
    kind = kind_of(sign)
    place = _place(sign, claim, away)
    seat = ", one seat" if place == "same" and kind in SEATS else ""
    return {
        "kind": kind,
        "place": f"{'seat' if kind in SEATS else 'other'}/{place}",
        "otherwise": f"{_otherwise(sign, odd, claim)}{seat}",
        "inside": _inside(odd, claim),
        "usual": _usual(sign, usual, claim, here, lone),
        "backing": "several" if len({c.article for c in away}) > 1 else "one",
        "echo": _echo(claim, usual),
        "both": _both(odd, usual),
        "time": _time(claim, away),
        "first": "yes" if _first(odd, claim) else "no",
        "told": _told(odd, claim, usual),
    }


def _place(sign: Sign, claim: Claim, away: Sequence[Claim]) -> str:
    mine = place_of(signs(name_of(claim))[sign])
    theirs = [place_of(signs(name_of(c))[sign]) for c in away]
    if mine and any(same_place(mine, other) for other in theirs):
        return "same"
    if mine and any(theirs):
        return "different"
    return "half" if mine or any(theirs) else "unknown"


def _otherwise(sign: Sign, odd: Holder, claim: Claim) -> str:
    """What other articles call the odd holder: never named there, something else, or just a name."""
    elsewhere = [c for c in odd.claims if c.article != claim.article]
    other = {s for c in odd.claims if c is not claim for s in signs(name_of(c))} - {sign}
    if any(excludes(sign, s) for s in other):
        return "excluded"
    if not elsewhere:
        return "unheard"
    return "something else" if other else "named"


def _inside(odd: Holder, claim: Claim) -> str:
    """How the odd article speaks of the holder besides: once only, or again in the very sentence."""
    others = [c for c in odd.claims if c.article == claim.article and c is not claim]
    if any(c.sentence == claim.sentence for c in others):
        return "sentence"
    return "again" if others else "once"


def _first(odd: Holder, claim: Claim) -> bool:
    own = [c.mention.start for c in odd.claims if c.article == claim.article]
    return claim.mention.start == min(own)


def _usual(
    sign: Sign, usual: Holder, claim: Claim, here: Sequence[Claim], lone: Sequence[frozenset[str]]
) -> str:
    """How the odd article names the usual holder: in the same role, in full, by the surname, not at all."""
    full = any(name_of(c).given for c in here)
    if any(sign in signs(name_of(c)) for c in here):
        return "same role" if full else "surname, same role"
    if full:
        return "full"
    if here or (claim.article < len(lone) and canonical(usual.family) in lone[claim.article]):
        return "surname"
    return "missing"


def _echo(claim: Claim, usual: Holder) -> str:
    told = (*usual.called[:MOST_TOLD], *usual.claims[:MOST_TOLD])
    bits = max((echo(claim, other) for other in told), default=0.0)
    return "none" if bits < 12 else "few" if bits < 24 else "some" if bits < 48 else "many"


def _told(odd: Holder, claim: Claim, usual: Holder) -> str:
    """Of whom the other articles tell more of what the odd sentence says: the usual holder or the odd one."""
    mine = max((echo(claim, c) for c in odd.claims[:MOST_TOLD]), default=0.0)
    theirs = max((echo(claim, c) for c in usual.claims[:MOST_TOLD]), default=0.0)
    if max(mine, theirs) < 12:
        return "neither"
    if theirs > mine + 12:
        return "usual, clearly" if theirs > mine + 30 else "usual"
    return "odd" if mine > theirs + 12 else "alike"


def _both(odd: Holder, usual: Holder) -> str:
    """Whether an article calls both by the sign: then it knows of two."""
    return "yes" if {c.article for c in odd.called} & {c.article for c in usual.called} else "no"


def _time(claim: Claim, away: Sequence[Claim]) -> str:
    day = claim.as_of.day
    gaps = [abs((day - c.as_of.day).days) for c in away if day and c.as_of.day]
    if not gaps:
        return "unknown"
    return "near" if min(gaps) <= LONGEST_GAP else "far"
