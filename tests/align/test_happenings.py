"""Which happening a date is told of, and which names stand with it."""

import pytest

from crosscheck import Article, Config
from crosscheck.align.happenings import Happening, happenings
from crosscheck.pipeline.reading import read_all
from crosscheck.pipeline.run import Run


def read(text: str) -> list[Happening]:
    run = Run(read_all([Article(text, id="a")], Config(), None), Config())
    return happenings(run.claims, run.stories.names)


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        ("Envoys recalled the August 2023 talks at Crane Tower.", "talks", {"Crane", "Tower"}),
        ("The quake that struck Norrland in March 2004 cut the railway.", "quake", {"Norrland"}),
        ("On March 4, 2004, the ferry Lidia sank off Cape Orrin.", "sank", {"Lidia", "Cape", "Orrin"}),
        ("On May 5, 2019, gunmen overran Darvane.", "overran", {"Darvane"}),
        ("She has camped there since May 5, 2019, when guards shot Tomas Vrel.", "shot", {"Tomas", "Vrel"}),
        ("Some fled from the May 5, 2019, Coral Sound Tsunami.", "Tsunami", {"Coral", "Sound", "Tsunami"}),
        ("He was convicted of the bombing of Darvane of May 5, 2019, in absence.", "bombing", {"Darvane"}),
        ("They shot five in Darvane on May 5, 2019, and two on May 9, 2019, in Orrin.", "shot", {"Darvane"}),
    ],
)  # fmt: skip
def test_a_date_is_tied_to_what_happened(text: str, told: str, names: set[str]):
    first = read(text)[0]
    assert (first.told, set(first.names.values())) == (told, names)


@pytest.mark.parametrize(
    "text",
    [
        "He was convicted of the bombing in Darvane on May 5, 2019, and jailed.",  # the day of the verdict
        "A vigil for the dead of the Darvane attack on May 5, 2019, drew thousands.",
        "Another attack on Darvane on May 5, 2019, killed nobody.",
        "The guard bought 40 horses in Darvane on May 5, 2019, and nine mules: an attack was feared.",
        "",
        "5" * 5000,
    ],
)
def test_other_dates_are_those_of_no_event(text: str):
    assert [one.told for one in read(text) if one.told != "bought"] == []


def test_the_names_end_at_the_next_date():
    text = "Gunmen shot five in Darvane on May 5, 2019, and three on May 9, 2019, in Orrin."
    assert [set(one.names.values()) for one in read(text)] == [{"Darvane"}, {"Orrin"}]


@pytest.mark.parametrize(
    ("when", "tells"), [("on May 5, 2019,", True), ("in May 2019", True), ("in 2019", False)]
)
def test_a_year_alone_says_too_little(when: str, tells: bool):
    (one,) = read(f"The attack on Darvane {when} killed nobody.")
    assert one.telling is tells


def test_what_came_before_another_thing_does_not_have_its_date():
    assert read("On May 5, 2019, after guards shot Tomas Vrel, nobody spoke.") == []


def test_the_names_behind_one_date_are_not_those_of_the_noun_behind_the_next():
    one, two = read("They recalled the May 5 killings in Darvane and the May 9 attack on Orrin.")
    assert (set(one.names.values()), set(two.names.values())) == ({"Darvane"}, {"Orrin"})


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("On May 5, 2019, the Orlan Front attacked the old port of Darvane.", {"darvan"}),
        ("The Orlan Front's attack on Fort Darvane on May 5, 2019, killed nine.", {"fort", "darvan"}),
        ("Guards shot Tomas Vrel near Crane Tower in May 2019.", {"toma", "vrel", "cran", "tower"}),
        ("Gunmen of the Orlan Front in May 2019 overran the fort.", {"orlan", "front"}),
        ("Tomas Vrel was shot in May 2019.", set()),
    ],
)
def test_where_it_was_follows_a_preposition_or_a_verb(text: str, sites: set[str]):
    (one,) = read(text)
    assert one.sites == sites
