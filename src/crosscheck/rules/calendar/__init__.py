"""Family D within one article: what a calendar and a clock refuse."""

from crosscheck.model import Rule, Severity
from crosscheck.rules.calendar.days import impossible_date, weekday_mismatch
from crosscheck.rules.calendar.order import order_violation
from crosscheck.rules.calendar.spans import span_mismatch

KINDS = ("duration", "course", "course/length", "article")

RULES = (
    Rule("D103", "weekday-mismatch", weekday_mismatch, Severity.ERROR, "0.1", "W", ("article",)),
    Rule("D104", "impossible-date", impossible_date, Severity.ERROR, "0.1", "W", ("article",)),
    Rule("D106", "span-mismatch", span_mismatch, Severity.WARNING, "0.1", "XW", KINDS),
    Rule("D107", "order-violation", order_violation, Severity.WARNING, "0.1", "W", ("article",)),
)
