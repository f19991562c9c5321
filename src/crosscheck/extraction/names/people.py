"""From a run of capitalised words to a person: titles, roles, given names, surname, age."""

from collections.abc import Sequence
from functools import cache

from attrs import evolve, frozen

from crosscheck.extraction.names.capitals import Part, words
from crosscheck.extraction.names.roles import Reader, ending_at, offices
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table
from crosscheck.lexicon.words import _ranks as ranks
from crosscheck.values import Name, Post

MOST_NAMES = 5  # parts of a name; more are a headline or a list
ELDEST = 119

SAYING = frozenset([*table("modality")["saying"]["words"], *table("quotations")["speaking"].split()])
INITIALS = frozenset(letter + stop for letter in "EY" for stop in ("", "."))  # not the particles "e", "y"
NAMING = frozenset("named identified called nicknamed".split())


@frozen(slots=True)
class Person:
    """A person as a run of words gives it: the tokens of the name itself, the value, the evidence."""

    first: int
    last: int
    name: Name
    sure: bool


@cache
def given_names(row: str) -> frozenset[str]:
    """The clear or the ambiguous given names, lower case."""
    return frozenset(table("given_names")[row].lower().split())


@cache
def _titles() -> frozenset[str]:
    return frozenset(w for row in ("courtesy", "rank", "noble") for w in words("titles", row))


@cache
def _no_name() -> frozenset[str]:
    organisation = words("organisations", "suffix") | words("organisations", "inner")
    return (words("organisations", "never") | words("organisations", "nations") | organisation) - given_names(
        "clear"
    )


def is_given(key: str) -> bool:
    """Whether a word is a given name and hardly anything else ("al-" and "Jean-" forms included)."""
    return key in given_names("clear") or (
        "-" in key and key.split("-", maxsplit=1)[0] in given_names("clear")
    )


def is_initial(key: str) -> bool:
    """Whether a part is one or two initials ("J", "J.D")."""
    return len(key) == 1 or (
        len(key) <= 3 and key.isalpha() and key not in ranks() and not any(c in "aeiou" for c in key)
    )


def name_start(parts: Sequence[Part]) -> int:
    """The index of the first part of the name itself: behind the last title or capitalised role."""
    keys = [p.key.removesuffix("-elect").removesuffix("-to-be") for p in parts]
    for end in range(len(parts) - 2, -1, -1):
        if end and (is_given(keys[end - 1]) or (len(keys[end - 1]) == 1 and keys[end] not in offices())):
            continue
        if keys[end] in _titles() or _capital_role(keys, end):
            return end + 1
    return 0


def _capital_role(keys: Sequence[str], end: int) -> bool:
    begin = ending_at(keys, end)
    return begin >= 0 and not is_given(keys[end])


def trimmed(parts: Sequence[Part]) -> Sequence[Part]:
    """A run without the sentence-opening words on its left ("But", "Meanwhile")."""
    opening = words("organisations", "opening")
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
    if len(parts) < 3 or not (2 <= len(word) <= 4 and word.isupper()) or is_initial(parts[1].key):
        return parts
    return parts if tokens.words[parts[1].first].isupper() else parts[1:]


def name_parts(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts up to the first word that cannot be in a person's name."""
    for i, part in enumerate(parts):
        if (
            i == 1 == len(parts) - 1
            and part.key in words("organisations", "surname")
            and is_given(parts[0].key)
        ):
            return parts
        if (part.key in _no_name() and (i or part.key not in given_names("ambiguous"))) or (
            i > 1 and part.key in offices()
        ):
            return parts[:i]
        if i > 1 and part.key == parts[0].key:
            return parts[:i]
        if i and part.key in words("organisations", "opening") and not is_given(part.key):
            return parts[:i]
    return parts


def split(parts: Sequence[Part], tokens: Tokens) -> tuple[tuple[str, ...], str]:
    """The given names and the surname, with its particles, as written."""
    shown = [(p.key, _shown(p, tokens)) for p in parts]
    while len(shown) > 1 and shown[-1][0] in words("titles", "suffix"):
        shown.pop()
    begin = len(shown) - 1
    particles = words("titles", "particle")
    while begin > 0 and shown[begin - 1][0] in particles and shown[begin - 1][1] not in INITIALS:
        begin -= 1
    if begin == 0 and len(shown) > 1:
        begin = 1 if shown[0][0] not in particles else 0
    return tuple(text for _, text in shown[:begin]), " ".join(text for _, text in shown[begin:])


def _shown(part: Part, tokens: Tokens) -> str:
    """A part as written, without a possessive ending; capitals throughout become a plain name."""
    text = tokens.slice(part.first, part.last)
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    text = text.rstrip("'’")
    if len(text) > 3 and text.isupper() and "." not in text:
        text = text.title()
    return text


def name_end(part: Part, tokens: Tokens) -> int:
    """The offset at which a name that ends with this part ends, its possessive left out."""
    end = tokens.ends[part.last]
    text = tokens.text[tokens.starts[part.first] : end]
    if text.endswith(("'s", "’s")):
        return end - 2
    return end - (len(text) - len(text.rstrip("'’")))


def inverted(tokens: Tokens, before: Part, run: Sequence[Part], person: Person) -> Person:
    """A surname in capitals and a comma before the given names: "TOLLER, Graeme Alan"."""
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
    """The age stated right beside a name: "X, 24," / "X (24)" / "24-year-old X"."""
    i = last + 2
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
        start = name_start(parts)
        lead, rest = parts[:start], name_parts(parts[start:])
        if rest and not lead:
            rest = unmarked(rest, self.tokens)
        if not rest or len(rest) > MOST_NAMES:
            return self._inside(parts[start:], lead)
        if not lead and len(rest) < 2:
            return None
        return self._person(lead, rest)

    def _inside(self, parts: Sequence[Part], lead: Sequence[Part]) -> Person | None:
        """A person inside a headline in capitals: a clear given name and the word behind it."""
        for i, part in enumerate(parts[:-1]):
            if is_given(part.key):
                stop = i + 3 if i + 2 < len(parts) and is_initial(parts[i + 1].key) else i + 2
                return self._person(lead if i == 0 else (), parts[i:stop])
        return None

    def _person(self, lead: Sequence[Part], rest: Sequence[Part]) -> Person | None:
        tokens = self.tokens
        first, last = rest[0].first, rest[-1].last
        given, family = split(rest, tokens)
        last_word = tokens.words[rest[-1].first]
        if not self._plausible(rest, bool(lead)) or (
            1 < len(last_word) < 5 and last_word.isupper() and not lead
        ):
            return None
        posts = [*self.roles.in_lead(lead, last), *self.roles.after(last)]
        if len(_ranks_of(lead)) == len(lead):
            posts.extend(self.roles.before(lead[0].first if lead else first, last))
        titles = tuple(_shown(p, tokens) for p in _ranks_of(lead))
        age = age_beside(tokens, first, last)
        name = Name(
            " ".join([*given, family]), given, family, titles,
            tuple(_role(p) for p in posts if p.office != "kin"), posts=tuple(posts), age=age,
            kin=kin_before(tokens, lead[0].first if lead else first),
        )  # fmt: skip
        sure = bool(lead or posts or age or self._named(first)) or self._by_words(rest) or self._acts(rest)
        return Person(first, last, name, sure)

    def _named(self, first: int) -> bool:
        near = self.tokens.lower[max(0, first - 2) : first]
        return bool(near) and (near[-1] in NAMING or near[:2] == ["identified", "as"] or near[-1] == "old")

    def _acts(self, rest: Sequence[Part]) -> bool:
        """Whether an unheard-of pair of words says something or is one "who" does."""
        tokens = self.tokens
        keys = [p.key for p in rest]
        common = ranks()
        if any(k in common or k in words("organisations", "cities") for k in keys) or len(keys) > 3:
            return False
        i = rest[-1].last + 1
        after = tokens.lower[i] if i < len(tokens) else ""
        before = tokens.lower[rest[0].first - 1] if rest[0].first else ""
        if after == "," and i + 1 < len(tokens):
            return tokens.lower[i + 1] in ("who", "whose", "whom", "aged", "the", "a", "an")
        return after in SAYING or before in SAYING

    @staticmethod
    def _by_words(rest: Sequence[Part]) -> bool:
        """Whether the words themselves make a person: a clear given name, or an initial within."""
        keys = [p.key for p in rest]
        if is_given(keys[0]) or keys[-1].startswith(("o'", "o’", "mc")):
            return True
        if keys[0] in given_names("ambiguous") and keys[-1] not in ranks() and not is_place_word(keys[-1]):
            return True
        if is_initial(keys[0]) and keys[-1] not in ranks() and len(keys) == 2:
            return True
        return len(keys) >= 3 and is_initial(keys[1]) and keys[0] not in words("organisations", "states")

    def _plausible(self, rest: Sequence[Part], titled: bool) -> bool:
        """Whether nothing in the words speaks for a place, an organisation or a heading."""
        keys = [p.key for p in rest]
        if len(keys) > 1 and _is_place(keys) and not titled:
            return False
        shouted = all(self.tokens.words[p.first].isupper() and len(p.key) > 1 for p in rest)
        if shouted and not titled and not is_given(keys[0]):
            return False
        if (
            len(keys) > 1
            and not is_given(keys[0])
            and keys[0] in ranks()
            and keys[0] not in given_names("ambiguous")
        ):
            return False
        return len(keys[-1]) > 1 and not (len(keys) == 1 and keys[0] in words("organisations", "opening"))


def _is_place(keys: Sequence[str]) -> bool:
    """Whether words are built like a place's name; "Anna Hill" and "Robert Gates" are not."""
    place = words("organisations", "place")
    if len(keys) == 2 and is_given(keys[0]):
        return keys[1] in place and keys[1] not in words("organisations", "surname")
    return keys[-1] in place or keys[0] in words("organisations", "lead")


def is_place_word(key: str) -> bool:
    """Whether a word is a known country, state or city."""
    return any(key in words("organisations", row) for row in ("nations", "states", "cities"))


def _ranks_of(lead: Sequence[Part]) -> list[Part]:
    """The titles of a lead that are no part of an office ("Lt.", not the General of "Attorney General")."""
    keys = [p.key for p in lead]
    out = []
    for i, part in enumerate(lead):
        begin = ending_at(keys, i)
        if part.key in _titles() and not 0 <= begin < i:
            out.append(part)
    return out


def _role(post: Post) -> str:
    place = f"{post.place} " if post.place else ""
    state = "former " if post.state == "past" else ""
    return f"{state}{place}{post.words}"
