"""The page as text: what is escaped, what is capped, what leads where."""

import re
from html import unescape
from html.parser import HTMLParser
from time import perf_counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck import Article
from crosscheck.markup import Markup, clean, tag
from crosscheck.model import ArticleInfo, ClaimRef, Evidence, Figure, Finding, Report, Series, Severity, Tick
from crosscheck.reports import render
from crosscheck.reports.html.articles import windows
from crosscheck.reports.html.chart import chart, ticks
from crosscheck.reports.html.findings import waterfall
from crosscheck.reports.html.page import MOST_FINDINGS, MOST_SPANS, Page, Span
from crosscheck.reports.view import Place, View

VOID = {"meta", "link", "input"}


class Outline(HTMLParser):
    """Ids, links and text of a page; fails where an element is not closed in order."""

    def __init__(self, content: str):
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.text: list[str] = []
        self.feed(content)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        assert len(named) == len(attrs), (tag, attrs)
        assert not any(name.startswith("on") or name in ("style", "src") for name in named), attrs
        self.ids += [named["id"]] if "id" in named else []
        self.targets += [named["href"]] if named.get("href", "").startswith("#") else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attrs):
        assert tag in ("rect", "line", "circle")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.text.append(data)


@pytest.mark.parametrize("name", ["checked", "compared"])
def test_every_link_leads_somewhere_and_no_id_stands_twice(name, request):
    outline = Outline(request.getfixturevalue(name).page)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.targets) <= {f"#{name}" for name in outline.ids}
    assert len(outline.targets) > 30


def test_the_whole_text_of_every_article_stands_there(checked, fixtures):
    page = checked.page
    shown = re.sub(
        r"\s+",
        "",
        "".join(Outline(re.sub(r"<sup>.*?</sup>|<span class=\"unseen\">.*?</span>", "", page)).text),
    )
    texts = [a.text for a in crosscheck.load([fixtures])]
    assert len(texts) == 13
    for text in texts:
        assert re.sub(r"\s+", "", text) in shown


def test_nothing_is_fetched(checked):
    page = checked.page
    assert "default-src 'none'" in unescape(page)
    assert not re.search(r"https?://|url\(|@import|\bsrc=", page)


def test_the_report_of_a_whole_run(compared):
    page = compared.page
    report = compared.report
    assert f"<title>{len(report)} findings in 4 articles - crosscheck</title>" in page
    for words in ("Tick sheet", "Over time", "contradicted", "Write <b", "November 3, no year"):
        assert words in page
    assert page.count('<li id="f') == len(report)
    assert page.count('<tr id="t') == len(report.ticks)
    assert page.count("<figure>") == len(report.series) > 0
    assert ("Not compared" in page) == bool(report.declined)


def test_nothing_found():
    page = render(Report((), (ArticleInfo("a", None, None, None, None, "unknown", "It rained."),)), "html")
    Outline(page)
    assert "No contradiction found in 1 article" in page
    assert 'class="filters' not in page


def test_what_was_not_read_is_said_first():
    page = render(Report((), ()), "html", View(problems=("a<b.pdf: cannot be read",)))
    assert "a&lt;b.pdf: cannot be read" in page
    assert page.index("<h2>Not read") < page.index("<h2>Findings")


def test_the_same_report_gives_the_same_page(report: Report, view: View):
    assert render(report, "html", view) == render(report, "html", view)
    assert render(report, "html", view).endswith("</html>\n")


def test_escaping():
    assert (
        tag("p", '<i>&"', Markup("<b>"), title="\"'>")
        == '<p title="&quot;&#x27;&gt;">&lt;i&gt;&amp;&quot;<b></p>'
    )
    assert clean("a\u202eb\u2066c\x00\x1b\x85\x9f\ud800\n") == "a[U+202E]b[U+2066]c␀␛\x85\ufffd\ufffd\n"


@given(st.text(st.characters()), st.text(st.characters()), st.integers(0, 30), st.integers(1, 9))
def test_any_text_makes_a_well_formed_page(text: str, name: str, start: int, length: int):
    start = min(start, len(text))
    end = min(start + length, len(text))
    claims = tuple(
        ClaimRef("a", s, end, text[s:end], name, side)
        for s, side in ((start, "a"), (min(start + 1, end), None))
    )
    finding = Finding("N201", name, Severity.INFO, 0.5, text, name, claims, (text, f"{name} (+1.0)"), text)
    article = ArticleInfo("a", name, text, None, None, "unknown", text)
    ticked = Tick("a", start, end, text[start:end], name, "supported")
    page = render(Report((finding,), (article,), (ticked,)), "html")
    page.encode()
    outline = Outline(page)
    assert not any(0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069 for c in page)
    assert set(outline.targets) <= {f"#{name}" for name in outline.ids}


def report_of(text: str, spans: list[tuple[int, int]], count: int = 1) -> Report:
    claims = tuple(ClaimRef("a", s, e, text[s:e], "v", "a") for s, e in spans)
    one = Finding("N201", "count-conflict", Severity.WARNING, 0.9, "They differ", "f", claims)
    return Report((one,) * count, (ArticleInfo("a", None, None, None, None, "unknown", text),))


def test_overlapping_values_are_all_marked():
    text = "In all 1,200 of the 1,500 came."
    page = render(report_of(text, [(7, 12), (7, 25), (20, 25), (20, 30)]), "html")
    outline = Outline(page)
    assert {"p0-7-12", "p0-7-25", "p0-20-25", "p0-20-30"} <= set(outline.ids)
    plain = re.sub(r"<[^>]+>", "", re.sub(r"<sup>.*?</sup>|<span class=\"unseen\">.*?</span>", "", page))
    assert text in plain


def test_a_huge_text_is_cut_around_what_is_marked():
    text = "x" * 3_000_000 + " 31 people drowned " + "y" * 2_000_000
    start = text.index("31")
    page = render(report_of(text, [(start, start + 2)]), "html")
    assert len(page) < 60_000
    assert "characters are left out" in page
    assert f'id="p0-{start}-{start + 2}"' in page
    Outline(page)


def test_a_page_of_a_huge_text_takes_no_longer_for_many_values():
    """Lines are looked up, not counted anew for every value."""
    text = "12 came\n" * 600_000
    ticked = tuple(Tick("a", n * 960, n * 960 + 2, "12", "quantity", "unsupported") for n in range(5000))
    report = Report((), (ArticleInfo("a", None, None, None, None, "unknown", text),), ticked)
    began = perf_counter()
    page = render(report, "html", View({"a": Place("a.md", 7)}, draft="a"))
    assert perf_counter() - began < 5
    assert f"<td>{4999 * 120 + 7}</td>" in page


def test_long_values_and_messages_are_cut():
    text = "“" + "word " * 20_000 + "”"
    page = render(report_of(text, [(0, len(text))]), "html")
    assert len(page) < 80_000


def test_many_articles_stay_within_the_budget():
    articles = tuple(
        ArticleInfo(f"a{n}", None, None, None, None, "unknown", "word " * 8000) for n in range(200)
    )
    assert len(render(Report((), articles), "html")) < 2_600_000


def test_many_findings_and_marks_are_capped():
    text = "12 " * (MOST_SPANS + 500)
    spans = [(3 * n, 3 * n + 2) for n in range(MOST_SPANS + 500)]
    page = render(evolve(report_of(text, spans), findings=report_of(text, spans).findings), "html")
    assert page.count('<mark id="') == MOST_SPANS
    outline = Outline(page)
    assert set(outline.targets) <= {f"#{name}" for name in outline.ids}
    many = render(report_of("12 came", [(0, 2)], MOST_FINDINGS + 5), "html")
    assert many.count('<li id="f') == MOST_FINDINGS
    assert "5 more are left out here" in many


def test_windows_join_where_they_meet():
    near = [Span(n, n + 4, "ref", 1) for n in (3000, 3900, 9000)]
    assert windows(near, 20_000) == [(0, 1000), (2500, 4404), (8500, 9504)]
    assert windows([], 300) == [(0, 300)]
    assert windows([Span(5000, 25_000, "ref", 1)], 30_000)[-1] == (4500, 7500)


def test_the_draft_comes_first(report: Report):
    page = Page(report, View(draft="wire"))
    assert next(iter(page.articles)) == "wire"
    assert page.numbers["wire"] == 0


def test_the_waterfall_reads_what_the_matcher_writes(fixtures):
    """The bars come from the reasons' own words: a change in how they are written shows here."""
    report = crosscheck.check(
        [
            Article(
                f"The council said the harbour bridge in Norwick would cost ${n} million to repair.",
                id=str(n),
            )
            for n in (45, 54)
        ]
    )
    words, steps, total = waterfall(report.findings[0].reasons)
    assert len(steps) >= 3
    assert total is not None
    assert not any("bits" in word or word.endswith(")") for word in words)
    assert steps[1].begins == pytest.approx(steps[0].bits)


def figure(low: str | None, high: str | None, day: str | None) -> Figure:
    return Figure("a", 0, 2, "12", low, high, day)


def test_the_chart_needs_two_days():
    assert chart([figure("1", "1", "2024-01-01"), figure("2", "2", "2024-01-01")], None) is None
    assert chart([figure("1", "1", "2024-01-01"), figure("2", "2", None)], None) is None
    drawn = chart(
        [figure("1", "1", "2024-01-01"), figure("2", "3", "2024-03-01"), figure(None, "9", "2024-03-01")],
        "person",
    )
    assert drawn is not None
    assert drawn.count("<circle") == 3
    assert drawn.count('class="band"') == 1
    assert 'aria-label="3 figures from 2024-01-01 to 2024-03-01, between 1 and 9 person;' in drawn


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=3), min_size=2, max_size=6))
def test_any_figures_can_be_drawn(sizes):
    drawn = chart([figure(str(size), str(size), f"2024-01-{n + 1:02}") for n, size in enumerate(sizes)], None)
    assert drawn is not None
    assert "nan" not in drawn
    assert "inf" not in drawn


def test_absurd_figures_have_no_place_on_an_axis():
    assert chart([figure("1E+400", "1E+400", "2024-01-01"), figure("1", "1", "2024-01-02")], None) is None


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12))
def test_axes_have_few_round_numbers(low: float, width: float):
    if low + width > low and width > abs(low) * 1e-9:
        assert 1 <= len(ticks(low, low + width)) <= 7


def test_a_tick_says_who_states_it_and_why(report: Report):
    wire, paper = report.articles[2], report.articles[1]
    start = paper.text.index("Thirty-one")
    stated = (Evidence(paper.id, start, start + 10, "Thirty-one"),)
    first = report.findings[0]
    ticked = (
        Tick(wire.id, 0, 5, "Ferry", "name", "contradicted", (), 1, stated, first.message, first.fingerprint),
        Tick(wire.id, 6, 11, "sinks", "name", "not_comparable", why="a weekday in a draft without a date"),
        Tick(wire.id, 12, 15, "off", "name", "supported", stated, independent=3),
    )
    page = render(evolve(report, ticks=ticked), "html", View(draft=wire.id))
    outline = Outline(page)
    assert set(outline.targets) <= {f"#{name}" for name in outline.ids}
    rows = re.findall(r'<tr id="t\d.*?</tr>', page)
    assert "stated by <bdi>The Paper</bdi>" in rows[0]
    assert '<a href="#f1">finding 1</a>' in rows[0]
    assert "a weekday in a draft without a date" in rows[1]
    assert "by 3" in rows[2]


def test_series_without_room_are_counted(report: Report):
    one = Series("person", (figure("1", None, "2024-01-01"),))
    shown = render(
        evolve(
            report,
            articles=(
                *report.articles,
                ArticleInfo("a", None, None, None, None, "unknown", "12 came, then left."),
            ),
            series=(one,),
            series_omitted=3,
        ),
        "html",
    )
    assert "3 more are left out." in shown
    assert "1 or more" in shown
    assert "“12 came”" in shown
