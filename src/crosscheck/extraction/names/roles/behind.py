"""Roles behind a name: "X, the Swiss envoy", "X, who was mayor", "X became chairman and president"."""

from collections.abc import Iterator, Sequence

from crosscheck.extraction.names.capitals import abbreviated
from crosscheck.extraction.names.roles.wording import (
    BINDERS,
    CLOSERS,
    DETERMINERS,
    STOPPERS,
    VERBS,
    Wording,
    state_of,
)
from crosscheck.extraction.tokens import bare
from crosscheck.lexicon.offices import LONGEST, ending_at, states
from crosscheck.values import Post

APPOSITION = 14  # tokens looked at behind "X, "
PRESENT = frozenset("who is has been serves as remains also now currently".split())
BYGONE = frozenset("was had served".split())
BECOMING = frozenset("became becomes named elected appointed chosen sworn".split())
GIVEN = BECOMING - {"became", "sworn"}  # an office that is only given now is held later
COMING = frozenset("will would could might may shall to later".split())
BESIDE = frozenset("like unlike alongside not despite including meanwhile against even only".split())
LINKING = PRESENT | BYGONE | BECOMING | frozenset("as in".split())
GOING_ON = frozenset(
    "of for at in to until since from when after before and but or on with by while during under".split()
)


class Behind(Wording):
    """Finds the roles behind a name."""

    def after(self, name_first: int, name_last: int) -> Iterator[Post]:
        """The role behind a name: "X, the Swiss envoy", "X, former head of Y", "X, who was mayor"."""
        tokens, keys = self.tokens, self.keys
        i = name_last + 1
        if i + 1 >= len(tokens) or "\n" in tokens.gap(name_last):
            return
        if tokens.words[i] in ",—–(":
            i += 1
            if keys[i].isdigit() and i + 2 < len(tokens) and tokens.words[i + 1] == ",":
                i += 2
            linked = keys[i] == "who"
            i += linked
            if i < len(tokens) and tokens.words[i] in "\"“”'’‘":
                return
        else:
            linked = keys[i] in BECOMING or keys[i] in ("is", "was")
        if i < len(tokens) and (linked or tokens.words[i - 1] in ",—–("):
            opens = name_first == 0 or not self.keys[name_first - 1][0].isalnum()
            yield from self._apposition(i, linked=linked, opens=opens)

    def _apposition(self, i: int, *, linked: bool, opens: bool) -> Iterator[Post]:
        tokens, keys = self.tokens, self.keys
        bygone, opening = False, i
        if linked:
            begin = i
            while i + 1 < len(tokens) and keys[i] in LINKING and i - begin < 4:
                bygone = bygone or keys[i] in ("was", "had", "served")
                i += 1
            bygone = bygone and BECOMING.isdisjoint(keys[begin:i])
        elif i + 1 < len(tokens) and keys[i] in ("later", "now", "then", "formerly", "currently"):
            bygone = keys[i] == "then"
            i += keys[i] != "formerly"
        stop = self._apposition_end(i)
        segment = [bare(k) for k in keys[i:stop]]
        for last in range(len(segment) - 1, -1, -1):
            begin = ending_at(segment, last)
            if begin >= 0:
                behind = keys[i + last + 1] if last < len(segment) - 1 else ""
                if behind[:1].isalpha() and behind not in CLOSERS:
                    return
                if not linked and (segment[0] in BESIDE or self._lists(i + last)):
                    return
                if not linked and self._acts(i + last, opens=opens):
                    return
                if not self._names_another(i + last) and keys[i + last] == segment[last]:
                    place = self._place_after(i + begin, i + last, i)
                    end = self.object_end(i + last)
                    coming = self._coming(keys[opening : i + begin], end)
                    bygone = bygone or self.bygone_behind(end)
                    state = "past" if bygone else "future" if coming else state_of(segment[:begin])
                    shown = self.worded(max(i, self.phrase_start(i + begin)), end)
                    yield self.post(i + begin, i + last, i + last, place, state, shown)
                    yield from self._second(i + last)
                return

    def _coming(self, before: Sequence[str], last: int) -> bool:
        """Whether the words before a role ending at `last` give it now or later: "who will be mayor"."""
        given = not GIVEN.isdisjoint(before) and not self.held_since(last)
        waiting = [k for k in self.keys[last + 1 : last + 5] if k != "-"][:2] == ["in", "waiting"]
        return given or waiting or not COMING.isdisjoint(before)

    def _lists(self, last: int) -> bool:
        """Whether "the" role that ends at `last` is the next of a list: "X, the mayor and others"."""
        end, begin = last + 1, self.role_ending(last)
        if self.keys[end : end + 1] != ["and"] or self.keys[begin - 1] != "the":
            return False
        near = range(end + 1, min(end + 1 + LONGEST + 1, len(self.tokens)))
        return all(self.role_ending(k) < 0 for k in near)

    def _acts(self, last: int, *, opens: bool) -> bool:
        """Whether the role is the subject of a clause of its own: "like X, the mayor of Norwick said".

        A name that opens its sentence is the subject itself, its second comma left out, unless
        the clause is set off: "X, the mayor said, ...".
        """
        end = self.object_end(last) + 1
        if end >= len(self.keys) or self.keys[end] not in VERBS:
            return False
        return not opens or self.keys[end + 1 : end + 2] == [","]

    def behind(self, i: int) -> Post | None:
        """The role right behind token i ("as", "became"), where a clause can end or go on behind it."""
        tokens, keys = self.tokens, self.keys
        first = i + 1
        while first < len(tokens) and keys[first] in DETERMINERS | {"as"}:
            first += 1
        for end in range(min(first + LONGEST + 1, len(tokens)) - 1, first - 1, -1):
            begin = self.role_ending(end)
            if begin < first or keys[end] != bare(keys[end]) or self._names_another(end):
                continue
            plain = all(k[0].isalpha() and k not in STOPPERS | BINDERS for k in keys[first:begin])
            after = keys[end + 1] if end + 1 < len(tokens) else "."
            if not plain or (after[0].isalpha() and after not in GOING_ON) or "\n" in tokens.gap(i):
                return None
            shown = self.worded(max(first, self.phrase_start(begin)), self.object_end(end))
            return self.post(
                begin, end, end, self._place_after(begin, end, first), state_of(keys[first:begin]), shown
            )
        return None

    def _second(self, last: int) -> Iterator[Post]:
        """The second of two roles: "X, chairman and chief executive of Y"."""
        joint = self.object_end(last) + 1
        if self.keys[joint : joint + 1] == ["("]:
            joint = next(
                (k + 1 for k in range(joint, min(joint + 5, len(self.tokens))) if self.keys[k] == ")"), joint
            )
        if joint + 1 >= len(self.tokens) or self.keys[joint] != "and":
            return
        first = joint + 1 + (self.keys[joint + 1] in DETERMINERS)
        while first < len(self.tokens) and self.keys[first] in states():
            first += 1
        for end in range(first, min(first + LONGEST, len(self.tokens))):
            if self.role_ending(end) == first and self.keys[end] == bare(self.keys[end]):
                state = state_of(self.keys[joint + 1 : first])
                shown = self.worded(self.modified(first), self.object_end(end))
                yield self.post(first, end, end, self._place_after(first, end, first), state, shown)
                return

    def _apposition_end(self, first: int) -> int:
        """The token before which the apposition that begins at `first` ends."""
        for k in range(first, min(first + APPOSITION, len(self.tokens))):
            low = self.keys[k]
            if (
                low in STOPPERS
                or low in BINDERS
                or low in ",.;:)("
                or (k > first and "\n" in self.tokens.gap(k - 1))
            ):
                return k
        return min(first + APPOSITION, len(self.tokens))

    def _names_another(self, last: int) -> bool:
        """Whether a name follows the role at once: "X, former CIA Director Y" is a list."""
        stop = self.keys[last + 1 : last + 2] == ["."] and abbreviated(self.keys[last])
        behind = last + 1 + stop
        return self.tokens.capital(behind)

    def _place_after(self, begin: int, last: int, floor: int) -> str:
        """What an apposition's role is the office of: words before it, else behind "of", "for", "at"."""
        tokens = self.tokens
        ahead = [
            bare(tokens.lower[k]) for k in range(floor, begin) if tokens.capital(k)
        ]  # fmt: skip
        if ahead:
            return self.place(ahead)
        if last + 1 < len(tokens) and self.keys[last + 1] in BINDERS:
            k = last + 2
            if k < len(tokens) and self.keys[k] == "the":
                k += 1
            out: list[str] = []
            while len(out) < 4 and tokens.capital(k):
                out.append(bare(tokens.lower[k]).replace(".", ""))
                k += 1 + (k + 1 < len(tokens) and tokens.words[k + 1] == "." and len(tokens.words[k]) < 4)
            return " ".join(out)
        return ""
