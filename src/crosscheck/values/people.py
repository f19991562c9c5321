"""Ranks, ages, names, posts and quotations."""

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Any

from attrs import frozen

from crosscheck.values.relations import EXACT, Relation, intervals


@frozen(slots=True)
class Ordinal:
    """A place in an order: 2 for "second"."""

    rank: int

    def relation(self, other: "Ordinal") -> Relation:
        """How this place stands to another."""
        return Relation.EQUAL if self.rank == other.rank else Relation.DISJOINT

    def to_dict(self) -> dict[str, Any]:
        return {"rank": self.rank}


_MONTH = Decimal("0.08")  # of a year, rounded down, so that 23 months end before 2 years begin


@frozen(slots=True)
class Age:
    """Completed years of life, as a closed interval; fractions for "18 months old" (1.5).

    Who is 61 has lived 61 to just under 62 years; who is 18 months old, to just under 19.
    """

    low: Decimal
    high: Decimal
    person: str | None = None

    def relation(self, other: "Age") -> Relation:
        """How this age stands to another: a one-year-old may be 18 months old."""
        return intervals(self.bounds(), other.bounds())

    def bounds(self) -> tuple[Decimal, Decimal, bool]:
        """The years lived, as (low, high, whether they end where the next age begins)."""
        whole = self.high == self.high.to_integral_value()
        return self.low, EXACT.add(self.high, Decimal(1) if whole else _MONTH), True

    def to_dict(self) -> dict[str, Any]:
        def years(value: Decimal) -> int | float:
            return int(value) if value == value.to_integral_value() else float(value)

        return {"low": years(self.low), "high": years(self.high)}


@frozen(slots=True)
class Post:
    """An office or calling that the text gives a person.

    `office` is its canonical name in the lexicon ("foreign-minister"), `words` the words of
    the role, `place` what it is the office of ("douglas county"; "" where unsaid), lower
    case; `state` is "past", "future", "lesser" (deputy, acting) or None for the present
    full holder. `start` to `end` is the role in the text, up to the end of the name where
    the name follows directly, and `text` those words. `shown` is the role as the article words
    it, with what it is a role of ("former head of the port authority"), "" where it is none to show.
    """

    office: str
    words: str
    start: int
    end: int
    text: str
    place: str = ""
    state: str | None = None
    shown: str = ""


@frozen(slots=True)
class Name:
    """A person, organisation or place by the names that the text gives it.

    For a person `given` holds the given names and initials as written, `family` the
    surname with its particles; for others `aliases` holds acronyms and short forms.
    `posts` are the offices behind `roles`, `age` the years of life stated right beside the
    name, `kin` whether it is introduced as someone's relative. Where only the surname is
    written, `linked` is true and the rest comes from the full name in the same article.
    """

    name: str
    given: tuple[str, ...] = ()
    family: str | None = None
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: str = "person"
    posts: tuple[Post, ...] = ()
    age: int | None = None
    kin: bool = False
    linked: bool = False

    def relation(self, other: "Name") -> Relation:
        """How two names of places or organisations stand to each other.

        Places without a word in common are two; organisations are two where they share a
        word and each has one that the other lacks ("Harbourview Mills", "Harbourside Mills").
        People are told apart by alignment and have no relation here.
        """
        if "person" in (self.kind, other.kind) or self.kind != other.kind:
            return Relation.INCOMPARABLE
        mine, theirs = self.words(), other.words()
        if mine == theirs:
            return Relation.EQUAL
        if mine <= theirs or theirs <= mine:
            return Relation.COMPATIBLE
        shared = bool(mine & theirs)
        return Relation.DISJOINT if shared == (self.kind == "organisation") else Relation.COMPATIBLE

    def words(self) -> frozenset[str]:
        """The telling words of the name and its aliases, by which bodies and places are compared."""
        return _words(" ".join((self.name, *self.aliases)))

    def to_dict(self) -> dict[str, Any]:
        if self.kind != "person":
            return {"name": self.name, "aliases": list(self.aliases)}
        return {
            "name": self.name,
            "given": " ".join(self.given) or None,
            "family": self.family,
            "titles": list(self.titles),
            "roles": list(self.roles),
        }


@lru_cache(maxsize=65536)
def _words(text: str) -> frozenset[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return frozenset(word.strip(".,'’") for word in bare.replace("-", " ").split()) - {"the", "of", ""}


@frozen(slots=True)
class Quotation:
    """Quoted words and who is said to have spoken them.

    `named` is whether the speaker is named right beside the words, rather than meant by "she said".
    """

    words: str
    speaker: str | None = None
    named: bool = False

    def to_dict(self) -> dict[str, Any]:
        return {"words": self.words, "speaker": self.speaker}
