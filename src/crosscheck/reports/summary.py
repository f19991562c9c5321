"""The report in one line."""

from collections import Counter

from crosscheck.markup import plural
from crosscheck.model import Report, Severity

# Why a comparison is declined, by its reason in the report.
REASONS = {
    "different-as-of": "of different days",
    "unknown-as-of": "of a day that is not known",
    "part-of-whole": "a part and its whole",
    "approximate": "only estimates",
    "different-scope": "of different scope",
    "different-speaker": "estimates of different speakers",
    "plan-against-outcome": "a plan and its outcome",
    "unsupported-language": "a language that is not read",
    "thin-evidence": "too little evidence that they are about one fact",
}
STATUSES = ("supported", "contradicted", "outdated", "unsupported", "not_comparable")


def summary(report: Report) -> str:
    """How many findings of each severity in how many articles, what was ticked, what was declined."""
    return "".join(
        text for text in (found(report), ticked(report), silenced(report), declined(report)) if text
    )


def found(report: Report) -> str:
    """How many findings there are, of each severity, in how many articles."""
    return f"{headline(report)} in {plural(sum(not a.sheet for a in report.articles), 'article')}"


def headline(report: Report) -> str:
    """How many findings there are, of each severity."""
    counts = Counter(finding.severity for finding in report.findings)
    if not counts:
        return "No contradiction found"
    by = ", ".join(graded(counts[s], s) for s in sorted(Severity, reverse=True) if counts[s])
    return f"{plural(len(report.findings), 'finding')} ({by})"


def graded(count: int, severity: Severity) -> str:
    """A count of findings of one severity: "1 error", "2 notes"."""
    return plural(count, "note" if severity is Severity.INFO else severity.label)


def ticked(report: Report) -> str:
    """How many values of the draft got which status; empty without a draft."""
    statuses = Counter(tick.status for tick in report.ticks)
    counted = [f"{statuses[s]} {s.replace('_', ' ')}" for s in STATUSES if statuses[s]]
    return f"; {plural(len(report.ticks), 'value')} ticked: {', '.join(counted)}" if counted else ""


def silenced(report: Report) -> str:
    """How many findings rulings have taken out; empty where none."""
    return f"; {report.silenced:,} silenced by rulings" if report.silenced else ""


def declined(report: Report) -> str:
    """How many comparisons were declined for which reason; empty where none was."""
    reasons: Counter[str] = Counter()
    for row in report.declined:
        reasons[row.reason] += row.count
    by = ", ".join(f"{n} {reason}" for reason, n in sorted(reasons.items(), key=lambda x: (-x[1], x[0])))
    text = f"; declined {plural(sum(reasons.values()), 'comparison')}: {by}" if reasons else ""
    left = report.declined_omitted
    return text + (f" (and {plural(left, 'row')} not listed)" if left else "")
