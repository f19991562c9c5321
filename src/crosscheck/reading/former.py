"""Ages of former days: the year in which somebody was 27."""

from itertools import pairwise
from typing import Final

from crosscheck.model import Claim

CLAUSE: Final = 14  # tokens from "was 27" to the year behind "when she won in"


def year_of(claim: Claim) -> int | None:
    """The year of former days that an age is told of; None for none or several.

    As in "was 26 in 1971", "was 27 when she won in 2009", "won in 2009, when she was 27".
    """
    if claim.after[:1] == ("in",) and claim.after[1:2] and is_year(claim.after[1]):
        return int(claim.after[1])
    lower = claim.wording.lower if claim.wording else ()
    at = claim.at[0]
    if "when" in claim.before[:3]:
        where = at - 1 - claim.before.index("when")
        near = lower[max(0, where - 3) : where]
    elif claim.after[:1] == ("when",):
        near = lower[at : at + CLAUSE]
        near = near[: near.index(",")] if "," in near else near
    else:
        return None
    years = {two for one, two in pairwise(near) if one == "in" and is_year(two)}
    return int(years.pop()) if len(years) == 1 else None


def is_year(word: str) -> bool:
    """Whether a token is a year of four figures."""
    return len(word) == 4 and word.isdecimal() and 1000 <= int(word) <= 2999
