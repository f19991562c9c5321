"""From mentions to claims: what each value is about, in whose words, as of when.

A claim keeps the content words around its value (`left`, `right`: nearest first, in
canonical form) and those of its sentence (`context`), from which alignment judges
whether two claims are about one fact.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from sys import intern

from attrs import evolve

from crosscheck.extraction.attributes import attribute
from crosscheck.extraction.document import Document
from crosscheck.extraction.frames import SentenceWords, about, relation_word, said_of, words_of
from crosscheck.extraction.predicates import predicate_classes
from crosscheck.extraction.tellings import change, rate, source
from crosscheck.extraction.time.elapsed import Elapsed, elapsed
from crosscheck.lexicon.words import canonical, rarity
from crosscheck.model import Claim, Mention
from crosscheck.values import Moment, Quantity

REACH = 8  # content words kept on either side of a value
AMOUNTS = frozenset(("quantity", "duration"))  # kinds of values that can be rates and changes
CUES = 14  # tokens before a value among which the words stand that tell how it is meant
CUES_BEHIND = 5  # the same behind it, its own tokens included
RUN = 6  # tokens kept on either side as they stand
NEWS_DAYS = 7  # how far from the as-of day "on Friday" can lie
TELLING_BITS = 9.5  # rarity of the names by which a story is known again
OPENING = 4  # sentences, the headline's included, that tell what has just happened
CAPTION_DAYS = 3  # how far an as-of day that captions show may be off
MOST_DATES = 12  # dates of a sentence beyond which it is a list of them
OPENING_DAYS = 3  # how long before the as-of day that can have been


def modality(sentence: SentenceWords, i: int) -> str:
    """Whether the statement around token i is asserted, planned, hypothetical or negated.

    The cue must stand within the `CUES` tokens before the value or just behind it, in one clause:
    of "a dyke that guards 40 farms and could cost millions" the number is no guess.
    """
    tokens = sentence.document.tokens
    first = max(sentence.first, i - CUES)
    stop = min(sentence.stop, i + CUES_BEHIND)
    window = [
        "" if word == "may" and tokens.words[first + k] == "May" else word  # the month
        for k, word in enumerate(tokens.lower[first:stop])
    ]
    at = i - first
    cut = max((k for k, w in enumerate(window[:at]) if w in words_of("clause")), default=-1)
    end = next((k for k, w in enumerate(window[at:], at) if w in words_of("behind")), len(window))
    clause = window[cut + 1 : end]
    for name in ("negated", "hypothetical", "planned"):
        if not words_of(name).isdisjoint(clause):
            return name
    return "asserted"


def scope(sentence: SentenceWords, i: int) -> str | None:
    """Whether the value is said to be a total, a part ('including 105') or a further one."""
    window = sentence.document.tokens.lower[max(sentence.first, i - 4) : min(sentence.stop, i + 4)]
    for name in ("further", "part", "total"):
        if not words_of(name).isdisjoint(window):
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
    found = {m.start: m.value for m in mentions if isinstance(m.value, Moment)}
    days = sorted(found.items(), key=itemgetter(0))
    meaning = {}
    spans: list[Mention] = []
    for since in elapsed(document):
        counted = _counted_to(document, since, days)
        if counted is None or since.direction != "after":
            continue
        day, slack = counted
        value = evolve(since.value, slack_days=since.value.slack_days + slack)
        start = _with_hedge(document.text, since.start, value.hedge)
        mention = Mention(start, since.end, document.text[start : since.end], "duration", value)
        spans.append(mention)
        meaning[id(mention)] = (day, since)
    out = []
    for claim in claims(document, spans, article):
        day, since = meaning[id(claim.mention)]
        names = frozenset(canonical(word.lower()) for word in since.names)
        event = canonical(since.event) if since.event else ""
        out.append(evolve(claim, subject=event, names=claim.names | names, counted_to=day))
    return out


def _counted_to(
    document: Document, found: Elapsed, days: Sequence[tuple[int, Moment]]
) -> tuple[date, int] | None:
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
    low, high = (bisect_left(days, at, key=itemgetter(0)) for at in (floor, ceiling))
    if high - low > MOST_DATES:
        return None
    near = [value for _, value in days[low:high]]
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
    left = (*(c for i, c, _, _ in reversed(words) if i < first), *sentence.heading)[:REACH]
    right = tuple(c for i, c, _, _ in words if document.tokens.starts[i] >= mention.end)[:REACH]
    counted = mention.counted
    stop = bisect_left(document.tokens.starts, mention.end, first, sentence.stop)
    verb, noun = said_of(sentence, first, mention.end)
    thing = counted.head if counted else ""
    subject = canonical(thing) if thing else _subject(sentence, mention, first, stop) or ""
    predicate = canonical(counted.verb) if counted and counted.verb else verb
    amount = mention.kind in AMOUNTS
    frame = (predicate,) if isinstance(mention.value, Moment) else (subject, predicate)
    return Claim(
        article=article,
        mention=mention,
        sentence=sentence.number,
        sentence_span=sentence.span,
        zone=document.zones.at(first),
        as_of=document.as_of,
        subject=subject,
        predicate=predicate,
        actor=noun,
        tie=relation_word(sentence, first),
        left=left,
        right=right,
        context=sentence.context,
        names=sentence.names,
        speaker=sentence.speaker,
        modality=modality(sentence, first),
        scope=scope(sentence, first),
        before=tokens_before(document, first, sentence.first),
        after=tuple(map(intern, document.tokens.lower[stop : min(stop + RUN, sentence.stop)])),
        wording=sentence.wording,
        at=(first - sentence.first, stop - sentence.first),
        classes=predicate_classes(mention.value, frame, left, right),
        rate=rate(sentence, mention, stop) if amount else None,
        change=change(sentence, mention, first, stop) if amount else None,
        source=source(sentence, first, stop) if amount else None,
        quoted=document.zones.quoted(first),
    )


def _subject(sentence: SentenceWords, mention: Mention, first: int, stop: int) -> str | None:
    """The noun that a value without a counted thing is a value of."""
    beside = about(sentence, first, mention.end)
    if not isinstance(mention.value, Quantity):
        return beside
    tied = first > sentence.first and sentence.document.tokens.lower[first - 1] in ("at", "as")
    if tied:
        return attribute(sentence, first, stop) or beside
    return beside or attribute(sentence, first, stop)


def tokens_before(document: Document, first: int, floor: int) -> tuple[str, ...]:
    """The lower-case tokens before a value, nearest first, within its sentence."""
    return tuple(map(intern, document.tokens.lower[max(floor, first - RUN) : first][::-1]))
