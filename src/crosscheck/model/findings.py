"""What a report says of clashing claims, and of those that were not compared."""

from typing import Any

from attrs import frozen

from crosscheck.model.plain import Plain
from crosscheck.model.rules import Severity


@frozen(slots=True)
class ClaimRef(Plain):
    """A claim as a finding shows it: where it stands, its words, its value, its side."""

    article: str
    start: int
    end: int
    text: str
    value: str
    side: str | None


@frozen(slots=True)
class Finding(Plain):
    """One discrepancy: what clashes, where, why the claims are about one fact."""

    code: str
    name: str
    severity: Severity
    confidence: float
    message: str
    fingerprint: str
    claims: tuple[ClaimRef, ...]
    reasons: tuple[str, ...] = ()
    suggestion: str | None = None

    def to_dict(self) -> dict[str, Any]:
        rounded = {"severity": self.severity.label, "confidence": round(self.confidence, 4)}
        return super().to_dict() | rounded


@frozen(slots=True)
class Evidence(Plain):
    """Where a source bears on a ticked value."""

    article: str
    start: int
    end: int
    text: str


@frozen(slots=True)
class Declined(Plain):
    """Comparisons of one group that were not made, with the reason, counted, one example each."""

    code: str
    reason: str
    count: int
    claims: tuple[Evidence, ...]
