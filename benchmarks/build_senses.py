"""Build the table of word senses (src/crosscheck/lexicon/senses.txt) from WordNet's own files.

    python benchmarks/build_senses.py /usr/share/wordnet [--write]

WordNet 3.0 (Princeton University; Debian's package `wordnet-base`) lists the senses of every
word, commonest first, and how often each occurs in tagged text. Kept are the single words that
WordNet has seen in use or that are among this project's commonest words, with the senses that
make up most of their use: the synsets of those senses, what is derived from them ("evacuate",
"evacuation"), and the next wider noun where it is no very wide one ("detainee": "prisoner").
"""

import argparse
import collections
import pathlib

from crosscheck.lexicon.words import STOP, rarity, stem

TARGET = pathlib.Path(__file__).parents[1] / "src/crosscheck/lexicon/senses.txt"
PARTS = {"noun": "n", "verb": "v", "adj": "a"}
NUMBER = {"n": "1", "v": "2", "a": "3"}
SHARE = 0.25  # of the uses of the commonest sense that another must have to be kept
MOST_SENSES = 3
WIDEST = 120  # narrower words below a wider one; with more it says too little
FEW_SENSES = 2  # words that tagged text lacks are kept where they have no more
# WordNet's files of acts, artifacts, events, persons ... and of verbs.
NEWS_FILES = frozenset(
    "04 06 10 11 14 18 21 28 30 31 32 33 35 38 39 40 41 42".split()
)  # acts, artifacts, ... verbs
HEADER = """\
# Words with the senses in which they are mostly used, by which other words for one thing are known.
# Grammar: stem, a tab, its senses, a tab, the senses of next wider words, a tab, "v" where it is mostly a
# verb; senses are numbers in base 36 without a meaning of their own. "sold =sell" is an irregular form with
# the stem that stands for it. Built by benchmarks/build_senses.py.
# Source: WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy,
# modify and distribute this database for any purpose and without fee or royalty is granted by its licence,
# provided that this notice stands. It is provided "as is", without warranties of any kind.
"""


def read_senses(home):
    """{(lemma, part): [(synset, uses), ...]}, commonest first."""
    uses = {}
    for line in (home / "cntlist.rev").read_text().splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%")
        uses[lemma, rest[0], int(number)] = int(count)
    found = {}
    for name, part in PARTS.items():
        for line in (home / f"index.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            lemma, count = cells[0], int(cells[2])
            if not lemma.isalpha() or len(lemma) < 3:
                continue
            numbers = (NUMBER[part], "5") if part == "a" else (NUMBER[part],)
            found[lemma, part] = [
                (part + offset, sum(uses.get((lemma, n, i), 0) for n in numbers))
                for i, offset in enumerate(cells[-count:], 1)
            ]
    return found


def read_links(home):
    """{synset: {"+": derived synsets, "@": next wider}} and the number of narrower ones of each."""
    links = collections.defaultdict(lambda: collections.defaultdict(set))
    for name, part in PARTS.items():
        for line in (home / f"data.{name}").read_text().splitlines():
            if line.startswith(" "):
                continue
            cells = line.split(" | ")[0].split()
            at = 4 + 2 * int(cells[3], 16)
            for i in range(int(cells[at])):
                mark, offset, kind = cells[at + 1 + 4 * i : at + 4 + 4 * i]
                links[part + cells[0]][mark].add(kind.replace("s", "a") + offset)
            links[part + cells[0]]["file"] = {cells[1]}
    return links


def main_senses(senses):
    """The senses that make up most of a word's use."""
    most = max(count for _, count in senses)
    if not most:
        return [synset for synset, _ in senses[:1]]
    return [synset for synset, count in senses if count >= max(1, SHARE * most)][:MOST_SENSES]


def table(home):
    senses, links = read_senses(home), read_links(home)
    kept = {
        key: main_senses(row)
        for key, row in senses.items()
        if key[0] not in STOP
        and (
            any(count for _, count in row)
            or rarity(key[0]) < 13
            or (len(row) <= FEW_SENSES and links[row[0][0]]["file"] <= NEWS_FILES)
        )
    }
    parts = collections.defaultdict(dict)
    for (lemma, part), row in senses.items():
        parts[lemma][part] = sum(count for _, count in row)
    lemmas = collections.defaultdict(set)
    own, wider = collections.defaultdict(set), collections.defaultdict(set)
    for (lemma, part), synsets in kept.items():
        if parts[lemma][part] < SHARE * max(parts[lemma].values()):
            continue  # hardly ever this part of speech
        word = stem(lemma)
        lemmas[word].add(lemma)
        for synset in synsets:
            own[word] |= {synset} | links[synset]["+"]
        first = synsets[0]
        if part == "n":
            wider[word] |= {w for w in links[first]["@"] if len(links[w]["~"]) <= WIDEST}
    counts = collections.Counter(s for word in own for s in own[word] | wider[word])
    useful = {s for s, n in counts.items() if n > 1}
    numbers = {s: i for i, s in enumerate(sorted(useful, key=lambda s: (-counts[s], s)))}
    lines = []
    for word in sorted(own):
        mine = sorted(numbers[s] for s in own[word] if s in useful)
        above = sorted(numbers[s] for s in wider[word] - own[word] if s in useful)
        uses = [parts[lemma] for lemma in lemmas[word]]
        verb = sum(row.get("v", 0) for row in uses) > sum(row.get("n", 0) + row.get("a", 0) for row in uses)
        if mine or above or verb:
            cells = (word, " ".join(map(base36, mine)), " ".join(map(base36, above)), "v" if verb else "")
            lines.append("\t".join(cells).rstrip())
    return sorted(lines + irregular(home, own, parts))


def irregular(home, own, parts):
    """Lines of the forms whose stem is not that of their word: "sold =sell".

    A form that is a word of its own ("rose", "led") counts as the commoner of the two.
    """
    lines = {}
    for name in ("verb", "noun"):
        for line in (home / f"{name}.exc").read_text().splitlines():
            form, base = line.split()[:2]
            if form.isalpha() and len(form) > 2 and form not in STOP:
                rarer = sum(parts[form].values()) <= sum(parts[base].values())
                if stem(form) != stem(base) and stem(base) in own and rarer:
                    lines.setdefault(form, f"{form} ={stem(base)}")
    return sorted(lines.values())


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while True:
        number, rest = divmod(number, 36)
        out = digits[rest] + out
        if not number:
            return out


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("wordnet", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write the table")
    options = parser.parse_args()
    lines = table(options.wordnet)
    text = HEADER + "\n".join(lines) + "\n"
    print(f"{len(lines)} words, {len(text) / 1000:.0f} kB")
    if options.write:
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
