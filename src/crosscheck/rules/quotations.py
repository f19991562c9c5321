"""Family Q: quotations with other words or another speaker."""

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from attrs import evolve, frozen
from rapidfuzz.distance import LCSseq, Opcode

from crosscheck.lexicon import table
from crosscheck.lexicon.naming import fold, slip, strangers
from crosscheck.lexicon.words import STOP, canonical
from crosscheck.model import Claim, Conflict, Group, Link, Refusal, Rule, Severity
from crosscheck.values import Quotation

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
AROUND = 7  # words shown on either side of a change
WIDEST = 150  # characters of a quotation that a finding shows
SAME_WORDS = 10  # words that one utterance must share before two speakers clash
MOST = 12
MARKS = frozenset("\"“”'‘’«»")
DOUBLE = frozenset('"“«')
MOST_HEADLINE = 20  # words; a longer quotation in a headline has lost its closing mark
ALIGNED = 8  # words from which quotations are compared with each other anyway
LEAST_QUOTED = 4  # words that a quotation must have more than to be missed in the body
ALIKE = 0.6  # of a headline's words: the same utterance
UNLIKE = 0.4  # less of them: another one
RUN = 5  # words in a row behind which one quotation may go on where the other ends
LONG = 7  # letters of a word from which another consonant makes another word
STYLES = ({"s", "z"}, {"c", "s"}, {"c", "k"})  # organise, defence, sceptic
SPOKES = "spokesman spokeswoman spokesperson spokespeople aide statement"


@frozen(slots=True)
class Change:
    """What stands in one quotation and not in the other, inside the words that both share."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    left_at: tuple[int, int]
    right_at: tuple[int, int]


@cache
def _numbers() -> frozenset[str]:
    rows = table("numbers")
    return frozenset(w for row in ("units", "tens") for w in rows[row])


@cache
def _negations() -> frozenset[str]:
    return frozenset(table("quotations")["negations"])


@cache
def _degrees() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in table("quotations")["degrees"])


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, b in table("quotations")["opposites"])


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in WORD.finditer(text)][:200]


def changes(left: str, right: str) -> list[Change]:
    """The places inside two quotations where one has other words than the other.

    What only one has at its beginning or end is a shortened quotation and no change, and
    neither is what stands in an editor's brackets. Where both go on with other words behind
    those that they share, these are a change; one that ends after the first of them tells only that.
    """
    one, two = _words(left), _words(right)
    a, b = [w for w, _, _ in one], [w for w, _, _ in two]
    equal = [op for op in LCSseq.opcodes(a, b) if op.tag == "equal"]
    blocks = [
        op for op in equal
        if op.src_end - op.src_start > 1
        or (op.src_end == len(a) and op.dest_end == len(b))
        or op.src_start == op.dest_start == 0
    ]  # fmt: skip
    places = [
        ((before.src_end, after.src_start), (before.dest_end, after.dest_start))
        for before, after in itertools.pairwise(blocks)
    ] + (_edges(blocks, len(a), len(b)) if blocks else [])
    return [
        Change(tuple(a[slice(*at_a)]), tuple(b[slice(*at_b)]), at_a, at_b)
        for at_a, at_b in places
        if at_a[0] + at_b[0] < at_a[1] + at_b[1]
        and not _edited(left, one, at_a)
        and not _edited(right, two, at_b)
    ]


def _edges(blocks: Sequence[Opcode], one: int, two: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where two quotations of so many words begin with another word or both go on with other ones."""
    out = []
    first, last = blocks[0], blocks[-1]
    if first.src_start == first.dest_start == 1:
        out.append(((0, 1), (0, 1)))
    left, right = one - last.src_end, two - last.dest_end
    if left == right == 1 or (min(left, right) == 1 and last.src_end - last.src_start >= RUN):
        out.append(((last.src_end, last.src_end + 1), (last.dest_end, last.dest_end + 1)))
    elif min(left, right) > 1:
        out.append(((last.src_end, one), (last.dest_end, two)))
    return out


def _edited(text: str, words: Sequence[tuple[str, int, int]], at: tuple[int, int]) -> bool:
    """Whether an editor's bracket or dots stand in or right beside a stretch of words."""
    start = words[at[0] - 1][2] if at[0] else 0
    end = words[at[1]][1] if at[1] < len(words) else len(text)
    return any(mark in text[start:end] for mark in ("[", "]", "(", "...", "…"))


def weight_of(change: Change) -> str | None:
    """How much a change matters: "sense" (negation, number, opposite), "words", or None for a trifle."""
    left, right = set(change.left), set(change.right)
    if len(left) > 4 or len(right) > 4 or "".join(change.left) == "".join(change.right):
        return None
    if _negated(left) != _negated(right):
        return "sense"
    if any({a, b} <= left ^ right and (a in left) != (b in left) for a, b in _opposites()):
        return "sense"
    if _modal(change.left, change.right):
        return "sense"
    if any(map(_figure, left | right)):
        figures = len(change.left) == len(change.right) == 1 and all(map(_figure, left | right))
        return "sense" if figures else None
    one, two = _content(left) - _content(right), _content(right) - _content(left)
    return "words" if len(one) == len(two) == 1 and not _alike(min(one), min(two)) else None


def _alike(one: str, two: str) -> bool:
    """Whether two words are two spellings or forms of one."""
    a, b = fold(one), fold(two)
    if a[:4] == b[:4] or a in b or b in a:
        return True
    found = slip(a, b)
    return found is not None and not (found == "letter" and len(a) >= LONG and not _style(a, b))


def _style(one: str, two: str) -> bool:
    """Whether the letter in which two words differ is one that English spells in two ways."""
    return any({x, y} in STYLES for x, y in zip(one, two, strict=True) if x != y)


def _negated(words: set[str]) -> bool:
    return bool(words & _negations()) or any(w.endswith("n't") for w in words)


def _modal(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one verb of duty, leave or intent stands for another ("must", "may")."""
    both = {*left, *right}
    degrees = [{d for d, some in enumerate(_degrees()) if w in some} for w in both]
    return len(left) == len(right) == 1 and all(degrees) and not set.intersection(*degrees)


def _figure(word: str) -> bool:
    return word.isdigit() or word in _numbers()


def _content(words: set[str]) -> set[str]:
    return {canonical(w) for w in words if w not in STOP and "'" not in w}


def _shown(claim: Claim, at: tuple[int, int]) -> Claim:
    """The claim with its span on the changed words and some on either side."""
    words = _words(claim.mention.text)
    first, last = max(0, at[0] - AROUND), min(len(words), max(at[1], at[0] + 1) + AROUND) - 1
    start, end = words[first][1], words[last][2]
    while end - start > WIDEST and first < last:
        first, last = first + (first < at[0]), last - (last >= at[1])
        start, end = words[first][1], words[last][2]
        if first >= at[0] and last < at[1]:
            end = min(end, start + WIDEST)
    mention = claim.mention
    base = mention.start
    return evolve(
        claim, mention=evolve(mention, start=base + start, end=base + end, text=mention.text[start:end])
    )


def altered(group: Group) -> Iterator[Conflict | Refusal]:
    """One quotation is given with different words.

    The two share eight words or more in one order, or are short ones of two articles of one story
    that agree in all but a word or two; inside them one word stands for another, or a negation, a
    number or a modal verb is another. Shortened quotations, spelling, small words and words in an
    editor's brackets are left alone, and so are short ones of two speakers, and those of which one
    article has both versions. Where long ones differ in more than a word, that too says that they were
    said twice.

    Flagged:
        - “We built this harbour for ships that did not come,” Chairman Piet Olsen told the council.
        - “We built this harbour for ships that did come,” Chairman Piet Olsen told the council.

    Flagged:
        - “The gate will stay shut until the last driver has paid the toll,” Governor Ann Reyes said.
        - “The gate will stay shut until the first driver has paid the toll,” Governor Ann Reyes said.

    Flagged:
        - “This toll was sold to drivers as a loan,” Governor Ann Reyes said at the Olsen Gate on Monday.
        - “This toll was sold to drivers as a gift,” Governor Ann Reyes said at the Olsen Gate on Monday.

    Not flagged:
        - “The gate will stay shut until the last driver has paid the toll,” Governor Ann Reyes said.
        - “The gate will stay shut until the last driver has paid,” Governor Ann Reyes said.
    """
    for link in sorted(group.links, key=lambda x: -x.weight):
        every = changes(link.left.mention.text, link.right.mention.text)
        found = [(weight, change) for change in every if (weight := weight_of(change))]
        if found and len(every) <= (2 if _grave(found) or len(found) == len(every) else 1):
            conflict = _altered(group, link, *min(found, key=lambda f: f[0] != "sense"))
            yield (
                Refusal("different-scope", (link.left, link.right))
                if _said_again(conflict, found)
                else conflict
            )
            return


def _grave(found: Sequence[tuple[str, Change]]) -> bool:
    return any(weight == "sense" for weight, _ in found)


def _said_again(conflict: Conflict, found: Sequence[tuple[str, Change]]) -> bool:
    """Whether one article has both versions, and they differ in more than a word: it was said twice."""
    homes = [{c.article for c, side in conflict.claims if side == which} for which in "ab"]
    longer = any(max(len(change.left), len(change.right)) > 1 for _, change in found)
    return longer and not _grave(found) and bool(homes[0] & homes[1])


def _altered(group: Group, link: Link, weight: str, change: Change) -> Conflict:
    left, right = " ".join(change.left) or "nothing", " ".join(change.right) or "nothing"
    sides: list[tuple[Claim, str | None]] = []
    for claim in group.claims:
        text = " ".join(w for w, _, _ in _words(claim.mention.text))
        for words, at, side, model in (
            (change.left, change.left_at, "a", link.left),
            (change.right, change.right_at, "b", link.right),
        ):
            own = [w for w, _, _ in _words(model.mention.text)]
            around = " ".join(own[max(0, at[0] - 3) : at[1] + 3])
            if claim is model or around in text:
                place = at if claim is model else _place(claim, around, len(words))
                sides.append((_shown(claim, place), side))
                break
    return Conflict(
        message=f"a quotation has “{left}” in one place and “{right}” in the other",
        claims=tuple(sides[:MOST]),
        reasons=link.reasons,
        confidence=0.85 if weight == "sense" else 0.75,
        severity=Severity.ERROR if weight == "sense" else Severity.WARNING,
    )


def _place(claim: Claim, around: str, size: int) -> tuple[int, int]:
    own = [w for w, _, _ in _words(claim.mention.text)]
    parts = around.split()
    for i in range(len(own) - len(parts) + 1):
        if own[i : i + len(parts)] == parts:
            return min(i + 3, len(own) - 1), min(i + 3 + size, len(own))
    return 0, 1


def other_speaker(group: Group) -> Iterator[Conflict | Refusal]:
    """One quotation is given to two speakers.

    Ten words or more are the same, and two different people are named as having said them,
    each right beside the quotation. Spokespeople and shared surnames are left alone.

    Flagged:
        - “A door has opened tonight and nobody in this hall should close it,” said Piet Olsen, an envoy.
        - “A door has opened tonight and nobody in this hall should close it,” said Governor Ann Reyes.

    Not flagged:
        - “A door has opened tonight and nobody in this hall should close it,” said Piet Olsen, an envoy.
        - “A door has opened tonight and nobody in this hall should close it,” Mr. Olsen said.
    """
    for link in sorted(group.links, key=lambda x: -x.weight):
        one, two = (_speaker(c) for c in (link.left, link.right))
        if link.weight < SAME_WORDS or not one or not two or not strangers(one, two):
            continue
        if any(not _spokes().isdisjoint(c.context) for c in (link.left, link.right)):
            yield Refusal("different-speaker", (link.left, link.right))
            return
        yield Conflict(
            message=f"the same words are given to {one} and to {two}",
            claims=_speakers(group, one, two),
            reasons=link.reasons,
            confidence=0.85,
        )
        return


@cache
def _spokes() -> frozenset[str]:
    return frozenset(map(canonical, SPOKES.split()))


def _speaker(claim: Claim) -> str | None:
    """Who is named right beside a quotation as having said it."""
    value = cast("Quotation", claim.mention.value)
    return value.speaker if value.named else None


def _speakers(group: Group, one: str, two: str) -> tuple[tuple[Claim, str | None], ...]:
    out: list[tuple[Claim, str | None]] = []
    for claim in group.claims:
        speaker = cast("Quotation", claim.mention.value).speaker
        side = "a" if speaker == one else "b" if speaker == two else None
        size = len(_words(claim.mention.text))
        out.append((_shown(claim, (0, min(size, 2 * AROUND))), side))
    clear: Sequence[tuple[Claim, str | None]] = [pair for pair in out if pair[1]]
    return tuple(clear[:MOST])


def headline_quotation(group: Group) -> Iterator[Conflict | Refusal]:
    """The headline quotes words that nobody says in the article.

    Looked at where the body has quotations and the headline four quoted words or more: either one word of
    a quotation of the body is another one, or none of them has half of the headline's words.
    The single marks in which headlines put a claim in short are taken at their word only in the first case.

    Flagged:
        - [headline: Mayor says "drivers are bleeding this town dry"] Mayor Ann Reyes met the drivers. "The
          gate will open on Monday at six, and not a minute before," she told them.

    Flagged:
        - [headline: Mayor: 'The gate will never open'] Mayor Ann Reyes met the drivers. "The gate will
          soon open," she told them, and went back to her soup.

    Not flagged:
        - [headline: Mayor says "the gate will open on Monday"] Mayor Ann Reyes met the drivers. "The
          gate will open on Monday at six, and not a minute before," she told them.
    """
    quoted = [c for c in group.claims if isinstance(c.mention.value, Quotation)]
    body = [c for c in quoted if c.zone == "body"]
    for claim in quoted:
        size = len(_words(claim.mention.text))
        if claim.zone != "headline" or not body or size > MOST_HEADLINE or not _marked(claim):
            continue
        shares = [(_share(claim, c), -c.mention.start, c) for c in body]
        best, _, other = max(shares, key=lambda s: s[:2])
        found = [
            (weight, c) for c in changes(claim.mention.text, other.mention.text) if (weight := weight_of(c))
        ]
        double = claim.before[0] in DOUBLE
        if best >= ALIKE and size < ALIGNED and len(found) == 1:
            yield _unsaid(claim, other, "the words differ from those in the body", 0.8)
        elif best < UNLIKE and double and size > LEAST_QUOTED and _spoken(claim):
            yield _unsaid(claim, other, "no quotation of the body has half of these words", 0.7)


def _spoken(claim: Claim) -> bool:
    """Whether a colon or a verb of saying beside the words tells that they are speech and no title."""
    rows = table("quotations")
    saying = {*table("modality")["saying"]["words"], *rows["speaking"].split(), *rows["participles"].split()}
    near = {*claim.before[1:6], *claim.after[:5]}
    return ":" in near or not near.isdisjoint(saying | set(rows["calling"].split()))


def _marked(claim: Claim) -> bool:
    """Whether quotation marks stand on both sides of the words."""
    return bool(claim.before) and claim.before[0] in MARKS and any(mark in MARKS for mark in claim.after[:2])


def _share(claim: Claim, other: Claim) -> float:
    """Which part of a quotation's words another one has, in their order."""
    own = [canonical(w) for w, _, _ in _words(claim.mention.text)]
    return float(LCSseq.similarity(own, [canonical(w) for w, _, _ in _words(other.mention.text)])) / max(
        len(own), 1
    )


def _unsaid(claim: Claim, other: Claim, why: str, confidence: float) -> Conflict:
    shown = _shown(other, (0, min(len(_words(other.mention.text)), 2 * AROUND)))
    return Conflict(
        message=f"nobody says “{claim.mention.text}”, which the headline quotes, in the body",
        claims=((claim, "a"), (shown, "b")),
        reasons=(why,),
        confidence=confidence,
    )


RULES = (
    Rule(
        "Q701", "altered-quotation", altered, Severity.WARNING, since="0.1", scope="XW", takes=("quotation",)
    ),
    Rule(
        "Q702",
        "headline-quotation",
        headline_quotation,
        Severity.WARNING,
        since="0.1",
        scope="W",
        takes=("article",),
    ),
    Rule(
        "Q703",
        "speaker-conflict",
        other_speaker,
        Severity.ERROR,
        since="0.1",
        scope="XW",
        takes=("quotation",),
    ),
)
