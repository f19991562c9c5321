"""Roles and offices beside a name: "Defense Minister X", "X, the Swiss envoy", "its chairman, X"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from crosscheck.extraction.names.capitals import Part, bare, words
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table
from crosscheck.values import Post

LONGEST = 4  # words in the longest role
REACH = 6  # tokens looked at on either side of a role
APPOSITION = 14  # tokens looked at behind "X, "
DETERMINERS = frozenset("the a an its his her their our my one another".split())
STOPPERS = frozenset(
    "who whom whose which that and or but in at with on by as was is were are has had said".split()
)
BINDERS = frozenset("of for at from with in to".split())
PRESENT = frozenset("who is has been serves as remains also now currently".split())
BYGONE = frozenset("was had served".split())


@frozen(slots=True)
class Office:
    """What the lexicon says of a role: its name, its line of office, its kind of seat."""

    name: str
    line: str | None
    seat: str | None
    weak: bool


@cache
def offices() -> dict[str, Office]:
    """Every form of every role, lower case with single spaces, to its office."""
    out: dict[str, Office] = {}
    for name, row in table("roles").items():
        if "marker" not in row:
            office = Office(name, row.get("line"), row.get("seat"), row.get("weak", False))
            for form in row["forms"]:
                out.setdefault(form, office)
                if row.get("weak") and not form.endswith("s"):
                    out.setdefault(form + "s", office)
    return out


@cache
def office(name: str) -> Office | None:
    """The office of this canonical name."""
    row: dict[str, Any] | None = table("roles").get(name)
    return Office(name, row.get("line"), row.get("seat"), row.get("weak", False)) if row else None


@cache
def marker(name: str) -> frozenset[str]:
    """The words of one marker row: "past", "future" or "lesser"."""
    return frozenset(table("roles")[name]["forms"])


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.rsplit(" ", 1)[-1] for form in offices())


def ending_at(keys: Sequence[str], last: int, floor: int = 0) -> int:
    """Where the longest role that ends at `last` begins, or -1."""
    if keys[last] not in _last_words():
        return -1
    for size in range(min(LONGEST, last - floor + 1), 0, -1):
        if " ".join(keys[last - size + 1 : last + 1]) in offices():
            return last - size + 1
    return -1


def state_of(before: Sequence[str], after: str = "") -> str | None:
    """The state that the words before a role give it: "past", "future", "lesser" or None.

    >>> state_of(["the", "former", "mexican"]), state_of(["acting"]), state_of(["the"])
    ('past', 'lesser', None)
    """
    near = [w.removesuffix("-") for w in before[-REACH:]]
    if after.startswith(("-elect", "elect", "-designate")) or not marker("future").isdisjoint(near[-2:]):
        return "future"
    if not marker("past").isdisjoint(near):
        return "past"
    return "lesser" if not marker("lesser").isdisjoint(near[-2:]) else None


def _determined(before: Sequence[str]) -> bool:
    """Whether "the", "its" or a possessive opens the last few words: "the new chairman, X"."""
    for word in reversed(before[-4:]):
        if word in DETERMINERS or word.endswith(("'s", "’s")):
            return True
        if word in STOPPERS or word in BINDERS or not word[0].isalpha():
            return False
    return False


class Reader:
    """Finds the roles around names in one document."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.keys = tokens.lower

    def _post(self, first: int, last: int, stop: int, place: str, state: str | None) -> Post:
        """A role over tokens first..last; its span runs up to token `stop`."""
        tokens = self.tokens
        keys = [bare(k) for k in self.keys[first : last + 1]]
        words_ = " ".join(k for k in keys if k not in ".-").replace("- ", "-")
        found = offices().get(words_) or offices()[" ".join(keys)]
        start, end = tokens.starts[first], self._name_end(stop)
        return Post(found.name, words_, start, end, tokens.text[start:end], place, state)

    def _name_end(self, last: int) -> int:
        """The offset at which token `last` ends, its possessive left out."""
        low = self.keys[last]
        return self.tokens.ends[last] - (len(low) - len(bare(low)))

    def in_lead(self, lead: Sequence[Part], name_last: int) -> Iterator[Post]:
        """The roles among the capitalised words before a name: "Louisville Mayor", "Foreign Minister"."""
        keys = [p.key.removesuffix("-elect").removesuffix("-to-be") for p in lead]
        end = len(lead) - 1
        while end >= 0:
            begin = ending_at(keys, end)
            if begin < 0 or self.keys[lead[end].last].endswith(("'s", "’s")):
                end -= 1
                continue
            before = [p.key for p in lead[:begin]]
            outer = self.keys[max(0, lead[0].first - 3) : lead[0].first]
            supposed = not before and outer[-1:] in (["a"], ["an"])
            state = (
                "future"
                if supposed
                else state_of(
                    [*outer, *before], "-elect" if lead[end].key.endswith(("-elect", "-to-be")) else ""
                )
            )
            found = offices()[" ".join(keys[begin : end + 1])]
            start = self.tokens.starts[lead[begin].first]
            stop = self._name_end(name_last)
            place = self._place(before) or self._place_before(lead[0].first)
            yield Post(
                found.name,
                " ".join(keys[begin : end + 1]),
                start,
                stop,
                self.tokens.text[start:stop],
                place,
                state,
            )
            end = begin - 1

    @staticmethod
    def _place(before: Sequence[str]) -> str:
        """What the words before a role say it is the office of."""
        skip = marker("past") | marker("lesser") | marker("future") | words("organisations", "opening")
        titles = words("titles", "rank") | words("titles", "courtesy")
        return " ".join(k for k in before if k not in skip and k not in titles and k not in offices())

    def _place_before(self, first: int) -> str:
        """A possessive right before a role: "Norway's prime minister", "the bank's CEO"."""
        tokens = self.tokens
        if (
            first > 0
            and tokens.lower[first - 1].endswith(("'s", "’s"))
            and tokens.words[first - 1][0].isupper()
        ):
            return " ".join(self._capitals_before(first - 1)) or bare(tokens.lower[first - 1])
        return ""

    def _capitals_before(self, last: int) -> list[str]:
        """The capitalised words that end at token `last`, at most four, lower case."""
        tokens, out = self.tokens, []
        for i in range(last, max(-1, last - 4), -1):
            if tokens.words[i][0] == tokens.lower[i][0] or (i < last and "\n" in tokens.gap(i)):
                break
            out.append(bare(tokens.lower[i]).replace(".", ""))
        skip = words("organisations", "opening")
        return [w for w in reversed(out) if w not in skip]

    def before(self, first: int, name_last: int) -> Iterator[Post]:
        """The lower-case role right before token `first`: "union chief X", "its chairman, X"."""
        last = first - 1
        comma = last > 0 and self.keys[last] == ","
        if comma:
            last -= 1
        if last < 0 or "\n" in self.tokens.gap(last):
            return
        floor = max(0, last - LONGEST)
        window = [bare(k) for k in self.keys[floor : last + 1]]
        begin = ending_at(window, len(window) - 1)
        if begin < 0 or (comma and self.keys[last].endswith("s")):
            return
        begin += floor
        outer = self.keys[max(0, begin - REACH) : begin]
        if comma and not _determined(outer):
            return
        place = self._place(self._capitals_before(begin - 1)) if begin else ""
        yield self._post(begin, last, last if comma else name_last, place, state_of(outer))

    def after(self, name_last: int) -> Iterator[Post]:
        """The role in apposition behind a name: "X, the Swiss envoy", "X, former head of Y"."""
        tokens, keys = self.tokens, self.keys
        i = name_last + 1
        if i + 1 >= len(tokens) or tokens.words[i] != ",":
            return
        i += 1
        if keys[i].isdigit() and i + 2 < len(tokens) and tokens.words[i + 1] == ",":
            i += 2
        bygone = False
        if keys[i] == "who":
            while i + 1 < len(tokens) and keys[i] in PRESENT | BYGONE:
                bygone = bygone or keys[i] in BYGONE
                i += 1
        stop = self._apposition_end(i)
        segment = [bare(k) for k in keys[i:stop]]
        for last in range(len(segment) - 1, -1, -1):
            begin = ending_at(segment, last)
            if begin >= 0:
                if not self._names_another(i + last) and keys[i + last] == segment[last]:
                    place = self._place_after(i + begin, i + last, i)
                    state = "past" if bygone else state_of(segment[:begin])
                    yield self._post(i + begin, i + last, i + last, place, state)
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
        tokens = self.tokens
        return last + 1 < len(tokens) and tokens.words[last + 1][0] != tokens.lower[last + 1][0]

    def _place_after(self, begin: int, last: int, floor: int) -> str:
        """What an apposition's role is the office of: words before it, else behind "of", "for", "at"."""
        tokens = self.tokens
        ahead = [
            bare(tokens.lower[k]) for k in range(floor, begin) if tokens.words[k][0] != tokens.lower[k][0]
        ]  # fmt: skip
        if ahead:
            return self._place(ahead)
        if last + 1 < len(tokens) and self.keys[last + 1] in BINDERS:
            k = last + 2
            if k < len(tokens) and self.keys[k] == "the":
                k += 1
            out: list[str] = []
            while k < len(tokens) and len(out) < 4 and tokens.words[k][0] != tokens.lower[k][0]:
                out.append(bare(tokens.lower[k]).replace(".", ""))
                k += 1 + (k + 1 < len(tokens) and tokens.words[k + 1] == "." and len(tokens.words[k]) < 4)
            return " ".join(out)
        return ""
