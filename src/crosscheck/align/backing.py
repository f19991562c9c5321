"""Which statements of the sources bear out a draft's."""

from collections import defaultdict
from collections.abc import Sequence

from crosscheck.align.groups import Links, order
from crosscheck.align.scoring import identity
from crosscheck.model import Claim
from crosscheck.values import Name, Quotation

MOST = 5  # statements given as evidence for one tick


def backing(claims: Sequence[Claim], links: Links, draft: int) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Each claim of the draft (by its article number) with the sources' claims that bear it out.

    A value is borne out by a claim about the same fact whose value agrees; a name or a
    quotation by the same name or words anywhere in the sources.
    """
    linked: dict[int, list[Claim]] = defaultdict(list)
    for found in links.support:
        for mine, other in ((found.left, found.right), (found.right, found.left)):
            if mine.article == draft != other.article:
                linked[id(mine)].append(other)
    named: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.article != draft and isinstance(claim.mention.value, (Name, Quotation)):
            named[_words(claim)].append(claim)
    out = []
    for claim in claims:
        if claim.article == draft:
            words = isinstance(claim.mention.value, (Name, Quotation))
            found_in = named.get(_words(claim), []) if words else linked.get(id(claim), [])
            out.append((claim, tuple(sorted(found_in, key=order)[:MOST])))
    return out


def _words(claim: Claim) -> object:
    value = claim.mention.value
    if isinstance(value, Quotation):
        return "".join(c for c in value.words.lower() if c.isalnum())
    if isinstance(value, Name) and value.kind == "person":
        return ("person", value.given[:1], (value.family or value.name).lower())
    return identity(claim)
