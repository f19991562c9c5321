"""One figure in two currencies: a conflict, unless one shared name may mean both."""

import crosscheck
from crosscheck import Article


def codes(one: str, two: str) -> list[str]:
    """The rules that object to two articles on one loss, `one` and `two` as each tells it."""
    wire = "Floods ruined the harbour of Galle on Monday. Traders lost {} to the water, harbour master "
    wire += "Ana Dorje said. Forty boats sank at their moorings."
    local = "The harbour of Galle was ruined by floods on Monday. Traders lost {} to the water, said Ana "
    local += "Dorje, the harbour master. Forty boats sank."
    articles = [Article(wire.format(one), id="a"), Article(local.format(two), id="b")]
    return [finding.code for finding in crosscheck.check(articles).findings]


def test_two_currencies():
    assert codes("480 million Sri Lankan rupees", "480 million euros") == ["N205"]
    assert codes("480 million Sri Lankan rupees", "480 million Indian rupees") == ["N205"]


def test_one_name_of_two_rupees():
    assert codes("480 million rupees", "Rs480m") == []
    assert codes("480 million rupees, Sri Lanka heard", "Rs480m") == []
    assert codes("480 million Sri Lankan rupees", "Rs480m") == []
