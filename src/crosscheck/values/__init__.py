"""Values as sets of possibilities, and the one relation between two of them.

A stated value is never a bare point: "about 100" is a band, "3.2 million" is 3.15 to
3.25 million, "Oct. 7" is that day in every year. Two statements about one fact conflict
exactly where their sets are disjoint, so rounding, hedges, partial dates and units are
no special cases in the rules: they are how wide a value is.

Laws (property-tested): the relation is symmetric; widening a value never turns a
compatible pair into a disjoint one; a value is compatible with its own rounding.
"""

from crosscheck.values.clock import Duration, Instant
from crosscheck.values.moment import Moment, in_another_year, last_day
from crosscheck.values.part import Part
from crosscheck.values.people import Age, Name, Ordinal, Post, Quotation
from crosscheck.values.places import Place
from crosscheck.values.quantity import Quantity
from crosscheck.values.rank import Rank
from crosscheck.values.relations import ZERO, Relation, intervals, plain
from crosscheck.values.tally import Tally

Value = (
    Quantity | Moment | Instant | Duration | Ordinal | Age | Name | Place | Quotation | Tally | Rank | Part
)

__all__ = [
    "ZERO",
    "Age",
    "Duration",
    "Instant",
    "Moment",
    "Name",
    "Ordinal",
    "Part",
    "Place",
    "Post",
    "Quantity",
    "Quotation",
    "Rank",
    "Relation",
    "Tally",
    "Value",
    "in_another_year",
    "intervals",
    "last_day",
    "plain",
]
