"""From a run of capitalised words to a person: titles, roles, given names, surname, age."""

from collections.abc import Sequence
from functools import cache

from attrs import evolve, frozen

from crosscheck.extraction.names import evidence
from crosscheck.extraction.names.capitals import Part
from crosscheck.extraction.names.evidence import SAYING, given, is_given, is_initial
from crosscheck.extraction.names.roles import Reader
from crosscheck.extraction.tokens import Tokens, bare
from crosscheck.lexicon import wordset
from crosscheck.lexicon.offices import ending_at, offices
from crosscheck.values import Name

__all__ = ["SAYING"]

MOST_NAMES = 6  # parts of a name; more are a headline or a list
ELDEST = 119

INITIALS = frozenset(letter + stop for letter in "EY" for stop in ("", "."))  # not the particles "e", "y"


@frozen(slots=True)
class Person:
    """A person as a run of words gives it: the tokens of the name itself, the value, the evidence in bits."""

    first: int
    last: int
    name: Name
    bits: float = 99.0

    @property
    def sure(self) -> bool:
        """Whether the words and what stands beside them make a person without the rest of the article."""
        return self.bits >= evidence.bits("words", "sure")


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for row in ("courtesy", "rank", "noble") for w in wordset("titles", row))


@cache
def _no_name() -> frozenset[str]:
    organisation = wordset("organisations", "suffix") | wordset("organisations", "inner")
    out = wordset("organisations", "never") | wordset("organisations", "nations") | organisation
    return out - evidence.words_of("given_names", "clear")


def name_start(parts: Sequence[Part], roles: Reader) -> int:
    """The index of the first part of the name itself: behind the last title or capitalised role."""
    keys = [p.key.removesuffix("-elect").removesuffix("-to-be") for p in parts]
    for end in range(len(parts) - 2, -1, -1):
        if end and (is_given(keys[end - 1]) or (len(keys[end - 1]) == 1 and keys[end] not in offices())):
            continue
        if keys[end] in _titles() or _capital_role(keys, end) or roles.ending_at(parts[end].last) >= 0:
            return end + 1
    return 0


def _capital_role(keys: Sequence[str], end: int) -> bool:
    begin = ending_at(keys, end)
    several = keys[end].endswith("s") and keys[end] not in ("sens", "reps") and keys[end][:-1] in offices()
    return begin >= 0 and not is_given(keys[end]) and not several


def trimmed(parts: Sequence[Part]) -> Sequence[Part]:
    """A run without the sentence-opening words on its left ("But", "Meanwhile")."""
    opening = wordset("organisations", "opening")
    first = 0
    while first < len(parts) - 1 and not is_given(parts[first].key):
        key = parts[first].key
        if key not in opening and not key.endswith("year-old"):
            break
        first += 1
    return parts[first:]


def unmarked(parts: Sequence[Part], tokens: Tokens) -> Sequence[Part]:
    """A name of three or more parts without a leading abbreviation in capitals ("DP", "TE")."""
    word = tokens.words[parts[0].first]
    short = 2 <= len(word) <= 4 and word.isupper() and "." not in word
    if len(parts) < 3 or not short or is_initial(parts[1].key):
        return parts
    return parts if tokens.words[parts[1].first].isupper() else parts[1:]


def name_parts(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts up to the first word that cannot be in a person's name."""
    for i, part in enumerate(parts):
        if (
            i == 1 == len(parts) - 1
            and part.key in wordset("organisations", "surname")
            and is_given(parts[0].key)
        ):
            return parts
        if (part.key in _no_name() and (i or given(part.key) != "ambiguous")) or (
            i > 1 and part.key in offices()
        ):
            return parts[:i]
        if i > 1 and part.key == parts[0].key:
            return parts[:i]
        if i and part.key in wordset("organisations", "opening") and not is_given(part.key):
            return parts[:i]
    return parts


def split(parts: Sequence[Part], tokens: Tokens) -> tuple[tuple[str, ...], str]:
    """The given names and the surname, with its particles, as written."""
    shown = [(p.key, _shown(p, tokens)) for p in parts]
    while len(shown) > 1 and shown[-1][0] in wordset("titles", "suffix"):
        shown.pop()
    begin = len(shown) - 1
    particles = wordset("titles", "particle")
    while begin > 0 and shown[begin - 1][0] in particles and shown[begin - 1][1] not in INITIALS:
        begin -= 1
    if evidence.family_first([key for key, _ in shown]):
        return tuple(text for _, text in shown[1:]), shown[0][1]
    if begin == 0 and len(shown) > 1:
        al = shown[0][0] == "al" and evidence.is_surname(shown[1][0])  # Al for Albert or Alan
        begin = 1 if shown[0][0] not in particles or al else 0
    return tuple(text for _, text in shown[:begin]), " ".join(text for _, text in shown[begin:])


def _shown(part: Part, tokens: Tokens) -> str:
    """A part as written, without a possessive ending; capitals throughout become a plain name."""
    text = tokens.slice(part.first, part.last)
    text = text[: len(bare(text.lower()))]
    if len(text) > 3 and text.isupper() and "." not in text:
        text = text.title()
    return text


def name_end(part: Part, tokens: Tokens) -> int:
    """The offset at which a name that ends with this part ends, its possessive left out."""
    end = tokens.ends[part.last]
    text = tokens.text[tokens.starts[part.first] : end]
    return end - (len(text) - len(bare(text.lower())))


def inverted(tokens: Tokens, before: Part, run: Sequence[Part], person: Person) -> Person:
    """A surname in capitals and a comma before the given names: "TOLLER, Piers Alan"."""
    word = tokens.words[before.first]
    if not (
        word.isupper()
        and len(word) > 2
        and tokens.words[before.last + 1] == ","
        and before.last + 2 == run[0].first
    ):
        return person
    if person.first != run[0].first or not all(is_given(p.key) or is_initial(p.key) for p in run):
        return person
    family = _shown(before, tokens)
    given = (*person.name.given, person.name.family or "")
    name = evolve(person.name, name=" ".join([*given, family]), given=given, family=family)
    return evolve(person, first=before.first, name=name)


def age_beside(tokens: Tokens, first: int, last: int) -> int | None:
    """The age stated right beside a name: "X, 24," / "X (24)" / "24-year-old X" / "X, a 24-year-old"."""
    i = last + 2
    if tokens.lower[i - 1 : i + 1] in ([",", "a"], [",", "an"], [",", "the"]):
        years = tokens.lower[i + 2 : i + 6]
        if years == ["-", "year", "-", "old"] and tokens.words[i + 1].isascii():
            figure = tokens.words[i + 1]
            return int(figure) if figure.isdigit() and len(figure) <= 3 else None
    if (
        i < len(tokens)
        and tokens.words[last + 1] in ",("
        and tokens.words[i].isdigit()
        and len(tokens.words[i]) <= 3
    ):
        closed = (
            i + 1 >= len(tokens)
            or tokens.words[i + 1] in ",.;)"
            or tokens.lower[i + 1] in ("and", "of", "was", "who")
        )
        year = int(tokens.words[i])
        return year if closed and 0 < year <= ELDEST else None
    if first >= 5 and tokens.lower[first - 1] == "old" and tokens.lower[first - 3] == "year":
        figure = tokens.words[first - 5]
        return int(figure) if figure.isascii() and figure.isdigit() and len(figure) <= 3 else None
    return None


def kin_before(tokens: Tokens, first: int) -> bool:
    """Whether a word for a relative stands among the three tokens before a name."""
    kin = offices()
    near = tokens.lower[max(0, first - 3) : first]
    return any(w in kin and kin[w].name == "kin" for w in near)


class PersonReader:
    """Reads persons off the runs of one document."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.roles = Reader(tokens)

    def read(self, run: Sequence[Part]) -> Person | None:
        """The person that a run of two or more parts (or a titled one) names, or None."""
        parts = trimmed(run)
        start = name_start(parts, self.roles)
        lead, rest = parts[:start], name_parts(parts[start:])
        if rest and rest[0].key in wordset("organisations", "ships") and len(rest) > 1 and not lead:
            return None
        if rest and not lead:
            rest = unmarked(_described(rest), self.tokens)
        if [p.key for p in lead] in (["st"], ["saint"]):
            return None
        if not rest or len(rest) > MOST_NAMES:
            return self._inside(parts[start:], lead)
        if not lead and (len(rest) < 2 or self._placed(rest[0].first)):
            return None
        return self._person(lead, rest)

    def _placed(self, first: int) -> bool:
        """Whether the words before token `first` make a place of the name: "the hill town of X"."""
        before = self.tokens.lower[max(0, first - 2) : first]
        return before[1:] == ["of"] and before[0] in wordset("places", "container")

    def _inside(self, parts: Sequence[Part], lead: Sequence[Part]) -> Person | None:
        """A person inside a headline in capitals: a clear given name and the word behind it."""
        for i, part in enumerate(parts[:-1]):
            if is_given(part.key):
                stop = i + 3 if i + 2 < len(parts) and is_initial(parts[i + 1].key) else i + 2
                return self._person(lead if i == 0 else (), parts[i:stop])
        return None

    def _person(self, lead: Sequence[Part], rest: Sequence[Part]) -> Person | None:
        tokens = self.tokens
        whole = len(rest)
        while len(rest) > 1 and rest[-1].key in wordset("titles", "behind"):
            rest = rest[:-1]
        first, last = rest[0].first, rest[-1].last
        given_names, family = split(rest, tokens)
        if not self._plausible(rest, titled=bool(lead)):
            return None
        ranks_ = _ranks_of(lead)
        posts = self.roles.posts(lead, len(ranks_), first, last)
        titles = tuple(_shown(p, tokens) for p in ranks_)
        age = age_beside(tokens, first, last)
        kin = kin_before(tokens, lead[0].first if lead else first)
        name = Name(
            _whole(given_names, family, rest), given_names, family, titles,
            tuple(dict.fromkeys(p.shown for p in posts if p.shown)), posts=tuple(posts), age=age, kin=kin,
        )  # fmt: skip
        bits = self._bits(rest, lead=bool(lead), titled=bool(ranks_), name=name)
        return Person(first, last, name, bits + (whole > len(rest)) * evidence.bits("beside", "behind"))

    def _bits(self, rest: Sequence[Part], *, lead: bool, titled: bool, name: Name) -> float:
        """What the words and their surroundings say for a person."""
        first, last = rest[0].first, rest[-1].last
        suffix = wordset("titles", "suffix")
        keys = [p.key for p in rest if p.key not in suffix] or [rest[0].key]
        shouted = all(self.tokens.words[p.first].isupper() and len(p.key) > 1 for p in rest)
        total = evidence.of_words(keys, shouted=shouted) if len(keys) > 1 else 0.0
        total += evidence.of_surroundings(self.tokens, first, last)
        plain = max(map(evidence.of_first, keys)) < 0 and evidence.of_last(keys[-1]) < 0
        if len(keys) > 1 and not titled and plain:
            total += evidence.bits("words", "single-common")
        if len(keys) < len(rest):
            total += evidence.bits("words", "middle-initial")
        if lead and len(keys) == 1 and evidence.is_common(keys[0]) and not titled:
            weak = all(offices()[p.words].weak for p in name.posts if p.words in offices())
            surname = evidence.of_last(keys[0]) > 0 and not shouted and not weak
            total += evidence.bits("words", "last-common" if surname else "single-common")
        for trait, level in ((lead, "title"), (name.posts, "role"), (name.age, "age"), (name.kin, "kin")):
            if trait:
                total += evidence.bits("beside", level)
        return total

    def _plausible(self, rest: Sequence[Part], *, titled: bool) -> bool:
        """Whether nothing in the words speaks for a place, an organisation or a heading."""
        keys = [p.key for p in rest]
        last_word = self.tokens.words[rest[-1].first]
        if (
            1 < len(last_word) < 5
            and last_word.isupper()
            and not titled
            and keys[-1] not in wordset("titles", "suffix")
        ):
            return False
        if len(keys) > 1 and not titled and (_is_place(keys) or keys[0] in wordset("organisations", "ships")):
            return False
        return len(keys[-1]) > 1 and not (len(keys) == 1 and keys[0] in wordset("organisations", "opening"))


def _whole(given_names: Sequence[str], family: str, rest: Sequence[Part]) -> str:
    """The name in the order in which it is written, without what stands behind it."""
    if evidence.family_first([part.key for part in rest]):
        return " ".join([family, *given_names])
    return " ".join([*given_names, family])


def _described(parts: Sequence[Part]) -> Sequence[Part]:
    """A name without common words before it: "Bartender Stavros Petrakis"."""
    for i in range(1, len(parts) - 1):
        if evidence.of_first(parts[i - 1].key) > 0 or parts[i - 1].key in wordset("titles", "particle"):
            break
        named = given(parts[i].key)
        if named == "ambiguous" and evidence.of_last(parts[i + 1].key) > 0:
            return parts[i:]
        if named in ("clear", "known") and not is_given(parts[i + 1].key):
            return parts[i:]
    return parts


def _is_place(keys: Sequence[str]) -> bool:
    """Whether words are built like a place's name; "Anna Hill" and "Robert Gates" are not."""
    place = wordset("organisations", "place")
    if len(keys) == 2 and is_given(keys[0]) and keys[1] not in wordset("organisations", "roads"):
        return keys[1] in place and keys[1] not in wordset("organisations", "surname")
    return keys[-1] in place or keys[0] in wordset("organisations", "lead")


def _ranks_of(lead: Sequence[Part]) -> list[Part]:
    """The titles of a lead that are no part of an office ("Lt.", not the General of "Attorney General")."""
    keys = [p.key for p in lead]
    out = []
    for i, part in enumerate(lead):
        begin = ending_at(keys, i)
        if part.key in _titles() and not 0 <= begin < i:
            out.append(part)
    return out
