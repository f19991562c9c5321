"""Roles and offices beside a name: "Defense Minister X", "X, the Swiss envoy", "its chairman, X"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from crosscheck.extraction.names.capitals import Part, abbreviated, bare, run_at, words
from crosscheck.extraction.tokens import Tokens
from crosscheck.lexicon import table
from crosscheck.values import Post

LONGEST = 4  # words in the longest role
REACH = 6  # tokens looked at on either side of a role
APPOSITION = 14  # tokens looked at behind "X, "
DETERMINERS = frozenset("the a an its his her their our my one another".split())
STOPPERS = frozenset(
    """
    who whom whose which that and or but in at with on by as was is were are has had said told says asked
    """.split()
)
BINDERS = frozenset("of for at from with in to".split())
PRESENT = frozenset("who is has been serves as remains also now currently".split())
BYGONE = frozenset("was had served".split())
BECOMING = frozenset("became becomes named elected appointed chosen sworn".split())
LINKING = PRESENT | BYGONE | BECOMING | frozenset("as in".split())
MODIFYING = frozenset("state national federal first second third general regional local interim".split())
CLOSERS = STOPPERS | frozenset(
    "until since after before when while during from near under over he she it they".split()
)
GOING_ON = frozenset(
    "of for at in to until since from when after before and but or on with by while during under".split()
)
BEFORE_VERBS = frozenset("to he she it they we i you who".split())
SENT = frozenset("ambassador envoy adviser advisor aide assistant secretary heir counsel delegate".split())
PORTFOLIOS = frozenset("minister secretary member commissioner envoy representative".split())
LONGEST_OBJECT = 9  # tokens of what a role is of ("of the Missing in Action Department")


@frozen(slots=True)
class Office:
    """What the lexicon says of a role: its name, its line of office, its kind of seat."""

    name: str
    line: str | None
    seat: str | None
    weak: bool
    shown: bool = True


@cache
def offices() -> dict[str, Office]:
    """Every form of every role, lower case with single spaces, to its office."""
    out: dict[str, Office] = {}
    for name, row in table("roles").items():
        if "marker" not in row:
            office = _office(name, row)
            for form in row["forms"]:
                out.setdefault(form, office)
                if row.get("weak") and not form.endswith("s"):
                    out.setdefault(form + "s", office)
    return out


@cache
def office(name: str) -> Office | None:
    """The office of this canonical name."""
    row: dict[str, Any] | None = table("roles").get(name)
    return _office(name, row) if row else None


def _office(name: str, row: dict[str, Any]) -> Office:
    return Office(name, row.get("line"), row.get("seat"), row.get("weak", False), row.get("shown", True))


@cache
def marker(name: str) -> frozenset[str]:
    """The words of one marker row: "past", "future" or "lesser"."""
    return frozenset(table("roles")[name]["forms"])


@cache
def _states() -> frozenset[str]:
    return marker("past") | marker("lesser") | marker("future")


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
    for i, word in enumerate(reversed(before[-5:])):
        if word == "and" and i:
            continue  # "her manager and best friend, X"
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

    def posts(self, lead: Sequence[Part], ranks: int, first: int, last: int) -> list[Post]:
        """All roles of the name over tokens first to last, behind a lead of which `ranks` are mere titles."""
        found = [*self.in_lead(lead, last), *self.after(last)]
        if ranks == len(lead):
            found.extend(self.before(lead[0].first if lead else first, last))
        return found

    def _post(self, first: int, last: int, stop: int, place: str, state: str | None, shown: str) -> Post:
        """A role over tokens first..last; its span runs up to token `stop`."""
        tokens = self.tokens
        keys = [bare(k) for k in self.keys[first : last + 1]]
        words_ = " ".join(k for k in keys if k not in ".-").replace("- ", "-")
        found = offices().get(words_) or offices()[" ".join(keys)]
        start, end = tokens.starts[first], self._name_end(stop)
        shown = shown if found.shown else ""
        return Post(found.name, words_, start, end, tokens.text[start:end], place, state, shown)

    def _name_end(self, last: int) -> int:
        """The offset at which token `last` ends, its possessive left out."""
        low = self.keys[last]
        return self.tokens.ends[last] - (len(low) - len(bare(low)))

    def _worded(self, first: int, last: int) -> str:
        """The words of tokens first to last as written, white space evened out."""
        return " ".join(self.tokens.text[self.tokens.starts[first] : self._name_end(last)].split())

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
        stop = self._name_end(name_last)
        place = self._place(before) or self._place_before(lead[0].first)
        shown = self._worded(self._modified(lead[0].first), lead[end].last) if found.shown else ""
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
        place = self._place(self._capitals_before(first - 1)) if first else ""
        return self._post(
            first, last, name_last, place, state_of(outer), self._worded(self._modified(begin), last)
        )

    def _modified(self, first: int) -> int:
        """The first of the words right before token `first` that belong to the role ("former", "state")."""
        skip = marker("past") | marker("lesser") | marker("future") | MODIFYING
        begin = first
        while begin and first - begin < 4 and self.keys[begin - 1] in skip | {"-"}:
            if self.keys[begin - 1] == "chief" or "\n" in self.tokens.gap(begin - 1):
                break
            begin -= 1
        return begin + (self.keys[begin] == "-")

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
        """The lower-case role before token `first`: "union chief X", "its chairman, X", "head of Y, X"."""
        last = first - 1
        comma = last > 0 and self.keys[last] == ","
        if comma:
            last -= 1
        if last < 0 or "\n" in self.tokens.gap(last):
            return
        begin = self._role_ending(last)
        several = self.keys[last].endswith("s") and self.keys[last][:-1] in offices()
        if several and (comma or self.keys[name_last + 1 : name_last + 2] != ["and"]):
            return
        if begin >= 0:
            yield from self._before(begin, last, last if comma else name_last, comma=comma)
        elif comma:
            yield from self._of(last)

    def _role_ending(self, last: int) -> int:
        """The token at which the longest role that ends with token `last` begins, or -1."""
        floor = max(0, last - LONGEST)
        window = [bare(k) for k in self.keys[floor : last + 1]]
        begin = ending_at(window, len(window) - 1)
        return begin + floor if begin >= 0 else -1

    def _before(self, begin: int, last: int, stop: int, *, comma: bool) -> Iterator[Post]:
        outer = self.keys[max(0, begin - REACH) : begin]
        joint = next((k for k in range(begin - 1, max(0, begin - 3), -1) if self.keys[k] == "and"), 0)
        other = self._role_ending(joint - 1) if joint else -1
        if comma and not _determined(outer if other < 0 else self.keys[max(0, other - REACH) : other]):
            return
        place = self._place(self._capitals_before(begin - 1)) if begin else ""
        start = self._phrase_start(begin)
        yield self._post(begin, last, stop, place, state_of(outer), self._worded(start, last))
        if other >= 0:
            shown = self._worded(self._phrase_start(other), joint - 1)
            state = state_of(self.keys[max(0, other - REACH) : other])
            yield self._post(other, joint - 1, joint - 1, place, state, shown)

    def _phrase_start(self, begin: int) -> int:
        """Where the words before a role begin that say which: "deputy managing director"."""
        tokens, start = self.tokens, begin
        while start and begin - start < 5:
            low = self.keys[start - 1]
            if not (low[0].isalpha() or low == "-") or "\n" in tokens.gap(start - 1):
                break
            if low.endswith(("'s", "’s")) and self._capital(start) and self._capital(start - 1):
                return self._capitals_start(start - 1)  # "Sheriff's Office spokesman"
            if low in DETERMINERS or low in STOPPERS or low in BINDERS or low.endswith(("'s", "’s", "ly")):
                break
            if low in words("organisations", "opening") and low not in marker("past"):
                break
            if low == "old" or (low.endswith(("ing", "ed")) and low not in _states()):
                break
            start -= 1
        if start < begin and start and self.keys[start - 1] in BEFORE_VERBS:  # "plans to name adviser X"
            start += 1
        return start + (self.keys[start] == "-")

    def _capitals_start(self, first: int) -> int:
        """The first of the capitalised words that end with token `first`."""
        while first and self._capital(first - 1) and self.tokens.gap(first - 1) == " ":
            first -= 1
        return first + (self.keys[first] in DETERMINERS)

    def _of(self, last: int) -> Iterator[Post]:
        """The role with its object before a comma and a name: "the manager of the home side, X"."""
        floor = max(0, last - LONGEST_OBJECT)
        for of in range(last - 1, floor, -1):
            low = self.keys[of]
            if not low[0].isalnum() or "\n" in self.tokens.gap(of):
                return
            if low in ("of", "for"):
                begin = self._role_ending(of - 1)
                outer = self.keys[max(0, begin - REACH) : begin]
                if begin >= 0 and _determined(outer):
                    place = " ".join(bare(self.keys[k]) for k in range(of + 1, last + 1) if self._capital(k))
                    shown = self._worded(self._phrase_start(begin), last)
                    yield self._post(begin, of - 1, of - 1, place, state_of(outer), shown)
                    return

    def after(self, name_last: int) -> Iterator[Post]:
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
            yield from self._apposition(i, linked=linked)

    def _apposition(self, i: int, *, linked: bool) -> Iterator[Post]:
        tokens, keys = self.tokens, self.keys
        bygone = False
        if linked:
            begin = i
            while i + 1 < len(tokens) and keys[i] in LINKING and i - begin < 4:
                bygone = bygone or keys[i] in ("was", "had", "served")
                i += 1
            bygone = bygone and BECOMING.isdisjoint(keys[begin:i])
        elif i + 1 < len(tokens) and keys[i] in ("later", "now", "then", "formerly", "currently"):
            i += keys[i] != "formerly"
        stop = self._apposition_end(i)
        segment = [bare(k) for k in keys[i:stop]]
        for last in range(len(segment) - 1, -1, -1):
            begin = ending_at(segment, last)
            if begin >= 0:
                behind = keys[i + last + 1] if last < len(segment) - 1 else ""
                if behind[:1].isalpha() and behind not in CLOSERS:
                    return
                if not self._names_another(i + last) and keys[i + last] == segment[last]:
                    place = self._place_after(i + begin, i + last, i)
                    state = "past" if bygone else state_of(segment[:begin])
                    shown = self._worded(max(i, self._phrase_start(i + begin)), self._object_end(i + last))
                    yield self._post(i + begin, i + last, i + last, place, state, shown)
                    yield from self._second(i + last)
                return

    def behind(self, i: int) -> Post | None:
        """The role right behind token i ("as", "became"), where a clause can end or go on behind it."""
        tokens, keys = self.tokens, self.keys
        first = i + 1
        while first < len(tokens) and keys[first] in DETERMINERS | {"as"}:
            first += 1
        for end in range(min(first + LONGEST + 1, len(tokens)) - 1, first - 1, -1):
            begin = self._role_ending(end)
            if begin < first or keys[end] != bare(keys[end]) or self._names_another(end):
                continue
            plain = all(k[0].isalpha() and k not in STOPPERS | BINDERS for k in keys[first:begin])
            after = keys[end + 1] if end + 1 < len(tokens) else "."
            if not plain or (after[0].isalpha() and after not in GOING_ON) or "\n" in tokens.gap(i):
                return None
            shown = self._worded(max(first, self._phrase_start(begin)), self._object_end(end))
            return self._post(
                begin, end, end, self._place_after(begin, end, first), state_of(keys[first:begin]), shown
            )
        return None

    def _second(self, last: int) -> Iterator[Post]:
        """The second of two roles: "X, chairman and chief executive of Y"."""
        joint = self._object_end(last) + 1
        if self.keys[joint : joint + 1] == ["("]:
            joint = next(
                (k + 1 for k in range(joint, min(joint + 5, len(self.tokens))) if self.keys[k] == ")"), joint
            )
        if joint + 1 >= len(self.tokens) or self.keys[joint] != "and":
            return
        first = joint + 1 + (self.keys[joint + 1] in DETERMINERS)
        while first < len(self.tokens) and self.keys[first] in _states():
            first += 1
        for end in range(first, min(first + LONGEST, len(self.tokens))):
            if self._role_ending(end) == first and self.keys[end] == bare(self.keys[end]):
                state = state_of(self.keys[joint + 1 : first])
                shown = self._worded(self._modified(first), self._object_end(end))
                yield self._post(first, end, end, self._place_after(first, end, first), state, shown)
                return

    def _object_end(self, last: int) -> int:
        """The last token of what a role that ends at token `last` is of: "keeper of the herbarium"."""
        tokens, keys = self.tokens, self.keys
        if last + 2 >= len(tokens) or not self._opens_object(last):
            return last
        end = last
        for k in range(last + 2, min(last + 2 + LONGEST_OBJECT, len(tokens))):
            small = keys[k] in CLOSERS | BINDERS - {"of"} and not self._within(k)
            if small or (not keys[k][0].isalnum() and keys[k] not in ("-", "&")) or "\n" in tokens.gap(k - 1):
                break
            end = k
        while end > last and keys[end] in ("and", "in", "of", "the", "for"):
            end -= 1
        return last if end == last or (end == last + 2 and keys[end] in DETERMINERS) else end

    def _opens_object(self, last: int) -> bool:
        """Whether the word behind a role says what it is a role of: "keeper of", "member for"."""
        low = self.keys[last + 1]
        if low == "to":
            return self.keys[last] in SENT
        return low == "of" or (low == "for" and self.keys[last] in PORTFOLIOS)

    def _within(self, k: int) -> bool:
        """Whether a small word stands inside a body's name: "Missing in Action Department"."""
        if self.keys[k] not in ("in", "and", "for") or not (self._capital(k - 1) and self._capital(k + 1)):
            return False
        return run_at(self.tokens, k + 1)[-1].key in words("organisations", "suffix")

    def _capital(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens.words[i][0] != self.keys[i][0]

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
        return self._capital(behind)

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
