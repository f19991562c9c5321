"""Dates and elapsed times that articles give to events of record."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.facts import Event, Fact
from crosscheck.held import Held, Sighting
from crosscheck.lexicon.words import canonical, stem
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Moment, Relation

WORD = re.compile(r"[^\W_]+|[^\s]")
MOST_NAMESAKES = 200  # events of one kind that a date is held against
REACH = 60  # code points between an event's name and its date
# Weights: the date stands beside the name, beside its last word, or in its sentence.
BESIDE, PARTLY, NEAR = 3.0, 2.0, 1.0

# What may stand between "the attack" and its date, and between a date and "attack".
JOINING = frozenset(
    """on of in from the , ( dated began begun started start occurred happened took place was were came that
    which launched broke out held opened struck erupted committed carried s '""".split()
)
LEADING = frozenset({","})
ANOTHER = frozenset(
    """a an another any other each every second third fourth new next later previous earlier similar further
    more several two three many recent this anniversary annual""".split()
)
LATER = frozenset(
    """anniversary anniversaries commemorate commemorated commemorating commemoration memorial remembrance
    mark marked marking marks remembered later after since ago""".split()
)


def date_groups(
    held: Held, claims: Sequence[Claim], sightings: Iterable[Sighting], texts: Sequence[str]
) -> Iterator[Group]:
    """One group for each event and each date that is given to it, all articles together.

    Links say how the date is bound: beside the event's name, or in its sentence where day
    and month are those of record.
    """
    dates = _dates(claims)
    namesakes = _namesakes(held.facts)
    elsewhere: dict[tuple[Event, str], bool] = {}  # whether a date is another event's, asked once
    bound: dict[tuple[Event, str], dict[tuple[int, int], Link]] = defaultdict(dict)
    for sighting in sightings:
        event = sighting.fact
        if not isinstance(event, Event) or (event, "date") not in held.stated:
            continue
        stated = held.stated[event, "date"]
        for claim in _around(dates, sighting.claim):
            link = _link(event, sighting, claim, stated, texts[claim.article])
            if link is None:
                continue
            key = (event, _value(claim).stated)
            if key not in elsewhere:
                elsewhere[key] = _of_another(event, _value(claim), namesakes)
            place = claim.where
            before = bound[key].get(place)
            if not elsewhere[key] and (before is None or before.weight < link.weight):
                bound[key][place] = link
    for (event, _), links in bound.items():
        if not links:
            continue
        ordered = tuple(links[place] for place in sorted(links))
        stated = held.stated[event, "date"]
        yield Group("record/date", (*(x.left for x in ordered), stated), ordered, event)


def _value(claim: Claim) -> Moment:
    value = claim.mention.value
    if not isinstance(value, Moment):
        raise TypeError("a date's value is a Moment")
    return value


def _dates(claims: Iterable[Claim]) -> dict[int, tuple[list[int], list[Claim]]]:
    """The dates of each article that state a year or a month: where they begin, and the claims."""
    found: dict[int, tuple[list[int], list[Claim]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        value = claim.mention.value
        if isinstance(value, Moment) and not value.relative and claim.modality in ("asserted", "planned"):
            starts, own = found[claim.article]
            starts.append(claim.mention.start)
            own.append(claim)
    return found


def _around(dates: Mapping[int, tuple[list[int], list[Claim]]], seen: Claim) -> list[Claim]:
    """The dates in the sentence of an event's name, the nearest few on either side."""
    if seen.article not in dates:
        return []
    starts, own = dates[seen.article]
    at = bisect_left(starts, seen.mention.start)
    return [c for c in own[max(0, at - 3) : at + 4] if c.sentence == seen.sentence]


def _link(event: Event, sighting: Sighting, claim: Claim, stated: Claim, text: str) -> Link | None:
    """How a date of a sentence is bound to the event that the sentence names, or None."""
    value, record = _value(claim), event.when
    if record is None or _inside(claim, sighting.claim):
        return None
    same_day = record.single is not None and value.month_day == record.month_day
    gap = _gap(sighting.claim, claim, text)
    if sighting.role == "part":
        fits = gap is not None and same_day and value.month_day == sighting.day
        return Link(claim, stated, PARTLY, (f"{_words(sighting)} stands beside its date",)) if fits else None
    if gap is not None and (same_day or _definite(sighting)):
        return Link(claim, stated, BESIDE, (f"{_words(sighting)} stands beside the date",))
    if same_day and not LATER & _spoken(claim, sighting.claim):
        return Link(claim, stated, NEAR, (f"{_words(sighting)} stands in the sentence, day and month agree",))
    return None


def _namesakes(facts: Iterable[Fact]) -> dict[str, list[Event]]:
    """The dated events of a sheet by the words that their names end in."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event, heads in _heads(facts).items():
        for head in heads if event.when is not None else ():
            found[head].append(event)
    return found


def _of_another(event: Event, value: Moment, namesakes: Mapping[str, list[Event]]) -> bool:
    """Whether a date that is not this event's is that of another of its kind: two attacks of one day."""
    if event.when is None or value.relation(event.when) is not Relation.DISJOINT:
        return False
    heads = {canonical(_head(name)) for name in (event.name, *event.aliases)}
    others = (e for head in heads for e in namesakes.get(head, ())[:MOST_NAMESAKES] if e is not event)
    return any(e.when is not None and value.relation(e.when) is not Relation.DISJOINT for e in others)


def _inside(date: Claim, name: Claim) -> bool:
    return name.mention.start <= date.mention.start and date.mention.end <= name.mention.end


def _gap(name: Claim, date: Claim, text: str) -> tuple[str, ...] | None:
    """The words between an event's name and a date where they join the two, else None."""
    a, b = name.mention, date.mention
    if a.end <= b.start <= a.end + REACH:
        words = WORD.findall(text[a.end : b.start].lower().replace("’", "'"))
        return tuple(words) if len(words) <= 6 and all(w in JOINING for w in words) else None
    if b.end <= a.start <= b.end + REACH:
        words = WORD.findall(text[b.end : a.start].lower())
        return tuple(words) if all(w in LEADING for w in words) and len(words) <= 1 else None
    return None


def _definite(sighting: Sighting) -> bool:
    """Whether the words name this event, not one of its kind: "the strike", "Darvane's strike"."""
    before = sighting.before
    if before in ANOTHER or before.isdigit():
        return False
    if before in ("the", "its", "their", "his", "her", "our", "my") or before.endswith(
        ("'s", "’s", "'", "’")
    ):
        return True
    several = stem(sighting.claim.mention.text.rsplit(maxsplit=1)[-1].lower())
    last = sighting.claim.mention.text.rsplit(maxsplit=1)[-1].lower()
    return not (last.endswith("s") and last != several and not last.endswith("ss"))


def _spoken(*claims: Claim) -> frozenset[str]:
    """The words around the claims as they stand."""
    return frozenset(word for c in claims for word in (*c.before, *c.after, *c.left, *c.right))


def _words(sighting: Sighting) -> str:
    return f"“{sighting.claim.mention.text}”"


def elapsed_groups(held: Held, elapsed: Iterable[Claim], sightings: Iterable[Sighting]) -> Iterator[Group]:
    """One group for each elapsed time that counts from an event of record.

    The event is the one whose names end in the word that the elapsed time counts from ("six
    months into the war"), and that the same article names in full; where two are, none is.
    """
    named: dict[int, dict[Event, set[int]]] = defaultdict(lambda: defaultdict(set))
    for sighting in sightings:
        if isinstance(sighting.fact, Event) and sighting.role == "event":
            named[sighting.claim.article][sighting.fact].add(sighting.claim.sentence)
    heads = _heads(held.facts)
    for claim in elapsed:
        there = named.get(claim.article)
        if not there or not claim.subject or claim.modality != "asserted":
            continue
        fitting = [e for e in there if claim.subject in heads[e] and (e, "date") in held.stated]
        if len(fitting) == 1:
            event = fitting[0]
            stated = held.stated[event, "date"]
            weight = BESIDE if claim.sentence in there[event] else NEAR
            link = Link(stated, claim, weight, (f"the article names {event.name}",))
            yield Group("record/elapsed", (claim, stated), (link,), event)


def _heads(facts: Iterable[Fact]) -> dict[Event, frozenset[str]]:
    """The last words of each event's names, or of what stands before "in", "of" or "on" there."""
    return {
        fact: frozenset(canonical(_head(name)) for name in (fact.name, *fact.aliases))
        for fact in facts
        if isinstance(fact, Event)
    }


def _head(name: str) -> str:
    words = name.lower().split()
    cut = next(
        (i for i, word in enumerate(words) if i and word in ("in", "of", "on", "at", "against")), len(words)
    )
    return words[cut - 1]
