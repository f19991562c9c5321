"""The evidence of two names, or of two holders of one role, in words an editor can check."""

from collections.abc import Sequence

MOST = 4  # kinds of evidence named
LEAST_BITS = 0.3  # lighter ones are left out


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
    "likeness": ("the given names are alike", {"unlike"}),
    "kin": ("neither is introduced as a relative", {"yes"}),
    "common": ("the surname is rare", {"yes"}),
}


def _of_person(name: str, level: str) -> str | None:
    text, silent = TOLD.get(name, ("", set()))
    last = level.rsplit("/", 1)[-1]
    return None if not text or last in silent else text.format(SLIPS.get(last, last.split(",")[0]))


# What a level of evidence that two names were mixed up says.
OF_MIXUPS = {
    ("role", "same"): "the office is the same",
    ("role", "heads"): "both are introduced as the head of something",
    ("age", "same"): "the age is the same",
    ("kin", "none"): "neither is introduced as a relative",
    ("common", "no"): "the surname is rare",
    ("echo", "1"): "the sentences share words",
    ("echo", "2"): "the sentences share words",
    ("echo", "3"): "the sentences share words",
}


def explain_mixup(parts: Sequence[tuple[str, str, float]], total: float) -> tuple[str, ...]:
    """Why names that begin alike are held to be one person's: the heaviest evidence first, then the sum."""
    told = sorted((p for p in parts if p[2] >= LEAST_BITS), key=lambda p: -p[2])
    lines = [f"{text} ({bits:+.1f})" for name, level, bits in told if (text := OF_MIXUPS.get((name, level)))]
    return (
        "the names begin alike, in two articles of one story of which neither has both",
        *lines[:MOST],
        f"match weight {total:+.1f} bits, the rarity of a match included",
    )


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
