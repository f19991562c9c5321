import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extraction.layout.layout import ZONES
from crosscheck.extraction.layout.zones import SILENT, Zones
from crosscheck.extraction.tokens import Tokens

BODY = (
    "The ferry Aud went down in the fjord on Tuesday, and 31 people drowned. "
    "Divers went out at dawn to look for the others, the harbour master said."
)


def zoned(text: str, title: str | None = None) -> list[tuple[str, str]]:
    tokens = Tokens(text)
    return [(zone, tokens.slice(first, last - 1)) for first, last, zone in Zones(tokens, title).spans]


def zone_of(text: str, words: str, title: str | None = None) -> str:
    tokens = Tokens(text)
    zones = Zones(tokens, title)
    start = text.index(words)
    found = {zones.at(i) for i in range(len(tokens)) if start <= tokens.starts[i] < start + len(words)}
    assert len(found) == 1, f"{words!r} stands in {found}"
    return found.pop()


def within(block: str) -> str:
    """A block in the middle of an article."""
    return f"Ferry sinks off Karsund\n\n{BODY}\n\n{block}\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"Ferry sinks off Karsund\n\n{BODY}", "Ferry sinks off Karsund"),
        (f"‘Nobody came’: a town mourns\n{BODY}", "‘Nobody came’: a town mourns"),
        (f"Ten dead in northern storm.\n\n{BODY}", "Ten dead in northern storm."),
        (f"Analysis\n\nWhy the Aud sank\n\n{BODY}", "Analysis\n\nWhy the Aud sank"),
    ],
)
def test_the_first_block_is_the_headline(text: str, head: str):
    assert zoned(text)[0] == ("headline", head)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        f"{BODY}\n\n{BODY}",
        f"A man was killed on Monday.\n\n{BODY}",
        "Short note",
        f"They said:\n{BODY}",
    ],
)
def test_the_first_block_is_no_headline(text: str):
    assert all(zone == "body" for zone, _ in zoned(text))


def test_a_title_is_found_where_the_text_repeats_it():
    text = f"Ferry sinks off Karsund\n\n{BODY}"
    assert zone_of(text, "Ferry sinks off Karsund", title="Ferry sinks off Karsund") == "headline"
    assert zone_of(BODY, BODY, title="Ferry sinks off Karsund") == "body"


def test_a_headline_that_runs_into_the_first_sentence():
    text = f"Ferry sinks off Karsund\n\nFerry sinks off Karsund {BODY}"
    assert [zone for zone, _ in zoned(text)] == ["headline", "body"]
    assert zone_of(text, BODY) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Roe, Fjord Press",
        "By Ann Roe and Bo Poe in Karsund",
        "By ANN ROE",
        "(Reporting by Ann Roe; Editing by Bo Poe)",
        "Ann Roe in Karsund contributed to this report.",
        "Additional reporting by Bo Poe.",
        "The writer is a former harbour master.",
    ],
)
def test_bylines(line: str):
    assert zone_of(within(line), line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, 31 people had been found.",
        "By Friday the toll stood at 31 dead",
        "By then it was too late for the 31 on board.",
    ],
)
def test_no_bylines(line: str):
    assert zone_of(within(line), line) == "body"


@pytest.mark.parametrize(
    "dateline",
    [
        "KARSUND, April 4 (Fjord Press) -",
        "KARSUND (FP) —",
        "Karsund, April 4 –",
        "OUTER KARSUND, N.D. --",
        "KARSUND:",
        "Karsund —",
        "PORT ROE, Oct. 3, 2024 (Fjord Press) -",
    ],
)
def test_datelines(dateline: str):
    text = f"Ferry sinks off Karsund\n\n{dateline} {BODY}"
    assert zoned(text)[1:] == [("dateline", dateline), ("body", BODY)]


@pytest.mark.parametrize(
    "line",
    ["Saturday, January 15, 2005", "Updated: 11/26/2015 11:53 AM", "Published 4 April 2024, 09:30 GMT"],
)
def test_lines_that_hold_a_date_only(line: str):
    assert zone_of(f"Ferry sinks off Karsund\n\n{line}\n\n{BODY}", line) == "dateline"


@pytest.mark.parametrize(
    "start",
    [
        "The Anglo-Norse ferry sank.",
        "Nobody — not even the master — knew.",
        "April was cold. On April 4 it sank.",
    ],
)
def test_no_datelines(start: str):
    assert zone_of(f"Ferry sinks off Karsund\n\n{start} {BODY}", start) == "body"


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The Aud at Karsund in 2019.", "Photo by Ann Roe/Fjord Press."),
        ("The Aud at Karsund in 2019", "(photo credit: FJORD PRESS)"),
        ("Divers at work on April 3, 2024.", "Credit: Fjord Press."),
        ("Divers at work", "(Photo: Ann Roe / Fjord Press)"),
        ("The Aud in better days.", "Ann B. Roe/Getty Images"),
    ],
)
def test_captions_with_credits(caption: str, credit: str):
    assert zone_of(within(f"{caption} {credit}"), caption) == "caption"
    assert zone_of(within(f"{caption} {credit}"), credit) == "credit"


def test_a_caption_printed_twice():
    text = within(
        "The Aud at Karsund (photo credit: FJORD PRESS)\nThe Aud at Karsund\n(photo credit: FJORD PRESS)"
    )
    assert [zone for zone, _ in zoned(text)] == [
        "headline",
        "body",
        "caption",
        "credit",
        "caption",
        "credit",
        "body",
    ]


def test_a_dated_caption_below_a_line_of_credit():
    line = "The Aud leaves Karsund for the islands on November 28, 2023."
    assert zone_of(within(f"Ann Roe/Getty Images\n{line}"), line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "You have read 3 of your 5 free articles this month.",
        "Sign up for our daily newsletter",
        "Subscribers can read the print edition from 00:30.",
        "Helpline: 1077 or 020 7946 0958.",
        "Share this story",
        "Get the best stories faster, 24 hours a day",
        "Bookmark this story | 4,211 shares",
        "Page 1 of 2 | Photos (14) | Comments are closed",
        "Copyright 2017 Fjord Press. All rights reserved.",
        "We use cookies to count 12 things. Accept all cookies",
        "Read or Share this story: https://fjord.example/2024/04/03/aud-31",
        "Anyone with information is asked to call the police at 555-0136.",
        "Become a member today for 5 crowns",
        "This article is more than 9 months old",
        "ADVERTISEMENT",
    ],
)
def test_boilerplate(line: str):
    assert zone_of(within(line), line) == "boilerplate"


def test_boilerplate_is_told_from_prose_in_its_block():
    text = within("Power is back in 40 villages. Helpline: 1077.")
    assert zone_of(text, "Power is back in 40 villages.") == "body"
    assert zone_of(text, "Helpline: 1077.") == "boilerplate"


def test_a_little_text_between_notices_is_one_of_them():
    notices = "You have read 3 articles.\n\nA town is in mourning.\n\nSign up for our newsletter now."
    text = f"{BODY}\n\n{BODY}\n\n{notices}"
    assert zone_of(text, "A town is in mourning.") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Read  Minister visits the 31 families",
        "Read Minister Poe flies to Karsund",
        "Related: Five ferries that sank",
        "RELATED: Five ferries that sank",
        "More: What we know of the Aud",
        "SEE ALSO: 10 things about ferries",
        "What the master knew before the Aud sank Read more",
        "MINISTER SLAMS 12 OWNERS OF SUNKEN FERRY",
        "Video: 31 candles on the quay",
        "Read more",
    ],
)
def test_related_links(line: str):
    assert zone_of(within(line), line) == "related"


@pytest.mark.parametrize(
    "line",
    [
        "This article was amended on 5 April 2024 to correct a caption.",
        "An earlier version of this article gave the number of dead as 13.",
        "Correction, 23 June: the Aud was built in 1971, not in 1917.",
        "Editor's note: the figures were updated at 5 p.m.",
        "Editor’s note: the figures were updated at 5 p.m.",
        "This story has been updated with 2 more names.",
    ],
)
def test_correction_notices(line: str):
    assert zone_of(within(line), line) == "correction"


@pytest.mark.parametrize(
    "line",
    [
        "Read was found guilty on 3 counts on Monday.",
        "Read has 14 days to appeal.",
        "More than 40 people were on deck.",
        "Related charges against 3 men were dropped.",
        "Also on Tuesday, 4 men were arrested in Karsund.",
        "The paper has 3,000 subscribers and a newsletter.",
        "“You have read 3 of my letters,” the master said. “Sign up for our daily newsletter, they told me.”",
        "He was moved by a photo by a passer-by that showed 12 children.",
        "Follow-up tests found 12 more cases.",
        "Share prices fell 12% in Oslo.",
        "Subscribe, the 31 widows told the court, was all he ever said.",
        "The correction came 3 days later.",
        "This article of the law allows 12 exceptions.",
        "Police and the Reuters/Ipsos poll of 1,200 people agree on that.",
    ],
)
def test_prose_stays_body(line: str):
    assert zone_of(within(line), line) == "body"


def test_web_addresses_state_nothing():
    text = within("The list of 31 names is at https://fjord.example/2024/12/31 for all to see.")
    assert zone_of(text, "https://fjord.example/2024/12/31") == "boilerplate"
    assert zone_of(text, "The list of 31 names") == "body"


def test_silent_zones_state_nothing():
    tokens = Tokens(within("Read  Minister visits the 31 families"))
    zones = Zones(tokens, None)
    for i in range(len(tokens)):
        assert zones.states(i) == bool(zones.stating[i]) == (zones.at(i) not in SILENT)
    assert {0, 1} == set(zones.stating)


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We saw no light at all,” she said.", "We saw no light at all,"),
        ('"We saw no light at all," she said.', "We saw no light at all,"),
        ("‘We saw the captains’ boats go out,’ she said.", "We saw the captains’ boats go out,"),
        ("'We saw no light at all,' she said.", "We saw no light at all,"),
        ("«We saw no light at all», she said.", "We saw no light at all"),
        ("She said: “We saw no light at all.\n\nNor did he.", "We saw no light at all."),
    ],
)
def test_direct_speech(text: str, speech: str):
    tokens = Tokens(text)
    zones = Zones(tokens, None)
    quoted = [i for i in range(len(tokens)) if zones.quoted(i)]
    assert tokens.slice(quoted[0], quoted[-1]) == speech
    assert len(quoted) == quoted[-1] - quoted[0] + 1


@pytest.mark.parametrize(
    "text",
    [
        "A so-called “safe” ferry.",
        "The men's boat is the owners' pride and 6' long.",
        "A 5'10\" man came in.",
    ],
)
def test_no_direct_speech(text: str):
    tokens = Tokens(text)
    assert not any(Zones(tokens, None).quoted(i) for i in range(len(tokens)))


FURNITURE = st.sampled_from(
    [
        "Read  ",
        "By ",
        "(Photo: ",
        "“",
        "\n",
        "\n\n",
        "Related: ",
        "©",
        "https://",
        "KARSUND —",
        "|",
        "A/B",
        ".",
        " 12 ",
        "You have read ",
    ]
)


@given(st.text() | st.lists(FURNITURE | st.text(max_size=5)).map("".join), st.none() | st.text())
def test_any_text_is_zoned_in_order(text: str, title: str | None):
    tokens = Tokens(text)
    zones = Zones(tokens, title)
    edges = [0, *(last for _, last, _ in zones.spans)]
    assert [first for first, _, _ in zones.spans] == edges[:-1]
    assert edges[-1] == len(tokens)
    assert {zone for _, _, zone in zones.spans} <= set(ZONES)
    assert all(0 <= first < last <= len(tokens) for first, last in zones.quotations)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '"',
        "'",
        "a/b ",
        "Read ",
        "\n",
        "photo by ",
        "you have read 1 ",
        "http",
        "A.",
        "|",
        "By A\n",
        "(",
        "© 1 ",
    ],
)
def test_cost_is_linear(unit: str):
    def seconds(count: int) -> float:
        tokens = Tokens(unit * count)
        best = []
        for _ in range(3):
            began = time.process_time()
            Zones(tokens, None)
            best.append(time.process_time() - began)
        return min(best)

    assert seconds(40_000) < 40 * seconds(4_000) + 0.1


def test_an_article_in_capitals_is_no_link():
    text = (
        "FERRY SINKS\n\nTHE FERRY AUD WENT DOWN WITH 31 PEOPLE\n\nDIVERS WENT OUT AT DAWN TO LOOK FOR THEM\n"
    )
    assert {zone for zone, _ in zoned(text)} == {"headline", "body"}


def test_a_row_of_a_table_is_no_menu():
    assert (
        zone_of(within("| Drowned | 31 | found on Tuesday |"), "| Drowned | 31 | found on Tuesday |")
        == "body"
    )
