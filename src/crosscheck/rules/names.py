"""Family E: names of people and organisations that differ where they should not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.lexicon.echoes import clearest_first
from crosscheck.lexicon.naming import fold, same_given, slip, surname
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity, name_of
from crosscheck.rules.common import probability, said, settled

SPELLING_BITS = 0.0  # from here a near spelling is one person's
GIVEN_BITS = 1.0  # another given name needs more
NEAR_BITS = 1.5  # of two relatives that an odd name may stand for, the one more spoken of
MOST = 12
BODY = frozenset({"body", "dateline", "quotation"})


def _key(claim: Claim) -> tuple[str, str]:
    name = name_of(claim)
    return fold(name.given[0]) if name.given else "", surname(name.family or "")


def _differs(link: Link) -> str | None:
    """What differs between the two names of a link: "spelling", "given" or nothing that counts."""
    (given_a, family_a), (given_b, family_b) = _key(link.left), _key(link.right)
    if family_a != family_b:
        return "spelling" if slip(family_a, family_b) or given_a == given_b else None
    if same_given(given_a, given_b):
        return None
    return "spelling" if slip(given_a, given_b) not in (None, "first") else "given"


def _links(group: Group, what: str) -> list[Link]:
    """The links of one kind, the heaviest first, each adding a form that none before it has."""
    seen: set[tuple[str, str]] = set()
    out = []
    for link in sorted((x for x in group.links if _differs(x) == what), key=lambda x: -x.weight):
        pair = {_key(link.left), _key(link.right)}
        if not pair <= seen:
            out.append(link)
        seen |= pair
    return out


def _sides(group: Group, link: Link) -> tuple[tuple[Claim, str | None], ...]:
    """The two forms of a link as sides, the one of more articles first; each article's clearest mentions."""
    forms: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in group.claims:
        forms[_key(claim)].append(claim)
    pair = sorted(
        (_key(link.left), _key(link.right)),
        key=lambda k: (-len({c.article for c in forms[k]}), -len(forms[k]), k),
    )  # fmt: skip
    few = clearest_first(forms[pair[1]], forms[pair[0]])[: MOST // 2]
    many = clearest_first(forms[pair[0]], few)[: MOST - len(few)]
    shown = [*((c, "a") for c in many), *((c, "b") for c in few)]
    return tuple(sorted(shown, key=lambda s: s[0].where))


def name_spelling(group: Group) -> Iterator[Conflict | Refusal]:
    """One person's name is spelt in two ways.

    The two spellings are one slip apart (a letter swapped, doubled, dropped or changed) or begin
    alike ("Whitfield", "Whitmore"), the rest of the name is the same, and the company that the
    names keep - roles, ages, words and names around them - speaks for one person. Short forms of
    given names, accents, apostrophes, initials and house styles of transliteration are no slips.

    Flagged:
        - The Swiss envoy, Matthias Keller, arrived in Norwick on Monday to mediate between the miners.
        - The Swiss envoy, Matthias Kellner, arrived in Norwick on Monday to mediate between the miners.

    Flagged:
        - Captain Willian Marsden landed the damaged airliner safely at Port Ellery after both engines failed.
        - Captain William Marsden landed the damaged airliner safely at Port Ellery after both engines failed.

    Not flagged:
        - Captain Bill Marsden landed the damaged airliner safely at Port Ellery after both engines failed.
        - Captain William Marsden landed the damaged airliner safely at Port Ellery after both engines failed.

    Not flagged:
        - President Mohamed Darwisi opened the harbour at Port Ellery.
        - President Mohammed Darwisy opened the harbour at Port Ellery.
    """
    for link in _links(group, "spelling"):
        yield _verdict(group, link, SPELLING_BITS, "are spelt in two ways but seem to be one person")


def _verdict(group: Group, link: Link, least: float, what: str) -> Conflict | Refusal:
    if link.weight < least:
        return Refusal("thin-evidence", (link.left, link.right))
    sides = _sides(group, link)
    return Conflict(
        message=f"{said(link.left)} and {said(link.right)} {what}",
        claims=sides,
        reasons=(*_counted(sides), *link.reasons),
        confidence=probability(link.weight),
    )


def _counted(sides: Sequence[tuple[Claim, str | None]]) -> tuple[str, ...]:
    """How many articles write which form, and whether one article has both."""
    articles = {side: {c.article for c, s in sides if s == side} for side in ("a", "b")}
    words = {side: next((said(c) for c, s in sides if s == side), "") for side in ("a", "b")}
    many, few = len(articles["a"]), len(articles["b"])
    count = f"{words['a']} stands in {many} and {words['b']} in {few} of the articles"
    both = articles["a"] & articles["b"]
    return (count, "one article has both forms") if both else (count,)


def given_name(group: Group) -> Iterator[Conflict | Refusal]:
    """One person is given two different given names.

    The surname is the same and so is what is said of the person: the office, the age, the
    words around the name. Given names that begin alike need less where no article of the story
    has both. Relatives, successive holders of an office and short forms of one
    name are left alone.

    Flagged:
        - Robert Pitcairn, 24, is accused of setting fire to the Norwick supermarket shortly after dawn.
        - Donald Pitcairn, 24, is accused of setting fire to the Norwick supermarket shortly after dawn.

    Not flagged:
        - Robert Pitcairn and his wife, Carol Pitcairn, were led to safety from the Norwick supermarket.
        - Robert Pitcairn, 24, was led to safety from the Norwick supermarket after the fire.

    Not flagged:
        - Dave Pitcairn, 24, is accused of setting fire to the Norwick supermarket shortly after dawn.
        - David Pitcairn, 24, is accused of setting fire to the Norwick supermarket shortly after dawn.
    """
    links = sorted((x for x in group.links if _differs(x) == "given"), key=lambda x: -x.weight)
    near = [link for link in links if link.weight > links[0].weight - NEAR_BITS][:2]
    if not near:
        return
    found = _verdict(group, near[0], GIVEN_BITS, "seem to be one person with two given names")
    if isinstance(found, Refusal) or len(near) == 1:
        yield found
        return
    pairs = [{_key(x.left), _key(x.right)} for x in near]
    yield found if len(pairs[0] & pairs[1]) != 1 else _between(group, near, *pairs)


def _between(
    group: Group, links: Sequence[Link], one: set[tuple[str, str]], two: set[tuple[str, str]]
) -> Conflict:
    """An odd given name (side b) that may stand for either of two relatives."""
    (odd,) = one & two
    forms = {key: [c for c in group.claims if _key(c) == key] for key in one | two}
    few = clearest_first(forms[odd], [links[0].left, links[0].right])[: MOST // 3]
    shown: list[tuple[Claim, str | None]] = [(c, "b") for c in few]
    for key, side in zip(sorted(one ^ two), "ac", strict=True):
        shown.extend((c, side) for c in clearest_first(forms[key], few)[: MOST // 3])
    names = " or ".join(said(forms[key][0]) for key in sorted(one ^ two))
    return Conflict(
        message=f"{said(few[0])} seems to be {names} with another given name",
        claims=tuple(sorted(shown, key=lambda s: s[0].where)),
        reasons=links[0].reasons,
        confidence=probability(links[0].weight),
    )


def initial_conflict(group: Group) -> Iterator[Conflict | Refusal]:
    """One person is given two middle initials.

    Given name and surname are the same, the initials are not. An article that has both
    initials knows of two people.

    Flagged:
        - The court heard from William J. Marsden, the harbour master of Port Ellery.
        - The court heard from William T. Marsden, the harbour master of Port Ellery.

    Not flagged:
        - The court heard from William J. Marsden, the harbour master of Port Ellery.
        - The court heard from William Marsden, the harbour master of Port Ellery.
    """
    forms: dict[str, list[Claim]] = defaultdict(list)
    for claim in group.claims:
        forms[fold(name_of(claim).given[1])].append(claim)
    first, second = sorted(forms, key=lambda i: (-len({c.article for c in forms[i]}), i))[:2]
    if {c.article for c in forms[first]} & {c.article for c in forms[second]}:
        yield Refusal("different-scope", (forms[first][0], forms[second][0]))
        return
    sides = [(c, "a") for c in clearest_first(forms[first], forms[second])[: MOST // 2]] + [
        (c, "b") for c in clearest_first(forms[second], forms[first])[: MOST // 2]
    ]
    yield Conflict(
        message=f"{said(forms[first][0])} and {said(forms[second][0])} differ in the initial",
        claims=tuple(sorted(sides, key=lambda s: s[0].where)),
        reasons=("the same given name and surname", *_counted(sides)),
        confidence=settled("E403"),
    )


def surname_first(group: Group) -> Iterator[Conflict]:
    """A surname stands alone before the article has given the full name.

    Headlines and captions may do so, and so may names with a title or an office.

    Flagged:
        - The harbour will stay shut, Pitcairn said on Monday. Robert Pitcairn, who runs the port of
          Norwick, blamed the storm.

    Not flagged:
        - The harbour will stay shut, Robert Pitcairn said on Monday. Pitcairn, who runs the port of
          Norwick, blamed the storm.

    Not flagged:
        - The harbour will stay shut, Mayor Pitcairn said on Monday. Robert Pitcairn, who was elected in
          May, blamed the storm.
    """
    first: dict[str, Claim] = {}
    told: set[str] = set()
    for claim in group.claims:
        if claim.mention.kind != "person" or claim.zone not in BODY:
            continue
        name = name_of(claim)
        full = name.given and not name.linked
        if full and name.name in first and name.name not in told:
            yield Conflict(
                message=f"{said(first[name.name])} stands before the full name, {said(claim)}",
                claims=((first[name.name], None), (claim, None)),
                reasons=("the article gives the full name further down",),
                confidence=0.6,
            )
        if full or name.titles or name.posts:
            told.add(name.name)
        elif name.linked and name.name not in told:
            first.setdefault(name.name, claim)


def transliteration(group: Group) -> Iterator[Conflict]:
    """One name from another alphabet is romanised in two ways.

    Off unless selected: agencies differ in their house style, and a desk that mixes their
    copy may want one. What differs is only what styles of romanisation vary: vowels, doubled
    letters, "kh" and "h", "q" and "k".

    Flagged:
        - Fighters loyal to Bashar al-Khatib shelled the harbour of Norwick at dawn on Monday.
        - Bashar al-Hatib said on Monday that the harbour of Norwick had been shelled at dawn.

    Not flagged:
        - Fighters loyal to Bashar al-Khatib shelled the harbour of Norwick at dawn on Monday.
        - Bashar al-Khatib said on Monday that the harbour of Norwick had been shelled at dawn.
    """
    forms: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in group.claims:
        forms[_key(claim)].append(claim)
    ordered = sorted(forms, key=lambda f: (-len({c.article for c in forms[f]}), f))
    shown = [
        (c, side) for form, side in zip(ordered, "abcd", strict=False)
        for c in forms[form][: MOST // 4]
    ]  # fmt: skip
    words = ", ".join(said(forms[form][0]) for form in ordered)
    yield Conflict(
        message=f"one name in {len(ordered)} romanisations: {words}",
        claims=tuple(sorted(shown, key=lambda s: s[0].where)),
        reasons=("the names differ only in what styles of romanisation vary",),
        confidence=0.6,
    )


RULES = (
    Rule("E401", "name-spelling", name_spelling, Severity.WARNING, since="0.1", takes=("person",)),
    Rule("E402", "given-name-conflict", given_name, Severity.WARNING, since="0.1", takes=("person",)),
    Rule("E403", "initial-conflict", initial_conflict, Severity.WARNING, since="0.1", takes=("initials",)),
    Rule(
        "E404",
        "transliteration-drift",
        transliteration,
        Severity.INFO,
        since="0.1",
        scope="XW",
        takes=("romanised",),
        enabled=False,
    ),
    Rule(
        "E405",
        "surname-before-name",
        surname_first,
        Severity.INFO,
        since="0.1",
        scope="W",
        takes=("article",),
    ),
)
