"""The evidence of a pair in words an editor can check."""

from collections.abc import Callable, Sequence

from crosscheck.align.evidence import Pair
from crosscheck.lexicon.words import UNKNOWN_BITS, rarity

MOST = 4  # kinds of evidence named
LEAST_BITS = 0.3  # lighter ones are left out


def _shared(pair: Pair) -> str:
    mine = {*pair.left.left, *pair.left.right}
    words = dict.fromkeys(w for w in (*pair.right.left, *pair.right.right) if w in mine)
    names = pair.left.names | pair.right.names
    return ", ".join(_written(word, names) for word in words) or "no word"


def _written(word: str, names: frozenset[str]) -> str:
    """A canonical word for reading: names with a capital, stems with dots ("sieg…")."""
    if word in names:
        return word.capitalize()
    return word if rarity(word) < UNKNOWN_BITS else f"{word}…"


PHRASES: dict[str, Callable[[Pair, str], str]] = {
    "near": lambda pair, _: f"beside both values: {_shared(pair)}",
    "share": lambda pair, _: f"{pair.ratio:.0%} of the telling words beside the values are shared",
    "sentence": lambda _, __: "the rest of the sentences shares rare words",
    "cosine": lambda pair, _: f"the sentences are alike ({pair.cosine:.0%} of their telling words)",
    "names": lambda pair, _: (
        "both sentences name "
        + ", ".join(sorted(n.capitalize() for n in pair.left.names & pair.right.names)[:4])
    ),
    "run": lambda _, __: "the very next words are the same",
    "head": lambda pair, _: f"both count the same: {_written(pair.left.subject, frozenset())}",
    "predicate": lambda pair, _: (
        f"the same is said of it: {_written(pair.left.predicate or '', frozenset())}"
    ),
    "time": lambda _, __: "the articles speak from the same day",
    "values": lambda _, __: "both sentences give other values alike",
    "best": lambda _, __: "each is the closest statement to the other in its article",
    "rival": lambda _, __: "neither article gives the other's value elsewhere",
    "consensus": lambda _, __: "further articles back one of the values",
    "grain": lambda _, level: (
        f"both give a {level}" if level in ("day", "month", "year") else "both dates are alike"
    ),
    "person": lambda _, __: "both are said of one person",
    "figure": lambda _, __: "it is one and the same figure",
    "change": lambda _, __: "this is no count that moves from hour to hour",
    "story": lambda pair, _: f"the articles share {pair.likeness:.0%} of their rare names",
    "slot": lambda _, __: "each is the only such value in its sentence",
    "speaker": lambda _, __: "the source is the same",
}


def explain(pair: Pair, parts: Sequence[tuple[str, str, float]], total: float) -> tuple[str, ...]:
    """Why two claims are held to be about one fact: the heaviest evidence first, then the sum.

    `parts` are (evidence, level, bits), `total` the match weight, prior included.
    """
    told = sorted((p for p in parts if p[0] in PHRASES and p[2] >= LEAST_BITS), key=lambda p: -p[2])[:MOST]
    lines = [f"{PHRASES[name](pair, level)} ({bits:+.1f})" for name, level, bits in told]
    return (*lines, f"match weight {total:+.1f} bits, the rarity of a match included")


SLIPS = {
    "double": "one letter doubled or not",
    "swap": "two letters changed places",
    "vowel": "another vowel",
    "letter": "another letter",
    "extra": "a letter more or less",
    "end": "a letter more or less at the end",
    "first": "another first letter",
    "two": "two letters",
}


def explain_people(parts: Sequence[tuple[str, str, float]], total: float) -> tuple[str, ...]:
    """Why two spellings are held to be one person: the heaviest evidence first, then the sum."""
    told = sorted((p for p in parts if p[2] >= LEAST_BITS), key=lambda p: -p[2])
    lines = [f"{text} ({bits:+.1f})" for name, level, bits in told if (text := _of_person(name, level))]
    return (*lines[:MOST], f"match weight {total:+.1f} bits, the rarity of a match included")


# What a level of evidence says in words, where it says something: {} is the level's last part.
TOLD = {
    "slip": ("the names differ by a slip of the pen: {}", {"other"}),
    "role": ("the office is the same ({})", {"none", "other"}),
    "age": ("the age is the same", {"unknown", "different"}),
    "once": ("one spelling stands once only", {"articles"}),
    "together": ("both stand in one {}", {"apart"}),
    "middle": ("the initials are the same", {"unknown", "different"}),
    "words": ("the sentences share words", {"none"}),
    "names": ("the sentences share names", {"none"}),
    "company": ("the same people stand beside both", {"none"}),
    "known": ("one spelling is no common given name", set()),
    "kin": ("neither is introduced as a relative", {"yes"}),
    "common": ("the surname is rare", {"yes"}),
}


def _of_person(name: str, level: str) -> str | None:
    text, silent = TOLD.get(name, ("", set()))
    last = level.rsplit("/", 1)[-1]
    return None if not text or last in silent else text.format(SLIPS.get(last, last.split(",")[0]))


# What a level of evidence for an odd holder says: {} is the usual holder.
OF_HOLDERS = {
    ("otherwise", "excluded"): "elsewhere the odd holder has an office that excludes this one",
    ("otherwise", "named"): "other articles name the odd holder without this role",
    ("otherwise", "something else"): "other articles call the odd holder something else",
    ("place", "same"): "the place or body is the same",
    ("usual", "surname"): "this article goes on with the bare surname of {}",
    ("echo", "many"): "the sentence is told of {} in another article",
    ("first", "no"): "the article has named the odd holder before without this role",
    ("crowd", "two"): "nobody else is called so",
}


def explain_holders(parts: Sequence[tuple[str, str, float]], total: float, usual: str) -> tuple[str, ...]:
    """Why an odd holder of a role is held to be a mistake: the heaviest evidence first, then the sum."""
    lines = []
    for name, level, bits in sorted(parts, key=lambda p: -p[2]):
        text = OF_HOLDERS.get((name, level.rsplit("/", 1)[-1].removesuffix(", one seat")))
        if text and bits >= LEAST_BITS:
            lines.append(f"{text.format(usual)} ({bits:+.1f})")
    return (*lines[:MOST], f"match weight {total:+.1f} bits, the rarity of a match included")
