"""Where a place lies, told by the compass or the river, in two articles that put it on opposite sides.

Three ways of telling are read: "X, 40 km north of Y" (of another place), "X, a town on the east
coast" (a side) and "X, 120 kilometres south" (a distance). Two are of one fact where they tell of
one place in one way and from the same other place, or where the same distance from the
same place is told. No article may give the place both sides: then it tells of two things.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from attrs import evolve, frozen

from crosscheck.align.stories import Stories
from crosscheck.lexicon import table, wordset
from crosscheck.model import Claim, Group, Link, Mention, Wording, place_of
from crosscheck.values import Place

WEIGHT = 4.0  # bits
REASONS = ("one place, told of in the same way", "the two sides exclude each other")
REACH = 16  # tokens between a place and its way
BEHIND = 7  # tokens from a way to the place that it is told of, or told from
LONGEST = 4  # words of a place's name
NEAR = 0.12  # share by which one distance may differ, told twice in two units
MOST = 30  # bearings of one place in a story; more are a list

Ways = frozenset[str]


@frozen(slots=True)
class Told:
    """How a place lies somewhere: its name ("" for unknown), the form ("of", "side", "away"), from where.

    `distances` are in kilometres, `nouns` the rows of nouns of sides ("coast", "flank").
    """

    place: str
    form: str
    anchor: str = ""
    distances: tuple[float, ...] = ()
    nouns: frozenset[int] = frozenset()


@frozen(slots=True, eq=False)
class Bearing:
    """That a place lies on some side, with a claim on the words that say so."""

    claim: Claim
    ways: Ways
    told: Told

    def against(self, other: "Bearing") -> bool:
        """Whether two ways exclude each other: "north-east", "north-west"."""
        return any(
            (a in self.ways and b in other.ways) or (b in self.ways and a in other.ways)
            for a, b in table("bearings")["against"]
        )

    def alike(self, other: "Bearing") -> bool:
        """Whether two bearings are told of one place in one way."""
        x, y = self.told, other.told
        if "side" in (x.form, y.form):
            anchored = not x.anchor or not y.anchor or x.anchor == y.anchor
            return x.form == y.form and x.place == y.place and anchored and bool(x.nouns & y.nouns)
        far = bool(x.distances) and bool(y.distances)
        near = any(abs(a - b) <= NEAR * max(a, b) for a in x.distances for b in y.distances)
        if x.anchor and x.anchor == y.anchor:
            return near if x.place != y.place else near or not far
        return x.place == y.place != "" and near and not (x.anchor and y.anchor)


def bearing_groups(claims: Sequence[Claim], stories: Stories) -> Iterator[Group]:
    """Groups of kind "bearing": two bearings of one place that exclude each other.

    Takes claims of any kind in canonical order.
    """
    told: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in _bearings(claims):
        for key in sorted({bearing.told.place, bearing.told.anchor} - {""}):
            told[key].append(bearing)
    used: set[int] = set()
    for some in told.values():
        fresh = [b for b in some if id(b) not in used][:MOST]
        pair = next((p for p in combinations(fresh, 2) if _clash(*p, stories) and not _both(fresh, *p)), None)
        if pair is not None:
            members = [b for b in fresh if any(b is x or _agree(b, x) for x in pair)]
            used.update(map(id, members))
            one, two = (b.claim for b in pair)
            yield Group("bearing", tuple(b.claim for b in members), (Link(one, two, WEIGHT, REASONS),))


def _clash(one: Bearing, two: Bearing, stories: Stories) -> bool:
    """Whether two articles of one story put one place on opposite sides."""
    articles = one.claim.article, two.claim.article
    story = articles[0] != articles[1] and articles[1] in stories.related(articles[0])
    return story and one.against(two) and one.alike(two)


def _agree(one: Bearing, two: Bearing) -> bool:
    return one.ways == two.ways and one.alike(two)


def _both(some: Sequence[Bearing], one: Bearing, two: Bearing) -> bool:
    """Whether the article of one of two bearings gives the place the side of the other one too."""
    pairs = ((one, two), (two, one))
    return any(
        x is not mine
        and x.claim.article == mine.claim.article
        and not x.against(other)
        and x.ways & other.ways
        for mine, other in pairs
        for x in some
    )


@cache
def _ways() -> dict[str, Ways]:
    rows = table("bearings")
    single = {word: frozenset([way]) for way, words in rows["ways"].items() for word in words.split()}
    return single | {word: frozenset(ways.split()) for word, ways in rows["joined"].items()}


@cache
def _sides() -> dict[str, frozenset[int]]:
    rows = [row.split() for row in table("bearings")["sides"]]
    return {word: frozenset(n for n, row in enumerate(rows) if word in row) for row in rows for word in row}


def _bearings(claims: Sequence[Claim]) -> Iterator[Bearing]:
    """The bearings of every sentence that has a way, in the order of the text."""
    names = {tuple(place_of(c).key.split()) for c in claims if c.mention.kind == "place"}
    names = {n for n in names if 0 < len(n) <= LONGEST}
    words = frozenset(_ways())
    done: set[tuple[int, int]] = set()
    last: tuple[int, str] = (-1, "")
    for claim in claims:
        wording, place = claim.wording, (claim.article, claim.sentence)
        if wording is not None and place not in done:
            done.add(place)
            if not words.isdisjoint(wording.lower):
                told = last[1] if last[0] == claim.article else ""
                yield from _Sentence(claim, wording, names, told).bearings()
        if claim.mention.kind == "place":
            last = claim.article, place_of(claim).key


class _Sentence:
    """One sentence, its ways and the known places that it names; `told` is the place named last before it."""

    def __init__(self, claim: Claim, wording: Wording, names: Iterable[tuple[str, ...]], told: str) -> None:
        self.claim, self.wording, self.lower, self.told = claim, wording, wording.lower, told
        self.places = self._named(frozenset(names))

    def _named(self, names: frozenset[tuple[str, ...]]) -> list[tuple[int, int, str]]:
        """The places of the corpus that the sentence names: first token, the one behind, the name."""
        out: list[tuple[int, int, str]] = []
        i = 0
        while i < len(self.lower):
            left = len(self.lower) - i
            size = next((n for n in range(min(LONGEST, left), 0, -1) if self.lower[i : i + n] in names), 0)
            if size and self._capital(i):
                out.append((i, i + size, " ".join(self.lower[i : i + size])))
            i += size or 1
        return out

    def _capital(self, i: int) -> bool:
        return self.wording.text[self.wording.starts[i] - self.wording.start].isupper()

    def bearings(self) -> Iterator[Bearing]:
        i = 0
        while i < len(self.lower):
            ways, behind = self._way(i)
            if ways and not self._capital(i):
                found = self._read(i, behind, ways)
                if found is not None:
                    yield found
            i = behind if ways else i + 1

    def _way(self, i: int) -> tuple[Ways, int]:
        """The ways that begin with a token and the first token behind them: "north-west", "northwest"."""
        known, ways = _ways(), frozenset[str]()
        while i < len(self.lower) and self.lower[i] in known:
            ways |= known[self.lower[i]]
            i += 1
            if self.lower[i : i + 1] == ("-",) and self.lower[i + 1 : i + 2] and self.lower[i + 1] in known:
                i += 1
        return ways, i

    def _read(self, first: int, last: int, ways: Ways) -> Bearing | None:
        """What a way says of which place, None where it says nothing that can be compared."""
        after = self.lower[last] if last < len(self.lower) else ""
        noun = _sides().get(after, frozenset[int]())
        if ways & {"left", "right"} and after not in ("bank", "side"):
            return None
        if noun:
            return self._side(first, last + 1, ways, noun)
        distances = self._distances(first)
        subject = self._before(first)
        if after == "of":
            anchor = self._from(last + 1)
            place = subject if subject and subject != anchor else ""
            told = Told(place, "of", anchor, distances)
            return self._made((first, last + 1), ways, told) if anchor and (place or distances) else None
        if after == "to":
            subject = self._starting(last + 1)
        elif not distances and ways & {"up", "down"}:
            subject = self._starting(last)
            anchor = next((name for *_, name in self.places if name != subject), "")
            told = Told(subject, "of", anchor)
            return self._made((first, last), ways, told) if subject and anchor else None
        if not distances or not subject:
            return None
        return self._made((first, last), ways, Told(subject, "away", distances=distances))

    def _side(self, first: int, last: int, ways: Ways, nouns: frozenset[int]) -> Bearing | None:
        """A side on which a named place lies: "X, a hamlet on the eastern flank", "the east bank above X"."""
        anchor = self._from(last + 1) if self.lower[last : last + 1] == ("of",) else ""
        place = self._before(first, side=True)
        if not place and not anchor:
            place = self._apposed(last) or self._this(first, last)
        if not place or place == anchor:
            return None
        return self._made((first, last), ways, Told(place, "side", anchor, nouns=nouns))

    def _made(self, at: tuple[int, int], ways: Ways, told: Told) -> Bearing:
        """A bearing with its words as the span, up to the place that it is told from."""
        first, last = at
        if self.lower[last - 1] == "of":
            end = next((e for s, e, name in self.places if s >= last and name == told.anchor), 0)
            last = end if last < end <= last + BEHIND else last + len(told.anchor.split())
        start = self.wording.starts[first]
        stop = self.wording.starts[last - 1] + len(self.lower[last - 1])
        text = self.wording.text[start - self.wording.start : stop - self.wording.start]
        value = Place(text, " ".join(sorted(ways)))
        mention = Mention(start, start + len(text), text, "bearing", value)
        subject = told.place or told.anchor
        return Bearing(evolve(self.claim, mention=mention, at=(first, last), subject=subject), ways, told)

    def _before(self, first: int, *, side: bool = False) -> str:
        """The place before a way of which it is told, "" where the words between do not say so."""
        near = [p for p in self.places if p[1] <= first]
        if not near or first - near[-1][1] > REACH:
            return ""
        between = self.lower[near[-1][1] : first]
        plain = [w for w in between if w not in wordset("bearings", "fillers") and not w[0].isdigit()]
        plain = [w for w in plain if w not in table("bearings")["kilometres"]]
        lies = bool(wordset("bearings", "verbs").intersection(plain))
        said = lies or bool(wordset("places", "container").intersection(plain) and between[0] in (",", "is"))
        direct = not plain and (not side or between[:2] in (("on", "the"), ("is", "on")))
        return near[-1][2] if said or direct else ""

    def _apposed(self, last: int) -> str:
        """The place behind a side, set off from it: "the eastern shoulder, above the hamlet of X"."""
        behind = next((p for p in self.places if p[0] >= last), None)
        if behind is None or behind[0] - last > BEHIND:
            return ""
        noun = wordset("places", "container").intersection(self.lower[last : behind[0]])
        return behind[2] if noun and self.lower[behind[0] - 1] == "of" else ""

    def _this(self, first: int, last: int) -> str:
        """The place told of before, where the sentence goes on with it: "this east coast town"."""
        noun = self.lower[last : last + 1]
        this = self.lower[max(0, first - 1) : first] == ("this",) and bool(noun)
        return self.told if this and noun[0] in wordset("places", "container") else ""

    def _from(self, start: int) -> str:
        """The place behind "of": "of Y", "of the capital, Y"."""
        behind = next((p for p in self.places if p[0] >= start), None)
        plain = behind is not None and all(
            w in ("the", ",") or w in wordset("places", "container") for w in self.lower[start : behind[0]]
        )
        if behind is not None and plain and behind[0] - start <= BEHIND:
            return behind[2]
        end = next((k for k in range(start, len(self.lower)) if not self._capital(k)), start)
        return " ".join(self.lower[start:end]) if end - start <= LONGEST else ""

    def _starting(self, start: int) -> str:
        return next((name for s, _, name in self.places if s == start), "")

    def _distances(self, first: int) -> tuple[float, ...]:
        """The distances told right before a way, in kilometres: "410 km (255 miles) north"."""
        units = table("bearings")["kilometres"]
        words = self.lower[max(0, first - BEHIND) : first]
        if not words or words[-1] not in (
            *units,
            ")",
            "or",
            "further",
            "farther",
            "due",
            "away",
            "to",
            "the",
        ):
            return ()
        return tuple(
            float(a.replace(",", "")) * units[b]
            for a, b in pairwise(words)
            if b in units and len(a) <= 9 and a.replace(",", "").replace(".", "", 1).isdecimal()
        )
