"""Organisations among the runs of capitalised words that name no person.

A name is an organisation's where its own words say so ("Ostmark Bank", "Ministry of Health"), where
an acronym in brackets shortens it ("Tri-County Transit (TCT)"), where it is known, or where what
stands beside it is what bodies do and have ("Karat's shareholders"). An acronym or short form goes
to the one long name of the article that it shortens. What one passage makes sure holds everywhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from crosscheck.extraction.document import Document
from crosscheck.extraction.names import evidence
from crosscheck.extraction.names.capitals import Part, run_at
from crosscheck.extraction.names.evidence import bits, words_of
from crosscheck.extraction.names.people import name_end, trimmed
from crosscheck.extraction.tokens import bare
from crosscheck.lexicon import wordset
from crosscheck.lexicon.gazetteer import demonyms
from crosscheck.lexicon.offices import ending_at
from crosscheck.values import Name

FOUNDING = frozenset("owns owned founded co-founded acquired".split())
HYPHENED = (" led", " backed", " based", " era", " born", " run", " owned", " style", " controlled", " elect")
NUMBERED = frozenset("one two three four five six seven eight nine ten dozens hundreds thousands".split())
LONGEST_ACRONYM = 6
LONGEST = 12  # tokens that a name goes on for behind its head
SMALL = frozenset("of for the and on in to a an & de du la des del der und et y".split())
JOINING = frozenset("of for on against".split())

Found = tuple[int, int, Name]


def is_body(run: Sequence[Part]) -> bool:
    """Whether a run ends with a word that makes it an organisation ("Anna Bell Foundation")."""
    parts = trimmed(run)
    keys = [p.key for p in parts]
    if evidence.is_place_word(" ".join(keys)) or keys[0] in wordset("titles", "courtesy"):
        return False
    if "&" in keys or (len(keys) > 1 and keys[0] in wordset("organisations", "first")):
        return True
    if any(k in wordset("organisations", "inside") for k in keys[1:-1]):
        return True
    if keys[-1] == "district" and keys[-2:-1] and keys[-2] in wordset("organisations", "districts"):
        return True
    if len(parts) > 1 and " ".join(keys) in evidence.names_of("organisations", "known"):
        return True
    if len(parts) < 2 or keys[-1] not in wordset("organisations", "suffix"):
        return False
    return not (
        len(parts) == 2 and evidence.is_given(keys[0]) and keys[-1] in wordset("organisations", "surname")
    )


def read(document: Document, runs: Sequence[Sequence[Part]]) -> Iterator[Found]:
    """The organisations that runs in the order of the text name: first and last token, value."""
    yield from sorted(_Bodies(document, runs).found, key=lambda f: f[:2])


class _Bodies:
    """The organisations of one document."""

    def __init__(self, document: Document, runs: Sequence[Sequence[Part]]) -> None:
        self.tokens = document.tokens
        self.claimed = document.claimed
        self.found: list[Found] = []
        self.short: dict[str, list[Name]] = defaultdict(list)
        self.placed: set[str] = set()
        rest: list[Sequence[Part]] = []
        done = -1
        for run in runs:
            parts = without_roles(self._begun(trimmed(run)))
            if not parts or parts[0].first <= done or document.claimed[parts[0].first]:
                continue
            if document.zones.at(parts[0].first) == "dateline":
                self.placed.add(self._key(parts))
                continue
            long = self._long(parts)
            if long is None:
                rest.append(parts)
            else:
                done = long[1]
                self._take(*long)
        self._rest(rest)

    def _begun(self, parts: Sequence[Part]) -> Sequence[Part]:
        """A run without the participle that opens its sentence: "Addressing | IDF commanders"."""
        key, first = parts[0].key, parts[0].first
        opens = first == 0 or not self.tokens.lower[first - 1][0].isalnum()
        if len(parts) > 1 and opens and evidence.is_participle(key):
            return parts[1:] if parts[-1].key not in wordset("organisations", "suffix") else parts
        return parts

    # --- long names --------------------------------------------------------------------------

    def _long(self, parts: Sequence[Part]) -> tuple[int, int] | None:
        """The tokens of a name whose own words make it an organisation, or None."""
        first, last = parts[0].first, parts[-1].last
        head = parts[-1].key
        if head in wordset("organisations", "heads"):
            end = self._extended(last)
            if end > last:
                return first, end
        if is_body(parts):
            return first, last
        if len(parts) > 1 and self._introduced(parts):
            return first, last
        return None

    def _meant(self, parts: Sequence[Part]) -> bool:
        """Whether a known name is that name and no common word: "WHO", not the "Who" of a question."""
        if len(parts) > 1 or not evidence.is_common(parts[0].key):
            return True
        return self.tokens.words[parts[0].first].isupper() or (
            len(parts[0].key) > 3 and self._inner(parts[0].first)
        )

    def _extended(self, last: int) -> int:
        """Where a name goes on behind its head: "Federation | of Weavers and Dyers"."""
        tokens, end = self.tokens, last
        joining: frozenset[str] = JOINING
        while end - last < LONGEST:
            joint = end + 1
            i = joint + 1
            if self._owning(end) or joint >= len(tokens) or tokens.lower[joint] not in joining:
                return end
            i += i < len(tokens) and tokens.lower[i] == "the"
            if not tokens.capital(i) or "\n" in tokens.text[tokens.ends[end] : tokens.starts[i]]:
                return end
            run = run_at(tokens, i)
            if run[0].key in wordset("organisations", "never"):
                return end
            own = evidence.given(run[0].key) or run[-1].key in wordset("organisations", "suffix")
            if end > last and tokens.lower[joint] != "of" and own:
                return end
            end = run[-1].last
            listed = len(run) > 1 or evidence.is_place_word(run[0].key)
            joining = frozenset({"of"}) if listed else frozenset({"and", "&", "of"})
        return end

    def _owning(self, i: int) -> bool:
        """Whether a token ends with a possessive."""
        return self.tokens.lower[i] != bare(self.tokens.lower[i])

    def _introduced(self, parts: Sequence[Part]) -> bool:
        """Whether an acronym of the name stands in brackets behind it."""
        short = self._bracketed(parts[-1].last)
        return bool(short) and _initials(p.key for p in parts) == short.lower().replace(".", "")

    def _bracketed(self, last: int) -> str:
        """A short form in brackets behind a name: "(IDF)", "(Shin Bet)"."""
        tokens = self.tokens
        if last + 2 < len(tokens) and tokens.words[last + 1] == "(":
            for k in range(last + 2, min(last + 5, len(tokens))):
                if tokens.words[k] == ")" and k > last + 2:
                    return tokens.slice(last + 2, k - 1) if tokens.words[last + 2][0].isupper() else ""
        return ""

    def _take(self, first: int, last: int) -> None:
        """Accept a long name, and remember what it may be shortened to."""
        text = self._text(first, last)
        alias = self._bracketed(last)
        same = next((name for name in self.short[text.lower()] if name.name.lower() == text.lower()), None)
        name = (
            same if same and not alias else Name(text, aliases=(alias,) if alias else (), kind="organisation")
        )
        self.found.append((first, last, name))
        own = [word for w in text.lower().replace("-", " ").split() if (word := bare(w))]
        if not own:
            return
        telling = [w for w in own if w not in SMALL]
        shorts = {
            text.lower(),
            alias.lower(),
            "".join(w[0] for w in telling if w[0].isalnum()),
            "".join(w[0] for w in own if w[0].isalnum()),
        }
        shorts |= {" ".join(own[:n]) for n in range(2, len(own))}
        plain = own[0].replace(".", "")
        if not (evidence.is_common(own[0]) or evidence.given(own[0]) or evidence.is_well_known_place(plain)):
            shorts.add(own[0])
        if len(own) > 1:
            shorts.add(own[-1])
        for short in shorts - {""}:
            if not any(n.name.lower() == text.lower() for n in self.short[short]):
                self.short[short].append(name)

    def _text(self, first: int, last: int) -> str:
        return self.tokens.text[self.tokens.starts[first] : name_end(Part(first, last, ""), self.tokens)]

    # --- short names and names known by what stands beside them ------------------------------

    def _rest(self, rest: Sequence[Sequence[Part]]) -> None:
        votes: dict[str, list[float]] = defaultdict(list)
        open_: list[tuple[str, Sequence[Part]]] = []
        shortened: dict[str, Name] = {}
        self.placed |= {self._key(parts) for parts in rest if self._place(parts[0].first)}
        for parts in rest:
            key = self._key(parts)
            name = self._shortened(key, parts)
            if name is not None:
                shortened[key] = name
                self.found.append((parts[0].first, parts[-1].last, name))
            elif key in evidence.names_of("organisations", "known") and self._meant(parts):
                self._take(parts[0].first, parts[-1].last)
            else:
                votes[key] = sorted((*votes[key], self._beside(parts)), reverse=True)[:2]
                open_.append((key, parts))
        for key, parts in open_:
            name = shortened.get(key) if key not in self.placed else None
            if name is None and sum(votes[key]) + self._of_words(parts) >= bits("bodies", "sure"):
                name = Name(self._text(parts[0].first, parts[-1].last), kind="organisation")
            if name is not None:
                self.found.append((parts[0].first, parts[-1].last, name))

    def _place(self, first: int) -> bool:
        """Whether a place is meant by what stands before a name: "in X", "the south of X"."""
        lower = self.tokens.lower
        before = lower[first - 1] if first else ""
        if before == "of":
            return first > 1 and lower[first - 2] in words_of("organisations", "placing")
        return before in evidence.PLACING and not self._invested(first)

    def _key(self, parts: Sequence[Part]) -> str:
        return bare(self.tokens.slice(parts[0].first, parts[-1].last).lower()).replace("-", " ")

    def _shortened(self, key: str, parts: Sequence[Part]) -> Name | None:
        """The one long name of the article that a name shortens, or None."""
        acronym = self._acronym(parts)
        names = self.short.get(key.replace(".", "") if acronym else key, [])
        if len(names) != 1:
            return None
        name = names[0]
        if acronym or key == name.name.lower():
            return name
        if key in self.placed:
            return None
        if " " in key:
            return name
        before = self.tokens.lower[parts[0].first - 1] if parts[0].first else ""
        if key == name.name.lower().split()[-1] and evidence.is_common(key):
            return name if before == "the" or self._inner(parts[0].first) else None
        return name

    def _inner(self, first: int) -> bool:
        """Whether a token does not open a sentence, so that its capital means something."""
        return first > 0 and (
            self.tokens.lower[first - 1][0].isalpha() or self.tokens.words[first - 1] == ","
        )

    def _acronym(self, parts: Sequence[Part]) -> bool:
        word = self.tokens.words[parts[0].first].replace(".", "")
        word = word.removesuffix("'s").removesuffix("’s")
        return len(parts) == 1 and 2 <= len(word) <= LONGEST_ACRONYM and word.isupper() and word.isalpha()

    def _invested(self, first: int) -> bool:
        return first > 1 and self.tokens.lower[first - 2] in words_of("organisations", "owned")

    def _of_words(self, parts: Sequence[Part]) -> float:
        """What a name's own words say for an organisation."""
        key = self._key(parts)
        keys = [p.key for p in parts]
        if self._acronym(parts):
            around = self.tokens.words[max(0, parts[0].first - 2) : parts[-1].last + 3]
            shouted = sum(w.isupper() and len(w) > 3 for w in around) > 1
            abbreviations = wordset("organisations", "abbreviations")
            known = key.replace(".", "") in abbreviations or evidence.is_place_word(key)
            return bits("bodies", "no" if shouted or known else "acronym")
        if len(keys) == 1 and (
            evidence.is_common(key) or key in demonyms() or key in wordset("organisations", "never")
        ):
            return bits("bodies", "no")
        if keys[-1] in demonyms() or key.endswith(HYPHENED) or keys[0] in NUMBERED:
            return bits("bodies", "no")
        if evidence.is_place_word(key) or (len(keys) > 1 and keys[-1] in wordset("organisations", "place")):
            return bits("bodies", "place")
        if evidence.given(keys[0]) and len(keys) > 1:
            return bits("bodies", "given")
        if _camel(self.tokens.words[parts[0].first]):
            return bits("bodies", "camel")
        if len(keys) > 1 and evidence.is_common(keys[-1]) and not evidence.is_common(keys[0]):
            return bits("bodies", "noun-last")
        return 0.0

    def _beside(self, parts: Sequence[Part]) -> float:
        """What stands beside one mention that speaks for an organisation."""
        tokens = self.tokens
        first, last = parts[0].first, parts[-1].last
        before = tokens.lower[first - 1] if first else ""
        after = tokens.lower[last + 1] if last + 1 < len(tokens) and "\n" not in tokens.gap(last) else ""
        possessed = tokens.lower[last] != bare(tokens.lower[last])
        if before in evidence.PLACING:
            return bits("bodies", "owned" if self._invested(first) else "in")
        total = 0.0
        if (
            before == "of"
            and first > 1
            and self.tokens.lower[first - 2] in words_of("organisations", "placing")
        ):
            total += bits("bodies", "of")
        if before in words_of("organisations", "nouns") or before in FOUNDING:
            total += bits("bodies", "introduced")
        elif not possessed and after in words_of("organisations", "nouns"):
            total += bits("bodies", "followed")
        if possessed and after in words_of("organisations", "has"):
            total += bits("bodies", "has")
        elif not possessed and after in words_of("organisations", "people"):
            total += bits("bodies", "people")
        elif (
            after in evidence.SAYING
            or before in evidence.SAYING
            or after in words_of("organisations", "acts")
        ):
            total += bits("bodies", "acts")
        elif after == "," and tokens.lower[last + 2 : last + 3] == ["which"]:
            total += bits("bodies", "which")
        if before == "the" and self._acronym(parts):
            total += bits("bodies", "the")
        return total


def _camel(word: str) -> bool:
    """Whether a word has a capital inside ("SkyLink"), as no surname but "McCrae" has."""
    inner = any(c.isupper() for c in word[2:]) and not word.isupper() and word[1:2].islower()
    return (
        inner
        and not word.startswith(("Mc", "Mac", "Di", "De", "La", "Le", "Fitz", "Van", "O'", "O’", "Du"))
        and "-" not in word
    )


def _initials(keys: Iterator[str]) -> str:
    return "".join(
        "us" if w == "us" else w[0] for key in keys for w in key.replace("-", " ").split() if w not in SMALL
    )


def without_roles(parts: Sequence[Part]) -> Sequence[Part]:
    """A run without offices and titles at its end: "Boeing | CEO", "Senate | Minority Leader"."""
    keys = [p.key.removesuffix("-elect") for p in parts]
    end = len(parts)
    while end:
        begin = ending_at(keys, end - 1) if keys[end - 1] not in wordset("organisations", "suffix") else -1
        if (
            begin < 0
            and keys[end - 1] in evidence.role_words()
            and keys[end - 1] not in wordset("organisations", "suffix")
        ):
            begin = end - 1
        if begin < 0:
            break
        end = begin
    return parts[:end]
