"""Any text against any sheet is safe, keeps its offsets, and costs in line with its length."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article, Sheet
from crosscheck.toml import quoted

WORDS = st.sampled_from(
    """the The Kessim quake attack Attack of on in January 12 , 2022 . 2023 Nadia Soltan Sultan foreign
    minister Foreign Minister said " ' ’s killed 1,200 people died born Tuesday months after six
    <!-- crosscheck: ok D --> - J. ( ) \n \n\n é 中 \u202e 9""".split(" ")
)
TEXT = st.lists(WORDS, max_size=60).map(" ".join)
NAME = (
    st.lists(WORDS, min_size=1, max_size=5)
    .map(" ".join)
    .filter(lambda t: any(c.isalpha() for c in t) and "\n" not in t)
)
DATE = st.sampled_from(["2023-01-12", "2022", "2023-01", "2023-01-12/..", "2022-01-12~"])


@st.composite
def sheets(draw):
    rows = []
    for name, alias, date in draw(st.lists(st.tuples(NAME, NAME, DATE), max_size=3)):
        rows.append(
            f"[[events]]\nname = {quoted(name)}\naliases = [{quoted(alias)}]\ndate = {quoted(date)}\n"
        )
    for name, wrong, title, date in draw(st.lists(st.tuples(NAME, NAME, NAME, DATE), max_size=3)):
        listed = [] if " ".join(name.split()) == " ".join(wrong.split()) else [wrong]
        rows.append(f"[[people]]\nname = {quoted(name)}\nmisspellings = [{', '.join(map(quoted, listed))}]\n")
        rows.append(f"died = {quoted(date.removesuffix('/..'))}\n")
        rows.append(f"offices = [{{title = {quoted(title)}, from = 2020-01-01}}]\n")
    for what, value, about in draw(st.lists(st.tuples(NAME, NAME, NAME), max_size=2)):
        rows.append(f"[[figures]]\nwhat = {quoted(what)}\nvalue = {quoted(value)}\n")
        rows.append(f"about = [{quoted(about)}]\ntolerance = 3\n")
    return Sheet.loads("".join(rows))


@settings(max_examples=25)
@given(st.lists(TEXT, max_size=3), sheets())
def test_any_text_against_any_sheet(texts, sheet):
    articles = [Article(text, id=f"a{n}") for n, text in enumerate(texts)]
    report = crosscheck.check(articles, sheet=sheet)
    held = {a.id: a.text for a in report.articles}
    for finding in report:
        for claim in finding.claims:
            assert held[claim.article][claim.start : claim.end] == claim.text
    assert report.to_json() == crosscheck.check(articles[::-1], sheet=sheet).to_json()


FACTS = "".join(
    f'[[people]]\nname = "Nadia Soltan{"a" * n}"\n'
    f'[[events]]\nname = "Kessim quake"\ndate = "2023-01-{n + 1:02}"\n'
    for n in range(28)
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "Kessim quake ",
        "Kessim quake of January 12, 2022, ",
        "Nadia Soltana ",
        "Foreign Minister Nadia Soltna said on Tuesday. ",
    ],
)
def test_cost_grows_with_the_text(piece):
    sheet = Sheet.loads(FACTS)
    crosscheck.check([Article(piece)], sheet=sheet)  # made ready

    def seconds(times):
        start = process_time()
        crosscheck.check([Article(piece * times)], sheet=sheet)
        return process_time() - start

    small, large = min(seconds(200) for _ in range(2)), seconds(1600)
    assert large < 8 * small * 3 + 0.5
