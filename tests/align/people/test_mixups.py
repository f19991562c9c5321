"""Names that begin alike: which pairs may be one person's, and what speaks for it."""

import pytest

import crosscheck
from crosscheck import Article
from crosscheck.align.people.forms import Form, forms
from crosscheck.align.people.mixups import kind, mixup_links
from crosscheck.align.stories import Stories
from crosscheck.extraction import mentions
from crosscheck.extraction.claims import claims
from crosscheck.extraction.document import Document
from crosscheck.model import Claim

LINE = "Mayor {} closed the Tarnhorn cable car above Oberwaid on Friday."


def read(*texts: str) -> list[Claim]:
    documents = [Document(Article(text, id=str(n))) for n, text in enumerate(texts)]
    found = [c for n, d in enumerate(documents) for c in claims(d, mentions(d), n)]
    return [c for c in found if c.mention.kind == "person"]


def pair(left: str, right: str) -> tuple[Form, Form]:
    one, two = forms(read(LINE.format(left), LINE.format(right)))
    return one, two


@pytest.mark.parametrize(
    ("left", "right", "what"),
    [
        ("Gunter Ploessnig", "Gebhard Ploessnig", "given"),
        ("Marenka Ploessnig", "Marietta Ploessnig", "alike"),
        ("Petra Windelband", "Petra Windelmoser", "family"),
        ("Cazimir Dorvald", "Casimir Dorvall", "both"),
        ("Gunter Ploessnig", "Robert Ploessnig", None),
        ("Petra Windelband", "Petra Oakenfold", None),
        ("Petra Windel", "Petra Windelmoser", None),
        ("Mohamed Ploessnig", "Mohammed Ploessnig", None),
    ],
)
def test_what_is_mixed_up(left: str, right: str, what: str | None):
    one, two = pair(left, right)
    assert kind(one, two) == kind(two, one) == what


def test_two_ages_are_two_people():
    one, two = forms(read(LINE.format("Gunter Ploessnig, 41,"), LINE.format("Gebhard Ploessnig, 29,")))
    assert kind(one, two) is None


def test_one_office_weighs_more_than_none():
    names = "Gunter Ploessnig", "Gebhard Ploessnig"
    stories = Stories([frozenset({"tarnhorn", "oberwaid"})] * 2)
    found = [forms(read(*(line.format(n) for n in names))) for line in (LINE, LINE.removeprefix("Mayor "))]
    weights = [next(link.weight for *_, link in mixup_links(some, stories)) for some in found]
    assert weights[0] > weights[1]


def test_articles_of_two_stories_never_meet():
    found = forms(read(LINE.format("Gunter Ploessnig"), LINE.format("Gebhard Ploessnig")))
    apart = Stories([frozenset({"tarnhorn", "oberwaid", "lift"}), frozenset({"norwick", "melvik", "ferry"})])
    assert not list(mixup_links(found, apart))


def test_the_order_of_the_articles_does_not_matter():
    texts = {"a": LINE.format("Gunter Ploessnig"), "b": LINE.format("Gebhard Ploessnig")}
    reports = [crosscheck.check([Article(texts[i], id=i) for i in order]).to_json() for order in ("ab", "ba")]
    assert reports[0] == reports[1]
    assert '"E402"' in reports[0]
