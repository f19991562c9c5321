"""Values bound to their roles, and what ties those about one fact: claims, links, groups."""

from datetime import date
from typing import cast

from attrs import field, frozen

from crosscheck.facts import Fact, Term
from crosscheck.model.articles import AsOf, Mention
from crosscheck.values import Name, Place


@frozen(slots=True, eq=False)
class Wording:
    """One sentence as written, shared by its claims: its text, where that starts, and its tokens.

    `lower` are the tokens in lower case, `starts` their code-point indexes into the article.
    """

    start: int
    text: str = field(repr=False)
    lower: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)


@frozen(slots=True)
class Source:
    """Who vouches for a value: the sorts of body ("police", "rebels") and the names in its sentence.

    `guesses` says that the verb is one of estimating ("put the crowd at").
    """

    bodies: frozenset[str]
    names: frozenset[str]
    guesses: bool = False

    def differs(self, other: "Source") -> bool:
        """Whether two are surely not one: bodies of other sorts, or names that have nothing in common."""
        if not self.names.isdisjoint(other.names):
            return False
        if self.bodies and other.bodies:
            return self.bodies.isdisjoint(other.bodies)
        return not self.bodies and not other.bodies


@frozen(slots=True)
class Claim:
    """A mention bound to its role: what it is about, who says so, as of when.

    `article` indexes the corpus (articles in canonical order), `sentence` numbers the
    sentences of the article, `sentence_span` is that sentence's code-point range.
    `subject` is the class of what is counted, dated or named; `predicate` the class of the
    verb over it. `left` and `right` hold the content words beside the value, nearest first,
    `before` and `after` the very next tokens, nearest first, `context` the content words of the sentence,
    `names` the capitalised ones. `modality` is asserted, planned, hypothetical or negated; `scope` is
    total, part, further, or None where the words do not tell. `counted_to` is the day to
    which an elapsed time counts ("nearly six months into the war"). `wording` is the whole
    sentence, and `at` the first token of the value in it and the first behind.
    `actor` is the noun before the verb ("joblessness sank to 6.2 percent"), `tie` the
    preposition before the value ("to"); `classes` are those of the predicate nearest to it
    (`extraction.predicates`). `rate` is what an amount is told a rate of, in canonical form ("day",
    "thousand", "each"), `change` whether it is that by which something changed ("by") or from or to
    which ("from", "to"; a level is "to"), `source` who vouches for it; None where the words do not
    tell. `quoted` says that it stands in direct speech.
    """

    article: int
    mention: Mention
    sentence: int
    sentence_span: tuple[int, int]
    zone: str
    as_of: AsOf
    subject: str = ""
    predicate: str | None = None
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    context: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    speaker: str | None = None
    modality: str = "asserted"
    scope: str | None = None
    counted_to: date | None = None
    wording: Wording | None = field(default=None, eq=False, repr=False)
    at: tuple[int, int] = field(default=(0, 0), eq=False)
    actor: str | None = None
    tie: str | None = None
    classes: frozenset[str] = frozenset()
    rate: str | None = None
    change: str | None = None
    source: Source | None = None
    quoted: bool = False

    @property
    def where(self) -> tuple[int, int]:
        """Its article and the offset in it: claims are told and shown in this order."""
        return self.article, self.mention.start


def name_of(claim: Claim) -> Name:
    """The value of a claim of kind "person"; of any other kind it is not to be asked for."""
    return cast("Name", claim.mention.value)


def place_of(claim: Claim) -> Place:
    """The value of a claim of kind "place"; of any other kind it is not to be asked for."""
    return cast("Place", claim.mention.value)


@frozen(slots=True)
class Link:
    """Two claims held to be about one fact: the match weight (log-odds, base 2) and its parts.

    `repeated` says that the words around the two values are the same, as in a copied report.
    """

    left: Claim
    right: Claim
    weight: float
    reasons: tuple[str, ...] = ()
    repeated: bool = False


@frozen(slots=True)
class Group:
    """Claims about one fact, in canonical order, and the links that joined them.

    `fact` is the entry of a facts sheet that decides, where there is one; the sheet's own
    claim is then the last. `subject` says what a group is about where the claims do not tell.
    """

    kind: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    fact: Fact | Term | None = None
    subject: tuple[str, ...] = ()
