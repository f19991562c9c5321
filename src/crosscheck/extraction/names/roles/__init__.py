"""Roles and offices beside a name: "Defense Minister X", "X, the Swiss envoy", "its chairman, X".

`ahead` reads those before a name, `behind` those after it, `wording` what they share.
"""

from collections.abc import Sequence

from crosscheck.extraction.names.capitals import Part
from crosscheck.extraction.names.roles.ahead import Ahead
from crosscheck.extraction.names.roles.behind import Behind
from crosscheck.extraction.tokens import Tokens
from crosscheck.values import Post


class Reader:
    """Finds the roles around names in one document."""

    def __init__(self, tokens: Tokens) -> None:
        self._ahead = Ahead(tokens)
        self._behind = Behind(tokens)

    def posts(self, lead: Sequence[Part], ranks: int, first: int, last: int) -> list[Post]:
        """All roles of the name over tokens first to last, behind a lead of which `ranks` are mere titles."""
        begin = lead[0].first if lead else first
        found = [*self._ahead.in_lead(lead, last), *self._behind.after(begin, last)]
        if ranks == len(lead):
            found.extend(self._ahead.before(begin, last))
        return found

    def ending_at(self, last: int) -> int:
        """Where a role with a small word within ("Secretary of State") that ends at `last` begins, or -1."""
        return self._ahead.ending_at(last)

    def behind(self, i: int) -> Post | None:
        """The role right behind token i ("as", "became"), where a clause can end or go on behind it."""
        return self._behind.behind(i)

    def held_since(self, i: int) -> bool:
        """Whether the words behind "as" at token i date the office back ("as chairman in 2009")."""
        return self._behind.held_since(i)
