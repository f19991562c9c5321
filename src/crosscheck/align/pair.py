"""Two claims of different articles, with what only the whole corpus can tell about them."""

from attrs import define

from crosscheck.model import Claim


@define(slots=True)
class Pair:
    """Two claims of different articles, with what only the whole corpus can tell about them."""

    left: Claim
    right: Claim
    near: float = 0.0  # bits shared beside the values
    ratio: float = 0.0  # the share of the poorer side that this is
    akin: float = 0.0  # the part of `near` from different words that can name one thing
    head_bits: float = 0.0  # how telling the counted thing is
    agrees: bool = False  # both state one value
    parts: tuple[tuple[str, str, float], ...] = ()  # that evidence, as (name, level, bits)
    context: float = 0.0  # bits of the evidence in the two sentences themselves
    best: str = "neither"  # both / one / neither: whether each is the other's closest claim there
    rival: str = "none"  # whether the other article states this value too: none / looser / near / closer
    cosine: float = 0.0  # likeness of the two sentences' content words, 0 to 1
    alone: bool = False  # each is the only value of its family in its sentence
    choices: int = 1  # values that the articles state of this counted thing, of the richer one
    consensus: int = 0  # further articles that state one of the two values in surroundings like these
    likeness: float = 1.0  # share of the rare names that the two articles have in common
    rest: float = 0.0  # bits shared by the rest of the sentences
    depth: float = 0.0  # how far apart the two stand in their articles, 0 to 1
    stated: str = "none"  # where one's value stands in the other's article: beside it, one or both of them
    lie: str = "none"  # how two dates lie to the days of their articles: none, same, open, apart
    shared_values: float = 0.0  # bits of the other values that both sentences state
    both_known: bool = False  # two dates to come, of which one of the articles states both
    repeated: bool = False  # the words around the two values are the same
    options: tuple[tuple[str, str], ...] = ()  # schemas that fit, each with the standing that it needs
