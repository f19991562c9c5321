"""A facts sheet made ready for a run: what it states as claims, and where articles speak of it."""

from collections.abc import Mapping

from attrs import field, frozen

from crosscheck.facts import Fact
from crosscheck.model import Claim


@frozen(slots=True, eq=False)
class Held:
    """The facts of a sheet, and the claims of the virtual article whose text is the sheet.

    `stated` has a claim for each deciding field: (fact, "name"), (person, "born"),
    (person, "died"), (event, "date"),
    (office, "title"), (figure, "value"), (quotation, "words").
    """

    facts: tuple[Fact, ...] = ()
    stated: Mapping[tuple[object, str], Claim] = field(factory=dict, repr=False)


@frozen(slots=True, eq=False)
class Sighting:
    """A fact's words in an article: the fact, what the words are of it, and the claim over them.

    `role` is "right" or "wrong" (a spelling of a name), "event" (an event by a name), "part"
    (by a name without the date in it: "attack" of "October 7 attack"; `day` is that month and
    day) or "about" (what a figure is about). `before` is the lower-case token before the words.
    """

    fact: Fact
    role: str
    claim: Claim
    day: tuple[int, int] | None = None
    before: str = ""
