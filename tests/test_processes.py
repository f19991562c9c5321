"""Work in processes: the same results in the same order, whatever their number."""

import gc
from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Config
from crosscheck.pipeline import reading
from crosscheck.processes import collecting_rarely, mapped, mapped_with


def squared(number: int) -> int:
    return number * number


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 100])
def test_results_come_in_order(jobs: int, count: int):
    told: list[tuple[int, int]] = []
    found = list(mapped(squared, range(count), jobs, lambda done, total: told.append((done, total))))
    assert found == [n * n for n in range(count)]
    assert told == [(n + 1, count) for n in range(count)]


def divided(number: int) -> float:
    return 1 / number


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_here(jobs: int):
    with pytest.raises(ZeroDivisionError):
        list(mapped(divided, [2, 1, 0, 3, 4, 5], jobs))


def test_garbage_is_collected_as_before_after_the_last_run():
    before = gc.get_threshold()
    one, two = collecting_rarely(), collecting_rarely()
    with one:
        rare = gc.get_threshold()
        two.__enter__()
        assert gc.get_threshold() == rare
    assert gc.get_threshold() == rare > before
    two.__exit__(None, None, None)
    assert gc.get_threshold() == before


def multiplied(factors: dict[str, int], number: int) -> int:
    return factors["by"] * number


@pytest.mark.parametrize("jobs", [0, 1, 2, 5])
def test_one_object_is_shared(jobs: int):
    assert list(mapped_with({"by": 3}, multiplied, range(40), jobs)) == [3 * n for n in range(40)]


TOWNS = ("Norwick", "Ulverby", "Karsund", "Ostrava Hills")
ARTICLES = [
    Article(
        f"{TOWNS[n % 4]} council said on Monday the Orrin Bridge in {TOWNS[n % 4]} will cost "
        f"${40 + n // 4} million to repair, after Mayor Tessa Marlow{'e' * (n % 2)}, {50 + n % 3}, "
        f"closed it on March {n % 5 + 1}, 2024.\n",
        id=f"article-{n}",
        published=date(2024, 3, 7),
    )
    for n in range(16)
]


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_report_is_the_same(monkeypatch: pytest.MonkeyPatch, jobs: int):
    monkeypatch.setattr(reading, "MANY_JOBS_FROM", 0)
    several = Config(jobs=jobs)
    one = crosscheck.check(ARTICLES)
    assert one.findings
    assert crosscheck.check(ARTICLES, config=several).to_json() == one.to_json()
    draft, *sources = ARTICLES
    compared = crosscheck.compare(draft, sources, config=several)
    assert compared.ticks
    assert compared.to_json() == crosscheck.compare(draft, sources).to_json()
