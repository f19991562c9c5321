"""What a desk holds to be true: the entries of a facts sheet, as values.

Each entry knows where it stands in the sheet (`spots`: offsets of a field's value; `where`:
file and line), so that a finding can show the line that decides.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from crosscheck.values import Moment

Spots = Mapping[str, tuple[int, int]]


@frozen(slots=True, eq=False)
class Office:
    """An office that a person holds: its `title` ("CIA director"), whose it is, and the term.

    `of` are the names of the country, place or body, one of which an article may use
    ("Norway", "Norwegian"); `start` and `end` are the first and last day, None where the
    sheet does not say; `acting` whether it is held for somebody else.
    """

    title: str
    of: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    acting: bool = False
    spots: Spots = field(factory=dict, repr=False)
    where: str = ""

    def holds(self, day: date) -> bool:
        """Whether the term covers a day, as far as the sheet says."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen(slots=True, eq=False)
class Named:
    """A person, organisation or place: the right spelling, other right names, known wrong ones."""

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    born: Moment | None = None
    died: Moment | None = None
    offices: tuple[Office, ...] = ()
    spots: Spots = field(factory=dict, repr=False)
    where: str = ""


@frozen(slots=True, eq=False)
class Event:
    """Something that happened, by its names, on a day or in a period of record."""

    name: str
    aliases: tuple[str, ...] = ()
    when: Moment | None = None
    place: str | None = None
    spots: Spots = field(factory=dict, repr=False)
    where: str = ""


@frozen(slots=True, eq=False)
class Figure:
    """An amount of record: `value` in words or digits of `what` ("people killed").

    `about` are names one of which stands near where the figure is told (an event, a
    place); `as_of` is the period for which the figure holds, None for one that does not
    change; `tolerance` is how far off is still right, in the figure's unit or in per cent.
    """

    what: str
    value: str
    about: tuple[str, ...] = ()
    as_of: Moment | None = None
    tolerance: Decimal = Decimal(0)
    percent: bool = False
    spots: Spots = field(factory=dict, repr=False)
    where: str = ""


@frozen(slots=True, eq=False)
class Quoted:
    """Words of record and who spoke them."""

    words: str
    speaker: str | None = None
    spots: Spots = field(factory=dict, repr=False)
    where: str = ""


@frozen(slots=True, eq=False)
class Term:
    """One office of one person, as a fact of its own."""

    holder: Named
    office: Office


Fact = Named | Event | Figure | Quoted
