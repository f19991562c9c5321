"""Two values that are not of one scope: another stage, another period, another order, another measure."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from itertools import pairwise

from crosscheck.lexicon import table
from crosscheck.lexicon.gazetteer import lands
from crosscheck.lexicon.senses import likeness
from crosscheck.lexicon.words import canonical, of_another
from crosscheck.model import Claim
from crosscheck.values import Moment

BEHIND = 5  # content words behind an amount among which its event stands
BESIDE = 5  # content words before a date among which the verb of its stage stands
REACH = 10  # words before a date among which a phrasal verb stands
NEWS_DAYS = 31  # within which of an article's day its own news lies
SUBJECT = 4  # words that begin a sentence among which its subject stands
NEXT_TO = 3  # words between "is not" and what is denied, at most
NOT = frozenset(("not", "never", "n’t"))
IS = frozenset(("is", "was", "are", "were", "be", "been"))
IS_NOT = frozenset(("isn't", "wasn't", "aren't", "weren't", "isn’t", "wasn’t", "aren’t", "weren’t"))
LIMITS = tuple((word,) for word in ("only", "just", "until", "merely", "least", "less", "more", "fewer"))
FIGURE = re.compile(r"\d{1,12}(?:,\d{3})*(?:\.\d{1,9})?")
SO_FAR = {("so", "far"), ("to", "date"), ("until", "now"), ("thus", "far")}
UNTIL = 5  # words from "by" to the last one of the time it ties
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
I_SAY = frozenset(("i", "we", "my", "our", "i've", "i’ve", "we've", "we’ve"))
SEASON = 60  # days between two articles of one season's news
MONTHS = """
    january february march april may june july august september october november december
""".split()


@cache
def _stems(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(canonical(word) for word in words)


@cache
def _kinds(*path: str) -> dict[str, str]:
    """Stem -> kind, of one part of the table of scopes."""
    rows = table("scopes")
    for name in path:
        rows = rows[name]
    return {canonical(word): kind for kind, words in rows.items() for word in words}


@cache
def _listed(name: str) -> frozenset[str]:
    return _stems(tuple(table("scopes")[name]["words"]))


def _first(words: Iterable[str], kinds: dict[str, str]) -> str | None:
    return next((kinds[word] for word in words if word in kinds), None)


def other_stage(one: Claim, two: Claim) -> bool:
    """Whether two dates are of two stages of one thing: opening and close, charge and sentence."""
    for scale in table("scopes")["stages"]:
        kinds = _kinds("stages", scale)
        a, b = (_phrased(c, scale) or _first(c.left[:BESIDE], kinds) for c in (one, two))
        if a and b and a != b:
            return True
    return False


def _phrased(claim: Claim, scale: str) -> str | None:
    """The stage that a phrasal verb before a date tells ("put out"), the nearest; None for none."""
    words = _words(claim)[: claim.at[0]][-REACH:]
    phrases: dict[str, str] = {
        phrase: kind for kind, row in table("scopes")["phrases"].get(scale, {}).items() for phrase in row
    }
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return next((phrases[pair] for pair in reversed(pairs) if pair in phrases), None)


def another(one: Claim, two: Claim) -> bool:
    """Whether the words before one of two values alone say that it is that of another thing."""
    return of_another(one.before) != of_another(two.before)


def other_frame(one: Claim, two: Claim) -> bool:
    """Whether two places in an order are counted from elsewhere: "third title", "second in a row"."""
    return _frames(one) != _frames(two)


def _frames(claim: Claim) -> set[str]:
    """The frames that the sentence's words name as they stand: "began" is no "started" of a race."""
    words = claim.wording.lower if claim.wording is not None else ()
    return {kind for kind, listed in table("scopes")["frames"].items() if not set(listed).isdisjoint(words)}


def other_period(one: Claim, two: Claim) -> bool:
    """Whether two figures are of other spans of months: "January to June", "January to October"."""
    months = _stems(tuple(MONTHS))
    mine, other = one.context & months, two.context & months
    return len(mine) > 1 and len(other) > 1 and mine != other


def other_measure(one: Claim, two: Claim) -> bool:
    """Whether two amounts of a unit are of two measures, by the noun "of" ties to them: profit and sales.

    What holds things is no measure: a crate of 40 bottles can be the load of 40 bottles.
    """
    if not getattr(one.mention.value, "unit", None):
        return False
    if one.tie != "of" or two.tie != "of" or not one.left or not two.left:
        return False
    holders = _listed("holders")
    if one.left[0] in holders and two.left[0] in holders:
        return False
    return likeness(one.left[0], two.left[0]) == "other"


def twins(one: Claim, two: Claim) -> bool:
    """Whether the nearest words tell of two of a pair of like things: upper house, lower house."""
    for pair in table("scopes")["twins"]["pairs"]:
        kinds = {canonical(word): word for word in pair}
        a, b = (_first((*claim.left, *claim.right), kinds) for claim in (one, two))
        if a and b and a != b:
            return True
    return False


def other_moment(one: Claim, two: Claim) -> bool:
    """Whether one count is that up to some hour or day and the other that of another day, or the last one.

    As in "By late Monday 40 roads had been closed" and "In all, 65 roads were closed".
    """
    if getattr(one.mention.value, "dimension", None):
        return False
    mine, other = _up_to(one), _up_to(two)
    if mine is None or other is None:
        return (mine is None) != (other is None) and (_in_all(one) or _in_all(two))
    return bool(mine) and bool(other) and mine.isdisjoint(other)


def _in_all(claim: Claim) -> bool:
    """Whether a sentence gives a last count: "In all, ..."."""
    words = " ".join(_words(claim))
    return claim.scope == "total" or any(
        f" {told} " in f" {words} " for told in table("scopes")["altogether"]["words"]
    )


def _up_to(claim: Claim) -> frozenset[str] | None:
    """The weekdays up to which a sentence counts ("by Monday"), none for an hour; None where it does not."""
    words = _words(claim)
    if SO_FAR & set(pairwise(words)):
        return frozenset()
    for i, word in enumerate(words):
        if word in ("by", "until", "till") or words[i - 1 : i + 1] == ("up", "to"):
            behind = words[i + 1 : i + UNTIL]
            if not _listed("hours").isdisjoint(map(canonical, behind)):
                return frozenset(behind) & WEEKDAYS
    return None


def other_rate(one: Claim, two: Claim) -> bool:
    """Whether two amounts are of two rates, or one is a rate and the other none: "40 a day", "40".

    Where the sentence of the one without a rate has such words elsewhere, nothing is concluded.
    """
    if one.rate == two.rate:
        return False
    return all(claim.rate is not None or _listed("rates").isdisjoint(_words(claim)) for claim in (one, two))


def other_change(one: Claim, two: Claim) -> bool:
    """Whether one amount is a change and the other a level: "rose by 5 percent", "rose to 5 percent"."""
    return None not in (one.change, two.change) and one.change != two.change


def the_change(one: Claim, two: Claim) -> bool:
    """Whether one amount is that by which the other changed: "cut to 70 from 90", "the 20 that it loses"."""
    return _between_ends(one, two) or _between_ends(two, one)


def _between_ends(end: Claim, amount: Claim) -> bool:
    x, y = (getattr(claim.mention.value, "figure", None) for claim in (end, amount))
    if {end.change, end.tie}.isdisjoint(("from", "to")) or amount.change == "to" or not x or not y:
        return False
    text = end.wording.text if end.wording is not None else ""
    others = [Decimal(found.replace(",", "")) for found in FIGURE.findall(text)]
    return any(abs(x - other) == abs(y) for other in others)


def share_and_points(one: Claim, two: Claim) -> bool:
    """Whether of percent and percentage points one is no change: "9 percent of votes", "by 9 points"."""
    dimensions = {getattr(claim.mention.value, "dimension", None) for claim in (one, two)}
    return dimensions == {"percent", "points"} and not one.change == two.change == "by"


def other_person(one: Claim, two: Claim) -> bool:
    """Whether somebody says one length of himself ("I rowed for 20 years") whom the other does not name."""
    mine = [
        claim for claim in (one, two) if claim.quoted and not I_SAY.isdisjoint(_words(claim)[: claim.at[0]])
    ]
    if not mine:
        return False
    return not any(
        c.speaker and (c.speaker == d.speaker or c.speaker in d.names) for c, d in ((one, two), (two, one))
    )


def other_event(one: Claim, two: Claim) -> bool:
    """Whether one amount is of a war and the other of a siege or a battle, which may be its part."""
    kinds = _kinds("events")
    a, b = _first(one.right[:BEHIND], kinds), _first(two.right[:BEHIND], kinds)
    return a is not None and b is not None and a != b


def other_reach(one: Claim, two: Claim) -> bool:
    """Whether one count is of a whole country or the world and the other of a town, by their words."""
    mine, other = ({canonical(w) for w in claim.context} & _listed("wide") for claim in (one, two))
    if bool(mine) == bool(other):
        return False
    narrow = two if mine else one
    return not _listed("narrow").isdisjoint(narrow.context)


def other_land(one: Claim, two: Claim) -> bool:
    """Whether the two sentences begin with countries, and none in common: each is told of its own."""
    mine, other = lands(_words(one)[:SUBJECT]), lands(_words(two)[:SUBJECT])
    return bool(mine) and bool(other) and mine.isdisjoint(other)


def other_polarity(one: Claim, two: Claim) -> bool:
    """Whether one is denied and the other not: "did not sign in 2014", "signed in 2018"."""
    return _denied(one) != _denied(two)


def _denied(claim: Claim) -> bool:
    """Whether "not" stands right before the verb of a value or, behind "is" or "was", before the value."""
    if claim.modality != "negated":
        return False
    before = _words(claim)[: claim.at[0]][-REACH:]
    negated = [i for i, word in enumerate(before) if word in NOT or word.endswith("n't")]
    at = negated[-1] if negated else None
    if at is None or before[at + 1 : at + 2] in LIMITS:
        return False
    if claim.predicate in [canonical(word) for word in before[at + 1 : at + 3]]:
        return True
    is_so = before[at] in IS_NOT or before[max(0, at - 1)] in IS
    return is_so and len(before) - at <= NEXT_TO


def _words(claim: Claim) -> tuple[str, ...]:
    return claim.wording.lower if claim.wording else ()


def remembered(one: Claim, two: Claim) -> bool:
    """Whether one of two same days of other years is that of the news itself, of which another thing is said.

    A vigil on the day, ten years on, is no other date of the disaster.
    """
    said = one.predicate, two.predicate
    if None in said or not any(_of_the_news(claim) for claim in (one, two)):
        return False
    return likeness(said[0] or "", said[1] or "") == "other"


def _of_the_news(claim: Claim) -> bool:
    value, today = claim.mention.value, claim.as_of.day
    if not isinstance(value, Moment) or today is None or value.single is None:
        return False
    return abs((today - value.single).days) <= NEWS_DAYS


def in_turn(one: Claim, two: Claim) -> bool:
    """Whether of two periods the one begins where the other ends: two terms, two holders."""
    a, b = one.mention.value, two.mention.value
    if not isinstance(a, Moment) or not isinstance(b, Moment):
        return False
    return len(a.ends) == len(b.ends) > 1 and (a.ends[1] == b.ends[0] or b.ends[1] == a.ends[0])


def own_year(one: Claim, two: Claim) -> bool:
    """Whether each of two years is that of its own article, the articles being of two years."""
    a, b = one.as_of.day, two.as_of.day
    x, y = one.mention.value, two.mention.value
    if a is None or b is None or a.year == b.year:
        return False
    if not isinstance(x, Moment) or not isinstance(y, Moment):
        return False
    return x.stated.startswith(str(a.year)) and y.stated.startswith(str(b.year))


def moved_on(one: Claim, two: Claim) -> bool:
    """Whether an order of days or rounds has moved on between two articles of other days."""
    a, b = one.as_of.day, two.as_of.day
    return (
        a is not None
        and b is not None
        and a != b
        and not _listed("periods").isdisjoint((one.subject, two.subject))
    )


def other_season(one: Claim, two: Claim) -> bool:
    """Whether two articles speak from far-off days and their sentences name nothing in common."""
    a, b = one.as_of.day, two.as_of.day
    return a is not None and b is not None and abs((a - b).days) > SEASON and one.names.isdisjoint(two.names)


def other_clock(one: Claim, two: Claim) -> bool:
    """Whether two days, the one after the other, can be one moment told by two clocks."""
    x, y = one.mention.value, two.mention.value
    if not isinstance(x, Moment) or not isinstance(y, Moment):
        return False
    (month, day), (other_month, other_day) = x.month_day, y.month_day
    if month != other_month or day is None or other_day is None or abs(day - other_day) != 1:
        return False
    clocks = _listed("clocks")
    return not clocks.isdisjoint(one.context) and not clocks.isdisjoint(two.context)
