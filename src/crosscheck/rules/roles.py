"""Family R: offices that one person cannot hold together, and offices with two holders."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from crosscheck.lexicon import table
from crosscheck.lexicon.callings import place_of, same_place, signs, two_people
from crosscheck.lexicon.echoes import clearest_first
from crosscheck.lexicon.naming import surname
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity, name_of
from crosscheck.rules.common import over_role, probability, settled
from crosscheck.rules.record.people import another_holder, another_office
from crosscheck.values import Post

MOST = 12
MOST_RIVALS = 3
MOST_HELD = 60  # claims of one office or person, and one event, that are compared
LONGEST_GAP = 45  # days between two articles beyond which an office may have changed hands
Held = tuple[Claim, Post]


def _row(office: str) -> dict[str, Any]:
    row: dict[str, Any] = table("roles")[office]
    return row


def _held(group: Group) -> list[Held]:
    """Every post given as present and full, with its claim; a sentence of years ago gives none."""
    return [(c, p) for c in group.claims for p in name_of(c).posts if p.state is None and not _told_back(c)]


def _told_back(claim: Claim) -> bool:
    """Whether the sentence tells of an earlier year alone: "Prime Minister X opened the bridge in 2009"."""
    if claim.as_of.day is None or claim.wording is None:
        return False
    words = claim.wording.lower
    years = [int(b) for a, b in pairwise(words) if a == "in" and b.isdecimal() and len(b) == 4]
    return bool(years) and 1800 < max(years) < claim.as_of.day.year - 1


def _as_holder(held: Held) -> Claim:
    """The claim with its span on the name, and on the role too where it stands right before."""
    claim, post = held
    covers = post.start <= claim.mention.start and claim.mention.end <= post.end
    return over_role(*held) if covers else claim


def _established(claims: Iterable[Claim]) -> bool:
    """Whether several articles say so: where they do of both sides, time has passed between them."""
    return len({claim.article for claim in claims}) > 1


def _far_apart(a: Claim, b: Claim) -> bool:
    days = (a.as_of.day, b.as_of.day)
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > LONGEST_GAP


def role_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """One person is given two offices that nobody holds together.

    The offices are of one line (ministries of one government; sheriff and mayor; chief
    executive and finance chief) and both are told as present. Former, acting, deputy and
    coming holders are left alone, and so are articles more than six weeks apart.

    Flagged:
        - Foreign Minister Nadia Soltan said the talks in Norwick would go on.
        - Defense Minister Nadia Soltan said the talks in Norwick would go on.

    Not flagged:
        - Foreign Minister Nadia Soltan said the talks in Norwick would go on.
        - Former Defense Minister Nadia Soltan said the talks in Norwick would go on.
    """
    if group.fact is not None:
        yield from another_office(group)
        return
    held = [(c, p) for c, p in _held(group) if "line" in _row(p.office)]
    for (one, a), (two, b) in combinations(held[:MOST_HELD], 2):
        if a.office == b.office or _row(a.office)["line"] != _row(b.office)["line"]:
            continue
        if one.article == two.article and (name_of(one).linked or name_of(two).linked):
            continue
        if _far_apart(one, two):
            yield Refusal("different-as-of", (one, two))
            continue
        together = one is two or (one.article != two.article and _explained(held, a.office, b.office))
        if together or {
            a.office,
            b.office,
        } & _once_held(group):
            yield Refusal("different-scope", (one, two))
            return
        if _established(c for c, p in held if p.office == a.office) and _established(
            c for c, p in held if p.office == b.office
        ):
            yield Refusal("different-as-of", (one, two))
            return
        yield _two_offices(held, a.office, b.office)
        return


def _once_held(group: Group) -> set[str]:
    """The offices that some article gives the person as past, coming, or in part."""
    return {p.office for c in group.claims for p in name_of(c).posts if p.state is not None}


def _explained(held: Sequence[Held], one: str, two: str) -> bool:
    """Whether one article gives the person both offices itself, or one mention does."""
    articles = {office: {c.article for c, p in held if p.office == office} for office in (one, two)}
    return bool(articles[one] & articles[two])


def _two_offices(held: Sequence[Held], one: str, two: str) -> Conflict:
    backing = {office: [h for h in held if h[1].office == office] for office in (one, two)}
    first, second = sorted(
        (one, two), key=lambda o: (-len({c.article for c, _ in backing[o]}), -len(backing[o]), o)
    )
    few = backing[second][: MOST // 2]
    shown = [(h, "a") for h in backing[first][: MOST - len(few)]] + [(h, "b") for h in few]
    shown.sort(key=lambda s: (s[0][0].article, s[0][1].start))
    name = name_of(backing[first][0][0]).name
    words = [backing[office][0][1].words for office in (first, second)]
    counts = [len({c.article for c, _ in backing[office]}) for office in (first, second)]
    return Conflict(
        message=f"{name} is called “{words[0]}” and “{words[1]}”, which exclude each other",
        claims=tuple((over_role(*h), side) for h, side in shown),
        reasons=(
            "the same given name and surname",
            f"“{words[0]}” in {counts[0]} and “{words[1]}” in {counts[1]} of the articles, both as present",
        ),
        confidence=settled("R501"),
    )


def holder_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """One office has two holders.

    Both are told as present holders of one office that has one holder at a time, and either
    both articles say of which place or body, or one of the two is somebody else in the other
    articles. Deputies, acting, former and coming holders are left alone.

    Flagged:
        - The Elder bridge at Port Ellery was opened on Monday by Norwick Mayor Helen Foster.
        - The Elder bridge at Port Ellery was opened on Monday by Norwick Mayor Daniel Hilliard.

    Not flagged:
        - The Elder bridge at Port Ellery was opened on Monday by Norwick Mayor Helen Foster.
        - The Elder bridge at Port Ellery was opened on Monday by Ulverby Mayor Daniel Hilliard.

    Not flagged:
        - The Elder bridge at Port Ellery was opened on Monday by Norwick Mayor Helen Foster.
        - The Elder bridge at Port Ellery was opened on Monday by former Norwick Mayor Daniel Hilliard.
    """
    if group.fact is not None:
        yield from another_holder(group)
        return
    odd = {id(link.left): [x for x in group.links if x.left is link.left] for link in group.links}
    for links in odd.values():
        yield _usurped(group, links[:MOST_RIVALS])
    office, state = group.subject
    if group.links or state or "seat" not in table("roles").get(office, {}):
        return
    some = [held for held in _held(group) if held[1].office == office]
    found = _rivals(some)
    if found is not None:
        yield found if isinstance(found, Refusal) else _two_holders(office, some, *found)


def _usurped(group: Group, links: Sequence[Link]) -> Conflict:
    """The odd holder of a role (side b) against the usual one, with the mentions that call them so."""
    odd = links[0].left
    sign = group.subject[0], group.subject[1]
    called = [c for c in group.claims if c is not odd and sign in signs(name_of(c))]
    shown: list[tuple[Claim, str | None]] = [(odd, "b")]
    for link, side in zip(links, "acd", strict=False):
        many = [c for c in called if not two_people(name_of(c), name_of(link.right))]
        clear = clearest_first(many, [odd])[: (MOST - 1) // len(links)]
        shown.extend((c, side) for c in clear if all(c is not s for s, _ in shown))
    shown.sort(key=lambda s: s[0].where)
    post = signs(name_of(odd))[sign]
    words = post.words if post else sign[1]
    usual = " or ".join(name_of(link.right).name for link in links)
    return Conflict(
        message=f"{name_of(odd).name} is called “{words}” where other articles have {usual}",
        claims=tuple((_with_role(c, sign), side) for c, side in shown),
        reasons=links[0].reasons,
        confidence=probability(links[0].weight),
    )


def _with_role(claim: Claim, sign: tuple[str, str]) -> Claim:
    post = signs(name_of(claim))[sign]
    return claim if post is None else _as_holder((claim, post))


def _first_of_each(some: Sequence[Held]) -> list[Held]:
    """One claim for each holder and article, one that says the place before others."""
    out: dict[tuple[str, int], Held] = {}
    for claim, post in sorted(some, key=lambda h: not place_of(h[1])):
        out.setdefault((_family(claim), claim.article), (claim, post))
    return sorted(out.values(), key=lambda h: h[0].where)[:MOST_HELD]


def _rivals(some: Sequence[Held]) -> tuple[Held, Held] | Refusal | None:
    """Two people to whom the articles give an office of one place, or why they do not exclude each other."""
    refused = None
    holds: dict[str, list[Claim]] = defaultdict(list)
    for claim, _ in some:
        holds[_family(claim)].append(claim)
    for one, two in combinations(_first_of_each(some), 2):
        if one[0].article == two[0].article or not two_people(name_of(one[0]), name_of(two[0])):
            continue
        if not same_place(place_of(one[1]), place_of(two[1])) or _both_in_one(some, one[0], two[0]):
            continue
        if _far_apart(one[0], two[0]) or all(_established(holds[_family(c)]) for c in (one[0], two[0])):
            refused = Refusal("different-as-of", (one[0], two[0]))
        else:
            return one, two
    return refused


def _both_in_one(some: Sequence[Held], a: Claim, b: Claim) -> bool:
    """Whether one article calls both people by the office: then it knows of two holders."""
    articles: dict[str, set[int]] = defaultdict(set)
    for claim, _ in some:
        articles[name_of(claim).name].add(claim.article)
    return bool(articles[name_of(a).name] & articles[name_of(b).name])


def _family(claim: Claim) -> str:
    return surname(name_of(claim).family or "")


def _two_holders(office: str, some: Sequence[Held], one: Held, two: Held) -> Conflict:
    backing = {_family(c): [h for h in some if _family(h[0]) == _family(c)] for c in (one[0], two[0])}
    order = sorted(backing, key=lambda f: (-len({c.article for c, _ in backing[f]}), -len(backing[f]), f))
    few = backing[order[1]][: MOST // 2]
    shown = [(h, "a") for h in backing[order[0]][: MOST - len(few)]] + [(h, "b") for h in few]
    shown.sort(key=lambda s: (s[0][0].article, s[0][1].start))
    names = [max((name_of(c).name for c, _ in backing[f]), key=len) for f in order]
    counts = [len({c.article for c, _ in backing[f]}) for f in order]
    return Conflict(
        message=f"both {names[0]} and {names[1]} are called “{one[1].words}”",
        claims=tuple((_as_holder(h), side) for h, side in shown),
        reasons=(
            f"the office of {office.replace('-', ' ')} has one holder at a time",
            f"{names[0]} in {counts[0]} and {names[1]} in {counts[1]} of the articles, both as present",
        ),
        confidence=settled("R502"),
    )


RULES = (
    Rule(
        "R501",
        "role-conflict",
        role_conflict,
        Severity.WARNING,
        since="0.1",
        scope="XS",
        takes=("career", "record/career"),
    ),
    Rule(
        "R502",
        "holder-conflict",
        holder_conflict,
        Severity.WARNING,
        since="0.1",
        scope="XS",
        takes=("office", "record/holder"),
    ),
)
