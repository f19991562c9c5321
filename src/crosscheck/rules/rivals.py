"""Figures of two sources that are openly no one's last word: rival estimates."""

from crosscheck.lexicon import wordset
from crosscheck.lexicon.words import canonical, rising
from crosscheck.model import Claim, Link


def rivals(link: Link, *, both: bool) -> bool:
    """Whether two figures are those of two named sources, each with its own estimate or count.

    An attribution alone ("police said") explains nothing. The sources must be surely two, and the figure
    an estimate: by the verb of one of them ("put the crowd at"), by what is counted (crowds, damage), or
    as a toll that a side of a conflict gives; or one article gives both figures (`both`).
    """
    one, two = link.left, link.right
    if one.source is None or two.source is None or not one.source.differs(two.source):
        return False
    return both or one.source.guesses or two.source.guesses or _guessed(one, two) or _partisan(one, two)


def _guessed(one: Claim, two: Claim) -> bool:
    """Whether what both count is a thing of which all counts are estimates."""
    things = frozenset(canonical(word) for word in wordset("tellings", "sources", "guessed"))
    return not things.isdisjoint({one.subject, two.subject, one.predicate, two.predicate})


def _partisan(one: Claim, two: Claim) -> bool:
    """Whether a side of a conflict gives one of two counts of victims, arrests and the like."""
    sides = wordset("tellings", "sources", "partisan")
    taken = [c for c in (one, two) if c.source and not sides.isdisjoint(c.source.bodies)]
    counted = rising() & {one.subject, two.subject, one.predicate or "", two.predicate or ""}
    return bool(taken) and bool(counted)
