"""From mentions to claims: what each value is about, in whose words, as of when.

A claim keeps the content words around its value (`left`, `right`: nearest first, in
canonical form) and those of its sentence (`context`), from which alignment judges
whether two claims are about one fact.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from attrs import evolve

from crosscheck.extraction.document import Document
from crosscheck.extraction.time.elapsed import Elapsed, elapsed
from crosscheck.lexicon import table
from crosscheck.lexicon.senses import verbal
from crosscheck.lexicon.words import STOP, canonical, rarity
from crosscheck.model import Claim, Mention, Wording
from crosscheck.values import Moment

REACH = 8  # content words kept on either side of a value
TIE = 4  # tokens before a value among which its preposition is looked for
FAR = 14  # tokens behind a value among which its verb is looked for
RUN = 6  # tokens kept on either side as they stand
NEWS_DAYS = 7  # how far from the as-of day "on Friday" can lie
TELLING_BITS = 9.5  # rarity of the names by which a story is known again
OPENING = 4  # sentences, the headline's included, that tell what has just happened
CAPTION_DAYS = 3  # how far an as-of day that captions show may be off
OPENING_DAYS = 3  # how long before the as-of day that can have been


class SentenceWords:
    """The content words of one sentence with their token indexes, computed once for its claims."""

    def __init__(self, document: Document, number: int) -> None:
        self.document = document
        self.number = number
        self.first, self.stop = document.sentences[number]

    @cached_property
    def words(self) -> list[tuple[int, str, str, bool]]:
        """(token index, canonical form, lower-case form, whether it is capitalised within the sentence)."""
        tokens = self.document.tokens
        out = []
        for i in range(self.first, min(self.stop, self.first + 120)):
            low = tokens.lower[i]
            if low in STOP or not (low[0].isalpha() and len(low) > 1):
                continue
            capital = tokens.words[i][0].isupper()
            out.append((i, canonical(low), low, capital))
        return out

    @cached_property
    def span(self) -> tuple[int, int]:
        tokens = self.document.tokens
        return tokens.starts[self.first], tokens.ends[self.stop - 1]

    @cached_property
    def wording(self) -> Wording:
        tokens = self.document.tokens
        start, end = self.span
        within = slice(self.first, self.stop)
        return Wording(
            start, tokens.text[start:end], tuple(tokens.lower[within]), tuple(tokens.starts[within])
        )

    @cached_property
    def lowers(self) -> frozenset[str]:
        return frozenset(self.document.tokens.lower[self.first : self.stop])

    @cached_property
    def speaker(self) -> str | None:
        """The last capitalised word beside a verb of saying, or after 'according to'."""
        tokens = self.document.tokens
        verbs = _verbs_of_saying()
        for i in range(self.first, self.stop):
            low = tokens.lower[i]
            if low == "according" and i + 1 < self.stop and tokens.lower[i + 1] == "to":
                name = _capital(tokens.words[i + 2 : min(i + 10, self.stop)])
                if name:
                    return name
            if low in verbs:
                after = _capital(tokens.words[i + 1 : min(i + 4, self.stop)])
                before = _capital(tokens.words[max(self.first, i - 3) : i][::-1])
                if before or after:
                    return before or after
        return None


def _capital(words: list[str]) -> str | None:
    weekdays = _modal_words("weekdays")
    for word in words:
        if word[0].isupper() and len(word) > 2 and word.lower() not in STOP and word.lower() not in weekdays:
            return canonical(word.lower())
    return None


def _modal_words(row: str) -> frozenset[str]:
    return frozenset(table("modality")[row]["words"])


def _verbs_of_saying() -> frozenset[str]:
    return _modal_words("saying")


def modality(sentence: SentenceWords, i: int) -> str:
    """Whether the statement around token i is asserted, planned, hypothetical or negated.

    The cue must stand within the ten tokens before the value or the four after it, in one clause.
    """
    tokens = sentence.document.tokens
    first = max(sentence.first, i - 10)
    window = tokens.lower[first : min(sentence.stop, i + 5)]
    at = i - first
    cut = max((k for k, w in enumerate(window[:at]) if w in _modal_words("clause")), default=-1)
    clause = window[cut + 1 :]
    for name in ("negated", "hypothetical", "planned"):
        if not _modal_words(name).isdisjoint(clause):
            return name
    return "asserted"


def scope(sentence: SentenceWords, i: int) -> str | None:
    """Whether the value is said to be a total, a part ('including 105') or a further one."""
    window = sentence.document.tokens.lower[max(sentence.first, i - 4) : min(sentence.stop, i + 4)]
    for name in ("further", "part", "total"):
        if not _modal_words(name).isdisjoint(window):
            return name
    return None


def claims(document: Document, mentions: Iterable[Mention], article: int) -> list[Claim]:
    """Bind each mention outside silent zones to its role; `article` is its index in the corpus."""
    out: list[Claim] = []
    tokens = document.tokens
    by_start = {start: i for i, start in enumerate(tokens.starts)}
    number, current = 0, None
    for mention in mentions:
        first = by_start.get(mention.start)
        if first is None:
            continue
        while number + 1 < len(document.sentences) and document.sentences[number][1] <= first:
            number += 1
        if not document.zones.states(first):
            continue
        if current is None or current.number != number:
            current = SentenceWords(document, number)
        out.append(_claim(document, mention, first, current, article))
    return out


def telling_names(document: Document) -> frozenset[str]:
    """The rare names of an article, in canonical form, by which its story is known again.

    A word is a name where it is capitalised within a sentence, and rare where it is not
    among the commonest words of English ("President", "March").
    """
    tokens = document.tokens
    words, lower = tokens.words, tokens.lower
    found = {
        lower[i]
        for i in range(1, len(words))
        if words[i][0].isupper()
        and len(lower[i]) > 2
        and (lower[i - 1][0].isalnum() or words[i - 1] in ",'’")
    }
    return frozenset(canonical(word) for word in found if rarity(word) >= TELLING_BITS)


def elapsed_claims(document: Document, mentions: Iterable[Mention], article: int) -> list[Claim]:
    """Claims of elapsed time that count to a known day ("nearly six months into the war").

    Their `subject` is the event that they count from, `counted_to` the day they count to:
    the article's as-of day, or a full date of the same sentence.
    """
    days = {m.start: m.value for m in mentions if isinstance(m.value, Moment)}
    meaning = {}
    spans: list[Mention] = []
    for found in elapsed(document):
        counted = _counted_to(document, found, days)
        if counted is None or found.direction != "after":
            continue
        day, slack = counted
        value = evolve(found.value, slack_days=found.value.slack_days + slack)
        start = _with_hedge(document.text, found.start, value.hedge)
        mention = Mention(start, found.end, document.text[start : found.end], "duration", value)
        spans.append(mention)
        meaning[id(mention)] = (day, found)
    out = []
    for claim in claims(document, spans, article):
        day, found = meaning[id(claim.mention)]
        names = frozenset(canonical(word.lower()) for word in found.names)
        event = canonical(found.event) if found.event else ""
        out.append(evolve(claim, subject=event, names=claim.names | names, counted_to=day))
    return out


def _counted_to(document: Document, found: Elapsed, days: dict[int, Moment]) -> tuple[date, int] | None:
    """The day that an elapsed time counts to, and by how many days it may be off; None where unknown.

    It is the article's as-of day, a full date of the sentence, or a day of the sentence that
    is told from the as-of day ("on Friday"). Past events in an article's opening sentences
    happened within a few days of it.
    """
    as_of = document.as_of.day
    if found.to == "as_of":
        return None if as_of is None else (as_of, CAPTION_DAYS if document.as_of.source == "text" else 0)
    tokens = document.tokens
    first = bisect_left(tokens.starts, found.start)
    number = bisect_right(document.sentences, (first, len(tokens))) - 1
    begin, stop = document.sentences[number]
    floor, ceiling = tokens.starts[begin], tokens.ends[stop - 1]
    near = [days[start] for start in sorted(days) if floor <= start < ceiling]
    full = [value.single for value in near if value.single is not None and not value.inferred]
    if full:
        return (full[0], 0) if found.to == "date" and len(full) == 1 else None
    if as_of is None or any(value.month is not None or value.stated[:4].isdigit() for value in near):
        return None
    told = [v.earliest for v in near if v.earliest is not None and v.earliest == v.latest]
    if told:
        return (told[0], 1) if abs((told[0] - as_of).days) <= NEWS_DAYS else None
    long = (found.value.low_days or 0) > 2 * OPENING_DAYS
    return (as_of, OPENING_DAYS) if number < OPENING and long and not near else None


def _with_hedge(text: str, start: int, hedge: str | None) -> int:
    """Where a value begins with the hedge before it ("nearly six months")."""
    if not hedge:
        return start
    head = text[max(0, start - len(hedge) - 2) : start].rstrip()
    return (
        start - len(text[max(0, start - len(hedge) - 2) : start]) + len(head) - len(hedge)
        if head.lower().endswith(hedge)
        else start
    )


def _claim(document: Document, mention: Mention, first: int, sentence: SentenceWords, article: int) -> Claim:
    words = sentence.words
    left = tuple(c for i, c, _, _ in reversed(words) if i < first)[:REACH]
    right = tuple(c for i, c, _, _ in words if document.tokens.starts[i] >= mention.end)[:REACH]
    counted = mention.counted
    stop = bisect_left(document.tokens.starts, mention.end, first, sentence.stop)
    verb, noun = said_of(sentence, first, mention.end)
    return Claim(
        article=article,
        mention=mention,
        sentence=sentence.number,
        sentence_span=sentence.span,
        zone=document.zones.at(first),
        as_of=document.as_of,
        subject=canonical(counted.head) if counted else "",
        predicate=canonical(counted.verb) if counted and counted.verb else verb,
        actor=noun,
        tie=relation_word(sentence, first),
        left=left,
        right=right,
        context=frozenset(c for _, c, _, _ in words),
        names=frozenset(c for i, c, _, capital in words if capital and i != sentence.first),
        speaker=sentence.speaker,
        modality=modality(sentence, first),
        scope=scope(sentence, first),
        before=tokens_before(document, first, sentence.first),
        after=tuple(document.tokens.lower[stop : min(stop + RUN, sentence.stop)]),
        wording=sentence.wording,
        at=(first - sentence.first, stop - sentence.first),
    )


def said_of(sentence: SentenceWords, first: int, end: int) -> tuple[str | None, str | None]:
    """The verb nearest to a value within its clause and the noun before that verb, None where there is none.

    A verb before the value is preferred to one behind it: "inflation slowed to 4.3 percent" gives
    ("slow", "inflation").
    """
    tokens, words = sentence.document.tokens, sentence.words
    lower, clause = tokens.lower, _modal_words("clause")
    floor = max((i + 1 for i in range(sentence.first, first) if lower[i] in clause), default=sentence.first)
    left = [row for row in words if floor <= row[0] < first]
    for at in range(len(left) - 1, -1, -1):
        _, word, _, capital = left[at]
        if not capital and verbal(word):
            noun = next((w for _, w, _, _ in reversed(left[:at]) if not verbal(w)), None)
            return word, noun
    before = left[-1][1] if left else None
    for i, word, _, capital in words:
        if tokens.starts[i] >= end:
            if i - first > FAR or lower[i] in clause:
                break
            if not capital and verbal(word):
                return word, before
    return None, before


def relation_word(sentence: SentenceWords, first: int) -> str | None:
    """The preposition by which a value is tied to its clause: "rose [to] 12", "[since] May"; None for none.

    Hedges, articles and adjectives between the two are passed over.
    """
    lower = sentence.document.tokens.lower
    ties = _modal_words("ties")
    for i in range(first - 1, max(sentence.first, first - TIE) - 1, -1):
        if lower[i] in ties:
            than = lower[i] == "than" or (lower[i] in ("at", "as") and lower[i + 1] in ("least", "most", "many"))
            if not than:
                return lower[i]
        elif lower[i] not in _modal_words("loose"):
            return None
    return None


def tokens_before(document: Document, first: int, floor: int) -> tuple[str, ...]:
    """The lower-case tokens before a value, nearest first, within its sentence."""
    return tuple(document.tokens.lower[max(floor, first - RUN) : first][::-1])
