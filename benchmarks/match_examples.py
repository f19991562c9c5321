"""Examples for fitting the match weights: candidate pairs of claims, labelled, reduced to their levels.

Positive: an injected error or a labelled discrepancy against its counterpart (one fact, two
values), pairs of texts as published that were read by eye and found to be such (`read_pairs.tsv`),
and, at no cost, two claims that state one telling value. Negative: every other disagreeing pair
in texts as published (nearly all of those that nobody read are about different facts). Short text
pairs count where they hold a single clash. Pairs across clusters that are read as one archive
are negative too: they teach how alike two articles must be.
"""

import collections
import concurrent.futures
import gzip
import json
import pathlib
from datetime import datetime

from attrs import define

from crosscheck.align.blocking import family
from crosscheck.align.evidence import CONTEXT, STANDING
from crosscheck.align.groups import disagree, linkable, order
from crosscheck.align.scoring import group, identity, pairs, telling
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.claims import telling_names
from crosscheck.extraction.document import Document
from crosscheck.model import Article

TELLING_BITS = 6.0  # from which one value in two articles is taken for one fact
READ = pathlib.Path(__file__).with_name("read_pairs.tsv")
MIXED = 16  # clusters read as one archive, for pairs of different stories
KINDS = ("quantity", "date", "duration", "age", "ordinal", "place", "organisation", "person")


def lines(path):
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    ) as stream:
        return [json.loads(line) for line in stream]


def article(raw, body):
    title = raw["title"]
    published = datetime.fromisoformat(raw["published"]) if raw["published"] else None
    return Article(
        (title + "\n\n" if title else "") + body, id=raw["id"], source=raw["publisher"], published=published
    )


def read(one):
    document = Document(one)
    return document, mentions(document, (*KINDS, "time"))


COMPETING = ("best", "rival", "consensus")


@define(slots=True, eq=False)
class Place:
    """Where a claim stands, for `compete`: the same object for the same claim."""

    article: int


@define(slots=True, eq=False)
class Record:
    """A candidate pair, reduced to its levels; `hit` is None where it is no example."""

    left: Place
    right: Place
    agrees: bool
    kind: str
    group: str
    levels: dict
    hit: int | None = None
    source: str = ""
    where: str = ""
    shown: tuple = ()
    cells: tuple = ()
    context: float = 0.0
    best: str = ""
    rival: str = "none"
    consensus: int = 0
    repeated: bool = False
    options: tuple = ()
    likeness: float = 1.0


def all_pairs(prepared):
    """All candidate pairs over prepared (document, mentions)."""
    claims = []
    for number, (document, found) in enumerate(prepared):
        claims.extend(bind(document, found, number))
    claims = sorted((c for c in claims if linkable(c)), key=order)
    return pairs(claims, Stories([telling_names(document) for document, _ in prepared]))


def free(pair):
    """Whether two claims state one value that is no chance: a labelled match that costs nothing."""
    value = identity(pair.left)
    return value == identity(pair.right) and telling(value) >= TELLING_BITS


def shown(pair, texts):
    """Both sentences with their values marked, for reading errors by eye."""
    out = []
    for claim in (pair.left, pair.right):
        text, m = texts[claim.article], claim.mention
        start, end = claim.sentence_span
        before, after = text[max(start, m.start - 90) : m.start], text[m.end : min(end, m.end + 70)]
        out.append(f"{before}[[{m.text}]]{after}".replace("\n", " "))
    return out


def on(claim, spans, ids):
    m = claim.mention
    return any(ids[claim.article] == a and m.start < e and s < m.end for a, s, e in spans)


class Texts:
    """The articles of one piece of work, read once, in canonical order."""

    def __init__(self, raws):
        self.raws = sorted(raws, key=lambda r: r["id"])
        self.ids = [r["id"] for r in self.raws]
        self.shift = {r["id"]: len(r["title"]) + 2 if r["title"] else 0 for r in self.raws}
        self.read = {r["id"]: read(article(r, r["text"])) for r in self.raws}

    def records(self, label, varied=None):
        """Records of all pairs; `label` gives (hit, source) of a disagreeing one, or None.

        With `varied` some articles are read anew, and agreeing pairs are no examples.
        """
        prepared = [(varied or {}).get(i, self.read[i]) for i in self.ids]
        texts = [document.text for document, _ in prepared]
        places = {}
        out = []
        for pair in all_pairs(prepared):
            ends = [places.setdefault(id(c), Place(c.article)) for c in (pair.left, pair.right)]
            kind = family(pair.left).split("/")[0]
            row = {name: look(pair) for name, look in CONTEXT + STANDING if name not in COMPETING}
            record = Record(*ends, pair.agrees, kind, group(pair), row)
            record.options, record.likeness, record.repeated = pair.options, pair.likeness, pair.repeated
            found = label(pair) if disagree(pair) else None
            if found is None and varied is None and free(pair):
                found = (1, "free")
            if found is not None:
                record.hit, record.source = found
                record.shown = tuple(shown(pair, texts))
            out.append(record)
        return out

    def both_on(self, pair, spans):
        return on(pair.left, spans, self.ids) and on(pair.right, spans, self.ids)


def of_short_pair(texts, label):
    records = texts.records(lambda _: (int(label == "conflict"), "pair"))
    clashes = [r for r in records if r.source == "pair"]
    if label == "conflict" and len(clashes) != 1:
        for record in clashes:  # which of several clashes is the conflict is not labelled
            record.hit = None
    for record in records:
        if record.source == "free":
            record.hit = None
    return [records]


def of_archive(texts, stories):
    def label(pair):
        return (0, "mixed") if stories[pair.left.article] != stories[pair.right.article] else None

    records = texts.records(label)
    for record in records:
        if record.source == "free":
            record.hit = None
    return [records]


def of_case(texts, discrepancies):
    labelled = [[(quote_span(texts, c), c["side"]) for c in item["claims"]] for item in discrepancies]

    def sides(claim, spans):
        return {side for span, side in spans if side is not None and on(claim, [span], texts.ids)}

    def label(pair):
        ends = [(sides(pair.left, spans), sides(pair.right, spans)) for spans in labelled]
        return int(any(a and b and a.isdisjoint(b) for a, b in ends)), "case"

    return [texts.records(label)]


def quote_span(texts, claim):
    text, at = texts.read[claim["article"]][0].text, -1
    for _ in range(claim.get("occurrence", 1)):
        at = text.find(claim["quote"], at + 1)
    return claim["article"], at, at + len(claim["quote"])


def read_pairs():
    """{cluster: {(article, start, end, article, start, end): real, fair or other}} of pairs read by eye."""
    found = collections.defaultdict(dict)
    for line in READ.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            cluster, a, a_start, a_end, b, b_start, b_end, label = line.split("\t")
            found[cluster][a, int(a_start), int(a_end), b, int(b_start), int(b_end)] = label
    return found


def of_cluster(texts, labels):
    injections, natural, eyed = labels
    flagged = []
    for pair in natural:
        spans = []
        for side in (pair["a"], pair["b"]):
            at = side["start"] + (texts.shift[side["article"]] if side["field"] == "text" else 0)
            spans.append((side["article"], at, at + len(side["text"])))
        flagged.append(spans)

    def label(pair):
        ends = ((texts.ids[c.article], c.mention.start, c.mention.end) for c in (pair.left, pair.right))
        seen = eyed.get(tuple(part for end in ends for part in end))
        if seen in ("real", "fair"):
            return 1, f"clean/{seen}"
        return int(any(texts.both_on(pair, spans) for spans in flagged)), "clean/other" if seen else "clean"

    return [texts.records(label), *(of_injection(texts, change) for change in injections)]


def of_injection(texts, change):
    source = "injected/" + change["type"]
    raw = next(r for r in texts.raws if r["id"] == change["article"])
    body = raw["text"][: change["start"]] + change["after"] + raw["text"][change["end"] :]
    at = change["start"] + texts.shift[raw["id"]]
    own = [(raw["id"], at, at + len(change["after"]))]
    support = [
        (s["article"], s["start"] + texts.shift[s["article"]], s["end"] + texts.shift[s["article"]])
        for s in change["supported_by"]
    ]

    def label(pair):
        a, b = (pair.left, pair.right) if on(pair.left, own, texts.ids) else (pair.right, pair.left)
        return (1, source) if on(a, own, texts.ids) and on(b, support, texts.ids) else None

    records = rivals_of(texts.records(label, {raw["id"]: read(article(raw, body))}))
    if not any(r.hit for r in records):
        missing = Record(Place(0), Place(1), False, "", "", {}, 1, "unseen/" + change["type"])
        missing.shown = (repr(change["before"]), change["sentence"])
        records.append(missing)
    return records


def rivals_of(records):
    """The examples and all that competes with them: pairs that share a claim with one."""
    ends = {id(end) for r in records if r.hit is not None for end in (r.left, r.right)}
    return [r for r in records if id(r.left) in ends or id(r.right) in ends]


MAKERS = {"pair": of_short_pair, "mixed": of_archive, "case": of_case, "cluster": of_cluster}


def job(work):
    kind, name, raws, labels = work
    made = [(name, records) for records in MAKERS[kind](Texts(raws), labels)]
    for _, records in made:
        for record in records:
            record.where = kind
    return made


def gather(clusters_dir, cases_dirs, pairs_file=None):
    work = []
    for pair in lines(pairs_file) if pairs_file else ():
        raws = [
            {"id": side, "title": "", "text": pair[side], "publisher": None, "published": "2020-01-01"}
            for side in ("a", "b")
        ]
        work.append(("pair", pair["id"], raws, pair["label"]))
    clusters = {c["cluster"]: c for c in lines(clusters_dir / "clusters.jsonl.gz")}
    injections, natural = collections.defaultdict(list), collections.defaultdict(list)
    for change in lines(clusters_dir / "injections.jsonl"):
        injections[change["cluster"]].append(change)
    for pair in lines(clusters_dir / "natural.jsonl"):
        if pair["expect_flag"]:
            natural[pair["cluster"]].append(pair)
    eyed = read_pairs()
    for name, cluster in sorted(clusters.items()):
        work.append(("cluster", name, cluster["articles"], (injections[name], natural[name], eyed[name])))
    names = sorted(clusters)
    for first in range(0, len(names), MIXED):
        some = [(raw, name) for name in names[first : first + MIXED] for raw in clusters[name]["articles"]]
        some = sorted({raw["id"]: (raw, name) for raw, name in some}.values(), key=lambda pair: pair[0]["id"])
        work.append(("mixed", names[first], [raw for raw, _ in some], [name for _, name in some]))
    for path in sorted(path for folder in cases_dirs for path in folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        work.append(("case", case["case"], case["articles"], case["discrepancies"]))
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        return [one for found in pool.map(job, work, chunksize=4) for one in found]
