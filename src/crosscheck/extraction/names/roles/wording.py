"""The words of a role: where its phrase begins and ends, whose office it is, past or to come."""

from collections.abc import Sequence

from crosscheck.extraction.names.capitals import run_at
from crosscheck.extraction.tokens import Tokens, bare
from crosscheck.lexicon import wordset
from crosscheck.lexicon.offices import LONGEST, ending_at, marker, offices, states
from crosscheck.values import Post

REACH = 6  # tokens looked at on either side of a role
DETERMINERS = frozenset("the a an its his her their our my one another".split())
STOPPERS = frozenset(
    """
    who whom whose which that and or but in at with on by as was is were are has had said told says asked
    """.split()
)
VERBS = frozenset("was is were are has had said told says asked".split())  # among the stoppers
BINDERS = frozenset("of for at from with in to".split())
MODIFYING = frozenset("state national federal first second third general regional local interim".split())
CLOSERS = STOPPERS | frozenset(
    "until since after before when while during from near under over he she it they".split()
)
BEFORE_VERBS = frozenset("to he she it they we i you who".split())
SENT = frozenset("ambassador envoy adviser advisor aide assistant secretary heir counsel delegate".split())
PORTFOLIOS = frozenset("minister secretary member commissioner envoy representative".split())
BACK = frozenset("last ago since earlier previously".split())
LONGEST_OBJECT = 9  # tokens of what a role is of ("of the Missing in Action Department")


def state_of(before: Sequence[str], after: str = "") -> str | None:
    """The state that the words before a role give it: "past", "future", "lesser" or None.

    Who is new in an office is yet to take it, or takes it while others still tell of the last holder.

    >>> state_of(["the", "former", "mexican"]), state_of(["acting"]), state_of(["the"]), state_of(["new"])
    ('past', 'lesser', None, 'future')
    """
    near = [w.removesuffix("-") for w in before[-REACH:]]
    coming = near[-1:] in (["next"], ["new"]) or not marker("future").isdisjoint(near[-2:])
    if coming or after.startswith(("-elect", "elect", "-designate")):
        return "future"
    if not marker("past").isdisjoint(near):
        return "past"
    return "lesser" if not marker("lesser").isdisjoint(near[-2:]) else None


def determined(before: Sequence[str]) -> bool:
    """Whether "the", "its" or a possessive opens the last few words: "the new chairman, X"."""
    for i, word in enumerate(reversed(before[-5:])):
        if word == "and" and i:
            continue  # "her manager and best friend, X"
        if word in DETERMINERS or word.endswith(("'s", "’s")):
            return True
        if word in STOPPERS or word in BINDERS or not word[0].isalpha():
            return False
    return False


class Wording:
    """The tokens of one document, read for roles: `keys` are they in lower case."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.keys = tokens.lower

    def post(self, first: int, last: int, stop: int, place: str, state: str | None, shown: str) -> Post:
        """A role over tokens first..last; its span runs up to token `stop`."""
        tokens = self.tokens
        keys = [bare(k) for k in self.keys[first : last + 1]]
        words_ = " ".join(k for k in keys if k not in ".-").replace("- ", "-")
        found = offices().get(words_) or offices()[" ".join(keys)]
        start, end = tokens.starts[first], self.name_end(stop)
        shown = shown if found.shown else ""
        return Post(found.name, words_, start, end, tokens.text[start:end], place, state, shown)

    def name_end(self, last: int) -> int:
        """The offset at which token `last` ends, its possessive left out."""
        low = self.keys[last]
        return self.tokens.ends[last] - (len(low) - len(bare(low)))

    def worded(self, first: int, last: int) -> str:
        """The words of tokens first to last as written, white space evened out."""
        return " ".join(self.tokens.text[self.tokens.starts[first] : self.name_end(last)].split())

    def modified(self, first: int) -> int:
        """The first of the words right before token `first` that belong to the role ("former", "state")."""
        skip = states() | MODIFYING
        begin = first
        while begin and first - begin < 4 and self.keys[begin - 1] in skip | {"-"}:
            if self.keys[begin - 1] == "chief" or "\n" in self.tokens.gap(begin - 1):
                break
            begin -= 1
        return begin + (self.keys[begin] == "-")

    @staticmethod
    def place(before: Sequence[str]) -> str:
        """What the words before a role say it is the office of."""
        skip = states() | wordset("organisations", "opening")
        titles = wordset("titles", "rank") | wordset("titles", "courtesy")
        return " ".join(k for k in before if k not in skip and k not in titles and k not in offices())

    def capitals_before(self, last: int) -> list[str]:
        """The capitalised words that end at token `last`, at most four, lower case."""
        tokens, out = self.tokens, []
        for i in range(last, max(-1, last - 4), -1):
            if not tokens.capital(i) or (i < last and "\n" in tokens.gap(i)):
                break
            out.append(bare(tokens.lower[i]).replace(".", ""))
        skip = wordset("organisations", "opening")
        return [w for w in reversed(out) if w not in skip]

    def role_ending(self, last: int) -> int:
        """The token at which the longest role that ends with token `last` begins, or -1."""
        floor = max(0, last - LONGEST)
        window = [bare(k) for k in self.keys[floor : last + 1]]
        begin = ending_at(window, len(window) - 1)
        return begin + floor if begin >= 0 else -1

    def phrase_start(self, begin: int) -> int:
        """Where the words before a role begin that say which: "deputy managing director"."""
        tokens, start = self.tokens, begin
        while start and begin - start < 5:
            low = self.keys[start - 1]
            if not (low[0].isalpha() or low == "-") or "\n" in tokens.gap(start - 1):
                break
            if low.endswith(("'s", "’s")) and tokens.capital(start) and tokens.capital(start - 1):
                return self._capitals_start(start - 1)  # "Sheriff's Office spokesman"
            if low in DETERMINERS or low in STOPPERS or low in BINDERS or low.endswith(("'s", "’s", "ly")):
                break
            if low in wordset("organisations", "opening") and low not in marker("past"):
                break
            if low == "old" or (low.endswith(("ing", "ed")) and low not in states()):
                break
            start -= 1
        if start < begin and start and self.keys[start - 1] in BEFORE_VERBS:  # "plans to name adviser X"
            start += 1
        return start + (self.keys[start] == "-")

    def _capitals_start(self, first: int) -> int:
        """The first of the capitalised words that end with token `first`."""
        while first and self.tokens.capital(first - 1) and self.tokens.gap(first - 1) == " ":
            first -= 1
        return first + (self.keys[first] in DETERMINERS)

    def object_end(self, last: int) -> int:
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

    def held_since(self, last: int) -> bool:
        """Whether the words behind a role that ends at `last` date it back: "named chairman in 2009"."""
        for low in self.keys[last + 1 : last + 1 + 2 * REACH]:
            if low in BACK or (len(low) == 4 and low.isdigit()):
                return True
            if not low[0].isalnum():
                return False
        return False

    def bygone_behind(self, last: int) -> bool:
        """Whether the words behind a role that ends at `last` end it: "at the time", "from 2001 to"."""
        behind = self.keys[last + 1 : last + 4]
        year = len(behind) > 1 and len(behind[1]) == 4 and behind[1].isdigit()
        return behind == ["at", "the", "time"] or (year and behind[0] in ("from", "until", "between"))

    def _opens_object(self, last: int) -> bool:
        """Whether the word behind a role says what it is a role of: "keeper of", "member for"."""
        low = self.keys[last + 1]
        if low == "to":
            return self.keys[last] in SENT
        return low == "of" or (low == "for" and self.keys[last] in PORTFOLIOS)

    def _within(self, k: int) -> bool:
        """Whether a small word stands inside a body's name: "Missing in Action Department"."""
        tokens = self.tokens
        if self.keys[k] not in ("in", "and", "for") or not (tokens.capital(k - 1) and tokens.capital(k + 1)):
            return False
        return run_at(self.tokens, k + 1)[-1].key in wordset("organisations", "suffix")
