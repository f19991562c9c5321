"""Facts that have one place: where somebody was born, where a gust or a temperature was measured.

Who was born somewhere is the person before the verb, the one behind "X-born", or else the one
of whom the article speaks most. A figure is one fact where it is exact, says much, and has a
unit in which weather is measured.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise

from attrs import evolve

from crosscheck.align.places.apart import skeleton, two_places
from crosscheck.align.scoring import identity, telling
from crosscheck.align.stories import Stories
from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.gazetteer import chains, demonyms, key
from crosscheck.lexicon.naming import fold, gender, slip, surname
from crosscheck.lexicon.words import STOP, UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Link, Mention, Wording, name_of, place_of
from crosscheck.values import Place, Quantity

BITS = 5.0
MEASURED = frozenset({"degC", "degF", "km/h", "mi/h", "m/s", "kn", "hPa", "mbar"})
LEAST_TELLING = 6.0  # bits of a figure that is hardly met twice by chance
WITHIN = frozenset({"in", "at", "on", "near", "of", "outside"})
BREAKS = frozenset('who which where but moved came before after when ; : “ ” "'.split())
READING = wordset("places", "reading")
MOVING = wordset("places", "moving")
AT = frozenset({"in", "at", "on", "of"})
PLURAL = frozenset({"were", "are", "not", "children", "babies", "both", "never"})
LONGEST = 3  # words of a name that no list knows
SHORTEST = 3  # letters of its words, more are a name
REACH = 12  # tokens from "born" to the place, or from a figure to its place
SUBJECT = 6  # tokens from a person to "born"
BEHIND = 5  # tokens from "X-born" to a name
LEAST_TOLD = 3  # mentions of the person of whom an article speaks most
MOST = 12  # places of one fact in a story
BESIDE = 6  # tokens between two names of which one may hold the other
JOINTS = frozenset({",", "(", "in", "on", "of", "the", "a", "an", "near", "at"})
CONTAINERS = wordset("places", "container") | wordset("places", "before")

Places = Mapping[int, Sequence[Claim]]  # of an article, by sentence


def single_places(claims: Sequence[Claim], stories: Stories) -> Iterator[Link]:
    """Links between two places of one such fact, told in two articles of one story."""
    facts: dict[Hashable, list[Claim]] = defaultdict(list)
    beside: set[frozenset[str]] = set()
    for _, own in groupby(claims, key=lambda c: c.article):
        article = list(own)
        places: dict[int, list[Claim]] = defaultdict(list)
        for claim in article:
            if claim.mention.kind == "place" and claim.wording is not None:
                places[claim.sentence].append(claim)
        beside.update(_beside(places))
        for fact, place in (*_births(article, places), *_measured(article, places)):
            facts[fact].append(place)
    for some in facts.values():
        for one, two in combinations(some[:MOST], 2):
            names = place_of(one).key, place_of(two).key
            related = one.article != two.article and two.article in stories.related(one.article)
            if related and _two(place_of(one), place_of(two)) and frozenset(names) not in beside:
                both = [{place_of(c).key for c in some if c.article == n} for n in (one.article, two.article)]
                if names[1] not in both[0] and names[0] not in both[1]:
                    yield Link(one, two, BITS, ("told as the place of one fact that has only one",))


def _beside(places: Mapping[int, Sequence[Claim]]) -> Iterator[frozenset[str]]:
    """Names that stand side by side, of which one may hold the other: "X, Y", "X in Y"."""
    for some in places.values():
        for one, two in pairwise(some):
            between = one.wording.lower[one.at[1] : two.at[0]] if one.wording else ()
            if len(between) <= BESIDE and all(w in JOINTS or w in CONTAINERS for w in between):
                yield frozenset((place_of(one).key, place_of(two).key))


def _two(one: Place, two: Place) -> bool:
    """Whether two places cannot be one nor hold each other, as far as is known."""
    if one.chains or two.chains:
        return bool(one.chains and two.chains) and two_places(one, two)
    words = [set(p.key.split()) for p in (one, two)]
    if words[0] & words[1] or one.within or two.within or (one.sort and two.sort and one.sort != two.sort):
        return False
    return skeleton(one.key) != skeleton(two.key) and slip(one.key, two.key) is None


def _measured(
    article: Sequence[Claim], places: Mapping[int, Sequence[Claim]]
) -> Iterator[tuple[Hashable, Claim]]:
    """The exact figures of weather with the one place at which they were measured."""
    still: dict[int, bool] = {}  # whether a sentence tells a reading
    for claim in article:
        value = claim.mention.value
        if not isinstance(value, Quantity) or value.unit not in MEASURED or not value.exact:
            continue
        if claim.sentence not in still:
            lower = claim.wording.lower if claim.wording else ()
            still[claim.sentence] = not READING.isdisjoint(lower) and MOVING.isdisjoint(lower)
        if not still[claim.sentence]:
            continue
        near = [
            p for p in places.get(claim.sentence, ())
            if p.before[:1] and p.before[0] in AT
            and min(abs(p.at[0] - claim.at[1]), abs(claim.at[0] - p.at[1])) <= REACH
        ]  # fmt: skip
        if near and telling(identity(claim)) >= LEAST_TELLING:
            yield ("measured", identity(claim)), min(near, key=lambda p: abs(p.at[0] - claim.at[0]))


def _births(
    article: Sequence[Claim], places: Mapping[int, Sequence[Claim]]
) -> Iterator[tuple[Hashable, Claim]]:
    """Who was born where, by surname."""
    done: set[int] = set()
    for claim in article:
        wording = claim.wording
        if wording is None or claim.sentence in done:
            continue
        done.add(claim.sentence)
        if "born" not in wording.lower:
            continue
        at = wording.lower.index("born")
        people = [c for c in article if c.sentence == claim.sentence and c.mention.kind == "person"]
        compound = at > 1 and wording.lower[at - 1] == "-"
        place = _compound(claim, at - 1) if compound else _behind(claim, at, places.get(claim.sentence, ()))
        if place is not None and not _somebody_else(wording, at):
            family = _born(wording, at, people) or _spoken_of(article, wording, at)
            if family:
                yield ("born", family), place


def _somebody_else(wording: Wording, at: int) -> bool:
    """Whether the words before "born" speak of a relative or of several, or deny it."""
    kin = frozenset(table("roles")["kin"]["forms"])
    before = wording.lower[max(0, at - SUBJECT) : at]
    return not kin.isdisjoint(before) or not PLURAL.isdisjoint(before)


def _born(wording: Wording, at: int, people: Sequence[Claim]) -> str:
    """The surname of whom a sentence says that they were born: the name before it, or behind "X-born"."""
    if wording.lower[at - 1 : at] == ("-",):
        who = next((c for c in people if 0 < c.at[0] - at <= BEHIND), None)
    else:
        who = next((c for c in reversed(people) if 0 <= at - c.at[1] <= SUBJECT), None)
    return surname(name_of(who).family or "") if who is not None else ""


def _compound(claim: Claim, hyphen: int) -> Claim | None:
    """The place of "X-born"."""
    lower = claim.wording.lower if claim.wording else ()
    first = hyphen
    while first and _capital(claim, first - 1) and hyphen - first < LONGEST and lower[first - 1] not in STOP:
        first -= 1
    return _named(claim, first, hyphen)


def _behind(claim: Claim, at: int, places: Sequence[Claim]) -> Claim | None:
    """The first place behind "born", with no other clause between, or the name right behind "born in"."""
    lower = claim.wording.lower if claim.wording else ()
    place = next((p for p in places if at < p.at[0] <= at + REACH), None)
    if place is not None:
        clear = BREAKS.isdisjoint(lower[at : place.at[0]]) and all(
            lower[k + 1] in WITHIN or lower[k + 1].isdecimal()
            for k in range(at, place.at[0]) if lower[k] == ","
        )  # fmt: skip
        return place if place.before[:1] and place.before[0] in WITHIN and clear else None
    if lower[at + 1 : at + 2] and lower[at + 1] in WITHIN:
        last = at + 2
        while last < len(lower) and _capital(claim, last) and last - at <= LONGEST + 1:
            last += 1
        return _named(claim, at + 2, last)
    return None


def _capital(claim: Claim, i: int) -> bool:
    wording = claim.wording
    return wording is not None and wording.text[wording.starts[i] - wording.start].isupper()


def _named(claim: Claim, first: int, last: int) -> Claim | None:
    """The capitalised tokens from first to last (not included) as a place, None where they are none."""
    wording = claim.wording
    if wording is None or first >= last:
        return None
    start, end = wording.starts[first] - wording.start, wording.starts[last - 1] - wording.start
    text = wording.text[start : end + len(wording.lower[last - 1])]
    name = key(text)
    known = chains(name)
    foreign = any(len(w) > SHORTEST and rarity(w) >= UNKNOWN_BITS for w in name.split())
    if not name or name in demonyms() or name in wordset("places", "things") or not (known or foreign):
        return None
    begin = wording.starts[first]
    mention = Mention(begin, begin + len(text), text, "place", Place(text, name, (), known))
    return evolve(claim, mention=mention, at=(first, last))


def _spoken_of(article: Sequence[Claim], wording: Wording, at: int) -> str:
    """The surname of whom an article speaks by far the most, where the sentence can mean that person."""
    pronouns = {"he", "she"} & set(wording.lower)
    named = [name_of(c) for c in article if c.mention.kind == "person"]
    ranked = Counter(surname(n.family or "") for n in named).most_common(2)
    if not ranked or ranked[0][1] < LEAST_TOLD or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    if wording.lower[at - 1 : at] != ("-",) and (at > 1 and not pronouns.intersection(wording.lower[:at])):
        return ""
    sexes = {gender(fold(n.given[0])) for n in named if n.given and surname(n.family or "") == ranked[0][0]}
    wrong = {"he": "female", "she": "male"}
    return "" if any(wrong[p] in sexes for p in pronouns) else ranked[0][0]
