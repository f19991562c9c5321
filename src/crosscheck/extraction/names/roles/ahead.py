"""Roles before a name: "Louisville Mayor X", "union chief X", "its chairman, X", "the head of Y, X"."""

from collections.abc import Iterator, Sequence

from crosscheck.extraction.names.capitals import Part
from crosscheck.extraction.names.roles.wording import (
    BINDERS,
    CLOSERS,
    DETERMINERS,
    LONGEST_OBJECT,
    REACH,
    VERBS,
    Wording,
    determined,
    state_of,
)
from crosscheck.extraction.tokens import bare
from crosscheck.lexicon import wordset
from crosscheck.lexicon.offices import ending_at, marker, offices
from crosscheck.values import Post

EQUATING = frozenset({"is", "remains"})
SENTENCE_ENDS = frozenset('.!?:”“"')


class Ahead(Wording):
    """Finds the roles before a name."""

    def in_lead(self, lead: Sequence[Part], name_last: int) -> Iterator[Post]:
        """The roles among the capitalised words before a name: "Louisville Mayor", "Foreign Minister"."""
        keys = [p.key.removesuffix("-elect").removesuffix("-to-be") for p in lead]
        end = len(lead) - 1
        while end >= 0:
            begin = ending_at(keys, end)
            opener = self.ending_at(lead[end].last)
            if opener >= 0 and (begin < 0 or opener < lead[begin].first):
                yield self._written(opener, lead[end].last, name_last)
                end = next((i for i in range(end) if lead[i].first >= opener), 0) - 1
                continue
            if begin < 0 or self.keys[lead[end].last].endswith(("'s", "’s")):
                end -= 1
                continue
            yield self._in_lead(lead, keys, begin, end, name_last)
            keys = [k if k not in marker("lesser") else "" for k in keys[:begin]]
            end = begin - 1

    def _in_lead(self, lead: Sequence[Part], keys: list[str], begin: int, end: int, name_last: int) -> Post:
        before = [p.key for p in lead[:begin]]
        outer = self.keys[max(0, lead[0].first - 3) : lead[0].first]
        supposed = not before and outer[-1:] in (["a"], ["an"])
        tail = "-elect" if lead[end].key.endswith(("-elect", "-to-be")) else ""
        state = "future" if supposed else state_of([*outer, *before], tail)
        words_ = " ".join(keys[begin : end + 1])
        found = offices()[words_]
        start = self.tokens.starts[lead[begin].first]
        stop = self.name_end(name_last)
        place = self.place(before) or self._place_before(lead[0].first)
        shown = self.worded(self.modified(lead[0].first), lead[end].last) if found.shown else ""
        return Post(found.name, words_, start, stop, self.tokens.text[start:stop], place, state, shown)

    def ending_at(self, last: int) -> int:
        """Where a role with a small word within ("Secretary of State") that ends at `last` begins, or -1."""
        for size in (3, 4):
            first = last - size + 1
            if first >= 0 and self.keys[first + 1] in ("of", "for") and self._known(first, last):
                return first
        return -1

    def _known(self, first: int, last: int) -> bool:
        return " ".join(self.keys[first : last + 1]) in offices()

    def _written(self, first: int, last: int, name_last: int) -> Post:
        """The role of several words over tokens first to last, with the name right behind it."""
        begin = first
        while begin and self.tokens.words[begin - 1][0] != self.keys[begin - 1][0] and first - begin < 4:
            if self.keys[begin - 1].endswith(("'s", "’s")) or "\n" in self.tokens.gap(begin - 1):
                break
            begin -= 1
        outer = self.keys[max(0, begin - REACH) : first]
        place = self.place(self.capitals_before(first - 1)) if first else ""
        return self.post(
            first, last, name_last, place, state_of(outer), self.worded(self.modified(begin), last)
        )

    def _place_before(self, first: int) -> str:
        """A possessive right before a role: "Norway's prime minister", "the bank's CEO"."""
        tokens = self.tokens
        if (
            first > 0
            and tokens.lower[first - 1].endswith(("'s", "’s"))
            and tokens.words[first - 1][0].isupper()
        ):
            return " ".join(self.capitals_before(first - 1)) or bare(tokens.lower[first - 1])
        return ""

    def before(self, first: int, name_last: int) -> Iterator[Post]:
        """The lower-case role before token `first`: "union chief X", "its chairman, X", "head of Y, X"."""
        if self.keys[first - 1 : first] and self.keys[first - 1] in EQUATING:
            yield from self._equated(first - 2, name_last)
            return
        last = first - 1
        comma = last > 0 and self.keys[last] == ","
        if comma:
            last -= 1
        if last < 0 or "\n" in self.tokens.gap(last):
            return
        begin = self.role_ending(last)
        several = self.keys[last].endswith("s") and self.keys[last][:-1] in offices()
        if several and (comma or self.keys[name_last + 1 : name_last + 2] != ["and"]):
            return
        found = (
            self._before(begin, last, last if comma else name_last, comma=comma)
            if begin >= 0
            else self._of(last)
            if comma
            else ()
        )
        closed = not comma or self._closed(name_last)
        yield from (post for first, post in found if closed or self._opens(first))

    def _equated(self, last: int, name_last: int) -> Iterator[Post]:
        """The role that a sentence opens with and says whose it is: "The chief of the union is X"."""
        if last < 0 or not self._closed(name_last):
            return
        begin = self.role_ending(last)
        found = self._before(begin, last, last, comma=True) if begin >= 0 else self._of(last)
        yield from (post for first, post in found if self._opens(first))

    def _closed(self, name_last: int) -> bool:
        """Whether an apposition can end with the name; "after a plea by the mayor, X said" has none."""
        if self.keys[name_last].endswith(("'s", "’s", "'", "’")):
            return False
        after = name_last + 1
        if self.keys[after : after + 1] and self.keys[after] in wordset("titles", "suffix"):
            after += 1
        behind = self.keys[after] if after < len(self.keys) else "."
        return (
            not behind[0].isalnum()
            or behind in (CLOSERS | BINDERS) - VERBS
            or "\n" in self.tokens.gap(name_last)
        )

    def _opens(self, first: int) -> bool:
        """Whether the phrase of a role from token `first` opens its sentence.

        As in "The mayor, X said", "As a nurse, X worked".
        """
        if first and self.keys[first - 1].endswith(("'s", "’s")):
            first = self._capitals_start(first - 1)
        while first and (self.keys[first - 1] in DETERMINERS or self.keys[first - 1] == "as"):
            first -= 1
        return first == 0 or self.keys[first - 1] in SENTENCE_ENDS or "\n" in self.tokens.gap(first - 1)

    def _before(self, begin: int, last: int, stop: int, *, comma: bool) -> Iterator[tuple[int, Post]]:
        outer = self.keys[max(0, begin - REACH) : begin]
        joint = next((k for k in range(begin - 1, max(0, begin - 3), -1) if self.keys[k] == "and"), 0)
        other = self.role_ending(joint - 1) if joint else -1
        if comma and not determined(outer if other < 0 else self.keys[max(0, other - REACH) : other]):
            return
        place = self.place(self.capitals_before(begin - 1)) if begin else ""
        start = self.phrase_start(begin)
        yield start, self.post(begin, last, stop, place, state_of(outer), self.worded(start, last))
        if other >= 0:
            shown = self.worded(self.phrase_start(other), joint - 1)
            state = state_of(self.keys[max(0, other - REACH) : other])
            yield self.phrase_start(other), self.post(other, joint - 1, joint - 1, place, state, shown)

    def _of(self, last: int) -> Iterator[tuple[int, Post]]:
        """The role with its object before a comma and a name: "the manager of the home side, X"."""
        floor = max(0, last - LONGEST_OBJECT)
        for of in range(last - 1, floor, -1):
            low = self.keys[of]
            if not low[0].isalnum() or "\n" in self.tokens.gap(of):
                return
            if low in ("of", "for"):
                begin = self.role_ending(of - 1)
                outer = self.keys[max(0, begin - REACH) : begin]
                if begin >= 0 and determined(outer):
                    place = " ".join(
                        bare(self.keys[k]) for k in range(of + 1, last + 1) if self.tokens.capital(k)
                    )
                    start = self.phrase_start(begin)
                    shown = self.worded(start, last)
                    yield start, self.post(begin, of - 1, of - 1, place, state_of(outer), shown)
                    return
