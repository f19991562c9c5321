"""Places in an order with their roles: "the eighth seed", "finished third", "the 38th edition".

An ordinal says little by itself. What order it is a place in, of what, held by whom and counted since
when is read from the words beside it (`lexicon/ranks.toml`); an ordinal of which they do not tell is
none of these. The claims made of them stand beside those of the bare ordinals and are compared by
their roles (`align.ranks`).
"""

from collections.abc import Sequence

from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.extraction.rankings.holders import Holders
from crosscheck.extraction.rankings.roles import role
from crosscheck.extraction.rankings.spots import spots
from crosscheck.model import Claim, Mention


def rank_claims(document: Document, mentions: Sequence[Mention], article: int) -> list[Claim]:
    """The places in orders of a document as claims of article `number`, with values `Rank`.

    `mentions` are those of the document, ordinals and persons among them.
    """
    holders, found = Holders(document, mentions), []
    starts, ends = document.tokens.starts, document.tokens.ends
    for spot in spots(document, mentions):
        value = role(spot, holders)
        if value is not None:
            start, end = starts[spot.first], ends[spot.last]
            found.append(Mention(start, end, document.text[start:end], "ordinal", value))
    return claims(document, found, article) if found else []
