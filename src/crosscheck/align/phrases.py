"""What each level of evidence says, in words an editor can check: a line for each kind in `PHRASES`.

The kinds and their levels are those of `evidence`; a new kind needs a line here too.
"""

from collections.abc import Callable, Mapping

from crosscheck.align.evidence import REPEATED
from crosscheck.align.pair import Pair
from crosscheck.align.surroundings import LEAST_MEANT
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity

MOST_WORDS = 6  # words that a phrase lists
SAME_MEANING = ("synonym", "wider")
Phrase = Callable[[Pair, str], str]


def phrase(pair: Pair, name: str, level: str) -> str:
    """What a level of a kind of evidence says of a pair."""
    return PHRASES[name](pair, level)


def written(word: str, names: frozenset[str] = frozenset()) -> str:
    """A canonical word for reading: names with a capital, stems with dots ("sieg…")."""
    if word in names:
        return word.capitalize()
    return word if rarity(word) < UNKNOWN_BITS else f"{word}…"


def _listed(words: list[str], pair: Pair) -> str:
    names = pair.left.names | pair.right.names
    more = ", ..." if len(words) > MOST_WORDS else ""
    return ", ".join(written(word, names) for word in words[:MOST_WORDS]) + more


def _beside(pair: Pair) -> list[str]:
    """Words beside both values, in the order of the right one."""
    mine = {*pair.left.left, *pair.left.right}
    return list(dict.fromkeys(w for w in (*pair.right.left, *pair.right.right) if w in mine))


def _near(pair: Pair, _: str) -> str:
    shared = _beside(pair)
    return f"beside both values: {_listed(shared, pair)}" if shared else "no word stands beside both values"


def _akin(pair: Pair, level: str) -> str:
    if level == "0":
        return "no different words of one meaning stand beside them"
    shared = set(_beside(pair))
    mine, other = (
        [w for w in dict.fromkeys((*c.left, *c.right)) if w not in shared and rarity(w) >= LEAST_MEANT]
        for c in (pair.left, pair.right)
    )
    found = [f"{written(a)} / {written(b)}" for a in mine for b in other if likeness(a, b) in SAME_MEANING]
    told = f": {', '.join(found[:MOST_WORDS])}" if found else ""
    return f"different words of one meaning stand beside them{told}"


def _sentence(pair: Pair, level: str) -> str:
    beside = set(_beside(pair))
    words = sorted((w for w in pair.left.context & pair.right.context if w not in beside), key=_by_rarity)
    if not words or level == "0":
        return "the rest of the sentences shares no telling word"
    return f"the rest of the sentences shares: {_listed(words, pair)}"


def _by_rarity(word: str) -> tuple[float, str]:
    return -rarity(word), word


def _names(pair: Pair, level: str) -> str:
    if level == "unknown":
        return "not both sentences hold a name"
    if level == "none":
        return "the sentences share no name"
    return f"both sentences name {_listed(sorted(pair.left.names & pair.right.names), pair)}"


def _run(_: Pair, level: str) -> str:
    if level == "none":
        return "the very next words differ"
    side = "on both sides" if level.startswith("both") else "on one side"
    return f"the very next words are the same {side}"


def _alike(what: str, found: str, lacking: str, part: Callable[[Pair], tuple[str, str]]) -> Phrase:
    """A phrase for two words of a frame: the same, of one meaning, or other ones."""

    def told(pair: Pair, level: str) -> str:
        if level == "unknown":
            return lacking
        one, two = (written(word, pair.left.names | pair.right.names) for word in part(pair))
        if level in SAME_MEANING:
            return f"{what} {one} and {two}, words of near meaning"
        return f"{what} {one} and {two}" if level == "other" else f"{found} {one}"

    return told


_head = _alike(
    "they count",
    "both count the same:",
    "for one of them it is not told what it counts",
    lambda pair: (pair.left.subject, pair.right.subject),
)
_predicate = _alike(
    "the verbs are",
    "the same is said of it:",
    "one of them has no verb of its own",
    lambda pair: (pair.left.predicate or "", pair.right.predicate or ""),
)
_actor = _alike(
    "the nouns before the verbs are",
    "the noun before the verb is the same:",
    "one of the verbs has no noun before it",
    lambda pair: (pair.left.actor or "", pair.right.actor or ""),
)


def _crossed(_: Pair, level: str) -> str:
    shared = {"unknown": "cannot be compared", "0": "share no word", "1": "share a word"}
    return f"verb, noun before it and thing counted {shared.get(level, 'share two words or more')}"


def _tie(pair: Pair, level: str) -> str:
    a, b = pair.left.tie, pair.right.tie
    match level:
        case "same":
            return f"the same preposition stands before both: {a}"
        case "other":
            return f"other prepositions stand before them: {a} and {b}"
        case "one":
            return f"a preposition stands before one of them only: {a or b}"
    return "neither has a preposition before it"


def _manner(pair: Pair, _: str) -> str:
    a, b = pair.left.modality, pair.right.modality
    return f"both are {a}" if a == b else f"one is {a}, the other {b}"


def _extent(pair: Pair, _: str) -> str:
    a, b = pair.left.scope, pair.right.scope
    if a == b:
        return "neither is called a total or a part" if a is None else f"both are called {_scope(a)}"
    return f"one is called {_scope(a)}, the other {_scope(b)}"


def _scope(scope: str | None) -> str:
    return {None: "neither total nor part", "further": "a further number"}.get(scope, f"a {scope}")


def _speaker(pair: Pair, level: str) -> str:
    if level == "unknown":
        return "not both name a source"
    one, two = (written(c.speaker or "", c.names) for c in (pair.left, pair.right))
    return f"the source is the same: {one}" if level == "same" else f"the sources are {one} and {two}"


def _values(_: Pair, level: str) -> str:
    if level == "0":
        return "the sentences share no other value"
    return "both sentences give other values alike"


def _slot(_: Pair, level: str) -> str:
    if level == "alone":
        return "each is the only such value in its sentence"
    return "other such values stand in the sentences"


def _only(pair: Pair, level: str) -> str:
    what = "of what is counted" if level.endswith(" thing") else "of this kind"
    if pair.choices == 1:
        return f"each article gives one value {what}"
    return f"one article gives {pair.choices} values {what}"


def _opening(_: Pair, level: str) -> str:
    which = {"0": "neither stands", "1": "one stands"}.get(level, "both stand")
    return f"{which} in the opening sentences"


def _person(_: Pair, level: str) -> str:
    said = {
        "same": "both are said of one person",
        "surname": "both are said of one surname",
        "alike": "the two are said of names nearly alike",
        "other": "the two are said of different names",
    }
    return said.get(level, "no person is named beside both")


def _best(_: Pair, level: str) -> str:
    which = {
        "both": "each is the closest statement",
        "one": "only one is the closest statement",
        "neither": "neither is the closest statement",
    }
    return f"{which[level]} to the other in its article"


def _rival(_: Pair, level: str) -> str:
    fits = {"looser": "fits worse", "near": "fits as well", "closer": "fits better"}
    if level in fits:
        return f"one article gives the other's value elsewhere, where it {fits[level]}"
    return "neither article gives the other's value elsewhere"


def _consensus(_: Pair, level: str) -> str:
    who = {"none": "no further article backs", "one": "a further article backs"}
    return f"{who.get(level, 'further articles back')} one of the values"


def _time(pair: Pair, level: str) -> str:
    a, b = pair.left.as_of.day, pair.right.as_of.day
    if a is None or b is None:
        return "the day from which an article speaks is unknown"
    apart = abs((a - b).days)
    return (
        "the articles speak from the same day" if level == "same" else f"the articles are {apart} days apart"
    )


def _change(_: Pair, level: str) -> str:
    is_ = "a count that moves" if level == "moving" else "no count that moves"
    return f"this is {is_} from hour to hour"


def _figure(_: Pair, level: str) -> str:
    if level in ("none", "other"):
        return "it is not one figure in two units or magnitudes"
    return "it is one and the same figure"


def _kind(pair: Pair, level: str) -> str:
    thing = pair.left.subject
    told = {
        "bare": f"no word tells one sort of {thing} from another",
        "same": f"the same words stand between the figures and “{thing}”",
        "one": f"one figure is of a sort of {thing} that is named",
        "some": f"the figures are of sorts of {thing} that share a word",
        "other": f"the figures are of two sorts of {thing}",
    }
    return told.get(level, "they count no one thing, or do not say of what sort")


def _grain(_: Pair, level: str) -> str:
    match level:
        case "day" | "month" | "year" | "weekday":
            return f"both give a {level}"
        case "words":
            return "both dates are told in words such as “yesterday”"
        case "other":
            return "the dates are told in different ways"
    return "they are no two dates"


def _whole(_: Pair, level: str) -> str:
    told = {"0": "neither figure is", "1": "one figure is", "2": "both figures are", "n": "neither figure is"}
    thing = ", of one thing" if level.endswith("thing") else ""
    return f"{told[level[0]]} that of a known whole (“the town's 14 schools”){thing}"


def _slip(_: Pair, level: str) -> str:
    match level:
        case "year":
            return "the same day or month of two years"
        case "month":
            return "the same day of two months"
        case "end":
            return "two periods that begin or end alike"
        case "day":
            return "two days of one month"
        case "years":
            return "two years without a month"
        case "more":
            return "the dates differ in more than one part"
    return "they are no two dates by the calendar"


def _by_level(told: Mapping[str, str], otherwise: str) -> Callable[[Pair, str], str]:
    """What a level of evidence says by itself; `otherwise` for levels that tell of nothing."""
    return lambda _, level: told.get(level, otherwise)


_magnitude = _by_level(
    {
        "0": "the amounts are up to a quarter apart",
        "1": "the amounts are of one order",
        "2": "the amounts are up to two and a half times apart",
        "3": "the amounts are up to four times apart",
        "4": "the amounts are up to twenty times apart",
        "5": "the amounts are more than twenty times apart",
    },
    "there are no two amounts to set against each other",
)
_gap = _by_level(
    {
        "0": "the dates are up to six weeks apart",
        "1": "the dates are up to half a year apart",
        "2": "the dates are about a year apart",
        "3": "the dates are up to three years apart",
        "4": "the dates are up to eight years apart",
        "5": "the dates are more than eight years apart",
    },
    "how far the dates are apart is not known",
)
_stated = _by_level(
    {
        "beside": "the sentence of one gives the value of the other as well",
        "one": "one article states the value of the other somewhere",
        "both": "each article states the value of the other somewhere",
    },
    "neither article states the value of the other",
)
_depth = _by_level(
    {
        "0": "they stand in like places of their articles",
        "1": "they stand a quarter of an article apart",
        "2": "they stand half an article apart",
    },
    "one stands at the beginning of its article, the other at the end",
)
_lie = _by_level(
    {
        "same": "seen from its article, each date lies alike: ahead, lately or long ago",
        "apart": "seen from its article, one date lies otherwise than the other: ahead, lately or long ago",
    },
    "how the dates lie to their articles cannot be compared",
)


SCHEMAS = {
    "dated": "each article dates one such thing, and these are its dates",
    "dated by figures": "the sentences that date it share telling figures",
    "other month": "the same day of two months, each article giving few such dates",
    "dated alike": "the words beside both dates are much the same",
    "to come": "both days lie ahead, and differ in their day or month alone",
    "one part apart": "the dates differ in one part alone, and few such dates are told",
    "dated by names": "the sentences that date it name the same",
    "dated with names": "all that one sentence names is named in the other, beside like words",
    "share": "each article gives one such share, and these are the closest",
    "amount": "each article gives such an amount, and these are the closest",
    "backed": "both count one thing, and further articles give one of the two numbers",
    "other scale": "the same figure beside like words, with other zeros or another scale",
    "base": "both amounts are set against the same one",
    "of one whole": "both are parts of one whole",
    "lasting": "each article gives one such length of time",
    "occasion": "both count how often such a thing has happened",
    "in order": "each article gives one such place in an order",
}


SHARED = {
    "nothing": "nothing else stands in both sentences",
    "both known": "of the two days to come one article knows both",
}


def _schema(pair: Pair, level: str) -> str:
    classes = sorted(pair.left.classes & pair.right.classes)
    if level == REPEATED:
        return "one statement told twice: the words around both values are the same"
    named = f" ({', '.join(classes)})" if classes else ""
    return f"one fact in other words: {SCHEMAS[level]}{named}"


def _sort(pair: Pair, level: str) -> str:
    if level == "same":
        return f"both tell of one sort of thing: {', '.join(sorted(pair.left.classes & pair.right.classes))}"
    return (
        "they tell of two sorts of thing"
        if level == "other"
        else "of what sort of thing they tell is not known"
    )


PHRASES: dict[str, Phrase] = {
    "schema": _schema,
    "sort": _sort,
    "near": _near,
    "share": lambda pair, _: f"{pair.ratio:.0%} of the telling words beside the values are shared",
    "akin": _akin,
    "sentence": _sentence,
    "cosine": lambda pair, _: f"the sentences are alike by {pair.cosine:.0%} of their telling words",
    "names": _names,
    "run": _run,
    "head": _head,
    "predicate": _predicate,
    "actor": _actor,
    "crossed": _crossed,
    "tie": _tie,
    "kind": _kind,
    "depth": _depth,
    "lie": _lie,
    "shared": lambda _, level: SHARED[level],
    "stated": _stated,
    "gap": _gap,
    "manner": _manner,
    "extent": _extent,
    "speaker": _speaker,
    "values": _values,
    "slot": _slot,
    "only": _only,
    "opening": _opening,
    "person": _person,
    "best": _best,
    "rival": _rival,
    "consensus": _consensus,
    "story": lambda pair, _: f"the articles share {pair.likeness:.0%} of their rare names",
    "time": _time,
    "change": _change,
    "figure": _figure,
    "magnitude": _magnitude,
    "grain": _grain,
    "slip": _slip,
    "whole": _whole,
}
