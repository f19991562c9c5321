"""The tick sheet: what bears a value of a draft out, what does not, how many sources are independent."""

from datetime import date

import pytest
from attrs import evolve

import crosscheck
from crosscheck import Article, Config, Report
from crosscheck.model import Tick

DAY = date(2024, 3, 5)
WIRE = Article(
    """Ferry sinks off Karsund

The ferry Aud sank off Karsund on Monday, March 4, 2024, and 1,248 people were rescued, said
Mayor Ingrid Solheim. The owners, Fjordline Shipping, had paid 46.5 million euros for the ship.

"We heard the horn twice and then nothing more at all," Solheim told reporters.
""",
    id="wire",
    source="Northern Wire",
    published=DAY,
)
PAPER = Article(
    """Rescue in the fjord

The mayor of Karsund, Ingrid Solheim, praised the crews who brought 1,248 people ashore after the Aud
went down. Fjordline Shipping bought her for 46.5m euros in 2019.
""",
    id="paper",
    source="The Karsund Post",
    published=DAY,
)


def ticked(text: str, *sources: Article, **more: object) -> dict[str, Tick]:
    """The ticks of a draft by their words."""
    draft = Article(text, id="draft", published=DAY)
    report = crosscheck.compare(draft, sources or (WIRE, PAPER), **more)  # type: ignore[arg-type]
    assert all(tick.text == text[tick.start : tick.end] for tick in report.ticks)
    return {tick.text: tick for tick in report.ticks}


@pytest.mark.parametrize(
    ("sentence", "value", "independent"),
    [
        ("Crews brought 1,248 people ashore.", "1,248", 2),
        ("The Aud sank on March 4, 2024.", "March 4, 2024", 1),
        ("The Aud sank off Karsund on Monday.", "Monday", 1),
        ("Fjordline had paid €46.5 million for the Aud.", "€46.5 million", 2),
        ("The crews were praised by Mayor Ingrid Solheim of Karsund.", "Ingrid Solheim", 2),
        ("“We heard the horn twice and then nothing,” said Mayor Solheim.", "We heard", 1),
    ],
)
def test_what_is_borne_out(sentence: str, value: str, independent: int):
    ticks = ticked(f"The ferry Aud, Karsund.\n\n{sentence}\n")
    tick = next(tick for words, tick in ticks.items() if value in words)
    assert (tick.status, tick.independent) == ("supported", independent)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Crews brought 1,284 people ashore.", "1,284"),
        ("The Aud sank on March 4, 2023.", "March 4, 2023"),
        ("Fjordline paid 46.5 million kroner for the Aud.", "46.5 million kroner"),
        ("The crews were praised by Mayor Gunvor Solheim of Karsund.", "Gunvor Solheim"),
        ("“We heard the horn twice and then singing,” said Mayor Solheim.", "We heard the horn"),
        ("The Aud was launched in 1984.", "1984"),
    ],
)
def test_what_is_not_borne_out(sentence: str, value: str):
    ticks = ticked(f"The ferry Aud, Karsund.\n\n{sentence}\n")
    tick = next(tick for words, tick in ticks.items() if value in words)
    assert tick.status in {"unsupported", "contradicted"}
    assert tick.independent == 0 or tick.status == "contradicted"


@pytest.mark.parametrize(
    ("draft", "source", "borne_out"),
    [
        ("in March 2024", "on March 4, 2024", True),
        ("on March 4, 2024", "in March 2024", False),
        ("for 2 months", "for two months", True),
        ("from May 2021 to March 2023", "from May 2021 to March 2022", False),
        ("about 1,250 crates", "1,248 crates", True),
        ("1,248 crates", "about 1,250 crates", False),
        ("more than 1,200 crates", "1,248 crates", True),
        ("more than 1,200 crates", "more than 1,240 crates", False),
    ],
)
def test_a_vaguer_source_bears_nothing_out(draft: str, source: str, borne_out: bool):
    sentence = "Fjordline Shipping kept the ferry Aud in the Karsund shipyard {}."
    told = Article(sentence.format(source), id="told", published=DAY)
    (tick,) = (
        t for t in ticked(sentence.format(draft), told).values() if t.kind not in {"organisation", "place"}
    )
    assert (tick.status == "supported") == borne_out


def test_copies_of_one_story_count_once():
    copies = [evolve(WIRE, id=f"copy-{n}", source=f"Outlet {n}") for n in range(4)]
    tick = ticked("The ferry Aud off Karsund: 1,248 people were rescued.", WIRE, *copies)["1,248"]
    assert (len(tick.evidence), tick.independent) == (5, 1)


def test_articles_of_one_publisher_count_once():
    other = evolve(PAPER, id="other", source="northern wire")
    tick = ticked("The ferry Aud off Karsund: 1,248 people were rescued.", WIRE, other)["1,248"]
    assert (len(tick.evidence), tick.independent) == (2, 1)


def test_a_title_has_a_row_of_its_own():
    ticks = ticked("The crews of the Aud were praised by Mayor Ingrid Solheim of Karsund.")
    assert (ticks["Mayor"].kind, ticks["Mayor"].status) == ("title", "supported")
    assert ticked("The crews of the Aud met Governor Ingrid Solheim.")["Governor"].status != "supported"


def test_a_contradicted_value_says_who_states_it_all_the_same():
    draft = "The Orrin Bridge in Norwick will cost $45 million to repair, the council said."
    sources = [
        Article(draft, id="one", source="One", published=DAY),
        Article(draft.replace("$45", "$54"), id="two", source="Two", published=DAY),
    ]
    tick = ticked(draft, *sources)["$45 million"]
    assert tick.status == "contradicted"
    assert [e.text for e in tick.evidence] == ["$54 million"]
    assert [e.article for e in tick.backing] == ["one"]
    assert tick.why
    assert tick.finding
    assert tick.finding.startswith("N201-")


def test_a_value_on_which_sources_differ_is_contradicted():
    told = "The Orrin Bridge in Norwick will cost {} to repair, the council said."
    sources = [
        Article(told.format("$45 million"), id="one", published=DAY),
        Article(told.format("$54 million"), id="two", published=DAY),
    ]
    draft = "The bill for Norwick's Orrin Bridge comes to 45 million dollars."
    tick = ticked(draft, *sources)["45 million dollars"]
    assert tick.status == "contradicted"
    assert [e.article for e in tick.evidence] == ["two"]
    assert [e.article for e in tick.backing] == ["one"]


def test_a_source_that_misspells_a_name_says_nothing_against_the_draft():
    slip = evolve(WIRE, id="slip", source="Slip", text=WIRE.text.replace("Ingrid Solheim", "Ingrid Solhiem"))
    tick = ticked("The crews of the Aud were praised by Mayor Ingrid Solheim of Karsund.", WIRE, PAPER, slip)
    assert tick["Mayor"].status == "supported"


def test_what_the_calendar_contradicts():
    tick = ticked("The Aud sank off Karsund on Tuesday, March 4, 2024.")["Tuesday, March 4, 2024"]
    assert (tick.status, tick.evidence) == ("contradicted", ())


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("The Aud of Karsund sailed on Friday.", "Friday", "the day the draft speaks from is not known"),
        ("If 90 crates were lost, the Aud of Karsund would list.", "90", "it is only supposed"),
    ],
)
def test_what_cannot_be_compared(text: str, value: str, why: str):
    report = crosscheck.compare(Article(text, id="draft"), [PAPER])
    (tick,) = (t for t in report.ticks if t.text == value)
    assert (tick.status, tick.why) == ("not_comparable", why)


SLIP = "The ferry Aud sank off Karsund on Tuesday, March 4, 2024."


def report(**settings: tuple[str, ...]) -> Report:
    return crosscheck.compare(Article(SLIP, id="draft"), [WIRE], config=Config(**settings))  # type: ignore[arg-type]


def test_the_sheet_heeds_rules_that_were_not_selected_but_none_that_is_ignored():
    assert [f.code for f in report(select=("Q",))] == []
    assert "contradicted" in {t.status for t in report(select=("Q",)).ticks}
    assert "contradicted" not in {t.status for t in report(ignore=("D",)).ticks}


def test_unsupported_values_are_findings_only_where_selected():
    text = "The ferry Aud had 19 lifeboats."
    assert not crosscheck.compare(Article(text, id="draft"), [WIRE])
    chosen = crosscheck.compare(Article(text, id="draft"), [WIRE], config=Config(select=("M802",)))
    assert [f.message for f in chosen] == ["no source states “19”"]


def test_the_order_of_the_sources_does_not_matter():
    draft = Article(SLIP + " 1,248 people were rescued.", id="draft", published=DAY)
    one = crosscheck.compare(draft, [WIRE, PAPER])
    assert one.to_json() == crosscheck.compare(draft, [PAPER, WIRE]).to_json()
