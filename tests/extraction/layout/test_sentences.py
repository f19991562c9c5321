import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.extraction.layout.blocks import blocks
from crosscheck.extraction.layout.sentences import sentences
from crosscheck.extraction.tokens import Tokens


def cut(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens.slice(first, last - 1) for first, last in sentences(tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Anders met Lt. Gen. Roe on Oct. 7 in St. Brede.",
        "J. R. Roe and Ann B. Poe of the U.S. Coast Guard spoke.",
        "It opens at 9 a.m. Sunday and closes at 5 p.m. Monday.",
        "No. 5 came first, vs. No. 9 last year.",
        "“Stop!” she cried, and “Why?” asked he.",
        "Sen. Poe (D-Vt.) said so.",
        "The Roe Corp. of Tampa, Fla. is sold.",
        "It cost 3.2 million ... or so they said.",
        "See ferries.example for more.",
        "He waited... and left.",
        "Sales fell at Roe Inc. despite the sun.",
    ],
)
def test_one_sentence(text: str):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left the U.S.", "The army stayed."],
        ["It began at 9 a.m.", "The crowd left."],
        ["“We go.”", "He went."],
        ["They were 5.", "Then 12 more came."],
        ["It sank on Oct. 7.", "Nobody drowned."],
        ["He lives in Mass.", "She does not."],
        ["(It rained.)", "“Did it?”", "Yes!"],
        ["He said no.", "She said yes."],
        ["It held 3 Dr. Roes.", "(One left.)"],
    ],
)
def test_several_sentences(sentences: list[str]):
    assert cut(" ".join(sentences)) == sentences


def test_a_lost_space_between_sentences():
    assert cut("The roof fell.Then it burned.") == ["The roof fell.", "Then it burned."]
    assert cut("So said Ann Roe.She left.") == ["So said Ann Roe.", "She left."]


def test_stray_marks_belong_to_the_sentence_before_them():
    assert cut("They prayed. ... ") == ["They prayed. ..."]
    assert cut("“It sank. ”\n\nIt did.") == ["“It sank. ”", "It did."]


def test_line_breaks_end_sentences():
    assert cut("Ferry sinks\nBy Ann Roe\n\nIt sank.") == ["Ferry sinks", "By Ann Roe", "It sank."]


def test_a_text_without_capitals():
    assert cut("it sank. all drowned.") == ["it sank.", "all drowned."]


WRAPPED = """The ferry left the harbour an hour before the wind
came up, and nobody on the quay had seen reason to
worry about her. She was found on the rocks below
the light.
"""


def test_hard_wrapped_lines_are_one_block():
    first, second = cut(WRAPPED)
    assert first == WRAPPED[: WRAPPED.index("her.") + 4]
    assert second == "She was found on the rocks below\nthe light."


def test_lines_with_room_to_spare_are_blocks():
    assert len(blocks(Tokens("Who\nthe mayor of the town\nWhat\na speech\n"))) == 4


def covers(ranges: list[tuple[int, int]], count: int) -> bool:
    edges = [0, *(last for _, last in ranges)]
    return (
        [first for first, _ in ranges] == edges[:-1] and edges[-1] == count and all(a < b for a, b in ranges)
    )


@given(st.text() | st.text(alphabet=".!?… \n\"'Aa1U”)"))
def test_any_text_is_covered_in_order(text: str):
    tokens = Tokens(text)
    assert covers(sentences(tokens), len(tokens))
    assert covers(blocks(tokens), len(tokens))


@pytest.mark.parametrize(
    "unit", [".", '!" ', "U.S. ", "a. ", "A.", "\n", " ", "x.X", "…", "Mr. ", "\r\n\n", "“"]
)
def test_cost_is_linear(unit: str):
    def seconds(count: int) -> float:
        tokens = Tokens(unit * count)
        best = []
        for _ in range(3):
            began = time.perf_counter()
            sentences(tokens)
            best.append(time.perf_counter() - began)
        return min(best)

    assert seconds(40_000) < 40 * seconds(4_000) + 0.05


@pytest.mark.parametrize(
    "text",
    [
        # a figure of a box of key figures, and what it is
        "**83.** Homes without power on the island.",
        "*4.2%.* Growth in the spring.",
        "**$3 million.** The price of the quay.",
        "__17.__ Boats lost.",
    ],
)
def test_a_bold_figure_is_one_sentence_with_what_explains_it(text: str):
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        # only the first sentence behind it
        ["**83.** Homes without power.", "Crews are out."],
        # no figure
        ["**Lights out.**", "Homes are without power."],
        # no bold
        ["There were 83.", "Homes are without power."],
        # a numbered heading with words
        ["**3.", "Lights out.**", "Homes are without power."],
        # a long one with a figure
        ["**For 3 days and 2 nights no lamp burns.**", "Homes are without power."],
        # a figure that is not at the start
        ["Homes are without power.", "**83.**", "So many."],
    ],
)
def test_other_pieces_in_bold_keep_their_end(sentences: list[str]):
    assert cut(" ".join(sentences)) == sentences
