"""How well people, names, roles, joins and speakers are read, on articles marked by hand.

    python benchmarks/entities.py [FOLDER] [--verbose] [--only MEASURE] [--spacy]

FOLDER holds gold files (default `tests/gold/seen`; `entity_gold.py` gives their grammar).
Measured through the public API alone:

    persons      names of people, wherever they stand; a span that overlaps is found
    exact        the same, where the span is the name to the letter (title left out)
    names        organisations and places, each with its type
    within       places with what the text says contains them ("Ramat Gan, Israel")
    roles        roles bound to the right person, with "former", "acting", "-elect"
    alone        roles that stand for their holder ("the mayor"), joined to that person
    joins        B-cubed over the mentions of people in each article
    across       B-cubed over the mentions of people in all articles together
    speakers     quotations given to the right speaker

`--verbose` prints every miss, `--only MEASURE` those of one measure. `--spacy` sets spaCy's
small English model beside it; it needs the extra `bench`. Floors stand in `floors.toml` and are
read by `tests/test_entity_gold.py`.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.entity_gold import Gold, Mark, load, read, words  # noqa: E402, F401
from benchmarks.entity_readers import Found, Reading, ours, spacy_small  # noqa: E402
from benchmarks.entity_roles import STATES, beside, office, office_words  # noqa: E402

SEEN = ROOT / "tests" / "gold" / "seen"
TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|sheikh|sheikha|imam|rabbi|rev|"
    r"reverend|the rev|fr|father|sister|bishop|archbishop|cardinal|pope|king|queen|prince|princess|hon|"
    r"capt|captain|col|colonel|lt|lieutenant|gen|general|maj|major|sgt|sergeant|cpl|pfc|cmdr|adm|admiral|"
    r"brig|det|detective|insp|inspector|constable|officer|deputy|president|sen|rep|gov|judge|justice|"
    r"mayor|coach|ayatollah|mullah|dci|dcs|di|ds|dc|supt|superintendent|cllr|councillor|very rev)\.?\s+)+",
    re.IGNORECASE,
)
HONOURS = re.compile(r"(?:,? (?:KC|QC|SC|MP|MD|PhD|CBE|OBE|MBE|KCB|DSO))+$")


@frozen(slots=True)
class Tally:
    """Right, found and wanted, and the misses in words."""

    right: float = 0
    right_found: float = 0
    found: int = 0
    wanted: int = 0
    misses: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.right_found + other.right_found,
            self.found + other.found,
            self.wanted + other.wanted,
            self.misses + other.misses,
        )


# --- measures --------------------------------------------------------------------------------


def persons(gold: Gold, reading: Reading, *, exact: bool = False) -> Tally:
    """Names of people against what is held to be one; titles count neither way."""
    fits = _same if exact else _overlap
    return _spans(gold, reading, {"person": {"person"}}, fits, optional={"family"})


def names(gold: Gold, reading: Reading) -> Tally:
    """Organisations and places with their types; a facility may be either."""
    either = {"organisation", "place"}
    takes = {"organisation": {"organisation"}, "place": {"place"}, "facility": either}
    return _spans(gold, reading, takes, _overlap)


def _spans(
    gold: Gold,
    reading: Reading,
    takes: Mapping[str, set[str]],
    fits: Callable[[Found, Mark], bool],
    optional: Iterable[str] = (),
) -> Tally:
    """Found spans against marked ones; `takes` says which found kinds a marked kind accepts."""
    kinds = set().union(*takes.values())
    marks = [m for m in gold.of("name") if gold.kinds(m) & takes.keys() and not m.flag]
    spare = [m for m in gold.of("name") if m.flag == "?" or (not m.flag and gold.kinds(m) & set(optional))]
    found = [f for f in reading.found if f.kind in kinds]
    right = [
        m
        for m in marks
        if any(fits(f, m) and any(f.kind in takes.get(k, ()) for k in gold.kinds(m)) for f in found)
    ]
    good = [
        f
        for f in found
        if any(fits(f, m) and any(f.kind in takes.get(k, ()) for k in gold.kinds(m)) for m in marks)
    ]
    wrong = [f for f in found if f not in good and not any(_overlap(f, m) for m in spare)]
    misses = [_say(gold, m.start, m.end, "missed", m.text) for m in marks if m not in right]
    misses += [_say(gold, f.start, f.end, f"wrong {f.kind}", f.text) for f in wrong]
    return Tally(len(right), len(good), len(good) + len(wrong), len(marks), tuple(misses))


def _overlap(found: Found, mark: Mark) -> bool:
    return found.start < mark.end and mark.start < found.end


def _same(found: Found, mark: Mark) -> bool:
    lead = TITLES.match(found.text)
    start = found.start + (lead.end() if lead else 0)
    after = HONOURS.search(found.text)
    end = found.start + after.start() if after else found.end
    whole = found.start, found.end
    return (mark.start, mark.end) in {(start, end), whole}


def within(gold: Gold, reading: Reading) -> Tally:
    """Places with a container that stands right behind them, as in a dateline."""
    told = {m.start: c for m, c in containers(gold)}
    found = [f for f in reading.found if f.kind == "place" and f.within]
    right = [f for f in found if f.start in told and words(told[f.start].text) == words(f.within[0])]
    misses = [
        _say(gold, start, mark.end, "not placed", mark.text)
        for start, mark in told.items()
        if start not in {f.start for f in right}
    ]
    misses += [_say(gold, f.start, f.end, "placed wrongly", f.text) for f in found if f not in right]
    return Tally(len(right), len(right), len(found), len(told), tuple(misses))


def containers(gold: Gold) -> Iterator[tuple[Mark, Mark]]:
    """Marks of places that a marked container follows, with only a comma and a preposition between."""
    marks = [m for m in gold.of("name") if m.ids and not m.flag]
    for place, container in pairwise(marks):
        text = gold.article.text
        told = text[place.end : container.start] in {", ", ", in "}
        owner = text.startswith(("'s", "’s"), container.end)
        if told and not owner and gold.within.get(place.ids[0]) == container.ids[0]:
            yield place, container


def roles(gold: Gold, reading: Reading) -> Tally:
    """Roles by person: office and state must agree, nothing may be added from elsewhere."""
    wanted: dict[str, list[Mark]] = defaultdict(list)
    spare: dict[str, list[Mark]] = defaultdict(list)
    for mark in gold.of("role"):
        for person in mark.ids:
            (spare if mark.flag else wanted)[person].append(mark)
    given: dict[str | None, set[str]] = defaultdict(set)
    for found in reading.found:
        if found.kind == "person" and found.roles:
            given[_holder(gold, found)].update(found.roles)
    total = Tally()
    for holder in sorted({*wanted, *given}, key=str):
        total += _one_holder(gold, holder, wanted.get(holder or "", []), spare, given[holder])
    return total


def _one_holder(
    gold: Gold,
    person: str | None,
    wanted: Sequence[Mark],
    spare: Mapping[str, Sequence[Mark]],
    given: Iterable[str],
) -> Tally:
    offices = {office(gold, mark): mark for mark in wanted}
    extra = [office(gold, m) for m in spare.get(person or "", ())]
    allowed = set().union(*(beside(gold, m) for m in gold.of("role") if person in m.ids))
    hit: set[frozenset[str]] = set()
    good, wrong = 0, []
    for text in sorted(given):
        tokens = office_words(text)
        if not tokens:
            continue
        fits = [o for o in offices if o <= tokens and tokens - o <= allowed]
        hit.update(fits)
        if fits:
            good += 1
        elif not any(o & tokens and tokens - o - STATES <= allowed for o in extra):
            wrong.append(text)
    who = gold.entities[person].name if person else "nobody"
    missed = [m for o, m in offices.items() if o not in hit]
    misses = [_say(gold, m.start, m.end, "missed role", f"{who}: {m.text}") for m in missed]
    misses += [f"{gold.article.id}: wrong role: {who}: {text}" for text in wrong]
    return Tally(len(hit), good, good + len(wrong), len(offices), tuple(misses))


def _holder(gold: Gold, found: Found) -> str | None:
    for mark in gold.of("name"):
        if _overlap(found, mark) and gold.kinds(mark) == {"person"}:
            return mark.ids[0]
    return None


def alone(gold: Gold, reading: Reading) -> Tally:
    """Roles without a name, joined to their holders."""
    whose = _majority(gold, reading.cluster)
    marks = [m for m in gold.of("role") if m.flag == "~"]
    right = good = 0
    misses = []
    for mark in marks:
        hits = [key for (s, e), key in reading.alone.items() if s < mark.end and mark.start < e]
        if any(whose.get(key) in mark.ids for key in hits):
            right += 1
        else:
            misses.append(_say(gold, mark.start, mark.end, "not joined", f"{mark.text} = {mark.ids}"))
    for (start, end), key in reading.alone.items():
        held = [m for m in gold.of("role") if start < m.end and m.start < end]
        good += any(whose.get(key) in m.ids for m in held)
        if not any(whose.get(key) in m.ids for m in held):
            text = gold.article.text[start:end]
            misses.append(_say(gold, start, end, "joined wrongly", f"{text} = {whose.get(key)}"))
    return Tally(right, good, len(reading.alone), len(marks), tuple(misses))


def _majority(gold: Gold, cluster: Mapping[tuple[int, int], Hashable]) -> dict[Hashable, str]:
    votes: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for (start, end), key in cluster.items():
        for mark in _people(gold):
            if start < mark.end and mark.start < end:
                votes[key][mark.ids[0]] += 1
    return {key: min(count.items(), key=lambda kv: (-kv[1], kv[0]))[0] for key, count in votes.items()}


def _people(gold: Gold) -> Iterator[Mark]:
    return (m for m in gold.of("name") if not m.flag and gold.kinds(m) & {"person", "family"})


def joins(golds: Sequence[Gold], clusters: Sequence[Mapping[tuple[int, int], Hashable]]) -> Tally:
    """B-cubed over the mentions of people that were found; those missed lower the recall alone."""
    wanted: dict[tuple[int, int], Hashable] = {}
    given: dict[tuple[int, int], Hashable] = {}
    labels: dict[tuple[int, int], str] = {}
    for number, (gold, cluster) in enumerate(zip(golds, clusters, strict=True)):
        for mark in _people(gold):
            key = next((k for (s, e), k in cluster.items() if s < mark.end and mark.start < e), None)
            if key is None and gold.kinds(mark) == {"family"}:
                continue
            wanted[number, mark.start] = (gold.story, mark.ids)
            labels[number, mark.start] = _say(gold, mark.start, mark.end, "joined amiss", mark.text)
            if key is not None:
                given[number, mark.start] = key
    return _b_cubed(wanted, given, labels)


def _b_cubed(
    wanted: Mapping[tuple[int, int], Hashable],
    given: Mapping[tuple[int, int], Hashable],
    labels: Mapping[tuple[int, int], str],
) -> Tally:
    """Bagga and Baldwin (1998): for each mention the share of its cluster that is right."""
    gold_sizes, given_sizes = Counter(wanted.values()), Counter(given.values())
    both = Counter((wanted[m], given[m]) for m in given)
    precision = recall = 0.0
    misses = []
    for mention, key in given.items():
        shared = both[wanted[mention], key]
        p, r = shared / given_sizes[key], shared / gold_sizes[wanted[mention]]
        precision, recall = precision + p, recall + r
        if p < 1 or r < 1:
            misses.append(f"{labels[mention]} (precision {p:.2f}, recall {r:.2f}, with {key!r})")
    return Tally(recall, precision, len(given), len(wanted), tuple(misses))


def speakers(gold: Gold, reading: Reading) -> Tally:
    """Quotations by speaker: the name given must be one that the speaker alone bears."""
    quotations = [f for f in reading.found if f.kind == "quotation"]
    right = wanted = found = good = 0
    misses = []
    for mark in gold.of("quotation"):
        hits = [f for f in quotations if _overlap(f, mark)]
        inner = min(hits, key=lambda f: abs(f.start - mark.start) + abs(f.end - mark.end), default=None)
        said = inner.speaker if inner else None
        who = speaker(gold, said)
        fine = who in mark.ids if mark.ids else who is None
        wanted += bool(mark.ids) and not mark.flag
        right += bool(mark.ids) and fine and not mark.flag
        found += bool(said) and not mark.flag
        good += bool(said) and fine and not mark.flag
        if not fine and not mark.flag:
            misses.append(
                _say(gold, mark.start, mark.end, f"speaker {said!r} for {mark.ids}", mark.text[:50])
            )
    return Tally(right, good, found, wanted, tuple(misses))


def speaker(gold: Gold, said: str | None) -> str | None:
    """The entity that a speaker's name means in this article, None where none or several do."""
    if not said:
        return None
    asked = set(words(TITLES.sub("", said)))
    full = [n.id for n in gold.entities.values() if any(asked == set(words(name)) for name in n.names)]
    part = [n.id for n in gold.entities.values() if n.kind == "person" and asked and asked <= n.words()]
    return next((held[0] for held in (full, part) if len(held) == 1), None)


def _say(gold: Gold, start: int, end: int, what: str, text: str) -> str:
    around = gold.article.text[max(0, start - 30) : end + 30].replace("\n", " ")
    return f"{gold.article.id}:{start}: {what}: {text}   [{around}]"


# --- report ----------------------------------------------------------------------------------


def measure(golds: Sequence[Gold], readings: Sequence[Reading]) -> dict[str, Tally]:
    """Every measure over all articles."""
    pairs = list(zip(golds, readings, strict=True))
    joined = [joins([gold], [reading.cluster]) for gold, reading in pairs]
    return {
        "persons": _sum(persons(g, r) for g, r in pairs),
        "exact": _sum(persons(g, r, exact=True) for g, r in pairs),
        "names": _sum(names(g, r) for g, r in pairs),
        "within": _sum(within(g, r) for g, r in pairs),
        "roles": _sum(roles(g, r) for g, r in pairs),
        "alone": _sum(alone(g, r) for g, r in pairs),
        "joins": _sum(joined),
        "across": joins(golds, [reading.across for reading in readings]),
        "speakers": _sum(speakers(g, r) for g, r in pairs),
    }


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def table(title: str, figures: Mapping[str, Tally]) -> str:
    """The figures as a Markdown table."""
    rows = [f"| {title} | precision | recall | F1 | marked |", "|---|---|---|---|---|"]
    rows += [
        f"| {name} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} | {t.wanted} |"
        for name, t in figures.items()
    ]
    return "\n".join(rows)


def main() -> int:
    """Read, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=SEEN)
    parser.add_argument("--verbose", action="store_true", help="print every miss")
    parser.add_argument("--only", metavar="MEASURE", help="print the misses of this measure")
    parser.add_argument("--spacy", action="store_true", help="spaCy's small model on the same articles")
    options = parser.parse_args()
    golds = load(options.folder)
    figures = measure(golds, ours(golds))
    for name, tally in figures.items():
        if options.verbose or options.only == name:
            print(f"\n== {name}")
            print("\n".join(tally.misses))
    count = sum(len(gold.article.text.split()) for gold in golds)
    print(f"\n{len(golds)} articles, {count} words\n")
    print(table("crosscheck", figures))
    if options.spacy:
        kept = ("persons", "exact", "names", "joins", "across")
        theirs = measure(golds, spacy_small(golds))
        print()
        print(table("spaCy, small model", {name: theirs[name] for name in kept}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
