"""Rules, how much they weigh, and what they yield: conflicts and refusals."""

import enum
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from crosscheck.model.claims import Claim


class Severity(enum.IntEnum):
    """How much a finding weighs; `info` never fails a run."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def label(self) -> str:
        return self.name.lower()


@frozen(slots=True)
class Rule:
    """A check: its stable code, its function, how much it weighs.

    The function's docstring is the manual page: the first line says what is checked, then
    prose, then "Flagged:" and "Not flagged:" with examples that run as tests. `takes` names
    the kinds of group it looks at ("quantity", "date", "person", "article" ...).
    """

    code: str
    name: str
    check: Callable[..., Iterator[Any]]
    severity: Severity
    since: str
    scope: str = "X"
    takes: tuple[str, ...] = ()
    enabled: bool = True


@frozen(slots=True)
class Conflict:
    """What a rule finds: claims, each with the side it takes (None: fits several)."""

    message: str
    claims: tuple[tuple[Claim, str | None], ...]
    reasons: tuple[str, ...]
    confidence: float
    severity: Severity | None = None
    suggestion: str | None = None


@frozen(slots=True)
class Refusal:
    """A comparison that a rule declines, with the reason from the contract's list."""

    reason: str
    claims: tuple[Claim, ...]
