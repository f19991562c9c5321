"""How an amount is told: as a rate, as a change or a level, in whose words.

Closed word classes right before and behind the value decide (`lexicon/tellings.toml`); what they
leave open is None, and nothing is concluded from that.
"""

from functools import cache, lru_cache
from typing import Final

from crosscheck.extraction.frames import SentenceWords, words_of
from crosscheck.lexicon import table, wordset
from crosscheck.lexicon.words import STOP, canonical, rarity
from crosscheck.model import Mention, Source
from crosscheck.values import Quantity

NAME_BITS: Final = 9.5  # rarity from which the first word of a sentence is a name
BEHIND: Final = 6  # tokens behind an amount among which the unit of its rate begins
BEFORE: Final = 4  # tokens before an amount among which its preposition or verb stands
MOVED: Final = 6  # tokens before "by" or "to" among which the verb of the change stands
RUN: Final = 6  # tokens of the noun phrase of a source
REACH: Final = 25  # tokens between an amount and the verb by which somebody gives it

EVERY: Final = wordset("tellings", "rates", "every")
PERIODS: Final = wordset("tellings", "rates", "periods")
SHARES: Final = wordset("tellings", "rates", "shares")
NUMBERS: Final = wordset("tellings", "rates", "numbers")
LONE: Final = wordset("tellings", "rates", "lone")
APART: Final = wordset("tellings", "rates", "apart")
ADVERBS: Final[dict[str, str]] = table("tellings")["rates"]["adverbs"]
RATED: Final = EVERY | LONE | frozenset(ADVERBS)

VERBS: Final = wordset("tellings", "changes", "verbs")
CHANGED: Final = VERBS | wordset("tellings", "changes", "moved") | wordset("tellings", "changes", "nouns")
NOUNS: Final = wordset("tellings", "changes", "nouns")
LEVELS: Final = wordset("tellings", "changes", "levels")
EITHER: Final = wordset("tellings", "changes", "rates")
MORE: Final = wordset("tellings", "changes", "more")

GUESSING: Final = wordset("tellings", "sources", "guessing")
LINKING: Final = wordset("tellings", "sources", "linking")
MARKS: Final = frozenset('.,;:!?()"“”—–')
AUXILIARIES: Final = frozenset("has have had also later now".split())
PASSIVE: Final = frozenset("is are was were been be being".split())
EDGES: Final = frozenset("that which who when after before as if than since because".split())


@cache
def bodies() -> dict[str, str]:
    """Word -> the sort of body it stands for, among those that vouch for figures."""
    rows = table("tellings")["sources"]["bodies"]
    return {word: body for body, words in rows.items() for word in words.split()}


def rate(sentence: SentenceWords, mention: Mention, stop: int) -> str | None:
    """What an amount is a rate of: "day", "thousand", "each"; None where no word behind it makes it one.

    `stop` is the first token behind the amount.
    """
    value = mention.value
    if isinstance(value, Quantity) and value.dimension and "/" in value.dimension:
        return canonical(value.dimension.partition("/")[2])
    lower = sentence.document.tokens.lower
    last = min(stop + BEHIND, sentence.stop)
    for i in range(stop, last):
        low = lower[i]
        if low in MARKS or low.isdigit():
            return None
        if low in RATED:
            return _unit(lower, i, sentence.stop, i > sentence.first and lower[i - 1] in words_of("ties"))
    return None


def _unit(lower: list[str], i: int, stop: int, tied: bool) -> str | None:
    """The unit of the rate that token i opens; `tied` says that a preposition stands before it."""
    low, behind = lower[i], lower[i + 1] if i + 1 < stop else "."
    if low in ADVERBS:
        return canonical(ADVERBS[low])
    if low in LONE and (behind in MARKS or behind in words_of("ties") or behind in LINKING):
        return low
    if behind in NUMBERS and low in EVERY:
        return behind.replace(",", "")
    if low == "per":
        return canonical(behind) if behind.isalpha() else None
    if (low in ("a", "an") and tied) or low not in EVERY:
        return None
    further = lower[i + 2] if i + 2 < stop else "."
    return canonical(behind) if (behind in PERIODS or behind in SHARES) and further not in APART else None


def change(sentence: SentenceWords, mention: Mention, first: int, stop: int) -> str | None:
    """Whether an amount is that by which something changed ("by"), or from or to which ("from", "to").

    A level ("stood at 5 percent") is "to". None where the words beside it do not tell.
    """
    lower = sentence.document.tokens.lower
    value = mention.value
    behind = lower[stop : min(stop + 3, sentence.stop)]
    unit = isinstance(value, Quantity) and value.dimension is not None
    if unit and behind and (behind[0] in MORE or _of_change(behind)):
        return "by"
    for i in range(first - 1, max(sentence.first, first - BEFORE) - 1, -1):
        low = lower[i]
        if low in VERBS or (unit and low in ("up", "down")):
            return "by"
        if low in ("by", "to", "from", "of", "at") or low in LEVELS:
            return _tied(lower[max(sentence.first, i - MOVED) : i], low)
        if low not in words_of("loose") and not low.endswith("ly"):
            return None
    return None


def _of_change(behind: list[str]) -> bool:
    """Whether the words behind an amount make it a change: "5 percent [rise]", "5 percent [pay rise]"."""
    compound = behind[0].isalpha() and behind[0] not in STOP
    return behind[0] in NOUNS or (compound and len(behind) > 1 and behind[1] in NOUNS)


def _tied(before: list[str], tie: str) -> str | None:
    """What a preposition or verb makes of an amount, by the words before it."""
    cut = max((k + 1 for k, w in enumerate(before) if w in MARKS or w in words_of("clause")), default=0)
    before = before[cut:]
    if tie == "to" and before[-1:] == ["up"] and before[-2:-1] and before[-2] not in CHANGED:
        return None
    if not EITHER.isdisjoint(before):
        return None
    changed = not CHANGED.isdisjoint(before)
    if tie in ("by", "to", "from"):
        return tie if changed or (tie == "from" and before[-1:] in (["up"], ["down"])) else None
    if tie == "of":
        return "by" if before and before[-1] in NOUNS else None
    return "by" if changed else "to"


def source(sentence: SentenceWords, first: int, stop: int) -> Source | None:
    """Who vouches for the amount in tokens `first` to `stop`; None where its sentence names nobody.

    "organisers put the crowd at [50,000], police at [20,000]" gives each its own.
    """
    gapped = _gapped(sentence, first)
    if gapped is not None:
        return gapped
    told = [(i, who) for i, who in sayings(sentence) if first - REACH <= i < stop + REACH]
    before = [who for i, who in told if i < first]
    return before[-1] if before else next((who for i, who in told if i >= stop), None)


def _gapped(sentence: SentenceWords, first: int) -> Source | None:
    """The source of an amount whose verb is that of the amount before: ", police at [20,000]"."""
    lower = sentence.document.tokens.lower
    k = first - 1
    while k > sentence.first and first - k < BEFORE and lower[k] in words_of("loose"):
        k -= 1
    if k <= sentence.first or lower[k] != "at":
        return None
    verbs = [i for i, _ in sayings(sentence) if i < k]
    begin = next(
        (
            i
            for i in range(k - 1, max(sentence.first, k - RUN) - 1, -1)
            if lower[i] in MARKS or lower[i] in LINKING
        ),
        -1,
    )
    if begin < 0 or not verbs or not any(w[0].isdigit() for w in lower[verbs[-1] : max(begin, verbs[-1])]):
        return None
    return _named(sentence, begin + 1, k, guesses=any(lower[i] in GUESSING for i in verbs))


@lru_cache(maxsize=2)  # the amounts of a sentence ask one after another
def sayings(sentence: SentenceWords) -> list[tuple[int, Source]]:
    """The verbs of saying and estimating of a sentence outside quotation marks, each with its source."""
    tokens, zones = sentence.document.tokens, sentence.document.zones
    verbs = words_of("saying") | GUESSING
    out = []
    for i in range(sentence.first, min(sentence.stop, sentence.first + 120)):
        low = tokens.lower[i]
        if low == "according" or (low in verbs and not zones.quoted(i)):
            who = _behind(sentence, i + 2, False) if low == "according" else _teller(sentence, i)
            if who is not None:
                out.append((i, who))
    return out


def _teller(sentence: SentenceWords, verb: int) -> Source | None:
    """Whom a verb has as its subject: the noun phrase before it, else the one right behind it."""
    lower = sentence.document.tokens.lower
    guesses = lower[verb] in GUESSING
    if lower[verb - 1] in PASSIVE and verb > sentence.first:
        by = next((i for i in range(verb, min(verb + 2 * RUN, sentence.stop)) if lower[i] == "by"), None)
        return None if by is None else _behind(sentence, by + 1, guesses)
    end = verb
    while end > sentence.first and (lower[end - 1] in AUXILIARIES or lower[end - 1].endswith("ly")):
        end -= 1
    apposed = end > sentence.first and lower[end - 1] == ","
    end -= apposed
    begin = end
    while begin > sentence.first and end - begin < RUN and lower[begin - 1] not in MARKS | LINKING | EDGES:
        begin -= 1
    return _named(sentence, begin, end, guesses=guesses) or _behind(sentence, verb + 1, guesses)


def _behind(sentence: SentenceWords, begin: int, guesses: bool) -> Source | None:
    """The source in the noun phrase that begins at a token."""
    lower = sentence.document.tokens.lower
    end = begin
    while end < min(sentence.stop, begin + RUN) and lower[end] not in MARKS | LINKING | EDGES:
        end += 1
    return _named(sentence, begin, end, guesses=guesses)


def _named(sentence: SentenceWords, begin: int, end: int, *, guesses: bool) -> Source | None:
    """The bodies and names among the tokens of a noun phrase; None where there are none."""
    tokens, weekdays = sentence.document.tokens, words_of("weekdays")
    known, names = set(), set()
    for i in range(begin, end):
        low = tokens.lower[i]
        if low in bodies():
            known.add(bodies()[low])
        elif not tokens.words[i][0].isupper() or len(low) < 3 or low in STOP or low in weekdays:
            continue
        elif i > sentence.first or rarity(low) >= NAME_BITS:  # every sentence begins with a capital
            names.add(canonical(low))
    return Source(frozenset(known), frozenset(names), guesses) if known or names else None
