"""Whether every article that calls one head so names the other in full as well."""

import pytest

from crosscheck import Article
from crosscheck.align.people.holders import Holder, _know_both, people_of
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.model import Claim
from crosscheck.values import Name

ODD = "Chief executive Daniel Hilliard spoke for Voss Lines."


def people(*texts: str) -> list[Claim]:
    documents = [Document(Article(text, id=str(n))) for n, text in enumerate(texts)]
    found = [c for n, d in enumerate(documents) for c in claims(d, mentions(d), n)]
    return [c for c in found if isinstance(c.mention.value, Name) and c.mention.kind == "person"]


def known(*texts: str) -> bool:
    some = people_of(people(ODD, *texts))
    odd = next(c for c in some if "Hilliard" in c[0].mention.text)
    usual = next(c for c in some if "Foster" in c[0].mention.text)
    return _know_both(Holder(odd, odd), [c for c in usual if c.article])


USUAL = "Chief executive Helen Foster spoke for Tarn Cargo."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([USUAL + " She met Daniel Hilliard of Voss Lines."], True),
        ([USUAL + " Her guest was Daniel Hilliard."] * 2, True),
        # one of two articles does not
        ([USUAL + " She met Daniel Hilliard of Voss Lines.", USUAL], False),
        # none does
        ([USUAL], False),
        # by the surname alone
        ([USUAL + " She met Mr. Hilliard of Voss Lines."], False),
    ],
)
def test_heads_of_two_houses_are_both_named(texts: list[str], expected: bool):
    assert known(*texts) is expected
