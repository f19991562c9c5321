"""Groups of claims about people: forms of one name, initials, careers, holders of one office."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from math import fsum

from crosscheck.align.joining import Joined
from crosscheck.align.levels import weigh
from crosscheck.align.people.explain import explain_holders
from crosscheck.align.people.forms import Form, forms
from crosscheck.align.people.holders import MOST_HOLDERS, Rivals, clearest, decisive, holders, rivals
from crosscheck.align.people.links import person_links
from crosscheck.align.people.mixups import mixup_links
from crosscheck.align.stories import Stories
from crosscheck.lexicon.naming import fold, romanised, surname
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity
from crosscheck.model import Claim, Group, Link, name_of

FEW_ARTICLES = 20  # a name that more articles have is of no one event
EVENT_BITS = 24.0  # two names that no list of common words knows
CLEAR_BITS = 1.5  # rivals below this may be two people rightly called so
SHORTEST = 4  # letters of a surname that may be romanised in several ways
NEAR_BITS = 4.0  # rivals of one odd holder that are shown side by side


def people_groups(claims: Sequence[Claim], stories: Stories) -> list[Group]:
    """Groups of claims about people, from all claims of a corpus in canonical order.

    Claims of other kinds are ignored; `stories` knows the rare capitalised words of each article. The
    groups are of five kinds: "person" (forms of a name that may be one person's, for E401 and
    E402), "initials" (one name with several middle initials, for E403), "career" (one person
    and the posts given, for R501) and "office" (one office or calling, its `subject`, and its
    holders, for R502), "romanised" (one surname in several romanisations, for E404).
    """
    people = [c for c in claims if c.mention.kind == "person"]
    found = forms(people)
    events = Events(people)
    offices = [group for part in events.parts(people) for group in _offices(part, stories.names)]
    odd = {id(link.left) for group in offices for link in group.links}
    return [
        *_name_groups(found, stories),
        *_initials(found),
        *_careers(found, events, odd, stories),
        *offices,
        *_romanised(people),
    ]


def _name_groups(found: Sequence[Form], stories: Stories) -> Iterator[Group]:
    joined = Joined()
    links = _all_links(found, stories)
    for a, b, link in links:
        if link.weight >= 0:
            joined.join(id(a), id(b))
    together: dict[Hashable, list[tuple[Form, Form, Link]]] = defaultdict(list)
    for a, b, link in links:
        together[joined.root(id(a)) if link.weight >= 0 else id(link)].append((a, b, link))
    for some in together.values():
        members = {id(c): c for a, b, _ in some for c in (*a.written, *b.written)}
        ordered = sorted(members.values(), key=lambda c: c.where)
        yield Group("person", tuple(ordered), tuple(link for _, _, link in some))


def _all_links(found: Sequence[Form], stories: Stories) -> list[tuple[Form, Form, Link]]:
    """The pairs that may be one person, by a slip or by a name that begins alike; the heavier of both."""
    links = {(a.key, b.key): (a, b, link) for a, b, link in person_links(found)}
    for a, b, link in mixup_links(found, stories):
        pair = (a.key, b.key) if (a.key, b.key) in links or (b.key, a.key) not in links else (b.key, a.key)
        if pair not in links or links[pair][2].weight < link.weight:
            links[pair] = a, b, link
    return list(links.values())


def _initials(found: Sequence[Form]) -> Iterator[Group]:
    """One group for each full name with more than one middle initial."""
    for form in found:
        stated = tuple(c for c in form.written if len(fold("".join(name_of(c).given[1:2]))) == 1)
        if len({fold(name_of(c).given[1]) for c in stated}) > 1:
            yield Group("initials", stated)


class Events:
    """Which articles are about one event: those that share rare names, whom few other articles name."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        named: dict[int, set[str]] = defaultdict(set)
        for claim in claims:
            named[claim.article].update(claim.names)
        where: dict[str, list[int]] = defaultdict(list)
        for article, words in named.items():
            for word in words:
                where[word].append(article)
        bits: dict[tuple[int, int], list[float]] = defaultdict(list)
        for word, articles in where.items():
            if 1 < len(articles) <= FEW_ARTICLES:
                for pair in combinations(sorted(articles), 2):
                    bits[pair].append(rarity(word))
        self.near: dict[int, set[int]] = defaultdict(set)
        for (one, two), shares in bits.items():
            if fsum(shares) >= EVENT_BITS:
                self.near[one].add(two)
                self.near[two].add(one)

    def parts(self, claims: Sequence[Claim], stories: Stories | None = None) -> list[tuple[Claim, ...]]:
        """Claims parted by event, each in the order given; articles of one of `stories` stay together."""
        home: dict[int, int] = {}
        wanted = {c.article for c in claims}
        told = {a: set(stories.related(a)) if stories else set() for a in wanted}
        for article in sorted(wanted):
            waiting = [] if article in home else [article]
            while waiting:
                at = waiting.pop()
                home[at] = article
                waiting.extend(((self.near.get(at, set()) | told[at]) & wanted) - home.keys())
        out: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            out[home[claim.article]].append(claim)
        return [tuple(part) for part in out.values()]


def _careers(found: Sequence[Form], events: Events, odd: set[int], stories: Stories) -> Iterator[Group]:
    """One group for each full name that is given posts, and each event; claims of odd holders left out."""
    for form in found:
        posted = tuple(
            c for c in form.claims if id(c) not in odd and any(p.office != "kin" for p in name_of(c).posts)
        )
        yield from (Group("career", part) for part in events.parts(posted, stories) if len(part) > 1)


def _offices(claims: Sequence[Claim], names: Sequence[frozenset[str]]) -> Iterator[Group]:
    """One group for each sign of several people of one event, every mention of them in it.

    Its links join each odd holder to the usual one.
    """
    holding = holders(claims)
    for sign in sorted(holding):
        some = holding[sign]
        if 1 < len(some) <= MOST_HOLDERS:
            members = sorted({id(c): c for h in some for c in h.claims}.values(), key=lambda c: c.where)
            links = _odd_links(list(rivals(sign, some, names)))
            yield Group("office", tuple(members), tuple(links), subject=sign)


def _odd_links(pairs: Sequence[Rivals]) -> Iterator[Link]:
    """The clear rivals of each odd claim, the heaviest first; who is usual beside one is not odd himself."""
    weighed = sorted(
        ((*weigh("match_holders", "all", pair.levels), pair) for pair in pairs),
        key=lambda w: (-w[0], w[2].claim.where, w[2].usual.called[0].where),
    )
    best: dict[int, float] = {}
    usual: set[int] = set()
    for weight, parts, pair in weighed:
        if weight < CLEAR_BITS or not decisive(pair.levels) or id(pair.odd) in usual:
            continue
        if weight >= best.setdefault(id(pair.odd), weight) - NEAR_BITS:
            usual.add(id(pair.usual))
            reasons = explain_holders(parts, weight, pair.usual.name.name)
            yield Link(pair.claim, clearest(pair), weight, reasons)


def _romanised(people: Sequence[Claim]) -> Iterator[Group]:
    """One group for each full name that is written in several romanisations."""
    alike: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in people:
        given, family = _names(claim)
        if given and len(family) >= SHORTEST and rarity(family) >= UNKNOWN_BITS:
            alike[romanised(given, endings=False), romanised(family)].append(claim)
    for some in alike.values():
        if len({_names(c) for c in some}) > 1:
            yield Group("romanised", tuple(some))


def _names(claim: Claim) -> tuple[str, str]:
    name = name_of(claim)
    return fold(name.given[0]) if name.given else "", surname(name.family or "")
