"""Findings that are ruled fine stay silent: by a file of fingerprints, and by comments in a draft."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article, Report
from crosscheck.errors import InputError
from crosscheck.rulings import Baseline, Ruling

WRONG = "The hearing opened on Tuesday, April 3, 2024, in Darvane."  # a Wednesday
OTHER = "The market hall closed on Friday, May 9, 2024, for repairs."  # a Thursday
HEAD = "Hearing in Darvane\n\nThe court sat for an hour.\n\n"


def report(*texts: str) -> Report:
    return crosscheck.check([Article(text, id=f"a{n}") for n, text in enumerate(texts)])


def rulings(found: Report) -> list[Ruling]:
    return [Ruling(f.fingerprint, f.message, "as printed", "Desk", date(2024, 5, 1)) for f in found]


def test_a_ruling_silences_and_is_counted():
    found = report(WRONG, OTHER)
    assert len(found) == 2
    baseline = Baseline().extended(rulings(found)[:1])
    left, unused = baseline.apply(found)
    assert [f.fingerprint for f in left] == [found.findings[1].fingerprint]
    assert (left.silenced, left.to_dict()["silenced"], unused) == (1, 1, ())


def test_a_new_value_reopens():
    baseline = Baseline().extended(rulings(report(WRONG)))
    changed = report(WRONG.replace("Tuesday", "Monday").replace("April 3", "April 4"))
    left, unused = baseline.apply(changed)
    assert len(left) == 1
    assert [r.fingerprint for r in unused] == [baseline.rulings[0].fingerprint]


def test_a_new_copy_keeps_the_ruling():
    """The fingerprint names no article."""
    baseline = Baseline().extended(rulings(report(WRONG)))
    left, unused = baseline.apply(crosscheck.check([Article(HEAD + WRONG, id="another")]))
    assert (len(left), left.silenced, unused) == (0, 1, ())


def test_the_file_comes_back_as_written(tmp_path):
    baseline = Baseline().extended(rulings(report(WRONG, OTHER)))
    path = tmp_path / "baseline.toml"
    baseline.write(path)
    assert Baseline.read(path) == baseline
    again = Baseline.read(path).extended(rulings(report(OTHER, WRONG)))
    assert again.to_toml() == path.read_text(encoding="utf-8")


def test_entries_stand_in_one_order_and_keep_their_reasons():
    one, two = rulings(report(WRONG, OTHER))
    old = Baseline((Ruling(one.fingerprint, one.about, "an older reason"),))
    made = old.extended([two, one])
    assert made.to_toml() == old.extended([one, two]).to_toml()
    assert {r.reason for r in made.rulings} == {"an older reason", "as printed"}


def test_pruning_takes_out_what_no_longer_occurs():
    one, two = rulings(report(WRONG, OTHER))
    assert Baseline((one, two)).extended([two], prune=True).rulings == (two,)


TEXTS = st.text(max_size=40)


@given(TEXTS, TEXTS, TEXTS, st.dates())
def test_any_words_come_back(about, reason, by, on):
    made = Baseline((Ruling("N201-0123456789abcdef", about, reason, by, on),))
    assert Baseline.loads(made.to_toml()) == made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[ruling]]\nreason = 'x'", "b.toml:1: there is no table 'ruling': entries stand under [[rulings]]"),
        ("[[rulings]]\nreason = 'x'", "b.toml:1: fingerprint is missing"),
        ("[[rulings]]\nfingerprint = 'x'", "b.toml:2: 'x' is no fingerprint"),
        ("[[rulings]]\nfingerprint = 3", "b.toml:2: '3' is no fingerprint"),
        ("rulings = 3", "b.toml:1: write [[rulings]]"),
        ("[[rulings]]\nfingerprint = 'N201-0123456789abcdef'\nbye = 1", "b.toml:3: there is no key 'bye'"),
        ("[[rulings]]\nfingerprint = 'N201-0123456789abcdef'\nreason = 1", "b.toml:3: reason must be text"),
        ("[[rulings]]\nfingerprint = 'N201-0123456789abcdef'\ndate = 'May'", "b.toml:3: date must be a day"),
        ("[[rulings]]\nfingerprint='N201-0123456789abcdef'\n[[rulings]]\nfingerprint='N201-0123456789abcdef'",
         "b.toml:3: N201-0123456789abcdef stands in b.toml:1 already"),
        ("[[rulings\n", "b.toml:1:10: not TOML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text, told):
    with pytest.raises(InputError) as caught:
        Baseline.loads(text, "b.toml")
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{WRONG} <!-- crosscheck: ok D103 the archive has it -->\n",
        f"{HEAD}<!-- crosscheck: ok D103 the archive has it -->\n{WRONG}\n",
        f"{HEAD}<!-- crosscheck: ok D103 the archive has it -->\n\n{WRONG}\n",
        f"{HEAD}<!-- crosscheck: ok N201 not here -->\n<!--crosscheck:ok D,N-->\n{WRONG}\n",
        f"{HEAD}{WRONG} <!-- Crosscheck: ok N201, D103\nover two lines -->\n",
    ],
)
def test_a_waiver_silences_its_line(text):
    found = crosscheck.check([Article(text)])
    assert (len(found), found.silenced) == (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{WRONG} <!-- crosscheck: ok N201 another rule -->\n",
        f"{HEAD}<!-- crosscheck: ok D103 another line -->\nThe court rose.\n\n{WRONG}\n",
        f"{HEAD}{WRONG}\n<!-- crosscheck: ok D103 the line before -->\n",
        f"{HEAD}<!-- crosscheck: fine D103 -->\n{WRONG}\n",
        f"{HEAD}<!-- crosscheck: ok no code -->\n{WRONG}\n",
        f"{HEAD}<!-- crosscheck: ok D103 {'x' * 600} -->\n{WRONG}\n",
    ],
)
def test_a_waiver_that_silences_nothing_is_told(text):
    found = crosscheck.check([Article(text, id="draft")])
    assert (len(found), found.silenced) == (1, 0)
    (waiver,) = found.unused_waivers
    assert text[waiver.start : waiver.end] == waiver.text
    assert found.to_dict()["unused_waivers"][0]["article"] == "draft"


def test_other_comments_are_no_waivers_and_state_nothing():
    text = f"{HEAD}{WRONG} <!-- see the crosscheck of Friday, April 3, 2024 -->\n<!-- open"
    found = crosscheck.check([Article(text)])
    assert [c.text for f in found for c in f.claims] == ["Tuesday, April 3, 2024"]
    assert found.unused_waivers == ()


def test_a_waiver_holds_between_articles():
    one = Article("Gunmen overran the Darvane garrison on October 12, 2022, and took 68 soldiers.", id="a")
    two = "Gunmen overran the Darvane garrison on October 12, 2023, and took 68 soldiers."
    assert len(crosscheck.check([one, Article(two, id="b")])) == 1
    waived = crosscheck.check([one, Article(f"{two} <!-- crosscheck: ok D101 right -->", id="b")])
    assert (len(waived), waived.silenced) == (0, 1)


@pytest.mark.parametrize("text", ["<!--" * 50_000, "<!-- crosscheck: ok D1 -->\n" * 20_000, "-->" * 50_000])
def test_many_comments_cost_little(text):
    start = perf_counter()
    crosscheck.check([Article(text)])
    assert perf_counter() - start < 20
