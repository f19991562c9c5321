"""Family A: sums that do not work out, one module a rule."""

from crosscheck.model import Rule, Severity
from crosscheck.rules.arithmetic.ages import age_mismatch
from crosscheck.rules.arithmetic.changes import change_mismatch
from crosscheck.rules.arithmetic.lists import list_count_mismatch
from crosscheck.rules.arithmetic.parts import part_exceeds_whole
from crosscheck.rules.arithmetic.shares import share_mismatch
from crosscheck.rules.arithmetic.sums import sum_mismatch

RULES = (
    Rule("A301", "part-exceeds-whole", part_exceeds_whole, Severity.ERROR, "0.1", "W", ("article",)),
    Rule("A302", "sum-mismatch", sum_mismatch, Severity.WARNING, "0.1", "W", ("article",)),
    Rule(
        "A303", "share-mismatch", share_mismatch, Severity.WARNING, "0.1", "XW", ("article", "share", "level")
    ),
    Rule("A304", "change-mismatch", change_mismatch, Severity.ERROR, "0.1", "XW", ("article", "change")),
    Rule("A305", "age-mismatch", age_mismatch, Severity.WARNING, "0.1", "XW", ("age", "ages", "life")),
    Rule("A306", "list-count-mismatch", list_count_mismatch, Severity.WARNING, "0.1", "W", ("article",)),
)
