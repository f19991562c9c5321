"""How spellings of names relate."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.lexicon.naming import deletions, fold, romanised, same_given, slip, surname

LETTERS = st.text(alphabet="abcdefghij", min_size=3, max_size=9)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("bill", "william"),
        ("dave", "david"),
        ("steve", "steven"),
        ("gerry", "gerard"),
        ("j", "john"),
        ("mohammed", "muhammad"),
        ("alexandre", "alexander"),
        ("sergei", "sergey"),
        ("jerrold", "jerry"),
    ],
)
def test_short_forms_and_transliterations_are_one_name(a: str, b: str):
    assert same_given(a, b)
    assert same_given(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("sara", "sarah"), ("willian", "william"), ("kathryn", "katheryn"), ("robert", "donald")]
)
def test_other_spellings_and_other_names_are_not(a: str, b: str):
    assert not same_given(a, b)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("flynn", "flnyn", "swap"),
        ("hefner", "heffner", "double"),
        ("brunner", "brenner", "vowel"),
        ("keller", "kelner", "letter"),
        ("solberg", "sohlberg", "extra"),
        ("stone", "stoner", "end"),
        ("barton", "carton", "first"),
        ("keller", "marsden", None),
        ("bar", "barnea", None),
        ("keller", "keller", None),
    ],
)
def test_slips(a: str, b: str, kind: str | None):
    assert slip(a, b) == kind


@given(LETTERS, LETTERS)
def test_a_slip_goes_both_ways(a: str, b: str):
    assert (slip(a, b) is None) == (slip(b, a) is None)


@given(LETTERS, st.integers(1, 8))
def test_two_names_one_slip_apart_share_a_deletion(name: str, at: int):
    at = min(at, len(name) - 1)
    dropped = name[:at] + name[at + 1 :]
    doubled = name[:at] + name[at - 1] + name[at:]
    for other in (dropped, doubled):
        assert not deletions(name).isdisjoint(deletions(other))


@given(st.text())
def test_folding_twice_changes_nothing(name: str):
    assert fold(fold(name)) == fold(name)


def test_surnames_without_particles():
    assert surname("Al Noor") == surname("al-Noor") == "noor"
    assert surname("van der Linden") == "linden"


def test_house_styles_of_romanisation():
    assert romanised("zelenskyy") == romanised("zelenskiy") == romanised("zelensky")
    assert romanised("keller") != romanised("kelner")
