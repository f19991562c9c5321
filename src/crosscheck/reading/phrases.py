"""Phrases that relate figures, from the patterns of `lexicon/figures.toml` (grammar at its head)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.words import rarity
from crosscheck.reading.passages import Figure, Passage

INNER = r"(?![.!?;:—–()] |[{,])\S+ |\{[yadko]\d+\} "  # a word of the clause, or a value that is no amount
OVER = rf", |{INNER}"
OPENING = r"(?:(?:^)|(?<=[,;:—–(.!?] )|(?<=and )|(?<=but ))"
NEAR = 8  # words kept on either side of a phrase
ALWAYS = ""  # where the index keeps the phrases that need no word
ANY = "nfpm"  # the kinds of a slot that names none


@frozen(slots=True, eq=False)
class Match:
    """A phrase found in a passage: its figures by role, and a few words on either side."""

    phrase: "Phrase"
    figures: Mapping[str, Figure]
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()

    def __getitem__(self, role: str) -> Figure:
        return self.figures[role]


@frozen(slots=True, eq=False)
class Phrase:
    """A compiled pattern.

    `needs` are the words of which a passage must have one each, the rarest first, `slots`
    the kinds of its figures; `crosses` says that it goes over the end of a sentence.
    """

    source: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    roles: tuple[str, ...]
    slots: tuple[frozenset[str], ...]
    crosses: bool
    options: Mapping[str, str]

    def find(self, passage: Passage) -> Iterator[Match]:
        """Every place of a passage where the phrase stands."""
        if self.crosses != (len(passage.sentences) > 1):
            return
        if any(need.isdisjoint(passage.words) for need in self.needs):
            return
        if any(slot.isdisjoint(passage.kinds) for slot in self.slots):
            return
        for found in self.pattern.finditer(passage.text):
            figures = {role: passage.figures[int(found[role])] for role in self.roles}
            before = passage.text[: found.start()].rsplit(maxsplit=NEAR)[-NEAR:][::-1]
            behind = passage.text[found.end() :].split(maxsplit=NEAR)[:NEAR]
            yield Match(self, figures, tuple(before), tuple(behind))


@cache
def words(name: str) -> frozenset[str]:
    """A word class of `lexicon/figures.toml`; blanks in a class entry are written "_"."""
    return wordset("figures", "classes", name)


@cache
def phrases(rule: str) -> tuple[Phrase, ...]:
    """The phrases of one table of `lexicon/figures.toml`, in its order."""
    out: list[Phrase] = []
    for row in table("figures")[rule]:
        options = {key: value for key, value in row.items() if key != "phrase"}
        listed = row["phrase"] if isinstance(row["phrase"], list) else [row["phrase"]]
        out.extend(_compiled(source, options) for source in listed)
    return tuple(out)


def matches(rule: str, passage: Passage) -> Iterator[Match]:
    """Every phrase of a table that stands in a passage, in the table's order.

    Only phrases whose rarest word the passage has are tried.
    """
    listed, index = phrases(rule), _index(rule)
    near = passage.words & index.keys()
    for number in sorted({n for word in (ALWAYS, *near) for n in index.get(word, ())}):
        yield from listed[number].find(passage)


@cache
def _index(rule: str) -> dict[str, tuple[int, ...]]:
    """Word -> the phrases of a table of which it is the rarest word, by number."""
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases(rule)):
        for word in sorted(phrase.needs[0]) if phrase.needs else (ALWAYS,):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _compiled(source: str, options: Mapping[str, str]) -> Phrase:
    parts: list[str] = []
    needs: list[frozenset[str]] = []
    roles: list[str] = []
    pieces = source.split()
    for piece in pieces:
        if piece.startswith("<"):
            role, _, kinds = piece.strip("<>").partition(":")
            roles.append(role)
            parts.append(rf"\{{[{kinds or ANY}](?P<{role}>\d+)\}} ")
        elif piece[:2] in ("..", "~~"):
            parts.append(f"(?:{INNER if piece[0] == '.' else OVER}){{0,{int(piece[2:])}}}?")
        elif piece == "^":
            parts.append(OPENING)
        elif piece == "//":
            parts.append(r"[.!?] ")
        else:
            bare = piece.removesuffix("?")
            choice = [c for one in bare.split("|") for c in (words(one[1:]) if one[:1] == "@" else (one,))]
            joined = "|".join(
                re.escape(c.replace("_", " ")) for c in sorted(choice, key=lambda c: (-len(c), c))
            )
            parts.append(f"(?:(?:{joined}) ){'?' if bare != piece else ''}")
            if bare == piece:
                needs.append(frozenset(c.split("_")[0] for c in choice))
    needs.sort(key=lambda need: -min(rarity(word) if word[0].isalpha() else 0.0 for word in need))
    slots = tuple(
        frozenset(piece.strip("<>").partition(":")[2] or ANY) for piece in pieces if piece[0] == "<"
    )
    crosses = "//" in pieces or "." in pieces[:-1]
    pattern = re.compile(rf"(?<!\S){''.join(parts)}")
    return Phrase(source, pattern, tuple(needs), tuple(roles), slots, crosses, options)
