"""Deaths in whatever words: verbs, idioms, lives that were lost."""

import pytest

import crosscheck

DEATHS = [
    "Seven lives were lost before dawn.",
    "The blast claimed seven lives.",
    "The blaze has already claimed at least seven lives.",
    "Seven lives were cut short by the flood.",
    "The fever took seven lives.",
    "The strike cost seven lives.",
    "They mourned the loss of seven lives.",
    "Seven souls were lost at sea.",
    "Seven people lost their lives in the mine.",
    "Seven perished in the mine.",
    "Seven succumbed to their wounds.",
    "Seven passed away in hospital.",
    "Seven were found dead at the lodge.",
    "Seven weavers were crushed to death.",
]


@pytest.mark.parametrize("text", DEATHS)
def test_lives_and_idioms_of_dying_are_deaths(text: str):
    told = [m.counted for m in crosscheck.extract(text) if m.kind == "quantity"]
    assert [(c.kind, c.verb) for c in told if c] in (
        [("death", "die")],
        [("death", "kill")],
        [("weaver", "die")],
    )


@pytest.mark.parametrize(
    "text",
    [
        "The device saved seven lives.",
        "The scheme changed seven lives.",
        "Cats have seven lives in this tale.",
        "Seven lost their homes.",
        "Seven passed the test.",
    ],
)
def test_other_lives_and_losses_are_not(text: str):
    told = [m.counted for m in crosscheck.extract(text) if m.kind == "quantity"]
    assert not [c for c in told if c and (c.kind == "death" or c.verb == "die")]
