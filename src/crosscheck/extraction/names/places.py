"""Places among the runs of capitalised words that name no person and no organisation.

A name is a place where the gazetteer knows it and nothing beside it speaks against it, or
where the words around it say so: a container behind it ("Morehead, Ky."), a noun of place
("the southern town of X", "X district"), a preposition of place before a name that is no
English word. What one passage makes sure holds in the whole article.
"""

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from crosscheck.extraction.document import Document
from crosscheck.extraction.names.capitals import Part
from crosscheck.extraction.names.people import trimmed
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import wordset
from crosscheck.lexicon.gazetteer import abbreviations, chains, demonyms, entries, key
from crosscheck.lexicon.naming import known_given
from crosscheck.lexicon.words import STOP, UNKNOWN_BITS, rarity
from crosscheck.model import Mention
from crosscheck.values import Place

LARGE = 300  # thousands of inhabitants from which a city is meant without any cue
FEDERAL = frozenset({"US", "CA", "AU", "GB"})  # countries of which the parts are known by name alone
GOVERNING = (["premier"], ["president"], ["government"], ["parliament"], ["prime"], ["capital"], ["army"])
DIRECTED = (["of"], ["to"], ["from"], ["into"])
LONGEST = 5  # words of a place's name
ADJECTIVES = ("n", "an", "ian", "ean", "ese", "ite", "i", "ic")  # endings of words made of a place's name
NAME_ENDS = ("", "a", "e", "i", "o", "y", "us", "is", "ia")  # what such a word drops of the name
SHORTEST = 4  # letters of the name that it keeps
APPOSED = 4  # words behind the article in which the noun of an apposition is looked for
BUILT = frozenset({"lake", "mount", "fort", "port", "cape"})


@frozen(slots=True)
class Found:
    """A run read as a place: its tokens, its value, how sure that is.

    2 is certain, 1 told by its surroundings, 0 open until another passage makes it sure.
    """

    first: int
    last: int
    value: Place
    sure: int


def read(document: Document, runs: Sequence[Sequence[Part]]) -> Iterator[Mention]:
    """The places that runs of capitalised words name, from runs in the order of the text."""
    found: list[Found] = []
    tokens = document.tokens
    skip = -1
    for run in runs:
        parts = [p for p in trimmed(run) if p.first > skip]
        if parts and len(parts) <= LONGEST and not document.claimed[parts[0].first]:
            near = found[-1] if found else None
            place = _Reading(tokens, parts).place(near) or _tail(tokens, parts, near)
            if place is not None:
                found.append(place)
                skip = place.last
    certain = {f.value.key: f for f in found if f.sure > 1}
    for one in found:
        if one.sure or one.value.key in certain:
            yield _mention(document, _completed(one, certain))


def _tail(tokens: Tokens, parts: Sequence[Part], near: Found | None) -> Found | None:
    """The known place at the end of a longer run, before a noun of place: "Syrias Idlib province"."""
    after = tokens.lower[parts[-1].last + 1 : parts[-1].last + 2]
    if len(parts) < 2 or not after or after[0] not in wordset("places", "container"):
        return None
    last = _Reading(tokens, parts[-1:])
    return last.place(near) if chains(last.key) else None


def _completed(one: Found, certain: dict[str, Found]) -> Found:
    """A place with the containers that the article states for it elsewhere, where it states none here."""
    other = certain.get(one.value.key)
    if other is None or one.value.within or not other.value.within:
        return one
    return evolve(one, value=evolve(one.value, chains=other.value.chains))


def _mention(document: Document, one: Found) -> Mention:
    tokens = document.tokens
    start, end = tokens.starts[one.first], tokens.ends[one.last]
    text = tokens.text[start:end]
    for mark in ("'s", "’s", "'", "’"):
        text = text.removesuffix(mark)
    if one.last > one.first:
        document.claim(one.first, one.last)
    return Mention(start, start + len(text), text, "place", one.value)


class _Reading:
    """One run of capitalised words, read as a place."""

    def __init__(self, tokens: Tokens, parts: Sequence[Part]) -> None:
        self.tokens = tokens
        self.first, self.last = parts[0].first, parts[-1].last
        name = tokens.slice(self.first, self.last)
        for mark in ("'s", "’s", "'", "’"):
            name = name.removesuffix(mark)
        self.name = name
        self.key = key(name)
        self.opens = self.first == 0 or "\n" in tokens.gap(self.first - 1)
        self.before = [] if self.opens else tokens.lower[max(0, self.first - 8) : self.first][::-1]
        self.after = tokens.lower[self.last + 1 : self.last + 3]

    def place(self, near: Found | None) -> Found | None:
        """The place that the run names, or None."""
        if self.key in demonyms() or self.key in wordset("places", "things") or not self.key:
            return None
        contained = self._contained()
        if contained is not None:
            return contained
        sort = self._sort()
        known = chains(self.key)
        if not known and self._adjective():
            return None
        if known:
            sure = 2 if sort else self._known(near)
            return self._found(self.last, known, sure, sort) if sure >= 0 else None
        if self._built():
            return self._found(self.last, (), 2, self.key.rpartition(" ")[2])
        if (sort or self._part_of()) and self._foreign():
            return self._found(self.last, (), 2, sort)
        if self._foreign() and self.before[:1] and self.before[0] in wordset("places", "within"):
            return self._found(self.last, (), 1 if self._set_off() else 0, None)
        if self._foreign() and self.before[:1] and self.before[0] in wordset("places", "motion"):
            return self._found(self.last, (), 0, None)
        return None

    def _found(self, last: int, known: tuple[tuple[str, ...], ...], sure: int, sort: str | None) -> Found:
        return Found(self.first, last, Place(self.name, self.key, (), known, sort), sure)

    def _contained(self) -> Found | None:
        """The place with a state, region or country behind a comma: "Morehead, Ky.", "Ramat Gan, Israel"."""
        tokens = self.tokens
        known = chains(self.key)
        holder, last = _holder(tokens, self.last)
        if holder is None or not (known or self._foreign(shouted=True)) or known_given(self.key):
            return None
        fitting = tuple(c for c in known if any(h in c[1:] for h in _meanings(holder)))
        country = any(entry.kind == "c" for entry in entries(self.key))
        if not fitting and known and (country or not self._stated(last)):
            return None
        cues = wordset("places", "within") | wordset("places", "motion")
        if not known and self.before[:1] and self.before[0] not in cues:
            return None
        above = next(iter(chains(holder)), (holder,)) if not _state(holder) else (holder, "united states")
        value = Place(
            self.name,
            self.key,
            (tokens.slice(self.last + 2, last).rstrip("."),),
            fitting or ((self.key, *above),),
        )
        return Found(self.first, last, value, 2)

    def _stated(self, last: int) -> bool:
        """Whether a container is stated, not listed, that the gazetteer does not have for the name."""
        tokens = self.tokens
        after, then = (tokens.words[last + n : last + n + 1] or [" "] for n in (1, 2))
        if self.opens:
            return after[0] in "(-–—"
        listed = after[0] in ("and", "or", "to") or (
            after[0] == "," and (then[0] in ("and", "or") or then[0].istitle())
        )
        return (
            not listed
            and bool(self.before[:1])
            and self.before[0] in wordset("places", "within") | wordset("places", "motion")
        )

    def _sort(self) -> str | None:
        """The noun that says what kind of place this is: "the town of X", "X district"."""
        if self.before[:1] == ["of"]:
            noun = self.before[1] if len(self.before) > 1 else ""
            if noun in wordset("places", "container"):
                return noun
        if self.after and self.after[0] in wordset("places", "container") and not self._possessive():
            return self.after[0] if self.after[1:] != ["of"] else None
        return self._apposed()

    def _apposed(self) -> str | None:
        """The noun behind a comma that says what the name is of: "X, a small fishing village on"."""
        if self.after[:1] != [","] or self.after[1:] not in (["a"], ["an"], ["the"]):
            return None
        for at in range(self.last + 3, min(self.last + 3 + APPOSED, len(self.tokens))):
            word = self.tokens.lower[at]
            if word in wordset("places", "container"):
                return word if self._ends(at + 1) else None
            if word not in wordset("places", "before"):
                return None
        return None

    def _ends(self, at: int) -> bool:
        """Whether a phrase ends before a token: at a mark, a small word, a number or a way ("north of")."""
        word = self.tokens.lower[at] if at < len(self.tokens) else "."
        return not word[0].isalpha() or word in STOP or word in wordset("places", "ways")

    def _adjective(self) -> bool:
        """Whether the name, before a plain noun, is made of a known place's: "a Damascan suburb"."""
        noun = bool(self.after) and self.after[0].isalpha() and self.after[0] not in STOP
        if not noun or " " in self.key or self.tokens.capital(self.last + 1):
            return False
        stems = (self.key[: -len(end)] for end in ADJECTIVES if self.key.endswith(end))
        return any(chains(stem + end) for stem in stems if len(stem) >= SHORTEST for end in NAME_ENDS)

    def _part_of(self) -> bool:
        """Whether what stands beside the name is of a place: "the south of X", "X's premier", and so on."""
        if self.after == [",", "off"]:
            return bool({"coast", "shore"} & set(self.tokens.lower[self.last + 3 : self.last + 4 + APPOSED]))
        if self.before[:1] == ["of"] and self.before[1:2]:
            return self.before[1] in wordset("organisations", "placing")
        return self._possessive() and self.after[:1] in GOVERNING

    def _built(self) -> bool:
        """Whether the name's own words say that it is a place: "Morrow County", "Lake Orrin"."""
        own = self.key.split()
        if own[-1] in ("state", "states") and own[0] in wordset("places", "beliefs"):
            return False
        return len(own) > 1 and (own[-1] in wordset("organisations", "place") or own[0] in BUILT)

    def _possessive(self) -> bool:
        return self.tokens.lower[self.last].endswith(("'s", "’s"))

    def _known(self, near: Found | None) -> int:
        """How sure a name of the gazetteer is meant as that place; -1 where it is not."""
        listed = near is not None and near.sure > 0 and self._lists(near)
        placed = bool(self.before) and self.before[0] in wordset("places", "within")
        kinds = {entry.kind for entry in entries(self.key)}
        moved = bool(self.before) and self.before[0] in wordset("places", "motion")
        if self.key in wordset("places", "ambiguous") or known_given(self.key):
            return 2 if placed or listed or ("c" in kinds and self.before[:1] in DIRECTED) else 0
        if any(entry.kind == "r" and entry.country in FEDERAL for entry in entries(self.key)):
            return 2
        largest = max(entry.thousands for entry in entries(self.key))
        if "c" in kinds or "a" in kinds or placed or listed or " " in self.key:
            return 2
        rare = rarity(self.key) >= UNKNOWN_BITS
        return 2 if largest >= LARGE or (rare and moved) else 1 if rare and largest else 0

    def _lists(self, near: Found) -> bool:
        """Whether only "," or "and" stands between this name and the place before it."""
        gap = self.tokens.lower[near.last + 1 : self.first]
        return len(gap) <= 2 and all(word in (",", "and", "or", "to", "&") for word in gap) and bool(gap)

    def _foreign(self, *, shouted: bool = False) -> bool:
        """Whether the name is made of no English words, first names or acronyms."""
        own = self.key.split()
        return (
            bool(own)
            and all(w.isalpha() for w in own)
            and any(len(w) > 3 and rarity(w) >= UNKNOWN_BITS for w in own)
            and not known_given(own[0])
            and not any(w in demonyms() for w in own)
            and (shouted or not self.name.isupper())
        )

    def _set_off(self) -> bool:
        """Whether the name ends its phrase: a stop, a comma or a small word stands behind it."""
        return not self.after or not self.after[0][0].isalnum() or self.after[0] in STOP


def _holder(tokens: Tokens, last: int) -> tuple[str | None, int]:
    """The state, region or country behind ", " and the last token of it; (None, last) where there is none."""
    first = last + 2
    if first >= len(tokens) or tokens.words[last + 1] != "," or not tokens.words[first][0].isupper():
        return None, last
    for size in (3, 2, 1):
        end = first + size - 1
        if end < len(tokens) and tokens.words[end][0].isalpha():
            name = key(tokens.slice(first, end))
            short = abbreviations().get(name.replace(" ", "").replace(".", ""))
            if short and (tokens.words[first].isupper() or tokens.words[end + 1 : end + 2] == ["."]):
                stop = end + (tokens.words[end + 1 : end + 2] == ["."])
                return short, stop
            if any(entry.kind in "cra" for entry in entries(name)) and not _goes_on(tokens, end):
                return name, end
    return None, last


def _goes_on(tokens: Tokens, end: int) -> bool:
    """Whether a capitalised word follows at once: then the name is a longer one ("Michigan Democrat")."""
    return end + 1 < len(tokens) and tokens.words[end + 1][0].isupper() and tokens.gap(end) == " "


def _state(name: str) -> bool:
    return any(entry.kind == "r" and entry.country == "US" for entry in entries(name))


def _meanings(holder: str) -> frozenset[str]:
    """The comparable names that a stated container can go by."""
    return frozenset({holder, *(chain[0] for chain in chains(holder))})
