"""The gazetteer: names, readings, containers."""

import pytest

from crosscheck.lexicon.gazetteer import abbreviations, chains, countries, demonyms, key


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("Lisbon", ("lisbon", "portugal")),
        ("Portland", ("portland", "maine", "united states")),
        ("Portland", ("portland", "oregon", "united states")),
        ("New York", ("new york", "united states")),
        ("Bombay", ("mumbai", "maharashtra", "india")),
        ("The Netherlands", ("netherlands",)),
        ("U.K.", ("united kingdom",)),
        ("Crimea", ("crimea", "ukraine")),
        ("Crimea", ("crimea", "russia")),
        ("Brooklyn", ("brooklyn", "new york", "united states")),
        ("São Paulo", ("sao paulo", "sao paulo", "brazil")),
    ],
)
def test_what_a_name_can_mean(name, chain):
    assert any(c[0] == chain[0] and c[-1] == chain[-1] and set(chain) <= set(c) for c in chains(key(name)))


def test_an_unknown_name_means_nothing():
    assert chains("norwick") == ()


def test_every_alias_and_demonym_leads_somewhere():
    from crosscheck.lexicon import gazetteer

    known = gazetteer._lines().keys() | gazetteer._parts().keys()
    assert not {target for row in ("aliases",) for target in map(key, gazetteer.pairs(row).values())} - known
    assert set(demonyms().values()) <= set(countries().values())
    assert set(map(key, abbreviations().values())) - known == {"district of columbia"} - known
    held = {holder for holders in gazetteer._parts().values() for holder in holders}
    assert held <= known


def test_states_by_their_abbreviations():
    assert abbreviations()["ky"] == "kentucky"
    assert abbreviations()["nj"] == "new jersey"
