"""Articles against a facts sheet: what the sheet decides, and what it leaves alone."""

from datetime import date

import pytest

import crosscheck
from crosscheck import Article, Finding, Severity, Sheet

QUAKE = '[[events]]\nname = "Kessim quake"\naliases = ["earthquake in Kessim"]\ndate = "2023-01-12"\n'
ATTACK = '[[events]]\nname = "September 12 attack"\naliases = ["attack on Darvane"]\ndate = "2023-09-12"\n'
TRUCE = '[[events]]\nname = "Darvane truce"\ndate = "2023-11-24/2023-11-30"\n'
SOLTAN = """[[people]]
name = "Nadia Soltan"
[[people.offices]]
title = "foreign minister"
of = ["Norwick", "Norwickian"]
from = "2019-05-01"
to = "2022-05-01"
[[people.offices]]
title = "defence minister"
of = "Norwick"
from = "2022-05-02"
"""
HARROW = """[[people]]
name = "Ines Harrow"
offices = [{ title = "CIA director", from = 2021-03-19, to = 2025-01-20 }]
"""
TOLL = """[[figures]]
what = "people killed"
value = 1200
about = ["Kessim quake", "Kessim"]
tolerance = "2%"
"""
LIFE = '[[people]]\nname = "Ines Harrow"\nborn = "1951-02-11"\ndied = "2021-10-16"\n'
SAID = """[[quotations]]
words = "We will not leave the valley until the last of our people has come home"
speaker = "Nadia Soltan"
"""


def against(sheet: str, *texts: str, day: date | None = date(2024, 4, 3)) -> list[Finding]:
    articles = [Article(text, id=f"a{n}", published=day) for n, text in enumerate(texts)]
    report = crosscheck.check(articles, sheet=Sheet.loads(sheet))
    for finding in report:
        texts_of = {a.id: a.text for a in report.articles}
        assert all(texts_of[c.article][c.start : c.end] == c.text for c in finding.claims)
    return [f for f in report if any(c.article == "sheet" for c in f.claims)]


# (what is to be seen, sheet, article, code, what the article's claim says)
FOUND = [
    ("the year", QUAKE, "The Kessim quake of January 12, 2022, killed many.", "D101", "January 12, 2022"),
    ("the year in an earlier clause", QUAKE,
     "On January 12, 2022, when the Kessim quake struck, the mill stood empty.", "D101", "January 12, 2022"),
    ("a bare year", QUAKE, "The earthquake in Kessim in 2021 flattened the old town.", "D101", "2021"),
    ("a date within the name", ATTACK, "The front's attack on September 12, 2022, began it all.", "D101",
     "September 12, 2022"),
    ("the day", QUAKE, "The Kessim quake struck on January 19, 2023, before dawn.", "D102",
     "January 19, 2023"),
    ("the day without a year", QUAKE, "The Kessim quake struck on Jan. 21, before dawn.", "D102", "Jan. 21"),
    ("a day beyond a period", TRUCE, "The Darvane truce of Dec. 4, 2023, freed nobody.", "D102",
     "Dec. 4, 2023"),
    ("elapsed time", QUAKE, "Six months after the Kessim quake, rescuers have stopped digging.", "D105",
     "Six months after the Kessim quake"),
    ("another holder", HARROW, "CIA Director Tobias Lund said the cable was genuine.", "R502",
     "CIA Director Tobias Lund"),
    ("another office", SOLTAN, "Norwick's Health Minister Nadia Soltan will resign, aides said.", "R501",
     "Health Minister Nadia Soltan"),
    ("an office of the past", SOLTAN, "Foreign Minister Nadia Soltan said the talks would go on.", "R503",
     "Foreign Minister Nadia Soltan"),
    ("former, but in office", HARROW, "Former CIA director Ines Harrow said the cable was genuine.", "R503",
     "CIA director Ines Harrow"),
    ("a day of birth", LIFE, "Ines Harrow, a painter, was born on February 11, 1953.", "D101",
     "February 11, 1953"),
    ("a day of death", LIFE, "Ines Harrow, a painter, died on October 18, 2021.", "D102", "October 18, 2021"),
    ("the dead who speaks", LIFE, "Ines Harrow said on Tuesday that the harbour would open.", "R503",
     "Ines Harrow"),
    ("a figure", TOLL, "The Kessim quake killed 2,100 people in Kessim.", "N201", "2,100"),
    ("altered words", SAID,
     'Soltan said: "We will not leave the valley until the first of our people has come home."', "Q701",
     "will not leave the valley until the first of our people has come home"),
]  # fmt: skip

# (what is left alone and why, sheet, article)
SILENT = [
    ("the date of record", QUAKE, "The Kessim quake struck on January 12, 2023, before dawn."),
    ("the day alone", QUAKE, "The Kessim quake struck on Jan. 12, before dawn."),
    ("a month that holds it", QUAKE, "The Kessim quake struck in January 2023, before dawn."),
    ("an anniversary", QUAKE, "On January 12, 2024, a year after the Kessim quake, bells rang."),
    ("a later gathering on the day", ATTACK,
     "People gathered on September 12, 2024, to remember the attack on Darvane."),
    ("the date of something else", QUAKE, "The mayor spoke of the Kessim quake at lunch on March 3, 2024."),
    ("another attack", ATTACK, "An attack on Darvane on May 3, 2021, wounded two guards."),
    ("another year's attack", ATTACK, "The attack on Darvane on May 3, 2021, wounded two guards."),
    ("the attack of another day", ATTACK, "A second attack on Darvane on Nov. 2 wounded two guards."),
    ("the day of another attack on the sheet", ATTACK + ATTACK.replace("2023", "2021"),
     "The attack on September 12, 2021, began it all."),
    ("a law with an office in its name", HARROW, "The CIA Director Independence and Integrity Act failed."),
    ("an office told of another time", SOLTAN,
     "Defence Minister Nadia Soltan of Norwick met them in her capacity as a senator on the panel."),
    ("a holder by the given name", HARROW, "CIA Director Ines said the cable was genuine."),
    ("a day within a period", TRUCE, "The Darvane truce of Nov. 27, 2023, freed nine."),
    ("elapsed time that fits", QUAKE, "Nearly 15 months after the Kessim quake, tents still stand."),
    ("elapsed time since something else", QUAKE,
     "The Kessim quake is past. Six months after the flood, the river is clean."),
    ("the holder of record", HARROW, "CIA Director Ines Harrow said the cable was genuine."),
    ("a former holder", HARROW, "Former CIA director Tobias Lund said the cable was genuine."),
    ("a deputy", HARROW, "Deputy CIA Director Tobias Lund said the cable was genuine."),
    ("an acting holder", HARROW, "Acting CIA Director Tobias Lund said the cable was genuine."),
    ("the office of another country", SOLTAN, "Defence Minister Karl Brandt of Ostrava met her in Kessim."),
    ("an office without a place", SOLTAN, "Defence Minister Karl Brandt said the bridge would hold."),
    ("the present office", SOLTAN, "Defence Minister Nadia Soltan said the bridge would hold."),
    ("a former office said so", SOLTAN, "Former foreign minister Nadia Soltan said the talks would go on."),
    ("a sentence about then", SOLTAN, "In 2021, Foreign Minister Nadia Soltan opened the harbour."),
    ("the days of a life", LIFE, "Ines Harrow, born on February 11, 1951, died on October 16, 2021."),
    ("the death of another", LIFE, "Ines Harrow wrote that Karim Haddou died on May 3, 2019."),
    ("what the dead once said", LIFE, "Ines Harrow said in 2019 that the harbour would open."),
    ("a widower of that name", LIFE, "Her son Ines Harrow Jr. said on Tuesday that the harbour would open."),
    ("a figure within the tolerance", TOLL, "The Kessim quake killed 1,190 people in Kessim."),
    ("a rounded figure", TOLL, "The Kessim quake killed more than 1,000 people in Kessim."),
    ("a part", TOLL, "The Kessim quake killed 300 people in Orrin alone."),
    ("another count", TOLL, "The Kessim quake injured 2,100 people in Kessim."),
    ("a figure of something else", TOLL, "The flood at Penmoor killed 12 people."),
    ("the words of record, shortened", SAID,
     'Soltan said: "We will not leave the valley until the last of our people."'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "text", "code", "value"), [row[1:] for row in FOUND], ids=[r[0] for r in FOUND]
)
def test_the_sheet_decides(sheet, text, code, value):
    found = against(sheet, text)
    assert [f.code for f in found] == [code], [f.message for f in found]
    assert value in {c.text for c in found[0].claims if c.article != "sheet"}
    assert found[0].reasons[0].startswith("the sheet holds ")
    assert "facts.toml:" in found[0].reasons[0]


@pytest.mark.parametrize(("sheet", "text"), [row[1:] for row in SILENT], ids=[row[0] for row in SILENT])
def test_the_sheet_leaves_it_alone(sheet, text):
    assert [(f.code, f.message) for f in against(sheet, text)] == []


def test_the_right_form_is_suggested():
    text = "The Kessim quake of January 12, 2022, killed hundreds."
    (finding,) = against(QUAKE, text)
    assert finding.severity is Severity.ERROR
    assert finding.suggestion == "January 12, 2023"


def test_a_later_attack_of_that_day_is_a_warning():
    (finding,) = against(ATTACK, "The September 12, 2024, attack began at dawn.", day=date(2025, 1, 1))
    assert (finding.code, finding.severity) == ("D101", Severity.WARNING)
    (finding,) = against(ATTACK, "The September 12, 2022, attack began at dawn.", day=date(2025, 1, 1))
    assert (finding.code, finding.severity) == ("D101", Severity.ERROR)


def test_the_sheet_beats_any_number_of_articles():
    texts = [
        f"{who} said the Kessim quake of January 12, 2022, was the worst." for who in ("A", "B", "C", "D")
    ]
    (finding,) = against(QUAKE, *texts)
    assert [c.side for c in finding.claims] == ["a", "a", "a", "a", "b"]
    assert finding.claims[-1].text == "2023-01-12"


def test_one_discrepancy_is_one_finding():
    """Articles that clash with each other where the sheet decides: only its word is given."""
    report = crosscheck.check(
        [
            Article("Gunmen overran the Darvane garrison in the attack on Darvane on September 12, 2022."),
            Article("Gunmen overran the Darvane garrison in the attack on Darvane on September 12, 2023."),
        ],
        sheet=Sheet.loads(ATTACK),
    )
    (finding,) = report
    assert {c.text for c in finding.claims} == {"September 12, 2022", "2023-09-12"}


def test_undated_articles_are_declined_where_the_day_matters():
    articles = [Article("CIA Director Tobias Lund said the cable was genuine.")]
    report = crosscheck.check(articles, sheet=Sheet.loads(HARROW))
    assert not report.findings
    assert ("R502", "unknown-as-of") in {(d.code, d.reason) for d in report.declined}


def test_a_figure_holds_as_of_its_day():
    sheet = TOLL + 'as-of = "2023-02"\n'
    text = "The Kessim quake killed 2,100 people in Kessim."
    assert [f.code for f in against(sheet, text, day=date(2023, 2, 20))] == ["N201"]
    assert against(sheet, text, day=date(2024, 2, 20)) == []
    assert against(sheet, text, day=None) == []


def test_a_draft_is_ticked_by_the_sheet():
    sheet = Sheet.loads(QUAKE + TOLL)
    draft = Article("The Kessim quake of January 12, 2023, killed 1,200 people.", id="draft")
    source = Article("Nothing of that is told by the mayor of Penmoor.", id="source")
    report = crosscheck.compare(draft, [source], sheet=sheet)
    ticks = {tick.text: (tick.status, [e.article for e in tick.evidence]) for tick in report.ticks}
    assert ticks["January 12, 2023"] == ("supported", ["sheet"])
    assert ticks["1,200"] == ("supported", ["sheet"])
    wrong = Article("The Kessim quake of January 12, 2022, killed 1,200 people.", id="draft")
    report = crosscheck.compare(wrong, [source], sheet=sheet)
    assert {t.text: t.status for t in report.ticks}["January 12, 2022"] == "contradicted"


def test_what_sources_get_wrong_is_no_finding_of_the_draft():
    draft = Article("The Kessim quake of January 12, 2023, killed many.", id="draft")
    source = Article("The Kessim quake of January 12, 2022, killed many.", id="source")
    assert [f.code for f in crosscheck.compare(draft, [source])] == ["D101"]
    assert not crosscheck.compare(draft, [source], sheet=Sheet.loads(QUAKE)).findings


def test_a_new_value_is_a_new_finding():
    prints = {
        f.fingerprint
        for year in (2020, 2021, 2022)
        for f in against(QUAKE, f"The Kessim quake of January 12, {year}, killed hundreds.")
    }
    assert len(prints) == 3


def test_order_changes_nothing():
    sheet = Sheet.loads(QUAKE + ATTACK + SOLTAN + HARROW + TOLL + SAID)
    articles = [Article(row[2], id=f"a{n}", published=date(2024, 4, 3)) for n, row in enumerate(FOUND)]
    made = crosscheck.check(articles, sheet=sheet).to_json()
    assert made == crosscheck.check(articles[::-1], sheet=sheet).to_json()


def test_an_article_may_have_the_id_of_the_sheet():
    report = crosscheck.check(
        [Article("The Kessim quake of January 12, 2022, killed hundreds.", id="sheet")],
        sheet=Sheet.loads(QUAKE),
    )
    assert [a.id for a in report.articles] == ["sheet", "sheet-2"]
    assert [c.article for c in report.findings[0].claims] == ["sheet", "sheet-2"]


def test_an_empty_sheet_changes_no_finding():
    articles = [Article("The quake killed 12 people."), Article("The quake killed 19 people.")]
    with_sheet = crosscheck.check(articles, sheet=Sheet.loads(""))
    assert with_sheet.findings == crosscheck.check(articles).findings


def test_the_real_articles_with_ten_facts(measurement_data):
    """The wrong year is an error, the misspelt name is flagged with its right spelling, and nothing else."""
    paths = sorted((measurement_data / "seeds").glob("*.txt"))
    report = crosscheck.check(crosscheck.load(paths), sheet=Sheet.loads(TEN_FACTS))
    serious = (f for f in report if f.severity > Severity.INFO)
    found = {(f.code, f.severity, f.claims[0].text, f.suggestion) for f in serious}
    assert found == {
        ("D101", Severity.ERROR, "October 7, 2022", "October 7, 2023"),
        ("E407", Severity.WARNING, "Willian J. Burns", "William J. Burns"),
    }


TEN_FACTS = """
[[events]]
name = "October 7 attack"
aliases = ["October 7 massacre", "Hamas attack"]
date = "2023-10-07"

[[events]]
name = "Gaza war"
aliases = ["war in Gaza", "Israel-Hamas war"]
date = "2023-10-07/.."

[[events]]
name = "November 2023 truce"
aliases = ["weeklong cease-fire", "weeklong truce"]
date = "2023-11-24/2023-11-30"

[[people]]
name = "William J. Burns"
aliases = ["Bill Burns"]
born = 1956-04-11
offices = [{ title = "CIA director", from = 2021-03-19, to = 2025-01-20 }]

[[people]]
name = "Benjamin Netanyahu"
offices = [{ title = "prime minister", of = ["Israel", "Israeli"], from = 2022-12-29 }]

[[people]]
name = "Joe Biden"
offices = [{ title = "president", of = ["United States", "U.S.", "US"], from = 2021-01-20, to = 2025-01-20 }]

[[people]]
name = "Yoav Gallant"
offices = [{ title = "defense minister", of = ["Israel", "Israeli"], from = 2022-12-29, to = 2024-11-05 }]

[[people]]
name = "Antony Blinken"
offices = [{ title = "secretary of state", of = ["US", "U.S."], from = 2021-01-26, to = 2025-01-20 }]

[[places]]
name = "Khan Yunis"
aliases = ["Khan Younis"]

[[figures]]
what = "deaths"
value = 1200
about = ["October 7 attack"]
tolerance = "5%"
"""
