"""The page in a real browser: it opens, filters, jumps, copies, and asks nothing of any network."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from crosscheck.model import ArticleInfo, ClaimRef, Finding, Report, Severity
from crosscheck.reports import render
from crosscheck.reports.html.findings import plain
from crosscheck.reports.html.page import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 400, "height": 800}


def visible(page, selector):
    return [item for item in page.locator(selector).all() if item.is_visible()]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_it_opens_and_fits(opened, compared, theme, size):
    page = opened(compared.page, color_scheme=theme, viewport=size)
    assert page.title() == f"{len(compared.report)} findings in 4 articles - crosscheck"
    assert len(visible(page, "li.finding")) == len(compared.report) > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, paper.removeprefix("rgb(").removesuffix(")").split(",")))
    assert (brightness > 600) == (theme == "light")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("unfolded", [False, True])
def test_axe_finds_no_violation(opened, compared, theme, unfolded):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="needs axe-core (pip install axe-playwright-python)"
    )
    page = opened(compared.page, color_scheme=theme, viewport=WIDE, bypass_csp=True)
    if unfolded:
        page.click("#unfold")
    found = axe.Axe().run(page).response
    assert [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert len(found["passes"]) > 20


def test_filters(opened, checked):
    page = opened(checked.page, viewport=WIDE)
    every = len(checked.report)
    lesser = sum(finding.severity < Severity.ERROR for finding in checked.report)
    page.uncheck("input[name=severity][value=error]")
    assert 0 < lesser == len(visible(page, "li.finding")) < every
    assert not visible(page, "li.finding.error")
    assert page.inner_text("#shown") == f"{lesser} of {every} findings"
    page.check("input[name=severity][value=error]")
    page.select_option("#by-rule", "D103")
    assert {item.get_attribute("data-rule") for item in visible(page, "li.finding")} == {"D103"}
    page.select_option("#by-rule", "")
    page.select_option("#by-article", index=1)
    shown = page.input_value("#by-article")
    assert visible(page, "li.finding")
    assert all(shown in (item.get_attribute("data-articles") or "") for item in visible(page, "li.finding"))
    page.select_option("#by-article", "")
    page.fill("#by-text", "  RAMAN pria ")
    assert visible(page, "li.finding")
    shown_texts = [item.inner_text() for item in visible(page, "li.finding")]
    assert all("Raman" in text and "Pria" in text for text in shown_texts)
    page.fill("#by-text", "")
    assert len(visible(page, "li.finding")) == every


def test_the_tick_sheet_filters(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    every = len(visible(page, "tr[data-status]"))
    page.uncheck("input[name=status][value=unsupported]")
    left = visible(page, "tr[data-status]")
    assert 0 < len(left) < every
    assert {row.get_attribute("data-status") for row in left} >= {"supported", "contradicted"}


def test_a_value_leads_to_its_place_and_back(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    link = page.locator("#f1 .side-b a.jump").first
    words = link.inner_text()
    page.locator("details.article").evaluate_all("all => all.forEach((one) => { one.open = false; })")
    link.click()
    mark = page.locator("mark.here")
    assert mark.is_visible()
    assert mark.inner_text().startswith(words)
    page.wait_for_function("document.activeElement.matches('mark.here')")
    page.wait_for_function(
        "(() => { const box = document.querySelector('mark.here').getBoundingClientRect();"
        " return box.top >= 0 && box.bottom <= innerHeight; })()"
    )
    mark.locator("a").click()
    page.wait_for_function("document.activeElement.id === 'f1'")
    assert page.url.endswith("#f1")


def test_a_filtered_finding_shows_when_it_is_jumped_to(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    page.uncheck("input[name=severity][value=error]")
    assert not page.locator("#f1").is_visible()
    page.evaluate("location.hash = '#f1'")
    page.locator("#f1").wait_for(state="visible")


def test_a_finding_is_copied(opened, compared):
    page = opened(compared.page, viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.click("#f1 button.copy")
    page.wait_for_function("document.querySelector('#f1 button.copy').textContent.startsWith('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == plain(Page(compared.report, compared.view), compared.report.findings[0])
    first, *rest = copied.splitlines()
    assert first.startswith("error D101 year-conflict: ")
    assert rest[0].startswith("- side a, 2016-11-03: “Shortly before 7 a.m. on 3 November 2016 a tram on")
    assert any(line.startswith("Why: ") for line in rest)
    assert rest[-1] == "Write: November 3, 2017"


def test_a_finding_is_copied_without_the_clipboard_of_the_browser(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('closed')); }")
    page.evaluate(
        "document.addEventListener('copy', () => { window.taken = document.activeElement.value; }, true)"
    )
    page.click("#f1 button.copy")
    page.wait_for_function("window.taken")
    assert page.evaluate("window.taken").startswith("error D101")


def test_the_keyboard_alone(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'findings'")
    page.focus("#f1")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "f2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "f1"
    page.focus("#by-text")
    page.keyboard.type("jk")
    assert page.input_value("#by-text") == "jk"


def test_the_reasons_unfold(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    bars = page.locator("#f1 table.waterfall")
    assert not bars.is_visible()
    page.click("#f1 summary")
    assert bars.is_visible()
    assert bars.locator("svg.bar").count() == bars.locator("tbody tr").count()


def test_paper_shows_all(opened, compared):
    page = opened(compared.page, viewport=WIDE)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#f1 table.waterfall").is_visible()
    assert all(item.is_visible() for item in page.locator("details.article .text").all())
    assert not page.locator(".filters").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 28, 30)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert not page.locator("#f1 table.waterfall").is_visible()


def test_without_scripts_everything_is_there(opened, compared):
    page = opened(compared.page, viewport=WIDE, java_script_enabled=False)
    assert len(visible(page, "li.finding")) == len(compared.report)
    assert not page.locator(".filters").is_visible()
    assert not page.locator("button.copy").first.is_visible()
    page.locator("#f1 summary").click()
    assert page.locator("#f1 table.waterfall").is_visible()


HOSTILE = (
    "<script>alert('text')</script><img src=x onerror=alert(1)> \" onmouseover=\"alert(2) ' autofocus "
    "</mark></details></section><style>body{display:none}</style><!-- --><svg onload=alert(3)> "
    "\u202egnihton\u202c \x00\x1b[2J\ud800 http://tracker.example/x.png {{7*7}} &lt;b&gt; ]]>"
)


def hostile() -> Report:
    claims = tuple(
        ClaimRef(HOSTILE + name, 8, 30, HOSTILE[8:30], HOSTILE, side)
        for name, side in (("1", HOSTILE), ("2", "b"))
    )
    finding = Finding(
        HOSTILE,
        HOSTILE,
        Severity.ERROR,
        0.9,
        HOSTILE,
        HOSTILE,
        claims,
        (f"{HOSTILE} (+1.0)", HOSTILE),
        HOSTILE,
    )
    articles = tuple(
        ArticleInfo(HOSTILE + n, HOSTILE, HOSTILE, None, None, "unknown", HOSTILE * 3) for n in "12"
    )
    return Report((finding, finding), articles)


def test_hostile_text_does_nothing(opened):
    page = opened(render(hostile(), "html"), viewport=WIDE)
    page.click("#unfold")
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, main style, main svg[onload]").count() == 0
    names = "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames())"
    assert not [name for name in page.evaluate(names) if name.startswith("on")]
    shown = page.locator(".article .text").first.inner_text()
    assert "<script>alert('text')</script>" in shown
    assert "[U+202E]gnihton[U+202C] ␀␛[2J" in shown


class Tracker(BaseHTTPRequestHandler):
    """A server that notes what it is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"here")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def test_the_policy_refuses_what_is_not_of_the_page(chromium, compared, tmp_path):
    """Even a script or a picture that got in would not run, and nothing would leave."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Tracker) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        away = f"http://127.0.0.1:{server.server_address[1]}"
        injected = (
            f"<script>window.ran = 1</script><img src='{away}/picture'><iframe src='{away}/frame'></iframe>"
            f"<link rel=stylesheet href='{away}/style'><script src='{away}/script'></script>"
        )
        file = tmp_path / "injected.html"
        file.write_text(compared.page.replace("<main>", f"<main>{injected}"), encoding="utf-8")
        page = chromium.new_page()
        page.goto(file.as_uri(), wait_until="load")
        assert page.evaluate("window.ran") is None
        sent = f"fetch('{away}/fetch').then(() => 'sent', () => 'refused')"
        assert page.evaluate(sent) == "refused"
        page.close()
        bare = chromium.new_page()
        bare.goto(f"{away}/open")
        bare.close()
        server.shutdown()
    assert set(Tracker.asked) - {"/favicon.ico"} == {"/open"}
