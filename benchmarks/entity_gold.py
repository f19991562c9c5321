"""Articles with their people, organisations, places, roles and quotations marked by hand.

A gold file opens with a TOML head between two lines of `+++`, then comes the article, whole:

    +++
    style = "politics"
    [person]
    odell = ["Rosa O'Dell-Finch", "Rosa Finch"]    # an id, the full name, then other forms
    [organisation]
    trust = ["Harbour Trust", "HT"]
    [place]
    ellery = "Port Ellery"
    maine = "Maine"
    [within]
    ellery = "maine"
    +++
    {ellery|PORT ELLERY}, {maine|Maine} - <odell|Mayor-elect> {odell|Rosa O'Dell-Finch} ...

`{id|text}` is a name, `<id|text>` a role with its place or body inside, `«id|text»` quoted words
with their speaker. A flag after the id: `?` may be found or not, `~` (a role) stands for its
holder without the name ("the mayor"), `!` is no person, organisation or place that acts: a credit,
a ship, a book. `-` is the id of a
speaker without a name. Marks nest. `docs/quality.md` says what is marked and what is not.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from attrs import field, frozen

from crosscheck import Article

KINDS = ("person", "family", "organisation", "place", "facility", "other")
STYLES = (
    "wire",
    "court",
    "sports",
    "obituary",
    "business",
    "politics",
    "science",
    "crime",
    "digest",
    "profile",
)
_NAMES = {"{": "name", "<": "role", "«": "quotation"}
_CLOSERS = {"{": "}", "<": ">", "«": "»"}
_MARKUP = re.compile(r"([{<«])([\w.+-]*)([?~!]?)\||([}>»])")
_WORD = re.compile(r"[^\W_]+")
_HEAD = {"style", "story", "published", "source", "within", *KINDS}
_INITIALS = re.compile(r"^(?:[A-Z]\.?){1,3}$")


class GoldError(ValueError):
    """A gold file that breaks its own grammar; the message names file and place."""


@frozen(slots=True)
class Named:
    """Somebody or something with a name: `names` is the full name, then other forms."""

    id: str
    kind: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.names[0]

    def words(self) -> set[str]:
        """Every word of every form, lower case."""
        return {word for name in self.names for word in words(name)}


@frozen(slots=True)
class Mark:
    """A marked stretch of the article: `ids` are entities, empty for none or a nameless speaker."""

    kind: str
    ids: tuple[str, ...]
    flag: str
    start: int
    end: int
    text: str


@frozen(slots=True)
class Gold:
    """An article and everything marked in it. `story` is shared by articles on one matter."""

    article: Article
    style: str
    story: str
    entities: dict[str, Named]
    marks: tuple[Mark, ...]
    within: dict[str, str] = field(factory=dict)

    def of(self, kind: str) -> Iterator[Mark]:
        """The marks of one kind: name, role, quotation."""
        return (mark for mark in self.marks if mark.kind == kind)

    def kinds(self, mark: Mark) -> set[str]:
        """What the entities of a mark are."""
        return {self.entities[i].kind for i in mark.ids}


def words(text: str) -> list[str]:
    """The words of a name, lower case, without the possessive."""
    return _WORD.findall(re.sub(r"['’]s\b", "", text).lower())


def load(folder: Path) -> tuple[Gold, ...]:
    """Every gold file of a folder, by name.

    Raises `GoldError` where one of them breaks the grammar, `FileNotFoundError` where there is none.
    """
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise FileNotFoundError(f"{folder} holds no gold file (*.md)")
    golds, found = [], []
    for path in paths:
        try:
            golds.append(read(path))
        except GoldError as error:
            found.append(str(error))
    if found:
        raise GoldError("\n".join(found))
    return tuple(golds)


def read(path: Path) -> Gold:
    """One gold file, checked: see `problems`."""
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0]:
        raise GoldError(f"{path.name}: a head between two lines of +++ must come first")
    try:
        head = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        raise GoldError(f"{path.name}: {error}") from error
    text, marks = unmark(parts[2].strip("\n") + "\n", path.name)
    gold = Gold(
        article=Article(text, id=path.stem, published=_day(head), source=head.get("source")),
        style=head.get("style", ""),
        story=head.get("story", path.stem),
        entities={named.id: named for named in _entities(head)},
        marks=marks,
        within=head.get("within", {}),
    )
    found = [*(f"{key}: no such heading" for key in head if key not in _HEAD), *problems(gold)]
    if found:
        raise GoldError(f"{path.name}:\n  " + "\n  ".join(found))
    return gold


def _day(head: dict[str, Any]) -> date | None:
    published = head.get("published")
    return published if isinstance(published, date) else None


def _entities(head: dict[str, Any]) -> Iterator[Named]:
    for kind in KINDS:
        for key, names in head.get(kind, {}).items():
            yield Named(key, kind, (names,) if isinstance(names, str) else tuple(names))


def unmark(marked: str, where: str = "text") -> tuple[str, tuple[Mark, ...]]:
    """The plain text and its marks, in order of their start, outer ones first."""
    pieces: list[str] = []
    stack: list[tuple[str, str, str, int]] = []
    marks: list[Mark] = []
    length = last = 0
    for match in _MARKUP.finditer(marked):
        pieces.append(marked[last : match.start()])
        length += match.start() - last
        last = match.end()
        if match[1]:
            stack.append((match[1], match[2], match[3], length))
            continue
        if not stack or _CLOSERS[stack[-1][0]] != match[4]:
            line = marked.count("\n", 0, match.start()) + 1
            raise GoldError(f"{where}: {match[4]} closes nothing in line {line} of the article")
        opener, ids, flag, start = stack.pop()
        text = "".join(pieces)[start:]
        names = tuple(i for i in ids.split("+") if i not in {"", "-"})
        marks.append(Mark(_NAMES[opener], names, flag, start, length, text))
    if stack:
        raise GoldError(f"{where}: {stack[-1][0]}{stack[-1][1]}| is never closed")
    pieces.append(marked[last:])
    return "".join(pieces), tuple(sorted(marks, key=lambda m: (m.start, -m.end)))


def problems(gold: Gold) -> list[str]:
    """What is wrong with a gold article, in words; empty for a sound one."""
    found = [f"style {gold.style!r} is none of {', '.join(STYLES)}"] * (gold.style not in STYLES)
    found += [f"stray markup {c!r}" for c in "{}<>«»|" if c in gold.article.text]
    for mark in gold.marks:
        found += [f"{mark.kind} {mark.text!r}: {what}" for what in _wrong(gold, mark)]
    named = {i for mark in gold.of("name") for i in mark.ids}
    found += [f"{i} is never named" for i in gold.entities if i not in named]
    found += [
        f"within: {i} is no entity" for pair in gold.within.items() for i in pair if i not in gold.entities
    ]
    return [*found, *_unmarked(gold)]


def _wrong(gold: Gold, mark: Mark) -> Iterator[str]:
    text = gold.article.text
    if text[mark.start : mark.end] != mark.text:
        yield f"the text there is {text[mark.start : mark.end]!r}"
    if not mark.text or mark.text != mark.text.strip():
        yield "begins or ends with a blank"
    unknown = [i for i in mark.ids if i not in gold.entities]
    if unknown:
        yield f"no such entity: {', '.join(unknown)}"
        return
    if mark.kind == "name":
        yield from _wrong_name(gold, mark)
    elif mark.kind == "role" and gold.kinds(mark) - {"person"}:
        yield "a role is held by a person"
    elif mark.kind == "role" and not mark.ids:
        yield "a role needs its holder"


def _wrong_name(gold: Gold, mark: Mark) -> Iterator[str]:
    if re.search(r"['’]s?$", mark.text) and not any(
        name.endswith(mark.text[-2:]) for i in mark.ids for name in gold.entities[i].names
    ):
        yield "the possessive is no part of a name"
    if not mark.ids and mark.flag not in {"?", "!"}:
        yield "a name needs its entity"
    for named in (gold.entities[i] for i in mark.ids):
        if named.kind == "person":
            extra = set(words(mark.text)) - named.words()
            if extra:
                yield f"{', '.join(sorted(extra))} is in no form of {named.name}"
        elif _plain(mark.text) not in {_plain(name) for name in named.names}:
            yield f"is no form of {named.name}"


def _plain(text: str) -> str:
    return text.replace("’", "'").casefold()


def _unmarked(gold: Gold) -> Iterator[str]:
    """Names that stand in the text without a mark."""
    text = gold.article.text.replace("’", "'")
    covered = [(mark.start, mark.end) for mark in gold.of("name")]
    for named in gold.entities.values():
        forms = set(named.names)
        if named.kind == "person":
            forms |= {word for word in named.name.split() if len(word) > 3 and word[0].isupper()}
        for form in forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form.replace('’', chr(39)))}(?!\w)", text):
                if not any(s <= match.start() and match.end() <= e for s, e in covered):
                    around = text[max(0, match.start() - 20) : match.end() + 20]
                    yield f"{form!r} ({named.id}) stands unmarked in {around!r}"
