"""Fit the match weights of names (`lexicon/match_people.toml`) by logistic regression.

    python benchmarks/fit_people.py CLUSTERS_FOLDER [--write] [--show N]

Candidate pairs of names in real clusters of articles are two people, except where a slip
was put in: the labelled ones in the folder, and slips made here at random (a letter
swapped, doubled, dropped, changed; another given name), in one mention or in all mentions
of one article. Pairs from different clusters are negatives too. Weights are log-odds in
bits; the fit is checked by leaving out every fifth cluster in turn.
"""

import argparse
import itertools
import pathlib
import random
from collections import defaultdict

from attrs import evolve

from clusters import lines, text_of
from crosscheck.align.people.forms import forms
from crosscheck.align.people.links import candidates, evidence, kind
from crosscheck.extraction.claims import claims as bind
from crosscheck.extraction.document import Document
from crosscheck.extraction.names.names import read
from crosscheck.lexicon import table
from crosscheck.lexicon.naming import deletions, fold, gender, same_given, surname
from crosscheck.lexicon.words import rarity
from crosscheck.model import Article
from regression import as_toml, fit, score

TARGET = pathlib.Path(__file__).parent.parent / "src/crosscheck/lexicon/match_people.toml"
COUNTED = {("likeness", "given/alike"): 3.0}  # not fitted: see the head of the file that is written
VOWELS = "aeiou"
FAMILIES = ("given", "inside", "spelling")
NAMESAKE = (
    0.05  # two strangers of similar surnames seldom share a given name too: about one pair in twenty at most
)
Row = tuple[dict[str, str], int, str, str]


def claims_of(text: str, number: int) -> list:
    document = Document(Article(text, id=str(number)))
    mentions = sorted((m for m in read(document) if m.kind == "person"), key=lambda m: m.start)
    return bind(document, mentions, number)


def slipped(word: str, rng: random.Random) -> str:
    """A word with one slip of the kinds that typists make."""
    at = rng.randrange(1, len(word) - 1)
    match rng.randrange(5):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + word[at + 1 :]
        case 3 if word[at] in VOWELS:
            return word[:at] + rng.choice(VOWELS) + word[at + 1 :]
    return word[:at] + rng.choice("abcdeghiklmnoprstuvz") + word[at + 1 :]


def changed(pieces: list, rng: random.Random, givens: list[str]) -> tuple[int, int, str, str] | None:
    """A random full name of a cluster that two articles have, and what to make of it in one of them."""
    where = defaultdict(set)
    for claims in pieces:
        for c in claims:
            if not c.mention.value.linked and c.mention.value.given:
                where[fold(c.mention.value.name)].add(c.article)
    pool = [
        c for claims in pieces for c in claims
        if not c.mention.value.linked and len(where[fold(c.mention.value.name)]) > 1 and " " in c.mention.text
    ]  # fmt: skip
    if not pool:
        return None
    claim = rng.choice(pool)
    name = claim.mention.value
    family, given = (name.family or "").split()[-1], name.given[0]
    if rng.random() < 0.5:
        alike = [g for g in givens if gender(fold(g)) == gender(fold(given))]
        return claim.article, claim.mention.start, given, rng.choice(alike or givens)
    old = family if rng.random() < 0.75 else given
    new = slipped(old, rng) if len(old) > 3 else old
    return (claim.article, claim.mention.start, old, new) if new != old else None


def rows_of(pieces: list, cluster: str, new: tuple | None = None) -> list[Row]:
    """The candidate pairs of a cluster with their label: 1 where one form was put in."""
    out = []
    for a, b in candidates(forms([c for claims in pieces for c in claims])):
        keys = {(a.given, a.family), (b.given, b.family)}
        if new is None and kind(a, b) in ("given", "given-inside"):
            out.append((evidence(a, b), 0, cluster, " / ".join(sorted(" ".join(k) for k in keys))))
        elif new and new[0] in keys and new[1] in keys:
            out.append((evidence(a, b), 1, cluster, " -> ".join(" ".join(k) for k in (new[1], new[0]))))
    return out


def altered(
    texts: list[str], pieces: list, change: tuple[int, int, str, str], everywhere: bool
) -> tuple[list, tuple] | None:
    """The cluster with a slip put in, and the two forms (new, old)."""
    article, start, old, new = change
    text = texts[article]
    at = text.find(old, start)
    if at < 0 or at > start + 60:
        return None
    body = text.replace(old, new) if everywhere else text[:at] + new + text[at + len(old) :]
    fresh = list(pieces)
    fresh[article] = claims_of(body, article)
    before = next((c.mention.value for c in pieces[article] if c.mention.start <= at < c.mention.end), None)
    after = next((c.mention.value for c in fresh[article] if c.mention.start <= at < c.mention.end), None)
    if not (before and after and before.given and after.given):
        return None
    return fresh, tuple((fold(n.given[0]), surname(n.family or "")) for n in (after, before))


def gather(folder: pathlib.Path) -> list[Row]:
    rng = random.Random(7)  # noqa: S311 - slips, no secrets
    givens = [g for g in table("given_names")["clear"].split() if len(g) > 3]
    injections = defaultdict(list)
    for one in lines(folder / "injections.jsonl"):
        if one["type"] in ("person_surname_typo", "person_first_name_swapped"):
            injections[one["cluster"]].append(one)
    out: list[Row] = []
    everything = []
    for cluster in lines(folder / "clusters.jsonl.gz"):
        name = cluster["cluster"]
        texts = [text_of(a) for a in cluster["articles"]]
        pieces = [claims_of(text, i) for i, text in enumerate(texts)]
        everything.append((name, texts))
        out.extend(rows_of(pieces, name))
        changes = [(c, rng.random() < 0.3) for _ in range(4) if (c := changed(pieces, rng, givens))]
        ids = [a["id"] for a in cluster["articles"]]
        for one in injections[name]:
            which = ids.index(one["article"])
            shift = len(texts[which]) - len(cluster["articles"][which]["text"])
            changes.append(((which, one["start"] + shift, one["before"], one["after"]), False))
        for change, everywhere in changes:
            made = altered(texts, pieces, change, everywhere)
            if made:
                out.extend(rows_of(made[0], name, made[1]))
    out.extend(across(everything))
    return out


def across(everything: list) -> list[Row]:
    """Candidate pairs whose two forms come from different clusters."""
    claims: list = []
    home: list[str] = []
    for name, texts in everything:
        for text in texts:
            claims.extend(claims_of(text, len(home)))
            home.append(name)
    out = []
    for a, b in candidates(forms(claims)):
        if not {home[i] for i in a.articles} & {home[i] for i in b.articles}:
            out.append(
                (
                    evidence(a, b),
                    0,
                    home[min(a.articles)],
                    f"across {a.given} {a.family} / {b.given} {b.family}",
                )
            )
    return out + namesakes(claims, home)


def namesakes(claims: list, home: list[str]) -> list[Row]:
    """People whose surnames are one slip apart, as if they shared a given name: two people."""
    blocks = defaultdict(list)
    found = [f for f in forms(claims) if rarity(f.family) >= 8]
    for form in found:
        for key in deletions(form.family):
            blocks[key].append(form)
    seen, out = set(), []
    for some in blocks.values():
        for a, b in itertools.combinations(some[:40], 2):
            if a.family == b.family or (id(a), id(b)) in seen or same_given(a.given, b.given):
                continue
            seen.add((id(a), id(b)))
            if {home[i] for i in a.articles} & {home[i] for i in b.articles}:
                continue
            b_like = evolve(b, given=a.given)
            if kind(a, b_like):
                out.append(
                    (
                        evidence(a, b_like),
                        0,
                        home[min(a.articles)],
                        f"as if {a.given} {a.family} / {b.given} {b.family}",
                    )
                )
    return out


def with_prior(levels: dict[str, str]) -> dict[str, str]:
    return {"prior": levels["once"].split("/")[0], **levels}


def fitted(rows: list[Row]) -> dict[tuple[str, str], float]:
    share = [NAMESAKE if shown.startswith("as if") else 1.0 for _, _, _, shown in rows]
    return fit([with_prior(levels) for levels, _, _, _ in rows], [label for _, label, _, _ in rows], share)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    rows = gather(options.folder)
    clusters = sorted({r[2] for r in rows})
    scored = []
    for fold_number in range(5):
        held = set(clusters[fold_number::5])
        weights = fitted([r for r in rows if r[2] not in held])
        scored += [(score(with_prior(r[0]), weights), r) for r in rows if r[2] in held]
    scored.sort(key=lambda s: -s[0])
    for what in FAMILIES:
        some = [(s, r) for s, r in scored if r[0]["once"].startswith(what)]
        positives = sum(r[1] for _, r in some)
        print(what, len(some), "pairs,", positives, "positive")
        for cut in (-1, 0, 1, 2, 3, 4, 5, 6):
            hit = sum(r[1] for s, r in some if s >= cut)
            false = sum(not r[1] and not r[3].startswith(("across", "as if")) for s, r in some if s >= cut)
            far = sum(not r[1] and r[3].startswith(("across", "as if")) for s, r in some if s >= cut)
            print(
                f"  at {cut:+d} bits: recall {hit / max(positives, 1):.2f}, "
                f"negatives within {false}, across {far}"
            )
    for s, (levels, _, cluster, shown) in [x for x in scored if not x[1][1]][: options.show]:
        print(f"{s:+.1f} {cluster} {shown} {levels}")
    if options.write:
        write(fitted(rows))


def write(weights: dict[tuple[str, str], float]) -> None:
    weights = {**weights, **COUNTED}
    TARGET.write_text(
        "# Match weights of names: log-odds in bits that two forms of a name are one person's.\n"
        "#\n"
        "# One table a kind of evidence (the function of that name in align/people/links.py), one row a\n"
        "# level; the prior and the levels that hold add up. Fitted, not tuned by hand:\n"
        "# python benchmarks/fit_people.py CLUSTERS_FOLDER --write\n"
        '# "likeness" is counted: of 35 pairs of two people with one surname none had given names that are\n'
        "# alike; the fit draws the names that mistakes put in at random, and writers do not.\n\n"
        + as_toml(weights),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
