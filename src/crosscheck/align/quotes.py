"""Which quotations are the same words: an inverted index over runs of three words, then their order.

Eight words in one order are an utterance anywhere. Fewer are, where two articles of one story have
them, nearly all words of the shorter one agree, and these are telling or of one speaker.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from crosscheck.align.joining import components
from crosscheck.align.stories import Stories
from crosscheck.lexicon.naming import strangers
from crosscheck.lexicon.words import STOP, rarity
from crosscheck.model import Claim, Group, Link
from crosscheck.values import Quotation

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LEAST_WORDS = 8  # words that two quotations must share, in order
LEAST_SHARE = 0.6  # of the shorter one
MOST_ALIKE = 40  # quotations with one run of words; a run that is more common says nothing
LONGEST = 90  # words; what runs on longer has lost its closing mark
MOST_OWN = 300  # quotations of one article in which the other version of a short one is looked for
FEW_SHARED = 3  # words that a short quotation and its other version must share, in order
MOST_OTHER = 2  # words of the shorter one that the other has not
TELLING = 16.0  # bits of the content words that two short quotations must share
TELLING_OF_ONE = 6.0  # where both are told of one speaker


def said(text: str) -> list[str]:
    """The words of a quotation, lower case, apostrophes levelled.

    >>> said("A door has opened – we mustn’t close it.")
    ['a', 'door', 'has', 'opened', 'we', "mustn't", 'close', 'it']
    """
    return [w.lower().replace("’", "'") for w in WORD.findall(text)]


def quote_groups(claims: Iterable[Claim], stories: Stories) -> list[Group]:
    """Groups of kind "quotation" over one utterance, from claims of any kind in canonical order.

    Two quotations are joined where they share eight words or more in one order, and those
    make three fifths of the shorter one; shorter ones as `_retold` says.
    """
    quoted = [c for c in claims if c.mention.kind == "quotation"]
    words = [said(c.mention.text) for c in quoted]
    own = _by_article(quoted, words)
    links = []
    for a, b in _pairs(words):
        shared = LCSseq.similarity(words[a], words[b])
        least = min(len(words[a]), len(words[b]))
        if (shared >= LEAST_WORDS and shared >= LEAST_SHARE * least) or (
            FEW_SHARED <= shared >= least - MOST_OTHER
            and _retold(quoted[a], quoted[b], words[a], words[b], shared)
            and _one_version(own, quoted[a], words[b])
            and _one_version(own, quoted[b], words[a])
            and _one_story(stories, quoted[a].article, quoted[b].article)
        ):
            links.append((a, b, _link(quoted[a], quoted[b], shared)))
    return [_group(quoted, some) for some in components((a, b, (a, b, link)) for a, b, link in links)]


def _retold(a: Claim, b: Claim, one: Sequence[str], two: Sequence[str], shared: int) -> bool:
    """Whether two short quotations of two articles are one utterance: telling words, no other speaker."""
    if a.article == b.article or min(len(one), len(two)) <= FEW_SHARED:
        return False
    x, y = (c.mention.value.speaker if isinstance(c.mention.value, Quotation) else None for c in (a, b))
    if x and y and strangers(x, y):
        return False
    bits = sum(rarity(w) for w in sorted(set(one) & set(two)) if w not in STOP and "'" not in w)
    return bits >= (TELLING_OF_ONE if x and y and shared > FEW_SHARED else TELLING)


def _by_article(quoted: Sequence[Claim], words: Sequence[Sequence[str]]) -> dict[int, list[str]]:
    own: dict[int, list[str]] = defaultdict(list)
    for claim, some in zip(quoted, words, strict=True):
        if len(own[claim.article]) < MOST_OWN and len(some) <= LONGEST:
            own[claim.article].append(f" {' '.join(some)} ")
    return own


def _one_version(own: dict[int, list[str]], claim: Claim, other: Sequence[str]) -> bool:
    """Whether the article of a quotation does not have the other version too, as an answer or a refrain."""
    version = f" {' '.join(other)} "
    return not any(version in some for some in own[claim.article])


def _one_story(stories: Stories, one: int, two: int) -> bool:
    """Whether two articles tell one story; what is of record belongs to any."""
    known = len(stories.names)
    return one >= known or two >= known or two in stories.related(one) or one in stories.related(two)


def _pairs(words: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The pairs of quotations that share a run of three words, two runs where both are long."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, some in enumerate(words):
        if FEW_SHARED <= len(some) <= LONGEST:
            for run in {tuple(some[i : i + 3]) for i in range(len(some) - 2)}:
                index[run].append(number)
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        if 1 < len(members) <= MOST_ALIKE:
            for i, a in enumerate(members):
                for b in members[i + 1 :]:
                    counts[a, b] += 1
    return sorted(
        (a, b)
        for (a, b), count in counts.items()
        if count >= 2 or min(len(words[a]), len(words[b])) <= FEW_SHARED + 2 * MOST_OTHER
    )


def _link(a: Claim, b: Claim, shared: int) -> Link:
    return Link(
        a, b, float(shared), (f"{shared} words of the two quotations are the same, in the same order",)
    )


def _group(quoted: Sequence[Claim], links: Sequence[tuple[int, int, Link]]) -> Group:
    members = sorted({n for a, b, _ in links for n in (a, b)})
    return Group("quotation", tuple(quoted[n] for n in members), tuple(link for _, _, link in links))
