"""Articles against a facts sheet: what other families say of it (`dates`, `people`), and rules of its own."""

from crosscheck.model import Rule, Severity
from crosscheck.rules.record.people import unlike_the_sheet, wrong_status

RULES = (
    Rule(
        "E407",
        "unlike-the-sheet",
        unlike_the_sheet,
        Severity.WARNING,
        since="0.1",
        scope="S",
        takes=("record/name", "record/spelling"),
    ),
    Rule(
        "R503",
        "status-conflict",
        wrong_status,
        Severity.WARNING,
        since="0.1",
        scope="XS",
        takes=("career", "record/career", "record/life"),
    ),
)
