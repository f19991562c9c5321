"""Kinds of evidence that two claims are about one fact, each a level with a weight in a data file.

Every function looks at a pair and names the level of one kind of evidence; the weight of
a level is its log2 likelihood ratio (Fellegi-Sunter), and the sum of the weights with the
names of their levels is the explanation that a report shows. The values themselves are no
evidence: likeness of digits says nothing about what two figures count.
"""

from collections.abc import Callable
from functools import lru_cache

from crosscheck.align.evidence_amounts import figure, magnitude, sort_of, whole
from crosscheck.align.evidence_dates import gap, grain, lie, slip
from crosscheck.align.levels import band, same_run
from crosscheck.align.pair import Pair
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import changing

NEAR_BITS = (3.0, 6.0, 9.0, 12.0, 16.0, 20.0, 25.0, 31.0, 39.0, 50.0)
SENTENCE_BITS = (5.0, 12.0, 25.0, 50.0)
SHARES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)
VALUE_BITS = (0.5, 4.0, 8.0, 14.0)
TELLING_HEAD = 4.0  # bits from which a counted thing is no "people" that everything counts
RARE_HEAD = 7.0
NO_SCHEMA = "none"
REPEATED = "repeated"  # one statement told twice, word for word
ONE_STORY = 0.12  # the share of their rare names that two articles of one story have in common at least
OPENING = 3  # sentences that tell the news itself
FEW = 3


def near(pair: Pair) -> str:
    """How much of the words beside the values is shared, in bits."""
    return band(pair.near, NEAR_BITS)


def akin(pair: Pair) -> str:
    """How much of that is from different words that can name one thing."""
    return band(pair.akin, (0.5, 3.0, 7.0))


def share(pair: Pair) -> str:
    """Which part of the words beside the values is shared."""
    return band(pair.ratio, SHARES)


def sentence(pair: Pair) -> str:
    """Telling words shared by the two sentences outside the values' surroundings, in bits."""
    return band(pair.rest, SENTENCE_BITS)


def names(pair: Pair) -> str:
    """Whether the sentences share capitalised words."""
    a, b = pair.left.names, pair.right.names
    if not a or not b:
        return "unknown"
    shared = len(a & b)
    return "none" if not shared else "one" if shared == 1 else "several"


def run(pair: Pair) -> str:
    """How many of the very next words are the same on both sides of the value, without a gap."""
    a, b = pair.left, pair.right
    same = same_run(a.before, b.before), same_run(a.after, b.after)
    both = "both" if all(same) else "one"
    return f"{both} {band(sum(same), (2, 4, 7))}" if any(same) else "none"


def head(pair: Pair) -> str:
    """Whether both count the same kind of thing, and how telling that is."""
    a, b = pair.left.subject, pair.right.subject
    if not a or not b:
        return "unknown"
    alike = likeness(a, b)
    if alike != "same":
        return alike
    return (
        "rare" if pair.head_bits >= RARE_HEAD else "telling" if pair.head_bits >= TELLING_HEAD else "common"
    )


def predicate(pair: Pair) -> str:
    """Whether the same is said of it."""
    a, b = pair.left.predicate, pair.right.predicate
    return "unknown" if not a or not b else likeness(a, b)


def actor(pair: Pair) -> str:
    """Whether the noun before the verb is the same."""
    a, b = pair.left.actor, pair.right.actor
    return "unknown" if not a or not b else likeness(a, b)


def crossed(pair: Pair) -> str:
    """How many words of the two frames are the same, in whatever part: "a cut", "was cut"."""
    mine, other = ({c.subject, c.predicate, c.actor} - {"", None} for c in (pair.left, pair.right))
    return str(min(2, len(mine & other))) if mine and other else "unknown"


def sort(pair: Pair) -> str:
    """Whether the predicates nearest to the values are of one class."""
    a, b = pair.left.classes, pair.right.classes
    return "unknown" if not a or not b else "other" if a.isdisjoint(b) else "same"


def tie(pair: Pair) -> str:
    """Whether the same preposition ties the values to their clauses ("to", "by", "since")."""
    a, b = pair.left.tie, pair.right.tie
    if a is None or b is None:
        return "none" if a is b else "one"
    return "same" if a == b else "other"


def only(pair: Pair) -> str:
    """Whether each article states but one value of what is counted, or chooses from several."""
    number = "one" if pair.choices == 1 else "few" if pair.choices <= FEW else "many"
    return f"{number} thing" if pair.left.subject and pair.left.subject == pair.right.subject else number


def opening(pair: Pair) -> str:
    """Whether both stand where articles tell the news itself."""
    return str(sum(claim.sentence < OPENING for claim in (pair.left, pair.right)))


def time(pair: Pair) -> str:
    """How far apart the days are from which the articles speak."""
    a, b = pair.left.as_of.day, pair.right.as_of.day
    if a is None or b is None:
        return "unknown"
    days = abs((a - b).days)
    return "same" if days <= 1 else "near" if days <= 7 else "far"


def manner(pair: Pair) -> str:
    """Whether both are asserted, planned, hypothetical or negated alike, or what the two are."""
    return _alike_or_both(pair.left.modality, pair.right.modality)


def extent(pair: Pair) -> str:
    """Whether both are a total, a part or a further number alike, or what the two are."""
    return _alike_or_both(pair.left.scope or "plain", pair.right.scope or "plain")


def _alike_or_both(mine: str, other: str) -> str:
    return "same" if mine == other else " ".join(sorted((mine, other)))


def depth(pair: Pair) -> str:
    """How far apart the two stand in the order of their articles."""
    return band(pair.depth, (0.25, 0.5, 0.75))


def stated(pair: Pair) -> str:
    """Whether the other article states a claim's value too, and that in the very sentence."""
    return pair.stated


def speaker(pair: Pair) -> str:
    """Whether the same person or body is named as the source."""
    a, b = pair.left.speaker, pair.right.speaker
    return "unknown" if not a or not b else "same" if a == b else "other"


def values(pair: Pair) -> str:
    """How telling the other values are that both sentences state, in bits."""
    return band(pair.shared_values, VALUE_BITS)


def best(pair: Pair) -> str:
    """Whether each claim is the closest one to the other in its article."""
    return pair.best


def rival(pair: Pair) -> str:
    """Whether one article states the other's value as well, where that fits looser, as near or closer."""
    return pair.rival


def cosine(pair: Pair) -> str:
    """How alike the two sentences are in their content words."""
    return band(pair.cosine, (0.1, 0.2, 0.3, 0.4, 0.55, 0.7))


def slot(pair: Pair) -> str:
    """Whether each value is the only one of its family in its sentence."""
    return "alone" if pair.alone else "several"


def consensus(pair: Pair) -> str:
    """Whether further articles back one of the two values in like surroundings."""
    return ("none", "one", "several")[min(pair.consensus, 2)]


def story(pair: Pair) -> str:
    """How much the two articles tell one story, by the rare names they share."""
    return band(pair.likeness, (0.12, 0.18, 0.25, 0.35))


def schema(pair: Pair) -> str:
    """Which schema of one fact told in other words the two fit (`schemas`), `NO_SCHEMA` for none.

    A schema needs a pair whose values are "alone" of their class, or that is the "closest" to one of
    the two, the "best" to both, or that and "settled": neither article gives the other's value as well.
    """
    if pair.repeated:
        return REPEATED
    if not pair.options or pair.agrees or pair.rival == "closer" or pair.likeness < ONE_STORY:
        return NO_SCHEMA
    stands = {"alone"} if pair.best == "neither" else {"alone", "closest"}
    if pair.best == "both":
        stands |= {"best", "settled"} if pair.rival in ("none", "looser") else {"best"}
        stands |= {"backed"} if "settled" in stands and pair.consensus else set()
    return next((name for name, need in pair.options if need in stands), NO_SCHEMA)


def person(pair: Pair) -> str:
    """Whether two ages are said of one person, by the name beside them."""
    a, b = getattr(pair.left.mention.value, "person", None), getattr(pair.right.mention.value, "person", None)
    if not a or not b:
        return "unknown"
    mine, other = _name_words(a), _name_words(b)
    if mine <= other or other <= mine:
        return "same" if min(len(mine), len(other)) > 1 else "surname"
    return "alike" if mine & other and _jaro_winkler(" ".join(mine), " ".join(other)) > 0.9 else "other"


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word.lower().strip(".,") for word in name.split() if len(word.strip(".,")) > 1)


def _jaro_winkler(a: str, b: str) -> float:
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(" ".join(sorted(a.split())), " ".join(sorted(b.split())))


def change(pair: Pair) -> str:
    """Whether counts of this thing move while a story runs, so that two figures may be an update."""
    words = {pair.left.subject, pair.right.subject, pair.left.predicate, pair.right.predicate}
    if changing().isdisjoint(words):
        return "settled"
    return "moving"


# Evidence in the two sentences themselves, for which claims that agree are examples too.
CONTEXT: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("near", near),
    ("share", share),
    ("akin", akin),
    ("sentence", sentence),
    ("cosine", cosine),
    ("names", names),
    ("run", run),
    ("head", head),
    ("kind", sort_of),
    ("whole", whole),
    ("predicate", predicate),
    ("actor", actor),
    ("crossed", crossed),
    ("sort", sort),
    ("tie", tie),
    ("manner", manner),
    ("extent", extent),
    ("speaker", speaker),
    ("values", values),
    ("slot", slot),
    ("only", only),
    ("opening", opening),
    ("depth", depth),
    ("person", person),
)
# Evidence that looks at the other candidates, the articles, the days and the kinds of value.
STANDING: tuple[tuple[str, Callable[[Pair], str]], ...] = (
    ("best", best),
    ("rival", rival),
    ("consensus", consensus),
    ("story", story),
    ("stated", stated),
    ("slip", slip),
    ("lie", lie),
    ("gap", gap),
    ("time", time),
    ("change", change),
    ("figure", figure),
    ("magnitude", magnitude),
    ("grain", grain),
)
EVIDENCE = CONTEXT + STANDING
